//! The registry: every rule, each in a file that has the name of its code.

use luoshi_diagnostics::{Code, Note};

use crate::context::Context;

mod app_or_chat_group;
mod assessed_too_soon;
mod bonus_above_cap;
mod column_asked_twice;
mod commanding_issuer;
mod comprehensive_meetings;
mod deadline_before_issue;
mod deadline_on_rest_day;
mod deadline_too_short;
mod deadlines_on_one_day;
mod deduction_without_cap;
mod duty_without_clause;
mod duty_without_responsible;
mod empty_phrase;
mod evidence_hours;
mod forced_check_in;
mod frequent_ranking;
mod frequent_report;
mod leader_overloaded;
mod leader_required;
mod mergeable_meetings;
mod much_background;
mod new_body;
mod parameter_unused;
mod personal_column;
mod plan_too_long;
mod points_for_traces;
mod process_mark;
mod punished_twice;
mod responsibility_letter;
mod role_inspects_itself;
mod role_overloaded;
mod role_unused;
mod role_without_holder;
mod same_record_twice;
mod score_above_hundred;
mod score_decimals;
mod set_unused;
mod task_before_prerequisite;
mod task_waits_in_vain;
mod task_without_proof;
mod too_many_meetings;
mod too_many_score_items;
mod veto_not_countable;
mod veto_punishes_reporting;
mod veto_without_end;
mod village_must_plan;
mod waiver_by_anybody;

/// One rule.
pub struct Rule {
    /// What it notes; its name says what it finds.
    pub code: Code,
    /// The limits that it asks for. On a day on which none of them is in force it finds nothing;
    /// a rule without any applies on every day.
    pub limits: &'static [&'static str],
    /// Looks for it.
    pub run: fn(&Context<'_>, &mut Vec<Note>),
}

/// All rules, by their codes.
pub const ALL: &[Rule] = &[
    rule(
        Code::DutyWithoutResponsible,
        &[],
        duty_without_responsible::run,
    ),
    rule(Code::RoleWithoutHolder, &[], role_without_holder::run),
    rule(Code::RoleInspectsItself, &[], role_inspects_itself::run),
    rule(
        Code::LeaderOverloaded,
        &[SUBJECTS_PER_LEADER],
        leader_overloaded::run,
    ),
    rule(
        Code::RoleOverloaded,
        &[DUTIES_PER_ROLE],
        role_overloaded::run,
    ),
    rule(
        Code::TaskBeforePrerequisite,
        &[],
        task_before_prerequisite::run,
    ),
    rule(Code::TaskWaitsInVain, &[], task_waits_in_vain::run),
    rule(Code::DutyWithoutClause, &[], duty_without_clause::run),
    rule(Code::SameRecordTwice, &[], same_record_twice::run),
    rule(Code::VetoNotCountable, &[], veto_not_countable::run),
    rule(Code::VetoWithoutEnd, &[], veto_without_end::run),
    rule(Code::RoleUnused, &[], role_unused::run),
    rule(Code::SetUnused, &[], set_unused::run),
    rule(Code::ParameterUnused, &[], parameter_unused::run),
    rule(Code::DeadlineBeforeIssue, &[], deadline_before_issue::run),
    rule(Code::WaiverByAnybody, &[], waiver_by_anybody::run),
    rule(
        Code::TooManyMeetings,
        &["meetings_per_post"],
        too_many_meetings::run,
    ),
    rule(
        Code::ComprehensiveMeetings,
        &["comprehensive_meetings"],
        comprehensive_meetings::run,
    ),
    rule(
        Code::MergeableMeetings,
        &["meeting_overlap"],
        mergeable_meetings::run,
    ),
    rule(
        Code::LeaderRequired,
        &["leader_at_meeting"],
        leader_required::run,
    ),
    rule(
        Code::FrequentReport,
        &["frequent_reports"],
        frequent_report::run,
    ),
    rule(
        Code::ColumnAskedTwice,
        &["same_column"],
        column_asked_twice::run,
    ),
    rule(
        Code::EvidenceHours,
        &["evidence_share"],
        evidence_hours::run,
    ),
    rule(Code::ProcessMark, &["process_marks"], process_mark::run),
    rule(
        Code::VetoPunishesReporting,
        &["veto_reporting"],
        veto_punishes_reporting::run,
    ),
    rule(
        Code::ResponsibilityLetter,
        &["responsibility_letters"],
        responsibility_letter::run,
    ),
    rule(
        Code::ScoreAboveHundred,
        &["score_total"],
        score_above_hundred::run,
    ),
    rule(
        Code::TooManyScoreItems,
        &["score_items"],
        too_many_score_items::run,
    ),
    rule(
        Code::ScoreDecimals,
        &["score_decimals"],
        score_decimals::run,
    ),
    rule(
        Code::FrequentRanking,
        &["frequent_ranking"],
        frequent_ranking::run,
    ),
    rule(
        Code::PointsForTraces,
        &["trace_points"],
        points_for_traces::run,
    ),
    rule(
        Code::DeductionWithoutCap,
        &["deduction_cap"],
        deduction_without_cap::run,
    ),
    rule(
        Code::PunishedTwice,
        &["double_punishment"],
        punished_twice::run,
    ),
    rule(Code::BonusAboveCap, &[], bonus_above_cap::run),
    rule(Code::PlanTooLong, &["plan_length"], plan_too_long::run),
    rule(
        Code::VillageMustPlan,
        &["village_plans"],
        village_must_plan::run,
    ),
    rule(
        Code::MuchBackground,
        &["background_share"],
        much_background::run,
    ),
    rule(
        Code::CommandingIssuer,
        &["commanding_issuer"],
        commanding_issuer::run,
    ),
    rule(
        Code::DeadlineTooShort,
        &["short_deadline"],
        deadline_too_short::run,
    ),
    rule(Code::DeadlineOnRestDay, &[], deadline_on_rest_day::run),
    rule(
        Code::AssessedTooSoon,
        &["early_assessment"],
        assessed_too_soon::run,
    ),
    rule(
        Code::DeadlinesOnOneDay,
        &["deadlines_per_day"],
        deadlines_on_one_day::run,
    ),
    rule(Code::NewBody, &["new_bodies"], new_body::run),
    rule(
        Code::AppOrChatGroup,
        &["apps_and_groups"],
        app_or_chat_group::run,
    ),
    rule(
        Code::ForcedCheckIn,
        &["forced_check_in"],
        forced_check_in::run,
    ),
    rule(Code::EmptyPhrase, &["empty_phrases"], empty_phrase::run),
    rule(Code::TaskWithoutProof, &[], task_without_proof::run),
    rule(
        Code::PersonalColumn,
        &["personal_columns"],
        personal_column::run,
    ),
];

/// 每名领导最多联系的对象数。
const SUBJECTS_PER_LEADER: &str = "subjects_per_leader";
/// 每个职务最多负责的事项数。
const DUTIES_PER_ROLE: &str = "duties_per_role";

const fn rule(
    code: Code,
    limits: &'static [&'static str],
    run: fn(&Context<'_>, &mut Vec<Note>),
) -> Rule {
    Rule { code, limits, run }
}
