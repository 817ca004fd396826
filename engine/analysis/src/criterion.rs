//! What is compared: rules in Rhai, and what vetoes, penalties and ladders say as data.
//!
//! A rule *holds* where it is kept. A veto, a penalty and a ladder hold where they propose nothing.
//! Decisions are left out: what people have decided is no consequence of facts.

use std::sync::Arc;

use luoshi_plan::model::{DutyRef, Ladder, Penalty, SetRef, Veto};
use luoshi_plan::{Plan, Settable};
use luoshi_rules::{Amount, Asked, Count, Is, Line, Outcome, Test, Trial, Tried};

use crate::facts::{Fact, Further, Place};
use crate::side::Answers;

/// Which section a criterion stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// `rules`
    Rule,
    /// `vetoes`
    Veto,
    /// `penalties`
    Penalty,
    /// `ladders`
    Ladder,
}

impl Section {
    /// The word in JSON and, after `analysis-section-`, in the catalogues.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Section::Rule => "rule",
            Section::Veto => "veto",
            Section::Penalty => "penalty",
            Section::Ladder => "ladder",
        }
    }
}

/// Something that holds or does not, by what facts are.
pub(crate) enum Criterion {
    Rule(Trial),
    Veto(Box<Veto>, Option<(Trial, bool)>),
    Penalty(Penalty),
    Ladder(Box<Ladder>),
}

/// A criterion by its id, before it is made ready.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) section: Section,
    pub(crate) name: String,
    /// The sets of its subjects; empty if it is about the whole jurisdiction.
    pub(crate) sets: Vec<String>,
}

fn names(sets: &[SetRef]) -> Vec<String> {
    sets.iter().map(|set| set.name.clone()).collect()
}

/// All that a plan has to compare, in its order: ids with what they are.
pub(crate) fn all(plan: &Plan) -> Vec<(String, Found)> {
    let content = &plan.content;
    let duty = |section, duty: &luoshi_plan::model::Duty| {
        let (name, sets) = (duty.name.clone(), names(&duty.for_each));
        (
            duty.id.name.clone(),
            Found {
                section,
                name,
                sets,
            },
        )
    };
    let mut found: Vec<(String, Found)> = Vec::new();
    found.extend(content.rules.iter().map(|r| duty(Section::Rule, &r.duty)));
    found.extend(content.vetoes.iter().map(|v| duty(Section::Veto, &v.duty)));
    found.extend(
        content
            .ladders
            .iter()
            .map(|l| duty(Section::Ladder, &l.duty)),
    );
    for penalty in &content.penalties {
        let shapes = crate::duties::shapes(plan);
        let on = penalty
            .on
            .iter()
            .filter_map(|on| shapes.get(&on.name)?.of.clone());
        let mut sets: Vec<String> = on.flatten().collect();
        sets.sort();
        sets.dedup();
        let name = penalty.name.clone();
        found.push((
            penalty.id.name.clone(),
            Found {
                section: Section::Penalty,
                name,
                sets,
            },
        ));
    }
    found
}

impl Criterion {
    pub(crate) fn new(plan: &Plan, id: &str) -> Option<Criterion> {
        let content = &plan.content;
        if let Some(veto) = content.vetoes.iter().find(|v| v.duty.id.name == id) {
            let rule = veto.when.rule.as_ref().and_then(|rule| {
                let spec = content.rules.iter().find(|r| r.duty.id.name == rule.name)?;
                // A rule for each of other subjects is not judged where the veto is.
                let same = names(&spec.duty.for_each) == names(&veto.duty.for_each);
                Some((Trial::new(plan, &rule.name)?, same))
            });
            return Some(Criterion::Veto(Box::new(veto.clone()), rule));
        }
        if let Some(ladder) = content.ladders.iter().find(|l| l.duty.id.name == id) {
            return Some(Criterion::Ladder(Box::new(ladder.clone())));
        }
        if let Some(penalty) = content.penalties.iter().find(|p| p.id.name == id) {
            return Some(Criterion::Penalty(penalty.clone()));
        }
        Trial::new(plan, id).map(Criterion::Rule)
    }

    /// Whether it also counts what happens in subjects that lie in its own.
    pub(crate) fn looks_inside(&self) -> bool {
        matches!(self, Criterion::Veto(..) | Criterion::Ladder(_))
    }

    /// What it says of facts.
    pub(crate) fn run(&self, answers: Arc<Answers>, subject: Option<&str>) -> Tried {
        let mut asking = Asking {
            answers: &answers,
            tests: Vec::new(),
        };
        let outcome = match self {
            Criterion::Rule(trial) => {
                let asked: Arc<dyn Asked> = answers;
                return trial.run(&asked, subject);
            }
            Criterion::Veto(veto, rule) => asking.veto(veto, rule.as_ref(), subject),
            Criterion::Penalty(penalty) => {
                let failing = asking.count(&penalty.on, Count::Failing);
                not(Some(asking.reaches(&failing, penalty.at_least)))
            }
            Criterion::Ladder(ladder) => asking.ladder(ladder),
        };
        Tried {
            outcome,
            error: None,
            tests: asking.tests,
            pinned: false,
            subject_read: false,
        }
    }
}

/// Whether every incident counts for a veto.
fn is_plain(veto: &Veto) -> bool {
    let when = &veto.when;
    let further = when.lapse.is_some() || when.finding_required;
    when.marks.is_empty() && !further && veto.duty.period.is_none()
}

/// Where it triggers, it does not hold.
fn not(triggered: Option<bool>) -> Outcome {
    match triggered {
        Some(true) => Outcome::Violated,
        Some(false) => Outcome::Holds,
        None => Outcome::Unknown,
    }
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

/// Asks facts and notes the answers, as a script does.
struct Asking<'a> {
    answers: &'a Answers,
    tests: Vec<Test>,
}

impl Asking<'_> {
    /// The sum of a number of some duties.
    fn count(&self, duties: &[DutyRef], count: Count) -> Amount {
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

    /// Whether every failure of these duties has a day, and so counts for a ladder.
    fn are_dated(&self, duties: &[DutyRef]) -> bool {
        let mut shapes = duties.iter().map(|d| self.answers.side.shape(&d.name));
        shapes.all(|shape| shape.is_some_and(|shape| shape.one_each))
    }

    fn incidents(&self, kinds: &[luoshi_plan::model::IncidentRef]) -> Amount {
        let each = kinds.iter().filter_map(|k| self.answers.incidents(&k.name));
        total(each)
    }

    fn further(&self, of: &str, what: Further) -> Amount {
        let of = of.to_owned();
        self.answers.sum(vec![Fact::Further { of, what }])
    }

    /// Whether an amount is at least so much.
    fn reaches(&mut self, amount: &Amount, least: u32) -> bool {
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

    fn veto(&mut self, veto: &Veto, rule: Option<&(Trial, bool)>, at: Option<&str>) -> Outcome {
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

    /// Whether only some of the events that are counted can count for a ladder.
    fn is_windowed(&self, ladder: &Ladder) -> bool {
        let trigger = &ladder.trigger;
        let own_term = ladder.duty.period.is_some();
        trigger.within.is_some() || own_term || !self.are_dated(&trigger.failed)
    }

    fn ladder(&mut self, ladder: &Ladder) -> Outcome {
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
}

fn total(amounts: impl IntoIterator<Item = Amount>) -> Amount {
    let mut sum = Amount::from(0);
    for amount in amounts {
        sum.value += amount.value;
        for (fact, times) in amount.line.terms {
            *sum.line.terms.entry(fact).or_default() += times;
        }
    }
    sum
}

/// What further facts cannot be beyond: for each a sum of others that it never exceeds.
pub(crate) fn limits(criterion: &Criterion, answers: &Answers) -> Vec<Line> {
    let asking = Asking {
        answers,
        tests: Vec::new(),
    };
    let below = |most: Amount, id: &str, what| {
        let mut line = most.line;
        for fact in asking.further(id, what).line.terms.into_keys() {
            *line.terms.entry(fact).or_default() -= 1;
        }
        line
    };
    match criterion {
        Criterion::Veto(veto, _) => {
            let (id, when) = (&veto.duty.id.name, &veto.when);
            if is_plain(veto) || when.incidents.is_empty() {
                return Vec::new();
            }
            let happened = || asking.incidents(&when.incidents);
            let mut limits = vec![below(happened(), id, Further::Telling)];
            if when.lapse.is_some() {
                limits.push(below(happened(), id, Further::Unsure));
            }
            limits
        }
        Criterion::Ladder(ladder) => {
            let (id, trigger) = (&ladder.duty.id.name, &ladder.trigger);
            let mut limits = Vec::new();
            if asking.is_windowed(ladder) {
                let failed = asking.count(&trigger.failed, Count::Failing);
                let events = total([failed, asking.incidents(&trigger.incidents)]);
                limits.push(below(events, id, Further::Window));
            }
            if trigger.severe_step.is_some() {
                let happened = asking.incidents(&trigger.incidents);
                limits.push(below(happened, id, Further::Severe));
            }
            limits
        }
        Criterion::Rule(_) | Criterion::Penalty(_) => Vec::new(),
    }
}

/// The places that a criterion counts, of those that a comparison tells apart.
pub(crate) fn places(
    per_subject: bool,
    inside: bool,
    looks_inside: bool,
    mixed: bool,
) -> Vec<Place> {
    let mut places = vec![Place::Here];
    if inside && (looks_inside || !per_subject) {
        places.push(Place::Inside);
    }
    if mixed && !per_subject {
        places.push(Place::Elsewhere);
    }
    places
}
