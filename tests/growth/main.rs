//! Four times as much of anything takes about four times as much work.
//!
//! Work is counted, not timed: how often memory is asked for, and how much of it. `cargo bench -p luoshi-tests --bench
//! growth` compares times, which sees loops that ask for none.

mod cases;

use cases::{CASES, Case};
use libtest_mimic::{Arguments, Failed, Trial};

/// Growth of four times as much that is still taken for linear: sorting, and vectors that double.
const AT_MOST: u64 = 6;

fn main() {
    let arguments = Arguments::from_args();
    let trials = CASES
        .iter()
        .map(|case| Trial::test(case.name.replace([' ', ','], "_"), || check(case)));
    libtest_mimic::run(&arguments, trials.collect()).exit();
}

fn check(case: &Case) -> Result<(), Failed> {
    // What is made once for a process is made now.
    (case.make)(1)();
    let taken = |size: usize| {
        let work = (case.make)(size);
        let taken = allocation_counter::measure(work);
        [taken.count_total, taken.bytes_total, taken.bytes_max]
    };
    let (small, large) = (taken(case.size), taken(4 * case.size));
    for (what, (small, large)) in ["allocations", "bytes", "bytes at once"]
        .into_iter()
        .zip(small.into_iter().zip(large))
    {
        if large > AT_MOST * small.max(4_096) {
            return Err(format!("{what}: {small} become {large}").into());
        }
    }
    Ok(())
}
