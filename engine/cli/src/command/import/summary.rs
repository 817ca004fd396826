//! What an import tells of the sheets of a workbook.

use std::path::PathBuf;

use luoshi_diagnostics::{Arg, Args};
use luoshi_evidence::{Aside, ColumnReport, Field, Import, Rejection, SheetReport, Skipped, Taken};
use serde_json::{Value, json};

use crate::session::Session;

/// Prints a paragraph for each sheet that was read.
pub(super) fn show(import: &Import, saved: &[PathBuf], session: &mut Session) {
    for report in &import.sheets {
        if matches!(report.skipped, Some(why) if why != Skipped::Refused) {
            continue;
        }
        let mut lines = vec![text(
            session,
            "import-sheet",
            [("sheet", report.name.as_str().into())],
        )];
        let mut put = |line: String| lines.push(format!("  {line}"));
        if !report.range.is_empty() {
            put(range(report, session));
        }
        put(kind_and_duty(report, session));
        if let Some(year) = report.year {
            let year = ("year", Arg::from(year.to_string()));
            put(match report.month {
                None => text(session, "import-sheet-year", [year]),
                Some(month) => {
                    let month = ("month", Arg::from(i64::from(month)));
                    text(session, "import-sheet-year-month", [year, month])
                }
            });
        }
        if let Some(path) = report.saved.and_then(|place| saved.get(place)) {
            let path = path.display().to_string();
            put(text(
                session,
                "import-sheet-mapping",
                [("path", path.into())],
            ));
        }
        for one in &report.columns {
            put(column(one, session));
        }
        for one in &report.aside {
            put(aside(one, session));
        }
        if report.skipped.is_none() {
            let args = [
                ("records", i64::from(report.records).into()),
                ("rejected", rejected(import, report).into()),
            ];
            put(text(session, "import-sheet-records", args));
        }
        session.out.write(&(lines.join("\n") + "\n\n"));
    }
}

/// Says of each sheet which saved mapping it was read by.
pub(super) fn show_saved(import: &Import, saved: &[PathBuf], session: &mut Session) {
    for report in &import.sheets {
        if let Some(path) = report.saved.and_then(|place| saved.get(place)) {
            let sheet = ("sheet", report.name.as_str().into());
            let path = ("path", path.display().to_string().into());
            session.say("import-saved", [sheet, path]);
        }
    }
}

fn text<const N: usize>(session: &Session, key: &str, args: [(&'static str, Arg); N]) -> String {
    session.words.text(key, &Args::from(args))
}

fn rejected(import: &Import, report: &SheetReport) -> i64 {
    let here = |r: &&Rejection| r.cell.as_ref().is_some_and(|c| c.sheet == report.name);
    i64::try_from(import.rejected.iter().filter(here).count()).unwrap_or(i64::MAX)
}

fn range(report: &SheetReport, session: &Session) -> String {
    let args = [
        ("range", report.range.as_str().into()),
        ("layout", report.shape.word().into()),
        ("heading", rows(report.heading).into()),
    ];
    text(session, "import-sheet-range", args)
}

fn rows((first, last): (u32, u32)) -> String {
    match first == last {
        true => first.to_string(),
        false => format!("{first}-{last}"),
    }
}

fn kind_and_duty(report: &SheetReport, session: &Session) -> String {
    let has = |field| {
        let mut columns = report.columns.iter();
        columns.any(|column| column.taken == Taken::Field(field))
    };
    let unset = session.words.word("import-sheet-unset");
    let by_column = session.words.word("import-sheet-by-column");
    let kind = match report.kind {
        Some(kind) => format!("{} {}", kind.zh(), kind.name()),
        None if has(Field::Kind) => by_column.clone(),
        None => unset.clone(),
    };
    let duty = match &report.duty {
        Some(duty) => duty.clone(),
        None if has(Field::Duty) => by_column,
        None => unset,
    };
    let from = match report.kind_from_title {
        true => "title",
        false => "told",
    };
    let args = [
        ("kind", kind.into()),
        ("from", from.into()),
        ("duty", duty.into()),
    ];
    text(session, "import-sheet-kind", args)
}

fn column(report: &ColumnReport, session: &Session) -> String {
    let here = [
        ("column", Arg::from(report.column.as_str())),
        ("heading", Arg::from(report.heading.as_str())),
    ];
    let with = |key: &str, more: Option<(&'static str, Arg)>| {
        let args: Args = here.iter().cloned().chain(more).collect();
        session.words.text(key, &args)
    };
    match &report.taken {
        Taken::Field(field) => with("import-column", Some(("field", named(*field).into()))),
        Taken::Names => with("import-column-name", None),
        Taken::Idle => with("import-column-idle", None),
        Taken::Second(field) => with(
            "import-column-second",
            Some(("field", named(*field).into())),
        ),
        Taken::Unknown(near) if near.is_empty() => with("import-column-unknown", None),
        Taken::Unknown(near) => {
            let near: Vec<String> = near.iter().map(|field| named(*field)).collect();
            with("import-column-near", Some(("near", near.join("、").into())))
        }
    }
}

fn named(field: Field) -> String {
    format!("{} {}", field.zh(), field.key())
}

fn aside(one: &Aside, session: &Session) -> String {
    let said = match one.text.as_str() {
        "" => String::new(),
        said => text(session, "import-aside-text", [("text", said.into())]),
    };
    let args = [
        ("rows", rows(one.rows).into()),
        ("why", one.why.word().into()),
        ("text", said.into()),
    ];
    text(session, "import-aside", args)
}

/// The same for tools; `version` 1 of the format.
pub(super) fn json(import: &Import, saved: &[PathBuf]) -> Vec<Value> {
    let sheet = |report: &SheetReport| {
        let columns: Vec<Value> = report.columns.iter().map(column_json).collect();
        let aside: Vec<Value> = report
            .aside
            .iter()
            .map(|one| {
                json!({ "first": one.rows.0, "last": one.rows.1, "why": one.why.word(), "text": one.text })
            })
            .collect();
        let saved = report.saved.and_then(|place| saved.get(place));
        json!({
            "name": report.name,
            "skipped": report.skipped.map(Skipped::word),
            "layout": report.shape.word(),
            "range": report.range,
            "heading": [report.heading.0, report.heading.1],
            "kind": report.kind.map(|kind| kind.name()),
            "duty": report.duty,
            "year": report.year,
            "month": report.month,
            "mapping": saved.map(|path| path.display().to_string()),
            "columns": columns,
            "no_records": aside,
            "records": report.records,
            "rejected": rejected(import, report),
        })
    };
    import.sheets.iter().map(sheet).collect()
}

fn column_json(report: &ColumnReport) -> Value {
    let (field, near) = match &report.taken {
        Taken::Field(field) => (Some(field.key()), Vec::new()),
        Taken::Unknown(near) => (None, near.iter().map(|field| field.key()).collect()),
        Taken::Second(field) => (None, vec![field.key()]),
        Taken::Names | Taken::Idle => (None, Vec::new()),
    };
    json!({
        "column": report.column,
        "heading": report.heading,
        "field": field,
        "near": near,
    })
}
