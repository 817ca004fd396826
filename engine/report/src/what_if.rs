//! What other values of parameters would change: findings, proposals, scores.

use std::collections::BTreeMap;

use luoshi_lint::burden::Change as Burdened;
use luoshi_rules::{Change, Comparison, Finding, ScoreChange, Standing, Status, Turn};

use crate::burden::changes_text;
use crate::reader::{Reader, shown};
use crate::table::{Side, Table, paragraph};
use crate::text::{measure, some_of};

mod json;

pub use json::what_if_json;

/// Places in one cell.
const PLACES_AT_MOST: usize = 8;

/// Two readings of the same year, and what differs between them.
pub struct WhatIf<'a> {
    /// The year under the plan as it is.
    pub before: Reader<'a>,
    /// The year under other values.
    pub after: Reader<'a>,
    /// What differs.
    pub comparison: Comparison<'a>,
    /// What the plan asks of people: what becomes more or less.
    pub burden: &'a [Burdened],
}

/// Writes what changes, worse first.
#[must_use]
pub fn what_if_text(of: &WhatIf<'_>) -> String {
    let reader = &of.after;
    let mut out = String::new();
    let args = [
        ("place", reader.assessment.plan.place.as_str().into()),
        ("as_of", reader.assessment.as_of.to_string().into()),
    ];
    paragraph(&mut out, "", 0, &reader.say("what-if-title", args));
    if let Some(label) = reader.simulated() {
        paragraph(&mut out, "", 0, &label);
    }
    let changed = [
        ("what-if-counts", counts(of)),
        ("what-if-worse", changes(of, Turn::Worse)),
        ("what-if-better", changes(of, Turn::Better)),
        ("what-if-other", changes(of, Turn::Other)),
        ("what-if-proposals", proposals(of)),
        ("what-if-scores", scores(of)),
        ("what-if-burden", changes_text(reader.words, of.burden)),
    ];
    section(reader, &mut out, "what-if-parameters", &parameters(of));
    if changed.iter().all(|(_, text)| text.is_empty()) {
        out.push('\n');
        paragraph(&mut out, "", 0, &reader.word("what-if-nothing"));
    }
    for (key, text) in &changed {
        section(reader, &mut out, key, text);
    }
    out
}

/// A part with its heading; what did not change has none.
pub(crate) fn section(reader: &Reader<'_>, out: &mut String, key: &str, text: &str) {
    if !text.is_empty() {
        out.push_str(&format!("\n{}\n\n{text}", reader.word(key)));
    }
}

pub(crate) fn parameters(of: &WhatIf<'_>) -> String {
    let columns = ["column-parameter", "what-if-before", "what-if-after"];
    let mut table = Table::new(columns.map(|c| (of.after.word(c), Side::Left)).into());
    for (name, before, after) in differing(of) {
        table.row(vec![name, before, after]);
    }
    written(&table)
}

/// Parameters whose values differ: name and id, before, after.
fn differing(of: &WhatIf<'_>) -> Vec<(String, String, String)> {
    let reader = &of.after;
    let value = |value: &Option<String>| {
        let open = || reader.word("what-if-open");
        value.clone().unwrap_or_else(open)
    };
    let known = &of.before.assessment.parameters;
    let pairs = reader.assessment.parameters.iter().filter_map(|after| {
        let before = known.iter().find(|p| p.id == after.id)?;
        let name = format!("{} ({})", after.name, after.id);
        (before.value != after.value).then(|| (name, value(&before.value), value(&after.value)))
    });
    pairs.collect()
}

fn counts(of: &WhatIf<'_>) -> String {
    let reader = &of.after;
    let columns = [
        ("column-status", Side::Left),
        ("what-if-before", Side::Right),
        ("what-if-after", Side::Right),
        ("what-if-difference", Side::Right),
    ];
    let mut table = Table::new(columns.map(|(c, side)| (reader.word(c), side)).into());
    for (status, before, after) in &of.comparison.counts {
        if before != after {
            table.row(vec![
                reader.status(*status),
                before.to_string(),
                after.to_string(),
                difference(*before, *after),
            ]);
        }
    }
    written(&table)
}

fn difference(before: usize, after: usize) -> String {
    if after >= before {
        format!("+{}", after - before)
    } else {
        format!("-{}", before - after)
    }
}

/// Changes of one turn, those of a duty with the same statuses together.
pub(crate) fn changes(of: &WhatIf<'_>, turn: Turn) -> String {
    type Key = (String, Option<Status>, Option<Status>);
    let reader = &of.after;
    let mut groups: BTreeMap<Key, Vec<String>> = BTreeMap::new();
    for change in of.comparison.findings.iter().filter(|c| c.turn() == turn) {
        let key = (
            duty(of, change),
            status(change.before),
            status(change.after),
        );
        groups.entry(key).or_default().push(place(of, change));
    }
    let columns = [
        "column-duty",
        "what-if-before",
        "what-if-after",
        "what-if-where",
    ];
    let mut table = Table::new(columns.map(|c| (reader.word(c), Side::Left)).into());
    for ((duty, before, after), places) in &groups {
        let word = |status: &Option<Status>| {
            status.map_or_else(|| reader.word("what-if-none"), |s| reader.status(s))
        };
        table.row(vec![
            duty.clone(),
            word(before),
            word(after),
            some_of(reader, places, PLACES_AT_MOST),
        ]);
    }
    written(&table)
}

fn status(finding: Option<&Finding>) -> Option<Status> {
    finding.map(|f| f.status)
}

/// The reader and the finding to speak of: the later one where there is one.
fn told<'r, 'a>(of: &'r WhatIf<'a>, change: &Change<'a>) -> Option<(&'r Reader<'a>, &'a Finding)> {
    match (change.after, change.before) {
        (Some(after), _) => Some((&of.after, after)),
        (None, Some(before)) => Some((&of.before, before)),
        (None, None) => None,
    }
}

fn duty(of: &WhatIf<'_>, change: &Change<'_>) -> String {
    let told = told(of, change).and_then(|(reader, finding)| reader.duty(finding));
    told.map_or_else(String::new, |duty| duty.name.clone())
}

fn place(of: &WhatIf<'_>, change: &Change<'_>) -> String {
    let Some((reader, finding)) = told(of, change) else {
        return String::new();
    };
    match reader.when(finding).as_str() {
        "-" => reader.about(finding),
        when => format!("{} {when}", reader.about(finding)),
    }
}

pub(crate) fn proposals(of: &WhatIf<'_>) -> String {
    let reader = &of.after;
    let columns = [
        "what-if-turn",
        "column-falls-on",
        "column-measure",
        "column-by",
    ];
    let mut table = Table::new(columns.map(|c| (reader.word(c), Side::Left)).into());
    let new = of.comparison.proposed.iter().map(|p| ("what-if-new", p));
    let gone = of.comparison.dropped.iter().map(|p| ("what-if-gone", p));
    for (turn, proposal) in new.chain(gone) {
        let falls_on = proposal.falls_on.as_ref();
        table.row(vec![
            reader.word(turn),
            falls_on.map_or_else(|| reader.word("report-whole"), shown),
            measure(reader, &proposal.measure),
            shown(&proposal.by),
        ]);
    }
    written(&table)
}

pub(crate) fn scores(of: &WhatIf<'_>) -> String {
    let reader = &of.after;
    let columns = ["column-about", "what-if-before", "what-if-after"];
    let mut table = Table::new(columns.map(|c| (reader.word(c), Side::Left)).into());
    for change in &of.comparison.scores {
        table.row(vec![
            scored(reader, change),
            standing(reader, change.before),
            standing(reader, change.after),
        ]);
    }
    written(&table)
}

fn scored(reader: &Reader<'_>, change: &ScoreChange<'_>) -> String {
    let whole = || reader.word("report-whole");
    format!(
        "{} {}",
        shown(change.scorecard),
        change.subject.map_or_else(whole, shown)
    )
}

fn standing(reader: &Reader<'_>, standing: Option<Standing<'_>>) -> String {
    let Some(standing) = standing else {
        return "-".to_owned();
    };
    let rank = standing
        .rank
        .map(|rank| reader.say("what-if-rank", [("rank", i64::from(rank).into())]));
    let parts = [
        Some(standing.score.to_string()),
        standing.grade.map(str::to_owned),
        rank,
    ];
    reader.join(&parts.into_iter().flatten().collect::<Vec<_>>())
}

pub(crate) fn written(table: &Table) -> String {
    let mut out = String::new();
    if !table.is_empty() {
        table.write(&mut out, 2);
    }
    out
}
