//! What to do next, by the reason of a finding.

use luoshi_plugin::Cause;
use luoshi_rules::{Counted, DeadlineReason, Finding, Reason, RewardFault, Status};

use crate::reader::Reader;

impl Reader<'_> {
    /// What can be done about a finding.
    pub(crate) fn advice(&self, finding: &Finding) -> String {
        let parameter = match &finding.reason {
            Reason::Unset(Some(id)) => id.as_str(),
            _ => "",
        };
        let kind = match &finding.reason {
            Reason::NoRecords(kind) => self.kind(kind),
            _ => String::new(),
        };
        let args = [("parameter", parameter.into()), ("kind", kind.into())];
        self.say(key(finding), args)
    }
}

/// The catalogue key of the advice.
fn key(finding: &Finding) -> &'static str {
    if matches!(finding.status, Status::Met | Status::NotApplicable) {
        return "advice-nothing";
    }
    if finding.status == Status::Suspect {
        return "advice-suspect";
    }
    if finding.status == Status::Late {
        return "advice-late";
    }
    match &finding.reason {
        Reason::Unset(Some(_)) => "advice-set-parameter",
        Reason::Unset(None) => "advice-complete-plan",
        Reason::NoRecords(_) => "advice-enter-records",
        Reason::NoSubjects | Reason::NothingHappened | Reason::RewardsRight(_) | Reason::Held => {
            "advice-nothing"
        }
        Reason::Counted(counted) => recurring(finding.status, counted),
        Reason::Defective(_) => "advice-complete-record",
        Reason::Deadline(deadline) => once(deadline),
        Reason::WaitsFor(_) => "advice-first-task",
        Reason::TooEarly { .. } => "advice-order",
        Reason::State(_) => "advice-state",
        Reason::Share(_) => "advice-share",
        Reason::Attendance(a) if a.absent == 0 => "advice-mark-shifts",
        Reason::Attendance(_) | Reason::Run(_) => "advice-attendance",
        Reason::Refused(_) => "advice-refusal",
        Reason::Responded(r) if r.response.is_none() => "advice-respond",
        Reason::Responded(_) if finding.status == Status::Unknown => "advice-response-time",
        Reason::Responded(_) => "advice-respond",
        Reason::Answered(deadline) => answer(deadline),
        Reason::Unreported { .. } => "advice-unreported",
        Reason::Reward(RewardFault::NoAmount) => "advice-complete-record",
        Reason::Reward(_) => "advice-reward",
        Reason::Target { value: None, .. } => "advice-enter-figures",
        Reason::Target { .. } => "advice-target",
        Reason::Vacant(_) => "advice-vacant",
        Reason::Load { .. } => "advice-load",
        Reason::Rule(_) => "advice-rule",
        Reason::RuleFailed(_) => "advice-rule-failed",
        Reason::Plugin(_) if finding.status == Status::Unknown => "advice-plugin-unknown",
        Reason::Plugin(_) => "advice-plugin",
        Reason::PluginFailed(failure) => failed(&failure.cause),
        Reason::Veto(_) if finding.status == Status::Unknown => "advice-veto-unknown",
        Reason::Veto(_) => "advice-veto",
        Reason::Ladder(_) => "advice-ladder",
        Reason::Waived { .. } => "advice-waived",
    }
}

/// What a plugin lacks the township can often supply; what is wrong with it only its publisher.
fn failed(cause: &Cause) -> &'static str {
    match cause {
        Cause::Refused(_) | Cause::Silent => "advice-plugin-unknown",
        Cause::Absent => "advice-plugin-absent",
        _ => "advice-plugin-failed",
    }
}

fn recurring(status: Status, counted: &Counted) -> &'static str {
    match status {
        Status::Violated => "advice-too-many",
        Status::Late => "advice-late",
        _ if counted.defective > 0 => "advice-complete-record",
        Status::Pending | Status::DueSoon => "advice-still-time",
        Status::Unknown => "advice-enter-missing",
        _ => "advice-period-over",
    }
}

fn once(deadline: &DeadlineReason) -> &'static str {
    match deadline.done {
        Some(_) => "advice-late",
        None if deadline.workdays > 0 => "advice-do-it",
        None => "advice-still-time",
    }
}

fn answer(deadline: &DeadlineReason) -> &'static str {
    match deadline.done {
        Some(_) => "advice-late",
        None => "advice-answer",
    }
}
