//! One rule that is a plugin: run it, and make verdicts of its answer.

use luoshi_calendar::{Period, Span, Unit, date, period_of};
use luoshi_evidence::Kind;
use luoshi_plan::model::PluginRule;
use luoshi_plugin::{Answer, Cause, Scene, Sight};
use luoshi_plugin_interface::{Days, Description, Outcome, Scope};

use super::Loaded;
use super::scene::scene;
use crate::assessment::Status;
use crate::check::JudgeCx;
use crate::lut::backfilled;
use crate::program::Row;
use crate::reason::{PluginFailure, PluginSaid, Reason};
use crate::verdict::{Verdict, Who};

/// The verdicts of a plugin. `checked` are those of the plan's own checks.
pub(crate) fn judge(
    duty: usize,
    rule: &PluginRule,
    rows: &[Row],
    checked: &[Verdict],
    cx: &JudgeCx<'_>,
) -> Vec<Verdict> {
    let id = rule.duty.id.name.as_str();
    let Some(loaded) = cx.program.plugins.loaded(id) else {
        return vec![failed(duty, &rule.file.text, Cause::Absent, cx)];
    };
    let description = &loaded.plugin.description;
    if rows.is_empty() && description.scope == Scope::Subjects {
        return vec![Verdict::not_applicable(duty, Reason::NoSubjects)];
    }
    let values = match &loaded.values {
        Ok(values) => values,
        Err(open) => {
            return vec![Verdict::new(
                duty,
                Status::Unset,
                Reason::Unset(open.clone()),
            )];
        }
    };
    let scene = scene(cx, rows, checked);
    let duties: Vec<String> = rule.of.iter().map(|duty| duty.name.to_string()).collect();
    let sight = Sight {
        scene: &scene,
        evidence: cx.evidence,
        kinds: &loaded.kinds,
        duties: &duties,
    };
    let answers = match loaded.plugin.run(values, sight) {
        Ok(answers) => answers,
        Err(cause) => return vec![failed(duty, &description.id, cause, cx)],
    };
    let mut verdicts: Vec<Verdict> = answers
        .into_iter()
        .map(|answer| verdict(duty, loaded, &scene, answer, cx))
        .collect();
    verdicts.extend(silent(duty, description, rows, &verdicts, cx));
    verdicts.sort_by_key(place);
    verdicts
}

/// Subjects in the plan's order, and under each the days in theirs.
fn place(verdict: &Verdict) -> impl Ord + use<> {
    let days = verdict.days.or(verdict.period.map(|p| p.full));
    let days = days.map(|span| (span.from, span.to));
    (verdict.subject, verdict.who.clone(), days)
}

/// A subject about which a plugin says nothing cannot be told.
fn silent(
    duty: usize,
    description: &Description,
    rows: &[Row],
    said: &[Verdict],
    cx: &JudgeCx<'_>,
) -> Vec<Verdict> {
    if description.scope != Scope::Subjects {
        return Vec::new();
    }
    let told: std::collections::BTreeSet<Option<u32>> = said.iter().map(|v| v.subject).collect();
    let untold = rows.iter().filter(|row| !told.contains(&row.subject));
    let unknown = untold.map(|row| Verdict {
        subject: row.subject,
        ..failed(duty, &description.id, Cause::Silent, cx)
    });
    unknown.collect()
}

fn failed(duty: usize, plugin: &str, cause: Cause, cx: &JudgeCx<'_>) -> Verdict {
    let reason = Reason::PluginFailed(Box::new(PluginFailure {
        plugin: plugin.to_owned(),
        cause,
    }));
    let mut verdict = Verdict::new(duty, Status::Unknown, reason);
    verdict.day = Some(cx.as_of.min(cx.plan.span.to));
    verdict
}

fn verdict(
    duty: usize,
    loaded: &Loaded,
    scene: &Scene,
    answer: Answer,
    cx: &JudgeCx<'_>,
) -> Verdict {
    let description = &loaded.plugin.description;
    let Answer { finding, records } = answer;
    let days = finding.period.and_then(span);
    let message = description
        .messages
        .iter()
        .find(|m| m.id == finding.message);
    let said = PluginSaid {
        plugin: description.id.clone(),
        version: description.version.clone(),
        text: message.map(|m| m.text.clone()).unwrap_or_default(),
        arguments: finding.arguments,
        period: days.map(|span| (span.from, span.to)),
    };
    let status = match finding.outcome {
        Outcome::Met => Status::Met,
        Outcome::Violated => Status::Violated,
        Outcome::Suspect => Status::Suspect,
        Outcome::Unknown => Status::Unknown,
        Outcome::NotApplicable => Status::NotApplicable,
    };
    let mut verdict = Verdict::new(duty, status, Reason::Plugin(Box::new(said)));
    verdict.figure = finding.figure;
    verdict.backfilled = backfilled_among(&records, cx);
    verdict.evidence = records;
    verdict.period = days.and_then(named);
    verdict.days = days.filter(|_| verdict.period.is_none());
    let last = days.map_or(cx.plan.span.to, |span| span.to);
    verdict.day = Some(cx.as_of.min(last));
    let row = finding.about.map(|row| row as usize);
    match description.scope {
        Scope::Township => {}
        Scope::Subjects => {
            let id = row.and_then(|row| scene.subjects.get(row)).map(|s| &s.id);
            let at = id.and_then(|id| cx.plan.subject_index.get(id.as_str()));
            verdict.subject = at.and_then(|at| u32::try_from(*at).ok());
        }
        Scope::Actors => verdict.who = who(row, scene, cx),
    }
    verdict
}

/// Rows of `actors` are the plan's persons, and after them its units and roles.
fn who(row: Option<usize>, scene: &Scene, cx: &JudgeCx<'_>) -> Who {
    let actor = row.and_then(|row| Some((row, scene.actors.get(row)?)));
    match actor {
        Some((row, _)) if row < cx.plan.content.persons.len() => {
            u32::try_from(row).map_or(Who::Nobody, Who::Person)
        }
        Some((_, actor)) => Who::Unit(actor.id.clone()),
        None => Who::Nobody,
    }
}

fn span(days: Days) -> Option<Span> {
    Span::new(date(days.first)?, date(days.last)?)
}

/// The month, quarter and so on that these days are, so that its finding is named like any other.
fn named(days: Span) -> Option<Period> {
    let units = [
        Unit::Day,
        Unit::Week,
        Unit::Month,
        Unit::Quarter,
        Unit::HalfYear,
        Unit::Year,
    ];
    let periods = units.into_iter().map(|unit| period_of(unit, days.from));
    periods.into_iter().find(|period| period.full == days)
}

/// How many of these records were entered late.
fn backfilled_among(records: &[u32], cx: &JudgeCx<'_>) -> u32 {
    let wanted: std::collections::BTreeSet<u32> = records.iter().copied().collect();
    let limit = i32::try_from(cx.plan.settings.backfill).unwrap_or(i32::MAX);
    let late = |kind: &Kind| {
        let columns = cx.evidence.of(*kind);
        (0..columns.len())
            .filter(|row| wanted.contains(&columns.id[*row]))
            .filter(|row| backfilled(columns.recorded[*row], columns.day[*row], limit))
            .count()
    };
    if wanted.is_empty() {
        return 0;
    }
    let late: usize = Kind::ALL.iter().map(late).sum();
    u32::try_from(late).unwrap_or(u32::MAX)
}
