//! The records of a term in which all is done.

use luoshi_evidence::{Kind, Record};
use luoshi_plan::Plan;
use luoshi_rules::Program;
use luoshi_simulate::{Happenings, Planted, Profile, simulate};

use crate::facts::{Fact, Further, Place};

use super::maker::Maker;

impl Maker<'_> {
    /// The records of a term in which all is done, but for what is planted.
    pub(super) fn simulated(&self, program: &Program<'_>, planted: &Planted) -> Vec<Record> {
        let mut profile = flawless();
        let mut own = Vec::new();
        for (fact, value) in self.facts {
            let (Fact::Incidents { kind, place }, Ok(count)) = (fact, u32::try_from(*value)) else {
                continue;
            };
            let here = *place == Place::Here;
            if here && answered(program.plan, kind) {
                let among = self.set(program.plan);
                let happenings = Happenings {
                    count,
                    among,
                    marks: self.marks(),
                };
                profile.incidents.insert(kind.clone(), happenings);
            } else {
                let subject = self.subject.filter(|_| here);
                let marks = self.marks();
                let one = |n| Record {
                    marks: marks.clone(),
                    ..incident(program, kind, subject, n)
                };
                own.extend((0..count.min(200)).map(one));
            }
        }
        let mut records = simulate(program, &profile, planted, 1).records;
        records.extend(own);
        records
    }

    /// Marks that incidents carry, so that they count for a veto or a ladder as the example says.
    fn marks(&self) -> Vec<String> {
        let mut marks = Vec::new();
        for (fact, _) in self.facts.iter().filter(|(_, value)| *value > 0) {
            let Fact::Further { of, what } = fact else {
                continue;
            };
            let content = &self.wanted[0].plan.content;
            let vetoes = content.vetoes.iter().filter(|v| v.duty.id.name == *of);
            let ladders = content.ladders.iter().filter(|l| l.duty.id.name == *of);
            match what {
                Further::Telling => marks.extend(vetoes.flat_map(|v| v.when.marks.clone())),
                Further::Severe => {
                    marks.extend(ladders.filter_map(|l| l.trigger.severe_marks.first().cloned()));
                }
                Further::Unsure
                | Further::Rule
                | Further::Failing
                | Further::Unknown
                | Further::Window => {}
            }
        }
        marks
    }

    /// A set whose only subject is that of the example.
    fn set(&self, plan: &Plan) -> Option<String> {
        let at = plan.subject_index.get(self.subject?)?;
        let mut sets = plan.sets.iter();
        sets.find(|(_, members)| members.contains(at))
            .map(|(set, _)| set.to_string())
    }
}

fn incident(program: &Program<'_>, kind: &str, subject: Option<&str>, n: u32) -> Record {
    let mut record = Record::new(Kind::Incident, program.plan.span.from);
    record.id = format!("incident-{kind}-{}-{n}", subject.unwrap_or_default());
    record.status = Some(kind.to_owned());
    record.subject = subject.map(str::to_owned);
    record
}

/// Whether some duty of the plan answers incidents of a kind.
fn answered(plan: &Plan, kind: &str) -> bool {
    let mut kinds = plan.content.incidents.iter();
    kinds.any(|k| k.id.name == kind && !k.respond.is_empty())
}

/// A term in which nothing happens but what must.
fn flawless() -> Profile {
    Profile {
        backfilled: 0,
        surplus: 0,
        excused: 0,
        incidents_each: 0,
        rewards: 0,
        cases: 0,
        marked: 0,
        corrections: 0,
        withdrawn: 0,
        expired_waivers: 0,
        ..Profile::default()
    }
}
