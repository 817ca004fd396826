//! `pack CORE.wasm OUT.wasm`: what `plugins/build.sh` makes components with.

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let files: Vec<String> = std::env::args().skip(1).collect();
    let [core, out] = files.as_slice() else {
        return Err("pack CORE.wasm OUT.wasm".into());
    };
    std::fs::write(out, luoshi_plugin::pack(&std::fs::read(core)?)?)?;
    Ok(())
}
