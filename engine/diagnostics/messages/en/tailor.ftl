# Texts of tailoring and of starting a plan.

looser-waivers = rules for waivers may only be made stricter: `{ $key }` is { $given }, the package says { $below }
    .label = looser than the package
    .help = stay within { $below }, or leave this key out
    .page = Who grants waivers, how long one lasts at most and whether it needs a reason is what the packages say. A county may narrow what is above it, a township what its county says; nobody may add a body, lengthen the term or drop the reason.

limits-not-comparable = for the parameter `{ $name }`, which of { $value } and { $other } is longer depends on the calendar
    .label = cannot be compared with { $other }
    .help = write it in the unit of { $other }
    .page = Workdays, days, hours and months cannot be turned into one another: in a long holiday five days hold no workday at all. Where one is longer from whatever day both run, it is accepted (2 months lie between 5 and 180 days); where it is not certain nothing is guessed, and the unit of the package must be used.

adjustable-loosened = the parameter `{ $name }` cannot be made adjustable like this: { $why ->
        [freer] a package below allows less
       *[no-direction] it has no direction, so nothing is stricter
    }
    .label = { $why ->
        [freer] may only be narrowed
       *[no-direction] the parameter has no direction
    }
    .help = { $why ->
        [freer] leave `adjustable` out, or narrow it
       *[no-direction] write `fixed`, or leave `adjustable` out
    }
    .page = A package that sets a parameter may narrow how those who extend it change it: free, stricter only, fixed, never back. Example: a county sets 30 days with `adjustable: stricter`, and its townships can only make that shorter.

bounds-reversed = the least value { $min } of the parameter `{ $name }` is above its largest, { $max }
    .label = below the least, { $min }
    .help = swap the two, or correct one
    .page = With such bounds no value is allowed at all, and every township that sets one is told so. The two were probably swapped, or a digit is missing: correct the package before it is published.

section-deviations = What this plan changes of its packages
column-package = Package
column-plan = This plan
column-change = Change
column-grounds = Reason
column-waiver = State and reason
change-decided = decided
change-stricter = stricter
change-looser = looser
change-other = other
change-none = unchanged
no-reason = no reason given
deviations-parameters = Parameters changed: { $count }, of these decided { $decided }, stricter { $stricter }, looser { $looser }, other { $other }.
deviations-packages = Compared with:
deviations-package = { $package }, { $digest ->
    [none] no digest (the folder cannot be packed yet)
   *[other] digest { $digest }
}
deviations-none = This plan changes nothing of its packages.
deviations-disabled = Duties disabled ({ $count }):
deviations-added = Added by this plan:
deviations-redefined = In a package, and defined otherwise here:
deviations-planning = Rosters with further rules of planning ({ $count }):
deviations-settings = Settings:
deviations-templates = Document templates replaced ({ $count }):
deviations-section = { $section } ({ $count }): { $names }
deviations-nothing = nothing
deviations-again = { $kind } “{ $id }”: { $differences }
deviations-difference = { $key } from “{ $from }” to “{ $to }”
explain-ineffective = the waiver { $record } is { $state }
waiver-ineffective = ineffective
waiver-state = { $state }: { $why }
waiver-no-such-duty = the plan has no such duty
waiver-not-waivable = the duty may not be waived
waiver-not-by-body = to be granted by { $bodies }
waiver-no-reason = gives no reason
waiver-no-end = has no last day
waiver-ends-before = ends before it begins
waiver-too-long = may last until { $day } at most
html-deviation = Kind
html-deviation-what = What

tailor-title = “{ $title }”: what it changes of its packages, and what it may
tailor-package = builds on “{ $title }” ({ $name } { $version })
tailor-no-packages = This plan builds on no package: all of it is its own.
tailor-unchanged = Nothing is changed.
tailor-clauses = { $clauses } clauses of this plan are carried out by { $duties } duties of its packages.
tailor-open = Questions that nobody has decided
tailor-parameters = Parameters and their bounds
tailor-free = Free within bounds ({ $count }):
tailor-stricter = May only be made stricter ({ $count }):
tailor-fixed = Fixed ({ $count }):
tailor-optional = Duties that may be disabled
tailor-in-force = in force
tailor-disabled = disabled
tailor-rosters = Rosters whose planning may be added to
tailor-planning-added = added to
tailor-planning-open = as in the package
tailor-waivers-nobody = nobody is named: anybody may grant one
tailor-waivers-by = granted by { $bodies }
tailor-waivers-most = for { $limit } at most
tailor-waivers-reason = with a reason
tailor-not-waivable = not to be waived: { $names }
tailor-waived-by = { $name }: granted by { $bodies }
tailor-body = { $name } ({ $level } level)
column-range = May be
column-question = Question
range-between = { $min } to { $max }
range-from = at least { $min }
range-to = at most { $max }
range-more = more is stricter
range-less = less is stricter
range-reason = a change needs a reason
parameter-type-integer = whole number
parameter-type-decimal = number
parameter-type-money = money
parameter-type-percent = percentage
parameter-type-limit = time limit
parameter-type-date = date
parameter-type-boolean = yes or no
parameter-type-choice = choice

cmd-tailor = list what the plan may change, how far, and what it changed
    .path = folder of the plan or package; the current one by default
    .changed = only what was changed
    .output = write to this file instead of the screen

init-stopped = the questions were not all answered; nothing was written
    .label = not answered
    .help = start again; what is known can be given by flags such as --name, --code, --set
    .page = `luoshi init` makes a plan by asking. Where the answers end early (Ctrl-D, or a script with too few of them) it does not guess, and leaves no half plan behind. Files are written once everything is answered and nothing is wrong.
init-needs-package = no package is named
    .label = needs a package
    .help = add --package NAME, or --ask to choose among those found
    .page = A name, parameters or villages mean that the plan is to start from a package, so it must be said from which. Packages are looked for beside the new plan and where --packages says.
init-from-package = made a plan: { $dir }/plan.yaml
    next: luoshi check { $dir } judges it, luoshi tailor { $dir } lists what may still be changed
init-ask-package = which package (1–{ $count }, or its name):
init-ask-name = name of the township [{ $now }]:
init-ask-code = its code, which its records carry [{ $now }]:
init-ask-title = title of the plan [{ $now }]:
init-ask-issuer = issued by [{ $now }]:
init-ask-from = first day [{ $now }]:
init-ask-to = last day [{ $now }]:
init-ask-issued = day of issue [{ $now }]:
init-ask-village = village { $number } (a name, or ID=NAME; a blank line ends):
init-about = { $name } ({ $id }): { $range }
init-ask-value = value [{ $now }]:
init-ask-reason = reason (may be left out):
init-ask-reason-needed = reason:
init-ask-settled = the packages have set { $count } others; look at each? [no]
init-ask-duty = carry out “{ $name }”? [yes]
init-yaml-head = A plan that builds on “{ $title }”. What begins with # is a remark and may go. Then: luoshi check
init-yaml-set = Values of parameters. What the packages set need not be repeated; to change one, take away its #
    and write value and reason, such as { "{" } value: 2, reason: more often { "}" }.
init-yaml-open = Nobody has decided these; until somebody does, what they are needed for is “unset”:
init-yaml-settled = Set by the packages:
init-yaml-about = { $name }: { $range }{ $question ->
        [none] {""}
       *[other] . { $question }
    }
init-yaml-disable = Duties that are left out; only those that the package lets go.
init-yaml-why = say why
init-yaml-subjects = Subjects: for which villages and places the work is done. Those that you do not have need not be here.
init-yaml-left = The packages use these and leave them to the plan: give them the names that they have here.
init-yaml-holders = Who holds which post, by staff number and never by name. Only then can failures be traced upwards.

cmd-init = make a plan with remarks and an empty ledger; by flags or asking
    .dir = folder of the new plan
    .package = package to start from
    .ask = ask without a terminal too
    .name = name of the township
    .code = code of the township
    .title = title of the plan
    .issuer = issuing body
    .issued = day of issue
    .from = first day of the plan
    .to = last day of the plan
    .set = value of a parameter; may be repeated
    .reason = why a parameter has its value
    .without = duty that is left out, and why
    .village = id and name of a village
    .keys = language of the keys; else that of the remarks
