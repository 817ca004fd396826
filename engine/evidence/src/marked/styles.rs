//! The styles of a workbook, and red ones beside those that marked cells have.

use std::collections::BTreeMap;
use std::ops::Range;

use super::MarkedError;
use super::xml::{Edits, Role, Tag, attribute, each_tag, with_attribute};

/// The fill of a marked cell.
const RED: &str = "FFFF9999";

/// The styles part, and what is to be added to it.
pub(super) struct Styles {
    text: String,
    fonts: Collection,
    fills: Collection,
    formats: Collection,
    /// Each format as it is written, with its content.
    written: Vec<Range<usize>>,
    /// A format to the red one like it.
    red: BTreeMap<u32, u32>,
    added: Vec<String>,
}

/// Elements of one sort.
#[derive(Default)]
struct Collection {
    start: Range<usize>,
    end: usize,
    count: u32,
    prefix: String,
}

impl Styles {
    pub(super) fn read(text: &str) -> Result<Styles, MarkedError> {
        let mut styles = Styles {
            text: text.to_owned(),
            fonts: Collection::default(),
            fills: Collection::default(),
            formats: Collection::default(),
            written: Vec::new(),
            red: BTreeMap::new(),
            added: Vec::new(),
        };
        let mut open: Option<&str> = None;
        each_tag(text, |tag| {
            styles.see(tag, &mut open);
            Ok(())
        })?;
        let whole = [&styles.fonts, &styles.fills, &styles.formats];
        if whole.iter().any(|all| all.end == 0) || styles.written.is_empty() {
            return Err(MarkedError::new("styles"));
        }
        Ok(styles)
    }

    fn see(&mut self, tag: &Tag, open: &mut Option<&'static str>) {
        let (all, one) = match (tag.depth, tag.name.as_str()) {
            (1, "fonts") => (&mut self.fonts, "font"),
            (1, "fills") => (&mut self.fills, "fill"),
            (1, "cellXfs") => (&mut self.formats, "xf"),
            (2, name) if *open == Some(name) && tag.role != Role::End => {
                let all = match name {
                    "font" => &mut self.fonts,
                    "fill" => &mut self.fills,
                    _ => &mut self.formats,
                };
                all.count += 1;
                if name == "xf" {
                    self.written.push(tag.at.clone());
                }
                return;
            }
            (2, "xf") if *open == Some("xf") => {
                if let Some(last) = self.written.last_mut() {
                    last.end = tag.at.end;
                }
                return;
            }
            _ => return,
        };
        match tag.role {
            Role::Start => {
                all.start = tag.at.clone();
                all.prefix.clone_from(&tag.prefix);
                *open = Some(one);
            }
            Role::End => {
                all.end = tag.at.start;
                *open = None;
            }
            Role::Empty => {}
        }
    }

    /// The format that is like another one, but red.
    pub(super) fn red(&mut self, format: u32) -> u32 {
        if let Some(red) = self.red.get(&format) {
            return *red;
        }
        let at = usize::try_from(format).unwrap_or(usize::MAX);
        let at = self.written.get(at).unwrap_or(&self.written[0]).clone();
        let written = &self.text[at];
        let tag_end = written.find('>').map_or(written.len(), |end| end + 1);
        let tag = with_attribute(&written[..tag_end], "fillId", &self.fills.count.to_string());
        let tag = with_attribute(&tag, "applyFill", "1");
        let red = self.add(format!("{tag}{}", &written[tag_end..]));
        self.red.insert(format, red);
        red
    }

    /// The format of headings of the list.
    pub(super) fn bold(&mut self) -> u32 {
        self.own(self.fonts.count, "")
    }

    /// The format of a link to a cell.
    pub(super) fn link(&mut self) -> u32 {
        self.own(self.fonts.count + 1, "")
    }

    /// The format of a text of several lines.
    pub(super) fn wrapped(&mut self) -> u32 {
        self.own(0, " wrapText=\"1\"")
    }

    fn own(&mut self, font: u32, more: &str) -> u32 {
        let p = self.formats.prefix.clone();
        self.add(format!(
            "<{p}xf numFmtId=\"0\" fontId=\"{font}\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\" applyAlignment=\"1\">\
             <{p}alignment vertical=\"top\"{more}/></{p}xf>"
        ))
    }

    fn add(&mut self, format: String) -> u32 {
        let number = self.formats.count + u32::try_from(self.added.len()).unwrap_or(0);
        self.added.push(format);
        number
    }

    /// The part with everything that was added.
    pub(super) fn text(&self) -> String {
        let p = &self.fonts.prefix;
        let font = |look: &str| {
            format!("<{p}font>{look}<{p}sz val=\"11\"/><{p}name val=\"宋体\"/></{p}font>")
        };
        let bold = font(&format!("<{p}b/>"));
        let link = format!(
            "<{p}font><{p}u/><{p}sz val=\"11\"/><{p}color rgb=\"FF0563C1\"/><{p}name val=\"宋体\"/></{p}font>"
        );
        let q = &self.fills.prefix;
        let fill = format!(
            "<{q}fill><{q}patternFill patternType=\"solid\"><{q}fgColor rgb=\"{RED}\"/>\
             <{q}bgColor indexed=\"64\"/></{q}patternFill></{q}fill>"
        );
        let mut all = [
            (&self.fonts, 2, format!("{bold}{link}")),
            (&self.fills, 1, fill),
            (&self.formats, self.added.len(), self.added.concat()),
        ];
        all.sort_by_key(|(all, _, _)| all.end);
        let mut edits = Edits::default();
        for (all, more, text) in all {
            let count = u64::from(all.count) + more as u64;
            let tag = &self.text[all.start.clone()];
            if attribute(tag, "count").is_some() {
                edits.put(
                    all.start.clone(),
                    with_attribute(tag, "count", &count.to_string()),
                );
            }
            edits.put(all.end..all.end, text);
        }
        edits
            .apply(&self.text)
            .unwrap_or_else(|_| self.text.clone())
    }
}
