//! The parts of an .xlsx package, and how they refer to one another.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::MarkedError;
use super::xml::{Edits, Role, attribute, each_tag, escaped};
use crate::template::ASIDE;

const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CONTENT: &str = "application/vnd.openxmlformats-officedocument";
const TYPES: &str = "[Content_Types].xml";
/// More than any ledger has; a package that unpacks to more is none.
const UNPACKED_AT_MOST: u64 = 1 << 30;

/// The parts of a package.
pub(super) struct Package {
    /// The names in the order of the file.
    order: Vec<String>,
    parts: BTreeMap<String, Vec<u8>>,
    workbook: String,
    styles: String,
}

/// One part that another refers to.
pub(super) struct Relation {
    pub(super) id: String,
    /// The last word of its type: `worksheet`, `comments`.
    pub(super) of: String,
    /// The name of the part.
    pub(super) part: String,
}

impl Package {
    pub(super) fn read(bytes: &[u8]) -> Result<Package, MarkedError> {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(MarkedError::new)?;
        let mut package = Package {
            order: Vec::new(),
            parts: BTreeMap::new(),
            workbook: String::new(),
            styles: String::new(),
        };
        let mut left = UNPACKED_AT_MOST;
        for at in 0..zip.len() {
            let file = zip.by_index(at).map_err(MarkedError::new)?;
            let name = file.name().map_err(MarkedError::new)?.into_owned();
            let mut part = Vec::new();
            let read = file
                .take(left)
                .read_to_end(&mut part)
                .map_err(MarkedError::new)?;
            left = left.saturating_sub(read as u64);
            if left == 0 {
                return Err(MarkedError::new("too large"));
            }
            package.order.push(name.clone());
            package.parts.insert(name, part);
        }
        package.workbook = package.related("", "officeDocument")?;
        package.styles = package.related(&package.workbook, "styles")?;
        if package.text(TYPES)?.contains("macroEnabled") {
            return Err(MarkedError::new("macros"));
        }
        Ok(package)
    }

    /// A part as a text.
    pub(super) fn text(&self, name: &str) -> Result<&str, MarkedError> {
        let part = self.parts.get(name).ok_or_else(|| MarkedError::new(name))?;
        let text = std::str::from_utf8(part).map_err(MarkedError::new)?;
        Ok(text.trim_start_matches('\u{feff}'))
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.parts.contains_key(name)
    }

    /// Replaces or adds a part.
    pub(super) fn set(&mut self, name: &str, text: String) {
        if self
            .parts
            .insert(name.to_owned(), text.into_bytes())
            .is_none()
        {
            self.order.push(name.to_owned());
        }
    }

    pub(super) fn styles_path(&self) -> Result<&str, MarkedError> {
        Ok(&self.styles)
    }

    /// What a part refers to.
    pub(super) fn relations(&self, of: &str) -> Result<Vec<Relation>, MarkedError> {
        let path = relations_path(of);
        let mut found = Vec::new();
        if !self.has(&path) {
            return Ok(found);
        }
        let text = self.text(&path)?;
        each_tag(text, |tag| {
            let written = &text[tag.at.clone()];
            if tag.name == "Relationship" && tag.role != Role::End {
                let of_type = attribute(written, "Type").unwrap_or_default();
                let target = attribute(written, "Target").unwrap_or_default();
                found.push(Relation {
                    id: attribute(written, "Id").unwrap_or_default(),
                    of: of_type.rsplit('/').next().unwrap_or("").to_owned(),
                    part: resolved(of, &target),
                });
            }
            Ok(())
        })?;
        Ok(found)
    }

    fn related(&self, part: &str, of: &str) -> Result<String, MarkedError> {
        let found = self.relations(part)?.into_iter().find(|one| one.of == of);
        found
            .map(|one| one.part)
            .ok_or_else(|| MarkedError::new(of))
    }

    /// Makes a part refer to another, and gives the id of that.
    pub(super) fn relate(
        &mut self,
        part: &str,
        of: &str,
        target: &str,
    ) -> Result<String, MarkedError> {
        let known = self.relations(part)?;
        let free = (1..).map(|n| format!("rId{n}"));
        let mut free = free.filter(|id| known.iter().all(|one| one.id != *id));
        let id = free.next().unwrap_or_default();
        let path = relations_path(part);
        let empty = format!("<Relationships xmlns=\"{RELATIONS}\"></Relationships>");
        let text = if self.has(&path) {
            self.text(&path)?
        } else {
            empty.as_str()
        };
        let relation = |prefix: &str| {
            format!(
                "<{prefix}Relationship Id=\"{id}\" Type=\"{OFFICE}/{of}\" Target=\"/{target}\"/>"
            )
        };
        let text = append_to(text, "Relationships", relation)?;
        self.set(&path, text);
        Ok(id)
    }

    /// The part of the sheet with this name.
    pub(super) fn sheet_path(&self, name: &str) -> Result<String, MarkedError> {
        let text = self.text(&self.workbook)?;
        let mut id = None;
        each_tag(text, |tag| {
            let written = &text[tag.at.clone()];
            let named = || attribute(written, "name").as_deref() == Some(name);
            if tag.name == "sheet" && tag.role != Role::End && named() {
                // The prefix is mostly r, but any will do.
                id = written
                    .split_whitespace()
                    .find_map(|word| word.split_once(":id=").map(|(prefix, _)| prefix.to_owned()))
                    .and_then(|prefix| attribute(written, &format!("{prefix}:id")));
            }
            Ok(())
        })?;
        let relations = self.relations(&self.workbook)?;
        let found = relations
            .into_iter()
            .find(|one| Some(&one.id) == id.as_ref());
        found
            .filter(|one| one.of == "worksheet")
            .map(|one| one.part)
            .ok_or_else(|| MarkedError::new(name))
    }

    /// Adds a sheet after all others. A name that is taken gets a number.
    pub(super) fn add_sheet(&mut self, name: &str, sheet: String) -> Result<(), MarkedError> {
        let path = self.free("xl/worksheets/sheet", ".xml");
        self.set(&path, sheet);
        self.declare(&path, &format!("{CONTENT}.spreadsheetml.worksheet+xml"))?;
        let workbook = self.workbook.clone();
        let id = self.relate(&workbook, "worksheet", &path)?;
        let text = self.text(&workbook)?;
        let (mut names, mut last) = (Vec::new(), 0_u32);
        each_tag(text, |tag| {
            let written = &text[tag.at.clone()];
            if tag.name == "sheet" && tag.role != Role::End {
                names.extend(attribute(written, "name").map(|name| name.to_lowercase()));
                let number = attribute(written, "sheetId").and_then(|n| n.parse().ok());
                last = last.max(number.unwrap_or(0));
            }
            Ok(())
        })?;
        let numbered = (2..).map(|n| format!("{name}{n}"));
        let mut free = std::iter::once(name.to_owned()).chain(numbered);
        let free = free.find(|name| !names.contains(&name.to_lowercase()));
        let name = escaped(&free.unwrap_or_default());
        let sheet = |prefix: &str| {
            let number = last + 1;
            format!(
                "<{prefix}sheet xmlns:r=\"{OFFICE}\" name=\"{name}\" sheetId=\"{number}\" r:id=\"{id}\"/>"
            )
        };
        let text = append_to(text, "sheets", sheet)?;
        let text = with_aside(&text, &name.replace('\'', "''"))?;
        self.set(&workbook, text);
        Ok(())
    }

    /// Says what sort of part one is.
    pub(super) fn declare(&mut self, part: &str, content: &str) -> Result<(), MarkedError> {
        let line = |prefix: &str| {
            format!("<{prefix}Override PartName=\"/{part}\" ContentType=\"{content}\"/>")
        };
        let text = append_to(self.text(TYPES)?, "Types", line)?;
        self.set(TYPES, text);
        Ok(())
    }

    /// A name for a part that is not taken.
    pub(super) fn free(&self, before: &str, after: &str) -> String {
        let names = (1..).map(|n| format!("{before}{n}{after}"));
        let mut free = names.filter(|name| !self.has(name));
        free.next().unwrap_or_default()
    }

    /// The package as a file, with no time of its own.
    pub(super) fn write(self) -> Result<Vec<u8>, MarkedError> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::DEFAULT);
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for name in self.order.iter().filter(|name| !name.ends_with('/')) {
            zip.start_file(name, options).map_err(MarkedError::new)?;
            zip.write_all(&self.parts[name]).map_err(MarkedError::new)?;
        }
        let file = zip.finish().map_err(MarkedError::new)?;
        Ok(file.into_inner())
    }
}

/// A text with something put at the end of the content of its element of this name.
pub(super) fn append_to(
    text: &str,
    element: &str,
    put: impl Fn(&str) -> String,
) -> Result<String, MarkedError> {
    let mut edits = Edits::default();
    let mut done = false;
    each_tag(text, |tag| {
        if tag.name != element || done {
            return Ok(());
        }
        match tag.role {
            Role::Start => {}
            Role::End => {
                done = true;
                edits.put(tag.at.start..tag.at.start, put(&tag.prefix));
            }
            Role::Empty => {
                done = true;
                let open = text[tag.at.clone()].trim_end_matches("/>").trim_end();
                let put = put(&tag.prefix);
                edits.put(
                    tag.at.clone(),
                    format!("{open}>{put}</{}{element}>", tag.prefix),
                );
            }
        }
        Ok(())
    })?;
    if done {
        edits.apply(text)
    } else {
        Err(MarkedError::new(element))
    }
}

/// The workbook with a name that tells the import to pass over a sheet.
fn with_aside(text: &str, sheet: &str) -> Result<String, MarkedError> {
    /// What stands after the names of a workbook.
    const AFTER: [&str; 5] = [
        "calcPr",
        "oleSize",
        "pivotCaches",
        "fileRecoveryPr",
        "extLst",
    ];
    let numbers = (1..).map(|n| format!("{ASIDE}{n}"));
    let mut free = numbers.filter(|name| !text.contains(&format!("\"{name}\"")));
    let free = free.next().unwrap_or_default();
    let name = |p: &str| format!("<{p}definedName name=\"{free}\">'{sheet}'!$A$1</{p}definedName>");
    if let Ok(text) = append_to(text, "definedNames", name) {
        return Ok(text);
    }
    let mut edits = Edits::default();
    let mut done = false;
    each_tag(text, |tag| {
        let after = tag.depth == 1 && AFTER.contains(&tag.name.as_str());
        if !done && (after || (tag.depth == 0 && tag.role == Role::End)) {
            done = true;
            let p = &tag.prefix;
            let names = format!("<{p}definedNames>{}</{p}definedNames>", name(p));
            edits.put(tag.at.start..tag.at.start, names);
        }
        Ok(())
    })?;
    edits.apply(text)
}

fn relations_path(part: &str) -> String {
    match part.rsplit_once('/') {
        Some((folder, name)) => format!("{folder}/_rels/{name}.rels"),
        None => format!("_rels/{part}.rels"),
    }
}

/// The part that a target names, seen from another part.
fn resolved(from: &str, target: &str) -> String {
    if let Some(whole) = target.strip_prefix('/') {
        return whole.to_owned();
    }
    let mut steps: Vec<&str> = from.split('/').collect();
    steps.pop();
    for step in target.split('/') {
        match step {
            "." | "" => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}
