//! What can be wrong with a field or a line, before it becomes a note.

use luoshi_diagnostics::{Arg, Args, Code, FileId, Note, Place};

use crate::personal::PersonalKind;

/// Why a text is not what a field or a line needs. Each is a variant of the catalogue
/// messages `record-syntax` and `record-field`, selected by [`Reason::word`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// The line is not one JSON object.
    NotObject,
    /// The line ends before the object does.
    Unfinished,
    /// A sign that JSON does not have at this place.
    BadSign,
    /// A text with an impossible escape or a bare control sign.
    BadText,
    /// Something follows the object.
    Trailing,
    /// The field does not exist.
    Unknown,
    /// The field is written twice.
    Twice,
    /// The field must be there.
    Missing,
    /// A text belongs here.
    WantText,
    /// A list belongs here, or a text.
    WantList,
    /// An object belongs here.
    WantObject,
    /// No such kind of record.
    Kind,
    /// Not a day of the calendar.
    Date,
    /// Not a time of day.
    Time,
    /// Not a day and time.
    Moment,
    /// Not a number.
    Number,
    /// A number with more than two places.
    Precise,
    /// A number too large to be meant.
    Large,
    /// A text longer than its field allows.
    Long,
    /// More items than a list may have.
    Many,
    /// A line break or another control sign in a name.
    Control,
    /// A list sign inside one item of a list.
    Separator,
    /// Not a SHA-256 sum in lower-case hexadecimal.
    Hash,
    /// An identity-card or mobile number.
    Personal(PersonalKind),
    /// A correction cannot replace this field.
    Fixed,
    /// `set` in a record that is no correction.
    SetOutside,
    /// A correction that neither sets a field nor withdraws.
    NothingSet,
    /// A correction that both sets fields and withdraws.
    SetAndVoid,
    /// Corrections that correct one another in a circle.
    Circle,
    /// Not a name that the plan knows.
    Name,
    /// An id that is used twice.
    Repeated,
    /// A day without a year, where nothing else says the year.
    NoYear,
    /// A day of the month without a month, where nothing else says the month.
    NoMonth,
    /// A year of two digits.
    ShortYear,
    /// A number that two days are written like: 5.1.
    WhichDay,
    /// A tick or a count for a month that says no day.
    NoDay,
    /// A day outside the month of its column.
    OtherMonth,
    /// A mark that may mean several things.
    Mark,
    /// A word that says that it was not done.
    NotDone,
    /// 同上 with nothing above it.
    Ditto,
    /// One amount for several rows.
    Shared,
    /// A formula that failed.
    Broken,
}

impl Reason {
    /// The variant name in the catalogues.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Reason::NotObject => "not_object",
            Reason::Unfinished => "unfinished",
            Reason::BadSign => "bad_sign",
            Reason::BadText => "bad_text",
            Reason::Trailing => "trailing",
            Reason::Unknown => "unknown",
            Reason::Twice => "twice",
            Reason::Missing => "missing",
            Reason::WantText => "want_text",
            Reason::WantList => "want_list",
            Reason::WantObject => "want_object",
            Reason::Kind => "kind",
            Reason::Date => "date",
            Reason::Time => "time",
            Reason::Moment => "moment",
            Reason::Number => "number",
            Reason::Precise => "precise",
            Reason::Large => "large",
            Reason::Long => "long",
            Reason::Many => "many",
            Reason::Control => "control",
            Reason::Separator => "separator",
            Reason::Hash => "hash",
            Reason::Personal(PersonalKind::IdCard) => "id_card",
            Reason::Personal(PersonalKind::Mobile) => "mobile",
            Reason::Fixed => "fixed",
            Reason::SetOutside => "set_outside",
            Reason::NothingSet => "nothing_set",
            Reason::SetAndVoid => "set_and_void",
            Reason::Circle => "circle",
            Reason::Name => "name",
            Reason::Repeated => "repeated",
            Reason::NoYear => "no_year",
            Reason::NoMonth => "no_month",
            Reason::ShortYear => "short_year",
            Reason::WhichDay => "which_day",
            Reason::NoDay => "no_day",
            Reason::OtherMonth => "other_month",
            Reason::Mark => "mark",
            Reason::NotDone => "not_done",
            Reason::Ditto => "ditto",
            Reason::Shared => "shared",
            Reason::Broken => "broken",
        }
    }

    /// The code of the note about it.
    #[must_use]
    pub fn code(self) -> Code {
        match self {
            Reason::NotObject
            | Reason::Unfinished
            | Reason::BadSign
            | Reason::BadText
            | Reason::Trailing => Code::RecordSyntax,
            Reason::Personal(_) => Code::RecordPersonal,
            Reason::Repeated => Code::RecordDuplicate,
            Reason::NoYear
            | Reason::NoMonth
            | Reason::ShortYear
            | Reason::WhichDay
            | Reason::NoDay
            | Reason::OtherMonth
            | Reason::Mark
            | Reason::NotDone
            | Reason::Ditto
            | Reason::Shared
            | Reason::Broken => Code::CellUnclear,
            _ => Code::RecordField,
        }
    }
}

/// One thing wrong with one record, at bytes of the text that held it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) field: String,
    pub(crate) value: String,
    /// The nearest name that exists, or nothing.
    pub(crate) suggestion: String,
    pub(crate) limit: usize,
    pub(crate) reason: Reason,
}

impl Fault {
    pub(crate) fn note(&self, file: FileId) -> Note {
        Note::new(self.reason.code())
            .at(Place {
                file,
                start: self.start,
                end: self.end,
            })
            .args(fault_args(
                self.reason,
                &self.field,
                &self.value,
                &self.suggestion,
                self.limit,
            ))
    }
}

/// The arguments that the messages about a faulty field share.
pub(crate) fn fault_args(
    reason: Reason,
    field: &str,
    value: &str,
    suggestion: &str,
    limit: usize,
) -> Args {
    // A personal number is never repeated in a message.
    let value = match reason {
        Reason::Personal(_) => String::new(),
        _ => shorten(value),
    };
    let near = if suggestion.is_empty() { "no" } else { "yes" };
    vec![
        ("reason", Arg::from(reason.word())),
        ("field", Arg::from(field)),
        ("value", Arg::from(value)),
        ("near", Arg::from(near)),
        ("suggestion", Arg::from(suggestion)),
        ("limit", Arg::from(i64::try_from(limit).unwrap_or(i64::MAX))),
    ]
}

/// The start of a value, enough to recognise it by.
pub(crate) fn shorten(value: &str) -> String {
    const SHOWN: usize = 40;
    let flat = |c: char| if c.is_control() { ' ' } else { c };
    let mut short: String = value.chars().take(SHOWN).map(flat).collect();
    if value.chars().nth(SHOWN).is_some() {
        short.push('…');
    }
    short
}

/// Adds many arguments at once.
pub(crate) trait WithArgs {
    fn args(self, args: Args) -> Self;
}

impl WithArgs for Note {
    fn args(mut self, args: Args) -> Note {
        self.args.extend(args);
        self
    }
}
