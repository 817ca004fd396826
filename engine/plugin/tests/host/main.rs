//! The host: the same answers everywhere, a cache that is never trusted, files that are no plugins.
#![allow(
    clippy::disallowed_methods,
    reason = "the tests read files and measure time"
)]

#[path = "../support/mod.rs"]
mod support;

mod bombs;
mod cache;
mod description;
mod files;
mod same;
