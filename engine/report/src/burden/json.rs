//! The statement for tools: version 1 of the format. Hours are minutes, points are hundredths.

use luoshi_lint::burden::{Amount, Demand, Figure, Held, Measure};
use serde_json::{Map, Value, json};

use super::Statement;

/// The statement as JSON.
#[must_use]
pub fn burden_json(statement: &Statement<'_>) -> Value {
    let (plan, burden) = (statement.plan, statement.burden);
    let total = |figure: &Figure| (figure.word().to_owned(), both(burden.total(*figure)));
    json!({
        "version": 1,
        "plan": plan.header.id,
        "from": burden.span.from.to_string(),
        "to": burden.span.to.to_string(),
        "days": burden.span.len_days(),
        "workdays": burden.workdays,
        "rules_of": statement.rules_of.to_string(),
        "totals": Figure::ALL.iter().map(total).collect::<Map<_, _>>(),
        "limits": statement.held.iter().map(|held| limit(statement, held)).collect::<Vec<_>>(),
        "attendance": burden.attendance.iter().map(|a| json!({
            "actor": a.actor, "name": a.name, "all": both(a.all), "each": both(a.each),
        })).collect::<Vec<_>>(),
        "roles": burden.roles.iter().map(|r| json!({
            "role": r.role, "name": r.name, "posts": r.posts, "holders": r.holders,
            "records": both(r.records), "minutes": both(r.minutes), "workdays": r.workdays,
            "share": burden.share(r),
        })).collect::<Vec<_>>(),
        "posts": burden.posts.iter().map(|p| json!({
            "role": p.role, "name": p.name, "subject": p.subject,
            "records": both(p.records), "minutes": both(p.minutes),
        })).collect::<Vec<_>>(),
        "months": burden.months.iter().map(|(year, month, count)| json!({
            "month": format!("{year}-{month:02}"), "deadlines": count,
        })).collect::<Vec<_>>(),
        "duties": burden.demands.iter().map(duty).collect::<Vec<_>>(),
    })
}

pub(super) fn both(amount: Amount) -> Value {
    json!({ "period": amount.period, "year": amount.year })
}

fn limit(statement: &Statement<'_>, held: &Held<'_>) -> Value {
    let limit = held.limit.map(|limit| {
        json!({
            "id": limit.id,
            "value": limit.value.map(|value| value.to_string()),
            "unit": limit.unit,
            "strength": statement.word(limit.strength.term()),
            "from": limit.from.map(|day| day.to_string()),
            "basis": statement.basis(held),
            "source": limit.source,
        })
    });
    let measure = match held.measure {
        Measure::Count => "count",
        Measure::Percent => "hundredths_of_percent",
        Measure::Points => "hundredths_of_point",
    };
    json!({
        "what": held.what, "about": held.about, "value": held.value, "measure": measure,
        "limit": limit, "kept": held.kept,
    })
}

fn duty(demand: &Demand) -> Value {
    let amounts = demand.amounts.iter();
    let amounts = amounts.map(|(figure, amount)| (figure.word().to_owned(), both(*amount)));
    json!({
        "id": demand.id,
        "name": demand.name,
        "section": demand.section,
        "clauses": demand.clauses,
        "responsible": demand.responsible,
        "record": demand.record.map(|(kind, minutes)| json!({ "kind": kind, "minutes": minutes })),
        "rows": demand.rows,
        "amounts": amounts.collect::<Map<_, _>>(),
        "deadlines": demand.deadlines.iter().map(ToString::to_string).collect::<Vec<_>>(),
    })
}
