//! The templates of a plan, made ready.

use luoshi_diagnostics::{Lang, Messages, Note, Sources};
use luoshi_documents::{Files, Library, Names, press};
use luoshi_evidence::Builder;
use luoshi_plan::Plan;
use luoshi_report::{Glossary, Reader};
use luoshi_rules::{Detail, Plugins, compile, evaluate, judge};

/// What is noticed of them.
pub(crate) fn ready(plan: &Plan, library: Library, sources: &Sources) -> Vec<Note> {
    let evidence = Builder::new(plan.span.from).finish().value;
    let evidence = evidence.expect("an empty ledger is good");
    let Some(program) = compile(plan, plan.span.from, Plugins::none()).value else {
        return Vec::new();
    };
    let facts = evaluate(&program, &evidence, Detail::Figures);
    let assessment = judge(&program, &evidence, &facts);
    let glossary = Glossary::of(plan);
    let files = Files {
        plan,
        evidence: &evidence,
        reader: Reader {
            words: Messages::of(Lang::ZhCn),
            assessment: &assessment,
            glossary: &glossary,
        },
    };
    press(Names::of(files), &library, sources).notes
}
