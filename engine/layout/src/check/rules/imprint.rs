//! 7.4: the imprint.

use luoshi_plan::model::DocumentForm;

use super::{Rule, rule};
use crate::Figures;
use crate::check::elements::line_of;
use crate::check::judge::{Context, Verdict};
use crate::check::look::{Class, class};
use crate::check::paper::{Paragraph, Table};
use crate::check::properties::Border;
use crate::check::report::Strength::{General, Practice, Recommended, Required};
use crate::check::report::Why;
use crate::check::units::{count, mm, size};

pub(super) const RULES: &[Rule] = &[
    rule("imprint-lines", "7.4.1", Required, lines),
    rule("imprint-line-width", "7.4.1", Required, line_width),
    rule("imprint-line-weight", "7.4.1", Recommended, line_weight),
    rule("imprint-at-bottom", "7.4.1", Required, at_bottom),
    rule("imprint-font", "7.4.2", General, font),
    rule("imprint-indent", "7.4.2", Required, indent),
    rule("imprint-copies-colon", "7.4.2", Required, copies_colon),
    rule("imprint-copies-stop", "7.4.2", Required, copies_stop),
    rule("imprint-printed", "7.4.3", Required, printed),
    rule("subject-words", "前言", Practice, subject_words),
];

/// The imprint of the general layout; a letter has one without lines.
fn general(cx: &Context<'_>) -> bool {
    !cx.found.imprint.is_empty() && !cx.is(DocumentForm::Letter)
}

fn table<'a>(cx: &Context<'a>) -> Option<&'a Table> {
    let at = cx.found.imprint.first()?;
    cx.paper.tables.get(cx.paragraph(*at).table?)
}

/// A line of the imprint, and how wide it is if that can be told.
struct Edge {
    border: Border,
    width: Option<i64>,
}

/// The lines above and below: sides of a table, of the first and last paragraphs, or of empty ones next to them.
fn edges(cx: &Context<'_>) -> [Option<Edge>; 2] {
    if let Some(table) = table(cx) {
        let width = table.width;
        return [&table.top, &table.bottom].map(|side| {
            let border = side.clone()?;
            Some(Edge { border, width })
        });
    }
    let (Some(first), Some(last)) = (cx.found.imprint.first(), cx.found.imprint.last()) else {
        return [None, None];
    };
    let upper = |p: &Paragraph| p.look.top.clone();
    let lower = |p: &Paragraph| p.look.bottom.clone();
    let blank = |at: usize| cx.text(at).is_empty().then_some(at);
    let before = first.checked_sub(1).and_then(blank);
    let after = Some(last + 1)
        .filter(|at| *at < cx.paper.paragraphs.len())
        .and_then(blank);
    let side = |at: Option<usize>, of: &dyn Fn(&Paragraph) -> Option<Border>| {
        let paragraph = cx.paragraph(at?);
        let width = line_of(cx.paper, at?).map(|line| line.width);
        of(paragraph).map(|border| Edge { border, width })
    };
    let either = |p: &Paragraph| lower(p).or_else(|| upper(p));
    [
        side(Some(*first), &upper).or_else(|| side(before, &either)),
        side(Some(*last), &lower).or_else(|| side(after, &either)),
    ]
}

/// Whether something is drawn around that may be the lines.
fn drawn_around(cx: &Context<'_>) -> bool {
    let (Some(first), Some(last)) = (cx.found.imprint.first(), cx.found.imprint.last()) else {
        return false;
    };
    let from = first.saturating_sub(2);
    let to = (last + 2).min(cx.paper.paragraphs.len() - 1);
    (from..=to).any(|at| !cx.paragraph(at).drawings.is_empty())
}

fn lines(cx: &Context<'_>, out: &mut Verdict) {
    if !general(cx) {
        return;
    }
    let edges = edges(cx);
    let styled = table(cx).is_some_and(|table| table.styled) && edges.iter().any(Option::is_none);
    let drawn = table(cx).is_none() && edges.iter().all(Option::is_none) && drawn_around(cx);
    if styled || drawn {
        return out.cannot_tell(Why::Placed);
    }
    for (edge, how) in edges.iter().zip(["top", "bottom"]) {
        let found = vec![("how", how.into())];
        out.judge(edge.is_some(), cx.spot(cx.found.imprint[0]), found);
    }
}

fn line_width(cx: &Context<'_>, out: &mut Verdict) {
    if !general(cx) {
        return;
    }
    let national = Figures::national();
    let wanted = i64::from(national.page_width - national.margin_left - national.margin_right);
    for edge in edges(cx).into_iter().flatten() {
        match edge.width {
            None => out.cannot_tell(Why::Placed),
            Some(width) => {
                let holds = (width - wanted).abs() <= 114;
                out.judge(
                    holds,
                    cx.spot(cx.found.imprint[0]),
                    vec![("found", mm(width).into())],
                );
            }
        }
    }
}

/// 0.35 mm above and below, 0.25 mm between: 8 and 6 eighths of a point are the nearest.
fn line_weight(cx: &Context<'_>, out: &mut Verdict) {
    if !general(cx) {
        return;
    }
    let between = table(cx).and_then(|t| t.between.clone());
    let edges = edges(cx)
        .into_iter()
        .flatten()
        .map(|edge| (edge.border, 7..=9));
    for (border, wanted) in edges.chain(between.map(|b| (b, 5..=6))) {
        let found = vec![("found", count(border.size * 100 / 8).into())];
        out.judge(
            wanted.contains(&border.size),
            cx.spot(cx.found.imprint[0]),
            found,
        );
    }
}

/// The last line lies on the lower edge of the text of the last page.
fn at_bottom(cx: &Context<'_>, out: &mut Verdict) {
    if !general(cx) {
        return;
    }
    let placed = table(cx).and_then(|t| t.floating.as_ref());
    match placed {
        None => out.cannot_tell(Why::Paging),
        Some((from, end)) => {
            let at = cx.spot(cx.found.imprint[0]);
            out.judge(from == "margin" && end == "bottom", at, Vec::new());
        }
    }
}

fn font(cx: &Context<'_>, out: &mut Verdict) {
    let own = cx.own_font(|own| &own.fonts.body);
    for at in &cx.found.imprint {
        let look = &cx.paragraph(*at).main;
        if look.size != 28 {
            let found = vec![("found", format!("{} pt", size(look.size)).into())];
            let own = cx.own_says(|own| i64::from(own.small_size) == look.size);
            out.breaks_own(cx.spot(*at), found, own);
        } else if look.east.is_empty() {
            out.cannot_tell(Why::NoFont);
        } else if class(&look.east) == Class::FangSong {
            out.keeps();
        } else {
            let found = vec![("found", look.east.as_str().into())];
            out.breaks_own(cx.spot(*at), found, own == look.east);
        }
    }
}

/// One character in at the left; at the right too, which shows only where lines are full.
fn indent(cx: &Context<'_>, out: &mut Verdict) {
    for at in cx
        .found
        .imprint
        .iter()
        .filter(|at| is_copies(cx.text(**at)))
    {
        let paragraph = cx.paragraph(*at);
        let left = paragraph.look.left + paragraph.look.first;
        let opening = if left == paragraph.look.left {
            paragraph.opening()
        } else {
            left
        };
        let found = vec![("found", count((opening + 5) / 10 * 10).into())];
        // The cells of a table have white of their own, mostly 1.9 mm: a third of a character.
        let room = if paragraph.table.is_some() {
            40..=130
        } else {
            70..=130
        };
        out.judge(room.contains(&opening), cx.spot(*at), found);
    }
}

fn is_copies(text: &str) -> bool {
    text.starts_with("抄送") || text.starts_with("抄报") || text.starts_with("分送")
}

fn copies_colon(cx: &Context<'_>, out: &mut Verdict) {
    for at in cx
        .found
        .imprint
        .iter()
        .filter(|at| is_copies(cx.text(**at)))
    {
        let text = cx.text(*at);
        out.judge(
            text.starts_with("抄送："),
            cx.spot(*at),
            vec![("text", first(text).into())],
        );
    }
}

fn first(text: &str) -> String {
    text.chars().take(3).collect()
}

fn copies_stop(cx: &Context<'_>, out: &mut Verdict) {
    for (nth, at) in cx.found.imprint.iter().enumerate() {
        if !is_copies(cx.text(*at)) {
            continue;
        }
        // The list goes on up to the printing body, which stands apart or has the day behind it.
        let later = cx.found.imprint[nth + 1..].iter();
        let goes_on = later.take_while(|at| {
            let text = cx.text(**at);
            !text.contains("印发") && text.ends_with(['，', '；', '。', '、'])
        });
        let last = goes_on.last().unwrap_or(at);
        out.judge(cx.text(*last).ends_with('。'), cx.spot(*last), Vec::new());
    }
}

/// Arabic digits, no leading zeros, 印发 behind the day.
fn printed(cx: &Context<'_>, out: &mut Verdict) {
    let has_day = |at: &&usize| {
        let text = cx.text(**at);
        !is_copies(text)
            && (text.contains("印发") || text.contains('日'))
            && !text.contains("主题词")
    };
    for at in cx.found.imprint.iter().filter(has_day) {
        let text: String = cx
            .text(*at)
            .chars()
            .filter(|c| !c.is_whitespace())
            .collect();
        if text.contains("【待补") {
            out.cannot_tell(Why::Open);
            continue;
        }
        let how = how_printed(&text);
        let found = vec![
            ("how", how.unwrap_or("end").into()),
            ("text", cx.text(*at).into()),
        ];
        out.judge(how.is_none(), cx.spot(*at), found);
    }
}

/// What is wrong with the day of printing.
fn how_printed(text: &str) -> Option<&'static str> {
    let Some(day) = text.strip_suffix("印发") else {
        return Some("end");
    };
    let part = |from: char, to: char| day.rsplit_once(to)?.0.rsplit(from).next();
    let (Some(month), Some(date)) = (part('年', '月'), part('月', '日')) else {
        return Some("day");
    };
    let digits = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
    if !digits(month) || !digits(date) {
        Some("digits")
    } else if month.starts_with('0') || date.starts_with('0') {
        Some("zero")
    } else {
        None
    }
}

fn subject_words(cx: &Context<'_>, out: &mut Verdict) {
    if cx.found.imprint.is_empty() {
        return;
    }
    let found = cx
        .found
        .imprint
        .iter()
        .find(|at| cx.text(**at).starts_with("主题词"));
    match found {
        Some(at) => out.breaks(cx.spot(*at), Vec::new()),
        None => out.keeps(),
    }
}
