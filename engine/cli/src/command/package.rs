//! `luoshi package`: archives of policy packages, made, looked at, signed, published.

mod build;
mod inspect;
mod record;

use super::Done;

pub(super) use build::run as build;
pub(super) use inspect::run as inspect;
