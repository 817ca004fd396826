//! Names as they are shown to the ids of the plan.

use std::borrow::Cow;
use std::collections::BTreeMap;

use luoshi_diagnostics::nearest;

use crate::field::Field;
use crate::kind::Kind;
use crate::raw::{RawRecord, SEPARATORS, items};

/// Shown names to ids: 东风村 to `v01`. An id stands for itself. An empty table lets every
/// name through as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names {
    /// Villages, units, persons: what a record is about.
    pub subjects: BTreeMap<String, String>,
    /// Duties.
    pub duties: BTreeMap<String, String>,
    /// The duties that records of each kind prove: id and name.
    pub of_kind: BTreeMap<Kind, Vec<(String, String)>>,
    /// Roles, units and staff numbers.
    pub actors: BTreeMap<String, String>,
    /// What statuses and marks are called. Others are let through: a ledger may say more than the
    /// plan asks for.
    pub words: BTreeMap<String, String>,
}

/// A name that is in no table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct UnknownName {
    pub(super) value: String,
    pub(super) suggestion: String,
}

impl Names {
    /// Whether a duty, by id or name, is one that records of a kind prove; true where nothing is
    /// known of the kind.
    pub(super) fn serves(&self, duty: &str, kind: Kind) -> bool {
        let duties = self.of_kind.get(&kind).filter(|duties| !duties.is_empty());
        duties.is_none_or(|duties| duties.iter().any(|(id, name)| id == duty || name == duty))
    }

    /// The ids for the names in a cell of this field.
    pub(super) fn resolve(&self, field: Field, text: &str) -> Result<String, UnknownName> {
        match field {
            Field::Subject => one(&self.subjects, text),
            Field::Duty => one(&self.duties, text),
            // A name may have a sign in it that parts names: 维稳、综治工作中心主任.
            Field::Actor => one(&self.actors, text).or_else(|_| {
                let names = text.split(SEPARATORS).map(str::trim);
                let ids: Result<Vec<_>, _> = names
                    .filter(|name| !name.is_empty())
                    .map(|name| one(&self.actors, name))
                    .collect();
                Ok(ids?.join("、"))
            }),
            _ => Ok(text.to_owned()),
        }
    }

    /// The status or mark that a word is called by.
    pub(super) fn word<'a>(&'a self, text: &'a str) -> &'a str {
        self.words.get(text).map_or(text, String::as_str)
    }

    /// The marks in a cell.
    pub(super) fn marks(&self, text: &str) -> String {
        if let Some(id) = self.words.get(text) {
            return id.clone();
        }
        let marks = text.split(SEPARATORS).map(str::trim);
        let marks = marks.filter(|mark| !mark.is_empty());
        let ids: Vec<&str> = marks.map(|mark| self.word(mark)).collect();
        ids.join("、")
    }

    /// Puts ids in the place of names in a record.
    pub(super) fn resolve_in(
        &self,
        raw: &mut RawRecord<'_>,
        field: Field,
    ) -> Result<(), UnknownName> {
        let (table, slot) = match field {
            Field::Subject => (&self.subjects, &mut raw.subject),
            Field::Duty => (&self.duties, &mut raw.duty),
            Field::Actor => (&self.actors, &mut raw.actor),
            _ => return Ok(()),
        };
        if table.is_empty() || slot.is_empty() {
            return Ok(());
        }
        let ids: Result<Vec<_>, _> = items(slot).map(|name| one(table, name)).collect();
        *slot = Cow::Owned(ids?.join("、"));
        Ok(())
    }
}

fn one(table: &BTreeMap<String, String>, name: &str) -> Result<String, UnknownName> {
    // A table in which ids name themselves, as that of a plan, need not be looked through.
    if let Some(id) = table.get(name)
        && table.get(id) == Some(id)
    {
        return Ok(id.clone());
    }
    if table.is_empty() || name.is_empty() || table.values().any(|id| id == name) {
        return Ok(name.to_owned());
    }
    let bare: String = name.chars().filter(|c| !c.is_whitespace()).collect();
    match table.get(name).or_else(|| table.get(&bare)) {
        Some(id) => Ok(id.clone()),
        None => Err(UnknownName {
            value: name.to_owned(),
            suggestion: nearest(&bare, table.keys().map(String::as_str))
                .unwrap_or_default()
                .to_owned(),
        }),
    }
}
