//! What a plugin says of itself: `description` of the WIT.

/// A text for people in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Words {
    /// Both texts.
    #[must_use]
    pub fn new(zh: &str, en: &str) -> Words {
        let (zh, en) = (zh.to_owned(), en.to_owned());
        Words { zh, en }
    }
}

/// What a plugin says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Description {
    /// 3 to 40 characters: small letters, digits, `-`.
    pub id: String,
    /// Its own version: `1.0.0`.
    pub version: String,
    /// Title.
    pub title: Words,
    /// What it looks for, and what a finding does not prove.
    pub summary: Words,
    /// What findings are about.
    pub scope: Scope,
    /// Outcomes that it may give.
    pub outcomes: Vec<Outcome>,
    /// Kinds of evidence that it reads; none stands for all that are granted.
    pub kinds: Vec<String>,
    /// What it wants to see, in the order in which it wants it.
    pub reads: Vec<Reading>,
    /// What a plan may set.
    pub parameters: Vec<Parameter>,
    /// What its findings say.
    pub messages: Vec<Message>,
}

/// What findings are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// The township as a whole: exactly one finding.
    Township,
    /// Each row of the table `subjects`.
    Subjects,
    /// Rows of the table `actors`.
    Actors,
}

/// What a finding concludes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Kept, or nothing found.
    Met,
    /// Not kept.
    Violated,
    /// A sign that somebody should look into; never a failure.
    Suspect,
    /// Cannot be told.
    Unknown,
    /// There is nothing to judge.
    NotApplicable,
}

impl Outcome {
    /// Every outcome.
    pub const ALL: [Outcome; 5] = [
        Outcome::Met,
        Outcome::Violated,
        Outcome::Suspect,
        Outcome::Unknown,
        Outcome::NotApplicable,
    ];

    /// The word that the status of a finding has in JSON and in cases.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Outcome::Met => "met",
            Outcome::Violated => "violated",
            Outcome::Suspect => "suspect",
            Outcome::Unknown => "unknown",
            Outcome::NotApplicable => "not_applicable",
        }
    }
}

/// A table and those of its columns that a plugin wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Name of the table.
    pub table: String,
    /// Names of the columns, in the order in which they come.
    pub columns: Vec<String>,
}

/// A parameter of a plugin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parameter {
    /// As plans write it: small letters, digits, `_`.
    pub id: String,
    /// Title.
    pub title: Words,
    /// Unit; may be empty.
    pub unit: Words,
    /// Type, bounds and default.
    pub kind: ParameterKind,
}

/// Type, bounds and default of a parameter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ParameterKind {
    /// A whole number.
    Whole(Bounds),
    /// Hundredths.
    Decimal(Bounds),
    /// Yes or no; the default.
    Flag(bool),
    /// One of a list of words.
    Choice {
        /// The words.
        options: Vec<String>,
        /// Index of the default.
        default: u32,
    },
}

/// Bounds, both allowed, and default.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// The least.
    pub least: i64,
    /// The most.
    pub most: i64,
    /// The default.
    pub default: i64,
}

/// What a finding says; `{name}` stands for an argument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Its id.
    pub id: String,
    /// Its text.
    pub text: Words,
}
