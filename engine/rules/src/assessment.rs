//! What a run concludes: plain data that every report is a function of.

mod evidence;
mod plugin;
mod proposal;
mod scores;
mod status;
mod waiver;

use jiff::civil::Date;
use luoshi_calendar::{Period, Span};
use luoshi_plan::model::Severity;
use luoshi_plan::{Deviations, Inactive, ParameterInForce, Section};

pub use self::evidence::{EvidenceSummary, Irrelevance, Unused};
pub use self::plugin::{PluginInForce, PluginSetting, SettingValue};
pub use self::proposal::{Decision, Measure, Proposal};
pub use self::scores::{IndicatorTrend, ItemScore, ScoreSheet, SectionScore, Share, Trend};
pub use self::status::{Status, fails, plain};
pub use self::waiver::{WaiverFlaw, WaiverSummary};
use crate::follow_up::Rectification;
use crate::reason::Reason;

/// All findings of a run, with what is needed to repeat and to read it.
#[derive(Debug, Clone)]
pub struct Assessment {
    /// The plan judged.
    pub plan: PlanStamp,
    /// The day of the run.
    pub as_of: Date,
    /// What the evidence was.
    pub evidence: EvidenceSummary,
    /// Every parameter with its value and who set it.
    pub parameters: Section<ParameterInForce>,
    /// Duties that are off in this plan.
    pub inactive: Section<Inactive>,
    /// Every duty, rule, veto, ladder and chain judged, in the plan's order.
    pub duties: Vec<DutySummary>,
    /// Every finding, by duty in the plan's order, then subject, then period.
    pub findings: Vec<Finding>,
    /// What is proposed for a person to decide.
    pub proposals: Vec<Proposal>,
    /// Figures with their trend.
    pub indicators: Vec<IndicatorTrend>,
    /// Score sheets.
    pub scores: Vec<ScoreSheet>,
    /// What the plan changes of its packages and adds to them.
    pub deviations: Deviations,
    /// Waivers: active, expired and ineffective.
    pub waivers: Vec<WaiverSummary>,
    /// Plugins as the rules of the plan use them, in the plan's order.
    pub plugins: Vec<PluginInForce>,
    /// Years of the plan without holiday data, whose workdays are Monday to Friday.
    pub years_without_holidays: Vec<i16>,
    /// What the ledger says about putting failures right.
    pub rectification: Rectification,
}

impl Assessment {
    /// The plugin of a rule, if one judged it.
    #[must_use]
    pub fn plugin_of(&self, rule: &str) -> Option<&PluginInForce> {
        self.plugins.iter().find(|plugin| plugin.rule == rule)
    }
}

/// Which plan was judged.
#[derive(Debug, Clone)]
pub struct PlanStamp {
    /// Identifier.
    pub id: String,
    /// Title.
    pub title: String,
    /// Issuing body.
    pub issuer: String,
    /// Code of the jurisdiction.
    pub jurisdiction: String,
    /// Name of the jurisdiction.
    pub place: String,
    /// First and last day.
    pub span: Span,
    /// Packages that it extends, the most general first.
    pub packages: Vec<PackageStamp>,
}

/// Which package a plan was judged on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackageStamp {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Its title.
    pub title: String,
    /// What stands for its bytes, as a lock has it; none where no package can be built of its folder.
    pub digest: Option<String>,
}

/// A duty in the assessment.
#[derive(Debug, Clone)]
pub struct DutySummary {
    /// Identifier.
    pub id: String,
    /// Name.
    pub name: String,
    /// The section of the plan: its key.
    pub section: &'static str,
    /// Clauses that it carries out.
    pub clauses: Vec<String>,
    /// Parameters that it uses, by id.
    pub parameters: Vec<String>,
    /// The role that answers for it.
    pub responsible: Option<String>,
    /// How grave a failure is.
    pub severity: Severity,
    /// Index of its first finding and the index after its last.
    pub findings: std::ops::Range<usize>,
}

/// One judgement about one duty, one subject, one period.
#[derive(Debug, Clone)]
pub struct Finding {
    /// Stable id: `DUTY/SUBJECT/PERIOD`.
    pub id: String,
    /// Index into [`Assessment::duties`].
    pub duty: usize,
    /// Which side of the duty, such as `run`, if not the duty itself.
    pub facet: Option<&'static str>,
    /// The subject, if it is about one.
    pub subject: Option<Label>,
    /// The unit or person, if it is about one.
    pub actor: Option<Label>,
    /// The record that it is about, if it is about one.
    pub record: Option<String>,
    /// The period, if it recurs.
    pub period: Option<Period>,
    /// The day by which it counts: deadline, last day of the period, day of the event.
    pub day: Option<Date>,
    /// How it stands.
    pub status: Status,
    /// How grave a failure is.
    pub severity: Severity,
    /// What is counted: shifts missed, workdays late, length of a run.
    pub figure: i64,
    /// Why, as data; the catalogues put it into words.
    pub reason: Reason,
    /// Records that it rests on, by id.
    pub evidence: Vec<String>,
    /// How many of them were entered late.
    pub backfilled: u32,
    /// For what only a person can decide: how the decision stands.
    pub decision: Option<Decision>,
    /// Who answers, from the one nearest to the work up to the head of the township. For what is
    /// suspect it is whom to ask, and nobody above: a sign is no ground to trace anyone.
    pub accountable: Vec<Answerable>,
}

/// An id with its name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Label {
    /// Identifier.
    pub id: String,
    /// Name.
    pub name: String,
}

/// One step of the chain of those who answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answerable {
    /// The role.
    pub role: Label,
    /// The subject for which the post is held, for a role with one post for each.
    pub subject: Option<Label>,
    /// Staff number of the holder on that day; none when vacant.
    pub holder: Option<String>,
    /// Whether the holder is acting.
    pub acting: bool,
}
