//! One of the rules that are compared, as it stands in its plan: what it may ask, and what the answers are.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use luoshi_plan::model::{Parameter, ParameterType};
use luoshi_plan::{Plan, PlanFile};
use luoshi_rules::{Amount, Asked, Count, Line, whole_number};

use crate::duties::{Shape, shapes};
use crate::facts::{Fact, Facts, Place};

/// A plan with the declarations of its parameters.
#[derive(Debug, Clone, Copy)]
pub struct Source<'p> {
    /// The plan, or a package as a plan.
    pub plan: &'p Plan,
    /// Every parameter that the plan or one of its packages declares.
    pub parameters: &'p [Parameter],
    /// Whether it is a package, whose townships are not known.
    pub package: bool,
}

/// The parameters that the files of a plan declare.
#[must_use]
pub fn declared(file: &PlanFile, packages: &[PlanFile]) -> Vec<Parameter> {
    let files = std::iter::once(file).chain(packages);
    files.flat_map(|f| f.head.parameters.clone()).collect()
}

/// The value of a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Given {
    /// No number: nobody has decided, or it is a word.
    None,
    /// The number in force.
    Number(i64),
    /// Any in these bounds.
    Between(i64, i64),
}

/// What a rule can ask.
pub(crate) struct Side {
    shapes: BTreeMap<String, Shape>,
    incidents: BTreeSet<String>,
    parameters: BTreeMap<String, Given>,
    /// What is counted for the rule.
    places: Vec<Place>,
    /// Duties whose findings can be about the subject.
    about: BTreeSet<String>,
}

impl Side {
    /// `places` are counted; `sets` are those of the subject, if the comparison is about one.
    pub(crate) fn new(
        source: Source<'_>,
        places: Vec<Place>,
        sets: Option<&[String]>,
        all_parameters: bool,
    ) -> Side {
        let plan = source.plan;
        let shapes = shapes(plan);
        let is_about = |shape: &Shape| sets.is_none_or(|sets| shape.is_about(plan, sets));
        let about = shapes.iter().filter(|(_, shape)| is_about(shape));
        let about = about.map(|(id, _)| id.clone()).collect();
        let kinds = plan
            .content
            .incidents
            .iter()
            .map(|kind| kind.id.name.to_string());
        let parameters = plan.parameters.iter().map(|parameter| {
            let declared = source.parameters.iter().find(|p| p.id.name == parameter.id);
            let range = declared.filter(|_| all_parameters).and_then(range);
            let number = parameter.value.as_deref().and_then(whole_number);
            let given = match (range, number) {
                (Some((least, most)), _) => Given::Between(least, most),
                (None, Some(number)) => Given::Number(number),
                (None, None) => Given::None,
            };
            (parameter.id.clone(), given)
        });
        Side {
            about,
            incidents: kinds.collect(),
            parameters: parameters.collect(),
            shapes,
            places,
        }
    }

    pub(crate) fn shape(&self, duty: &str) -> Option<&Shape> {
        self.shapes.get(duty)
    }
}

/// The whole numbers that a rule can get from a parameter within its declared bounds.
fn range(parameter: &Parameter) -> Option<(i64, i64)> {
    let counted = matches!(
        parameter.r#type,
        ParameterType::Integer
            | ParameterType::Decimal
            | ParameterType::Money
            | ParameterType::Percent
    );
    let bound = |raw: &Option<luoshi_plan::model::Raw>| whole_number(&raw.as_ref()?.text);
    let range = bound(&parameter.min).zip(bound(&parameter.max))?;
    (counted && range.0 <= range.1 && range.1 <= luoshi_rules::MOST).then_some(range)
}

/// The answers of one run: a side, and the value of every fact.
pub(crate) struct Answers {
    pub(crate) facts: Arc<Mutex<Facts>>,
    pub(crate) values: Arc<Vec<i64>>,
    pub(crate) side: Arc<Side>,
}

pub(crate) fn lock(facts: &Mutex<Facts>) -> MutexGuard<'_, Facts> {
    facts.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Answers {
    /// The sum of some facts.
    pub(crate) fn sum(&self, asked: Vec<Fact>) -> Amount {
        let mut facts = lock(&self.facts);
        let mut amount = Amount::from(0);
        for fact in asked {
            let at = facts.count(fact);
            *amount.line.terms.entry(at).or_default() += 1;
            amount.value += facts.value(&self.values, at);
        }
        amount
    }
}

impl Asked for Answers {
    fn has_duty(&self, id: &str) -> bool {
        self.side.shapes.contains_key(id)
    }

    fn count(&self, duty: &str, count: Count) -> Option<Amount> {
        let shape = self.side.shapes.get(duty)?;
        let mut asked = Vec::new();
        for part in count.parts(shape.severity) {
            for place in &self.side.places {
                let there = *place == Place::Elsewhere || self.side.about.contains(duty);
                if shape.counts.contains(&part) && there {
                    asked.push(Fact::Count {
                        duty: duty.to_owned(),
                        count: part,
                        place: *place,
                    });
                }
            }
        }
        Some(self.sum(asked))
    }

    fn incidents(&self, kind: &str) -> Option<Amount> {
        if !self.side.incidents.contains(kind) {
            return None;
        }
        let of = |place: &Place| Fact::Incidents {
            kind: kind.to_owned(),
            place: *place,
        };
        Some(self.sum(self.side.places.iter().map(of).collect()))
    }

    fn parameter(&self, id: &str) -> Option<Option<Amount>> {
        Some(match self.side.parameters.get(id)? {
            Given::None => None,
            Given::Number(number) => Some(Amount::from(*number)),
            Given::Between(least, most) => {
                let mut facts = lock(&self.facts);
                let fact = facts.between(Fact::Parameter(id.to_owned()), (*least, *most));
                Some(Amount {
                    value: facts.value(&self.values, fact),
                    line: Line::of(fact),
                })
            }
        })
    }
}
