# Planning rosters: luoshi roster.

planning-misplaced = { $why ->
        [bare] the package says nothing on planning `{ $name }` that could be added to
       *[other] `{ $name }` is no roster, there is nothing to plan
    }
    .label = not used
    .help = { $why ->
        [bare] delete `planning` here, or ask the county to write `planning` for this roster in its package
       *[other] delete `planning` here, or name a roster
    }
    .page = `planning` of a `tailor` entry adds to what the package says on planning a roster: market days, who has a lighter share, who goes with whom. Where the thing named is no roster, or the package does not plan it, there is nothing to add to.

planning-group = a group of persons together or apart needs two persons
    .label = fewer than two
    .help = name the other person, or delete the group
    .page = Persons together are on a shift all or none; of persons apart no two are on one shift. With one person the rule says nothing. For somebody who has no shift at all use `lighter`, or a leave.
