//! A core module, as compilers make it, to the component that the host loads.

use wasmtime::{Engine, Module};
use wit_component::{ComponentEncoder, metadata};

/// Why a file cannot be made a plugin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PackFault {
    /// It does not begin as WebAssembly does.
    NotWasm,
    /// It is a component already.
    Component,
    /// It does not say which interface it has: it was not built with bindings made from the WIT.
    NoInterface,
    /// It cannot be read, or needs what nobody gives it, such as WASI. The words of the encoder.
    Unfit(String),
}

impl std::fmt::Display for PackFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            PackFault::NotWasm => "this is not WebAssembly",
            PackFault::Component => "this is a component already",
            PackFault::NoInterface => "this module does not say which interface it has",
            PackFault::Unfit(words) => words,
        })
    }
}

impl std::error::Error for PackFault {}

/// Makes a component of a core module that carries its interface in a custom section, as the
/// bindings of `wit-bindgen` leave it there.
///
/// # Errors
/// Why this module cannot be made one.
pub fn pack(core: &[u8]) -> Result<Vec<u8>, PackFault> {
    match core.get(4..8) {
        _ if !core.starts_with(b"\0asm") => return Err(PackFault::NotWasm),
        Some([1, 0, 0, 0]) => {}
        Some([_, 0, 1, 0]) => return Err(PackFault::Component),
        _ => return Err(PackFault::NotWasm),
    }
    // The encoder relies on lengths in the module: it panics at one that is cut off.
    Module::validate(&Engine::default(), core).map_err(unfit)?;
    // Without the section the encoder would make a component that exports nothing.
    let (stripped, _) = metadata::decode(core).map_err(unfit)?;
    if stripped.is_none() {
        return Err(PackFault::NoInterface);
    }
    let encoder = ComponentEncoder::default().validate(true).module(core);
    encoder
        .and_then(|mut encoder| encoder.encode())
        .map_err(unfit)
}

fn unfit(error: impl std::fmt::Display) -> PackFault {
    PackFault::Unfit(format!("{error:#}"))
}
