//! The cases of `cases/`, natively.

use luoshi_plugin_regular_figures::{describe, judge};
use luoshi_plugin_sdk::testing;

#[test]
fn cases() {
    testing::run_cases("cases", describe, judge);
}
