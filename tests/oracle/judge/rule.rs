//! Rules.

use super::{Case, Findings, Said, part, say, whom};
use crate::days::contains;
use crate::plan::{Comparison, Fact, Rule, Subject};

pub(super) fn judge(case: &Case<'_>, of: &Rule, checked: &Findings, found: &mut Findings) {
    let rows = case.rows(&of.duty);
    if rows.is_empty() {
        say(found, &of.duty, &[], Said::of("not_applicable"));
    }
    for row in rows {
        let status = match holds(case, of, checked, row) {
            Some(true) => "met",
            Some(false) => "violated",
            None => "unknown",
        };
        let run = case.as_of.min(case.plan.period.to);
        let said = Said::of(status).day(Some(run)).about(whom(row));
        say(found, &of.duty, &part(row), said);
    }
}

/// None where it fails.
fn holds(case: &Case<'_>, of: &Rule, checked: &Findings, row: Option<&Subject>) -> Option<bool> {
    let all = of.holds.all;
    for comparison in &of.holds.of {
        // What is decided is not asked further.
        if compared(case, comparison, checked, row)? != all {
            return Some(!all);
        }
    }
    Some(all)
}

fn compared(
    case: &Case<'_>,
    of: &Comparison,
    checked: &Findings,
    row: Option<&Subject>,
) -> Option<bool> {
    let value = match &of.fact {
        Fact::Duty(id, what) => counted(id, what, checked, row),
        Fact::Incidents(kind) => incidents(case, kind, row),
        Fact::Parameter(id) => case.plan.values.get(id)?.as_ref()?.leading()?,
    };
    Some(match of.sign {
        "<=" => value <= of.number,
        "==" => value == of.number,
        _ => value > of.number,
    })
}

fn counted(id: &str, what: &str, checked: &Findings, row: Option<&Subject>) -> i64 {
    let of = checked.values().filter(|said| said.duty == id);
    let here: Vec<&Said> = of
        .filter(|said| row.is_none_or(|row| said.subject.as_ref() == Some(&row.id)))
        .collect();
    let count = |is: &dyn Fn(&Said) -> bool| {
        i64::try_from(here.iter().filter(|said| is(said)).count()).expect("few")
    };
    match what {
        "figure" => {
            let counted = here.iter().filter(|said| said.status != "suspect");
            counted.map(|said| said.figure).sum()
        }
        "failing" => count(&Said::fails),
        "judged" => count(&|said| said.status == "met" || said.fails()),
        "pending" => count(&|said| matches!(said.status, "pending" | "due_soon")),
        status => count(&|said| said.status == status),
    }
}

fn incidents(case: &Case<'_>, kind: &str, row: Option<&Subject>) -> i64 {
    let of = case.seen.iter().filter(|r| {
        r.kind == "incident"
            && r.status.as_deref() == Some(kind)
            && contains(case.plan.period, r.date)
            && case.lies_in(r.subject.as_deref(), whom(row))
    });
    i64::try_from(of.count()).expect("few")
}
