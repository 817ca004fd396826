# coverage

clause-failing = failing
clause-unknown = unknown
clause-unset = not set
clause-pending = pending
clause-carried_out = carried out
clause-waived = waived
clause-not_applicable = not due
clause-not_judged = not judged
clause-off = off
clause-guidance = guidance
clause-unmapped = unmapped

coverage-title = { $title }: clause by clause ({ $place })
coverage-clauses = {"Clauses     "}
coverage-note = {"Note        "}
coverage-rule = Where several duties carry one clause, one that fails makes it failing; then what is unknown, not set or pending decides; it is carried out only where there is none of these.
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
coverage-failing = failing: { $ids }; more: luoshi explain { $first }
coverage-failing-more = failing: { $ids } and others, { $count } in all; more: luoshi explain { $first }
coverage-line = { $plan } { $as_of } by clause: { $counts }{ $label }
