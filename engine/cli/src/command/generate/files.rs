//! The files of papers: what they are called, and how they are written.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use luoshi::{Fonts, PaperFormat, draft, paper_bytes, whole};
use luoshi_diagnostics::{Code, Note};
use luoshi_documents::{Fills, Paper, Press, Setting, open_fields};
use luoshi_evidence::Attachment;
use luoshi_layout::Figures;
use sha2::{Digest, Sha256};

use super::Desk;
use crate::args::GenerateArgs;
use crate::failure::Failure;

/// Where each paper goes, by its id: a path without ending.
pub(super) type Names = BTreeMap<String, PathBuf>;

/// Characters of a file's name at most: some systems take no more than 255 bytes.
const LONGEST: usize = 60;

/// What each paper is called: a folder for each template, in it a file for each occasion. Two that
/// would be called alike, also where the file system ignores case, are told apart by a number.
pub(super) fn names(all: &[Paper<'_>]) -> Names {
    let mut taken: BTreeMap<String, u32> = BTreeMap::new();
    let mut names = Names::new();
    for paper in all {
        let folder = clean(&paper.template.head.name);
        let file = clean(&paper.occasion.about);
        let count = taken
            .entry(format!("{folder}/{file}").to_lowercase())
            .or_default();
        *count += 1;
        let file = if *count > 1 {
            format!("{file} ({count})")
        } else {
            file
        };
        names.insert(paper.id(), Path::new(&folder).join(file));
    }
    names
}

/// A name that every file system takes.
fn clean(name: &str) -> String {
    let plain = |c: char| {
        let refused = c.is_control() || "/\\:*?\"<>|".contains(c);
        if refused { '_' } else { c }
    };
    let clean: String = name.chars().map(plain).take(LONGEST).collect();
    let clean = clean.trim_matches([' ', '.']);
    // A device of Windows, such as `con`, cannot be a file; none has a Chinese name.
    let device = clean.len() <= 4 && clean.is_ascii();
    match (clean.is_empty(), device) {
        (true, _) => "_".to_owned(),
        (false, true) => format!("{clean}_"),
        (false, false) => clean.to_owned(),
    }
}

/// The fonts that PDF is written with.
pub(super) fn fonts(args: &GenerateArgs) -> Result<Fonts, Failure> {
    let wanted = args
        .write
        .iter()
        .any(|form| PaperFormat::from(*form) == PaperFormat::Pdf);
    if !wanted {
        return Ok(Fonts::load(Vec::new()));
    }
    Ok(luoshi::fonts(&args.font_dir)?)
}

/// What was written.
#[derive(Debug, Default)]
pub(super) struct Count {
    pub(super) papers: usize,
    pub(super) files: usize,
    pub(super) unchanged: usize,
    pub(super) issued: usize,
    /// Papers in which something is left to be filled in.
    pub(super) open: usize,
}

/// Papers on their way to the disk. Nothing is written before all of them could be made.
pub(super) struct Batch<'b> {
    target: &'b Path,
    formats: &'b [PaperFormat],
    figures: &'b Figures,
    fonts: &'b Fonts,
    fills: &'b Fills,
    files: Vec<(PathBuf, Vec<u8>)>,
    held: Vec<String>,
    notes: Vec<Note>,
    count: Count,
}

impl<'b> Batch<'b> {
    pub(super) fn new(
        target: &'b Path,
        formats: &'b [PaperFormat],
        figures: &'b Figures,
        fonts: &'b Fonts,
        fills: &'b Fills,
    ) -> Batch<'b> {
        Batch {
            target,
            formats,
            figures,
            fonts,
            fills,
            files: Vec::new(),
            held: Vec::new(),
            notes: Vec::new(),
            count: Count::default(),
        }
    }

    /// Keeps a paper to be issued with the others.
    pub(super) fn hold(&mut self, paper: &Paper<'_>) -> Result<(), Vec<Note>> {
        self.held.push(paper.id());
        Ok(())
    }

    /// What the user fills in.
    pub(super) fn fills(&self) -> &'b Fills {
        self.fills
    }

    /// The papers to be issued.
    pub(super) fn held(&self) -> &[String] {
        &self.held
    }

    /// Writes a paper that nobody has issued.
    pub(super) fn draft(
        &mut self,
        desk: &Desk,
        press: &Press<'_>,
        paper: &Paper<'_>,
        names: &Names,
        as_of: Date,
    ) -> Result<(), Vec<Note>> {
        let setting = draft(&desk.judged.plan, paper, self.fills);
        let made = self.make(press, paper, &setting, names, as_of)?;
        self.take(made);
        Ok(())
    }

    /// The files of a paper, with what is left to be filled in.
    pub(super) fn make(
        &self,
        press: &Press<'_>,
        paper: &Paper<'_>,
        setting: &Setting,
        names: &Names,
        as_of: Date,
    ) -> Result<Made, Vec<Note>> {
        let document = press.write(paper.template, &paper.occasion, setting)?;
        let base = names.get(&paper.id()).cloned().unwrap_or_default();
        let mut files = Vec::new();
        let mut notes = Vec::new();
        for format in self.formats {
            let bytes = paper_bytes(&document, self.figures, *format, self.fonts, as_of);
            if let Some(file) = bytes? {
                let mut name = base.clone().into_os_string();
                name.push(format!(".{}", format.word()));
                files.push((PathBuf::from(name), file.bytes));
                notes.extend(file.notes);
            }
        }
        Ok(Made {
            title: document.title.concat(),
            open: open_fields(&document),
            files,
            notes,
        })
    }

    pub(super) fn take(&mut self, made: Made) {
        self.count.papers += 1;
        self.count.open += usize::from(!made.open.is_empty());
        self.files.extend(made.files);
        for note in made.notes {
            if !self.notes.contains(&note) {
                self.notes.push(note);
            }
        }
    }

    /// What the user should know of the files, each once.
    pub(super) fn notes(&self) -> &[Note] {
        &self.notes
    }

    pub(super) fn take_issued(&mut self, made: Made) {
        self.count.issued += 1;
        self.take(made);
    }

    /// Writes the files. One that is there already with the same content is left alone.
    pub(super) fn save(mut self) -> Result<Count, Failure> {
        let mut changed = Vec::new();
        for (name, bytes) in self.files {
            let path = self.target.join(name);
            if std::fs::read(&path).is_ok_and(|there| there == bytes) {
                self.count.unchanged += 1;
            } else {
                changed.push((path, bytes));
            }
        }
        write(&changed).map_err(|note| {
            let mut notes = vec![note];
            // Their numbers are given; nobody should think that nothing has happened.
            notes.extend((self.count.issued > 0).then(|| Note::new(Code::IssuedUnwritten)));
            Failure {
                notes,
                ..Failure::default()
            }
        })?;
        self.count.files = changed.len();
        Ok(self.count)
    }
}

fn write(files: &[(PathBuf, Vec<u8>)]) -> Result<(), Note> {
    for (path, _) in files {
        path.parent().map_or(Ok(()), whole::folder)?;
    }
    whole::write_each(files)
}

/// The files of a paper.
pub(super) struct Made {
    pub(super) title: String,
    /// What is left to be filled in.
    pub(super) open: Vec<String>,
    pub(super) files: Vec<(PathBuf, Vec<u8>)>,
    /// What the user should know of them.
    notes: Vec<Note>,
}

impl Made {
    /// The files as a record names them.
    pub(super) fn attachments(&self) -> Vec<Attachment> {
        let one = |(path, bytes): &(PathBuf, Vec<u8>)| Attachment {
            name: path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned(),
            sha256: sum(bytes),
        };
        self.files.iter().map(one).collect()
    }
}

/// SHA-256 in hexadecimal.
pub(super) fn sum(bytes: &[u8]) -> String {
    let sum = Sha256::digest(bytes);
    sum.iter().map(|byte| format!("{byte:02x}")).collect()
}
