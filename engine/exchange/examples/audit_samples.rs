//! Writes every sample in every format and both languages into a folder, for the consumers' own readers.

use std::path::PathBuf;

use luoshi_diagnostics::Lang;
use luoshi_exchange::{ExportError, Format, export};

#[path = "../tests/samples/mod.rs"]
mod samples;

#[allow(
    clippy::disallowed_methods,
    reason = "an example of its own, not the crate"
)]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).map(PathBuf::from);
    let folder = folder.ok_or("which folder?")?;
    let both = [Lang::ZhCn, Lang::En].as_slice();
    let mut all: Vec<_> = samples::all()
        .into_iter()
        .map(|(name, audit)| (name, audit, both))
        .collect();
    // More than forty thousand findings.
    all.push(("large", luoshi_audit::made_up(9_000, 1), &both[..1]));
    for (name, audit, languages) in all {
        let folder = folder.join(name);
        std::fs::create_dir_all(&folder)?;
        let mut lines = Vec::new();
        luoshi_audit::write(&audit, &mut lines)?;
        std::fs::write(folder.join("audit.jsonl"), lines)?;
        for &lang in languages {
            for format in Format::ALL {
                let file = format!("{}.{}", lang.tag(), format.word());
                match export(&audit, format, lang) {
                    Ok(bytes) => std::fs::write(folder.join(file), bytes)?,
                    Err(ExportError::NothingOpen) => {}
                    Err(error) => return Err(error.to_string().into()),
                }
            }
        }
    }
    Ok(())
}
