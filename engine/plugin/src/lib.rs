//! Runs plugins without trusting them.
//!
//! In: the bytes of a component, tables of a township. Out: a description, findings, or a typed cause.
//! Never here: a plan, a judgement of its own, a file, a clock.
