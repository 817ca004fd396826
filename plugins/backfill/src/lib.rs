//! 突击补录: bursts of records entered long after their dates.

use luoshi_plugin_sdk::{Description, Finding, Input, Outcome, ParameterKind, Scope, some_day};

/// What the plugin says of itself.
#[must_use]
pub fn describe() -> Description {
    Description::new("backfill", "1.0.0", Scope::Township)
        .title("突击补录", "Bursts of backfilled records")
        .summary(
            "查找集中补录。",
            "Looks for bursts of records entered late.",
        )
        .gives(&[Outcome::Met, Outcome::Suspect, Outcome::NotApplicable])
        .reads("evidence", &["day", "recorded"])
        .parameter("days", "补录天数", "days", ParameterKind::whole(1, 365, 7))
        .unit("天", "days")
        .message(
            "count",
            "共 {late} 条补录。",
            "{late} records were entered late.",
        )
}

/// Judges a township.
///
/// # Errors
/// None.
pub fn judge(input: &Input) -> Result<Vec<Finding>, String> {
    let (evidence, days) = (input.evidence(), input.number("days"));
    let pairs = evidence.days("day").iter().zip(evidence.days("recorded"));
    let late = pairs
        .filter(|(day, recorded)| {
            some_day(**recorded).is_some_and(|r| i64::from(r) - i64::from(**day) > days)
        })
        .count();
    let outcome = if late > 0 {
        Outcome::Suspect
    } else {
        Outcome::Met
    };
    Ok(vec![Finding::new(outcome, "count").with("late", late)])
}

luoshi_plugin_sdk::export!(describe, judge);
