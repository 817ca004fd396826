//! 7.2.5: the issuing number.

use luoshi_plan::model::DocumentForm;

use super::{Rule, rule};
use crate::check::elements::flows;
use crate::check::judge::{Context, Verdict};
use crate::check::properties::Align;
use crate::check::report::Strength::Required;
use crate::check::report::Why;
use crate::check::words::Number;

pub(super) const RULES: &[Rule] = &[
    rule("number-brackets", "7.2.5", Required, brackets),
    rule("number-year", "7.2.5", Required, year),
    rule("number-ordinal", "7.2.5", Required, ordinal),
    rule("number-leading-zero", "7.2.5", Required, leading_zero),
    rule("number-digits", "7.2.5", Required, digits),
    rule("number-end", "7.2.5", Required, end),
    rule("number-blank-lines", "7.2.5", Required, blank_lines),
    rule("number-place", "7.2.5", Required, place),
];

/// Judges what is written of the number; nothing of a number that is still open.
fn judge(cx: &Context<'_>, out: &mut Verdict, holds: impl Fn(&Number) -> bool) {
    let Some((at, number)) = &cx.found.number else {
        return;
    };
    if number.waits {
        return out.cannot_tell(Why::Open);
    }
    let found = vec![("text", number.text.as_str().into())];
    out.judge(holds(number), cx.spot(*at), found);
}

fn brackets(cx: &Context<'_>, out: &mut Verdict) {
    judge(cx, out, |n| n.open == '〔' && n.close == '〕');
}

fn year(cx: &Context<'_>, out: &mut Verdict) {
    judge(cx, out, |n| n.year.chars().count() == 4);
}

fn ordinal(cx: &Context<'_>, out: &mut Verdict) {
    judge(cx, out, |n| !n.serial.starts_with('第'));
}

fn leading_zero(cx: &Context<'_>, out: &mut Verdict) {
    judge(cx, out, |n| {
        !n.serial.trim_start_matches('第').trim().starts_with('0')
    });
}

fn digits(cx: &Context<'_>, out: &mut Verdict) {
    judge(cx, out, |n| {
        let serial = n.serial.trim_start_matches('第').trim();
        let arabic = |t: &str| t.bytes().all(|b| b.is_ascii_digit());
        arabic(serial) && arabic(n.year.trim_end_matches('年'))
    });
}

fn end(cx: &Context<'_>, out: &mut Verdict) {
    judge(cx, out, |n| n.ends);
}

fn blank_lines(cx: &Context<'_>, out: &mut Verdict) {
    let (Some((at, _)), true) = (&cx.found.number, cx.has_general_head()) else {
        return;
    };
    match cx.found.masthead.last() {
        None => out.cannot_tell(Why::Preprinted),
        // Two signatories stand above the line of the number.
        Some(_) if cx.found.signatory.is_some_and(|s| s < *at) => out.cannot_tell(Why::Placed),
        Some(masthead) => cx.judge_gap(out, *masthead, *at, 2),
    }
}

fn place(cx: &Context<'_>, out: &mut Verdict) {
    let (Some((at, number)), Some(form)) = (&cx.found.number, cx.found.form) else {
        return;
    };
    let paragraph = cx.paragraph(*at);
    let edge = cx.section(paragraph).text_width();
    let last = cx.text(*at).ends_with(&number.text);
    let tab = paragraph.look.right_tab.filter(|_| last && !number.begins);
    if form == DocumentForm::Letter && tab.is_some_and(|tab| (tab - edge).abs() <= 57) {
        return out.keeps();
    }
    // Behind another tab it stands where that leads.
    if !flows(paragraph) || !number.begins {
        return out.cannot_tell(Why::Placed);
    }
    let look = &paragraph.look;
    let left = matches!(look.align, Align::Left | Align::Both);
    let shared = cx.text(*at).contains("签发人");
    let (holds, wanted) = match form {
        DocumentForm::Letter => (
            look.align == Align::Right && look.right.abs() <= 50,
            "letter",
        ),
        _ if cx.found.signatory.is_some() => {
            let spread = shared && look.align == Align::Spread;
            let inside = (50..=150).contains(&paragraph.opening());
            ((left && inside) || spread, "up")
        }
        // A number that is moved with tabs or spaces may still be centred.
        _ if left && cx.paragraph(*at).text.starts_with(['\t', ' ', '　']) => {
            return out.cannot_tell(Why::Placed);
        }
        DocumentForm::Minutes => return out.keeps(),
        _ => {
            let even = (look.left + look.first - look.right).abs() <= 50;
            (look.align == Align::Centre && even, "centre")
        }
    };
    out.judge(holds, cx.spot(*at), vec![("wanted", wanted.into())]);
}
