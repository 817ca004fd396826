//! An item of the register: one failing finding on its way to being closed.

use jiff::civil::Date;
use luoshi_audit::{Accountable, DueBy, Label, Texts};
use serde::Serialize;

use crate::course::Taken;
use crate::ladder::LadderStep;
use crate::next::Next;

/// What is to be put right, and what was.
#[derive(Debug, Clone, Serialize)]
pub struct Register {
    /// The day of the last audit.
    pub as_of: Date,
    /// Every item, by township, then what is overdue the longest, then by state and day.
    pub items: Vec<Item>,
    /// Records that name no finding that ever failed.
    pub strays: Vec<Stray>,
    /// Townships whose items are seen as of an earlier audit, because the last could not judge them.
    pub unseen: Vec<Place>,
    /// Townships that none of the audits could judge: nothing is known of their items.
    pub broken: Vec<Place>,
    /// Whether the plan of some township names no body that may close: anybody else may, set by default.
    pub closed_by_default: bool,
}

/// A township.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Place {
    /// Its code.
    pub code: String,
    /// Where it lies.
    pub source: String,
    /// Its name.
    pub name: String,
    /// Its county; may be empty.
    pub county: String,
}

/// One failing finding on its way to being closed.
#[derive(Debug, Clone, Serialize)]
pub struct Item {
    /// The township.
    pub place: Place,
    /// Id of the finding, unique in its township.
    pub finding: String,
    /// The duty.
    pub duty: Label,
    /// The key of the section that the duty stands in.
    pub section: String,
    /// How grave a failure is.
    pub severity: &'static str,
    /// The clauses that the duty carries out.
    pub clauses: Vec<String>,
    /// Which side of the duty.
    pub facet: Option<String>,
    /// The subject, if it is about one.
    pub subject: Option<Label>,
    /// The unit or official, if it is about one.
    pub actor: Option<Label>,
    /// The period, if it recurs.
    pub period: Option<String>,
    /// The day by which it counts.
    pub day: Option<Date>,
    /// How it stood when it was last listed; none if no audit lists it.
    pub status: Option<&'static str>,
    /// Why, as it was last listed.
    pub reason: Option<Texts>,
    /// Who answers first.
    pub accountable: Option<Accountable>,
    /// The days of the audits in which it failed.
    pub failed: Vec<Date>,
    /// Where it is on its way.
    pub state: State,
    /// More about the state.
    pub why: Option<Why>,
    /// The day to put it right by.
    pub due: Option<Deadline>,
    /// Workdays overdue, if it is.
    pub overdue: Option<i64>,
    /// Workdays by which the application came late, if it did.
    pub late: Option<i64>,
    /// The day of the first notice.
    pub notified: Option<Date>,
    /// The day of the application that waits or was accepted.
    pub applied: Option<Date>,
    /// What the last application says was done.
    pub measures: Option<String>,
    /// The day of the last decision.
    pub decided: Option<Date>,
    /// The day on which it was closed or withdrawn.
    pub closed: Option<Date>,
    /// How often a re-check did not find it put right.
    pub returns: u32,
    /// How often it was opened again by a notice.
    pub reopened: u32,
    /// Whether it is closed, was kept in an audit since, and fails again.
    pub fails_again: bool,
    /// Id of the closed finding of an earlier day that it repeats.
    pub recurs: Option<String>,
    /// The step of a ladder that the plan provides, if it is overdue.
    pub step: Option<LadderStep>,
    /// What must be recorded next.
    pub next: Option<Next>,
    /// Its records, in their order.
    pub records: Vec<Taken>,
}

/// Where an item is on its way. Each is in exactly one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// 待通知
    Open,
    /// 退回整改
    Returned,
    /// 整改中
    Notified,
    /// 待复查
    Awaiting,
    /// 申诉中
    Appealed,
    /// 无法复查
    Unjudged,
    /// 已豁免
    Waived,
    /// 已销号
    Closed,
    /// 已撤销
    Withdrawn,
}

impl State {
    /// Every state, in the order in which they are listed.
    pub const ALL: [State; 9] = [
        State::Open,
        State::Returned,
        State::Notified,
        State::Awaiting,
        State::Appealed,
        State::Unjudged,
        State::Waived,
        State::Closed,
        State::Withdrawn,
    ];

    /// The word in JSON and, after `follow-state-`, in the catalogues.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            State::Open => "open",
            State::Returned => "returned",
            State::Notified => "notified",
            State::Awaiting => "awaiting",
            State::Appealed => "appealed",
            State::Unjudged => "unjudged",
            State::Waived => "waived",
            State::Closed => "closed",
            State::Withdrawn => "withdrawn",
        }
    }

    /// Whether something is still to be done about it.
    #[must_use]
    pub fn is_open(self) -> bool {
        !matches!(self, State::Closed | State::Withdrawn | State::Waived)
    }
}

/// More about a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Awaiting: somebody asked for a re-check.
    Applied,
    /// Awaiting: it no longer fails, by evidence entered or corrected later.
    NoLongerFails,
    /// Awaiting or unjudged: no audit given lists it.
    Unlisted,
    /// Unjudged: the plan no longer has the duty.
    NoDuty,
    /// Unjudged: its day lies outside the period of the plan.
    OutsidePeriod,
    /// Unjudged: its subject is gone.
    NoSubject,
    /// Unjudged: the duty is left open, or yields nothing.
    NoFindings,
    /// Unjudged: nothing calls for it any more.
    NotApplicable,
    /// Unjudged: it is in progress again.
    InProgress,
    /// Unjudged: it is suspect, unknown or unset now.
    Undecided,
}

impl Why {
    /// The word after `follow-why-` in the catalogues.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Why::Applied => "applied",
            Why::NoLongerFails => "no_longer_fails",
            Why::Unlisted => "unlisted",
            Why::NoDuty => "no_duty",
            Why::OutsidePeriod => "outside_period",
            Why::NoSubject => "no_subject",
            Why::NoFindings => "no_findings",
            Why::NotApplicable => "not_applicable",
            Why::InProgress => "in_progress",
            Why::Undecided => "undecided",
        }
    }
}

/// A day to put something right by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Deadline {
    /// The day.
    pub day: Date,
    /// Who set it.
    pub by: DueBy,
    /// Workdays that appeals have added.
    pub added: i64,
}

/// A record that names no finding that ever failed, or says nothing of one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stray {
    /// The township.
    pub place: Place,
    /// The finding or the paper's occasion, as the record names it.
    pub names: String,
    /// The record.
    pub record: Taken,
}

impl Register {
    /// Items of which something is still to be done.
    pub fn open(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(|item| item.state.is_open())
    }

    /// How many items are in a state.
    #[must_use]
    pub fn count(&self, state: State) -> usize {
        self.items.iter().filter(|item| item.state == state).count()
    }
}
