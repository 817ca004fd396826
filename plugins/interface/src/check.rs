//! What a description must be before anybody relies on it. The host and the tests of a plugin ask the same.

use std::collections::BTreeSet;
use std::fmt;

use crate::describe::{Bounds, Description, Parameter, ParameterKind, Reading, Words};
use crate::message::names;
use crate::tables::table;

/// Characters of an id at most; also of a kind, and of an argument's name.
pub const ID_AT_MOST: usize = 40;
/// Characters of a title, a unit or an option at most.
pub const TITLE_AT_MOST: usize = 80;
/// Characters of a summary, a message or an argument at most.
pub const TEXT_AT_MOST: usize = 400;
/// Parameters at most.
pub const PARAMETERS_AT_MOST: usize = 32;
/// Messages, kinds, or options of a parameter at most.
pub const MESSAGES_AT_MOST: usize = 64;
/// Readings at most.
pub const READINGS_AT_MOST: usize = 8;

/// A place in a description, and what is wrong there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DescriptionFault {
    /// Where.
    pub part: Part,
    /// What.
    pub problem: Problem,
}

/// A place in a description. Names are those that the description gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// The id.
    Id,
    /// The version.
    Version,
    /// The title.
    Title,
    /// The summary.
    Summary,
    /// The list of outcomes.
    Outcomes,
    /// The list of kinds.
    Kinds,
    /// One kind.
    Kind(String),
    /// The list of readings.
    Readings,
    /// A table that is read.
    Reading(String),
    /// A column of such a table.
    Column(String, String),
    /// The list of parameters.
    Parameters,
    /// A parameter.
    Parameter(String),
    /// The list of messages.
    Messages,
    /// A message.
    Message(String),
}

/// What is wrong with a part of a description.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// It has not the form that it must have.
    Form,
    /// It is empty.
    Empty,
    /// Its Chinese or its English text is empty.
    EmptyText,
    /// It has more characters than this.
    TooLong(usize),
    /// It holds a character that cannot be seen, such as a line break.
    Control,
    /// There are more of them than this.
    TooMany(usize),
    /// It is there twice.
    Twice,
    /// This version of the interface has no such table or column.
    Unknown,
    /// The default is not between the least and the most.
    Bounds,
    /// It has an option twice, or an empty one.
    Options,
    /// The default is none of the options.
    Default,
    /// The two languages do not name the same arguments.
    Arguments,
}

impl Description {
    /// Everything that is wrong with it; nothing if the host takes it. Kinds are words of a plan's schema, which
    /// this crate does not know: only their form is looked at.
    #[must_use]
    pub fn faults(&self) -> Vec<DescriptionFault> {
        let mut found = Faults::default();
        let (id, version) = (is_id(&self.id), is_version(&self.version));
        found.unless(id, Part::Id, Problem::Form);
        found.unless(version, Part::Version, Problem::Form);
        found.words(Part::Title, &self.title, TITLE_AT_MOST);
        found.words(Part::Summary, &self.summary, TEXT_AT_MOST);
        found.unless(!self.outcomes.is_empty(), Part::Outcomes, Problem::Empty);
        found.unless(distinct(&self.outcomes), Part::Outcomes, Problem::Twice);
        found.kinds(&self.kinds);
        found.readings(&self.reads);
        found.parameters(&self.parameters);
        found.messages(self);
        found.0
    }
}

#[derive(Default)]
struct Faults(Vec<DescriptionFault>);

impl Faults {
    fn unless(&mut self, right: bool, part: Part, problem: Problem) {
        if !right {
            self.0.push(DescriptionFault { part, problem });
        }
    }

    fn words(&mut self, part: Part, words: &Words, most: usize) {
        let empty = words.zh.trim().is_empty() || words.en.trim().is_empty();
        self.unless(!empty, part.clone(), Problem::EmptyText);
        self.visible(part, words, most);
    }

    fn visible(&mut self, part: Part, words: &Words, most: usize) {
        let long = longer(&words.zh, most) || longer(&words.en, most);
        self.unless(!long, part.clone(), Problem::TooLong(most));
        let hidden = hides(&words.zh) || hides(&words.en);
        self.unless(!hidden, part, Problem::Control);
    }

    fn kinds(&mut self, kinds: &[String]) {
        let few = kinds.len() <= MESSAGES_AT_MOST;
        self.unless(few, Part::Kinds, Problem::TooMany(MESSAGES_AT_MOST));
        self.unless(distinct(kinds), Part::Kinds, Problem::Twice);
        for kind in kinds.iter().take(MESSAGES_AT_MOST) {
            self.unless(is_word(kind), Part::Kind(quoted(kind)), Problem::Form);
        }
    }

    fn readings(&mut self, reads: &[Reading]) {
        let few = reads.len() <= READINGS_AT_MOST;
        self.unless(few, Part::Readings, Problem::TooMany(READINGS_AT_MOST));
        let mut seen = BTreeSet::new();
        for reading in reads.iter().take(READINGS_AT_MOST) {
            let part = Part::Reading(quoted(&reading.table));
            // Grants may name tables in Chinese; plugins are handed what they ask for by its English name.
            let Some(table) = table(&reading.table).filter(|t| t.name == reading.table) else {
                self.unless(false, part, Problem::Unknown);
                continue;
            };
            self.unless(seen.insert(table.name), part, Problem::Twice);
            let mut columns = BTreeSet::new();
            for name in reading.columns.iter().take(2 * table.columns.len()) {
                let part = Part::Column(table.name.to_owned(), quoted(name));
                match table.column(name).filter(|column| column.name == name) {
                    None => self.unless(false, part, Problem::Unknown),
                    Some(column) => {
                        self.unless(columns.insert(column.name), part, Problem::Twice);
                    }
                }
            }
        }
    }

    fn parameters(&mut self, parameters: &[Parameter]) {
        let few = parameters.len() <= PARAMETERS_AT_MOST;
        self.unless(few, Part::Parameters, Problem::TooMany(PARAMETERS_AT_MOST));
        let mut seen = BTreeSet::new();
        for parameter in parameters.iter().take(PARAMETERS_AT_MOST) {
            let part = Part::Parameter(quoted(&parameter.id));
            self.unless(is_word(&parameter.id), part.clone(), Problem::Form);
            self.unless(seen.insert(&parameter.id), part.clone(), Problem::Twice);
            self.words(part.clone(), &parameter.title, TITLE_AT_MOST);
            self.visible(part.clone(), &parameter.unit, TITLE_AT_MOST);
            self.kind(part, &parameter.kind);
        }
    }

    fn kind(&mut self, part: Part, kind: &ParameterKind) {
        match kind {
            ParameterKind::Whole(bounds) | ParameterKind::Decimal(bounds) => {
                self.unless(hold(*bounds), part, Problem::Bounds);
            }
            ParameterKind::Flag(_) => {}
            ParameterKind::Choice { options, default } => self.options(part, options, *default),
        }
    }

    fn options(&mut self, part: Part, options: &[String], default: u32) {
        let (count, most) = (options.len(), MESSAGES_AT_MOST);
        self.unless(count <= most, part.clone(), Problem::TooMany(most));
        let empty = options.iter().any(|option| option.trim().is_empty());
        let good = !empty && distinct(options);
        self.unless(good, part.clone(), Problem::Options);
        let long = options.iter().any(|option| longer(option, TITLE_AT_MOST));
        self.unless(!long, part.clone(), Problem::TooLong(TITLE_AT_MOST));
        let hidden = options.iter().any(|option| hides(option));
        self.unless(!hidden, part.clone(), Problem::Control);
        self.unless((default as usize) < count, part, Problem::Default);
    }

    fn messages(&mut self, description: &Description) {
        let (messages, most) = (&description.messages, MESSAGES_AT_MOST);
        self.unless(!messages.is_empty(), Part::Messages, Problem::Empty);
        let few = messages.len() <= most;
        self.unless(few, Part::Messages, Problem::TooMany(most));
        let mut seen = BTreeSet::new();
        for message in messages.iter().take(most) {
            let part = Part::Message(quoted(&message.id));
            self.unless(is_word(&message.id), part.clone(), Problem::Form);
            self.unless(seen.insert(&message.id), part.clone(), Problem::Twice);
            self.words(part.clone(), &message.text, TEXT_AT_MOST);
            let same = names(&message.text.zh) == names(&message.text.en);
            self.unless(same, part, Problem::Arguments);
        }
    }
}

/// 3 to 40 small letters, digits and `-`. It begins with a letter, so that no command takes it for an option.
fn is_id(text: &str) -> bool {
    let inside = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-';
    (3..=ID_AT_MOST).contains(&text.len())
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.bytes().all(inside)
}

/// 1 to 40 small letters, digits, `_` and `-`, the first one a letter.
fn is_word(text: &str) -> bool {
    let inside = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'_' || c == b'-';
    text.len() <= ID_AT_MOST
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.bytes().all(inside)
}

/// Three whole numbers, none with a zero before it.
fn is_version(text: &str) -> bool {
    let number = |part: &str| {
        let digits = (1..=9).contains(&part.len()) && part.bytes().all(|c| c.is_ascii_digit());
        digits && (part == "0" || !part.starts_with('0'))
    };
    text.split('.').count() == 3 && text.split('.').all(number)
}

fn hold(bounds: Bounds) -> bool {
    bounds.least <= bounds.default && bounds.default <= bounds.most
}

fn distinct<T: Ord>(values: &[T]) -> bool {
    let mut seen = BTreeSet::new();
    values.iter().all(|value| seen.insert(value))
}

fn longer(text: &str, most: usize) -> bool {
    text.chars().nth(most).is_some()
}

/// Whether a text holds what cannot be seen: control characters, and those that turn the direction of a text,
/// by which a message can be made to read as another one.
fn hides(text: &str) -> bool {
    let turns = |c| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().any(|c| c.is_control() || turns(c))
}

/// What a stranger wrote, fit to be shown: no longer than so many characters, and nothing hidden.
#[must_use]
pub fn shown(text: &str, most: usize) -> String {
    let seen = |c: char| {
        if hides(c.encode_utf8(&mut [0; 4])) {
            '\u{fffd}'
        } else {
            c
        }
    };
    let mut short: String = text.chars().take(most).map(seen).collect();
    if longer(text, most) {
        short.push('…');
    }
    short
}

/// A name that a stranger gave, fit to be shown.
pub(crate) fn quoted(text: &str) -> String {
    shown(text, ID_AT_MOST)
}

impl fmt::Display for DescriptionFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.part, self.problem)
    }
}

impl std::error::Error for DescriptionFault {}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Part::Id => f.write_str("id"),
            Part::Version => f.write_str("version"),
            Part::Title => f.write_str("title"),
            Part::Summary => f.write_str("summary"),
            Part::Outcomes => f.write_str("outcomes"),
            Part::Kinds => f.write_str("kinds"),
            Part::Kind(kind) => write!(f, "kind `{kind}`"),
            Part::Readings => f.write_str("tables"),
            Part::Reading(table) => write!(f, "table `{table}`"),
            Part::Column(table, column) => write!(f, "column `{column}` of `{table}`"),
            Part::Parameters => f.write_str("parameters"),
            Part::Parameter(id) => write!(f, "parameter `{id}`"),
            Part::Messages => f.write_str("messages"),
            Part::Message(id) => write!(f, "message `{id}`"),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Problem::Form => f.write_str("not of the form that it must have"),
            Problem::Empty => f.write_str("there is none"),
            Problem::EmptyText => f.write_str("the text of a language is empty"),
            Problem::TooLong(most) => write!(f, "longer than {most} characters"),
            Problem::Control => {
                f.write_str("a line break or another character that cannot be seen")
            }
            Problem::TooMany(most) => write!(f, "more than {most}"),
            Problem::Twice => f.write_str("there twice"),
            Problem::Unknown => f.write_str("unknown in this version of the interface"),
            Problem::Bounds => f.write_str("the default is not between the least and the most"),
            Problem::Options => f.write_str("an option is empty or there twice"),
            Problem::Default => f.write_str("the default is none of the options"),
            Problem::Arguments => f.write_str("the two languages name different arguments"),
        }
    }
}
