//! `luoshi audit`: what can be said of evidence from outside.

mod sample;

pub(super) use sample::run as sample;
