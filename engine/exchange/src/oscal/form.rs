//! The part of OSCAL that is written.

use serde::Serialize;
use uuid::Uuid;

/// The version of OSCAL that documents name. They use nothing that 1.1.3 does not have as well.
pub(super) const VERSION: &str = "1.2.1";

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct ResultsFile {
    pub(super) assessment_results: AssessmentResults,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct AssessmentResults {
    pub(super) uuid: Uuid,
    pub(super) metadata: Metadata,
    pub(super) import_ap: Import,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) local_definitions: Option<Objectives>,
    pub(super) results: Vec<Outcome>,
    pub(super) back_matter: BackMatter,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct PoamFile {
    pub(super) plan_of_action_and_milestones: Poam,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Poam {
    pub(super) uuid: Uuid,
    pub(super) metadata: Metadata,
    pub(super) system_id: SystemId,
    pub(super) local_definitions: Components,
    pub(super) observations: Vec<Observation>,
    pub(super) risks: Vec<Risk>,
    pub(super) poam_items: Vec<PoamItem>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Metadata {
    pub(super) title: String,
    pub(super) last_modified: String,
    pub(super) version: String,
    pub(super) oscal_version: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) props: Vec<Prop>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) roles: Vec<Role>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) parties: Vec<Party>,
}

/// A role.
#[derive(Serialize)]
pub(super) struct Role {
    pub(super) id: String,
    pub(super) title: String,
}

/// A person: the name is the staff number.
#[derive(Serialize)]
pub(super) struct Party {
    pub(super) uuid: Uuid,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) name: String,
}

#[derive(Serialize)]
pub(super) struct Prop {
    pub(super) name: &'static str,
    pub(super) ns: &'static str,
    pub(super) value: String,
}

#[derive(Serialize)]
pub(super) struct Import {
    pub(super) href: String,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct SystemId {
    pub(super) identifier_type: &'static str,
    pub(super) id: String,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Objectives {
    pub(super) objectives_and_methods: Vec<Objective>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Objective {
    pub(super) control_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) description: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) props: Vec<Prop>,
    pub(super) parts: Vec<Part>,
}

#[derive(Serialize)]
pub(super) struct Part {
    pub(super) id: String,
    pub(super) name: &'static str,
    pub(super) title: String,
}

/// What a township came to.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Outcome {
    pub(super) uuid: Uuid,
    pub(super) title: String,
    pub(super) description: String,
    pub(super) start: String,
    pub(super) end: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) props: Vec<Prop>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) local_definitions: Option<Components>,
    pub(super) reviewed_controls: Reviewed,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) observations: Vec<Observation>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) risks: Vec<Risk>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) findings: Vec<Finding>,
}

#[derive(Serialize)]
pub(super) struct Components {
    pub(super) components: Vec<Component>,
}

#[derive(Serialize)]
pub(super) struct Component {
    pub(super) uuid: Uuid,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) title: String,
    pub(super) description: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) props: Vec<Prop>,
    pub(super) status: State,
}

#[derive(Serialize)]
pub(super) struct State {
    pub(super) state: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Reviewed {
    pub(super) control_selections: Vec<Selection>,
}

/// Which controls were looked at: all, or these.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Selection {
    IncludeAll {},
    IncludeControls(Vec<Control>),
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Control {
    pub(super) control_id: String,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Observation {
    pub(super) uuid: Uuid,
    pub(super) title: String,
    pub(super) description: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) props: Vec<Prop>,
    pub(super) methods: [&'static str; 1],
    pub(super) types: [&'static str; 1],
    pub(super) subjects: [Subject; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) relevant_evidence: Vec<Evidence>,
    pub(super) collected: String,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Subject {
    pub(super) subject_uuid: Uuid,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
}

/// A record of the ledger.
#[derive(Serialize)]
pub(super) struct Evidence {
    pub(super) description: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) props: Vec<Prop>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Risk {
    pub(super) uuid: Uuid,
    pub(super) title: String,
    pub(super) description: String,
    pub(super) statement: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) props: Vec<Prop>,
    pub(super) status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) deadline: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) remediations: Vec<Remediation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) risk_log: Option<RiskLog>,
    pub(super) related_observations: [ObservationRef; 1],
}

#[derive(Serialize)]
pub(super) struct RiskLog {
    pub(super) entries: Vec<LogEntry>,
}

/// What happened to a risk on a day.
#[derive(Serialize)]
pub(super) struct LogEntry {
    pub(super) uuid: Uuid,
    pub(super) title: String,
    pub(super) start: String,
    pub(super) props: Vec<Prop>,
}

#[derive(Serialize)]
pub(super) struct Remediation {
    pub(super) uuid: Uuid,
    pub(super) lifecycle: &'static str,
    pub(super) title: String,
    pub(super) description: String,
    pub(super) tasks: [Task; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Task {
    pub(super) uuid: Uuid,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) timing: Option<Timing>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) responsible_roles: Vec<ResponsibleRole>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Timing {
    OnDate { date: String },
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct ResponsibleRole {
    pub(super) role_id: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) props: Vec<Prop>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) party_uuids: Vec<Uuid>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Finding {
    pub(super) uuid: Uuid,
    pub(super) title: String,
    pub(super) description: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) props: Vec<Prop>,
    pub(super) target: Target,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) related_observations: Vec<ObservationRef>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) related_risks: Vec<RiskRef>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Target {
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) target_id: String,
    pub(super) status: Standing,
}

#[derive(Serialize)]
pub(super) struct Standing {
    pub(super) state: &'static str,
    pub(super) reason: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct ObservationRef {
    pub(super) observation_uuid: Uuid,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct RiskRef {
    pub(super) risk_uuid: Uuid,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct PoamItem {
    pub(super) uuid: Uuid,
    pub(super) title: String,
    pub(super) description: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) props: Vec<Prop>,
    pub(super) related_observations: [ObservationRef; 1],
    pub(super) related_risks: [RiskRef; 1],
}

#[derive(Serialize)]
pub(super) struct BackMatter {
    pub(super) resources: Vec<Resource>,
}

#[derive(Serialize)]
pub(super) struct Resource {
    pub(super) uuid: Uuid,
    pub(super) title: String,
    pub(super) description: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) props: Vec<Prop>,
}
