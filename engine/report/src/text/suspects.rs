//! What a person should look into: signs in the records, by duty.

use luoshi_rules::{Finding, Status};

use super::failures;
use crate::reader::Reader;
use crate::table::paragraph;

pub(super) fn body(reader: &Reader<'_>) -> String {
    let mut out = String::new();
    for duty in &reader.assessment.duties {
        let findings = reader.assessment.findings.get(duty.findings.clone());
        let suspects: Vec<&Finding> = findings
            .unwrap_or_default()
            .iter()
            .filter(|f| f.status == Status::Suspect)
            .collect();
        if !suspects.is_empty() {
            failures::write(reader, &mut out, duty, &suspects);
        }
    }
    if out.is_empty() {
        return out;
    }
    let mut said = String::new();
    paragraph(&mut said, "  ", 2, &reader.word("suspects-only"));
    format!("{said}\n{out}")
}
