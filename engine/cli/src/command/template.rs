//! `luoshi template`: an empty ledger for one kind of record.

mod columns;

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use luoshi::{Run, choices, folder_of, load, names, whole};
use luoshi_diagnostics::{Arg, Code, Messages, Note};
use luoshi_evidence::{
    Field, Kind, PREPARED_ROWS, Template, Texts, follows_later, template_csv, template_workbook,
};
use luoshi_plan::Plan;

use super::Done;
use super::import::kind;
use super::named::named;
use crate::args::TemplateArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;
use crate::usage;

pub(super) fn run(args: &TemplateArgs, session: &mut Session) -> Done {
    let kind = kind(&args.kind)?;
    let folder = folder_of(&args.path)?;
    let mut run = Run::default();
    let Some(plan) = load(&mut run, &folder, &session.packages).plan else {
        return Err(run.into());
    };
    let template = template(&plan, kind, args.duty.as_deref(), session.words)?;
    if args.xlsx {
        let bytes = template_workbook(&template).map_err(|error| unwritable("-", &error))?;
        let path = args
            .output
            .clone()
            .unwrap_or_else(|| default_path(kind, session.words));
        write_new(&path, &bytes)?;
        let path = path.display().to_string();
        let rows = i64::from(PREPARED_ROWS);
        let to = match args.path.display().to_string() {
            here if here == "." => String::new(),
            folder => format!(" --to {folder}"),
        };
        session.say(
            "template-done",
            [
                ("path", path.into()),
                ("rows", rows.into()),
                ("to", to.into()),
            ],
        );
        return Ok(Exit::Clean);
    }
    let heading = columns::plain_heading(Field::Kind, session.words);
    let csv = template_csv(&template, &heading);
    match &args.output {
        Some(path) => write_new(path, csv.as_bytes())?,
        None => session.out.write(&csv),
    }
    Ok(Exit::Clean)
}

/// The empty ledger of a kind, for one of its duties alone if it is named.
fn template(
    plan: &Plan,
    kind: Kind,
    duty: Option<&str>,
    words: Messages,
) -> Result<Template, Failure> {
    let duties = choices::duties_of(plan, kind);
    if duties.is_empty() && kind != Kind::Correction {
        let used = Kind::ALL
            .into_iter()
            .filter(|k| !choices::duties_of(plan, *k).is_empty());
        let used: Vec<&str> = used.map(|k| columns::kind_name(k, words)).collect();
        return Err(
            usage::bad_value("KIND", columns::kind_name(kind, words), &used.join(", ")).into(),
        );
    }
    let duty = duty
        .map(|typed| named("--duty", typed, duties.iter().copied()))
        .transpose()?;
    let offer = choices::offer(plan, &names(plan), kind, duty.as_deref());
    let days = days(plan, kind);
    let title = title(
        plan,
        kind,
        duty.is_some().then(|| offer.duties[0].0.as_str()),
        words,
    );
    Ok(Template {
        kind,
        title,
        remark: say(
            words,
            "template-remark",
            [("options", words.word("template-sheet-options").into())],
        ),
        columns: columns::columns(kind, &offer, days, words),
        days,
        texts: texts(kind, words),
        paragraphs: ["people", "names", "rows", "import"]
            .into_iter()
            .map(|rule| {
                let rows = i64::from(PREPARED_ROWS);
                say(
                    words,
                    &format!("template-rule-{rule}"),
                    [("rows", rows.into())],
                )
            })
            .collect(),
    })
}

/// The days that a record may have: those of the plan, and a year more for what answers it.
fn days(plan: &Plan, kind: Kind) -> (Date, Date) {
    let (first, last) = (plan.span.from, plan.span.to);
    let later = last.checked_add(jiff::Span::new().years(1)).unwrap_or(last);
    (first, if follows_later(kind) { later } else { last })
}

fn title(plan: &Plan, kind: Kind, duty: Option<&str>, words: Messages) -> String {
    let (first, last) = (plan.span.from, plan.span.to);
    let same_year = if first.year() == last.year() {
        "-same-year"
    } else {
        ""
    };
    let (from, to) = (
        shown(first, "template-day", words),
        shown(last, &format!("template-day{same_year}"), words),
    );
    let days = say(
        words,
        "template-days",
        [("from", from.into()), ("to", to.into())],
    );
    let mut args = vec![
        ("place", Arg::from(plan.jurisdiction.name.as_str())),
        ("kind", columns::kind_name(kind, words).into()),
        ("days", days.into()),
    ];
    match duty {
        Some(duty) => {
            args.push(("duty", duty.into()));
            words.text("template-title-duty", &args)
        }
        None => words.text("template-title", &args),
    }
}

/// A day in words.
fn shown(day: Date, key: &str, words: Messages) -> String {
    let (month, of_month) = (i64::from(day.month()), i64::from(day.day()));
    say(
        words,
        key,
        [
            ("year", i64::from(day.year()).into()),
            ("month_number", month.into()),
            ("month_padded", format!("{month:02}").into()),
            ("day_number", of_month.into()),
            ("day_padded", format!("{of_month:02}").into()),
        ],
    )
}

fn texts(kind: Kind, words: Messages) -> Texts {
    let of_kind = |key: &str| {
        say(
            words,
            key,
            [("kind", columns::kind_name(kind, words).into())],
        )
    };
    Texts {
        ledger: of_kind("template-sheet-ledger"),
        options: words.word("template-sheet-options"),
        options_remark: words.word("template-options-remark"),
        options_of: words.word("template-options-of"),
        guide: words.word("template-sheet-guide"),
        guide_title: of_kind("template-guide-title"),
        guide_headings: ["column", "hint", "example", "required"]
            .map(|of| words.word(&format!("template-guide-{of}"))),
        required: words.word("template-required"),
        optional: words.word("template-optional"),
        example: words.word("template-example"),
        refused: words.word("template-refused"),
        footer: words.word("template-footer"),
        author: "luoshi".to_owned(),
    }
}

fn say<const N: usize>(words: Messages, key: &str, args: [(&'static str, Arg); N]) -> String {
    words.text(key, &args.into())
}

fn default_path(kind: Kind, words: Messages) -> PathBuf {
    let name = columns::kind_name(kind, words);
    PathBuf::from(say(words, "template-file", [("kind", name.into())]))
}

/// Never over a file that is there: it may be a ledger that somebody has filled.
fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let shown = path.display().to_string();
    if path.exists() {
        return Err(Note::new(Code::AlreadyExists).arg("path", shown).into());
    }
    Ok(whole::write(path, bytes)?)
}

fn unwritable(path: &str, error: &dyn std::error::Error) -> Note {
    Note::new(Code::WriteFailed)
        .arg("path", path)
        .arg("detail", error.to_string())
}
