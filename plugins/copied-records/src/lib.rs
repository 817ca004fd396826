//! 复制台账: attachments, notes and figures that were used again for another day.
//!
//! In: the ledger's records with their notes, attachments and quantities. Out: one finding about the township.
//! Never here: a verdict. `README.md` says what is looked for, why, and how often it is wrong.

mod answer;
mod copies;
mod describe;
mod figures;
mod files;
mod likeness;
mod notes;
mod wording;

use std::collections::BTreeMap;

use luoshi_plugin_sdk::{Finding, Input};

pub use describe::describe;

use copies::{Copies, Place, Record, records};

/// What was compared, and what was found.
#[derive(Debug, Default)]
struct Found<'i> {
    /// Different attachments.
    files: usize,
    /// Records with a note long enough.
    notes: usize,
    /// Sequences of figures long enough.
    series: usize,
    copies: Vec<Copies<'i>>,
}

/// Judges a township.
///
/// # Errors
/// None.
pub fn judge(input: &Input) -> Result<Vec<Finding>, String> {
    let mut places: BTreeMap<Place<'_>, Vec<Record<'_>>> = BTreeMap::new();
    for (place, record) in records(input) {
        places.entry(place).or_default().push(record);
    }
    let mut found = Found::default();
    for (place, mut records) in places {
        // Nothing below may depend on the order of records within a day.
        records.sort_unstable_by(|a, b| a.key().cmp(&b.key()));
        files::look(input, place, &records, &mut found);
        notes::look(input, place, &records, &mut found);
        figures::look(input, place, &records, &mut found);
    }
    found.copies.sort_unstable_by(Copies::by_weight);
    Ok(vec![answer::answer(input, &found)])
}

luoshi_plugin_sdk::export!(describe, judge);
