//! Tests of a package's duties and rules, as data.
//!
//! In: a package, its test files.
//! Out: what held and what did not, what no test exercises, changes that no test notices.
//! Never here: a clock, a file.
