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

roster-impossible = { $clash ->
        [none] no roster for `{ $name }` was found within the effort allowed, and none was ruled out
       *[other] no roster for `{ $name }` is possible: these rules cannot be kept together (persons in the pool: { $pool }): { $rules }
    }
    .help = { $clash ->
        [none] plan fewer days, or relax rules such as rest and differences
       *[other] relax any one of them (a shift less, fewer persons on it, less rest, another leave, more persons), and plan again
    }
    .page = A roster keeps every rule. Where the rules cannot be kept together, the fewest that clash are listed with their values, days and persons: without any one of them the others can be kept. If all three persons of a pool are on leave on one day, nobody can be on the shift of that day. Whoever set the rules decides which of them gives way.

roster-unplanned = { $why ->
        [days] `{ $name }` says neither on which days there are shifts nor how often
       *[rules] `{ $name }` says nothing on how it is planned
    }
    .help = { $why ->
        [days] write a `cadence`, or `weekdays`, `dates` or `market` in `planning`
       *[rules] write `planning`; for a roster of a package the county does
    }
    .page = A roster is planned by rules: on which days there are shifts, how many persons, how long they rest, who has a lighter share. They are written in `planning` of the roster by the county or the township; the program does not decide them for anybody. Write them first, then plan.

roster-outside = `{ $name }` has shifts from { $from } to { $until } alone, the days asked for are outside
    .help = name days within them, such as --month { $month }
    .page = A roster has a term of its own, or that of the plan. Shifts outside it count for nothing in a check, and are not planned.

leave-form = `{ $value }` is no leave
    .help = write STAFF:FROM..UNTIL, such as PT007:2012-07-05..2012-07-10, or STAFF:DAY
    .page = On the command line a leave is `STAFF:FROM..UNTIL` with days such as 2012-07-05; the last day is part of it and does not come before the first. Longer lists go into leave.yaml in the plan's folder: leave: [{"{"} person: PT007, from: 2012-07-05, until: 2012-07-10 {"}"}].

leave-outsider = `{ $person }` is on leave and not in the pool: this leave was not used
    .label = nobody of the pool has this staff number
    .help = look at the staff number; whoever is not on this roster anyhow does not matter
    .page = A leave concerns whoever can be on the roster. With a wrong staff number it is as if it had never been entered, and the person would be put on a shift: so every leave that was not used is named.

roster-published = `{ $path }` holds no shift of `{ $name }` on the days asked for
    .help = give the file that was written with --format csv or jsonl, and look at the days
    .page = A repair starts from the roster as it was published: the file written with `--format csv` or `--format jsonl`, or the ledger (ledger.db). Without a shift of this roster on these days there is nothing to compare with.

roster-there = the ledger holds { $count } shifts of `{ $name }` on { $days } already: nothing was entered
    .help = to change them name the ledger with --repair; otherwise plan other days
    .page = Entered twice, a roster gives a person two records for one night, and absences and frequencies come out wrong. To change shifts that were entered use `luoshi roster ID --repair LEDGER`: only what changes is entered, shifts that fall away are cancelled by corrections, and both stay in the ledger.

roster-not-proven = the roster for `{ $name }` keeps every rule, but smaller differences were not ruled out
    .help = to go on, plan fewer days or try another seed
    .page = A roster keeps every rule first, and then makes the differences between persons small. To prove that nothing is better can take very long with many persons and rules, so the effort has a bound. At the bound the best roster found is given, and this says that the proof is missing.

roster-title = { $place }: roster for { $name }
roster-subtitle = { $days }: shifts { $shifts }, places { $taken }, pool { $persons }; seed { $seed }
roster-changes = Changes to the published roster
roster-change = { $day }: { $off_any ->
        [none] { $on } added
       *[other] { $on_any ->
            [none] { $off } removed
           *[other] { $on } instead of { $off }
        }
    }
roster-shifts = Shifts
roster-led = * of a leading unit
roster-persons = Persons
roster-fairness = Fairness
roster-difference = largest difference of { $of ->
        [none] shifts
       *[other] { $class } shifts
    }: { $count } (with those carried over)
roster-shortest-rest = at least { $count } free days between two shifts of a person
roster-proven = no roster is fairer
roster-proven-but-rest = no roster has smaller differences; longer rest was not ruled out
roster-unproven = smaller differences were not ruled out
roster-rules = Rules
roster-crew = persons on a shift: { $count }{ $led ->
        [none] {""}
       *[other] , at least { $leaders } of leading units
    }
roster-share = { $person } has a share of { $share }
roster-parameters = Parameters that this roster uses
roster-parameter = { $name }: { $value }, { $set_by }
roster-span = { $from } to { $to }
roster-weekend = weekend
roster-holiday = holiday
roster-monday = Mon
roster-tuesday = Tue
roster-wednesday = Wed
roster-thursday = Thu
roster-friday = Fri
roster-saturday = Sat
roster-sunday = Sun
roster-column-day = Day
roster-column-weekday = Weekday
roster-column-class = Kind
roster-column-person = Person
roster-column-unit = Unit
roster-column-planned = Planned
roster-column-weekend = Weekend
roster-column-holiday = Holiday
roster-column-carried = Carried
roster-column-sum = Sum
roster-rule-crew = persons on the shift of { $days }: { $count }
roster-rule-leaders = of leading units on the shift of { $days }: at least { $count }
roster-rule-away = away { $days }: { $persons }
roster-rule-rest = at least { $count } free days between two shifts of a person
roster-rule-week = at most { $count } shifts of a person a week
roster-rule-month = at most { $count } shifts of a person a month
roster-rule-together = { $persons } on the same shifts
roster-rule-apart = { $persons } never on one shift
roster-rule-spread = { $of ->
        [none] shifts
       *[other] { $class } shifts
    } differ by { $count } at most (with those carried over)
roster-recorded = entered { $count } shifts and { $corrections } corrections; the ledger holds { $total } records
roster-written = written to { $path }
roster-source = roster
roster-repair-note = roster changed
