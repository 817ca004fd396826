//! The audit of many townships: what each came to, side by side.
//!
//! In: assessments of townships, or why there is none.
//! Out: an `Audit`: mergeable, sorted, plain data; rankings, distributions, what fails most.
//! Never here: a judgement, a clock, a file.
