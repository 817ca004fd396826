//! `luoshi package`: archives of policy packages, made, looked at, signed, published.

mod build;
mod diff;
mod inspect;
mod install;
mod list;
mod lock;
mod publish;
mod record;
mod sign;
mod verify;

use super::Done;

pub(super) use build::run as build;
pub(super) use diff::{diff, package};
pub(super) use inspect::run as inspect;
pub(super) use install::run as install;
pub(super) use list::run as list;
pub(super) use lock::run as lock;
pub(super) use publish::run as publish;
pub(super) use sign::run as sign;
pub(super) use verify::run as verify;
