//! Synthetic years of duty: the model of the page, honest or with one person put upon or spared.

#![allow(dead_code, unreachable_pub, reason = "each test uses a part of it")]

pub mod chance;
pub mod pack;

use chance::Chance;
use pack::{Ledger, Shift};

/// How the persons of a day are chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rota {
    /// By lot among those who are there.
    Lots,
    /// Everybody once, in an order that is drawn anew for each round.
    Rounds,
    /// In one fixed order, whoever is away being passed over. If a round takes whole weeks, or nearly so,
    /// the same persons meet the weekends for months: a real inequality that nobody means.
    Turns,
}

/// What is done to the first person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Planted {
    Nothing,
    /// In so many of a hundred weekend shifts of others he stands in.
    Burdened(usize),
    /// So many of a hundred of his weekend shifts are given to others.
    Spared(usize),
}

const DAYS: i32 = 365;
/// 2011-01-01, a Saturday.
const FIRST: i32 = 14_975;

/// A person: the first and last day of service, and of the leave.
struct Person {
    service: (i32, i32),
    leave: (i32, i32),
}

impl Person {
    fn there(&self, day: i32) -> bool {
        let within = |(from, to): (i32, i32)| (from..=to).contains(&day);
        within(self.service) && !within(self.leave)
    }
}

/// A year of two posts: a patrol whose hour is not noted, and a desk with a day and a night shift.
pub fn year(rota: Rota, planted: Planted, seed: u64) -> Ledger {
    let mut chance = Chance(seed);
    let days = calendar(&mut chance);
    let count = chance.between(12, 30);
    let persons: Vec<Person> = (0..count).map(|at| person(at, &mut chance)).collect();
    let mut shifts = Vec::new();
    for (duty, minutes) in [
        ("patrol", &[None][..]),
        ("desk", &[Some(510), Some(1200)][..]),
    ] {
        let crew = chance.between(1, 3);
        let mut order: Vec<usize> = (0..count).collect();
        chance.shuffle(&mut order);
        for (day, class) in &days {
            for minute in minutes {
                let chosen = choose(rota, &mut order, &persons, (*day, crew), &mut chance);
                let chosen = plant(planted, chosen, *class == 1, &persons, *day, &mut chance);
                for person in chosen {
                    shifts.extend(entries(duty, *day, *minute, person, count, &mut chance));
                }
            }
        }
    }
    Ledger {
        shifts,
        days,
        persons: count,
    }
}

/// Weekends, a holiday of a week and two of three days, and two Saturdays that are worked for it.
fn calendar(chance: &mut Chance) -> Vec<(i32, u8)> {
    let weekend = |n: i32| u8::from((n % 7) < 2);
    let mut days: Vec<(i32, u8)> = (0..DAYS).map(|n| (FIRST + n, weekend(n))).collect();
    for length in [7, 3, 3] {
        let start = chance.below(days.len() - 8);
        days[start..start + length]
            .iter_mut()
            .for_each(|day| day.1 = 2);
    }
    for _ in 0..2 {
        let at = 7 * chance.below(52);
        if days[at].1 == 1 {
            days[at].1 = 3;
        }
    }
    days
}

/// One of five came late or left early; everybody has a leave of one to three weeks. The first is there all year.
fn person(at: usize, chance: &mut Chance) -> Person {
    let cut = FIRST + chance.between(60, 300) as i32;
    let service = match chance.below(10) {
        0 if at > 0 => (cut, FIRST + DAYS),
        1 if at > 0 => (FIRST, cut),
        _ => (FIRST, FIRST + DAYS),
    };
    let from = FIRST + chance.below(340) as i32;
    let leave = (from, from + chance.between(6, 20) as i32);
    Person { service, leave }
}

fn choose(
    rota: Rota,
    order: &mut Vec<usize>,
    persons: &[Person],
    (day, crew): (i32, usize),
    chance: &mut Chance,
) -> Vec<usize> {
    if rota == Rota::Lots {
        chance.shuffle(order);
    }
    // One of twelve cannot come that day, for a reason of their own.
    let there = persons
        .iter()
        .map(|person| person.there(day) && !chance.percent(8));
    let there: Vec<bool> = there.collect();
    let mut chosen = Vec::new();
    let next = |order: &Vec<usize>, chosen: &Vec<usize>| {
        order
            .iter()
            .copied()
            .find(|p| there[*p] && !chosen.contains(p))
    };
    for _ in 0..crew {
        if rota == Rota::Rounds && next(order, &chosen).is_none() {
            let mut round: Vec<usize> = (0..persons.len()).filter(|p| !order.contains(p)).collect();
            chance.shuffle(&mut round);
            order.extend(round);
        }
        let Some(person) = next(order, &chosen) else {
            break;
        };
        order.retain(|p| *p != person);
        chosen.push(person);
    }
    if rota != Rota::Rounds {
        order.extend(&chosen);
    }
    chosen
}

fn plant(
    planted: Planted,
    mut chosen: Vec<usize>,
    weekend: bool,
    persons: &[Person],
    day: i32,
    chance: &mut Chance,
) -> Vec<usize> {
    let at = chosen.iter().position(|p| *p == 0);
    match (planted, at) {
        (Planted::Burdened(share), None) if weekend && chance.percent(share) => {
            if let Some(first) = chosen.first_mut() {
                *first = 0;
            }
        }
        (Planted::Spared(share), Some(at)) if weekend && chance.percent(share) => {
            let others =
                (1..persons.len()).filter(|p| persons[*p].there(day) && !chosen.contains(p));
            let others: Vec<usize> = others.collect();
            if !others.is_empty() {
                chosen[at] = others[chance.below(others.len())];
            }
        }
        _ => {}
    }
    chosen
}

/// The records of one person's turn: now and then excused with somebody standing in, cancelled, entered twice.
fn entries(
    duty: &'static str,
    day: i32,
    minute: Option<u16>,
    person: usize,
    count: usize,
    chance: &mut Chance,
) -> Vec<Shift> {
    let entry = |person: usize, status| Shift {
        duty,
        day,
        minute,
        actor: pack::id(person),
        status,
    };
    match chance.below(100) {
        0..5 => vec![
            entry(person, "excused"),
            entry(chance.below(count), "attended"),
        ],
        5..8 => vec![entry(person, "absent")],
        8..12 => vec![entry(person, "")],
        12 => vec![entry(person, "cancelled")],
        13 => vec![entry(person, "attended"), entry(person, "attended")],
        _ => vec![entry(person, "attended")],
    }
}
