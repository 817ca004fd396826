# Rules in Rhai, and the words that they may use.

script-syntax = this rule cannot be read
    .label = { $why }
    .help = check the brackets, quotes and operators near this place
    .page = A rule is written in Rhai: one expression in `holds`, or a page in `script`, whose last value is true where the rule is kept. Common mistakes are brackets or quotes without a partner, full-width signs, one equals sign where two are meant, a variable that no `let` defines, and nesting that is too deep. A rule sees counts and no files; `duty("ID")` gives those of a duty. All its words: `luoshi rules vocabulary`.

script-too-long = the script of the rule `{ $rule }` is too long, { $limit } bytes are the most
    .label = this rule
    .help = make several rules of it, each for one thing
    .page = A rule judges one thing, and a sentence or a page is enough for that. A script of more than 65,536 bytes is not read: one that was made long on purpose would hold up an assessment.

too-many-findings = this plan asks for too many findings, about { $count }; { $limit } are the most
    .label = with this one it is too much
    .help = have fewer subjects or ask less often, such as monthly in the place of daily; if all of it is meant, split it into several plans
    .page = Each duty has a finding for each subject and each period: once a day for 500 subjects comes to 180,000 in a year. A plan with more than 1,000,000 altogether is more than anybody can look through, and fills the memory, so it is not judged.

script-unknown-name = nothing is called `{ $name }`
    .label = no such name
    .help = { $near ->
        [none] check the spelling; `luoshi rules vocabulary` lists the words, the plan the ids
       *[other] did you mean `{ $near }`?
    }
    .page = Every name in a rule must name something: functions and properties those of `luoshi rules vocabulary`, `duty()` the id of a duty of the plan, `incidents()` a kind of incident, `param()` a parameter, `script` a file in the folder `rules`. A wrong name found only in the field would make the rule undecided in every run, so all of them are found before the first.

script-asks-later = the rule asks for findings of `{ $name }`, which is { $section ->
        [rules] a rule itself
        [ladders] a ladder
        [vetoes] a veto
       *[scorecards] a scorecard
    }: it always gets 0
    .label = nothing is concluded of it yet
    .help = ask for the duties, incidents or parameters that it rests on
    .page = Things are judged in an order: duties first, then plugin rules and rules, and only then waivers, ladders, vetoes and scores. Nor can rules ask for one another, so that findings do not hang on the order in which they are written. Whoever asks for what comes later gets 0 each time, and a rule that says `== 0` is always kept. For example, duty("safety_veto").violated == 0 always holds; incidents("homicide") == 0 asks for what it rests on.

script-type = the rule `{ $rule }` needs exactly one of `holds` and `script`
    .label = this rule
    .help = write a short rule in `holds`; put a long one into a file of the folder `rules` and name it in `script`
    .page = What a rule says has one source: an expression in the plan (`holds`) or a `.rhai` file in the folder `rules` (`script`). With neither it says nothing, with both nobody knows which counts.

vocabulary-met = findings of the duty that are met (for each subject: those of the subject; so below)
vocabulary-missed = findings that are missed
vocabulary-late = findings that are late
vocabulary-violated = findings that are violated
vocabulary-suspect = findings that are suspect: to be looked into, no failure
vocabulary-unknown = findings that cannot be decided
vocabulary-pending = findings that are pending or due soon
vocabulary-failing = findings that fail: missed, violated, and late unless minor
vocabulary-failed = whether any finding fails
vocabulary-judged = findings that are decided: those met and those that fail
vocabulary-figure = sum of the figures of the findings, such as times lacking, workdays late, absences; not of those that are suspect
vocabulary-incidents = incidents of the kind within the plan; for each subject: those there, in what lies in it too
vocabulary-param = number of a parameter, 50 for `50元`; without a value or a number the rule cannot be decided
vocabulary-subject = id of the subject; an empty text for a rule without subjects

# Why a plugin gave no answer that can be used

plugin-cause-broken = it broke off
plugin-cause-stack = it called itself too deeply
plugin-cause-outside = it reached outside its memory or its tables
plugin-cause-arithmetic = it computed what has no result, such as a division by zero
plugin-cause-call = it called a function that is not there or is of another type
plugin-cause-reentry = one of its parts was entered twice
plugin-cause-trap = it broke a rule of the engine ({ $why })
plugin-cause-fuel = it took more steps than it may
plugin-cause-time = it took too long
plugin-cause-memory = it asked for more memory than it may have
plugin-cause-parts = it has more parts than it may have
plugin-cause-refused = it says that it cannot judge ({ $why })
plugin-cause-text = its answer is no valid UTF-8
plugin-cause-shape = its answer has no meaning
plugin-cause-flood = it answered with too much
plugin-cause-count = it should give one finding and gave { $number }
plugin-cause-same = its findings { $number } and { $what } are about the same and the same days
plugin-cause-outcome = its finding { $number } has an outcome that it did not declare, `{ $what }`
plugin-cause-no-row = its finding { $number } is about nothing
plugin-cause-township-row = its finding { $number } is for the whole area and yet names row { $what }
plugin-cause-row = its finding { $number } is about row { $what }, which does not exist
plugin-cause-record = its finding { $number } rests on record { $what }, which does not exist
plugin-cause-period = the days of its finding { $number } are wrong
plugin-cause-message = its finding { $number } has a message that it did not declare, `{ $what }`
plugin-cause-no-argument = its finding { $number } lacks `{ $what }`
plugin-cause-argument = its finding { $number } has `{ $what }`, which its message does not name
plugin-cause-day = `{ $what }` of its finding { $number } is no day
plugin-cause-too-long = `{ $what }` of its finding { $number } is too long
plugin-cause-silent = the plugin says nothing about it
plugin-cause-absent = it was not loaded
