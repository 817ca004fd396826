# chain

chain-title = { $name }: who answers for what ({ $place }, { $day })
chain-up-title = Who answers for { $name }, upwards ({ $place }, { $day })
chain-down-title = What is below { $name } ({ $place }, { $day })
chain-name = { $name } ({ $id })
chain-name-clauses = { $name } ({ $id }): clauses { $clauses }
chain-relations = Other relations
chain-role-each = { $role } (one for each: { $set })
chain-again = {" "}(see above)
chain-again-box = see above
chain-semicolon = {"; "}
chain-no-subjects = no subjects on that day
chain-duties = , duties: { $count }
chain-duties-box = duties: { $count }
chain-duties-named = duties ({ $count }): { $duties }
chain-step = { $role }: { $posts }
chain-over = answers for the work of { $role }
chain-over-by = answers for the work of { $role } ({ $chains })
chain-up-nobody = The plan has no post for it: nobody answers.
chain-no-gaps = No gaps in the chains (a vacancy within the time allowed is none).
chain-gaps = Gaps ({ $count }):
chain-package = { $name } is a package, in which nobody holds a post; ask in the folder of a township's plan.

gap-no-holders = { $role }: the plan names nobody who holds it
gap-vacant = { $role }: vacant, while duties are its own
gap-vacant-since = { $role }: vacant since { $since }
gap-unheld = { $role }: nobody for { $subjects }
gap-unheld-since = { $role }: nobody since { $since } for { $subjects }
gap-load = { $role }: { $staff } holds it for { $count } ({ $subjects }), at most { $allowed }
gap-no-way-up = { $role }: answers to nobody, so that { $count } duties do not lead up to the head ({ $duties })
gap-in-chain = { $gap } ({ $chain })
