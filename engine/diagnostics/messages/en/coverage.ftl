# coverage

coverage-state-failing = failing
coverage-state-unknown = unknown
coverage-state-unset = not set
coverage-state-pending = pending
coverage-state-carried_out = carried out
coverage-state-suspect = suspect
coverage-state-waived = waived
coverage-state-not_applicable = not due
coverage-state-not_judged = not judged
coverage-state-off = off
coverage-state-guidance = guidance
coverage-state-unmapped = unmapped

coverage-title = { $title }: clause by clause ({ $place })
coverage-clauses = {"Clauses     "}
coverage-note = {"Note        "}
coverage-rule = Where several duties carry one clause, one that fails makes it failing; then what is unknown, not set or pending decides; it is carried out only where there is none of these. For each failing id, luoshi explain ID says why.
coverage-rule-suspect = What is suspect is only to be looked into and does not change what became of a clause; a clause with nothing else is shown as suspect.
coverage-counted = { $total } in all: { $counts }
coverage-document = { $title }
coverage-document-numbered = { $title } (clauses { $prefix }/…)
coverage-section = { $heading }: { $counts }
coverage-reason = Reason: { $reason }
coverage-carrier = { $name } ({ $id }): { $standing }
coverage-off = disabled by this plan: { $reason }
coverage-off-parameter = turned off by a parameter
coverage-penalty = a penalty, proposed where the duties it rests on fail
coverage-score = counts in the score sheet
coverage-figure = figures only
coverage-incident = incidents are recorded only
coverage-no-finding = nothing to judge
coverage-failing = failing: { $ids }
coverage-failing-more = failing: { $ids } and others, { $count } in all
coverage-line = { $plan } { $as_of } by clause: { $counts }{ $label }
coverage-package = { $name } is a package without records, so that nothing can be said of its clauses; ask in the folder of a township's plan.
