//! All signs of a township.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use luoshi_evidence::Evidence;
use luoshi_plan::Plan;

use crate::check::{borrowed, early, files, one_sitting, places, share, terms};
use crate::details::{Details, Files};
use crate::indication::{Figure, Indication, LISTED_AT_MOST};
use crate::limits::Limits;
use crate::measured::error_rate;
use crate::people::People;
use crate::rows::Row;
use crate::sign::Sign;

/// What is looked at.
#[derive(Debug, Clone, Copy)]
pub struct Given<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Its evidence as of a day.
    pub evidence: &'a Evidence,
    /// The day.
    pub as_of: Date,
    /// Who entered what, where it is known. Without it nobody is told by whom records were entered,
    /// and attachments are not compared with files.
    pub details: Option<&'a Details>,
    /// The files of the folder, where they were looked at.
    pub files: Option<&'a Files>,
    /// The limits.
    pub limits: &'a Limits,
}

/// The indications of a township, by sign and id.
#[must_use]
pub fn signs(given: Given<'_>) -> Vec<Indication> {
    let cx = Cx {
        given,
        people: People::of(given.plan),
    };
    let mut found = borrowed::find(&cx);
    found.extend(share::find(&cx));
    found.extend(one_sitting::find(&cx));
    found.extend(places::find(&cx));
    found.extend(early::find(&cx));
    found.extend(terms::find(&cx));
    found.extend(files::find(&cx));
    found.sort_by(|a, b| (a.sign, &a.id).cmp(&(b.sign, &b.id)));
    found
}

/// What all signs share.
pub(crate) struct Cx<'a> {
    pub(crate) given: Given<'a>,
    pub(crate) people: People<'a>,
}

/// An indication while it is being made.
pub(crate) struct Draft<'e> {
    pub(crate) sign: Sign,
    pub(crate) about: Option<String>,
    pub(crate) message: &'static str,
    pub(crate) figures: Vec<(&'static str, Figure)>,
    pub(crate) thresholds: Vec<&'static str>,
    pub(crate) rows: Vec<Row<'e>>,
    /// Persons to ask first.
    pub(crate) ask: Vec<String>,
}

impl<'a> Cx<'a> {
    /// The name of a duty; its id if it has none.
    pub(crate) fn duty_name<'d>(&'d self, id: &'d str) -> &'d str {
        let duty = self.given.plan.duty(id);
        duty.map_or(id, |duty| duty.name.as_str())
    }

    /// The name of a subject; its id if it has none.
    pub(crate) fn subject_name<'s>(&'s self, id: &'s str) -> &'s str {
        let plan = self.given.plan;
        let at = plan.subject_index.get(id);
        at.map_or(id, |at| plan.subjects[*at].name.as_str())
    }

    pub(crate) fn indication(&self, draft: Draft<'a>) -> Indication {
        let mut rows = draft.rows;
        rows.sort_by_key(|row| (row.day(), row.id_code()));
        rows.dedup_by_key(|row| row.id_code());
        let mut ask = draft.ask;
        ask.extend(self.whom(&rows));
        let mut seen = BTreeSet::new();
        ask.retain(|one| seen.insert(one.clone()));
        let limit = |name: &&'static str| ((*name).to_owned(), self.given.limits.get(name));
        Indication {
            id: match &draft.about {
                Some(about) => format!("{}/{about}", draft.sign.word()),
                None => draft.sign.word().to_owned(),
            },
            sign: draft.sign,
            about: draft.about,
            ask,
            message: draft.message.to_owned(),
            figures: draft
                .figures
                .into_iter()
                .map(|(name, figure)| (name.to_owned(), figure))
                .collect(),
            count: u64::try_from(rows.len()).unwrap_or(u64::MAX),
            records: rows
                .iter()
                .take(LISTED_AT_MOST)
                .map(|row| row.id().to_owned())
                .collect(),
            thresholds: draft.thresholds.iter().map(limit).collect(),
            error: error_rate(draft.sign),
        }
    }

    /// Those who entered most of the records, at most three; the roles that answer for their duties
    /// where nobody says who did.
    pub(crate) fn whom(&self, rows: &[Row<'_>]) -> Vec<String> {
        let ids = rows.iter().map(|row| row.id());
        let entered = ids.filter_map(|id| self.given.details?.by(id));
        let clerks = most(entered.map(str::to_owned));
        if !clerks.is_empty() {
            return clerks;
        }
        let duties = rows
            .iter()
            .filter_map(|row| self.given.plan.duty(row.duty()));
        let roles = duties.filter_map(|duty| duty.responsible.as_ref());
        most(roles.map(|role| role.name.to_string()))
    }
}

/// The most frequent ones, at most three.
fn most(all: impl Iterator<Item = String>) -> Vec<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for one in all {
        *counts.entry(one).or_default() += 1;
    }
    let mut sorted: Vec<(String, usize)> = counts.into_iter().collect();
    sorted.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    sorted.into_iter().take(3).map(|(one, _)| one).collect()
}
