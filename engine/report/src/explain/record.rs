//! What becomes of one record: the findings that rest on it, or why it decides nothing.

use luoshi_rules::Finding;

use super::{Find, records};
use crate::reader::Reader;
use crate::table::paragraph;
use crate::text::{irrelevance, unused};

/// Findings listed; the rest are counted.
const LISTED_AT_MOST: usize = 20;

/// What becomes of a record; none if the ledger holds no record of this id.
#[must_use]
pub fn explain_record(reader: &Reader<'_>, id: &str, find: Find<'_>) -> Option<String> {
    let record = find(id)?;
    let mut out = String::new();
    paragraph(&mut out, "", 0, &records::one(reader, &record));
    let evidence = &reader.assessment.evidence;
    let no_duty = evidence.irrelevant.iter().find(|(of, _)| of == id);
    let idle = evidence.unused.iter().find(|(of, _)| of == id);
    if let Some((_, why)) = no_duty {
        paragraph(&mut out, "  ", 2, &irrelevance(reader, id, *why));
    } else if let Some((_, why)) = idle {
        paragraph(&mut out, "  ", 2, &unused(reader, *why));
    }
    let rests = |f: &&Finding| {
        f.record.as_deref() == Some(id) || f.evidence.iter().any(|record| record == id)
    };
    let findings: Vec<&Finding> = reader.assessment.findings.iter().filter(rests).collect();
    if findings.is_empty() && no_duty.is_none() && idle.is_none() {
        paragraph(&mut out, "  ", 2, &reader.word("explain-record-counted"));
    }
    if !findings.is_empty() {
        paragraph(&mut out, "  ", 2, &reader.word("explain-record-used"));
    }
    for finding in findings.iter().take(LISTED_AT_MOST) {
        let args = [
            ("id", finding.id.as_str().into()),
            ("status", reader.status(finding.status).into()),
        ];
        let line = reader.say("explain-record-finding", args);
        paragraph(&mut out, "  - ", 4, &line);
    }
    let more = findings.len().saturating_sub(LISTED_AT_MOST);
    if more > 0 {
        let more = i64::try_from(more).unwrap_or(i64::MAX);
        let line = reader.say("report-more", [("count", more.into())]);
        paragraph(&mut out, "    ", 4, &line);
    }
    Some(out)
}
