//! 奖励: amounts, grounds and caps, as *Rewards* of `MEANING.md` says.

use std::collections::BTreeMap;

use luoshi_calendar::{Span, date};
use luoshi_evidence::Kind;
use luoshi_plan::Money;

use super::{CollectCx, JudgeCx, Placed, Rows, index};
use crate::assessment::{Irrelevance, Status};
use crate::lut::{NONE, subject_rows};
use crate::reason::{Reason, RewardFault};
use crate::verdict::{Facet, Verdict};

/// Rewards and what they must keep to.
pub type Reward = Placed<RewardTerms>;

/// What a [`Reward`] asks for.
#[derive(Debug, Clone)]
pub struct RewardTerms {
    /// The `duty` of its records.
    pub record_duty: String,
    /// Which rewards: those of these days.
    pub span: Span,
    /// Least and most, both included.
    pub amount: Option<(Money, Money)>,
    /// Marks that the record must carry, all of them.
    pub grounds_all: Vec<String>,
    /// Marks of which it must carry one.
    pub grounds_any: Vec<String>,
    /// Most for one case.
    pub case_cap: Option<Money>,
}

/// The rewards of one case.
#[derive(Debug, Default)]
struct Case {
    /// Number of its code.
    code: u32,
    sum: i64,
    /// Day of the last of them, as a number.
    last: i32,
    /// Rows of the columns.
    rewards: Vec<u32>,
}

impl Reward {
    pub(crate) fn collect(&self, rows: Rows<'_>, list: &mut Vec<u32>, cx: &mut CollectCx<'_>) {
        let columns = cx.evidence.of(Kind::Reward);
        let subjects = subject_rows(cx.plan, &self.rows, &cx.evidence.names);
        rows.each(|row| {
            if subjects[columns.subject[row] as usize] == NONE {
                cx.set_aside(Kind::Reward, row, Irrelevance::Subject);
            } else {
                list.push(index(row));
            }
        });
    }

    pub(crate) fn judge(&self, lists: &[Vec<u32>], cx: &JudgeCx<'_>, out: &mut Vec<Verdict>) {
        let columns = cx.columns(Kind::Reward);
        let days = self.span.numbers();
        let inside = |row: &&u32| days.contains(&columns.day[**row as usize]);
        let rows: Vec<u32> = lists[0].iter().filter(inside).copied().collect();
        if rows.is_empty() {
            out.push(Verdict::not_applicable(self.duty, Reason::NothingHappened));
            return;
        }
        let mut right = Vec::new();
        // By the code of the case as written: the numbers of texts hang on the order of records.
        let mut cases: BTreeMap<&str, Case> = BTreeMap::new();
        for row in rows {
            let at = row;
            let row = row as usize;
            match self.fault(row, cx) {
                None => right.push(at),
                Some(fault) => {
                    let status = match fault {
                        RewardFault::NoAmount => Status::Unknown,
                        _ => Status::Violated,
                    };
                    let mut found = self.resting_on(&[at], status, Reason::Reward(fault), cx);
                    found.record = columns.id[row];
                    found.day = date(columns.day[row]);
                    out.push(found);
                }
            }
            if columns.refers[row] != 0 && columns.amount[row] != i64::MIN {
                let code = columns.refers[row];
                let case = cases.entry(cx.evidence.ids.text(code)).or_default();
                case.code = code;
                case.sum += columns.amount[row];
                case.last = columns.day[row];
                case.rewards.push(at);
            }
        }
        if let Some(cap) = self.case_cap {
            for case in cases.into_values().filter(|case| case.sum > cap.0) {
                let sum = Money(case.sum);
                let fault = Reason::Reward(RewardFault::CaseCap { sum, cap });
                let mut found = self.resting_on(&case.rewards, Status::Violated, fault, cx);
                found.facet = Facet::Case;
                found.record = case.code;
                found.day = date(case.last);
                out.push(found);
            }
        }
        if !right.is_empty() {
            let count = u32::try_from(right.len()).unwrap_or(u32::MAX);
            out.push(self.resting_on(&right, Status::Met, Reason::RewardsRight(count), cx));
        }
    }

    fn resting_on(
        &self,
        rows: &[u32],
        status: Status,
        reason: Reason,
        cx: &JudgeCx<'_>,
    ) -> Verdict {
        let columns = cx.columns(Kind::Reward);
        let mut found = Verdict::new(self.duty, status, reason);
        found.evidence = rows.iter().map(|row| columns.id[*row as usize]).collect();
        found.backfilled = cx.backfilled(Kind::Reward, rows.iter().copied());
        found
    }

    fn fault(&self, row: usize, cx: &JudgeCx<'_>) -> Option<RewardFault> {
        let columns = cx.columns(Kind::Reward);
        let amount = columns.amount[row];
        if let Some((min, max)) = self.amount.filter(|_| amount != i64::MIN)
            && !(min.0..=max.0).contains(&amount)
        {
            return Some(RewardFault::Amount {
                amount: Money(amount),
                min,
                max,
            });
        }
        // A missing ground is wrong whatever the amount was.
        let unstated = amount == i64::MIN && (self.amount.is_some() || self.case_cap.is_some());
        self.lacking(row, cx)
            .or(unstated.then_some(RewardFault::NoAmount))
    }

    fn lacking(&self, row: usize, cx: &JudgeCx<'_>) -> Option<RewardFault> {
        let columns = cx.columns(Kind::Reward);
        let marks: Vec<&str> = cx
            .evidence
            .names
            .text(columns.marks[row])
            .split('、')
            .collect();
        let has = |ground: &String| marks.contains(&ground.as_str());
        if !self.grounds_all.iter().all(has) {
            return Some(RewardFault::Grounds {
                needed: self.grounds_all.clone(),
                all: true,
            });
        }
        if !self.grounds_any.is_empty() && !self.grounds_any.iter().any(has) {
            return Some(RewardFault::Grounds {
                needed: self.grounds_any.clone(),
                all: false,
            });
        }
        None
    }
}
