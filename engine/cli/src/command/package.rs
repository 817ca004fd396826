//! `luoshi package`: what is done with policy packages.

mod diff;

pub(super) use diff::{diff, package};
