//! 发文登记: what was issued, and the next number.
//!
//! An issued paper is a record of the ledger with the mark `issued` and the name of its template as
//! marks, what it was written for as `ref`, and the SHA-256 of each file. A numbered one has its
//! number for an id, so that the ledger itself refuses to give a number out twice.

use std::collections::BTreeMap;

use jiff::civil::Date;
use luoshi_calendar::date;
use luoshi_evidence::{Attachment, Evidence, Kind, Record};
use luoshi_rules::ISSUED;

use crate::fill::Fills;
use crate::library::Template;
use crate::occasion::Occasion;
use crate::setting::IssuingBody;

/// A paper that was issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issued {
    /// The record: its id.
    pub record: String,
    /// The day of issue.
    pub date: Date,
    /// 发文字号, if it has one.
    pub number: Option<IssueNumber>,
}

/// 发文字号 (GB/T 9704-2012, 7.2.5).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct IssueNumber {
    /// 机关代字.
    pub symbol: String,
    /// The year.
    pub year: i16,
    /// The serial number, from 1, without gaps in its year.
    pub serial: u32,
}

impl IssueNumber {
    /// As it is printed: 坪政发〔2012〕3号.
    #[must_use]
    pub fn shown(&self) -> String {
        format!("{}〔{}〕{}号", self.symbol, self.year, self.serial)
    }

    /// The number of a text that [`IssueNumber::shown`] wrote.
    #[must_use]
    pub fn read(text: &str) -> Option<IssueNumber> {
        let (symbol, rest) = text.split_once('〔')?;
        let (year, rest) = rest.split_once('〕')?;
        let serial = rest.strip_suffix('号')?;
        let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        let plain = !symbol.is_empty() && digits(year) && digits(serial);
        let number = IssueNumber {
            symbol: symbol.to_owned(),
            year: year.parse().ok().filter(|_| plain)?,
            serial: serial.parse().ok()?,
        };
        // Only what is written back the same is such a number: no leading zeros.
        (number.shown() == text).then_some(number)
    }
}

/// All papers that were issued, by template and occasion, and the highest number of each year.
#[derive(Debug, Clone, Default)]
pub struct Register {
    papers: BTreeMap<(String, String), Issued>,
    highest: BTreeMap<(String, i16), u32>,
}

impl Register {
    /// The papers that evidence tells of. The number of a withdrawn record, or of one dated after the
    /// day of the run, stays given out: its id is among the ids of the evidence.
    #[must_use]
    pub fn of(evidence: &Evidence) -> Register {
        let mut register = Register::default();
        for kind in Kind::ALL {
            let columns = evidence.of(kind);
            for row in 0..columns.len() {
                let marks: Vec<&str> = evidence
                    .names
                    .text(columns.marks[row])
                    .split('、')
                    .collect();
                let Some(at) = marks.iter().position(|mark| *mark == ISSUED) else {
                    continue;
                };
                let template = marks.get(at + 1).copied().unwrap_or_default();
                let id = evidence.ids.text(columns.id[row]);
                let of = evidence.ids.text(columns.refers[row]);
                if let Some(date) = date(columns.day[row]) {
                    register.add(template, of, id, date);
                }
            }
        }
        let numbers = evidence.ids.iter().filter_map(IssueNumber::read);
        numbers.for_each(|number| register.take(&number));
        register
    }

    fn add(&mut self, template: &str, of: &str, id: &str, date: Date) {
        let number = IssueNumber::read(id);
        if let Some(number) = &number {
            self.take(number);
        }
        let issued = Issued {
            record: id.to_owned(),
            date,
            number,
        };
        let key = (template.to_owned(), of.to_owned());
        self.papers.entry(key).or_insert(issued);
    }

    fn take(&mut self, number: &IssueNumber) {
        let key = (number.symbol.clone(), number.year);
        let highest = self.highest.entry(key).or_default();
        *highest = number.serial.max(*highest);
    }

    /// Whether and how a paper was issued.
    #[must_use]
    pub fn issued(&self, template: &str, occasion: &str) -> Option<&Issued> {
        self.papers.get(&(template.to_owned(), occasion.to_owned()))
    }

    /// The next number of a body in a year, which is taken with this; none where the body has no 机关代字.
    pub fn next(&mut self, body: &IssuingBody, year: i16) -> Option<IssueNumber> {
        let symbol = body.symbol.clone()?;
        let known = self.highest.keys().any(|(known, _)| *known == symbol);
        let key = (symbol.clone(), year);
        // A body that had issued documents before goes on where it was, in the first year alone.
        let before = if known {
            0
        } else {
            body.first_number.saturating_sub(1)
        };
        let highest = self.highest.entry(key).or_insert(before);
        *highest = highest.saturating_add(1);
        Some(IssueNumber {
            symbol,
            year,
            serial: *highest,
        })
    }
}

/// The record of a paper that is issued: `files` are names with SHA-256 sums. What was filled in stands in
/// its note below the title, so that the paper can be written again.
#[must_use]
pub fn record_of(
    template: &Template,
    occasion: &Occasion,
    kind: Kind,
    issued: &Issued,
    (title, fills): (&str, &Fills),
    files: Vec<Attachment>,
) -> Record {
    let mut record = Record::new(kind, issued.date);
    record.id = issued.record.clone();
    record.duty = occasion.asked_by.clone().or_else(|| occasion.duty.clone());
    record.subject.clone_from(&occasion.subject);
    record.marks = vec![ISSUED.to_owned(), template.name.clone()];
    record.marks.extend(template.head.marks.iter().cloned());
    record.refers = Some(occasion.id.clone());
    let filled = fills
        .iter()
        .map(|(what, value)| format!("\n{what}={value}"));
    record.note = Some(filled.fold(title.to_owned(), |note, line| note + line.as_str()));
    record.attachments = files;
    record
}

/// What was filled in, by the note of the record of an issued paper.
#[must_use]
pub fn fills_of(note: &str) -> Fills {
    let lines = note.lines().skip(1);
    let pairs = lines.filter_map(|line| line.split_once('='));
    pairs
        .map(|(what, value)| (what.to_owned(), value.to_owned()))
        .collect()
}

/// The id of the record of a paper: its number, or its template and occasion.
#[must_use]
pub fn record_id(template: &str, occasion: &str, number: Option<&IssueNumber>) -> String {
    number.map_or_else(|| format!("{template}/{occasion}"), IssueNumber::shown)
}
