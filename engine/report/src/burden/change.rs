//! Two versions of a plan: what became more, what became less, and which duties did it.

use luoshi_diagnostics::Messages;
use luoshi_lint::burden::{Change, Figure, Moved};
use luoshi_plan::Plan;
use serde_json::{Value, json};

use super::json::both;
use super::{amount, figure_name};
use crate::table::paragraph;

/// Duties that are named below a figure.
const NAMED: usize = 5;

/// The changes by what the plans ask for in a year.
#[must_use]
pub fn burden_change_text(
    words: Messages,
    before: &Plan,
    after: &Plan,
    changes: &[Change],
) -> String {
    let mut out = String::new();
    let name = |plan: &Plan| plan.header.title.clone();
    let args = vec![
        ("before", name(before).into()),
        ("after", name(after).into()),
        ("before_issued", before.header.issued.to_string().into()),
        ("after_issued", after.header.issued.to_string().into()),
    ];
    for line in words.text("burden-change-title", &args).lines() {
        paragraph(&mut out, "", 2, line);
    }
    out.push('\n');
    let text = changes_text(words, changes);
    if text.is_empty() {
        paragraph(&mut out, "", 0, &words.word("burden-change-none"));
    }
    out.push_str(&text);
    out
}

/// Each figure that changes, and below it the duties that change it.
pub(crate) fn changes_text(words: Messages, changes: &[Change]) -> String {
    let mut out = String::new();
    for change in changes {
        // What differs in the period alone is due to its length.
        let by_year = |moved: &&Moved| moved.before.year != moved.after.year;
        let duties: Vec<&Moved> = change.duties.iter().filter(by_year).collect();
        if duties.is_empty() {
            continue;
        }
        let line = format!(
            "{} {}",
            figure_name(words, change.figure),
            step(words, change)
        );
        paragraph(&mut out, "", 2, &line);
        for moved in duties.iter().take(NAMED) {
            paragraph(&mut out, "    ", 6, &duty(change.figure, moved));
        }
        let more = duties.len().saturating_sub(NAMED);
        if more > 0 {
            let count = vec![("count", i64::try_from(more).unwrap_or(i64::MAX).into())];
            paragraph(
                &mut out,
                "    ",
                6,
                &words.text("burden-change-more", &count),
            );
        }
    }
    out
}

/// `24 → 18（−25%）`
fn step(words: Messages, change: &Change) -> String {
    let (before, after) = (change.before.year, change.after.year);
    let (was, is) = (amount(change.figure, before), amount(change.figure, after));
    let share = share(before, after).unwrap_or_else(|| words.word("burden-change-new"));
    let args = vec![
        ("before", was.into()),
        ("after", is.into()),
        ("share", share.into()),
    ];
    words.text("burden-change-step", &args)
}

/// By how many percent, half away from zero; none from nothing.
fn share(before: u64, after: u64) -> Option<String> {
    let gap = before.abs_diff(after);
    let percent = gap
        .checked_mul(200)?
        .checked_add(before)?
        .checked_div(before.checked_mul(2)?)?;
    // What changed at all must not read as if it had not.
    let percent = match (percent, gap) {
        (0, 1..) => "<1".to_owned(),
        (percent, _) => percent.to_string(),
    };
    Some(match after.cmp(&before) {
        std::cmp::Ordering::Less => format!("−{percent}%"),
        std::cmp::Ordering::Equal => "0%".to_owned(),
        std::cmp::Ordering::Greater => format!("+{percent}%"),
    })
}

fn duty(figure: Figure, moved: &Moved) -> String {
    let (before, after) = (
        amount(figure, moved.before.year),
        amount(figure, moved.after.year),
    );
    format!("{} {before} → {after}", moved.name)
}

/// The changes as JSON.
#[must_use]
pub fn burden_change_json(before: &Plan, after: &Plan, changes: &[Change]) -> Value {
    json!({
        "version": 1,
        "before": before.header.id,
        "after": after.header.id,
        "changes": changes.iter().map(change_json).collect::<Vec<_>>(),
    })
}

/// One figure before and after, and the duties that change it.
pub(crate) fn change_json(change: &Change) -> Value {
    let duties = change.duties.iter().map(|moved| {
        json!({
            "id": moved.id, "name": moved.name,
            "before": both(moved.before), "after": both(moved.after),
        })
    });
    json!({
        "figure": change.figure.word(),
        "before": both(change.before),
        "after": both(change.after),
        "duties": duties.collect::<Vec<_>>(),
    })
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn a_change_is_a_share_of_what_was() {
        assert_eq!(share(24, 18).as_deref(), Some("−25%"));
        assert_eq!(share(3, 4).as_deref(), Some("+33%"));
        assert_eq!(share(8, 9).as_deref(), Some("+13%"));
        assert_eq!(share(5, 5).as_deref(), Some("0%"));
        assert_eq!(share(3408, 3420).as_deref(), Some("+<1%"));
        assert_eq!(share(3408, 3396).as_deref(), Some("−<1%"));
        assert_eq!(share(0, 5), None);
    }
}
