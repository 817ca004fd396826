//! The plan after resolving: no dangling name, nothing left to look up in a file.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use luoshi_calendar::{Span, Workdays};
use luoshi_diagnostics::{FileId, Place};
use petgraph::graph::DiGraph;

use crate::decode::Space;
use crate::model::{File, Jurisdiction, Package, PlanHeader, Settings, Subject};

/// A plan with everything that it extends laid under it.
#[derive(Debug, Clone)]
pub struct Plan {
    /// What the plan is and who issued it.
    pub header: PlanHeader,
    /// When it applies.
    pub span: Span,
    /// Where it applies.
    pub jurisdiction: Jurisdiction,
    /// What holds for all duties.
    pub settings: Settings,
    /// The packages that it builds on, the most general first.
    pub packages: Vec<Package>,
    /// Index into `packages` of each file that is not the plan's own.
    pub package_of: BTreeMap<FileId, usize>,
    /// Every parameter with the value in force.
    pub parameters: Vec<ParameterInForce>,
    /// All sections of all files, packages first, each in the order written. Duties that are
    /// disabled or not active are gone; the clauses that the plan adds to a duty are in it.
    pub content: File,
    /// Every subject of every set.
    pub subjects: Vec<Subject>,
    /// Index into `subjects` by id.
    pub subject_index: BTreeMap<String, usize>,
    /// The subjects of each set, those of included sets too, in order, each once.
    pub sets: BTreeMap<String, Vec<usize>>,
    /// Who answers to whom: roles, edges from the one below to the one above.
    pub answers: DiGraph<String, AnswersBy>,
    /// Node of each role in `answers`.
    pub role_nodes: BTreeMap<String, petgraph::graph::NodeIndex>,
    /// Text of every Rhai script, by its name in `rules/`.
    pub scripts: BTreeMap<String, (FileId, String)>,
    /// Text of every document template of the plan and its packages, by its name in `templates/`
    /// without `.md`; the plan's own in the place of a package's.
    pub templates: BTreeMap<String, (FileId, String)>,
    /// Bytes of the program of every plugin rule, by their SHA-256 as 64 small hex digits. Empty where
    /// nobody read them: see `binaries` of [`crate::Folder`].
    pub components: BTreeMap<String, Arc<[u8]>>,
    /// Workdays, the plan's own years included.
    pub workdays: Workdays,
    /// Where everything is defined.
    pub places: BTreeMap<(Space, String), Place>,
    /// Duties that are off in this plan, with the reason.
    pub inactive: Vec<Inactive>,
    /// The parameters that each duty uses, by id, for whoever asks who decided.
    pub uses: BTreeMap<String, BTreeSet<String>>,
}

/// Why one role answers to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AnswersBy {
    /// `answers_to` of the role.
    Role,
    /// A link of a chain.
    Chain {
        /// The chain.
        chain: String,
        /// The set for each of whose subjects the link stands.
        for_each: Option<String>,
    },
}

/// A parameter and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParameterInForce {
    /// Identifier.
    pub id: String,
    /// Name, for people.
    pub name: String,
    /// Unit, for people.
    pub unit: Option<String>,
    /// The question that the source text leaves open, if it is one.
    pub question: Option<String>,
    /// The value as written; absent while nobody has decided.
    pub value: Option<String>,
    /// The value of the package, if it differs from the one in force.
    pub default: Option<String>,
    /// Who set it.
    pub set_by: SetBy,
    /// Why, in the words of whoever set it.
    pub reason: Option<String>,
    /// The clauses that it concerns.
    pub clauses: Vec<String>,
}

/// Who set a parameter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SetBy {
    /// The package that declares it, by its default.
    Package(String),
    /// A package that extends it.
    Extending(String),
    /// This plan.
    Plan,
    /// Nobody: the question is open.
    Nobody,
}

/// A duty that does not apply in this plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inactive {
    /// The duty.
    pub duty: String,
    /// Its name.
    pub name: String,
    /// The reason of the plan, or none when a setting turned it off.
    pub reason: Option<String>,
    /// The clauses that it would carry out.
    pub clauses: Vec<String>,
}
