//! Rules that a program judges, of which the test writes the program itself: one that says what it is told to say.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value, json};

use super::{Duty, Setting, Term};

/// The only file of the folder `plugins`.
pub(crate) const FILE: &str = "says.wasm";

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Plugin {
    #[serde(flatten)]
    pub(crate) duty: Duty,
    pub(crate) file: &'static str,
    pub(crate) digest: String,
    pub(crate) grants: Value,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) of: Vec<String>,
    /// Its only parameter.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) with: BTreeMap<&'static str, Setting<u32>>,
    #[serde(skip)]
    pub(crate) program: Program,
}

/// What the program is, and what it says.
#[derive(Debug, Clone)]
pub(crate) struct Program {
    /// `township`, `subjects` or `actors`.
    pub(crate) scope: &'static str,
    /// The kinds of records that it sees.
    pub(crate) kinds: Vec<&'static str>,
    /// The outcomes that it declares.
    pub(crate) outcomes: Vec<&'static str>,
    /// Its findings.
    pub(crate) says: Vec<Saying>,
}

#[derive(Debug, Clone)]
pub(crate) struct Saying {
    /// The row of the subject or actor.
    pub(crate) about: Option<u32>,
    pub(crate) days: Option<Term>,
    pub(crate) outcome: &'static str,
    pub(crate) figure: i64,
    /// Rows of the records that it rests on.
    pub(crate) records: Vec<u32>,
}

impl Program {
    /// The table in which it names rows.
    pub(crate) fn table(&self) -> Option<&'static str> {
        (self.scope != "township").then_some(self.scope)
    }

    pub(crate) fn grants(&self) -> Value {
        let tables: Vec<&str> = self.table().into_iter().collect();
        json!({ "evidence": self.kinds, "columns": ["id"], "tables": tables })
    }
}
