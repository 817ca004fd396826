//! A plan as a plugin is shown it.

use luoshi_calendar::{Date, Span, number};
use luoshi_plan::Plan;
use luoshi_plugin::{ActorRow, DutyRow, FindingRow, Scene, SubjectRow};

use crate::check::JudgeCx;
use crate::program::Row;
use crate::verdict::Verdict;

/// The tables of a plan, for a rule that is run without judging: no findings, all subjects.
#[must_use]
pub fn scene_of_plan(plan: &Plan, as_of: Date) -> Scene {
    let all: Vec<u32> = shown(plan, &[]);
    let duties = plan.duties().map(|duty| DutyRow {
        id: duty.id.name.to_string(),
        name: duty.name.clone(),
        section: "",
    });
    with(plan, as_of, &all, duties.collect())
}

/// The tables of a plan. `rows` are the subjects that the rule judges; all of the plan if it judges none.
pub(crate) fn scene(cx: &JudgeCx<'_>, rows: &[Row], checked: &[Verdict]) -> Scene {
    let subjects = shown(cx.plan, rows);
    let duties = cx.program.duties.iter().map(|duty| DutyRow {
        id: duty.id.clone(),
        name: duty.name.clone(),
        section: duty.section,
    });
    Scene {
        findings: findings(cx, &subjects, checked),
        ..with(cx.plan, cx.as_of, &subjects, duties.collect())
    }
}

fn with(plan: &Plan, as_of: Date, subjects: &[u32], duties: Vec<DutyRow>) -> Scene {
    let content = &plan.content;
    let persons = content.persons.iter().map(|person| ActorRow {
        id: person.staff.name.to_string(),
        kind: "person",
        unit: person
            .unit
            .as_ref()
            .map_or_else(String::new, |u| u.name.to_string()),
        category: person
            .category
            .as_ref()
            .map_or_else(String::new, ToString::to_string),
    });
    let other = |id: &str, kind| ActorRow {
        id: id.to_owned(),
        kind,
        ..ActorRow::default()
    };
    let units = content
        .units
        .iter()
        .map(|unit| other(&unit.id.name, "unit"));
    let roles = content
        .roles
        .iter()
        .map(|role| other(&role.id.name, "role"));
    Scene {
        as_of: number(as_of),
        first: number(plan.span.from),
        last: number(plan.span.to),
        findings: Vec::new(),
        subjects: subjects.iter().map(|at| subject(plan, *at)).collect(),
        actors: persons.chain(units).chain(roles).collect(),
        duties,
        days: luoshi_plugin::days(plan.span, as_of, &plan.workdays),
    }
}

/// Indices into the plan's subjects, one for each row of the table `subjects`.
fn shown(plan: &Plan, rows: &[Row]) -> Vec<u32> {
    let of_rows: Vec<u32> = rows.iter().filter_map(|row| row.subject).collect();
    if of_rows.is_empty() {
        (0..u32::try_from(plan.subjects.len()).unwrap_or(0)).collect()
    } else {
        of_rows
    }
}

fn subject(plan: &Plan, at: u32) -> SubjectRow {
    let subject = &plan.subjects[at as usize];
    let sets = plan.sets.iter();
    let sets = sets.filter(|(_, members)| members.contains(&(at as usize)));
    let sets: Vec<&str> = sets.map(|(id, _)| id.as_str()).collect();
    SubjectRow {
        id: subject.id.name.to_string(),
        name: subject.name.to_string(),
        sets: sets.join("、"),
        days: (subject.from.map(number), subject.to.map(number)),
    }
}

fn findings(cx: &JudgeCx<'_>, subjects: &[u32], checked: &[Verdict]) -> Vec<FindingRow> {
    let row = |at: u32| subjects.iter().position(|subject| *subject == at);
    let days = |verdict: &Verdict| {
        let day = verdict.day.map(|day| Span { from: day, to: day });
        let span = verdict.period.map(|period| period.span).or(day);
        let span = span.unwrap_or(cx.plan.span);
        (number(span.from), number(span.to))
    };
    let finding = |verdict: &Verdict| FindingRow {
        duty: cx.program.duties[verdict.duty].id.clone(),
        subject: verdict
            .subject
            .and_then(row)
            .and_then(|row| u32::try_from(row).ok()),
        days: days(verdict),
        status: verdict.status.word(),
        figure: verdict.figure,
    };
    checked.iter().map(finding).collect()
}
