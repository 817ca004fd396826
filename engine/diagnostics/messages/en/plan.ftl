# Notes about YAML text, plans and workday calendars.

yaml-syntax = this is not YAML that can be read
    .label = { $why }
    .help = { $hint }
    .page = A plan is written in YAML: one entry a line, a colon and a space after the key, spaces to indent what belongs to it. The usual slips are a tab, a full-width colon, or a parameter without quotes between braces. Nothing after the first such place can be read, so more notes may follow once it is put right. Example: write `会议:` and not `会议：`.

yaml-alias = YAML anchors (`&`) and aliases (`*`) are not supported
    .label = anchor or alias
    .help = write the content itself here; quote a text that begins with `&` or `*`
    .page = An alias hides where a value is written, and a few of them can blow a small file up to any size, so plans do without. Where one number is needed in many places, declare a parameter and write `{"${"}name{"}"}`. A text that merely begins with & or * needs quotes.

yaml-too-deep = lists and maps are nested more than { $limit } deep
    .label = too deep from here
    .help = check the indentation and the brackets here
    .page = Nothing in a plan needs that many levels. Most often a bracket is not closed, or the indentation grew while lines were copied. Look upwards from the place shown.

yaml-too-large = the file is larger than { $limit } MB and was not read
    .label = the file begins here
    .help = split it by section into files of the same folder
    .page = A plan is usually well below 1 MB. A file as large as this is most often a ledger: import records with `luoshi ledger import`. A plan that is really that long can be split; every .yaml file of the folder is read.

duplicate-key = `{ $key }` is written twice
    .label = written again
    .help = merge the two, or delete one
    .page = Where a key stands twice, no reader can know which one counts. Example: a meeting with two `cadence` keys. Keep one; where there are several values, make them a list under the one key.

unknown-key = there is no key `{ $key }` here
    .label = unknown key
    .help = { $near ->
        [none] delete it, or look up which keys this section takes
       *[other] did you mean `{ $near }`?
    }
    .page = A misspelt key that is silently ignored is a requirement that nobody checks, so every unknown key is reported. Keys may be written in English or in Chinese. Example: `cadance` is unknown, `cadence` is meant.

missing-key = `{ $key }` is missing
    .label = this entry needs `{ $key }`
    .help = add `{ $key }` to this entry
    .page = Without this key the entry does not say what it is, who answers for it or how it is checked. Example: every meeting needs `id` and `name`, because records find it by its id and reports call it by its name.

wrong-type = expected { $wanted }, found { $found }
    .label = expected { $wanted }
    .help = write { $wanted }
    .page = Each key takes a value, a list or further keys. Example: `cadence` takes the keys `every` and `at_least`; `monthly` alone is not understood. Write it in the form that the message names.

unknown-value = `{ $value }` is not one of the words for this key
    .label = unknown word
    .help = { $near ->
        [none] use one of: { $list }
       *[other] did you mean `{ $near }`? known words: { $list }
    }
    .page = Some keys take one of a few words, in English or Chinese. Example: `every` takes day, week, month, quarter, half_year or year. The message lists them all.

bad-value = `{ $value }` is not { $wanted }
    .label = expected { $wanted }
    .help = write { $wanted }
    .page = A value must be readable in one way only. Write dates as 2012-05-10, limits as 3wd or 2h, shares as 95%, money as 50 or 50元. Follow the form that the message shows.

both-languages = `{ $key }` and `{ $other }` are the same key, written twice
    .label = the same as `{ $other }`
    .help = keep one of them
    .page = Every key has an English and a Chinese name of the same meaning. With both in one entry no reader can know which one counts. Merge them.

empty-file = the file is empty
    .label = nothing here
    .help = write the content, or delete the file
    .page = An empty file is most often one that was not saved, or whose lines are all comments. The first line should be `luoshi: 1`. Delete a file that is not needed.

wrong-version = format version `{ $value }` is not known
    .label = this program knows version 1
    .help = write 1, or upgrade luoshi if the plan was made for a newer one
    .page = `luoshi: 1` says that the file is written in format 1. Another number means rules that this program cannot know, and it does not guess.

yaml-tag = YAML tags (`!`) are not supported
    .label = tag
    .help = delete the tag; quote a text that begins with `!`
    .page = The type of a value follows from its key, so tags say nothing. In other programs a tag may even run code, and so all of them are refused.

many-documents = the file holds more than one document
    .label = the second begins here
    .help = delete `---`, or save the second document as a file of its own
    .page = `---` splits a YAML file into documents, and those after the first are easily overlooked. Write one document a file; every .yaml file of the folder is read.

hidden-character = there is a character here that nobody sees ({ $character })
    .label = in this text
    .help = delete it; type anew what was pasted from a web page or a chat
    .page = Such a character changes what people see: it can move the cursor of a terminal over a finding, turn text round, or make two names look alike that are not. So the texts of plans and packages may hold none, but for tabs and line breaks. Most often it came along when something was pasted from a web page; delete the text and type it anew.

unknown-name = there is no { $space } `{ $name }`
    .label = no such { $space }
    .help = { $near ->
        [none] check the spelling, or define it first
       *[other] did you mean `{ $near }`?
    }
    .page = Every unit, role, set of subjects and duty that a plan names must be defined in it or in a package that it extends, letter by letter. Example: `for_each: vilages` names nothing where the set is called `villages`.

duplicate-id = the { $space } `{ $name }` is defined twice
    .label = defined again
    .help = rename one of them, or delete the copy
    .page = Records and findings know things by their id, which must be unique among things of its sort. A plan may say more about a unit, a role or a set of its packages under the same id; of anything else it may not. To add clauses to a duty of a package use `tailor`.

span-reversed = it runs backwards: from { $from } to { $to }
    .label = comes before { $from }
    .help = correct one of the two so that the first comes first
    .page = A term that ends before it begins holds no day, and what is written under it would never be checked. Most often a year was not updated: 2012-05-10 to 2011-12-31. A range of money whose least is above its most is the same slip.

impossible-cadence = { $why ->
        [both] `{ $first }` and `{ $second }` exclude each other
        [neither] the cadence does not say how many times
        [never] 0 times asks for nothing
        [too-often] nobody can do it that often
       *[grace] `{ $first }` and `{ $second }` exclude each other
    }
    .label = { $why ->
        [neither] needs `{ $first }` or `{ $second }`
       *[other] here
    }
    .help = { $why ->
        [both] keep `{ $first }` or `{ $second }`
        [neither] add `{ $first }` or `{ $second }`
        [never] write a number; to drop the duty write `active: false`
        [too-often] check the number
       *[grace] keep `{ $second }` if a record after the period is on time, `{ $first }` if it is late
    }
    .page = A cadence must say how often something is due in each period. `at_least` and `exactly` exclude each other: one more meeting is welcome under the one and a violation under the other. `hand_in` and `grace` both speak of records after the period, as on time or as late, so only one can hold.

task-cycle = tasks wait for each other: { $cycle }
    .label = closes the circle
    .help = take one of the steps out
    .page = Where one task waits for another that waits for it, neither can begin and no deadline can be computed. Both `after` and the start of a deadline (`due.after`) count. Find the step that should not be there.

chain-cycle = { $what } go round in a circle: { $cycle }
    .label = closes the circle
    .help = take one step out of the circle
    .page = Accountability climbs from the post that failed to the one on top, and a circle has no top. The links of chains and `answers_to` of roles count together; `lies_in` of subjects and `including` of sets must not go round either.

unknown-parameter = there is no parameter `{ $name }`
    .label = no such parameter
    .help = { $near ->
        [none] check the spelling, or declare it under `parameters`
       *[other] did you mean `{ $near }`?
    }
    .page = `{"${"}name{"}"}` stands for the value of a parameter and `set` gives it one; the plan or a package that it extends must declare it under `parameters`. A new version of the package may have renamed it.

out-of-bounds = the value { $value } of the parameter `{ $name }` is { $side ->
        [min] below its least, { $limit }
       *[max] above its most, { $limit }
    }
    .label = { $side ->
        [min] at least { $limit }
       *[max] at most { $limit }
    }
    .help = use a value within the bounds
    .page = A package sets bounds to its parameters, and a township chooses within them. Example: with rewards of 200 to 2000, 100 is out of bounds. If you need another value, ask the publisher of the package to move the bound.

looser-than-package = the parameter `{ $name }` may only be made stricter, and { $value } is looser than { $default }
    .label = looser than { $default }
    .help = use { $default } or something stricter
    .page = The package lets townships ask for more than it does, never for less. Example: where it asks for one visit a month, a township may ask for two, not for one a quarter.

not-adjustable = the parameter `{ $name }` is fixed at { $default } and cannot become { $value }
    .label = fixed at { $default }
    .help = delete this entry and keep the value of the package
    .page = The package fixes this value so that townships can be compared. If it must change, ask the publisher of the package.

parameter-type = the parameter `{ $name }` takes { $wanted }, and `{ $value }` is not
    .label = expected { $wanted }
    .help = write { $wanted }
    .page = Each parameter has a type, and its values are written accordingly: 3, 50元, 3wd, 2012-06-30. The type stands under `parameters` in the package.

missing-reason = the parameter `{ $name }` goes from { $default } to { $value } without a reason
    .label = needs a reason
    .help = write `value: { $value }` and `reason: ...`
    .page = Whoever changes a parameter that may only be made stricter owes the county and the auditor a reason. It is printed beside the value in reports.

unknown-package = the package `{ $name }` cannot be found
    .label = no such package
    .help = { $near ->
        [none] check the name, or install the package with `luoshi package install`
       *[other] did you mean `{ $near }`?
    }
    .page = The packages that a plan extends must be where luoshi looks for them, under the name in their `package.yaml`. Without them most names of the plan cannot be checked, so this run says nothing about those.

extends-cycle = packages extend each other: { $cycle }
    .label = closes the circle
    .help = take one `extends` entry out
    .page = Packages are laid on each other, the most general at the bottom. Where two extend each other there is no bottom, and no way to tell whose parameters count.

package-version = the package `{ $name }` is needed in version { $wanted } and here in { $found }
    .label = version { $found } is here
    .help = fetch the version wanted, or look through the changes and write the other one here
    .page = `^1.2` means 1.2 or later, below 2.0: small changes are taken over, while a new major version may ask for other things. Look at what changed before you write its number here.

clause-unknown = there is no clause `{ $name }`
    .label = no such clause
    .help = { $near ->
        [none] check the number, or add the clause to clauses.yaml
       *[other] did you mean `{ $near }`?
    }
    .page = Every duty says which clause it carries out, and the clauses stand in clauses.yaml of the plan or of a package. Findings quote the clause; with a wrong number they have no source.

clause-unmapped = the clause `{ $clause }` is marked as checkable and nothing carries it out
    .label = nothing carries it out
    .help = name it in `clauses` of a duty, or mark it `unmapped` and say why
    .page = What a document asks for and no duty carries out has not been put to work. The note also comes when the duty that carried the clause is off. If it is left out on purpose, mark it `unmapped` with the true reason.

clause-reason-missing = the clause `{ $clause }` is not checked, and no reason is given
    .label = why is it not checked
    .help = add a `reason`
    .page = To mark a clause as guidance or unmapped is a decision not to check it. The auditor must see the reason for it.

clause-guidance-carried = the clause `{ $clause }` is marked as guidance, yet `{ $by }` carries it out
    .label = something carries it out
    .help = mark it `checkable`, or take it out of `{ $by }`
    .page = Guidance means that there is nothing to check. A clause that a duty carries out can be checked, so one of the two is wrong. An indicator without a target only shows a trend and does not count.

quorum-above-one = the share { $value } is more than everybody
    .label = above 1
    .help = make the first number no larger than the second
    .page = No more people can be present than are expected, so such a meeting could never be valid. Two thirds is 2/3; the usual slip is 3/2.

veto-below-county = `{ $name }` is decided by `{ $body }`, which is below county level
    .label = a veto is decided at county level or above
    .help = name a body at county level or above; a township can only propose
    .page = A veto touches honours and careers, and is decided at county level or above; a township can only propose one. A decision by a lower body does not count, and the finding says so.

holders-overlap = the role `{ $role }` is held by `{ $other }` and `{ $person }` at the same time
    .label = overlaps with the holder before
    .help = give the earlier holder a last day, or mark one of them as acting
    .page = With two holders on one day nobody can tell who answers. At a hand-over write `to` for the one who leaves and `from` for the one who comes; whoever stands in is `acting: true`.

duty-unset = { $title } (`{ $name }`) leaves `{ $key }` open and cannot be judged yet
    .label = { $parameter ->
        [none] `{ $key }` is missing
       *[other] the parameter `{ $parameter }` has no value
    }
    .help = { $parameter ->
        [none] add `{ $key }`
       *[other] give `{ $parameter }` a value under `set`
    }
    .page = Many duties of the source documents do not say how often or by when. Until a plan says so the finding is `unset`: neither carried out nor missed. Decide it in the plan, and it is checked.

nothing-to-disable = no package has a duty `{ $name }` to disable
    .label = no duty of a package
    .help = { $near ->
        [none] delete this entry; a duty of the plan itself is simply deleted
       *[other] did you mean `{ $near }`?
    }
    .page = `disable` says that a township does without an optional duty of a package. A duty that the plan itself defines need not be disabled; delete it.

not-optional = `{ $name }` cannot be disabled
    .label = the package does not allow it
    .help = { $near ->
        [none] delete this entry and carry the duty out
       *[other] delete this entry, or disable `{ $near }`
    }
    .page = A township may leave out what the package marks `optional: true`, and nothing else. Where a duty cannot be done, ask the competent body for a waiver and record it in the ledger.

score-sum = the sections add up to { $sum } and not to the total of { $total }
    .label = the sections add up to { $sum }
    .help = correct the total, or the full marks of a section
    .page = If the sections do not add up to the total, a perfect township misses it or exceeds it. Example: a total of 100 from sections of 40, 30 and 30. Bonus points are not counted here.

amount-negative = the amount { $value } is negative
    .label = below 0
    .help = take the minus sign away
    .page = Deductions and rewards are written as positive sums: `deduct: 50` takes 50 away. A negative deduction would pay money out.

deadline-outside-plan = { $date } lies outside the plan ({ $from } to { $to })
    .label = outside the plan
    .help = check the year, or change the plan's period
    .page = A deadline outside the plan's period is not judged under this plan. Most often the year was left over from an older plan. Keep it if it is meant.

wrong-kind-of-name = `{ $name }` names something of another kind ({ $found }); needed here: { $space }
    .label = needed here: { $space }
    .help = { $near ->
        [none] write the id of something of this kind: { $space }
       *[other] did you mean `{ $near }`?
    }
    .page = The name exists and means something else. Example: `responsible` takes the id of a role, and a unit was given. Units, roles and subjects have ids of their own.

setting-undecided = the parameter `{ $parameter }` has no value, and one is needed here
    .label = no value yet
    .help = give `{ $parameter }` a value under `set`
    .page = Some keys may stay open, and the finding is `unset`. Others cannot: without the bounds of a reward nothing can be computed. This is one of them.

forbidden-subject = this looks like { $what }, which must not stand in a plan
    .label = looks like { $what }
    .help = use a staff number for a person, and an id of your own for a subject
    .page = Plans and ledgers travel upwards from office to office. Identity card and telephone numbers have no place in them: name officials by staff number and subjects by ids such as v01.

one-of-two = { $why ->
        [both] `{ $first }` and `{ $second }` exclude each other
       *[neither] either `{ $first }` or `{ $second }` is needed
    }
    .label = { $why ->
        [both] `{ $first }` is given already
       *[neither] neither is given
    }
    .help = { $why ->
        [both] delete `{ $first }` or `{ $second }`
       *[neither] add `{ $first }` or `{ $second }`
    }
    .page = The two keys say one thing in two ways: a deadline is a `date` or a limit (`within`), a rule is an expression (`holds`) or a `script`. With both no reader knows which one counts, and with neither nothing is said.

empty-condition = `{ $name }` states no condition
    .label = no condition
    .help = state at least one condition
    .page = Without a condition a veto would strike everyone, and a ladder would never begin. Name incidents, failed duties, a lapse before an incident, or a rule.

veto-without-basis = the veto `{ $name }` names no basis
    .label = no `basis`
    .help = add `basis` with the document and its clause
    .page = A veto weighs heavily. Whoever appeals against it, and whoever audits it, must see the law or policy that it rests on.

too-many = { $count } items are listed here, { $limit } are the most
    .label = too many items
    .help = split it into several duties
    .page = a duty can tell apart at most 64 marks and 64 actors; beyond that one would be dropped unseen and somebody blamed for it, so a longer list is refused. Split the duty by content, such as one duty for each kind of inspection.

plan-too-large = there are { $count } { $what }, { $limit } are the most
    .label = too much
    .help = look for a slip, such as a wrong year; if all of it is meant, split it into several plans
    .page = A plan may last 36,600 days and have 500 sets of subjects with 10,000 subjects together, in at most 16 levels. A slip in a year, or a list from a register of households, is more than that, and more than anybody can look through. Make subjects of what is inspected as a whole, such as villages, grids and units.

plan-days = days
plan-sets = sets of subjects
plan-subjects = subjects
plan-levels = levels of subjects in one another

calendar-year-unknown = there is no holiday data for { $years }; Monday to Friday count as workdays
    .label = touches years without data
    .help = put the year's holidays into the calendar folder, or upgrade luoshi
    .page = Deadlines are counted in workdays, which depend on each year's holidays and make-up days. In a year without data Monday to Friday count, so deadlines near a long holiday may be some days off. Save the published arrangement as calendar/YEAR.csv with the columns date, kind and name.

calendar-data = `{ $value }` in the holiday data is wrong: { $why }
    .label = { $why }
    .help = correct this line
    .page = Holiday data is a CSV file whose first line is date,kind,name, with one day on each line after it. Example: `2027-01-01,holiday,元旦` is a day off and `2027-02-20,makeup_workday,春节` a weekend day that is worked. Plain weekends and plain workdays are not listed.

plugin-file-missing = the folder `plugins` has no `{ $name }`
    .label = no such file
    .help = { $near ->
        [none] put the file into the folder `plugins`, or correct its name
       *[other] did you mean `{ $near }`?
    }
    .page = `file` of a plugin rule is the name of a `.wasm` file in the folder `plugins`: that of the plan for a rule of the plan, that of the package for a rule of a package. `file: backfill.wasm` needs `plugins/backfill.wasm`. A link in `plugins` to a file elsewhere does not count: whoever is given the plan would not get the file.

plugin-file-path = `file` takes the name of a file and no path: `{ $name }`
    .label = a path
    .help = { $inside ->
        [none] write the name of a `.wasm` file
       *[other] write `{ $inside }` and put the file into the folder `plugins`
    }
    .page = Plugins are in the folder `plugins` of the plan or package, so that `file` is a name alone, such as `file: backfill.wasm`. A path could lead to a file outside the folder, which another computer does not have and a reviewer does not see.

plugin-too-large = the plugin `{ $name }` is larger than { $limit } MB and is not run
    .label = this file is too large
    .help = ask the publisher for a smaller version, or check that it is the right file
    .page = Plugins usually have less than 1 MB, those written in languages such as Python some twenty. A larger file is most likely the wrong one. The limit is fixed, so that reading a plan cannot fill the memory of a computer.

plugin-digest-form = the digest `{ $value }` is not of the right form
    .label = `sha256:` and 64 hex digits are wanted
    .help = { $real ->
        [none] copy the digest that the publisher gives
       *[other] make sure that the file can be trusted, then write { $real }
    }
    .page = A digest is `sha256:` and the SHA-256 of the file: 64 digits and letters from a to f, with nothing missing and no space between. The publisher of a plugin publishes its digest too; copy it from there, and compare it by a second channel if you can.

plugin-digest-differs = the plugin `{ $name }` does not have the digest that the plan states
    .label = the file has another digest
    .help = ask the publisher; once you know that the file can be trusted, write { $real }
    .page = A digest is computed from all of a file, and the smallest change gives another one. The plan states it so that no program runs but the one that was reviewed. Where they differ, the file was changed after the plan was written: the publisher may have brought out a new version, the file may have been damaged on its way, or somebody may have altered it. Until that is known it is not run. Ask the publisher; if it is a new version, look at what it wants to see, then write the new digest into the plan. Do not just copy the digest to make the plan run.

# Likely causes

hint-tab = replace the tab at the start of the line by spaces
hint-parameter = between braces or brackets a parameter needs quotes: `"${"{"}name{"}"}"`
hint-colon = replace the full-width colon `：` of this line or of one above by `:` and a space
hint-quote = put quotes round the value
hint-open = add the closing quote
hint-none = check the indentation, colons and brackets of this line and the one before

# Types of values

type-key = a key
type-nothing = nothing
type-scalar = a single value
type-list = a list
type-map = further keys
type-undecided = a parameter without a value
type-text = a text
type-integer = a whole number such as 3
type-decimal = a number with at most two decimals such as 92.5
type-money = a sum of money such as 50 or 50元
type-points = points such as 28pt, between 20 and 40
type-millimetres = millimetres such as 37mm, between 10 and 60
type-percent = a share such as 95%
type-ratio = a fraction such as 2/3
type-limit = a limit such as 3wd, 2h, 10d or 2mo
type-version = a version such as 1.2.0
type-version-range = a range of versions such as ^1.0, ~1.2, =1.2.3 or >=1.2, <2
type-word = one of the known words
type-name = a name
type-identifier = an id of at most 64 characters without spaces
type-bool = true or false
type-count = a count such as 3
type-date = a date such as 2012-05-10

# Kinds of names

space-unit = unit
space-role = role
space-person = person
space-set = set of subjects
space-subject = subject
space-duty = duty
space-clause = clause
space-parameter = parameter
space-incident = kind of incident
space-chain = responsibility chain
space-issuer = issuing body
space-meeting = meeting
space-task = task
space-rule = rule
space-plugin = plugin rule
space-veto = veto
space-indicator = indicator
space-script = script
space-step = step of the ladder

circle-answers = the roles above each other
circle-lies-in = the subjects within each other
circle-including = the sets within each other

personal-mobile = a mobile number
personal-identity = an identity card number

calendar-no-header = the first line should be date,kind,name
calendar-no-days = no day follows
calendar-columns = three columns are needed
calendar-not-a-day = not a day written as 2027-01-01
calendar-kind = only holiday or makeup_workday
calendar-no-name = the name is missing
calendar-workday-already = Monday to Friday are workdays already
calendar-repeated = the day stands on an earlier line too

# Labels

label-first = first here
