//! What is due, for whom, and what is overdue.
//!
//! Two assessments of the same evidence make an agenda: that of the day of the run says what is
//! overdue and how far things are, that of the window's last day says what falls due by then.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use luoshi_calendar::Span;
use luoshi_rules::{Assessment, DutySummary, Finding, Reason, Status};

mod ics;
mod json;
mod text;

pub use ics::agenda_ics;
pub use json::agenda_json;
pub use text::agenda_text;

/// Whose agenda it is; everybody's by default.
#[derive(Debug, Clone, Default)]
pub struct AgendaFilter {
    /// Only what this role answers for: its id.
    pub role: Option<String>,
    /// Only what concerns these subjects: ids.
    pub subjects: Option<BTreeSet<String>>,
}

/// How something to be done stands on the day of the run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Its last day is over and it is still owed.
    Overdue,
    /// Its time runs, and it is not done yet.
    Running,
    /// Its time has not begun.
    Ahead,
    /// It is done.
    Done,
}

impl Standing {
    /// The word in JSON and, after `agenda-`, in the catalogues.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Standing::Overdue => "overdue",
            Standing::Running => "running",
            Standing::Ahead => "ahead",
            Standing::Done => "done",
        }
    }
}

/// One thing to be done, for one subject.
#[derive(Debug, Clone, Copy)]
pub struct Item<'a> {
    /// How it stands.
    pub standing: Standing,
    /// Its last day; none for what is simply lacking.
    pub day: Option<Date>,
    /// The duty.
    pub duty: &'a DutySummary,
    /// The finding that tells how far it is.
    pub finding: &'a Finding,
}

/// What is to be done in a window of days.
#[derive(Debug, Clone)]
pub struct Agenda<'a> {
    /// The day of the run.
    pub today: Date,
    /// The window.
    pub window: Span,
    /// Overdue first, then by last day, duty and subject. What was done in the window is last.
    pub items: Vec<Item<'a>>,
    /// Whose agenda it is.
    pub filter: AgendaFilter,
}

/// Makes the agenda of a window: `now` judged on the day of the run, `then` on the window's last
/// day, both of the same plan and on the evidence of the day of the run.
#[must_use]
pub fn agenda<'a>(
    now: &'a Assessment,
    then: &'a Assessment,
    window: Span,
    filter: AgendaFilter,
) -> Agenda<'a> {
    let overdue = now.findings.iter().filter(|f| is_overdue(f, now.as_of));
    let mut items: Vec<Item<'a>> = overdue
        .filter_map(|f| item(now, f, Standing::Overdue))
        .collect();
    let seen: BTreeSet<&str> = items.iter().map(|i| i.finding.id.as_str()).collect();
    let in_window = |f: &&Finding| {
        let within = f.day.is_some_and(|day| window.contains(day));
        within && is_work(&f.reason) && !seen.contains(f.id.as_str())
    };
    let seen_now: BTreeMap<&str, &Finding> =
        now.findings.iter().map(|f| (f.id.as_str(), f)).collect();
    let due: Vec<Item<'a>> = then
        .findings
        .iter()
        .filter(in_window)
        .filter_map(|due| match seen_now.get(due.id.as_str()) {
            Some(seen) if is_open(due.status) => item(now, seen, Standing::Running),
            None if is_open(due.status) => item(then, due, Standing::Ahead),
            _ if is_done(due.status) => item(then, due, Standing::Done),
            _ => None,
        })
        .collect();
    items.extend(due);
    items.retain(|item| concerns(item, &filter));
    items.sort_by_key(|item| {
        (
            item.standing == Standing::Done,
            item.standing != Standing::Overdue,
            item.day,
        )
    });
    Agenda {
        today: now.as_of,
        window,
        items,
        filter,
    }
}

fn is_open(status: Status) -> bool {
    matches!(
        status,
        Status::Missed | Status::Pending | Status::DueSoon | Status::Unknown
    )
}

fn is_done(status: Status) -> bool {
    matches!(status, Status::Met | Status::Late)
}

fn item<'a>(of: &'a Assessment, finding: &'a Finding, standing: Standing) -> Option<Item<'a>> {
    Some(Item {
        standing,
        day: finding.day,
        duty: of.duties.get(finding.duty)?,
        finding,
    })
}

/// Whether something is still owed after its time: a period that is over cannot be made up, a
/// task, an answer or a state can.
fn is_overdue(finding: &Finding, today: Date) -> bool {
    let over = finding.day.is_none_or(|day| day < today);
    match (&finding.reason, finding.status) {
        (Reason::NoRecords(_), Status::Unknown) => {
            // No day, no deadline: that records are wanted is not yet something overdue.
            finding.period.is_none() && finding.day.is_some_and(|day| day < today)
        }
        (_, Status::Missed) => over && is_owed(&finding.reason),
        _ => false,
    }
}

fn is_owed(reason: &Reason) -> bool {
    match reason {
        Reason::Deadline(deadline) | Reason::Answered(deadline) => deadline.done.is_none(),
        Reason::WaitsFor(_) | Reason::State(_) => true,
        Reason::Responded(responded) => responded.response.is_none(),
        _ => false,
    }
}

/// Whether a reason is about work that somebody does by a day.
fn is_work(reason: &Reason) -> bool {
    matches!(
        reason,
        Reason::Counted(_)
            | Reason::Deadline(_)
            | Reason::WaitsFor(_)
            | Reason::State(_)
            | Reason::Responded(_)
            | Reason::Answered(_)
            | Reason::NoRecords(_)
    )
}

fn concerns(item: &Item<'_>, filter: &AgendaFilter) -> bool {
    let role = filter.role.as_ref().is_none_or(|role| {
        let nearest = item.finding.accountable.first();
        nearest.is_some_and(|who| who.role.id == *role)
            || item.duty.responsible.as_ref() == Some(role)
    });
    let subject = filter.subjects.as_ref().is_none_or(|wanted| {
        let about = item.finding.subject.as_ref();
        about.is_some_and(|subject| wanted.contains(&subject.id))
    });
    role && subject
}
