//! Records as a sample sees them: what identifies one, and what puts it into a stratum.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use jiff::civil::Date;
use luoshi_evidence::{Columns, Evidence, Kind, date_of};
use sha2::{Digest, Sha256};

/// One record that can be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// The township whose ledger holds it.
    pub township: String,
    /// Its id, unique in that ledger.
    pub id: String,
    /// What sort of event.
    pub kind: Kind,
    /// The day of it.
    pub date: Date,
    /// The duty that it serves, by id; empty if none is named.
    pub duty: String,
    /// What it is about, by id; empty if nothing is named.
    pub subject: String,
    /// Who acted: roles, units, staff numbers.
    pub actor: String,
    /// The name of the duty.
    pub duty_name: String,
    /// The name of the subject.
    pub subject_name: String,
    /// Everything else that was recorded, such that a change of it shows in the digest.
    pub content: String,
}

/// Which records of the ledgers are meant; everything that is empty means all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// Of these kinds.
    pub kinds: Vec<Kind>,
    /// Of these duties, by id.
    pub duties: Vec<String>,
    /// From this day on.
    pub from: Option<Date>,
    /// Up to this day.
    pub to: Option<Date>,
}

impl Selection {
    /// Whether a record is meant.
    #[must_use]
    pub fn has(&self, unit: &Unit) -> bool {
        (self.kinds.is_empty() || self.kinds.contains(&unit.kind))
            && (self.duties.is_empty() || self.duties.contains(&unit.duty))
            && self.from.is_none_or(|first| unit.date >= first)
            && self.to.is_none_or(|last| unit.date <= last)
    }
}

/// By what records are put into strata.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum By {
    /// The township.
    Township,
    /// The kind of record.
    Kind,
    /// The duty.
    Duty,
    /// What the record is about.
    Village,
    /// The month of the event.
    Month,
}

impl By {
    /// Every one.
    pub const ALL: [By; 5] = [By::Township, By::Kind, By::Duty, By::Village, By::Month];

    /// The word of the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            By::Township => "township",
            By::Kind => "kind",
            By::Duty => "duty",
            By::Village => "village",
            By::Month => "month",
        }
    }

    /// What a record is by this; the id, not the name.
    pub(crate) fn of(self, unit: &Unit) -> String {
        match self {
            By::Township => unit.township.clone(),
            By::Kind => unit.kind.name().to_owned(),
            By::Duty => unit.duty.clone(),
            By::Village => unit.subject.clone(),
            By::Month => unit.date.strftime("%Y-%m").to_string(),
        }
    }
}

/// The records of a township that count as of its day, in the order of kinds and days; corrections are
/// in what they correct. `names` holds what duties and subjects are called, by id.
#[must_use]
pub fn units_of(
    evidence: &Evidence,
    township: &str,
    names: &BTreeMap<String, String>,
) -> Vec<Unit> {
    let kinds = Kind::ALL
        .into_iter()
        .filter(|kind| *kind != Kind::Correction);
    let columns = kinds.map(|kind| (kind, evidence.of(kind)));
    columns
        .flat_map(|(kind, columns)| {
            (0..columns.len()).map(move |row| unit(evidence, kind, columns, row, township, names))
        })
        .collect()
}

fn unit(
    evidence: &Evidence,
    kind: Kind,
    columns: &Columns,
    row: usize,
    township: &str,
    names: &BTreeMap<String, String>,
) -> Unit {
    let text = |column: &[u32]| evidence.names.text(column[row]).to_owned();
    let named = |id: &str| names.get(id).map_or_else(|| id.to_owned(), String::clone);
    let (duty, subject) = (text(&columns.duty), text(&columns.subject));
    let rest = [
        columns.minute[row].to_string(),
        text(&columns.status),
        text(&columns.marks),
        columns.quantity[row].to_string(),
        columns.amount[row].to_string(),
        columns.until[row].to_string(),
        evidence.ids.text(columns.refers[row]).to_owned(),
        evidence.files.of(columns.seq[row]).unwrap_or("").to_owned(),
    ];
    Unit {
        township: township.to_owned(),
        id: evidence.ids.text(columns.id[row]).to_owned(),
        kind,
        date: date_of(columns.day[row]),
        duty_name: named(&duty),
        subject_name: named(&subject),
        duty,
        subject,
        actor: text(&columns.actor),
        content: rest.join("\u{1f}"),
    }
}

/// SHA-256 over all records in the order of townships and ids: another ledger, another digest.
#[must_use]
pub fn population_digest(units: &[Unit]) -> String {
    let mut sorted: Vec<&Unit> = units.iter().collect();
    sorted.sort_by_key(|unit| (&unit.township, &unit.id));
    let mut sum = Sha256::new();
    for unit in sorted {
        let line = [
            unit.township.as_str(),
            &unit.id,
            unit.kind.name(),
            &unit.date.to_string(),
            &unit.duty,
            &unit.subject,
            &unit.actor,
            &unit.content,
        ];
        sum.update(line.join("\u{1f}"));
        sum.update("\n");
    }
    hex(&sum.finalize())
}

/// SHA-256 in small hexadecimal digits.
pub(crate) fn sha256(text: &str) -> String {
    hex(&Sha256::digest(text.as_bytes()))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}
