//! Which duties are off in a plan, and what is left without them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::duties::{card_items, commons, items};
use crate::model::{
    Chain, ClauseRef, DutyRef, File, IncidentKind, Ladder, Meeting, PluginRule, Scorecard, Task,
    Veto,
};
use crate::plan::Inactive;
use crate::remains::Remains;
use crate::scalar::Settable;
use crate::section::Section;

/// Names of duties that are off.
pub(crate) type Off = BTreeMap<String, Option<String>>;

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
pub(crate) fn drop_inactive(content: &mut File, remains: &Remains) -> Vec<Inactive> {
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
        remove(content, &off, remains);
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

/// Takes the duties that are off out of their sections, and their names out of the lists of the others.
fn remove(content: &mut File, off: &Off, remains: &Remains) {
    let names: Arc<[String]> = off.keys().cloned().collect();
    macro_rules! left {
        ($($section:ident $without:ident)+) => { $(
            let left = remains.of(stringify!($section), &content.$section, &names, |section| {
                section.retain(|d| !off.contains_key(&d.duty.id.name));
                $without(section, off);
            });
            content.$section = left;
        )+ };
    }
    left!(meetings serve activities stay tasks wait documents stay coverage stay rosters stay each_needs stay
        rewards stay rules stay plugins look_at vetoes fail ladders rise scorecards score);
    content.penalties = remains.of("penalties", &content.penalties, &names, |penalties| {
        penalties.retain(|p| !off.contains_key(&p.id.name));
        for penalty in penalties.iter_mut_if(|p| any_off(off, &p.on)) {
            keep(off, &mut penalty.on);
        }
    });
    content.incidents = remains.of("incidents", &content.incidents, &names, |incidents| {
        let answered =
            |kind: &IncidentKind| kind.respond.iter().any(|r| off.contains_key(&r.id.name));
        for kind in incidents.iter_mut_if(answered) {
            kind.respond.retain(|r| !off.contains_key(&r.id.name));
        }
    });
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
        after.is_some_and(|name| off.contains_key(name))
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
