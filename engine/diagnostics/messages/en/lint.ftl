# lint

allow-unknown-code = there is no code `{ $code }`, so nothing is allowed
    .label = { $near ->
        [none] no such code
       *[other] did you mean `{ $near }`?
    }
    .help = write `# luoshi: allow LS0706 reason`, with the code as it was printed
    .page = The comment allows a code or name that does not exist, so nothing is allowed. Whoever wrote it believes the matter is answered, while the note still appears. Example: `# luoshi: allow LS7006 to be appointed` was meant to be LS0706; the name role-without-holder would do as well, several codes are separated by commas, and the reason comes last. This is a slip of writing, rests on no document, and cannot itself be allowed.

allow-without-reason = something is allowed without a reason
    .label = add the reason after the code
    .help = after the code, say why it is left as it is
    .page = The comment allows something and gives no reason. It still works, but when the clerk changes or an inspection comes, nobody can say why it was left. Example: turn `# luoshi: allow LS0736` into `# luoshi: allow LS0736 civil affairs keep a table of their own`. To ask for a reason is our advice, and the note cannot itself be allowed.

allow-unused = there is no `{ $code }` here to allow
    .label = no longer needed
    .help = delete the comment if the matter is settled, or move it to the line of the note or the one above
    .page = The comment allows a code that is not noted in what it covers: its line, or, alone on a line, the next one and the whole list item that begins there. Left behind, it tells readers that the matter is still open, and it would hide the same mistake later. Example: the justice office now has a head under `holders`, so delete `# luoshi: allow LS0706 not appointed yet`; in the wrong place, move it. Codes whose limits are not yet in force are passed over; this is our advice and cannot itself be allowed.

unknown-limit = there is no limit `{ $name }`
    .label = { $near ->
        [none] no rule asks for it
       *[other] did you mean `{ $near }`?
    }
    .help = use the id that `luoshi explain` shows on the page of a rule
    .page = An entry of limits.yaml has an id that no rule asks for. It does nothing, while the county believes it has set a new number. Example: meeting_per_post was meant to be meetings_per_post; `luoshi explain` shows the right id on the page of each rule. This is a slip of writing and rests on no document; there is no reason to leave it.

duty-without-responsible = nobody answers for `{ $name }`
    .label = no responsible role
    .help = add `responsible`; for a meeting the `convenor` will do
    .page = A duty names no responsible role. Meetings with a `convenor`, duties that units fulfil `by_all_of` them where each unit has a `head`, and figures without a target are passed over. Where nobody answers, a failure leads to nobody. This is our advice and rests on no document. Example: visits have a `cadence` and nobody for them: add `responsible: village_party_secretary`; if the division of work is about to be settled, `# luoshi: allow LS0705 roles settled in May`.

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
    .page = A role with something to do is held by nobody on some day of the plan. Each post is looked at, acting holders count, vacancies up to a chain’s `vacancy` are passed over, and so are rest days at a hand-over. While the post is empty its duties are done by nobody, and an inspection finds nobody to ask. This is our advice. Example: the village secretary left on 30 June and the next comes on 1 August: enter the deputy under `holders` with dates and `acting: true`; if the post is truly empty, `# luoshi: allow LS0706 election due`.

role-inspects-itself = { $how ->
    [inspection] `{ $what }`: `{ $who }` inspects itself
    [points] `{ $what }`: `{ $who }` answers for the work and gives it points
   *[decision] `{ $what }`: `{ $who }` answers for the work and decides on its failures
}
    .label = in its own cause
    .help = let another unit or role inspect, or let them inspect each other
    .page = Those who do the work also judge it: an inspector is among the inspected; records need an inspection for which the same role or person answers; points by judgement are given by whoever answers for the work; a penalty is decided by the role or unit that answers for the failure. Nobody trusts the result, and the county must inspect again. This is our advice and rests on no document. Example: an inspection `for_each` village is done by the village secretaries: put the township office under `by_any_of` instead. Where nobody else knows the trade, `# luoshi: allow LS0707 the county bureau checks each quarter`.

leader-overloaded = `{ $person }` holds `{ $role }` for { $count } subjects, more than { $most }
    .label = too much for one person
    .help = give some to others, or allow it with a reason
    .page = On the day of the check one person holds the same role for more subjects than subjects_per_leader, 5 by default. Acting holders do not count, and a chain with its own `at_most` is judged by that. Too many villages cannot be visited, and the records are made up afterwards. The number is our advice: a county may set its own in limits.yaml. Example: a deputy mayor holds 8 villages under `holders`: give 3 to another; if cadres are short, `# luoshi: allow LS0708 two posts vacant until December`.

role-overloaded = `{ $role }` answers for { $count } of { $total } duties, more than { $most }
    .label = everything rests on one role
    .help = let the role that does the work answer for some of them
    .page = One role answers for more of the plan’s own duties than duties_per_role, 30 by default; what comes from a package does not count. Whatever fails leads to the same person, and those who do the work answer for nothing. The number is our advice: a county may set its own in limits.yaml. Example: of 40 duties of the security office give mediation to the justice office and patrols to the police by changing `responsible`. In an office of one, `# luoshi: allow LS0709 one person in the office`.

task-before-prerequisite = `{ $task }` is due on { $due } and must wait for `{ $first }`, which is due on { $earlier }
    .label = is due later
    .help = bring the first deadline forward, or put this one off
    .page = A task waits for another under `after`, and that other is due later than the task itself, also where the days are worked out. Done as planned it will still be late, and whoever holds it is bound to be blamed. This is a contradiction of the plan, not a matter of any document. Example: alarms are due on 30 June and wait for a survey due on 31 July: bring the survey’s `due` forward to May. Where two documents of the county fix both days, `# luoshi: allow LS0710 asked the county`.

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
    .page = A task waits for one without a deadline, or its own deadline counts from one that is off in this plan. Nobody can say when it may begin or when it is late, and an inspection does not know whom to ask. This is a gap in the plan, and no document is behind it. Example: kiosks wait for a choice of sites that has no `due`: give it `within: 15d`; where the first is off, write a date. If the county’s approval is awaited, `# luoshi: allow LS0711 county approval pending`.

duty-without-clause = `{ $name }` does not say which clause it carries out
    .label = no clause asks for it
    .help = { $how ->
        [taken-over] a duty of a package: name the clause of this plan under `tailor`; if there is none, it may be disabled
       *[own] name the clause under `clauses`; if there is none, ask whether it must be done at all
    }
    .page = The plan has clauses, and a duty names none of them. Either the clause was forgotten, so that nobody can cite a ground when it is inspected, or the duty was added and with it a burden. This is our advice. Example: a sketch of each village is asked for by 2.3: write it under `clauses`, or under `tailor` for a duty of a package; put what no clause asks for under `disable`. If it is wanted all the same, `# luoshi: allow LS0712 decided by the committee`.

same-record-twice = { $how ->
    [reports] `{ $name }` and `{ $other }` are sent in by the same role equally often
   *[rounds] `{ $name }` and `{ $other }` take the same units to the same subjects equally often
}
    .label = could be one
    .help = { $how ->
        [reports] if one report can hold both, make one of them, with the clauses of both
       *[rounds] if one round can do both, make one duty of them, with the clauses of both
    }
    .page = Two reports of the same role at the same rhythm, or two rounds of the same units to the same subjects, could be one. The village reports twice, or is visited twice, and the figures of the two disagree. This is our advice; the provisions of 6 August 2024 also say not to demand forms and materials often. Example: a monthly report on disputes and one on public order become one, with both clauses under `clauses`. If they go to different offices, `# luoshi: allow LS0713 two receivers`.

veto-not-countable = the veto `{ $name }` rests on the rule `{ $rule }` alone, with nothing that can be counted
    .label = cannot be counted
    .help = state incidents, failed duties and how often, or the days and the measure of a lapse
    .page = A veto names a `rule` and nothing else: no incidents, no `failed` duty, no `lapse`. It weighs heavily, and a village that cannot count its failures cannot see what was lacking, nor can the county review it. This is our advice. Example: instead of a rule “public order is poor” write `failed: [household_watch]` and `failed_at_least: 3`. If the superior document itself goes by a ratio, `# luoshi: allow LS0714 words of the county document`.

veto-without-end = the veto `{ $name }` does not say how long it lasts
    .label = no `lasts`
    .help = add `lasts`, such as `lasts: 12mo`
    .page = A veto does not say how long it `lasts`. It then ends with the plan: decided in December it is over in days, decided in January it lasts a year, and villages see unequal treatment. This is our advice; the time is the one that its basis gives. Example: the county’s rules say a year, so write `lasts: 12mo`. If the basis says the end of the year, `# luoshi: allow LS0715 until 31 December by the document`.

waiver-by-anybody = nobody is named who may grant waivers: of `{ $first }`{ $count ->
        [1] {""}
       *[other] {" "}and others, { $count } in all,
    } any body may
    .label = no `granted_by`
    .help = add `waivers: {"{"} granted_by: [{"{"} name: county committee, level: county {"}"}] {"}"}`, or `waivable: false` to what must not be waived
    .page = Where no body is named, a waiver recorded by anyone takes a failure out of the findings, even by whoever failed. This is our advice; there is no limit to change. Example: a county's package names the county committee, and then no township can use another's. A package of a higher level that leaves this to those below on purpose says `# luoshi: allow LS0720 each county decides`.

role-unused = `{ $role }` appears in no duty, chain or unit
    .label = not used
    .help = say what it answers for, or remove it
    .page = A role has no duty, attends nothing, and stands in no chain or unit. It was forgotten as a responsible role or left over from another name, and readers take it for somebody who sees to things. This is our advice. Example: there is an informant officer, and the report names no `responsible`: name the officer, or remove the role. If it is there only to match the county’s list, `# luoshi: allow LS0716 listed by the county`.

set-unused = nothing is to be done for the subjects of `{ $set }`
    .label = not used
    .help = name it under `for_each` of a duty, or remove it
    .page = Subjects are listed for which nothing is due. Records about them are never looked at, so the clerk writes in vain. This is our advice. Example: 12 schools are listed, and the school patrol has no `for_each`: add `for_each: schools`, or remove the list. If it is for next year, `# luoshi: allow LS0717 used from next year`.

parameter-unused = nothing asks for the parameter `{ $name }`: its value changes nothing
    .label = not used
    .help = write the dollar sign and its id in braces where it belongs, or remove it
    .page = Nothing asks for a parameter. Whoever sets it believes that it has an effect. This is our advice. Example: there is a parameter for visits a month, while the visit says `at_least: 2`: write the dollar sign and its id in braces there, or remove it. If it will be used later, `# luoshi: allow LS0718 for the detailed rules`.

deadline-before-issue = { $how ->
    [term] the plan applies from { $date }, before it was issued on { $issued }
   *[deadline] `{ $name }` is due on { $date }, before the plan was issued on { $issued }
}
    .label = before the day of issue
    .help = { $how ->
        [term] let the term begin with the issue, or allow it with a reason
       *[deadline] put the deadline after the issue; remove the task if it has long been done
    }
    .page = A fixed deadline lies before the day of issue, or the term begins before it. Nobody knew of the duty when it was due: whatever was due in those months counts as not carried out, and villages make up papers for it. This is our advice. Example: issued on 10 May with a `period` from 1 January: let it begin on 10 May. If the work did go on by last year’s plan, `# luoshi: allow LS0719 continues last year’s plan, records complete`.

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
burden-package = { $title } ({ $issuer }): a package, reckoned for the whole of { $year }
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
    .page = In a whole year a role convenes or attends more meetings than meetings_per_post, 24 by default; one that another stands in for with `serves_also` is counted once. People in meetings cannot go to the villages, and what was agreed is not done. The notice on easing the burden of 11 March 2019 asks for fewer meetings and names no number: 24 is our advice, and can be changed in limits.yaml. Example: of a weekly briefing, a monthly meeting and a monthly review, let the meeting `serves_also` as the review and hold the briefing monthly. For a short change of shift, `# luoshi: allow LS0731 change of shift`.

comprehensive-meetings = { $count } comprehensive meetings a year, “{ $name }” among them; in principle there should be at most { $limit }
    .label = how often
    .help = make them one, and settle the rest in a small circle or on paper
    .page = Meetings for the whole area whose names say mobilisation, deployment, summing up and the like come to more than comprehensive_meetings a year, 1 by default; a village’s own do not count. Each of them takes half a day of every village secretary, mostly for what the document already says. The provisions of 6 August 2024 allow one comprehensive meeting a year in a field, in principle. Example: sum up at the next mobilisation and keep one meeting with `every: year`. If the county orders a further one, `# luoshi: allow LS0732 ordered by the county`.

mergeable-meetings = “{ $name }” and “{ $other }” share { $share }% of their participants and could be one
    .label = mostly the same people
    .help = say of one that it serves_also as the other, or make them one
    .page = Two meetings share their people: what is common comes to meeting_overlap of the larger, 70% by default. Meetings for different subjects, without a rhythm, already joined by `serves_also`, or with fewer than two people are passed over. The same people travel twice a month, for more time than they sit. The provisions of 6 August 2024 ask to merge what can be merged; 70% is our advice and can be changed in limits.yaml. Example: let the monthly meeting `serves_also` as the monthly review; if that one is confidential, `# luoshi: allow LS0733 confidential`.

leader-required = “{ $name }” is convened by { $convenor } and requires { $leader } to attend
    .label = the superior
    .help = take the leader off the list; if he must be there, let him convene it
    .page = An attendee stands above the convenor by the plan’s `answers_to` and chains. A meeting that a deputy convenes and the main leader sits through for company costs the leader the morning for the work. The provisions of 6 August 2024 say that such a meeting does not in general require the main leaders below; we look at one’s own level in the same way. Example: take the party secretary off the `attendees` of the deputy’s meeting, or make the secretary its `convenor`. If a statute makes the secretary a member, `# luoshi: allow LS0734 chairs the committee`.

frequent-report = “{ $name }” is due every day or week, or when there is nothing to report
    .label = too often
    .help = ask monthly or quarterly, or only when something happens; do not ask for what the ledger already holds
    .page = A report is due every day or week, or its name speaks of daily, weekly or nil returns; reports during an incident are not meant. It takes most of the time of those below, becomes copying, and hides what is real. The notice on supervision, inspection and appraisal of 9 October 2018 is the basis. Example: change a weekly report’s `every: week` to `every: month`, or ask for it only under `respond` of an incident; what can be added up from the ledger need not be reported at all. In a flood season with orders from above, `# luoshi: allow LS0735 flood season until September`.

column-asked-twice = “{ $name }” asks for “{ $column }”, which is asked for elsewhere too: { $others }
    .label = the same thing
    .help = have it written down once and derive the rest; say which one counts
    .page = Two kinds of record about the same subjects ask for the same mark; what a meeting `produces` does not count. The same thing is written twice, and where the two differ an inspection cannot tell which one holds. The provisions of 6 August 2024 say not to demand forms and materials often. Example: “what people say” is among the `marks` of inspections and of visits: keep it in one. If the two are used differently, `# luoshi: allow LS0736 two uses`.

evidence-hours = { $post } spends { $hours } hours on keeping records, { $share }% of working time and more than { $limit }%
    .label = most of it here
    .help = start with the heaviest: { $list }
    .page = A post’s time for records takes more than evidence_share of its working time, 10% by default: times × subjects × minutes for a record, against workdays × 8 hours. Visits, patrols and meetings themselves are not counted; where records take too much, they are made up in the evening. The notice of 9 October 2018 asks to ease the burden and names no share: 10% and the minutes (minutes_…) are ours and can be changed in limits.yaml, with details from `luoshi burden`. Example: record one line a shift rather than one for each person. For a full-time archivist, `# luoshi: allow LS0737 archivist`.

process-mark = “{ $name }” asks for { $list } alone, which shows no result
    .label = proves only that something was gone through
    .help = add something that tells what came of it (an outcome, a figure), or drop these proofs
    .page = The marks of a record, or what a meeting `produces`, are all sign-in sheets, photographs, screenshots, check-ins or work logs, with no `quantity` and no `status`. They prove that somebody went, not what was found, and inspectors count photographs. The notice of 9 October 2018 says that work must not be judged mainly by its traces; the provisions of 2024 say the same of photographs. Example: in place of `marks: [photo]` ask for `marks: [outcome]`. Where the law asks for images, as in fire inspections, `# luoshi: allow LS0738 enforcement record`.

veto-punishes-reporting = “{ $name }” falls on whoever reports a case: hiding it pays
    .label = counts cases alone
    .help = ask for a mark (confirmed), a lapse before it, or a finding of cause: punish neglect only
    .page = A veto counts cases and asks for nothing more: no `marks` such as confirmed, no `lapse`, no `failed` duty, no `finding_required`; or it rests on a rule over such counts without a finding. Those who report are punished and those who hide are safe, and the ledger’s figures are no longer to be trusted. This is our advice; the notice of 11 March 2019 does not say it outright. Example: to `incidents: [livestock_theft]` add `marks: [confirmed]`, a `lapse` and `finding_required: true`. If cases are registered by the police alone, `# luoshi: allow LS0739 figures of the police`.

responsibility-letter = “{ $name }” has letters ({ $term }) signed{ $copies ->
        [none] { "" }
       *[other] , { $copies } of them
    } (kinds of letters in the plan: { $layers }); a list of tasks would do
    .label = letters to be signed ({ $term })
    .help = make it one list of tasks: who, what, by when, shown by what; where a law asks for a letter, say which
    .page = The name of a task, document or coverage speaks of a letter of responsibility (责任状, 责任书, 承诺书, 保证书, 军令状); the note says how many are signed in a year. They lie in a cupboard until something happens, and then whoever signed is blamed. The notice of 11 March 2019 says not to have letters signed at every turn and so to shift responsibility downwards. Example: drop the letter to villages and write `responsible`, `due` and `deliverable` for each task. Where a law asks for it, such as internal security of units, `# luoshi: allow LS0740` and name the law and article.

score-above-hundred = “{ $name }” has { $total } points in all
    .label = full marks
    .help = make it { $limit } points, and keep the items that look at results
    .page = The `total` of a scorecard is above score_total, 100 by default. A card of a thousand points splits into ever smaller items, and inspectors turn papers rather than look at results. The basis is the notice of 9 October 2018; notices of several places name such cards as a fault. Example: keep cases, watch and mediation, and write `total: 100`. If the card comes from the county, `# luoshi: allow LS0741 county card`.

too-many-score-items = “{ $name }” has { $count } items, more than { $limit }
    .label = too many items
    .help = put like with like and drop what looks at procedure
    .page = A scorecard has more items than score_items, 30 by default; extra points do not count. Each item is worth less and needs its folder: a village keeps dozens for one visit. The notice of 9 October 2018 asks for fewer appraisals and names no number: 30 is our advice and can be changed in limits.yaml. Example: 12 of 45 items are about ledgers: make them one and raise the `max` of those about results. If the card is that of the county, `# luoshi: allow LS0742 county card`.

score-decimals = the points of “{ $name }”, { $points }, are not a whole number
    .label = decimals
    .help = make it a whole number, or part of another item
    .page = The `each`, `max` or `each_at_most` of an item is not a whole number. Items have been split too finely: a village keeps a folder for 0.5 points, and two inspectors score it differently. The notice of 9 October 2018 asks for simpler appraisal; whole numbers are our advice. Example: in place of half a point for each missing report take 1 point for every two, or merge the items. If the county’s card has decimals, `# luoshi: allow LS0743 county card`.

frequent-ranking = “{ $name }” appraises or ranks every month or quarter
    .label = how often
    .help = do it once in half a year or a year; the ledger shows progress in between
    .page = Something named appraisal, evaluation or ranking is due each quarter or more often. Each time the villages prepare papers and the office makes a tour, and a ranking of weeks shows no real change. The notice of 9 October 2018 is about appraisals that are too many and too frequent. Example: change `every: month` to `every: half_year`; the ledger shows progress in between. If the county appraises quarterly, `# luoshi: allow LS0744 county does it quarterly`.

points-for-traces = “{ $name }” gives { $points } of { $total } points for meetings and papers, more than { $limit }%
    .label = points for traces
    .help = lower these items and give the points to results: { $list }
    .page = The items of a card that look only at meetings, papers and reports, or are named for ledgers, papers or photographs, come to more than trace_points of the total, 10% by default. The village with the best papers then leads, whatever its safety. The notice of 9 October 2018 says not to judge work mainly by its traces; the share can be changed in limits.yaml. Example: minutes 10 and files 15 become 10 together, and 15 go to the watch with `method: ratio`. In a year of putting files in order, `# luoshi: allow LS0745 year of the archives`.

deduction-without-cap = “{ $name }” deducts for each case, without end
    .label = points for each
    .help = give it a `max`: the most that it can take
    .page = An item deducts for each case or missing thing and has no `max`. A few cases take all points of the section, however well the rest was done, and the village stops caring. This is our advice; the notice of 9 October 2018 does not say it outright. Example: a point for each missing report: add `max: 5`. Where one case should take everything, such as a killing, `# luoshi: allow LS0746 takes all by intent`.

punished-twice = “{ $fact }” is punished twice: by “{ $name }” and by “{ $other }”
    .label = the second time
    .help = keep one of them; to be harder on grave cases, use bands in one item
    .page = One failure or kind of incident is scored by two items of a card, or costs points and a grade or a veto, or draws two penalties; a veto with a `lapse`, a finding or a rule of its own does not count. A village that loses points twice for one matter finds it unfair, and its appeal is hard to answer. This is our advice; the notice of 9 October 2018 does not say it outright. Example: a missed watch costs 4 points and its ledger 2 more: name it under `of` once, and for grave cases use `by_severity`. If the two look at different things, `# luoshi: allow LS0747 number and quality`.

punished-twice-other = the first time

mergeable-meetings-other = the other one

bonus-above-cap = “{ $name }” offers { $sum } extra points under a cap of { $cap }
    .label = extra points
    .help = lower the items to the cap, or raise the cap
    .page = The `max` of the extra items add up to more than the `cap`. A village that fulfils all of them cannot get them, and nobody knows what they are worth. This is our advice and rests on no document. Example: under a `cap: 5` two items of 4: make them 3 and 2, or raise the cap to 8. If a village is meant to choose, `# luoshi: allow LS0748 a choice, capped at 5`.

plan-too-long = the { $clauses } clauses come to { $count } characters, more than { $limit }
    .label = the last of them
    .help = cut background and significance, and what is copied from the higher document
    .page = The summaries of the clauses come to more than plan_length characters, 4000 by default; if they do, so does the text, and if not, it may still. Nobody reads a long document to its end, and what is to be done is lost in it. The provisions of 6 August 2024, article 2, allow 5000 in general and 4000 for special work and concrete tasks. Example: cut the chapters on significance and those copied from above. For a general plan, `# luoshi: allow LS0749 general plan`, or set 5000 in limits.yaml.

village-must-plan = “{ $name }” has every village write its own plan ({ $term })
    .label = one more paper for each village
    .help = settle it once for the township; where villages differ, a table will do
    .page = Each village, community or group must write an implementation plan, a work plan, detailed rules, an accompanying document, a prevention plan or an annual plan of its own. Most of it is copied, nobody reads it, and every copy must be collected and checked. The provisions of 6 August 2024, article 3, say that accompanying documents are not asked for in general. Example: let the township write one, and have villages fill in a table with places and people. Where they truly differ, such as flood evacuation, `# luoshi: allow LS0750 terrain differs`.

much-background = { $share }% of the clauses’ text asks for nothing that can be checked, more than { $limit }%
    .label = from here
    .help = cut background, significance and slogans; keep who, what and when
    .page = Clauses with the status `guidance` take more than background_share of the summaries, 30% by default; as these are not the text, the share is rough. What is to be done drowns in background and slogans. The provisions of 6 August 2024, article 2, ask for plain writing; 30% is our advice and can be changed in limits.yaml. Example: three clauses on significance become one sentence, and who, what and when take their place. For a document of principles, `# luoshi: allow LS0751 principles only`.

commanding-issuer = the plan is issued by “{ $issuer }”, and a “{ $term }” must not give orders to those below
    .label = the issuer
    .help = have it issued by the party committee or the government
    .page = The issuer is a leading group, headquarters, joint conference or office, and not the party committee or the government. Villages cannot tell whom to obey, get several orders for one thing, and when it goes wrong nobody bears it. The provisions of 6 August 2024, article 1, say that coordinating bodies and departments do not issue commanding documents to party committees and governments below; this is mandatory. Example: in place of the group’s office name the party committee and the government under `issuer`. For a letter that only asks for an opinion, `# luoshi: allow LS0752 letter of consultation`.

deadline-too-short = “{ $name }” must be ready in less than { $limit } workday(s)
    .label = the limit
    .help = give at least { $limit } workday(s); responses to incidents belong under incidents
    .page = A task, document or coverage must be ready in less than short_deadline, 1 workday by default, or 8 hours; responses to incidents are not meant. What is asked in the morning and due in the afternoon is guessed. The notice of 9 October 2018 asks to ease the burden; 1 workday is our advice and can be changed in limits.yaml. Example: a list of dangers `within: 2h` becomes `within: 3wd`. If the superior wants it the same day, `# luoshi: allow LS0753 ordered for the same day`.

deadline-on-rest-day = “{ $name }” is due on { $day }, { $holiday ->
        [none] a day off
       *[other] { $holiday }
    }
    .label = nobody is at work
    .help = move it to { $next }, the next workday
    .page = A date under `due` or `by` falls on a weekend or holiday of the plan’s calendar; the ends of months and the plan’s last day are passed over. Nobody is at work: it is done in haste or over the holiday, or counted as late. This is our advice. Example: 3 October is in the National Day holiday: move it to 8 October. For holiday duty itself, `# luoshi: allow LS0754 holiday duty`.

assessed-too-soon = “{ $name }” appraises { $days } days after the plan was issued, less than { $limit }
    .label = when
    .help = put the appraisal off and leave time for the work
    .page = A task or paper named appraisal or ranking is due less than early_assessment days after issue, 30 by default, or a scorecard’s period ends so soon. The work has hardly begun, so that villages make papers and inspectors score papers. The basis is the notice of 9 October 2018; the 30 days can be changed in limits.yaml. Example: issued on 10 May, an appraisal with `within: 10d`: write `2mo`. For a campaign of a month, `# luoshi: allow LS0755 campaign of one month`.

deadlines-on-one-day = { $role } has { $count } things due on { $day }, more than { $limit }
    .label = one of them
    .help = spread them, or make them one paper: { $list }
    .page = More papers, reports and tasks than deadlines_per_day, 5 by default, are due from one role on a day; only the worst day is noted. Whoever has to hand them in makes up the last few. The notice of 9 October 2018 asks to ease the burden; 5 is our advice and can be changed in limits.yaml. Example: of 6 things due at the end of the month give the returns a `hand_in` in the next one, and make two summaries one. At the closing of the year, `# luoshi: allow LS0756 year-end accounts`.

new-body = “{ $name }” names “{ $term }”: no new body or signboard for one piece of work
    .label = a new body or signboard
    .help = leave it to bodies and posts that exist; if it was approved, allow the note and name the approval
    .page = A name speaks of a leading group, a task force, a signboard or rules on the wall; “listed for supervision” (挂牌督办) is not meant. The same people get one more round of meetings and ledgers. The provisions of 6 August 2024, article 3, say that documents do not set requirements on bodies and posts, unless that is their matter; this is mandatory. Example: drop the task force and give the duty to the security office under `responsible`. If it was approved, `# luoshi: allow LS0757` and the approval’s number.

app-or-chat-group = “{ $name }” calls for an app or chat group: “{ $term }”
    .label = app or chat group
    .help = use a platform that exists; say when a temporary group is closed
    .page = A name, a deliverable or a mark speaks of a chat group, an app, a mini program or a public account. Village cadres sit in a dozen groups and answer “received”. The provisions of 6 August 2024 ask to keep apps and groups in order and not to force anyone to install them. Example: in place of a group for each village ask for a list of telephone contacts; for a group that is needed, say when it is closed. In an emergency, `# luoshi: allow LS0758 flood, closed after it`.

forced-check-in = “{ $name }” demands “{ $term }”
    .label = forced use
    .help = drop this demand; where safety or an emergency needs it, allow the note and say so
    .page = A name, a deliverable or a mark speaks of checking in, ranking by points, rates of installation, likes or forwarding. It measures the use of software and not the work: others check in for the absent, and the visit is not made. The basis is the provisions of 6 August 2024, which do not let apps be forced on people. Example: in place of a daily check-in ask for a record of what was looked at and what came of it, under `requires`. For safety rounds or emergency duty, `# luoshi: allow LS0759 presence on duty`.

empty-phrase = “{ $text }” is only a phrase (“{ $term }”) and says nothing to do
    .label = no content
    .help = say who does what, by when, shown by what; if it is only an attitude, give it the status guidance
    .page = The name of a duty, or the summary of a checkable clause, holds a phrase such as “attach great importance” and fewer than 8 characters besides. Nothing can be recorded or checked, and in the end summaries are counted. The provisions of 6 August 2024, article 2, ask for plain writing; the 8 characters are set in the program and cannot be changed in limits.yaml. Example: “strengthen leadership” becomes who, what, when, shown by what; an attitude alone gets the status `guidance`. If the superior document must be copied, `# luoshi: allow LS0760 copied as it stands`.

task-without-proof = “{ $name }” does not say what shows that it is done
    .label = no deliverable, no requirement
    .help = add a `deliverable`, or say under `requires` what the record must hold
    .page = A task has neither a `deliverable` nor `requires`. A task needs four things: who, what, by when, shown by what; without the last, done is only a word, and at the end of the year nobody can say how far it went. This is our advice and rests on no document. Example: for alarms in the model hamlet add `deliverable: hamlets fitted, alarms in each`, or a `quantity` under `requires`. If only a message is needed, `# luoshi: allow LS0761 only to be told`.

personal-column = “{ $name }” registers personal data ({ $term })
    .label = personal data
    .help = use a number, the village and a count; where a statutory duty needs it, allow the note and name the law and how long it is kept
    .page = A name or a mark speaks of identity numbers, telephone numbers, names, addresses, illness, records, faces or tracks; “without names” and the like is not noted. A table that passes through villages and chat groups cannot be called back, and those in it may complain. Article 6 of the Personal Information Protection Law, in force from 1 November 2021, limits collection to the least that the purpose needs; this is law, not advice. Example: a register with names and identity numbers becomes number, village and count, while the names stay with the police. Where a statutory duty needs it, `# luoshi: allow LS0762` with the article and the time it is kept.
lint-basis = { $title } ({ $strength }{ $from ->
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
