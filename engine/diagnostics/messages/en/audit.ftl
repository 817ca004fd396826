# The audit of many townships: what each came to, side by side.
cmd-audit = audits many townships: rankings by county, in shares if need be
    .paths = folders of townships, or folders above them, at any depth
    .plan = audit bulk files by this plan; the paths are the files
    .mapping = columns of the bulk files (see explain bulk-columns)
    .county_by = folder (default), prefix:N of the code, or none
    .counties = register of counties and their townships
    .shard = only this share, such as 2/5; `merge` joins them
    .files = compare attachments with this folder of each township
    .jobs = townships at a time; by default one per processor
    .output = write the audit to this file, for other subcommands
    .previous = audit of the last period, to compare ranks
    .township = show only the township with this code; may be repeated
    .duty = show only this duty; may be repeated
cmd-audit-run = audits; `luoshi audit PATH` is the same
    .paths = { cmd-audit.paths }
    .plan = { cmd-audit.plan }
    .mapping = { cmd-audit.mapping }
    .county_by = { cmd-audit.county_by }
    .counties = { cmd-audit.counties }
    .shard = { cmd-audit.shard }
    .files = { cmd-audit.files }
    .jobs = { cmd-audit.jobs }
    .output = { cmd-audit.output }
    .previous = { cmd-audit.previous }
    .township = { cmd-audit.township }
    .duty = { cmd-audit.duty }
cmd-audit-merge = makes one audit of its shares; of one file, shows it again
    .parts = files of the shares
    .output = { cmd-audit.output }
    .previous = { cmd-audit.previous }
    .township = { cmd-audit.township }
    .duty = { cmd-audit.duty }
progress-townships = townships

audit-defect = the program itself failed on this township: { $what }
    .label = a bug of ours
    .help = this says nothing about the township; please report it, with its plan and ledger if you may
    .page = When the files of one township make the program stop, all others are judged all the same, and this one is listed as one that could not be judged, with what the program said. It is no judgement of its work. Example: a program and a package that do not fit together. Try the newest version, and report the bug if it is still there.
township-twice = { $count } townships have the code `{ $code }`: { $sources }
    .label = the same code
    .help = check `code` under `jurisdiction` of these plans; of two plans of one township keep one
    .page = A township is known by its code: ranks, the comparison with the last period and the register go by it. Where two folders have the same code, a plan was copied and its code was not changed, or a township is there twice, for instance with the plan of an old year. Both are judged and listed; with the last period they are compared only where they lie in the same place.
township-absent = the register has `{ $name }` ({ $code }), and there is no plan of it
    .label = in the register, not found
    .help = ask for it, or check the path and the code in its plan; one that was dissolved goes from the register
    .page = The register (`--counties`) says which townships there ought to be. One that is in it and not below the paths cannot pass as one without failures: it may have handed in nothing, or its code may be wrong. Example: the register says 430124101 and the plan 43012410; then one is not in the register, and the other was not found.
audit-loop = the link `{ $path }` leads back to `{ $to }`
    .label = back again
    .help = nothing is lost; the link can be removed
    .page = Links to folders are followed when townships are looked for. One that leads to a folder above itself has no end, so it is left here; all townships that were found are judged. Example: `county/backup -> ..`.
audit-no-township = there is no township's plan in `{ $path }`
    .label = no plan here
    .help = give a folder with a `plan.yaml`, or one above such folders
    .page = The paths after `luoshi audit` are folders of townships or folders above them, at any depth; a folder with a `plan.yaml` is a township. Packages and folders whose names begin with a dot are passed over. Where none is found, the path is most likely wrong: that must not read as if all were well.
audit-unreadable = { $reason ->
        [head] `{ $path }` is no audit
        [form] line { $line } of `{ $path }` cannot be read: { $detail }
        [plan] line { $line } of `{ $path }` names a plan that is not in the file
       *[order] line { $line } of `{ $path }` is out of order, or there twice
    }
    .label = no sound audit
    .help = write it again with `luoshi audit ... --output FILE`
    .page = An audit is what `luoshi audit --output` writes: a first line with day and version, then the plans, then the townships by code, one to a line. One that was cut off, edited or pasted together might lack townships, so half of it is not read. To put shares together use `luoshi audit merge`.
audit-parts = { $reason ->
        [heads] two audits differ in day, version or depth: { $one }; { $other }
        [parts] two audits are not shares of the same whole: { $one }; { $other }
        [township] the township `{ $one }` ({ $other }) came to different results in two audits
        [plan] the plan `{ $one }` differs in two audits
       *[none] there is nothing to merge
    }
    .label = these do not go together
    .help = all shares need the same version, the same day (`--as-of`), the same paths and the same way to count counties
    .page = Only shares of one audit can be merged: the same version of the program, the same day, the same townships seen. A share remembers of which whole it is one, so that another path or a folder missing on one machine is noticed here. Example: on one machine `--as-of` was left out, and it took the day of the run; do that share again.
audit-incomplete = this is not all: shares { $missing } are missing
    .label = missing
    .help = add them with `luoshi audit merge`; until then ranks and sums are of a part
    .page = Each share of an audit (`--shard`) is of some townships. While one is missing, ranks, shares and townships not found do not hold, so you are told each time. Once all are merged, the result is the same as if it had never been split, to the byte.
troubles-more = { $count } more errors are not listed
    .label = there are more
    .help = check this township by itself with `luoshi check`
    .page = Where a plan or a ledger has many errors, an audit keeps the first of them, so that its file stays small. `luoshi check FOLDER` lists all of them.
audit-unknown-name = { $what ->
        [township] the audit has no township with the code `{ $name }`
       *[duty] the audit has no duty `{ $name }`
    }
    .label = not there
    .help = { $near ->
        [none] check it; `--format json` has all codes
       *[other] did you mean `{ $near }`?
    }
    .page = `--township` takes the code of a township (`code` under `jurisdiction` of its plan), `--duty` the id of a duty. One that is wrong would show nothing, which would read as if nothing were wrong, so it is an error.
audit-other-period = the last period ends on { $previous }, which is not before { $day }
    .label = the wrong way round
    .help = check the file after `--previous`
    .page = A change is this period less the last. Where the last is not the earlier one, every rise would read as a fall. Example: the two files were swapped.
township-unregistered = the township `{ $name }` ({ $code }) is not in the register
    .label = not in the register
    .help = add it to the register, or check the code in its plan
    .page = With a register (`--counties`) counties go by it. A township that is not in it is judged all the same and counted as `--county-by` says, but you are told: most likely its code is wrong, or the register is old.
space-county = county
space-township = township

audit-not-bulk = `{ $path }` is no bulk file
    .label = what format is it?
    .help = with `--plan` the paths are .parquet, .csv or .jsonl files
    .page = `luoshi audit FILE... --plan FOLDER` audits bulk files: one file has the records of many townships, and all are judged by this one plan. The ending of the name says the format: `.parquet`, `.csv`, `.jsonl`, `.ndjson`. Where townships have plans of their own, leave `--plan` out and name the folder above theirs.

audit-title = Audit: { $townships } townships, { $counties } counties, as of { $as_of } (luoshi { $engine })
audit-part = This is a part only: of { $of } shares { $missing } are missing; ranks and sums are of what is here.
audit-figures-only = An audit of figures: without reasons, records and who answers.
audit-roll = { $broken } could not be judged, { $absent } of the register were not found, { $twice } codes are there twice.
audit-carried = { $share } carried out ({ $met } of { $judged } that can be told); { $failing } failures.
audit-signs = { $suspects } suspect ({ $suspect } of all findings; no failures); { $records } records, { $backfilled } backfilled, { $corrected } corrected.
audit-simulated = The ledgers of { $count } townships are simulated: not what really happened.
audit-line = as of { $as_of }: { $townships } townships, { $broken } not judged or not found, { $failing } failures, { $share } carried out
audit-more = One township: --township CODE; one duty: --duty ID; to clause and records: luoshi explain FINDING FOLDER; how things are counted: luoshi explain audit-figures.
audit-no-county = (no county)
audit-left-out = ... { $count } more rows; --format json has all.
audit-broken = Townships that could not be judged
audit-absent = Townships of the register that were not found
audit-named = { $code } { $name } ({ $county }, { $source })
audit-check-alone = there are more errors, check it by itself: luoshi check { $folder }
audit-counties = Counties, by the share carried out
audit-county = County
audit-code = Code
audit-township = Township
audit-townships = Townships
audit-not-judged = Not judged
audit-rank = Rank
audit-in-county = In county
audit-share = Carried out
audit-score = Score
audit-grade = Grade
audit-failing = Failures
audit-judged = Judged
audit-failing-share = Share
audit-in-townships = Failing in
audit-suspect = Suspect
audit-unknown = Unknown
audit-backfilled = Backfilled
audit-before = Before
audit-rose = Change
audit-by-share = Townships by the share carried out
audit-by-score = Townships by `{ $name }`
audit-packages = These plans build on { $count } different sets of packages: like is not quite compared with like.
audit-without-share = { $count } more townships have nothing yet that can be told, and are not ranked.
audit-without-sheet = { $count } more townships have no such scorecard, or nothing yet that can be told, and are not ranked.
audit-spread = Scores of `{ $name }`: { $count } townships
audit-spread-subjects = Scores of `{ $name }`: { $count } villages or other subjects
audit-all = all
audit-grades = Grades
audit-no-grade = none
audit-lowest = Lowest
audit-lower = Lower quartile
audit-median = Median
audit-upper = Upper quartile
audit-highest = Highest
audit-interval = Scores
audit-bar = How many
audit-from-below = { $from } to below { $below }
audit-vetoed = The score of { $count } of them was set by a veto.
audit-duties-by-share = Duties that fail most, by share
audit-duties-by-both = Duties that fail most, by share and by number alike
audit-duties-by-count = Duties that fail most, by number
audit-duty = Duty
audit-duty-name = Name
audit-chains = Where failures gather, by post and chain, not by person
audit-chains-unknown = An audit of figures does not hold who answers for failures.
audit-role = Post
audit-answers-first = Answers first
audit-answers = Answers at all
audit-chain = Chain, from the work up
audit-of-county = Of county
audit-unanswered = Nobody answers for { $count } more failures.
audit-signs-all = Signs about the evidence (no findings; in no share, score or rank)
audit-signs-how = { $townships } townships show a sign, { $share }. Over many townships honest ledgers show some by chance: a sign ranks nobody, and says where to ask and compare.
audit-signs-no-files = Attachments were not compared: name the folder of each township that holds them with --files.
audit-sign = Sign
audit-with-sign = Townships
audit-indications = Indications
audit-false-alarms = Wrong at most
audit-entered-late = { $records } records, { $backfilled } of them backfilled, { $share }.
audit-changes = Compared with the last period ({ $previous }): { $compared } townships in both
audit-new = { $count } new: { $names }
audit-gone = { $count } gone: { $names }
audit-stopped = { $count } that could be judged and no longer can: { $names }
audit-resumed = { $count } that could not be judged and now can: { $names }
audit-risen = { $by }, risen most: { $names }
audit-fallen = { $by }, fallen most: { $names }
audit-stands = { $by }: { $value }, rank { $rank } of { $of }, in its county { $county }
audit-answerable = who answers: { $roles }
audit-rests-on = records: { $records }
audit-trace = to clause and records: luoshi explain { $id } { $folder } --as-of { $as_of }
audit-of-duty = { $id } { $name }: in { $townships } townships, { $failing } failures of { $judged } judged, { $share }
