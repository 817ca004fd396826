//! What tools read of a check.

use luoshi_diagnostics::{Arg, Messages};
use luoshi_plan::model::DocumentForm;
use serde_json::{Map, Value, json};

use super::report::{Deviation, Report, Spot, SpotPart, fails};
use super::text::{clause_text, rule_text};

/// The version of the format; a key that is added does not change it.
pub const REPORT_VERSION: u32 = 1;

/// The report for tools. Keys, rule ids and words in English are stable; texts are in the language of `words`.
#[must_use]
pub fn report_json(report: &Report, words: Messages) -> Value {
    let elements = report.elements.iter().map(|recognised| {
        json!({
            "element": recognised.element.word(),
            "name": words.word(recognised.element.key()),
            "place": place(&recognised.spot),
        })
    });
    let open = report.open.iter();
    let open = open.map(|field| json!({ "text": field.text, "place": place(&field.spot) }));
    let undecided = report.undecided.iter().map(|undecided| {
        json!({
            "rule": undecided.rule,
            "requirement": words.word(&format!("layout-{}", undecided.rule)),
            "why": undecided.why.key().trim_start_matches("layout-why-"),
            "reason": words.word(undecided.why.key()),
        })
    });
    json!({
        "version": REPORT_VERSION,
        "form": report.form.map(form_word),
        "fails": fails(report),
        "elements": elements.collect::<Vec<_>>(),
        "unrecognised": report.unrecognised.iter().map(|e| e.word()).collect::<Vec<_>>(),
        "deviations": report.deviations.iter().map(|d| deviation(d, words)).collect::<Vec<_>>(),
        "open": open.collect::<Vec<_>>(),
        "undecided": undecided.collect::<Vec<_>>(),
        "kept": report.kept,
    })
}

fn deviation(deviation: &Deviation, words: Messages) -> Value {
    let arguments: Map<String, Value> = deviation
        .found
        .iter()
        .map(|(name, arg)| ((*name).to_owned(), argument(arg, words)))
        .collect();
    json!({
        "rule": deviation.rule,
        "clause": clause_text(deviation.clause, words),
        "strength": deviation.strength.word(),
        "own_layout": deviation.own,
        "place": place(&deviation.spot),
        "requirement": words.word(&format!("layout-{}", deviation.rule)),
        "found": rule_text(deviation, "found", words),
        "to_do": rule_text(deviation, "do", words),
        "arguments": arguments,
    })
}

fn argument(arg: &Arg, words: Messages) -> Value {
    match arg {
        Arg::Text(text) => text.as_str().into(),
        Arg::Number(number) => (*number).into(),
        Arg::Term(key) => words.word(key).into(),
        Arg::List(names) => names.clone().into(),
    }
}

fn place(spot: &Spot) -> Value {
    let at = match spot.part {
        SpotPart::Section => "section",
        SpotPart::Whole | SpotPart::Text | SpotPart::Footer => "paragraph",
    };
    let part = match spot.part {
        SpotPart::Whole => "whole",
        SpotPart::Section => "section",
        SpotPart::Text => "text",
        SpotPart::Footer => "footer",
    };
    let mut place = Map::new();
    place.insert("part".to_owned(), part.into());
    if spot.at > 0 {
        place.insert(at.to_owned(), spot.at.into());
    }
    if !spot.start.is_empty() {
        place.insert("start".to_owned(), spot.start.as_str().into());
    }
    place.into()
}

/// The word of a layout.
fn form_word(form: DocumentForm) -> &'static str {
    match form {
        DocumentForm::Official => "official",
        DocumentForm::Letter => "letter",
        DocumentForm::Minutes => "minutes",
        DocumentForm::Working => "working",
    }
}
