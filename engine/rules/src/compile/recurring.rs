//! What recurs: chains, meetings, activities, papers with a cadence.

use std::sync::Arc;

use luoshi_calendar::{Cadence as Rhythm, Span, Times};
use luoshi_evidence::Kind;
use luoshi_plan::Settable;
use luoshi_plan::model::{self, BelowQuorum, CadenceKeys};

use super::{Compile, kind};
use crate::check::{CadenceTerms, Check, DeadlineTerms};
use crate::program::{PeriodTable, Row};
use crate::requirement::Requirement;

impl<'p> Compile<'p, '_> {
    pub(super) fn chain(&mut self, at: usize, chain: &model::Chain) {
        let top = chain.links.first().map(|l| l.from.name.to_string());
        let duty = self.info(
            &chain.id.name,
            &chain.name,
            "chains",
            &chain.clauses,
            top,
            chain.severity,
        );
        if self.set(duty, &chain.active) == Some(&true) {
            self.checks.push(Check::Chain(duty, at));
        }
    }

    pub(super) fn meeting(&mut self, meeting: &'p model::Meeting) {
        let at = self.duties.len();
        let duty = self.duty(&meeting.duty, "meetings");
        // Of one that is left open, too.
        if self.duties[at].responsible.is_none() {
            let convenor = meeting.convenor.as_ref().map(|r| r.name.to_string());
            Arc::make_mut(&mut self.duties[at]).responsible = convenor;
        }
        let Some(duty) = duty else {
            return;
        };
        let expected = meeting
            .expected
            .unwrap_or(u32::try_from(meeting.attendees.len()).unwrap_or(u32::MAX));
        let quorum = match &meeting.quorum {
            // A share of nobody can be neither reached nor missed.
            Settable::Set(ratio) if ratio.part > 0 && expected == 0 => {
                self.checks.push(Check::Open(duty, None));
                return;
            }
            Settable::Set(ratio) => {
                let part = u64::from(expected) * u64::from(ratio.part);
                Some(u32::try_from(part.div_ceil(u64::from(ratio.whole))).unwrap_or(u32::MAX))
            }
            Settable::Unset(None) => None,
            Settable::Unset(parameter) => {
                self.checks.push(Check::Open(duty, parameter.clone()));
                return;
            }
        };
        let Some(keys) = self.set(duty, &meeting.cadence) else {
            return;
        };
        let requirement = Requirement {
            marks: meeting.produces.clone(),
            quorum: quorum.filter(|q| *q > 0),
            ..Requirement::default()
        };
        let all = &self.plan.content.meetings;
        let own = &meeting.duty.id.name;
        let serving = all.iter().filter(|m| {
            let mut served = m.serves_also.iter().filter(|also| also.0.active);
            m.duty.id.name != *own && served.any(|also| also.0.duty.name == *own)
        });
        let mut record_duties = vec![own.to_string()];
        record_duties.extend(serving.map(|m| m.duty.id.name.to_string()));
        let noted = meeting.defective == BelowQuorum::Noted;
        let kind = Kind::Meeting;
        let rows = self.rows(&meeting.duty);
        let span = self.span(&meeting.duty);
        self.cadence(
            duty,
            kind,
            record_duties,
            (rows, Vec::new()),
            keys,
            span,
            (requirement, noted),
        );
    }

    #[allow(
        clippy::too_many_arguments,
        reason = "one call for each section with a cadence"
    )]
    pub(super) fn cadence(
        &mut self,
        duty: usize,
        kind: Kind,
        record_duties: Vec<String>,
        (rows, units): (Arc<[Row]>, Vec<String>),
        keys: &CadenceKeys,
        span: Span,
        (requirement, noted): (Requirement, bool),
    ) {
        let table = self.table(keys, span);
        let terms = CadenceTerms {
            kind,
            record_duties,
            units,
            requirement,
            noted,
            ..cadence_of(keys, table)
        };
        let rows = terms.per_unit(&rows);
        let cadence = Self::placed(duty, rows, terms);
        self.checks.push(Check::Cadence(cadence));
    }

    pub(super) fn activity(&mut self, activity: &'p model::Activity) {
        let Some(duty) = self.duty(&activity.duty, "activities") else {
            return;
        };
        let Some(keys) = self.set(duty, &activity.cadence) else {
            return;
        };
        let names = |refs: &[model::ActorRef]| -> Vec<String> {
            refs.iter().map(|r| r.name.to_string()).collect()
        };
        let mut requirement = Requirement::of(activity.requires.as_ref());
        requirement.jointly = !activity.jointly_by.is_empty();
        requirement.actors = names(if requirement.jointly {
            &activity.jointly_by
        } else {
            &activity.by_any_of
        });
        let units = names(&activity.by_all_of);
        let rows = self.rows(&activity.duty);
        let noted = activity.defective == BelowQuorum::Noted;
        let id = activity.duty.id.name.to_string();
        let span = self.span(&activity.duty);
        let kind = kind(activity.evidence);
        self.cadence(
            duty,
            kind,
            vec![id],
            (rows, units),
            keys,
            span,
            (requirement, noted),
        );
    }

    pub(super) fn document(&mut self, document: &'p model::Document) {
        let Some(duty) = self.duty(&document.duty, "documents") else {
            return;
        };
        let requirement = Requirement::of(document.requires.as_ref());
        let id = document.duty.id.name.to_string();
        let kind = kind(document.evidence);
        let rows = self.rows(&document.duty);
        // Neither, or an open one, leaves it unset.
        if matches!(document.due, Settable::Unset(None)) {
            let Some(keys) = self.set(duty, &document.cadence) else {
                return;
            };
            let span = self.span(&document.duty);
            self.cadence(
                duty,
                kind,
                vec![id],
                (rows, Vec::new()),
                keys,
                span,
                (requirement, false),
            );
            return;
        }
        let Some(keys) = self.set(duty, &document.due) else {
            return;
        };
        let due = Self::due(keys);
        let terms = DeadlineTerms {
            kind,
            record_duty: id,
            due,
            after: Vec::new(),
            grace: None,
            requirement,
        };
        let deadline = Self::placed(duty, rows, terms);
        self.checks.push(Check::Deadline(deadline));
    }
}

/// A cadence with nothing but its rhythm and its periods.
pub(super) fn cadence_of(keys: &CadenceKeys, table: Arc<PeriodTable>) -> CadenceTerms {
    let times = match (keys.exactly, keys.at_least) {
        (Some(n), _) => Times::Exactly(n),
        (None, n) => Times::AtLeast(n.unwrap_or(1)),
    };
    let exactly = matches!(times, Times::Exactly(_));
    let need = Rhythm::new(keys.every, times).map_or(times.needed(), |r| r.times.needed());
    CadenceTerms {
        kind: Kind::Meeting,
        record_duties: Vec::new(),
        units: Vec::new(),
        table,
        need,
        exactly,
        hand_in: keys.hand_in > 0,
        closes_on_last_day: keys.closes == model::PeriodCloses::LastDay,
        requirement: Requirement::default(),
        noted: false,
        days: false,
    }
}
