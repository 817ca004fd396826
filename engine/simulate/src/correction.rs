//! 更正: numbers entered wrong and put right, records entered twice, failures that only a
//! correction shows.

use std::collections::BTreeMap;

use luoshi_evidence::{Field, Hundredths, Kind, Record, VOID};

use crate::days::plus;
use crate::world::{Draft, World};

/// Lets some numbers be entered wrong and put right later.
pub(crate) fn misread(world: &mut World<'_>) {
    let counted = |d: &Draft| d.record.quantity.is_some_and(|q| q.0 >= 300);
    for at in chosen(
        world,
        world.profile.corrections as usize,
        "misread",
        counted,
    ) {
        let right = world.drafts[at].record.clone();
        let wrong = right.quantity.map(|q| Hundredths(q.0 / 100 * 1000));
        world.touch(at).quantity = wrong;
        correct(world, at, &right);
    }
}

/// Lets some records be entered twice, and one of the two be withdrawn.
pub(crate) fn twice(world: &mut World<'_>) {
    let plain = |d: &Draft| matches!(d.record.kind, Kind::Visit | Kind::Inspection | Kind::Report);
    for at in chosen(world, world.profile.withdrawn as usize, "twice", plain) {
        world.drafts[at].touched = true;
        let again = world.add(world.drafts[at].record.clone(), None);
        world.touch(again);
        withdraw(world, again);
    }
}

/// Drafts that nothing is planted in and nothing hangs on, spread over the ledger.
fn chosen(
    world: &World<'_>,
    wanted: usize,
    name: &str,
    fits: impl Fn(&Draft) -> bool,
) -> Vec<usize> {
    let last = plus(world.as_of(), -30);
    let free = |(at, d): &(usize, &Draft)| {
        !d.touched && !d.backfilled && d.record.date < last && fits(d) && world.stands_alone(*at)
    };
    let all: Vec<usize> = world.alive().filter(free).map(|(at, _)| at).collect();
    let mut chance = world.chance(name);
    let wanted = wanted.min(all.len());
    let pick = |n: usize| {
        let (from, to) = (n * all.len() / wanted, (n + 1) * all.len() / wanted);
        all[from + chance.below(to - from)]
    };
    (0..wanted).map(pick).collect()
}

/// Turns what a plant changed into corrections: the ledger first says what it said before.
pub(crate) fn show_by_correction(world: &mut World<'_>, before: &[Draft]) {
    for (at, old) in before.iter().enumerate() {
        if old.gone {
            continue;
        }
        if world.drafts[at].gone {
            world.drafts[at].gone = false;
            world.drafts[at].touched = true;
            withdraw(world, at);
        } else if world.drafts[at].record != old.record {
            let right = std::mem::replace(&mut world.drafts[at].record, old.record.clone());
            correct(world, at, &right);
        }
    }
}

fn correct(world: &mut World<'_>, at: usize, right: &Record) {
    let wrong = world.drafts[at].record.clone();
    let mut record = correction(world, at);
    record.set = difference(&wrong, right);
    record.note = Some("核对原始记录后更正".to_owned());
    push(world, at, record);
}

fn withdraw(world: &mut World<'_>, at: usize) {
    let mut record = correction(world, at);
    record.status = Some(VOID.to_owned());
    record.note = Some("重复录入或记录不实，撤销".to_owned());
    push(world, at, record);
}

fn correction(world: &World<'_>, at: usize) -> Record {
    let day = plus(world.drafts[at].record.date, 9).min(world.as_of());
    Record::new(Kind::Correction, day)
}

fn push(world: &mut World<'_>, at: usize, record: Record) {
    let correction = world.add(record, None);
    world.touch(correction);
    world.drafts[correction].refers = Some(at);
}

/// The fields in which two records differ, as a correction writes them.
fn difference(wrong: &Record, right: &Record) -> BTreeMap<Field, String> {
    let time = |r: &Record| {
        r.time
            .map_or_else(String::new, |t| format!("{:02}:{:02}", t / 60, t % 60))
    };
    let number = |n: Option<Hundredths>| n.map_or_else(String::new, |n| n.to_string());
    let texts = |r: &Record| {
        [
            (Field::Status, r.status.clone().unwrap_or_default()),
            (Field::Quantity, number(r.quantity)),
            (Field::Amount, number(r.amount)),
            (Field::Marks, r.marks.join("、")),
            (Field::Actor, r.actor.join("、")),
            (Field::Date, r.date.to_string()),
            (Field::Time, time(r)),
        ]
    };
    let pairs = texts(wrong).into_iter().zip(texts(right));
    pairs
        .filter(|((_, old), (_, new))| old != new)
        .map(|(_, new)| new)
        .collect()
}
