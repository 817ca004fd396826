//! 5: paper, margins, lines and characters, colour of the text.

use luoshi_plan::model::DocumentForm;

use super::{Rule, rule};
use crate::Figures;
use crate::check::judge::{Context, Verdict, section_spot, whole};
use crate::check::look::{is_black, is_red};
use crate::check::paper::Section;
use crate::check::report::Strength::{General, Required};
use crate::check::report::Why;
use crate::check::units::{count, mm, pt};

pub(super) const RULES: &[Rule] = &[
    rule("page-size", "5.1", Required, page_size),
    rule("margin-top", "5.2.1", Required, margin_top),
    rule("margin-left", "5.2.1", Required, margin_left),
    rule("text-area", "5.2.1", Required, text_area),
    rule("lines-per-page", "5.2.3", General, lines_per_page),
    rule("characters-per-line", "5.2.3", General, characters_per_line),
    rule("text-colour", "5.2.4", Required, text_colour),
];

/// 1 mm.
const MM: i64 = 57;

fn near(found: i64, wanted: i64) -> bool {
    (found - wanted).abs() <= MM + 1
}

fn page_size(cx: &Context<'_>, out: &mut Verdict) {
    let national = Figures::national();
    let is_a4 = |width: i64, height: i64| {
        near(width, i64::from(national.page_width)) && near(height, i64::from(national.page_height))
    };
    for (at, section) in cx.paper.sections.iter().enumerate() {
        let (width, height) = (section.width, section.height);
        if !section.stated {
            out.cannot_tell(Why::NotStated);
            continue;
        }
        let found = vec![("width", mm(width).into()), ("height", mm(height).into())];
        let holds = is_a4(width, height) || is_a4(height, width);
        out.judge(holds, section_spot(at), found);
    }
}

/// The margins of a section that stands upright; of one that lies nothing can be told (8).
fn each_upright(
    cx: &Context<'_>,
    out: &mut Verdict,
    judge: impl Fn(&mut Verdict, usize, &Section),
) {
    for (at, section) in cx.paper.sections.iter().enumerate() {
        if !section.stated {
            out.cannot_tell(Why::NotStated);
        } else if section.lies() {
            out.cannot_tell(Why::Landscape);
        } else {
            judge(out, at, section);
        }
    }
}

fn margin_top(cx: &Context<'_>, out: &mut Verdict) {
    let wanted = i64::from(Figures::national().margin_top);
    each_upright(cx, out, |out, at, section| {
        if near(section.top, wanted) {
            out.keeps();
        } else if at == 0 && cx.is(DocumentForm::Letter) && section.top < wanted {
            out.cannot_tell(Why::LetterTop);
        } else if is_compensated(section) {
            out.cannot_tell(Why::Close);
        } else {
            let own = cx.own_says(|own| near(section.top, i64::from(own.margin_top)));
            out.breaks_own(
                section_spot(at),
                vec![("found", mm(section.top).into())],
                own,
            );
        }
    });
}

/// Margins made smaller by half the white of a line, so that the ink begins and ends at the edges of 5.2.1.
fn is_compensated(section: &Section) -> bool {
    (section.top - 1_960).abs() <= 12 && (section.bottom - 1_847).abs() <= 12
}

fn margin_left(cx: &Context<'_>, out: &mut Verdict) {
    let wanted = i64::from(Figures::national().margin_left);
    each_upright(cx, out, |out, at, section| {
        if near(section.left, wanted) {
            out.keeps();
        } else {
            let own = cx.own_says(|own| near(section.left, i64::from(own.margin_left)));
            out.breaks_own(
                section_spot(at),
                vec![("found", mm(section.left).into())],
                own,
            );
        }
    });
}

fn text_area(cx: &Context<'_>, out: &mut Verdict) {
    let area = |f: &Figures| {
        let width = f.page_width - f.margin_left - f.margin_right;
        let height = f.page_height - f.margin_top - f.margin_bottom;
        (i64::from(width), i64::from(height))
    };
    each_upright(cx, out, |out, at, section| {
        let (width, height) = (section.text_width(), section.text_height());
        let is = |(w, h): (i64, i64)| near(width, w) && near(height, h);
        let letter =
            at == 0 && cx.is(DocumentForm::Letter) && near(width, area(&Figures::national()).0);
        if is(area(&Figures::national())) {
            out.keeps();
        } else if letter {
            out.cannot_tell(Why::LetterTop);
        } else if is_compensated(section) {
            out.cannot_tell(Why::Close);
        } else {
            let found = vec![("width", mm(width).into()), ("height", mm(height).into())];
            out.breaks_own(section_spot(at), found, cx.own_says(|own| is(area(own))));
        }
    });
}

fn lines_per_page(cx: &Context<'_>, out: &mut Verdict) {
    let Some(paragraph) = cx.plain_body().next() else {
        return;
    };
    let section = cx.section(paragraph);
    let pitch = cx.line();
    if section.lies() || !section.stated {
        return out.cannot_tell(if section.lies() {
            Why::Landscape
        } else {
            Why::NotStated
        });
    }
    let exact = cx.plain_body().all(|p| p.is_exact()) || section.grid.is_some();
    let lines = section.text_height() / pitch;
    if lines == 22 {
        return out.keeps();
    }
    // What fonts need decides where the height of lines is left to them.
    if !exact && (20..=24).contains(&lines) {
        return out.cannot_tell(Why::Close);
    }
    let found = vec![("lines", lines.into()), ("pitch", pt(pitch).into())];
    out.breaks_own(
        whole(),
        found,
        cx.own_says(|own| pitch == i64::from(own.line_pitch)),
    );
}

fn characters_per_line(cx: &Context<'_>, out: &mut Verdict) {
    // The longest paragraph: a short one may be set apart.
    let longest = cx.plain_body().max_by_key(|p| p.text.chars().count());
    let Some(paragraph) = longest else { return };
    let section = cx.section(paragraph);
    if section.lies() || !section.stated {
        return out.cannot_tell(if section.lies() {
            Why::Landscape
        } else {
            Why::NotStated
        });
    }
    let advance = paragraph.advance(section);
    let indents = (paragraph.look.left + paragraph.look.right) * advance / 100;
    let characters = (section.text_width() - indents) * 100 / advance;
    // Editors squeeze the spaces of a justified line by about a third of a character.
    if (2_800..2_900).contains(&characters) {
        return out.keeps();
    }
    let look = &paragraph.main;
    let found = vec![("found", count(characters / 10 * 10).into())];
    let own = cx.own_says(|own| {
        look.size == i64::from(own.body_size) && look.spacing == i64::from(own.character_spacing)
    });
    out.breaks_own(whole(), found, own);
}

fn text_colour(cx: &Context<'_>, out: &mut Verdict) {
    for (at, paragraph) in cx.paper.paragraphs.iter().enumerate() {
        let head = cx.found.masthead.contains(&at);
        let mut open = false;
        for run in &paragraph.runs {
            // An open field may be coloured to be seen, and be cut into several runs.
            let inside = open || run.text.contains("【待补");
            open = match (run.text.rfind("【待补"), run.text.rfind('】')) {
                (Some(start), end) => end.is_none_or(|end| end < start),
                (None, Some(_)) => false,
                (None, None) => open,
            };
            let colour = &run.look.colour;
            let proper = is_black(colour) || (head && is_red(colour));
            if !proper && !inside && !run.text.trim().is_empty() {
                out.breaks(cx.spot(at), vec![("colour", colour.as_str().into())]);
                break;
            }
        }
    }
    if out.broken.is_empty() {
        out.keeps();
    }
}
