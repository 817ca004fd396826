//! What an audit keeps about putting failures right: the records, the ladders, who may close.

use jiff::civil::Date;
use luoshi_plan::Plan;
use luoshi_report::Glossary;
use luoshi_rules::{Assessment, Finding, Reason};
use serde::{Deserialize, Serialize};

use crate::shared::Shared;

/// How a plan has failures put right.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RectificationRules {
    /// How long there is, such as `15wd`; none where the plan does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<String>,
    /// Names of the bodies that may close; empty where the plan names none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub closed_by: Vec<String>,
    /// Its ladders that count failures of duties, in the plan's order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ladders: Vec<Ladder>,
}

/// A ladder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ladder {
    /// Identifier.
    pub id: String,
    /// Name.
    pub name: String,
    /// The duties of which failures count, by id.
    pub failed: Vec<String>,
    /// Its steps, from the mildest up.
    pub steps: Vec<LadderStep>,
}

/// A step of a ladder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LadderStep {
    /// Identifier within the ladder: the status of the decision that takes it.
    pub id: String,
    /// Name.
    pub name: String,
    /// Who decides on it.
    pub decided_by: String,
}

/// What the ledger of a township says about putting failures right.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rectification {
    /// Workdays from the plan's first day to the day of the run.
    pub workday: i64,
    /// The subjects of the plan, by id: what is about another is no longer judged.
    #[serde(default, skip_serializing_if = "is_nothing")]
    pub subjects: Shared<Vec<String>>,
    /// The records that follow findings up, in order of day, then of place in the ledger.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub records: Vec<FollowUp>,
    /// How each ladder stands that has been reached.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ladders: Vec<LadderStanding>,
}

/// How a ladder stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LadderStanding {
    /// The ladder: its id.
    pub ladder: String,
    /// The subject: its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// Name of the step in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_force: Option<String>,
    /// Its last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// Name of the step proposed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposed: Option<String>,
}

/// A record that follows a finding up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FollowUp {
    /// The record: its id.
    pub record: String,
    /// Its place in the ledger.
    pub seq: u32,
    /// Its day.
    pub day: Date,
    /// Workdays from the plan's first day to it: the difference of two is the workdays between them.
    pub workday: i64,
    /// What it says.
    pub act: Act,
    /// Which findings it names.
    pub names: Names,
    /// Who acted, as written.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actors: Vec<String>,
    /// Those, with the roles that they hold that day, who holds them, and the units of both.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stand_for: Vec<String>,
    /// Whether one of them is a body that may close; true where the plan names none.
    pub may_close: bool,
    /// The day by which it must be put right, where the record sets one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Due>,
    /// Free text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// How many files are attached.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub attachments: u16,
    /// Whether a correction changed it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub corrected: bool,
}

/// What a record says of a finding, as [`luoshi_rules::Act`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// 通知
    Notified,
    /// 申请销号
    Applied,
    /// 同意销号
    Accepted,
    /// 退回整改
    Rejected,
    /// 申诉
    Appealed,
    /// 维持认定
    Confirmed,
    /// 撤销认定
    Lifted,
    /// A status that means nothing here.
    Unknown,
}

/// Which findings a record names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Names {
    /// One, by its id.
    Finding(String),
    /// Those that a rectification notice was issued for: the paper's occasion.
    Paper(String),
}

/// A day by which something must be put right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Due {
    /// The day.
    pub day: Date,
    /// Workdays from the plan's first day to it.
    pub workday: i64,
    /// Who set it.
    pub by: DueBy,
}

/// Who set a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DueBy {
    /// The record.
    Record,
    /// The plan.
    Plan,
    /// Nobody: the default.
    Default,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde gives references")]
fn is_zero(count: &u16) -> bool {
    *count == 0
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde gives references")]
fn is_false(flag: &bool) -> bool {
    !flag
}

fn is_nothing(subjects: &Shared<Vec<String>>) -> bool {
    subjects.is_empty()
}

impl RectificationRules {
    pub(crate) fn is_default(&self) -> bool {
        *self == RectificationRules::default()
    }
}

impl Rectification {
    pub(crate) fn is_default(&self) -> bool {
        *self == Rectification::default()
    }
}

pub(crate) fn rectification_rules(plan: &Plan) -> RectificationRules {
    let settings = &plan.settings;
    let ladders = plan.content.ladders.iter();
    let ladders = ladders.filter(|ladder| !ladder.trigger.failed.is_empty());
    RectificationRules {
        within: settings.rectify_within.map(|limit| limit.to_string()),
        closed_by: settings.closed_by.iter().map(|b| b.name.clone()).collect(),
        ladders: ladders.map(ladder).collect(),
    }
}

fn ladder(ladder: &luoshi_plan::model::Ladder) -> Ladder {
    let failed = ladder.trigger.failed.iter();
    let step = |step: &luoshi_plan::model::LadderStep| LadderStep {
        id: step.id.clone(),
        name: step.name.clone(),
        decided_by: step.decided_by.name.clone(),
    };
    Ladder {
        id: ladder.duty.id.name.to_string(),
        name: ladder.duty.name.clone(),
        failed: failed.map(|duty| duty.name.to_string()).collect(),
        steps: ladder.steps.iter().map(step).collect(),
    }
}

pub(crate) fn rectification(glossary: &Glossary, assessment: &Assessment) -> Rectification {
    let of = &assessment.rectification;
    let standing = |finding| standing(finding, assessment);
    Rectification {
        workday: of.workday,
        subjects: glossary.subjects.keys().cloned().collect(),
        records: of.records.iter().map(follow_up).collect(),
        ladders: assessment.findings.iter().filter_map(standing).collect(),
    }
}

fn standing(finding: &Finding, assessment: &Assessment) -> Option<LadderStanding> {
    let Reason::Ladder(case) = &finding.reason else {
        return None;
    };
    if case.in_force.is_none() && case.proposed.is_none() {
        return None;
    }
    let (name, until) = case
        .in_force
        .clone()
        .map_or((None, None), |(name, _, until)| (Some(name), until));
    Some(LadderStanding {
        ladder: assessment.duties.get(finding.duty)?.id.clone(),
        subject: finding.subject.as_ref().map(|subject| subject.id.clone()),
        in_force: name,
        until,
        proposed: case.proposed.clone(),
    })
}

fn follow_up(of: &luoshi_rules::FollowUp) -> FollowUp {
    use luoshi_rules::{DueBy as By, Names as Named};
    FollowUp {
        record: of.record.clone(),
        seq: of.seq,
        day: of.day,
        workday: of.workday,
        act: act(of.act),
        names: match &of.names {
            Named::Finding(id) => Names::Finding(id.clone()),
            Named::Paper(occasion) => Names::Paper(occasion.clone()),
        },
        actors: of.actors.clone(),
        stand_for: of.stand_for.clone(),
        may_close: of.may_close,
        due: of.due.map(|due| Due {
            day: due.day,
            workday: due.workday,
            by: match due.by {
                By::Record => DueBy::Record,
                By::Plan => DueBy::Plan,
                By::Default => DueBy::Default,
            },
        }),
        note: of.note.clone(),
        attachments: of.attachments,
        corrected: of.corrected,
    }
}

fn act(act: luoshi_rules::Act) -> Act {
    use luoshi_rules::Act as Of;
    match act {
        Of::Notified => Act::Notified,
        Of::Applied => Act::Applied,
        Of::Accepted => Act::Accepted,
        Of::Rejected => Act::Rejected,
        Of::Appealed => Act::Appealed,
        Of::Confirmed => Act::Confirmed,
        Of::Lifted => Act::Lifted,
        Of::Unknown => Act::Unknown,
    }
}
