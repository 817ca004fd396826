//! From the parts of a package to a [`Paper`].

use std::collections::BTreeMap;

use super::inline::{Inline, chosen};
use super::numbering::Numbering;
use super::package::{Package, Relations};
use super::paper::{
    Anchor, Look, Paper, Paragraph, Part, Run, RunLook, Section, Stories, Story, is_space,
};
use super::properties::{ParagraphProperties, RunProperties};
use super::section;
use super::styles::{Styles, Theme};
use super::table;
use super::units::on;
use super::unreadable::Unreadable;
use super::xml::Node;

/// Size of text if nothing states one: 10 pt.
const SIZE: i64 = 20;

/// Reads a paper.
pub(super) fn read(bytes: &[u8]) -> Result<Paper, Unreadable> {
    let mut package = Package::open(bytes)?;
    let main = package.main.clone();
    let relations = package.relations(&main)?;
    let mut related = |kind: &str| match relations.values().find(|r| r.kind == kind) {
        Some(relation) => package.tree(&relation.part),
        None => Ok(None),
    };
    let settings = related("settings")?;
    let lang = settings.as_ref().and_then(|s| s.child("themeFontLang"));
    let lang = lang
        .and_then(|l| l.attribute("eastAsia"))
        .unwrap_or("zh-CN");
    let mut reader = Reader {
        styles: Styles::read(related("styles")?.as_ref()),
        theme: Theme::read(related("theme")?.as_ref(), lang),
        numbering: Numbering::read(related("numbering")?.as_ref()),
        ..Reader::default()
    };
    let even = settings.as_ref().and_then(|s| s.child("evenAndOddHeaders"));
    reader.paper.even_and_odd = even.is_some_and(|e| on(e.attribute("val")));
    reader.stories = stories(&mut package, &relations)?;
    let Some(tree) = package.tree(&main)? else {
        return Err(Unreadable::PartMissing(main));
    };
    let Some(body) = tree.child("body") else {
        return Err(Unreadable::NotDocx);
    };
    reader.blocks(body, &Flow::default());
    reader.finish()
}

/// The headers and footers, by the ids that sections refer to them with.
fn stories(
    package: &mut Package<'_>,
    relations: &Relations,
) -> Result<BTreeMap<String, Node>, Unreadable> {
    let mut stories = BTreeMap::new();
    for (id, relation) in relations {
        if matches!(relation.kind.as_str(), "header" | "footer")
            && let Some(tree) = package.tree(&relation.part)?
        {
            stories.insert(id.clone(), tree);
        }
    }
    Ok(stories)
}

/// Reads blocks one after the other.
#[derive(Default)]
pub(super) struct Reader {
    styles: Styles,
    theme: Theme,
    numbering: Numbering,
    stories: BTreeMap<String, Node>,
    /// Those that were read, by the same ids.
    read: BTreeMap<String, Story>,
    pub(super) paper: Paper,
    /// Whether the next paragraph begins a page.
    broken: bool,
}

/// Where blocks stand.
#[derive(Debug, Clone, Default)]
pub(super) struct Flow {
    pub(super) part: Part,
    pub(super) table: Option<usize>,
    pub(super) anchor: Option<Anchor>,
}

impl Reader {
    /// Reads the blocks inside an element.
    pub(super) fn blocks(&mut self, node: &Node, flow: &Flow) {
        for child in node.nodes() {
            match child.name.as_str() {
                "p" => self.paragraph(child, flow),
                "tbl" => table::read(self, child, flow),
                "sdt" | "sdtContent" | "ins" | "moveTo" | "customXml" => self.blocks(child, flow),
                "AlternateContent" => self.blocks(chosen(child), flow),
                "sectPr" => self.section(child),
                _ => {}
            }
        }
    }

    fn paragraph(&mut self, node: &Node, flow: &Flow) {
        let said = node.child("pPr");
        let direct = ParagraphProperties::read(said);
        let (properties, runs) = self.inherited(&direct);
        let mut inline = Inline::default();
        inline.read(node);
        for (content, anchor) in std::mem::take(&mut inline.boxes) {
            let inside = Flow {
                part: Part::TextBox,
                table: flow.table,
                anchor,
            };
            self.blocks(content, &inside);
        }
        let end = said.and_then(|p| p.child("rPr"));
        let end = self.look(&runs, &RunProperties::read(end));
        let runs = self.written(&mut inline, &properties, &runs, &end);
        let text: String = runs.iter().map(|run| run.text.as_str()).collect();
        let main = main_of(&runs, end);
        // A paragraph with nothing but a page break is the end of the page before.
        let alone = inline.breaks.0 && text.is_empty();
        let breaks = properties.break_before == Some(true) || self.broken || inline.breaks.0;
        self.broken = flow.part == Part::Text && (inline.breaks.1 || alone);
        self.paper.paragraphs.push(Paragraph {
            number: self.paper.paragraphs.len() + 1,
            part: flow.part,
            section: self.paper.sections.len(),
            text,
            runs,
            look: looked(&properties, &main),
            main,
            new_page: breaks && !alone,
            drawings: inline.drawings,
            page_number: inline.page_number,
            table: flow.table,
            anchor: flow.anchor.clone(),
        });
        if let Some(section) = said.and_then(|p| p.child("sectPr")) {
            self.section(section);
        }
    }

    /// The runs of a paragraph, with the number that the editor puts before it.
    fn written(
        &mut self,
        inline: &mut Inline<'_>,
        properties: &ParagraphProperties,
        under: &RunProperties,
        end: &RunLook,
    ) -> Vec<Run> {
        let numbering = properties.numbering.as_ref();
        let label = numbering.and_then(|(id, level)| self.numbering.next(id, *level));
        let label = label.map(|text| Run {
            text,
            look: end.clone(),
        });
        let runs = std::mem::take(&mut inline.runs).into_iter();
        let runs = runs.map(|(text, said)| Run {
            text,
            look: self.look(under, &said),
        });
        label.into_iter().chain(runs).collect()
    }

    /// What a paragraph says, over what its style and its numbering say.
    fn inherited(&self, direct: &ParagraphProperties) -> (ParagraphProperties, RunProperties) {
        let (style, runs) = self.styles.paragraph(direct.style.as_deref());
        let mut all = style.clone();
        let numbered = direct.numbering.as_ref().or(style.numbering.as_ref());
        if let Some((id, level)) = numbered
            && let Some(properties) = self.numbering.properties(id, *level)
        {
            all.overlay(properties);
            if direct.numbering.is_none() {
                all.overlay(&style);
            }
        }
        all.overlay(direct);
        (all, runs)
    }

    fn look(&self, under: &RunProperties, said: &RunProperties) -> RunLook {
        let mut all = under.clone();
        if let Some(style) = &said.style {
            all.overlay(&self.styles.character(style));
        }
        all.overlay(said);
        RunLook {
            ascii: self.theme.name(all.ascii.as_ref()),
            east: self.theme.name(all.east.as_ref()),
            size: all.size.unwrap_or(SIZE).clamp(2, 3_276),
            colour: all.colour.unwrap_or_else(|| "AUTO".to_owned()),
            bold: all.bold.unwrap_or(false),
            spacing: all.spacing.unwrap_or(0).clamp(-31_680, 31_680),
            scale: all.scale.unwrap_or(100).clamp(1, 600),
        }
    }

    fn section(&mut self, node: &Node) {
        let before = self.paper.sections.last().cloned().unwrap_or_default();
        let mut section = section::read(node);
        section.headers = self.referred(node, "headerReference", Part::Header, &before.headers);
        section.footers = self.referred(node, "footerReference", Part::Footer, &before.footers);
        self.paper.sections.push(section);
    }

    /// The headers or footers that a section refers to; those of the section before it where it names none.
    fn referred(&mut self, node: &Node, name: &str, part: Part, before: &Stories) -> Stories {
        let mut stories = before.clone();
        for reference in node.nodes().filter(|n| n.name == name) {
            let id = reference.attribute("id").unwrap_or_default();
            let Some(read) = self.story(id, part) else {
                continue;
            };
            match reference.attribute("type") {
                Some("even") => stories.even = Some(read),
                Some("first") => stories.first = Some(read),
                _ => stories.default = Some(read),
            }
        }
        stories
    }

    /// A header or footer. Each is read once, however many sections refer to it.
    fn story(&mut self, id: &str, part: Part) -> Option<Story> {
        if let Some(read) = self.read.get(id) {
            return Some(read.clone());
        }
        let tree = self.stories.remove(id)?;
        let kept = std::mem::take(&mut self.paper.paragraphs);
        let broken = std::mem::take(&mut self.broken);
        let flow = Flow {
            part,
            ..Flow::default()
        };
        self.blocks(&tree, &flow);
        self.broken = broken;
        let read = Story::new(std::mem::replace(&mut self.paper.paragraphs, kept));
        self.read.insert(id.to_owned(), read.clone());
        Some(read)
    }

    /// Gives a paper without a stated section one, and opens a page where a section does.
    fn finish(mut self) -> Result<Paper, Unreadable> {
        if self.paper.sections.is_empty() {
            self.paper.sections.push(Section::default());
        }
        let last = self.paper.sections.len() - 1;
        let mut begun = 0;
        for paragraph in &mut self.paper.paragraphs {
            paragraph.section = paragraph.section.min(last);
            let section = &self.paper.sections[paragraph.section];
            if paragraph.section > begun && paragraph.part == Part::Text {
                begun = paragraph.section;
                paragraph.new_page |= !section.continuous;
            }
        }
        Ok(self.paper)
    }
}

/// The look of most signs; that of the end if there are none.
fn main_of(runs: &[Run], end: RunLook) -> RunLook {
    let mut signs: BTreeMap<&RunLook, usize> = BTreeMap::new();
    for run in runs {
        let shown = run.text.chars().filter(|c| !is_space(*c)).count();
        *signs.entry(&run.look).or_default() += shown;
    }
    let most = signs.values().copied().max().unwrap_or(0);
    // Of looks that are alike in number the first one in the text.
    let main = runs.iter().find(|run| signs.get(&run.look) == Some(&most));
    main.filter(|_| most > 0)
        .map_or(end, |run| run.look.clone())
}

/// Where a paragraph stands. Lengths become characters of its own size.
fn looked(said: &ParagraphProperties, main: &RunLook) -> Look {
    let advance = (main.size * 10 + main.spacing).max(1);
    let chars = |chars: Option<i64>, length: Option<i64>| match chars {
        Some(chars) if chars != 0 => chars,
        _ => length.unwrap_or(0) * 100 / advance,
    };
    Look {
        align: said.align.unwrap_or_default(),
        left: chars(said.left_chars, said.left),
        right: chars(said.right_chars, said.right),
        first: chars(said.first_chars, said.first),
        line: said.line.unwrap_or(0),
        rule: said.rule.unwrap_or_default(),
        before: (said.before_lines.unwrap_or(0), said.before.unwrap_or(0)),
        after: (said.after_lines.unwrap_or(0), said.after.unwrap_or(0)),
        snap: said.snap.unwrap_or(true),
        top: said.top.clone().flatten(),
        bottom: said.bottom.clone().flatten(),
        right_tab: said.right_tab,
        frame: said.frame.clone(),
    }
}
