//! One evidence record, owned, and its one JSON form.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use jiff::civil::{Date, DateTime};
use luoshi_diagnostics::{FileId, Note};
use sha2::{Digest, Sha256};

use crate::field::Field;
use crate::json::write_string;
use crate::kind::Kind;
use crate::line::read_line;
use crate::raw::{NO_DAY, NO_MINUTE, NO_NUMBER, RawRecord, items};
use crate::value::{Hundredths, date_of, day_of};

/// The status by which a correction withdraws its target.
pub const VOID: &str = "void";

/// One dated thing that happened, as the ledger keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Unique in the ledger. An empty id is replaced by [`Record::derived_id`] on entry.
    pub id: String,
    /// The township.
    pub jurisdiction: Option<String>,
    /// What sort of event.
    pub kind: Kind,
    /// The day it happened; for a task handed out, the day it is due.
    pub date: Date,
    /// Minutes since midnight.
    pub time: Option<u16>,
    /// The duty that it serves.
    pub duty: Option<String>,
    /// The village, unit or person that it is about.
    pub subject: Option<String>,
    /// Who acted: role or unit ids, staff numbers.
    pub actor: Vec<String>,
    /// The outcome, such as `attended`.
    pub status: Option<String>,
    /// A number of anything.
    pub quantity: Option<Hundredths>,
    /// Money, in fen.
    pub amount: Option<Hundredths>,
    /// Short words, such as `minutes`, `night_call`, `lead`, `assisted`.
    pub marks: Vec<String>,
    /// The id of another record; `ref` in JSON.
    pub refers: Option<String>,
    /// The last day of a waiver.
    pub until: Option<Date>,
    /// Free text.
    pub note: Option<String>,
    /// Files kept elsewhere.
    pub attachments: Vec<Attachment>,
    /// When it entered the ledger: Asia/Shanghai wall time, whole seconds.
    pub recorded_at: Option<DateTime>,
    /// Who entered it: a staff number.
    pub recorded_by: Option<String>,
    /// In a correction, the texts that replace fields of the record it refers to; an empty
    /// text removes a field.
    pub set: BTreeMap<Field, String>,
}

/// A file kept elsewhere, by name and checksum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// The file name.
    pub name: String,
    /// SHA-256 in lower-case hexadecimal.
    pub sha256: String,
}

impl Record {
    /// A record with nothing but its kind and day.
    #[must_use]
    pub fn new(kind: Kind, date: Date) -> Record {
        Record {
            id: String::new(),
            jurisdiction: None,
            kind,
            date,
            time: None,
            duty: None,
            subject: None,
            actor: Vec::new(),
            status: None,
            quantity: None,
            amount: None,
            marks: Vec::new(),
            refers: None,
            until: None,
            note: None,
            attachments: Vec::new(),
            recorded_at: None,
            recorded_by: None,
            set: BTreeMap::new(),
        }
    }

    /// Reads one line of JSON.
    ///
    /// # Errors
    /// A note for everything that is wrong with it, at places of `line`.
    pub fn from_json(line: &str, file: FileId) -> Result<Record, Vec<Note>> {
        let mut faults = Vec::new();
        let mut raw = RawRecord::empty();
        read_line(line, 0, &mut raw, &mut faults)
            .and_then(|_| Record::from_raw(&raw))
            .ok_or_else(|| faults.iter().map(|fault| fault.note(file)).collect())
    }

    /// The canonical JSON of the record, which is also its line in a JSONL file and what
    /// the ledger hashes.
    ///
    /// UTF-8 on one line, no blanks outside texts, keys in alphabetical order, absent and
    /// empty fields left out, `marks` and `attachments` lists, `actor` a text if it is one
    /// and a list otherwise, numbers without exponent and without closing zeros, in texts
    /// only `"`, `\` and control signs escaped.
    #[must_use]
    pub fn to_json(&self) -> String {
        self.json_of(|_| true)
    }

    /// The canonical JSON of some of the fields.
    fn json_of(&self, wanted: impl Fn(Field) -> bool) -> String {
        let mut out = String::with_capacity(256);
        out.push('{');
        for field in Field::ALL.into_iter().filter(|field| wanted(*field)) {
            let start = out.len();
            if start > 1 {
                out.push(',');
            }
            let _ = write!(out, "\"{}\":", field.key());
            if !self.write_value(field, &mut out) {
                out.truncate(start);
            }
        }
        out.push('}');
        out
    }

    /// The JSON of one field, empty if it is absent.
    pub(crate) fn value_json(&self, field: Field) -> String {
        let mut out = String::new();
        if !self.write_value(field, &mut out) {
            out.clear();
        }
        out
    }

    /// Appends the value of a field, or says that it is absent.
    fn write_value(&self, field: Field, out: &mut String) -> bool {
        match field {
            Field::Actor => match self.actor.as_slice() {
                [one] => write_text(out, Some(one)),
                all => write_list(out, all),
            },
            Field::Amount => write_shown(out, self.amount.as_ref()),
            Field::Attachments => self.write_attachments(out),
            Field::Date => write_text(out, Some(&self.date.to_string())),
            Field::Duty => write_text(out, self.duty.as_deref()),
            Field::Id => write_text(out, Some(&self.id)),
            Field::Jurisdiction => write_text(out, self.jurisdiction.as_deref()),
            Field::Kind => write_text(out, Some(self.kind.name())),
            Field::Marks => write_list(out, &self.marks),
            Field::Note => write_text(out, self.note.as_deref()),
            Field::Quantity => write_shown(out, self.quantity.as_ref()),
            Field::RecordedAt => write_text(out, self.recorded_at.map(shown_moment).as_deref()),
            Field::RecordedBy => write_text(out, self.recorded_by.as_deref()),
            Field::Ref => write_text(out, self.refers.as_deref()),
            Field::Set => self.write_set(out),
            Field::Status => write_text(out, self.status.as_deref()),
            Field::Subject => write_text(out, self.subject.as_deref()),
            Field::Time => write_text(out, self.time.map(shown_time).as_deref()),
            Field::Until => write_text(out, self.until.map(|d| d.to_string()).as_deref()),
        }
    }

    fn write_attachments(&self, out: &mut String) -> bool {
        out.push('[');
        for (place, file) in self.attachments.iter().enumerate() {
            out.push_str(if place == 0 {
                "{\"name\":"
            } else {
                ",{\"name\":"
            });
            write_string(out, &file.name);
            out.push_str(",\"sha256\":");
            write_string(out, &file.sha256);
            out.push('}');
        }
        out.push(']');
        !self.attachments.is_empty()
    }

    fn write_set(&self, out: &mut String) -> bool {
        out.push('{');
        for (place, (field, text)) in self.set.iter().enumerate() {
            if place > 0 {
                out.push(',');
            }
            let _ = write!(out, "\"{}\":", field.key());
            write_string(out, text);
        }
        out.push('}');
        !self.set.is_empty()
    }

    /// The id for a record that came without one: kind, day, subject and the start of the
    /// SHA-256 of the canonical JSON without `id`, `recorded_at` and `recorded_by`, so that
    /// the same row imported twice is the same record.
    #[must_use]
    pub fn derived_id(&self) -> String {
        let sum = Sha256::digest(self.content().as_bytes());
        let day = self.date.strftime("%Y%m%d");
        let mut id = format!("{}-{day}", self.kind.name());
        if let Some(subject) = self.subject.as_deref().filter(|s| s.chars().count() <= 40) {
            id.push('-');
            id.push_str(subject);
        }
        // Ten hexadecimal digits: fewer than any personal number has.
        id.push('-');
        for byte in &sum[..5] {
            let _ = write!(id, "{byte:02x}");
        }
        id
    }

    /// What makes two records the same: everything but when and by whom it was entered,
    /// and the id.
    #[must_use]
    pub fn content(&self) -> String {
        self.json_of(|field| !matches!(field, Field::Id | Field::RecordedAt | Field::RecordedBy))
    }

    /// The record that was read; none only if kind or day are missing.
    pub(crate) fn from_raw(raw: &RawRecord<'_>) -> Option<Record> {
        if raw.day == NO_DAY {
            return None;
        }
        let mut record = Record {
            id: raw.id.clone().into_owned(),
            jurisdiction: text(&raw.jurisdiction),
            kind: raw.kind?,
            date: date_of(raw.day),
            time: (raw.minute != NO_MINUTE).then_some(raw.minute),
            duty: text(&raw.duty),
            subject: text(&raw.subject),
            actor: items(&raw.actor).map(str::to_owned).collect(),
            status: text(&raw.status),
            quantity: number(raw.quantity),
            amount: number(raw.amount),
            marks: items(&raw.marks).map(str::to_owned).collect(),
            refers: text(&raw.refers),
            until: (raw.until != NO_DAY).then(|| date_of(raw.until)),
            note: text(&raw.note),
            attachments: Vec::new(),
            recorded_at: moment(raw.recorded_day, raw.recorded_second),
            recorded_by: text(&raw.recorded_by),
            set: BTreeMap::new(),
        };
        for (name, sha256) in &raw.attachments {
            record.attachments.push(Attachment {
                name: name.clone().into_owned(),
                sha256: sha256.clone().into_owned(),
            });
        }
        for (field, value) in &raw.set {
            record.set.insert(*field, value.clone().into_owned());
        }
        if record.id.is_empty() {
            record.id = record.derived_id();
        }
        Some(record)
    }

    /// The same record, borrowed, as readers see it.
    pub(crate) fn as_raw(&self) -> RawRecord<'_> {
        RawRecord {
            id: Cow::Borrowed(&self.id),
            jurisdiction: borrowed(self.jurisdiction.as_ref()),
            kind: Some(self.kind),
            day: day_of(self.date),
            minute: self.time.unwrap_or(NO_MINUTE),
            duty: borrowed(self.duty.as_ref()),
            subject: borrowed(self.subject.as_ref()),
            actor: joined(&self.actor),
            status: borrowed(self.status.as_ref()),
            quantity: self.quantity.map_or(NO_NUMBER, |n| n.0),
            amount: self.amount.map_or(NO_NUMBER, |n| n.0),
            marks: joined(&self.marks),
            refers: borrowed(self.refers.as_ref()),
            until: self.until.map_or(NO_DAY, day_of),
            note: borrowed(self.note.as_ref()),
            attachments: self
                .attachments
                .iter()
                .map(|a| {
                    (
                        Cow::Borrowed(a.name.as_str()),
                        Cow::Borrowed(a.sha256.as_str()),
                    )
                })
                .collect(),
            recorded_day: self.recorded_at.map_or(NO_DAY, |at| day_of(at.date())),
            recorded_second: self.recorded_at.map_or(0, second_of_day),
            recorded_by: borrowed(self.recorded_by.as_ref()),
            set: self
                .set
                .iter()
                .map(|(field, text)| (*field, Cow::Borrowed(text.as_str())))
                .collect(),
        }
    }
}

/// `09:30` for 570.
pub(crate) fn shown_time(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// `2012-05-10T09:30:00`, seconds and no more.
pub(crate) fn shown_moment(at: DateTime) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%S").to_string()
}

fn second_of_day(at: DateTime) -> u32 {
    let part = |n: i8| u32::from(n.unsigned_abs());
    part(at.hour()) * 3_600 + part(at.minute()) * 60 + part(at.second())
}

fn moment(day: i32, second: u32) -> Option<DateTime> {
    if day == NO_DAY {
        return None;
    }
    let part = |n: u32| i8::try_from(n).unwrap_or(0);
    let (hour, minute) = (part(second / 3_600), part(second / 60 % 60));
    Some(date_of(day).at(hour, minute, part(second % 60), 0))
}

fn text(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn number(number: i64) -> Option<Hundredths> {
    (number != NO_NUMBER).then_some(Hundredths(number))
}

fn borrowed(text: Option<&String>) -> Cow<'_, str> {
    Cow::Borrowed(text.map_or("", String::as_str))
}

fn joined(items: &[String]) -> Cow<'_, str> {
    match items {
        [] => Cow::Borrowed(""),
        [one] => Cow::Borrowed(one),
        many => Cow::Owned(many.join("、")),
    }
}

fn write_text(out: &mut String, text: Option<&str>) -> bool {
    let text = text.unwrap_or("");
    write_string(out, text);
    !text.is_empty()
}

fn write_list(out: &mut String, items: &[String]) -> bool {
    out.push('[');
    for (place, item) in items.iter().enumerate() {
        if place > 0 {
            out.push(',');
        }
        write_string(out, item);
    }
    out.push(']');
    !items.is_empty()
}

fn write_shown(out: &mut String, number: Option<&Hundredths>) -> bool {
    if let Some(number) = number {
        let _ = write!(out, "{number}");
    }
    number.is_some()
}
