# Evidence of many townships from bulk files: Parquet, CSV, JSONL with a column for the township.

bulk-mapping = { $reason ->
        [syntax] the mapping cannot be read: { $value }
        [field] the mapping names `{ $value }`, but a record has no such field
        [kind] `{ $value }` in the mapping is no kind of record
        [unit] `{ $value }` is no unit for `{ $field }`
        [missing] the mapping says no column for `{ $field }`
        [county] `county` takes one of `column`, `digits` and `divide`
       *[value] the value `{ $value }` that the mapping gives to `{ $field }` does not fit
    }
    .label = here
    .help = { $near ->
        [yes] did you mean `{ $suggestion }`?
       *[no] `luoshi explain bulk-columns` shows an example
    }
    .page = A bulk mapping says which column of a file is which field of a record. One column must be the township (`jurisdiction`), one the day (`date`), and the kind comes from a column or stands in the mapping. Example: `columns: {"{"} town: jurisdiction, day: date, type: kind, village: subject {"}"}`, with the column on the left and the field, in English or Chinese, on the right. Under `kinds` stands what holds only for records whose kind column says a certain word. Units are 元, 分, 角, 百, 千 and 万, and only `amount` and `quantity` have one.

bulk-column = { $reason ->
        [float] the column `{ $column }` of `{ $file }` holds floating-point numbers, which are not exact
        [type] the column `{ $column }` of `{ $file }` holds values that cannot be read as text, number or day
       *[missing] `{ $file }` has no column `{ $column }`
    }
    .label = this file
    .help = { $reason ->
        [float] export it as a decimal number of two places, `CAST(… AS DECIMAL(18, 2))`, or as text
        [type] export it as text, whole number, day (DATE) or decimal number of at most two places
       *[missing] { $near ->
            [yes] did you mean `{ $suggestion }`?
           *[no] name the column in the mapping as the file names it, or give a mapping if the file is not luoshi's own
        }
    }
    .page = Nothing can be said of records that are read without a column that the mapping counts on, so the whole file is left out and every township in it goes without. Without a mapping the columns must be called as the fields of a record are, with at least `jurisdiction`, `kind` and `date`. In Parquet a column may be a text, a whole number, a day or a decimal number with at most two places; lists, structures and floating-point numbers are not read, because money and scores are exact: 0.1 has no floating-point number of its own. Example: `COPY (SELECT …, CAST(amount AS DECIMAL(18, 2)) AS amount FROM …) TO 'records.parquet'`.

bulk-unreadable = `{ $file }` cannot be read: { $detail }
    .label = this file
    .help = check the file, then run again; other files are not touched by it
    .page = A file that cannot be opened or is not what its ending says is left out, and the run goes on with the others. What it held is missing: its townships do not appear, or only with what other files say of them. The townships beside the gap are told too. The usual causes are a download that broke off, a wrong ending, or a table in an encoding other than UTF-8.

bulk-damaged = rows { $first } to { $last } of `{ $file }` cannot be read: { $detail }
    .label = this file
    .help = have the file written again; all other townships were read
    .page = A Parquet file is stored in groups of rows, and one of them is damaged. Which townships it held nobody can say. Those that stand beside it may have lost records and are told one by one; all others are not touched.

bulk-incomplete = the township { $township } stands beside a part of `{ $file }` that cannot be read
    .label = this township
    .help = have the file written again, then audit the township again
    .page = Records of a township stand together. Where part of a file cannot be read, the township before and the one after it may have records in that part. Work that was done must not be taken for missing, so what was concluded of such a township does not hold.

bulk-scattered = records of the township { $township } stand in several places
    .label = this township
    .help = sort all records by the column of the township, then run again: in a spreadsheet sort by that column and save as CSV; from a database export with `ORDER BY`; of several files, keep a township in one
    .page = Bulk files are read from front to back, and only the townships that are being read are in memory. All records of a township must therefore stand together, in one file or in files that follow one another; their order among themselves does not matter. A township that comes again later has been judged by some of its records only: the conclusions do not hold. Files are read in the order of their names, so that parts should be numbered with zeros before: part-001, part-002.

bulk-record = row { $row } of `{ $file }`: { $what ->
        [personal] { record-personal }
        [duplicate] { record-duplicate }
        [target] { correction-target }
        [syntax] { record-syntax }
       *[field] { record-field }
    }
    .label = this row
    .help = put the row right, then run again; until then the township is not judged
    .page = A row cannot be taken as a record. Its township is not judged, for work that was done must not be taken for missing; all other townships are. The row of a JSONL file is its line, that of a CSV file counts the heading, that of a Parquet file counts records, all from 1. Words that are not luoshi's own, such as a kind, are put right in the mapping once for all rows.

bulk-township = row { $row } of `{ $file }` does not say its township
    .label = this row
    .help = fill in the column of the township; until then the township of the row before it is not judged
    .page = A record without a township could belong to any. It stands among the records of one township, so that one is not judged until somebody says whose record it is.

bulk-column-unread = the column `{ $column }` of `{ $file }` is not read
    .label = this column
    .help = leave it if it is not needed; if it is, give a mapping that names its field
    .page = Without a mapping the columns of a bulk file are found by the names of the fields of a record, in English or Chinese. This column has another name and is left out. If a check needs it, name its field in a mapping.

bulk-township-too-large = the township { $township } has more than { $limit } records
    .label = this township
    .help = check the file from row { $row } of `{ $file }` on: is it damaged, or does one code stand for many townships? Then run again
    .page = All records of a township are held in memory while it is judged, and a damaged or forged file may claim any number of them in a few bytes: a Parquet file says in five bytes that a cell repeats a billion times. A township has some thousands of records a year; beyond a million it is not judged, and nothing more of it is kept. The others are not touched.

cmd-audit-arrange = bulk files as one Parquet file that audits read much faster
    .paths = bulk files, in order; of one township all together
    .mapping = { cmd-audit.mapping }
    .output = write this file, which must end in .parquet
arranged = { $rows } rows of { $townships ->
        [one] one township
       *[other] { $townships } townships
    } in { $path }. Audit it { $mapping ->
        [yes] with the same mapping
       *[no] without a mapping
    }.

bulk-arrange = { $reason ->
        [arranged] `{ $file }` has been arranged already
        [columns] `{ $file }` has other columns than the files before it
        [lines] `{ $file }` cannot be arranged: of JSON lines nobody knows the columns before the last
        [rows] `{ $file }` has more rows than can be numbered
        [ending] `{ $file }` does not end in .parquet
       *[empty] there are no rows to arrange
    }
    .label = this file
    .help = { $reason ->
        [arranged] arrange the files that it was made of
        [columns] arrange files of different columns by themselves; an audit takes several
        [lines] have it exported as Parquet or CSV
        [rows] have it exported in several files
        [ending] give it a name such as province.parquet
       *[empty] check the files
    }
    .page = `luoshi audit arrange` writes bulk files as one Parquet file in which the rows of a township stand by kind and day. It is audited with the same mapping, or with none if there was none, and comes to the same findings, in a fraction of the time: whoever audits a country more than once arranges it once. All columns are kept, and two more say in which row of which file each row stood before, so that whatever is told of a row names that place. A row that cannot be read, or says no township, must not get lost: nothing is written before it is put right. Example: `luoshi audit arrange 2025-*.csv --mapping mapping.yaml -o province.parquet`.
