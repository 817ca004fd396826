//! `luoshi analyze`: whether two rules, or two versions of one, can differ or contradict each other.

use std::path::{Path, PathBuf};

use luoshi::{Run, folder_of, is_package, load, load_package};
use luoshi_analysis::{
    Analysis, Effort, Examples, Refused, Rule, Settings, Source, analyse, analysis_json,
    analysis_text, declared, furnished, rules_of, survey, survey_json, survey_text, versions,
    versions_json, versions_text,
};
use luoshi_diagnostics::{Code, Note, nearest};
use luoshi_plan::Plan;
use luoshi_plan::model::Parameter;
use luoshi_rules::{Plugins, compile};

use super::Done;
use crate::args::AnalyzeArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;

/// A plan with what it declares.
struct Read {
    plan: Plan,
    parameters: Vec<Parameter>,
    package: bool,
}

impl Read {
    fn source(&self) -> Source<'_> {
        Source {
            plan: &self.plan,
            parameters: &self.parameters,
            package: self.package,
        }
    }
}

pub(super) fn run(args: &AnalyzeArgs, session: &mut Session) -> Done {
    let json = session.wants_json()?;
    let (rules, path) = named(&args.what);
    let first = read(&path, session)?;
    let second = match &args.against {
        Some(other) => Some(read(other, session)?),
        None => None,
    };
    let settings = settings(args);
    let (here, there) = (first.source(), second.as_ref().map(Read::source));
    let analysis = match (rules.as_slice(), there) {
        ([], None) => {
            let survey = survey(here, settings);
            let bad = survey
                .alone
                .iter()
                .chain(&survey.pairs)
                .any(Analysis::is_bad);
            if json {
                session.out.json(&survey_json(&survey));
            } else {
                session.out.write(&survey_text(&survey, session.words));
            }
            return Ok(ends(bad));
        }
        ([], Some(there)) => {
            let versions = versions(here, there, settings);
            if json {
                session.out.json(&versions_json(&versions));
            } else {
                session.out.write(&versions_text(&versions, session.words));
            }
            return Ok(ends(versions.both.iter().any(Analysis::is_bad)));
        }
        ([rule], None) => pair(&[(here, rule)], settings)?,
        ([rule], Some(there)) => pair(&[(here, rule), (there, rule)], settings)?,
        ([one, other], None) => pair(&[(here, one), (here, other)], settings)?,
        ([one, other, ..], Some(there)) => pair(&[(here, one), (there, other)], settings)?,
        ([.., extra], None) => return Err(nothing_at(extra)),
    };
    if let Some(file) = &args.output {
        write_ledger(&analysis, file, session)?;
    }
    if json {
        session.out.json(&analysis_json(&analysis));
    } else {
        session.out.write(&analysis_text(&analysis, session.words));
    }
    Ok(ends(analysis.is_bad()))
}

fn ends(bad: bool) -> Exit {
    if bad { Exit::Failing } else { Exit::Clean }
}

fn settings(args: &AnalyzeArgs) -> Settings {
    Settings {
        effort: Effort {
            runs: usize::try_from(args.runs).unwrap_or(usize::MAX),
            most: i64::from(args.most),
        },
        all_parameters: args.all_parameters,
        examples: Examples::Ledgers,
    }
}

/// Rules, and the folder if the last of what was typed is one.
fn named(what: &[String]) -> (Vec<String>, PathBuf) {
    match what.split_last() {
        Some((last, rules)) if rules.len() == 2 || Path::new(last).exists() => {
            (rules.to_vec(), PathBuf::from(last))
        }
        _ => (what.to_vec(), PathBuf::from(".")),
    }
}

fn read(path: &Path, session: &Session) -> Result<Read, Failure> {
    let mut run = Run::default();
    let folder = folder_of(path)?;
    let package = is_package(&folder);
    let loaded = if package {
        load_package(&mut run, &folder, &session.packages, session.as_of())
    } else {
        load(&mut run, &folder, &session.packages)
    };
    let parameters = declared(&loaded.file, &loaded.packages);
    let Some(plan) = loaded.plan else {
        return Err(run.into());
    };
    // A script that says nothing is told where it stands.
    let notes = compile(&plan, plan.span.to, Plugins::none()).notes;
    if !notes.is_empty() {
        run.notes = notes;
        return Err(run.into());
    }
    Ok(Read {
        plan: if package { furnished(plan) } else { plan },
        parameters,
        package,
    })
}

fn pair(rules: &[(Source<'_>, &String)], settings: Settings) -> Result<Analysis, Failure> {
    let of = |(source, id): &(Source<'_>, &String)| {
        let known = rules_of(*source);
        if known.iter().any(|rule| rule.id == **id) {
            return Ok(());
        }
        let near = nearest(id, known.iter().map(|rule| rule.id.as_str()));
        let note = Note::new(Code::AnalysisRuleUnknown).arg("name", id.as_str());
        Err(Failure::from(note.arg("near", near.unwrap_or("none"))))
    };
    rules.iter().try_for_each(of)?;
    let asked = rules.iter().map(|(source, id)| Rule {
        source: *source,
        id: id.as_str(),
    });
    let asked: Vec<Rule<'_>> = asked.collect();
    analyse(&asked, settings).map_err(|refused| match refused {
        Refused::Unknown(id) => nothing_at(&id),
        Refused::NoCommonSubject => {
            let (first, second) = (asked[0].id, asked[asked.len() - 1].id);
            let note = Note::new(Code::AnalysisNoCommonSubject).arg("first", first);
            note.arg("second", second).into()
        }
    })
}

fn nothing_at(name: &str) -> Failure {
    let note = Note::new(Code::AnalysisRuleUnknown).arg("name", name);
    note.arg("near", "none").into()
}

/// Writes the ledger of the first example that has one; an empty ledger is an empty file.
fn write_ledger(analysis: &Analysis, file: &Path, session: &mut Session) -> Result<(), Failure> {
    let ledgers = analysis
        .examples()
        .filter_map(|(_, e)| e.ledger.as_ref().ok());
    let records = ledgers.take(1).flat_map(|ledger| &ledger.records);
    let lines: String = records.map(|record| record.to_json() + "\n").collect();
    session.write_to(Some(file), &lines)
}
