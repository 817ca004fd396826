//! What a ledger is made for: the rules with their outcomes, and the part of their plans that is needed.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use luoshi_evidence::Record;
use luoshi_plan::Plan;
use luoshi_rules::{Count, Outcome, Plugins, Program, compile, whole_number};

use crate::duties::shapes;
use crate::facts::{Fact, Place};
use crate::fragment::{Kept, fragment};

use super::judged::{assessed, outcome};
use super::least::named;
use super::{Ledger, NoLedger, Wanted};

/// Numbers of a duty that an example speaks of, here and elsewhere.
type Counts<'a> = BTreeMap<(&'a str, Place), BTreeMap<Count, i64>>;

/// Ledgers judged for one example after which no further day is tried.
const JUDGED: usize = 1000;

pub(super) struct Maker<'a> {
    /// Ledgers judged so far.
    judged: Cell<usize>,
    pub(super) wanted: &'a [Wanted<'a>],
    pub(super) facts: &'a [(Fact, i64)],
    pub(super) subject: Option<&'a str>,
    pub(super) counts: Counts<'a>,
}

impl<'a> Maker<'a> {
    pub(super) fn new(
        wanted: &'a [Wanted<'a>],
        facts: &'a [(Fact, i64)],
        subject: Option<&'a str>,
    ) -> Maker<'a> {
        Maker {
            judged: Cell::new(0),
            wanted,
            facts,
            subject,
            counts: counts(facts),
        }
    }

    /// Whether the example needs findings that no records of the simulator lead to.
    pub(super) fn is_beyond(&self) -> bool {
        self.facts.iter().any(|(fact, value)| {
            let beyond = match fact {
                Fact::Count { count, place, .. } => {
                    *count == Count::Suspect || *place == Place::Inside
                }
                Fact::Incidents { place, .. } => *place == Place::Inside,
                Fact::Parameter(_) | Fact::Further { .. } => false,
            };
            beyond && *value > 0
        })
    }

    /// How many subjects of each set are tried.
    pub(super) fn sizes(&self) -> Vec<usize> {
        let elsewhere = self.facts.iter().any(|(fact, value)| match fact {
            Fact::Count { place, .. } | Fact::Incidents { place, .. } => {
                *place == Place::Elsewhere && *value > 0
            }
            Fact::Parameter(_) | Fact::Further { .. } => false,
        });
        match (self.subject, elsewhere) {
            (Some(_), false) => vec![1],
            _ => vec![1, 2, 3, usize::MAX],
        }
    }

    pub(super) fn fragments(&self, of_each: usize) -> Result<Vec<Plan>, NoLedger> {
        let criteria = self.wanted.iter().map(|w| w.id.to_owned()).collect();
        let duties = self.duties();
        let kept = Kept {
            criteria: &criteria,
            duties: &duties,
            subject: self.subject,
            of_each,
        };
        let one = |wanted: &Wanted<'_>| {
            let mut plan = fragment(wanted.plan, &kept);
            for (id, value) in self.values() {
                let used = |duty: &String| plan.uses.get(duty).is_some_and(|u| u.contains(id));
                if !self.is_in_force(id, value) && duties.iter().any(used) {
                    return Err(NoLedger::Parameter);
                }
                for parameter in plan.parameters.iter_mut_if(|p| p.id == id) {
                    parameter.value = Some(value.to_string());
                }
            }
            Ok(plan)
        };
        self.wanted.iter().map(one).collect()
    }

    /// A ledger that leads these fragments to the example by a day.
    pub(super) fn on(&self, as_of: Date, plans: &[Plan]) -> Option<Ledger> {
        let programs = programs(plans, as_of)?;
        let records = self.attempt(&programs)?;
        let facts = self.counted(&programs, &records);
        let mut values = self.values();
        let in_force = values.all(|(id, value)| self.is_in_force(id, value));
        let whole = in_force.then(|| self.holds_whole(&records, as_of));
        Some(Ledger {
            as_of,
            records: named(records),
            facts,
            duties: self.duties().into_iter().collect(),
            subjects: self.subjects(&plans[0]),
            whole,
        })
    }

    /// The values of parameters that the example speaks of.
    fn values(&self) -> impl Iterator<Item = (&str, i64)> {
        self.facts.iter().filter_map(|(fact, value)| match fact {
            Fact::Parameter(id) => Some((id.as_str(), *value)),
            _ => None,
        })
    }

    /// Whether this is the value of a parameter in all plans.
    fn is_in_force(&self, id: &str, value: i64) -> bool {
        self.wanted.iter().all(|wanted| {
            let mut parameters = wanted.plan.parameters.iter();
            let parameter = parameters.find(|p| p.id == id);
            parameter.and_then(|p| whole_number(p.value.as_ref()?)) == Some(value)
        })
    }

    fn duties(&self) -> BTreeSet<String> {
        self.counts
            .keys()
            .map(|(duty, _)| (*duty).to_owned())
            .collect()
    }

    /// Subjects of a fragment for which its duties and rules are.
    fn subjects(&self, plan: &Plan) -> Vec<String> {
        let shapes = shapes(plan);
        let own = self
            .counts
            .keys()
            .filter_map(|(duty, _)| shapes.get(*duty)?.of.clone());
        let mut sets: Vec<String> = own.flatten().collect();
        sets.extend(self.wanted.iter().flat_map(|w| w.sets.iter().cloned()));
        let members = sets.iter().filter_map(|set| plan.sets.get(set.as_str()));
        let members: BTreeSet<usize> = members.flatten().copied().collect();
        let name = |at: usize| plan.subjects[at].id.name.to_string();
        members.into_iter().map(name).collect()
    }

    fn holds_whole(&self, records: &[Record], as_of: Date) -> bool {
        let programs = programs(self.wanted.iter().map(|wanted| wanted.plan), as_of);
        programs.is_some_and(|programs| self.is_right(&programs, records))
    }

    /// Whether so many ledgers were judged that no further day is tried.
    pub(super) fn is_spent(&self) -> bool {
        self.judged.get() > JUDGED
    }

    pub(super) fn is_right(&self, programs: &[Program<'_>], records: &[Record]) -> bool {
        self.judged.set(self.judged.get() + 1);
        let outcomes = self.outcomes(programs, records);
        outcomes.is_some_and(|outcomes| {
            let mut pairs = self.wanted.iter().zip(outcomes);
            pairs.all(|(wanted, outcome)| wanted.outcome == outcome)
        })
    }

    /// What the rules come to.
    fn outcomes(&self, programs: &[Program<'_>], records: &[Record]) -> Option<Vec<Outcome>> {
        let pairs = self.wanted.iter().zip(programs);
        pairs
            .map(|(wanted, program)| {
                let assessment = assessed(program, records);
                outcome(&assessment, wanted, self.subject)
            })
            .collect()
    }
}

fn counts(facts: &[(Fact, i64)]) -> Counts<'_> {
    let mut counts = Counts::new();
    for (fact, value) in facts {
        if let Fact::Count { duty, count, place } = fact {
            let of = counts.entry((duty.as_str(), *place)).or_default();
            of.insert(*count, *value);
        }
    }
    counts
}

fn programs<'p>(
    plans: impl IntoIterator<Item = &'p Plan>,
    as_of: Date,
) -> Option<Vec<Program<'p>>> {
    let each = plans.into_iter();
    each.map(|plan| compile(plan, as_of, Plugins::none()).value)
        .collect()
}
