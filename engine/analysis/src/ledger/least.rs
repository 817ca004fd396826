//! As few records as can be, and as short.

use std::collections::BTreeMap;

use luoshi_evidence::Record;
use luoshi_rules::Program;

use super::maker::Maker;

impl Maker<'_> {
    /// Takes out every record without which the rules come to the same, the last first.
    pub(super) fn least(&self, programs: &[Program<'_>], mut records: Vec<Record>) -> Vec<Record> {
        let mut size = records.len().div_ceil(2).max(1);
        loop {
            let before = records.len();
            let mut end = records.len();
            while end > 0 {
                let start = end.saturating_sub(size);
                let mut fewer = records.clone();
                fewer.drain(start..end);
                if self.is_right(programs, &fewer) {
                    records = fewer;
                }
                end = start;
            }
            if size == 1 && records.len() == before {
                break;
            }
            size = if records.len() == before {
                size.div_ceil(2)
            } else {
                size.min(records.len().max(1))
            };
        }
        let bare: Vec<Record> = records.iter().map(bare).collect();
        if self.is_right(programs, &bare) {
            bare
        } else {
            records
        }
    }
}

/// A record without what no check reads.
fn bare(record: &Record) -> Record {
    Record {
        recorded_at: None,
        recorded_by: None,
        note: None,
        ..record.clone()
    }
}

/// The records under short ids, in the order of their days.
pub(super) fn named(mut records: Vec<Record>) -> Vec<Record> {
    records.sort_by_key(|record| (record.date, record.time));
    let ids: BTreeMap<String, String> = records
        .iter()
        .enumerate()
        .map(|(at, record)| (record.id.clone(), format!("r{}", at + 1)))
        .collect();
    for record in &mut records {
        record.id = ids.get(&record.id).cloned().unwrap_or_default();
        let refers = record.refers.take();
        record.refers = refers.map(|id| ids.get(&id).cloned().unwrap_or(id));
    }
    records
}
