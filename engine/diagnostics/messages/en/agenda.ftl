# agenda

agenda-package = { $name } is a package without records, so that nothing can be due; ask in the folder of a township's plan.
agenda-title = { $place }: what is due from { $from } to { $to } (as of { $today })
agenda-overdue = 1. Overdue and still owed ({ $count })
agenda-due = 2. Due in these days ({ $count })
agenda-nothing = nothing
agenda-no-day = at once
agenda-ahead = not begun
agenda-done-count = Of what is due in these days, { $count } are done.
agenda-calendar = { $place }: what is due
agenda-event-overdue = overdue: { $duty } ({ $count })
agenda-event-running = { $duty } ({ $count })
agenda-event-ahead = { $duty } ({ $count })
agenda-event-done = done: { $duty }
agenda-event-line = { $about }: { $state }; { $who }
