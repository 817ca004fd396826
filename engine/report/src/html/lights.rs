//! Statuses as people see them: a sign, a word, a colour that is never alone.

use luoshi_rules::{Finding, Status};

use super::markup::{element, escaped};
use crate::reader::Reader;

/// The words and signs of all statuses, looked up once for the page.
pub(super) struct Lights {
    all: Vec<(Status, String, String)>,
}

impl Lights {
    pub(super) fn of(reader: &Reader<'_>) -> Lights {
        let one = |s: Status| {
            (
                s,
                reader.status(s),
                reader.word(&format!("html-sign-{}", s.word())),
            )
        };
        Lights {
            all: Status::ALL.into_iter().map(one).collect(),
        }
    }

    fn find(&self, status: Status) -> (&str, &str) {
        let found = self.all.iter().find(|(s, _, _)| *s == status);
        found.map_or(("", ""), |(_, word, sign)| (word, sign))
    }

    /// The word of a status.
    pub(super) fn word(&self, status: Status) -> &str {
        self.find(status).0
    }

    /// One letter for a status.
    pub(super) fn sign(&self, status: Status) -> &str {
        self.find(status).1
    }

    /// Sign and word, with a number where there is one to say.
    pub(super) fn write(&self, out: &mut String, status: Status, count: Option<usize>) {
        let (word, sign) = self.find(status);
        out.extend(["<span class=\"light s-", status.word(), "\">"]);
        out.push_str("<b aria-hidden=\"true\">");
        out.push_str(&escaped(sign));
        out.push_str("</b>");
        element(out, "span", "", word);
        if let Some(count) = count {
            out.push(' ');
            out.push_str(&count.to_string());
        }
        out.push_str("</span>");
    }

    /// Every status that occurs among findings, with its number.
    pub(super) fn counts<'f>(
        &self,
        out: &mut String,
        findings: impl Iterator<Item = &'f Finding> + Clone,
    ) {
        for status in Status::ALL {
            let count = findings.clone().filter(|f| f.status == status).count();
            if count > 0 {
                self.write(out, status, Some(count));
                out.push(' ');
            }
        }
    }
}
