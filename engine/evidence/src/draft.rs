//! A record that is put together from the texts of its fields, each checked as it comes.

use std::borrow::Cow;

use crate::fault::Reason;
use crate::field::Field;
use crate::kind::Kind;
use crate::line::read_cell;
use crate::raw::RawRecord;

/// A record while it is read from a table: what a cell says is checked as in a ledger.
#[derive(Debug, Clone)]
pub struct Draft<'a>(RawRecord<'a>);

impl Default for Draft<'_> {
    fn default() -> Self {
        Draft(RawRecord::empty())
    }
}

impl<'a> Draft<'a> {
    /// Reads a text into a field; an empty text makes an optional field absent. Attachments and
    /// `set` are written as in JSON.
    ///
    /// # Errors
    /// Why the text does not fit the field.
    pub fn put(&mut self, field: Field, text: Cow<'a, str>) -> Result<(), Reason> {
        match field {
            Field::Attachments | Field::Set if text.trim().is_empty() => Ok(()),
            Field::Attachments | Field::Set => {
                let mut read = RawRecord::empty();
                read_cell(field, &text, &mut read)?;
                let owned = |text: &Cow<'_, str>| Cow::Owned(text.clone().into_owned());
                if field == Field::Set {
                    let set = read.set.iter();
                    self.0.set = set.map(|(field, text)| (*field, owned(text))).collect();
                } else {
                    let files = read.attachments.iter();
                    let files = files.map(|(name, sum)| (owned(name), owned(sum)));
                    self.0.attachments = files.collect();
                }
                Ok(())
            }
            _ => self.0.put(field, text),
        }
    }

    /// Says the kind.
    pub fn set_kind(&mut self, kind: Kind) {
        self.0.kind = Some(kind);
    }

    /// The kind, once it is known.
    #[must_use]
    pub fn kind(&self) -> Option<Kind> {
        self.0.kind
    }

    /// What the fields together lack or contradict.
    ///
    /// # Errors
    /// The field to blame, and why.
    pub fn whole(&self) -> Result<(), (Field, Reason)> {
        self.0.whole()
    }

    pub(crate) fn raw(&self) -> &RawRecord<'a> {
        &self.0
    }

    /// What was read into a field that holds a name or a list of names, items joined with 、.
    #[must_use]
    pub fn name(&self, field: Field) -> &str {
        match field {
            Field::Duty => &self.0.duty,
            Field::Subject => &self.0.subject,
            Field::Actor => &self.0.actor,
            Field::Status => &self.0.status,
            Field::Marks => &self.0.marks,
            _ => "",
        }
    }

    /// What was read into `date`, `quantity` or `amount`: days since 1970-01-01, hundredths, fen;
    /// the least number if absent.
    #[must_use]
    pub fn number(&self, field: Field) -> i64 {
        match field {
            Field::Date if self.0.day == i32::MIN => i64::MIN,
            Field::Date => i64::from(self.0.day),
            Field::Quantity => self.0.quantity,
            Field::Amount => self.0.amount,
            _ => i64::MIN,
        }
    }
}
