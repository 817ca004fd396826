//! The plan after resolving: no dangling name, nothing left to look up in a file.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use luoshi_calendar::{Span, Workdays};
use luoshi_diagnostics::FileId;
use petgraph::graph::DiGraph;

use crate::deviations::Deviations;
use crate::duties::commons;
use crate::model::{
    Adjust, Duty, File, Jurisdiction, Package, ParameterType, PlanHeader, Settings, Stricter,
    Subject,
};
use crate::places::Places;
use crate::section::Section;
use crate::short::Short;

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
    pub packages: Section<Package>,
    /// What stands for the bytes of each package, by its name, as [`crate::PlanFile::digest`] says; those that are known.
    pub digests: Arc<BTreeMap<String, String>>,
    /// Index into `packages` of each file that is not the plan's own.
    pub package_of: Arc<BTreeMap<FileId, usize>>,
    /// Every parameter with the value in force.
    pub parameters: Section<ParameterInForce>,
    /// All sections of all files, packages first, each in the order written. Duties that are
    /// disabled or not active are gone; the clauses that the plan adds to a duty are in it.
    pub content: File,
    /// Every subject of every set.
    pub subjects: Section<Subject>,
    /// Index into `subjects` by id.
    pub subject_index: BTreeMap<Short, usize>,
    /// The subjects of each set, those of included sets too, in order, each once.
    pub sets: BTreeMap<Short, Vec<usize>>,
    /// Who answers to whom: roles, edges from the one below to the one above.
    pub answers: Arc<DiGraph<String, AnswersBy>>,
    /// Node of each role in `answers`.
    pub role_nodes: Arc<BTreeMap<String, petgraph::graph::NodeIndex>>,
    /// Text of every Rhai script, by its name in `rules/`.
    pub scripts: Texts,
    /// Text of every document template of the plan and its packages, by its name in `templates/`
    /// without `.md`; the plan's own in the place of a package's.
    pub templates: Texts,
    /// Bytes of the program of every plugin rule, by their SHA-256 as 64 small hex digits. Empty where
    /// nobody read them: see `binaries` of [`crate::Folder`].
    pub components: BTreeMap<String, Arc<[u8]>>,
    /// Workdays, the plan's own years included.
    pub workdays: Arc<Workdays>,
    /// Where everything is defined.
    pub places: Places,
    /// Duties that are off in this plan, with the reason.
    pub inactive: Section<Inactive>,
    /// What the plan changes of its packages and adds to them, but for parameters and duties that are off.
    pub deviations: Deviations,
    /// The parameters that each duty uses, by id, for whoever asks who decided.
    pub uses: Arc<BTreeMap<String, BTreeSet<String>>>,
}

/// Texts of files by name, each with its file.
pub type Texts = Arc<BTreeMap<String, (FileId, String)>>;

impl Plan {
    /// The common keys of every duty in force that has them.
    pub fn duties(&self) -> impl Iterator<Item = &Duty> {
        commons(&self.content).map(|(_, duty)| duty)
    }

    /// The common keys of a duty, if it is in force and has them.
    #[must_use]
    pub fn duty(&self, id: &str) -> Option<&Duty> {
        self.duties().find(|duty| duty.id.name == id)
    }
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
    /// The type of its value.
    pub kind: ParameterType,
    /// Unit, for people.
    pub unit: Option<String>,
    /// Lower bound, included.
    pub min: Option<String>,
    /// Upper bound, included.
    pub max: Option<String>,
    /// The values of a choice.
    pub choices: Vec<String>,
    /// Which way is stricter.
    pub stricter: Option<Stricter>,
    /// How the plan may change it: as declared, or as a package on the way narrowed it.
    pub adjustable: Adjust,
    /// Whether a change needs a reason.
    pub reason_needed: bool,
    /// The question that the source text leaves open, if it is one.
    pub question: Option<String>,
    /// The value as written; absent while nobody has decided.
    pub value: Option<String>,
    /// The value of the package that declares it, if it differs from the one in force.
    pub default: Option<String>,
    /// Who set it.
    pub set_by: SetBy,
    /// The value that all packages together leave to the plan.
    pub below: Option<String>,
    /// Who set that.
    pub below_by: SetBy,
    /// What the plan did to it; none where it left it as it was.
    pub change: Option<Change>,
    /// Why, in the words of whoever set it.
    pub reason: Option<String>,
    /// The clauses that it concerns.
    pub clauses: Vec<String>,
}

/// What a plan did to a parameter of its packages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// It decided what the packages leave open.
    Decided,
    /// Its value is stricter.
    Stricter,
    /// Its value is looser.
    Looser,
    /// The package names no direction, or the two cannot be compared.
    Other,
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
    /// Whether its package lets a plan disable it.
    pub optional: bool,
    /// The reason of the plan, or none when a setting turned it off.
    pub reason: Option<String>,
    /// The clauses that it would carry out.
    pub clauses: Vec<String>,
}
