//! 整改台账: every failing finding, from notice to close, as `FOLLOW.md` says.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use luoshi_audit::{Act, Audit, Due, Duty, Finding, FollowUp, Label, Names, Township};

use crate::course::{Course, Ignored, Recorded, Taken, course};
use crate::item::{Deadline, Item, Place, Register, State, Stray, Why};
use crate::ladder::step;
use crate::line::{Line, by_day, lines};
use crate::next::next;
use crate::standing::{Known, NotJudged, Seen, Standing};

/// The register of some audits: what failed in any of them, by the records of the last.
#[must_use]
pub fn register(audits: &[&Audit]) -> Option<Register> {
    let audits = by_day(audits.to_vec());
    let as_of = audits.last()?.head.as_of;
    let mut all = Register {
        as_of,
        items: Vec::new(),
        strays: Vec::new(),
        unseen: Vec::new(),
        broken: Vec::new(),
        closed_by_default: false,
    };
    for line in lines(&audits) {
        follow(&audits, &line, &mut all);
    }
    Some(all)
}

/// A township through the audits that judged it; the last of them is what is known.
struct History<'a> {
    seen: Vec<Seen<'a>>,
    last: Seen<'a>,
}

fn follow(audits: &[&Audit], line: &Line<'_>, all: &mut Register) {
    let judged = line.at.iter().zip(audits);
    let mut seen: Vec<Seen<'_>> = judged
        .filter_map(|(township, audit)| Seen::of(audit, *township).ok())
        .collect();
    let Some(last) = seen.pop() else {
        let known = line.at.iter().rev().find_map(|township| *township);
        all.broken.extend(known.map(place));
        return;
    };
    let here = place(last.township);
    let current = line.at.last().copied().flatten();
    if current.is_none_or(|township| township.judged().is_none()) {
        all.unseen.push(here.clone());
    }
    all.closed_by_default |= last.plan.rectification.closed_by.is_empty();
    let of = History { seen, last };
    let (mut items, strays) = of.items(&here);
    recurrences(&mut items);
    items.sort_by(|a, b| {
        let rank = |item: &Item| {
            let overdue = std::cmp::Reverse(item.overdue);
            (overdue, item.state, item.day)
        };
        rank(a).cmp(&rank(b)).then(a.finding.cmp(&b.finding))
    });
    all.items.extend(items);
    all.strays.extend(strays);
}

fn place(township: &Township) -> Place {
    Place {
        code: township.code.clone(),
        source: township.source.clone(),
        name: township.name.clone(),
        county: township.county.clone(),
    }
}

/// What is known of a finding.
struct Subject<'a> {
    known: Known<'a>,
    duty: &'a Duty,
    /// As it was last listed.
    listed: Option<&'a Finding>,
    failed: Vec<Date>,
}

impl<'a> History<'a> {
    fn audits(&self) -> impl Iterator<Item = &Seen<'a>> {
        self.seen.iter().chain([&self.last])
    }

    fn items(&self, place: &Place) -> (Vec<Item>, Vec<Stray>) {
        let mut subjects = self.failing();
        let mut records: Vec<&'a FollowUp> =
            self.last.judged.rectification.records.iter().collect();
        records.sort_by_key(|record| (record.day, record.seq));
        for record in &records {
            if let Names::Finding(id) = &record.names
                && !subjects.contains_key(id.as_str())
                && let Some(subject) = self.named(id)
            {
                subjects.insert(id, subject);
            }
        }
        let mut of: BTreeMap<&str, Vec<&'a FollowUp>> = BTreeMap::new();
        let mut strays = Vec::new();
        for record in records {
            let found = concerned(record, &subjects);
            if found.is_empty() {
                strays.push(stray(record, place));
            }
            for id in found {
                of.entry(id).or_default().push(record);
            }
        }
        let items = subjects.iter().map(|(id, subject)| {
            let records = of.get(id).map_or(&[][..], Vec::as_slice);
            self.item(place, subject, records)
        });
        (items.collect(), strays)
    }

    /// Every finding that failed in one of the audits, by id.
    fn failing(&self) -> BTreeMap<&'a str, Subject<'a>> {
        let mut subjects: BTreeMap<&str, Subject<'a>> = BTreeMap::new();
        for seen in self.audits() {
            for (finding, duty) in seen.listed() {
                let known = subjects.get_mut(finding.id.as_str());
                match known {
                    Some(subject) => {
                        subject.listed = Some(finding);
                        subject.duty = duty;
                        subject.failed.extend(finding.fails.then_some(seen.as_of));
                    }
                    None if finding.fails && !is_decided(duty) => {
                        let subject = Subject {
                            known: Known::of(finding, duty),
                            duty,
                            listed: Some(finding),
                            failed: vec![seen.as_of],
                        };
                        subjects.insert(&finding.id, subject);
                    }
                    None => {}
                }
            }
        }
        subjects
    }

    /// A finding that a record names and no audit shows to have failed; none if no plan has its duty.
    fn named(&self, id: &'a str) -> Option<Subject<'a>> {
        let mut parts = id.split('/');
        let duty = parts.next()?.split('.').next()?;
        let duty = self.audits().filter_map(|seen| seen.duty(duty)).last()?;
        let subjects = &self.last.judged.rectification.subjects;
        let subject = parts
            .next()
            .filter(|part| subjects.iter().any(|known| known == part));
        let listed = self.audits().filter_map(|seen| seen.find(id)).last();
        let known = Known {
            id,
            duty: &duty.id,
            subject,
            day: listed.and_then(|finding| finding.day),
        };
        (!is_decided(duty)).then_some(Subject {
            known,
            duty,
            listed,
            failed: Vec::new(),
        })
    }

    fn item(&self, place: &Place, of: &Subject<'a>, records: &[&'a FollowUp]) -> Item {
        let accountable = of.listed.and_then(|finding| finding.accountable.first());
        let course = course(records, accountable);
        let standing = self.last.standing(of.known);
        let (state, why) = self.state(of, &course, standing);
        let overdue = self.overdue(state, &course);
        let fails_again = state == State::Closed && self.fails_again(of, &course);
        let step = overdue.and_then(|_| step(&self.last, of.known.duty, of.known.subject));
        let late = course.applied.zip(course.due);
        let late = late.map(|((_, applied), (due, added))| applied - due.workday - added);
        Item {
            place: place.clone(),
            finding: of.known.id.to_owned(),
            duty: label(of.duty),
            section: of.duty.section.clone(),
            severity: of.duty.severity.word(),
            clauses: of.duty.clauses.clone(),
            facet: of.listed.and_then(|f| f.facet.clone()),
            subject: of.listed.and_then(|f| f.subject.as_deref().cloned()),
            actor: of.listed.and_then(|f| f.actor.as_deref().cloned()),
            period: of.listed.and_then(|f| f.period.as_deref().cloned()),
            day: of.known.day,
            status: of.listed.map(|f| f.status.word()),
            reason: of.listed.and_then(|f| f.reason.as_deref().cloned()),
            accountable: accountable.cloned(),
            failed: of.failed.clone(),
            state,
            why,
            due: course.due.map(deadline),
            overdue,
            late: late.filter(|days| *days > 0),
            notified: course.notified,
            applied: course.applied.map(|(day, _)| day),
            measures: course.measures.map(str::to_owned),
            decided: course.decided,
            closed: course.closed,
            returns: course.returns,
            reopened: course.reopened,
            fails_again,
            recurs: None,
            step,
            next: next(state, fails_again),
            records: course.taken,
        }
    }

    /// The first that fits, in the order of `FOLLOW.md`.
    fn state(
        &self,
        of: &Subject<'_>,
        course: &Course<'_>,
        standing: Standing,
    ) -> (State, Option<Why>) {
        let applied = course.state == Recorded::Applied;
        match (course.state, standing) {
            (Recorded::Closed, _) => (State::Closed, None),
            (Recorded::Withdrawn, _) => (State::Withdrawn, None),
            (Recorded::Appealed, _) => (State::Appealed, None),
            (_, Standing::Waived) => (State::Waived, None),
            _ if applied => (State::Awaiting, Some(Why::Applied)),
            (_, Standing::Kept) if of.failed.is_empty() => (State::Awaiting, Some(Why::Unlisted)),
            (_, Standing::Kept) => (State::Awaiting, Some(Why::NoLongerFails)),
            (recorded, Standing::Fails) => (self.failing_state(of, recorded), None),
            (_, other) => (State::Unjudged, unjudged(other)),
        }
    }

    /// An appeal against what is proposed for it, as against a deduction, suspends it as well.
    fn failing_state(&self, of: &Subject<'_>, recorded: Recorded) -> State {
        let suspended = of.listed.and_then(|f| f.decision.as_deref()) == Some("suspended");
        match recorded {
            _ if suspended => State::Appealed,
            Recorded::Notified => State::Notified,
            Recorded::Returned => State::Returned,
            Recorded::Open
            | Recorded::Applied
            | Recorded::Appealed
            | Recorded::Closed
            | Recorded::Withdrawn => State::Open,
        }
    }

    fn overdue(&self, state: State, course: &Course<'_>) -> Option<i64> {
        let runs = matches!(state, State::Open | State::Notified | State::Returned);
        let (due, added) = course.due.filter(|_| runs)?;
        let days = self.last.judged.rectification.workday - due.workday - added;
        (days > 0).then_some(days)
    }

    /// Whether some audit since the close saw it kept, and the last sees it fail.
    fn fails_again(&self, of: &Subject<'a>, course: &Course<'_>) -> bool {
        let mut kept = false;
        for seen in self.audits() {
            let since = course.closed.is_some_and(|closed| seen.as_of >= closed);
            match seen.standing(of.known) {
                Standing::Kept if since => kept = true,
                Standing::Fails if kept => return true,
                _ => {}
            }
        }
        false
    }
}

/// What only a person decides is put right by that decision.
fn is_decided(duty: &Duty) -> bool {
    matches!(duty.section.as_str(), "vetoes" | "ladders")
}

fn unjudged(standing: Standing) -> Option<Why> {
    match standing {
        Standing::Fails | Standing::Kept | Standing::Waived => None,
        Standing::Undecided(_) => Some(Why::Undecided),
        Standing::NotApplicable => Some(Why::NotApplicable),
        Standing::InProgress | Standing::NotJudged(NotJudged::NotYetDue) => Some(Why::InProgress),
        // A township that was not judged is not asked.
        Standing::NotJudged(NotJudged::NoTownship | NotJudged::Broken) => None,
        Standing::NotJudged(NotJudged::NoDuty) => Some(Why::NoDuty),
        Standing::NotJudged(NotJudged::OutsidePeriod) => Some(Why::OutsidePeriod),
        Standing::NotJudged(NotJudged::NoSubject) => Some(Why::NoSubject),
        Standing::NotJudged(NotJudged::NoFindings) => Some(Why::NoFindings),
    }
}

/// The findings that a record is about.
fn concerned<'a>(record: &FollowUp, subjects: &BTreeMap<&'a str, Subject<'a>>) -> Vec<&'a str> {
    match &record.names {
        Names::Finding(id) => {
            let known = subjects.get_key_value(id.as_str());
            known.map(|(id, _)| *id).into_iter().collect()
        }
        Names::Paper(occasion) => {
            let listed = subjects.iter().filter(|(_, subject)| {
                let finding = subject.listed.filter(|f| f.day < Some(record.day));
                finding.and_then(occasion_of).as_ref() == Some(occasion)
            });
            listed.map(|(id, _)| *id).collect()
        }
    }
}

/// The occasion of the rectification notice that lists a finding: who answers first, and the month.
fn occasion_of(finding: &Finding) -> Option<String> {
    let first = finding.accountable.first()?;
    let month = finding.day?.strftime("%Y-%m");
    let role = &first.role.id;
    Some(match &first.subject {
        Some(subject) => format!("{role}/{}/{month}", subject.id),
        None => format!("{role}/{month}"),
    })
}

fn stray(record: &FollowUp, place: &Place) -> Stray {
    let (Names::Finding(names) | Names::Paper(names)) = &record.names;
    Stray {
        place: place.clone(),
        names: names.clone(),
        record: Taken {
            record: record.record.clone(),
            day: record.day,
            act: record.act,
            actors: record.actors.clone(),
            ignored: Some(match record.act {
                Act::Unknown => Ignored::Status,
                _ => Ignored::Finding,
            }),
        },
    }
}

fn label(duty: &Duty) -> Label {
    Label {
        id: duty.id.clone(),
        name: duty.name.clone(),
    }
}

fn deadline((due, added): (Due, i64)) -> Deadline {
    Deadline {
        day: due.day,
        by: due.by,
        added,
    }
}

/// Links each item to the closed one of the latest earlier day that it repeats.
fn recurrences(items: &mut [Item]) {
    type Key = (String, Option<String>, Option<String>, Option<String>);
    let id = |label: &Option<Label>| label.as_ref().map(|label| label.id.clone());
    let key = |item: &Item| -> Key {
        let duty = item.duty.id.clone();
        (duty, item.facet.clone(), id(&item.subject), id(&item.actor))
    };
    let mut closed: BTreeMap<Key, BTreeSet<(Date, String)>> = BTreeMap::new();
    for item in items.iter().filter(|item| item.state == State::Closed) {
        if let Some(day) = item.day {
            let entry = closed.entry(key(item)).or_default();
            entry.insert((day, item.finding.clone()));
        }
    }
    for item in items {
        let (Some(day), Some(before)) = (item.day, closed.get(&key(item))) else {
            continue;
        };
        let last = before.iter().rfind(|(earlier, _)| *earlier < day);
        item.recurs = last.map(|(_, id)| id.clone());
    }
}
