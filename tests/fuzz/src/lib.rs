//! What luoshi does with a file from a stranger, as functions that take any bytes.
//!
//! In: bytes. Out: nothing. A target fails by a panic, by taking too long or too much memory, or where what it
//! read does not survive being written and read again.
//! Never here: a clock, chance, a file other than the ledgers that a target makes for itself.

mod bulk;
mod checkpoint;
#[cfg(feature = "engine")]
mod component;
mod csv;
mod docx;
mod folder;
#[cfg(feature = "engine")]
mod judged;
mod ledger;
#[cfg(feature = "engine")]
mod lines;
mod mutate;
mod notes;
mod package;
mod plan;
mod records;
mod registry;
#[cfg(feature = "engine")]
mod script;
mod seeds;
#[cfg(feature = "engine")]
mod template;
mod workbook;

pub use mutate::Mutator;
pub use seeds::Seed;

use std::path::Path;

/// One kind of file.
#[derive(Clone, Copy)]
pub struct Target {
    /// What it is called: its module, its folder of cases, its binary.
    pub name: &'static str,
    /// Does with the bytes what luoshi does with such a file.
    ///
    /// # Panics
    /// If something is wrong.
    pub run: fn(&[u8]),
    /// Real files to begin with, out of the repository at this path.
    pub seeds: fn(&Path) -> Vec<Seed>,
    /// Words that such files are made of.
    pub words: fn() -> Vec<String>,
}

/// All targets.
pub const TARGETS: &[Target] = &[
    plan::TARGET,
    package::TARGET,
    registry::TARGET,
    records::TARGET,
    ledger::TARGET,
    csv::TARGET,
    workbook::TARGET,
    bulk::TARGET,
    checkpoint::TARGET,
    docx::TARGET,
    #[cfg(feature = "engine")]
    script::TARGET,
    #[cfg(feature = "engine")]
    template::TARGET,
    #[cfg(feature = "engine")]
    component::TARGET,
    #[cfg(feature = "engine")]
    lines::TARGET,
];

/// Lets those panics pass that luoshi itself catches: a fuzzer ends with every panic, also with that of the library that
/// stumbles over a damaged .xls on a thread of its own, for which the workbook is refused.
pub fn forgive_caught_panics() {
    let ends = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if std::thread::current().name() != Some(luoshi_evidence::STUMBLES) {
            ends(panic);
        }
    }));
}

/// Runs the target with a name.
///
/// # Panics
/// If something is wrong, or there is no such target.
pub fn run(name: &str, bytes: &[u8]) {
    let target = TARGETS.iter().find(|target| target.name == name);
    let target = target.unwrap_or_else(|| panic!("no target is called {name}"));
    (target.run)(bytes);
}
