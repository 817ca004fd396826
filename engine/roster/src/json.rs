//! A roster for programs.

use luoshi_diagnostics::Messages;
use serde_json::{Value, json};

use crate::demand::{Class, demands};
use crate::problem::Counts;
use crate::rules_in_words::in_words;
use crate::text::set_by;
use crate::view::View;
use crate::words::hundredths;

/// The version of the form.
const VERSION: u32 = 1;

/// The whole as JSON. Differences are decimal numbers as text.
#[must_use]
pub fn to_json(view: &View<'_>, words: Messages) -> Value {
    let roster = view.roster;
    let shifts = roster.shifts.iter().map(|shift| {
        json!({
            "date": shift.date.to_string(),
            "class": class(shift.class),
            "persons": shift.staff,
        })
    });
    let changes = roster.changes.iter().map(
        |change| json!({ "date": change.date.to_string(), "off": change.off, "on": change.on }),
    );
    let parameters = view.parameters().into_iter().map(
        |p| json!({ "id": p.id, "name": p.name, "value": p.value, "set_by": set_by(p, words) }),
    );
    json!({
        "version": VERSION,
        "roster": roster.roster,
        "name": view.name(),
        "from": roster.span.from.to_string(),
        "until": roster.span.to.to_string(),
        "seed": roster.seed.to_string(),
        "shifts": shifts.collect::<Vec<_>>(),
        "persons": persons(view),
        "fairness": fairness(view),
        "changes": changes.collect::<Vec<_>>(),
        "rules": in_words(&demands(view.problem), words),
        "parameters": parameters.collect::<Vec<_>>(),
    })
}

fn persons(view: &View<'_>) -> Vec<Value> {
    let counts =
        |c: &Counts| json!({ "total": c.total, "weekend": c.weekend, "holiday": c.holiday });
    let person = |p: &crate::roster_plan::PersonLine| {
        json!({
            "staff": p.staff,
            "unit": view.unit_of(&p.staff),
            "leads": p.leads,
            "planned": counts(&p.planned),
            "carried": counts(&p.carried),
            "share": format!("{}%", hundredths(i64::from(p.share))),
            "compared": p.compared,
        })
    };
    view.roster.persons.iter().map(person).collect()
}

fn fairness(view: &View<'_>) -> Value {
    let fair = &view.roster.fairness;
    json!({
        "difference": fair.total.map(hundredths),
        "weekend_difference": fair.weekend.map(hundredths),
        "holiday_difference": fair.holiday.map(hundredths),
        "shortest_rest": fair.rest,
        "proven": fair.proven,
        "rest_proven": fair.rest_proven,
    })
}

fn class(class: Option<Class>) -> &'static str {
    match class {
        None => "ordinary",
        Some(Class::Weekend) => "weekend",
        Some(Class::Holiday) => "holiday",
    }
}
