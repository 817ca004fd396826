//! On instances small enough to try everything, nothing better is found by trying everything.

mod given;

use std::collections::BTreeSet;

use given::{july, problem};
use jiff::civil::Date;
use luoshi_calendar::{Unit, number, period_of};
use luoshi_roster::{
    Class, Counts, Demand, Impossible, Problem, PublishedShift, RosterPlan, plan_roster, repair,
};
use proptest::prelude::*;

/// For each member and day whether on the shift.
type Table = Vec<Vec<bool>>;

/// Every way to fill the days, whatever the rules.
fn tables(problem: &Problem) -> Vec<Table> {
    let members = problem.members.len();
    let mut all: Vec<Table> = vec![vec![Vec::new(); members]];
    for day in &problem.days {
        let crews = (0u32..1 << members).filter(|crew| crew.count_ones() == day.crew);
        let crews: Vec<u32> = crews.collect();
        let mut next = Vec::new();
        for table in &all {
            for crew in &crews {
                let mut table = table.clone();
                for (m, row) in table.iter_mut().enumerate() {
                    row.push(crew >> m & 1 == 1);
                }
                next.push(table);
            }
        }
        all = next;
    }
    all
}

fn dates(problem: &Problem, on: &[bool]) -> Vec<Date> {
    let days = problem.days.iter().zip(on).filter(|(_, on)| **on);
    days.map(|(d, _)| d.date).collect()
}

/// Whether one demand is kept.
fn keeps(problem: &Problem, table: &Table, demand: &Demand) -> bool {
    let member = |staff: &str| {
        problem
            .members
            .iter()
            .position(|m| m.staff == staff)
            .expect("in the problem")
    };
    let day = |date: &Date| {
        problem
            .days
            .iter()
            .position(|d| d.date == *date)
            .expect("in the problem")
    };
    let on = |d: usize| (0..table.len()).filter(move |m| table[*m][d]);
    let everybody = |fits: &dyn Fn(&[Date], &[Date]) -> bool| {
        let mut rows = problem.members.iter().zip(table);
        rows.all(|(m, row)| fits(&dates(problem, row), &m.known))
    };
    let in_period = |unit: Unit, most: u32| {
        everybody(&|dates, known| {
            dates.iter().all(|d| {
                let period = period_of(unit, *d).full;
                let all = dates.iter().chain(known);
                all.filter(|d| period.contains(**d)).count() <= most as usize
            })
        })
    };
    match demand {
        Demand::Crew { day: date, persons } => on(day(date)).count() == *persons as usize,
        Demand::Leaders { day: date, persons } => {
            on(day(date)).filter(|m| problem.members[*m].leads).count() >= *persons as usize
        }
        Demand::Away { staff, from, until } => {
            let dates = dates(problem, &table[member(staff)]);
            !dates.iter().any(|d| from <= d && d <= until)
        }
        Demand::Rest { days } => everybody(&|dates, known| {
            dates.iter().all(|one| {
                let mut others = dates.iter().chain(known).filter(|d| *d != one);
                others.all(|d| number(*d).abs_diff(number(*one)) > *days)
            })
        }),
        Demand::WeekMost { shifts } => in_period(Unit::Week, *shifts),
        Demand::MonthMost { shifts } => in_period(Unit::Month, *shifts),
        Demand::Together { staff } => (0..problem.days.len()).all(|d| {
            let here = staff.iter().map(|s| member(s));
            let here = here.filter(|m| !problem.members[*m].is_away(problem.days[d].date));
            here.map(|m| table[m][d]).collect::<BTreeSet<bool>>().len() < 2
        }),
        Demand::Apart { staff } => (0..problem.days.len())
            .all(|d| staff.iter().filter(|s| table[member(s)][d]).count() < 2),
        Demand::Spread { class, most } => {
            loads(problem, table, *class).is_none_or(|l| l.0 <= i64::from(*most) * 100)
        }
    }
}

fn demands(problem: &Problem) -> Vec<Demand> {
    let rules = &problem.rules;
    let mut all: Vec<Demand> = Vec::new();
    for day in &problem.days {
        let (date, crew, leaders) = (day.date, day.crew, day.leaders);
        all.push(Demand::Crew {
            day: date,
            persons: crew,
        });
        if leaders > 0 {
            all.push(Demand::Leaders {
                day: date,
                persons: leaders,
            });
        }
    }
    for m in &problem.members {
        all.extend(m.away.iter().map(|a| Demand::Away {
            staff: m.staff.clone(),
            from: a.from,
            until: a.until,
        }));
    }
    let names = |g: &Vec<usize>| {
        g.iter()
            .map(|m| problem.members[*m].staff.clone())
            .collect()
    };
    all.extend(
        rules
            .together
            .iter()
            .map(|g| Demand::Together { staff: names(g) }),
    );
    all.extend(
        rules
            .apart
            .iter()
            .map(|g| Demand::Apart { staff: names(g) }),
    );
    all.extend((rules.rest > 0).then_some(Demand::Rest { days: rules.rest }));
    all.extend(rules.week_most.map(|shifts| Demand::WeekMost { shifts }));
    all.extend(rules.month_most.map(|shifts| Demand::MonthMost { shifts }));
    all.extend(
        rules
            .spread
            .map(|most| Demand::Spread { class: None, most }),
    );
    all
}

/// Difference, greatest, and how many have the greatest, the next and so on; none if nobody is compared.
fn loads(problem: &Problem, table: &Table, class: Option<Class>) -> Option<(i64, i64, Vec<i64>)> {
    let days: Vec<usize> = (0..problem.days.len())
        .filter(|d| class.is_none() || problem.days[*d].class == class)
        .collect();
    let (mut all, mut compared, mut serving): (Vec<i64>, Vec<i64>, Vec<i64>) = Default::default();
    for (m, row) in problem.members.iter().zip(table) {
        let there = days
            .iter()
            .filter(|d| !m.is_away(problem.days[**d].date))
            .count();
        let shifts = days.iter().filter(|d| row[**d]).count() as i64;
        let load = (i64::from(m.carried.of(class)) + shifts) * 1_000_000 / i64::from(m.share);
        all.push(load);
        if !days.is_empty() && 2 * there >= days.len() {
            compared.push(load);
        } else if shifts > 0 {
            serving.push(load);
        }
    }
    let least = *compared.iter().min()?;
    let greatest = *compared.iter().chain(&serving).max()?;
    // Beneath those compared it is all the same who has what.
    all.iter_mut().for_each(|load| *load = (*load).max(least));
    all.sort_unstable_by(|a, b| b.cmp(a));
    Some((greatest - least, greatest, all))
}

/// What is aimed at, in its order: the smaller the better.
type Aims = (Vec<Option<(i64, i64, Vec<i64>)>>, i64);

fn aims(problem: &Problem, table: &Table) -> Aims {
    let classes = [None, Some(Class::Weekend), Some(Class::Holiday)];
    let fair = classes.map(|class| loads(problem, table, class)).to_vec();
    let mut rest = i64::MAX;
    for (m, row) in problem.members.iter().zip(table) {
        let dates = dates(problem, row);
        for one in &dates {
            for other in dates.iter().chain(&m.known).filter(|d| *d != one) {
                rest = rest.min(i64::from(number(*one).abs_diff(number(*other))));
            }
        }
    }
    (fair, -rest)
}

fn table(problem: &Problem, plan: &RosterPlan) -> Table {
    let on = |staff: &str, date: Date| {
        let mut shifts = plan.shifts.iter().filter(|s| s.date == date);
        shifts.any(|s| s.staff.iter().any(|p| p == staff))
    };
    let row = |staff: &str| problem.days.iter().map(|d| on(staff, d.date)).collect();
    problem.members.iter().map(|m| row(&m.staff)).collect()
}

/// That no roster is possible, and that the rules named are the least that say so.
fn check_impossible(problem: &Problem, why: &Impossible) -> Result<(), TestCaseError> {
    let tables = loose_tables(problem);
    let possible = |demands: &[&Demand]| {
        tables
            .iter()
            .any(|t| demands.iter().all(|d| keeps(problem, t, d)))
    };
    let all: Vec<&Demand> = why.demands.iter().collect();
    prop_assert!(!possible(&all), "{all:?} can be kept");
    for at in 0..all.len() {
        let mut fewer = all.clone();
        let without = fewer.remove(at);
        prop_assert!(possible(&fewer), "{without:?} is not needed in {all:?}");
    }
    Ok(())
}

/// Every way to fill the days or leave them short.
fn loose_tables(problem: &Problem) -> Vec<Table> {
    let mut all = vec![vec![Vec::new(); problem.members.len()]];
    for day in &problem.days {
        let crews = 0u32..1 << problem.members.len();
        let crews: Vec<u32> = crews.filter(|c| c.count_ones() <= day.crew).collect();
        let with = |table: &Table, crew: &u32| -> Table {
            let rows = table.iter().enumerate();
            rows.map(|(m, row)| [row.as_slice(), &[crew >> m & 1 == 1]].concat())
                .collect()
        };
        all = all
            .iter()
            .flat_map(|t| crews.iter().map(move |c| with(t, c)))
            .collect();
    }
    all
}

fn small() -> impl Strategy<Value = Problem> {
    let size = (1usize..=4, 1usize..=5, 1u32..=2);
    let rules = (
        0u32..=2,
        prop::option::of(1u32..=3),
        prop::option::of(1u32..=4),
        prop::option::of(0u32..=2),
    );
    let away = prop::collection::vec((0usize..4, 1usize..=5, 0usize..=3), 0..3);
    let carried = prop::collection::vec(0u32..=2, 4);
    let people = (
        0usize..=4,
        prop::bool::ANY,
        prop::bool::ANY,
        prop::bool::ANY,
    );
    (size, rules, away, carried, people).prop_map(|(size, rules, gone, carried, people)| {
        let (persons, days, crew) = size;
        // From the 6th on, so that there is a weekend in it and an earlier day too.
        let mut problem = problem(persons, days + 5, crew);
        problem.days.retain(|d| d.date >= july(6));
        (
            problem.rules.rest,
            problem.rules.week_most,
            problem.rules.month_most,
            problem.rules.spread,
        ) = rules;
        for (person, from, long) in gone {
            if person < persons {
                given::away(&mut problem, person, from + 5, from + 5 + long);
            }
        }
        for (member, carried) in problem.members.iter_mut().zip(carried) {
            member.carried = Counts {
                total: carried,
                weekend: carried / 2,
                holiday: 0,
            };
        }
        let (leaders, lighter, pair, known) = people;
        if leaders > 0 {
            problem
                .members
                .iter_mut()
                .take(leaders)
                .for_each(|m| m.leads = true);
            problem.days.iter_mut().for_each(|d| d.leaders = 1);
        }
        if lighter {
            problem.members[0].share = 5_000;
        }
        if known {
            problem.members[persons - 1].known = vec![july(5)];
        }
        match persons {
            4 if pair => problem.rules.together = vec![vec![1, 2]],
            3 if pair => problem.rules.apart = vec![vec![0, 2]],
            _ => {}
        }
        problem
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_plan_is_the_best_there_is(problem in small()) {
        let demands = demands(&problem);
        let good = |t: &Table| demands.iter().all(|d| keeps(&problem, t, d));
        let best = tables(&problem).iter().filter(|t| good(t)).map(|t| aims(&problem, t)).min();
        match plan_roster(&problem) {
            Ok(plan) => {
                let found = table(&problem, &plan);
                prop_assert!(good(&found), "{plan:?}");
                prop_assert!(plan.fairness.proven && plan.fairness.rest_proven);
                prop_assert_eq!(Some(aims(&problem, &found)), best);
            }
            Err(why) => {
                prop_assert!(best.is_none(), "{why:?}");
                check_impossible(&problem, &why)?;
            }
        }
    }

    #[test]
    fn a_repair_changes_the_least(
        problem in small(),
        shifts in prop::collection::btree_set((6usize..=10, 0usize..4), 0..8),
        from in 6usize..=8,
    ) {
        let named = |(day, person): &(usize, usize)| PublishedShift {
            date: july(*day),
            staff: format!("P{:02}", person + 1),
        };
        let published = shifts.iter().map(named).filter(|p| problem.span.contains(p.date));
        let published: Vec<PublishedShift> = published.collect();
        let past = |p: &&PublishedShift| p.date < july(from);
        // What is settled, by itself: days that are gone, shifts that are known.
        let mut open = problem.clone();
        open.days.retain(|d| d.date >= july(from));
        for member in &mut open.members {
            for shift in published.iter().filter(past).filter(|p| p.staff == member.staff) {
                member.known.push(shift.date);
                let class = problem.days.iter().find(|d| d.date == shift.date).and_then(|d| d.class);
                member.carried.add(class);
            }
        }
        let lost = |t: &Table| {
            let mut lost = 0;
            for (d, day) in open.days.iter().enumerate() {
                for (m, member) in open.members.iter().enumerate() {
                    let was = published.iter().any(|p| p.date == day.date && p.staff == member.staff);
                    lost += usize::from(was && !t[m][d]);
                }
            }
            lost
        };
        let demands = demands(&open);
        let tables = tables(&open);
        let good = tables.iter().filter(|t| demands.iter().all(|d| keeps(&open, t, d)));
        let best = good.map(|t| (lost(t), aims(&open, t))).min();
        match repair(&problem, &published, july(from)) {
            Ok(plan) => {
                let found = table(&open, &plan);
                prop_assert_eq!(Some((lost(&found), aims(&open, &found))), best);
                let kept = published.iter().filter(past).all(|p| {
                    plan.shifts.iter().any(|s| s.date == p.date && s.staff.contains(&p.staff))
                });
                prop_assert!(kept, "{plan:?}");
                prop_assert!(plan.changes.iter().all(|c| c.date >= july(from)));
            }
            Err(why) => {
                prop_assert!(best.is_none(), "{why:?}");
                check_impossible(&open, &why)?;
            }
        }
    }
}

/// Who is away for most of the days is compared with nobody, and takes a shift off who has all the others.
#[test]
fn who_is_mostly_away_still_takes_a_shift_off_the_other() {
    let mut problem = problem(2, 10, 1);
    problem.days.retain(|d| d.date >= july(8));
    given::away(&mut problem, 0, 9, 10);
    let plan = plan_roster(&problem).expect("it is possible");
    let first = plan.shifts.first().expect("a shift on the 8th");
    assert_eq!(first.staff, ["P01"], "{plan:?}");
}
