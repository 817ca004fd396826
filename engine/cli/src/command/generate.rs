//! `luoshi generate`: writes the papers that a plan calls for.

use std::path::{Path, PathBuf};

use luoshi::{Judged, Outcome, PaperFormat, Run, Store, assess, folder_of};
use luoshi_diagnostics::{Code, Level, Note};
use luoshi_documents::{Library, Paper, PaperState, Register, library, papers};
use luoshi_evidence::Evidence;
use luoshi_layout::Figures;
use luoshi_rules::{Plugins, compile, evaluate, judge};

use super::Done;
use crate::args::GenerateArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::progress::Progress;
use crate::session::Session;

mod again;
mod choose;
mod files;
mod issue;
mod list;
mod vars;

/// Where papers go, inside the folder of the plan.
const FOLDER: &str = "papers";

/// A run that papers can be made from.
struct Desk {
    judged: Judged,
    library: Library,
    register: Register,
    store: Store,
    plugins: Plugins,
    run: Run,
    figures: Figures,
    folder: PathBuf,
}

/// How often papers are made anew when something entered the ledger while they were made.
const TRIES: u32 = 5;

pub(super) fn run(args: &GenerateArgs, session: &mut Session) -> Done {
    for _ in 1..TRIES {
        match once(args, session, false)? {
            Some(exit) => return Ok(exit),
            None => tracing::info!("the ledger has grown meanwhile; once more"),
        }
    }
    Ok(once(args, session, true)?.unwrap_or(Exit::CouldNotRun))
}

/// Runs once; none if something entered the ledger meanwhile, unless it is the last try.
fn once(args: &GenerateArgs, session: &mut Session, last: bool) -> Result<Option<Exit>, Failure> {
    let desk = match open(args, session)? {
        Some(desk) => desk,
        None => return Ok(Some(Exit::BadInput)),
    };
    if let Some(of) = &args.vars {
        return vars::run(&desk, of, session).map(Some);
    }
    let files = desk.judged.files();
    let all = papers(&files, &desk.library, &desk.register);
    if args.list {
        return list::run(&desk, &all, args, session).map(Some);
    }
    let chosen = choose::chosen(&all, args)?;
    let names = files::names(&all);
    write(&desk, &chosen, &names, args, session, last)
}

/// Reads and judges. What is wrong with single templates is told and does not end the run.
fn open(args: &GenerateArgs, session: &mut Session) -> Result<Option<Desk>, Failure> {
    let progress = Progress::start(session.words);
    let options = session.options();
    let mut run = assess(&args.path, &options, &mut |stage| progress.at(stage));
    drop(progress);
    let (plan, store, plugins, assessment) = match run.outcome.take() {
        Some(Outcome::Plan {
            plan,
            store,
            plugins,
            assessment,
            ..
        }) => (plan, store, plugins, assessment),
        Some(Outcome::Package { name }) => {
            session.say("generate-package", [("name", name.into())]);
            return Ok(None);
        }
        None => return Err(run.into()),
    };
    let Some(evidence) = store.read(&run.sources, options.as_of).value else {
        return Err(run.into());
    };
    let read = library(&plan, &mut run.sources);
    let library = read.value.unwrap_or_default();
    // What is remarked on the plan is for `check` and `lint`; here it would bury what is wrong with a template.
    run.notes = read.notes;
    let register = Register::of(&evidence);
    let figures = Figures::of(plan.content.layout.as_ref());
    Ok(Some(Desk {
        judged: Judged::new(*plan, evidence, *assessment),
        library,
        register,
        store,
        plugins: *plugins,
        run,
        figures,
        folder: folder_of(&args.path)?,
    }))
}

impl Desk {
    /// The plan judged on other evidence as of a day.
    fn judged_on(&self, evidence: Evidence, day: jiff::civil::Date) -> Option<Judged> {
        let program = compile(&self.judged.plan, day, &self.plugins).value?;
        let facts = evaluate(&program, &evidence, luoshi_rules::Detail::Evidence);
        let assessment = judge(&program, &evidence, &facts);
        Some(self.judged.with(evidence, assessment))
    }

    /// What is wrong with templates: of reading them, and of making them ready.
    fn noted(&self, notes: Vec<Note>) -> Vec<Note> {
        let mut all = self.run.notes.clone();
        all.extend(notes);
        all
    }

    /// Whether one of the notes is an error.
    fn faulty(notes: &[Note]) -> bool {
        notes.iter().any(|note| note.code.level() == Level::Error)
    }
}

/// Writes what was chosen: drafts, or for good.
fn write(
    desk: &Desk,
    chosen: &[&Paper<'_>],
    names: &files::Names,
    args: &GenerateArgs,
    session: &mut Session,
    last: bool,
) -> Result<Option<Exit>, Failure> {
    let fonts = files::fonts(args)?;
    let (press, notes) = desk.judged.press(&desk.library, &desk.run.sources);
    let mut shown = desk.noted(notes);
    let target = args
        .output
        .clone()
        .unwrap_or_else(|| desk.folder.join(FOLDER));
    let formats = formats(args);
    let fills = args.fill.iter().cloned().collect();
    let mut batch = files::Batch::new(&target, &formats, &desk.figures, &fonts, &fills);
    // A template that cannot be used stops its own papers alone.
    let (usable, broken): (Vec<&Paper<'_>>, Vec<&Paper<'_>>) = chosen
        .iter()
        .partition(|paper| press.can_write(paper.template));
    let mut failed: Vec<Vec<Note>> = broken.iter().map(|_| Vec::new()).collect();
    failed.extend(again::write(desk, &usable, names, &mut batch));
    for paper in usable {
        let written = match &paper.state {
            PaperState::Issued(_) => Ok(()),
            _ if args.issue => batch.hold(paper),
            _ => batch.draft(desk, &press, paper, names, session.as_of()),
        };
        failed.extend(written.err());
    }
    let wrong = |notes: &Vec<Note>| notes.is_empty() || Desk::faulty(notes);
    if args.issue && !failed.iter().any(wrong) {
        let issued = issue::issue(desk, &press, names, args, session, &mut batch);
        failed.extend(issued.err());
    }
    let busy = |note: &Note| note.code == Code::LedgerBusy;
    if !last && failed.iter().flatten().any(busy) {
        return Ok(None);
    }
    let refused = failed.iter().any(wrong);
    shown.extend(failed.into_iter().flatten());
    shown.extend(batch.notes().iter().cloned());
    if !session.quiet || refused {
        session.show(&shown, &desk.run.sources);
    }
    if refused {
        return Ok(Some(Exit::of(&shown)));
    }
    let count = batch.save()?;
    told(session, &count, &target);
    Ok(Some(Exit::Clean))
}

fn formats(args: &GenerateArgs) -> Vec<PaperFormat> {
    let mut formats: Vec<PaperFormat> = args.write.iter().map(|form| (*form).into()).collect();
    if formats.is_empty() {
        formats.push(PaperFormat::Docx);
    }
    formats.sort_unstable();
    formats.dedup();
    formats
}

fn told(session: &mut Session, count: &files::Count, target: &Path) {
    if session.quiet {
        return;
    }
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    session.say(
        "generate-done",
        [
            ("papers", number(count.papers).into()),
            ("files", number(count.files).into()),
            ("unchanged", number(count.unchanged).into()),
            ("path", target.display().to_string().into()),
        ],
    );
    if count.issued > 0 {
        session.say("generate-issued", [("count", number(count.issued).into())]);
    }
    if count.open > 0 {
        session.say("generate-open", [("count", number(count.open).into())]);
    }
}

/// A note that nothing can be recorded where the evidence is a text.
fn text_evidence(desk: &Desk) -> Note {
    let folder = desk.folder.display().to_string();
    Note::new(Code::EvidenceFile)
        .arg(
            "path",
            desk.folder
                .join(luoshi::EVIDENCE_FILE)
                .display()
                .to_string(),
        )
        .arg("folder", folder)
}
