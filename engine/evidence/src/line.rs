//! One line of JSON to one record, with the place of everything that is wrong with it.

use std::borrow::Cow;
use std::ops::Range;

use luoshi_diagnostics::nearest;

use crate::fault::{Fault, Reason};
use crate::field::Field;
use crate::json::{Scanner, Shape, Syntax};
use crate::kind::Kind;
use crate::raw::{ITEMS_AT_MOST, NAME_AT_MOST, NOTE_AT_MOST, RawRecord, SEPARATORS};

/// Reads one line. `base` is where the line stands in its file. What is wrong is added to
/// `faults`, all of it; only if nothing is, `record` holds the record and the places of its
/// fields come back.
pub(crate) fn read_line<'a>(
    line: &'a str,
    base: usize,
    record: &mut RawRecord<'a>,
    faults: &mut Vec<Fault>,
) -> Option<Places> {
    let before = faults.len();
    *record = RawRecord::empty();
    let mut reader = Reader::new(line, base, record, faults);
    if let Err(syntax) = reader.object() {
        reader.syntax(syntax);
        return None;
    }
    if reader.faults.len() == before
        && let Err((field, reason)) = reader.record.whole()
    {
        let place = reader.places.in_line(field);
        reader.blame(place, field.key(), reason);
    }
    (reader.faults.len() == before).then_some(reader.places)
}

/// As [`read_line`], for where only the record is wanted.
pub(crate) fn read_record<'a>(line: &'a str) -> Option<RawRecord<'a>> {
    let mut record = RawRecord::empty();
    read_line(line, 0, &mut record, &mut Vec::new()).map(|_| record)
}

/// Reads the JSON of one field, as it stands in a cell of an exported table.
pub(crate) fn read_cell<'a>(
    field: Field,
    cell: &'a str,
    record: &mut RawRecord<'a>,
) -> Result<(), Reason> {
    let mut faults = Vec::new();
    let mut reader = Reader::new(cell, 0, record, &mut faults);
    let outcome = reader.value(field).and_then(|()| reader.scanner.end());
    outcome.map_err(|syntax| syntax.reason)?;
    faults.first().map_or(Ok(()), |fault| Err(fault.reason))
}

/// Where the values of a record stand in the text that it was read from.
#[derive(Debug, Clone)]
pub(crate) struct Places {
    /// In the line; an end of 0 means nowhere.
    values: [(u32, u32); Field::COUNT],
    base: usize,
    len: usize,
}

impl Places {
    /// The place of a field in the text; that of the line if the field is not there.
    pub(crate) fn of(&self, field: Field) -> Range<usize> {
        let place = self.in_line(field);
        self.base + place.start..self.base + place.end
    }

    fn set(&mut self, field: Field, start: usize, end: usize) {
        // A line of more than four thousand million bytes is pointed at as a whole.
        let narrow = |n: usize| u32::try_from(n).ok();
        if let (Some(start), Some(end)) = (narrow(start), narrow(end)) {
            self.values[field as usize] = (start, end);
        }
    }

    fn in_line(&self, field: Field) -> Range<usize> {
        match self.values[field as usize] {
            (_, 0) => 0..self.len,
            (start, end) => start as usize..end as usize,
        }
    }
}

struct Reader<'a, 'r> {
    scanner: Scanner<'a>,
    base: usize,
    line: &'a str,
    record: &'r mut RawRecord<'a>,
    places: Places,
    /// A bit for each field that was met.
    seen: u32,
    faults: &'r mut Vec<Fault>,
}

impl<'a, 'r> Reader<'a, 'r> {
    fn new(
        line: &'a str,
        base: usize,
        record: &'r mut RawRecord<'a>,
        faults: &'r mut Vec<Fault>,
    ) -> Self {
        Reader {
            scanner: Scanner::new(line),
            base,
            line,
            record,
            places: Places {
                values: [(0, 0); Field::COUNT],
                base,
                len: line.len(),
            },
            seen: 0,
            faults,
        }
    }

    fn object(&mut self) -> Result<(), Syntax> {
        self.scanner.expect(b'{', Reason::NotObject)?;
        let mut first = true;
        while self.scanner.more(first, b'}')? {
            first = false;
            self.member()?;
        }
        self.scanner.end()
    }

    fn member(&mut self) -> Result<(), Syntax> {
        let start = self.scanner.pos();
        let key = self.scanner.string()?;
        let key_place = start..self.scanner.pos();
        self.scanner.expect(b':', Reason::BadSign)?;
        let Some(field) = field(&key) else {
            self.unknown(key_place, &key, Field::keys());
            return self.scanner.skip();
        };
        if self.seen & (1 << field as u32) != 0 {
            self.blame(key_place, field.key(), Reason::Twice);
            return self.scanner.skip();
        }
        self.seen |= 1 << field as u32;
        self.value(field)
    }

    fn value(&mut self, field: Field) -> Result<(), Syntax> {
        let shape = self.scanner.shape()?;
        let start = self.scanner.pos();
        let outcome = match (field, shape) {
            (_, Shape::Null) => self.scanner.skip().map(|()| Ok(())),
            (Field::Set, Shape::Object) => return self.set(),
            (Field::Attachments, Shape::List) => return self.attachments(),
            (Field::Set, _) => self.refuse(Reason::WantObject),
            (Field::Attachments, _) => self.refuse(Reason::WantList),
            (_, Shape::Text) => {
                let text = self.scanner.string()?;
                Ok(self.record.put(field, text))
            }
            (Field::Quantity | Field::Amount, Shape::Number) => {
                let text = self.scanner.number()?;
                Ok(self.record.put(field, Cow::Borrowed(text)))
            }
            (Field::Actor | Field::Marks, Shape::List) => self.list(field),
            (Field::Actor | Field::Marks, _) => self.refuse(Reason::WantList),
            (Field::Quantity | Field::Amount, _) => self.refuse(Reason::Number),
            _ => self.refuse(Reason::WantText),
        }?;
        let end = self.scanner.pos();
        self.places.set(field, start, end);
        match outcome {
            Ok(()) => {}
            Err(Reason::Kind) => self.unknown_kind(start..end),
            Err(reason) => self.blame(start..end, field.key(), reason),
        }
        Ok(())
    }

    fn refuse(&mut self, reason: Reason) -> Result<Result<(), Reason>, Syntax> {
        self.scanner.skip()?;
        Ok(Err(reason))
    }

    /// A list of texts, put as one joined text.
    fn list(&mut self, field: Field) -> Result<Result<(), Reason>, Syntax> {
        self.scanner.expect(b'[', Reason::BadSign)?;
        let mut joined = Cow::Borrowed("");
        let mut outcome = Ok(());
        let mut count = 0;
        while self.scanner.more(count == 0, b']')? {
            count += 1;
            if self.scanner.shape()? != Shape::Text {
                self.scanner.skip()?;
                outcome = outcome.and(Err(Reason::WantText));
                continue;
            }
            let item = self.scanner.string()?;
            if item.contains(SEPARATORS) {
                outcome = outcome.and(Err(Reason::Separator));
            }
            if count == 1 {
                joined = item;
            } else {
                let all = joined.to_mut();
                all.push('、');
                all.push_str(&item);
            }
        }
        Ok(outcome.and_then(|()| self.record.put(field, joined)))
    }

    fn set(&mut self) -> Result<(), Syntax> {
        let start = self.scanner.pos();
        self.scanner.expect(b'{', Reason::BadSign)?;
        let mut first = true;
        while self.scanner.more(first, b'}')? {
            first = false;
            self.replacement()?;
        }
        let end = self.scanner.pos();
        self.places.set(Field::Set, start, end);
        Ok(())
    }

    fn replacement(&mut self) -> Result<(), Syntax> {
        let start = self.scanner.pos();
        let key = self.scanner.string()?;
        let key_place = start..self.scanner.pos();
        self.scanner.expect(b':', Reason::BadSign)?;
        let Some(field) = field(&key) else {
            let names = Field::ALL.iter().filter(|f| f.correctable());
            self.unknown(key_place, &key, names.map(|f| f.key()));
            return self.scanner.skip();
        };
        if self.record.set.iter().any(|(other, _)| *other == field) {
            self.blame(key_place, field.key(), Reason::Twice);
            return self.scanner.skip();
        }
        let shape = self.scanner.shape()?;
        let start = self.scanner.pos();
        let outcome = match shape {
            Shape::Text => {
                let text = self.scanner.string()?;
                self.record.replace(field, text)
            }
            Shape::Number => {
                let text = self.scanner.number()?;
                self.record.replace(field, Cow::Borrowed(text))
            }
            _ => self.refuse(Reason::WantText)?,
        };
        if let Err(reason) = outcome {
            let place = match reason {
                Reason::Fixed => key_place,
                _ => start..self.scanner.pos(),
            };
            self.blame(place, field.key(), reason);
        }
        Ok(())
    }

    fn attachments(&mut self) -> Result<(), Syntax> {
        self.scanner.expect(b'[', Reason::BadSign)?;
        let mut first = true;
        while self.scanner.more(first, b']')? {
            first = false;
            let shape = self.scanner.shape()?;
            let start = self.scanner.pos();
            let outcome = match shape {
                Shape::Object => self.attachment()?,
                _ => self.refuse(Reason::WantObject)?,
            };
            if let Err(reason) = outcome {
                let place = start..self.scanner.pos();
                self.blame(place, Field::Attachments.key(), reason);
            }
        }
        Ok(())
    }

    fn attachment(&mut self) -> Result<Result<(), Reason>, Syntax> {
        self.scanner.expect(b'{', Reason::BadSign)?;
        let (mut file, mut sum) = (None, None);
        let mut outcome = Ok(());
        let mut first = true;
        while self.scanner.more(first, b'}')? {
            first = false;
            let key = self.scanner.string()?;
            self.scanner.expect(b':', Reason::BadSign)?;
            let slot = match key.as_ref() {
                "name" => &mut file,
                "sha256" => &mut sum,
                _ => {
                    self.scanner.skip()?;
                    outcome = outcome.and(Err(Reason::Unknown));
                    continue;
                }
            };
            if self.scanner.shape()? == Shape::Text {
                *slot = Some(self.scanner.string()?);
            } else {
                self.scanner.skip()?;
                outcome = outcome.and(Err(Reason::WantText));
            }
        }
        let (Some(file), Some(sum)) = (file, sum) else {
            return Ok(outcome.and(Err(Reason::Hash)));
        };
        Ok(outcome.and_then(|()| self.record.attach(file, sum)))
    }

    fn syntax(&mut self, Syntax { at, reason }: Syntax) {
        // A caret under one whole character; at the end, under the last.
        let mut start = at.min(self.line.len());
        if start == self.line.len() {
            start = self.line.char_indices().next_back().map_or(0, |(n, _)| n);
        }
        let width = self.line[start..].chars().next().map_or(0, char::len_utf8);
        self.blame(start..start + width, "", reason);
    }

    fn unknown<'n>(
        &mut self,
        place: Range<usize>,
        typed: &str,
        names: impl Iterator<Item = &'n str>,
    ) {
        let suggestion = nearest(typed, names).unwrap_or_default().to_owned();
        self.blame(place, typed, Reason::Unknown);
        if let Some(fault) = self.faults.last_mut() {
            fault.suggestion = suggestion;
        }
    }

    fn unknown_kind(&mut self, place: Range<usize>) {
        let typed = self.line[place.clone()].trim_matches('"');
        let suggestion = nearest(typed, Kind::names()).unwrap_or_default().to_owned();
        self.blame(place, Field::Kind.key(), Reason::Kind);
        if let Some(fault) = self.faults.last_mut() {
            fault.suggestion = suggestion;
        }
    }

    fn blame(&mut self, place: Range<usize>, field: &str, reason: Reason) {
        self.faults.push(Fault {
            start: self.base + place.start,
            end: self.base + place.end,
            field: field.to_owned(),
            value: self.line[place].trim_matches('"').to_owned(),
            suggestion: String::new(),
            limit: limit(field, reason),
            reason,
        });
    }
}

/// The limit that a reason speaks of.
pub(crate) fn limit(field: &str, reason: Reason) -> usize {
    match reason {
        Reason::Many => ITEMS_AT_MOST,
        _ if field == Field::Note.key() => NOTE_AT_MOST,
        _ => NAME_AT_MOST,
    }
}

/// [`Field::from_key`] as a `match`, which compares words rather than walks a table.
fn field(key: &str) -> Option<Field> {
    Some(match key {
        "id" => Field::Id,
        "kind" => Field::Kind,
        "date" => Field::Date,
        "duty" => Field::Duty,
        "subject" => Field::Subject,
        "actor" => Field::Actor,
        "status" => Field::Status,
        "time" => Field::Time,
        "marks" => Field::Marks,
        "quantity" => Field::Quantity,
        "amount" => Field::Amount,
        "recorded_at" => Field::RecordedAt,
        "recorded_by" => Field::RecordedBy,
        _ => return Field::from_key(key),
    })
}
