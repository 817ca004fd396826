//! What a record or a subject lacks, in words.

use luoshi_rules::{Lack, State, StateLack};

use super::Said;
use crate::reader::Reader;

/// What a record lacks.
pub(super) fn lack(reader: &Reader<'_>, lack: Lack, duty: &str) -> String {
    match lack {
        Lack::Marks(missing) => marks(reader, missing, duty),
        Lack::Attachments => reader.word("lack-attachments"),
        Lack::Quantity => reader.word("lack-quantity"),
        Lack::Quorum { present, needed } => quorum(reader, present, needed),
        Lack::NoAttendance => reader.word("lack-no-attendance"),
        Lack::Actor => reader.word("lack-actor"),
        Lack::Status => reader.word("lack-status"),
        Lack::Crew => reader.word("lack-crew"),
        Lack::Lead => reader.word("lack-lead"),
    }
}

fn marks(reader: &Reader<'_>, missing: u64, duty: &str) -> String {
    let Some(marks) = reader.glossary.marks.get(duty) else {
        return reader.word("lack-mark");
    };
    let lacking = marks.iter().enumerate();
    let lacking = lacking.filter(|(at, _)| missing >> at & 1 == 1);
    let names: Vec<String> = lacking.map(|(_, mark)| mark.clone()).collect();
    reader.say("lack-marks", [("marks", reader.called(&names).into())])
}

fn quorum(reader: &Reader<'_>, present: u32, needed: u32) -> String {
    let args = [
        ("present", i64::from(present).into()),
        ("needed", i64::from(needed).into()),
    ];
    reader.say("lack-quorum", args)
}

/// The state of a subject.
pub(super) fn state(reader: &Reader<'_>, of: &State, duty: &str) -> Said {
    let day = |d: Option<jiff::civil::Date>| d.map_or(String::new(), |d| d.to_string());
    let mut args = vec![
        ("latest", day(of.latest).into()),
        ("since", day(of.since).into()),
        ("due", day(of.due).into()),
    ];
    let key = match of.lack {
        None => "reason-state-has",
        Some(StateLack::None) => "reason-state-none",
        Some(StateLack::Ended) => "reason-state-ended",
        Some(StateLack::Old) => "reason-state-old",
        Some(StateLack::Headcount { stated, needed, .. }) => {
            let stated = stated.map_or_else(|| reader.word("report-not-stated"), |d| d.to_string());
            args.extend([
                ("stated", stated.into()),
                ("needed", i64::from(needed).into()),
            ]);
            "reason-state-headcount"
        }
        Some(StateLack::Lack(what)) => {
            args.push(("lack", lack(reader, what, duty).into()));
            "reason-state-lack"
        }
    };
    (key, args)
}
