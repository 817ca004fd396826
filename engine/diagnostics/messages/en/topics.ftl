# Pages about one thing each, for `luoshi explain TOPIC`.

topic-audit-figures = figures of an audit: how each is counted
    .name = audit-figures
    .page = Which townships: a folder with a plan.yaml is a township and is judged by its own plan, just as `luoshi check` does it; townships of bulk files are all judged by the plan of `--plan`. All figures are counted from findings, nothing is judged anew; `luoshi explain FINDING FOLDER` traces each finding to clause and records.
        Townships that cannot be judged: where a plan, a package or a ledger is wrong, it is told what and where, and what to do; a ledger that is missing counts as that, too. Such a township is in no share, score, rank or grade, neither for it nor against it, and is counted apart. What is on the register (`--counties`) and was not found is listed apart as well.
        Share carried out: of the duties that records prove, findings met, of those met or failing. Chains, vetoes, ladders and rules that only show signs are left out; minor lateness is neither.
        Failing: violated, missed, or late and not minor.
        Suspect: of all findings. It asks somebody to look; it is no failure, and no rank goes by it.
        Backfilled, corrected: of all records seen.
        How shares are shown: they are kept and compared as exact fractions, and rounded when shown, to one place of a percent, never so that they flatter. What is good is rounded down: only all is 100 %. What is bad is rounded up: only none is 0 %. A share of nothing is a dash.
        Ranks: by the share carried out, and by the score of each scorecard after vetoes; among all and in the county. Like values share a rank and the next is further down: 1, 1, 3. Not ranked is who could not be judged, was not found or has no sheet of that scorecard; by score neither who has nothing that can be told, so that an empty ledger loses no points and wins no rank. Beside each rank stands how many findings cannot be told.
        Counties: by the share carried out, the findings of all their townships together, so that a large township weighs more.
        Scores: of n scores from the lowest, the lower quartile is the one at ⌈n/4⌉, the median at ⌈n/2⌉, the upper quartile at ⌈3n/4⌉: each is a score that somebody has, nothing is averaged.
        Duties that fail most: one id with one name is one duty; in how many townships it failed, and how many findings, ordered by share and by number.
        Where failures gather: each failure is counted for every post from the one nearest to the work upwards. Posts are counted, not people.
        The last period (`--previous`): a township is the same if its code is; ranks of the last period are computed from its own audit by the same rules. `luoshi audit diff` compares finding by finding, `luoshi audit follow` follows each until it is closed.
        In shares (`--shard`): on several machines, put together by `luoshi audit merge`, byte for byte as if done at once; until then it is told what is missing.

topic-sign-limits = limits of signs: `luoshi audit signs --set NAME=NUMBER`
    .name = sign-limits
    .page = A limit decides when a sign is shown, and touches no finding and no rank. With another limit the rate of false alarms has to be measured again. In brackets are the default and the bounds.
        places-per-day (8; 2 to 100): more places than so many, visited or inspected by one person on one day.
        visits-in-a-row (4; 3 to 20): after so many visits in a row it is looked at whether they are too close.
        minutes-per-visit (5; 1 to 120): those visits are less than so many minutes apart on the average.
        work-minutes (600; 60 to 1440): minutes of a day in which visits can be made.
        travel-minutes (0; 0 to 120): two places of one person at most so many minutes apart count as at once.
        share-percent (30; 5 to 100): so much of all was backfilled.
        share-least (20; 10 to 1000): sheets that there must be before that share is looked at.
        share-odds (1000; 20 to 1000000): of how many honest ledgers one may have so many by chance.
        sitting-percent (90; 50 to 100): so much of a duty was entered on one day.
        sitting-least (20; 10 to 1000): records that there must be before that is looked at.
        sitting-days (90; 30 to 366): days that those records tell of, at least.
        shared-apart (3; 1 to 366): one file under records of different duties, so many days apart at least.

topic-bulk-columns = columns of bulk files: how to write a mapping
    .name = bulk-columns
    .page = A bulk file (Parquet, CSV, JSONL) holds records of many townships. Where columns are called as the fields of a record, in English or Chinese, no mapping is needed; for what another system exported, `--mapping FILE` says which column is which field.
        Example:
        county: {"{"} digits: 6 {"}"}
        columns: {"{"} town: jurisdiction, day: date, type: kind, sum: amount {"}"}
        units: {"{"} amount: 分 {"}"}
        prefixes: {"{"} subject: v {"}"}
        values: {"{"} status: {"{"} present: attended, away: absent {"}"} {"}"}
        defaults: {"{"} subject: v99 {"}"}
        kinds: {"{"} council: {"{"} kind: meeting, duty: council {"}"}, weather: {"{"} skip: true {"}"} {"}"}
        `county` says where the county comes from: the first digits of the code, or a column (column: district). In `columns` the column is on the left, the field on the right. `units` is one of 元, 角, 分, 百, 千, 万. `prefixes` reads 3 as the village v3. `values` says what words mean, `defaults` what an empty cell means, `kinds` how each kind is read, and which is not. Only `columns` is needed.
        One column must be the township (jurisdiction), one the day (date); the kind comes from a column or from `kind:`. A column that the mapping names must be in every file; others are not read.
        Records of a township stand together, in one file or in files that follow one another.
