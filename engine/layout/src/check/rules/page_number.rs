//! 7.5: the number of the page.

use luoshi_plan::model::DocumentForm;

use super::body::height_of;
use super::{Rule, rule};
use crate::check::judge::{Context, Verdict, footer_spot};
use crate::check::look::{Class, class};
use crate::check::paper::{Paragraph, Part, Section, Story};
use crate::check::properties::Align;
use crate::check::report::Strength::{General, Required};
use crate::check::report::Why;
use crate::check::units::{mm, size};

pub(super) const RULES: &[Rule] = &[
    rule("page-number-missing", "7.5", General, missing),
    rule("page-number-font", "7.5", General, font),
    rule("page-number-dashes", "7.5", Required, dashes),
    rule("page-number-side", "7.5", Required, side),
    rule("page-number-distance", "7.5", Required, distance),
];

/// The paragraphs with the number of the page: on odd pages, and on even ones if they have their own.
pub(in crate::check) fn numbers<'a>(cx: &Context<'a>) -> [Option<&'a Paragraph>; 2] {
    let Some(section) = cx.paper.sections.first() else {
        return [None, None];
    };
    let number = |story: &'a Option<Story>| {
        let mut paragraphs = story.iter().flat_map(|story| story.iter());
        paragraphs.find(|p| p.page_number)
    };
    let even = number(&section.footers.even).filter(|_| cx.paper.even_and_odd);
    [number(&section.footers.default), even]
}

fn missing(cx: &Context<'_>, out: &mut Verdict) {
    if cx.found.form.is_none() {
        return;
    }
    let [odd, even] = numbers(cx);
    out.judge(
        odd.is_some() || even.is_some(),
        footer_spot(None),
        Vec::new(),
    );
}

fn font(cx: &Context<'_>, out: &mut Verdict) {
    for paragraph in numbers(cx).into_iter().flatten() {
        let shown = paragraph.runs.iter().find(|r| r.text.contains('#'));
        let Some(look) = shown.map(|r| &r.look) else {
            continue;
        };
        let spot = footer_spot(Some(paragraph));
        if look.size != 28 {
            let found = vec![("found", format!("{} pt", size(look.size)).into())];
            let own = cx.own_says(|own| i64::from(own.small_size) == look.size);
            out.breaks_own(spot, found, own);
        } else if look.ascii.is_empty() {
            out.cannot_tell(Why::NoFont);
        } else if class(&look.ascii) == Class::Song {
            out.keeps();
        } else {
            let own =
                cx.own_says(|own| own.fonts.song == look.ascii || own.fonts.latin == look.ascii);
            out.breaks_own(spot, vec![("found", look.ascii.as_str().into())], own);
        }
    }
}

fn dashes(cx: &Context<'_>, out: &mut Verdict) {
    for paragraph in numbers(cx).into_iter().flatten() {
        let text: String = paragraph
            .text
            .chars()
            .filter(|c| !c.is_whitespace())
            .collect();
        let dash = |c: char| matches!(c, '—' | '―' | '─' | '－');
        let one = |part: &str| part.chars().count() == 1 && part.chars().all(dash);
        let holds = text
            .split_once('#')
            .is_some_and(|(left, right)| one(left) && one(right));
        let shown = paragraph.trimmed().replace('#', "1");
        out.judge(
            holds,
            footer_spot(Some(paragraph)),
            vec![("text", shown.into())],
        );
    }
}

/// Odd pages at the right, even ones at the left, one character in.
fn side(cx: &Context<'_>, out: &mut Verdict) {
    let [odd, even] = numbers(cx);
    // On pages that lie on their side the number stands at another edge (8).
    if cx.paper.sections.first().is_some_and(Section::lies) {
        return out.cannot_tell(Why::Landscape);
    }
    if let Some(paragraph) = odd {
        let frame = paragraph.look.frame.as_ref();
        let outside = frame.is_some_and(|frame| frame.across == "outside");
        if outside {
            return out.keeps();
        }
        if paragraph.part != Part::Footer || paragraph.look.frame.is_some() {
            return out.cannot_tell(Why::Placed);
        }
        judge_side(out, paragraph, Align::Right, "odd");
        if even.is_none() && !is_one_page(cx) {
            // One footer for all pages puts even numbers where odd ones belong.
            out.breaks(footer_spot(Some(paragraph)), vec![("how", "same".into())]);
        }
    }
    if let Some(paragraph) = even {
        judge_side(out, paragraph, Align::Left, "even");
    }
}

/// Whether there is no even page, as far as heights can be estimated.
fn is_one_page(cx: &Context<'_>) -> bool {
    let [section] = cx.paper.sections.as_slice() else {
        return false;
    };
    let mut text = cx
        .paper
        .paragraphs
        .iter()
        .filter(|p| p.part != Part::TextBox);
    let height: i64 = text.clone().map(|p| height_of(p, section)).sum();
    height <= section.text_height() && !text.any(|p| p.new_page)
}

fn judge_side(out: &mut Verdict, paragraph: &Paragraph, wanted: Align, how: &'static str) {
    let look = &paragraph.look;
    let align = if look.align == Align::Both {
        Align::Left
    } else {
        look.align
    };
    let trail = paragraph
        .text
        .chars()
        .rev()
        .take_while(|c| *c == '　')
        .count();
    let trail = i64::try_from(trail).unwrap_or(0) * 100;
    let inside = match wanted {
        Align::Right => look.right + trail,
        _ => paragraph.opening(),
    };
    let holds = align == wanted && (50..=150).contains(&inside);
    out.judge(
        holds,
        footer_spot(Some(paragraph)),
        vec![("how", how.into())],
    );
}

/// 7 mm below the text; the number is read as the upper edge of its line or as its dash.
fn distance(cx: &Context<'_>, out: &mut Verdict) {
    for paragraph in numbers(cx).into_iter().flatten() {
        let Some(section) = cx.paper.sections.first().filter(|s| !s.lies()) else {
            return out.cannot_tell(Why::Landscape);
        };
        let apart = paragraph.part != Part::Footer || paragraph.look.frame.is_some();
        if apart || cx.is(DocumentForm::Letter) {
            out.cannot_tell(Why::Placed);
            continue;
        }
        let (least, most) = below_text(paragraph, section);
        let wanted = 397;
        let found = vec![("found", mm((least + most) / 2).into())];
        // 1.5 mm is told by eye; up to 4 mm fonts may decide.
        if least - 85 <= wanted && wanted <= most + 85 {
            out.keeps();
        } else if least - 227 <= wanted && wanted <= most + 227 {
            out.cannot_tell(Why::Close);
        } else {
            out.breaks(footer_spot(Some(paragraph)), found);
        }
    }
}

/// From the lower edge of the text to the upper edge of the number's line and to its middle.
fn below_text(paragraph: &Paragraph, section: &Section) -> (i64, i64) {
    let height = paragraph.pitch(section);
    let top = section.bottom - section.footer - height - paragraph.after(section);
    (top, top + height / 2)
}
