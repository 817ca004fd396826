//! How much a plugin may use. All but the time depend on the input alone, so that the same input
//! ends the same way everywhere.
//!
//! | what | how much | what exceeds it |
//! | --- | --- | --- |
//! | the component | 32 MiB | is refused when it is loaded |
//! | a function | 1 MiB; 64 loops in one another; 100 values in and out | is refused when it is loaded |
//! | components in a component | 16 instances, 4 in one another | is refused when it is loaded |
//! | the work of compiling all | told from the code before: 90 seconds where it was measured | is refused when it is loaded |
//! | memories, tables and instances | 64 of each | is refused when it is loaded |
//! | steps of a run | 500 million, 100,000 more for each row, 100 billion in any case | `fuel` |
//! | memory, all memories together | 64 MiB, 256 bytes more for each row, 2 GiB in any case | `memory` |
//! | entries of a table | 100,000 | `memory` |
//! | stack | 512 KiB | `stack` |
//! | everything that one call hands back | 16 MiB | `flood` |
//! | findings | 20,000 | `flood` |
//! | time | 60 seconds, one more for each 1,000 rows | `time` |
//!
//! A step is an instruction, and a byte that is copied or filled by one instruction. What it takes to
//! grow a memory or to hand a text from one part of a component to another is not counted: there the
//! time is what ends it.

/// Bytes of a component at most: an interpreter with its library fits.
pub const BYTES_AT_MOST: usize = 32 << 20;

/// Bytes of a function at most.
pub(crate) const FUNCTION: usize = 1 << 20;

/// Loops in one another at most.
pub(crate) const LOOPS: usize = 64;

/// Values that a function takes and gives at most, together.
pub(crate) const VALUES: usize = 100;

/// Instances of components within a component at most.
pub(crate) const COMPONENTS: usize = 16;

/// Components and modules within one another at most.
pub(crate) const COMPONENT_DEPTH: usize = 4;

/// Work of compiling a component at most: nanoseconds as they were measured, whatever this machine is.
/// Python with its library comes to 53 seconds.
pub(crate) const WORK: u64 = 90_000_000_000;

/// Steps that a run may take before any row is counted. About a second of work.
const FUEL: u64 = 500_000_000;

/// Further steps for each row handed over.
const FUEL_PER_ROW: u64 = 100_000;

/// Steps in any case. Some minutes of work.
const FUEL_AT_MOST: u64 = 100_000_000_000;

/// Bytes of memory before any row is counted.
const MEMORY: usize = 64 << 20;

/// Further bytes for each row handed over.
const MEMORY_PER_ROW: usize = 256;

/// Bytes of memory in any case: what a 32-bit memory can have.
const MEMORY_AT_MOST: usize = 1 << 31;

/// Entries of each table.
pub(crate) const TABLE: usize = 100_000;

/// Memories, tables and instances of a component with all that it is made of.
pub(crate) const PARTS: usize = 64;

/// Bytes of the stack.
pub(crate) const STACK: usize = 512 << 10;

/// Bytes of everything that a call hands back.
pub(crate) const ANSWER: usize = 16 << 20;

/// Findings of a run.
pub(crate) const FINDINGS: usize = 20_000;

/// Seconds before any row is counted, after which a run is broken off whatever it does.
const SECONDS: u64 = 60;

/// Rows for each of which there is a further second: ten times what their steps take.
const ROWS_PER_SECOND: u64 = 1_000;

/// Steps for a run over so many rows.
pub(crate) fn fuel(rows: usize) -> u64 {
    let more = whole(rows).saturating_mul(FUEL_PER_ROW);
    FUEL.saturating_add(more).min(FUEL_AT_MOST)
}

/// Bytes of memory for a run over so many rows.
pub(crate) fn memory(rows: usize) -> usize {
    let more = rows.saturating_mul(MEMORY_PER_ROW);
    MEMORY.saturating_add(more).min(MEMORY_AT_MOST)
}

/// Seconds for a run over so many rows.
pub(crate) fn seconds(rows: usize) -> u64 {
    SECONDS + whole(rows) / ROWS_PER_SECOND
}

fn whole(rows: usize) -> u64 {
    u64::try_from(rows).unwrap_or(u64::MAX)
}
