//! A record as it is read: texts borrowed from the source, values already checked.

use std::borrow::Cow;

use crate::fault::Reason;
use crate::field::Field;
use crate::kind::Kind;
use crate::personal::{DIGITS_AT_LEAST, find_personal};
use crate::value::{Hundredths, parse_day, parse_minute, parse_moment};

/// No day: the field is absent.
pub(crate) const NO_DAY: i32 = i32::MIN;
/// No time of day: the field is absent.
pub(crate) const NO_MINUTE: u16 = u16::MAX;
/// No number: the field is absent.
pub(crate) const NO_NUMBER: i64 = i64::MIN;

/// Characters in an id, a name or an item of a list.
pub(crate) const NAME_AT_MOST: usize = 200;
/// Characters in a note.
pub(crate) const NOTE_AT_MOST: usize = 2_000;
/// Items in a list.
pub(crate) const ITEMS_AT_MOST: usize = 200;

/// The signs that part the items of a list in one text; the first is the one written.
pub(crate) const SEPARATORS: [char; 5] = ['、', ',', '，', ';', '；'];

/// A record whose texts live as long as its source. Absent texts are empty.
#[derive(Debug, Clone)]
pub(crate) struct RawRecord<'a> {
    pub(crate) id: Cow<'a, str>,
    pub(crate) jurisdiction: Cow<'a, str>,
    pub(crate) kind: Option<Kind>,
    pub(crate) day: i32,
    pub(crate) minute: u16,
    pub(crate) duty: Cow<'a, str>,
    pub(crate) subject: Cow<'a, str>,
    /// Joined with 、.
    pub(crate) actor: Cow<'a, str>,
    pub(crate) status: Cow<'a, str>,
    pub(crate) quantity: i64,
    pub(crate) amount: i64,
    /// Joined with 、.
    pub(crate) marks: Cow<'a, str>,
    pub(crate) refers: Cow<'a, str>,
    pub(crate) until: i32,
    pub(crate) note: Cow<'a, str>,
    /// Name and SHA-256 sum.
    pub(crate) attachments: Vec<(Cow<'a, str>, Cow<'a, str>)>,
    pub(crate) recorded_day: i32,
    /// Second of the recorded day; means nothing without the day.
    pub(crate) recorded_second: u32,
    pub(crate) recorded_by: Cow<'a, str>,
    pub(crate) set: Vec<(Field, Cow<'a, str>)>,
}

impl<'a> RawRecord<'a> {
    /// A record of which nothing is known yet.
    pub(crate) fn empty() -> Self {
        const NONE: Cow<'static, str> = Cow::Borrowed("");
        RawRecord {
            id: NONE,
            jurisdiction: NONE,
            kind: None,
            day: NO_DAY,
            minute: NO_MINUTE,
            duty: NONE,
            subject: NONE,
            actor: NONE,
            status: NONE,
            quantity: NO_NUMBER,
            amount: NO_NUMBER,
            marks: NONE,
            refers: NONE,
            until: NO_DAY,
            note: NONE,
            attachments: Vec::new(),
            recorded_day: NO_DAY,
            recorded_second: 0,
            recorded_by: NONE,
            set: Vec::new(),
        }
    }

    /// Reads a text into a field; an empty text makes an optional field absent.
    ///
    /// Attachments and `set` are no texts and are left alone.
    pub(crate) fn put(&mut self, field: Field, text: Cow<'a, str>) -> Result<(), Reason> {
        let text = trimmed(text);
        match field {
            Field::Id => self.id = name(text)?,
            Field::Jurisdiction => self.jurisdiction = name(text)?,
            Field::Kind => self.kind = Some(Kind::from_name(&text).ok_or(Reason::Kind)?),
            Field::Date => self.day = parse_day(&text).ok_or(Reason::Date)?,
            Field::Time => self.minute = optional(&text, NO_MINUTE, parse_minute, Reason::Time)?,
            Field::Duty => self.duty = name(text)?,
            Field::Subject => self.subject = name(text)?,
            Field::Actor => self.actor = list(text)?,
            Field::Status => self.status = name(text)?,
            Field::Quantity => self.quantity = number(&text)?,
            Field::Amount => self.amount = number(&text)?,
            Field::Marks => self.marks = list(text)?,
            Field::Ref => self.refers = name(text)?,
            Field::Until => self.until = optional(&text, NO_DAY, parse_day, Reason::Date)?,
            Field::Note => self.note = note(text)?,
            Field::RecordedAt => {
                let none = (NO_DAY, 0);
                (self.recorded_day, self.recorded_second) =
                    optional(&text, none, parse_moment, Reason::Moment)?;
            }
            Field::RecordedBy => self.recorded_by = name(text)?,
            Field::Attachments | Field::Set => {}
        }
        Ok(())
    }

    /// Adds a file that is kept elsewhere.
    pub(crate) fn attach(&mut self, file: Cow<'a, str>, sum: Cow<'a, str>) -> Result<(), Reason> {
        if self.attachments.len() == ITEMS_AT_MOST {
            return Err(Reason::Many);
        }
        let lower_hex = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
        if sum.len() != 64 || !sum.bytes().all(lower_hex) {
            return Err(Reason::Hash);
        }
        let file = name(trimmed(file))?;
        self.attachments.push((file, sum));
        Ok(())
    }

    /// Adds a replacement to a correction, trying it first.
    pub(crate) fn replace(&mut self, field: Field, text: Cow<'a, str>) -> Result<(), Reason> {
        if !field.correctable() {
            return Err(Reason::Fixed);
        }
        RawRecord::empty().put(field, Cow::Borrowed(&text))?;
        self.set.push((field, text));
        Ok(())
    }

    /// Whether this correction withdraws its target.
    pub(crate) fn withdraws(&self) -> bool {
        self.set.is_empty() && self.status == crate::record::VOID
    }

    /// What the fields together lack or contradict: the field to blame, and why.
    pub(crate) fn whole(&self) -> Result<(), (Field, Reason)> {
        if self.kind.is_none() {
            return Err((Field::Kind, Reason::Missing));
        }
        if self.day == NO_DAY {
            return Err((Field::Date, Reason::Missing));
        }
        if self.kind != Some(Kind::Correction) {
            return match self.set.is_empty() {
                true => Ok(()),
                false => Err((Field::Set, Reason::SetOutside)),
            };
        }
        let void = self.status == crate::record::VOID;
        match (self.refers.is_empty(), self.set.is_empty(), void) {
            (true, _, _) => Err((Field::Ref, Reason::Missing)),
            (false, true, false) => Err((Field::Set, Reason::NothingSet)),
            (false, false, true) => Err((Field::Set, Reason::SetAndVoid)),
            _ => Ok(()),
        }
    }
}

/// The items of a joined list.
pub(crate) fn items(list: &str) -> impl Iterator<Item = &str> {
    list.split('、').filter(|item| !item.is_empty())
}

/// Whether a text is so short and plain that nothing can be wrong with it as a name: no
/// blanks to take off, nothing invisible, too few digits for a personal number. Nearly all
/// texts of a ledger are, and this is cheaper than to look for each of those.
fn is_plain(text: &str) -> bool {
    let plain = |b: u8| (b'!'..=b'~').contains(&b);
    let few_digits = || text.bytes().filter(u8::is_ascii_digit).count() < DIGITS_AT_LEAST;
    text.len() <= NAME_AT_MOST
        && text.bytes().all(plain)
        && (text.len() < DIGITS_AT_LEAST || few_digits())
}

fn trimmed(text: Cow<'_, str>) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    if let (Some(b'!'..=b'~'), Some(b'!'..=b'~')) = (bytes.first(), bytes.last()) {
        return text;
    }
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) if text.trim().len() == text.len() => Cow::Owned(text),
        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
    }
}

fn optional<T>(
    text: &str,
    absent: T,
    parse: impl Fn(&str) -> Option<T>,
    reason: Reason,
) -> Result<T, Reason> {
    if text.is_empty() {
        return Ok(absent);
    }
    parse(text).ok_or(reason)
}

fn number(text: &str) -> Result<i64, Reason> {
    if text.is_empty() {
        return Ok(NO_NUMBER);
    }
    Hundredths::parse(text).map(|n| n.0)
}

fn name(text: Cow<'_, str>) -> Result<Cow<'_, str>, Reason> {
    if is_plain(&text) {
        return Ok(text);
    }
    if text.bytes().any(|b| b < b' ' || b == 0x7F) {
        return Err(Reason::Control);
    }
    clean(text, NAME_AT_MOST)
}

fn note(text: Cow<'_, str>) -> Result<Cow<'_, str>, Reason> {
    let odd = |b: u8| (b < b' ' && !matches!(b, b'\n' | b'\r' | b'\t')) || b == 0x7F;
    if text.bytes().any(odd) {
        return Err(Reason::Control);
    }
    clean(text, NOTE_AT_MOST)
}

fn clean(text: Cow<'_, str>, limit: usize) -> Result<Cow<'_, str>, Reason> {
    // A character has at least one byte, so that most texts need no counting.
    if text.len() > limit && text.chars().count() > limit {
        return Err(Reason::Long);
    }
    match find_personal(&text) {
        Some(kind) => Err(Reason::Personal(kind)),
        None => Ok(text),
    }
}

/// A list in one text: parted by any of the signs, held joined by the first of them.
fn list(text: Cow<'_, str>) -> Result<Cow<'_, str>, Reason> {
    // Most lists have one plain item.
    if is_plain(&text) && !text.bytes().any(|b| matches!(b, b',' | b';')) {
        return Ok(text);
    }
    let parts: Vec<&str> = text
        .split(SEPARATORS)
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    if parts.len() > ITEMS_AT_MOST {
        return Err(Reason::Many);
    }
    for part in &parts {
        name(Cow::Borrowed(part))?;
    }
    match parts.as_slice() {
        [one] if one.len() == text.len() => Ok(text),
        _ => Ok(Cow::Owned(parts.join("、"))),
    }
}
