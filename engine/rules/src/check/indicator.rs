//! 指标: figures with their trend; a verdict only where the plan sets a target.

use std::sync::Arc;

use jiff::civil::Date;
use luoshi_calendar::{Span, date, number};
use luoshi_evidence::Kind;
use luoshi_plan::Decimal;
use luoshi_plan::model::{Direction, IndicatorSource};

use super::{CollectCx, JudgeCx, Placed, Rows, interest};
use crate::assessment::{IndicatorTrend, Label, Status, Trend};
use crate::lut::{Places, one_of};
use crate::program::{Interest, PeriodTable};
use crate::reason::Reason;
use crate::verdict::Verdict;

/// A figure, for each subject or for the jurisdiction.
pub type Indicator = Placed<IndicatorTerms>;

/// What an [`Indicator`] shows.
#[derive(Debug, Clone)]
pub struct IndicatorTerms {
    /// The `duty` of its metric records.
    pub record_duty: String,
    /// Periods that it is shown for.
    pub table: Arc<PeriodTable>,
    /// The whole span.
    pub span: Span,
    /// How the value comes from records.
    pub source: IndicatorSource,
    /// Kinds of incident counted.
    pub incidents: Vec<String>,
    /// Unit, for people.
    pub unit: Option<String>,
    /// Which way is good.
    pub direction: Direction,
    /// A stated figure to compare with.
    pub baseline: Option<Decimal>,
    /// An earlier term to compare with.
    pub baseline_span: Option<Span>,
    /// What must be reached, and when it is judged.
    pub target: Option<(Decimal, Date)>,
}

/// Sums, or latest values, per row and period.
#[derive(Debug, Default)]
pub(crate) struct Values {
    cells: Vec<Option<i64>>,
    whole: Vec<Option<i64>>,
    /// As of the day of the target.
    by: Vec<Option<i64>>,
    before: Vec<Option<i64>>,
    records: Vec<Vec<u32>>,
}

impl Indicator {
    pub(crate) fn interests(&self) -> Vec<Interest> {
        match self.source {
            IndicatorSource::IncidentCount => vec![Interest {
                kind: Kind::Incident,
                duty: None,
            }],
            _ => vec![interest(Kind::Metric, &self.record_duty)],
        }
    }

    pub(crate) fn prepare(&self) -> Values {
        let rows = self.rows.len();
        Values {
            cells: vec![None; rows * self.table.width()],
            whole: vec![None; rows],
            by: vec![None; rows],
            before: vec![None; rows],
            records: vec![Vec::new(); rows],
        }
    }

    pub(crate) fn kind(&self) -> Kind {
        match self.source {
            IndicatorSource::IncidentCount => Kind::Incident,
            _ => Kind::Metric,
        }
    }

    pub(crate) fn collect(&self, rows: Rows<'_>, values: &mut Values, cx: &mut CollectCx<'_>) {
        let columns = cx.evidence.of(self.kind());
        let names = &cx.evidence.names;
        let places = Places::new(cx.plan, &self.rows, names);
        let kinds = one_of(&self.incidents, names);
        let counts = self.source == IndicatorSource::IncidentCount;
        // Of one length, so that one look says that a row is in all of them.
        let count = columns.len();
        let (days, words) = (&columns.day[..count], &columns.status[..count]);
        let (subjects, quantities) = (&columns.subject[..count], &columns.quantity[..count]);
        rows.each(|row| {
            if counts && !kinds.get(words[row] as usize).is_some_and(|k| *k) {
                return;
            }
            let value = if counts { 100 } else { quantities[row] };
            if value == i64::MIN {
                return;
            }
            let slot = self.table.slot(days[row]);
            for at in places.of(subjects[row]) {
                let at = usize::from(*at);
                if let Some(slot) = slot {
                    let cell = at * self.table.width() + usize::from(slot.period);
                    self.put(&mut values.cells[cell], value);
                    self.put(&mut values.whole[at], value);
                }
                if self.target.is_some() || self.baseline_span.is_some() {
                    self.compare(
                        row,
                        (days[row], slot.is_some()),
                        value,
                        at,
                        values,
                        cx.trace,
                    );
                }
            }
        });
    }

    /// Whether a figure of this day is shown or compared with.
    pub(crate) fn asks_for(&self, day: i32) -> bool {
        let before = self.baseline_span.zip(date(day));
        self.table.slot(day).is_some() || before.is_some_and(|(span, day)| span.contains(day))
    }

    /// Takes a value towards what is judged at a target's day, and towards an earlier term.
    fn compare(
        &self,
        row: usize,
        (day, shown): (i32, bool),
        value: i64,
        at: usize,
        values: &mut Values,
        trace: bool,
    ) {
        if shown && self.target.is_some_and(|(_, by)| day <= number(by)) {
            self.put(&mut values.by[at], value);
            if trace {
                values.records[at].push(super::index(row));
            }
        }
        // The days of a baseline may be days of the plan, too.
        if let Some(span) = self.baseline_span
            && date(day).is_some_and(|day| span.contains(day))
        {
            self.put(&mut values.before[at], value);
        }
    }

    fn put(&self, cell: &mut Option<i64>, value: i64) {
        *cell = match self.source {
            // Columns are in order of day, so that the last one is the latest.
            IndicatorSource::MetricLatest => Some(value),
            _ => Some(cell.unwrap_or(0).saturating_add(value)),
        };
    }

    pub(crate) fn judge(&self, values: &Values, cx: &JudgeCx<'_>, out: &mut Vec<Verdict>) {
        let Some((target, by)) = self.target else {
            return;
        };
        for (at, row) in self.rows.iter().enumerate() {
            let value = values.by[at].or(self.nothing(cx)).map(Decimal);
            let reached = |v: Decimal| match self.direction {
                Direction::Up => v >= target,
                Direction::Down => v <= target,
            };
            let status = match (cx.open(by), value) {
                (Some(open), _) => open,
                (None, None) => Status::Unknown,
                (None, Some(value)) if reached(value) => Status::Met,
                (None, Some(_)) => Status::Missed,
            };
            let mut verdict = Verdict::new(self.duty, status, Reason::Target { value, target });
            verdict.subject = row.subject;
            verdict.day = Some(by);
            let ids = &cx.columns(self.kind()).id;
            verdict.evidence = values.records[at]
                .iter()
                .map(|r| ids[*r as usize])
                .collect();
            out.push(verdict);
        }
    }

    /// The value over the span so far. No incident in a ledger that holds incidents is 0.
    pub(crate) fn current(&self, values: &Values, at: usize, cx: &JudgeCx<'_>) -> Option<Decimal> {
        values.whole[at].or(self.nothing(cx)).map(Decimal)
    }

    fn nothing(&self, cx: &JudgeCx<'_>) -> Option<i64> {
        let counts = self.source == IndicatorSource::IncidentCount;
        (counts && !cx.columns(Kind::Incident).is_empty()).then_some(0)
    }

    /// What the current value is compared with: of a count, the share of the term gone by.
    pub(crate) fn compared(&self, values: &Values, at: usize, cx: &JudgeCx<'_>) -> Option<Decimal> {
        let baseline = self.baseline.or_else(|| {
            self.baseline_span?;
            values.before[at].map(Decimal)
        })?;
        let latest = self.source == IndicatorSource::MetricLatest;
        let until = cx.as_of.min(self.span.to);
        let gone = Span::new(self.span.from, until).map_or(0, Span::len_days);
        if latest || until == self.span.to {
            return Some(baseline);
        }
        let whole = i64::from(self.span.len_days().max(1));
        Some(Decimal(baseline.0 * i64::from(gone) / whole))
    }

    pub(crate) fn trends(&self, values: &Values, cx: &JudgeCx<'_>) -> Vec<IndicatorTrend> {
        let info = &cx.program.duties[self.duty];
        let mut all = Vec::new();
        for (at, row) in self.rows.iter().enumerate() {
            let value = |n: usize| {
                let cell = values.cells[at * self.table.width() + n];
                cell.or(self.nothing(cx)).map(Decimal)
            };
            let begun = self
                .table
                .periods
                .iter()
                .enumerate()
                .filter(|(_, p)| p.span.from <= cx.as_of);
            let current = self.current(values, at, cx);
            let baseline = self.compared(values, at, cx);
            all.push(IndicatorTrend {
                indicator: Label {
                    id: info.id.clone(),
                    name: info.name.clone(),
                },
                unit: self.unit.clone(),
                clauses: info.clauses.clone(),
                subject: row
                    .subject
                    .map(|s| crate::assemble::subject_label(cx.plan, s)),
                values: begun.map(|(n, p)| (*p, value(n))).collect(),
                current,
                baseline,
                trend: current.zip(baseline).map(|(c, b)| self.trend(c, b)),
                target: self.target.map(|(t, _)| t),
            });
        }
        all
    }

    fn trend(&self, current: Decimal, baseline: Decimal) -> Trend {
        match (current.cmp(&baseline), self.direction) {
            (std::cmp::Ordering::Equal, _) => Trend::Same,
            (std::cmp::Ordering::Greater, Direction::Up)
            | (std::cmp::Ordering::Less, Direction::Down) => Trend::Better,
            _ => Trend::Worse,
        }
    }
}
