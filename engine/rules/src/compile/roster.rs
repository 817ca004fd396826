//! Rosters: the pool, the days, the rules for absences.

use luoshi_evidence::Kind;
use luoshi_plan::Settable;
use luoshi_plan::model::{self, BelowQuorum};

use super::Compile;
use super::recurring::cadence_of;
use crate::check::{CadenceTerms, Check, Roster};

impl<'p> Compile<'p, '_> {
    pub(super) fn roster(&mut self, roster: &'p model::Roster) {
        let Some(duty) = self.duty(&roster.duty, "rosters") else {
            return;
        };
        let span = self.span(&roster.duty);
        // A roster without a cadence is judged by attendance alone; an open one is unset as well.
        let days = match &roster.cadence {
            Settable::Set(keys) => {
                let terms = CadenceTerms {
                    kind: Kind::Shift,
                    noted: roster.defective == BelowQuorum::Noted,
                    days: true,
                    ..cadence_of(keys, self.table(keys, span))
                };
                Some(Self::placed(duty, self.rows_of(&[]), terms))
            }
            Settable::Unset(None) => None,
            Settable::Unset(parameter) => {
                self.checks.push(Check::Open(duty, parameter.clone()));
                None
            }
        };
        let persons = &self.plan.content.persons;
        let in_units = |p: &model::Person, units: &[model::UnitRef]| {
            p.unit
                .as_ref()
                .is_some_and(|u| units.iter().any(|w| w.name == u.name))
        };
        let absence = roster.absence.as_ref();
        let liable = |p: &model::Person| {
            absence.is_some_and(|a| {
                a.applies_to.is_empty()
                    || p.category
                        .as_ref()
                        .is_some_and(|c| a.applies_to.iter().any(|to| to == c))
            })
        };
        self.checks.push(Check::Roster(Box::new(Roster {
            duty,
            record_duty: roster.duty.id.name.to_string(),
            span,
            pool: persons
                .iter()
                .map(|p| roster.pool.is_empty() || in_units(p, &roster.pool))
                .collect(),
            liable: persons.iter().map(liable).collect(),
            leads: persons
                .iter()
                .map(|p| in_units(p, &roster.led_by))
                .collect(),
            days,
            open: matches!(roster.cadence, Settable::Unset(Some(_))),
            crew: roster.crew,
            led_share: roster.led_share,
            produces: roster.produces.clone(),
            deduct: absence.and_then(|a| a.deduct),
            cap: absence.and_then(|a| a.cap.map(|c| (c, a.cap_every))),
            run: absence.and_then(|a| a.fail_after_consecutive),
            excused_breaks: absence.is_some_and(|a| a.excused_breaks),
            grade: absence.and_then(|a| a.grade.clone()),
        })));
    }
}
