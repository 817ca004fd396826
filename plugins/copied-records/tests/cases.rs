//! Every case of `cases/`, run natively.

use luoshi_plugin_copied_records::{describe, judge};
use luoshi_plugin_sdk::testing::run_cases;

#[test]
fn cases() {
    run_cases("cases", describe, judge);
}
