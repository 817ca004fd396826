//! The formats, by their words on the command line.

use std::fmt;

use luoshi_audit::Audit;
use luoshi_diagnostics::Lang;
use serde::Serialize;

use crate::open::open_items;
use crate::telling::Telling;
use crate::whole::Whole;
use crate::{document, junit, oscal, parquet_file, sarif, separated, workbook};

/// A format that an audit can be exported to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// OSCAL assessment results.
    OscalResults,
    /// OSCAL plan of action and milestones: what is to be rectified.
    OscalPoam,
    /// SARIF 2.1.0: findings at the line of their duty.
    Sarif,
    /// JUnit XML.
    Junit,
    /// A workbook with a sheet for each question.
    Workbook,
    /// Comma-separated values.
    Csv,
    /// Apache Parquet.
    Parquet,
    /// JSON of our own, see [`crate::JSON_SCHEMA`].
    Json,
}

impl Format {
    /// Every format.
    pub const ALL: [Format; 8] = [
        Format::OscalResults,
        Format::OscalPoam,
        Format::Sarif,
        Format::Junit,
        Format::Workbook,
        Format::Csv,
        Format::Parquet,
        Format::Json,
    ];

    /// Its word on the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Format::OscalResults => "oscal-ar",
            Format::OscalPoam => "oscal-poam",
            Format::Sarif => "sarif",
            Format::Junit => "junit",
            Format::Workbook => "xlsx",
            Format::Csv => "csv",
            Format::Parquet => "parquet",
            Format::Json => "json",
        }
    }

    /// The format of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|format| format.word() == word)
    }

    /// Whether it is text that a screen can show.
    #[must_use]
    pub fn text(self) -> bool {
        match self {
            Format::Workbook | Format::Parquet => false,
            Format::OscalResults
            | Format::OscalPoam
            | Format::Sarif
            | Format::Junit
            | Format::Csv
            | Format::Json => true,
        }
    }
}

/// Why an audit cannot be exported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExportError {
    /// A township of this code refers to a duty or plan that the audit does not hold.
    Dangling(String),
    /// There is nothing to rectify, and a plan of action must hold something.
    NothingOpen,
    /// A library could not write it, and what it says.
    Write(String),
}

impl fmt::Display for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ExportError::Dangling(code) => write!(f, "{code}: no such duty or plan"),
            ExportError::NothingOpen => f.write_str("nothing to rectify"),
            ExportError::Write(what) => f.write_str(what),
        }
    }
}

/// JSON without blanks: who reads it is a program, and a province fills hundreds of megabytes.
pub(crate) fn json(document: &impl Serialize) -> Result<Vec<u8>, ExportError> {
    let mut bytes = serde_json::to_vec(document).map_err(|e| ExportError::Write(e.to_string()))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// An audit in a format, with its texts in a language.
///
/// # Errors
/// See [`ExportError`].
pub fn export(audit: &Audit, format: Format, lang: Lang) -> Result<Vec<u8>, ExportError> {
    let whole = Whole::of(audit)?;
    let telling = Telling::of(lang);
    match format {
        Format::OscalResults => oscal::results(&whole, telling),
        Format::OscalPoam => oscal::poam(audit, &open_items(&whole, telling), telling),
        Format::Sarif => sarif::write(&whole, telling),
        Format::Junit => junit::write(&whole, telling),
        Format::Workbook => workbook::write(&whole, &open_items(&whole, telling), telling),
        Format::Csv => separated::write(&whole, telling),
        Format::Parquet => parquet_file::write(&whole, telling),
        Format::Json => document::write(&whole, telling),
    }
}
