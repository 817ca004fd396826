//! 7.3.5 and 7.3.6: signature, date, note.

use luoshi_plan::model::DocumentForm;

use super::{Rule, rule};
use crate::check::elements::flows;
use crate::check::judge::{Context, Gap, Verdict};
use crate::check::paper::{Paragraph, is_space, width_of};
use crate::check::properties::Align;
use crate::check::report::Strength::{Practice, Required};
use crate::check::report::Why;
use crate::check::units::count;
use crate::check::words::{Day, date};

pub(super) const RULES: &[Rule] = &[
    rule("signature-place", "7.3.5", Required, place),
    rule("signature-blank-line", "7.3.5.2", Required, blank_line),
    rule("date-numerals", "7.3.5.4", Required, numerals),
    rule("date-form", "7.3.5.4", Required, form),
    rule("date-year", "7.3.5.4", Required, year),
    rule("date-leading-zero", "7.3.5.4", Required, leading_zero),
    rule("seal-drawn", "7.3.5.1", Practice, seal_drawn),
    rule("note-brackets", "7.3.6", Required, note_brackets),
    rule("note-place", "7.3.6", Required, note_place),
];

/// How far a line of one paragraph stands from the edges of the text, in hundredths of a character.
#[derive(Debug, Clone, Copy)]
struct Span {
    left: i64,
    right: i64,
}

impl Span {
    fn middle(self) -> i64 {
        (self.left - self.right) / 2
    }
}

/// Where the text of a one-line paragraph stands; none if tabs or line breaks are in it, or it is not in the run of the text.
fn span(cx: &Context<'_>, paragraph: &Paragraph) -> Option<Span> {
    let section = cx.section(paragraph);
    if !flows(paragraph)
        || paragraph.trimmed().contains(['\t', '\n'])
        || paragraph.text.contains('\t')
    {
        return None;
    }
    let room = section.text_width() * 100 / paragraph.advance(section);
    let look = &paragraph.look;
    let spaces = |signs: &mut dyn Iterator<Item = char>| -> i64 {
        signs
            .take_while(|c| is_space(*c))
            .map(|c| width_of(&c.to_string()))
            .sum()
    };
    let lead = spaces(&mut paragraph.text.chars());
    let trail = spaces(&mut paragraph.text.chars().rev());
    let long = width_of(paragraph.trimmed());
    let start = look.left + look.first;
    let left = match look.align {
        Align::Right => room - look.right - trail - long,
        Align::Centre => (start + room - look.right - long - lead - trail) / 2 + lead,
        Align::Left | Align::Both => start + lead,
        Align::Spread => return None,
    };
    let right = room - left - long;
    (left >= 0 && right > -100).then_some(Span { left, right })
}

/// With a seal (7.3.5.1), without (7.3.5.2), or with a stamp of the signatory's name (7.3.5.3): any of them will do.
fn place(cx: &Context<'_>, out: &mut Verdict) {
    let Some(at) = cx.found.date else { return };
    let [signed] = cx.found.signature.as_slice() else {
        return match cx.found.signature.len() {
            0 => (),
            // A joint paper sets its signatures side by side or one below the other.
            _ => out.cannot_tell(Why::Placed),
        };
    };
    let (Some(name), Some(day)) = (span(cx, cx.paragraph(*signed)), span(cx, cx.paragraph(at)))
    else {
        return out.cannot_tell(Why::Placed);
    };
    if date(cx.text(at)) == Some(Day::Open) {
        return out.cannot_tell(Why::Open);
    }
    // The title of who stamps stands left of the stamp, whose width is not known (7.3.5.3).
    let titled = ["长", "书记", "主任"]
        .iter()
        .any(|end| cx.text(*signed).ends_with(end));
    let near = |found: i64, wanted: i64| (found - wanted).abs() <= 75;
    let sealed = near(day.right, 400) && (day.middle() - name.middle()).abs() <= 100;
    let shorter = near(name.right, 200) && near(day.left, name.left + 200);
    let longer = near(day.right, 200) && near(name.left + 200, day.left);
    let found = vec![
        ("name", count((name.right + 5) / 10 * 10).into()),
        ("date", count((day.right + 5) / 10 * 10).into()),
    ];
    let stamped = titled && near(day.right, 400);
    out.judge(sealed || shorter || longer || stamped, cx.spot(at), found);
}

/// One empty line above a signature without a seal; above one with a seal as many as the seal needs.
fn blank_line(cx: &Context<'_>, out: &mut Verdict) {
    let Some(at) = cx.found.signature.first().copied() else {
        return;
    };
    let note = cx.found.attachments_note.last().or(cx.found.body.last());
    let Some(above) = note.copied().filter(|above| *above < at) else {
        return;
    };
    match cx.gap(above, at) {
        Gap::Unknown => out.cannot_tell(Why::Placed),
        Gap::Lines { blanks, space } => {
            out.judge(blanks >= 1 || space >= 50, cx.spot(at), Vec::new());
        }
    }
}

/// Judges the date as it is written; nothing of one that is still open.
fn judge(cx: &Context<'_>, out: &mut Verdict, holds: impl Fn(&Day) -> Option<bool>) {
    let Some(at) = cx.found.date else { return };
    let Some(day) = date(cx.text(at)) else { return };
    if day == Day::Open {
        return out.cannot_tell(Why::Open);
    }
    if let Some(holds) = holds(&day) {
        out.judge(holds, cx.spot(at), vec![("text", cx.text(at).into())]);
    }
}

fn numerals(cx: &Context<'_>, out: &mut Verdict) {
    judge(cx, out, |day| Some(*day != Day::Chinese));
}

fn form(cx: &Context<'_>, out: &mut Verdict) {
    judge(cx, out, |day| Some(*day != Day::Short));
}

fn year(cx: &Context<'_>, out: &mut Verdict) {
    judge(cx, out, |day| match day {
        Day::Arabic { year, .. } => Some(year.len() == 4),
        _ => None,
    });
}

fn leading_zero(cx: &Context<'_>, out: &mut Verdict) {
    judge(cx, out, |day| match day {
        Day::Arabic { month, day, .. } => Some(!month.starts_with('0') && !day.starts_with('0')),
        _ => None,
    });
}

/// A picture over or beside the signature: a seal is stamped, not drawn.
fn seal_drawn(cx: &Context<'_>, out: &mut Verdict) {
    use crate::check::paper::Shape;
    let Some(date) = cx.found.date else { return };
    let from = cx
        .found
        .signature
        .first()
        .copied()
        .unwrap_or(date)
        .saturating_sub(2);
    for at in from..=(date + 1).min(cx.paper.paragraphs.len() - 1) {
        let drawings = &cx.paragraph(at).drawings;
        if drawings
            .iter()
            .any(|d| d.shape == Shape::Picture && d.floating)
        {
            out.breaks(cx.spot(at), Vec::new());
        }
    }
    if out.broken.is_empty() {
        out.keeps();
    }
}

fn note_brackets(cx: &Context<'_>, out: &mut Verdict) {
    if let Some(at) = cx.found.note {
        let text = cx.text(at);
        let holds = text.starts_with('（') && text.ends_with('）');
        out.judge(holds, cx.spot(at), vec![("text", text.into())]);
    }
}

/// Two characters in, on the line below the date.
fn note_place(cx: &Context<'_>, out: &mut Verdict) {
    let (Some(at), Some(date)) = (cx.found.note, cx.found.date) else {
        return;
    };
    if cx.is(DocumentForm::Working) {
        return;
    }
    let paragraph = cx.paragraph(at);
    match cx.gap(date, at) {
        Gap::Unknown => out.cannot_tell(Why::Placed),
        Gap::Lines { blanks, space } => {
            let next = blanks == 0 && space <= 50;
            let inside = (170..=230).contains(&paragraph.opening());
            let how = if next { "indent" } else { "line" };
            out.judge(next && inside, cx.spot(at), vec![("how", how.into())]);
        }
    }
}
