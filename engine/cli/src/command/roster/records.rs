//! A roster as records: one person's shift each, without a mark until it has been held.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::civil::Date;
use luoshi::{Store, read_text, shown};
use luoshi_calendar::Span;
use luoshi_diagnostics::{Code, Note, Sources};
use luoshi_evidence::{
    Field, Kind, Mapping, Names, Record, import_csv, import_jsonl, write_csv, write_jsonl,
};
use luoshi_roster::{Problem, PublishedShift, RosterPlan};

use super::ledger::{self, Held};
use crate::args::{Format, RosterArgs};
use crate::command::write::{Target, believed};
use crate::failure::Failure;
use crate::session::Session;

/// The status by which a shift counts as never assigned.
const CANCELLED: &str = "cancelled";

/// The records of all shifts, as a file that can be imported.
pub(super) fn as_text(form: Format, roster: &RosterPlan) -> String {
    let records: Vec<Record> = all(roster).collect();
    let mut out = Vec::new();
    // A buffer in memory takes whatever is written.
    let _ = match form {
        Format::Csv => write_csv(&records, &mut out),
        _ => write_jsonl(&records, &mut out),
    };
    String::from_utf8(out).unwrap_or_default()
}

fn all(roster: &RosterPlan) -> impl Iterator<Item = Record> {
    let shift = |s: &luoshi_roster::Shift| {
        let date = s.date;
        let staff = s.staff.clone().into_iter();
        staff.map(move |staff| (date, staff)).collect::<Vec<_>>()
    };
    let shifts = roster.shifts.iter().flat_map(shift);
    shifts.map(|(date, staff)| record(&roster.roster, date, &staff))
}

fn record(roster: &str, date: Date, staff: &str) -> Record {
    let mut record = Record::new(Kind::Shift, date);
    // The same shift has the same id, so that a file that is imported twice enters once.
    record.id = format!("{roster}-{date}-{staff}");
    record.duty = Some(roster.to_owned());
    record.actor = vec![staff.to_owned()];
    record
}

/// The shifts of a roster that was published, on some days.
pub(super) fn published(
    path: &Path,
    (roster, span): (&str, Span),
    names: &Names,
    sources: &mut Sources,
) -> Result<Vec<PublishedShift>, Failure> {
    let ending = path.extension().and_then(|e| e.to_str()).unwrap_or("");
    if !["csv", "jsonl", "ndjson", "json"].contains(&ending) {
        let store = Store::open(Path::new("."), Some(path), sources)?;
        let held = ledger::of(&store, roster, sources)?;
        return Ok(held.published(span));
    }
    let text = read_text(path)?;
    let text = text.trim_start_matches('\u{feff}');
    let file = sources.add(shown(path), text);
    let import = match ending {
        "csv" => import_csv(text, file, &Mapping::default(), names),
        _ => import_jsonl(text, file, names),
    };
    if !import.rejected.is_empty() {
        return Err(Failure {
            notes: import.all_notes(),
            sources: std::mem::take(sources),
        });
    }
    let of = |r: &&Record| {
        let counts = matches!(r.status.as_deref(), None | Some("attended"));
        counts && r.kind == Kind::Shift && r.duty.as_deref() == Some(roster)
    };
    let shifts = import.records.iter().filter(of).flat_map(|r| {
        let shift = |staff: &String| PublishedShift {
            date: r.date,
            staff: staff.clone(),
        };
        r.actor.iter().map(shift).collect::<Vec<_>>()
    });
    Ok(shifts.filter(|s| span.contains(s.date)).collect())
}

/// Refuses to enter a roster beside another one on the same days.
pub(super) fn refuse_twice(
    problem: &Problem,
    held: &Held,
    name: &str,
    session: &Session,
) -> Result<(), Failure> {
    let there = held.published(problem.span);
    let days = there.iter().map(|s| s.date);
    let Some((first, last)) = days.clone().min().zip(days.max()) else {
        return Ok(());
    };
    let days = match first == last {
        true => first.to_string(),
        false => session.words.text(
            "roster-span",
            &vec![
                ("from", first.to_string().into()),
                ("to", last.to_string().into()),
            ],
        ),
    };
    Err(Note::new(Code::RosterThere)
        .arg("name", name)
        .arg("days", days)
        .arg("count", i64::try_from(there.len()).unwrap_or(i64::MAX))
        .into())
}

/// Enters a roster, or what a repair changed of it, in the ledger; what is to be said of it.
pub(super) fn enter(
    args: &RosterArgs,
    roster: &RosterPlan,
    held: &Held,
    session: &Session,
) -> Result<String, Failure> {
    let target = Target::of(&args.path, session)?;
    target.refuse_beside_text(session)?;
    let records = match args.repair {
        Some(_) => changed(roster, held, session),
        None => all(roster).collect(),
    };
    let mut corrections = 0;
    for record in &records {
        corrections += i64::from(record.kind == Kind::Correction);
    }
    let appended = target.append(&records, args.by.as_deref(), believed(args.clock_checked))?;
    let shifts = i64::from(appended.added).saturating_sub(corrections).max(0);
    let args = vec![
        ("count", shifts.into()),
        ("corrections", corrections.into()),
        ("total", i64::from(appended.count).into()),
    ];
    Ok(session.words.text("roster-recorded", &args) + "\n")
}

/// New shifts, and corrections by which those that fell away count as never assigned.
fn changed(roster: &RosterPlan, held: &Held, session: &Session) -> Vec<Record> {
    let mut records = Vec::new();
    for record in all(roster) {
        let staff = record.actor.first().map_or("", String::as_str);
        if held.ids_of(record.date, staff).next().is_none() {
            records.push(numbered(record, held));
        }
    }
    for change in &roster.changes {
        for staff in &change.off {
            for id in held.ids_of(change.date, staff) {
                let mut correction = Record::new(Kind::Correction, session.as_of());
                correction.refers = Some(id.to_owned());
                correction.set = BTreeMap::from([(Field::Status, CANCELLED.to_owned())]);
                correction.note = Some(session.words.word("roster-repair-note"));
                records.push(correction);
            }
        }
    }
    records
}

/// With an id of its own: somebody may have been on the shift, taken off it and put on it again.
fn numbered(mut record: Record, held: &Held) -> Record {
    let plain = record.id.clone();
    let mut again = 1;
    while held.takes(&record.id) {
        again += 1;
        record.id = format!("{plain}-{again}");
    }
    record
}
