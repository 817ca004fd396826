//! The language server: what an editor is told about a plan while it is written.
//!
//! In: messages of an editor, the texts of a plan's folder.
//! Out: diagnostics, completions, hovers, places, edits.
//! Never here: evidence, a judgement, a clock, a file: texts arrive through a [`Disk`].

mod address;
mod analysis;
mod completion;
mod diagnostics;
mod disk;
mod documents;
mod fix;
mod heal;
mod here;
mod hover;
mod navigate;
mod outline;
mod position;
mod rename;
mod server;
mod shape;
mod symbols;
mod workspace;

pub use disk::Disk;
pub use lsp_server::Connection;
pub use server::{Gone, serve};
