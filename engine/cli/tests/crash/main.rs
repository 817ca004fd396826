//! What is left when the program is killed, the disk is full or fails, nothing may be written, two write at once, or
//! the clock goes back: `engine/cli/CRASHES.md` says what must hold.
//!
//! Faults are placed by `strace`: at the n-th call of one kind that can change the disk or tell the user. By default some
//! twenty places of each operation are tried, evenly spread; `LUOSHI_CRASH=all` tries every one.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![cfg(target_os = "linux")]

#[path = "../end_to_end/case.rs"]
#[expect(dead_code, reason = "what only transcripts need")]
mod case;
mod clock;
mod durable;
mod faults;
mod kills;
mod read_only;
mod scenario;
mod state;
mod together;
mod trace;
