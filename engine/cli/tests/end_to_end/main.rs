//! The built binary, run as a user runs it: transcripts of whole sessions, letter by letter.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod agenda;
mod analyze;
mod audit;
mod audit_sample;
mod audit_signs;
mod bundle;
mod case;
mod chain;
mod checkpoint;
mod coverage;
mod document;
mod environment;
mod evidence;
mod fmt;
mod follow;
mod generate;
mod impact;
mod lint;
mod package;
mod plan;
mod plugin;
mod plugin_files;
mod printed;
mod readme;
mod roster;
mod shop;
mod store;
mod tailor;
mod terminal;
mod test;
mod upgrade;
mod watch;
mod web;
mod what_if;
mod workbook;
