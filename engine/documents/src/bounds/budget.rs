//! What one rendering may still do, and what went wrong in it.
//!
//! Tera gives filters no place of their own to count in, and one `Tera` serves several renderings at
//! the same time; but each of them stays on its thread. So the count lives with the thread.

use std::cell::RefCell;

use tera::{Error, ErrorKind};

use super::Limits;
use crate::filters::Slip;

thread_local! {
    static BUDGET: RefCell<Option<Budget>> = const { RefCell::new(None) };
}

struct Budget {
    left: u64,
    slip: Option<Slip>,
}

/// Where in the expression an error is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Misuse {
    /// At the value before the filter.
    Value,
    /// At the filter or function.
    Call,
}

/// Runs one rendering with its own count; gives back what it gave, and what a helper found wrong.
pub(super) fn counted<T>(limits: &Limits, run: impl FnOnce() -> T) -> (T, Option<Slip>) {
    let fresh = Budget {
        left: limits.steps,
        slip: None,
    };
    let before = BUDGET.with(|budget| budget.borrow_mut().replace(fresh));
    // Not put back if `run` panics; but then the count of the thread is that of a rendering that is over.
    let result = run();
    let after = BUDGET.with(|budget| std::mem::replace(&mut *budget.borrow_mut(), before));
    (result, after.and_then(|budget| budget.slip))
}

/// Pays for so many elements or rounds. Outside a rendering nothing is counted.
pub(crate) fn spend(steps: usize) -> Result<(), Error> {
    let steps = u64::try_from(steps).unwrap_or(u64::MAX);
    let enough = BUDGET.with(|budget| match budget.borrow_mut().as_mut() {
        None => true,
        Some(budget) => match budget.left.checked_sub(steps) {
            Some(left) => {
                budget.left = left;
                true
            }
            None => false,
        },
    });
    if enough {
        return Ok(());
    }
    Err(fail(Slip::Steps, Misuse::Call))
}

/// An error of a helper: noted, so that whoever rendered knows it without reading Tera's text.
pub(crate) fn fail(slip: Slip, at: Misuse) -> Error {
    let text = slip.to_string();
    BUDGET.with(|budget| {
        if let Some(budget) = budget.borrow_mut().as_mut() {
            budget.slip = Some(slip);
        }
    });
    match at {
        // The one kind of error that Tera shows at the value.
        Misuse::Value => Error::new(ErrorKind::InvalidArgument {
            expected_type: String::new(),
            actual_type: text,
        }),
        Misuse::Call => Error::message(text),
    }
}
