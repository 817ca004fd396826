# workbook

# import

cell-place = { $file } [{ $sheet }] { $cell }

workbook-unreadable = { $reason ->
        [password] `{ $path }` needs a password to be opened
        [no_sheet] `{ $path }` has no sheet
       *[damaged] `{ $path }` is no whole Excel file ({ $detail })
    }
    .help = { $reason ->
        [password] take the password off in a spreadsheet program, save it, and import again
        [no_sheet] look whether it is the right file
       *[damaged] open it in a spreadsheet program and save it as .xlsx; if that fails, look for the original
    }
    .page = Two sorts of Excel files are read, .xlsx and .xls, by what is in them and not by the ending of their name. Common causes: a password to open, a copy that broke off on the way, or another sort of file under this name. Save .et and .ods files as .xlsx first. A sheet that is protected without a password to open can be read.

workbook-too-large = `{ $path }` has too much to be a ledger: { $what }, where { $limit } is the most
    .help = look whether it is the right file; a real ledger that is larger goes into several files, a sheet or a year each
    .page = A workbook may hold so much and no more, so that a file that was made to fill the memory cannot: 10,000 parts; 1,024 MB unpacked; in an .xls 4,000,000 cells from the first to the last of each sheet, empty ones included; 4,000,000 merged cells in a sheet. Clear what stands far away from the table by mistake, such as a blank in the last row of a sheet.

workbook-parts = the files in it
workbook-unpacked = megabytes unpacked
workbook-cells = cells
workbook-merged = merged cells

sheet-skipped = { $reason ->
        [empty] the sheet `{ $sheet }` is empty and was not imported
        [told] the sheet `{ $sheet }` was not imported, as the mapping says
        [no_rows] the sheet `{ $sheet }` has a heading and nothing below, and was not imported
        [chart] `{ $sheet }` is no worksheet and was not imported
       *[no_table] no table was found in the sheet `{ $sheet }`; it was not imported
    }
    .help = { $reason ->
        [no_table] nothing to do for a cover or remarks; if it has records, say in `sheets` of a mapping in which row the heading is and what the columns are
       *[other] look whether it is meant to be so; otherwise there is nothing to do
    }
    .page = Each sheet of a workbook is looked at by itself. A sheet without a heading that is known, such as a cover, is passed over, and always named here, so that nothing is lost in silence. The heading must be within the first 10 rows that hold something, and at least two of its columns known, such as 日期 and 村名. For other headings write a mapping by `luoshi import FILE --dry-run --save-mapping`, put it right and import again.

cell-unclear = { $reason ->
        [no_year] `{ $value }` has no year, nor have the title and the name of the sheet
        [no_month] `{ $value }` has no month, nor have the title and the name of the sheet
        [short_year] the year of `{ $value }` has two digits: it may be any century
        [which_day] `{ $value }` is a number, and two days are written like this
        [no_day] `{ $value }` does not say which day, so it cannot be a record
        [other_month] `{ $value }` is not in the month of its column
        [mark] `{ $value }` may mean several things
        [not_done] `{ $value }` says that it was not done, and what was not done is no record
        [ditto] there is nothing above `{ $value }` to repeat
        [shared] `{ $value }` under `{ $field }` stands in a cell merged over several rows: how much belongs to each?
        [broken] the formula of this cell failed: `{ $value }`
       *[other] `{ $value }` is not understood
    }
    .label = this cell
    .help = { $reason ->
        [no_year] write the whole date, such as 2012-05-10, or the year in the title: 2012年…
        [no_month] write year and month in the title, 2012年5月…, or `month` in a mapping
        [short_year] write the year with four digits, such as 2012-05-10
        [which_day] 5.1 may be 1 May or 10 May: write 5月1日 or 2012-05-01
        [no_day] write the days, such as 5日、20日; a mere count is no record
        [other_month] look at the date; put it under its own month
        [mark] write 出勤, 缺勤 or 请假, or say in `values` of a mapping what it means
        [not_done] remove the row; if it was done after all, write what was done
        [ditto] write what is meant
        [shared] split the cell and give each row its own figure
        [broken] put the formula right, or write its result
       *[other] write it plainly
    }
    .page = What is not clear is not guessed, for a wrong guess turns work that was not done into work done, or one person's absence into another's. A △ means late in one office and on leave in the next; 5.1 as a number is 1 May as well as 10 May; a tick for a village in a month does not say on which day. Write the cell plainly, or say what it means in a mapping, such as `values: {"{"} status: {"{"} △: excused {"}"} {"}"}`. The statuses of shifts are attended, absent, excused and cancelled. An empty text "" says that such a cell is no record.

heading-unit = the unit `{ $unit }` in `{ $heading }` is not known
    .help = units of amounts are 元, 百元, 千元 and 万元
    .page = Amounts are turned into yuan by the unit of their heading, exactly: 0.5 under 罚款金额（万元） is 5000 yuan. Without knowing the unit that cannot be done, and to take it for yuan could be wrong by orders of magnitude, so the sheet is not imported. Convert other currencies first.

names-dropped = the column `{ $heading }` holds names of people and was not imported; staff numbers count
    .help = nothing to do: the ledger knows staff numbers, not names
    .page = A ledger is passed on and kept for years, and what has entered it cannot be taken out. So officials are known by staff number and names never enter. Where a table has both 工号 and 姓名, the first is used and the second stays where it is.

staff-missing = the sheet `{ $sheet }` has names of people (`{ $heading }`) and no staff numbers
    .help = add a column 工号; the names may stay, they are not imported
    .page = The ledger knows staff numbers and no names: two people may share a name, and names should not be passed on. Add a column 工号 with the staff number of each, such as PT012. The number must be among the `persons` of the plan.

row-repeated = this row is the same record as row { $row } of `{ $sheet }` (id `{ $id }`)
    .label = again
    .help = leave one row for one event; for two events add a column 编号 and give each its own id
    .page = Two rows with the same day, subject, people and contents may be one event written twice or two events; only whoever wrote them knows. Often a workbook holds a sheet for each month and another for the year: write `skip: true` for that one in a mapping. To import a file a second time does no harm: records with the same contents do not enter twice, wherever their row or sheet has moved.

duty-unclear = the sheet `{ $sheet }` does not say for which duty its records are
    .help = { $near ->
        [yes] add `--duty NAME`, or a column for the duty; such records can serve: { $suggestion }
       *[no] add `--duty NAME`, or a column for the duty
    }
    .page = No duty is judged by a record without one, and in the ledger each could only be corrected by itself; so none is entered. Where the name of the sheet or its title holds the full name of a duty of the plan it is taken. Otherwise say it by `--duty`, or by `duty` of the sheet in a mapping.

import-sheet = sheet `{ $sheet }`
import-sheet-range = table { $range } ({ $layout ->
        [days] days across
        [months] months across
       *[list] one record a row
    }, heading in row { $heading })
import-sheet-kind = kind { $kind }{ $from ->
        [column] {""} (by column)
        [title] {""} (by the title)
       *[told] {""}
    }, duty { $duty }
import-sheet-unset = not set
import-sheet-by-column = by column
import-sheet-year = year { $year }
import-sheet-year-month = year { $year }, month { $month }
import-sheet-mapping = uses the saved mapping { $path }
import-saved = the sheet `{ $sheet }` uses the saved mapping { $path }
import-sheet-records = records: { $records }; cells that do not fit: { $rejected }
import-column = column { $column } `{ $heading }` → { $field }
import-column-idle = column { $column } `{ $heading }` is not imported
import-column-name = column { $column } `{ $heading }` holds names and is not imported
import-column-second = column { $column } `{ $heading }` is { $field }, too, which a column before it is; it was not imported
import-column-unknown = column { $column } `{ $heading }` is not known and was not imported
import-column-near = column { $column } `{ $heading }` is not known and was not imported; is it { $near }?
import-aside = row { $rows } is no record: { $why ->
        [total] a total
        [note] a remark
        [heading] the heading again
        [numbered] a number and nothing else
       *[blank] blank
    }{ $text }
import-aside-text = {""} ({ $text })
import-mapping-saved = the mapping is saved as { $path }; it is used for tables like this from now on, and may be edited
import-mapping-head =
    Which column of a table is which field, written by luoshi import --save-mapping.
    It is used for sheets with the same name (but for digits) and headings.
    columns: heading to field. values: what stands in a cell to what it means.
    skip: true leaves a sheet out; year: 2012 serves where no title says the year.
import-mapping-heading = the row of the heading, from 1
import-mapping-year = the year is that of the title or sheet: { $year }
import-mapping-second = a column before it is this field already; not imported unless made another field
import-mapping-unknown = not known, not imported; take the # away and write a field

# template

template-title = { $place }: { $kind } ledger, { $days }
template-title-duty = { $place }: { $kind } ledger for { $duty }, { $days }
template-days = { $from } to { $to }
template-day = { $year }-{ $month_padded }-{ $day_padded }
template-day-same-year = { $month_padded }-{ $day_padded }
template-remark = Columns with * are required. One event in each row. Point at a heading to see what to enter; all names are on the sheet "{ $options }".
template-sheet-ledger = { $kind } ledger
template-sheet-options = options
template-options-remark = Every name that the ledger offers, to look up. They come from the plan: to add or remove one, change the plan.
template-options-of = can be: { "" }
template-sheet-guide = guide
template-guide-title = How to fill the { $kind } ledger
template-guide-column = Column
template-guide-hint = What to enter
template-guide-example = Example
template-guide-required = Required
template-required = required
template-optional = optional
template-example = Example: { "" }
template-refused = Please check
template-footer = Page &P of &N
template-repeated = { $heading } ({ $number })
template-file = { $kind }.xlsx
template-done = made { $path } with room for { $rows } rows; when it is filled, run luoshi import { $path }{ $to }

template-rule-people = Never enter: names of members of the public, informants, victims, persons under supervision or minors; identity-card and mobile numbers of anybody. Officials go by staff number. Rows with an identity-card or mobile number are not imported.
template-rule-names = Choose duties, subjects, units and roles, statuses and marks from the lists. When pasting from elsewhere paste values only, or the lists are lost.
template-rule-rows = One event in each row, no totals between them. { $rows } rows are prepared; for more use another empty ledger.
template-rule-import = Save it and run "luoshi import FILE". Rows that are in the ledger already are not entered twice. If one row is wrong none is entered; "--marked FILE" writes a copy in which every mistake is marked.

template-heading-id = id
template-heading-date = { $kind ->
        [task] date (due)
        [waiver] date (from)
       *[other] date
    }
template-heading-time = time
template-heading-duty = duty
template-heading-subject = subject
template-heading-actor = { $kind ->
        [shift] actor (staff number)
        [decision] actor (deciding body)
        [waiver] actor (granted by)
       *[other] actor (unit or role)
    }
template-heading-status = { $kind ->
        [shift] status (attendance)
        [incident] status (kind of incident)
        [decision] status (decided)
       *[other] status
    }
template-heading-quantity = { $kind ->
        [meeting] quantity (present)
        [training] quantity (participants)
       *[other] quantity
    }
template-heading-amount = amount (yuan)
template-heading-marks = marks
template-heading-ref = { $kind ->
        [response] ref (incident)
        [reward] ref (case)
        [correction] ref (original)
       *[other] ref
    }
template-heading-until = until
template-heading-note = note
template-heading-set = set

template-hint-id = { $kind ->
        [incident] An id of your own for this incident, used once. Responses and rewards refer to it.
       *[other] Only if another record is to refer to this one; used once. Others get an id by themselves.
    }
template-hint-date = { $kind ->
        [task] The last day on which it must be done, with its year.
        [waiver] The first day of the waiver, with its year.
        [correction] The day of the correction, with its year.
        [shift] The day on which the shift begins, with its year.
       *[other] The day on which it happened, with its year.
    }
template-hint-time = { $kind ->
        [incident] When it happened, by the 24-hour clock. Needed where a response is due within hours.
        [response] When it was done, by the 24-hour clock. Needed where it is due within hours.
       *[other] When it began, by the 24-hour clock.
    }
template-hint-duty = The duty that it serves; choose it from the list.
template-hint-subject = { $kind ->
        [shift] The village or post; choose it from the list, or leave it empty for the whole township.
        [incident] Where it happened; choose it from the list.
       *[other] The village, unit or site; choose it from the list, or leave it empty for the whole township.
    }
template-hint-actor = { $kind ->
        [shift] The staff number; choose it from the list, never a name. One row for each person.
        [decision] The body that decided; choose it from the list.
        [waiver] The unit or role that granted it; choose it from the list.
        [meeting] The unit or role that convened it; choose it from the list, never a name. Several with commas between them.
       *[other] The unit or role that acted; choose it from the list, never a name. Several with commas between them.
    }
template-hint-status = { $kind ->
        [shift] The attendance; choose it from the list, or leave it empty until it is known.
        [incident] The kind of incident; choose it from the list.
        [decision] What was decided; choose it from the list, or leave it empty where nothing distinguishes it.
        [rectification] "{ $first }" to ask for release from supervision, else empty.
        [correction] "{ $first }" to withdraw the original; else leave it empty and fill "set".
       *[other] Choose a change from the list; leave it empty while all is as it should be.
    }
template-hint-quantity = { $kind ->
        [meeting] How many were present; a number and nothing else.
        [training] How many took part; a number and nothing else.
        [metric] The figure; a number and nothing else, 92.3 for 92.3%.
       *[other] How many the duty asks for, such as people, times or households; a number and nothing else.
    }
template-hint-amount = What was paid, in yuan; a number with two places at most.
template-hint-marks = { $kind ->
        [reward] The grounds; choose them from the list, several in several columns or with commas between them.
       *[other] What the record has; choose from the list, several in several columns or with commas between them.
    }
template-hint-ref = { $kind ->
        [response] The id of the incident in the ledger.
        [reward] The code of the case; the same for all rewards of one case.
        [correction] The id of the record that is corrected; "luoshi ledger log" lists them.
        [decision] The id of the record that it is about, if it is about one.
       *[other] The id of the record that this one belongs to, if there is one.
    }
template-hint-until = The last day of the waiver, which is included.
template-hint-note = What else there is to say. No names of members of the public, no identity-card or mobile numbers.
template-hint-set = What is replaced and by what, written as in the example. Empty for a withdrawal.

template-sample-id = { $kind ->
        [incident] C-2012-001
       *[other] R-2012-001
    }
template-sample-time = 09:30
template-sample-quantity = { $kind ->
        [metric] 92.3
       *[other] 12
    }
template-sample-amount = 300
template-sample-ref = C-2012-001
template-sample-note = { $kind ->
        [meeting] shifts in July
        [waiver] roads flooded
        [correction] entered twice
       *[other] papers are with the office
    }
template-sample-set = {"{"}"quantity":"12"{"}"}

template-refusal-date = Please enter a day such as { $first }, from { $from } to { $to }.
template-refusal-until = Please enter a day such as { $first }, not before { $from }.
template-refusal-time = Please enter a time such as 09:30.
template-refusal-quantity = Please enter a number and nothing else.
template-refusal-amount = Please enter an amount in yuan, not below zero.
template-refusal-id = This id is used already; please take another.
template-refusal-text = This is too long; please shorten it.
template-refusal-list = Please choose from the list. If it is not there, check the name, or have the plan changed.
template-refusal-lists = This is not in the list. Go on if these are several names with commas between them; choose again if it is a mistake.

template-status-confirmed = confirmed
template-status-rejected = rejected
template-status-lifted = lifted
template-status-caused = caused
template-status-accepted = accepted
template-status-applied = applied
template-status-void = void
import-mapping-marks = marks of uncertain meaning: write attended, absent, excused or "" (no record), and take the # away

# marked

marked-sheet = to put right
marked-remark = { $count } cells to put right. Click a cell below to go there; save it when done, and import this file.
marked-of-sheet = Sheet
marked-cell = Cell
marked-reason = What is wrong
marked-advice = What to do
marked-done = wrote a marked copy to { $path }, with { $count } cells to put right; import that copy when it is done
