//! Whether two rules can differ or contradict each other.
//!
//! In: two rules of packages, bounds.
//! Out: an example as a small ledger, or that there is none within the bounds.
//! Never here: a clock, a file, chance that no seed decides.
