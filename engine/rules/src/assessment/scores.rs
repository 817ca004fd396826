//! Figures: indicators, score sheets, shares.

use luoshi_calendar::Period;
use luoshi_plan::{Decimal, Percent};

use super::Label;

/// An indicator over the periods of the plan.
#[derive(Debug, Clone)]
pub struct IndicatorTrend {
    /// The indicator.
    pub indicator: Label,
    /// Unit, for people.
    pub unit: Option<String>,
    /// Clauses that it shows.
    pub clauses: Vec<String>,
    /// The subject, if it has one value for each.
    pub subject: Option<Label>,
    /// Value of each period that has begun; none where there is no record.
    pub values: Vec<(Period, Option<Decimal>)>,
    /// The value over the whole span so far.
    pub current: Option<Decimal>,
    /// What it is compared with.
    pub baseline: Option<Decimal>,
    /// Better, worse or the same as the baseline; none without one.
    pub trend: Option<Trend>,
    /// The target, if the plan sets one.
    pub target: Option<Decimal>,
}

/// Which way an indicator went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trend {
    /// Better than the baseline.
    Better,
    /// As good.
    Same,
    /// Worse.
    Worse,
}

/// One scorecard filled in for one subject or for the jurisdiction.
#[derive(Debug, Clone)]
pub struct ScoreSheet {
    /// The scorecard.
    pub scorecard: Label,
    /// The subject; none for the jurisdiction.
    pub subject: Option<Label>,
    /// Each section with its points.
    pub sections: Vec<SectionScore>,
    /// Extra points given.
    pub bonus: Decimal,
    /// Sum before vetoes.
    pub sum: Decimal,
    /// Score after vetoes.
    pub score: Decimal,
    /// The vetoes that set the score: id of the finding.
    pub vetoes: Vec<String>,
    /// The grade, if the scorecard has grades.
    pub grade: Option<String>,
    /// The failures that leave no better grade: ids of findings.
    pub downgraded: Vec<String>,
    /// Rank among the subjects, from 1; ties share.
    pub rank: Option<u32>,
}

/// A section of a score sheet.
#[derive(Debug, Clone)]
pub struct SectionScore {
    /// Name.
    pub name: String,
    /// Full marks.
    pub max: Decimal,
    /// Points.
    pub points: Decimal,
    /// Each item.
    pub items: Vec<ItemScore>,
}

/// An item of a score sheet.
#[derive(Debug, Clone)]
pub struct ItemScore {
    /// Identifier and name.
    pub item: Label,
    /// Points taken off (or given, in the bonus).
    pub points: Decimal,
    /// How many were counted.
    pub count: i64,
    /// Whether it could not be told.
    pub unknown: bool,
    /// Findings that it rests on, by id.
    pub findings: Vec<String>,
}

/// The share covered of a set of subjects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// Covered.
    pub covered: u32,
    /// All.
    pub total: u32,
    /// What must be reached.
    pub target: Percent,
}
