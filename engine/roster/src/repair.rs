//! A published roster put right with the fewest changes.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::demand::Class;
use crate::explain::Impossible;
use crate::levels::Search;
use crate::problem::{Counts, Day, Problem};
use crate::roster_plan::{Change, PersonLine, RosterPlan, Shift, mixed};

/// A shift of one person as it was published.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct PublishedShift {
    /// The day on which it begins.
    pub date: Date,
    /// Staff number.
    pub staff: String,
}

/// Repairs a published roster: what is before `from` stays as it is, kept or not; from that day on all
/// rules hold again with the fewest shifts changing hands, and among such rosters the fairest.
///
/// A day of the published roster that `problem` does not have is cancelled; what it has more is filled.
///
/// # Errors
///
/// Rules that cannot be kept together from that day on, whatever is changed.
pub fn repair(
    problem: &Problem,
    published: &[PublishedShift],
    from: Date,
) -> Result<RosterPlan, Impossible> {
    let published: BTreeSet<&PublishedShift> = published
        .iter()
        .filter(|p| problem.span.contains(p.date))
        .collect();
    let past: BTreeSet<&PublishedShift> = published
        .iter()
        .copied()
        .filter(|p| p.date < from)
        .collect();
    let open = mixed(&open(problem, &past, from));
    let was = matrix(&open, &published);
    let mut search = Search::begin(&open, &was)?;
    search.keep(&was);
    search.improve();
    let mut plan = search.told();
    restore(problem, &past, &mut plan);
    plan.changes = changes(&published, &plan.shifts);
    Ok(plan)
}

/// The problem from a day on: what is before it weighs, and cannot be changed.
fn open(problem: &Problem, past: &BTreeSet<&PublishedShift>, from: Date) -> Problem {
    let mut open = problem.clone();
    open.days.retain(|d| d.date >= from);
    let classes: BTreeMap<Date, Option<Class>> = classes(problem);
    for member in &mut open.members {
        for shift in past.iter().filter(|p| p.staff == member.staff) {
            member.known.push(shift.date);
            member
                .carried
                .add(classes.get(&shift.date).copied().flatten());
        }
    }
    open
}

fn classes(problem: &Problem) -> BTreeMap<Date, Option<Class>> {
    let class = |d: &Day| (d.date, d.class);
    problem.days.iter().map(class).collect()
}

fn matrix(problem: &Problem, published: &BTreeSet<&PublishedShift>) -> Vec<Vec<bool>> {
    let pairs: BTreeSet<(Date, &str)> = published
        .iter()
        .map(|p| (p.date, p.staff.as_str()))
        .collect();
    let on = |staff: &str, day: &Day| pairs.contains(&(day.date, staff));
    let row = |staff: &str| problem.days.iter().map(|d| on(staff, d)).collect();
    problem.members.iter().map(|m| row(&m.staff)).collect()
}

/// Puts the shifts before the day of the repair back in their place.
fn restore(problem: &Problem, past: &BTreeSet<&PublishedShift>, plan: &mut RosterPlan) {
    let classes = classes(problem);
    let leads = |staff: &str| problem.members.iter().any(|m| m.leads && m.staff == staff);
    let mut shifts: BTreeMap<Date, Vec<&str>> = BTreeMap::new();
    for shift in past {
        shifts.entry(shift.date).or_default().push(&shift.staff);
    }
    let earlier = shifts.into_iter().map(|(date, mut staff)| {
        staff.sort_by_key(|s| (!leads(s), *s));
        Shift {
            date,
            class: classes.get(&date).copied().flatten(),
            staff: staff.into_iter().map(str::to_owned).collect(),
        }
    });
    plan.shifts = earlier.chain(std::mem::take(&mut plan.shifts)).collect();
    for shift in past {
        let class = classes.get(&shift.date).copied().flatten();
        match plan.persons.iter_mut().find(|p| p.staff == shift.staff) {
            Some(line) => line.planned.add(class),
            None => plan.persons.push(gone(&shift.staff, class)),
        }
    }
    for line in &mut plan.persons {
        if let Some(member) = problem.members.iter().find(|m| m.staff == line.staff) {
            line.carried = member.carried;
        }
    }
    plan.persons.sort_by(|a, b| a.staff.cmp(&b.staff));
}

/// Somebody who had a shift and is in the pool no more.
fn gone(staff: &str, class: Option<Class>) -> PersonLine {
    let mut planned = Counts::default();
    planned.add(class);
    PersonLine {
        staff: staff.to_owned(),
        leads: false,
        planned,
        carried: Counts::default(),
        share: 0,
        compared: false,
    }
}

fn changes(published: &BTreeSet<&PublishedShift>, shifts: &[Shift]) -> Vec<Change> {
    let was: BTreeSet<(Date, &str)> = published
        .iter()
        .map(|p| (p.date, p.staff.as_str()))
        .collect();
    let of = |s: &'_ Shift| {
        s.staff
            .iter()
            .map(|staff| (s.date, staff.clone()))
            .collect::<Vec<_>>()
    };
    let is: BTreeSet<(Date, String)> = shifts.iter().flat_map(of).collect();
    let mut changes: BTreeMap<Date, Change> = BTreeMap::new();
    let mut at = |date: Date, staff: &str, on: bool| {
        let change = changes.entry(date).or_insert_with(|| Change {
            date,
            off: Vec::new(),
            on: Vec::new(),
        });
        let list = if on { &mut change.on } else { &mut change.off };
        list.push(staff.to_owned());
    };
    for (date, staff) in was
        .iter()
        .filter(|(d, s)| !is.contains(&(*d, (*s).to_owned())))
    {
        at(*date, staff, false);
    }
    for (date, staff) in is.iter().filter(|(d, s)| !was.contains(&(*d, s.as_str()))) {
        at(*date, staff, true);
    }
    changes.into_values().collect()
}
