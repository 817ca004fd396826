//! A township to the packed tables of a plugin.

use std::ops::Range;

use luoshi_evidence::{Columns, Dictionary, Evidence, Kind, Notes};
use luoshi_plugin_interface::{Encoder, NO_DAY, NO_ROW, ROWS_AT_MOST, Reading};

use crate::order::Order;
use crate::scene::Scene;

/// What a plugin is shown.
#[derive(Debug, Clone, Copy)]
pub struct Sight<'a> {
    /// Who, what for, when.
    pub scene: &'a Scene,
    /// The ledger.
    pub evidence: &'a Evidence,
    /// The kinds of records that it may see.
    pub kinds: &'a [Kind],
    /// The duties whose records it may see; all if there is none.
    pub duties: &'a [String],
}

/// Packs tables, batch by batch, with one dictionary for all.
pub(crate) struct Packer<'a> {
    sight: Sight<'a>,
    order: Order,
    encoder: Encoder,
    texts: Dictionary,
    /// Code for the plugin of each name of the ledger; [`NO_CODE`] while it has none.
    names: Vec<u32>,
    /// Row in `subjects` of each name of the ledger.
    subjects: Vec<u32>,
}

const NO_CODE: u32 = u32::MAX;

impl<'a> Packer<'a> {
    pub(crate) fn new(sight: Sight<'a>) -> Packer<'a> {
        let names = &sight.evidence.names;
        let mut subjects = vec![NO_ROW; names.len()];
        for (row, subject) in (0..).zip(&sight.scene.subjects) {
            if let Some(code) = names.code(&subject.id).filter(|code| *code != 0) {
                subjects[code as usize] = row;
            }
        }
        Packer {
            order: Order::new(sight.evidence, sight.kinds, sight.duties),
            encoder: Encoder::default(),
            texts: Dictionary::default(),
            names: vec![NO_CODE; names.len()],
            subjects,
            sight,
        }
    }

    /// Number of the id of the record in a row of `evidence`.
    pub(crate) fn id(&self, row: u32) -> Option<u32> {
        let (kind, at) = self.order.row(row as usize)?;
        Some(self.sight.evidence.of(kind).id[at as usize])
    }

    /// How many rows a table has.
    pub(crate) fn rows(&self, table: &str) -> usize {
        let scene = self.sight.scene;
        match table {
            "evidence" => self.order.len(),
            "subjects" => scene.subjects.len(),
            "actors" => scene.actors.len(),
            "duties" => scene.duties.len(),
            "days" => scene.days.len(),
            "findings" => scene.findings.len(),
            _ => 0,
        }
    }

    /// The ranges of rows of a table, one for each batch.
    pub(crate) fn batches(&self, table: &str) -> impl Iterator<Item = Range<usize>> + use<> {
        let rows = self.rows(table);
        (0..rows)
            .step_by(ROWS_AT_MOST)
            .map(move |start| start..rows.min(start + ROWS_AT_MOST))
    }

    /// Packs some rows of a reading.
    pub(crate) fn batch(&mut self, reading: &Reading, rows: Range<usize>) -> &[u8] {
        let first = self.texts.len();
        self.encoder.start(reading.columns.len());
        for column in &reading.columns {
            match reading.table.as_str() {
                "evidence" => self.evidence(column, rows.clone()),
                "subjects" => self.subjects(column, rows.clone()),
                "actors" => self.actors(column, rows.clone()),
                "duties" => self.duties(column, rows.clone()),
                "days" => self.days(column, rows.clone()),
                _ => self.findings(column, rows.clone()),
            }
        }
        let new = (first..self.texts.len()).map(|code| self.texts.text(code_of(code)));
        self.encoder.finish(rows.len(), code_of(first), new)
    }

    fn evidence(&mut self, column: &str, rows: Range<usize>) {
        let evidence = self.sight.evidence;
        let at = rows.clone();
        match column {
            "kind" => {
                let kinds = self.order.kinds(rows);
                self.texts(kinds.iter().map(|kind| kind.name()));
            }
            "duty" => self.names(rows, |c| &c.duty),
            "actor" => self.names(rows, |c| &c.actor),
            "status" => self.names(rows, |c| &c.status),
            "marks" => self.names(rows, |c| &c.marks),
            "subject" => {
                let codes = self.order.column(evidence, at, |c| &c.subject);
                let subjects = &self.subjects;
                self.encoder
                    .codes(codes.iter().map(|code| subjects[*code as usize]));
            }
            "day" => self.day(rows, |c| &c.day),
            "until" => self.day(rows, |c| &c.until),
            "recorded" => self.day(rows, |c| &c.recorded),
            "minute" => {
                let minutes = self.order.column(evidence, at, |c| &c.minute);
                self.encoder.minutes(minutes.iter().copied());
            }
            "quantity" => self.number(rows, |c| &c.quantity),
            "amount" => self.number(rows, |c| &c.amount),
            "refers" => self.ids(rows, |c| &c.refers),
            "id" => self.ids(rows, |c| &c.id),
            "note" => self.notes(rows, &evidence.notes),
            "files" => self.notes(rows, &evidence.files),
            _ => {
                let corrected = self.order.column(evidence, at, |c| &c.corrected);
                self.encoder
                    .smalls(corrected.iter().map(|yes| u8::from(*yes)));
            }
        }
    }

    fn subjects(&mut self, column: &str, rows: Range<usize>) {
        let rows = &self.sight.scene.subjects[rows];
        let day = |day: Option<i32>| day.unwrap_or(NO_DAY);
        match column {
            "id" => self.texts(rows.iter().map(|row| row.id.as_str())),
            "name" => self.texts(rows.iter().map(|row| row.name.as_str())),
            "sets" => self.texts(rows.iter().map(|row| row.sets.as_str())),
            "first" => self.encoder.days(rows.iter().map(|row| day(row.days.0))),
            _ => self.encoder.days(rows.iter().map(|row| day(row.days.1))),
        }
    }

    fn actors(&mut self, column: &str, rows: Range<usize>) {
        let rows = &self.sight.scene.actors[rows];
        match column {
            "id" => self.texts(rows.iter().map(|row| row.id.as_str())),
            "kind" => self.texts(rows.iter().map(|row| row.kind)),
            "unit" => self.texts(rows.iter().map(|row| row.unit.as_str())),
            _ => self.texts(rows.iter().map(|row| row.category.as_str())),
        }
    }

    fn duties(&mut self, column: &str, rows: Range<usize>) {
        let rows = &self.sight.scene.duties[rows];
        match column {
            "id" => self.texts(rows.iter().map(|row| row.id.as_str())),
            "name" => self.texts(rows.iter().map(|row| row.name.as_str())),
            _ => self.texts(rows.iter().map(|row| row.section)),
        }
    }

    fn days(&mut self, column: &str, rows: Range<usize>) {
        let rows = &self.sight.scene.days[rows];
        match column {
            "day" => self.encoder.days(rows.iter().map(|(day, _)| *day)),
            _ => self.encoder.smalls(rows.iter().map(|(_, class)| *class)),
        }
    }

    fn findings(&mut self, column: &str, rows: Range<usize>) {
        let rows = &self.sight.scene.findings[rows];
        match column {
            "duty" => self.texts(rows.iter().map(|row| row.duty.as_str())),
            "status" => self.texts(rows.iter().map(|row| row.status)),
            "subject" => {
                let subjects = rows.iter().map(|row| row.subject.unwrap_or(NO_ROW));
                self.encoder.codes(subjects);
            }
            "first" => self.encoder.days(rows.iter().map(|row| row.days.0)),
            "last" => self.encoder.days(rows.iter().map(|row| row.days.1)),
            _ => self.encoder.numbers(rows.iter().map(|row| row.figure)),
        }
    }

    /// A column of names of the ledger.
    fn names(&mut self, rows: Range<usize>, pick: impl Fn(&'a Columns) -> &'a [u32]) {
        let evidence = self.sight.evidence;
        let codes = self.order.column(evidence, rows, pick);
        let (texts, known) = (&mut self.texts, &mut self.names);
        self.encoder.codes(codes.iter().map(|code| {
            let slot = &mut known[*code as usize];
            if *slot == NO_CODE {
                *slot = texts.intern(evidence.names.text(*code));
            }
            *slot
        }));
    }

    fn ids(&mut self, rows: Range<usize>, pick: impl Fn(&'a Columns) -> &'a [u32]) {
        let evidence = self.sight.evidence;
        let codes = self.order.column(evidence, rows, pick);
        self.texts(codes.iter().map(|code| evidence.ids.text(*code)));
    }

    fn notes(&mut self, rows: Range<usize>, notes: &Notes) {
        let seqs = self.order.column(self.sight.evidence, rows, |c| &c.seq);
        self.texts(seqs.iter().map(|seq| notes.of(*seq).unwrap_or_default()));
    }

    fn texts<'t>(&mut self, values: impl Iterator<Item = &'t str>) {
        let texts = &mut self.texts;
        self.encoder.codes(values.map(|text| texts.intern(text)));
    }

    fn day(&mut self, rows: Range<usize>, pick: impl Fn(&'a Columns) -> &'a [i32]) {
        let days = self.order.column(self.sight.evidence, rows, pick);
        self.encoder.days(days.iter().copied());
    }

    fn number(&mut self, rows: Range<usize>, pick: impl Fn(&'a Columns) -> &'a [i64]) {
        let numbers = self.order.column(self.sight.evidence, rows, pick);
        self.encoder.numbers(numbers.iter().copied());
    }
}

fn code_of(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}
