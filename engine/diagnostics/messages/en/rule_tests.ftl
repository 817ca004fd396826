# Rule tests

test-unknown-duty = expected `{ $id }`: the package has no duty `{ $name }`
    .label = no such duty
    .help = { $near ->
        [none] check the id; the id of a finding begins with that of its duty
       *[other] did you mean `{ $near }`?
    }
    .page = The id of a finding begins with the id of a duty, rule, veto or ladder, as in `council/2026-03`. The package has none of this name, so the line could never be answered: the test is wrong, which is not the same as a test that fails. Where a duty was renamed or removed, its tests must follow.
test-expects-nothing = this case expects nothing
    .label = no expectation
    .help = add `expect` with at least one id of a finding and its status
    .page = A case without expectation always passes and tests nothing. Write at least one of `expect`, `proposals`, `scores`, `waivers`; `about` alone means that these duties must have no finding at all.
test-name-twice = two cases of this file are called `{ $name }`
    .label = again here
    .help = give one of them another name
    .page = A case that fails is looked up by its name, so a file has each name once. A case without `name` is called by its `why`.
test-days = { $why ->
        [many] too many records in one case
       *[ends] these are not a first and a last day
    }
    .label = { $why ->
        [many] beyond twenty thousand from here on
       *[ends] write 2026-01-05..2026-01-20
    }
    .help = { $why ->
        [many] make the time of the case shorter
       *[ends] write `FIRST..LAST`, both of them days, the earlier one first
    }
    .page = The date of a record in a test may be several days: `date: [2026-01-05, 2026-01-12]` stands for two records, `date: 2026-01-05..2026-01-20` for one on each day. A wrong year would make records of thousands of years, so days in the wrong order, and more than twenty thousand records, are refused.
test-filter = no case and no test file has `{ $filter }` in its name
    .help = { $near ->
        [none] leave out `--filter` to see all cases
       *[other] did you mean `{ $near }`?
    }
    .page = With `--filter` only the cases run that have the text in their name. If none has, nothing was tested, most likely by a slip, and that is no success.
test-unknown-item = the package has no scorecard or item `{ $name }`
    .label = no such scorecard or item
    .help = { $near ->
        [none] check the id; a score sheet is `CARD` or `CARD/SUBJECT`
       *[other] did you mean `{ $near }`?
    }
    .page = Under `scores` stands the id of a scorecard, with the subject where it has one sheet for each, as in `village_scorecard/v01`; under `items` the ids of items with the points taken off. A wrong id could never be answered: the test is wrong, which is not the same as a test that fails.

cmd-test = test the duties and rules of a package (tests/*.yaml)
    .path = folder of the package or plan; the current one by default
    .filter = only the cases or files with this text in their name
    .mutate = change one thing at a time; list what no case notices

test-failed = failed: { $name } ({ $at })
test-passed = passed: { $name } ({ $at })
test-differs = line { $line } { $of }: { $aspect } should be { $expected }, is { $found }
test-absent = line { $line } { $of }: { $aspect } should be { $expected }, there is none
test-unexpected = { $of }: { $aspect } is { $found }, which the case does not list
test-of-status = status
test-of-figure = figure
test-of-day = day
test-of-decision = decision
test-of-evidence = evidence
test-of-backfilled = records entered late
test-of-accountable = those who answer
test-of-proposal = proposal
test-of-score = score
test-of-grade = grade
test-of-rank = rank
test-of-item = points of the item
test-of-waiver = waiver
test-all-hold = Cases: { $cases }, all of them hold.
test-summary = Cases: { $cases }, failed: { $failing }.
test-none = No tests: there is no case in the folder tests. Duties and rules: { $of }, exercised: 0.
test-coverage = Duties and rules: { $of }, exercised: { $exercised }.
test-untouched = Exercised by no case ({ $count }):
test-seen = The statuses in which each has been seen:
test-mutation = Changes: { $of }, noticed by a case: { $noticed }; { $refused } more are refused by the checks of plans.
test-left-out = Too many changes: { $count } more were not tried.
test-survivors = Noticed by no case ({ $count }):
test-survivor = { $at } { $owner }  { $key }: { $from } → { $to }{ $touched ->
        [no] {" "}(no case tests it)
       *[other] {""}
    }
test-refused = Refused by the checks of plans ({ $count }):
test-not-mutated = Some cases failed, so nothing was changed; let all of them hold first.

package-test-fails = Test `{ $case }` does not hold: `{ $of }` should be { $expected } and is { $found }
    .label = this does not hold
    .help = Run `luoshi test` to see why, then mend the rule or the test
    .page = A package is built only if all of its own tests hold. A test says how a rule should judge; where one does not hold, either the rule or the test is wrong, and neither should reach a township. `luoshi test` lists each case that does not hold, with the finding and its reason.
