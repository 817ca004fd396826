//! A part of a package as a tree, within limits.

use quick_xml::Reader;
use quick_xml::escape::{resolve_predefined_entity, unescape};
use quick_xml::events::{BytesStart, Event};

/// More levels than any editor writes: a table in a text box in a table comes to about forty.
const DEEP: usize = 200;
/// More elements and attributes than a paper of several hundred pages has, over all parts that are read.
pub(super) const MANY: usize = 1_500_000;
/// No value that is looked at is longer; a longer one would be copied into every paragraph that inherits it.
const LONG: usize = 2_000;

/// An element, by its name without a prefix.
///
/// Prefixes are dropped because editors choose their own, and the strict form of the format has other namespaces;
/// no two elements that are looked for here share a name.
#[derive(Debug, Default)]
pub(super) struct Node {
    /// The local name.
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    children: Vec<Child>,
}

#[derive(Debug)]
enum Child {
    Node(Node),
    Text(String),
}

/// Why a part is no tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fault {
    /// It is not well-formed; what the reader says.
    Malformed(String),
    /// It nests too deep, or has too many elements.
    TooMuch,
    /// It declares a document type, where entities could be defined.
    DocumentType,
}

impl Node {
    /// The value of an attribute, by its local name.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The elements right inside.
    pub(super) fn nodes(&self) -> impl Iterator<Item = &Node> {
        self.children.iter().filter_map(|child| match child {
            Child::Node(node) => Some(node),
            Child::Text(_) => None,
        })
    }

    /// The first element of a name right inside.
    pub(super) fn child(&self, name: &str) -> Option<&Node> {
        self.nodes().find(|node| node.name == name)
    }

    /// The attribute `val` of the first element of a name right inside.
    pub(super) fn value(&self, name: &str) -> Option<&str> {
        self.child(name)?.attribute("val")
    }

    /// The first element of a name anywhere inside, in the order of the text.
    pub(super) fn find(&self, name: &str) -> Option<&Node> {
        self.nodes().find_map(|node| {
            if node.name == name {
                Some(node)
            } else {
                node.find(name)
            }
        })
    }

    /// Its own text, without that of the elements inside.
    pub(super) fn text(&self) -> String {
        self.children
            .iter()
            .filter_map(|child| match child {
                Child::Text(text) => Some(text.as_str()),
                Child::Node(_) => None,
            })
            .collect()
    }

    fn opened(tag: &BytesStart<'_>, left: &mut usize) -> Result<Node, Fault> {
        spend(left)?;
        let mut node = Node {
            name: tag.local_name().as_ref().to_owned(),
            ..Node::default()
        };
        for attribute in tag.attributes().with_checks(false) {
            spend(left)?;
            let attribute = attribute.map_err(|e| Fault::Malformed(e.to_string()))?;
            let value = unescape(&attribute.value).map_err(|e| Fault::Malformed(e.to_string()))?;
            let name = attribute.key.local_name().as_ref().to_owned();
            node.attributes
                .push((name, value.chars().take(LONG).collect()));
        }
        Ok(node)
    }
}

/// Reads a part; what it holds is taken off `left`.
pub(super) fn parse(text: &str, left: &mut usize) -> Result<Node, Fault> {
    let mut reader = Reader::from_str(text);
    let mut open = vec![Node::default()];
    loop {
        let event = reader
            .read_event()
            .map_err(|e| Fault::Malformed(e.to_string()))?;
        match event {
            Event::Start(tag) => open.push(Node::opened(&tag, left)?),
            Event::Empty(tag) => add(&mut open, Child::Node(Node::opened(&tag, left)?)),
            Event::End(_) => close(&mut open)?,
            Event::Text(words) => add(&mut open, Child::Text(words.xml10_content().into_owned())),
            Event::CData(words) => add(&mut open, Child::Text(words.xml10_content().into_owned())),
            Event::GeneralRef(reference) => {
                spend(left)?;
                let name = reference.xml10_content();
                let given = reference.resolve_char_ref().ok().flatten();
                let told = match given {
                    Some(sign) => sign.to_string(),
                    None => resolve_predefined_entity(&name)
                        .ok_or_else(|| Fault::Malformed(name.to_string()))?
                        .to_owned(),
                };
                add(&mut open, Child::Text(told));
            }
            Event::DocType(_) => return Err(Fault::DocumentType),
            Event::Eof => break,
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
        }
        if open.len() > DEEP {
            return Err(Fault::TooMuch);
        }
    }
    finished(open)
}

fn spend(left: &mut usize) -> Result<(), Fault> {
    *left = left.checked_sub(1).ok_or(Fault::TooMuch)?;
    Ok(())
}

fn add(open: &mut [Node], child: Child) {
    if let Some(parent) = open.last_mut() {
        parent.children.push(child);
    }
}

fn close(open: &mut Vec<Node>) -> Result<(), Fault> {
    let (Some(node), true) = (open.pop(), !open.is_empty()) else {
        return Err(Fault::Malformed("end".to_owned()));
    };
    add(open, Child::Node(node));
    Ok(())
}

/// The one element of the outermost level.
fn finished(mut open: Vec<Node>) -> Result<Node, Fault> {
    let (Some(outer), true) = (open.pop(), open.is_empty()) else {
        return Err(Fault::Malformed("eof".to_owned()));
    };
    outer
        .children
        .into_iter()
        .find_map(|child| match child {
            Child::Node(node) => Some(node),
            Child::Text(_) => None,
        })
        .ok_or_else(|| Fault::Malformed("empty".to_owned()))
}
