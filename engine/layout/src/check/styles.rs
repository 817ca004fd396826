//! Styles with what they inherit, and the fonts of the theme.

use std::collections::BTreeMap;

use super::properties::{FontName, ParagraphProperties, RunProperties, short};
use super::xml::Node;

/// A chain of styles longer than this goes round in a circle.
const CHAIN: usize = 40;

/// The styles of a paper.
#[derive(Debug, Default)]
pub(super) struct Styles {
    runs: RunProperties,
    paragraphs: ParagraphProperties,
    styles: BTreeMap<String, Style>,
    /// The id of the style of paragraphs that name none.
    normal: Option<String>,
}

#[derive(Debug, Default)]
struct Style {
    based_on: Option<String>,
    paragraphs: ParagraphProperties,
    runs: RunProperties,
}

impl Styles {
    /// Reads `styles.xml`.
    pub(super) fn read(tree: Option<&Node>) -> Styles {
        let mut styles = Styles::default();
        let Some(tree) = tree else { return styles };
        if let Some(defaults) = tree.child("docDefaults") {
            let inner = |outer, name| defaults.child(outer).and_then(|d: &Node| d.child(name));
            styles.runs = RunProperties::read(inner("rPrDefault", "rPr"));
            styles.paragraphs = ParagraphProperties::read(inner("pPrDefault", "pPr"));
        }
        for node in tree.nodes().filter(|n| n.name == "style") {
            let Some(id) = node.attribute("styleId") else {
                continue;
            };
            let default = matches!(node.attribute("default"), Some("1" | "true" | "on"));
            if default && node.attribute("type") == Some("paragraph") {
                styles.normal = Some(id.to_owned());
            }
            let style = Style {
                based_on: node.value("basedOn").map(str::to_owned),
                paragraphs: ParagraphProperties::read(node.child("pPr")),
                runs: RunProperties::read(node.child("rPr")),
            };
            styles.styles.insert(id.to_owned(), style);
        }
        styles
    }

    /// What a style says of paragraphs and runs, with the defaults of the paper below it.
    pub(super) fn paragraph(&self, id: Option<&str>) -> (ParagraphProperties, RunProperties) {
        let (mut paragraphs, mut runs) = (self.paragraphs.clone(), self.runs.clone());
        let id = id.filter(|id| self.styles.contains_key(*id));
        for style in self.chain(id.or(self.normal.as_deref())) {
            paragraphs.overlay(&style.paragraphs);
            runs.overlay(&style.runs);
        }
        (paragraphs, runs)
    }

    /// What a style of characters says, without the defaults.
    pub(super) fn character(&self, id: &str) -> RunProperties {
        let mut runs = RunProperties::default();
        for style in self.chain(Some(id)) {
            runs.overlay(&style.runs);
        }
        runs
    }

    /// A style and those it is based on, the most distant first.
    fn chain(&self, id: Option<&str>) -> Vec<&Style> {
        let mut chain = Vec::new();
        let mut next = id;
        while let Some(style) = next.and_then(|id| self.styles.get(id)) {
            if chain.len() == CHAIN {
                break;
            }
            chain.push(style);
            next = style.based_on.as_deref();
        }
        chain.reverse();
        chain
    }
}

/// The fonts of the theme.
#[derive(Debug, Default)]
pub(super) struct Theme {
    major: FontSet,
    minor: FontSet,
}

#[derive(Debug, Default)]
struct FontSet {
    latin: String,
    east: String,
}

impl Theme {
    /// Reads `theme1.xml`; `lang` is the East Asian language of the settings.
    pub(super) fn read(tree: Option<&Node>, lang: &str) -> Theme {
        let scheme = tree.and_then(|t| t.find("fontScheme"));
        let set = |name| {
            let node = scheme.and_then(|s| s.child(name));
            node.map(|n| FontSet::read(n, lang)).unwrap_or_default()
        };
        Theme {
            major: set("majorFont"),
            minor: set("minorFont"),
        }
    }

    /// The name of a font; empty if neither the paper nor its theme states one.
    pub(super) fn name(&self, font: Option<&FontName>) -> String {
        match font {
            None => String::new(),
            Some(FontName::Named(name)) => name.clone(),
            Some(FontName::Theme(place)) => {
                let set = if place.starts_with("major") {
                    &self.major
                } else {
                    &self.minor
                };
                let east = place.ends_with("EastAsia");
                if east { &set.east } else { &set.latin }.clone()
            }
        }
    }
}

impl FontSet {
    fn read(node: &Node, lang: &str) -> FontSet {
        let face = |name| {
            let face = node.child(name).and_then(|n| n.attribute("typeface"));
            short(face.unwrap_or_default())
        };
        let script = match lang {
            "zh-TW" | "zh-HK" => "Hant",
            "ja-JP" => "Jpan",
            _ => "Hans",
        };
        let by_script = node
            .nodes()
            .find(|n| n.name == "font" && n.attribute("script") == Some(script))
            .and_then(|n| n.attribute("typeface"));
        let east = face("ea");
        FontSet {
            latin: face("latin"),
            east: if east.is_empty() {
                short(by_script.unwrap_or_default())
            } else {
                east
            },
        }
    }
}
