//! A rule tried on facts that no ledger has shown, for whoever asks what it can come to.
//!
//! The script runs in the engine that judges plans. In a run *by value* facts are whole numbers, as they
//! always are. In a run *by line* every fact is a number that remembers of which facts it is the sum: what
//! the script asks of it is written down with the answer. Whatever facts give the same answers lead the
//! script the same way to the same end, so one run speaks for all of them.

mod line;
mod simple;
mod words;

pub use line::{Amount, Is, Line, MOST, Test};

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use luoshi_plan::Plan;
use luoshi_plan::model::Severity;
use rhai::{AST, Engine, EvalAltResult, Scope};

use crate::assessment::{Status, fails};
use crate::script;

/// A number that a rule can ask of a duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Count {
    /// `met`
    Met,
    /// `missed`
    Missed,
    /// `late`
    Late,
    /// `violated`
    Violated,
    /// `suspect`
    Suspect,
    /// `unknown`
    Unknown,
    /// `pending`
    Pending,
    /// `figure`
    Figure,
    /// `failing`: a sum of others
    Failing,
    /// `judged`: a sum of others
    Judged,
}

impl Count {
    /// Every one, with its word in a rule.
    pub const ALL: [(Count, &'static str); 10] = [
        (Count::Met, "met"),
        (Count::Missed, "missed"),
        (Count::Late, "late"),
        (Count::Violated, "violated"),
        (Count::Suspect, "suspect"),
        (Count::Unknown, "unknown"),
        (Count::Pending, "pending"),
        (Count::Figure, "figure"),
        (Count::Failing, "failing"),
        (Count::Judged, "judged"),
    ];

    /// Its word in a rule.
    #[must_use]
    pub fn word(self) -> &'static str {
        let found = Count::ALL.iter().find(|(count, _)| *count == self);
        found.map_or("", |(_, word)| word)
    }

    /// The counts of which it is the sum, for a duty so grave; itself if it is no sum.
    #[must_use]
    pub fn parts(self, severity: Severity) -> Vec<Count> {
        let failing = || {
            let each = [
                (Status::Missed, Count::Missed),
                (Status::Late, Count::Late),
                (Status::Violated, Count::Violated),
            ];
            each.into_iter()
                .filter(move |(status, _)| fails(*status, severity))
                .map(|(_, count)| count)
        };
        match self {
            Count::Failing => failing().collect(),
            Count::Judged => std::iter::once(Count::Met).chain(failing()).collect(),
            single => vec![single],
        }
    }
}

/// What a rule asks while it runs. Nothing is given back for a name that does not exist.
pub trait Asked: Send + Sync {
    /// Whether there is a duty of this id.
    fn has_duty(&self, id: &str) -> bool;
    /// A number of a duty.
    fn count(&self, duty: &str, count: Count) -> Option<Amount>;
    /// How many incidents of a kind.
    fn incidents(&self, kind: &str) -> Option<Amount>;
    /// A parameter; none inside if it has no number.
    fn parameter(&self, id: &str) -> Option<Option<Amount>>;
}

/// What a rule says of facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// It is kept: `true`.
    Holds,
    /// It is not kept: `false`.
    Violated,
    /// It says that it cannot tell (`throw`), or fails while it runs.
    Unknown,
}

/// What a run came to.
#[derive(Debug, Clone)]
pub struct Tried {
    /// What the rule says.
    pub outcome: Outcome,
    /// Why it cannot tell.
    pub error: Option<String>,
    /// All facts that give these answers lead to the same outcome.
    pub tests: Vec<Test>,
    /// Whether the facts were pinned to their values, for the script does more with them than add and compare.
    pub pinned: bool,
    /// Whether the script asked which subject it is judged for.
    pub subject_read: bool,
}

/// How facts appear in a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum How {
    ByValue,
    ByLine,
}

/// What functions of the script and whoever runs it share.
struct Desk {
    how: How,
    asked: Option<Arc<dyn Asked>>,
    subject: String,
    subject_read: bool,
    tests: Vec<Test>,
    /// Something was done with a line that no line can follow.
    lost: bool,
}

type Shared = Arc<Mutex<Desk>>;

fn desk(shared: &Shared) -> MutexGuard<'_, Desk> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A rule, compiled, with a place for facts.
pub struct Trial {
    engine: Engine,
    ast: AST,
    desk: Shared,
    /// Whether its script does nothing that a run by line could get wrong.
    simple: bool,
}

impl Trial {
    /// The rule of this id; none if the plan has none, or its script cannot be compiled.
    #[must_use]
    pub fn new(plan: &Plan, rule: &str) -> Option<Trial> {
        let mut rules = plan.content.rules.iter();
        let rule = rules.find(|r| r.duty.id.name == rule)?;
        let text = script::text(plan, rule)?;
        let desk = Arc::new(Mutex::new(Desk {
            how: How::ByValue,
            asked: None,
            subject: String::new(),
            subject_read: false,
            tests: Vec::new(),
            lost: false,
        }));
        let mut engine = script::engine();
        let ast = engine.compile_with_scope(&Scope::new(), text).ok()?;
        words::register(&mut engine, &desk);
        let simple = simple::is_simple(&ast);
        Some(Trial {
            engine,
            ast,
            desk,
            simple,
        })
    }

    /// Tries the rule for a subject, or for the whole jurisdiction.
    #[must_use]
    pub fn run(&self, asked: &Arc<dyn Asked>, subject: Option<&str>) -> Tried {
        let by_value = self.once(How::ByValue, asked, subject).0;
        if !self.simple {
            return by_value;
        }
        let (by_line, sure) = self.once(How::ByLine, asked, subject);
        if sure && by_line.outcome == by_value.outcome {
            by_line
        } else {
            by_value
        }
    }

    /// One run, and whether its tests can be trusted.
    fn once(&self, how: How, asked: &Arc<dyn Asked>, subject: Option<&str>) -> (Tried, bool) {
        {
            let mut desk = desk(&self.desk);
            desk.how = how;
            desk.asked = Some(Arc::clone(asked));
            desk.subject = subject.unwrap_or_default().to_owned();
            desk.subject_read = false;
            desk.tests.clear();
            desk.lost = false;
        }
        let scope = &mut Scope::new();
        let result = self.engine.eval_ast_with_scope::<bool>(scope, &self.ast);
        let mut desk = desk(&self.desk);
        desk.asked = None;
        let mut tests = std::mem::take(&mut desk.tests);
        tests.sort();
        tests.dedup();
        let (outcome, error, understood) = match result {
            Ok(true) => (Outcome::Holds, None, true),
            Ok(false) => (Outcome::Violated, None, true),
            Err(error) => (Outcome::Unknown, Some(error.to_string()), is_thrown(&error)),
        };
        let tried = Tried {
            outcome,
            error,
            tests,
            pinned: how == How::ByValue,
            subject_read: desk.subject_read,
        };
        (tried, understood && !desk.lost)
    }
}

/// Whether the script itself gave up, or asked for what is not there. Any other error could come from
/// how facts appear in the run.
fn is_thrown(error: &EvalAltResult) -> bool {
    match error {
        EvalAltResult::ErrorInFunctionCall(_, _, inner, _) => is_thrown(inner),
        EvalAltResult::ErrorRuntime(..) | EvalAltResult::ErrorVariableNotFound(..) => true,
        _ => false,
    }
}
