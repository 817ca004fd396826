//! Records that decide nothing, and why, as *Records* of `MEANING.md` says: with those that findings rest
//! on, that people decided by and that were replaced, they are the whole ledger.

use std::collections::BTreeSet;

use luoshi_calendar::date;
use luoshi_evidence::Kind;
use luoshi_plan::Settable;

use crate::assessment::{Irrelevance, Status, Unused};
use crate::check::{Cadence, Check, Deadline, Fact, JudgeCx};
use crate::evaluate::{Facts, is_issued};
use crate::follow_up::follows_up;
use crate::program::Row;
use crate::verdict::Verdict;

/// Why a record is set aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Aside {
    /// No duty can use it.
    Irrelevant(Irrelevance),
    /// A duty could, and it decides nothing.
    Unused(Unused),
}

/// Every record that is set aside: its place in the ledger, the number of its id, and why.
pub(crate) fn set_aside(
    verdicts: &[Verdict],
    facts: &Facts,
    cx: &JudgeCx<'_>,
) -> Vec<(u32, u32, Aside)> {
    let used: BTreeSet<u32> = verdicts
        .iter()
        .flat_map(|v| v.evidence.iter().copied().chain([v.record]))
        .collect();
    let noted: BTreeSet<(Kind, u32)> = facts.irrelevant.iter().map(|(k, r, _)| (*k, *r)).collect();
    let asked = Asked { verdicts, cx };
    let mut aside = Vec::new();
    for (kind, row, why) in &facts.irrelevant {
        let columns = cx.columns(*kind);
        let id = columns.id[*row as usize];
        // What one duty cannot use another may, or a veto measures.
        if !used.contains(&id) && !asked.is_measured(*kind, *row as usize) {
            aside.push((columns.seq[*row as usize], id, Aside::Irrelevant(*why)));
        }
    }
    for kind in Kind::ALL {
        let columns = cx.columns(kind);
        for row in 0..columns.len() {
            let at = u32::try_from(row).unwrap_or(u32::MAX);
            if used.contains(&columns.id[row]) || noted.contains(&(kind, at)) {
                continue;
            }
            if let Some(why) = asked.why(kind, row) {
                aside.push((columns.seq[row], columns.id[row], why));
            }
        }
    }
    aside.sort_unstable();
    aside.dedup_by_key(|(seq, ..)| *seq);
    aside
}

struct Asked<'a> {
    verdicts: &'a [Verdict],
    cx: &'a JudgeCx<'a>,
}

impl Asked<'_> {
    /// Why a record that no finding rests on decides nothing; none if it counts in another way.
    fn why(&self, kind: Kind, row: usize) -> Option<Aside> {
        match kind {
            // They stand in lists of their own.
            Kind::Correction | Kind::Waiver => None,
            Kind::Incident => self.incident(row),
            Kind::Decision | Kind::Appeal | Kind::Rectification => self.decided(kind, row),
            _ => self.asked_for(kind, row),
        }
    }

    /// Whether a veto measures records of its duty.
    fn is_measured(&self, kind: Kind, row: usize) -> bool {
        let duty = self.text(kind, row);
        let mut checks = self.cx.program.checks.iter();
        checks.any(|check| match check {
            Check::Lapse(of) => of.kind == kind && of.record_duty == duty,
            _ => false,
        })
    }

    fn text(&self, kind: Kind, row: usize) -> &str {
        self.cx.evidence.names.text(self.cx.columns(kind).duty[row])
    }

    /// An incident is counted if the plan knows its kind; before the plan only where a baseline asks.
    fn incident(&self, row: usize) -> Option<Aside> {
        let columns = self.cx.columns(Kind::Incident);
        let kind = self.cx.evidence.names.text(columns.status[row]);
        let content = &self.cx.plan.content;
        if !content.incidents.iter().any(|known| known.id.name == kind) {
            return Some(Aside::Irrelevant(Irrelevance::Duty));
        }
        let day = date(columns.day[row]);
        let compared = content.indicators.iter().any(|indicator| {
            let term = indicator.baseline.as_ref().and_then(|b| b.period.as_ref());
            let inside = term
                .zip(day)
                .is_some_and(|(t, day)| t.from <= day && day <= t.to);
            inside && indicator.of.iter().any(|of| of.name == kind)
        });
        let inside = day.is_some_and(|day| self.cx.plan.span.contains(day));
        (!inside && !compared).then_some(Aside::Irrelevant(Irrelevance::Day))
    }

    /// A decision is one on something that people decide, or on a finding.
    fn decided(&self, kind: Kind, row: usize) -> Option<Aside> {
        let duty = self.text(kind, row);
        let content = &self.cx.plan.content;
        let roster = duty.split('.').next().unwrap_or(duty);
        let known = follows_up(kind, row, self.cx.evidence)
            || content.vetoes.iter().any(|v| v.duty.id.name == duty)
            || content.ladders.iter().any(|l| l.duty.id.name == duty)
            || content.penalties.iter().any(|p| p.id.name == duty)
            || content.rosters.iter().any(|r| r.duty.id.name == roster);
        if known {
            let unset = !follows_up(kind, row, self.cx.evidence) && self.is_unset(roster);
            return unset.then_some(Aside::Unused(Unused::NotJudged));
        }
        match self.asked_for(kind, row) {
            // No check reads decisions but where a duty is proved by them.
            Some(Aside::Unused(Unused::NotJudged)) if !self.is_duty(duty) => {
                Some(Aside::Irrelevant(Irrelevance::Duty))
            }
            other => other,
        }
    }

    /// Whether nothing of a duty is judged, for it is unset. The persons of a roster are judged where only its cadence is left open.
    fn is_unset(&self, id: &str) -> bool {
        let mut rosters = self.cx.plan.content.rosters.iter();
        if rosters.any(|r| r.duty.id.name == id && r.duty.active == Settable::Set(true)) {
            return false;
        }
        let duties = &self.cx.program.duties;
        let mut verdicts = self.verdicts.iter();
        verdicts.any(|v| v.status == Status::Unset && duties[v.duty].id == id)
    }

    fn is_duty(&self, id: &str) -> bool {
        let off = &self.cx.plan.inactive;
        self.cx.program.duties.iter().any(|d| d.id == id) || off.iter().any(|off| off.duty == id)
    }

    fn asked_for(&self, kind: Kind, row: usize) -> Option<Aside> {
        let duty = self.text(kind, row);
        let readers = self.cx.program.interests_of(kind).iter();
        let mine = readers.filter(|(.., i)| i.duty.as_deref().is_none_or(|of| of == duty));
        let mut why = None;
        for (check, ..) in mine {
            let check = &self.cx.program.checks[*check];
            // What counts for one duty is not surplus for another.
            let of_check = self.of_check(check, kind, row)?;
            why = Some(why.map_or(of_check, |other: Aside| other.min(of_check)));
        }
        if why.is_some() {
            return why;
        }
        if let Some(judged) = self.read_later(kind, duty) {
            return (!judged).then_some(Aside::Unused(Unused::NotJudged));
        }
        let marks = self
            .cx
            .evidence
            .names
            .text(self.cx.columns(kind).marks[row]);
        let known = self.is_duty(duty);
        Some(match (known, is_issued(marks)) {
            (false, true) => Aside::Unused(Unused::Issued),
            (true, _) => Aside::Unused(Unused::NotJudged),
            (false, false) => Aside::Irrelevant(Irrelevance::Duty),
        })
    }

    /// Whether a record is of the scores that people give; and whether that scorecard is judged.
    fn read_later(&self, kind: Kind, duty: &str) -> Option<bool> {
        let mut cards = self.cx.plan.content.scorecards.iter();
        let card = cards.find(|card| {
            let items = card.sections.iter().flat_map(|section| &section.items);
            let mut items = items.chain(card.bonus.iter().flat_map(|bonus| &bonus.items));
            items.any(|item| item.id.name == duty)
        });
        let card = card.filter(|_| kind == Kind::Metric)?;
        Some(card.duty.active == Settable::Set(true))
    }

    /// Why a check that reads it does not use it; none if it does.
    fn of_check(&self, check: &Check, kind: Kind, row: usize) -> Option<Aside> {
        let unused = |why| Some(Aside::Unused(why));
        let columns = self.cx.columns(kind);
        if self.is_open(check.duty()) {
            return unused(Unused::NotJudged);
        }
        match check {
            Check::Cadence(of) if !self.is_judged(of, kind, row) => unused(Unused::NotJudged),
            Check::Cadence(_) => unused(Unused::Surplus),
            Check::Deadline(of) => {
                let needs = of.requirement.bind(self.cx.plan, &self.cx.evidence.names);
                // Its day may be the one from which another duty runs.
                let waited = self.is_waited_for(&of.record_duty);
                if waited && self.is_first(of, kind, row) {
                    None
                } else if !waited && !self.has_finding(of.duty, &of.rows, kind, row) {
                    unused(Unused::NotJudged)
                } else if needs.counts(columns, row) {
                    unused(Unused::Surplus)
                } else {
                    unused(Unused::Defective)
                }
            }
            Check::Coverage(of) if !self.has_finding(of.duty, &of.rows, kind, row) => {
                unused(Unused::NotJudged)
            }
            Check::Coverage(_) => unused(Unused::Replaced),
            Check::Roster(_) => {
                let cancelled = self.cx.evidence.names.text(columns.status[row]) == "cancelled";
                cancelled.then_some(Aside::Unused(Unused::Cancelled))
            }
            Check::Response(_) => unused(Unused::Reference),
            Check::EachNeeds(of) => Some(self.answer(of, kind, row)),
            Check::Reward(_) => Some(Aside::Irrelevant(Irrelevance::Day)),
            Check::Indicator(of) if !of.asks_for(columns.day[row]) => {
                Some(Aside::Irrelevant(Irrelevance::Day))
            }
            Check::Indicator(_) if columns.quantity[row] == i64::MIN => unused(Unused::Defective),
            Check::Indicator(_) | Check::Lapse(_) => None,
            Check::Open(..) | Check::Chain(..) => unused(Unused::NotJudged),
        }
    }

    /// Whether another duty is due after this task, or must come after it.
    fn is_waited_for(&self, task: &str) -> bool {
        let content = &self.cx.plan.content;
        let due = content.tasks.iter().map(|d| &d.due);
        let due = due.chain(content.documents.iter().map(|d| &d.due));
        let mut due = due.chain(content.coverage.iter().map(|d| &d.due));
        due.any(|due| {
            let after = due.get().and_then(|keys| keys.after.as_deref());
            after == Some(task)
        }) || content
            .tasks
            .iter()
            .any(|other| other.after.iter().any(|first| first.name == task))
    }

    /// Whether it is the record by which a task is done.
    fn is_first(&self, of: &Deadline, kind: Kind, row: usize) -> bool {
        let mut facts = self.cx.program.checks.iter().zip(self.cx.facts);
        let once = facts.find_map(|pair| match pair {
            (Check::Deadline(other), Fact::Once(once)) if other.duty == of.duty => Some(once),
            _ => None,
        });
        let at = u32::try_from(row).unwrap_or(u32::MAX);
        let mut first = once.into_iter().flat_map(|once| &once.first).flatten();
        kind == of.kind && first.any(|(_, row)| *row == at)
    }

    fn is_open(&self, duty: usize) -> bool {
        let mut of = self.verdicts.iter().filter(|v| v.duty == duty);
        of.any(|v| v.status == Status::Unset)
    }

    fn subject(&self, kind: Kind, row: usize) -> Option<u32> {
        let name = self
            .cx
            .evidence
            .names
            .text(self.cx.columns(kind).subject[row]);
        let at = self.cx.plan.subject_index.get(name).copied();
        at.and_then(|at| u32::try_from(at).ok())
    }

    fn row<'r>(&self, rows: &'r [Row], kind: Kind, row: usize) -> Option<&'r Row> {
        let subject = self.subject(kind, row);
        rows.iter()
            .find(|r| r.subject.is_none() || r.subject == subject)
    }

    fn has_finding(&self, duty: usize, rows: &[Row], kind: Kind, row: usize) -> bool {
        let Some(of) = self.row(rows, kind, row) else {
            return false;
        };
        let mut verdicts = self.verdicts.iter().filter(|v| v.duty == duty);
        verdicts.any(|v| v.subject == of.subject && v.status != Status::NotApplicable)
    }

    /// Whether the period of its day, or the one in whose window it lies, is judged.
    fn is_judged(&self, of: &Cadence, kind: Kind, row: usize) -> bool {
        let Some(slot) = of.table.slot(self.cx.columns(kind).day[row]) else {
            return false;
        };
        let life = self.row(&of.rows, kind, row).and_then(|row| row.span);
        let own = usize::from(slot.period);
        let before = own.checked_sub(1).filter(|_| slot.early);
        let mut periods = [Some(own), before].into_iter().flatten();
        periods.any(|at| of.table.judged(at, life).is_some())
    }

    /// A record that could be one that needs something, or an answer to one.
    fn answer(&self, of: &crate::check::EachNeeds, kind: Kind, row: usize) -> Aside {
        let columns = self.cx.columns(kind);
        let mut facts = self.cx.program.checks.iter().zip(self.cx.facts);
        let lists = facts.find_map(|pair| match pair {
            (Check::EachNeeds(other), Fact::Rows(lists)) if other.duty == of.duty => Some(lists),
            _ => None,
        });
        let at = u32::try_from(row).unwrap_or(u32::MAX);
        let each = self.cx.columns(of.each.kind);
        let asked = |id: u32| {
            let mut rows = lists.into_iter().flat_map(|lists| &lists[0]);
            rows.any(|row| each.id[*row as usize] == id)
        };
        let answers = lists.is_some_and(|lists| kind == of.needs.kind && lists[1].contains(&at));
        Aside::Unused(match answers {
            false => Unused::NotMeant,
            true if asked(columns.refers[row]) => Unused::Surplus,
            true => Unused::Reference,
        })
    }
}
