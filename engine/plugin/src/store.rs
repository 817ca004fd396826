//! What one run may use, and what it came to if it broke off.

use wasmtime::{Engine, ResourceLimiter, Store, Trap};

use crate::cause::Cause;
use crate::limits::{
    ANSWER, FUEL, FUEL_PER_ROW, MEMORY, MEMORY_AT_MOST, MEMORY_PER_ROW, PARTS, SECONDS, TABLE,
};

/// The state of a store: how much memory is left to it.
pub(crate) struct Held {
    memory: usize,
    used: usize,
    /// Whether more was asked for than there is.
    refused: bool,
}

/// A store for a run over so many rows. It is used once and thrown away.
pub(crate) fn store(engine: &Engine, rows: usize) -> Store<Held> {
    let more = rows.saturating_mul(MEMORY_PER_ROW);
    let mut store = Store::new(
        engine,
        Held {
            memory: MEMORY.saturating_add(more).min(MEMORY_AT_MOST),
            used: 0,
            refused: false,
        },
    );
    store.limiter(|held| held);
    store.set_hostcall_fuel(ANSWER);
    store.set_epoch_deadline(SECONDS);
    let fuel = u64::try_from(rows).unwrap_or(u64::MAX);
    let fuel = FUEL.saturating_add(fuel.saturating_mul(FUEL_PER_ROW));
    // Fails only where fuel is not counted, and the engine is made to count it.
    if let Err(error) = store.set_fuel(fuel) {
        tracing::error!(%error, "no fuel");
    }
    store
}

/// Why a call failed.
pub(crate) fn failed(store: &Store<Held>, error: &wasmtime::Error) -> Cause {
    match error.downcast_ref::<Trap>() {
        Some(Trap::OutOfFuel) => Cause::Fuel,
        Some(Trap::Interrupt) => Cause::Time,
        Some(Trap::StackOverflow) => Cause::Stack,
        // A guest that gets no memory gives up as if it were broken.
        _ if store.data().refused => Cause::Memory,
        Some(Trap::UnreachableCodeReached) => Cause::Broken,
        Some(trap) => Cause::Trap(trap.to_string()),
        None => Cause::Encoding(format!("{error:#}")),
    }
}

impl ResourceLimiter for Held {
    fn memory_growing(
        &mut self,
        current: usize,
        desired: usize,
        _: Option<usize>,
    ) -> wasmtime::Result<bool> {
        let used = self.used.saturating_add(desired.saturating_sub(current));
        let fits = used <= self.memory;
        if fits {
            self.used = used;
        } else {
            self.refused = true;
        }
        Ok(fits)
    }

    fn table_growing(
        &mut self,
        _: usize,
        desired: usize,
        _: Option<usize>,
    ) -> wasmtime::Result<bool> {
        let fits = desired <= TABLE;
        self.refused |= !fits;
        Ok(fits)
    }

    fn instances(&self) -> usize {
        PARTS
    }

    fn tables(&self) -> usize {
        PARTS
    }

    fn memories(&self) -> usize {
        PARTS
    }
}
