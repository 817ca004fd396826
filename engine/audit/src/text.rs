//! An audit as people read it: at most 80 columns.

mod chains;
mod changes;
mod counties;
mod duties;
mod one_duty;
mod one_township;
mod rankings;
mod scores;
mod signs;
mod summary;
mod troubles;

use luoshi_diagnostics::{Arg, Args, Messages};
use luoshi_report::{Side, Table, paragraph};

use crate::model::{Audit, Texts};
use crate::results::{Results, Share};

pub use one_duty::duty_text;
pub use one_township::township_text;

/// Rows of a long list that are shown from its front.
const FRONT: usize = 20;

/// Rows of a long list that are shown from its end, where both ends matter.
const BACK: usize = 10;

/// Everything that an audit comes to.
#[must_use]
pub fn audit_text(results: &Results, words: Messages) -> String {
    let page = Page { words };
    let mut out = summary::head(page, results);
    for part in [
        troubles::part,
        counties::part,
        rankings::part,
        scores::part,
        duties::part,
        chains::part,
        signs::part,
        changes::part,
    ] {
        let text = part(page, results);
        if !text.is_empty() {
            out.push('\n');
            out.push_str(&text);
        }
    }
    out.push('\n');
    paragraph(&mut out, "", 0, &page.word("audit-more"));
    out
}

/// Everything in one line, for `--quiet`.
#[must_use]
pub fn audit_line(results: &Results, words: Messages) -> String {
    summary::line(Page { words }, results)
}

/// Whoever reads: the texts of a language.
#[derive(Clone, Copy)]
struct Page {
    words: Messages,
}

impl Page {
    fn word(self, key: &str) -> String {
        self.words.word(key)
    }

    fn say<const N: usize>(self, key: &str, args: [(&'static str, Arg); N]) -> String {
        self.words.text(key, &Args::from(args))
    }

    /// A heading with a list under it; nothing where the list is empty.
    fn section(self, heading: &str, body: &str) -> String {
        match body.is_empty() {
            true => String::new(),
            false => format!("{}\n{body}", self.word(heading)),
        }
    }

    /// A table with the headings of these keys, words first and figures after them.
    fn table(self, words: &[&str], figures: &[&str]) -> Table {
        let words = words.iter().map(|key| (self.word(key), Side::Left));
        let figures = figures.iter().map(|key| (self.word(key), Side::Right));
        Table::new(words.chain(figures).collect())
    }

    /// A text in the reader's language.
    fn of(self, texts: &Texts) -> &str {
        match self.words.lang() {
            luoshi_diagnostics::Lang::ZhCn => &texts.zh,
            luoshi_diagnostics::Lang::En => &texts.en,
        }
    }

    /// A county by name; what townships without one are called.
    fn county(self, county: &str) -> String {
        match county.is_empty() {
            true => self.word("audit-no-county"),
            false => county.to_owned(),
        }
    }

    /// Rows of a long list: those at its front, a row of dots, and those at its end.
    fn rows<T>(self, table: &mut Table, all: &[T], row: impl Fn(&T) -> Vec<String>) {
        let left_out = all.len().saturating_sub(FRONT + BACK);
        for (at, one) in all.iter().enumerate() {
            if left_out == 0 || at < FRONT || at >= FRONT + left_out {
                table.row(row(one));
            } else if at == FRONT {
                table.row(row(one).iter().map(|_| "…".to_owned()).collect());
            }
        }
    }

    /// How many rows of a list are left out.
    fn left_out(self, out: &mut String, count: usize) {
        if count > 0 {
            paragraph(
                out,
                "  ",
                2,
                &self.say("audit-left-out", [("count", number(count))]),
            );
        }
    }
}

/// A share; a dash for one of nothing.
fn percent(share: Share) -> String {
    share.percent().unwrap_or_else(|| "-".to_owned())
}

/// A share with what it is of.
fn fraction(share: Share) -> String {
    format!("{}/{}", share.count, share.of)
}

fn number(count: usize) -> Arg {
    Arg::Number(i64::try_from(count).unwrap_or(i64::MAX))
}

fn large(count: u64) -> Arg {
    Arg::Number(i64::try_from(count).unwrap_or(i64::MAX))
}

/// The name of a duty in the plans of an audit; its id where none has it.
fn duty_name<'a>(audit: &'a Audit, id: &'a str) -> &'a str {
    let duties = audit.plans.values().flat_map(|table| &table.duties);
    duties
        .into_iter()
        .find(|duty| duty.id == id)
        .map_or(id, |duty| &duty.name)
}
