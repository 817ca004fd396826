//! Comparison, trend and register for other programs.

use luoshi_audit::{Finding, Head, Township};
use serde_json::{Map, Value, json};

use crate::compare::{Comparison, DutyCounts, FindingChange, TownshipChange};
use crate::item::{Register, State};
use crate::standing::Standing;
use crate::trend::{DutyTrend, Point, Rank, TownshipTrend, Trend};
use crate::turn::{Counts, Fate, Turn};
use crate::words::hundredths;

/// A comparison; townships of which nothing is told are counted, and left out.
#[must_use]
pub fn compare_json(of: &Comparison<'_>) -> Value {
    let told = of.townships.iter().filter(|township| township.is_told());
    json!({
        "audits": of.heads.iter().map(|h| head(h)).collect::<Vec<_>>(),
        "engine": (of.earlier.engine != of.later.engine)
            .then(|| json!({ "from": of.earlier.engine, "to": of.later.engine })),
        "packages": of.packages.iter().map(|p| json!({
            "name": p.name, "from": p.from, "to": p.to, "townships": p.townships,
        })).collect::<Vec<_>>(),
        "counts": counts(&of.counts),
        "townships_compared": of.townships.iter().filter(|t| t.fate == Fate::Compared).count(),
        "duties": of.duties.iter().map(duty).collect::<Vec<_>>(),
        "townships": told.map(township).collect::<Vec<_>>(),
    })
}

fn head(head: &Head) -> Value {
    json!({ "as_of": head.as_of.to_string(), "engine": head.engine })
}

fn counts(counts: &Counts) -> Value {
    let turns = Turn::ALL.into_iter();
    let counts = turns.map(|turn| (turn.word().to_owned(), counts.of(turn).into()));
    Value::Object(counts.collect::<Map<_, _>>())
}

fn duty(of: &DutyCounts<'_>) -> Value {
    json!({
        "id": of.duty.id, "name": of.duty.name, "counts": counts(&of.counts),
        "only_in_later_plans_of": of.came, "only_in_earlier_plans_of": of.left,
    })
}

fn township(of: &TownshipChange<'_>) -> Value {
    let known = of.later.or(of.earlier);
    let name = |township: Option<&Township>| township.map(|t| t.name.clone());
    json!({
        "code": known.map(|t| &t.code), "source": known.map(|t| &t.source),
        "name": name(known),
        "name_before": name(of.earlier).filter(|_| of.is_renamed()),
        "fate": of.fate.word(),
        "counts": counts(&of.counts),
        "findings": of.findings.iter().map(finding).collect::<Vec<_>>(),
    })
}

fn finding(of: &FindingChange<'_>) -> Value {
    let side = |finding: Option<&Finding>, standing: Standing| {
        json!({
            "standing": standing.word(),
            "status": finding.map(|f| f.status.word()),
            "figure": finding.map(|f| f.figure),
        })
    };
    json!({
        "id": of.id, "duty": of.duty.id, "turn": of.turn.word(),
        "before": side(of.earlier, of.before), "after": side(of.later, of.after),
        "reason": of.finding().and_then(|f| f.reason.as_ref()),
    })
}

/// A trend. Shares are fractions, so that nothing is lost by rounding.
#[must_use]
pub fn trend_json(of: &Trend<'_>) -> Value {
    let audits = of.heads.iter().zip(&of.all).zip(&of.judged);
    let audits = audits.map(|((head, all), (judged, broken))| {
        json!({
            "as_of": head.as_of.to_string(), "engine": head.engine,
            "judged": judged, "broken": broken, "findings": point(*all),
        })
    });
    json!({
        "audits": audits.collect::<Vec<_>>(),
        "duties": of.duties.iter().map(duty_trend).collect::<Vec<_>>(),
        "townships": of.townships.iter().map(township_trend).collect::<Vec<_>>(),
    })
}

fn point(of: Point) -> Value {
    json!({ "failing": of.failing, "judged": of.judged })
}

fn points(of: &[Option<Point>]) -> Vec<Value> {
    of.iter().map(|p| p.map_or(Value::Null, point)).collect()
}

fn duty_trend(of: &DutyTrend<'_>) -> Value {
    json!({ "id": of.id, "name": of.name, "points": points(&of.points) })
}

fn township_trend(of: &TownshipTrend<'_>) -> Value {
    let last = of.at.iter().rev().find_map(|township| *township);
    let rank = |rank: &Option<Rank>| {
        rank.map(|r| json!({ "score": hundredths(r.score), "rank": r.rank, "of": r.of }))
    };
    let scores = of.scores.iter().map(|(card, ranks)| {
        json!({ "scorecard": card, "points": ranks.iter().map(rank).collect::<Vec<_>>() })
    });
    json!({
        "code": last.map(|t| &t.code), "source": last.map(|t| &t.source),
        "name": last.map(|t| &t.name), "county": last.map(|t| &t.county),
        "points": points(&of.points),
        "duties": of.duties.iter().map(duty_trend).collect::<Vec<_>>(),
        "scores": scores.collect::<Vec<_>>(),
    })
}

/// A register, with the number of items in each state.
#[must_use]
pub fn register_json(of: &Register) -> Value {
    let counted = State::ALL.into_iter();
    let counted = counted.map(|state| (state.word().to_owned(), of.count(state).into()));
    let mut value = serde_json::to_value(of).unwrap_or_default();
    if let Value::Object(map) = &mut value {
        let overdue = of.items.iter().filter(|item| item.overdue.is_some());
        map.insert("overdue".to_owned(), overdue.count().into());
        let counts = Value::Object(counted.collect::<Map<_, _>>());
        map.insert("counts".to_owned(), counts);
    }
    value
}
