//! `luoshi record`: enters one record.

use luoshi_evidence::import_jsonl;
use serde_json::{Map, Value};

use super::Done;
use super::write::{Target, believed};
use crate::args::RecordArgs;
use crate::clock;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;

pub(super) fn run(args: &RecordArgs, session: &mut Session) -> Done {
    let mut target = Target::of(&args.path, session)?;
    target.refuse_beside_text(session)?;
    // Read like a line of a file, so that there is one set of rules and messages for both.
    let line = line(args, session);
    let file = target
        .run
        .sources
        .add(session.words.word("record-source"), line.clone());
    let import = import_jsonl(&line, file, &target.names);
    if !import.rejected.is_empty() {
        let notes = import.all_notes();
        return Err(Failure {
            notes,
            sources: target.run.sources,
        });
    }
    let appended = target.append(
        &import.records,
        args.by.as_deref(),
        believed(args.clock_checked),
    )?;
    let id = import.records.first().map_or("", |r| r.id.as_str());
    let key = if appended.added == 0 {
        "record-there-already"
    } else {
        "record-done"
    };
    if !session.quiet {
        session.say(
            key,
            [
                ("id", id.into()),
                ("count", i64::from(appended.count).into()),
            ],
        );
    }
    Ok(Exit::Clean)
}

/// The record as a line of JSON, in the order in which people say it.
fn line(args: &RecordArgs, session: &Session) -> String {
    let today = session.as_of.unwrap_or_else(clock::today).to_string();
    let mut map = Map::new();
    let kind =
        luoshi_evidence::Kind::from_name(&args.kind).map_or(args.kind.as_str(), |k| k.name());
    map.insert("kind".to_owned(), kind.into());
    map.insert("date".to_owned(), args.date.clone().unwrap_or(today).into());
    let texts = [
        ("id", &args.id),
        ("time", &args.time),
        ("duty", &args.duty),
        ("subject", &args.subject),
        ("status", &args.status),
        ("ref", &args.refers),
        ("until", &args.until),
        ("note", &args.note),
    ];
    for (key, text) in texts {
        map.extend(text.clone().map(|t| (key.to_owned(), Value::String(t))));
    }
    for (key, list) in [("actor", &args.actor), ("marks", &args.marks)] {
        if !list.is_empty() {
            map.insert(key.to_owned(), list.clone().into());
        }
    }
    for (key, text) in [("quantity", &args.quantity), ("amount", &args.amount)] {
        map.extend(text.as_ref().map(|t| (key.to_owned(), number(t))));
    }
    if !args.set.is_empty() {
        let set = args
            .set
            .iter()
            .map(|(k, v)| (k.clone(), Value::String(v.clone())));
        map.insert("set".to_owned(), Value::Object(set.collect()));
    }
    Value::Object(map).to_string()
}

/// A number as it was typed: what is none stays a text, and is refused with its place.
fn number(text: &str) -> Value {
    match serde_json::from_str::<serde_json::Number>(text) {
        Ok(number) if number.to_string() == text => Value::Number(number),
        _ => Value::String(text.to_owned()),
    }
}
