//! The built binary, run as a user runs it: transcripts of whole sessions, letter by letter.

mod case;
mod evidence;
mod plan;
mod terminal;
