# cli

level-error = error
level-warning = warning
level-hint = hint
level-help = help
notes-more = and { $count } more that are not shown

path-missing = there is no file or folder `{ $path }`
    .help = check the path; the current folder is `.`
    .page = luoshi reads what is named and looks nowhere else, so that it never takes the wrong file. A path starts from the current folder. A name with a blank needs quotes: `luoshi check "plan 2012"`. Inside the folder of the plan `luoshi check` is enough.
bad-argument = { $reason ->
        [unknown_argument] there is no option `{ $argument }`
        [unknown_command] there is no command `{ $argument }`
        [missing_command] no command is given
        [missing_argument] `{ $argument }` is missing
        [no_value] nothing follows `{ $argument }`
        [bad_value] `{ $argument }` cannot be `{ $value }`
        [twice] `{ $argument }` cannot be given twice
        [together] `{ $argument }` and `{ $valid }` cannot be given together
       *[other] the command line is wrong
    }
    .help = { $help ->
        [near] did you mean `{ $suggestion }`?
        [valid] it should be: { $valid }
       *[none] see `luoshi --help` or `luoshi COMMAND --help`
    }
    .page = An option that is misspelt and ignored would give an answer to another question, so every slip is reported and nothing is run. Example: write `--as-of 2012-12-31` and not `--as-of 2012/12/31`. A value with blanks needs quotes, as in `--note "flood season"`. The options of a command are in its help: `luoshi check --help`.
finding-unknown = there is no finding and no code `{ $id }`
    .help = { $near ->
        [yes] did you mean `{ $suggestion }`?
       *[no] ids of findings are in the report of `luoshi check`; a code looks like LS0106
    }
    .page = The id of a finding is made of the duty, the subject and the time: `council/2012-07` is the council meeting of July 2012, `monthly_visit/v03/2012-08` the August visit to v03. It must be typed as it is, so copy it from the report. If the plan is not in the current folder, add its folder. If the check was run with `--as-of`, give the same day here: some findings exist only from their day on.
write-failed = cannot write `{ $path }`: { $detail }
    .help = see whether the folder exists and whether the disk has a fault; try another place
    .page = The file was not written, and what was there is as it was: a new file is written whole beside the old one before it takes its place. Records in the ledger are not touched and need not be entered again. Example: the folder does not exist; make it and run again. `Input/output error` means that the disk has a fault: copy the data to another one first.
disk-full = the disk is full, and `{ $path }` was not written
    .help = make room, or use another disk, and run the same command again
    .page = The file was not written, what was there is as it was, and every record that was entered is in the ledger. Example: a USB stick is full; remove what is not needed and run the same command again. Records that have been entered are not entered twice. If the disk has room, an administrator may have set a quota.
write-refused = `{ $path }` may not be written
    .help = choose a folder you may write to, or ask for the right; copy from a read-only disk first
    .page = Nothing was changed. A plan and a ledger in a read-only folder can be checked, looked at and exported to another place; only nothing can be entered there or written into it. Example: the ledger is on a write-protected stick; copy the whole folder to the computer. A file marked as read-only has the same effect.
file-busy = another luoshi is writing `{ $path }`
    .help = run again when it is done
    .page = Two programs that write one file take turns. This one has waited for some seconds, and the other is not done; nothing was changed. Example: a scheduled task writes a report into the same page; wait for its end, or choose another name.
issued-unwritten = the papers have their numbers and are recorded, but the files were not written
    .help = put the fault above right and run the same command again: same numbers, same content
    .page = The issuing numbers and the records are in the ledger; they are not lost, and no new numbers are given. An issued paper can be written again at any time, from the ledger as it was then, letter for letter. Example: a stick was full; name another folder with `-o` and run again.
already-exists = `{ $path }` exists, nothing was changed
    .help = choose another name or folder, or move it away first
    .page = Files are not overwritten, so that no finished plan and no real record is lost. Example: `luoshi init` in a folder that has a plan.yaml; choose a new folder. Simulated records go to a new file, or over one that holds nothing but simulated records, whose ids begin with `sim-`. What `luoshi import` saves beside the records (`--save-mapping`, `--marked`) may stand there already if it says the very same; if you have changed a saved mapping, leave the option out: it is used by itself.
evidence-file = the evidence is in the text file `{ $path }`, to which nothing can be added
    .help = make a ledger of it by `luoshi import { $path } --to { $folder }`, then move it away
    .page = Anybody can change a text file without a trace, so new records enter only a ledger, where each has its hash. In the folder of the plan run `luoshi import evidence.jsonl`, which makes the ledger `ledger.db` of the records, and move evidence.jsonl away. After that `luoshi record` works.
simulation-file = the settings of a simulation in `{ $path }` cannot be read: { $detail }
    .help = put it right at the line and column named
    .page = A simulation has two files of settings: profile.yaml says how busy the year is, planted.yaml which failures are planted. A misspelt key that is ignored would give a ledger that is not what was asked for, so unknown keys and values are refused. Example: `status: lost` is no status of a finding; `missed`, `late` and `violated` are. profile.yaml may be absent: every key has a default.
not-planted = `{ $finding }` could not be planted: { $why ->
        [unknown_finding] nothing in the plan yields such a finding
        [open] the plan leaves a value open, so that nothing is judged
        [plan_data] it follows from the plan itself, not from records
        [follows] it follows from other findings; list it under `consequences`
        [not_due] its time is not over on the as-of day
        [no_room] there is no day or record left for it
        [mismatch] such a finding does not come to this status in this way
       *[nothing_lacking] the plan asks for nothing that could be lacking
    }
    .help = change it in planted.yaml
    .page = This failure is not in the simulated ledger, and the others are. A check of that ledger will not find it, which is no fault of the check. Example: the December meeting is to be missed, and the as-of day is at the end of November, when it is not yet due. Change the day, the finding, its status or how it comes about, or delete the entry; what merely follows from another failure belongs under `consequences`.

exit-0 = nothing is failing
exit-1 = something is missed, violated or late
exit-2 = the plan, the evidence or the command line is wrong; nothing was judged
exit-3 = a file could not be read or written, or is in use; nothing was run
exit-70 = a bug of ours, please report it

bug = internal error (luoshi { $version }, { $place }). This is our fault. Please report the command and this line.

progress-plan = reading the plan...
progress-evidence = reading the ledger...
progress-judge = judging...

watch-waiting = waiting for a change of plan or ledger; Ctrl-C ends
check-package = the package { $name } has no errors
record-source = command line
record-done = entered { $id }; records in the ledger: { $count }
record-there-already = the ledger holds the same record { $id } already; nothing was entered
import-done = entered: { $added }; there already: { $skipped }; rows left out: { $rejected }
import-dry-run = dry run: { $records } records could be entered, rows that do not fit: { $rejected }; nothing was written
import-move-text = the ledger { $ledger } is made; move { $path } away, there cannot be both
ledger-whole = the ledger { $path } is whole: { $count } records, last hash { $head }
simulate-done = made { $count } simulated records (seed { $seed }, up to { $as_of }): { $path }
init-done = made a plan in { $dir }: change plan.yaml, then run luoshi check { $dir }

help-usage = {"Usage: "}
help-options = options
help-arguments = arguments
help-command = command
help-commands = commands
help-exit = exit codes:
help-help = print help
help-version = print the version

cmd-luoshi = luoshi checks from recorded evidence whether a plan is carried out
    .as_of = day of the run, as 2012-12-31; today by default
    .lang = zh-CN or en; by the locale by default
    .format = text, json and others, as the command has them
    .packages = a folder to look for packages in; repeatable
    .ledger = use this ledger, not that of the plan's folder
    .quiet = print one line only
    .verbose = say what is done; twice says more
    .color = colour of notes: auto, always, never
cmd-check = check whether a plan is carried out
    .path = folder of the plan; the current one by default
    .watch = check again whenever plan or ledger change
    .output = write to this file, not to the screen
cmd-explain = explain a finding, a record or a code
    .what = finding, record, code LS0106, audit-figures, sign-limits, bulk-columns
    .path = folder of the plan; the current one by default
cmd-record = enter one record
    .kind = kind of the record, such as meeting
    .path = folder of the plan; the current one by default
    .date = day it happened; today by default
    .time = time of day, such as 09:30
    .duty = name or id of the duty
    .subject = name or id of the subject
    .actor = units, roles or staff numbers, with commas
    .status = status, such as attended
    .quantity = a number of anything
    .amount = money, in yuan
    .marks = marks such as minutes, with commas
    .refers = id of another record
    .until = last day of a waiver
    .note = free text
    .set = field to correct and its new value; repeatable
    .id = id of the record; made up by default
    .by = staff number of whoever enters it
    .clock_checked = the clock was ahead before, and is right now
cmd-import = enter Excel or CSV tables or JSONL; one bad row keeps all out
    .files = files to import
    .to = folder of the plan; the current one by default
    .kind = kind of all records, unless the table says
    .duty = duty of all records, unless the table says
    .mapping = mapping file: which column is which field
    .save_mapping = keep the mapping with the plan, to be used again
    .marked = write a copy of the workbook with mistakes marked
    .keep_valid = enter the rows that are good, list the others
    .dry_run = check only, write nothing
    .by = staff number of whoever enters them
    .clock_checked = the clock was ahead before, and is right now
cmd-export = write out the ledger: jsonl, csv, or parquet for audits
    .path = folder of the plan; the current one by default
    .output = write to this file, not to the screen
cmd-ledger = verify the ledger, see what was entered
cmd-ledger-verify = find out whether a record was altered or removed
    .path = folder of the plan, or a ledger; the current one if absent
    .since = has it only grown since this checkpoint?
    .trust = trust file to verify signatures of checkpoints by
    .records = record hashes kept with it, to name what differs
    .proof = verify by this proof, without the ledger
    .to = later checkpoint, if there is none in the proof
    .origin = name of the ledger; else jurisdiction and plan
cmd-ledger-log = list what was entered, the newest first
    .path = folder of the plan, or a ledger; the current one if absent
    .kind = of this kind only
    .duty = for this duty only (its id)
    .subject = about this subject only (its id)
    .from = from this day on
    .to = up to this day
    .limit = at most so many; 20 by default
cmd-document = papers
cmd-document-check = check .docx against the standard; exits 1 if it breaks a demand
    .files = the .docx files, one or more
    .plan = a plan whose own layout is named where papers depart
cmd-plugin = Plugins: look at one, try it, test it, pack it, start one
cmd-plugin-inspect = Show what a plugin is and asks for, with YAML for a plan
    .file = The plugin (.wasm)
cmd-plugin-run = Try a plugin on a ledger; exits 1 if violated, 0 if suspect
    .file = The plugin (.wasm)
    .path = Folder of a plan; without it the ledger alone, named by --ledger
    .set = Parameter of the plugin, such as days=10; repeatable
    .kinds = Only these kinds of records, with commas; default: all
    .of = Only records of this duty; repeatable
cmd-plugin-test = Run a folder of cases; exits 1 if one differs
    .file = The plugin (.wasm)
    .cases = Folder of the cases (.yaml)
cmd-plugin-pack = Make a plugin of the WebAssembly module that a compiler wrote
    .core = The module (.wasm)
    .output = Write to this file
    .force = Overwrite a file that is there
cmd-plugin-new = Start a plugin in Rust, with cases and the SDK
    .name = Id of the plugin: a-z, 0-9 and "-", 3 to 40 characters
    .dir = The folder to make; default: named as the plugin
cmd-rules = what a rule of your own can ask
cmd-rules-vocabulary = list the facts that a rule can ask about
cmd-schema = print the JSON Schema of plans or of reports
    .of = plan (by default) or assessment
cmd-simulate = make simulated evidence, with failures planted on purpose
    .path = folder of the plan; the current one by default
    .seed = seed; the same seed gives the same records
    .profile = settings; profile.yaml of the plan's folder by default
    .planted = failures; planted.yaml of the plan's folder by default
    .output = write to this file, not to the screen
cmd-roster = plan who has which shift, fairly and by rules; repair it
    .id = name or id of the roster
    .path = folder of the plan; the current one by default
    .month = plan this month, such as 2012-07
    .from = plan from this day on
    .until = plan up to this day
    .seed = seed; 1 by default, the same seed gives the same roster
    .leave = such as PT007:2012-07-05..2012-07-10; leave.yaml too
    .repair = repair this roster: a csv, jsonl or ledger.db file
    .from_day = what may change begins on this day; today by default
    .cancel = no shift on this day; one on another day if needed
    .output = write to this file; for xlsx ID-DAY.xlsx by default
    .record = enter it in the ledger, as shifts not marked yet
    .by = staff number of whoever enters it
    .clock_checked = the clock was ahead before, and is right now
cmd-completions = print a script of completions for the shell
    .shell = bash, zsh, fish, powershell or elvish
cmd-lint = judge the plan itself, without evidence, and the burden it makes
    .path = folder of the plan; the current one by default
    .rules_of = by the rules of this day (of the issue)
    .limits = a further file of limits (limits.yaml)
cmd-burden = fill in the burden statement; compare two versions of a plan
    .path = folder of the plan; the current one by default
    .against = folder of the older plan to compare with
    .rules_of = by the rules of this day (of the issue)
    .limits = a further file of limits (limits.yaml)
cmd-template = an empty ledger for one kind of record
    .kind = kind of record, such as meeting
    .path = folder of the plan; the current one by default
    .duty = for this duty only (name or id)
    .xlsx = an Excel workbook with drop-downs
    .output = write to this file; KIND.xlsx by default for Excel
cmd-generate = Writes the papers that the plan calls for; those due by default
    .path = Folder of the plan; the current one by default
    .list = Only lists all papers: clauses, due day and state
    .vars = Names that a template can use, with values
    .paper = Only this template or paper; can be repeated
    .due = Only those that are due
    .all = All that can be issued
    .write = docx (default), pdf, html, txt, xlsx, ics
    .font_dir = For PDF: fonts are here; can be repeated
    .issue = Numbers and records them; drafts otherwise
    .by = Staff number of who records it
    .clock_checked = The clock was ahead before, and is right now
    .fill = Fills in what is 【待补】; can be repeated
    .with_open = Issues with 【待补】 left to fill by hand
    .output = Folder to write to; the plan's `papers` if not given
cmd-agenda = what is due, overdue first
    .path = folder of the plan; the current one by default
    .days = so many days from the day of the run; 14 by default
    .from = from this day; that of the run by default
    .to = up to this day
    .role = only what this role answers for (name or id)
    .subject = only what concerns this subject (name or id)
    .output = write to this file, not to the screen
cmd-chain = who answers for what, and the gaps
    .path = folder of the plan; the current one by default
    .up = upwards from this village, subject or role
    .down = downwards from this role
    .output = write to this file, not to the screen
cmd-coverage = what became of each clause of the source document
    .path = folder of the plan; the current one by default
    .output = write to this file, not to the screen
cmd-fmt = lay out plan files alike; comments and blank lines stay
    .paths = files or folders; the current folder by default
    .check = only check, change nothing
    .keys = write keys in zh or en; as they are by default
cmd-lsp = the language server, for editors
cmd-what-if = the same year under other parameters
    .path = folder of the plan; the current one by default
    .set = parameter and its value; repeatable
