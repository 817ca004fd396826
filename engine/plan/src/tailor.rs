//! What a plan adds to its packages' duties, and what it may not disable.

use std::collections::{BTreeMap, BTreeSet};

use luoshi_diagnostics::{Code, FileId, Note};

use crate::duties::{clauses_mut, items};
use crate::model::{DutyRef, File, LocalPlanning, Planning, Roster};

/// Adds the clauses of the `tailor` entries to their duties, and what they say on planning to their rosters;
/// the first of them may be in their duties already.
pub(crate) fn tailor(content: &mut File, done: usize) {
    if content.tailor.len() <= done {
        return;
    }
    let all = std::mem::take(&mut content.tailor);
    let entries = || all.iter().skip(done);
    for entry in entries() {
        let local = entry.planning.as_ref();
        let of = |r: &Roster| local.is_some() && r.duty.id.name == entry.duty.name;
        let roster = content.rosters.iter_mut_if(of).next();
        // A roster that is none, or has no rules of its own, is noted by the checks.
        if let Some((local, planning)) = local.zip(roster.and_then(|r| r.planning.as_mut())) {
            plan_locally(planning, local);
        }
    }
    let names = entries().map(|entry| entry.duty.name.as_str());
    let mut carriers = clauses_mut(content, &names.collect());
    for entry in entries() {
        // A name that names nothing is noted where references are linked.
        let Some(clauses) = carriers.get_mut(entry.duty.name.as_str()) else {
            continue;
        };
        for clause in &entry.clauses {
            if !clauses.iter().any(|c| c.name == clause.name) {
                clauses.push(clause.clone());
            }
        }
    }
    content.tailor = all;
}

fn plan_locally(planning: &mut Planning, local: &LocalPlanning) {
    planning.weekdays.extend(&local.weekdays);
    planning.dates.extend(&local.dates);
    planning.market = local.market.clone().or(planning.market.take());
    planning.together.extend(local.together.iter().cloned());
    planning.apart.extend(local.apart.iter().cloned());
    planning.lighter.extend(local.lighter.iter().cloned());
}

/// Notes what may not be disabled: a duty of the plan itself, or one that is not optional.
pub(crate) fn disable_notes(content: &File, own: &BTreeSet<FileId>) -> Vec<Note> {
    if content.disable.is_empty() {
        return Vec::new();
    }
    let known: BTreeMap<&str, (FileId, bool)> = items(content)
        .map(|i| {
            (
                i.id.name.as_str(),
                (i.id.place.file, i.common.is_some_and(|d| d.optional)),
            )
        })
        .collect();
    let wrong = |duty: &DutyRef| {
        let (file, optional) = *known.get(duty.name.as_str())?;
        let code = match (own.contains(&file), optional) {
            (true, _) => Code::NothingToDisable,
            (false, false) => Code::NotOptional,
            (false, true) => return None,
        };
        let note = Note::new(code).at(duty.place.clone());
        Some(note.arg("name", duty.name.as_str()).arg("near", "none"))
    };
    content
        .disable
        .iter()
        .filter_map(|d| wrong(&d.duty))
        .collect()
}
