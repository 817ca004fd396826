//! What parameters and packages turn off. What the plan disables itself is among its deviations.

use crate::deviations::{disabled_below, reasoned};
use crate::reader::Reader;
use crate::table::paragraph;

pub(super) fn body(reader: &Reader<'_>) -> String {
    let mut out = String::new();
    let inactive = reader.assessment.inactive.iter();
    let names: Vec<String> = inactive
        .filter(|i| i.reason.is_none())
        .map(|i| i.name.clone())
        .collect();
    if !names.is_empty() {
        let args = [("names", reader.list(&names).into())];
        let text = reader.say("inactive-by-parameter", args);
        paragraph(&mut out, "  - ", 4, &text);
    }
    for off in disabled_below(&reader.assessment.inactive, &reader.assessment.deviations) {
        let text = reasoned(reader.words, off).unwrap_or_default();
        paragraph(&mut out, "  - ", 4, &text);
    }
    out
}
