//! The register, to read: what is overdue first, with what must be recorded next.

use luoshi_audit::{Act, DueBy};
use luoshi_diagnostics::Messages;
use luoshi_report::paragraph;

use crate::item::{Deadline, Item, Register, State};
use crate::ladder::LadderStep;
use crate::words::{about, answers, count, in_language, joined, say, with};

/// Items of a section that are told.
const ITEMS_AT_MOST: usize = 200;

/// Writes a register in at most 80 columns; lines to be copied into a terminal may be longer.
#[must_use]
pub fn register_text(of: &Register, words: Messages) -> String {
    let mut out = String::new();
    let args = [("today", of.as_of.to_string().into())];
    paragraph(&mut out, "", 0, &say(words, "follow-title", args));
    counts(of, words, &mut out);
    if of.closed_by_default {
        paragraph(&mut out, "", 0, &words.word("follow-default"));
    }
    for (key, places) in [("follow-unseen", &of.unseen), ("follow-broken", &of.broken)] {
        if !places.is_empty() {
            let names: Vec<&str> = places.iter().map(|place| place.name.as_str()).collect();
            let args = [("names", names.join("、").into())];
            paragraph(&mut out, "", 0, &say(words, key, args));
        }
    }
    let overdue: Vec<&Item> = of.open().filter(|item| item.overdue.is_some()).collect();
    let open: Vec<&Item> = of.open().filter(|item| item.overdue.is_none()).collect();
    let over: Vec<&Item> = of.items.iter().filter(|i| !i.state.is_open()).collect();
    section("follow-overdue", &overdue, words, &mut out);
    section("follow-open", &open, words, &mut out);
    section("follow-over", &over, words, &mut out);
    strays(of, words, &mut out);
    out
}

/// The register in one line.
#[must_use]
pub fn register_line(of: &Register, words: Messages) -> String {
    let overdue = of.items.iter().filter(|item| item.overdue.is_some());
    let args = [
        ("open", count(of.open().count())),
        ("overdue", count(overdue.count())),
        ("closed", count(of.count(State::Closed))),
    ];
    say(words, "follow-line", args) + "\n"
}

fn counts(of: &Register, words: Messages, out: &mut String) {
    let there = State::ALL.into_iter().filter(|state| of.count(*state) > 0);
    let states: Vec<String> = there
        .map(|state| {
            let args = [
                ("state", state_word(state, words).into()),
                ("count", count(of.count(state))),
            ];
            say(words, "follow-state-count", args)
        })
        .collect();
    let overdue = of.items.iter().filter(|item| item.overdue.is_some());
    let args = [
        ("count", count(of.items.len())),
        ("overdue", count(overdue.count())),
        (
            "states",
            match states.is_empty() {
                true => words.word("follow-none").into(),
                false => joined(&states, words).into(),
            },
        ),
    ];
    paragraph(out, "", 0, &say(words, "follow-counts", args));
}

/// The word for a state.
#[must_use]
pub fn state_word(state: State, words: Messages) -> String {
    words.word(&format!("follow-state-{}", state.word()))
}

fn section(key: &str, items: &[&Item], words: Messages, out: &mut String) {
    let heading = say(words, key, [("count", count(items.len()))]);
    out.push_str(&format!("\n{heading}\n"));
    if items.is_empty() {
        out.push('\n');
        paragraph(out, "  ", 2, &words.word("follow-none"));
    }
    let mut place = None;
    for item in items.iter().take(ITEMS_AT_MOST) {
        if place != Some(&item.place) {
            place = Some(&item.place);
            out.push_str(&format!("\n  {}\n", item.place.name));
        }
        item_text(item, words, out);
    }
    if items.len() > ITEMS_AT_MOST {
        let left = items.len() - ITEMS_AT_MOST;
        let text = say(words, "follow-more", [("count", count(left))]);
        paragraph(out, "  ", 2, &text);
    }
}

fn item_text(item: &Item, words: Messages, out: &mut String) {
    let title = format!("[{}] {}", state_word(item.state, words), issue(item));
    paragraph(out, "    ", 6, &title);
    if let Some(reason) = &item.reason {
        paragraph(out, "      ", 6, in_language(reason, words));
    }
    let progress = progress_text(item, words);
    if !progress.is_empty() {
        paragraph(out, "      ", 6, &progress);
    }
    if !item.state.is_open() && !item.fails_again {
        return;
    }
    if let Some(who) = &item.accountable {
        let args = [("who", answers(who, words).into())];
        paragraph(out, "      ", 6, &say(words, "follow-responsible", args));
    }
    if item.overdue.is_some() {
        paragraph(out, "      ", 6, &step_text(item.step.as_ref(), words));
    }
    for record in item.records.iter().filter(|r| r.ignored.is_some()) {
        let args = [
            ("record", record.record.as_str().into()),
            ("day", record.day.to_string().into()),
            ("act", act_word(record.act, words).into()),
            ("why", ignored(record.ignored, words).into()),
        ];
        paragraph(out, "      ", 6, &say(words, "follow-ignored", args));
    }
    // Not wrapped: a line that is broken cannot be copied.
    for (key, line) in next_lines(item, words) {
        out.push_str(&format!("      {key}{line}\n"));
    }
}

/// The duty and what the finding is about.
pub(crate) fn issue(item: &Item) -> String {
    let period = item.period.as_deref();
    let about = about(
        item.subject.as_ref(),
        item.actor.as_ref(),
        period,
        &item.finding,
    );
    format!("{} {about}", item.duty.name).trim_end().to_owned()
}

/// What has happened, in the order in which it does; empty where nothing has.
#[must_use]
pub fn progress_text(item: &Item, words: Messages) -> String {
    let day = |key: &str, day: Option<jiff::civil::Date>| {
        day.map(|day| say(words, key, [("day", day.to_string().into())]))
    };
    let days =
        |key: &str, days: Option<i64>| days.map(|days| say(words, key, [("days", days.into())]));
    let times =
        |key: &str, times: u32| (times > 0).then(|| say(words, key, [("count", count(times))]));
    let why = item
        .why
        .map(|why| words.word(&format!("follow-why-{}", why.word())));
    let over = match item.state {
        State::Withdrawn => "follow-was-withdrawn",
        _ => "follow-was-closed",
    };
    let recurs = item.recurs.as_deref();
    let parts = [
        day("follow-was-notified", item.notified),
        item.due.map(|due| due_text(due, words)),
        days("follow-days-overdue", item.overdue),
        times("follow-was-returned", item.returns),
        times("follow-was-reopened", item.reopened),
        day("follow-was-applied", item.applied),
        days("follow-was-late", item.late),
        why,
        day(over, item.closed),
        item.fails_again.then(|| words.word("follow-again")),
        recurs.map(|id| say(words, "follow-recurs", [("id", id.into())])),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    joined(&parts, words)
}

pub(crate) fn due_text(due: Deadline, words: Messages) -> String {
    let by = words.word(match due.by {
        DueBy::Record => "follow-by-record",
        DueBy::Plan => "follow-by-plan",
        DueBy::Default => "follow-by-default",
    });
    let args = [("day", due.day.to_string().into()), ("by", by.into())];
    let text = say(words, "follow-was-due", args);
    match due.added {
        0 => text,
        days => {
            let added = say(words, "follow-due-added", [("days", days.into())]);
            joined(&[text, added], words)
        }
    }
}

/// The step of a ladder that is due for what is overdue, or that the plan provides none.
#[must_use]
pub fn step_text(step: Option<&LadderStep>, words: Messages) -> String {
    let Some(step) = step else {
        return words.word("follow-no-step");
    };
    let standing = words.word(&format!("follow-step-{}", step.standing.word()));
    let by = step.decided_by.as_deref();
    let by = by.map_or(String::new(), |who| {
        say(words, "follow-step-by", [("who", who.into())])
    });
    let args = [
        ("ladder", step.name.as_str().into()),
        ("step", step.step.as_str().into()),
        ("standing", standing.into()),
        ("by", by.into()),
    ];
    say(words, "follow-step-line", args)
}

/// What a record says, in a word.
#[must_use]
pub fn act_word(act: Act, words: Messages) -> String {
    words.word(match act {
        Act::Notified => "follow-act-notified",
        Act::Applied => "follow-act-applied",
        Act::Accepted => "follow-act-accepted",
        Act::Rejected => "follow-act-rejected",
        Act::Appealed => "follow-act-appealed",
        Act::Confirmed => "follow-act-confirmed",
        Act::Lifted => "follow-act-lifted",
        Act::Unknown => "follow-act-unknown",
    })
}

fn ignored(why: Option<crate::course::Ignored>, words: Messages) -> String {
    why.map_or(String::new(), |why| {
        words.word(&format!("follow-ignored-{}", why.word()))
    })
}

/// The lines to record next, each with what stands before it.
fn next_lines(item: &Item, words: Messages) -> Vec<(String, String)> {
    let (who, day) = (words.word("follow-who"), words.word("follow-day"));
    let line = |act| item.record_line(act, &who, &day);
    let Some(next) = item.next else {
        return Vec::new();
    };
    let first = (words.word("follow-next"), line(next.act));
    let other = next.or.map(|act| (words.word("follow-or"), line(act)));
    std::iter::once(first).chain(other).collect()
}

fn strays(of: &Register, words: Messages, out: &mut String) {
    if of.strays.is_empty() {
        return;
    }
    let heading = say(words, "follow-strays", [("count", count(of.strays.len()))]);
    out.push_str(&format!("\n{heading}\n\n"));
    for stray in &of.strays {
        let args = [
            ("record", stray.record.record.as_str().into()),
            ("day", stray.record.day.to_string().into()),
            ("act", act_word(stray.record.act, words).into()),
            ("names", stray.names.as_str().into()),
            ("why", ignored(stray.record.ignored, words).into()),
        ];
        let text = say(words, "follow-stray", args);
        paragraph(out, "  ", 4, &with(&stray.place.name, &text, words));
    }
}
