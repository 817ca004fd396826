# what_if

what-if-package = { $name } is a package without records, so that no parameter changes anything; try it in the folder of a township's plan.
what-if-title = { $place }: other parameters, as of { $as_of }
what-if-parameters = Parameters changed
what-if-counts = Findings by status
what-if-worse = New failures
what-if-better = Failures no longer
what-if-other = Other changes
what-if-proposals = Proposals (the body named decides; an appeal is open)
what-if-scores = Scores
what-if-burden = Burden (for a year)
what-if-before = Now
what-if-after = Then
what-if-difference = Change
what-if-where = Where and when
what-if-turn = Change
what-if-new = new
what-if-gone = gone
what-if-none = no such finding
what-if-open = open
what-if-rank = rank { $rank }
what-if-nothing = No finding, proposal or score changes.
