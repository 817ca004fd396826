//! `span-reversed`: a term that ends before it begins.

use jiff::civil::Date;
use luoshi_diagnostics::{Code, Note, Place};

use super::Context;
use crate::duties::commons;
use crate::model::Term;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    let mut check = |anchor: &Place, path: &[&str], from: Option<Date>, to: Option<Date>| {
        if let Some((from, to)) = from.zip(to).filter(|(from, to)| to < from) {
            let note = cx.note(Code::SpanReversed, anchor, path);
            notes.push(note.arg("from", from.to_string()).arg("to", to.to_string()));
        }
    };
    let ends = |term: &Option<Term>| match term {
        Some(term) => (Some(term.from), Some(term.to)),
        None => (None, None),
    };
    if let Some(anchor) = cx.period {
        let (from, to) = ends(&cx.content.head.period);
        check(anchor, &["period", "to"], from, to);
    }
    for (_, duty) in commons(cx.fresh) {
        let (from, to) = ends(&duty.period);
        check(&duty.id.place, &["period", "to"], from, to);
    }
    for holder in &cx.fresh.holders {
        check(&holder.role.place, &["to"], holder.from, holder.to);
    }
    for subject in cx.fresh.subjects.iter().flat_map(|set| &set.members) {
        check(&subject.id.place, &["to"], subject.from, subject.to);
    }
    for indicator in &cx.fresh.indicators {
        let earlier = indicator.baseline.as_ref().map_or(&None, |b| &b.period);
        let (from, to) = ends(earlier);
        check(&indicator.id.place, &["baseline", "period", "to"], from, to);
    }
}
