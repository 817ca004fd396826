//! `pack CORE.wasm OUT.wasm ...`, in pairs: what `plugins/build.sh` makes components with.

use std::error::Error;

#[allow(clippy::disallowed_methods, reason = "a command, which has files")]
fn main() -> Result<(), Box<dyn Error>> {
    let files: Vec<String> = std::env::args().skip(1).collect();
    let (pairs, []) = files.as_chunks() else {
        return Err("pack CORE.wasm OUT.wasm ...".into());
    };
    for [core, out] in pairs {
        let packed = luoshi_plugin::pack(&std::fs::read(core)?);
        std::fs::write(out, packed.map_err(|fault| format!("{core}: {fault}"))?)?;
    }
    Ok(())
}
