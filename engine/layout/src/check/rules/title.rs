//! 7.3.1: the title.

use luoshi_plan::model::DocumentForm;

use super::{Rule, rule};
use crate::check::elements::{flows, kind_named};
use crate::check::judge::{Context, Verdict};
use crate::check::look::Class;
use crate::check::paper::width_of;
use crate::check::properties::Align;
use crate::check::report::Strength::{General, Practice, Required};
use crate::check::report::Why;
use crate::check::units::size;

pub(super) const RULES: &[Rule] = &[
    rule("title-font", "7.3.1", General, font),
    rule("title-size", "7.3.1", General, type_size),
    rule("title-centred", "7.3.1", Required, centred),
    rule("title-blank-lines", "7.3.1", Required, blank_lines),
    rule("title-shape", "7.3.1", Required, shape),
    rule("title-kind", "条例 8", Practice, kind),
    rule("title-issuer", "条例 9(7)", General, issuer),
];

fn font(cx: &Context<'_>, out: &mut Verdict) {
    let own = cx.own_font(|own| &own.fonts.title);
    for at in &cx.found.title {
        cx.judge_font(
            out,
            cx.spot(*at),
            &cx.paragraph(*at).main,
            Class::XiaoBiaoSong,
            &own,
        );
    }
}

fn type_size(cx: &Context<'_>, out: &mut Verdict) {
    for at in &cx.found.title {
        let found = cx.paragraph(*at).main.size;
        if found == 44 {
            out.keeps();
        } else {
            let own = cx.own_says(|own| i64::from(own.title_size) == found);
            out.breaks_own(cx.spot(*at), vec![("found", size(found).into())], own);
        }
    }
}

fn centred(cx: &Context<'_>, out: &mut Verdict) {
    for at in &cx.found.title {
        let paragraph = cx.paragraph(*at);
        if !flows(paragraph) {
            out.cannot_tell(Why::Placed);
            continue;
        }
        let look = &paragraph.look;
        let even = (look.left + look.first - look.right).abs() <= 50;
        out.judge(
            look.align == Align::Centre && even,
            cx.spot(*at),
            Vec::new(),
        );
    }
}

fn blank_lines(cx: &Context<'_>, out: &mut Verdict) {
    let Some(first) = cx.found.title.first().copied() else {
        return;
    };
    if !matches!(cx.found.form, Some(DocumentForm::Official)) {
        return;
    }
    match &cx.found.rule {
        Some(rule) if rule.at < first => cx.judge_gap(out, rule.at, first, 2),
        _ => out.cannot_tell(Why::Preprinted),
    }
}

/// 梯形或菱形: lines that grow, shrink, or grow and then shrink. Of lines that the editor breaks nothing is known.
fn shape(cx: &Context<'_>, out: &mut Verdict) {
    let Some(first) = cx.found.title.first().copied() else {
        return;
    };
    let lines: Vec<i64> = cx
        .found
        .title
        .iter()
        .flat_map(|at| cx.text(*at).split('\n'))
        .map(|line| width_of(line.trim()))
        .collect();
    let paragraph = cx.paragraph(first);
    let section = cx.section(paragraph);
    let room = section.text_width() * 100 / paragraph.advance(section);
    if lines.iter().any(|line| *line > room) {
        return out.cannot_tell(Why::Paging);
    }
    if lines.len() < 2 {
        return out.keeps();
    }
    let waist = lines.windows(3).any(|l| l[1] < l[0] && l[1] < l[2]);
    let even = lines.windows(2).all(|l| (l[0] - l[1]).abs() < 50);
    let how = if even { "block" } else { "waist" };
    out.judge(!waist && !even, cx.spot(first), vec![("how", how.into())]);
}

/// Only of official papers: a table or list has no kind.
fn kind(cx: &Context<'_>, out: &mut Verdict) {
    let (Some(last), Some(_)) = (cx.found.title.last(), cx.found.form) else {
        return;
    };
    let title = cx.found.title_text(cx.paper);
    let title = title.trim_end_matches(|c: char| c.is_whitespace());
    let bare = title.split(['（', '(']).next().unwrap_or_default();
    let found = vec![("text", title.into())];
    out.judge(kind_named(bare).is_some(), cx.spot(*last), found);
}

/// 发文机关名称 + 事由 + 文种.
fn issuer(cx: &Context<'_>, out: &mut Verdict) {
    let (Some(first), Some(DocumentForm::Official | DocumentForm::Letter)) =
        (cx.found.title.first(), cx.found.form)
    else {
        return;
    };
    let title = cx.found.title_text(cx.paper);
    // What is in book marks or begins with 关于 names the matter, not the body.
    let found = vec![("text", title.as_str().into())];
    out.judge(!title.starts_with("关于"), cx.spot(*first), found);
}
