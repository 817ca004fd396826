//! What the end-to-end tests share: running a plan written in a test.

use jiff::civil::Date;
use luoshi_diagnostics::{Lang, Messages, Note, Sources, render_text};
use luoshi_evidence::{Evidence, read_jsonl};
use luoshi_plan::{Folder, Plan, parse, resolve};
use luoshi_rules::{Assessment, Detail, Plugins, compile, evaluate, judge};

/// Judges a plan and a ledger given as texts; the notes as text if anything is wrong with them.
///
/// # Errors
/// What is wrong with the plan or the ledger, as a person would read it.
pub fn assess(plan: &str, ledger: &str, as_of: Date) -> Result<Assessment, String> {
    let mut sources = Sources::default();
    let plan = read_plan(plan, &mut sources)?;
    let evidence = read_ledger(ledger, as_of, &mut sources)?;
    let staged = compile(&plan, as_of, Plugins::none());
    let program = staged.value.ok_or_else(|| shown(&staged.notes, &sources))?;
    let facts = evaluate(&program, &evidence, Detail::Evidence);
    Ok(judge(&program, &evidence, &facts))
}

/// A plan from one text.
///
/// # Errors
/// What is wrong with it, as a person would read it.
pub fn read_plan(plan: &str, sources: &mut Sources) -> Result<Plan, String> {
    let folder = Folder {
        name: "case".to_owned(),
        texts: vec![("plan.yaml".to_owned(), plan.to_owned())],
        ..Folder::default()
    };
    let file = parse(&folder, sources);
    let staged = resolve(&file, &[]);
    staged.value.ok_or_else(|| shown(&staged.notes, sources))
}

/// A ledger from JSON lines.
///
/// # Errors
/// What is wrong with it, as a person would read it.
pub fn read_ledger(ledger: &str, as_of: Date, sources: &mut Sources) -> Result<Evidence, String> {
    let file = sources.add("case/evidence.jsonl", ledger);
    let staged = read_jsonl(ledger, file, as_of);
    staged.value.ok_or_else(|| shown(&staged.notes, sources))
}

fn shown(notes: &[Note], sources: &Sources) -> String {
    render_text(notes, sources, Messages::of(Lang::En), false)
}
