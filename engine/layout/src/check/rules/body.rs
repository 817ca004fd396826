//! 5.2.2, 7.3.2 and 7.3.3: addressee and body.

use super::{Rule, rule};
use crate::Figures;
use crate::check::elements::flows;
use crate::check::judge::{Context, Verdict};
use crate::check::look::{Class, class};
use crate::check::paper::{Paragraph, Part, Section, width_of};
use crate::check::properties::Align;
use crate::check::report::Strength::{General, Practice, Required};
use crate::check::report::Why;
use crate::check::units::{count, size};

pub(super) const RULES: &[Rule] = &[
    rule("body-font", "5.2.2", General, font),
    rule("body-size", "5.2.2", General, type_size),
    rule("addressee-flush", "7.3.2", Required, addressee_flush),
    rule("addressee-colon", "7.3.2", Required, addressee_colon),
    rule(
        "addressee-blank-line",
        "7.3.2",
        Required,
        addressee_blank_line,
    ),
    rule("addressee-one", "条例 15(1)", General, addressee_one),
    rule("body-indent", "7.3.3", Required, indent),
    rule("body-flush", "7.3.3", Required, flush),
    rule("body-first-page", "7.3.3", Required, first_page),
    rule("body-bold", "7.3.3", Practice, bold),
];

/// All that is set as body text: 5.2.2 names the font of every element without one of its own.
fn plain<'a>(cx: &Context<'a>) -> Vec<usize> {
    let found = cx.found;
    // From the third level on headings have the font of the body.
    let heading = |at: &usize| {
        let found = found.headings.binary_search_by_key(at, |(h, _)| *h);
        found.is_ok_and(|nth| cx.found.headings[nth].1.level < 3)
    };
    // What is centred is set apart: the caption of a table has no font of its own in the standard.
    let apart = |at: &usize| cx.paragraph(*at).look.align == Align::Centre;
    let body = found.body.iter().copied();
    let body = body.filter(|at| !heading(at) && !apart(at));
    let number = found.number.as_ref().map(|(at, _)| *at);
    let mut all: Vec<usize> = number
        .filter(|_| found.signatory.is_none())
        .into_iter()
        .chain(found.addressee)
        .chain(body)
        .chain(found.attachments_note.iter().copied())
        .chain(found.signature.iter().copied())
        .chain(found.date)
        .chain(found.note)
        .collect();
    all.sort_unstable();
    all
}

fn font(cx: &Context<'_>, out: &mut Verdict) {
    let own = cx.own_font(|own| &own.fonts.body);
    for at in plain(cx) {
        let look = &cx.paragraph(at).main;
        // 黑体 sets words off within a paragraph of its own kind.
        if class(&look.east) == Class::Hei && cx.found.is_heading(at) {
            continue;
        }
        cx.judge_font(out, cx.spot(at), look, Class::FangSong, &own);
    }
}

fn type_size(cx: &Context<'_>, out: &mut Verdict) {
    let headings = cx.found.headings.iter().map(|(at, _)| *at);
    let mut all = plain(cx);
    all.extend(headings);
    all.sort_unstable();
    all.dedup();
    for at in all {
        let found = cx.paragraph(at).main.size;
        if found == i64::from(Figures::national().body_size) {
            out.keeps();
        } else {
            let own = cx.own_says(|own| i64::from(own.body_size) == found);
            out.breaks_own(cx.spot(at), vec![("found", size(found).into())], own);
        }
    }
}

fn addressee_flush(cx: &Context<'_>, out: &mut Verdict) {
    let Some(at) = cx.found.addressee else { return };
    let paragraph = cx.paragraph(at);
    let left = matches!(paragraph.look.align, Align::Left | Align::Both);
    let found = vec![("indent", count(paragraph.opening()).into())];
    out.judge(left && paragraph.opening().abs() < 50, cx.spot(at), found);
}

fn addressee_colon(cx: &Context<'_>, out: &mut Verdict) {
    if let Some(at) = cx.found.addressee {
        let last = cx.text(at).chars().last().unwrap_or(' ').to_string();
        out.judge(last == "：", cx.spot(at), vec![("last", last.into())]);
    }
}

fn addressee_blank_line(cx: &Context<'_>, out: &mut Verdict) {
    if let (Some(at), Some(title)) = (cx.found.addressee, cx.found.title.last()) {
        cx.judge_gap(out, *title, at, 1);
    }
}

fn addressee_one(cx: &Context<'_>, out: &mut Verdict) {
    let (Some(at), true) = (cx.found.addressee, cx.found.goes_up()) else {
        return;
    };
    let text = cx.text(at);
    let several = text.contains(['、', '，']) || text.contains("各");
    out.judge(!several, cx.spot(at), vec![("text", text.into())]);
}

fn indent(cx: &Context<'_>, out: &mut Verdict) {
    for at in &cx.found.body {
        let paragraph = cx.paragraph(*at);
        if matches!(paragraph.look.align, Align::Centre | Align::Right) {
            continue;
        }
        let opening = paragraph.opening();
        let found = vec![("found", count((opening + 5) / 10 * 10).into())];
        out.judge((170..=230).contains(&opening), cx.spot(*at), found);
    }
}

fn flush(cx: &Context<'_>, out: &mut Verdict) {
    for at in &cx.found.body {
        let look = &cx.paragraph(*at).look;
        if matches!(look.align, Align::Centre | Align::Right) {
            continue;
        }
        let found = vec![
            ("left", count(look.left).into()),
            ("right", count(look.right).into()),
        ];
        let holds = look.left.abs() < 50 && look.right.abs() < 50;
        out.judge(holds, cx.spot(*at), found);
    }
}

/// The first page must show body text.
fn first_page(cx: &Context<'_>, out: &mut Verdict) {
    let (Some(first), Some(_)) = (cx.found.body.first().copied(), cx.found.form) else {
        return;
    };
    let above = &cx.paper.paragraphs[..=first];
    if above
        .iter()
        .skip(1)
        .any(|p| p.new_page && p.part == Part::Text)
    {
        return out.breaks(cx.spot(first), Vec::new());
    }
    if above.iter().any(|p| p.part != Part::TextBox && !flows(p)) {
        return out.cannot_tell(Why::Paging);
    }
    let Some(section) = cx.paper.sections.first() else {
        return;
    };
    let height: i64 = above[..first]
        .iter()
        .filter(|p| p.part != Part::TextBox)
        .map(|p| height_of(p, section))
        .sum();
    let room = section.text_height() - cx.line();
    match height {
        h if h <= room => out.keeps(),
        // A tenth for what fonts and line breaks may differ by.
        h if h <= room * 11 / 10 => out.cannot_tell(Why::Close),
        _ => out.breaks(cx.spot(first), Vec::new()),
    }
}

/// How much of a page a paragraph takes, by estimate.
pub(super) fn height_of(paragraph: &Paragraph, section: &Section) -> i64 {
    let room = (section.text_width() * 100 / paragraph.advance(section)).max(100);
    let lines = paragraph.text.split('\n').map(|line| {
        let long = width_of(line);
        // Narrowed characters of a masthead take less.
        (long * paragraph.main.scale / 100 + room - 1)
            .div_euclid(room)
            .max(1)
    });
    paragraph.before(section)
        + lines.sum::<i64>() * paragraph.pitch(section)
        + paragraph.after(section)
}

fn bold(cx: &Context<'_>, out: &mut Verdict) {
    for at in cx.found.body.iter().filter(|at| !cx.found.is_heading(**at)) {
        let runs = &cx.paragraph(*at).runs;
        let bold = runs
            .iter()
            .find(|r| r.look.bold && !r.text.trim().is_empty());
        match bold {
            Some(run) => {
                let text = crate::check::judge::start(run.text.trim());
                out.breaks(cx.spot(*at), vec![("text", text.into())]);
            }
            None => out.keeps(),
        }
    }
}
