//! Writes what a fuzzer begins with: for each target a folder of seeds, with its cases, and a dictionary.
//!
//! `cargo run -p luoshi-fuzz --example seeds -- FOLDER`

use std::io;
use std::path::Path;

use luoshi_fuzz::{TARGETS, Target};

fn main() -> io::Result<()> {
    let folder = std::env::args_os().nth(1);
    let folder = folder.ok_or_else(|| io::Error::other("which folder?"))?;
    for target in TARGETS {
        write(target, Path::new(&folder))?;
    }
    Ok(())
}

fn write(target: &Target, folder: &Path) -> io::Result<()> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let seeds = folder.join("seeds").join(target.name);
    std::fs::create_dir_all(&seeds)?;
    for seed in (target.seeds)(&here.join("../..")) {
        std::fs::write(seeds.join(&seed.name), &seed.bytes)?;
    }
    let cases = std::fs::read_dir(here.join("cases").join(target.name));
    for case in cases.into_iter().flatten() {
        let path = case?.path();
        let name = path.file_name().unwrap_or_default();
        std::fs::copy(&path, seeds.join(name))?;
    }
    let lines: String = (target.words)().iter().map(|word| entry(word)).collect();
    std::fs::write(folder.join(format!("{}.dict", target.name)), lines)
}

/// A line of a dictionary, as libFuzzer reads it.
fn entry(word: &str) -> String {
    let bytes: String = word.bytes().map(|byte| format!("\\x{byte:02x}")).collect();
    format!("\"{bytes}\"\n")
}
