//! The agenda as a list to print.

use luoshi_rules::{Finding, Label};

use super::{Agenda, Item, Standing};
use crate::reader::{Reader, shown};
use crate::table::{Side, Table, paragraph};
use crate::text::{answerable, some_of};

/// Names in one cell.
const NAMES_AT_MOST: usize = 6;

/// Writes the agenda: what is overdue, what falls due, and how much of the window is done.
#[must_use]
pub fn agenda_text(reader: &Reader<'_>, agenda: &Agenda<'_>) -> String {
    let mut out = String::new();
    let args = [
        ("place", reader.assessment.plan.place.as_str().into()),
        ("from", agenda.window.from.to_string().into()),
        ("to", agenda.window.to.to_string().into()),
        ("today", agenda.today.to_string().into()),
    ];
    paragraph(&mut out, "", 0, &reader.say("agenda-title", args));
    if let Some(label) = reader.simulated() {
        paragraph(&mut out, "", 0, &label);
    }
    let of = |overdue: bool| {
        let open = agenda.items.iter().filter(|i| i.standing != Standing::Done);
        open.filter(|i| (i.standing == Standing::Overdue) == overdue)
            .collect::<Vec<_>>()
    };
    section(reader, &mut out, "agenda-overdue", &of(true));
    section(reader, &mut out, "agenda-due", &of(false));
    let done = agenda.items.iter().filter(|i| i.standing == Standing::Done);
    out.push('\n');
    let args = [("count", count(done.count()).into())];
    paragraph(&mut out, "", 0, &reader.say("agenda-done-count", args));
    out
}

fn section(reader: &Reader<'_>, out: &mut String, key: &str, items: &[&Item<'_>]) {
    let heading = reader.say(key, [("count", count(items.len()).into())]);
    out.push_str(&format!("\n{heading}\n\n"));
    if items.is_empty() {
        paragraph(out, "  ", 2, &reader.word("agenda-nothing"));
        return;
    }
    let columns = [
        "column-last-day",
        "column-duty",
        "column-about",
        "column-who",
        "column-state",
    ];
    let mut table = Table::new(columns.map(|c| (reader.word(c), Side::Left)).into());
    for group in grouped(reader, items) {
        let Some(first) = group.first() else {
            continue;
        };
        let names: Vec<String> = group.iter().map(|i| reader.about(i.finding)).collect();
        table.row(vec![
            first
                .day
                .map_or_else(|| reader.word("agenda-no-day"), |d| d.to_string()),
            first.duty.name.clone(),
            some_of(reader, &names, NAMES_AT_MOST),
            who_of_all(reader, &group),
            state(reader, first),
        ]);
    }
    table.write(out, 2);
}

/// Neighbours that differ in their subject alone stand in one line.
fn grouped<'i, 'a>(reader: &Reader<'_>, items: &[&'i Item<'a>]) -> Vec<Vec<&'i Item<'a>>> {
    let same = |a: &Item<'_>, b: &Item<'_>| {
        let key = |i: &Item<'_>| (i.standing, i.day);
        key(a) == key(b)
            && a.duty.id == b.duty.id
            && a.finding.facet == b.finding.facet
            && state(reader, a) == state(reader, b)
            && role(a.finding) == role(b.finding)
    };
    let mut groups: Vec<Vec<&'i Item<'a>>> = Vec::new();
    for item in items {
        let known = groups.iter_mut().find(|g| same(g[0], item));
        match known {
            Some(group) => group.push(item),
            None => groups.push(vec![item]),
        }
    }
    groups
}

fn role(finding: &Finding) -> Option<&Label> {
    finding.accountable.first().map(|who| &who.role)
}

/// The one who is nearest to the work; the post alone where each subject has its own holder.
fn who_of_all(reader: &Reader<'_>, group: &[&Item<'_>]) -> String {
    let first = who(reader, group[0].finding);
    if group.iter().all(|i| who(reader, i.finding) == first) {
        return first;
    }
    role(group[0].finding).map_or(first, shown)
}

/// The one who is nearest to the work.
pub(super) fn who(reader: &Reader<'_>, finding: &Finding) -> String {
    let nearest = finding.accountable.first();
    nearest.map_or_else(|| "-".to_owned(), |who| answerable(reader, who))
}

/// How far it is; what has not begun has nothing to show.
pub(super) fn state(reader: &Reader<'_>, item: &Item<'_>) -> String {
    match item.standing {
        Standing::Ahead => reader.word("agenda-ahead"),
        Standing::Overdue | Standing::Running | Standing::Done => reader.reason(item.finding),
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
