//! Tries to come to an example on one day, by what is left out of the records of a term.

use std::collections::BTreeSet;

use luoshi_evidence::{Kind, Record};
use luoshi_rules::{Count, Finding, Program};
use luoshi_simulate::Planted;

use super::judged::assessed;
use super::maker::Maker;

/// Findings whose records are left out one after the other, at most.
const LEFT_OUT: usize = 40;

/// The duty of records that are there for their kind alone.
const OTHER: &str = "other";

impl Maker<'_> {
    /// Tries to come to the example on one day.
    pub(super) fn attempt(&self, programs: &[Program<'_>]) -> Option<Vec<Record>> {
        if self.is_spent() {
            return None;
        }
        let none = Planted::default();
        let base = self.simulated(&programs[0], &none);
        let found = self
            .aimed(programs, &base)
            .or_else(|| self.swept(programs, &base))?;
        Some(self.least(programs, found))
    }

    /// Leaves out the records of as many findings as must fail, and plants the others.
    fn aimed(&self, programs: &[Program<'_>], base: &[Record]) -> Option<Vec<Record>> {
        let program = &programs[0];
        let planted = self.planted(&assessed(program, base))?;
        let records = if planted.failures.is_empty() {
            base.to_vec()
        } else {
            self.simulated(program, &planted)
        };
        let after = assessed(program, &records);
        let mut gone: BTreeSet<&str> = BTreeSet::new();
        let mut silent: BTreeSet<Kind> = BTreeSet::new();
        for ((duty, place), want) in &self.counts {
            let met = self.met(&after, duty, *place);
            let number = |count| usize::try_from(want.get(&count).copied().unwrap_or(0)).ok();
            let missed = met.iter().take(number(Count::Missed)?);
            gone.extend(missed.flat_map(proofs));
            if number(Count::Unknown)? > 0 {
                silent.extend(kinds(&met, &records));
            }
        }
        let keep = |r: &&Record| !gone.contains(r.id.as_str()) && !silent.contains(&r.kind);
        let kept: Vec<Record> = records.iter().filter(keep).cloned().collect();
        self.right_or_with_others(programs, kept, &kinds_of(&records, &silent))
    }

    /// Leaves out the records of one finding after the other.
    fn swept(&self, programs: &[Program<'_>], base: &[Record]) -> Option<Vec<Record>> {
        let program = &programs[0];
        let before = assessed(program, base);
        let met = self.counts.keys();
        let met = met.flat_map(|(duty, place)| self.met(&before, duty, *place));
        let met: Vec<&Finding> = met.take(LEFT_OUT).collect();
        let mut kept = base.to_vec();
        let others = kinds_of(base, &BTreeSet::new());
        if let Some(found) = self.right_or_with_others(programs, kept.clone(), &others) {
            return Some(found);
        }
        for finding in met {
            let gone: BTreeSet<&str> = proofs(&finding).collect();
            kept.retain(|record| !gone.contains(record.id.as_str()));
            let found = self.right_or_with_others(programs, kept.clone(), &others);
            if found.is_some() {
                return found;
            }
        }
        None
    }

    /// These records if they are right; else with one more of each kind, that no duty asks for: of a
    /// kind without any record nothing is said to be missed.
    fn right_or_with_others(
        &self,
        programs: &[Program<'_>],
        mut records: Vec<Record>,
        others: &BTreeSet<Kind>,
    ) -> Option<Vec<Record>> {
        if self.is_right(programs, &records) {
            return Some(records);
        }
        for kind in others {
            let mut record = Record::new(*kind, programs[0].plan.span.from);
            record.id = format!("other-{}", kind.name());
            record.duty = Some(OTHER.to_owned());
            records.push(record);
        }
        self.is_right(programs, &records).then_some(records)
    }
}

/// The records that a finding rests on, less the one that it is about.
fn proofs<'f>(finding: &&'f Finding) -> impl Iterator<Item = &'f str> + use<'f> {
    let about = finding.record.as_deref();
    let all = finding.evidence.iter().map(String::as_str);
    all.filter(move |id| Some(*id) != about)
}

/// Kinds of the records that findings rest on, incidents left aside.
fn kinds(findings: &[&Finding], records: &[Record]) -> BTreeSet<Kind> {
    let rests = |record: &&Record| findings.iter().any(|f| f.evidence.contains(&record.id));
    let kinds = records.iter().filter(rests).map(|record| record.kind);
    kinds.filter(|kind| *kind != Kind::Incident).collect()
}

fn kinds_of(records: &[Record], but: &BTreeSet<Kind>) -> BTreeSet<Kind> {
    let kinds = records.iter().map(|record| record.kind);
    kinds
        .filter(|kind| *kind != Kind::Incident && !but.contains(kind))
        .collect()
}
