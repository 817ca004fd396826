//! The same nine checks written by hand for this workload alone, over the same columns: what a plan
//! that drives them costs is shown against this.

use std::collections::BTreeMap;
use std::hint::black_box;

use luoshi_evidence::{Evidence, Kind};

const FIRST: i32 = 20_089;
const LAST: i32 = 20_453;

/// Computes the counts of one township.
pub(crate) fn run(evidence: &Evidence) {
    let months = months();
    let code = |name: &str| evidence.names.code(name).unwrap_or(u32::MAX);
    let number_of = |name: &str| -> usize { name[1..].parse().unwrap_or(63) };
    let ids: Vec<usize> = evidence
        .names
        .iter()
        .map(|n| {
            if n.starts_with(['v', 'p']) && n[1..].parse::<u32>().is_ok() {
                number_of(n)
            } else {
                63
            }
        })
        .collect();
    let in_year = |day: i32| (FIRST..=LAST).contains(&day);

    let (council, mut seen, mut quarters) = (code("council_meeting"), 0u16, 0u16);
    let meetings = evidence.of(Kind::Meeting);
    for row in 0..meetings.len() {
        if in_year(meetings.day[row]) {
            let month = months[(meetings.day[row] - FIRST) as usize];
            if meetings.duty[row] == council {
                seen |= 1 << month
            } else {
                quarters |= 1 << (month / 3)
            }
        }
    }
    let mut visited = [0u16; 64];
    let visits = evidence.of(Kind::Visit);
    for row in 0..visits.len() {
        if in_year(visits.day[row]) {
            visited[ids[visits.subject[row] as usize]] |=
                1 << months[(visits.day[row] - FIRST) as usize];
        }
    }
    let (attended, absent) = (code("attended"), code("absent"));
    let (mut absences, mut run, mut longest) = ([0u16; 64], [0u16; 64], [0u16; 64]);
    let shifts = evidence.of(Kind::Shift);
    for row in 0..shifts.len() {
        if in_year(shifts.day[row]) {
            let person = ids[shifts.actor[row] as usize];
            if shifts.status[row] == absent {
                absences[person] += 1;
                run[person] += 1;
                longest[person] = longest[person].max(run[person]);
            } else if shifts.status[row] == attended {
                run[person] = 0;
            }
        }
    }
    black_box((
        seen,
        quarters,
        visited,
        absences,
        longest,
        vetoes(evidence, &ids),
    ));
    black_box((rewards(evidence), tasks(evidence)));
}

fn months() -> [u8; 366] {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let mut months = [0; 366];
    let mut day = 0;
    for (month, length) in (0u8..).zip(lengths) {
        for _ in 0..length {
            months[day] = month;
            day += 1;
        }
    }
    months
}

fn vetoes(evidence: &Evidence, ids: &[usize]) -> u32 {
    let metrics = evidence.of(Kind::Metric);
    let mut watch: Vec<Vec<(i32, i64)>> = vec![Vec::new(); 64];
    for row in 0..metrics.len() {
        watch[ids[metrics.subject[row] as usize]].push((metrics.day[row], metrics.quantity[row]));
    }
    let thefts = ["cattle_theft", "burglary"].map(|k| evidence.names.code(k).unwrap_or(u32::MAX));
    let incidents = evidence.of(Kind::Incident);
    let mut vetoed = 0;
    for row in 0..incidents.len() {
        if !thefts.contains(&incidents.status[row]) {
            continue;
        }
        let day = incidents.day[row];
        let before = watch[ids[incidents.subject[row] as usize]].iter();
        let (mut n, mut sum) = (0, 0);
        for (_, score) in before.filter(|(d, _)| (day - 56..day).contains(d)) {
            n += 1;
            sum += score;
        }
        vetoed += u32::from(n > 0 && sum < 6_000 * n);
    }
    vetoed
}

fn rewards(evidence: &Evidence) -> usize {
    let amounts = &evidence.of(Kind::Reward).amount;
    amounts
        .iter()
        .filter(|fen| !(20_000..=200_000).contains(*fen))
        .count()
}

fn tasks(evidence: &Evidence) -> i32 {
    let done = evidence.of(Kind::TaskDone);
    let mut first: BTreeMap<u32, i32> = BTreeMap::new();
    for row in 0..done.len() {
        first.entry(done.refers[row]).or_insert(done.day[row]);
    }
    let workdays = |day: i32| {
        let days = day + 3;
        5 * days.div_euclid(7) + (days.rem_euclid(7) + 1).min(5)
    };
    let tasks = evidence.of(Kind::Task);
    let mut late = 0;
    for row in 0..tasks.len() {
        let end = first.get(&tasks.id[row]).copied().unwrap_or(LAST);
        if end > tasks.day[row] {
            late += workdays(end) - workdays(tasks.day[row]);
        }
    }
    late
}
