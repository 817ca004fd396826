//! `luoshi explain`: the argument behind a finding, what became of a record, or the page of a code or a topic.

use luoshi::{Outcome, assess};
use luoshi_diagnostics::{Code, Messages, Note, nearest};
use luoshi_lint::bases;
use luoshi_report::{Glossary, Reader, explain, explain_record, page, topic, topics};
use luoshi_rules::Assessment;

use super::Done;
use crate::args::ExplainArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::progress::Progress;
use crate::session::Session;

pub(super) fn run(args: &ExplainArgs, session: &mut Session) -> Done {
    let asked =
        |code: &&Code| code.id().eq_ignore_ascii_case(&args.what) || code.name() == args.what;
    if let Some(code) = Code::ALL.iter().find(asked) {
        session.out.write(&page(*code, session.words));
        let bases = bases(*code, session.words);
        if !bases.is_empty() {
            session.out.write("\n");
            session.say("lint-page-basis", []);
            bases
                .iter()
                .for_each(|basis| session.out.write(&format!("  {basis}\n")));
        }
        return Ok(Exit::Clean);
    }
    if let Some(page) = topic(&args.what, session.words) {
        session.out.write(&page);
        return Ok(Exit::Clean);
    }
    // A code that does not exist is no finding of any plan, and needs no plan to be told so.
    if is_like_a_code(&args.what) {
        return Err(unknown(&args.what, None, session.words).into());
    }
    finding(args, session)
}

fn is_like_a_code(what: &str) -> bool {
    let digits = what.strip_prefix("LS").or_else(|| what.strip_prefix("ls"));
    digits.is_some_and(|d| !d.is_empty() && d.bytes().all(|b| b.is_ascii_digit()))
}

fn finding(args: &ExplainArgs, session: &mut Session) -> Done {
    let progress = Progress::start(session.words);
    let mut run = assess(&args.path, &session.options(), &mut |stage| {
        progress.at(stage)
    });
    drop(progress);
    let Some(Outcome::Plan {
        plan,
        store,
        assessment,
        ..
    }) = run.outcome.take()
    else {
        run.notes.extend(
            run.notes
                .is_empty()
                .then(|| unknown(&args.what, None, session.words)),
        );
        return Err(run.into());
    };
    let glossary = Glossary::of(&plan);
    let reader = Reader {
        words: session.words,
        assessment: &assessment,
        glossary: &glossary,
    };
    let find = |id: &str| store.find(&run.sources, id);
    let finding = assessment.findings.iter().find(|f| f.id == args.what);
    let text = finding.map_or_else(
        || explain_record(&reader, &args.what, &find),
        |finding| Some(explain(&reader, finding, &find)),
    );
    let Some(text) = text else {
        return Err(unknown(&args.what, Some(&assessment), session.words).into());
    };
    session.out.write(&text);
    Ok(Exit::Clean)
}

fn unknown(what: &str, assessment: Option<&Assessment>, words: Messages) -> Note {
    let ids = assessment
        .into_iter()
        .flat_map(|a| &a.findings)
        .map(|f| f.id.as_str());
    let topics = topics(words);
    let near = nearest(what, ids.chain(topics.iter().map(String::as_str)));
    Note::new(Code::FindingUnknown)
        .arg("id", what)
        .arg("near", if near.is_some() { "yes" } else { "no" })
        .arg("suggestion", near.unwrap_or(""))
}

impl From<Vec<Note>> for Failure {
    fn from(notes: Vec<Note>) -> Self {
        Failure {
            notes,
            ..Failure::default()
        }
    }
}
