//! `punished-twice`: one fact that costs points, a grade or money twice.

use std::collections::BTreeMap;

use luoshi_diagnostics::{Code, Note, Place};
use luoshi_plan::model::Scorecard;

use crate::context::Context;

/// A fact: a failure of a duty or of a side of it, or a case of a kind.
type Fact<'a> = (&'a str, &'static str);

/// What punishes it: its name, and where it says so.
type Punishment<'a> = (&'a str, &'a Place);

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    if cx.limit("double_punishment").is_none() {
        return;
    }
    for card in &cx.content().scorecards {
        report(cx, &of_card(cx, card), notes);
    }
    report(cx, &of_penalties(cx), notes);
}

fn report(cx: &Context<'_>, all: &BTreeMap<Fact<'_>, Vec<Punishment<'_>>>, notes: &mut Vec<Note>) {
    for ((fact, _), by) in all.iter().filter(|(_, by)| by.len() > 1) {
        let Some(at) = (0..by.len()).rev().find(|at| cx.own(by[*at].1)) else {
            continue;
        };
        let (other, there) = by[if at == 0 { 1 } else { 0 }];
        let note = Note::new(Code::PunishedTwice).at(by[at].1.clone());
        notes.push(
            note.arg("fact", called(cx, fact))
                .arg("name", by[at].0)
                .arg("other", other)
                .and(there.clone(), "punished-twice-other"),
        );
    }
}

/// Items and downgrades of one card, and vetoes that ask for nothing more than what items deduct for.
fn of_card<'a>(
    cx: &'a Context<'_>,
    card: &'a Scorecard,
) -> BTreeMap<Fact<'a>, Vec<Punishment<'a>>> {
    let mut all: BTreeMap<Fact<'a>, Vec<Punishment<'a>>> = BTreeMap::new();
    for item in card.sections.iter().flat_map(|s| &s.items) {
        let facet = item.facet.map_or("", |facet| facet.word());
        for duty in &item.of {
            all.entry((&duty.name, facet))
                .or_default()
                .push((&item.name, &duty.place));
        }
        for kind in &item.incidents {
            all.entry((&kind.name, "incident"))
                .or_default()
                .push((&item.name, &kind.place));
        }
    }
    for duty in card.downgrades.iter().flat_map(|d| &d.on) {
        all.entry((&duty.name, ""))
            .or_default()
            .push((&card.duty.name, &duty.place));
    }
    let linked = |name: &str| card.vetoes.iter().any(|v| v.name == name);
    for veto in cx
        .content()
        .vetoes
        .iter()
        .filter(|v| linked(&v.duty.id.name))
    {
        let when = &veto.when;
        let bare = when.lapse.is_none() && !when.finding_required && when.rule.is_none();
        for duty in when
            .failed
            .iter()
            .filter(|_| bare && when.incidents.is_empty())
        {
            all.entry((&duty.name, ""))
                .or_default()
                .push((&veto.duty.name, &duty.place));
        }
        for kind in when
            .incidents
            .iter()
            .filter(|_| bare && when.failed.is_empty())
        {
            all.entry((&kind.name, "incident"))
                .or_default()
                .push((&veto.duty.name, &kind.place));
        }
    }
    all
}

fn of_penalties<'a>(cx: &'a Context<'_>) -> BTreeMap<Fact<'a>, Vec<Punishment<'a>>> {
    let mut all: BTreeMap<Fact<'a>, Vec<Punishment<'a>>> = BTreeMap::new();
    for penalty in &cx.content().penalties {
        for duty in &penalty.on {
            all.entry((&duty.name, ""))
                .or_default()
                .push((&penalty.name, &duty.place));
        }
    }
    all
}

fn called(cx: &Context<'_>, id: &str) -> String {
    let works = crate::work::works(cx.content()).map(|w| (w.id.name.as_str(), w.name));
    let kinds = cx
        .content()
        .incidents
        .iter()
        .map(|k| (k.id.name.as_str(), k.name.as_str()));
    let mut all = works.chain(kinds);
    all.find(|(other, _)| *other == id)
        .map_or(id, |(_, name)| name)
        .to_owned()
}
