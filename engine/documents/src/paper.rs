//! Which papers a plan calls for, and how each stands.

use luoshi_plan::model::OccasionKind;
use luoshi_rules::Status;

use crate::files::Files;
use crate::library::{Library, Template};
use crate::occasion::{Occasion, occasions};
use crate::register::{Issued, Register};

/// A paper that is called for.
#[derive(Debug, Clone)]
pub struct Paper<'l> {
    /// Its template.
    pub template: &'l Template,
    /// What it is written for.
    pub occasion: Occasion,
    /// The clauses that ask for it.
    pub clauses: Vec<String>,
    /// How it stands.
    pub state: PaperState,
}

/// How a paper stands on the day of the run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PaperState {
    /// 已制发
    Issued(Issued),
    /// 已登记: the duty was done by a paper that was not generated
    Recorded,
    /// 逾期未制发
    Overdue,
    /// 待制发: its last day is known and not over
    Due,
    /// 可制发: nothing says by when
    Ready,
    /// 已过: what it announces is over
    Over,
}

impl PaperState {
    /// The word in JSON and, after `paper-`, in the catalogues.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            PaperState::Issued(_) => "issued",
            PaperState::Recorded => "recorded",
            PaperState::Overdue => "overdue",
            PaperState::Due => "due",
            PaperState::Ready => "ready",
            PaperState::Over => "over",
        }
    }
}

impl Paper<'_> {
    /// Its id: that of its template and of its occasion.
    #[must_use]
    pub fn id(&self) -> String {
        format!("{}/{}", self.template.name, self.occasion.id)
    }

    /// Whether somebody should write it now.
    #[must_use]
    pub fn is_owed(&self) -> bool {
        matches!(self.state, PaperState::Overdue | PaperState::Due)
    }
}

/// Every paper of every template, by template and then in the order of its occasions.
#[must_use]
pub fn papers<'l>(files: &Files<'_>, library: &'l Library, register: &Register) -> Vec<Paper<'l>> {
    let mut found = Vec::new();
    for template in library.templates.values() {
        for occasion in occasions(files, template) {
            found.push(Paper {
                clauses: clauses(files, template, &occasion),
                state: state(files, template, &occasion, register),
                template,
                occasion,
            });
        }
    }
    found
}

fn state(
    files: &Files<'_>,
    template: &Template,
    occasion: &Occasion,
    register: &Register,
) -> PaperState {
    if let Some(issued) = register.issued(&template.name, &occasion.id) {
        return PaperState::Issued(issued.clone());
    }
    if done_otherwise(files, occasion) {
        return PaperState::Recorded;
    }
    let as_of = files.assessment().as_of;
    match occasion.due {
        _ if occasion.over => PaperState::Over,
        Some(due) if due < as_of => PaperState::Overdue,
        Some(_) => PaperState::Due,
        None => PaperState::Ready,
    }
}

/// Whether a document duty was done by some other paper.
fn done_otherwise(files: &Files<'_>, occasion: &Occasion) -> bool {
    let answer = occasion.answer;
    let finding = answer.and_then(|at| files.assessment().findings.get(at));
    finding.is_some_and(|f| matches!(f.status, Status::Met | Status::Late | Status::Waived))
}

/// The clauses that ask for a paper: those of the duty behind it, else those that its template names
/// and the plan knows.
fn clauses(files: &Files<'_>, template: &Template, occasion: &Occasion) -> Vec<String> {
    let known = |id: &&str| {
        let clauses = &files.plan.content.clauses;
        clauses.iter().any(|clause| clause.id.name == *id)
    };
    let named = template.head.clauses.iter().map(|c| c.name.as_str());
    let named: Vec<String> = named.filter(known).map(str::to_owned).collect();
    let of_duty = template.head.r#for != OccasionKind::Failures;
    if !named.is_empty() || !of_duty {
        return named;
    }
    let duty = occasion.asked_by.as_deref().or(occasion.duty.as_deref());
    let duties = &files.assessment().duties;
    let found = duties.iter().find(|known| Some(known.id.as_str()) == duty);
    found.map_or(Vec::new(), |duty| duty.clauses.clone())
}
