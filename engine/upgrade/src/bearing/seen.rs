//! A value as it is in force in one version.

use crate::content::Content;
use crate::edition::Edition;

use super::amount::{Amount, amount};

/// A value in an edition: parameters count with their default there.
#[derive(Clone, Copy)]
pub(crate) struct Seen<'a> {
    pub(crate) edition: &'a Edition<'a>,
    pub(crate) content: Option<&'a Content>,
}

impl<'a> Seen<'a> {
    fn at(&self, content: Option<&'a Content>) -> Seen<'a> {
        Seen {
            edition: self.edition,
            content,
        }
    }

    pub(super) fn key(&self, key: &str) -> Seen<'a> {
        self.at(self.content.and_then(|content| content.get(key)))
    }

    /// The text in force, if it is one and decided.
    pub(super) fn text(&self) -> Option<&'a str> {
        match self.content? {
            Content::Parameter(name) => {
                let parameter = self.edition.parameter(name)?;
                parameter.default.as_ref().map(|raw| raw.text.as_str())
            }
            content => content.text(),
        }
    }

    pub(super) fn amount(&self) -> Option<Amount> {
        self.text().and_then(amount)
    }
}
