//! What became of each clause of the source documents, as an outline.

use std::collections::{BTreeMap, BTreeSet};

use luoshi_plan::Plan;
use luoshi_plan::model::{Clause, ClauseStatus};
use luoshi_rules::{Assessment, DutySummary, Finding, Label, Status, fails};

mod carriers;
mod json;
mod text;

pub use json::coverage_json;
pub use text::{coverage_line, coverage_text};

use carriers::Carriers;

/// What became of every clause, document by document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// The plan's own document first, then those of its packages, the nearest first.
    pub documents: Vec<DocumentCoverage>,
    /// Clauses in each state.
    pub counts: StateCounts,
}

impl Coverage {
    /// Whether anything that carries a clause has a suspect finding.
    pub(crate) fn has_suspects(&self) -> bool {
        let clauses = self.documents.iter().flat_map(|d| &d.sections);
        let carriers = clauses.flat_map(|s| &s.clauses).flat_map(|c| &c.carriers);
        let mut statuses = carriers.flat_map(|c| &c.statuses);
        statuses.any(|(status, _)| *status == Status::Suspect)
    }
}

/// One source document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentCoverage {
    /// What its clauses are numbered under: the `01` of `01/2.1j`; empty where they have no such prefix.
    pub prefix: String,
    /// Title of the plan or package that came with it.
    pub title: String,
    /// Name of the package; none for the plan's own document.
    pub package: Option<String>,
    /// Its sections, in document order.
    pub sections: Vec<SectionCoverage>,
    /// Clauses in each state.
    pub counts: StateCounts,
}

/// The clauses under one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionCoverage {
    /// The heading; empty where the clauses have none.
    pub heading: String,
    /// The clauses, in document order.
    pub clauses: Vec<ClauseCoverage>,
    /// Clauses in each state.
    pub counts: StateCounts,
}

/// One clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClauseCoverage {
    /// Its number.
    pub id: String,
    /// What it asks for, in our own words.
    pub summary: String,
    /// What became of it.
    pub state: ClauseState,
    /// Why it is guidance or not mapped, as the plan says.
    pub reason: Option<String>,
    /// What carries it out.
    pub carriers: Vec<Carrier>,
}

/// Something that carries out a clause: a duty, a chain, a kind of incident, a penalty, an item of a
/// score sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carrier {
    /// Identifier and name.
    pub what: Label,
    /// The section of the plan that it stands in: its key.
    pub section: &'static str,
    /// Its state by itself.
    pub state: ClauseState,
    /// Number of its findings of each status that occurs, the gravest first.
    pub statuses: Vec<(Status, usize)>,
    /// Ids of those of its findings that fail.
    pub failing: Vec<String>,
    /// Why the plan leaves it out, where it is off.
    pub off: Option<String>,
}

/// What became of a clause.
///
/// Several findings of several duties may speak about one clause. The state is then the first of this
/// list that any of them is in, so that a clause is carried out only where nothing fails, nothing is
/// unknown or undecided and nothing is still open. Findings that are suspect, waived or not applicable
/// say nothing as long as others say something; they give the state where there are no others. A sign
/// of something amiss so takes nothing away from what the records show, and a clause that has nothing
/// but signs is neither carried out nor failing.
/// What is never judged by itself, such as a figure without a target, comes after those; a duty that
/// is off, only where nothing else carries the clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClauseState {
    /// 未落实: some finding fails.
    Failing,
    /// 无法判定: the ledger does not tell.
    Unknown,
    /// 方案未定: the plan does not say enough to judge.
    Unset,
    /// 进行中: the time is not over.
    Pending,
    /// 已落实: carried out; what was late without counting as a failure is too.
    CarriedOut,
    /// 疑点待核: there are only signs that a person should look into.
    Suspect,
    /// 豁免: waived.
    Waived,
    /// 不适用: nothing called for it.
    NotApplicable,
    /// 不单独判定: it is shown or prepared, with nothing to judge by itself.
    NotJudged,
    /// 本方案不执行: what would carry it out is off in this plan.
    Off,
    /// 仅作指导: nothing to check, with the reason.
    Guidance,
    /// 未对应: checkable, but nothing carries it out, with the reason.
    Unmapped,
}

impl ClauseState {
    /// Every state, in the order of precedence.
    pub const ALL: [ClauseState; 12] = [
        ClauseState::Failing,
        ClauseState::Unknown,
        ClauseState::Unset,
        ClauseState::Pending,
        ClauseState::CarriedOut,
        ClauseState::Suspect,
        ClauseState::Waived,
        ClauseState::NotApplicable,
        ClauseState::NotJudged,
        ClauseState::Off,
        ClauseState::Guidance,
        ClauseState::Unmapped,
    ];

    /// The word in JSON and, after `coverage-state-`, in the catalogues.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            ClauseState::Failing => "failing",
            ClauseState::Unknown => "unknown",
            ClauseState::Unset => "unset",
            ClauseState::Pending => "pending",
            ClauseState::CarriedOut => "carried_out",
            ClauseState::Suspect => "suspect",
            ClauseState::Waived => "waived",
            ClauseState::NotApplicable => "not_applicable",
            ClauseState::NotJudged => "not_judged",
            ClauseState::Off => "off",
            ClauseState::Guidance => "guidance",
            ClauseState::Unmapped => "unmapped",
        }
    }

    /// The state that one finding speaks for.
    fn of(finding: &Finding) -> ClauseState {
        if fails(finding.status, finding.severity) {
            return ClauseState::Failing;
        }
        match finding.status {
            Status::Violated | Status::Missed => ClauseState::Failing,
            Status::Unknown => ClauseState::Unknown,
            Status::Unset => ClauseState::Unset,
            Status::DueSoon | Status::Pending => ClauseState::Pending,
            Status::Late | Status::Met => ClauseState::CarriedOut,
            Status::Suspect => ClauseState::Suspect,
            Status::Waived => ClauseState::Waived,
            Status::NotApplicable => ClauseState::NotApplicable,
        }
    }
}

/// Number of clauses in each state that occurs.
pub type StateCounts = BTreeMap<ClauseState, usize>;

/// What became of each clause of the plan and its packages.
#[must_use]
pub fn coverage(assessment: &Assessment, plan: &Plan) -> Coverage {
    let carriers = carriers::all(assessment, plan);
    let mut documents: Vec<(Option<usize>, DocumentCoverage)> = Vec::new();
    for clause in &plan.content.clauses {
        let package = plan.package_of.get(&clause.id.place.file).copied();
        let prefix = prefix(&clause.id.name);
        let at = documents
            .iter()
            .position(|(from, d)| *from == package && d.prefix == prefix);
        let at = at.unwrap_or_else(|| {
            documents.push((package, document(plan, package, prefix)));
            documents.len() - 1
        });
        documents[at].1.add(clause, became(clause, &carriers));
    }
    // Packages are laid from the most general up; whoever reads starts at his own document.
    documents.sort_by_key(|(package, _)| std::cmp::Reverse(package.map_or(usize::MAX, |at| at)));
    let documents: Vec<DocumentCoverage> = documents.into_iter().map(|(_, d)| d).collect();
    let mut counts = StateCounts::new();
    for (state, count) in documents.iter().flat_map(|d| &d.counts) {
        *counts.entry(*state).or_default() += count;
    }
    Coverage { documents, counts }
}

fn prefix(clause: &str) -> &str {
    clause.split_once('/').map_or("", |(prefix, _)| prefix)
}

fn document(plan: &Plan, package: Option<usize>, prefix: &str) -> DocumentCoverage {
    let package = package.and_then(|at| plan.packages.get(at));
    DocumentCoverage {
        prefix: prefix.to_owned(),
        title: package.map_or(&plan.header.title, |p| &p.title).clone(),
        package: package.map(|p| p.name.clone()),
        sections: Vec::new(),
        counts: StateCounts::new(),
    }
}

impl DocumentCoverage {
    fn add(&mut self, clause: &Clause, became: ClauseCoverage) {
        let heading = clause.heading.as_deref().unwrap_or("");
        if self.sections.last().is_none_or(|s| s.heading != heading) {
            self.sections.push(SectionCoverage {
                heading: heading.to_owned(),
                clauses: Vec::new(),
                counts: StateCounts::new(),
            });
        }
        *self.counts.entry(became.state).or_default() += 1;
        if let Some(section) = self.sections.last_mut() {
            *section.counts.entry(became.state).or_default() += 1;
            section.clauses.push(became);
        }
    }
}

fn became(clause: &Clause, carriers: &Carriers) -> ClauseCoverage {
    let carriers = carriers
        .get(clause.id.name.as_str())
        .cloned()
        .unwrap_or_default();
    ClauseCoverage {
        id: clause.id.name.to_string(),
        summary: clause.summary.clone(),
        state: state(clause.status, &carriers),
        reason: clause.reason.clone(),
        carriers,
    }
}

/// What the plan says where nothing is judged; what was found where something is.
fn state(status: ClauseStatus, carriers: &[Carrier]) -> ClauseState {
    let carried = gravest(carriers.iter().map(|c| c.state));
    match status {
        // A figure may show how guidance stands; that does not make it a duty.
        ClauseStatus::Guidance => carried
            .filter(|state| *state < ClauseState::NotJudged)
            .unwrap_or(ClauseState::Guidance),
        ClauseStatus::Unmapped => carried.unwrap_or(ClauseState::Unmapped),
        ClauseStatus::Checkable => carried.unwrap_or(ClauseState::Unmapped),
    }
}

/// The state that decides, by the order of precedence.
fn gravest(states: impl Iterator<Item = ClauseState>) -> Option<ClauseState> {
    states.min()
}

#[cfg(test)]
mod tests;
