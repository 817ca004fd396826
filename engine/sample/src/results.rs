//! The list as it came back: each row checked against what was drawn.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use luoshi_diagnostics::{Code, Lang, Messages, Note, Staged};

use crate::form::{Answer, CHECK, COLUMNS, check};
use crate::head::Head;
use crate::unit::Selection;

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Results {
    pub(crate) head: Head,
    /// What was drawn, as it is called in the list, in its order there.
    pub strata: Vec<Returned>,
}

/// One stratum as it came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Returned {
    /// What it is called; empty for strata of which no row came back.
    pub label: String,
    /// How many records it has.
    pub all: u64,
    /// How many were drawn.
    pub drawn: u64,
    /// How many have this answer, in the order of [`Answer::ALL`]; rows that did not come back are
    /// unchecked.
    pub answers: [u64; 4],
}

impl Results {
    /// The digest of the population from which it was drawn.
    #[must_use]
    pub fn population(&self) -> &str {
        &self.head.population
    }

    /// Which records it was drawn from.
    #[must_use]
    pub fn selection(&self) -> &Selection {
        &self.head.selection
    }

    /// The day of the ledgers from which it was drawn.
    #[must_use]
    pub fn as_of(&self) -> jiff::civil::Date {
        self.head.as_of
    }
}

/// Reads a list that came back as a table.
#[must_use]
pub fn read_csv(text: &str, path: &str) -> Staged<Results> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        match record {
            Ok(record) => {
                let line = record.position().map_or(0, csv::Position::line);
                rows.push((line, record.iter().map(str::to_owned).collect()));
            }
            Err(error) => return refused(path, "damaged", &error.to_string()),
        }
    }
    read(&rows, path)
}

/// Reads a list that came back as a workbook: its first sheet that holds one.
#[must_use]
pub fn read_workbook(bytes: &[u8], path: &str) -> Staged<Results> {
    let mut book = match Xlsx::new(Cursor::new(bytes)) {
        Ok(book) => book,
        Err(error) => return refused(path, "damaged", &error.to_string()),
    };
    for name in book.sheet_names() {
        let range = match book.worksheet_range(&name) {
            Ok(range) => range,
            Err(error) => return refused(path, "damaged", &error.to_string()),
        };
        let first = range.start().map_or(0, |(row, _)| u64::from(row));
        let rows: Vec<Row> = (first + 1..)
            .zip(range.rows())
            .map(|(at, cells)| (at, cells.iter().map(cell).collect()))
            .collect();
        if rows.iter().any(|(_, cells)| head(cells).is_some()) {
            return read(&rows, path);
        }
    }
    refused(path, "head", "")
}

/// A row with its number as people count.
type Row = (u64, Vec<String>);

fn read(rows: &[Row], path: &str) -> Staged<Results> {
    let Some((at, head)) = rows
        .iter()
        .enumerate()
        .find_map(|(at, (_, cells))| Some((at, head(cells)?)))
    else {
        return refused(path, "head", "");
    };
    let headed = rows[at + 1..]
        .iter()
        .enumerate()
        .find_map(|(below, (_, cells))| Some((below, columns(cells)?)));
    let Some((below, columns)) = headed else {
        return refused(path, "headings", "");
    };
    let mut table = Table {
        head,
        columns,
        notes: Vec::new(),
        rows: BTreeMap::new(),
        strata: Vec::new(),
    };
    for (line, cells) in &rows[at + 2 + below..] {
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            table.take(*line, cells);
        }
    }
    table.finish()
}

fn head(cells: &[String]) -> Option<Head> {
    cells.iter().find_map(|cell| Head::read(cell))
}

/// Where each column is, if these are the headings, in either language.
fn columns(cells: &[String]) -> Option<BTreeMap<&'static str, usize>> {
    let mut found = BTreeMap::new();
    for key in COLUMNS.into_iter().chain([CHECK]) {
        let heading = |lang| Messages::of(lang).word(&format!("sample-column-{key}"));
        let headings = Lang::ALL.map(heading);
        let at = cells
            .iter()
            .position(|cell| headings.contains(&cell.trim().to_owned()));
        if let Some(at) = at {
            found.insert(key, at);
        }
    }
    let needed = [
        "township", "stratum", "all", "drawn", "record", "result", CHECK,
    ];
    needed
        .iter()
        .all(|key| found.contains_key(key))
        .then_some(found)
}

struct Table {
    head: Head,
    columns: BTreeMap<&'static str, usize>,
    notes: Vec<Note>,
    /// The answer to each record, and the row of it.
    rows: BTreeMap<(String, String), (Answer, u64)>,
    strata: Vec<Returned>,
}

impl Table {
    fn take(&mut self, line: u64, cells: &[String]) {
        let cell = |key: &str| {
            let at = self.columns.get(key).copied().unwrap_or(usize::MAX);
            cells.get(at).map_or("", |cell| cell.trim()).to_owned()
        };
        let (label, township, id) = (cell("stratum"), cell("township"), cell("record"));
        let (all, drawn) = (cell("all"), cell("drawn"));
        let note = |code| {
            Note::new(code)
                .arg("row", i64::try_from(line).unwrap_or(i64::MAX))
                .arg("record", id.as_str())
        };
        let expected = check(&self.head.line, [&label, &all, &drawn, &township, &id]);
        let counts = (all.parse(), drawn.parse());
        let ((Ok(all), Ok(drawn)), true) = (counts, expected == cell(CHECK)) else {
            self.notes.push(note(Code::SampleForeignRow));
            return;
        };
        let typed = cell("result");
        let Some(answer) = Answer::read(&typed) else {
            self.notes
                .push(note(Code::SampleAnswer).arg("value", typed));
            return;
        };
        let earlier = self.rows.insert((township, id.clone()), (answer, line));
        match earlier {
            None => self.count(label, all, drawn, answer),
            Some((before, row)) if before == answer => {
                let row = i64::try_from(row).unwrap_or(i64::MAX);
                self.notes
                    .push(note(Code::SampleRepeated).arg("first", row));
            }
            Some((_, row)) => {
                let row = i64::try_from(row).unwrap_or(i64::MAX);
                self.notes
                    .push(note(Code::SampleContradicted).arg("first", row));
            }
        }
    }

    fn count(&mut self, label: String, all: u64, drawn: u64, answer: Answer) {
        let at = self.strata.iter().position(|s| s.label == label);
        let at = at.unwrap_or_else(|| {
            self.strata.push(Returned {
                label,
                all,
                drawn,
                answers: [0; 4],
            });
            self.strata.len() - 1
        });
        self.strata[at].answers[answer as usize] += 1;
    }

    /// What did not come back is unchecked.
    fn finish(mut self) -> Staged<Results> {
        let broken =
            !self.notes.is_empty() && self.notes.iter().any(|n| n.code != Code::SampleRepeated);
        if broken {
            return Staged {
                value: None,
                notes: self.notes,
            };
        }
        let sum = |of: fn(&Returned) -> u64| self.strata.iter().map(of).sum::<u64>();
        let (all, drawn) = (sum(|s| s.all), sum(|s| s.drawn));
        if all < self.head.records {
            self.strata.push(Returned {
                label: String::new(),
                all: self.head.records - all,
                drawn: self.head.drawn.saturating_sub(drawn),
                answers: [0; 4],
            });
        }
        let mut missing = 0;
        for stratum in &mut self.strata {
            let back: u64 = stratum.answers.iter().sum();
            let lost = stratum.drawn.saturating_sub(back);
            stratum.answers[Answer::Unchecked as usize] += lost;
            missing += lost;
        }
        if missing > 0 {
            let count = i64::try_from(missing).unwrap_or(i64::MAX);
            self.notes
                .push(Note::new(Code::SampleRowsMissing).arg("count", count));
        }
        Staged {
            value: Some(Results {
                head: self.head,
                strata: self.strata,
            }),
            notes: self.notes,
        }
    }
}

fn refused(path: &str, reason: &str, detail: &str) -> Staged<Results> {
    let note = Note::new(Code::SampleUnreadable)
        .arg("path", path)
        .arg("reason", reason)
        .arg("detail", detail);
    Staged {
        value: None,
        notes: vec![note],
    }
}

/// A cell as text; a spreadsheet may have made numbers of digits.
fn cell(data: &Data) -> String {
    data.to_string()
}
