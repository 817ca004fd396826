//! What the plan does not carry out, and who turned it off.

use luoshi_plan::Inactive;

use crate::reader::Reader;
use crate::table::paragraph;

pub(super) fn body(reader: &Reader<'_>) -> String {
    let mut out = String::new();
    let (by_plan, by_parameter): (Vec<&Inactive>, Vec<&Inactive>) = reader
        .assessment
        .inactive
        .iter()
        .partition(|i| i.reason.is_some());
    for inactive in by_plan {
        let reason = inactive.reason.as_deref().unwrap_or("");
        let args = [
            ("name", inactive.name.as_str().into()),
            ("reason", reason.into()),
        ];
        paragraph(&mut out, "  - ", 4, &reader.say("inactive-reason", args));
    }
    if !by_parameter.is_empty() {
        let names: Vec<String> = by_parameter.iter().map(|i| i.name.clone()).collect();
        let args = [("names", reader.list(&names).into())];
        paragraph(
            &mut out,
            "  - ",
            4,
            &reader.say("inactive-by-parameter", args),
        );
    }
    out
}
