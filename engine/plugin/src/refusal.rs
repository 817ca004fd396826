//! Why a file cannot be used as a plugin.

use luoshi_plugin_interface::DescriptionFault;

use crate::cause::Cause;
use crate::version::{INTERFACE, Version};

/// Names at most that a refusal tells.
pub const NAMES_AT_MOST: usize = 20;
/// Characters of such a name at most.
pub const NAME_AT_MOST: usize = 80;

/// Why a file cannot be used as a plugin. Found when it is loaded, before any run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// So many bytes are too many.
    TooLarge(usize),
    /// It does not begin as WebAssembly does.
    NotWasm,
    /// It is a module that was not made a component.
    CoreModule,
    /// It is damaged, or uses what this engine leaves out, such as threads. The words of the engine.
    Invalid(String),
    /// It would take too long to compile: its functions branch too much, or it holds too many others.
    TooComplex,
    /// It wants what is not offered: the first [`NAMES_AT_MOST`] names.
    Imports(Vec<String>),
    /// It does not export the rule: the first [`NAMES_AT_MOST`] names of what it exports.
    NoRule(Vec<String>),
    /// It was built for another major version of the interface.
    OtherMajor(Version),
    /// It was built for a minor version that is newer than this host.
    NewerMinor(Version),
    /// What it exports under the name of the rule is not the rule: a function is missing, or has
    /// another type. The words of the engine.
    Unfit(String),
    /// It broke off, or took too much, while it described itself.
    Describing(Cause),
    /// What it says of itself does not hold together.
    Description(Vec<DescriptionFault>),
}

impl Refusal {
    /// What its text needs: `why` for the words of the engine, `list` for names, `version`, `has` and `cause`.
    #[must_use]
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Refusal::TooLarge(bytes) => vec![("why", bytes.to_string())],
            Refusal::Invalid(why) | Refusal::Unfit(why) => vec![("why", why.clone())],
            Refusal::Imports(names) | Refusal::NoRule(names) => vec![("list", names.join("、"))],
            Refusal::OtherMajor(version) | Refusal::NewerMinor(version) => vec![
                ("version", version.to_string()),
                ("has", INTERFACE.to_string()),
            ],
            Refusal::Describing(cause) => vec![("cause", cause.word().to_owned())],
            Refusal::Description(faults) => {
                let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
                vec![("list", faults.join("; "))]
            }
            Refusal::NotWasm | Refusal::CoreModule | Refusal::TooComplex => Vec::new(),
        }
    }

    /// The end of its key in the catalogues, after `plugin-refusal-`.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Refusal::TooLarge(_) => "too-large",
            Refusal::NotWasm => "not-wasm",
            Refusal::CoreModule => "core-module",
            Refusal::Invalid(_) => "invalid",
            Refusal::TooComplex => "too-complex",
            Refusal::Imports(_) => "imports",
            Refusal::NoRule(_) => "no-rule",
            Refusal::OtherMajor(_) => "other-major",
            Refusal::NewerMinor(_) => "newer-minor",
            Refusal::Unfit(_) => "unfit",
            Refusal::Describing(_) => "describing",
            Refusal::Description(_) => "description",
        }
    }
}
