//! The numbers that an editor puts before paragraphs by itself.

use std::collections::BTreeMap;

use super::properties::{ParagraphProperties, short};
use super::xml::Node;

const LEVELS: usize = 9;

/// The numberings of a paper, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    abstracts: BTreeMap<String, Vec<Level>>,
    /// From numberings to what they are made after.
    numbers: BTreeMap<String, String>,
    counts: BTreeMap<String, [i64; LEVELS]>,
}

#[derive(Debug, Default)]
struct Level {
    format: String,
    text: String,
    start: i64,
    properties: ParagraphProperties,
}

impl Numbering {
    /// Reads `numbering.xml`.
    pub(super) fn read(tree: Option<&Node>) -> Numbering {
        let mut numbering = Numbering::default();
        for node in tree.into_iter().flat_map(Node::nodes) {
            match node.name.as_str() {
                "abstractNum" => {
                    let id = node.attribute("abstractNumId").unwrap_or_default();
                    numbering.abstracts.insert(id.to_owned(), levels(node));
                }
                "num" => {
                    let id = node.attribute("numId").unwrap_or_default();
                    let of = node.value("abstractNumId").unwrap_or_default();
                    numbering.numbers.insert(id.to_owned(), of.to_owned());
                }
                _ => {}
            }
        }
        numbering
    }

    /// What a numbering says of the paragraphs of a level.
    pub(super) fn properties(&self, id: &str, level: usize) -> Option<&ParagraphProperties> {
        let levels = self.abstracts.get(self.numbers.get(id)?)?;
        levels.get(level).map(|level| &level.properties)
    }

    /// The next number of a level; none for bullets and for what is no numbering.
    pub(super) fn next(&mut self, id: &str, level: usize) -> Option<String> {
        let of = self.numbers.get(id)?;
        let levels = self.abstracts.get(of)?;
        let mine = levels.get(level)?;
        let counts = self.counts.entry(of.clone()).or_default();
        let count = counts.get_mut(level)?;
        *count = count.saturating_add(1);
        for below in counts.iter_mut().skip(level + 1) {
            *below = 0;
        }
        let mut label = mine.text.clone();
        for (at, level) in levels.iter().enumerate().take(level + 1) {
            let number = level.start.saturating_add(counts[at].max(1) - 1);
            let shown = shown(&level.format, number)?;
            label = label.replace(&format!("%{}", at + 1), &shown);
        }
        Some(label)
    }
}

fn levels(node: &Node) -> Vec<Level> {
    node.nodes()
        .filter(|n| n.name == "lvl")
        .take(LEVELS)
        .map(|n| Level {
            format: n.value("numFmt").unwrap_or("decimal").to_owned(),
            text: short(n.value("lvlText").unwrap_or_default()),
            start: n.value("start").and_then(|s| s.parse().ok()).unwrap_or(1),
            properties: ParagraphProperties::read(n.child("pPr")),
        })
        .collect()
}

fn shown(format: &str, number: i64) -> Option<String> {
    match format {
        "decimal" | "decimalHalfWidth" => Some(number.to_string()),
        "chineseCounting"
        | "chineseCountingThousand"
        | "taiwaneseCountingThousand"
        | "japaneseCounting"
        | "ideographDigital" => chinese(number),
        "none" => Some(String::new()),
        _ => None,
    }
}

/// 1 to 99 in Chinese numerals.
fn chinese(number: i64) -> Option<String> {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |n: i64| DIGITS.get(usize::try_from(n).ok()?).copied();
    match number {
        1..=9 => digit(number).map(str::to_owned),
        10..=19 => Some(format!("十{}", digit(number - 10)?)),
        20..=99 => Some(format!("{}十{}", digit(number / 10)?, digit(number % 10)?)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Numbering;
    use crate::check::xml::parse;

    #[test]
    fn lower_levels_begin_again_under_each_number() {
        let mut left = 100;
        let tree = parse(
            r#"<numbering><abstractNum abstractNumId="7">
            <lvl ilvl="0"><numFmt val="chineseCountingThousand"/><lvlText val="%1、"/></lvl>
            <lvl ilvl="1"><start val="3"/><numFmt val="decimal"/><lvlText val="%2."/></lvl>
            </abstractNum><num numId="1"><abstractNumId val="7"/></num></numbering>"#,
            &mut left,
        );
        let mut numbering = Numbering::read(tree.as_ref().ok());
        let steps = [0, 1, 1, 0, 1].map(|level| numbering.next("1", level).unwrap());
        assert_eq!(steps, ["一、", "3.", "4.", "二、", "3."]);
        assert_eq!(numbering.next("2", 0), None);
    }
}
