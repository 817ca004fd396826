//! What templates see: a stable set of names, described in [`NAMES`] and printed with their values by
//! `luoshi generate --vars`.
//!
//! What all papers of a run share is made once; what one occasion adds, when it is written, and of
//! that only what its template asks for.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};
use tera::Context;

use crate::files::Files;
use crate::occasion::{Occasion, Scene};
use crate::setting::IssuingBody;

mod base;
mod detail;
mod entries;
mod list;
mod people;
mod roster;
mod scene;
mod shape;
mod tally;

pub use list::{NAMES, Name};
pub(crate) use shape::{Shape, shapes};

/// The names of a run.
pub struct Names<'a> {
    files: Files<'a>,
    base: Context,
    findings: Value,
    proposals: Value,
}

/// A map of names with their values.
pub(crate) type Object = Map<String, Value>;

impl<'a> Names<'a> {
    /// The names that all papers of a run share.
    #[must_use]
    pub fn of(files: Files<'a>) -> Names<'a> {
        let mut object = base::base(&files);
        let findings = object.get("findings").cloned().unwrap_or_default();
        let proposals = object.get("proposals").cloned().unwrap_or_default();
        let mut base = Context::new();
        for (name, value) in std::mem::take(&mut object) {
            base.insert(name, &value);
        }
        Names {
            files,
            base,
            findings,
            proposals,
        }
    }

    /// What the names are made from.
    #[must_use]
    pub fn files(&self) -> &Files<'a> {
        &self.files
    }

    /// The names of one occasion, of those that are costly only the ones in `wanted`.
    #[must_use]
    pub fn context(
        &self,
        occasion: &Occasion,
        issuer: &IssuingBody,
        wanted: &BTreeSet<String>,
    ) -> Context {
        let mut context = self.base.clone();
        for (name, value) in self.own(occasion, issuer, wanted) {
            context.insert(name, &value);
        }
        context
    }

    /// All names of an occasion with their values, for whoever writes a template.
    #[must_use]
    pub fn all(&self, occasion: &Occasion, issuer: &IssuingBody) -> Value {
        let mut object = base::base(&self.files);
        let every = NAMES.iter().map(|name| top(name.path).to_owned());
        object.extend(self.own(occasion, issuer, &every.collect()));
        Value::Object(object)
    }

    fn own(&self, occasion: &Occasion, issuer: &IssuingBody, wanted: &BTreeSet<String>) -> Object {
        let mut out = Object::new();
        out.insert("about".to_owned(), occasion.about.clone().into());
        out.insert("due".to_owned(), text_of(occasion.due));
        out.insert("issuer".to_owned(), body(issuer));
        out.insert("period".to_owned(), self.period(occasion));
        let want = |name: &str| wanted.contains(name);
        if want("tally") {
            let tally = tally::tally(&self.files, occasion.period.span);
            out.insert("tally".to_owned(), tally);
        }
        if want("failures") && !matches!(occasion.scene, Scene::Failures(..)) {
            let failures = self.failures_in(occasion);
            out.insert("failures".to_owned(), failures);
        }
        if want("entries") {
            let entries = entries::entries(&self.files, occasion.period.span);
            out.insert("entries".to_owned(), entries);
        }
        if want("entries_so_far") {
            let from = self.files.plan.span.from.min(occasion.period.span.from);
            let span = luoshi_calendar::Span {
                from,
                to: occasion.period.span.to,
            };
            out.insert(
                "entries_so_far".to_owned(),
                entries::entries(&self.files, span),
            );
        }
        scene::add(self, occasion, &mut out);
        out
    }

    fn period(&self, occasion: &Occasion) -> Value {
        let period = occasion.period;
        json!({
            "id": luoshi_rules::period_id(&period),
            "text": self.files.period(period),
            "from": period.span.from.to_string(),
            "to": period.span.to.to_string(),
            "year": period.year,
        })
    }

    /// A finding as the assessment tells it.
    pub(crate) fn finding(&self, at: usize) -> Value {
        self.findings.get(at).cloned().unwrap_or_default()
    }

    /// What is proposed because of a finding.
    pub(crate) fn proposals_of(&self, finding: &str) -> Vec<Value> {
        let all = self.proposals.as_array().map_or(&[][..], Vec::as_slice);
        let of = |proposal: &&Value| proposal["finding"] == finding;
        all.iter().filter(of).cloned().collect()
    }

    fn failures_in(&self, occasion: &Occasion) -> Value {
        let assessment = self.files.assessment();
        let span = occasion.period.span;
        let inside = |at: &usize| {
            let finding = &assessment.findings[*at];
            let failing = luoshi_rules::fails(finding.status, finding.severity);
            let day = self.files.counted_on(finding);
            failing && day.is_some_and(|day| span.contains(day))
        };
        let found = (0..assessment.findings.len()).filter(inside);
        found.map(|at| self.finding(at)).collect()
    }
}

/// The first part of a path.
pub(crate) fn top(path: &str) -> &str {
    path.split(['.', '[']).next().unwrap_or(path)
}

fn body(issuer: &IssuingBody) -> Value {
    json!({
        "name": issuer.name,
        "masthead": issuer.masthead,
        "symbol": issuer.symbol,
        "printed_by": issuer.printed_by,
    })
}

/// Clauses, each once: a duty may carry out one of them for several packages.
pub(crate) fn clauses_once(clauses: &[String]) -> Vec<&str> {
    let mut once: Vec<&str> = Vec::new();
    for clause in clauses {
        if !once.contains(&clause.as_str()) {
            once.push(clause);
        }
    }
    once
}

/// A text, or nothing.
pub(crate) fn text_of(value: Option<impl ToString>) -> Value {
    value.map_or(Value::Null, |value| value.to_string().into())
}
