//! Files that are no plugins, or are one no longer: refused, or run as what they say.

use std::sync::OnceLock;

use luoshi_plugin::{BYTES_AT_MOST, Host, Refusal};
use proptest::prelude::{ProptestConfig, any, prop, proptest};

use crate::support::{HONEST, component, host, run, township};

fn honest() -> &'static (Host, Vec<u8>) {
    static HONEST_ONE: OnceLock<(Host, Vec<u8>)> = OnceLock::new();
    HONEST_ONE.get_or_init(|| (host(), component(HONEST)))
}

/// Loads and runs: whatever comes of it is right, but it must come.
fn survives(bytes: &[u8]) {
    if let Ok(plugin) = honest().0.load(bytes) {
        let _ = run(&plugin, &township(3));
    }
}

/// The limits are made for hostile files: the published plugins do not come near them.
#[test]
fn the_published_plugins_are_let_through() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = folder.join("../../policies/ledger-signs/plugins");
    let mut count = 0;
    for file in std::fs::read_dir(folder).expect("the published plugins") {
        let path = file.expect("a file").path();
        if path
            .extension()
            .is_some_and(|extension| extension == "wasm")
        {
            let plugin = host().load(&std::fs::read(&path).expect("a plugin"));
            assert_eq!(plugin.err(), None, "{}", path.display());
            count += 1;
        }
    }
    assert!(count > 0);
}

#[test]
fn every_beginning_of_a_plugin_is_refused_or_runs() {
    let bytes = &honest().1;
    (0..bytes.len())
        .step_by(3)
        .for_each(|len| survives(&bytes[..len]));
}

#[test]
fn what_is_no_webassembly_is_told_as_such() {
    let host = host();
    let refused = |bytes: &[u8]| host.load(bytes).err();
    assert_eq!(refused(b""), Some(Refusal::NotWasm));
    assert_eq!(refused(b"PK\x03\x04"), Some(Refusal::NotWasm));
    assert_eq!(refused("(component)".as_bytes()), Some(Refusal::NotWasm));
    assert!(matches!(refused(b"\0asm"), Some(Refusal::Invalid(_))));
    assert!(matches!(
        refused(b"\0asm\x99\0\x01\0"),
        Some(Refusal::Invalid(_))
    ));
    let long = vec![0; BYTES_AT_MOST + 1];
    assert_eq!(refused(&long), Some(Refusal::TooLarge(BYTES_AT_MOST + 1)));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn bytes_turned_over(at in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4)) {
        let mut bytes = honest().1.clone();
        for (index, byte) in at {
            let at = index.index(bytes.len());
            bytes[at] = byte;
        }
        survives(&bytes);
    }

    #[test]
    fn pieces_taken_out(from in any::<prop::sample::Index>(), len in 1_usize..40) {
        let mut bytes = honest().1.clone();
        let from = from.index(bytes.len());
        bytes.drain(from..(from + len).min(bytes.len()));
        survives(&bytes);
    }

    #[test]
    fn random_bytes_after_the_first_eight(rest in prop::collection::vec(any::<u8>(), 0..300)) {
        survives(&[&b"\0asm\x0d\0\x01\0"[..], &rest].concat());
    }
}
