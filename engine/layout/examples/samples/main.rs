//! Writes papers of every form, in every format, into a folder: `cargo run -p luoshi-layout --example samples -- DIR`.

mod papers;

use std::error::Error;
use std::path::PathBuf;

use luoshi_layout::{Figures, docx};

#[expect(
    clippy::disallowed_methods,
    reason = "an example is a program: it takes an argument and writes files"
)]
fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("name a folder")?;
    let folder = PathBuf::from(folder);
    std::fs::create_dir_all(&folder)?;
    let figures = Figures::national();
    for (name, paper) in papers::papers() {
        let path = |extension| folder.join(format!("{name}.{extension}"));
        let bytes = docx(&paper, &figures).map_err(|fault| fault.0)?;
        std::fs::write(path("docx"), bytes)?;
    }
    Ok(())
}
