//! The tables that a plugin may ask for.

use crate::Type::{self, Day, Minute, Number, Row, Small, Text};

/// A table.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    /// Its name in a description and in a grant.
    pub name: &'static str,
    /// Its columns.
    pub columns: &'static [Column],
    /// What a row is.
    pub about: &'static str,
}

/// A column.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Its name in a description and in a grant.
    pub name: &'static str,
    /// What it holds.
    pub kind: Type,
    /// What it means.
    pub about: &'static str,
}

impl Table {
    /// A column by its name.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<&'static Column> {
        self.columns.iter().find(|column| column.name == name)
    }
}

/// The table of this name.
#[must_use]
pub fn table(name: &str) -> Option<&'static Table> {
    TABLES.iter().copied().find(|table| table.name == name)
}

/// Every table of this version of the interface.
pub const TABLES: &[&Table] = &[EVIDENCE, SUBJECTS, ACTORS, DUTIES, DAYS, FINDINGS];

const fn column(name: &'static str, kind: Type, about: &'static str) -> Column {
    Column { name, kind, about }
}

/// The ledger.
pub const EVIDENCE: &Table = &Table {
    name: "evidence",
    about: "A record of one of the granted kinds, corrections applied, by day and then by place in the ledger.",
    columns: &[
        column("kind", Text, "Kind, such as `visit`."),
        column("duty", Text, "Id of the duty that it serves."),
        column("day", Day, "The day on which it happened."),
        column("minute", Minute, "When it began."),
        column("subject", Row, "Row in `subjects`."),
        column(
            "actor",
            Text,
            "Who acted: ids of `actors`, several joined with 、.",
        ),
        column("status", Text, "Its status, in the plan's own words."),
        column("marks", Text, "Its marks, several joined with 、."),
        column("quantity", Number, "Quantity, in hundredths."),
        column("amount", Number, "Amount of money, in fen."),
        column("until", Day, "The last day of what it is about."),
        column("recorded", Day, "The day on which it was entered."),
        column("refers", Text, "Id of the record that it refers to."),
        column("id", Text, "Its own id."),
        column("note", Text, "Its free text."),
        column(
            "files",
            Text,
            "SHA-256 sums of its attachments, joined with a space.",
        ),
        column("corrected", Small, "1 if a correction replaced some of it."),
    ],
};

/// What duties are done for.
pub const SUBJECTS: &Table = &Table {
    name: "subjects",
    about: "A subject that the plugin judges; with any other scope, every subject of the plan.",
    columns: &[
        column("id", Text, "Id."),
        column("name", Text, "Name."),
        column("sets", Text, "The sets that it belongs to, joined with 、."),
        column(
            "first",
            Day,
            "The first day on which it exists, if that lies in the plan.",
        ),
        column("last", Day, "The last day, likewise."),
    ],
};

/// Who acts.
pub const ACTORS: &Table = &Table {
    name: "actors",
    about: "A person, by staff number, a unit or a role.",
    columns: &[
        column("id", Text, "Staff number or id."),
        column("kind", Text, "`person`, `unit` or `role`."),
        column("unit", Text, "The unit of a person."),
        column(
            "category",
            Text,
            "The category of a person, such as `official`.",
        ),
    ],
};

/// What the plan requires.
pub const DUTIES: &Table = &Table {
    name: "duties",
    about: "A duty of the plan, in its order.",
    columns: &[
        column("id", Text, "Id."),
        column("name", Text, "Name."),
        column("section", Text, "Its section, such as `meetings`."),
    ],
};

/// The days of the plan up to the as-of day.
pub const DAYS: &Table = &Table {
    name: "days",
    about: "A day from the first of the plan to the as-of day, or to the last of the plan if that is earlier.",
    columns: &[
        column("day", Day, "The day."),
        column(
            "class",
            Small,
            "0 workday, 1 weekend, 2 public holiday, 3 make-up workday.",
        ),
    ],
};

/// What was already judged.
pub const FINDINGS: &Table = &Table {
    name: "findings",
    about: "What the plan's own checks concluded. No plugin sees what another says.",
    columns: &[
        column("duty", Text, "Id of the duty."),
        column("subject", Row, "Row in `subjects`."),
        column("first", Day, "The first day of its period."),
        column("last", Day, "The last day of its period."),
        column("status", Text, "Its status, such as `missed`."),
        column("figure", Number, "Its figure."),
    ],
};
