//! A plan made ready to be judged: checks, periods and rows, all that needs no evidence.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use luoshi_calendar::{Partial, Period, Span, Workdays, number};
use luoshi_evidence::Kind;
use luoshi_plan::Plan;
use luoshi_plan::model::Severity;

use crate::check::Check;
use crate::plugins::Plugins;

/// A compiled plan. It holds no text that still has to be looked up in the plan's names.
#[derive(Debug)]
pub struct Program<'p> {
    /// The plan.
    pub plan: &'p Plan,
    /// The day of the run.
    pub as_of: Date,
    /// What yields findings, in the plan's order.
    pub duties: Vec<Arc<DutyInfo>>,
    /// The checks; several may belong to one duty.
    pub checks: Vec<Check>,
    /// Scripts of the rules, compiled.
    pub(crate) scripts: crate::script::Scripts,
    /// The plugins of the rules, loaded.
    pub(crate) plugins: &'p Plugins,
    /// For each kind of record, who reads it: index of the check, of its interest, the interest.
    pub(crate) readers: Vec<Vec<Reader>>,
    /// Where each duty that is judged after the checks applies: rules, vetoes, ladders, scorecards.
    pub(crate) places: BTreeMap<usize, (Arc<[Row]>, Span)>,
}

/// Index of a check, of one of its interests, and the interest.
pub(crate) type Reader = (usize, usize, Interest);

impl Program<'_> {
    pub(crate) fn interests_of(&self, kind: Kind) -> &[Reader] {
        &self.readers[kind as usize]
    }

    /// Whether a record of this kind that no check reads is nobody's. Decisions and the like are
    /// read by vetoes, ladders and scorecards when they are judged.
    pub(crate) fn expects_duty(&self, kind: Kind) -> bool {
        !matches!(
            kind,
            Kind::Decision
                | Kind::Appeal
                | Kind::Waiver
                | Kind::Correction
                | Kind::Incident
                | Kind::Rectification
        ) && !self.read_later(kind)
    }

    fn read_later(&self, kind: Kind) -> bool {
        let content = &self.plan.content;
        match kind {
            Kind::Report => !content.ladders.is_empty(),
            Kind::Metric => !content.scorecards.is_empty(),
            _ => false,
        }
    }
}

/// A duty, rule, veto, ladder or chain.
#[derive(Debug, Clone)]
pub struct DutyInfo {
    /// Identifier.
    pub id: String,
    /// Name.
    pub name: String,
    /// The key of the section that it stands in.
    pub section: &'static str,
    /// Clauses that it carries out.
    pub clauses: Vec<String>,
    /// The role that answers for it.
    pub responsible: Option<String>,
    /// How grave a failure is.
    pub severity: Severity,
}

/// One line of a table of facts: a subject, a unit, both, or the whole jurisdiction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// Index into the plan's subjects.
    pub subject: Option<u32>,
    /// Index into the units or roles that must each act.
    pub unit: Option<u32>,
    /// The days on which the duty applies to it.
    pub span: Option<Span>,
}

impl Row {
    /// The whole jurisdiction, throughout.
    pub const WHOLE: Row = Row {
        subject: None,
        unit: None,
        span: None,
    };
}

/// The periods of a duty, and which period each day falls into.
#[derive(Debug, Clone)]
pub struct PeriodTable {
    /// The periods, clipped to the duty's span.
    pub periods: Vec<Period>,
    /// What becomes of one that is cut short.
    pub partial: Partial,
    /// Workdays after a period in which a record can still serve it.
    pub window: u32,
    /// Last day on which a record can still serve each.
    pub closes: Vec<Date>,
    /// The first day of the first period, as a number.
    pub(crate) base: i32,
    /// Index of the period of each day from `base` on, and whether the day lies in the window
    /// that belongs to the period before too. Days after the last period but in its window have
    /// the index one past the last.
    pub(crate) slots: Vec<Slot>,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct Slot {
    pub(crate) period: u16,
    pub(crate) early: bool,
}

impl PeriodTable {
    /// The slot of a day; none outside the duty's span and window.
    #[inline]
    pub(crate) fn slot(&self, day: i32) -> Option<Slot> {
        let at = usize::try_from(day - self.base).ok()?;
        self.slots.get(at).copied()
    }

    /// Number of columns of a table of facts: one for each period, one for what follows the last.
    pub(crate) fn width(&self) -> usize {
        self.periods.len() + 1
    }

    /// A period as far as a subject exists in it; none if it is not judged for the subject.
    pub(crate) fn judged(&self, at: usize, life: Option<Span>) -> Option<Period> {
        let period = *self.periods.get(at)?;
        let period = life.map_or(Some(period), |life| period.clip(life))?;
        period.counts(self.partial).then_some(period)
    }

    /// The last day on which a record can still serve a period that ends on this day.
    pub(crate) fn closes_after(&self, last: Date, workdays: &Workdays) -> Date {
        workdays.add(last, self.window).unwrap_or(last)
    }

    /// Builds the table; `window` is the number of workdays after a period that still belong to it.
    pub(crate) fn new(
        periods: Vec<Period>,
        partial: Partial,
        window: u32,
        workdays: &Workdays,
    ) -> PeriodTable {
        let close = |p: &Period| workdays.add(p.span.to, window).unwrap_or(p.span.to);
        let closes: Vec<Date> = periods.iter().map(close).collect();
        let base = periods.first().map_or(0, |p| number(p.span.from));
        let mut slots = Vec::new();
        for (index, period) in periods.iter().enumerate() {
            let until = index.checked_sub(1).map_or(i32::MIN, |i| number(closes[i]));
            for day in number(period.span.from)..=number(period.span.to) {
                slots.push(Slot {
                    period: u16::try_from(index).unwrap_or(u16::MAX),
                    early: day <= until,
                });
            }
        }
        if let (Some(last), Some(closes)) = (periods.last(), closes.last()) {
            for _ in number(last.span.to)..number(*closes) {
                slots.push(Slot {
                    period: u16::try_from(periods.len()).unwrap_or(u16::MAX),
                    early: true,
                });
            }
        }
        PeriodTable {
            periods,
            partial,
            window,
            closes,
            base,
            slots,
        }
    }
}

/// Which records a check reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Interest {
    pub(crate) kind: Kind,
    /// Their `duty`; all records of the kind if none.
    pub(crate) duty: Option<Arc<str>>,
}
