//! 版头 of an official document and of minutes (7.2, 10.3).

use super::body::Writer;
use super::paragraph::{Indent, Paragraph, Rule, Spacing, Tab};
use super::run::Run;
use super::styles;
use crate::geometry::{
    Masthead, NUMBER_BLANK_LINES, RULE_WEIGHT, SignatoryRow, TITLE_BLANK_LINES, character, length,
    masthead, page, rule_gap, signatory_rows,
};

/// Urgency, masthead, number and signatories, the red rule.
pub(super) fn head(writer: &mut Writer<'_>) {
    let head = &writer.document.head;
    if head.masthead.is_empty() {
        return;
    }
    let mut above = 0;
    if let Some(urgency) = &head.urgency {
        writer.paragraph(styles::LABEL, |out| Run::default().text(out, urgency));
        above = length(writer.figures.line_pitch);
    }
    let set = masthead(&head.masthead, writer.document.form, writer.figures);
    mark(writer, &set, (set.from_top - above).max(0));
    writer.blanks(NUMBER_BLANK_LINES);
    number(writer);
    rule(writer);
    writer.blanks(TITLE_BLANK_LINES);
}

/// 发文机关标志. On preprinted paper the same line, empty.
fn mark(writer: &mut Writer<'_>, set: &Masthead, before: i32) {
    let paragraph = Paragraph {
        spacing: Some(Spacing {
            before,
            line: set.line,
        }),
        ..Paragraph::of(styles::MASTHEAD)
    };
    let head = &writer.document.head;
    writer.write(paragraph, |out| {
        if !head.preprinted {
            mark_run(set).text(out, &head.masthead);
        }
    });
}

/// How the characters of a masthead look.
pub(super) fn mark_run(set: &Masthead) -> Run<'static> {
    Run {
        scale: (set.scale != 100).then_some(set.scale),
        size: Some(set.size),
        ..Run::default()
    }
}

/// 发文字号: centred; with signatories in the same line to the left (7.2.5, 7.2.6). A paper without a number keeps
/// the line, so that the rule is where readers look for it.
fn number(writer: &mut Writer<'_>) {
    let head = &writer.document.head;
    let rows = signatory_rows(&head.signatories, writer.figures);
    if rows.is_empty() {
        writer.paragraph(styles::NUMBER, |out| {
            if let Some(number) = &head.number {
                Run::default().field(out, number);
            }
        });
        return;
    }
    let last = rows.len() - 1;
    for (at, row) in rows.iter().enumerate() {
        signatory_row(writer, row, at == last);
    }
}

fn signatory_row(writer: &mut Writer<'_>, row: &SignatoryRow, with_number: bool) {
    let figures = writer.figures;
    let number = writer.document.head.number.as_ref();
    let left = row.label.into_iter();
    let stops = left.chain(
        row.names
            .iter()
            .skip(usize::from(row.label.is_some()))
            .map(|n| n.0),
    );
    let paragraph = Paragraph {
        tabs: stops.map(|at| Tab { kind: "left", at }).collect(),
        indent: Some(Indent {
            left: character(figures),
            ..Indent::default()
        }),
        justify: Some("left"),
        ..Paragraph::of(styles::NUMBER)
    };
    let second = Run {
        font: Some(&figures.fonts.second),
        ..Run::default()
    };
    writer.write(paragraph, |out| {
        if let Some(number) = number.filter(|_| with_number) {
            Run::default().field(out, number);
        }
        if row.label.is_some() {
            Run::default().text(out, "\t签发人：");
        }
        for (at, (_, name)) in row.names.iter().enumerate() {
            if at > 0 || row.label.is_none() {
                Run::default().text(out, "\t");
            }
            second.field(out, name);
        }
    });
}

/// The red rule, as wide as the type area (7.2.7). Preprinted paper has it already.
fn rule(writer: &mut Writer<'_>) {
    let paragraph = Paragraph {
        rule: (!writer.document.head.preprinted).then_some(Rule {
            weight: RULE_WEIGHT,
        }),
        spacing: Some(Spacing {
            before: 0,
            line: rule_gap(writer.figures),
        }),
        ..Paragraph::of(styles::RULE)
    };
    writer.write(paragraph, |_| ());
}

/// The right edge of the type area, for tabs.
pub(super) fn right_edge(writer: &Writer<'_>) -> i32 {
    page(writer.figures, writer.landscape).width()
}
