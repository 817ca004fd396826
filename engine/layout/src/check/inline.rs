//! The runs of a paragraph.

use super::drawing::{of_drawing, of_picture};
use super::paper::{Anchor, Drawing};
use super::properties::RunProperties;
use super::xml::Node;

/// What stands in a paragraph.
#[derive(Debug, Default)]
pub(super) struct Inline<'a> {
    /// Texts with what they say of their look.
    pub(super) runs: Vec<(String, RunProperties)>,
    pub(super) drawings: Vec<Drawing>,
    /// What is in text boxes, and where they stand.
    pub(super) boxes: Vec<(&'a Node, Option<Anchor>)>,
    /// Whether a page ends before its first sign, and after it.
    pub(super) breaks: (bool, bool),
    pub(super) page_number: bool,
    /// How many fields are open, and at which depth the number of the page is being skipped.
    fields: usize,
    skipped: Option<usize>,
}

impl<'a> Inline<'a> {
    /// Reads what stands in a paragraph or in what groups its runs.
    pub(super) fn read(&mut self, node: &'a Node) {
        for child in node.nodes() {
            match child.name.as_str() {
                "r" => self.run(child),
                "hyperlink" | "ins" | "moveTo" | "smartTag" | "customXml" | "sdtContent"
                | "dir" | "bdo" => {
                    self.read(child);
                }
                "sdt" => self.read(child),
                "fldSimple" => self.simple(child),
                "AlternateContent" => self.read(chosen(child)),
                _ => {}
            }
        }
    }

    fn simple(&mut self, node: &'a Node) {
        if is_page(node.attribute("instr").unwrap_or_default()) {
            self.page_number = true;
            let look = node.find("rPr");
            self.put("#", &RunProperties::read(look));
        } else {
            self.read(node);
        }
    }

    fn run(&mut self, node: &'a Node) {
        let look = RunProperties::read(node.child("rPr"));
        if look.hidden != Some(true) {
            self.inside(node, &look);
        }
    }

    fn inside(&mut self, node: &'a Node, look: &RunProperties) {
        for child in node.nodes() {
            match child.name.as_str() {
                "t" => self.put(&child.text(), look),
                "tab" | "ptab" => self.put("\t", look),
                "br" | "cr" => self.broken(child, look),
                "noBreakHyphen" => self.put("-", look),
                "instrText" => self.instructed(&child.text(), look),
                "fldChar" => self.field(child),
                "drawing" => self.drawn(child, of_drawing(child)),
                "pict" | "object" => self.drawn(child, of_picture(child)),
                "AlternateContent" => self.inside(chosen(child), look),
                _ => {}
            }
        }
    }

    fn put(&mut self, text: &str, look: &RunProperties) {
        if self.skipped.is_none() && !text.is_empty() {
            self.runs.push((text.to_owned(), look.clone()));
        }
    }

    fn broken(&mut self, node: &Node, look: &RunProperties) {
        match node.attribute("type") {
            Some("page") if self.runs.is_empty() => self.breaks.0 = true,
            Some("page") => self.breaks.1 = true,
            Some("column") => {}
            _ => self.put("\n", look),
        }
    }

    fn instructed(&mut self, text: &str, look: &RunProperties) {
        if is_page(text) && self.skipped.is_none() {
            self.page_number = true;
            self.put("#", look);
            // What an editor last counted is not part of the text.
            self.skipped = Some(self.fields);
        }
    }

    fn field(&mut self, node: &Node) {
        match node.attribute("fldCharType") {
            Some("begin") => self.fields += 1,
            Some("end") => {
                if self.skipped == Some(self.fields) {
                    self.skipped = None;
                }
                self.fields = self.fields.saturating_sub(1);
            }
            _ => {}
        }
    }

    fn drawn(&mut self, node: &'a Node, drawing: Option<Drawing>) {
        let anchor = drawing.as_ref().and_then(|d| d.anchor.clone());
        boxes(node, &anchor, &mut self.boxes);
        self.drawings.extend(drawing);
    }
}

/// What is in text boxes, of which a group may have several; not what is in boxes within them.
fn boxes<'a>(node: &'a Node, anchor: &Option<Anchor>, found: &mut Vec<(&'a Node, Option<Anchor>)>) {
    for child in node.nodes() {
        match child.name.as_str() {
            "txbxContent" => found.push((child, anchor.clone())),
            "AlternateContent" => boxes(chosen(child), anchor, found),
            _ => boxes(child, anchor, found),
        }
    }
}

/// Of several forms of the same thing the first, which newer editors show.
pub(super) fn chosen(node: &Node) -> &Node {
    let choice = node.child("Choice").or_else(|| node.child("Fallback"));
    choice.unwrap_or(node)
}

/// Whether a field shows the number of the page.
fn is_page(instruction: &str) -> bool {
    let word = instruction.split_whitespace().next();
    word.is_some_and(|word| word.eq_ignore_ascii_case("PAGE"))
}
