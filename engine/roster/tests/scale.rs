//! A month of a whole township is planned while one waits.

#![allow(
    clippy::disallowed_methods,
    reason = "how long it takes is what is tested"
)]

mod given;

use std::time::{Duration, Instant};

use given::{away, problem};
use luoshi_roster::{Problem, plan_roster};

#[track_caller]
fn check(problem: &Problem, spread: i64) {
    let begun = Instant::now();
    let plan = plan_roster(problem).expect("a roster");
    let took = begun.elapsed();
    assert!(plan.fairness.proven, "{:?}", plan.fairness);
    assert_eq!(plan.fairness.total, Some(spread));
    assert!(took < Duration::from_secs(60), "{took:?}");
}

#[test]
fn sixty_persons_and_a_month_of_days() {
    check(&problem(60, 31, 4), 100);
}

#[test]
fn with_rest_leave_leaders_and_pairs() {
    let mut problem = problem(60, 31, 4);
    problem.rules.rest = 3;
    problem.rules.week_most = Some(1);
    problem.rules.month_most = Some(4);
    problem.rules.apart = vec![vec![0, 1, 2], vec![5, 6]];
    problem.rules.together = vec![vec![10, 11]];
    for day in &mut problem.days {
        day.leaders = 1;
    }
    for leader in problem.members.iter_mut().take(15) {
        leader.leads = true;
    }
    for person in 20..30 {
        away(&mut problem, person, person - 15, person - 8);
    }
    check(&problem, 100);
}

#[test]
fn when_the_shifts_just_come_out() {
    let mut problem = problem(31, 31, 4);
    problem.rules.rest = 3;
    check(&problem, 0);
}

#[test]
fn when_few_leaders_have_more_than_the_others() {
    let mut problem = problem(60, 31, 4);
    for leader in problem.members.iter_mut().take(5) {
        leader.leads = true;
    }
    for day in &mut problem.days {
        day.leaders = 1;
    }
    problem.rules.rest = 2;
    check(&problem, 600);
}
