//! The head of a letter: everything red in a frame at a fixed place of the paper (10.1).

use super::body::Writer;
use super::head::{mark_run, right_edge};
use super::paragraph::{Frame, Indent, Paragraph, Rule, Spacing, Tab};
use super::run::Run;
use super::styles;
use crate::figures::Figures;
use crate::geometry::{
    LETTER_RULE_THICK, LETTER_RULE_THIN, LETTER_RULE_WIDTH, LETTER_RULES_APART, TITLE_BLANK_LINES,
    length, letter_head, masthead, page,
};

/// Masthead and double line, then number and urgency.
pub(super) fn head(writer: &mut Writer<'_>) {
    let document = writer.document;
    let head = &document.head;
    if head.masthead.is_empty() {
        return;
    }
    let set = masthead(&head.masthead, document.form, writer.figures);
    let place = letter_head(&set, writer.figures);
    let framed = |style, line, weight: Option<u32>| Paragraph {
        frame: Some(Frame {
            width: LETTER_RULE_WIDTH,
            top: set.from_top,
        }),
        rule: weight
            .filter(|_| !head.preprinted)
            .map(|weight| Rule { weight }),
        spacing: Some(Spacing { before: 0, line }),
        ..Paragraph::of(style)
    };
    writer.write(framed(styles::MASTHEAD, set.line, None), |out| {
        if !head.preprinted {
            mark_run(&set).text(out, &head.masthead);
        }
    });
    let rules = [
        (place.rule_gap, LETTER_RULE_THICK),
        (LETTER_RULES_APART, LETTER_RULE_THIN),
    ];
    for (gap, weight) in rules {
        writer.write(framed(styles::RULE, gap, Some(weight)), |_| ());
    }
    number(writer, place.number_gap);
    writer.blanks(TITLE_BLANK_LINES);
}

/// Urgency to the left, 发文字号 to the right, both 7/8 of a character below the first double line.
fn number(writer: &mut Writer<'_>, gap: i32) {
    let head = &writer.document.head;
    let strong = Run {
        font: Some(&writer.figures.fonts.heading),
        ..Run::default()
    };
    let paragraph = Paragraph {
        tabs: vec![Tab {
            kind: "right",
            at: right_edge(writer),
        }],
        spacing: Some(Spacing {
            before: gap,
            line: length(writer.figures.line_pitch),
        }),
        justify: Some("left"),
        ..Paragraph::of(styles::NUMBER)
    };
    writer.write(paragraph, |out| {
        if let Some(urgency) = &head.urgency {
            strong.text(out, urgency);
        }
        if let Some(number) = &head.number {
            Run::default().text(out, "\t");
            Run::default().field(out, number);
        }
    });
}

/// The double line at the foot of the first page, thin over thick.
pub(super) fn foot(out: &mut String, figures: &Figures) {
    let page = page(figures, false);
    let beside = (page.paper_width - LETTER_RULE_WIDTH) / 2;
    for weight in [LETTER_RULE_THIN, LETTER_RULE_THICK] {
        let paragraph = Paragraph {
            rule: Some(Rule { weight }),
            spacing: Some(Spacing {
                before: 0,
                line: LETTER_RULES_APART,
            }),
            indent: Some(Indent {
                left: beside - page.left,
                right: beside - page.right,
                first: 0,
            }),
            ..Paragraph::of(styles::RULE)
        };
        paragraph.empty(out);
    }
}
