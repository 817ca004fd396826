//! Signs that evidence was made up: indications with a reason and an error rate, never a verdict.
//!
//! In: the evidence of a township, its plan.
//! Out: indications.
//! Never here: a judgement, a clock, a file.
