//! What is said when there is no roster: the least that clashes, in words of the domain.

mod given;

use given::{away, july, problem};
use luoshi_roster::{Demand, Problem, plan_roster};

#[track_caller]
fn check(problem: &Problem, expected: &[Demand]) {
    let why = plan_roster(problem).expect_err("impossible");
    assert_eq!(why.demands, expected);
    assert_eq!(why.pool, problem.members.len());
}

fn crew(day: usize, persons: u32) -> Demand {
    Demand::Crew {
        day: july(day),
        persons,
    }
}

fn gone(staff: &str, from: usize, until: usize) -> Demand {
    Demand::Away {
        staff: staff.to_owned(),
        from: july(from),
        until: july(until),
    }
}

#[test]
fn an_empty_pool() {
    check(&problem(0, 3, 1), &[crew(1, 1)]);
}

#[test]
fn everybody_on_leave_on_one_day() {
    let mut problem = problem(3, 31, 1);
    problem.rules.rest = 1;
    for person in 0..3 {
        away(&mut problem, person, 10 + person, 12 + person);
    }
    let all = [
        crew(12, 1),
        gone("P01", 10, 12),
        gone("P02", 11, 13),
        gone("P03", 12, 14),
    ];
    check(&problem, &all);
}

#[test]
fn nobody_to_lead() {
    let mut problem = problem(20, 31, 3);
    problem.members[4].leads = true;
    problem.days.iter_mut().for_each(|d| d.leaders = 1);
    away(&mut problem, 4, 20, 20);
    let leaders = Demand::Leaders {
        day: july(20),
        persons: 1,
    };
    check(&problem, &[leaders, gone("P05", 20, 20)]);
}

#[test]
fn too_few_for_the_rest_that_is_asked_for() {
    let mut problem = problem(3, 31, 1);
    problem.rules.rest = 3;
    let days = [1, 2, 3, 4].map(|d| crew(d, 1));
    check(&problem, &[&days[..], &[Demand::Rest { days: 3 }]].concat());
}

/// 62 shifts and room for 40: what clauses alone would count for ever.
#[test]
fn too_few_for_a_month() {
    let mut problem = problem(5, 31, 2);
    problem.rules.month_most = Some(8);
    let why = plan_roster(&problem).expect_err("impossible");
    let most = Demand::MonthMost { shifts: 8 };
    let days = why
        .demands
        .iter()
        .filter(|d| matches!(d, Demand::Crew { persons: 2, .. }));
    assert_eq!(
        days.count(),
        21,
        "21 days take 42 shifts, 20 would take the 40 there are"
    );
    assert!(
        why.demands.contains(&most) && why.demands.len() == 22,
        "{:?}",
        why.demands
    );
}

#[test]
fn a_pair_where_one_is_needed_and_one_is_too_many() {
    let mut problem = problem(2, 4, 1);
    problem.rules.together = vec![vec![0, 1]];
    let staff = vec!["P01".to_owned(), "P02".to_owned()];
    check(&problem, &[crew(1, 1), Demand::Together { staff }]);
}

#[test]
fn more_carried_over_than_the_difference_allows() {
    let mut problem = problem(4, 8, 1);
    problem.members[2].carried.total = 9;
    problem.rules.spread = Some(2);
    let most = Demand::Spread {
        class: None,
        most: 2,
    };
    check(&problem, &[most]);
}

#[test]
fn sixty_persons_and_one_clash() {
    let mut problem = problem(60, 31, 4);
    problem.rules.rest = 3;
    problem.days.iter_mut().for_each(|d| d.leaders = 1);
    problem
        .members
        .iter_mut()
        .take(3)
        .for_each(|m| m.leads = true);
    let leaders = [1, 2, 3, 4].map(|day| Demand::Leaders {
        day: july(day),
        persons: 1,
    });
    check(
        &problem,
        &[&leaders[..], &[Demand::Rest { days: 3 }]].concat(),
    );
}
