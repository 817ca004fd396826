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

record-personal = { $reason ->
        [id_card] `{ $field }` holds an identity-card number, which must not enter a ledger
       *[mobile] `{ $field }` holds a mobile number, which must not enter a ledger
    }
    .label = personal data
    .help = remove the number; officials go by staff number, members of the public are not named

record-duplicate = the id `{ $id }` is used twice
    .label = again here
    .help = keep one if it is the same event, choose another id if it is not; to change a record add a correction
record-duplicate-first = first used here

correction-target = the record `{ $target }` that the correction `{ $id }` refers to does not exist
    .label = this correction
    .help = check that `ref` is the id of the record to correct

file-unreadable = cannot read `{ $path }`: { $detail }
    .help = check that the file exists, that you may read it, and that the disk is not full

not-utf8 = { $kind ->
        [sheet] `{ $path }` is a spreadsheet, not a text
       *[other] the encoding of `{ $path }` is not known
    }
    .help = save it from the spreadsheet as "CSV UTF-8 (comma delimited)" and import that

ledger-damaged = the ledger `{ $path }` is damaged and cannot be read ({ $detail })
    .help = write nothing more to it; restore the last backup or export, then run luoshi ledger verify

ledger-broken = { $why ->
        [edited] record { $number } `{ $id }` of the ledger was changed after it was written
        [removed] record { $number } `{ $id }` of the ledger was removed
        [inserted] record { $number } `{ $id }` of the ledger was put in later
        [reordered] record { $number } `{ $id }` of the ledger was moved
        [unlinked] record { $number } `{ $id }` of the ledger does not follow the one before: that one was rewritten or removed
       *[damaged] the ledger cannot be read from record { $number } `{ $id }` on: the file is damaged
    }
    .help = keep `{ $path }` as it is, as proof, and compare this record and those after it with a backup

ledger-busy = another program is writing to the ledger `{ $path }`
    .help = try again when the other program is done

ledger-foreign = { $reason ->
        [newer] `{ $path }` was made by a newer version (format { $version }) that this program cannot read
       *[foreign] `{ $path }` is not a luoshi ledger
    }
    .help = check the path; if a newer luoshi made the ledger, upgrade

ledger-missing = there is no ledger `{ $path }`
    .help = import the first records with luoshi import, which makes the ledger

ledger-two = the folder `{ $path }` holds both evidence.jsonl and ledger.db
    .help = keep one: import evidence.jsonl into the ledger, then move it away

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

heading-unknown = the heading `{ $heading }` is not known, and its column was not imported
    .help = leave it if it is not needed; if it is, name its field under `columns` of a mapping

heading-missing = the table has no column for `{ $field }` ({ $name })
    .help = give the column the heading `{ $name }`, or name it in a mapping

record-irrelevant = the duty `{ $duty }` of the record `{ $id }` is not in the plan, so it is not used
    .help = check how the duty is written
