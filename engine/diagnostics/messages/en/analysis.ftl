# Texts of the analysis of rules.

analysis-rule-unknown = no rule, veto, penalty or ladder has the id `{ $name }`
    .label = no such id
    .help = { $near ->
        [none] see which rules there are with `luoshi analyze FOLDER`
       *[other] did you mean `{ $near }`?
    }
    .page = `luoshi analyze` compares what stands in `rules`, `vetoes`, `penalties` and `ladders`, each named by its id. Plugin rules are programs, and not among them. When two versions are compared, both must have the id.

analysis-no-common-subject = `{ $first }` and `{ $second }` are about different subjects: there is none that both judge
    .label = no common subject
    .help = name two rules whose `for_each` overlaps; a rule without `for_each` can be compared with any
    .page = Where one rule judges villages and another schools, no village gets two verdicts, so that they are neither equal nor stricter nor contradictory. A rule for each subject of an empty set judges nothing.

analysis-named = { $name } ({ $id }, { $section })
analysis-section-rule = rule
analysis-section-veto = veto
analysis-section-penalty = penalty
analysis-section-ladder = ladder
analysis-alone = { $rule }
analysis-first = A: { $rule }
analysis-second = B: { $rule }
analysis-relation = relation: { $relation }
analysis-relation-equal = equal: the same verdict on the same facts, whatever they are
analysis-relation-hold_alike = they hold on the same facts; where they do not, one can be violated and the other unknown
analysis-relation-first_stricter = A is stricter: whenever A holds B holds, but not the other way round
analysis-relation-second_stricter = B is stricter: whenever B holds A holds, but not the other way round
analysis-relation-contradict = contradiction: there are no facts under which both hold
analysis-relation-differ = different: some facts satisfy A alone, some B alone, some both
analysis-not-proved = { $text } (in what was tried; not proved)
analysis-rule-line = { $rule }: { $habit }
analysis-habit-sound = holds or is violated, by the facts
analysis-habit-never_violated = never violated, whatever the facts
analysis-habit-never_holds = never holds, whatever the facts
analysis-habit-always_unknown = never comes to a verdict, whatever the facts
analysis-reach-all = method: path by path, with a solver. { $runs } runs, each for all facts that give the same answers; every case with counts from 0 to { $most } is covered, none is left
analysis-reach-some = method: path by path, with a solver. The allowance ended after { $runs } runs; not every case with counts from 0 to { $most } is covered, and what was not found may still be
analysis-pinned = { $pinned } of them stand for one set of numbers alone: the rule does more with counts than add and compare
analysis-table = verdicts that can come together:
analysis-table-line = A { $first }, B { $second }: { $can }
analysis-can = yes
analysis-cannot = no
analysis-not-found = not found
analysis-outcome-holds = holds
analysis-outcome-violated = violated
analysis-outcome-unknown = unknown
analysis-end = { $rule } { $outcome }
analysis-example = example { $number }: { $ends }
analysis-subject = subject: { $subject }
analysis-any-subject = any subject (example)
analysis-called = { $name } ({ $id })
analysis-facts = facts: { $facts }
analysis-no-facts = facts: all counts are 0
analysis-fact = { $of }{ $place } { $what } { $value }
analysis-place-here = { "" }
analysis-place-inside = {" "}in subjects inside
analysis-place-elsewhere = {" "}elsewhere
analysis-count-met = met
analysis-count-missed = missed
analysis-count-late = late
analysis-count-violated = violated
analysis-count-suspect = suspect
analysis-count-unknown = unknown
analysis-count-pending = pending
analysis-count-figure = sum of figures
analysis-count-incidents = incidents
analysis-count-parameter = value
analysis-further-telling = incidents that meet the other conditions
analysis-further-unsure = incidents that may meet the conditions
analysis-further-rule = rule that it names (0 holds, 1 violated, 2 unknown)
analysis-further-rule_failing = failing findings
analysis-further-rule_unknown = unknown findings
analysis-further-window = events in one window
analysis-further-severe = severe incidents
analysis-fragment = { $has-duties ->
    [0] plan fragment: the rules alone
   *[other] plan fragment: the rules and { $duties }
}{ $has-subjects ->
    [0] { "" }
   *[other] ; subjects { $subjects }
}
analysis-ledger = { $records ->
    [0] ledger as of { $as-of }: no record at all
    [one] ledger as of { $as-of }, one record:
   *[other] ledger as of { $as-of }, { $records } records:
}
analysis-whole = checked against the whole plan: the same verdicts
analysis-not-whole = in this fragment alone; in the whole plan other subjects would need records too
analysis-no-ledger = as facts only, no ledger was built: { $why }
analysis-no-ledger-parameter = the parameter is used by the duties too, which would then be others
analysis-no-ledger-not_made = it is about signs of plugins or findings of subjects inside, for which no records are made here
analysis-no-ledger-not_found = no ledger that was tried leads to such facts
analysis-bounds = notes:
analysis-bound-counts = facts are the counts that rules see; waivers, decisions and appeals are left out
analysis-bound-package = where a package lists no subjects, one stands for any; counts have no upper limit of their own
analysis-bound-parameters = parameters have the values in force; --all-parameters tries all within their bounds
analysis-bound-range = whole, decimal, money and percent parameters take all whole numbers within their bounds; others the value in force
analysis-bound-subject = a rule asks which subject it is: each of those listed was tried, others were not
analysis-bound-figure = sums of figures are taken as any number, apart from the findings, so that some examples have no ledger
analysis-bound-further = conditions of vetoes and ladders that no count decides (marks, lapse, finding, window) are taken as any number
analysis-bound-proof = --runs allows more runs; --most changes how far single numbers are tried
analysis-survey = { $rules ->
    [one] one rule, veto, penalty or ladder:
   *[other] { $rules } rules, vetoes, penalties and ladders:
}
analysis-for-nobody = { $rule }: there is no subject to judge
analysis-pairs = { $pairs ->
    [0] no two of them speak of the same facts
    [one] one pair speaks of the same facts:
   *[other] { $pairs } pairs speak of the same facts:
}
analysis-pair-line = A { $first }, B { $second }: { $relation }
analysis-first-alone = only in the first version: { $rule }
analysis-second-alone = only in the second version: { $rule }
analysis-apart = about other subjects in the two versions: { $rule }
analysis-version-same = the same verdicts in both versions: { $rule }

cmd-analyze = whether two rules, or two versions, can differ or contradict
    .what = ids of one rule or two, then the folder; each may be left out
    .against = compare with another version in this folder, which is B
    .all_parameters = try all values of parameters, not those in force alone
    .runs = most runs for one answer (5000 by default)
    .most = most of each count where single numbers are tried (default 12)
    .output = write the ledger of the first example to this file (JSONL)
