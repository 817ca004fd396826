//! 考核评分表: points, grades and ranks, as *Scorecards* of `MEANING.md` says.

mod figures;
mod here;
mod records;

use std::collections::BTreeMap;

use luoshi_calendar::Span;
use luoshi_evidence::Kind;
use luoshi_plan::Decimal;
use luoshi_plan::model::{CountOf, DutyRef, Method, ScoreFacet, ScoreItem, Scorecard};

use super::JudgeCx;
use crate::assessment::{Decision, Status, fails};
use crate::program::Row;
use crate::verdict::{Facet, Verdict};
use figures::Figures;
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
    let duties = cx.program.duties.iter().zip(0..);
    let mut duties: Vec<(&str, usize)> = duties.map(|(info, at)| (info.id.as_str(), at)).collect();
    duties.sort_unstable();
    let scorer = Scorer {
        verdicts,
        by_duty,
        here: Here::of(card, rows, verdicts, by_duty, cx),
        records: Records::of(card, rows, span, cx),
        figures: figures::of(card, cx),
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
    /// By the duty of the indicator.
    figures: BTreeMap<usize, Figures<'a>>,
    /// By name: a chain may have that of a duty.
    duties: Vec<(&'a str, usize)>,
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
        let mut all = Vec::new();
        for duty in names {
            let name = duty.name.as_str();
            let first = self.duties.partition_point(|(id, _)| *id < name);
            let same = self.duties[first..]
                .iter()
                .take_while(|(id, _)| *id == name);
            all.extend(same.map(|(_, at)| *at));
        }
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Verdicts of some duties, of one facet, that concern a row.
    fn of(
        &self,
        duties: &[DutyRef],
        row: Row,
        facet: Option<ScoreFacet>,
    ) -> impl Iterator<Item = usize> {
        let facet = facet_of(facet);
        let named = self.named(duties).into_iter();
        let concern = named.flat_map(move |at| match row.subject {
            Some(subject) => self.here.get(at, subject),
            None => &self.by_duty[at],
        });
        let all = concern.copied();
        all.filter(move |at| self.verdicts[*at].facet == facet)
    }

    fn failing(&self, item: &ScoreItem, row: Row) -> Vec<usize> {
        let all = self.of(&item.of, row, item.facet);
        all.filter(|at| self.fails(*at)).collect()
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
                let mut of = self.of(&item.of, row, item.facet);
                of.any(|at| self.verdicts[at].status == Status::Met)
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

    fn ratio(&self, item: &ScoreItem, row: Row) -> Item {
        let all = self.of(&item.of, row, item.facet);
        let met = all
            .filter(|at| self.verdicts[*at].status == Status::Met)
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
