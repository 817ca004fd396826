//! Core modules to components.

use luoshi_plugin::{Host, PackFault, Refusal, pack};
use wit_component::{StringEncoding, embed_component_metadata};
use wit_parser::Resolve;

const WIT: &str = "package a:b; world w { export nothing: func(); }";
const FIT: &str = r#"(module (func (export "nothing")))"#;

/// A module as the bindings of the WIT leave it: with its interface in a custom section.
fn module(wat: &str) -> Vec<u8> {
    let mut bytes = wat::parse_str(wat).expect("a module");
    let mut resolve = Resolve::default();
    let package = resolve.push_source("w.wit", WIT).expect("a package");
    let world = resolve
        .select_world(&[package], Some("w"))
        .expect("a world");
    embed_component_metadata(&mut bytes, &resolve, world, StringEncoding::UTF8).expect("a section");
    bytes
}

#[test]
fn a_component_that_the_host_can_read() {
    let packed = pack(&module(FIT)).expect("it is fit");
    let refused = Host::new(None).expect("a host").load(&packed).err();
    // It was compiled and asks for nothing; it is only another interface.
    assert_eq!(refused, Some(Refusal::NoRule(vec!["nothing".to_owned()])));
}

#[test]
fn the_same_module_gives_the_same_bytes() {
    assert_eq!(pack(&module(FIT)), pack(&module(FIT)));
}

#[test]
fn what_is_no_core_module() {
    let packed = pack(&module(FIT)).expect("it is fit");
    assert_eq!(pack(&packed), Err(PackFault::Component));
    for bytes in [&b""[..], b"\0asm", b"\0asm\x02\0\0\0", b"#!/bin/sh"] {
        assert_eq!(pack(bytes), Err(PackFault::NotWasm));
    }
}

#[test]
fn a_module_without_its_interface() {
    let bare = wat::parse_str(FIT).expect("a module");
    assert_eq!(pack(&bare), Err(PackFault::NoInterface));
}

#[test]
fn a_module_that_wants_wasi_or_lacks_an_export() {
    let wasi =
        r#"(module (import "wasi_snapshot_preview1" "fd_write" (func)) (func (export "nothing")))"#;
    let Err(PackFault::Unfit(words)) = pack(&module(wasi)) else {
        panic!("nobody gives it WASI");
    };
    assert!(words.contains("wasi_snapshot_preview1"), "{words}");
    let Err(PackFault::Unfit(words)) = pack(&module("(module)")) else {
        panic!("it does not export what it says");
    };
    assert!(words.contains("nothing"), "{words}");
}

#[test]
fn a_damaged_module_is_a_fault_and_no_panic() {
    let whole = module(FIT);
    for at in 0..whole.len() {
        assert!(pack(&whole[..at]).is_err(), "cut off at {at}");
        for bits in [1, 0x80, 0xff] {
            let mut damaged = whole.clone();
            damaged[at] ^= bits;
            // It may still be a module, of another name.
            let _ = pack(&damaged);
        }
    }
}
