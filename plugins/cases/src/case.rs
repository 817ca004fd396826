//! A case as it is written, and reading it.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use jiff::civil::Date;
use luoshi_plugin_interface::{DAYS, EVIDENCE, FINDINGS, SUBJECTS, TABLES, Table, table};
use serde::Deserialize;
use serde_yaml::{Mapping, Value};

use crate::error::{CaseError, GridFault};
use crate::grid::{Grid, calendar};

/// A case: what a plugin is handed, and what it should answer.
#[derive(Debug, Clone)]
pub struct Case {
    /// Its file.
    pub file: PathBuf,
    /// What it shows.
    pub about: String,
    pub(crate) as_of: Date,
    pub(crate) period: Period,
    pub(crate) parameters: Mapping,
    /// By the name of the table.
    pub(crate) tables: BTreeMap<&'static str, Grid>,
    pub(crate) expect: Vec<Expected>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct CaseFile {
    about: String,
    as_of: Date,
    period: Period,
    #[serde(default)]
    parameters: Mapping,
    tables: Mapping,
    expect: Vec<Expected>,
}

/// First and last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Period {
    pub(crate) from: Date,
    pub(crate) to: Date,
}

/// A finding as it is expected. What is left out is not compared, but for `about`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Expected {
    pub(crate) about: Option<String>,
    pub(crate) outcome: String,
    pub(crate) period: Option<Period>,
    pub(crate) message: Option<String>,
    pub(crate) figure: Option<i64>,
    #[serde(default)]
    pub(crate) arguments: Mapping,
    pub(crate) records: Option<Vec<u32>>,
}

impl Case {
    /// Reads a case, and the tables that it names.
    ///
    /// # Errors
    /// What is wrong with it: the file, and the table and row if the mistake is in one.
    pub fn read(path: &Path) -> Result<Case, CaseError> {
        let text = std::fs::read_to_string(path);
        let text = text.map_err(|error| CaseError::of(path, error.to_string()))?;
        let file: CaseFile =
            serde_yaml::from_str(&text).map_err(|error| CaseError::of(path, error.to_string()))?;
        if file.about.trim().is_empty() {
            return Err(CaseError::of(
                path,
                "`about` is empty: say what the case shows",
            ));
        }
        if file.period.to < file.period.from {
            return Err(CaseError::of(path, "the period ends before it begins"));
        }
        let tables = Tables { path, file: &file }.read()?;
        Ok(Case {
            file: path.to_owned(),
            about: file.about,
            as_of: file.as_of,
            period: file.period,
            parameters: file.parameters,
            tables,
            expect: file.expect,
        })
    }
}

struct Tables<'c> {
    path: &'c Path,
    file: &'c CaseFile,
}

impl Tables<'_> {
    /// Every table: `subjects` first, since others name its rows.
    fn read(&self) -> Result<BTreeMap<&'static str, Grid>, CaseError> {
        let mut written = self.written()?;
        let mut read = BTreeMap::new();
        let subjects = self.grid(SUBJECTS, written.remove(SUBJECTS.name), &[])?;
        let ids = subjects.ids().map_err(|fault| self.at(SUBJECTS, fault))?;
        for table in TABLES
            .iter()
            .copied()
            .filter(|table| table.name != SUBJECTS.name)
        {
            let mut grid = self.grid(table, written.remove(table.name), &ids)?;
            if table.name == EVIDENCE.name || table.name == FINDINGS.name {
                read.insert(table.name, grid);
                continue;
            }
            grid.ids().map_err(|fault| self.at(table, fault))?;
            if table.name == DAYS.name {
                let last = self.file.as_of.min(self.file.period.to);
                grid = calendar(self.file.period.from, last, &grid)
                    .map_err(|fault| self.at(table, fault))?;
            }
            read.insert(table.name, grid);
        }
        drop(ids);
        read.insert(SUBJECTS.name, subjects);
        Ok(read)
    }

    /// The CSV of every table that the case has.
    fn written(&self) -> Result<BTreeMap<&'static str, String>, CaseError> {
        let mut written = BTreeMap::new();
        for (name, value) in &self.file.tables {
            let name = name.as_str().unwrap_or_default();
            let known = table(name).ok_or_else(|| {
                CaseError::of(
                    self.path,
                    format!("there is no table `{name}` in this interface"),
                )
            })?;
            let csv = self.csv(value).map_err(|fault| self.at(known, fault))?;
            if written.insert(known.name, csv).is_some() {
                return Err(self.at(known, GridFault::new("the table is there twice")));
            }
        }
        Ok(written)
    }

    fn csv(&self, value: &Value) -> Result<String, GridFault> {
        let form = "write the table as CSV, or `{ file: NAME.csv }` for a file beside the case";
        match value {
            Value::String(csv) => Ok(csv.clone()),
            Value::Mapping(keys) if keys.len() == 1 => {
                let name = keys.get("file").and_then(Value::as_str);
                self.beside(name.ok_or_else(|| GridFault::new(form))?)
            }
            _ => Err(GridFault::new(form)),
        }
    }

    /// A file in the folder of the case, and in no other one.
    fn beside(&self, name: &str) -> Result<String, GridFault> {
        let mut components = Path::new(name).components();
        let (first, more) = (components.next(), components.next());
        if !matches!((first, more), (Some(Component::Normal(_)), None)) {
            let problem = format!("`{name}` is not the name of a file beside the case");
            return Err(GridFault::new(problem));
        }
        std::fs::read_to_string(self.path.with_file_name(name))
            .map_err(|error| GridFault::new(format!("{name}: {error}")))
    }

    fn grid(
        &self,
        table: &'static Table,
        csv: Option<String>,
        subjects: &[&str],
    ) -> Result<Grid, CaseError> {
        match csv {
            None => Ok(Grid::empty()),
            Some(csv) => Grid::read(table, &csv, subjects).map_err(|fault| self.at(table, fault)),
        }
    }

    fn at(&self, table: &Table, fault: GridFault) -> CaseError {
        CaseError {
            file: self.path.to_owned(),
            table: Some(table.name.to_owned()),
            row: fault.row,
            problem: fault.problem,
        }
    }
}
