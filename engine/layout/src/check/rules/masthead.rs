//! 7.2.1 to 7.2.4: marks at the top of the head, and the masthead.

use luoshi_plan::model::DocumentForm;

use super::{Rule, rule};
use crate::check::elements::flows;
use crate::check::judge::{Context, Verdict};
use crate::check::look::{Class, is_red};
use crate::check::paper::{Part, Section};
use crate::check::properties::Align;
use crate::check::report::Strength::{General, Recommended, Required};
use crate::check::report::{Element, Why};
use crate::check::units::{mm, size};

pub(super) const RULES: &[Rule] = &[
    rule("copy-number", "7.2.1", General, copy_number),
    rule("head-marks-font", "7.2.2", General, head_marks_font),
    rule("head-marks-flush", "7.2.3", Required, head_marks_flush),
    rule("head-marks-order", "7.2.3", Required, head_marks_order),
    rule("urgency-word", "条例 9(4)", Required, urgency_word),
    rule("masthead-position", "7.2.4", Required, masthead_position),
    rule("order-masthead-position", "10.2", Required, order_position),
    rule("masthead-centred", "7.2.4", Required, masthead_centred),
    rule("masthead-font", "7.2.4", Recommended, masthead_font),
    rule("masthead-colour", "7.2.4", Recommended, masthead_colour),
];

/// 35 mm below the upper edge of the text.
const BELOW: i64 = 1_984;
/// What the estimate of a line of unknown height may be wrong by: 3 mm, and 8 mm for certain.
const SURE: [i64; 2] = [170, 454];

fn copy_number(cx: &Context<'_>, out: &mut Verdict) {
    for (at, _) in cx
        .found
        .marks
        .iter()
        .filter(|(_, e)| *e == Element::CopyNumber)
    {
        let text = cx.text(*at);
        let six = text.len() == 6 && text.bytes().all(|b| b.is_ascii_digit());
        out.judge(six, cx.spot(*at), vec![("text", text.into())]);
    }
}

fn head_marks_font(cx: &Context<'_>, out: &mut Verdict) {
    for (at, element) in &cx.found.marks {
        let look = &cx.paragraph(*at).main;
        if look.size != 32 {
            let found = vec![("font", format!("{} pt", size(look.size)).into())];
            out.breaks(cx.spot(*at), found);
        } else if *element != Element::CopyNumber {
            let own = cx.own_font(|own| &own.fonts.heading);
            cx.judge_font(out, cx.spot(*at), look, Class::Hei, &own);
        }
    }
}

fn head_marks_flush(cx: &Context<'_>, out: &mut Verdict) {
    for (at, _) in &cx.found.marks {
        let paragraph = cx.paragraph(*at);
        if paragraph.part != Part::Text {
            out.cannot_tell(Why::Placed);
            continue;
        }
        let left = matches!(paragraph.look.align, Align::Left | Align::Both);
        let flush = left && paragraph.opening().abs() < 50;
        out.judge(flush, cx.spot(*at), Vec::new());
    }
}

/// 份号, 密级, 紧急程度, from the top.
fn head_marks_order(cx: &Context<'_>, out: &mut Verdict) {
    let marks = &cx.found.marks;
    for pair in marks.windows(2) {
        let [(_, above), (at, below)] = pair else {
            continue;
        };
        out.judge(above < below, cx.spot(*at), Vec::new());
    }
}

fn urgency_word(cx: &Context<'_>, out: &mut Verdict) {
    for (at, _) in cx
        .found
        .marks
        .iter()
        .filter(|(_, e)| *e == Element::Urgency)
    {
        let words: String = cx
            .text(*at)
            .chars()
            .filter(|c| !c.is_whitespace())
            .collect();
        // Telegrams have 特提 and 平急 besides.
        let known = ["特急", "加急", "特提", "平急"].contains(&words.as_str());
        out.judge(known, cx.spot(*at), vec![("text", words.into())]);
    }
}

fn masthead_position(cx: &Context<'_>, out: &mut Verdict) {
    if !cx.has_general_head() {
        return;
    }
    match cx.found.masthead.first() {
        Some(at) if is_order(cx.text(*at)) => (),
        Some(at) => judge_position(cx, out, *at, BELOW),
        None if cx.found.number.is_some() => out.cannot_tell(Why::Preprinted),
        None => (),
    }
}

/// Of orders: 20 mm.
fn order_position(cx: &Context<'_>, out: &mut Verdict) {
    let first = cx.found.masthead.first();
    if let Some(at) = first.filter(|at| is_order(cx.text(**at))) {
        judge_position(cx, out, *at, 1_134);
    }
}

fn is_order(masthead: &str) -> bool {
    masthead.ends_with('令')
}

fn judge_position(cx: &Context<'_>, out: &mut Verdict, at: usize, wanted: i64) {
    let paragraph = cx.paragraph(at);
    let section = cx.section(paragraph);
    let Some(top) = top_of(cx, at, section) else {
        return out.cannot_tell(Why::Placed);
    };
    let below = top - section.top;
    match (below - wanted).abs() {
        off if off <= SURE[0] => out.keeps(),
        off if off <= SURE[1] => out.cannot_tell(Why::Close),
        _ => out.breaks(cx.spot(at), vec![("found", mm(below).into())]),
    }
}

/// How far below the edge of the paper the signs of a paragraph begin; none if it cannot be worked out.
pub(super) fn top_of(cx: &Context<'_>, at: usize, section: &Section) -> Option<i64> {
    let paragraph = cx.paragraph(at);
    let inside = (paragraph.pitch(section) - paragraph.main.size * 10).max(0) / 2;
    if let Some(anchor) = &paragraph.anchor {
        let first = cx.paper.paragraphs[..at]
            .iter()
            .all(|p| p.part == Part::TextBox);
        let edge = match anchor.from.as_str() {
            "page" => 0,
            "margin" => section.top,
            "paragraph" | "line" if first => section.top,
            _ => return None,
        };
        return Some(edge + anchor.offset + inside);
    }
    if let Some((from, down)) = paragraph.look.frame.as_ref().and_then(|f| f.down.as_ref()) {
        let edge = match from.as_str() {
            "page" => 0,
            "margin" => section.top,
            _ => return None,
        };
        return Some(edge + down + inside);
    }
    if !flows(paragraph) {
        return None;
    }
    let mut top = section.top + paragraph.before(section) + inside;
    for above in &cx.paper.paragraphs[..at] {
        // What is in a text box takes no place in the run of the text.
        if above.part == Part::TextBox {
            continue;
        }
        if !flows(above) {
            return None;
        }
        top += above.before(section) + above.pitch(section) + above.after(section);
    }
    Some(top)
}

fn masthead_centred(cx: &Context<'_>, out: &mut Verdict) {
    for at in &cx.found.masthead {
        let paragraph = cx.paragraph(*at);
        let frame = paragraph.look.frame.as_ref();
        if frame.is_some_and(|frame| frame.across == "center") {
            out.keeps();
            continue;
        }
        if matches!(paragraph.part, Part::Table | Part::TextBox) || frame.is_some() {
            out.cannot_tell(Why::Placed);
            continue;
        }
        let look = &paragraph.look;
        let centred = matches!(look.align, Align::Centre | Align::Spread);
        let even = (look.left + look.first - look.right).abs() <= 50;
        out.judge(centred && even, cx.spot(*at), Vec::new());
    }
}

fn masthead_font(cx: &Context<'_>, out: &mut Verdict) {
    let own = cx.own_font(|own| &own.fonts.title);
    for at in &cx.found.masthead {
        cx.judge_font(
            out,
            cx.spot(*at),
            &cx.paragraph(*at).main,
            Class::XiaoBiaoSong,
            &own,
        );
    }
}

fn masthead_colour(cx: &Context<'_>, out: &mut Verdict) {
    if cx.is(DocumentForm::Working) {
        return;
    }
    for at in &cx.found.masthead {
        let colour = &cx.paragraph(*at).main.colour;
        out.judge(
            is_red(colour),
            cx.spot(*at),
            vec![("colour", colour.as_str().into())],
        );
    }
}
