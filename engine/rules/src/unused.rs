//! Records that decide nothing, and why, as *Records* of `MEANING.md` says: with those that findings rest
//! on, that people decided by and that were replaced, they are the whole ledger.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use luoshi_calendar::date;
use luoshi_evidence::Kind;
use luoshi_plan::Settable;

use crate::assessment::{Irrelevance, Status, Unused};
use crate::check::{Cadence, Check, Fact, JudgeCx};
use crate::evaluate::{Facts, is_issued};
use crate::follow_up::follows_up;
use crate::lut::around;
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
    let used = Used::of(verdicts);
    let noted: BTreeSet<(Kind, u32)> = facts.irrelevant.iter().map(|(k, r, _)| (*k, *r)).collect();
    let asked = Asked::new(verdicts, cx);
    let mut aside = Vec::new();
    for (kind, row, why) in &facts.irrelevant {
        let columns = cx.columns(*kind);
        let id = columns.id[*row as usize];
        // What one duty cannot use another may, or a veto measures.
        if !used.has(id) && !asked.is_measured(*kind, *row as usize) {
            aside.push((columns.seq[*row as usize], id, Aside::Irrelevant(*why)));
        }
    }
    for kind in Kind::ALL {
        let columns = cx.columns(kind);
        for row in 0..columns.len() {
            let at = u32::try_from(row).unwrap_or(u32::MAX);
            if used.has(columns.id[row]) || noted.contains(&(kind, at)) {
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

/// The records that findings rest on: a bit for the number of each id.
struct Used(Vec<u64>);

impl Used {
    fn of(verdicts: &[Verdict]) -> Used {
        let ids = || {
            let each = verdicts.iter();
            each.flat_map(|v| v.evidence.iter().copied().chain([v.record]))
        };
        let most = ids().max().unwrap_or(0) as usize;
        let mut used = Used(vec![0; most / 64 + 1]);
        for id in ids() {
            used.0[id as usize / 64] |= 1 << (id % 64);
        }
        used
    }

    fn has(&self, id: u32) -> bool {
        let word = self.0.get(id as usize / 64).copied().unwrap_or(0);
        word & (1 << (id % 64)) != 0
    }
}

/// What is asked of each record, laid out so that no answer takes longer for more records or findings.
struct Asked<'a> {
    cx: &'a JudgeCx<'a>,
    /// Duties with the subjects of their findings, but for those that nothing applies to.
    found: BTreeSet<(usize, Option<u32>)>,
    /// Duties for which a value is still open.
    open: BTreeSet<usize>,
    /// Tasks from whose day another duty runs, or which must come before another.
    waited_for: BTreeSet<&'a str>,
    /// What vetoes measure, by kind and duty, but for vetoes of which a value is still open.
    measured: BTreeMap<(Kind, &'a str), Vec<Measured>>,
    /// Of each check its rows by subject; of several the first.
    rows: Vec<BTreeMap<Option<u32>, &'a Row>>,
    /// Of each check the rows of the columns that it has picked.
    picked: Vec<Picked>,
}

/// The records that a veto may measure.
struct Measured {
    /// Their days, as numbers.
    days: Range<i32>,
    /// The subjects in which they lie; none for the jurisdiction.
    places: BTreeSet<Option<u32>>,
}

enum Picked {
    Nothing,
    /// Those by which tasks are done.
    First(BTreeSet<u32>),
    /// The ids of those that need an answer; the answers.
    Each(BTreeSet<u32>, BTreeSet<u32>),
}

impl<'a> Asked<'a> {
    fn new(verdicts: &[Verdict], cx: &'a JudgeCx<'a>) -> Self {
        let of = |status: fn(Status) -> bool| verdicts.iter().filter(move |v| status(v.status));
        let checks = &cx.program.checks;
        let open: BTreeSet<usize> = of(|s| s == Status::Unset).map(|v| v.duty).collect();
        let mut measured = BTreeMap::<_, Vec<Measured>>::new();
        for check in checks {
            if let Check::Lapse(of) = check
                && !open.contains(&of.veto)
            {
                let by_veto = measured.entry((of.kind, of.record_duty.as_str()));
                by_veto.or_default().push(Measured {
                    days: of.numbers(),
                    places: of.rows.iter().map(|row| row.subject).collect(),
                });
            }
        }
        let facts = checks.iter().zip(cx.facts);
        Asked {
            cx,
            found: of(|s| s != Status::NotApplicable)
                .map(|v| (v.duty, v.subject))
                .collect(),
            open,
            waited_for: waited_for(cx),
            measured,
            rows: checks.iter().map(by_subject).collect(),
            picked: facts.map(|(check, fact)| picked(check, fact, cx)).collect(),
        }
    }

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

    /// Whether a veto may measure it.
    fn is_measured(&self, kind: Kind, row: usize) -> bool {
        let columns = self.cx.columns(kind);
        let of_duty = self.measured.get(&(kind, self.text(kind, row)));
        let of_day = |of: &&Measured| of.days.contains(&columns.day[row]);
        let mut of_day = of_duty.into_iter().flatten().filter(of_day);
        of_day.any(|of| {
            let place = self.subject(kind, row).into_iter();
            let mut places = place.flat_map(|at| around(&self.cx.outer, at));
            of.places.contains(&None)
                || places.any(|at| of.places.contains(&u32::try_from(at).ok()))
        })
    }

    /// The subject of a record among those of the plan.
    fn subject(&self, kind: Kind, row: usize) -> Option<usize> {
        let name = self.cx.columns(kind).subject[row];
        let name = self.cx.evidence.names.text(name);
        self.cx.plan.subject_index.get(name).copied()
    }

    fn text(&self, kind: Kind, row: usize) -> &'a str {
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
        self.open.iter().any(|duty| duties[*duty].id == id)
    }

    fn is_duty(&self, id: &str) -> bool {
        let off = &self.cx.plan.inactive;
        self.cx.program.duties.iter().any(|d| d.id == id) || off.iter().any(|off| off.duty == id)
    }

    fn asked_for(&self, kind: Kind, row: usize) -> Option<Aside> {
        let duty = self.text(kind, row);
        if self.is_measured(kind, row) {
            return None;
        }
        let readers = self.cx.program.interests_of(kind).iter();
        let mine = readers.filter(|(.., i)| i.duty.as_deref().is_none_or(|of| of == duty));
        // What a veto may not measure it does not read.
        let checks = &self.cx.program.checks;
        let mine = mine.filter(|(check, ..)| !matches!(checks[*check], Check::Lapse(_)));
        let mut why = None;
        for (check, ..) in mine {
            // What counts for one duty is not surplus for another.
            let of_check = self.of_check(*check, kind, row)?;
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
    fn of_check(&self, number: usize, kind: Kind, row: usize) -> Option<Aside> {
        let check = &self.cx.program.checks[number];
        let unused = |why| Some(Aside::Unused(why));
        let columns = self.cx.columns(kind);
        // Persons on a roster are judged where its cadence is left open, too.
        let judged_open = matches!(check, Check::Roster(_));
        if self.open.contains(&check.duty()) && !judged_open {
            return unused(Unused::NotJudged);
        }
        match check {
            Check::Cadence(of) if !self.is_judged(number, of, kind, row) => {
                unused(Unused::NotJudged)
            }
            Check::Cadence(_) => unused(Unused::Surplus),
            Check::Deadline(of) => {
                let needs = of.requirement.bind(self.cx.plan, &self.cx.evidence.names);
                // Its day may be the one from which another duty runs.
                let waited = self.waited_for.contains(of.record_duty.as_str());
                if waited && kind == of.kind && self.is_first(number, row) {
                    None
                } else if !waited && !self.has_finding(number, kind, row) {
                    unused(Unused::NotJudged)
                } else if needs.counts(columns, row) {
                    unused(Unused::Surplus)
                } else {
                    unused(Unused::Defective)
                }
            }
            Check::Coverage(_) if !self.has_finding(number, kind, row) => unused(Unused::NotJudged),
            Check::Coverage(_) => unused(Unused::Replaced),
            Check::Roster(_) => {
                let cancelled = self.cx.evidence.names.text(columns.status[row]) == "cancelled";
                cancelled.then_some(Aside::Unused(Unused::Cancelled))
            }
            Check::Response(_) => unused(Unused::Reference),
            Check::EachNeeds(of) => Some(self.answer(number, kind == of.needs.kind, kind, row)),
            Check::Reward(_) => Some(Aside::Irrelevant(Irrelevance::Day)),
            Check::Indicator(of) if !of.asks_for(columns.day[row]) => {
                Some(Aside::Irrelevant(Irrelevance::Day))
            }
            Check::Indicator(_) if columns.quantity[row] == i64::MIN => unused(Unused::Defective),
            Check::Indicator(_) => None,
            Check::Open(..) | Check::Chain(..) | Check::Lapse(_) => unused(Unused::NotJudged),
        }
    }

    /// Whether it is the record by which a task is done.
    fn is_first(&self, check: usize, row: usize) -> bool {
        let at = u32::try_from(row).unwrap_or(u32::MAX);
        matches!(&self.picked[check], Picked::First(rows) if rows.contains(&at))
    }

    fn row(&self, check: usize, kind: Kind, row: usize) -> Option<&'a Row> {
        let at = self.subject(kind, row);
        let subject = at.and_then(|at| u32::try_from(at).ok());
        let rows = &self.rows[check];
        rows.get(&None).or_else(|| rows.get(&subject)).copied()
    }

    fn has_finding(&self, check: usize, kind: Kind, row: usize) -> bool {
        let duty = self.cx.program.checks[check].duty();
        let of = self.row(check, kind, row);
        of.is_some_and(|of| self.found.contains(&(duty, of.subject)))
    }

    /// Whether the period of its day, or the one in whose window it lies, is judged.
    fn is_judged(&self, check: usize, of: &Cadence, kind: Kind, row: usize) -> bool {
        let Some(slot) = of.table.slot(self.cx.columns(kind).day[row]) else {
            return false;
        };
        let life = self.row(check, kind, row).and_then(|row| row.span);
        let own = usize::from(slot.period);
        let before = own.checked_sub(1).filter(|_| slot.early);
        let mut periods = [Some(own), before].into_iter().flatten();
        periods.any(|at| of.table.judged(at, life).is_some())
    }

    /// A record that could be one that needs something, or an answer to one.
    fn answer(&self, check: usize, can_answer: bool, kind: Kind, row: usize) -> Aside {
        let at = u32::try_from(row).unwrap_or(u32::MAX);
        let refers = self.cx.columns(kind).refers[row];
        Aside::Unused(match &self.picked[check] {
            Picked::Each(each, answers) if can_answer && answers.contains(&at) => {
                match each.contains(&refers) {
                    true => Unused::Surplus,
                    false => Unused::Reference,
                }
            }
            _ => Unused::NotMeant,
        })
    }
}

fn waited_for<'a>(cx: &'a JudgeCx<'a>) -> BTreeSet<&'a str> {
    let content = &cx.plan.content;
    let due = content.tasks.iter().map(|d| &d.due);
    let due = due.chain(content.documents.iter().map(|d| &d.due));
    let due = due.chain(content.coverage.iter().map(|d| &d.due));
    let before = due.filter_map(|due| due.get()?.after.as_deref());
    let order = content.tasks.iter().flat_map(|task| &task.after);
    before
        .chain(order.map(|first| first.name.as_str()))
        .collect()
}

fn by_subject(check: &Check) -> BTreeMap<Option<u32>, &Row> {
    let rows = match check {
        Check::Cadence(of) => &of.rows,
        Check::Deadline(of) => &of.rows,
        Check::Coverage(of) => &of.rows,
        _ => return BTreeMap::new(),
    };
    let mut by_subject = BTreeMap::new();
    for row in rows.iter() {
        by_subject.entry(row.subject).or_insert(row);
    }
    by_subject
}

fn picked(check: &Check, fact: &Fact, cx: &JudgeCx<'_>) -> Picked {
    match (check, fact) {
        (Check::Deadline(_), Fact::Once(once)) => {
            Picked::First(once.first.iter().flatten().map(|(_, row)| *row).collect())
        }
        (Check::EachNeeds(of), Fact::Rows(lists)) => {
            let id = &cx.columns(of.each.kind).id;
            let each = lists[0].iter().map(|row| id[*row as usize]);
            Picked::Each(each.collect(), lists[1].iter().copied().collect())
        }
        _ => Picked::Nothing,
    }
}
