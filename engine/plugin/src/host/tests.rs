//! What needs a host whose seconds are short, or a component that is no plugin.

use std::time::Duration;

use wasmtime::component::Component;

use super::Host;
use crate::cause::Cause;
use crate::store::{store, unmade};

/// What it comes to when a component is made an instance.
fn made(host: &Host, text: &str) -> Option<Cause> {
    let bytes = wat::parse_str(text).expect("a component");
    let component = Component::new(&host.engine, bytes).expect("a component");
    let mut store = store(&host.engine, 0);
    let made = host.linker.instantiate(&mut store, &component);
    made.err().map(|error| unmade(&store, &error))
}

const LOOP: &str = "(component
    (core module $m (start $f) (func $f (loop $again (br $again))))
    (core instance (instantiate $m)))";

#[test]
fn steps_decide_before_time_does() {
    let host = Host::new(None).expect("a host");
    assert_eq!(made(&host, LOOP), Some(Cause::Fuel));
}

#[test]
fn time_ends_what_steps_do_not() {
    let host = Host::ticking(None, Duration::from_millis(1)).expect("a host");
    assert_eq!(made(&host, LOOP), Some(Cause::Time));
}

#[test]
fn the_backstop_ends_with_its_host() {
    let host = Host::ticking(None, Duration::from_secs(3600)).expect("a host");
    // Waits for its thread: the test would take an hour if that did not hear of it.
    drop(host);
}

/// It lifts a function of its own and calls that while it is being made.
#[test]
fn a_component_cannot_call_into_itself() {
    let host = Host::new(None).expect("a host");
    let text = r#"(component
        (core module $m (func (export "f") (result i32) (i32.const 1)))
        (core instance $m (instantiate $m))
        (func $f (result u32) (canon lift (core func $m "f")))
        (core func $g (canon lower (func $f)))
        (core module $n
            (import "" "g" (func $g (result i32)))
            (start $s) (func $s (drop (call $g))))
        (core instance (instantiate $n (with "" (instance (export "g" (func $g)))))))"#;
    assert_eq!(made(&host, text), Some(Cause::Reentry));
}

/// Parts beside one another may call each other; only a part and what holds it may not.
#[test]
fn a_part_may_call_the_part_beside_it() {
    let host = Host::new(None).expect("a host");
    let text = r#"(component
        (component $first
            (core module $m (func (export "f") (result i32) (i32.const 1)))
            (core instance $m (instantiate $m))
            (func (export "f") (result u32) (canon lift (core func $m "f"))))
        (instance $first (instantiate $first))
        (component $second
            (import "f" (func $f (result u32)))
            (core func $g (canon lower (func $f)))
            (core module $n
                (import "" "g" (func $g (result i32)))
                (start $s) (func $s (drop (call $g))))
            (core instance (instantiate $n (with "" (instance (export "g" (func $g)))))))
        (instance (instantiate $second (with "f" (func $first "f")))))"#;
    assert_eq!(made(&host, text), None);
}

#[test]
fn only_so_many_parts_are_made() {
    let host = Host::new(None).expect("a host");
    let many = "(core instance (instantiate $m))".repeat(65);
    let text = format!("(component (core module $m (memory 1)) {many})");
    assert_eq!(made(&host, &text), Some(Cause::Parts));
    let text = format!(
        "(component (core module $m (memory 20)) {})",
        &many[..32 * 64]
    );
    assert_eq!(made(&host, &text), Some(Cause::Memory));
}
