//! The Rhai host: expressions over facts, with limits, errors at their line.

mod facts;
mod names;
mod vocabulary;
mod whereabouts;

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use luoshi_diagnostics::{Code, Note};
use luoshi_plan::Plan;
use luoshi_plan::model::{Raw, Rule};
use rhai::packages::{Package, StandardPackage};
use rhai::{AST, Engine, EvalAltResult, Position, Scope};

use facts::Counts;
pub(crate) use facts::FactTable;
pub use facts::whole_number;
use names::{Mention, mentions};
pub use vocabulary::{VOCABULARY, Word};
use whereabouts::Whereabouts;

/// The rules of a program, compiled.
#[derive(Debug, Default)]
pub(crate) struct Scripts {
    by_rule: BTreeMap<String, Arc<Script>>,
}

/// Scripts by their text: what a text says is the same in every plan.
#[derive(Default)]
pub(crate) struct ScriptBook(RwLock<BTreeMap<String, Arc<Script>>>);

/// So many scripts are kept; a country has fewer, unless somebody writes them by machine.
const MOST_SCRIPTS: usize = 4096;

/// A script, compiled, with what must be looked up in the plan whose rule it is.
#[derive(Debug)]
pub(crate) struct Script {
    /// Or where it cannot be read, and why.
    ast: Result<AST, (Position, String)>,
    mentions: Vec<Mention>,
}

type Shared = Arc<FactTable>;

/// Bytes of a script at most.
const LONGEST: usize = 64 << 10;

/// Steps that a rule may take.
const OPERATIONS: u64 = 200_000;

pub(crate) fn engine() -> Engine {
    // Thousands of functions, which no engine changes.
    static STANDARD: LazyLock<StandardPackage> = LazyLock::new(StandardPackage::new);
    let mut engine = Engine::new_raw();
    engine.register_global_module(STANDARD.as_shared_module());
    engine.set_max_operations(OPERATIONS);
    engine.set_max_call_levels(16);
    engine.set_max_expr_depths(32, 16);
    engine.set_max_string_size(4096);
    engine.set_max_array_size(1024);
    engine.set_max_map_size(256);
    engine.set_strict_variables(true);
    engine.set_fail_on_invalid_map_property(true);
    for word in ["eval", "print", "debug"] {
        engine.disable_symbol(word);
    }
    // `sleep` would stop the run, and no limit of the engine stops it.
    engine.register_fn("sleep", |_: i64| -> Result<(), Box<EvalAltResult>> {
        Err("sleep".into())
    });
    engine
}

/// Functions that need facts, for one run and one subject.
fn register(engine: &mut Engine, facts: &Shared, subject: Option<&String>) {
    engine.register_type_with_name::<Counts>("duty");
    engine.register_get("met", |c: &mut Counts| c.met);
    engine.register_get("missed", |c: &mut Counts| c.missed);
    engine.register_get("late", |c: &mut Counts| c.late);
    engine.register_get("violated", |c: &mut Counts| c.violated);
    engine.register_get("suspect", |c: &mut Counts| c.suspect);
    engine.register_get("unknown", |c: &mut Counts| c.unknown);
    engine.register_get("pending", |c: &mut Counts| c.pending);
    engine.register_get("failing", |c: &mut Counts| c.failing);
    engine.register_get("failed", |c: &mut Counts| c.failing > 0);
    engine.register_get("judged", |c: &mut Counts| c.met + c.failing);
    engine.register_get("figure", |c: &mut Counts| c.figure);
    let here = subject.cloned();
    let (table, at) = (Arc::clone(facts), here.clone());
    engine.register_fn(
        "duty",
        move |id: &str| -> Result<Counts, Box<EvalAltResult>> {
            let by_subject = table.duties.get(id).ok_or_else(|| unknown_name(id))?;
            Ok(by_subject.get(&at).copied().unwrap_or_default())
        },
    );
    let (table, at) = (Arc::clone(facts), here.clone());
    engine.register_fn(
        "incidents",
        move |kind: &str| -> Result<i64, Box<EvalAltResult>> {
            let by_subject = table
                .incidents
                .get(kind)
                .ok_or_else(|| unknown_name(kind))?;
            Ok(by_subject.get(&at).copied().unwrap_or_default())
        },
    );
    let table = Arc::clone(facts);
    engine.register_fn(
        "param",
        move |id: &str| -> Result<i64, Box<EvalAltResult>> {
            let value = table.parameters.get(id).ok_or_else(|| unknown_name(id))?;
            value.ok_or_else(|| format!("`{id}`: not a number").into())
        },
    );
    engine.register_fn("subject", move || here.clone().unwrap_or_default());
}

pub(crate) fn unknown_name(name: &str) -> Box<EvalAltResult> {
    EvalAltResult::ErrorVariableNotFound(name.to_owned(), Position::NONE).into()
}

/// The text of a rule, in the plan or in a file of its own; none if it has not exactly one.
pub(crate) fn text<'p>(plan: &'p Plan, rule: &'p Rule) -> Option<&'p str> {
    match (&rule.holds, &rule.script) {
        (Some(Raw { text, .. }), None) => Some(text),
        (None, Some(name)) => plan.scripts.get(name).map(|(_, text)| text.as_str()),
        _ => None,
    }
}

impl Scripts {
    /// Compiles every rule of a plan; what cannot be compiled or names what does not exist is noted.
    pub(crate) fn compile(plan: &Plan, book: &ScriptBook, notes: &mut Vec<Note>) -> Scripts {
        let mut scripts = Scripts::default();
        for rule in &plan.content.rules {
            let id = &rule.duty.id;
            let (at, text) = match (&rule.holds, &rule.script) {
                (Some(Raw { text, place }), None) => {
                    (Whereabouts::inline(text, place), text.as_str())
                }
                (None, Some(name)) => match plan.scripts.get(name) {
                    Some((file, text)) => (Whereabouts::file(text, *file), text.as_str()),
                    None => {
                        let note = Note::new(Code::ScriptUnknownName).at(id.place.clone());
                        notes.push(note.arg("name", name.as_str()).arg("near", "none"));
                        continue;
                    }
                },
                _ => {
                    notes.push(
                        Note::new(Code::ScriptType)
                            .at(id.place.clone())
                            .arg("rule", id.name.as_str()),
                    );
                    continue;
                }
            };
            if text.len() > LONGEST {
                let limit = i64::try_from(LONGEST).unwrap_or(i64::MAX);
                let note = Note::new(Code::ScriptTooLong).at(id.place.clone());
                notes.push(note.arg("rule", id.name.as_str()).arg("limit", limit));
                continue;
            }
            let script = book.script(text);
            if let Err((position, why)) = &script.ast {
                let note = Note::new(Code::ScriptSyntax).at(at.place(*position, 1));
                notes.push(note.arg("why", why.as_str()));
            }
            let unknown = script.mentions.iter().filter_map(|m| m.unknown(plan, &at));
            notes.extend(unknown);
            let later = script.mentions.iter().filter_map(|m| m.later(plan, &at));
            notes.extend(later);
            scripts.by_rule.insert(id.name.to_string(), script);
        }
        scripts
    }

    /// Whether a rule is kept for a subject; the error otherwise.
    pub(crate) fn holds(
        &self,
        rule: &str,
        facts: &Shared,
        subject: Option<String>,
    ) -> Result<bool, String> {
        let script = self.by_rule.get(rule).ok_or_else(|| rule.to_owned())?;
        let ast = script.ast.as_ref().map_err(|_| rule.to_owned())?;
        let mut engine = engine();
        register(&mut engine, facts, subject.as_ref());
        engine
            .eval_ast_with_scope::<bool>(&mut Scope::new(), ast)
            .map_err(|error| error.to_string())
    }
}

impl ScriptBook {
    /// A script, compiled now or before.
    fn script(&self, text: &str) -> Arc<Script> {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(script) = known.get(text) {
            return script.clone();
        }
        drop(known);
        let script = Arc::new(Script::read(text));
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST_SCRIPTS {
            known.clear();
        }
        known.insert(text.to_owned(), script.clone());
        script
    }
}

impl Script {
    fn read(text: &str) -> Script {
        match engine().compile_with_scope(&Scope::new(), text) {
            Err(error) => Script {
                ast: Err((error.position(), error.to_string())),
                mentions: Vec::new(),
            },
            Ok(ast) => Script {
                mentions: mentions(&ast),
                ast: Ok(ast),
            },
        }
    }
}
