//! An audit as JSON lines: the head, then each plan, then each township, one to a line.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::io::{self, BufRead, Write};

use serde::{Deserialize, Serialize};

use crate::model::{Audit, Head, PlanTable, Township};
use crate::shard::Parts;
use crate::shared::Pool;

/// One line.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Line {
    Head(Head),
    Plan { key: String, table: PlanTable },
    Township(Township),
}

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum LineRef<'a> {
    Head(&'a Head),
    Plan { key: &'a str, table: &'a PlanTable },
    Township(&'a Township),
}

/// Writes an audit.
///
/// # Errors
/// What the writer says.
pub fn write(audit: &Audit, out: &mut dyn Write) -> io::Result<()> {
    line(&LineRef::Head(&audit.head), out)?;
    for (key, table) in &audit.plans {
        line(&LineRef::Plan { key, table }, out)?;
    }
    for township in &audit.townships {
        line(&LineRef::Township(township), out)?;
    }
    Ok(())
}

fn line(line: &LineRef<'_>, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, line)?;
    out.write_all(b"\n")
}

/// Why a text is no audit.
#[derive(Debug)]
pub enum LineError {
    /// It cannot be read.
    Io(io::Error),
    /// A line, from 1, is not of this form.
    Form(usize, String),
    /// The first line is not the head of an audit, or is one of another version.
    Head,
    /// A township names a plan that no line before it holds; the line.
    NoPlan(usize),
    /// Lines are out of order, or there twice; the line.
    Order(usize),
}

impl fmt::Display for LineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LineError::Io(error) => error.fmt(f),
            LineError::Form(line, what) => write!(f, "line {line}: {what}"),
            LineError::Head => f.write_str("no head of an audit"),
            LineError::NoPlan(line) => write!(f, "line {line}: no such plan"),
            LineError::Order(line) => write!(f, "line {line}: out of order"),
        }
    }
}

/// The version of this form that is written and read.
pub const FORM: u32 = 1;

/// Reads an audit.
///
/// # Errors
/// The first thing that is wrong with it.
pub fn read(text: &mut dyn BufRead) -> Result<Audit, LineError> {
    let mut audit: Option<Audit> = None;
    let mut pool = Pool::default();
    for (at, text) in text.lines().enumerate() {
        let text = text.map_err(LineError::Io)?;
        let form = |error: serde_json::Error| LineError::Form(at + 1, error.to_string());
        let line: Line = serde_json::from_str(&text).map_err(form)?;
        match (&mut audit, line) {
            (None, Line::Head(head)) if head.audit == FORM => {
                audit = Some(Audit {
                    head,
                    plans: BTreeMap::new(),
                    townships: Vec::new(),
                });
            }
            (None, _) => return Err(LineError::Head),
            (Some(_), Line::Head(_)) => return Err(LineError::Order(at + 1)),
            (Some(audit), Line::Plan { key, table }) => {
                let after = audit
                    .plans
                    .last_key_value()
                    .is_none_or(|(last, _)| *last < key);
                if !after || !audit.townships.is_empty() {
                    return Err(LineError::Order(at + 1));
                }
                audit.plans.insert(key, table);
            }
            (Some(audit), Line::Township(mut township)) => {
                pool.share(&mut township);
                add(audit, township, at + 1)?;
            }
        }
    }
    audit.ok_or(LineError::Head)
}

fn add(audit: &mut Audit, township: Township, line: usize) -> Result<(), LineError> {
    let key = township.plan();
    if key.is_some_and(|key| !audit.plans.contains_key(key)) {
        return Err(LineError::NoPlan(line));
    }
    if audit
        .townships
        .last()
        .is_some_and(|last| last.order() >= township.order())
    {
        return Err(LineError::Order(line));
    }
    audit.townships.push(township);
    Ok(())
}

/// Why audits cannot be merged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MergeError {
    /// There is none.
    None,
    /// Two of them differ in what holds for all: day, engine or depth.
    Heads(Box<(Head, Head)>),
    /// Two of them are shares of different wholes, or only one is a share.
    Parts(Box<(Option<Parts>, Option<Parts>)>),
    /// A township is in two of them, and they do not say the same: code and source.
    Township(String, String),
    /// A plan is in two of them, and they do not say the same.
    Plan(String),
}

/// Makes one audit of parts. It does not matter in which order they come or how often they were merged.
/// With the last missing share it becomes the whole, as if it had never been split.
///
/// # Errors
/// Where they are not parts of one audit.
pub fn merge(parts: impl IntoIterator<Item = Audit>) -> Result<Audit, MergeError> {
    let mut parts = parts.into_iter();
    let mut all = parts.next().ok_or(MergeError::None)?;
    for part in parts {
        all.head = head(all.head, part.head)?;
        for (key, table) in part.plans {
            match all.plans.get(&key) {
                Some(known) if *known != table => return Err(MergeError::Plan(key)),
                Some(_) => {}
                None => {
                    all.plans.insert(key, table);
                }
            }
        }
        all.townships.extend(part.townships);
    }
    all.townships.sort_by(|a, b| a.order().cmp(&b.order()));
    // Not found by one, and there for another.
    let there: BTreeSet<String> = all
        .townships
        .iter()
        .filter(|t| !t.is_absent())
        .map(|t| t.code.clone())
        .collect();
    all.townships
        .retain(|township| !(township.is_absent() && there.contains(&township.code)));
    let twice = |pair: &[Township]| pair[0].order() == pair[1].order() && pair[0] != pair[1];
    if let Some(pair) = all.townships.windows(2).find(|pair| twice(pair)) {
        let Township { code, source, .. } = &pair[0];
        return Err(MergeError::Township(code.clone(), source.clone()));
    }
    all.townships.dedup();
    Ok(all)
}

/// The head of two audits together.
fn head(mut one: Head, mut other: Head) -> Result<Head, MergeError> {
    let parts = match (one.parts.take(), other.parts.take()) {
        (Some(mut parts), Some(more)) if (parts.of, &parts.whole) == (more.of, &more.whole) => {
            parts.have.extend(more.have);
            Some(parts).filter(|parts| !parts.is_whole())
        }
        (None, None) => None,
        differing => return Err(MergeError::Parts(Box::new(differing))),
    };
    if one != other {
        return Err(MergeError::Heads(Box::new((one, other))));
    }
    one.parts = parts;
    Ok(one)
}

impl Township {
    /// What townships are sorted by.
    #[must_use]
    pub fn order(&self) -> (&str, &str) {
        (&self.code, &self.source)
    }
}
