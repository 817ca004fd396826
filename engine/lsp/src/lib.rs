//! The language server: what an editor is told about a plan while it is written.
//!
//! In: messages of an editor, the texts of a plan's folder.
//! Out: diagnostics, completions, hovers, places, edits.
//! Never here: evidence, a judgement.
