# html

html-sign-violated = V
html-sign-missed = M
html-sign-late = L
html-sign-suspect = S
html-sign-unknown = ?
html-sign-unset = U
html-sign-due_soon = D
html-sign-pending = P
html-sign-waived = W
html-sign-not_applicable = –
html-sign-met = ✓
html-sign-not-judged = ·
html-sign-off = O
html-sign-guidance = G
html-sign-unmapped = N

html-running = { $place } { $plan } as of { $as_of }
html-skip = Skip to the report
html-contents = Contents
html-top = Back to the top
html-share = Carried out
html-repeat = To write this page again
html-versions = Versions
html-folder = PLAN_FOLDER

html-worst = Failures: { $count }, in { $duties } duties. Most of them in:
html-waiting = Proposals waiting for a decision: { $count }.
html-next = Due next:
html-untold = Cannot be told: { $unknown }; left open by the plan: { $unset }.
html-suspects-more = See what to look into
html-untold-more = See what is missing

html-heat = Where and when
html-heat-how = Each cell shows the gravest status in it, and how many findings have it if more than one. An empty cell means that nothing was due.
html-heat-duty-month = Duties by month
html-heat-subject-month = Subjects by month
html-heat-duty-subject = Duties by subject
html-heat-only-bad = Only rows with failures
html-heat-whole = whole area and persons
html-heat-always = no day

html-findings = Findings
html-findings-how = What failed comes first. Open a finding to see why it stands as it does, on which records it rests and who answers for it.
html-others = Other duties
html-asks = Clauses, parameters, responsibility
html-responsible = Responsible
html-rest-of = The other { $count }
html-all-of = All { $count }
html-none = No finding matches.
html-filter = Filter
html-clause = Clause
html-month = Month
html-text = Text
html-any = All
html-shown = # of ## shown
html-clear = Clear
html-unfold = Open all
html-fold = Close all

html-status-meaning = { $status }: { $meaning }
html-in-all = ({ $count } in all)
html-parameters-how = What nobody has set comes first; what the packages set is folded below. What this plan changed is among its changes of its packages.
html-excused = Waivers and what is not carried out
html-by-parameter = turned off by a parameter
html-proposals-only = These are proposals made by rule from the plan, not decisions. The body named decides; without a decision nothing follows. Whoever is concerned may appeal, and an appeal suspends.
html-target = Target
html-no-figures = No figures yet: { $names }
html-coverage = Clause by clause
html-section-points = { $name } ({ $points } of { $max })
html-not-scored = not scored or no reason given; nothing taken off or added
html-chain = Who answers to whom
html-chain-how = From the top down: roles, to whom they answer, who holds them on the day. Vacant posts have a red frame.
html-chain-text = As text
