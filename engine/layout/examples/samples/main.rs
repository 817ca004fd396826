//! Writes papers of every form, in every format, into a folder: `cargo run -p luoshi-layout --example samples -- DIR`.

mod papers;

use std::error::Error;
use std::path::PathBuf;

use jiff::civil::date;
use luoshi_layout::{Figures, docx, html, ics, text, xlsx};

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
        std::fs::write(path("html"), html(&paper, &figures))?;
        std::fs::write(path("txt"), text(&paper, &figures))?;
        if let Some(bytes) = xlsx(&paper).map_err(|fault| fault.0)? {
            std::fs::write(path("xlsx"), bytes)?;
        }
        if let Some(calendar) = ics(&paper, date(2026, 3, 5)) {
            std::fs::write(path("ics"), calendar)?;
        }
    }
    for (lines, paper) in papers::endings().iter().enumerate() {
        let bytes = docx(paper, &figures).map_err(|fault| fault.0)?;
        std::fs::write(folder.join(format!("ending-{lines:02}.docx")), bytes)?;
    }
    Ok(())
}
