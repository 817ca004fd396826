# report

report-comma = {"; "}
report-whole = whole area
report-from-to = { $from } to { $to }
report-open-end = open
report-not-stated = not stated
report-simulated = SIMULATED DATA ({ $origin }): no real ledger, no basis for any appraisal


period-day = { $year }
period-week = { $year } week { $number }
period-month = { $year }-{ $padded }
period-quarter = { $year } quarter { $number }
period-half-year = { $year } { $half } half
period-year = { $year }
half-first = first
half-second = second

record-kind-meeting = meeting
record-kind-visit = visit
record-kind-shift = shift
record-kind-inspection = inspection
record-kind-incident = incident
record-kind-response = response
record-kind-task = task
record-kind-task_done = task_done
record-kind-document = document
record-kind-training = training
record-kind-reward = reward
record-kind-metric = metric
record-kind-report = report
record-kind-rectification = rectification
record-kind-decision = decision
record-kind-appeal = appeal
record-kind-waiver = waiver
record-kind-correction = correction

unit-times = records
unit-days = days
bound-at-least = at least
bound-exactly = exactly

reason-unset-parameter = the parameter `{ $parameter }` has not been decided
reason-unset = the plan leaves open how often, by when or something else that is needed
reason-no-records = the ledger holds no `{ $kind }` record at all
reason-no-subjects = there is nobody and nothing that it is for
reason-nothing-happened = nothing happened that calls for it
reason-counted = { $bound } { $need } needed, { $served } { $unit } in time{ $more }
counted-late = made up late: { $late }
counted-defective = not as required: { $defective } ({ $lack })
reason-defective = the record: { $lack }
reason-done-in-time = done on { $done }, due { $due }
reason-done-late = due { $due }, done on { $done }; workdays late: { $workdays }
reason-overdue = due { $due }, not done; workdays overdue: { $workdays }
reason-due = due { $due }, not done yet
reason-answered-in-time = answered on { $done }, due { $due }
reason-answered-late = due { $due }, answered on { $done }; workdays late: { $workdays }
reason-unanswered = due { $due }, no record answers it; workdays overdue: { $workdays }
reason-answer-due = due { $due }, no record answers it yet
reason-waits-for = its time begins when `{ $task }` is done
reason-too-early = done on { $done }, before `{ $first }` ({ $first_done }), which comes first
reason-first-not-done = done on { $done }, but `{ $first }`, which comes first, is not done
reason-state-has = as required since { $since }
reason-state-none = there is no record
reason-state-ended = the latest record, of { $latest }, says that it has ended
reason-state-old = the latest record, of { $latest }, is too old
reason-state-headcount = { $needed } members needed, the record of { $latest } states: { $stated }
reason-state-lack = the latest record, of { $latest }: { $lack }
reason-share = { $covered } of { $total } as required, target { $target }
reason-attendance = shifts { $shifts }, attended { $attended }, absent { $absent }, excused { $excused }, unmarked { $unmarked }{ $deduct }
attendance-deduct = ; proposed deduction { $deduct } yuan
reason-run = { $length } consecutive absences ({ $days }), the limit is { $threshold }{ $more }
run-excused = ; excused on { $days }, which neither breaks nor counts
run-unmarked = ; no mark on { $days }, which neither breaks nor counts
reason-refused = refused to second people, times: { $number } ({ $days })
reason-informed = incident of { $incident }: { $reached } of { $needed } informed in time
reason-responded-minutes = incident of { $incident }, response on { $response }, minutes between: { $minutes }
reason-responded = incident of { $incident }, response on { $response }
reason-no-response = incident of { $incident }, no response recorded
reason-reward-amount = reward of { $amount } yuan, outside { $min } to { $max } yuan
reason-reward-no-amount = the record states no amount
reason-reward-grounds-all = a condition is missing; needed are all of: { $grounds }
reason-reward-grounds-any = a condition is missing; needed is one of: { $grounds }
reason-reward-cap = { $sum } yuan for one case, at most { $cap } yuan
reason-rewards-right = rewards that keep to the rules: { $number }
reason-target = { $value } now, target { $target }
reason-target-no-value = no figures, target { $target }
reason-vacant = the post was vacant: { $gaps }
reason-held = the post was held on every day
reason-load = one person holds { $held } at once, at most { $allowed } may be
reason-rule-says = { $message }
reason-rule = the rule is not kept
reason-rule-failed = the rule could not be evaluated: { $error }
reason-veto = { $parts }
reason-veto-nothing = none of the stated conditions
veto-incidents = incidents { $happened }, of which { $holding } meet the conditions
veto-lapse = it had lapsed if below { $below } in the { $days } days before
veto-failed = failures: { $failed }
veto-decision = state: { $decision } (record { $record })
veto-not-competent = the decision of `{ $actor }` does not count: a veto is decided at county level or above
reason-ladder = { $parts }
ladder-events = events { $events }, limit { $needed }
ladder-in-force = { $step } in force from { $from } until { $until }
ladder-proposed = proposed: { $step }
ladder-applied = release asked for on { $day }, not decided
ladder-released = accepted and released on { $day }
reason-waived = waived (record { $waiver }); otherwise: { $because }

lack-mark = a mark that it must carry is missing
lack-marks = a mark that it must carry is missing ({ $marks })
lack-attachments = too few attachments
lack-quantity = the quantity is missing or too small
lack-quorum = { $present } present, { $needed } needed
lack-no-attendance = it does not say how many were present
lack-actor = not all units that must act together are named
lack-convenor = not chaired by the convenor
lack-status = its status does not count
lack-crew = too few persons on that day
lack-lead = the leading units were not the larger part
lack-unknown = not as required

decision-proposed = proposed
decision-confirmed = confirmed
decision-rejected = rejected
decision-lifted = lifted
decision-ended = ended
decision-suspended = suspended by an appeal

ordinal-1 = {"1. "}
ordinal-2 = {"2. "}
ordinal-3 = {"3. "}
ordinal-4 = {"4. "}
ordinal-5 = {"5. "}
ordinal-6 = {"6. "}
ordinal-7 = {"7. "}
ordinal-8 = {"8. "}
ordinal-9 = {"9. "}
ordinal-10 = {"10. "}
ordinal-11 = {"11. "}
ordinal-12 = {"12. "}

section-summary = Summary
section-failures = Duties not carried out
section-needed = Unknown, or left open by the plan
section-due = Due soon and going on
section-decisions = Vetoes and ladders
section-proposals = Proposals
section-indicators = Indicators
section-scores = Scores
section-waivers = Waivers
section-evidence = The ledger itself
section-parameters = Who set which parameter
section-inactive = Not in force in this plan

header-title = Assessment of { $title } ({ $place })
header-issuer = {"Issued by  "}
header-span = {"In force   "}
header-as-of = {"As of      "}
header-package = {"Builds on  "}
header-evidence = {"Evidence   "}
header-no-records = no records
header-records = { $records } records: { $kinds }

status-violated =
    violated
    .meaning = done against the rules, or a proposal's conditions are there
status-missed =
    missed
    .meaning = the time is over and the records are not there
status-late =
    late
    .meaning = done, but too late
status-unknown =
    unknown
    .meaning = the ledger lacks the records to tell
status-unset =
    unset
    .meaning = the plan leaves open what is needed to tell
status-due_soon =
    due soon
    .meaning = not done, and the last day is near
status-pending =
    pending
    .meaning = there is still time
status-waived =
    waived
    .meaning = exempted by a waiver
status-not_applicable =
    not applicable
    .meaning = nobody and nothing that it is for, or nothing happened
status-met =
    met
    .meaning = the records show it

summary-share = { $percent } carried out: { $met } of { $judged } (not counting what is pending, unknown, unset, waived or not applicable, nor posts, vetoes and ladders)
summary-share-none = share carried out: not applicable, nothing was due
summary-line = { $plan } { $as_of }: { $counts }; carried out: { $share }{ $label }
summary-simulated = {" [SIMULATED DATA]"}
inactive-reason = { $name }: { $reason }
inactive-by-parameter = turned off by parameters: { $names }

column-status = Status
column-count = Count
column-meaning = Meaning
column-about = About
column-when = When
column-why = What is wrong
column-who = Who answers
column-duty = Duty
column-needed = Needed
column-last-day = Last day
column-state = So far
column-falls-on = Falls on
column-measure = Proposed
column-by = Because of
column-decides = Decided by
column-decision = State
column-indicator = Indicator
column-current = So far
column-baseline = Baseline
column-trend = Trend
column-values = Values
column-scorecard = Scorecard
column-score = Score
column-grade = Grade
column-rank = Rank
column-veto = Vetoes
column-section = Section
column-item = Item
column-points = Points
column-span = From, to
column-granted = Granted by
column-covers = Covers
column-parameter = Parameter
column-value = Value
column-set-by = Set by
column-reason = Remarks

report-and-more = { $first } and others, { $count } in all
report-findings = { $count } findings
report-more = and { $count } more: luoshi check --format json

failures-duty = * { $name } ({ $id }): { $counts }
failures-clauses = Clauses: { $clauses }
failures-upwards = Answers to: → { $chain }
failures-advice = Next: { $advice }
failures-explain = More: luoshi explain { $id }
failures-backfilled = of these entered late: { $count }
answers = { $role } { $holder }
answers-for = { $role } ({ $subject }) { $holder }
answers-acting = { $staff } (acting)
answers-vacant = vacant

proposals-only = These are proposals. They take effect when the body named decides; whoever they fall on may appeal.
proposals-nobody = the plan does not say
measure-deduct = deduct { $amount } yuan
measure-grade = grade of the year's appraisal: { $grade }
measure-ineligible = lose eligibility: { $what }
measure-head = for the head: { $what }
measure-score = score { $score }
measure-step = take the step { $step }

indicators-only = Indicators show a trend; they carry no verdict.
trend-better = better
trend-same = same
trend-worse = worse

scores-only = Scores follow the plan's scorecard; the appraising body decides on them.
scores-sheet = { $scorecard } ({ $about }): { $sum } before vetoes, of which bonus { $bonus }
scores-unknown = no score recorded, or no reason given: nothing taken or given
scores-counted = counted { $count }: { $findings }

waiver-active = active
waiver-expired = expired

evidence-backfilled = entered late: { $backfilled } of { $records } ({ $percent })
evidence-corrected = corrected: { $superseded }, withdrawn: { $withdrawn }; the originals are kept
evidence-unseen = dated after the as-of day and not seen: { $unseen }
evidence-irrelevant = not used because the plan does not ask for them: { $count }
irrelevant-duty = { $id }: the plan has no duty for such a record
irrelevant-subject = { $id }: the duty is not for this subject
irrelevant-actor = { $id }: the duty is not for this unit or person
irrelevant-day = { $id }: outside the days of the duty

set-by-package = set by “{ $package }”
set-by-extending = changed by “{ $package }”
set-by-plan = set by this plan
set-by-nobody = not decided
value-true = yes
value-false = no
parameter-default = was { $default }

advice-set-parameter = decide `{ $parameter }` in the plan under `set`, with the reason
advice-complete-plan = write into the plan how often or by when
advice-enter-records = enter or import `{ $kind }` records
advice-enter-missing = enter the missing records or marks
advice-enter-figures = enter the figures
advice-nothing = nothing to do
advice-too-many = check whether one was entered twice; withdraw it by a correction
advice-late = put the reason on file, and keep to the time from now on
advice-complete-record = if the papers exist, add them by a correction; if not, put the reason on file
advice-still-time = do it before the last day, and enter it
advice-period-over = the time is over and it cannot be made up; put the reason on file, apply for a waiver if it was beyond control
advice-do-it = do it soon and enter it; it will count as late
advice-first-task = do first what comes first
advice-order = check both days; correct them if wrong, put the reason on file if right
advice-state = bring it up to what is required, and enter the new state
advice-share = go through the subjects that are not yet as required
advice-mark-shifts = let whoever ran the shift enter the missing marks
advice-attendance = check the marks and correct wrong ones; deductions and grades need a decision and may be appealed
advice-refusal = the body that decides looks into it; the unit may appeal
advice-respond = respond now, and enter it
advice-answer = answer it soon; name the record that it answers
advice-reward = check the vouchers; correct a wrong entry, report a wrong payment to the body that decides
advice-target = find the reasons, and propose what to do
advice-vacant = appoint somebody, or an acting holder, and write it into the plan under `holders`
advice-load = share out the work differently, or say so in the plan
advice-rule = compare with the rule, and put it right
advice-rule-failed = ask the author of the rule to check it
advice-veto = report to the body that decides; nothing follows before, and an appeal is open
advice-veto-unknown = enter the records that are needed to tell
advice-ladder = report to the body that decides; enter the rectification and ask for release
advice-waived = nothing to do while the waiver lasts

explain-title = { $duty }: { $about }, { $when }, { $status }
explain-asks = What the plan asks for
explain-shows = What the ledger shows
explain-judged = How it was judged
explain-settled = Parameters that concern it
explain-answers = Who answers, from the nearest up
explain-next = What can be done
explain-no-summary = (no summary)
explain-clause = clause { $clause }: { $summary }
explain-reason = { $status }: { $reason }.
explain-meaning = “{ $status }” means: { $meaning }.
explain-backfilled = Of these, entered late: { $count }; they count, and this says so.
explain-decision = State of the decision: { $decision }.
explain-no-records = There is no record that would show it.
explain-rests-on = It rests on these records ({ $count }):
explain-record-gone = record { $id } (cannot be found in the ledger)
explain-run = { $length } consecutive assigned shifts, { $days }, are marked absent.
explain-run-excused = {" "}The excused shifts of { $days } do not break the run.
explain-run-unmarked = {" "}The shifts of { $days } have no mark; they neither break nor count.
explain-parameter = { $name }: { $value }, { $set_by }
explain-parameter-reason = { $name }: { $value }, { $set_by }, because: { $reason }
explain-correct = correction, if an entry is wrong: luoshi record correction --ref RECORD --set FIELD=VALUE
explain-waive = waiver, if it was beyond control and whoever may has granted it: luoshi record waiver --duty { $duty } --until DATE
explain-appeal = appeal against the finding or what follows from it: luoshi record appeal --duty { $duty }
record-quantity = quantity { $quantity }
record-amount = { $amount } yuan
record-marks = marks { $marks }
record-entered = entered on { $day }
shift-attended = attended
shift-absent = absent
shift-excused = excused
shift-cancelled = cancelled
shift-refused = refused
page-message = Message
page-help = What to do
page-more = More
