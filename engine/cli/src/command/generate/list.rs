//! `generate --list`: every paper with its clause, due day and state.

use luoshi_diagnostics::Messages;
use luoshi_documents::{Paper, PaperState};
use luoshi_plan::model::DocumentKind;
use luoshi_report::paragraph;
use serde_json::{Value, json};

use super::super::Done;
use super::{Desk, choose};
use crate::args::GenerateArgs;
use crate::exit::Exit;
use crate::session::Session;

/// Columns by which what belongs to a paper stands in below its first line.
const BELOW: usize = 14;

pub(super) fn run(
    desk: &Desk,
    all: &[Paper<'_>],
    args: &GenerateArgs,
    session: &mut Session,
) -> Done {
    let json = session.wants_json()?;
    let narrowed = args.due || !args.paper.is_empty();
    let wanted: Vec<&Paper<'_>> = if narrowed {
        choose::chosen(all, args)?
    } else {
        all.iter().collect()
    };
    let (_, notes) = desk.judged.press(&desk.library, &desk.run.sources);
    session.show(&desk.noted(notes), &desk.run.sources);
    if json {
        let papers: Vec<Value> = wanted.iter().map(|paper| shown(paper)).collect();
        session.out.json(&json!({ "version": 1, "papers": papers }));
    } else {
        let text = text(&wanted, session.words);
        session.out.write(&text);
    }
    Ok(Exit::Clean)
}

fn shown(paper: &Paper<'_>) -> Value {
    let issued = match &paper.state {
        PaperState::Issued(issued) => Some(issued),
        _ => None,
    };
    let number = issued.and_then(|issued| issued.number.as_ref());
    json!({
        "id": paper.id(),
        "template": paper.template.name,
        "name": paper.template.head.name,
        "kind": paper.template.head.kind.word(),
        "about": paper.occasion.about,
        "clauses": paper.clauses,
        "due": paper.occasion.due.map(|day| day.to_string()),
        "state": paper.state.word(),
        "number": number.map(luoshi_documents::IssueNumber::shown),
        "issued": issued.map(|issued| issued.date.to_string()),
    })
}

/// Template by template, the papers of each in a table.
fn text(wanted: &[&Paper<'_>], words: Messages) -> String {
    let mut out = String::new();
    let mut rest = wanted;
    while let Some(first) = rest.first() {
        let of = |paper: &&Paper<'_>| paper.template.name == first.template.name;
        let count = rest.iter().take_while(|paper| of(paper)).count();
        let (these, others) = rest.split_at(count);
        section(these, words, &mut out);
        rest = others;
    }
    if out.is_empty() {
        out = words.word("generate-none") + "\n";
    }
    out
}

fn section(papers: &[&Paper<'_>], words: Messages, out: &mut String) {
    let template = papers[0].template;
    let args = vec![
        ("name", template.head.name.as_str().into()),
        ("template", template.name.as_str().into()),
        ("kind", kind(template.head.kind).into()),
        (
            "count",
            i64::try_from(papers.len()).unwrap_or(i64::MAX).into(),
        ),
    ];
    out.push_str(&words.text("generate-template", &args));
    out.push('\n');
    for paper in papers {
        let due = paper
            .occasion
            .due
            .map_or("-".to_owned(), |day| day.to_string());
        let state = state(&paper.state, words);
        let first = format!("  {due:<10}  {state}  ");
        paragraph(out, &first, BELOW, &paper.occasion.about);
        // The id stands alone on its line, so that it can be copied whole.
        out.push_str(&format!("{:BELOW$}{}\n", "", paper.id()));
        if !paper.clauses.is_empty() {
            let clauses = words.list(&paper.clauses);
            paragraph(out, &format!("{:BELOW$}", ""), BELOW, &clauses);
        }
    }
    out.push('\n');
}

fn state(state: &PaperState, words: Messages) -> String {
    let word = words.word(&format!("paper-{}", state.word()));
    match state {
        PaperState::Issued(issued) => match &issued.number {
            Some(number) => format!("{word} {}", number.shown()),
            None => format!("{word} {}", issued.date),
        },
        _ => word,
    }
}

/// The kind of a document as people call it: kinds of Chinese documents have no English names.
fn kind(kind: DocumentKind) -> &'static str {
    let found = DocumentKind::WORDS
        .iter()
        .find(|(known, ..)| *known == kind);
    found.map_or("", |(_, _, zh)| zh)
}
