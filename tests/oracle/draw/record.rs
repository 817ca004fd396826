//! Random records for a plan, so that they meet its duties.

use jiff::ToSpan;

use super::Choices;
use crate::ledger::Record;
use crate::plan::{Plan, Term};

/// What a record can be of: kind and duty.
fn targets(plan: &Plan) -> Vec<(&'static str, String)> {
    let mut all = Vec::new();
    all.extend(plan.meetings.iter().map(|m| ("meeting", m.duty.id.clone())));
    all.extend(
        plan.activities
            .iter()
            .map(|a| (a.evidence.unwrap_or("visit"), a.duty.id.clone())),
    );
    all.extend(plan.tasks.iter().map(|t| ("task_done", t.duty.id.clone())));
    all.extend(
        plan.coverage
            .iter()
            .map(|c| ("document", c.duty.id.clone())),
    );
    all.extend(plan.rosters.iter().map(|r| ("shift", r.duty.id.clone())));
    for incident in &plan.incidents {
        all.push(("incident", incident.id.clone()));
        all.extend(incident.respond.iter().map(|r| ("response", r.id.clone())));
    }
    for each in &plan.each_needs {
        all.push((each.each.evidence, each.each.of[0].clone()));
        all.push((each.needs.evidence, each.needs.of[0].clone()));
    }
    let proved = all
        .iter()
        .filter(|(kind, _)| *kind != "incident")
        .map(|(_, duty)| duty.clone());
    let waivable: Vec<String> = proved
        .chain(plan.each_needs.iter().map(|each| each.duty.id.clone()))
        .collect();
    all.extend(waivable.into_iter().map(|duty| ("waiver", duty)));
    all.extend(plan.rewards.iter().map(|r| ("reward", r.duty.id.clone())));
    all.push(("correction", String::new()));
    all.push(("visit", "nobody_asks".to_owned()));
    all
}

/// The next record of a ledger.
pub(crate) fn record(plan: &Plan, before: &[Record], choices: &mut Choices<'_>) -> Record {
    let targets = targets(plan);
    let at = choices.below(u16::try_from(targets.len()).expect("few"));
    let (kind, duty) = targets[usize::from(at)].clone();
    let around = Term {
        from: plan.period.from - 8.days(),
        to: plan.period.to + 15.days(),
    };
    let day = choices.day_in(around);
    let subjects: Vec<&String> = plan
        .subjects
        .iter()
        .flat_map(|s| &s.members)
        .map(|s| &s.id)
        .collect();
    let subject = subjects
        .get(usize::from(
            choices.below(u16::try_from(subjects.len() + 1).expect("few")),
        ))
        .map(|id| (*id).clone());
    let status = match kind {
        "incident" => Some(duty.clone()),
        "shift" => choices
            .one(&[
                Some("attended"),
                Some("absent"),
                Some("excused"),
                Some("cancelled"),
                None,
            ])
            .map(str::to_owned),
        "correction" => Some("void".to_owned()),
        "document" => choices
            .one(&[None, Some("good"), Some("dissolved")])
            .map(str::to_owned),
        _ => choices
            .one(&[None, Some("good"), Some("poor")])
            .map(str::to_owned),
    };
    let refers = match kind {
        "correction" => Some(one_of(before, |r| r.kind != "correction", choices)),
        "response" => Some(one_of(before, |r| r.kind == "incident", choices)),
        "report" => Some(one_of(before, |r| r.kind == "document", choices)),
        "reward" => choices
            .one(&[None, Some("case1"), Some("case2")])
            .map(str::to_owned)
            .map(Some),
        _ => None,
    };
    let kind = if refers.as_ref().is_some_and(Option::is_none) && kind == "correction" {
        "visit"
    } else {
        kind
    };
    Record {
        id: format!("r{}", before.len() + 1),
        kind,
        date: day,
        time: choices
            .maybe(2, |c| c.below(24 * 60))
            .filter(|_| matches!(kind, "incident" | "response")),
        duty: (!matches!(kind, "incident" | "correction"))
            .then_some(duty)
            .filter(|duty| !duty.is_empty()),
        subject: subject.filter(|_| !matches!(kind, "correction" | "shift" | "reward")),
        until: choices
            .maybe(8, |_| None)
            .unwrap_or(Some(day + i64::from(choices.below(100)).days()))
            .filter(|_| kind == "waiver"),
        note: choices.maybe(2, |_| "灾情").filter(|_| kind == "waiver"),
        actor: actor(kind, choices),
        quantity: choices.maybe(2, |c| u32::from(c.below(6))),
        amount: (kind == "reward")
            .then(|| {
                choices.maybe(1, |c| {
                    c.one(&[
                        None,
                        Some(100),
                        Some(200),
                        Some(900),
                        Some(2000),
                        Some(2001),
                    ])
                })
            })
            .flatten()
            .flatten(),
        marks: if kind == "correction" {
            Vec::new()
        } else {
            choices.marks()
        },
        status: status.filter(|_| kind != "visit" || !matches!(refers, Some(None))),
        refers: refers.flatten(),
    }
}

fn actor(kind: &str, choices: &mut Choices<'_>) -> Vec<String> {
    match kind {
        "shift" => vec![format!("P{}", 1 + choices.below(3))],
        "waiver" => vec![choices.one(&["县综治委", "县委", "镇党委"]).to_owned()],
        _ => Vec::new(),
    }
}

/// The id of one of the records before.
fn one_of(
    before: &[Record],
    fits: impl Fn(&Record) -> bool,
    choices: &mut Choices<'_>,
) -> Option<String> {
    let ids: Vec<&String> = before.iter().filter(|r| fits(r)).map(|r| &r.id).collect();
    let at = choices.below(u16::try_from(ids.len().max(1)).expect("few"));
    ids.get(usize::from(at)).map(|id| (*id).clone())
}
