//! What is compared: rules in Rhai, and what vetoes, penalties and ladders say as data.
//!
//! A rule *holds* where it is kept. A veto, a penalty and a ladder hold where they propose nothing.
//! Decisions are left out: what people have decided is no consequence of facts.

mod asking;
mod found;
mod limits;

use std::sync::Arc;

use luoshi_plan::Plan;
use luoshi_plan::model::{Ladder, Penalty, Veto};
use luoshi_rules::{Asked, Count, Trial, Tried};

use crate::duties::names;
use crate::side::Answers;

use asking::{Asking, not};

pub use found::Section;
pub(crate) use found::{Found, all, places};
pub(crate) use limits::limits;

/// Something that holds or does not, by what facts are.
pub(crate) enum Criterion {
    Rule(Trial),
    Veto(Box<Veto>, Option<(Trial, bool)>),
    Penalty(Penalty),
    Ladder(Box<Ladder>),
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
