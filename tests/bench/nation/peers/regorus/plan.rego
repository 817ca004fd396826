# The nine checks of the national workload over the records of one township, as README.md two folders up says them.
# The rank in the county is left to the host.
package plan

import rego.v1

of_year := [r | some r in input.records; startswith(r.date, "2025-")]

month(day) := to_number(trim_left(substring(day, 5, 2), "0"))

of_month(day) := to_number(trim_left(substring(day, 8, 2), "0"))

before_month := [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]

# Days since Monday 2024-11-04, enough for all that is recorded.
days(day) := ((58 + before_month[month(day) - 1]) + of_month(day)) - 1 if startswith(day, "2025-")

days(day) := of_month(day) - 4 if startswith(day, "2024-11")

days(day) := 26 + of_month(day) if startswith(day, "2024-12")

as_of := days("2025-12-31")

# C1, C2, C3: months, quarters, and villages and months without.
councils := {month(r.date) | some r in of_year; r.kind == "council_meeting"}

c1 := {m | some m in numbers.range(1, 12); not m in councils}

briefings := {floor((month(r.date) - 1) / 3) | some r in of_year; r.kind == "briefing"}

c2 := {q | some q in numbers.range(0, 3); not q in briefings}

visits := {[r.village_id, month(r.date)] | some r in of_year; r.kind == "visit"}

c3 := {[v, m] | some v in numbers.range(0, 11); some m in numbers.range(1, 12); not [v, m] in visits}

# C4: absences of each person.
patrols := [r | some r in of_year; r.kind == "patrol"]

absences := {r.ref: r.person_id | some r in patrols; r.status == "absent"}

absent := {p | some p in absences}

c4 := {p: n | some p in absent; n := count([1 | some other in absences; other == p])}

# C5: of those who were absent three times, shifts by day and number, as A for absent and T for attended; the longest
# run is the longest part between two T.
suspects contains p if {
	some p
	c4[p] >= 3
}

shifts := {p: s |
	some p in suspects
	s := sort([[r.date, r.ref, r.status] | some r in patrols; r.person_id == p; r.status != "excused"])
}

c5 := {p: n |
	some p, s in shifts
	signs := concat("", [sign | some x in s; sign := {"absent": "A", "attended": "T"}[x[2]]])
	n := max([count(part) | some part in split(signs, "T")])
	n >= 3
}

# C6: villages with a theft behind 56 days of joint defence below 60.
thefts := [r | some r in of_year; r.kind == "incident"; r.status in {"cattle_theft", "burglary"}]

stolen := {r.village_id | some r in thefts}

watches := {v: scores |
	some v in stolen
	scores := [[days(r.date), r.amount] | some r in input.records; r.kind == "watch"; r.village_id == v]
}

c6 := {r.village_id |
	some r in thefts
	day := days(r.date)
	scores := [x[1] | some x in watches[r.village_id]; x[0] < day; x[0] >= day - 56]
	count(scores) > 0
	sum(scores) < 60 * count(scores)
}

# C7: rewards out of bounds.
c7 := {r.ref | some r in of_year; r.kind == "reward"; out_of_bounds(r.amount)}

out_of_bounds(yuan) if yuan < 200

out_of_bounds(yuan) if yuan > 2000

# C8: tasks done late or never.
done := {r.ref: days(r.date) | some r in input.records; r.kind == "task_done"; r.date <= "2025-12-31"}

workdays(n) := (5 * floor(n / 7)) + min([5, (n % 7) + 1])

c8 := {r.ref: late |
	some r in of_year
	r.kind == "task"
	due := days(r.date)
	end := object.get(done, r.ref, as_of)
	end > due
	late := workdays(end) - workdays(due)
}

# C9: the score in tenths.
absent_days := sum([n | some n in c4])

meetings_missed := (20 * count(c1)) + (30 * count(c2))

late_days := sum([min([10, late]) | some late in c8])

deducted := ((((meetings_missed + (2 * count(c3))) + absent_days) + (10 * count(c5))) + (5 * count(c7))) + late_days

default veto := 0

veto := 1 if count(c6) > 0

score := 0 if veto == 1

score := max([0, 1000 - deducted]) if veto == 0

result := {
	"C1": count(c1), "C2": count(c2), "C3": count(c3), "C4": count(c4),
	"C5": count(c5), "C6": count(c6), "C7": count(c7), "C8": count(c8),
	"absences": absent_days,
	"runlen": sum([n | some n in c5]),
	"late": sum([late | some late in c8]),
	"veto": veto,
	"score": score,
}
