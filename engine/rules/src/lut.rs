//! Tables from the numbers of a ledger's dictionary to what the plan knows under that name.

use luoshi_calendar::number;
use luoshi_evidence::{Dictionary, Evidence};
use luoshi_plan::Plan;

use crate::check::chain::term;
use crate::program::Row;

/// "Not known" in a table of small indices.
pub(crate) const NONE: u16 = u16::MAX;

/// Row of each name that is a subject of a row; [`NONE`] for others. For the whole
/// jurisdiction, every name and no name is the first row.
pub(crate) fn subject_rows(plan: &Plan, rows: &[Row], names: &Dictionary) -> Vec<u16> {
    if rows.first().is_some_and(|row| row.subject.is_none()) {
        return vec![0; names.len()];
    }
    let mut table = vec![NONE; names.len()];
    for (index, row) in rows.iter().enumerate() {
        let Some(subject) = row.subject else { continue };
        let id = &plan.subjects[subject as usize].id.name;
        if let Some(code) = names.code(id) {
            // With several units for a subject the first row stands for it.
            let at = &mut table[code as usize];
            if *at == NONE {
                *at = u16::try_from(index).unwrap_or(NONE);
            }
        }
    }
    table
}

/// The rows to which what happens at a place belongs: what happens in a hamlet happens in its
/// village too, also where both have a row.
pub(crate) struct Places {
    /// For each name of the ledger where its rows begin and end; none where the one row is the
    /// jurisdiction.
    ends: Vec<(u32, u32)>,
    rows: Vec<u16>,
}

impl Places {
    pub(crate) fn new(plan: &Plan, rows: &[Row], names: &Dictionary) -> Places {
        if rows.first().is_some_and(|row| row.subject.is_none()) {
            return Places {
                ends: Vec::new(),
                rows: vec![0],
            };
        }
        let mut row_of = vec![NONE; plan.subjects.len()];
        for (at, row) in rows.iter().enumerate() {
            if let Some(subject) = row.subject {
                row_of[subject as usize] = u16::try_from(at).unwrap_or(NONE);
            }
        }
        let mut places = Places {
            ends: vec![(0, 0); names.len()],
            rows: Vec::with_capacity(rows.len()),
        };
        let outer = outer(plan);
        let end = |rows: &[u16]| u32::try_from(rows.len()).unwrap_or(u32::MAX);
        for (at, subject) in plan.subjects.iter().enumerate() {
            let Some(code) = names.code(&subject.id.name) else {
                continue;
            };
            let start = end(&places.rows);
            let around = around(&outer, at).map(|at| row_of[at]);
            places.rows.extend(around.filter(|row| *row != NONE));
            places.ends[code as usize] = (start, end(&places.rows));
        }
        places
    }

    /// The rows of a name.
    #[inline]
    pub(crate) fn of(&self, name: u32) -> &[u16] {
        match self.ends.get(name as usize) {
            Some((start, end)) => &self.rows[*start as usize..*end as usize],
            None => &self.rows,
        }
    }
}

/// For each subject of a plan, the one that it lies in.
pub(crate) fn outer(plan: &Plan) -> Vec<Option<usize>> {
    let subjects = plan.subjects.iter();
    let outer = subjects.map(|subject| {
        let outer = subject.lies_in.as_ref()?;
        plan.subject_index.get(&outer.name).copied()
    });
    outer.collect()
}

/// A subject and those around it, from the inside.
pub(crate) fn around(outer: &[Option<usize>], subject: usize) -> impl Iterator<Item = usize> {
    let places = std::iter::successors(Some(subject), |at| outer[*at]);
    // Cut after as many as there are, should they lie in each other in a circle.
    places.take(outer.len())
}

/// Whether a subject is another or lies in it, at any depth. Everything lies in the jurisdiction. `outer` says
/// where each lies.
pub(crate) fn lies_in(outer: &[Option<usize>], subject: Option<usize>, whole: Option<u32>) -> bool {
    let Some(whole) = whole.map(|w| w as usize) else {
        return true;
    };
    subject.is_some_and(|subject| around(outer, subject).any(|place| place == whole))
}

/// Which of some wanted units, roles and persons each name (which may be a list joined by 、) stands
/// for, as bits. A role stands for its unit, a staff number for its unit and, on the days on which
/// it holds them, its roles.
#[derive(Default)]
pub(crate) struct Actors {
    always: Vec<u64>,
    /// Name, first and last day, bit: in order of names.
    terms: Vec<(u32, i32, i32, u64)>,
}

impl Actors {
    pub(crate) fn new(plan: &Plan, wanted: &[String], names: &Dictionary) -> Actors {
        let mut actors = Actors::default();
        if wanted.is_empty() {
            return actors;
        }
        for (code, text) in (0..).zip(names.iter()) {
            let mut always = 0;
            for one in text.split('、').filter(|one| !one.is_empty()) {
                for (at, wanted) in wanted.iter().enumerate().take(64) {
                    always |= u64::from(stands_for(plan, one, wanted)) << at;
                    let terms = terms(plan, one, wanted);
                    let terms = terms.map(|(from, to)| (code, from, to, 1 << at));
                    actors.terms.extend(terms);
                }
            }
            actors.always.push(always);
        }
        actors
    }

    /// Whether anybody may act.
    pub(crate) fn is_empty(&self) -> bool {
        self.always.is_empty()
    }

    #[inline]
    pub(crate) fn bits(&self, name: u32, day: i32) -> u64 {
        let always = self.always[name as usize];
        if self.terms.is_empty() {
            return always;
        }
        let start = self.terms.partition_point(|(of, ..)| *of < name);
        let of_name = self.terms[start..].iter().take_while(|t| t.0 == name);
        let on_day = of_name.filter(|(_, from, to, _)| (*from..=*to).contains(&day));
        on_day.fold(always, |bits, (.., bit)| bits | bit)
    }
}

fn stands_for(plan: &Plan, actor: &str, wanted: &str) -> bool {
    if actor == wanted {
        return true;
    }
    let content = &plan.content;
    let role = content.roles.iter().find(|r| r.id.name == actor);
    let person = content.persons.iter().find(|p| p.staff.name == actor);
    let of_role = role.and_then(|r| r.unit.as_ref());
    let unit = of_role.or_else(|| person.and_then(|p| p.unit.as_ref()));
    unit.is_some_and(|u| u.name == wanted)
}

/// The days on which a person holds a role.
fn terms<'a>(
    plan: &'a Plan,
    person: &'a str,
    role: &'a str,
) -> impl Iterator<Item = (i32, i32)> + 'a {
    let held = plan.content.holders.iter();
    held.filter(move |h| h.person.name == person && h.role.name == role)
        .map(|h| term(plan, h))
        .map(|(from, to)| (number(from), number(to)))
}

/// For each name (a list joined by 、) the set of `wanted` words that it holds, as bits.
pub(crate) fn word_bits(wanted: &[String], names: &Dictionary) -> Vec<u64> {
    if wanted.is_empty() {
        return Vec::new();
    }
    names
        .iter()
        .map(|text| {
            text.split('、').fold(0, |bits, one| {
                match wanted.iter().take(64).position(|w| w == one) {
                    Some(at) => bits | 1 << at,
                    None => bits,
                }
            })
        })
        .collect()
}

/// For each name whether it is one of `wanted`; empty when everything is.
pub(crate) fn one_of(wanted: &[String], names: &Dictionary) -> Vec<bool> {
    if wanted.is_empty() {
        return Vec::new();
    }
    names
        .iter()
        .map(|text| wanted.iter().any(|w| w == text))
        .collect()
}

/// Whether the record in this row entered the ledger more than `days` after its day.
#[inline]
pub(crate) fn backfilled(recorded: i32, day: i32, days: i32) -> bool {
    recorded != i32::MIN && recorded.saturating_sub(day) > days
}

/// The text of an id in the ledger.
pub(crate) fn id_text(evidence: &Evidence, code: u32) -> String {
    evidence.ids.shown(code).into_owned()
}
