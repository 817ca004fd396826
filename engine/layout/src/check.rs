//! `luoshi document check`: what in any official .docx keeps and what breaks the standard, by clause.

mod double_line;
mod drawing;
mod elements;
mod inline;
mod json;
mod judge;
mod look;
mod numbering;
mod package;
mod paper;
mod properties;
mod read;
mod report;
mod rules;
mod section;
mod styles;
mod table;
mod text;
mod units;
mod unreadable;
mod words;
mod xml;

pub use json::{REPORT_VERSION, report_json};
pub use report::{
    Deviation, Element, OpenField, Recognised, Report, Spot, SpotPart, Strength, Undecided, Why,
    fails,
};
pub use rules::{Rule, rules};
pub use text::{report_summary, report_text};
pub use unreadable::Unreadable;

use luoshi_plan::model::DocumentForm;

use crate::Figures;
use elements::{Elements, recognise};
use judge::{Context, Verdict, footer_spot};
use rules::Rule as OneRule;
use words::open_field;

/// Checks a .docx of any origin. `own` is the county's own layout: what departs from the standard because it says so is
/// marked, and fails the paper all the same where the standard demands otherwise.
///
/// # Errors
/// The file is no .docx, is locked or damaged, or is made to do harm.
pub fn check(bytes: &[u8], own: Option<&Figures>) -> Result<Report, Unreadable> {
    let paper = read::read(bytes)?;
    let found = recognise(&paper);
    let cx = Context {
        paper: &paper,
        found: &found,
        own,
    };
    let mut report = Report {
        form: found.form,
        elements: recognised(&cx),
        unrecognised: Vec::new(),
        deviations: Vec::new(),
        open: open_fields(&cx),
        undecided: Vec::new(),
        kept: Vec::new(),
    };
    report.unrecognised = unrecognised(&found, &report.elements);
    for rule in rules() {
        let mut verdict = Verdict::default();
        (rule.run)(&cx, &mut verdict);
        record(&mut report, rule, verdict);
    }
    Ok(report)
}

/// A rule that is broken somewhere is broken; one that holds where it can be told may still be undecided elsewhere.
fn record(report: &mut Report, rule: &OneRule, verdict: Verdict) {
    if let (Some(why), true) = (verdict.undecided, verdict.broken.is_empty()) {
        report.undecided.push(Undecided { rule: rule.id, why });
    } else if verdict.kept && verdict.broken.is_empty() {
        report.kept.push(rule.id);
    }
    report
        .deviations
        .extend(verdict.broken.into_iter().map(|broken| Deviation {
            rule: rule.id,
            clause: rule.clause,
            strength: rule.strength,
            spot: broken.spot,
            found: broken.found,
            own: broken.own,
        }));
}

fn recognised(cx: &Context<'_>) -> Vec<Recognised> {
    let mut list: Vec<Recognised> = cx
        .found
        .list()
        .into_iter()
        .map(|(element, at)| Recognised {
            element,
            spot: cx.spot(at),
        })
        .collect();
    let number = rules::page_number(cx);
    list.extend(number.map(|paragraph| Recognised {
        element: Element::PageNumber,
        spot: footer_spot(Some(paragraph)),
    }));
    list
}

/// What papers of this layout have without exception.
fn unrecognised(found: &Elements, elements: &[Recognised]) -> Vec<Element> {
    let expected: &[Element] = match found.form {
        None | Some(DocumentForm::Working) => &[],
        Some(DocumentForm::Minutes) => &[Element::Masthead, Element::Body, Element::Imprint],
        Some(DocumentForm::Letter) => &[
            Element::Masthead,
            Element::Number,
            Element::Title,
            Element::Addressee,
            Element::Body,
            Element::Signature,
            Element::Date,
        ],
        Some(DocumentForm::Official) => &[
            Element::Masthead,
            Element::Number,
            Element::RedRule,
            Element::Title,
            Element::Addressee,
            Element::Body,
            Element::Signature,
            Element::Date,
            Element::Imprint,
        ],
    };
    let has = |element: &Element| elements.iter().any(|r| r.element == *element);
    expected.iter().copied().filter(|e| !has(e)).collect()
}

fn open_fields(cx: &Context<'_>) -> Vec<OpenField> {
    let mut open = Vec::new();
    for (at, paragraph) in cx.paper.paragraphs.iter().enumerate() {
        let mut rest = paragraph.text.as_str();
        while let Some(field) = open_field(rest) {
            open.push(OpenField {
                text: field.to_owned(),
                spot: cx.spot(at),
            });
            let end = rest
                .find(field)
                .map_or(rest.len(), |start| start + field.len());
            rest = &rest[end..];
        }
    }
    open
}
