//! For whoever writes a rule as a plugin of `luoshi`: one description and one function.
//!
//! ```
//! use luoshi_plugin_sdk::{Description, Finding, Input, Outcome, Scope};
//!
//! fn describe() -> Description {
//!     Description::new("empty-ledger", "1.0.0", Scope::Township)
//!         .title("空白台账", "Empty ledger")
//!         .summary("台账里有没有记录。", "Whether there is any record.")
//!         .gives(&[Outcome::Met, Outcome::Violated])
//!         .reads("evidence", &["day"])
//!         .message("count", "共 {n} 条记录。", "{n} records.")
//! }
//!
//! fn judge(input: &Input) -> Result<Vec<Finding>, String> {
//!     let rows = input.evidence().rows();
//!     let outcome = if rows == 0 { Outcome::Violated } else { Outcome::Met };
//!     Ok(vec![Finding::new(outcome, "count").with("n", rows)])
//! }
//!
//! luoshi_plugin_sdk::export!(describe, judge);
//! ```
//!
//! In: what the host hands over, unpacked into columns. Out: findings.
//! Never here: a file, a clock, a network: there is none inside a plugin.

// The exports are written with the path by which plugins know this crate.
#[cfg(target_arch = "wasm32")]
extern crate self as luoshi_plugin_sdk;

#[cfg(target_arch = "wasm32")]
#[doc(hidden)]
pub mod guest;
mod input;
#[cfg(feature = "testing")]
pub mod testing;

pub use input::{Input, Table, some_day, some_minute, some_number, some_row};
pub use luoshi_plugin_interface::{
    Argument, Bounds, Days, Description, Finding, NO_DAY, NO_MINUTE, NO_NUMBER, NO_ROW, Outcome,
    Parameter, ParameterKind, Scope, Setting, Value, Words,
};

/// Makes a plugin of a description and a judgement.
///
/// Outside of WASM it makes nothing, so that the same crate can be tested natively.
#[macro_export]
macro_rules! export {
    ($describe:path, $judge:path) => {
        #[cfg(target_arch = "wasm32")]
        #[allow(unsafe_code, reason = "the exports that `wit-bindgen` writes")]
        const _: () = {
            use $crate::guest::{self, wit};

            struct Plugin;

            impl wit::Guest for Plugin {
                fn describe() -> wit::Description {
                    guest::describe($describe())
                }
                fn start(setting: wit::Setting) -> Result<(), String> {
                    guest::start(&$describe(), setting)
                }
                fn add(reading: u32, batch: Vec<u8>) -> Result<(), String> {
                    guest::add(reading, &batch)
                }
                fn finish() -> Result<Vec<wit::Finding>, String> {
                    guest::finish($judge)
                }
            }

    guest::export_plugin!(Plugin with_types_in $crate::guest);
        };
    };
}
