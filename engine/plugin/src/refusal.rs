//! Why a file cannot be used as a plugin.

use luoshi_plugin_interface::DescriptionFault;

use crate::cause::Cause;
use crate::version::Version;

/// Why a file cannot be used as a plugin. Found when it is loaded, before any run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// So many bytes are too many.
    TooLarge(usize),
    /// It does not begin as WebAssembly does.
    NotWasm,
    /// It is a module that was not made a component.
    CoreModule,
    /// It is no valid component. The words of the engine.
    Invalid(String),
    /// It wants what is not offered: the names.
    Imports(Vec<String>),
    /// It does not export the rule: what it exports.
    NoRule(Vec<String>),
    /// It was built for another major version of the interface.
    OtherMajor(Version),
    /// It was built for a minor version that is newer than this host.
    NewerMinor(Version),
    /// Its exports are not those of the interface. The words of the engine.
    Unfit(String),
    /// It broke off, or took too much, while it described itself.
    Describing(Cause),
    /// What it says of itself does not hold together.
    Description(Vec<DescriptionFault>),
}

impl Refusal {
    /// The end of its key in the catalogues, after `plugin-refusal-`.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Refusal::TooLarge(_) => "too-large",
            Refusal::NotWasm => "not-wasm",
            Refusal::CoreModule => "core-module",
            Refusal::Invalid(_) => "invalid",
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
