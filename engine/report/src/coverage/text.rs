//! The outline as text: a line for each clause, and what carries it out.

use unicode_width::UnicodeWidthStr;

use super::{
    Carrier, ClauseCoverage, ClauseState, Coverage, DocumentCoverage, SectionCoverage, StateCounts,
};
use crate::reader::Reader;
use crate::table::paragraph;

/// Failing findings that are named at a clause; the rest are counted.
const NAMED: usize = 3;

/// Where a clause begins.
const INDENT: usize = 4;

/// The outline of all documents.
#[must_use]
pub fn coverage_text(coverage: &Coverage, reader: &Reader<'_>) -> String {
    let outline = Outline::new(reader);
    let mut out = outline.head(coverage);
    for (at, document) in coverage.documents.iter().enumerate() {
        outline.document(&mut out, at + 1, document);
    }
    out
}

/// The counts of all clauses in one line.
#[must_use]
pub fn coverage_line(coverage: &Coverage, reader: &Reader<'_>) -> String {
    let plan = &reader.assessment.plan.id;
    let as_of = reader.assessment.as_of.to_string();
    let simulated = &reader.assessment.evidence.simulated;
    let label = simulated
        .as_ref()
        .map_or_else(String::new, |_| reader.word("summary-simulated"));
    let args = [
        ("plan", plan.as_str().into()),
        ("as_of", as_of.into()),
        ("counts", counts(reader, &coverage.counts).into()),
        ("label", label.into()),
    ];
    reader.say("coverage-line", args) + "\n"
}

struct Outline<'r> {
    reader: &'r Reader<'r>,
    /// Columns of the widest word for a state.
    width: usize,
}

impl<'r> Outline<'r> {
    fn new(reader: &'r Reader<'r>) -> Self {
        let widths = ClauseState::ALL.map(|state| word(reader, state).width());
        Outline {
            reader,
            width: widths.into_iter().max().unwrap_or(0),
        }
    }

    fn head(&self, coverage: &Coverage) -> String {
        let reader = self.reader;
        let assessment = reader.assessment;
        let mut out = String::new();
        let title = [
            ("title", assessment.plan.title.as_str().into()),
            ("place", assessment.plan.place.as_str().into()),
        ];
        paragraph(&mut out, "", 0, &reader.say("coverage-title", title));
        if let Some(label) = reader.simulated() {
            paragraph(&mut out, "*** ", 4, &label);
        }
        out.push('\n');
        let day = reader.word("header-as-of");
        paragraph(&mut out, &day, day.width(), &assessment.as_of.to_string());
        let name = reader.word("coverage-clauses");
        let total = counted(reader, &coverage.counts);
        paragraph(&mut out, &name, name.width(), &total);
        let note = reader.word("coverage-note");
        paragraph(&mut out, &note, note.width(), &reader.word("coverage-rule"));
        if coverage.has_suspects() {
            let indent = " ".repeat(note.width());
            let rule = reader.word("coverage-rule-suspect");
            paragraph(&mut out, &indent, indent.len(), &rule);
        }
        out
    }

    fn document(&self, out: &mut String, number: usize, document: &DocumentCoverage) {
        let reader = self.reader;
        let ordinal = reader.words.find(&format!("ordinal-{number}"), &Vec::new());
        out.push('\n');
        let named = document.named(reader);
        paragraph(out, &ordinal.unwrap_or_default(), 4, &named);
        paragraph(out, "    ", 4, &counted(reader, &document.counts));
        for section in &document.sections {
            self.section(out, section);
        }
    }

    fn section(&self, out: &mut String, section: &SectionCoverage) {
        out.push('\n');
        if !section.heading.is_empty() {
            let args = [
                ("heading", section.heading.as_str().into()),
                ("counts", counts(self.reader, &section.counts).into()),
            ];
            paragraph(out, "  ", 4, &self.reader.say("coverage-section", args));
        }
        for clause in &section.clauses {
            self.clause(out, clause);
        }
    }

    fn clause(&self, out: &mut String, clause: &ClauseCoverage) {
        let reader = self.reader;
        let light = word(reader, clause.state);
        let hang = INDENT + self.width + 2;
        let pad = " ".repeat(hang.saturating_sub(INDENT + light.width()));
        let first = format!("{}{light}{pad}", " ".repeat(INDENT));
        paragraph(
            out,
            &first,
            hang,
            &format!("{} {}", clause.id, clause.summary),
        );
        let indent = " ".repeat(hang);
        if let Some(reason) = &clause.reason {
            let text = reader.say("coverage-reason", [("reason", reason.as_str().into())]);
            paragraph(out, &indent, hang + 2, &text);
        }
        for carrier in &clause.carriers {
            paragraph(out, &indent, hang + 2, &carried(reader, carrier));
            if !carrier.failing.is_empty() {
                let text = failing(reader, &carrier.failing);
                paragraph(out, &format!("{indent}  "), hang + 4, &text);
            }
        }
    }
}

/// A carrier and how it stands: 议事例会（council）：未落实 2、已落实 6.
fn carried(reader: &Reader<'_>, carrier: &Carrier) -> String {
    let statuses = carrier.statuses.iter();
    let statuses: Vec<String> = statuses
        .map(|(status, count)| format!("{} {count}", reader.status(*status)))
        .collect();
    let standing = match (carrier.state, &carrier.off) {
        (ClauseState::Off, Some(reason)) => {
            reader.say("coverage-off", [("reason", reason.as_str().into())])
        }
        (ClauseState::Off, None) => reader.word("coverage-off-parameter"),
        _ if statuses.is_empty() => reader.word(not_judged(carrier.section)),
        _ => reader.list(&statuses),
    };
    let args = [
        ("name", carrier.what.name.as_str().into()),
        ("id", carrier.what.id.as_str().into()),
        ("standing", standing.into()),
    ];
    reader.say("coverage-carrier", args)
}

/// Why something that carries a clause has no finding.
fn not_judged(section: &str) -> &'static str {
    match section {
        "penalties" => "coverage-penalty",
        "scorecards" => "coverage-score",
        "indicators" => "coverage-figure",
        "incidents" => "coverage-incident",
        _ => "coverage-no-finding",
    }
}

fn failing(reader: &Reader<'_>, ids: &[String]) -> String {
    let named = reader.list(&ids[..ids.len().min(NAMED)]);
    let count = i64::try_from(ids.len()).unwrap_or(i64::MAX);
    let args = [("ids", named.into()), ("count", count.into())];
    let key = if ids.len() > NAMED {
        "coverage-failing-more"
    } else {
        "coverage-failing"
    };
    reader.say(key, args)
}

fn word(reader: &Reader<'_>, state: ClauseState) -> String {
    reader.word(&format!("coverage-state-{}", state.word()))
}

/// How many there are, and in which states.
fn counted(reader: &Reader<'_>, states: &StateCounts) -> String {
    let total = i64::try_from(states.values().sum::<usize>()).unwrap_or(i64::MAX);
    let args = [
        ("total", total.into()),
        ("counts", counts(reader, states).into()),
    ];
    reader.say("coverage-counted", args)
}

fn counts(reader: &Reader<'_>, states: &StateCounts) -> String {
    let parts: Vec<String> = states
        .iter()
        .map(|(state, count)| format!("{} {count}", word(reader, *state)))
        .collect();
    reader.list(&parts)
}

impl DocumentCoverage {
    /// Its title, with the number that its clauses have in front.
    pub(crate) fn named(&self, reader: &Reader<'_>) -> String {
        let args = [
            ("title", self.title.as_str().into()),
            ("prefix", self.prefix.as_str().into()),
        ];
        let key = if self.prefix.is_empty() {
            "coverage-document"
        } else {
            "coverage-document-numbered"
        };
        reader.say(key, args)
    }
}
