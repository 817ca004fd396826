//! How many one-page papers a second a core writes, against packing the same parts alone:
//! `cargo run --release -p luoshi-layout --example speed`.

#[path = "samples/papers.rs"]
#[allow(dead_code, reason = "the other example writes all of them")]
mod papers;

use std::error::Error;
use std::io::{Cursor, Read, Write};
use std::time::{Duration, Instant};

use luoshi_layout::{Document, Figures, docx, html, text};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// A part of an archive: its name and content.
type Part = (String, Vec<u8>);

const ROUNDS: u32 = 3_000;

fn main() -> Result<(), Box<dyn Error>> {
    let figures = Figures::national();
    let paper = one_page().ok_or("the sample is there")?;
    let bytes = docx(&paper, &figures).map_err(|fault| fault.0)?;
    let parts = parts(&bytes)?;
    let size: usize = parts.iter().map(|(_, part)| part.len()).sum();
    println!("{} bytes of parts, {} packed", size, bytes.len());
    let written = time(|| docx(&paper, &figures).map(|b| b.len()).unwrap_or(0));
    let packed = time(|| pack(&parts).unwrap_or(0));
    println!("docx {}/s", per_second(written));
    println!("packing alone {}/s", per_second(packed));
    println!(
        "writing with packing takes {} % of packing alone",
        written.as_micros() * 100 / packed.as_micros().max(1)
    );
    println!(
        "html {}/s",
        per_second(time(|| html(&paper, &figures).len()))
    );
    println!(
        "text {}/s",
        per_second(time(|| text(&paper, &figures).len()))
    );
    Ok(())
}

/// The notice without its attachments, short enough for a page.
fn one_page() -> Option<Document> {
    let papers = papers::papers();
    let (_, mut paper) = papers.into_iter().find(|(name, _)| *name == "official")?;
    paper.attachments.clear();
    paper.body.truncate(2);
    Some(paper)
}

#[expect(
    clippy::disallowed_methods,
    reason = "an example is a program, and this one measures time"
)]
fn time(write: impl Fn() -> usize) -> Duration {
    let start = Instant::now();
    for _ in 0..ROUNDS {
        std::hint::black_box(write());
    }
    start.elapsed()
}

fn per_second(time: Duration) -> u128 {
    u128::from(ROUNDS) * 1_000_000 / time.as_micros().max(1)
}

fn parts(bytes: &[u8]) -> Result<Vec<Part>, Box<dyn Error>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let mut parts = Vec::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at)?;
        let mut content = Vec::new();
        part.read_to_end(&mut content)?;
        parts.push((part.name()?.into_owned(), content));
    }
    Ok(parts)
}

fn pack(parts: &[Part]) -> Result<usize, Box<dyn Error>> {
    let options = SimpleFileOptions::default().compression_level(Some(1));
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        archive.start_file(name.as_str(), options)?;
        archive.write_all(part)?;
    }
    Ok(archive.finish()?.into_inner().len())
}
