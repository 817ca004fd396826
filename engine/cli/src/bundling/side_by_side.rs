//! Some townships at once, on all processors, and their results in the order of the townships.

use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

/// Townships that one processor has before it: enough that none waits for long, and few in memory.
const EACH: usize = 4;

/// Does the same for some items at a time, and hands on what comes of each in the order of the items.
///
/// # Errors
/// As `next` and `take` say: the next item, or none behind the last; what becomes of a result.
pub fn side_by_side<T: Sync, R: Send, E>(
    mut next: impl FnMut() -> Result<Option<T>, E>,
    work: impl Fn(&T) -> R + Sync,
    mut take: impl FnMut(T, R) -> Result<(), E>,
) -> Result<(), E> {
    let processors = processors().get();
    loop {
        let mut lot = Vec::new();
        while lot.len() < processors * EACH {
            match next()? {
                Some(item) => lot.push(item),
                None => break,
            }
        }
        if lot.is_empty() {
            return Ok(());
        }
        for (item, result) in at_once(lot, processors, &work) {
            take(item, result)?;
        }
    }
}

pub(super) fn processors() -> NonZeroUsize {
    std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN)
}

fn at_once<T: Sync, R: Send>(
    lot: Vec<T>,
    processors: usize,
    work: &(impl Fn(&T) -> R + Sync),
) -> Vec<(T, R)> {
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<(usize, R)>> = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..processors.min(lot.len()) {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(item) = lot.get(at) else { break };
                    let result = work(item);
                    let mut done = done.lock().unwrap_or_else(PoisonError::into_inner);
                    done.push((at, result));
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by_key(|(at, _)| *at);
    let results = done.into_iter().map(|(_, result)| result);
    lot.into_iter().zip(results).collect()
}

#[cfg(test)]
mod tests {
    use super::side_by_side;

    #[test]
    fn results_come_in_the_order_of_the_items() {
        for many in [0, 1, 7, 100] {
            let mut items = 0..many;
            let mut taken = Vec::new();
            let done = side_by_side(
                || Ok::<_, ()>(items.next()),
                |item| item * 2,
                |item, result| {
                    taken.push((item, result));
                    Ok(())
                },
            );
            assert_eq!(done, Ok(()));
            let expected: Vec<(u32, u32)> = (0..many).map(|n| (n, n * 2)).collect();
            assert_eq!(taken, expected);
        }
    }

    #[test]
    fn what_goes_wrong_ends_it() {
        let mut items = 0..100_u32;
        let mut taken = 0;
        let next = || match items.next() {
            Some(50) => Err("next"),
            item => Ok(item),
        };
        let done = side_by_side(
            next,
            |item| *item,
            |_, _| {
                taken += 1;
                Ok(())
            },
        );
        assert_eq!(done, Err("next"));
        assert!(taken < 50);
        let mut items = 0..100_u32;
        let done = side_by_side(|| Ok(items.next()), |item| *item, |_, _| Err("take"));
        assert_eq!(done, Err("take"));
    }
}
