//! `amount-negative`: a sum of money below nothing. A range of money whose ends are swapped.

use luoshi_diagnostics::{Code, Note, Place};

use super::Context;
use crate::model::EffectKeys;
use crate::scalar::Money;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    let mut check = |anchor: &Place, path: &[&str], sum: Option<Money>| {
        if let Some(sum) = sum.filter(|sum| sum.0 < 0) {
            let note = cx.note(Code::AmountNegative, anchor, path);
            notes.push(note.arg("value", sum.to_string()));
        }
    };
    for roster in &cx.fresh.rosters {
        let (anchor, absence) = (&roster.duty.id.place, roster.absence.as_ref());
        check(
            anchor,
            &["absence", "deduct"],
            absence.and_then(|a| a.deduct),
        );
        check(anchor, &["absence", "cap"], absence.and_then(|a| a.cap));
    }
    for reward in &cx.fresh.rewards {
        let (anchor, amount) = (&reward.duty.id.place, reward.amount.as_ref());
        check(anchor, &["amount", "min"], amount.map(|a| a.min));
        check(anchor, &["amount", "max"], amount.map(|a| a.max));
        check(anchor, &["case_cap"], reward.case_cap);
    }
    let deduct = |effect: &EffectKeys| effect.deduct;
    for penalty in &cx.fresh.penalties {
        check(
            &penalty.id.place,
            &["effect", "deduct"],
            deduct(&penalty.effect),
        );
    }
    for veto in &cx.fresh.vetoes {
        check(
            &veto.duty.id.place,
            &["effect", "deduct"],
            deduct(&veto.effect),
        );
    }
    for reward in &cx.fresh.rewards {
        if let Some(amount) = reward.amount.as_ref().filter(|a| a.max < a.min) {
            let note = cx.note(
                Code::SpanReversed,
                &reward.duty.id.place,
                &["amount", "max"],
            );
            let note = note.arg("from", amount.min.to_string());
            notes.push(note.arg("to", amount.max.to_string()));
        }
    }
}
