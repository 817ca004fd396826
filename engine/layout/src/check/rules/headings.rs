//! 7.3.3: the four levels of headings.

use super::{Rule, rule};
use crate::check::judge::{Context, Verdict};
use crate::check::look::{Class, class};
use crate::check::paper::{Paragraph, RunLook};
use crate::check::report::Strength::{General, Permitted, Practice};
use crate::check::report::Why;

pub(super) const RULES: &[Rule] = &[
    rule("heading-mark", "7.3.3", Permitted, mark),
    rule("heading-order", "7.3.3", Permitted, order),
    rule("heading-font", "7.3.3", General, font),
    rule("heading-bold", "7.3.3", Practice, bold),
];

fn mark(cx: &Context<'_>, out: &mut Verdict) {
    for (at, mark) in &cx.found.headings {
        out.judge(
            mark.proper,
            cx.spot(*at),
            vec![("text", mark.text.as_str().into())],
        );
    }
}

/// A level follows the one above it; the first one is 一、.
fn order(cx: &Context<'_>, out: &mut Verdict) {
    let mut before = 0;
    for (at, mark) in &cx.found.headings {
        // A short paper may leave out （一） between 一、 and 1.
        let next = mark.level <= before + 1 || (before == 1 && mark.level == 3);
        let found = vec![("text", mark.text.as_str().into())];
        out.judge(next, cx.spot(*at), found);
        before = mark.level;
    }
}

/// The look of a heading: of its first sign behind the number.
fn look_of(paragraph: &Paragraph, mark: usize) -> &RunLook {
    let mut left = mark
        + paragraph
            .text
            .chars()
            .take_while(|c| c.is_whitespace())
            .count();
    for run in &paragraph.runs {
        let long = run.text.chars().count();
        if long > left {
            return &run.look;
        }
        left -= long;
    }
    &paragraph.main
}

fn font(cx: &Context<'_>, out: &mut Verdict) {
    for (at, mark) in &cx.found.headings {
        let look = look_of(cx.paragraph(*at), mark.text.chars().count());
        let (wanted, own) = match mark.level {
            1 => (Class::Hei, cx.own_font(|own| &own.fonts.heading)),
            2 => (Class::Kai, cx.own_font(|own| &own.fonts.second)),
            _ => (Class::FangSong, cx.own_font(|own| &own.fonts.body)),
        };
        if look.east.is_empty() {
            out.cannot_tell(Why::NoFont);
        } else if class(&look.east) == wanted {
            out.keeps();
        } else {
            let found = vec![
                ("font", look.east.as_str().into()),
                ("level", i64::from(mark.level).into()),
            ];
            out.breaks_own(cx.spot(*at), found, own == look.east);
        }
    }
}

fn bold(cx: &Context<'_>, out: &mut Verdict) {
    for (at, mark) in &cx.found.headings {
        let look = look_of(cx.paragraph(*at), mark.text.chars().count());
        out.judge(!look.bold, cx.spot(*at), Vec::new());
    }
}
