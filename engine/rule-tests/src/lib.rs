//! Tests of a package's duties and rules, as data.
//!
//! In: a package and those under it, the texts of its test files, who loads its plugins.
//! Out: a [`Report`]: which cases hold and which do not, what no case exercises; the [`Mutation`]s that no case notices.
//! Never here: a clock, a file, the network, a language choice, an unordered map.
//! What a test means is in `RULE-TESTS.md` beside this crate's manifest.

mod case;
mod compare;
mod coverage;
mod expect;
mod ground;
mod mutate;
mod records;
mod report;
mod run;
mod ties;
mod words;

pub use case::{Case, TestFile, read_tests};
pub use coverage::{Coverage, Exercised};
pub use mutate::{Fate, Mutant, Mutation, mutate};
pub use report::{Aspect, CaseResult, Judged, Mismatch, Report};
pub use run::{Load, run};
