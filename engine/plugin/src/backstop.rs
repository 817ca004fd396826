//! The thread that counts time, so that a run ends even where its steps are not counted.

use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::{Builder, JoinHandle};
use std::time::Duration;

use wasmtime::Engine;

/// Raises the epoch of an engine again and again, until it is dropped.
pub(crate) struct Backstop {
    /// Dropped to tell the thread that it is over.
    over: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Backstop {
    /// Raises the epoch after each `tick`.
    pub(crate) fn start(engine: Engine, tick: Duration) -> std::io::Result<Backstop> {
        let (over, heard) = channel();
        let count = move || {
            while heard.recv_timeout(tick) == Err(RecvTimeoutError::Timeout) {
                engine.increment_epoch();
            }
        };
        let thread = Builder::new().name("plugin-backstop".to_owned());
        Ok(Backstop {
            over: Some(over),
            thread: Some(thread.spawn(count)?),
        })
    }
}

impl Drop for Backstop {
    fn drop(&mut self) {
        drop(self.over.take());
        if let Some(thread) = self.thread.take() {
            // It panics nowhere, and if it did nothing would be lost.
            let _ = thread.join();
        }
    }
}
