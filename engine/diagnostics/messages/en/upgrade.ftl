# What two versions differ in, and a plan carried from one to the other.

diff-title = { $package }: { $from } → { $to }
diff-none = no difference in content
diff-summary = { $all } differences: { $stricter } stricter, { $looser } looser, { $unclear } unclear, { $neither } neither
diff-least = the new version must be { $least } at least: { $step ->
    [major] some plans may no longer hold, which asks for a new first number
    [minor] something is asked anew or otherwise, which asks for a new second number
   *[patch] wording alone, which asks for a new third number
}
diff-heading = { $kind ->
    [wording] { $section } (wording alone)
   *[matter] { $section }
}
diff-change = { "  " }{ $kind ->
    [added] + new:
    [removed] - gone:
   *[changed] ~
}{ $name ->
    [none] { $id ->
        [none] { "" }
       *[other] { " " }{ $id }
    }
   *[other] { $id ->
        [none] { " " }"{ $name }"
       *[other] { " " }"{ $name }" ({ $id })
    }
}{ $bearing ->
    [stricter] , stricter
    [looser] , looser
    [unclear] , unclear
   *[neither] { "" }
}{ $step ->
    [major] ; plans may have to follow
   *[other] { "" }
}
diff-short = { "      " }{ $path }: { $old } → { $new }{ $bearing ->
    [stricter] { " " }(stricter)
    [looser] { " " }(looser)
   *[none] { "" }
}
diff-long = { "      " }{ $path }:{ $bearing ->
    [stricter] { " " }(stricter)
    [looser] { " " }(looser)
   *[none] { "" }
}
    { "        " }was: { $old }
    { "        " }is: { $new }
diff-new = { "      " }{ $path }: now { $new }{ $bearing ->
    [stricter] { " " }(stricter)
    [looser] { " " }(looser)
   *[none] { "" }
}
diff-gone = { "      " }{ $path }: no longer said (was { $old }){ $bearing ->
    [stricter] { " " }(stricter)
    [looser] { " " }(looser)
   *[none] { "" }
}
diff-list = { "      " }{ $path }: { $more ->
    [none] without { $fewer }
   *[other] { $fewer ->
        [none] also { $more }
       *[other] also { $more }; without { $fewer }
    }
}{ $bearing ->
    [stricter] { " " }(stricter)
    [looser] { " " }(looser)
   *[none] { "" }
}
diff-rename = { $section }: "{ $from }" is gone, and the new "{ $to }" says the same but for id and name: perhaps a new id; plans and ledgers would have to follow
diff-templates = document templates
diff-scripts = scripts of rules
diff-files = other files
diff-programs = programs of plugins

diff-parameter = { $value ->
    [none] ${"{"}{ $name }{"}"}
   *[other] ${"{"}{ $name }{"}"} (default { $value })
}
diff-cadence = { $bound ->
    [exactly] exactly
   *[at_least] at least
} { $count } every { $every }{ $rest ->
    [none] { "" }
   *[other] , { $rest }
}
diff-due-date = by { $date }
diff-due-within = { $after ->
    [plan_issued] within { $within } of the issue of the plan
    [plan_start] within { $within } of the start of the plan
   *[other] within { $within } of "{ $after }"
}
diff-decider = { $name } ({ $level })
diff-period = { $from } to { $to }

version-understated = the version goes from { $from } to { $to }, which is less than these changes ask for
    .label = version
    .help = { $step ->
        [major] some plans may no longer hold: write { $least } at least
        [minor] what is asked has changed: write { $least } at least
       *[patch] the content has changed: write { $least } at least
    }
    .page = Plans say by ranges such as `^1.0` which versions they build on: a version with the same first number should not break them. A duty, parameter or role taken out, narrower bounds, an optional duty that is no longer so, may break plans, and ask for a new first number; what is asked anew or otherwise, for a new second number; wording, for a new third. With a first number of 0 each moves one place down. Where the version says less, townships take over one that does not fit, and do not know.

package-expected = "{ $path }" is no policy package
    .label = here
    .help = name a folder that holds package.yaml and no plan.yaml
    .page = A policy package is a folder with package.yaml, which says its name and version; the plan of a township has plan.yaml. To compare versions and to upgrade a plan, it takes packages.

cmd-package-diff = what two versions of a package differ in, stricter or looser
    .old = folder of the old version
    .new = folder of the new version
cmd-upgrade = carry a plan to a new version of a package: edits and conflicts
    .path = folder of the plan; the current folder by default
    .package = the new version of the package
    .from = the old version; looked for by default
    .keep = this file is merged by hand and stays; repeatable
    .write = rewrite the plan if nothing is left to decide

upgrade-title = { $package }: { $from } → { $to }, { $changes } differences (see `luoshi package diff`)
upgrade-nothing = nothing to change in the plan
upgrade-edits = files of the plan to change: { $count }
upgrade-conflicts = { $count } places are yours to decide first; then run it again. Nothing was touched:
upgrade-choices = what can be done:
upgrade-remarks = these do not stand in the way:
upgrade-relock = `luoshi.lock` still names the old version: go on with `luoshi package install` for one in a registry, or `luoshi package lock` for one in a folder beside the plan
upgrade-dry = nothing is written yet; to write, run it again with --write
upgrade-ask = write it now? [y/N]{ " " }
upgrade-done = files rewritten: { $count }. There is no backup; to go back, save the difference above and run patch -R -p0 in the folder of the plan
choice-limit = write a value inside the bounds, { $limit } at the limit
choice-unset = take this entry out, and { $default ->
    [none] leave the question open
   *[other] have the package's { $default }
}
choice-stricter = write a value that is not looser than the package's
choice-reason = add a `reason`
choice-take-duty = take this entry of `disable` out, and do the duty
choice-ask = if it cannot be done, tell the publisher
choice-drop = take this out
choice-point = name what takes its place in the new version
choice-rename = give the plan's own another id; the ledger may hold records under the old one
choice-follow = take the plan's own out and have the package's
choice-keep = keep the plan's own: run it again with --keep and the name of the file
choice-by-hand = change these lines by hand, then run it again with --keep and the name of the file
choice-follow-file = take this file out and have the package's

upgrade-not-extended = the plan does not extend the package "{ $name }"
    .label = here
    .help = is --package the one that the plan's `extends` names?
    .page = An upgrade carries a plan from one version of a package that it extends to another. A plan that does not extend the package has nothing to carry: to build on it, name it in `extends` first.
upgrade-gone = the new version ({ $version }) no longer has "{ $name }"
    .label = the plan uses it here
    .help = { $near ->
        [none] see what `luoshi package diff` says of it, then decide what to write here
       *[other] perhaps it is called "{ $near }" now
    }
    .page = The old version of the package has this name, and the plan uses it, in `tailor`, `disable`, `set` or a duty of its own; the new version has it no more. A plan must not point at nothing: take this out, or name what takes its place.
set-kept = the plan sets "{ $name }" to { $value }; the default of the package goes from { $old } to { $new }{ $same ->
    [yes] { " " }(the plan had the default)
   *[no] { "" }
}
    .label = kept
    .help = to follow the package, take this entry out; else it stays as the plan says
    .page = What a plan sets stays in an upgrade: nobody can tell whether it was meant or copied. Where the package has another default now, it is listed here, for you to decide.
text-conflict = the plan and the new version changed these lines, each otherwise
    .label = as the plan has it
    .help = { $theirs ->
        [none] the new version takes these lines out
       *[other] the new version has: { $theirs }
    }
    .page = The plan has a file of the same name as a template or script of the package, which takes its place. An upgrade compares them line by line: what one side changed is taken as changed; what both changed otherwise is listed here.
id-taken = the new version also has something called "{ $name }"
    .label = the plan's own
    .help = two things cannot have one name: rename the plan's, or have the package's
    .page = The plan has a duty (or a file) of its own that is called as one that is new in the package. Records would be mixed up; a file of the plan would hide the package's. One of them has to go.
question-new = the new version leaves one more question open: { $title } ({ $name })
    .label = no default
    .help = answer it under `set` in the plan; until then the duties that use it are `unset`
    .page = A parameter without a default is a question left to townships. Where the new version has one more, or takes a default away, the duties that use it are `unset`, neither met nor missed, until the plan sets a value.
upgrade-backward = this goes back: { $from } → { $to }
    .label = an older version
    .help = unless this is meant, check --package and --from
    .page = An upgrade mostly goes to a newer version. Going back compares and edits in the same way; first see whether old and new were mixed up.
old-version-missing = the old version of "{ $name }" (the plan asks for { $range }) is not at hand, so nothing can be compared
    .label = what the plan extends
    .help = name its folder with --from, or put it beside the folder of the plan
    .page = An upgrade compares three things: the old version, the new one and the plan. The old one is looked for beside the plan and in --packages; where it is in neither, --from must name it. luoshi.lock has its version and digest alone, not its content.
