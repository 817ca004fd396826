//! The signs, by what they look at.

pub(crate) mod borrowed;
pub(crate) mod early;
pub(crate) mod files;
pub(crate) mod one_sitting;
pub(crate) mod places;
pub(crate) mod share;
pub(crate) mod terms;
