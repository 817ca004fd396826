//! Small files that would take hours to compile.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use luoshi_plugin::Refusal;

use crate::support::host;

/// Compiling what is not refused takes a minute or two at most; refusing takes none of that.
const QUICK: Duration = Duration::from_secs(20);

#[track_caller]
fn refused(text: &str) {
    let bytes = wat::parse_str(text).expect("the text of a bomb");
    let host = host();
    let start = Instant::now();
    assert_eq!(host.load(&bytes).err(), Some(Refusal::TooComplex));
    assert!(start.elapsed() < QUICK);
}

/// A component with one function.
fn function(code: &str) -> String {
    format!("(component (core module (memory 1) (table 1 funcref) (func (param i32) {code})))")
}

#[test]
fn many_blocks() {
    refused(
        &function(&"block ".repeat(60_000))
            .replace(")))", &format!("{})))", "end ".repeat(60_000))),
    );
    refused(&function(
        &"(if (local.get 0) (then (local.set 0 (local.get 0))))".repeat(60_000),
    ));
    refused(&function(&"(call_indirect (i32.const 0))".repeat(60_000)));
    refused(&function(
        &"(drop (memory.grow (i32.const 0)))".repeat(60_000),
    ));
}

#[test]
fn loops_in_loops() {
    refused(&function(&format!(
        "{} {}",
        "loop ".repeat(65),
        "end ".repeat(65)
    )));
    refused(&function(&"(loop (br_if 0 (local.get 0)))".repeat(20_000)));
}

#[test]
fn many_variables_and_blocks() {
    let mut code = format!("(local {})", "i32 ".repeat(10_000));
    for index in 0..10_000 {
        let _ = write!(
            code,
            "(if (local.get 0) (then (local.set {} (local.get {}))))",
            index * 7 % 10_000,
            index
        );
    }
    refused(&function(&code));
}

#[test]
fn wide_functions() {
    let wide = "i32 ".repeat(60);
    refused(&format!(
        "(component (core module (func (param {wide}) (result {wide}) unreachable)))"
    ));
    let code = "(block (param i32 i32 i32 i32) (result i32 i32 i32 i32))".repeat(3_000);
    refused(&format!(
        "(component (core module (type (func (param i32 i32 i32 i32) (result i32 i32 i32 i32)))
         (func (result i32 i32 i32 i32) i32.const 0 i32.const 0 i32.const 0 i32.const 0 {code})))",
    ));
}

#[test]
fn a_long_function_and_many_short_ones() {
    refused(&function(&"nop ".repeat(1_100_000)));
    refused(&format!(
        "(component (core module {}))",
        "(func)".repeat(950_000)
    ));
}

/// Each component holds many of the one before: a thousand million in a thousand bytes.
#[test]
fn components_in_components() {
    let mut text = "(component $c)".to_owned();
    for _ in 0..3 {
        text = format!(
            "(component $c {text} {})",
            "(instance (instantiate $c))".repeat(100)
        );
    }
    refused(&text);
    let mut deep = "(component)".to_owned();
    for _ in 0..5 {
        deep = format!("(component {deep})");
    }
    refused(&deep);
}
