//! The target that is called as this program is.

#![no_main]

libfuzzer_sys::fuzz_target!(
    init: luoshi_fuzz::forgive_caught_panics(),
    |bytes: &[u8]| luoshi_fuzz::run(env!("CARGO_BIN_NAME"), bytes)
);
