//! How much a plugin may use. All but the time depend on the input alone, so that the same input
//! ends the same way everywhere.

/// Bytes of a component at most: an interpreter with its library fits.
pub const BYTES_AT_MOST: usize = 32 << 20;

/// Steps that a run may take before any row is counted. About a second of work.
pub(crate) const FUEL: u64 = 500_000_000;

/// Further steps for each row handed over.
pub(crate) const FUEL_PER_ROW: u64 = 100_000;

/// Bytes of memory before any row is counted.
pub(crate) const MEMORY: usize = 64 << 20;

/// Further bytes for each row handed over.
pub(crate) const MEMORY_PER_ROW: usize = 256;

/// Bytes of memory in any case: what a 32-bit memory can have.
pub(crate) const MEMORY_AT_MOST: usize = 1 << 31;

/// Entries of each table.
pub(crate) const TABLE: usize = 100_000;

/// Memories, tables and instances of a component with all that it is made of.
pub(crate) const PARTS: usize = 16;

/// Bytes of the stack.
pub(crate) const STACK: usize = 512 << 10;

/// Bytes of everything that a call hands back.
pub(crate) const ANSWER: usize = 16 << 20;

/// Findings of a run.
pub(crate) const FINDINGS: usize = 20_000;

/// Seconds after which a call is broken off whatever it does: far beyond the fuel.
pub(crate) const SECONDS: u64 = 120;
