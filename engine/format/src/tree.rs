//! A YAML file as it is written: what it says, and the comments and blank lines around it.

/// Something between the values that a reader of the file sees and a program does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Trivia {
    /// One blank line or several.
    Blank,
    /// A comment with its `#`.
    Comment(Comment),
}

/// A comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Comment {
    /// From `#` to the end of the line.
    pub(crate) text: String,
    /// Whether something stands before it in its line.
    pub(crate) trailing: bool,
    /// How far it was indented.
    pub(crate) column: usize,
}

/// A whole file.
#[derive(Debug, Default)]
pub(crate) struct Document {
    /// What stands before `---`; empty where there is no such line.
    pub(crate) top: Vec<Trivia>,
    /// Whether `---` opens it.
    pub(crate) marked: bool,
    /// Its list or map; nothing in a file of comments alone.
    pub(crate) root: Option<Item>,
    /// What follows.
    pub(crate) end: Vec<Trivia>,
}

/// An entry of a list or a map, or the root.
#[derive(Debug)]
pub(crate) struct Item {
    /// Comments and blank lines before it.
    pub(crate) before: Vec<Trivia>,
    /// Whether it stands in brackets and opens a line there.
    pub(crate) opens_line: bool,
    /// Its key, ready to print; an entry of a list has none.
    pub(crate) key: Option<String>,
    /// Comments between the key or the dash and the value.
    pub(crate) lead: Vec<Trivia>,
    /// The value.
    pub(crate) value: Shape,
    /// The comment at the end of the line: after the value, or after the key of a block.
    pub(crate) after: Option<String>,
}

/// A value.
#[derive(Debug)]
pub(crate) enum Shape {
    /// A scalar.
    Scalar(Scalar),
    /// A list or a map.
    Collection(Collection),
}

/// A list or a map.
#[derive(Debug)]
pub(crate) struct Collection {
    pub(crate) map: bool,
    /// Whether it stands in brackets.
    pub(crate) flow: bool,
    pub(crate) items: Vec<Item>,
    /// Comments and blank lines after the last entry.
    pub(crate) end: Vec<Trivia>,
}

/// A scalar, ready to print but for its indentation.
#[derive(Debug)]
pub(crate) struct Scalar {
    /// Its lines as written, without indentation; the first stands behind the key.
    pub(crate) lines: Vec<String>,
    /// The same in one line, if there is a way.
    pub(crate) inline: Option<String>,
    /// Whether it is a `|` or `>` text.
    pub(crate) block: bool,
    /// Whether blank lines after it belong to it, as `|+` says.
    pub(crate) keeps: bool,
}

/// The comments of some trivia, in order.
pub(crate) fn comments(trivia: &[Trivia]) -> impl Iterator<Item = &Comment> {
    trivia.iter().filter_map(|trivia| match trivia {
        Trivia::Comment(comment) => Some(comment),
        Trivia::Blank => None,
    })
}
