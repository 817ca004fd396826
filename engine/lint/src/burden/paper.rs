//! What leaves a paper or a record: activities, tasks, documents, coverage, rosters, indicators.

use luoshi_plan::model::{Coverage, DueKeys, Evidence, IndicatorSource, Requirement};
use luoshi_plan::{Limit, Settable, after};

use super::due::deadline;
use super::tally::{Needs, Row, Tally};
use super::{Amount, Figure, found, terms};

impl Tally<'_> {
    pub(super) fn activities(&mut self) {
        for activity in &self.plan.content.activities {
            let mut demand = self.demand(&activity.duty, "activities");
            let Settable::Set(keys) = &activity.cadence else {
                self.open(demand);
                continue;
            };
            let rows = self.rows(&activity.duty.for_each);
            let units = (activity.by_all_of.len() as u64).max(1);
            let mut rows = self.recurs(&activity.duty, keys, &rows);
            rows.iter_mut()
                .for_each(|(_, amount)| *amount = amount.times(units));
            demand.deadlines = self.closes(&activity.duty, keys);
            let figure = figure_of(activity.evidence, &activity.duty.name);
            let keepers = activity
                .by_all_of
                .iter()
                .map(|actor| actor.name.to_string());
            let needs = Needs {
                keepers: keepers.collect(),
                ..needs(activity.evidence, activity.requires.as_ref())
            };
            self.enter(demand, figure, &rows, &needs);
        }
    }

    pub(super) fn tasks(&mut self) {
        for task in &self.plan.content.tasks {
            let mut demand = self.demand(&task.duty, "tasks");
            let Settable::Set(keys) = &task.due else {
                self.open(demand);
                continue;
            };
            let rows = self.rows(&task.duty.for_each);
            demand.deadlines = self.due_days(keys, &rows);
            let figure = match figure_of(task.evidence, &task.duty.name) {
                Figure::Reports => Figure::Reports,
                _ => Figure::Tasks,
            };
            let needs = needs(task.evidence, task.requires.as_ref());
            self.enter(demand, figure, &once(&rows), &needs);
        }
    }

    pub(super) fn documents(&mut self) {
        for document in &self.plan.content.documents {
            let mut demand = self.demand(&document.duty, "documents");
            let rows = self.rows(&document.duty.for_each);
            let rows = match (&document.due, &document.cadence) {
                (Settable::Set(keys), _) => {
                    demand.deadlines = self.due_days(keys, &rows);
                    once(&rows)
                }
                (Settable::Unset(None), Settable::Set(keys)) => {
                    demand.deadlines = self.closes(&document.duty, keys);
                    self.recurs(&document.duty, keys, &rows)
                }
                _ => {
                    self.open(demand);
                    continue;
                }
            };
            let sent = !document.addressees.is_empty();
            let figure = match figure_of(document.evidence, &document.duty.name) {
                _ if sent => Figure::Reports,
                figure => figure,
            };
            let needs = needs(document.evidence, document.requires.as_ref());
            self.enter(demand, figure, &rows, &needs);
        }
    }

    pub(super) fn coverage(&mut self) {
        for state in &self.plan.content.coverage {
            let mut demand = self.demand(&state.duty, "coverage");
            if matches!(state.due, Settable::Unset(Some(_))) {
                self.open(demand);
                continue;
            }
            let rows = self.rows(&state.duty.for_each);
            if let Settable::Set(keys) = &state.due {
                demand.deadlines = self.due_days(keys, &rows);
            }
            let rows: Vec<(Row, Amount)> = rows
                .iter()
                .map(|row| (*row, self.renewed(state, row)))
                .collect();
            let needs = needs(state.evidence, state.requires.as_ref());
            self.enter(demand, Figure::States, &rows, &needs);
        }
    }

    /// One record, and one more each time it has grown too old.
    fn renewed(&self, state: &Coverage, row: &Row) -> Amount {
        let within = state.lapses.as_ref().and_then(|l| l.within);
        let Some(within) = within.filter(|w| *w != Limit::Minutes(0)) else {
            return Amount::once(1);
        };
        let first = match &state.due {
            Settable::Set(keys) => deadline(self.plan, keys, row.life.from),
            Settable::Unset(_) => None,
        };
        let first = first.unwrap_or(row.life.from);
        let year = first.saturating_add(jiff::Span::new().years(1));
        let until = |end| {
            let (mut count, mut day) = (1, first);
            loop {
                let next = after(day, within, self.plan);
                if next <= day || next >= end {
                    return count;
                }
                (count, day) = (count + 1, next);
            }
        };
        Amount {
            period: until(row.life.to),
            year: until(year),
        }
    }

    pub(super) fn rosters(&mut self) {
        for roster in &self.plan.content.rosters {
            let mut demand = self.demand(&roster.duty, "rosters");
            let Settable::Set(keys) = &roster.cadence else {
                self.open(demand);
                continue;
            };
            let rows = self.rows(&[]);
            let mut rows = self.recurs(&roster.duty, keys, &rows);
            let crew = u64::from(roster.crew);
            rows.iter_mut()
                .for_each(|(_, amount)| *amount = amount.times(crew));
            demand.deadlines = self.closes(&roster.duty, keys);
            // One record of the day carries the marks, not each person's.
            let needs = Needs {
                kind: Evidence::Shift.word(),
                ..Needs::default()
            };
            self.enter(demand, Figure::Shifts, &rows, &needs);
        }
    }

    pub(super) fn indicators(&mut self) {
        for indicator in &self.plan.content.indicators {
            let responsible = indicator.responsible.as_ref();
            let mut demand = self.bare(
                &indicator.id,
                &indicator.name,
                "indicators",
                &indicator.clauses,
                responsible,
            );
            demand.amounts.insert(Figure::Indicators, Amount::once(1));
            // Incidents are counted from their own records: nobody writes the figure down.
            if indicator.from == IndicatorSource::IncidentCount {
                self.push(demand, &Needs::default());
                continue;
            }
            let all = luoshi_calendar::periods(indicator.every, self.plan.span);
            let year = super::due::a_year(indicator.every);
            let each = |row: &Row| {
                let period = all.iter().filter(|p| p.clip(row.life).is_some()).count() as u64;
                (*row, Amount { period, year })
            };
            let rows: Vec<_> = self.rows(&indicator.for_each).iter().map(each).collect();
            let needs = Needs {
                kind: Evidence::Metric.word(),
                ..Needs::default()
            };
            self.enter(demand, Figure::Metrics, &rows, &needs);
        }
    }

    fn due_days(&self, keys: &DueKeys, rows: &[Row]) -> Vec<jiff::civil::Date> {
        let days = rows
            .iter()
            .filter_map(|row| deadline(self.plan, keys, row.life.from));
        let days: std::collections::BTreeSet<_> = days.collect();
        days.into_iter().collect()
    }
}

fn once(rows: &[Row]) -> Vec<(Row, Amount)> {
    rows.iter().map(|row| (*row, Amount::once(1))).collect()
}

fn needs(kind: Evidence, requires: Option<&Requirement>) -> Needs {
    Needs {
        kind: kind.word(),
        marks: requires.map(|r| r.marks.clone()).unwrap_or_default(),
        attachments: requires.map_or(0, |r| u64::from(r.attachments)),
        keepers: Vec::new(),
    }
}

/// Under which figure a duty is counted: by its kind of record, or by a name that says report.
fn figure_of(kind: Evidence, name: &str) -> Figure {
    let paper = matches!(
        kind,
        Evidence::Document | Evidence::Task | Evidence::TaskDone
    );
    if paper && found(&terms().report, name).is_some() {
        return Figure::Reports;
    }
    match kind {
        Evidence::Meeting => Figure::Meetings,
        Evidence::Visit => Figure::Visits,
        Evidence::Shift => Figure::Shifts,
        Evidence::Inspection => Figure::Inspections,
        Evidence::Task | Evidence::TaskDone => Figure::Tasks,
        Evidence::Document => Figure::Papers,
        Evidence::Training => Figure::Trainings,
        Evidence::Metric => Figure::Metrics,
        Evidence::Report => Figure::Reports,
        Evidence::Incident
        | Evidence::Response
        | Evidence::Reward
        | Evidence::Rectification
        | Evidence::Decision => Figure::Others,
    }
}
