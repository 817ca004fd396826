//! What a run concludes: plain data that every report is a function of.

use jiff::civil::Date;
use luoshi_calendar::{Period, Span};
use luoshi_plan::model::Severity;
use luoshi_plan::{Decimal, Deviations, Inactive, Money, ParameterInForce, Percent, Section};
use luoshi_plugin_interface::Words;

use crate::follow_up::Rectification;
use crate::reason::Reason;

/// How a duty stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// 违反
    Violated,
    /// 未落实
    Missed,
    /// 逾期完成
    Late,
    /// 疑点待核: a sign in the records that a person should look into; never a failure
    Suspect,
    /// 无法判定
    Unknown,
    /// 方案未定
    Unset,
    /// 即将到期
    DueSoon,
    /// 进行中
    Pending,
    /// 豁免
    Waived,
    /// 不适用
    NotApplicable,
    /// 已落实
    Met,
}

impl Status {
    /// Every status, the gravest first.
    pub const ALL: [Status; 11] = [
        Status::Violated,
        Status::Missed,
        Status::Late,
        Status::Suspect,
        Status::Unknown,
        Status::Unset,
        Status::DueSoon,
        Status::Pending,
        Status::Waived,
        Status::NotApplicable,
        Status::Met,
    ];

    /// The word in JSON, on the command line and, after `status-`, in the catalogues.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Status::Violated => "violated",
            Status::Missed => "missed",
            Status::Late => "late",
            Status::Suspect => "suspect",
            Status::Unknown => "unknown",
            Status::Unset => "unset",
            Status::DueSoon => "due_soon",
            Status::Pending => "pending",
            Status::Waived => "waived",
            Status::NotApplicable => "not_applicable",
            Status::Met => "met",
        }
    }

    /// The status of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Status> {
        Status::ALL.into_iter().find(|s| s.word() == word)
    }
}

/// Whether a finding counts as a failure: `missed`, `violated`, and `late` unless it is minor.
#[must_use]
pub fn fails(status: Status, severity: Severity) -> bool {
    match status {
        Status::Missed | Status::Violated => true,
        Status::Late => severity != Severity::Minor,
        _ => false,
    }
}

/// Whether a finding needs no line of its own where many townships are looked at: all is well, or not due yet.
#[must_use]
pub fn plain(status: Status) -> bool {
    match status {
        Status::Met | Status::Pending | Status::DueSoon | Status::NotApplicable => true,
        Status::Violated
        | Status::Missed
        | Status::Late
        | Status::Suspect
        | Status::Unknown
        | Status::Unset
        | Status::Waived => false,
    }
}

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

/// What the evidence was.
#[derive(Debug, Clone, Default)]
pub struct EvidenceSummary {
    /// Records seen.
    pub records: u32,
    /// Records seen of each kind: word of the kind, number.
    pub kinds: Vec<(&'static str, u32)>,
    /// Records dated after the as-of day.
    pub unseen: u32,
    /// Records of which a correction replaced something.
    pub superseded: u32,
    /// Records withdrawn by a correction.
    pub withdrawn: u32,
    /// Records entered late.
    pub backfilled: u32,
    /// Records that no duty asks for: id, and why.
    pub irrelevant: Vec<(String, Irrelevance)>,
    /// Records that a duty could use and that decide nothing: id, and why.
    pub unused: Vec<(String, Unused)>,
    /// Where records are simulated: the mark at the front of their ids, such as `sim-7` for seed 7.
    pub simulated: Option<String>,
}

/// Why a record is not used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Irrelevance {
    /// The plan has no such duty for this kind of record.
    Duty,
    /// The duty is not for this subject.
    Subject,
    /// The duty is not for this actor.
    Actor,
    /// It lies outside the duty's span.
    Day,
}

impl Irrelevance {
    /// The word in JSON.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Irrelevance::Duty => "duty",
            Irrelevance::Subject => "subject",
            Irrelevance::Actor => "actor",
            Irrelevance::Day => "day",
        }
    }
}

/// Why a record that a duty could use decides nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unused {
    /// There was enough without it: another record decides.
    Surplus,
    /// A later record tells the state of its subject.
    Replaced,
    /// It lacks what it must hold.
    Defective,
    /// It refers to nothing that asks for it.
    Reference,
    /// It is not of the sort that the duty is about.
    NotMeant,
    /// A shift that was cancelled.
    Cancelled,
    /// The duty is off or open, its period is not judged, or the subject is not due.
    NotJudged,
    /// A paper that no duty asks for, on record for its number.
    Issued,
}

impl Unused {
    /// Every reason.
    pub const ALL: [Unused; 8] = [
        Unused::Surplus,
        Unused::Replaced,
        Unused::Defective,
        Unused::Reference,
        Unused::NotMeant,
        Unused::Cancelled,
        Unused::NotJudged,
        Unused::Issued,
    ];

    /// The word in JSON.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Unused::Surplus => "surplus",
            Unused::Replaced => "replaced",
            Unused::Defective => "defective",
            Unused::Reference => "reference",
            Unused::NotMeant => "not_meant",
            Unused::Cancelled => "cancelled",
            Unused::NotJudged => "not_judged",
            Unused::Issued => "issued",
        }
    }
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

/// A plugin as a rule of the plan uses it.
#[derive(Debug, Clone)]
pub struct PluginInForce {
    /// The rule: its id.
    pub rule: String,
    /// Id of the plugin.
    pub plugin: String,
    /// Its version.
    pub version: String,
    /// Its title.
    pub title: Words,
    /// What it looks for, and what a finding of it does not prove.
    pub summary: Words,
    /// SHA-256 of its file, in hex.
    pub digest: String,
    /// Whether it only shows signs: it never says that something was not kept, so where it finds
    /// nothing, nothing was carried out either.
    pub signs_only: bool,
    /// Its parameters with their values; none while one is open.
    pub settings: Vec<PluginSetting>,
}

/// A parameter of a plugin with its value.
#[derive(Debug, Clone)]
pub struct PluginSetting {
    /// The parameter, as plans write it.
    pub id: String,
    /// Title.
    pub title: Words,
    /// Unit; may be empty.
    pub unit: Words,
    /// The value.
    pub value: SettingValue,
}

/// The value of a parameter of a plugin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SettingValue {
    /// A whole number.
    Whole(i64),
    /// A number with at most two places.
    Decimal(Decimal),
    /// Yes or no.
    Flag(bool),
    /// One of the words that the plugin offers.
    Choice(String),
}

/// How a proposal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Decision {
    /// Nobody has decided.
    Proposed,
    /// Decided by the body that may.
    Confirmed,
    /// Decided against.
    Rejected,
    /// Confirmed and lifted again.
    Lifted,
    /// Confirmed, and its time is over.
    Ended,
    /// An appeal is open.
    Suspended,
}

impl Decision {
    /// The word in JSON and, after `decision-`, in the catalogues.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Decision::Proposed => "proposed",
            Decision::Confirmed => "confirmed",
            Decision::Rejected => "rejected",
            Decision::Lifted => "lifted",
            Decision::Ended => "ended",
            Decision::Suspended => "suspended",
        }
    }
}

/// Something proposed for a person to decide: a deduction, a grade, a lost eligibility, a step.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// Id of the finding that it follows from, or of the first of several.
    pub finding: String,
    /// The duty, penalty, veto or ladder that proposes it.
    pub by: Label,
    /// The unit, person or subject that it falls on.
    pub falls_on: Option<Label>,
    /// What is proposed.
    pub measure: Measure,
    /// Who decides.
    pub decided_by: Option<String>,
    /// How it stands.
    pub decision: Decision,
}

/// What is proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Measure {
    /// Deduct money.
    Deduct(Money),
    /// Set the grade of the year's appraisal.
    Grade(String),
    /// Lose eligibility for these.
    Ineligible(Vec<String>),
    /// What becomes of a unit's head.
    Head(String),
    /// Leave this score.
    Score(Decimal),
    /// Take a step of a ladder: its name.
    Step(String),
}

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

/// A waiver.
#[derive(Debug, Clone)]
pub struct WaiverSummary {
    /// The record.
    pub record: String,
    /// The duty waived.
    pub duty: String,
    /// The subject; none for all.
    pub subject: Option<String>,
    /// From when to when; open if it has no end.
    pub from: Date,
    /// Last day.
    pub until: Option<Date>,
    /// Who granted it.
    pub granted_by: String,
    /// Why, in the words of whoever granted it.
    pub reason: Option<String>,
    /// Why it covers nothing; none where it is effective.
    pub flaws: Vec<WaiverFlaw>,
    /// Whether it is over on the as-of day.
    pub expired: bool,
    /// Findings that it covers.
    pub covers: u32,
}

/// Why a waiver covers nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WaiverFlaw {
    /// The plan has no such duty in force.
    NoSuchDuty,
    /// The duty may not be waived.
    NotWaivable,
    /// Not granted by one of these bodies.
    NotByBody(Vec<String>),
    /// It must say why, and does not.
    NoReason,
    /// It has no last day.
    NoEnd,
    /// Its last day is before its first.
    EndsBefore,
    /// It may last until this day at most.
    TooLong(Date),
}

impl WaiverFlaw {
    /// Its word in JSON and in the catalogues.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            WaiverFlaw::NoSuchDuty => "no_such_duty",
            WaiverFlaw::NotWaivable => "not_waivable",
            WaiverFlaw::NotByBody(_) => "not_by_body",
            WaiverFlaw::NoReason => "no_reason",
            WaiverFlaw::NoEnd => "no_end",
            WaiverFlaw::EndsBefore => "ends_before",
            WaiverFlaw::TooLong(_) => "too_long",
        }
    }
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
