//! 7.2.7: the red rule below the number.

use super::{Rule, rule};
use crate::Figures;
use crate::check::elements::{RuleHow, RuleLine};
use crate::check::judge::{Context, Verdict};
use crate::check::look::is_red;
use crate::check::report::Strength::Required;
use crate::check::report::Why;
use crate::check::units::mm;

pub(super) const RULES: &[Rule] = &[
    rule("red-rule-missing", "7.2.7", Required, missing),
    rule("red-rule-width", "7.2.7", Required, width),
    rule("red-rule-distance", "7.2.7", Required, distance),
    rule("red-rule-colour", "7.2.7", Required, colour),
];

/// 4 mm, and what the estimate of a line may be wrong by.
const BELOW: i64 = 227;
const SURE: i64 = 85;

fn missing(cx: &Context<'_>, out: &mut Verdict) {
    let (Some((at, _)), true) = (&cx.found.number, cx.has_general_head()) else {
        return;
    };
    if cx.found.rule.is_some() {
        return out.keeps();
    }
    // Without a masthead the head may be printed on the paper; something drawn may be the line.
    let drawn = cx
        .paper
        .paragraphs
        .iter()
        .take(*at + 6)
        .any(|p| !p.drawings.is_empty());
    if cx.found.masthead.is_empty() {
        out.cannot_tell(Why::Preprinted);
    } else if drawn {
        out.cannot_tell(Why::Placed);
    } else {
        out.breaks(cx.spot(*at), Vec::new());
    }
}

/// The line of the general layout; a letter has others.
fn line<'a>(cx: &Context<'a>) -> Option<&'a RuleLine> {
    cx.found.rule.as_ref().filter(|_| cx.has_general_head())
}

fn width(cx: &Context<'_>, out: &mut Verdict) {
    let Some(line) = line(cx) else { return };
    let national = Figures::national();
    let wanted = i64::from(national.page_width - national.margin_left - national.margin_right);
    if line.width == 0 {
        return out.cannot_tell(Why::Placed);
    }
    // 2 mm: the sides of a paragraph reach a little beyond its text.
    let holds = (line.width - wanted).abs() <= 114;
    out.judge(
        holds,
        cx.spot(line.at),
        vec![("found", mm(line.width).into())],
    );
}

fn distance(cx: &Context<'_>, out: &mut Verdict) {
    let (Some(line), Some((number, _))) = (line(cx), &cx.found.number) else {
        return;
    };
    let paragraph = cx.paragraph(*number);
    let section = cx.section(paragraph);
    let own = cx.paragraph(line.at);
    let between = paragraph.after(section) + own.before(section);
    let empty = line.at == number + 1 && own.trimmed().is_empty();
    // From the line of text, or from the signs in it: both readings are in use.
    let least = match line.how {
        RuleHow::Below(points) if line.at == *number => points * 20,
        RuleHow::Below(points) if empty => between + own.pitch(section) + points * 20,
        RuleHow::Above(_) if line.at == number + 1 => between,
        _ => return out.cannot_tell(Why::Placed),
    };
    let pitch = paragraph.pitch(section);
    let most = least + (pitch - paragraph.main.size * 10).max(0) / 2;
    let holds = least - SURE <= BELOW && BELOW <= most + SURE;
    out.judge(holds, cx.spot(line.at), vec![("found", mm(least).into())]);
}

fn colour(cx: &Context<'_>, out: &mut Verdict) {
    let Some(line) = line(cx) else { return };
    if line.colour.is_empty() {
        return out.cannot_tell(Why::Placed);
    }
    let found = vec![("colour", line.colour.as_str().into())];
    out.judge(is_red(&line.colour), cx.spot(line.at), found);
}
