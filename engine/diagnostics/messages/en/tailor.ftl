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
