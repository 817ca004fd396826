# Texts of the impact of a new version.

cmd-impact = what a new version of a package would have changed
    .paths = folders of townships, or folders that hold them
    .package = folder of the new version
    .output = write to this file, not to the screen

impact-no-package = there is no package in `{ $path }`
    .label = no package here
    .help = give the folder that holds the `package.yaml` of the new version
    .page = `luoshi impact --package` takes the folder of a new version of a package and judges past years as if it had been in force. Example: `luoshi impact --package county-security-1.1 townships`. The folder must hold a `package.yaml` with the name and the version of the package; without them nobody can tell which package it would replace.
impact-no-township = there is no township's plan in `{ $path }`
    .label = no plan here
    .help = give the folder of a plan, or one that holds such folders
    .page = The folders after `luoshi impact` are those of township plans, or folders right below which they lie; packages among them are passed over. Example: `luoshi impact --package new policies` takes every plan in `policies`. Folders further down are not searched: name the folder above them.
impact-not-extended = none of the plans builds on the package `{ $name }`
    .label = nobody builds on this package
    .help = { $near ->
        [none] check the name in its `package.yaml`; the plans build on: { $names }
       *[other] did you mean `{ $near }`? the plans build on: { $names }
    }
    .page = The new version takes the place of the package of the same name. Where no plan builds on a package of that name, directly or through another one, nothing would differ, and that would read as if the new version were harmless. Example: the package is `county/security-prevention`, and the new version was renamed by mistake; give it its old name. `extends` in `plan.yaml` says what a plan builds on.

impact-title = Package { $name } { $version }: what would have differed had it been in force
impact-townships = { $townships } townships: { $compared } compared (of them { $same } without any difference), { $other } that do not build on it, { $stopped } that could not be judged
impact-supposed = This is a supposition about past years, made with the records that were kept then. It is no judgement of anybody.
impact-nothing = No finding, proposal, score or burden differs.
impact-kept = What was asked for before and after (findings)
impact-kept-remark = In brackets: those that fail.
impact-worse = Worse
impact-better = Better
impact-other = Other
impact-new = New
impact-gone = Gone
impact-in-townships = Towns
impact-of-which = { $all } ({ $failing })
impact-unasked = New requirements (not asked for then: nobody could have known of them)
impact-unasked-remark = Not counted above. What was not recorded is no failure: there was no such requirement.
impact-findings = Findings
impact-met = Met anyway
impact-recorded = With records
impact-unrecorded = Without
impact-dropped = Requirements that are dropped
impact-failed = Failed
impact-proposals = Proposals (the body named decides; an appeal is open)
impact-kind = Kind
impact-veto = veto
impact-measure = other
impact-proposed = New
impact-proposed-unasked = By new duties
impact-withdrawn = Gone
impact-scores = Scores of all sheets
impact-scores-remark = They count the new requirements too, which nobody was asked for then.
impact-side = When
impact-grades = Grades
impact-sheets = Sheets
impact-lowest = Lowest
impact-middle = Middle
impact-highest = Highest
impact-ranks = Rank of the townships that share a scorecard
impact-township = Township
impact-score-before = Now
impact-rank-before = Rank
impact-score-after = Then
impact-rank-after = Rank
impact-burden = Burden of all townships in a year
impact-figure = Figure
impact-compared = { $name } ({ $folder }), as of { $as_of }
impact-unconcerned = { $name } ({ $folder }): does not build on this package
impact-stopped = { $name } ({ $folder }): cannot be judged as it is
impact-stopped-by-new = { $name } ({ $folder }): the plan does not hold together with the new version
impact-versions = { $name } { $before } → { $after }
impact-outside = `{ $asks }` asks for { $range }, which { $version } does not satisfy: it would have to be changed.
impact-same = Nothing differs.
impact-turn-worse = Asked for before: would fail, and did not
impact-turn-better = Asked for before: would not fail, and did
impact-turn-other = Asked for before: other changes
impact-unasked-proposals = Proposals that rest on new requirements (not asked for then)
