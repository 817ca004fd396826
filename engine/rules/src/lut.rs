//! Tables from the numbers of a ledger's dictionary to what the plan knows under that name.

use luoshi_evidence::{Dictionary, Evidence};
use luoshi_plan::Plan;

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

/// Like [`subject_rows`], and a subject that lies in that of a row belongs to the row too: what
/// happens in a hamlet happens in its village.
pub(crate) fn places_rows(plan: &Plan, rows: &[Row], names: &Dictionary) -> Vec<u16> {
    let mut table = subject_rows(plan, rows, names);
    if rows.len() == 1 && rows[0].subject.is_none() {
        return table;
    }
    for subject in plan.subjects.iter().filter(|s| s.lies_in.is_some()) {
        let Some(code) = names.code(&subject.id.name) else {
            continue;
        };
        if table[code as usize] == NONE {
            let at = plan.subject_index.get(&subject.id.name).copied();
            let row = rows.iter().position(|row| lies_in(plan, at, row.subject));
            table[code as usize] = row.and_then(|r| u16::try_from(r).ok()).unwrap_or(NONE);
        }
    }
    table
}

/// Whether a subject is another or lies in it, at any depth. Everything lies in the jurisdiction.
pub(crate) fn lies_in(plan: &Plan, subject: Option<usize>, whole: Option<u32>) -> bool {
    let Some(whole) = whole.map(|w| w as usize) else {
        return true;
    };
    let mut at = subject;
    // Cut after as many steps as there are subjects, should they lie in each other in a circle.
    for _ in 0..=plan.subjects.len() {
        let Some(here) = at else { return false };
        if here == whole {
            return true;
        }
        let outer = plan.subjects[here].lies_in.as_ref();
        at = outer.and_then(|o| plan.subject_index.get(&o.name).copied());
    }
    false
}

/// For each name (which may be a list joined by 、) the set of `wanted` that it names, as bits.
///
/// A staff number also stands for its unit and for the roles that it holds; a role for its unit.
pub(crate) fn actor_bits(plan: &Plan, wanted: &[String], names: &Dictionary) -> Vec<u64> {
    names
        .iter()
        .map(|text| {
            text.split('、')
                .filter(|t| !t.is_empty())
                .fold(0, |bits, one| {
                    bits | wanted.iter().enumerate().take(64).fold(0, |b, (at, w)| {
                        b | (u64::from(stands_for(plan, one, w)) << at)
                    })
                })
        })
        .collect()
}

fn stands_for(plan: &Plan, actor: &str, wanted: &str) -> bool {
    if actor == wanted {
        return true;
    }
    let content = &plan.content;
    let unit_of_role = |role: &str| {
        content
            .roles
            .iter()
            .find(|r| r.id.name == role)
            .and_then(|r| r.unit.as_ref())
            .is_some_and(|u| u.name == wanted)
    };
    if unit_of_role(actor) {
        return true;
    }
    let person = content.persons.iter().find(|p| p.staff.name == actor);
    person.is_some_and(|p| p.unit.as_ref().is_some_and(|u| u.name == wanted))
        || content
            .holders
            .iter()
            .any(|h| h.person.name == actor && h.role.name == wanted)
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
    evidence.ids.text(code).to_owned()
}
