//! What a plan adds to its packages' duties, and which of them are off.

use std::collections::{BTreeMap, BTreeSet};

use luoshi_diagnostics::{Code, FileId, Note};

use crate::duties::{card_items, clauses_mut, commons, items};
use crate::model::{
    Chain, ClauseRef, DutyRef, File, IncidentKind, LocalPlanning, Meeting, Planning, Roster,
    Scorecard, Task,
};
use crate::plan::Inactive;
use crate::scalar::Settable;

/// Names of duties that are off.
pub(crate) type Off = BTreeMap<String, Option<String>>;

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

/// The duties that are off, with the reason of those that are disabled.
pub(crate) fn off(content: &File) -> Off {
    let mut off: Off = Off::new();
    for (_, duty) in commons(content) {
        if duty.active == Settable::Set(false) {
            off.insert(duty.id.name.clone(), None);
        }
    }
    for response in content.incidents.iter().flat_map(|kind| &kind.respond) {
        if response.active == Settable::Set(false) {
            off.insert(response.id.name.clone(), None);
        }
    }
    for entry in &content.disable {
        off.insert(entry.duty.name.clone(), Some(entry.reason.clone()));
    }
    loop {
        let more = baseless(content, &off);
        if more.is_empty() {
            break;
        }
        off.extend(more.into_iter().map(|name| (name, None)));
    }
    off
}

/// Takes out the duties that are disabled or not active, and all that cannot stand without them.
pub(crate) fn drop_inactive(content: &mut File) -> Vec<Inactive> {
    let off = off(content);
    let chains = content.chains.iter().filter(|chain| is_off_chain(chain));
    let chains: Vec<Inactive> = chains
        .map(|chain| Inactive {
            duty: chain.id.name.clone(),
            name: chain.name.clone(),
            optional: false,
            reason: None,
            clauses: names(&chain.clauses),
        })
        .collect();
    content.chains.retain(|chain| !is_off_chain(chain));
    let inactive = items(content)
        .filter_map(|item| {
            Some(Inactive {
                reason: off.get(&item.id.name)?.clone(),
                duty: item.id.name.clone(),
                name: item.name.to_owned(),
                optional: item.common.is_some_and(|d| d.optional),
                clauses: names(item.clauses),
            })
        })
        .chain(chains)
        .collect();
    if !off.is_empty() {
        remove(content, &off);
        forget(content, &off);
    }
    inactive
}

fn names(clauses: &[ClauseRef]) -> Vec<String> {
    clauses.iter().map(|c| c.name.clone()).collect()
}

/// Chains have names of their own, which may be those of duties too.
pub(crate) fn is_off_chain(chain: &Chain) -> bool {
    chain.active == Settable::Set(false)
}

fn is_off(off: &Off, duty: &DutyRef) -> bool {
    off.contains_key(&duty.name)
}

/// Vetoes, penalties, ladders and plugins that are about nothing but duties that are off.
/// To judge them by what is left of their conditions would make them harsher than written, and a
/// plugin to which no duty is named would be shown the records of all.
fn baseless(content: &File, off: &Off) -> Vec<String> {
    let all_off = |duties: &[DutyRef]| !duties.is_empty() && duties.iter().all(|d| is_off(off, d));
    let vetoes = content.vetoes.iter().filter(|v| {
        let lapse = v.when.lapse.as_ref().is_some_and(|l| is_off(off, &l.duty));
        let rule = v.when.rule.as_ref().is_some_and(|r| is_off(off, r));
        lapse || rule || all_off(&v.when.failed)
    });
    let penalties = content.penalties.iter().filter(|p| all_off(&p.on));
    let ladders = content
        .ladders
        .iter()
        .filter(|l| l.trigger.incidents.is_empty() && all_off(&l.trigger.failed));
    let plugins = content.plugins.iter().filter(|p| all_off(&p.of));
    let names = vetoes
        .map(|v| &v.duty.id.name)
        .chain(penalties.map(|p| &p.id.name))
        .chain(ladders.map(|l| &l.duty.id.name))
        .chain(plugins.map(|p| &p.duty.id.name));
    let fresh: BTreeSet<&String> = names.filter(|name| !off.contains_key(*name)).collect();
    fresh.into_iter().cloned().collect()
}

fn remove(content: &mut File, off: &Off) {
    macro_rules! common {
        ($($section:ident)+) => { $( content.$section.retain(|d| !off.contains_key(&d.duty.id.name)); )+ };
    }
    common!(meetings activities tasks documents coverage rosters each_needs rewards rules plugins vetoes ladders);
    common!(scorecards);
    content.penalties.retain(|p| !off.contains_key(&p.id.name));
    let answered = |kind: &IncidentKind| kind.respond.iter().any(|r| off.contains_key(&r.id.name));
    for kind in content.incidents.iter_mut_if(answered) {
        kind.respond.retain(|r| !off.contains_key(&r.id.name));
    }
}

/// Takes the names of duties that are off out of the lists of the others.
fn forget(content: &mut File, off: &Off) {
    let off_in = |duties: &[DutyRef]| duties.iter().any(|d| is_off(off, d));
    let keep = |duties: &mut Vec<DutyRef>| duties.retain(|d| !is_off(off, d));
    let serves = |m: &Meeting| m.serves_also.iter().any(|s| is_off(off, &s.0.duty));
    for meeting in content.meetings.iter_mut_if(serves) {
        meeting.serves_also.retain(|s| !is_off(off, &s.0.duty));
    }
    let penalties = content.penalties.iter_mut_if(|p| off_in(&p.on));
    penalties.for_each(|p| keep(&mut p.on));
    let plugins = content.plugins.iter_mut_if(|p| off_in(&p.of));
    plugins.for_each(|p| keep(&mut p.of));
    let vetoes = content.vetoes.iter_mut_if(|v| off_in(&v.when.failed));
    vetoes.for_each(|v| keep(&mut v.when.failed));
    let ladders = content.ladders.iter_mut_if(|l| off_in(&l.trigger.failed));
    ladders.for_each(|l| keep(&mut l.trigger.failed));
    // So long after something that will not be done is no deadline at all.
    let waits = |task: &Task| {
        let after = task.due.get().and_then(|due| due.after.as_ref());
        after.is_some_and(|name| off.contains_key(name))
    };
    for task in content.tasks.iter_mut_if(|t| off_in(&t.after) || waits(t)) {
        keep(&mut task.after);
        if waits(task) {
            task.due = Settable::Unset(None);
        }
    }
    let counts = |card: &Scorecard| {
        let downgraded = card.downgrades.iter().any(|d| off_in(&d.on));
        downgraded || off_in(&card.vetoes) || card_items(card).any(|i| off_in(&i.of))
    };
    for card in content.scorecards.iter_mut_if(counts) {
        card.downgrades.iter_mut().for_each(|d| keep(&mut d.on));
        keep(&mut card.vetoes);
        let sections = card.sections.iter_mut().flat_map(|s| &mut s.items);
        for item in sections.chain(card.bonus.iter_mut().flat_map(|b| &mut b.items)) {
            keep(&mut item.of);
        }
    }
}
