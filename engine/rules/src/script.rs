//! The Rhai host: expressions over facts, with limits, errors at their line.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use luoshi_diagnostics::{Code, FileId, Note, Place};
use luoshi_plan::model::{Duty, Raw, Rule};
use luoshi_plan::{Plan, Space};
use rhai::packages::{Package, StandardPackage};
use rhai::{AST, ASTNode, Engine, EvalAltResult, Expr, Position, Scope, Stmt};

use crate::assessment::{Status, fails};
use crate::program::DutyInfo;
use crate::verdict::Verdict;

/// A word that a rule may use.
#[derive(Debug, Clone, Copy)]
pub struct Word {
    /// How it is written.
    pub form: &'static str,
    /// The key of its text in the catalogues.
    pub text: &'static str,
}

/// All words that a rule may use beside Rhai's own operators, `if`, `let` and arithmetic on
/// whole numbers.
pub const VOCABULARY: &[Word] = &[
    Word {
        form: "duty(\"ID\").met",
        text: "vocabulary-met",
    },
    Word {
        form: "duty(\"ID\").missed",
        text: "vocabulary-missed",
    },
    Word {
        form: "duty(\"ID\").late",
        text: "vocabulary-late",
    },
    Word {
        form: "duty(\"ID\").violated",
        text: "vocabulary-violated",
    },
    Word {
        form: "duty(\"ID\").suspect",
        text: "vocabulary-suspect",
    },
    Word {
        form: "duty(\"ID\").unknown",
        text: "vocabulary-unknown",
    },
    Word {
        form: "duty(\"ID\").pending",
        text: "vocabulary-pending",
    },
    Word {
        form: "duty(\"ID\").failing",
        text: "vocabulary-failing",
    },
    Word {
        form: "duty(\"ID\").failed",
        text: "vocabulary-failed",
    },
    Word {
        form: "duty(\"ID\").judged",
        text: "vocabulary-judged",
    },
    Word {
        form: "duty(\"ID\").figure",
        text: "vocabulary-figure",
    },
    Word {
        form: "incidents(\"KIND\")",
        text: "vocabulary-incidents",
    },
    Word {
        form: "param(\"ID\")",
        text: "vocabulary-param",
    },
    Word {
        form: "subject()",
        text: "vocabulary-subject",
    },
];

/// Counts of the findings of one duty.
#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    met: i64,
    missed: i64,
    late: i64,
    violated: i64,
    suspect: i64,
    unknown: i64,
    pending: i64,
    failing: i64,
    figure: i64,
}

/// What rules can ask for: counts per duty and subject, incidents, parameters.
#[derive(Debug, Default)]
pub(crate) struct FactTable {
    /// By duty, then by subject; `None` holds the sum over all.
    duties: BTreeMap<String, BTreeMap<Option<String>, Counts>>,
    incidents: BTreeMap<String, BTreeMap<Option<String>, i64>>,
    parameters: BTreeMap<String, Option<i64>>,
}

impl FactTable {
    pub(crate) fn new(plan: &Plan, duties: &[Arc<DutyInfo>], verdicts: &[Verdict]) -> FactTable {
        let mut table = FactTable::default();
        // A duty that is off is known too: it has no findings.
        for space in [Space::Duty, Space::Chain] {
            for (name, _) in plan.places.of(space) {
                table.duties.insert(name.to_owned(), BTreeMap::new());
            }
        }
        for verdict in verdicts {
            let info = &duties[verdict.duty];
            let by_subject = table.duties.entry(info.id.clone()).or_default();
            let subject = verdict
                .subject
                .map(|at| plan.subjects[at as usize].id.name.clone());
            by_subject.entry(None).or_default().add(verdict, info);
            if subject.is_some() {
                by_subject.entry(subject).or_default().add(verdict, info);
            }
        }
        for kind in &plan.content.incidents {
            table
                .incidents
                .insert(kind.id.name.clone(), BTreeMap::new());
        }
        for parameter in &plan.parameters {
            let number = parameter.value.as_deref().and_then(whole_number);
            table.parameters.insert(parameter.id.clone(), number);
        }
        table
    }

    /// `places` are the subject of the incident and those that it lies in.
    pub(crate) fn count_incident<'s>(&mut self, kind: &str, places: impl Iterator<Item = &'s str>) {
        if let Some(by_subject) = self.incidents.get_mut(kind) {
            *by_subject.entry(None).or_default() += 1;
            for place in places {
                *by_subject.entry(Some(place.to_owned())).or_default() += 1;
            }
        }
    }
}

/// The leading whole number of a value such as `50`, `50元`, `3wd`: what `param` gives a rule.
#[must_use]
pub fn whole_number(text: &str) -> Option<i64> {
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

impl Counts {
    fn add(&mut self, verdict: &Verdict, info: &DutyInfo) {
        match verdict.status {
            Status::Met => self.met += 1,
            Status::Missed => self.missed += 1,
            Status::Late => self.late += 1,
            Status::Violated => self.violated += 1,
            Status::Suspect => self.suspect += 1,
            Status::Unknown => self.unknown += 1,
            Status::Pending | Status::DueSoon => self.pending += 1,
            Status::Unset | Status::Waived | Status::NotApplicable => {}
        }
        self.failing += i64::from(fails(verdict.status, info.severity));
        // What figures add up to fails rules; a sign may do that only where a rule asks for `suspect`.
        if verdict.status != Status::Suspect {
            self.figure += verdict.figure;
        }
    }
}

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

/// A name in a script.
#[derive(Debug)]
struct Mention {
    name: String,
    position: Position,
    /// How many bytes of the script it takes.
    length: usize,
    of: Named,
}

/// What a name names.
#[derive(Debug)]
enum Named {
    Duty,
    Incident,
    Parameter,
    /// Nothing that any plan could have, such as a function that does not exist; with the nearest
    /// name that does.
    Nothing {
        near: String,
    },
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

/// Names of functions and properties that rules may call.
const CALLS: &[&str] = &[
    "duty",
    "incidents",
    "param",
    "subject",
    "abs",
    "min",
    "max",
    "contains",
    "len",
    "to_string",
    "starts_with",
    "ends_with",
    "is_empty",
    "push",
    "filter",
    "map",
    "some",
    "all",
    "sum",
];

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
                (Some(Raw { text, place }), None) => (Whereabouts::inline(text, place), text),
                (None, Some(name)) => match plan.scripts.get(name) {
                    Some((file, text)) => (Whereabouts::file(text, *file), text),
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
            scripts.by_rule.insert(id.name.clone(), script);
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

/// Where a script stands: in a file of its own, or in the plan.
struct Whereabouts<'a> {
    text: &'a str,
    /// The whole script, or the scalar that holds it.
    whole: Place,
    /// Where its first character stands, if the text stands in the file as it is.
    start: Option<usize>,
}

impl<'a> Whereabouts<'a> {
    fn file(text: &'a str, file: FileId) -> Self {
        let whole = Place {
            file,
            start: 0,
            end: text.len(),
        };
        Whereabouts {
            text,
            whole,
            start: Some(0),
        }
    }

    /// A scalar on one line holds its text as it is, or in quotes; one that is folded over several
    /// lines, or has escapes, is pointed at as a whole.
    fn inline(text: &'a str, place: &Place) -> Self {
        let start = match (place.end - place.start).checked_sub(text.len()) {
            Some(0) => Some(place.start),
            Some(2) if !text.contains('\n') => Some(place.start + 1),
            _ => None,
        };
        Whereabouts {
            text,
            whole: place.clone(),
            start,
        }
    }

    /// The place of a position in the script.
    fn place(&self, position: Position, length: usize) -> Place {
        let Some(offset) = self.start else {
            return self.whole.clone();
        };
        let line = position.line().unwrap_or(1);
        let column = position.position().unwrap_or(1);
        let before: usize = self
            .text
            .split_inclusive('\n')
            .take(line.saturating_sub(1))
            .map(str::len)
            .sum();
        let rest = &self.text[before.min(self.text.len())..];
        let at = rest
            .char_indices()
            .nth(column.saturating_sub(1))
            .map_or(rest.len(), |(at, _)| at);
        // A length in bytes may end within a sign, such as one of Chinese: that sign is marked whole.
        let from = (before + at).min(self.text.len());
        let mut to = (from + length).min(self.text.len());
        while !self.text.is_char_boundary(to) {
            to += 1;
        }
        Place {
            file: self.whole.file,
            start: offset + from,
            end: offset + to,
        }
    }
}

/// Counts of a duty: the properties of the vocabulary.
fn counts() -> impl Iterator<Item = &'static str> {
    let property = |word: &Word| Some(word.form.rsplit_once(").")?.1);
    VOCABULARY.iter().filter_map(property)
}

/// The keys of every map that a script writes.
fn map_keys(ast: &AST) -> Vec<String> {
    let mut keys = Vec::new();
    ast.walk(&mut |path| {
        match path.last() {
            Some(ASTNode::Expr(Expr::Map(map, _))) => {
                keys.extend(map.0.iter().map(|(key, _)| key.name.to_string()));
            }
            // A map of constants alone is folded into one.
            Some(ASTNode::Expr(Expr::DynamicConstant(value, _))) => {
                let map = value.read_lock::<rhai::Map>();
                keys.extend(
                    map.iter()
                        .flat_map(|map| map.keys())
                        .map(ToString::to_string),
                );
            }
            _ => {}
        }
        true
    });
    keys
}

/// Every name in a script that must be looked up, and every function and property that does not exist.
fn mentions(ast: &AST) -> Vec<Mention> {
    let own: Vec<String> = ast.iter_functions().map(|f| f.name.to_owned()).collect();
    let keys = map_keys(ast);
    let calls: Vec<&str> = CALLS
        .iter()
        .copied()
        .chain(own.iter().map(String::as_str))
        .collect();
    let properties: Vec<&str> = counts().chain(CALLS.iter().copied()).collect();
    let mut found = Vec::new();
    ast.walk(&mut |path| {
        match path.last() {
            Some(ASTNode::Expr(Expr::Property(property, position))) => {
                let name = property.2.as_str();
                if !keys.iter().any(|key| key == name) {
                    found.extend(unless_known(name, &properties, *position));
                }
            }
            Some(
                ASTNode::Expr(Expr::FnCall(call, position) | Expr::MethodCall(call, position))
                | ASTNode::Stmt(Stmt::FnCall(call, position)),
            ) if !call.is_operator_call() => {
                found.extend(unless_known(&call.name, &calls, *position));
                if let Some(Expr::StringConstant(text, place)) = call.args.first() {
                    found.extend(Named::by(&call.name).map(|of| Mention {
                        name: text.to_string(),
                        position: *place,
                        length: text.len() + 2,
                        of,
                    }));
                }
            }
            _ => {}
        }
        true
    });
    found
}

/// A mention of what is none of the names known.
fn unless_known(name: &str, known: &[&str], position: Position) -> Option<Mention> {
    if known.contains(&name) {
        return None;
    }
    let near = luoshi_diagnostics::nearest(name, known.iter().copied()).unwrap_or("none");
    let near = near.to_owned();
    Some(Mention {
        name: name.to_owned(),
        position,
        length: name.len(),
        of: Named::Nothing { near },
    })
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

impl Named {
    /// What the argument of a function names; nothing for functions that name nothing.
    fn by(function: &str) -> Option<Named> {
        match function {
            "duty" => Some(Named::Duty),
            "incidents" => Some(Named::Incident),
            "param" => Some(Named::Parameter),
            _ => None,
        }
    }

    /// Whether a plan has something of that name.
    fn is_in(&self, plan: &Plan, name: &str) -> bool {
        match self {
            // A duty that is off is known too: it has no findings.
            Named::Duty => [Space::Duty, Space::Chain]
                .iter()
                .any(|space| plan.places.get(*space, name).is_some()),
            Named::Incident => plan.content.incidents.iter().any(|k| k.id.name == name),
            Named::Parameter => plan.parameters.iter().any(|p| p.id == name),
            Named::Nothing { .. } => false,
        }
    }

    /// The name that is nearest to one that the plan does not have.
    fn near(&self, plan: &Plan, name: &str) -> Option<String> {
        let duties = |space| plan.places.of(space).map(|(name, _)| name);
        let incidents = plan.content.incidents.iter();
        let names: BTreeSet<&str> = match self {
            Named::Duty => duties(Space::Duty).chain(duties(Space::Chain)).collect(),
            Named::Incident => incidents.map(|k| k.id.name.as_str()).collect(),
            Named::Parameter => plan.parameters.iter().map(|p| p.id.as_str()).collect(),
            Named::Nothing { near } => return Some(near.clone()),
        };
        luoshi_diagnostics::nearest(name, names).map(str::to_owned)
    }
}

impl Mention {
    /// The note on a name that the plan does not have.
    fn unknown(&self, plan: &Plan, at: &Whereabouts<'_>) -> Option<Note> {
        if self.of.is_in(plan, &self.name) {
            return None;
        }
        let near = self.of.near(plan, &self.name);
        let place = at.place(self.position, self.length);
        let note = Note::new(Code::ScriptUnknownName).at(place);
        let note = note.arg("name", self.name.as_str());
        Some(note.arg("near", near.unwrap_or_else(|| "none".to_owned())))
    }

    /// The note on what is judged no earlier than rules, so that every count of it is 0 for them.
    fn later(&self, plan: &Plan, at: &Whereabouts<'_>) -> Option<Note> {
        if !matches!(self.of, Named::Duty) {
            return None;
        }
        let content = &plan.content;
        let is_it = |duty: &Duty| duty.id.name == self.name;
        let section = if content.rules.iter().any(|rule| is_it(&rule.duty)) {
            "rules"
        } else if content.ladders.iter().any(|ladder| is_it(&ladder.duty)) {
            "ladders"
        } else if content.vetoes.iter().any(|veto| is_it(&veto.duty)) {
            "vetoes"
        } else if content.scorecards.iter().any(|card| is_it(&card.duty)) {
            "scorecards"
        } else {
            return None;
        };
        let place = at.place(self.position, self.length);
        let note = Note::new(Code::ScriptAsksLater).at(place);
        Some(note.arg("name", self.name.as_str()).arg("section", section))
    }
}

#[cfg(test)]
mod tests {
    use luoshi_plan::model::Severity;

    use super::{Counts, DutyInfo, Status, Verdict, fails};
    use crate::reason::Reason;

    #[test]
    fn a_sign_counts_for_itself_and_for_nothing_else() {
        let info = DutyInfo {
            id: "late_entry".to_owned(),
            name: String::new(),
            section: "plugins",
            clauses: Vec::new(),
            responsible: None,
            severity: Severity::Major,
        };
        let mut sign = Verdict::new(0, Status::Suspect, Reason::Held);
        sign.figure = 23;
        let mut counts = Counts::default();
        counts.add(&sign, &info);
        assert!(!fails(sign.status, info.severity));
        assert_eq!((counts.suspect, counts.unknown, counts.met), (1, 0, 0));
        assert_eq!((counts.failing, counts.figure), (0, 0));
    }

    #[test]
    fn sums_of_counts_are_made_of_the_same_parts_wherever_they_are_made() {
        use crate::trial::Count;
        let statuses = [
            (Status::Met, Count::Met),
            (Status::Missed, Count::Missed),
            (Status::Late, Count::Late),
            (Status::Violated, Count::Violated),
            (Status::Suspect, Count::Suspect),
            (Status::Unknown, Count::Unknown),
            (Status::Pending, Count::Pending),
        ];
        for severity in [Severity::Minor, Severity::Normal, Severity::Major] {
            let info = DutyInfo {
                id: "visit".to_owned(),
                name: String::new(),
                section: "activities",
                clauses: Vec::new(),
                responsible: None,
                severity,
            };
            for (status, count) in statuses {
                let mut counts = Counts::default();
                counts.add(&Verdict::new(0, status, Reason::Held), &info);
                let is_part = |of: Count| i64::from(of.parts(severity).contains(&count));
                assert_eq!(counts.failing, is_part(Count::Failing), "{status:?}");
                let judged = counts.met + counts.failing;
                assert_eq!(judged, is_part(Count::Judged), "{status:?}");
            }
        }
    }
}
