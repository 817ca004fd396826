# lint

allow-unknown-code = there is no code `{ $code }`, so nothing is allowed
    .label = { $near ->
        [none] no such code
       *[other] did you mean `{ $near }`?
    }
    .help = write `# luoshi: allow LS0706 reason`, with the code as it was printed
    .page = After `allow` stands the code of a note (such as LS0706) or its name; with a slip in it nothing is allowed. Several codes are separated by commas, and the reason comes last.

allow-without-reason = something is allowed without a reason
    .label = add the reason after the code
    .help = after the code, say why it is left as it is
    .page = A note may be left as it is, but whoever comes later must understand why. Without a reason the comment still works, and this note asks for one.

allow-unused = there is no `{ $code }` here to allow
    .label = no longer needed
    .help = delete the comment if the matter is settled, or move it to the line of the note or the one above
    .page = At the end of a line the comment covers that line; alone on a line it covers the next one, and the whole list item that begins there. Once the matter is settled the comment only misleads.

unknown-limit = there is no limit `{ $name }`
    .label = { $near ->
        [none] no rule asks for it
       *[other] did you mean `{ $near }`?
    }
    .help = use the id that `luoshi explain` shows on the page of a rule
    .page = An entry of a file of limits works only if its id is one that a rule asks for. With a slip in it the entry does nothing, and everyone believes that it does.

duty-without-responsible = nobody answers for `{ $name }`
    .label = no responsible role
    .help = add `responsible`; for a meeting the `convenor` will do
    .page = Where nobody answers for a duty, a failure leads to nobody. Name one responsible role for each; the convenor answers for a meeting; where several units must each do their part, the heads of the units answer, and each unit must name its `head`.

role-without-holder = { $how ->
    [nobody] the plan does not say who holds any of its roles
    [whole] nobody holds `{ $role }`
    [part] for a time nobody holds `{ $role }`: { $list }
   *[subjects] `{ $role }` is vacant { $count } times: { $list }
}
    .label = { $how ->
        [nobody] one of { $count } such roles
        [whole] nobody holds it
       *[other] vacant
    }
    .help = enter staff number and dates under `holders`; with `acting: true` for whoever stands in
    .page = Duties rest on roles, and a role must be held by somebody, or nothing is done and nobody can be asked. Every day of the plan and every subject is looked at; acting holders count. Vacancies no longer than a chain allows are passed over, and so are weekends and holidays at a hand-over.

role-inspects-itself = { $how ->
    [inspection] `{ $what }`: `{ $who }` inspects itself
    [points] `{ $what }`: `{ $who }` answers for the work and gives it points
   *[decision] `{ $what }`: `{ $who }` answers for the work and decides on its failures
}
    .label = in its own cause
    .help = let another unit or role inspect, or let them inspect each other
    .page = Nobody trusts a result where those who do the work inspect it, score it or decide what follows. Noted are: an inspecting unit that is among the inspected; records that need an inspection for which the same role or person answers; points by judgement given by whoever answers for the work; penalties decided by the role or unit that answers for the failure.

leader-overloaded = `{ $person }` holds `{ $role }` for { $count } subjects, more than { $most }
    .label = too much for one person
    .help = give some to others, or allow it with a reason
    .page = A leader with too many villages or households cannot visit them, and the records become a formality. The county sets the number in its file of limits, under subjects_per_leader. Links of a chain that state their own `at_most` are judged by it, and not here.

role-overloaded = `{ $role }` answers for { $count } of { $total } duties, more than { $most }
    .label = everything rests on one role
    .help = let the role that does the work answer for some of them
    .page = Where one role answers for everything, nothing has been shared out: whatever fails leads to the same person, and those who do the work answer for nothing. The county sets the number in its file of limits, under duties_per_role.

task-before-prerequisite = `{ $task }` is due on { $due } and must wait for `{ $first }`, which is due on { $earlier }
    .label = is due later
    .help = bring the first deadline forward, or put this one off
    .page = A task is not done before those that must come first. Where one of them is due later than the task itself, it will be late even if all goes as planned. Deadlines counted in workdays or months are worked out for this.

task-waits-in-vain = { $how ->
    [off] the deadline of `{ $task }` is counted from `{ $first }`, which is off in this plan
   *[open] `{ $task }` waits for `{ $first }`, which has no deadline
}
    .label = { $how ->
        [off] is off
       *[open] has no deadline
    }
    .help = { $how ->
        [off] count from another day, or give a date
       *[open] give the prerequisite a deadline
    }
    .page = One task must wait for another. Where the other has no deadline or is off, nobody can say when this one may begin, nor whom to ask when it is late.

duty-without-clause = `{ $name }` does not say which clause it carries out
    .label = no clause asks for it
    .help = { $how ->
        [own] name the clause under `clauses`; if there is none, ask whether it must be done at all
       *[other] a duty of a package: name the clause of this plan under `tailor`; if there is none, it may be disabled
    }
    .page = Everything in a plan should be asked for by some clause of the document. Where none is named, it was forgotten, or somebody added the duty and with it a burden. A duty that is needed all the same can be allowed with a reason.

same-record-twice = { $how ->
    [reports] `{ $name }` and `{ $other }` are sent in by the same role equally often
   *[rounds] `{ $name }` and `{ $other }` take the same units to the same subjects equally often
}
    .label = could be one
    .help = { $how ->
        [reports] if one report can hold both, make one of them, with the clauses of both
       *[rounds] if one round can do both, make one duty of them, with the clauses of both
    }
    .page = Two reports, or two rounds, with the same people, subjects and frequency can often be done at once; apart they are one more report, one more way and one more record. Make one duty of them that names the clauses of both. Meetings that could be held together have a note of their own. Where they differ after all, allow it with a reason.

veto-not-countable = the veto `{ $name }` rests on the rule `{ $rule }` alone, with nothing that can be counted
    .label = cannot be counted
    .help = state incidents, failed duties and how often, or the days and the measure of a lapse
    .page = A veto weighs heavily, so what leads to it must be countable: which incidents, how many; which duty failed, how often; below what measure in how many days. From a rule alone nobody can see what was lacking, or appeal.

veto-without-end = the veto `{ $name }` does not say how long it lasts
    .label = no `lasts`
    .help = add `lasts`, such as `lasts: 12mo`
    .page = A veto must end by itself. Without `lasts` it ends with the plan: decided in December it is over in days, decided in January it lasts a year. State the time that its basis gives.

role-unused = `{ $role }` appears in no duty, chain or unit
    .label = not used
    .help = say what it answers for, or remove it
    .page = A role for which nothing is to be done, which attends nothing and stands in no chain, was forgotten as a responsible role, or left over when it got a new name.

set-unused = nothing is to be done for the subjects of `{ $set }`
    .label = not used
    .help = name it under `for_each` of a duty, or remove it
    .page = The subjects are listed, and no duty is due for any of them: records about them will not be looked at. A `for_each` was forgotten, or the list is not needed.

parameter-unused = nothing asks for the parameter `{ $name }`: its value changes nothing
    .label = not used
    .help = write the dollar sign and its id in braces where it belongs, or remove it
    .page = Parameters are what a county or township may decide. One that nothing asks for has no effect, and whoever sets it believes that it has.

deadline-before-issue = { $how ->
    [term] the plan applies from { $date }, before it was issued on { $issued }
   *[deadline] `{ $name }` is due on { $date }, before the plan was issued on { $issued }
}
    .label = before the day of issue
    .help = { $how ->
        [term] let the term begin with the issue, or allow it with a reason
       *[deadline] put the deadline after the issue; remove the task if it has long been done
    }
    .page = Before a plan is issued nobody knows of the duty, and when it is issued the deadline has passed. Where the term begins before the issue, whatever is due every week or month in that time will be counted as not carried out.

lint-errors = must be put right ({ $count })
lint-warnings = should be put right ({ $count })
lint-hints = worth a thought ({ $count })
lint-allowed = left as it is, with a reason ({ $count })
lint-reason = reason: { $reason }
lint-summary = { $plan } (by the rules of { $rules_of }): { $errors } errors, { $warnings } warnings, { $hints } hints; { $allowed } left as they are with a reason
lint-strength-mandatory = mandatory
lint-strength-general = general
lint-strength-advice = advice
label-same-record = the same as this
label-question = the question that is open
label-clauses = the clauses that it carries out

# burden

burden-title = Burden statement
burden-plan = { $title } ({ $issuer }, issued { $issued })
burden-span = Period { $from } to { $to }, { $days } days of which { $workdays } workdays; held against the rules of { $rules_of }
burden-line = { $plan }: in a year { $meetings } meetings, { $reports } reports, { $records } records, { $hours } hours of keeping them; { $over ->
    [none] no limit is exceeded
   *[other] limits exceeded: { $over }
}
burden-totals = 1 What is asked for
burden-held = 2 Beside the limits
burden-meetings-heading = 3 Meetings
burden-roles = 4 Time for records by role (in the period)
burden-top = 5 What takes most time (in the period)
burden-months = 6 Due in each month
burden-named = 7 Letters, vetoes, scorecards and more
burden-remarks = 8 How it was counted
burden-column-what = what
burden-column-period = period
burden-column-year = a year
burden-column-here = here
burden-column-limit = limit
burden-column-kept = result
burden-column-basis = basis
burden-column-meeting = meeting
burden-column-convenor = convened by
burden-column-attends = who attends (each post)
burden-column-role = role
burden-column-posts = posts
burden-column-holders = holders
burden-column-records = records
burden-column-hours = hours
burden-column-heaviest = worst post
burden-column-share = of time
burden-column-clause = clause
burden-column-duty = duty
burden-column-minutes = min each
burden-kept = within
burden-over = over
burden-none = none
burden-some = fewer
burden-no-limit = no rule yet
burden-nobody = (no role named)
burden-basis = { $basis } ({ $strength }{ $from ->
    [none] { "" }
   *[other] {", "}{ $from }
})
burden-named-list = { $what }: { $list }
burden-remarks-text =
    1. Counted from the plan’s own calendar, without evidence. A year has 365 days, 52 weeks, 12 months; what is due once or has a period of its own is not scaled.
    2. Meetings, visits, shifts and so on are counted as often as the plan asks at least; a meeting that another one stands in for is not counted again.
    3. Time for records is writing, filing and sending, not the work itself. The minutes for each are estimates and can be set as measured in limits.yaml (minutes_…).
    4. Share of time = time for records ÷ (workdays of the period × 8 hours × holders); of several posts the average or the heaviest, whichever is more.
    5. What arises only when something happens cannot be counted in advance and is only named; so is what the plan leaves open.
burden-meetings = meetings
burden-attendances = persons at meetings
burden-reports = reports and returns
burden-papers = papers
burden-states = bodies, lists, village plans
burden-tasks = tasks
burden-visits = visits
burden-inspections = inspections
burden-trainings = training and publicity
burden-shifts = shifts (persons)
burden-metrics = figures for indicators
burden-others = other records
burden-records = records in all
burden-marks = further things asked of records
burden-process-marks = of them proofs of procedure only
burden-attachments = attachments
burden-minutes = hours for records
burden-deadlines = deadlines
burden-letters = responsibility letters
burden-vetoes = vetoes
burden-indicators = indicators
burden-score-items = items of scorecards
burden-points = points of scorecards
burden-trace-points = of them for meetings and papers
burden-uncapped = deductions without a cap
burden-personal = columns with personal data
burden-on-event = only when something happens
burden-open = left open by the plan
burden-held-meetings = meetings a year of one post
burden-held-evidence = time for records
burden-held-deadlines = due on one day for one role
burden-held-process-marks = proofs of procedure only
burden-held-letters = responsibility letters
burden-held-personal = columns with personal data
burden-held-points = points of a scorecard
burden-held-items = items of a scorecard
burden-held-trace-points = points for meetings and papers
burden-held-uncapped = deductions without a cap
burden-change-title =
    Burden compared (in a year)
    before: { $before } (issued { $before_issued })
    after: { $after } (issued { $after_issued })
burden-change-none = The two plans ask for the same.
burden-change-step = { $before } → { $after } ({ $share })
burden-change-new = new
burden-change-more = and { $count } more
burden-about = {" "}({ $about })

too-many-meetings = { $role } must sit in { $count } meetings a year, more than { $limit }
    .label = the most frequent of them
    .help = hold it less often, or together with another one: { $list }
    .page = Counts for a whole year every meeting that a role convenes or attends; one that another meeting stands in for (serves_also) is counted once. The documents ask for fewer meetings and name no number for a role: the limit meetings_per_post is advice, and a county can set its own in limits.yaml.

comprehensive-meetings = { $count } comprehensive meetings a year, “{ $name }” among them; in principle there should be at most { $limit }
    .label = how often
    .help = make them one, and settle the rest in a small circle or on paper
    .page = Comprehensive meetings are told by their names (mobilisation, summing up and so on); those of single villages do not count. The provisions of 2024 say that in principle one field holds at most one a year.

mergeable-meetings = “{ $name }” and “{ $other }” share { $share }% of their participants and could be one
    .label = mostly the same people
    .help = say of one that it serves_also as the other, or make them one
    .page = Compares convenor and attendees of two meetings; from meeting_overlap (70% by default) on they are noted. Meetings of which one already serves as the other are left out, and so are those with fewer than two participants named.

leader-required = “{ $name }” is convened by { $convenor } and requires { $leader } to attend
    .label = the superior
    .help = take the leader off the list; if he must be there, let him convene it
    .page = Nobody should sit through a meeting for company: one that a deputy convenes does not require the main leader. Noted where an attendee stands above the convenor by the plan’s own lines of answering.

frequent-report = “{ $name }” is due every day or week, or when there is nothing to report
    .label = too often
    .help = ask monthly or quarterly, or only when something happens; do not ask for what the ledger already holds
    .page = Daily and weekly reports and nil returns take most of the time of those below and turn into copying. What can be added up from the ledger need not be reported again. Reports during an incident are not meant.

column-asked-twice = “{ $name }” asks for “{ $column }”, which is asked for elsewhere too: { $others }
    .label = the same thing
    .help = have it written down once and derive the rest; say which one counts
    .page = The same thing about the same subjects is to be entered in two kinds of record. Material should be asked for once. What a meeting brings forth is its result and does not count.

evidence-hours = { $post } spends { $hours } hours on keeping records, { $share }% of working time and more than { $limit }%
    .label = most of it here
    .help = start with the heaviest: { $list }
    .page = Time = occurrences × subjects × minutes a record takes: writing and filing alone, not the work itself. Working time = workdays of the plan × 8 hours, for as many as hold the post. The minutes are estimates (minutes_… in limits.yaml) and can be set as measured. The limit evidence_share is 10% by default, and advice. `luoshi burden` shows the details.

process-mark = “{ $name }” asks for { $list } alone, which shows no result
    .label = proves only that something was gone through
    .help = add something that tells what came of it (an outcome, a figure), or drop these proofs
    .page = Sign-in sheets, photographs, screenshots, check-ins and work logs prove only that something was gone through. The notice of 2018 says that work must not be judged mainly by its traces. Not noted where the record must also tell an outcome: another mark, a figure, a status.

veto-punishes-reporting = “{ $name }” falls on whoever reports a case: hiding it pays
    .label = counts cases alone
    .help = ask for a mark (confirmed), a lapse before it, or a finding of cause: punish neglect only
    .page = Where a veto looks at the number of cases and the same people report them, honesty is punished and silence is safe. The condition needs one of: marks of the incident (such as confirmed), a lapse, a finding.

responsibility-letter = “{ $name }” has { $copies ->
        [none] letters
       *[other] letters ({ $copies })
    } signed (kinds of letters in the plan: { $layers }); a list of tasks would do
    .label = letters to be signed
    .help = make it one list of tasks: who, what, by when, shown by what; where a law asks for a letter, say which
    .page = The notice of 2019 says not to have letters signed at every turn, which only shifts responsibility downwards. A plan that names who answers and by when has settled it. Where a law asks for the letter, allow the note and name the law.

score-above-hundred = “{ $name }” has { $total } points in all
    .label = full marks
    .help = make it { $limit } points, and keep the items that look at results
    .page = A card of a thousand points splits into ever smaller items, each with its folder of papers. Such cards are named as a fault in public notices.

too-many-score-items = “{ $name }” has { $count } items, more than { $limit }
    .label = too many items
    .help = put like with like and drop what looks at procedure
    .page = The more items, the smaller each and the more papers are kept for them. The limit score_items is advice; items for extra points do not count. A scorecard here has sections and items only, so that there can be no third level.

score-decimals = “{ $name }” is worth { $points } points: behind the decimal point
    .label = decimals
    .help = make it a whole number, or part of another item
    .page = Points behind the decimal point mostly mean that items have been split too finely.

frequent-ranking = “{ $name }” appraises or ranks every month or quarter
    .label = how often
    .help = do it once in half a year or a year; the ledger shows progress in between
    .page = The notice of 2018 is about inspections and appraisals that are too many and too frequent. Progress can be seen in the ledger without a monthly or quarterly ranking.

points-for-traces = “{ $name }” gives { $points } of { $total } points for meetings and papers, more than { $limit }%
    .label = points for traces
    .help = lower these items and give the points to results: { $list }
    .page = An item scores traces if all that it looks at are meetings, papers or reports, or if its name speaks of ledgers, papers or photographs. The limit trace_points is 10% by default.

deduction-without-cap = “{ $name }” deducts for each case, without end
    .label = points for each
    .help = give it a `max`: the most that it can take
    .page = Without a cap one matter can take all points of its section, however well the rest was done.

punished-twice = “{ $fact }” is punished twice: by “{ $name }” and by “{ $other }”
    .label = the second time
    .help = keep one of them; to be harder on grave cases, use bands in one item
    .page = One fact costs points in two items of a card, or points and a grade or a veto, or draws two penalties. A veto with further conditions (a lapse, a finding) is about neglect and does not count.

punished-twice-other = the first time

mergeable-meetings-other = the other one

bonus-above-cap = “{ $name }” offers { $sum } extra points under a cap of { $cap }
    .label = extra points
    .help = lower the items to the cap, or raise the cap
    .page = The items promise more than the cap lets through: nobody can tell what they are worth.

plan-too-long = the { $clauses } clauses come to { $count } characters, more than { $limit }
    .label = the last of them
    .help = cut background and significance, and what is copied from the higher document
    .page = The provisions of 2024 allow 5000 characters in general and 4000 for special work and concrete tasks. Clauses in YAML are summaries, not the text: if the summaries are too long, so is the text; if they are not, the text may still be.

village-must-plan = “{ $name }” has every village write a plan of its own
    .label = one more paper for each village
    .help = settle it once for the township; where villages differ, a table will do
    .page = When every village must write its own plan, most of it is copied. As a rule nobody below should be asked for accompanying documents.

much-background = { $share }% of the clauses’ text asks for nothing that can be checked, more than { $limit }%
    .label = from here
    .help = cut background, significance and slogans; keep who, what and when
    .page = The share of clauses with the status guidance, by the length of their summaries. A document on concrete tasks should do without background. As clauses are summaries, the share is a rough one.

commanding-issuer = the plan is issued by { $issuer }, which must not give orders to those below
    .label = the issuer
    .help = have it issued by the party committee or the government
    .page = Article 1 of the provisions of 2024: coordinating bodies and departments do not issue commanding documents to lower party committees and governments.

deadline-too-short = “{ $name }” must be ready in less than { $limit } workday(s)
    .label = the limit
    .help = give at least { $limit } workday(s); responses to incidents belong under incidents
    .page = What is asked for in the morning and due in the afternoon can only be made up. Responses to incidents are not meant: hours are right for them.

deadline-on-rest-day = “{ $name }” is due on { $day }, { $holiday ->
        [none] a day off
       *[other] { $holiday }
    }
    .label = nobody is at work
    .help = move it to { $next }, the next workday
    .page = A date on a weekend or holiday means hurry before it or work during it. By the workday calendar of the plan; ends of months and the plan’s last day are not noted.

assessed-too-soon = “{ $name }” appraises { $days } days after the plan was issued, less than { $limit }
    .label = when
    .help = put it off and leave time for the work
    .page = Work must not be appraised when it has hardly been handed out. Counted from the day of issue.

deadlines-on-one-day = { $role } has { $count } things due on { $day }, more than { $limit }
    .label = one of them
    .help = spread them, or make them one paper: { $list }
    .page = Papers, reports and tasks of one role that are due on the same day; its worst day is shown. The limit deadlines_per_day is advice.

new-body = “{ $name }” names “{ $term }”: no new body or signboard for one piece of work
    .label = a new body or signboard
    .help = leave it to bodies and posts that exist; if it was approved, allow the note and name the approval
    .page = Apart from documents on that very matter, none may demand new bodies; signboards and rules on walls in villages are being cleared away. “Listed for supervision” (挂牌督办) is not meant.

app-or-chat-group = “{ $name }” calls for an app or chat group: “{ $term }”
    .label = app or chat group
    .help = use a platform that exists; say when a temporary group is closed
    .page = No formalism at the fingertips: no further apps and groups, and nobody is made to install or follow them.

forced-check-in = “{ $name }” demands “{ $term }”
    .label = forced use
    .help = drop it; where safety or an emergency needs it, allow the note and say so
    .page = Check-ins, rankings by points, rates of installation and forwarding measure the use of software, not the work. Safety and emergencies are excepted.

empty-phrase = “{ $text }” is only a phrase (“{ $term }”) and says nothing to do
    .label = no content
    .help = say who does what, by when, shown by what; if it is only an attitude, give it the status guidance
    .page = A duty or a checkable clause that holds a phrase and nothing else can neither be recorded nor checked.

task-without-proof = “{ $name }” does not say what shows that it is done
    .label = no deliverable, no requirement
    .help = add a `deliverable`, or say under `requires` what the record must hold
    .page = A task needs four things: who, what, by when, shown by what. Without the last, done is only a word.

personal-column = “{ $name }” registers personal data ({ $term })
    .label = personal data
    .help = use a number, the village and a count; where a statutory duty needs it, allow the note and name the law and how long it is kept
    .page = Article 6 of the Personal Information Protection Law: collect the least that the purpose needs. luoshi’s ledger holds units, posts, numbers and counts, and refuses identity-card and mobile numbers on entry.
lint-basis = { $title }{ $article ->
        [none] {""}
       *[other] , { $article }
    } ({ $strength }{ $from ->
        [none] {""}
       *[other] , from { $from }
    }{ $to ->
        [none] {""}
       *[other] , to { $to }
    }){ $value }, limit { $id }
lint-basis-value = : { $value } { $unit }
lint-page-basis = Basis
lint-book-head = Generated from the registry and the catalogues, not by hand: LUOSHI_BLESS=1 cargo test -p luoshi-lint --test book
lint-book-title = The rules by which a plan is judged
