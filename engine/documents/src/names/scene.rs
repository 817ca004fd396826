//! What one occasion adds to the names of a run.

use std::collections::BTreeSet;

use luoshi_evidence::Kind;
use luoshi_plan::model::{Ladder, LadderStep, LapseMeasure, Meeting, Reward, Veto};
use serde_json::{Value, json};

use super::entries::entry;
use super::{Names, Object, clauses_once, detail, people, roster};
use crate::files::Files;
use crate::occasion::{Occasion, Party, Scene, step_of};
use crate::wording;

pub(super) fn add(names: &Names<'_>, occasion: &Occasion, out: &mut Object) {
    let files = names.files();
    let mut put = |name: &str, value: Value| {
        out.insert(name.to_owned(), value);
    };
    put("subject", subject(files, occasion));
    match &occasion.scene {
        Scene::Plan | Scene::Period => {}
        Scene::Duty(at) => put("finding", names.finding(*at)),
        Scene::Meeting(at) => {
            put("finding", names.finding(*at));
            put("meeting", meeting(files, occasion.duty.as_deref()));
        }
        Scene::Record(kind, row) => record(files, *kind, *row, out),
        Scene::Roster(at) => out.extend(roster::of_month(files, *at, occasion.period.span)),
        Scene::Link {
            chain,
            link,
            subject,
        } => out.extend(self::link(files, *chain, *link, *subject)),
        Scene::Failures(party, findings) => {
            put("party", self::party(files, party));
            let failure = |at: &usize| {
                let mut failure = names.finding(*at);
                failure["grounds"] = grounds(files, *at);
                failure
            };
            put("failures", findings.iter().map(failure).collect());
        }
        Scene::Proposed(at) => {
            let finding = names.finding(*at);
            let of = finding["id"].as_str().unwrap_or_default();
            put("proposals", names.proposals_of(of).into());
            put("step", step(files, *at, occasion.duty.as_deref()));
            put("veto", veto(files, *at, occasion.duty.as_deref()));
            put("grounds", grounds(files, *at));
            put("finding", finding);
        }
    }
}

fn subject(files: &Files<'_>, occasion: &Occasion) -> Value {
    let subject = occasion.subject.as_ref();
    subject.map_or(
        Value::Null,
        |id| json!({ "id": id, "name": files.subject(id) }),
    )
}

fn record(files: &Files<'_>, kind: Kind, row: usize, out: &mut Object) {
    let columns = files.evidence.of(kind);
    let record = entry(files, kind, columns, row);
    let refers = files.evidence.ids.text(columns.refers[row]);
    let duty = record["duty"].as_str().unwrap_or_default().to_owned();
    match kind {
        Kind::Meeting => {
            out.insert("meeting".to_owned(), meeting(files, Some(&duty)));
        }
        Kind::Reward => {
            out.insert("reward".to_owned(), reward(files, &duty));
        }
        _ => {
            out.insert("cause".to_owned(), cause(files, refers));
        }
    }
    out.insert("record".to_owned(), record);
}

/// The records that a finding rests on.
fn grounds(files: &Files<'_>, finding: usize) -> Value {
    let finding = files.assessment().findings.get(finding);
    let ids = finding.map_or(&[][..], |finding| &finding.evidence);
    let mut seen = BTreeSet::new();
    let once = ids.iter().filter(|id| seen.insert(*id));
    once.map(|id| cause(files, id)).collect()
}

/// The record that another refers to.
fn cause(files: &Files<'_>, id: &str) -> Value {
    let Some(code) = files.evidence.ids.code(id).filter(|_| !id.is_empty()) else {
        return Value::Null;
    };
    let of = |kind: Kind| {
        let columns = files.evidence.of(kind);
        let row = columns.id.iter().position(|of| *of == code)?;
        Some(entry(files, kind, columns, row))
    };
    Kind::ALL.into_iter().find_map(of).unwrap_or_default()
}

fn meeting(files: &Files<'_>, id: Option<&str>) -> Value {
    let mut meetings = files.plan.content.meetings.iter();
    let found = meetings.find(|meeting| Some(meeting.duty.id.name.as_str()) == id);
    found.map_or(Value::Null, |meeting| of_meeting(files, meeting))
}

fn of_meeting(files: &Files<'_>, meeting: &Meeting) -> Value {
    let attendees = meeting.attendees.iter().map(|who| files.actor(&who.name));
    let produces = meeting.produces.iter();
    json!({
        "id": meeting.duty.id.name,
        "name": meeting.duty.name,
        "convenor": meeting.convenor.as_ref().map(|role| files.actor(&role.name)),
        "attendees": attendees.collect::<Vec<_>>(),
        "expected": detail::expected(meeting),
        "quorum": meeting.quorum.get().map(ToString::to_string),
        "produces": produces.map(|mark| files.glossary().called(mark)).collect::<Vec<_>>(),
        "when": wording::cadence(&meeting.cadence),
    })
}

fn reward(files: &Files<'_>, id: &str) -> Value {
    let mut rewards = files.plan.content.rewards.iter();
    let found = rewards.find(|reward| reward.duty.id.name == id);
    found.map_or(Value::Null, |reward| of_reward(files, reward))
}

fn of_reward(files: &Files<'_>, reward: &Reward) -> Value {
    let called = |marks: &[String]| -> Vec<String> {
        marks
            .iter()
            .map(|mark| files.glossary().called(mark))
            .collect()
    };
    json!({
        "id": reward.duty.id.name,
        "name": reward.duty.name,
        "min": reward.amount.as_ref().map(|range| range.min.to_string()),
        "max": reward.amount.as_ref().map(|range| range.max.to_string()),
        "case_cap": reward.case_cap.map(|cap| cap.to_string()),
        "grounds_all": called(&reward.grounds_all),
        "grounds_any": called(&reward.grounds_any),
    })
}

fn link(files: &Files<'_>, chain: usize, link: usize, subject: Option<usize>) -> Object {
    let chain = &files.plan.content.chains[chain];
    let pair = &chain.links[link];
    let assessment = files.assessment();
    let theirs = |duty: &&luoshi_rules::DutySummary| {
        let sanction = matches!(duty.section, "vetoes" | "ladders" | "scorecards" | "chains");
        duty.responsible.as_deref() == Some(pair.to.name.as_str()) && !sanction
    };
    let tasks = assessment.duties.iter().filter(theirs).map(|duty| {
        json!({
            "name": duty.name,
            "when": wording::when(files, &files.plan.content, &duty.id),
            "for_each": detail::for_each(files, &duty.id),
            "clauses": clauses_once(&duty.clauses),
        })
    });
    let mut out = Object::new();
    out.insert(
        "chain".to_owned(),
        json!({ "id": chain.id.name, "name": chain.name }),
    );
    out.insert(
        "upper".to_owned(),
        people::post(files, &pair.from.name, subject),
    );
    out.insert(
        "lower".to_owned(),
        people::post(files, &pair.to.name, subject),
    );
    out.insert("tasks".to_owned(), tasks.collect());
    out
}

fn party(files: &Files<'_>, party: &Party) -> Value {
    let subject = party.subject.as_ref();
    let at = subject
        .and_then(|id| files.plan.subject_index.get(id.as_str()))
        .copied();
    let mut post = people::post(files, &party.role, at);
    let mut roles = files.plan.content.roles.iter();
    let role = roles.find(|role| role.id.name == party.role);
    let unit = role.and_then(|role| role.unit.as_ref());
    let unit = unit.map(|unit| files.actor(&unit.name));
    // A village's post is addressed by the village, an office's by the office.
    let named = subject.map(|id| files.subject(id)).or(unit);
    let addressee = named.unwrap_or_else(|| files.actor(&party.role));
    if let Value::Object(post) = &mut post {
        post.insert("addressee".to_owned(), addressee.into());
    }
    post
}

fn step(files: &Files<'_>, finding: usize, ladder: Option<&str>) -> Value {
    let mut ladders = files.plan.content.ladders.iter();
    let ladder = ladders.find(|known| Some(known.duty.id.name.as_str()) == ladder);
    let id = step_of(files, finding);
    let find = |ladder: &&Ladder| {
        let at = ladder
            .steps
            .iter()
            .position(|step| Some(step.id.as_str()) == id)?;
        Some(of_step(files, ladder, at))
    };
    ladder.as_ref().and_then(find).unwrap_or_default()
}

fn of_step(files: &Files<'_>, ladder: &Ladder, at: usize) -> Value {
    let step: &LadderStep = &ladder.steps[at];
    let next = ladder.steps.get(at + 1);
    let report = step.report.as_ref();
    json!({
        "id": step.id,
        "name": step.name,
        "clauses": step.clauses.iter().map(|clause| &clause.name).collect::<Vec<_>>(),
        "window": wording::open_limit(&step.window),
        "decided_by": step.decided_by.name,
        "decided_level": wording::level(step.decided_by.level),
        "during": step.during.iter().map(|word| files.glossary().called(word)).collect::<Vec<_>>(),
        "report_first": report.and_then(|report| report.first).map(wording::limit),
        "report_every": report.and_then(|report| report.then_every).map(wording::limit),
        "next": next.map(|next| &next.name),
        "needed": ladder.trigger.at_least,
        "within": ladder.trigger.within.map(wording::limit),
    })
}

fn veto(files: &Files<'_>, finding: usize, id: Option<&str>) -> Value {
    let mut vetoes = files.plan.content.vetoes.iter();
    let Some(veto) = vetoes.find(|veto| Some(veto.duty.id.name.as_str()) == id) else {
        return Value::Null;
    };
    let mut told = of_veto(files, veto);
    told["found"] = found(files, finding);
    if let Some(lapse) = &veto.when.lapse {
        let measures = LapseMeasure::WORDS.iter();
        let measure = measures
            .into_iter()
            .find(|(known, ..)| *known == lapse.measure);
        told["lapse_duty"] = files.duty(&lapse.duty.name).into();
        told["lapse_days"] = lapse.days.into();
        told["lapse_measure"] = measure.map(|(_, _, zh)| *zh).into();
        told["lapse_below"] = lapse.below.to_string().into();
    }
    told
}

/// The decision that a person has found one to have led to the other, if there is one.
fn found(files: &Files<'_>, finding: usize) -> Value {
    let columns = files.evidence.of(Kind::Decision);
    let finding = files.assessment().findings.get(finding);
    let grounds = finding.map_or(&[][..], |finding| &finding.evidence);
    let caused = |row: &usize| {
        let of = files.evidence.ids.text(columns.refers[*row]);
        files.evidence.names.text(columns.status[*row]) == "caused"
            && grounds.iter().any(|ground| ground == of)
    };
    let row = (0..columns.len()).rfind(caused);
    row.map_or(Value::Null, |row| {
        entry(files, Kind::Decision, columns, row)
    })
}

/// The name of a kind of incident.
fn incident(files: &Files<'_>, id: &str) -> String {
    let mut kinds = files.plan.content.incidents.iter();
    let kind = kinds.find(|kind| kind.id.name == id);
    kind.map_or(id, |kind| kind.name.as_str()).to_owned()
}

fn of_veto(files: &Files<'_>, veto: &Veto) -> Value {
    let lost = veto.effect.ineligible.iter();
    json!({
        "id": veto.duty.id.name,
        "name": veto.duty.name,
        "basis": veto.basis,
        "decided_by": veto.decided_by.name,
        "decided_level": wording::level(veto.decided_by.level),
        "score": veto.effect.score.map(|score| score.to_string()),
        "ineligible": lost.map(|word| files.glossary().called(word)).collect::<Vec<_>>(),
        "grade": veto.effect.grade,
        "lasts": veto.lasts.map(wording::limit),
        "incidents": veto.when.incidents.iter().map(|kind| incident(files, &kind.name)).collect::<Vec<_>>(),
        "finding_required": veto.when.finding_required,
        "failed_at_least": veto.when.failed_at_least,
        "lapse_duty": null,
        "lapse_days": null,
        "lapse_measure": null,
        "lapse_below": null,
    })
}
