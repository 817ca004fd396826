//! The same for each of many, on several threads.

use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Does something with each item and its index; a thread takes the next when it is through with one.
pub(super) fn on_threads<T: Sync>(
    jobs: NonZeroUsize,
    items: &[T],
    work: impl Fn(usize, &T) + Sync,
) {
    let next = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..jobs.get().min(items.len()) {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(item) = items.get(at) else { break };
                    work(at, item);
                }
            });
        }
    });
}
