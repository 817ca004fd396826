//! 10.1: letters.

use luoshi_plan::model::DocumentForm;

use super::masthead::top_of;
use super::page_number::numbers;
use super::{Rule, rule};
use crate::check::double_line::double_lines;
use crate::check::judge::{Context, Verdict, footer_spot, whole};
use crate::check::look::is_red;
use crate::check::paper::{Paragraph, Shape};
use crate::check::report::Strength::{Recommended, Required};
use crate::check::report::Why;
use crate::check::units::mm;

pub(super) const RULES: &[Rule] = &[
    rule(
        "letter-masthead-position",
        "10.1",
        Required,
        masthead_position,
    ),
    rule("letter-masthead-word", "10.1", Required, masthead_word),
    rule("letter-lines", "10.1", Required, lines),
    rule("letter-line-width", "10.1", Required, line_width),
    rule("letter-line-colour", "10.1", Recommended, line_colour),
    rule(
        "letter-first-page-number",
        "10.1",
        Required,
        first_page_number,
    ),
    rule("letter-imprint", "10.1", Required, imprint),
];

fn masthead_position(cx: &Context<'_>, out: &mut Verdict) {
    let (Some(at), true) = (cx.found.masthead.first(), cx.is(DocumentForm::Letter)) else {
        return;
    };
    let paragraph = cx.paragraph(*at);
    let Some(top) = top_of(cx, *at, cx.section(paragraph)) else {
        return out.cannot_tell(Why::Placed);
    };
    // 30 mm below the edge of the paper.
    match (top - 1_701).abs() {
        off if off <= 170 => out.keeps(),
        off if off <= 454 => out.cannot_tell(Why::Close),
        _ => out.breaks(cx.spot(*at), vec![("found", mm(top).into())]),
    }
}

/// The name of the body alone.
fn masthead_word(cx: &Context<'_>, out: &mut Verdict) {
    if !cx.is(DocumentForm::Letter) {
        return;
    }
    for at in &cx.found.masthead {
        let text = cx.text(*at);
        out.judge(
            !text.ends_with("函件") && !text.ends_with('函'),
            cx.spot(*at),
            vec![("text", text.into())],
        );
    }
}

/// Thick over thin below the masthead, thin over thick at the foot of the page.
fn lines(cx: &Context<'_>, out: &mut Verdict) {
    if !cx.is(DocumentForm::Letter) {
        return;
    }
    let found = double_lines(cx.paper);
    let lines = |p: &Paragraph| p.drawings.iter().filter(|d| d.shape == Shape::Line).count();
    let drawn: usize = cx.paper.paragraphs.iter().map(lines).sum();
    if found.len() != 2 && drawn > found.len() {
        // Two drawn lines close together may be meant as one.
        return out.cannot_tell(Why::Placed);
    }
    let how = match found.as_slice() {
        [upper, lower] if upper.thick_first && !lower.thick_first => return out.keeps(),
        [_, _] => "order",
        _ => "count",
    };
    out.breaks(whole(), vec![("how", how.into())]);
}

fn line_width(cx: &Context<'_>, out: &mut Verdict) {
    if !cx.is(DocumentForm::Letter) {
        return;
    }
    for line in double_lines(cx.paper) {
        match line.width {
            None => out.cannot_tell(Why::Placed),
            Some(width) => {
                let holds = (width - 9_638).abs() <= 114;
                out.judge(holds, whole(), vec![("found", mm(width).into())]);
            }
        }
    }
}

fn line_colour(cx: &Context<'_>, out: &mut Verdict) {
    if !cx.is(DocumentForm::Letter) {
        return;
    }
    for line in double_lines(cx.paper) {
        if line.colour.is_empty() {
            out.cannot_tell(Why::Placed);
        } else {
            let found = vec![("colour", line.colour.as_str().into())];
            out.judge(is_red(&line.colour), whole(), found);
        }
    }
}

fn first_page_number(cx: &Context<'_>, out: &mut Verdict) {
    let (Some(section), true) = (cx.paper.sections.first(), cx.is(DocumentForm::Letter)) else {
        return;
    };
    let none = if section.title_page {
        let first = section.footers.first.iter().flat_map(|story| story.iter());
        !first.into_iter().any(|p| p.page_number)
    } else {
        numbers(cx).iter().all(Option::is_none)
    };
    out.judge(none, footer_spot(None), Vec::new());
}

/// Without printing body and day, and without lines.
fn imprint(cx: &Context<'_>, out: &mut Verdict) {
    if !cx.is(DocumentForm::Letter) {
        return;
    }
    for at in &cx.found.imprint {
        let text = cx.text(*at);
        let paragraph = cx.paragraph(*at);
        let lined = paragraph.look.top.is_some() || paragraph.look.bottom.is_some();
        let how = if text.contains("印发") {
            "printed"
        } else {
            "lines"
        };
        out.judge(
            !text.contains("印发") && !lined,
            cx.spot(*at),
            vec![("how", how.into())],
        );
    }
}
