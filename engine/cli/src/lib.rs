//! The whole run, from a folder on disk to an assessment.
//!
//! In: paths, an as-of day. Out: an [`luoshi_rules::Assessment`] with all notes and sources.
//! Never here: a clock, a terminal, a judgement.

mod attachments;
mod audit;
mod bundling;
pub mod choices;
mod digest;
mod evidence;
mod folder;
#[cfg(feature = "pdf")]
mod fonts;
mod install;
mod names;
mod package_build;
mod packages;
mod papers;
mod pdf;
mod plugin_cache;
mod plugins;
mod records;
mod replay;
mod rule_tests;
mod run;
mod signing;
mod web;
pub mod whole;

pub use attachments::files_below;
pub use audit::{
    Auditing, Bulk, BulkAudit, Found, Named, Site, arrange_bulk, audit, audit_bulk, audit_of_one,
    find, is_bulk, is_parquet,
};
pub use bundling::{Bundling, audited, bulk_shared, bulk_township, side_by_side};
pub use digest::digest_of_file;
pub use evidence::{EVIDENCE_FILE, LEDGER_FILE, Store, is_begun};
pub use folder::{
    folder_of, is_archive, is_package, read_folder, read_text, shown, unreadable, yaml_files,
};
pub use install::{
    Installation, Order, Prefer, Relock, Root, Shelved, Terms, install, listed, relock,
};
pub use names::names;
pub use package_build::build_package;
pub use packages::{
    Candidate, asks, candidates, package_at, packages_beside, packages_for, packages_read_by,
    read_package,
};
pub use papers::{Judged, PaperFile, PaperFormat, bytes as paper_bytes, draft, issued};
pub use pdf::{Fonts, fonts};
pub use plugin_cache::PluginCache;
pub use plugins::{host, plugins_of};
pub use records::{Kept, chain_broken, kept, record_list};
pub use replay::{NewPackage, ReplayOutcome, Replayed, Replaying, Year, new_package, replay};
pub use rule_tests::{loaded_plugins, read_test_folder};
pub use run::{
    Loaded, Options, Outcome, Run, Stage, assess, judge_ahead, load, load_package, load_set,
};
pub use signing::{at_most, read_key, read_signatures, signature_file, trust_at};
