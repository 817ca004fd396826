# Samples for the check on site: luoshi audit sample.

sample-empty = there is no record to draw from
    .label = no record
    .help = widen --kind, --duty, --from, --to, or name another --as-of
    .page = A sample is drawn from the records that count as of the day and fit what the command line says. Where there is none, nothing can be drawn and nothing concluded.

sample-terms = { $reason ->
        [confidence] the confidence `{ $value }` is not between 50% and 99.99%
        [tolerable] the tolerable rate `{ $value }` is not between 0.01% and 99.99%
        [expected] the expected rate `{ $value }` is not below the tolerable rate `{ $tolerable }`
       *[seed] the seed `{ $value }` cannot be used
    }
    .label = nothing could be concluded
    .help = { $reason ->
        [confidence] --confidence 95% or 90% are usual
        [tolerable] --tolerable 5% or 10% are usual
        [expected] make --expected less than --tolerable
       *[seed] letters, digits, `-`, `_`, `.`, at most 64, such as --seed 2012-A
    }
    .page = Three things are settled before a sample is drawn: how sure one wants to be (confidence), from which rate of deviations on the ledger is not relied on (tolerable rate), and how many deviations are to be expected. If those expected are not below the tolerable ones, no sample can show that the rate is below. The seed decides which records are drawn and stands on the list: with it anybody draws the same sample.

sample-unreadable = { $reason ->
        [head] `{ $path }` is no list of a sample: no cell begins with luoshi-sample
        [headings] `{ $path }` has no headings of a list of a sample
       *[other] `{ $path }` cannot be read: { $detail }
    }
    .label = cannot be read
    .help = fill in the CSV or xlsx that `luoshi audit sample` wrote, and keep its first lines and headings
    .page = The first lines of a list say from what it was drawn, with which confidence and seed, and this is needed to conclude. Headings may be Chinese or English and in any order, but township, stratum, its sizes, record, result and check must be there.

sample-answer = line { $row }, `{ $record }`: the result `{ $value }` is unknown
    .label = unknown
    .help = write one of: true, untrue, no trace, not checked
    .page = There are four results: true; untrue; no trace (nobody and nothing attests it); not checked. An empty cell says that nobody has looked.

sample-foreign-row = line { $row }, `{ $record }`, is not of this sample, or was changed
    .label = does not fit
    .help = restore township, stratum, sizes, record and check of the line; delete lines of your own
    .page = The check of each line is computed from the first line of the list, the stratum, its sizes, the township and the record. Where it does not fit, the line was not drawn or was changed. With other records in the sample nothing could be concluded, so that it is refused.

sample-contradicted = line { $row }, `{ $record }`, has another result than line { $first }
    .label = contradicts
    .help = find out which is right, and keep one line
    .page = One record has two results in the list. The program does not choose one of them. Whoever was on site finds out which is right, keeps one line, and the list is read again.

sample-repeated = line { $row }, `{ $record }`, repeats line { $first } and is counted once
    .label = repeated
    .help = delete one of the lines
    .page = A record was filled in twice with the same result. It is counted once, which changes nothing. Most often a line was pasted twice; delete it.

sample-rows-missing = lines missing from the list: { $count }; taken as not checked
    .label = missing
    .help = find them; nothing to do if nobody has looked
    .page = What was drawn and did not come back is like what nobody has looked at: untrue for the upper bound, true for the lower one. Otherwise one could send back what looks good alone.

sample-ledger-changed = the ledger is not what it was when the sample was drawn: the estimate is about what it was
    .label = changed
    .help = see what was added or corrected (luoshi ledger log); draw again if it is much
    .page = The digest of all records stands on the list. Now the records of the same day and choice have another one, so that something was added, corrected or changed since. What is concluded holds for the ledger as it was.

sample-form-title = Records to be checked on site (as of { $day }, { $drawn } of them)
sample-sheet = Checklist
sample-refused = Not possible
sample-refusal = Choose one: true, untrue, no trace, not checked
sample-column-number = No.
sample-column-township = Township
sample-column-stratum = Stratum
sample-column-all = Records in stratum
sample-column-drawn = Drawn of stratum
sample-column-date = Date
sample-column-kind = Kind
sample-column-duty = Duty
sample-column-subject = Subject
sample-column-actor = Actor
sample-column-record = Record
sample-column-result = Result
sample-column-note = Remarks
sample-column-check = Check
sample-answer-confirmed = true
sample-answer-refuted = untrue
sample-answer-not_found = no trace
sample-answer-unchecked = not checked
sample-stratum-whole = all
sample-stratum-none = (none)
sample-stratum-lost = (strata that did not come back)

sample-drawn = { $drawn } of { $records } records as of { $day } drawn (seed { $seed })
sample-terms-text = confidence { $confidence }, tolerable rate { $tolerable }, expected { $expected }; { $allowed ->
        [none] the sample is too small to show that the rate is below the tolerable one
       *[other] with at most { $allowed } deviations the rate is shown to be below the tolerable one
    }
sample-compared = sizes without strata: hypergeometric (exact for these records) { $hypergeometric }, binomial { $binomial }, Poisson { $poisson }
sample-population = digest of all records { $digest }
sample-strata = { $count } strata:
sample-stratum = {"  "}{ $label }: { $drawn } of { $all }

sample-result = { $drawn } of { $all } drawn: true { $confirmed }, untrue { $refuted }, no trace { $not_found }, not checked { $unchecked }
sample-result-unchecked = the { $count } not checked are taken for the worst: untrue for the upper bound, true for the lower
sample-bounds = rate of deviations: { $rate ->
        [none] no estimate, as not everything was checked
       *[other] estimated { $rate }
    }; with confidence { $confidence } at most { $most }; with confidence { $confidence } at least { $least }; { $confidence } interval { $low }–{ $high }
sample-method-exact = method: hypergeometric, exact for these records
sample-method-strata = method: strata combined, on the safe side: deviations not found are taken to lie where they are least likely to be found; bounds of strata hold each by itself, not all at once
sample-method-open = method: binomial (Clopper–Pearson), the records being part of a practice that goes on
sample-verdict-below = Conclusion: the upper bound { $most } is below the tolerable rate { $tolerable }; with confidence { $confidence } the deviations can be tolerated
sample-verdict-not_below = Conclusion: the lower bound { $least } is not below the tolerable rate { $tolerable }; with confidence { $confidence } there are more deviations than can be tolerated
sample-verdict-open = Conclusion: none. The upper bound { $most } is not below the tolerable rate { $tolerable }, the lower { $least } is; draw more
sample-each = Strata:
sample-each-stratum = {"  "}{ $label }: { $drawn } of { $all }, true { $confirmed }, untrue { $refuted }, no trace { $not_found }, not checked { $unchecked }; { $rate ->
        [none] no estimate
       *[other] estimated { $rate }
    }, at most { $most }, at least { $least }, { $confidence } interval { $low }–{ $high }
sample-written = list of { $drawn } records written to `{ $path }`; once filled in: luoshi audit sample evaluate { $path }

cmd-audit-sample = draws records for the check on site; the size is computed exactly
    .paths = folders of plans, the current one by default
    .confidence = how sure to be, 95% by default
    .tolerable = rate that cannot be tolerated, 5% by default
    .expected = expected rate (1%) or number (2); 0 by default
    .by = township, kind, duty, village, month, none
    .seed = what decides which are drawn, luoshi by default
    .size = draw so many, whatever the confidence
    .kind = only records of these kinds
    .duty = only records of these duties
    .from = only from this day on
    .to = only up to this day
    .output = a file; --format is text, json, csv or xlsx
cmd-audit-sample-evaluate = reads the list filled in, and says what it means for all records
    .results = the list filled in, CSV or xlsx
    .open = the records are part of a practice that goes on
    .plan = folders drawn from: has a ledger changed since?
