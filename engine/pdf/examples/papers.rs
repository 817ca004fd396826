//! Writes one paper of each form into a folder, to look at: `cargo run -p luoshi-pdf --example papers -- FOLDER`.
#![allow(clippy::disallowed_methods, reason = "it writes files")]

#[path = "../src/tests/machine.rs"]
mod machine;
#[allow(dead_code, reason = "tests use the rest")]
#[path = "../src/tests/papers.rs"]
mod papers;

use std::path::PathBuf;

use luoshi_layout::Figures;
use luoshi_pdf::pdf;

fn main() {
    let folder = std::env::args()
        .nth(1)
        .map_or_else(|| PathBuf::from("."), PathBuf::from);
    let fonts = machine::fonts();
    let papers = [
        ("notice", papers::notice()),
        ("grid", papers::grid(45)),
        ("report", papers::report()),
        ("letter", papers::letter()),
        ("minutes", papers::minutes()),
        ("working", papers::working()),
    ];
    for (name, paper) in papers {
        match pdf(&paper, &Figures::national(), &fonts) {
            Ok(pdf) => {
                let path = folder.join(format!("{name}.pdf"));
                println!(
                    "{}: {} pages, {:?}",
                    path.display(),
                    pdf.pages,
                    pdf.substitutions
                );
                if let Err(error) = std::fs::write(&path, pdf.bytes) {
                    eprintln!("{}: {error}", path.display());
                }
            }
            Err(fault) => eprintln!("{name}: {fault:?}"),
        }
    }
}
