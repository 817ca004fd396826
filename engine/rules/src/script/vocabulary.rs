//! The words of rules.

/// A word that a rule may use.
#[derive(Debug, Clone, Copy)]
pub struct Word {
    /// How it is written.
    pub form: &'static str,
    /// The key of its text in the catalogues.
    pub text: &'static str,
}

/// All words that a rule may use beside Rhai's own operators, `if`, `let` and arithmetic on
/// whole numbers.
pub const VOCABULARY: &[Word] = &[
    Word {
        form: "duty(\"ID\").met",
        text: "vocabulary-met",
    },
    Word {
        form: "duty(\"ID\").missed",
        text: "vocabulary-missed",
    },
    Word {
        form: "duty(\"ID\").late",
        text: "vocabulary-late",
    },
    Word {
        form: "duty(\"ID\").violated",
        text: "vocabulary-violated",
    },
    Word {
        form: "duty(\"ID\").suspect",
        text: "vocabulary-suspect",
    },
    Word {
        form: "duty(\"ID\").unknown",
        text: "vocabulary-unknown",
    },
    Word {
        form: "duty(\"ID\").pending",
        text: "vocabulary-pending",
    },
    Word {
        form: "duty(\"ID\").failing",
        text: "vocabulary-failing",
    },
    Word {
        form: "duty(\"ID\").failed",
        text: "vocabulary-failed",
    },
    Word {
        form: "duty(\"ID\").judged",
        text: "vocabulary-judged",
    },
    Word {
        form: "duty(\"ID\").figure",
        text: "vocabulary-figure",
    },
    Word {
        form: "incidents(\"KIND\")",
        text: "vocabulary-incidents",
    },
    Word {
        form: "param(\"ID\")",
        text: "vocabulary-param",
    },
    Word {
        form: "subject()",
        text: "vocabulary-subject",
    },
];

/// Names of functions and properties that rules may call.
pub(super) const CALLS: &[&str] = &[
    "duty",
    "incidents",
    "param",
    "subject",
    "abs",
    "min",
    "max",
    "contains",
    "len",
    "to_string",
    "starts_with",
    "ends_with",
    "is_empty",
    "push",
    "filter",
    "map",
    "some",
    "all",
    "sum",
];

/// Counts of a duty: the properties of the vocabulary.
pub(super) fn counts() -> impl Iterator<Item = &'static str> {
    let property = |word: &Word| Some(word.form.rsplit_once(").")?.1);
    VOCABULARY.iter().filter_map(property)
}
