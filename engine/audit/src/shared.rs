//! What many findings have in common, in memory once: who answers, reasons, subjects.

use std::collections::BTreeSet;
use std::fmt;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::model::{Accountable, Judged, Label, Outcome, Texts, Township};

/// A value that may be the same in memory as another that is equal to it. It is written and compared as the value.
#[derive(Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shared<T>(Arc<T>);

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// What is changed is a copy of its own from then on.
impl<T: Clone> DerefMut for Shared<T> {
    fn deref_mut(&mut self) -> &mut T {
        Arc::make_mut(&mut self.0)
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Shared<T> {
        Shared(Arc::clone(&self.0))
    }
}

impl<T: fmt::Display> fmt::Display for Shared<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<T> From<T> for Shared<T> {
    fn from(value: T) -> Shared<T> {
        Shared(Arc::new(value))
    }
}

impl<T> FromIterator<T> for Shared<Vec<T>> {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Shared<Vec<T>> {
        Shared::from(Vec::from_iter(values))
    }
}

impl<T: Serialize> Serialize for Shared<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Shared<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Shared<T>, D::Error> {
        T::deserialize(deserializer).map(Shared::from)
    }
}

/// The values that townships share. Most findings of an audit have the same few chains, reasons and subjects as others,
/// and each would be some hundred bytes of memory.
#[derive(Debug, Default)]
pub struct Pool {
    chains: BTreeSet<Shared<Vec<Accountable>>>,
    reasons: BTreeSet<Shared<Texts>>,
    labels: BTreeSet<Shared<Label>>,
    subjects: BTreeSet<Shared<Vec<String>>>,
    words: BTreeSet<Shared<String>>,
}

impl Pool {
    /// Puts in the place of the values of a township those that are equal and known.
    pub fn share(&mut self, township: &mut Township) {
        if let Outcome::Judged(judged) = &mut township.outcome {
            self.judged(judged);
        }
    }

    fn judged(&mut self, judged: &mut Judged) {
        for finding in &mut judged.findings {
            one(&mut self.chains, &mut finding.accountable);
            let labels = [&mut finding.subject, &mut finding.actor];
            for label in labels.into_iter().flatten() {
                one(&mut self.labels, label);
            }
            if let Some(reason) = &mut finding.reason {
                one(&mut self.reasons, reason);
            }
            if let Some(period) = &mut finding.period {
                one(&mut self.words, period);
            }
        }
        for proposal in &mut judged.proposals {
            let labels = [Some(&mut proposal.by), proposal.falls_on.as_mut()];
            for label in labels.into_iter().flatten() {
                one(&mut self.labels, label);
            }
            let decided_by = proposal.decided_by.as_mut();
            let words = [&mut proposal.measure, &mut proposal.decision];
            for word in words.into_iter().chain(decided_by) {
                one(&mut self.words, word);
            }
        }
        let months = judged.duties.iter_mut().flat_map(|duty| &mut duty.months);
        for month in months {
            one(&mut self.words, &mut month.month);
        }
        one(&mut self.subjects, &mut judged.rectification.subjects);
        // Room for more is not kept for as long as the audit.
        judged.findings.shrink_to_fit();
        judged.duties.shrink_to_fit();
    }
}

fn one<T: Ord>(known: &mut BTreeSet<Shared<T>>, value: &mut Shared<T>) {
    match known.get(value) {
        Some(same) => *value = same.clone(),
        None => drop(known.insert(value.clone())),
    }
}
