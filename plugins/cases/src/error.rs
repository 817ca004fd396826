//! What is wrong with a case itself.

use std::fmt;
use std::path::{Path, PathBuf};

/// What is wrong with a case, and where. Cases are read by those who develop plugins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseError {
    /// The file.
    pub file: PathBuf,
    /// The table, if the mistake is in one.
    pub table: Option<String>,
    /// The row of this table, counted from 1 without the header.
    pub row: Option<usize>,
    /// What is wrong.
    pub problem: String,
}

impl CaseError {
    /// A mistake in a file, in no table.
    pub fn of(file: &Path, problem: impl Into<String>) -> CaseError {
        CaseError {
            file: file.to_owned(),
            table: None,
            row: None,
            problem: problem.into(),
        }
    }
}

impl fmt::Display for CaseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file.display())?;
        if let Some(table) = &self.table {
            write!(f, ", table `{table}`")?;
        }
        if let Some(row) = self.row {
            write!(f, ", row {row}")?;
        }
        write!(f, ": {}", self.problem)
    }
}

impl std::error::Error for CaseError {}

/// What is wrong with a table, before it is known which file has it.
pub(crate) struct GridFault {
    pub(crate) row: Option<usize>,
    pub(crate) problem: String,
}

impl GridFault {
    pub(crate) fn new(problem: impl Into<String>) -> GridFault {
        let problem = problem.into();
        GridFault { row: None, problem }
    }

    pub(crate) fn at(row: usize, problem: impl Into<String>) -> GridFault {
        let (row, problem) = (Some(row), problem.into());
        GridFault { row, problem }
    }
}
