//! Why a finding stands as it does: data that the catalogues put into words.

use jiff::civil::Date;
use luoshi_plan::{Decimal, Money};
use luoshi_plugin::Cause;
use luoshi_plugin_interface::{Argument, Words};

use crate::assessment::{Decision, Share};

/// The argument of a finding. Each variant has a text `reason-…` in the catalogues.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// A needed value is open; the parameter that would decide it, if one does.
    Unset(Option<String>),
    /// The ledger holds no record of the kind: the word of the kind.
    NoRecords(&'static str),
    /// The set of subjects is empty.
    NoSubjects,
    /// Nothing happened that calls for it.
    NothingHappened,
    /// Records counted in a period.
    Counted(Counted),
    /// A record lacks something.
    Defective(Lack),
    /// A deadline and what became of it.
    Deadline(Deadline),
    /// It waits for another task, named here.
    WaitsFor(String),
    /// Done before a task that comes first: the task, its day (none: not done), the day of this one.
    TooEarly {
        /// The task that comes first.
        first: String,
        /// When that was done.
        first_done: Option<Date>,
        /// When this was done.
        done: Date,
    },
    /// The state of a subject on a day.
    State(State),
    /// A share of subjects.
    Share(Share),
    /// A person's shifts.
    Attendance(Attendance),
    /// A run of absences.
    Run(Box<Run>),
    /// A unit refused: the days, and what becomes of its head.
    Refused(Vec<Date>),
    /// A response to an incident.
    Responded(Responded),
    /// An answer to a record.
    Answered(Deadline),
    /// A report that a step of a ladder asked for, and that had not come when the step was over.
    Unreported {
        /// The last day for it.
        due: Date,
        /// The day on which the step ended.
        until: Date,
        /// Workdays overdue by then.
        workdays: i64,
    },
    /// A reward outside its rules.
    Reward(RewardFault),
    /// Rewards that keep to the rules: how many.
    RewardsRight(u32),
    /// An indicator and its target.
    Target {
        /// The value.
        value: Option<Decimal>,
        /// What must be reached.
        target: Decimal,
    },
    /// Days on which a post was vacant.
    Vacant(Vec<(Date, Date)>),
    /// A post held on every day.
    Held,
    /// One person holds too many: how many, and how many may be.
    Load {
        /// Held at once.
        held: u32,
        /// Allowed.
        allowed: u32,
    },
    /// A rule in Rhai: its message.
    Rule(Option<String>),
    /// A rule in Rhai that could not be evaluated: the error.
    RuleFailed(String),
    /// What a plugin said.
    Plugin(Box<PluginSaid>),
    /// A plugin that gave no answer that could be used.
    PluginFailed(Box<PluginFailure>),
    /// A veto and its conditions.
    Veto(Box<VetoCase>),
    /// A ladder: events counted, and the step.
    Ladder(Box<LadderCase>),
    /// The finding under it is waived: the waiver's record and the status it would have.
    Waived {
        /// The waiver.
        waiver: String,
        /// What it would be without.
        instead_of: crate::assessment::Status,
        /// Why it would.
        because: Box<Reason>,
    },
}

/// A finding of a plugin, in its own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PluginSaid {
    /// Id of the plugin.
    pub plugin: String,
    /// Its version.
    pub version: String,
    /// Its text, in which `{name}` stands for an argument.
    pub text: Words,
    /// The arguments.
    pub arguments: Vec<(String, Argument)>,
    /// The days that it is about, if not those of the plan.
    pub period: Option<(Date, Date)>,
}

/// A plugin that gave no answer that could be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PluginFailure {
    /// Id of the plugin, or its file if it was not loaded.
    pub plugin: String,
    /// Why.
    pub cause: Cause,
}

/// Records counted in one period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counted {
    /// Records that served it on time.
    pub served: u32,
    /// Records in the grace window that served it late.
    pub late: u32,
    /// How many are needed.
    pub need: u32,
    /// Whether more are wrong too.
    pub exactly: bool,
    /// Records that do not count because they lack something.
    pub defective: u32,
    /// What the first of them lacks.
    pub lack: Option<Lack>,
    /// Whether days are counted and not records.
    pub days: bool,
}

/// What a record lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lack {
    /// Marks, such as `minutes`: a bit for each of the duty's marks that is missing.
    Marks(u64),
    /// Attachments.
    Attachments,
    /// Its quantity is missing or too small.
    Quantity,
    /// Fewer were present than the quorum: present, needed.
    Quorum {
        /// Present.
        present: u32,
        /// Needed.
        needed: u32,
    },
    /// The number present is not recorded.
    NoAttendance,
    /// Not by the units that must act.
    Actor,
    /// Its status does not count.
    Status,
    /// Too few persons on the day.
    Crew,
    /// The leading units were not the larger part.
    Lead,
}

/// A deadline and what became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadline {
    /// The last day.
    pub due: Date,
    /// When it was done.
    pub done: Option<Date>,
    /// Workdays late, or overdue by the as-of day.
    pub workdays: i64,
}

/// The state of a subject, by its latest record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct State {
    /// Day of the latest record.
    pub latest: Option<Date>,
    /// First day on which it had what it must have.
    pub since: Option<Date>,
    /// Why the latest record does not show it.
    pub lack: Option<StateLack>,
    /// By when.
    pub due: Option<Date>,
}

/// Why the latest record does not show that a subject has what it must have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StateLack {
    /// There is no record.
    None,
    /// A status that ends it.
    Ended,
    /// Too old.
    Old,
    /// The wrong number of members: stated, needed.
    Headcount {
        /// Stated.
        stated: Option<Decimal>,
        /// Needed.
        needed: u32,
        /// Whether more are wrong too.
        exactly: bool,
    },
    /// It lacks something else.
    Lack(Lack),
}

/// A person's shifts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Attendance {
    /// Assigned and not cancelled.
    pub shifts: u32,
    /// Marked attended.
    pub attended: u32,
    /// Marked absent, on days that no waiver covers.
    pub absent: u32,
    /// Marked excused.
    pub excused: u32,
    /// Marked absent, on days that a waiver covers.
    pub waived: u32,
    /// Not marked although their day is over.
    pub unmarked: u32,
    /// Proposed deduction.
    pub deduct: Option<Money>,
}

/// A run of absences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Days of the absences.
    pub absent: Vec<Date>,
    /// Excused shifts inside the run, which did not break it.
    pub excused: Vec<Date>,
    /// Absences inside the run that are waived, and neither break nor count.
    pub waived: Vec<Date>,
    /// Shifts without a mark inside the run.
    pub unmarked: Vec<Date>,
    /// From how many on it is an outcome.
    pub threshold: u32,
    /// The grade proposed.
    pub grade: Option<String>,
}

/// A response to an incident.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Responded {
    /// Day of the incident.
    pub incident: Date,
    /// Day of the response that decided.
    pub response: Option<Date>,
    /// Minutes from one to the other, where both have a time.
    pub minutes: Option<i64>,
    /// How many of those who must be reached were.
    pub reached: u32,
    /// How many must be.
    pub needed: u32,
}

/// What is wrong with a reward.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RewardFault {
    /// Its amount is outside the bounds.
    Amount {
        /// The amount.
        amount: Money,
        /// Least.
        min: Money,
        /// Most.
        max: Money,
    },
    /// It has no amount.
    NoAmount,
    /// A ground is missing: the marks needed, and whether all are.
    Grounds {
        /// The marks.
        needed: Vec<String>,
        /// All of them, or one.
        all: bool,
    },
    /// The case has more than its cap.
    CaseCap {
        /// Sum.
        sum: Money,
        /// Most.
        cap: Money,
    },
}

/// A veto and its conditions for one subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VetoCase {
    /// Incidents that meet the conditions: record, day, measure before it, records measured.
    pub incidents: Vec<VetoIncident>,
    /// All incidents of the kinds there.
    pub happened: u32,
    /// Findings that failed.
    pub failed: u32,
    /// Days that the measure looks at, and below what it lapsed.
    pub lapse: Option<(u32, Decimal)>,
    /// How the decision stands, with its record.
    pub decision: Option<(Decision, Option<String>)>,
    /// A decision that did not count because of who decided.
    pub not_competent: Option<String>,
}

/// An incident that a veto rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VetoIncident {
    /// The record.
    pub record: String,
    /// Its day.
    pub day: Date,
    /// The measure over the days before it.
    pub measure: Option<Decimal>,
    /// Records measured.
    pub records: u32,
}

/// A ladder for one subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LadderCase {
    /// Events in the window that triggered it.
    pub events: u32,
    /// How many are needed.
    pub needed: u32,
    /// The step in force: its name, since when, until when.
    pub in_force: Option<(String, Date, Option<Date>)>,
    /// The step proposed: its name.
    pub proposed: Option<String>,
    /// Whether release was asked for and not yet decided.
    pub applied: Option<Date>,
    /// Whether it was accepted.
    pub released: Option<Date>,
}
