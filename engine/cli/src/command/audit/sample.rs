//! `luoshi audit sample`: records for the check on site, and what their results mean.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use luoshi::{Run, Store, choices, folder_of, load, whole};
use luoshi_diagnostics::{Code, Note, Sources};
use luoshi_evidence::{Kind, decode, is_workbook};
use luoshi_plan::Plan;
use luoshi_sample::{
    Form, Openness, Request, Results, Sample, Selection, Terms, Unit, csv_form, draw, estimate,
    estimate_json, estimate_text, population_digest, read_csv, read_workbook, sample_json,
    sample_text, units_of, workbook_form,
};

use super::super::Done;
use super::super::import::kind;
use crate::args::{Format, SampleArgs, SampleCommand, SampleEvaluateArgs};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::pretty;
use crate::session::Session;
use crate::usage;

pub(crate) fn run(args: &SampleArgs, session: &mut Session) -> Done {
    if let Some(SampleCommand::Evaluate(args)) = &args.command {
        return evaluate(args, session);
    }
    let form = session.form([Format::Text, Format::Json, Format::Csv, Format::Xlsx])?;
    let request = request(args, session)?;
    let sample = draw(units(&args.paths, session.as_of(), session)?, &request)?;
    match form {
        Format::Json => write(args, &pretty(&sample_json(&sample)), session)?,
        Format::Csv => {
            let list = csv_form(&Form::of(&sample, session.words));
            write(args, &list, session)?;
            tell(args, &sample, session);
        }
        Format::Xlsx => {
            write_workbook(args, &sample, session)?;
            tell(args, &sample, session);
        }
        _ => write(args, &sample_text(session.words, &sample), session)?,
    }
    Ok(Exit::Clean)
}

fn request(args: &SampleArgs, session: &Session) -> Result<Request, Failure> {
    let kinds = args.kind.iter().map(|typed| kind(typed));
    Ok(Request {
        terms: Terms {
            confidence: args.confidence,
            tolerable: args.tolerable,
            expected: args.expected,
        },
        by: args.by.iter().filter_map(|by| by.by()).collect(),
        seed: args.seed.clone(),
        size: args
            .size
            .map(|size| u64::try_from(size).unwrap_or(u64::MAX)),
        as_of: session.as_of(),
        selection: Selection {
            kinds: kinds.collect::<Result<Vec<Kind>, Failure>>()?,
            duties: args.duty.clone(),
            from: args.from,
            to: args.to,
        },
    })
}

/// The records of all folders that count as of a day.
fn units(paths: &[PathBuf], as_of: Date, session: &mut Session) -> Result<Vec<Unit>, Failure> {
    let mut units = Vec::new();
    let mut codes = BTreeMap::new();
    for path in paths {
        let mut run = Run::default();
        let folder = folder_of(path)?;
        let loaded = load(&mut run, &folder, &session.packages);
        let store = Store::open(&folder, session.ledger.as_deref(), &mut run.sources)?;
        let read = store.read(&run.sources, as_of);
        run.notes.extend(read.notes);
        let (Some(plan), Some(evidence)) = (loaded.plan, read.value) else {
            return Err(run.into());
        };
        let code = plan.jurisdiction.code.clone();
        // Records of two ledgers of one township could not be told apart.
        if let Some(first) = codes.insert(code.clone(), path) {
            let shown = |path: &PathBuf| path.display().to_string();
            return Err(usage::together(&shown(first), &shown(path)).into());
        }
        units.extend(units_of(&evidence, &code, &names(&plan)));
    }
    Ok(units)
}

/// What duties and subjects are called, by id.
fn names(plan: &Plan) -> BTreeMap<String, String> {
    let subjects = plan
        .subjects
        .iter()
        .map(|s| (s.id.name.to_string(), s.name.to_string()));
    let duties = Kind::ALL.into_iter().flat_map(|kind| {
        let duties = choices::duties_of(plan, kind).into_iter();
        duties.map(|(id, name)| (id.to_owned(), name.to_owned()))
    });
    subjects.chain(duties).collect()
}

fn write(args: &SampleArgs, text: &str, session: &mut Session) -> Result<(), Failure> {
    session.write_to(args.output.as_deref(), text)
}

fn write_workbook(args: &SampleArgs, sample: &Sample, session: &Session) -> Result<(), Failure> {
    let Some(path) = &args.output else {
        return Err(usage::missing("--output").into());
    };
    let failed = |detail: String| {
        Note::new(Code::WriteFailed)
            .arg("path", path.display().to_string())
            .arg("detail", detail)
    };
    let form = Form::of(sample, session.words);
    let bytes = workbook_form(&form, session.words).map_err(failed)?;
    Ok(whole::write(path, &bytes)?)
}

/// Where the list is; not when it is printed itself.
fn tell(args: &SampleArgs, sample: &Sample, session: &mut Session) {
    let Some(path) = args.output.as_ref().filter(|_| !session.quiet) else {
        return;
    };
    let drawn = i64::try_from(sample.items.len()).unwrap_or(i64::MAX);
    session.say(
        "sample-written",
        [
            ("path", path.display().to_string().into()),
            ("drawn", drawn.into()),
        ],
    );
}

fn evaluate(args: &SampleEvaluateArgs, session: &mut Session) -> Done {
    let json = session.wants_json()?;
    let staged = read(&args.results)?;
    let mut notes = staged.notes;
    let Some(results) = staged.value else {
        return Err(Failure {
            notes,
            sources: Sources::default(),
        });
    };
    if !args.plan.is_empty() && changed(&args.plan, &results, session)? {
        notes.push(Note::new(Code::SampleLedgerChanged));
    }
    let openness = match args.open {
        true => Openness::Open,
        false => Openness::Closed,
    };
    let found = estimate(&results, openness);
    session.show(&notes, &Sources::default());
    let text = match json {
        true => pretty(&estimate_json(&found)),
        false => estimate_text(session.words, &found),
    };
    session.out.write(&text);
    Ok(Exit::Clean)
}

/// Whether the ledgers are no longer what they were.
fn changed(plans: &[PathBuf], results: &Results, session: &mut Session) -> Result<bool, Failure> {
    let mut units = units(plans, results.as_of(), session)?;
    units.retain(|unit| results.selection().has(unit));
    Ok(population_digest(&units) != results.population())
}

fn read(path: &Path) -> Result<luoshi_diagnostics::Staged<Results>, Failure> {
    let shown = path.display().to_string();
    if !path.is_file() {
        return Err(Note::new(Code::PathMissing).arg("path", shown).into());
    }
    let bytes = fs::read(path).map_err(|error| {
        Note::new(Code::FileUnreadable)
            .arg("path", shown.as_str())
            .arg("detail", error.to_string())
    })?;
    if is_workbook(&bytes) {
        return Ok(read_workbook(&bytes, &shown));
    }
    Ok(read_csv(&decode(&bytes, &shown)?.text, &shown))
}
