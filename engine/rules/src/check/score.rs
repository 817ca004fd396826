//! 考核评分表: points, grades and ranks, as *Scorecards* of `MEANING.md` says.

mod here;
mod records;

use std::collections::BTreeMap;

use luoshi_calendar::Span;
use luoshi_evidence::Kind;
use luoshi_plan::model::{CountOf, Direction, DutyRef, Method, ScoreFacet, ScoreItem, Scorecard};
use luoshi_plan::{Decimal, Percent};

use super::indicator::Values;
use super::{Check, Fact, Indicator, JudgeCx};
use crate::assessment::{Decision, Status, fails};
use crate::program::Row;
use crate::verdict::{Facet, Verdict};
use here::Here;
use records::Records;

/// A sheet while it is being filled in: indices, no names.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sheet {
    pub(crate) subject: Option<u32>,
    pub(crate) sections: Vec<(Decimal, Vec<Item>)>,
    pub(crate) bonus: Decimal,
    pub(crate) sum: Decimal,
    pub(crate) score: Decimal,
    /// Verdicts of the vetoes that set the score.
    pub(crate) vetoes: Vec<usize>,
    pub(crate) grade: Option<usize>,
    /// Verdicts that leave no better grade.
    pub(crate) downgraded: Vec<usize>,
    pub(crate) rank: Option<u32>,
}

#[derive(Debug, Clone, Default)]
pub(crate) struct Item {
    pub(crate) points: Decimal,
    pub(crate) count: i64,
    pub(crate) unknown: bool,
    pub(crate) verdicts: Vec<usize>,
}

/// Fills in a scorecard for each of its rows. `by_duty` gives the verdicts of each duty.
pub(crate) fn judge(
    card: &Scorecard,
    rows: &[Row],
    span: Span,
    verdicts: &[Verdict],
    by_duty: &[Vec<usize>],
    cx: &JudgeCx<'_>,
) -> Vec<Sheet> {
    let mut duties: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, info) in cx.program.duties.iter().enumerate() {
        duties.entry(&info.id).or_default().push(at);
    }
    let scorer = Scorer {
        verdicts,
        by_duty,
        here: Here::of(card, rows, verdicts, by_duty, cx),
        records: Records::of(card, rows, span, cx),
        indicators: indicators(cx),
        duties,
        cx,
    };
    let mut sheets: Vec<Sheet> = rows.iter().map(|row| scorer.sheet(card, *row)).collect();
    if rows.iter().any(|row| row.subject.is_some()) {
        let mut scores: Vec<Decimal> = sheets.iter().map(|s| s.score).collect();
        scores.sort_unstable();
        for sheet in &mut sheets {
            let better = scores.len() - scores.partition_point(|score| *score <= sheet.score);
            sheet.rank = u32::try_from(better + 1).ok();
        }
    }
    sheets
}

/// What all sheets of a card share: whatever is looked up by its name is found once, for there may be a sheet for each of
/// thousands of places.
struct Scorer<'a> {
    verdicts: &'a [Verdict],
    by_duty: &'a [Vec<usize>],
    here: Here,
    records: Records<'a>,
    /// By the duty that they are.
    indicators: BTreeMap<usize, Figures<'a>>,
    /// The duties of a name: a chain may have that of a duty.
    duties: BTreeMap<&'a str, Vec<usize>>,
    cx: &'a JudgeCx<'a>,
}

impl Scorer<'_> {
    fn sheet(&self, card: &Scorecard, row: Row) -> Sheet {
        let mut sheet = Sheet {
            subject: row.subject,
            ..Sheet::default()
        };
        for section in &card.sections {
            let items: Vec<Item> = section.items.iter().map(|i| self.item(i, row)).collect();
            let off: i64 = items.iter().map(|i| i.points.0).sum();
            let points = Decimal(section.max.0.saturating_sub(off).max(section.floor.0));
            sheet.sum.0 += points.0;
            sheet.sections.push((points, items));
        }
        if let Some(bonus) = &card.bonus {
            let items: Vec<Item> = bonus.items.iter().map(|i| self.extra(i, row)).collect();
            sheet.bonus = Decimal(
                items
                    .iter()
                    .map(|i| i.points.0)
                    .sum::<i64>()
                    .min(bonus.cap.0),
            );
            sheet.sections.push((sheet.bonus, items));
        }
        sheet.sum.0 += sheet.bonus.0;
        sheet.score = sheet.sum;
        self.apply_vetoes(card, row, &mut sheet);
        sheet.grade = card.grades.iter().position(|g| sheet.score >= g.at_least);
        self.apply_downgrades(card, row, &mut sheet);
        sheet
    }

    fn apply_vetoes(&self, card: &Scorecard, row: Row, sheet: &mut Sheet) {
        for veto in &card.vetoes {
            let effect = self
                .cx
                .plan
                .content
                .vetoes
                .iter()
                .find(|v| v.duty.id.name == veto.name);
            let Some(left) = effect.and_then(|v| v.effect.score) else {
                continue;
            };
            for at in self.of(std::slice::from_ref(veto), row, None) {
                let verdict = &self.verdicts[at];
                let counts = match verdict.decision {
                    Some(Decision::Confirmed) => true,
                    Some(Decision::Proposed) => card.count_proposals,
                    _ => false,
                };
                if verdict.status == Status::Violated && counts {
                    sheet.vetoes.push(at);
                    sheet.score = sheet.score.min(left);
                }
            }
        }
    }

    fn apply_downgrades(&self, card: &Scorecard, row: Row, sheet: &mut Sheet) {
        for downgrade in &card.downgrades {
            let failing: Vec<usize> = self
                .of(&downgrade.on, row, None)
                .into_iter()
                .filter(|at| self.fails(*at))
                .collect();
            let left = card
                .grades
                .iter()
                .position(|g| g.name == downgrade.grade.name);
            let (Some(left), Some(grade)) = (left, sheet.grade) else {
                continue;
            };
            // Grades go from the best down: a larger index is a worse grade.
            if failing.len() >= downgrade.at_least as usize && left > grade {
                sheet.grade = Some(left);
                sheet.downgraded = failing;
            }
        }
    }

    fn fails(&self, at: usize) -> bool {
        let verdict = &self.verdicts[at];
        fails(
            verdict.status,
            self.cx.program.duties[verdict.duty].severity,
        )
    }

    /// The duties of some names, in the order of the plan.
    fn named(&self, names: &[DutyRef]) -> Vec<usize> {
        let all = names
            .iter()
            .filter_map(|d| self.duties.get(d.name.as_str()));
        let mut all: Vec<usize> = all.flatten().copied().collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Verdicts of some duties, of one facet, that concern a row.
    fn of(&self, duties: &[DutyRef], row: Row, facet: Option<ScoreFacet>) -> Vec<usize> {
        let facet = facet_of(facet);
        let named = self.named(duties).into_iter();
        let concern = named.flat_map(|at| match row.subject {
            Some(subject) => self.here.get(at, subject),
            None => &self.by_duty[at],
        });
        let all = concern.copied();
        all.filter(|at| self.verdicts[*at].facet == facet).collect()
    }

    fn failing(&self, item: &ScoreItem, row: Row) -> Vec<usize> {
        let all = self.of(&item.of, row, item.facet);
        let fails = |at: &usize| {
            let verdict = &self.verdicts[*at];
            fails(
                verdict.status,
                self.cx.program.duties[verdict.duty].severity,
            )
        };
        all.into_iter().filter(fails).collect()
    }

    fn item(&self, item: &ScoreItem, row: Row) -> Item {
        let mut scored = match item.method {
            Method::AllOrNothing => self.all_or_nothing(item, row),
            Method::PerMissing => self.per_missing(item, row),
            Method::PerEvent => self.per_event(item, row),
            Method::Banded | Method::Threshold => self.by_indicator(item, row),
            Method::Ratio => self.ratio(item, row),
            Method::Subjective => self.subjective(item, row),
        };
        if let Some(max) = item.max {
            scored.points = scored.points.min(max);
        }
        scored
    }

    /// An item of the bonus: what failures would take off is given where they did not happen.
    fn extra(&self, item: &ScoreItem, row: Row) -> Item {
        let mut scored = self.item(item, row);
        let earned = match item.method {
            Method::PerEvent | Method::Subjective => return scored,
            Method::Banded | Method::Threshold => !scored.unknown,
            Method::AllOrNothing | Method::PerMissing | Method::Ratio => {
                let of = self.of(&item.of, row, item.facet);
                of.iter().any(|at| self.verdicts[*at].status == Status::Met)
            }
        };
        let most = if earned {
            item.max.unwrap_or_default()
        } else {
            Decimal(0)
        };
        scored.points = Decimal((most.0 - scored.points.0).max(0));
        scored
    }

    fn all_or_nothing(&self, item: &ScoreItem, row: Row) -> Item {
        let verdicts = self.failing(item, row);
        let points = if verdicts.is_empty() {
            Decimal(0)
        } else {
            item.max.unwrap_or_default()
        };
        Item {
            points,
            count: count(verdicts.len()),
            unknown: false,
            verdicts,
        }
    }

    fn per_missing(&self, item: &ScoreItem, row: Row) -> Item {
        let verdicts = self.failing(item, row);
        let each = item.each.unwrap_or_default().0;
        let mut total = 0;
        let mut points = 0i64;
        for at in &verdicts {
            let times = match item.count {
                CountOf::Findings => 1,
                CountOf::Figures => self.verdicts[*at].figure,
            };
            total += times;
            let off = each.saturating_mul(times);
            points = points.saturating_add(item.each_at_most.map_or(off, |most| off.min(most.0)));
        }
        Item {
            points: Decimal(points),
            count: total,
            unknown: false,
            verdicts,
        }
    }

    fn per_event(&self, item: &ScoreItem, row: Row) -> Item {
        let columns = self.cx.columns(Kind::Incident);
        let names = &self.cx.evidence.names;
        let (mut points, mut total) = (0i64, 0);
        for at in self.records.incidents(row) {
            let kind = names.text(columns.status[*at]);
            if !item.incidents.iter().any(|i| i.name == kind) {
                continue;
            }
            let marks = names.text(columns.marks[*at]);
            let graded = item
                .by_severity
                .iter()
                .find(|s| marks.split('、').any(|m| m == s.mark));
            points += graded.map_or(item.each.unwrap_or_default(), |s| s.points).0;
            total += 1;
        }
        Item {
            points: Decimal(points),
            count: total,
            ..Item::default()
        }
    }

    fn by_indicator(&self, item: &ScoreItem, row: Row) -> Item {
        let unknown = Item {
            unknown: true,
            ..Item::default()
        };
        let named = self.named(&item.of).into_iter();
        let Some(figures) = named.filter_map(|duty| self.indicators.get(&duty)).next() else {
            return unknown;
        };
        let (indicator, values) = (figures.indicator, figures.values);
        let Some(at) = figures.row(row) else {
            return unknown;
        };
        let Some(value) = indicator.current(values, at, self.cx) else {
            return unknown;
        };
        if item.method == Method::Threshold {
            let reached = item.at_least.is_none_or(|least| value >= least);
            let points = if reached {
                Decimal(0)
            } else {
                item.max.unwrap_or_default()
            };
            return Item {
                points,
                count: i64::from(!reached),
                ..Item::default()
            };
        }
        let Some(baseline) = indicator.compared(values, at, self.cx).filter(|b| b.0 != 0) else {
            return unknown;
        };
        let worse = match indicator.direction {
            Direction::Up => baseline.0 - value.0,
            Direction::Down => value.0 - baseline.0,
        };
        if worse <= 0 {
            return Item::default();
        }
        let within = |up_to: &Percent| worse * 10_000 <= i64::from(up_to.0) * baseline.0.abs();
        let band = item
            .bands
            .iter()
            .find(|b| b.up_to.as_ref().is_none_or(within));
        let points = band.map_or(item.max.unwrap_or_default(), |b| b.points);
        Item {
            points,
            count: 1,
            ..Item::default()
        }
    }

    fn ratio(&self, item: &ScoreItem, row: Row) -> Item {
        let all = self.of(&item.of, row, item.facet);
        let met = all
            .iter()
            .filter(|at| self.verdicts[**at].status == Status::Met)
            .count();
        let failing = self.failing(item, row);
        let judged = count(met + failing.len());
        if judged == 0 {
            return Item {
                unknown: true,
                ..Item::default()
            };
        }
        let max = item.max.unwrap_or_default().0;
        // What is below a hundredth is not taken off.
        let points = Decimal(max * count(failing.len()) / judged);
        Item {
            points,
            count: count(failing.len()),
            unknown: false,
            verdicts: failing,
        }
    }

    fn subjective(&self, item: &ScoreItem, row: Row) -> Item {
        let columns = self.cx.columns(Kind::Metric);
        let reasoned = |at: &usize| self.cx.evidence.notes.of(columns.seq[*at]).is_some();
        match self.records.given(item, row).filter(reasoned) {
            Some(at) if columns.quantity[at] != i64::MIN => Item {
                points: Decimal(columns.quantity[at].max(0)),
                count: 1,
                ..Item::default()
            },
            _ => Item {
                unknown: true,
                ..Item::default()
            },
        }
    }
}

/// An indicator and what was found for it.
struct Figures<'a> {
    indicator: &'a Indicator,
    values: &'a Values,
    /// Where the row of each subject is; of none for the jurisdiction.
    rows: BTreeMap<Option<u32>, usize>,
}

impl Figures<'_> {
    /// Where the figure for a row is: a figure of the whole township scores each of its subjects, that of another subject none.
    fn row(&self, row: Row) -> Option<usize> {
        let own = self.rows.get(&row.subject);
        own.or_else(|| self.rows.get(&None)).copied()
    }
}

fn indicators<'a>(cx: &'a JudgeCx<'_>) -> BTreeMap<usize, Figures<'a>> {
    let checks = cx.program.checks.iter().zip(cx.facts);
    let found = checks.filter_map(|pair| match pair {
        (Check::Indicator(indicator), Fact::Values(values)) => {
            let rows = indicator.rows.iter().zip(0..);
            let figures = Figures {
                indicator,
                values,
                rows: rows.map(|(row, at)| (row.subject, at)).collect(),
            };
            Some((indicator.duty, figures))
        }
        _ => None,
    });
    found.collect()
}

fn facet_of(facet: Option<ScoreFacet>) -> Facet {
    match facet {
        None => Facet::Whole,
        Some(ScoreFacet::Defect) => Facet::Defect,
        Some(ScoreFacet::Order) => Facet::Order,
        Some(ScoreFacet::Run) => Facet::Run,
        Some(ScoreFacet::Refusal) => Facet::Refusal,
        Some(ScoreFacet::Case) => Facet::Case,
        Some(ScoreFacet::Load) => Facet::Load,
        Some(ScoreFacet::Report) => Facet::Report,
    }
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
