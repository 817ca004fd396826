//! What one run may use, and what it came to if it broke off.

use std::str::Utf8Error;

use wasmtime::{Engine, Error, ResourceLimiter, Store, Trap};

use crate::cause::Cause;
use crate::limits::{ANSWER, PARTS, TABLE, fuel, memory, seconds};

/// The state of a store: how much memory is left to it.
pub(crate) struct Held {
    memory: usize,
    used: usize,
    /// Whether more was asked for than there is.
    refused: bool,
}

/// A store for a run over so many rows. It is used once and thrown away.
pub(crate) fn store(engine: &Engine, rows: usize) -> Store<Held> {
    let mut store = Store::new(
        engine,
        Held {
            memory: memory(rows),
            used: 0,
            refused: false,
        },
    );
    store.limiter(|held| held);
    store.set_hostcall_fuel(ANSWER);
    store.set_epoch_deadline(seconds(rows));
    // Fails only where fuel is not counted, and the engine is made to count it.
    if let Err(error) = store.set_fuel(fuel(rows)) {
        tracing::error!(%error, "no fuel");
    }
    store
}

/// Why a component could not be made an instance.
pub(crate) fn unmade(store: &Store<Held>, error: &Error) -> Cause {
    match error.downcast_ref::<Trap>() {
        Some(trap) => trapped(store, *trap),
        None if store.data().refused => Cause::Memory,
        // Nothing but the count of its parts is looked at before its own code runs.
        None => Cause::Parts,
    }
}

/// Why a call failed.
pub(crate) fn failed(store: &Store<Held>, error: &Error) -> Cause {
    tracing::debug!(error = format!("{error:#}"), "a plugin failed");
    match error.downcast_ref::<Trap>() {
        Some(trap) => trapped(store, *trap),
        None if store.data().refused => Cause::Memory,
        None if error.is::<Utf8Error>() || error.is::<std::char::DecodeUtf16Error>() => Cause::Text,
        None if error.is::<&'static str>() || error.is::<String>() => Cause::Shape,
        // The one error of taking over an answer that has a type of its own, which the engine does
        // not export: too much of it. A case of the abuse tests fails if that changes.
        None => Cause::Flood,
    }
}

fn trapped(store: &Store<Held>, trap: Trap) -> Cause {
    match trap {
        Trap::OutOfFuel => Cause::Fuel,
        Trap::Interrupt => Cause::Time,
        Trap::StackOverflow => Cause::Stack,
        // A guest that gets no memory gives up as if it were broken.
        _ if store.data().refused => Cause::Memory,
        Trap::UnreachableCodeReached => Cause::Broken,
        Trap::MemoryOutOfBounds | Trap::TableOutOfBounds => Cause::Outside,
        Trap::IntegerOverflow | Trap::IntegerDivisionByZero | Trap::BadConversionToInteger => {
            Cause::Arithmetic
        }
        Trap::IndirectCallToNull | Trap::BadSignature | Trap::NullReference => Cause::Call,
        Trap::CannotEnterComponent | Trap::CannotLeaveComponent => Cause::Reentry,
        Trap::StringOutOfBounds
        | Trap::ListOutOfBounds
        | Trap::InvalidDiscriminant
        | Trap::InvalidChar
        | Trap::UnalignedPointer => Cause::Shape,
        trap => Cause::Trap(trap.to_string()),
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
