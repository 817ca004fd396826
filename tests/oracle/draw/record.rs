//! Random records for a plan, so that they meet its duties.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;

use super::Choices;
use super::people::ACTORS;
use crate::days::calendar;
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
    let tasks = plan.tasks.iter();
    all.extend(tasks.map(|t| (t.evidence.unwrap_or("task_done"), t.duty.id.clone())));
    all.extend(
        plan.documents
            .iter()
            .map(|d| (d.evidence, d.duty.id.clone())),
    );
    let coverage = plan.coverage.iter();
    all.extend(coverage.map(|c| ("document", c.duty.id.clone())));
    for roster in &plan.rosters {
        // A person has several shifts where another duty has one record.
        all.extend((0..3).map(|_| ("shift", roster.duty.id.clone())));
    }
    for incident in &plan.incidents {
        all.push(("incident", incident.id.clone()));
        all.extend(incident.respond.iter().map(|r| ("response", r.id.clone())));
    }
    for each in &plan.each_needs {
        all.push((each.each.evidence, each.each.of[0].clone()));
        all.push((each.needs.evidence, each.needs.of[0].clone()));
    }
    let metrics = plan
        .indicators
        .iter()
        .filter(|i| i.from != "incident_count");
    all.extend(metrics.map(|i| ("metric", i.id.clone())));
    all.extend(plan.rewards.iter().map(|r| ("reward", r.duty.id.clone())));
    let waivable = plan.duty_ids().into_iter().map(str::to_owned);
    all.extend(waivable.map(|duty| ("waiver", duty)));
    all.extend(decided(plan).into_iter().map(|duty| ("decision", duty)));
    all.extend(decided(plan).into_iter().map(|duty| ("appeal", duty)));
    if !plan.ladders.is_empty() {
        all.push(("decision", "ladder".to_owned()));
        all.push(("report", "ladder".to_owned()));
        all.push(("rectification", "ladder".to_owned()));
    }
    for card in &plan.scorecards {
        let items = card.sections.iter().flat_map(|section| &section.items);
        let items = items.chain(card.bonus.iter().flat_map(|bonus| &bonus.items));
        let items = items.filter(|item| item.method == "subjective");
        all.extend(items.map(|item| ("metric", item.id.clone())));
    }
    all.push(("correction", String::new()));
    all.push(("decision", String::new()));
    all.push(("visit", "nobody_asks".to_owned()));
    all
}

/// What people decide on.
fn decided(plan: &Plan) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for roster in &plan.rosters {
        let id = &roster.duty.id;
        all.extend([id.clone(), format!("{id}.run"), format!("{id}.refusal")]);
    }
    all.extend(plan.penalties.iter().map(|p| p.id.to_owned()));
    // Twice, for there is one of it and many records.
    let vetoes = plan.vetoes.iter().chain(&plan.vetoes);
    all.extend(vetoes.map(|v| v.duty.id.clone()));
    all
}

/// The next record of a ledger.
pub(crate) fn record(plan: &Plan, before: &[Record], choices: &mut Choices<'_>) -> Record {
    let targets = targets(plan);
    let at = choices.below(u16::try_from(targets.len()).expect("few"));
    let (mut kind, duty) = targets[usize::from(at)].clone();
    let around = Term {
        from: plan.period.from - 8.days(),
        to: plan.period.to + 15.days(),
    };
    let subject = subject(plan, kind, &duty, choices);
    let day = match choices.below(6) {
        // The day of another record now and then, so that some come on one day.
        0 => {
            let at = usize::from(choices.below(u16::try_from(before.len().max(1)).expect("few")));
            before.get(at).map(|other| other.date)
        }
        1 => edge(plan, &duty, subject.as_deref(), choices),
        _ => None,
    };
    let day = day.unwrap_or_else(|| choices.day_in(around));
    let mut status = status(kind, &duty, choices);
    let refers = refers(plan, kind, &duty, day, before, choices);
    let mut set = BTreeMap::new();
    if kind == "correction" {
        match (&refers, choices.below(2)) {
            // Nothing to correct.
            (None, _) => kind = "visit",
            (Some(_), 0) => status = Some("void".to_owned()),
            (Some(_), _) => set = replaced(around, choices),
        }
    }
    let corrects = kind == "correction";
    let issued = kind == "document" && refers.is_some();
    let mut marks = if corrects {
        Vec::new()
    } else {
        choices.marks()
    };
    marks.extend(issued.then_some("issued"));
    let waives = kind == "waiver";
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
        subject: subject.filter(|_| !corrects),
        until: choices
            .maybe(8, |_| None)
            .unwrap_or(Some(day + i64::from(choices.below(100)).days()))
            .filter(|_| waives),
        note: choices
            .maybe(2, |_| "灾情")
            .filter(|_| waives || kind == "metric"),
        actor: actor(kind, choices),
        quantity: choices.maybe(2, |c| c.number(6)),
        amount: choices
            .one(&[
                None,
                Some(100),
                Some(200),
                Some(900),
                Some(2000),
                Some(2001),
            ])
            .filter(|_| kind == "reward"),
        marks,
        status: status.filter(|_| !corrects || set.is_empty()),
        refers,
        entered: choices.maybe(3, |c| day + i64::from(c.below(30)).days()),
        set,
    }
}

/// A day about where the duty's own period or the subject begins or ends.
fn edge(plan: &Plan, duty: &str, subject: Option<&str>, choices: &mut Choices<'_>) -> Option<Date> {
    let duty = plan.duties().into_iter().find(|of| of.id == duty);
    let term = duty.and_then(|duty| duty.period).unwrap_or(plan.period);
    let mut days = vec![term.from, term.to];
    if let Some(subject) = plan.all_subjects().find(|of| Some(&*of.id) == subject) {
        days.extend(subject.from);
        days.extend(subject.to);
    }
    let away = i64::from(choices.below(9)) - 2;
    Some(choices.one(&days) + away.days())
}

fn subject(plan: &Plan, kind: &str, duty: &str, choices: &mut Choices<'_>) -> Option<String> {
    let of_roster = plan.rosters.iter().any(|r| duty.starts_with(&r.duty.id));
    let mut all: Vec<String> = plan.all_subjects().map(|s| s.id.clone()).collect();
    if matches!(kind, "decision" | "appeal" | "waiver") && of_roster {
        all = ["P1", "P2", "P3", "u1"].map(str::to_owned).to_vec();
    } else if kind == "shift" || kind == "correction" {
        all.clear();
    } else if duty == "penalty" || kind == "waiver" {
        all.extend(["P1", "u1", "u2"].map(str::to_owned));
    }
    let at = choices.below(u16::try_from(all.len() + 1).expect("few"));
    all.get(usize::from(at)).cloned()
}

fn status(kind: &str, duty: &str, choices: &mut Choices<'_>) -> Option<String> {
    let words: &[Option<&str>] = match (kind, duty) {
        ("incident", kind) => return Some(kind.to_owned()),
        ("shift", _) => &[
            Some("attended"),
            Some("absent"),
            Some("absent"),
            Some("excused"),
            Some("cancelled"),
            Some("refused"),
            None,
        ],
        ("decision", "ladder") => &[
            Some("first"),
            Some("second"),
            Some("third"),
            Some("accepted"),
            Some("rejected"),
        ],
        ("decision", "") => &[Some("caused"), Some("accepted")],
        ("decision", _) => &[Some("confirmed"), Some("rejected"), Some("lifted"), None],
        ("rectification", _) => &[Some("applied")],
        ("document", _) => &[None, Some("good"), Some("dissolved")],
        ("waiver" | "correction" | "appeal", _) => &[None],
        _ => &[None, Some("good"), Some("poor")],
    };
    choices.one(words).map(str::to_owned)
}

fn refers(
    plan: &Plan,
    kind: &str,
    duty: &str,
    day: Date,
    before: &[Record],
    choices: &mut Choices<'_>,
) -> Option<String> {
    match (kind, duty) {
        ("correction", _) => one_of(before, |_| true, choices),
        ("response", _) => one_of(before, |r| r.kind == "incident", choices),
        ("report", _) => one_of(before, |r| r.kind == "document", choices),
        ("decision", "") => one_of(before, |r| r.kind == "incident", choices),
        ("reward", _) => choices
            .one(&[None, Some("case1"), Some("case2")])
            .map(str::to_owned),
        ("document", _) => {
            let papers = &plan.documents;
            let cadence = papers
                .iter()
                .find(|d| d.duty.id == duty)?
                .cadence
                .as_ref()?;
            // The period of the day, or that of a few days before.
            let day = choices.maybe(3, |c| day - i64::from(c.below(12)).days())?;
            let period = calendar(day, cadence.every).id;
            Some(match choices.below(2) {
                0 => period,
                _ => format!("{duty}/{period}"),
            })
        }
        _ => None,
    }
}

/// Fields of another record, or of what another correction puts there.
fn replaced(around: Term, choices: &mut Choices<'_>) -> BTreeMap<&'static str, String> {
    let mut set = BTreeMap::new();
    let day = choices.day_in(around).to_string();
    match choices.below(5) {
        0 => set.insert("date", day),
        1 => set.insert("subject", choices.one(&["v0", "v1", ""]).to_owned()),
        2 => set.insert(
            "status",
            choices.one(&["good", "absent", "attended", ""]).to_owned(),
        ),
        3 => set.insert("quantity", choices.one(&["3", "1", "", "2.5"]).to_owned()),
        _ => {
            set.insert("quantity", "2".to_owned());
            set.insert("date", day)
        }
    };
    set
}

fn actor(kind: &str, choices: &mut Choices<'_>) -> Vec<String> {
    let names: &[&str] = match kind {
        "shift" => &["P1", "P2", "P3", "u1", "u2", "P9"],
        "waiver" => &["县综治委", "镇党委", "司法所", "u1"],
        "decision" => &["县综治委", "镇党委", "u1"],
        "correction" | "incident" | "metric" => return Vec::new(),
        _ => &ACTORS,
    };
    let first = choices.one(names);
    let second = choices.one(names);
    let count = usize::from(choices.one(&[1u16, 2, 1, 0]));
    let mut actors: Vec<String> = [first, second][..count]
        .iter()
        .map(|a| (*a).to_owned())
        .collect();
    if kind == "shift" && actors.is_empty() {
        actors.push(first.to_owned());
    }
    actors.dedup();
    actors
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
