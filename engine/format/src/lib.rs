//! Lays out YAML files alike, comments and blank lines kept.
//!
//! In: the text of a YAML file, a language for its keys.
//! Out: the text as `luoshi fmt` writes it, or where it cannot be read.
//! Never here: what a plan means, a file, a clock.
