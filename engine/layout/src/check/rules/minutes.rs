//! 10.3: minutes. Their layout may follow what a place needs, so nothing here fails a paper.

use luoshi_plan::model::DocumentForm;

use super::{Rule, rule};
use crate::check::judge::{Context, Verdict};
use crate::check::look::{Class, class};
use crate::check::report::Strength::Permitted;
use crate::check::report::Why;

pub(super) const RULES: &[Rule] = &[
    rule("minutes-attendance-indent", "10.3", Permitted, indent),
    rule("minutes-attendance-font", "10.3", Permitted, font),
    rule("minutes-absent-word", "10.3", Permitted, absent_word),
];

fn indent(cx: &Context<'_>, out: &mut Verdict) {
    if !cx.is(DocumentForm::Minutes) {
        return;
    }
    for at in &cx.found.attendance {
        let opening = cx.paragraph(*at).opening();
        out.judge((170..=230).contains(&opening), cx.spot(*at), Vec::new());
    }
}

/// The label in 黑体, the names in 仿宋.
fn font(cx: &Context<'_>, out: &mut Verdict) {
    if !cx.is(DocumentForm::Minutes) {
        return;
    }
    for at in &cx.found.attendance {
        let runs = cx.paragraph(*at).runs.iter();
        let Some(label) = runs.into_iter().find(|r| !r.text.trim().is_empty()) else {
            continue;
        };
        if label.look.east.is_empty() {
            out.cannot_tell(Why::NoFont);
        } else {
            let holds = class(&label.look.east) == Class::Hei;
            out.judge(
                holds,
                cx.spot(*at),
                vec![("font", label.look.east.as_str().into())],
            );
        }
    }
}

fn absent_word(cx: &Context<'_>, out: &mut Verdict) {
    for at in &cx.found.attendance {
        out.judge(!cx.text(*at).starts_with('缺'), cx.spot(*at), Vec::new());
    }
}
