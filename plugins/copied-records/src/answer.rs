//! The finding in words.

use std::collections::BTreeSet;

use luoshi_plugin_sdk::{Argument, Finding, Input, Outcome};

use crate::Found;
use crate::copies::{Copies, Sign};

/// Rows that a finding names at most.
const LISTED_AT_MOST: usize = 200;

/// What was found, heaviest first.
pub(crate) fn answer(input: &Input, found: &Found<'_>) -> Finding {
    match found.copies.first() {
        Some(worst) => copies(input, worst, &found.copies),
        None if found.files + found.notes + found.series == 0 => {
            Finding::new(Outcome::NotApplicable, "nothing")
        }
        None => Finding::new(Outcome::Met, "different")
            .with("files", found.files)
            .with("notes", found.notes)
            .with("series", found.series),
    }
}

fn copies(input: &Input, worst: &Copies<'_>, all: &[Copies<'_>]) -> Finding {
    let mut seen = BTreeSet::new();
    let rows = all.iter().flat_map(|copies| &copies.rows).copied();
    let rows: Vec<usize> = rows.filter(|row| seen.insert(*row)).collect();
    let listed = rows.len().min(LISTED_AT_MOST);
    let count = |of: fn(&Sign) -> bool| all.iter().filter(|copies| of(&copies.sign)).count();
    let finding = Finding::new(Outcome::Suspect, message(worst.sign))
        .figure(i64::try_from(rows.len()).unwrap_or(i64::MAX))
        .with("groups", all.len())
        .with("records", rows.len())
        .with("files", count(|sign| matches!(sign, Sign::File)))
        .with("notes", count(|sign| matches!(sign, Sign::Note)))
        .with("near", count(|sign| matches!(sign, Sign::Near)))
        .with("series", count(|sign| matches!(sign, Sign::Figures(_))))
        .with("duty", name(input, worst))
        .with("first", Argument::day(worst.first))
        .with("last", Argument::day(worst.last))
        .with("listed", listed)
        .records(rows.into_iter().take(listed));
    match worst.sign {
        Sign::Figures(length) => finding.with("length", length),
        _ => finding.with("count", worst.rows.len()),
    }
}

fn message(sign: Sign) -> &'static str {
    match sign {
        Sign::File => "file",
        Sign::Note => "note",
        Sign::Near => "near",
        Sign::Figures(_) => "figures",
    }
}

/// The name of the duty; its id if it has no name, and the kind of the records if they serve no duty.
fn name(input: &Input, copies: &Copies<'_>) -> String {
    let (kind, duty) = copies.place;
    let table = input.table("duties");
    let mut ids = table.texts("id").iter();
    let at = ids.position(|id| !duty.is_empty() && input.text(*id) == duty);
    let name = at.map_or("", |at| input.text(table.texts("name")[at]));
    let named = [name, duty, kind].into_iter().find(|text| !text.is_empty());
    named
        .unwrap_or_default()
        .chars()
        .take(NAME_AT_MOST)
        .collect()
}

/// Characters of a name at most.
const NAME_AT_MOST: usize = 80;
