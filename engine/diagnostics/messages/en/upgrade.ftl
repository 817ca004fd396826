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

cmd-package = policy packages: compare versions
cmd-package-diff = what two versions of a package differ in, stricter or looser
    .old = folder of the old version
    .new = folder of the new version
cmd-upgrade = carries a plan to a new version of a package: edits and conflicts
    .path = folder of the plan; the current folder by default
    .package = the new version of the package
    .from = the old version; by default looked for beside the plan and in --packages
    .write = rewrites the plan where nothing is left to decide; else it only lists
