//! What an audit is: plain data, with one form in JSON.

use std::collections::BTreeMap;

use jiff::civil::Date;
use luoshi_plan::model::Severity;
use luoshi_rules::Status;
use serde::{Deserialize, Serialize};

use crate::indication::Indication;
use crate::rectification::{Rectification, RectificationRules};
use crate::shard::Parts;
use crate::shared::Shared;
use crate::word;

/// What the townships of an audit came to. However the audit was split, merged it is the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Audit {
    /// What holds for all of it.
    pub head: Head,
    /// What plans say of their duties, by [`PlanTable::key`]: townships with the same duties share one.
    pub plans: BTreeMap<String, PlanTable>,
    /// The townships, by code, then by where they lie.
    pub townships: Vec<Township>,
}

/// What holds for a whole audit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// Version of this form: 1.
    pub audit: u32,
    /// Version of the engine.
    pub engine: String,
    /// The day of the run.
    pub as_of: Date,
    /// How much is told of each finding.
    pub depth: Depth,
    /// The folder in each township with whose files attachments were compared; none if they were not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub files: Option<String>,
    /// Which shares of a whole it holds; none if it is the whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parts: Option<Parts>,
}

/// How much is told of each finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Depth {
    /// With its reason in words, its records and who answers.
    Evidence,
    /// What, about whom, how much.
    Figures,
}

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Texts {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// An id with its name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Label {
    /// Identifier.
    pub id: String,
    /// Name.
    pub name: String,
}

/// The duties of a plan, as findings refer to them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanTable {
    /// Packages that it extends.
    pub packages: Vec<PackageUsed>,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// Every duty, rule, veto, ladder, chain and scorecard, in the plan's order.
    pub duties: Vec<Duty>,
    /// The clauses that they carry out, by number.
    pub clauses: BTreeMap<String, Clause>,
    /// How failures are put right.
    #[serde(default, skip_serializing_if = "RectificationRules::is_default")]
    pub rectification: RectificationRules,
}

/// A package by which townships were judged.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackageUsed {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// The digest of the archive that its files make, `sha256:` and 64 hex digits, as locks have it; none if they make none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digest: Option<String>,
}

/// A duty, rule, veto, ladder or chain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Duty {
    /// Identifier, the same in all townships that extend the package that brings it.
    pub id: String,
    /// Name.
    pub name: String,
    /// The key of the section that it stands in, such as `meetings`.
    pub section: String,
    /// How grave a failure is.
    #[serde(with = "word::severity")]
    pub severity: Severity,
    /// Numbers of the clauses that it carries out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clauses: Vec<String>,
    /// The role that answers for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub responsible: Option<String>,
    /// Where it is written, if that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Where>,
    /// Whether it only shows signs: where it finds nothing, nothing was carried out either.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub signs_only: bool,
}

/// A place in a file, as people count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Where {
    /// The file, seen from where the audit was started, with `/` between folders.
    pub file: String,
    /// Whether it is seen from the township's folder instead: so townships with duties of their own that say the same
    /// share one table.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub inside: bool,
    /// Line, from 1.
    pub line: usize,
    /// Character in the line, from 1.
    pub column: usize,
}

/// A clause of a source document, in our own words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// Heading that it stands under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<String>,
    /// What it asks for.
    pub summary: String,
}

/// One township.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Township {
    /// Code of its jurisdiction; where its plan could not be read, the name of its folder.
    pub code: String,
    /// Where it lies, seen from where the audit was started, with `/` between folders; empty for one out
    /// of a bulk file.
    pub source: String,
    /// Name.
    pub name: String,
    /// The county, or whatever it is ranked in; empty if nobody said.
    pub county: String,
    /// What was read, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub inputs: Vec<Input>,
    /// What it came to.
    pub outcome: Outcome,
}

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Input {
    /// Its name, seen from the township's folder, with `/` between folders; a bulk file as it was named.
    pub name: String,
    /// SHA-256, in hex.
    pub sha256: String,
    /// Rows of it that are the township's, if it is a bulk file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rows: Option<u64>,
}

/// What a township came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It was judged.
    Judged(Box<Judged>),
    /// It could not be judged, and why: a finding of its own.
    Broken(Vec<Trouble>),
}

/// An error that stood in the way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trouble {
    /// The code of the diagnostic, such as `LS0101`.
    pub code: String,
    /// What is wrong.
    pub message: Texts,
    /// What to do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<Texts>,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Where>,
}

/// What judging a township came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Judged {
    /// Key of its plan in [`Audit::plans`].
    pub plan: String,
    /// Identifier of its plan.
    pub id: String,
    /// Title of its plan.
    pub title: String,
    /// Records seen.
    pub records: u32,
    /// Records of them that were entered late.
    pub backfilled: u32,
    /// Records changed or withdrawn by a correction.
    pub corrected: u32,
    /// Records that no duty asks for.
    pub irrelevant: u32,
    /// The mark at the front of the ids of simulated records, if there are any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub simulated: Option<String>,
    /// What each duty came to, in the order of the plan; a duty without findings is left out.
    pub duties: Vec<DutyCounts>,
    /// Every finding that is not plain: all but met, in progress, due soon and not applicable.
    pub findings: Vec<Finding>,
    /// Score sheets.
    pub scores: Vec<Score>,
    /// What is proposed for a person to decide.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub proposals: Vec<Proposal>,
    /// Signs that somebody should ask about its evidence, by sign and id. They count in no figure of an audit.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signs: Vec<Indication>,
    /// What its ledger says about putting failures right.
    #[serde(default, skip_serializing_if = "Rectification::is_default")]
    pub rectification: Rectification,
}

/// What one duty came to in one township.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DutyCounts {
    /// Index into [`PlanTable::duties`].
    pub duty: u32,
    /// Findings by status.
    #[serde(with = "word::counts")]
    pub counts: BTreeMap<Status, u32>,
    /// The sum of the figures of those that fail.
    pub figures: i64,
    /// Those that are over and can be told, by the month of their day; findings without a day are left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub months: Vec<Month>,
}

/// What one duty came to in one month: met or failing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Month {
    /// The month, such as `2012-07`.
    pub month: Shared<String>,
    /// Findings that are met, late, missed or violated.
    pub judged: u32,
    /// Findings of them that fail.
    pub failing: u32,
}

/// A finding that is not plain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// Its id within the township, the same in every audit: `DUTY/SUBJECT/PERIOD`.
    pub id: String,
    /// Index into [`PlanTable::duties`].
    pub duty: u32,
    /// How it stands.
    #[serde(with = "word::status")]
    pub status: Status,
    /// Whether it counts as a failure.
    pub fails: bool,
    /// Which side of the duty, such as `run`, if not the duty itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub facet: Option<String>,
    /// The subject, if it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<Shared<Label>>,
    /// The unit or official, if it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<Shared<Label>>,
    /// The record that it is about, if it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<String>,
    /// The period, such as `2012-07` or `2012-Q3`, if it recurs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Shared<String>>,
    /// The day by which it counts: deadline, last day of the period, day of the event.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Date>,
    /// What is counted: shifts missed, workdays late, length of a run.
    pub figure: i64,
    /// Why; none in an audit of figures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Shared<Texts>>,
    /// Records that it rests on, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<String>,
    /// For what only a person can decide: how the decision stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<String>,
    /// Who answers, from the one nearest to the work.
    #[serde(default, skip_serializing_if = "is_nobody")]
    pub accountable: Shared<Vec<Accountable>>,
}

/// One who answers.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accountable {
    /// The role.
    pub role: Label,
    /// The subject for which the post is held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<Label>,
    /// Staff number of the holder on that day; none when vacant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holder: Option<String>,
}

/// A score sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Score {
    /// The scorecard.
    pub scorecard: String,
    /// The subject; none for the jurisdiction.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<Label>,
    /// Score after vetoes, in hundredths.
    pub score: i64,
    /// Score before vetoes, in hundredths.
    pub sum: i64,
    /// The grade, if the scorecard has grades.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grade: Option<String>,
    /// The vetoes that set the score: ids of findings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub vetoes: Vec<String>,
}

/// Something proposed for a person to decide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proposal {
    /// Id of the finding that it follows from.
    pub finding: String,
    /// The duty, penalty, veto or ladder that proposes it.
    pub by: Shared<Label>,
    /// Whom it falls on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub falls_on: Option<Shared<Label>>,
    /// What is proposed: `deduct`, `grade`, `ineligible`, `head`, `score`, `step`.
    pub measure: Shared<String>,
    /// Who decides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<Shared<String>>,
    /// How it stands.
    pub decision: Shared<String>,
}

fn is_nobody(chain: &Shared<Vec<Accountable>>) -> bool {
    chain.is_empty()
}

impl Township {
    /// What judging it came to, unless it is broken.
    #[must_use]
    pub fn judged(&self) -> Option<&Judged> {
        match &self.outcome {
            Outcome::Judged(judged) => Some(judged),
            Outcome::Broken(_) => None,
        }
    }

    /// A place of its plan, seen from where the audit was started.
    #[must_use]
    pub fn place(&self, place: &Where) -> Where {
        match place.inside {
            false => place.clone(),
            true => Where {
                file: format!("{}/{}", self.source, place.file),
                inside: false,
                ..*place
            },
        }
    }

    /// Key of its plan.
    #[must_use]
    pub fn plan(&self) -> Option<&str> {
        self.judged().map(|judged| judged.plan.as_str())
    }
}
