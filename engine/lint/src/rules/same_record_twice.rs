//! `same-record-twice`: two duties that ask the same people for the same kind of record, about the
//! same subjects and equally often. One record could serve both.
//!
//! Reports of one sender with one rhythm, and rounds of the same units to the same subjects. Papers
//! that decide or lay down something differ by what they say, and meetings are compared by who attends.

use std::collections::BTreeMap;

use luoshi_calendar::Unit;
use luoshi_diagnostics::{Code, Note};
use luoshi_plan::Settable;
use luoshi_plan::model::{CadenceKeys, Evidence};

use crate::context::Context;
use crate::work::{Sort, Work, works};

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    let mut first: BTreeMap<Asked<'_>, Work<'_>> = BTreeMap::new();
    for work in works(cx.content()) {
        let Some(asked) = asked(&work) else { continue };
        let Some(one) = first.get(&asked) else {
            first.insert(asked, work);
            continue;
        };
        if !cx.own(&work.id.place) {
            continue;
        }
        let how = match work.sort {
            Sort::Document => "reports",
            _ => "rounds",
        };
        let note = cx.note(Code::SameRecordTwice, &work.id.place, &[]);
        let note = note
            .arg("how", how)
            .arg("name", work.name)
            .arg("other", one.name);
        notes.push(note.and(one.id.place.clone(), "label-same-record"));
    }
}

/// What a duty asks for: sort, kind of record, who, for whom, how often.
type Asked<'a> = (
    Sort,
    Evidence,
    Vec<&'a str>,
    Vec<&'a str>,
    (Unit, Option<u32>, Option<u32>),
);

fn asked<'a>(work: &Work<'a>) -> Option<Asked<'a>> {
    let evidence = work.evidence?;
    let mut who: Vec<&str> = work
        .actors
        .iter()
        .map(|actor| actor.name.as_str())
        .collect();
    let mut whom: Vec<&str> = work.for_each.iter().map(|set| set.name.as_str()).collect();
    let alike = match work.sort {
        Sort::Document => evidence == Evidence::Report,
        Sort::Activity => !who.is_empty() && !whom.is_empty(),
        _ => false,
    };
    let Settable::Set(CadenceKeys {
        every,
        at_least,
        exactly,
        ..
    }) = work.cadence?
    else {
        return None;
    };
    who.extend(work.responsible.map(|role| role.name.as_str()));
    who.sort_unstable();
    whom.sort_unstable();
    (alike && !who.is_empty()).then_some((
        work.sort,
        evidence,
        who,
        whom,
        (*every, *at_least, *exactly),
    ))
}
