//! Which duties are off in a plan, and what is left without them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::duties::{Item, card_items, commons, items};
use crate::model::{
    Chain, ClauseRef, DutyRef, File, IncidentKind, Ladder, Meeting, Penalty, PluginRule, Scorecard,
    Task, Veto,
};
use crate::plan::Inactive;
use crate::quiet::nothing;
use crate::remains::{Left, Listed, Remains};
use crate::scalar::Settable;
use crate::section::Section;
use crate::short::Short;

/// Names of duties that are off, with the reason where they are disabled.
pub(crate) type Off = BTreeMap<Short, Option<String>>;

/// The duties that are off, with the reason of those that are disabled.
pub(crate) fn off(content: &File) -> Off {
    let mut off: Off = Off::new();
    for (_, duty) in commons(content) {
        if duty.active == Settable::Set(false) {
            off.insert(duty.id.name.as_str().into(), None);
        }
    }
    for response in content.incidents.iter().flat_map(|kind| &kind.respond) {
        if response.active == Settable::Set(false) {
            off.insert(response.id.name.as_str().into(), None);
        }
    }
    for entry in &content.disable {
        off.insert(entry.duty.name.as_str().into(), Some(entry.reason.clone()));
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
pub(crate) fn drop_inactive(content: &mut File, remains: &Remains) -> Section<Inactive> {
    let off = off(content);
    let chains = content.chains.iter().filter(|chain| is_off_chain(chain));
    let chains: Section<Inactive> = chains
        .map(|chain| Inactive {
            duty: chain.id.name.to_string(),
            name: chain.name.clone(),
            optional: false,
            reason: None,
            clauses: names(&chain.clauses),
        })
        .collect();
    content.chains.retain(|chain| !is_off_chain(chain));
    let mut inactive = Section::of_shared(remove(content, &off, remains).into_iter());
    if !content.disable.is_empty() {
        let reason = |duty: &Inactive| off.get(duty.duty.as_str())?.clone();
        for duty in inactive.iter_mut_if(|duty| reason(duty).is_some()) {
            duty.reason = reason(duty);
        }
    }
    inactive.append(chains);
    inactive
}

/// What is off in a section that is all of a file, by whether it has the common keys of a duty; the reasons are a plan's own.
fn listed(file: &File, off: &Off) -> (Listed, Listed) {
    let inactive = |item: Item<'_>| {
        Arc::new(Inactive {
            reason: None,
            duty: item.id.name.to_string(),
            name: item.name.to_owned(),
            optional: item.common.is_some_and(|d| d.optional),
            clauses: names(item.clauses),
        })
    };
    let items = items(file).filter(|item| off.contains_key(item.id.name.as_str()));
    let (duties, others): (Vec<_>, Vec<_>) = items.partition(|item| item.common.is_some());
    let all = |items: Vec<Item<'_>>| items.into_iter().map(inactive).collect();
    (all(duties), all(others))
}

fn names(clauses: &[ClauseRef]) -> Vec<String> {
    clauses.iter().map(|c| c.name.to_string()).collect()
}

/// Chains have names of their own, which may be those of duties too.
pub(crate) fn is_off_chain(chain: &Chain) -> bool {
    chain.active == Settable::Set(false)
}

fn is_off(off: &Off, duty: &DutyRef) -> bool {
    off.contains_key(duty.name.as_str())
}

/// Vetoes, penalties, ladders and plugins that are about nothing but duties that are off.
/// To judge them by what is left of their conditions would make them harsher than written, and a
/// plugin to which no duty is named would be shown the records of all.
fn baseless(content: &File, off: &Off) -> Vec<Short> {
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
    let names = names.map(|name| Short::from(name.as_str()));
    let fresh: BTreeSet<Short> = names.filter(|name| !off.contains_key(name)).collect();
    fresh.into_iter().collect()
}

/// Takes the duties that are off out of their sections, and their names out of the lists of the others; says which they are.
fn remove(content: &mut File, off: &Off, remains: &Remains) -> Vec<Arc<Inactive>> {
    if off.is_empty() {
        return Vec::new();
    }
    let names = remains.names(off.keys().cloned().collect());
    let mut inactive = Vec::new();
    let mut others: Vec<Listed> = Vec::new();
    // The section, what its own duties go by, and what takes names out of the rest. Sections whose entries are no duties
    // themselves, or have not all common keys of one, stand in the order in which theirs are told, after all others.
    macro_rules! left {
        ($($section:ident $([$($id:tt)+])? $without:ident)+) => { $(
            let left = remains.of(&content.$section, &names, |$section| {
                let mut file = File { $section, ..nothing() };
                let (duties, others) = listed(&file, off);
                $( file.$section.retain(|d| !off.contains_key(d.$($id)+.name.as_str())); )?
                $without(&mut file.$section, off);
                Left { section: file.$section, duties, others }
            });
            content.$section = left.section;
            inactive.extend_from_slice(&left.duties);
            others.push(left.others);
        )+ };
    }
    left!(meetings [duty.id] serve activities [duty.id] stay tasks [duty.id] wait documents [duty.id] stay
        coverage [duty.id] stay rosters [duty.id] stay each_needs [duty.id] stay rewards [duty.id] stay
        rules [duty.id] stay plugins [duty.id] look_at vetoes [duty.id] fail ladders [duty.id] rise
        incidents answer indicators stay penalties [id] punish scorecards [duty.id] score guidance stay);
    inactive.extend(others.iter().flat_map(|others| others.iter().cloned()));
    inactive
}

fn punish(penalties: &mut Section<Penalty>, off: &Off) {
    for penalty in penalties.iter_mut_if(|p| any_off(off, &p.on)) {
        keep(off, &mut penalty.on);
    }
}

fn answer(incidents: &mut Section<IncidentKind>, off: &Off) {
    let answered = |kind: &IncidentKind| {
        kind.respond
            .iter()
            .any(|r| off.contains_key(r.id.name.as_str()))
    };
    for kind in incidents.iter_mut_if(answered) {
        kind.respond
            .retain(|r| !off.contains_key(r.id.name.as_str()));
    }
}

fn any_off(off: &Off, duties: &[DutyRef]) -> bool {
    duties.iter().any(|duty| is_off(off, duty))
}

fn keep(off: &Off, duties: &mut Vec<DutyRef>) {
    duties.retain(|duty| !is_off(off, duty));
}

/// These name no duty.
fn stay<T>(_: &mut Section<T>, _: &Off) {}

fn serve(meetings: &mut Section<Meeting>, off: &Off) {
    let serves = |m: &Meeting| m.serves_also.iter().any(|s| is_off(off, &s.0.duty));
    for meeting in meetings.iter_mut_if(serves) {
        meeting.serves_also.retain(|s| !is_off(off, &s.0.duty));
    }
}

fn look_at(plugins: &mut Section<PluginRule>, off: &Off) {
    for plugin in plugins.iter_mut_if(|p| any_off(off, &p.of)) {
        keep(off, &mut plugin.of);
    }
}

fn fail(vetoes: &mut Section<Veto>, off: &Off) {
    for veto in vetoes.iter_mut_if(|v| any_off(off, &v.when.failed)) {
        keep(off, &mut veto.when.failed);
    }
}

fn rise(ladders: &mut Section<Ladder>, off: &Off) {
    for ladder in ladders.iter_mut_if(|l| any_off(off, &l.trigger.failed)) {
        keep(off, &mut ladder.trigger.failed);
    }
}

/// So long after something that will not be done is no deadline at all.
fn wait(tasks: &mut Section<Task>, off: &Off) {
    let waits = |task: &Task| {
        let after = task.due.get().and_then(|due| due.after.as_ref());
        after.is_some_and(|name| off.contains_key(name.as_str()))
    };
    for task in tasks.iter_mut_if(|t| any_off(off, &t.after) || waits(t)) {
        keep(off, &mut task.after);
        if waits(task) {
            task.due = Settable::Unset(None);
        }
    }
}

fn score(scorecards: &mut Section<Scorecard>, off: &Off) {
    let counts = |card: &Scorecard| {
        let downgraded = card.downgrades.iter().any(|d| any_off(off, &d.on));
        downgraded || any_off(off, &card.vetoes) || card_items(card).any(|i| any_off(off, &i.of))
    };
    for card in scorecards.iter_mut_if(counts) {
        card.downgrades
            .iter_mut()
            .for_each(|d| keep(off, &mut d.on));
        keep(off, &mut card.vetoes);
        let sections = card.sections.iter_mut().flat_map(|s| &mut s.items);
        for item in sections.chain(card.bonus.iter_mut().flat_map(|b| &mut b.items)) {
            keep(off, &mut item.of);
        }
    }
}
