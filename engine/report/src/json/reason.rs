//! Reasons: the kind, the figures under their names, and the sentence.

use jiff::civil::Date;
use luoshi_plugin_interface::{Argument, fill};
use luoshi_rules::{
    Attendance, Counted, DeadlineReason, Finding, Lack, LadderCase, PluginFailure, PluginSaid,
    Reason, Responded, RewardFault, Run, Share, State, StateLack, VetoCase,
};
use serde::Serialize;
use serde_json::{Value, json};

use crate::plugin::argument;
use crate::reader::Reader;

#[derive(Serialize)]
pub(super) struct ReasonRecord {
    kind: &'static str,
    data: Value,
    text: String,
}

pub(super) fn reason(reader: &Reader<'_>, finding: &Finding) -> ReasonRecord {
    let (kind, data) = parts(&finding.reason);
    ReasonRecord {
        kind,
        data,
        text: reader.reason(finding),
    }
}

/// The kind of a reason and its figures.
fn parts(reason: &Reason) -> (&'static str, Value) {
    match reason {
        Reason::Unset(parameter) => ("unset", json!({ "parameter": parameter })),
        Reason::NoRecords(kind) => ("no_records", json!({ "record_kind": kind })),
        Reason::NoSubjects => ("no_subjects", json!({})),
        Reason::NothingHappened => ("nothing_happened", json!({})),
        Reason::Counted(of) => ("counted", counted(of)),
        Reason::Defective(what) => ("defective", json!({ "lack": lack(*what) })),
        Reason::Deadline(of) => ("deadline", deadline(of)),
        Reason::WaitsFor(task) => ("waits_for", json!({ "task": task })),
        Reason::TooEarly {
            first,
            first_done,
            done,
        } => (
            "too_early",
            json!({ "first": first, "first_done": day(*first_done), "done": done.to_string() }),
        ),
        Reason::State(of) => ("state", state(of)),
        Reason::Share(of) => ("share", share(of)),
        Reason::Attendance(of) => ("attendance", attendance(of)),
        Reason::Run(of) => ("run", run(of)),
        Reason::Refused(on) => ("refused", json!({ "days": days(on) })),
        Reason::Responded(to) => ("responded", responded(to)),
        Reason::Answered(of) => ("answered", deadline(of)),
        Reason::Unreported {
            due,
            until,
            workdays,
        } => (
            "unreported",
            json!({ "due": due.to_string(), "until": until.to_string(), "workdays": workdays }),
        ),
        Reason::Reward(fault) => ("reward", reward(fault)),
        Reason::RewardsRight(number) => ("rewards_right", json!({ "number": number })),
        Reason::Target { value, target } => (
            "target",
            json!({ "value": value.map(|v| v.to_string()), "target": target.to_string() }),
        ),
        Reason::Vacant(gaps) => (
            "vacant",
            json!({ "gaps": gaps.iter().map(span).collect::<Vec<_>>() }),
        ),
        Reason::Held => ("held", json!({})),
        Reason::Load { held, allowed } => ("load", json!({ "held": held, "allowed": allowed })),
        Reason::Rule(message) => ("rule", json!({ "message": message })),
        Reason::RuleFailed(error) => ("rule_failed", json!({ "error": error })),
        Reason::Plugin(said) => ("plugin", plugin(said)),
        Reason::PluginFailed(failure) => ("plugin_failed", plugin_failed(failure)),
        Reason::Veto(case) => ("veto", veto(case)),
        Reason::Ladder(case) => ("ladder", ladder(case)),
        Reason::Waived {
            waiver,
            instead_of,
            because,
        } => ("waived", waived(waiver, instead_of.word(), because)),
    }
}

fn day(day: Option<Date>) -> Option<String> {
    day.map(|d| d.to_string())
}

fn days(days: &[Date]) -> Vec<String> {
    days.iter().map(Date::to_string).collect()
}

fn span((from, to): &(Date, Date)) -> Value {
    json!({ "from": from.to_string(), "to": to.to_string() })
}

fn counted(of: &Counted) -> Value {
    json!({
        "served": of.served,
        "late": of.late,
        "need": of.need,
        "exactly": of.exactly,
        "defective": of.defective,
        "lack": of.lack.map(lack),
        "unit": if of.days { "days" } else { "records" },
    })
}

fn lack(lack: Lack) -> Value {
    match lack {
        Lack::Marks(_) => json!({ "kind": "mark" }),
        Lack::Attachments => json!({ "kind": "attachments" }),
        Lack::Quantity => json!({ "kind": "quantity" }),
        Lack::Quorum { present, needed } => {
            json!({ "kind": "quorum", "present": present, "needed": needed })
        }
        Lack::NoAttendance => json!({ "kind": "no_attendance" }),
        Lack::Actor => json!({ "kind": "actor" }),
        Lack::Status => json!({ "kind": "status" }),
        Lack::Crew => json!({ "kind": "crew" }),
        Lack::Lead => json!({ "kind": "lead" }),
    }
}

fn deadline(of: &DeadlineReason) -> Value {
    json!({ "due": of.due.to_string(), "done": day(of.done), "workdays": of.workdays })
}

fn state(of: &State) -> Value {
    json!({
        "latest": day(of.latest),
        "since": day(of.since),
        "due": day(of.due),
        "lack": of.lack.map(state_lack),
    })
}

fn state_lack(lack_of: StateLack) -> Value {
    match lack_of {
        StateLack::None => json!({ "kind": "no_record" }),
        StateLack::Ended => json!({ "kind": "ended" }),
        StateLack::Old => json!({ "kind": "old" }),
        StateLack::Headcount {
            stated,
            needed,
            exactly,
        } => json!({
            "kind": "headcount",
            "stated": stated.map(|s| s.to_string()),
            "needed": needed,
            "exactly": exactly,
        }),
        StateLack::Lack(other) => lack(other),
    }
}

fn share(of: &Share) -> Value {
    json!({ "covered": of.covered, "total": of.total, "target": of.target.to_string() })
}

fn attendance(of: &Attendance) -> Value {
    json!({
        "shifts": of.shifts,
        "attended": of.attended,
        "absent": of.absent,
        "excused": of.excused,
        "waived": of.waived,
        "unmarked": of.unmarked,
        "deduct": of.deduct.map(|m| m.to_string()),
    })
}

fn run(of: &Run) -> Value {
    json!({
        "absent": days(&of.absent),
        "excused": days(&of.excused),
        "waived": days(&of.waived),
        "unmarked": days(&of.unmarked),
        "threshold": of.threshold,
        "grade": of.grade,
    })
}

fn responded(to: &Responded) -> Value {
    json!({
        "incident": to.incident.to_string(),
        "response": day(to.response),
        "minutes": to.minutes,
        "reached": to.reached,
        "needed": to.needed,
    })
}

fn reward(fault: &RewardFault) -> Value {
    match fault {
        RewardFault::Amount { amount, min, max } => json!({
            "fault": "amount",
            "amount": amount.to_string(),
            "min": min.to_string(),
            "max": max.to_string(),
        }),
        RewardFault::NoAmount => json!({ "fault": "no_amount" }),
        RewardFault::Grounds { needed, all } => {
            json!({ "fault": "grounds", "needed": needed, "all": all })
        }
        RewardFault::CaseCap { sum, cap } => json!({
            "fault": "case_cap",
            "sum": sum.to_string(),
            "cap": cap.to_string(),
        }),
    }
}

/// What a plugin says, in both languages, whoever reads.
fn plugin(said: &PluginSaid) -> Value {
    let text = |template: &str| fill(template, &said.arguments, argument);
    let arguments: Vec<Value> = said
        .arguments
        .iter()
        .map(|(name, value)| json!({ "name": name, "type": type_of(value), "value": argument(value) }))
        .collect();
    json!({
        "plugin": said.plugin,
        "version": said.version,
        "text": { "zh-CN": text(&said.text.zh), "en": text(&said.text.en) },
        "arguments": arguments,
        "days": said.period.as_ref().map(span),
    })
}

fn type_of(argument: &Argument) -> &'static str {
    match argument {
        Argument::Whole(_) => "whole",
        Argument::Decimal(_) => "decimal",
        Argument::Day(_) => "day",
        Argument::Text(_) => "text",
    }
}

fn plugin_failed(failure: &PluginFailure) -> Value {
    let arguments = failure.cause.arguments().into_iter();
    let arguments: serde_json::Map<String, Value> = arguments
        .map(|(name, value)| (name.to_owned(), value.into()))
        .collect();
    json!({ "plugin": failure.plugin, "cause": failure.cause.word(), "arguments": arguments })
}

fn veto(case: &VetoCase) -> Value {
    let incidents: Vec<Value> = case
        .incidents
        .iter()
        .map(|i| {
            json!({
                "record": i.record,
                "day": i.day.to_string(),
                "measure": i.measure.map(|m| m.to_string()),
                "records": i.records,
            })
        })
        .collect();
    json!({
        "incidents": incidents,
        "happened": case.happened,
        "failed": case.failed,
        "lapse": case.lapse.map(|(days, below)| json!({ "days": days, "below": below.to_string() })),
        "decision": case.decision.as_ref().map(|(d, record)| json!({ "state": d.word(), "record": record })),
        "not_competent": case.not_competent,
    })
}

fn ladder(case: &LadderCase) -> Value {
    json!({
        "events": case.events,
        "needed": case.needed,
        "in_force": case.in_force.as_ref().map(|(step, from, until)| json!({
            "step": step,
            "from": from.to_string(),
            "until": day(*until),
        })),
        "proposed": case.proposed,
        "applied": day(case.applied),
        "released": day(case.released),
    })
}

fn waived(waiver: &str, instead_of: &str, because: &Reason) -> Value {
    let (kind, data) = parts(because);
    json!({ "waiver": waiver, "instead_of": instead_of, "because": { "kind": kind, "data": data } })
}
