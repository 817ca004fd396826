//! What a new version of a package would have changed in the years of several townships.
//!
//! `IMPACT.md` beside this crate's manifest says what each figure means.

use jiff::civil::Date;
use luoshi_diagnostics::{Arg, Args, Messages, Note, Sources};
use luoshi_lint::burden::{Burden, Change as Burdened, compare as compare_burden};
use luoshi_plan::Plan;
use luoshi_rules::{Assessment, Comparison, Impact as Sorted, compare, impact};

use crate::glossary::Glossary;
use crate::reader::Reader;
use crate::table::{Side, Table, paragraph};

mod json;
mod scores;
mod standings;
mod summary;
mod township;

pub use json::impact_json;

/// The years of several townships, each under its packages as they are and under a new version of one.
pub struct Impact<'a> {
    /// The language.
    pub words: Messages,
    /// The new version.
    pub new: NewVersion<'a>,
    /// Each township, in the order asked for.
    pub townships: Vec<Township<'a>>,
}

/// The version that is tried.
#[derive(Debug, Clone, Copy)]
pub struct NewVersion<'a> {
    /// Name of the package.
    pub name: &'a str,
    /// Its version.
    pub version: &'a str,
}

/// A township and what became of it.
pub struct Township<'a> {
    /// The folder, as messages show it.
    pub folder: &'a str,
    /// Its name; the folder where the plan does not tell.
    pub name: &'a str,
    /// What became of it.
    pub replay: Replay<'a>,
}

/// What became of a township.
pub enum Replay<'a> {
    /// Its year was judged twice.
    Compared(Box<Compared<'a>>),
    /// Its plan does not build on the package.
    Unconcerned,
    /// It could not be judged.
    Stopped(Stopped<'a>),
}

/// Why a township could not be judged.
pub struct Stopped<'a> {
    /// Whether it can be judged with its packages as they are, and the new version stands in its way.
    pub by_new: bool,
    /// What is wrong.
    pub notes: &'a [Note],
    /// The texts that the notes point into.
    pub sources: &'a Sources,
}

/// A year as it was judged.
pub struct Year<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Its findings.
    pub assessment: &'a Assessment,
    /// What it asks of people.
    pub burden: &'a Burden,
    /// The names of the plan.
    pub glossary: Glossary,
}

/// A year judged twice.
pub struct Compared<'a> {
    before: Year<'a>,
    after: Year<'a>,
    /// Everything that differs.
    comparison: Comparison<'a>,
    /// The same by duty, and apart from what nobody was asked for.
    sorted: Sorted<'a>,
    /// What of the burden becomes more or less.
    burden: Vec<Burdened>,
    /// The ranges in `extends` that the new version does not satisfy: who asks, and for what.
    outside: &'a [(String, String)],
}

impl<'a> Compared<'a> {
    /// Compares a year under its packages as they are with the same under the new version.
    /// `outside` are the ranges that the new version does not satisfy: who asks, and for what.
    #[must_use]
    pub fn of(before: Year<'a>, after: Year<'a>, outside: &'a [(String, String)]) -> Self {
        let comparison = compare(before.assessment, after.assessment);
        Compared {
            sorted: impact(before.assessment, after.assessment, &comparison),
            comparison,
            burden: compare_burden(before.burden, after.burden),
            before,
            after,
            outside,
        }
    }
}

impl Year<'_> {
    fn reader(&self, words: Messages) -> Reader<'_> {
        Reader {
            words,
            assessment: self.assessment,
            glossary: &self.glossary,
        }
    }
}

impl Compared<'_> {
    /// Whether nothing that is judged, scored or asked for differs.
    fn is_same(&self) -> bool {
        let (c, s) = (&self.comparison, &self.sorted);
        let judged = c.findings.is_empty() && c.proposed.is_empty() && c.dropped.is_empty();
        judged
            && c.scores.is_empty()
            && s.unasked.is_empty()
            && s.dropped.is_empty()
            && self.burden.is_empty()
    }

    fn as_of(&self) -> Date {
        self.after.assessment.as_of
    }

    /// The version of the package that the plan builds on as it is.
    fn version_before(&self, name: &str) -> String {
        let packages = &self.before.assessment.plan.packages;
        let found = packages.iter().find(|package| package.name == name);
        found.map_or_else(String::new, |package| package.version.clone())
    }
}

impl<'a> Impact<'a> {
    fn word(&self, key: &str) -> String {
        self.words.word(key)
    }

    fn say<const N: usize>(&self, key: &str, args: [(&'static str, Arg); N]) -> String {
        self.words.text(key, &Args::from(args))
    }

    /// The townships that could be compared.
    fn compared(&self) -> impl Iterator<Item = (&Township<'a>, &Compared<'a>)> {
        self.townships.iter().filter_map(|t| match &t.replay {
            Replay::Compared(compared) => Some((t, &**compared)),
            Replay::Unconcerned | Replay::Stopped(_) => None,
        })
    }

    fn stopped(&self) -> usize {
        let stopped = |t: &&Township<'_>| matches!(t.replay, Replay::Stopped(_));
        self.townships.iter().filter(stopped).count()
    }

    /// A table with these columns: texts to the left, figures to the right.
    fn table(&self, texts: &[&str], figures: &[&str]) -> Table {
        let column = |side| move |key: &&str| (self.word(key), side);
        let texts = texts.iter().map(column(Side::Left));
        let figures = figures.iter().map(column(Side::Right));
        Table::new(texts.chain(figures).collect())
    }
}

/// The summary, then each township.
#[must_use]
pub fn impact_text(of: &Impact<'_>) -> String {
    let mut out = summary::summary(of);
    for township in &of.townships {
        out.push('\n');
        out.push_str(&township::township(of, township));
    }
    out
}

/// The summary alone.
#[must_use]
pub fn impact_line(of: &Impact<'_>) -> String {
    summary::summary(of)
}

/// A part with its heading, and a remark below it where one is needed; nothing where it is empty.
fn part(of: &Impact<'_>, out: &mut String, heading: &str, table: &Table, remark: Option<&str>) {
    if table.is_empty() {
        return;
    }
    out.push_str(&format!("\n{}\n\n", of.word(heading)));
    table.write(out, 2);
    if let Some(remark) = remark {
        paragraph(out, "  ", 2, &of.word(remark));
    }
}

fn number(count: usize) -> Arg {
    Arg::Number(i64::try_from(count).unwrap_or(i64::MAX))
}
