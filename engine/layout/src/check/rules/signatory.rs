//! 7.2.6: who signed a document to a higher body.

use super::{Rule, rule};
use crate::check::elements::flows;
use crate::check::judge::{Context, Verdict};
use crate::check::look::{Class, class};
use crate::check::paper::Run;
use crate::check::report::Strength::{General, Practice, Required};
use crate::check::report::Why;

pub(super) const RULES: &[Rule] = &[
    rule("signatory-missing", "条例 9(6)", Required, missing),
    rule("signatory-downward", "条例 9(6)", Practice, downward),
    rule("signatory-font", "7.2.6", General, font),
    rule("signatory-place", "7.2.6", Required, place),
];

fn missing(cx: &Context<'_>, out: &mut Verdict) {
    if !cx.found.goes_up() || cx.found.form.is_none() {
        return;
    }
    match cx
        .found
        .number
        .as_ref()
        .map(|(at, _)| *at)
        .or(cx.found.masthead.last().copied())
    {
        Some(at) => out.judge(cx.found.signatory.is_some(), cx.spot(at), Vec::new()),
        None => out.cannot_tell(Why::Preprinted),
    }
}

fn downward(cx: &Context<'_>, out: &mut Verdict) {
    if let (Some(at), Some(_)) = (cx.found.signatory, cx.found.kind) {
        out.judge(cx.found.goes_up(), cx.spot(at), Vec::new());
    }
}

/// 签发人 in 仿宋, the name in 楷体.
fn font(cx: &Context<'_>, out: &mut Verdict) {
    let Some(at) = cx.found.signatory else { return };
    let (mut label, mut name) = (None, None);
    let mut behind_label = false;
    for run in &cx.paragraph(at).runs {
        let before = behind_label;
        behind_label |= run.text.contains("签发人");
        let told = run
            .text
            .trim_matches(|c: char| c.is_whitespace() || "：:".contains(c));
        if told.contains("签发人") {
            label = Some(run);
            let behind = told.rsplit("签发人").next().unwrap_or_default();
            if !behind
                .trim_matches(|c: char| c.is_whitespace() || "：:".contains(c))
                .is_empty()
            {
                name = Some(run);
            }
        } else if before && !told.is_empty() && name.is_none() {
            name = Some(run);
        }
    }
    for (run, wanted) in [(label, Class::FangSong), (name, Class::Kai)] {
        let Some(Run { look, .. }) = run else {
            continue;
        };
        if look.east.is_empty() {
            out.cannot_tell(Why::NoFont);
        } else {
            let which = if wanted == Class::Kai {
                "name"
            } else {
                "label"
            };
            let found = vec![("font", look.east.as_str().into()), ("which", which.into())];
            let own = cx.own_says(|own| own.fonts.second == look.east && wanted == Class::Kai);
            if class(&look.east) == wanted {
                out.keeps();
            } else {
                out.breaks_own(cx.spot(at), found, own);
            }
        }
    }
}

/// On the line of the number: the last of them, if there are several.
fn place(cx: &Context<'_>, out: &mut Verdict) {
    let (Some(first), Some((number, _))) = (cx.found.signatory, &cx.found.number) else {
        return;
    };
    let paragraph = cx.paragraph(*number);
    if !flows(paragraph) || !flows(cx.paragraph(first)) {
        return out.cannot_tell(Why::Placed);
    }
    let written = cx.text(*number);
    let beside = written
        .rsplit('号')
        .next()
        .is_some_and(|rest| !rest.trim().is_empty());
    out.judge(beside, cx.spot(first), Vec::new());
}
