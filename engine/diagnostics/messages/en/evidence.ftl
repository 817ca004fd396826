# evidence

record-syntax = { $reason ->
        [not_object] this line is no record: a record begins with `{"{"}`
        [unfinished] this line is incomplete: the record does not end
        [bad_text] the text in quotes is wrong: a quote may be missing, or an escape is unknown
        [trailing] something follows the end of the record
       *[bad_sign] a wrong sign: the record cannot be read any further
    }
    .label = cannot be read from here on
    .help = write one record a line, such as {"{"}"id":"m1","kind":"meeting","date":"2012-05-10"{"}"}
    .page = Nobody knows what an unreadable record says, and passing over it would turn work that was done into work that was missed. A JSONL file holds one record a line, with plain quotes, colons and commas; the usual slips are full-width signs, and a line cut in half by copying. In a CSV table the cause is a quote that is never closed. Records need not be written by hand: enter single ones by `luoshi record`, and import tables.

record-field = { $reason ->
        [unknown] a record has no field `{ $field }`
        [twice] the field `{ $field }` is written twice
        [missing] the record lacks `{ $field }`, which it must have
        [want_text] `{ $field }` takes a text
        [want_list] `{ $field }` takes a text or a list
        [want_object] `{ $field }` takes an object of names and values
        [kind] there is no kind of record `{ $value }`
        [date] `{ $value }` is no date
        [time] `{ $value }` is no time of day
        [moment] `{ $value }` is no time of recording
        [number] `{ $value }` is no number
        [precise] `{ $value }` has more than two decimal places
        [large] `{ $value }` is too large to be meant
        [long] `{ $field }` is longer than { $limit } characters
        [many] `{ $field }` has more than { $limit } items
        [control] `{ $field }` holds a line break or an invisible sign
        [separator] an item of `{ $field }` holds a comma or semicolon
        [hash] an attachment lacks its name or a valid SHA-256 sum
        [fixed] a correction cannot change `{ $field }`
        [set_outside] only a correction has `set`
        [nothing_set] the correction does not say what it corrects
        [set_and_void] a correction cannot both change and withdraw
        [circle] the correction `{ $value }` is part of a circle of corrections
        [name] the plan has no `{ $value }`
       *[other] the value `{ $value }` of `{ $field }` is not understood
    }
    .help = { $near ->
        [yes] did you mean `{ $suggestion }`?
       *[no] { $reason ->
            [unknown] remove the field, or use one that exists
            [twice] keep one of them
            [missing] add `{ $field }`
            [want_text] put a text in double quotes
            [want_list] for example "a" or ["a","b"]
            [want_object] for example {"{"}"quantity":"3"{"}"}
            [kind] one of: meeting, visit, shift, inspection, incident, response, task, task_done, document, training, reward, metric, report, rectification, decision, appeal, waiver, correction
            [date] write it like 2012-05-10, and check that the month has that day
            [time] write it like 09:30
            [moment] write it like 2012-05-10T09:30:00
            [number] write the number alone, and its unit in the note
            [precise] round it to two places
            [large] check the number and its unit
            [long] shorten it, and attach the details
            [many] make several records of it
            [control] remove line breaks and invisible signs
            [separator] make several items of it
            [hash] write {"{"}"name":"minutes.pdf","sha256":"64 lower-case hexadecimal digits"{"}"}
            [fixed] withdraw the record and add a right one
            [set_outside] make it a correction, and name the record it corrects in `ref`
            [nothing_set] write the new values in `set`, or withdraw the record with the status void
            [set_and_void] make two corrections of it
            [circle] let each correction refer to the first record
            [name] check the name, or add it to the plan first
           *[other] put it as the field needs it
        }
    }
    .page = Each field takes values of one form, and a wrong value taken as it is would spoil the counts and the deadlines. Example: there is no `2012-02-30`, and `5月10日` lacks its year; a table may write 2012-05-10, 2012/5/10 or 2012年5月10日. In what is imported or entered, duties, subjects and actors must be names or ids of the plan. One bad row keeps all out; with `--keep-valid` the good ones enter.

record-personal = { $reason ->
        [id_card] `{ $field }` holds an identity-card number, which must not enter a ledger
       *[mobile] `{ $field }` holds a mobile number, which must not enter a ledger
    }
    .label = personal data
    .help = remove the number; officials go by staff number, members of the public are not named
    .page = A ledger travels from office to office, is kept for years, and nothing can be taken out of it again, so identity-card and mobile numbers must not get in. Officials go by staff number; members of the public, informants and persons under supervision are not named, and dates and counts prove what was done. Example: instead of a name with a telephone number write `visited one household`. A card number counts as one only if its date and its check digit fit, so staff and case numbers pass as a rule.

record-duplicate = the id `{ $id }` is used twice
    .label = again here
    .help = keep one if it is the same event, choose another id if it is not; to change a record add a correction
    .page = Findings and corrections find a record by its id, so two different records cannot share one. The note also comes for two equal rows of one file that have no id: whether they are one event written twice or two events, only the clerk knows. Delete one row, or give each its own id. To import a file again does no harm, because records that are there already are skipped.
record-duplicate-first = first used here

correction-target = the record `{ $target }` that the correction `{ $id }` refers to does not exist
    .label = this correction
    .help = check that `ref` is the id of the record to correct
    .page = A correction acts on the record that it names. Without that record it does nothing, and nothing can be taken out of a ledger again, so it is refused. Example: the record is `v01-0510`, and `ref` says `v1-0510`. Look the id up with `luoshi ledger log`; a record and its correction may stand in one file in any order.

file-unreadable = cannot read `{ $path }`: { $detail }
    .help = check that the file exists, that you may read it, and that the disk is not full
    .page = A file that cannot be read may hold just what is needed, and a verdict without it could not be trusted, so none is given. The usual causes are missing permissions, a drive or shared folder that is gone, a full disk under the ledger, or another program that keeps the file to itself. Example: with a plan on a shared folder, first see whether the file opens by hand, then run again.

not-utf8 = { $kind ->
        [sheet] `{ $path }` is a spreadsheet, not a text
       *[other] the encoding of `{ $path }` is not known
    }
    .help = save it from the spreadsheet as "CSV UTF-8 (comma delimited)" and import that
    .page = luoshi reads text: UTF-8, GBK (GB18030) and UTF-16 with its mark, so most CSV files from a spreadsheet can be read as they are. An Excel file, .xlsx or .xls, is imported as it is. Any other file, such as an .et file or a picture, is not made a table by renaming it: save it as .xlsx or as "CSV UTF-8" in the program it came from, and import that.

ledger-damaged = the ledger `{ $path }` is damaged and cannot be read ({ $detail })
    .help = write nothing more to it; restore the last backup or export, then run luoshi ledger verify
    .page = With a part of the ledger unreadable, work that was done would look like work that was missed, so nothing is judged. Most often a disk failed, or the file was not copied or synchronised to its end. Keep an export: `luoshi export -o backup.jsonl`. To restore it, move the damaged ledger away, keep it, and import the export into a new one; each record keeps the time at which it was first entered.

ledger-broken = { $why ->
        [edited] record { $number } `{ $id }` of the ledger was changed after it was written
        [removed] record { $number } `{ $id }` of the ledger was removed
        [inserted] record { $number } `{ $id }` of the ledger was put in later
        [reordered] record { $number } `{ $id }` of the ledger was moved
        [unlinked] record { $number } `{ $id }` of the ledger does not follow the one before: that one was rewritten or removed
       *[damaged] the ledger cannot be read from record { $number } `{ $id }` on: the file is damaged
    }
    .help = keep `{ $path }` as it is, as proof, and compare this record and those after it with a backup
    .page = The hash of each record covers the hash of the one before, so whoever changes, removes, inserts or moves a record breaks the chain at that place. A ledger only grows: a mistake is put right by a correction, and the first record stays. Example: with a database tool somebody turned `absent` into `attended`, and verifying names that record. Hand the count and the last hash that a good run prints to the county, to compare with later.

ledger-busy = another program is writing to the ledger `{ $path }`
    .help = try again when the other program is done
    .page = Only one program at a time may write to a ledger. This one has waited for some seconds, and the other is not done. Example: another window imports a large table; wait for its end and run again. The files `ledger.db-wal` and `ledger.db-shm` beside a ledger belong to it and must not be deleted.

ledger-foreign = { $reason ->
        [newer] `{ $path }` was made by a newer version (format { $version }) that this program cannot read
       *[foreign] `{ $path }` is not a luoshi ledger
    }
    .help = check the path; if a newer luoshi made the ledger, upgrade
    .page = luoshi uses only ledgers that luoshi made, so that it spoils no other file. The usual slip is a table after `--ledger`, such as `--ledger shifts.csv`: a table has to be imported first, by `luoshi import`. What a newer version wrote is not guessed at; upgrade to read it.

ledger-missing = there is no ledger `{ $path }`
    .help = import the first records with luoshi import, which makes the ledger
    .page = Without a ledger there is nothing to judge by, and a ledger that is not found is not taken for work that was not done. It should be in the plan's folder, as `ledger.db`, or as the text `evidence.jsonl`. The usual slip is to run in another folder: write `luoshi check FOLDER`. The first import or `luoshi record` makes a ledger; a plan made by `luoshi init` has an empty one.

ledger-two = the folder `{ $path }` holds both evidence.jsonl and ledger.db
    .help = keep one: import evidence.jsonl into the ledger, then move it away
    .page = A plan has one ledger: with two nobody knows which counts, and a record may be entered into one and looked for in the other. Most often evidence.jsonl was imported and left where it was. Example: run `luoshi import evidence.jsonl`, which skips what is there already, then move that file to another folder. To use one of the two for a single run, name it with `--ledger`.

export-no-township = nothing says which township the ledger of `{ $path }` is of
    .help = write `code` of `jurisdiction` in the plan, then export again
    .page = A Parquet file is for audits of many townships, and may hold those of many, so that each row says its township. The code is `code` of `jurisdiction` in the plan; where the plan does not say, nobody knows whose records they are, and no file is written. For example: a folder with ledger.db and no plan.yaml. JSONL and CSV need no code.

clock-behind = the clock stands at { $now }, before the last entry of the ledger at { $last }; nothing was entered
    .help = set day, time and time zone; if the clock was ahead then and is right now, add --clock-checked
    .page = The time of entry cannot be changed afterwards, and it decides whether a record counts as entered late, so nothing is entered by a clock that is wrong. Most often the battery of the computer was empty and the clock went back by years, or the time zone is wrong: set it and run the same command again. Less than an hour does not matter. If the clock was ahead at the last entry, make sure that it is right now and add `--clock-checked`; the order of entries and their times then disagree, which an audit can see, so keep a note of why.

ledger-unfinished = beside the ledger `{ $path }` lies an unfinished `{ $path }-wal`, and the folder is read-only
    .help = copy the whole folder to a place that can be written to, and run there
    .page = The last program that entered records did not end, or is entering some, and the last records are still in the -wal file beside the ledger. To read the ledger alone would be to judge by less than was entered, so it is not read. Example: a folder on a disc has a `ledger.db-wal`; copy `ledger.db` and `ledger.db-wal` together to the computer and check there, which brings the last records into the ledger.

mapping-column = { $reason ->
        [syntax] the mapping cannot be read: { $value }
        [field] the mapping names `{ $value }`, but a record has no such field
        [kind] `{ $value }` in the mapping is no kind of record
       *[value] the value `{ $value }` that the mapping gives to `{ $field }` does not fit
    }
    .help = { $near ->
        [yes] did you mean `{ $suggestion }`?
       *[no] the fields are: date, time, duty, subject, actor, status, quantity, amount, marks, note, id, ref, until
    }
    .page = A mapping says which column is which field; with a slip in it a whole column is lost or goes to the wrong field. Example: `columns: {"{"} 巡逻日期: date, 队员: actor {"}"}`, with the heading on the left and the field of a record, in English or Chinese, on the right. The keys of the file are `kind`, `duty`, `columns`, `values` and `defaults`. A value under `defaults` must fit its field: a date is written 2012-05-10.

heading-unknown = the heading `{ $heading }` is not known, and its column was not imported
    .help = leave it if it is not needed; if it is, name its field under `columns` of a mapping
    .page = A column that is not known is left out, and the others are imported. One that no check needs, such as the weather, can be left alone. If it is needed, use a usual heading, such as `date`, `village` or `attendance`, or name its field in a mapping. Where two columns stand for the same field the second is left out with this note, except for `actor` and `marks`, which may have several.

heading-missing = the table has no column for `{ $field }` ({ $name })
    .help = give the column the heading `{ $name }`, or name it in a mapping
    .page = Without its date and its kind nobody can tell what a row is about, so a table needs a column for each. If all its rows are of one kind, say so instead: `luoshi import shifts.csv --kind shift`. The headings must be among the first ten rows; a title may stand above them. If the column is there under a name of your own, name its field in a mapping.

