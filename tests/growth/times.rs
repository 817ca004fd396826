//! Times for four times as much of anything: a ratio, measured side by side in one run.
//!
//! `tests/growth/main.rs` counts work; this sees loops that ask for no memory.

#[allow(dead_code, reason = "the test next door takes all of it")]
mod cases;

use std::time::{Duration, Instant};

use cases::CASES;

/// Growth that is told as more than linear: four, and what a cache that is full adds.
const AT_MOST: f64 = 9.0;

fn main() {
    let named: Vec<String> = std::env::args()
        .skip(1)
        .filter(|a| !a.starts_with('-'))
        .collect();
    let is_asked = |name: &str| named.is_empty() || named.iter().any(|part| name.contains(part));
    let mut slow = Vec::new();
    for case in CASES.iter().filter(|case| is_asked(case.name)) {
        // Large enough that what is made once does not count.
        let size = 4 * case.size;
        let (small, large) = (fastest(&(case.make)(size)), fastest(&(case.make)(4 * size)));
        let ratio = large.as_secs_f64() / small.as_secs_f64().max(1e-6);
        println!(
            "{:40} {size:>6} to {:>6}: x {ratio:.1}",
            case.name,
            4 * size
        );
        if ratio > AT_MOST {
            slow.push(case.name);
        }
    }
    assert!(slow.is_empty(), "more than linear: {slow:?}");
}

/// The best of three: whatever else the machine does only adds.
fn fastest(work: &dyn Fn()) -> Duration {
    let once = || {
        let start = Instant::now();
        work();
        start.elapsed()
    };
    (0..3).map(|_| once()).min().unwrap_or_default()
}
