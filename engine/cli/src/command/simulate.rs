//! `luoshi simulate`: evidence of a plan that is carried out, but for failures planted on purpose.

use std::path::{Path, PathBuf};

use luoshi::{Run, folder_of, load, read_text, whole};
use luoshi_diagnostics::{Code, Note};
use luoshi_rules::{Plugins, compile};
use luoshi_simulate::{Planted, Profile, Refused, simulate};

use super::Done;
use crate::args::SimulateArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;

/// With this the ids of simulated records begin, so that nobody takes them for real ones.
const MARK: &str = "\"id\":\"sim-";

pub(super) fn run(args: &SimulateArgs, session: &mut Session) -> Done {
    let folder = folder_of(&args.path)?;
    let mut run = Run::default();
    let plan = load(&mut run, &folder, &session.packages).plan;
    let Some(plan) = plan else {
        return Err(run.into());
    };
    let profile = settings(
        args.profile.as_deref(),
        &folder.join("profile.yaml"),
        Profile::from_yaml,
    )?;
    let planted = settings(
        args.planted.as_deref(),
        &folder.join("planted.yaml"),
        Planted::from_yaml,
    )?;
    let as_of = session.as_of.or(planted.as_of).unwrap_or(plan.span.to);
    let seed = args.seed.or(planted.seed).unwrap_or(1);
    let compiled = compile(&plan, as_of, Plugins::none());
    let Some(program) = compiled.value else {
        return Err(Failure {
            notes: compiled.notes,
            sources: run.sources,
        });
    };
    let simulation = simulate(&program, &profile, &planted, seed);
    let refused: Vec<Note> = simulation.refused.iter().map(not_planted).collect();
    session.show(&refused, &run.sources);
    let text: String = simulation
        .records
        .iter()
        .map(|r| r.to_json() + "\n")
        .collect();
    let Some(path) = &args.output else {
        session.out.write(&text);
        return Ok(Exit::Clean);
    };
    write(path, &text)?;
    if !session.quiet {
        let count = i64::try_from(simulation.records.len()).unwrap_or(i64::MAX);
        session.say(
            "simulate-done",
            [
                ("count", count.into()),
                ("seed", seed.to_string().into()),
                ("as_of", as_of.to_string().into()),
                ("path", path.display().to_string().into()),
            ],
        );
    }
    Ok(Exit::Clean)
}

/// Settings from the file that was named, else from that of the folder, else as they are by default.
fn settings<T: Default>(
    named: Option<&Path>,
    usual: &Path,
    read: fn(&str) -> Result<T, String>,
) -> Result<T, Failure> {
    let path: PathBuf = match named {
        Some(path) => path.to_owned(),
        None if usual.is_file() => usual.to_owned(),
        None => return Ok(T::default()),
    };
    let text = read_text(&path)?;
    read(&text).map_err(|detail| {
        Note::new(Code::SimulationFile)
            .arg("path", path.display().to_string())
            .arg("detail", detail)
            .into()
    })
}

fn not_planted(refused: &Refused) -> Note {
    Note::new(Code::NotPlanted)
        .arg("finding", refused.finding.as_str())
        .arg("why", refused.why.word())
}

/// Writes the records, but never over records that are not simulated.
fn write(path: &Path, text: &str) -> Result<(), Failure> {
    let shown = path.display().to_string();
    if path.exists() && !read_text(path)?.lines().all(|line| line.contains(MARK)) {
        return Err(Note::new(Code::AlreadyExists).arg("path", shown).into());
    }
    Ok(whole::write(path, text.as_bytes())?)
}
