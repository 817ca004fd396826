//! A finding while it is being made: numbers, no names yet.

use jiff::civil::Date;
use luoshi_calendar::{Period, Span};

use crate::assessment::{Decision, Status};
use crate::reason::Reason;

/// Which side of a duty a finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// The duty itself.
    Whole,
    /// A record that lacks something.
    Defect,
    /// What was done before what comes first.
    Order,
    /// Absences in a row.
    Run,
    /// A refusal to serve.
    Refusal,
    /// The rewards of one case together.
    Case,
    /// How many one person holds.
    Load,
    /// A report that a ladder asks for.
    Report,
}

impl Facet {
    /// Every side.
    pub const ALL: [Facet; 8] = [
        Facet::Whole,
        Facet::Defect,
        Facet::Order,
        Facet::Run,
        Facet::Refusal,
        Facet::Case,
        Facet::Load,
        Facet::Report,
    ];
    /// How many sides there are.
    pub const COUNT: usize = Facet::ALL.len();

    /// The word in ids of findings; none for the duty itself.
    #[must_use]
    pub fn word(self) -> Option<&'static str> {
        match self {
            Facet::Whole => None,
            Facet::Defect => Some("defect"),
            Facet::Order => Some("order"),
            Facet::Run => Some("run"),
            Facet::Refusal => Some("refusal"),
            Facet::Case => Some("case"),
            Facet::Load => Some("load"),
            Facet::Report => Some("report"),
        }
    }
}

/// Who, beside the subject, a finding is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    /// Nobody in particular.
    Nobody,
    /// Index into the plan's persons.
    Person(u32),
    /// A unit or role, by id.
    Unit(String),
    /// A role and whoever holds it.
    Post(String, String),
}

/// One judgement, by numbers.
#[derive(Debug, Clone)]
pub(crate) struct Verdict {
    /// Index into the program's duties.
    pub(crate) duty: usize,
    pub(crate) facet: Facet,
    /// Index into the plan's subjects.
    pub(crate) subject: Option<u32>,
    pub(crate) who: Who,
    /// Number of a record's id in the ledger; 0 for none.
    pub(crate) record: u32,
    pub(crate) period: Option<Period>,
    /// Days that are no period of the calendar.
    pub(crate) days: Option<Span>,
    pub(crate) day: Option<Date>,
    pub(crate) status: Status,
    pub(crate) figure: i64,
    pub(crate) reason: Reason,
    /// Numbers of the ids of the records that it rests on.
    pub(crate) evidence: Vec<u32>,
    pub(crate) backfilled: u32,
    pub(crate) decision: Option<Decision>,
    /// Where days are waived one by one: the waivers that took some out, by record.
    pub(crate) waived: Option<Vec<String>>,
}

impl Verdict {
    /// One verdict for a duty that nothing calls for, or that is for nobody.
    pub(crate) fn not_applicable(duty: usize, reason: Reason) -> Verdict {
        Verdict::new(duty, Status::NotApplicable, reason)
    }

    pub(crate) fn new(duty: usize, status: Status, reason: Reason) -> Verdict {
        Verdict {
            duty,
            facet: Facet::Whole,
            subject: None,
            who: Who::Nobody,
            record: 0,
            period: None,
            days: None,
            day: None,
            status,
            figure: 0,
            reason,
            evidence: Vec::new(),
            backfilled: 0,
            decision: None,
            waived: None,
        }
    }
}
