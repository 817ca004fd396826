//! What records make of one finding, from notice to close: dates and states, no audit.

use std::collections::BTreeSet;

use jiff::civil::Date;
use luoshi_audit::{Accountable, Act, Due, FollowUp, Names};
use serde::Serialize;

/// Where the records leave a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recorded {
    /// Nobody was told.
    Open,
    /// It was told.
    Notified,
    /// A re-check was asked for.
    Applied,
    /// The re-check did not find it put right.
    Returned,
    /// An appeal is running.
    Appealed,
    /// The re-check found it put right.
    Closed,
    /// It was wrong.
    Withdrawn,
}

impl Recorded {
    fn is_over(self) -> bool {
        matches!(self, Recorded::Closed | Recorded::Withdrawn)
    }
}

/// A record, and whether it counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Taken {
    /// The record: its id.
    pub record: String,
    /// Its day.
    pub day: Date,
    /// What it says.
    pub act: Act,
    /// Who acted.
    pub actors: Vec<String>,
    /// Why it does not count; none where it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ignored: Option<Ignored>,
}

/// Why a record does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Ignored {
    /// Its status says nothing of a finding.
    Status,
    /// It says something that does not follow on how the finding stands.
    Order,
    /// It names nobody who acted.
    Nobody,
    /// Whoever acted is none of the bodies that may.
    Body,
    /// Whoever acted is whoever rectified, or answers for it.
    Same,
    /// It names no finding that ever failed.
    Finding,
}

impl Ignored {
    /// The word after `follow-ignored-` in the catalogues.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Ignored::Status => "status",
            Ignored::Order => "order",
            Ignored::Nobody => "nobody",
            Ignored::Body => "body",
            Ignored::Same => "same",
            Ignored::Finding => "finding",
        }
    }
}

/// What the records of a finding come to.
#[derive(Debug, Clone)]
pub(crate) struct Course<'a> {
    pub(crate) state: Recorded,
    /// The day to put it right by, and the workdays that appeals have added to it.
    pub(crate) due: Option<(Due, i64)>,
    /// The first notice since it was last open.
    pub(crate) notified: Option<Date>,
    /// The first application since the last notice or return: day, workday.
    pub(crate) applied: Option<(Date, i64)>,
    /// What the last application says.
    pub(crate) measures: Option<&'a str>,
    /// The last re-check, or what ended it.
    pub(crate) decided: Option<Date>,
    pub(crate) closed: Option<Date>,
    pub(crate) returns: u32,
    pub(crate) reopened: u32,
    pub(crate) taken: Vec<Taken>,
    /// Named in the applications since the last notice or return, and all whom these stand for.
    named: BTreeSet<&'a str>,
    stand_for: BTreeSet<&'a str>,
    /// The state before the appeal, and its workday.
    before: Option<(Recorded, i64)>,
}

/// The course of a finding through its records, in their order. `answers` is who answers for it first.
pub(crate) fn course<'a>(records: &[&'a FollowUp], answers: Option<&'a Accountable>) -> Course<'a> {
    let mut course = Course {
        state: Recorded::Open,
        due: None,
        notified: None,
        applied: None,
        measures: None,
        decided: None,
        closed: None,
        returns: 0,
        reopened: 0,
        taken: Vec::new(),
        named: BTreeSet::new(),
        stand_for: BTreeSet::new(),
        before: None,
    };
    for record in records {
        let ignored = course.take(record, answers).err();
        course.taken.push(Taken {
            record: record.record.clone(),
            day: record.day,
            act: record.act,
            actors: record.actors.clone(),
            ignored,
        });
    }
    course
}

impl<'a> Course<'a> {
    fn take(
        &mut self,
        record: &'a FollowUp,
        answers: Option<&'a Accountable>,
    ) -> Result<(), Ignored> {
        match record.act {
            Act::Notified => self.notified(record),
            Act::Applied => self.applied(record),
            Act::Accepted => self.accepted(record, answers),
            Act::Rejected => self.rejected(record),
            Act::Appealed => self.appealed(record),
            Act::Confirmed => self.confirmed(record),
            Act::Lifted => self.lifted(record, answers),
            Act::Unknown => Err(Ignored::Status),
        }
    }

    fn notified(&mut self, record: &FollowUp) -> Result<(), Ignored> {
        let may = match (&record.names, self.state) {
            (_, Recorded::Appealed) => false,
            // A paper is about all findings of a party and month: it opens none again.
            (Names::Paper(_), state) => matches!(state, Recorded::Open | Recorded::Notified),
            (Names::Finding(_), _) => true,
        };
        if !may {
            return Err(Ignored::Order);
        }
        if self.state.is_over() {
            self.reopened += 1;
            self.notified = None;
            self.closed = None;
        }
        self.notified.get_or_insert(record.day);
        self.state = Recorded::Notified;
        self.begin(record);
        Ok(())
    }

    /// A new time to put it right, in which nobody has applied yet.
    fn begin(&mut self, record: &FollowUp) {
        self.due = record.due.map(|due| (due, 0));
        self.applied = None;
        self.named.clear();
        self.stand_for.clear();
    }

    fn applied(&mut self, record: &'a FollowUp) -> Result<(), Ignored> {
        match self.state {
            Recorded::Open | Recorded::Notified | Recorded::Returned | Recorded::Applied => {}
            Recorded::Appealed | Recorded::Closed | Recorded::Withdrawn => {
                return Err(Ignored::Order);
            }
        }
        self.state = Recorded::Applied;
        self.applied.get_or_insert((record.day, record.workday));
        self.measures = record.note.as_deref().or(self.measures);
        self.named.extend(record.actors.iter().map(String::as_str));
        let stand_for = record.stand_for.iter().map(String::as_str);
        self.stand_for.extend(stand_for);
        Ok(())
    }

    fn accepted(
        &mut self,
        record: &FollowUp,
        answers: Option<&Accountable>,
    ) -> Result<(), Ignored> {
        self.open(record, false)?;
        self.other(record, answers)?;
        self.state = Recorded::Closed;
        self.decided = Some(record.day);
        self.closed = Some(record.day);
        Ok(())
    }

    fn rejected(&mut self, record: &FollowUp) -> Result<(), Ignored> {
        self.open(record, false)?;
        self.state = Recorded::Returned;
        self.decided = Some(record.day);
        self.returns += 1;
        self.begin(record);
        Ok(())
    }

    fn appealed(&mut self, record: &FollowUp) -> Result<(), Ignored> {
        if self.state.is_over() || self.state == Recorded::Appealed {
            return Err(Ignored::Order);
        }
        self.before = Some((self.state, record.workday));
        self.state = Recorded::Appealed;
        Ok(())
    }

    fn confirmed(&mut self, record: &FollowUp) -> Result<(), Ignored> {
        body(record)?;
        let (Recorded::Appealed, Some((before, since))) = (self.state, self.before) else {
            return Err(Ignored::Order);
        };
        self.state = before;
        self.decided = Some(record.day);
        match (record.due, &mut self.due) {
            (Some(due), _) => self.due = Some((due, 0)),
            (None, Some((_, added))) => *added += record.workday - since,
            (None, None) => {}
        }
        Ok(())
    }

    fn lifted(&mut self, record: &FollowUp, answers: Option<&Accountable>) -> Result<(), Ignored> {
        self.open(record, true)?;
        self.other(record, answers)?;
        self.state = Recorded::Withdrawn;
        self.decided = Some(record.day);
        self.closed = Some(record.day);
        Ok(())
    }

    /// Whether it can be decided on, and by whoever acted.
    fn open(&self, record: &FollowUp, while_appealed: bool) -> Result<(), Ignored> {
        body(record)?;
        let waits = self.state == Recorded::Appealed && !while_appealed;
        if self.state.is_over() || waits {
            return Err(Ignored::Order);
        }
        Ok(())
    }

    /// That whoever acted is not whoever rectified; without an application, not who answers for it.
    fn other(&self, record: &FollowUp, answers: Option<&Accountable>) -> Result<(), Ignored> {
        let acts = record.actors.iter().map(String::as_str);
        let mut acts_for = record.stand_for.iter().map(String::as_str);
        // An application that names nobody says as little as none.
        let same = match self.named.is_empty() {
            false => {
                let named = |name: &str| self.named.contains(name);
                let meant = |name: &str| self.stand_for.contains(name);
                acts_for.any(named) || acts.into_iter().any(meant)
            }
            true => {
                let held = |who: &Accountable| who.holder.clone().unwrap_or(who.role.id.clone());
                let first = answers.map(held);
                acts_for.any(|name| Some(name) == first.as_deref())
            }
        };
        match same {
            true => Err(Ignored::Same),
            false => Ok(()),
        }
    }
}

fn body(record: &FollowUp) -> Result<(), Ignored> {
    if record.actors.is_empty() {
        return Err(Ignored::Nobody);
    }
    match record.may_close {
        true => Ok(()),
        false => Err(Ignored::Body),
    }
}
