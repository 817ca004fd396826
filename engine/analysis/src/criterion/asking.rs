//! What vetoes, penalties and ladders ask of facts, noted as a script would note it.

use std::sync::Arc;

use luoshi_plan::Settable;
use luoshi_plan::model::{DutyRef, IncidentRef, Ladder, Veto};
use luoshi_rules::{Amount, Asked, Count, Is, Outcome, Test, Trial};

use crate::facts::{Fact, Further};
use crate::side::Answers;

/// Asks facts and notes the answers, as a script does.
pub(super) struct Asking<'a> {
    pub(super) answers: &'a Answers,
    pub(super) tests: Vec<Test>,
}

impl Asking<'_> {
    pub(super) fn veto(
        &mut self,
        veto: &Veto,
        rule: Option<&(Trial, bool)>,
        at: Option<&str>,
    ) -> Outcome {
        let (id, when) = (&veto.duty.id.name, &veto.when);
        let mut conditions = Vec::new();
        if !when.incidents.is_empty() {
            let shown = if is_plain(veto) {
                self.incidents(&when.incidents)
            } else {
                // That they are no more than all incidents is a limit of the facts.
                self.incidents(&when.incidents);
                self.further(id, Further::Telling)
            };
            let unsure = |asking: &mut Self| {
                let unsure = asking.further(id, Further::Unsure);
                when.lapse.is_some() && asking.reaches(&unsure, 1)
            };
            conditions.push(match self.reaches(&shown, 1) {
                true => Some(true),
                false if when.lapse.is_some() && unsure(self) => None,
                false => Some(false),
            });
        }
        if !when.failed.is_empty() {
            let failing = self.count(&when.failed, Count::Failing);
            let unknown = self.count(&when.failed, Count::Unknown);
            let enough = self.reaches(&failing, when.failed_at_least);
            let unsure = self.reaches(&unknown, 1);
            conditions.push((enough || !unsure).then_some(enough));
        }
        if when.rule.is_some() {
            conditions.push(self.rule(id, rule, at));
        }
        not(all_of(&conditions))
    }

    /// Whether the rule that a veto names is not kept.
    fn rule(&mut self, veto: &str, rule: Option<&(Trial, bool)>, at: Option<&str>) -> Option<bool> {
        if let Some((trial, true)) = rule {
            let asked: Arc<dyn Asked> = Arc::new(Answers {
                facts: Arc::clone(&self.answers.facts),
                values: Arc::clone(&self.answers.values),
                side: Arc::clone(&self.answers.side),
            });
            let tried = trial.run(&asked, at);
            self.tests.extend(tried.tests);
            return match tried.outcome {
                Outcome::Holds => Some(false),
                Outcome::Violated => Some(true),
                Outcome::Unknown => None,
            };
        }
        let state = self.further(veto, Further::Rule);
        match (self.reaches(&state, 1), self.reaches(&state, 2)) {
            (false, _) => Some(false),
            (true, false) => Some(true),
            (true, true) => None,
        }
    }

    pub(super) fn ladder(&mut self, ladder: &Ladder) -> Outcome {
        let open = |window: &Settable<luoshi_plan::Limit>| window.get().is_none();
        if ladder.steps.iter().any(|step| open(&step.window)) {
            return Outcome::Unknown;
        }
        let (id, trigger) = (&ladder.duty.id.name, &ladder.trigger);
        let events = total([
            self.count(&trigger.failed, Count::Failing),
            self.incidents(&trigger.incidents),
        ]);
        let counted = if self.is_windowed(ladder) {
            self.further(id, Further::Window)
        } else {
            events
        };
        let reached = self.reaches(&counted, trigger.at_least.max(1));
        let severe = trigger.severe_step.is_some() && {
            let severe = self.further(id, Further::Severe);
            self.reaches(&severe, 1)
        };
        not(Some(reached || severe))
    }

    /// Whether only some of the events that are counted can count for a ladder.
    pub(super) fn is_windowed(&self, ladder: &Ladder) -> bool {
        let trigger = &ladder.trigger;
        let own_term = ladder.duty.period.is_some();
        trigger.within.is_some() || own_term || !self.are_dated(&trigger.failed)
    }

    /// Whether every failure of these duties has a day, and so counts for a ladder.
    fn are_dated(&self, duties: &[DutyRef]) -> bool {
        let mut shapes = duties.iter().map(|d| self.answers.side.shape(&d.name));
        shapes.all(|shape| shape.is_some_and(|shape| shape.one_each))
    }

    /// The sum of a number of some duties.
    pub(super) fn count(&self, duties: &[DutyRef], count: Count) -> Amount {
        let each = duties.iter().filter_map(|duty| {
            let later = self.answers.side.shape(&duty.name).is_some_and(|s| s.later);
            match count {
                Count::Failing if later => Some(self.further(&duty.name, Further::Failing)),
                Count::Unknown if later => Some(self.further(&duty.name, Further::Unknown)),
                _ => self.answers.count(&duty.name, count),
            }
        });
        total(each)
    }

    pub(super) fn incidents(&self, kinds: &[IncidentRef]) -> Amount {
        let each = kinds.iter().filter_map(|k| self.answers.incidents(&k.name));
        total(each)
    }

    pub(super) fn further(&self, of: &str, what: Further) -> Amount {
        let of = of.to_owned();
        self.answers.sum(vec![Fact::Further { of, what }])
    }

    /// Whether an amount is at least so much.
    pub(super) fn reaches(&mut self, amount: &Amount, least: u32) -> bool {
        let least = i64::from(least);
        let mut line = amount.line.clone();
        line.number -= least;
        let answer = amount.value >= least;
        if !line.terms.is_empty() {
            let is = Is::AtLeastZero;
            self.tests.push(Test { line, is, answer });
        }
        answer
    }
}

/// Whether every incident counts for a veto.
pub(super) fn is_plain(veto: &Veto) -> bool {
    let when = &veto.when;
    let further = when.lapse.is_some() || when.finding_required;
    when.marks.is_empty() && !further && veto.duty.period.is_none()
}

pub(super) fn total(amounts: impl IntoIterator<Item = Amount>) -> Amount {
    let mut sum = Amount::from(0);
    for amount in amounts {
        sum.value += amount.value;
        for (fact, times) in amount.line.terms {
            *sum.line.terms.entry(fact).or_default() += times;
        }
    }
    sum
}

fn all_of(conditions: &[Option<bool>]) -> Option<bool> {
    if conditions.contains(&Some(false)) {
        Some(false)
    } else if conditions.contains(&None) {
        None
    } else {
        Some(true)
    }
}

/// Where it triggers, it does not hold.
pub(super) fn not(triggered: Option<bool>) -> Outcome {
    match triggered {
        Some(true) => Outcome::Violated,
        Some(false) => Outcome::Holds,
        None => Outcome::Unknown,
    }
}
