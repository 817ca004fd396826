//! The burden statement as a page to attach, and two of them compared.

use jiff::civil::Date;
use luoshi_diagnostics::{Args, Lang, Messages};
use luoshi_lint::burden::{Amount, Burden, Figure, Held, Measure};
use luoshi_plan::{Decimal, Plan};

mod change;
mod json;
mod text;

pub use change::{burden_change_json, burden_change_text};
pub(crate) use change::{change_json, changes_text};
pub use json::burden_json;
pub use text::{burden_line, burden_text};

/// A statement with all that its page needs.
#[derive(Clone, Copy)]
pub struct Statement<'a> {
    /// The language.
    pub words: Messages,
    /// The plan.
    pub plan: &'a Plan,
    /// What it asks for.
    pub burden: &'a Burden,
    /// Its figures beside the limits.
    pub held: &'a [Held<'a>],
    /// The day whose limits apply.
    pub rules_of: Date,
    /// Whether it is a package, reckoned for a year that nobody issued it for.
    pub package: bool,
}

impl Statement<'_> {
    fn word(&self, key: &str) -> String {
        self.words.word(key)
    }

    fn say<const N: usize>(
        &self,
        key: &str,
        args: [(&'static str, luoshi_diagnostics::Arg); N],
    ) -> String {
        self.words.text(key, &Args::from(args))
    }

    /// The document that a limit rests on, in the reader's language.
    fn basis(&self, held: &Held<'_>) -> Option<String> {
        let basis = &held.limit?.basis;
        Some(match self.words.lang() {
            Lang::ZhCn => basis.zh.clone(),
            Lang::En => basis.en.clone(),
        })
    }
}

/// The name of a figure.
pub(crate) fn figure_name(words: Messages, figure: Figure) -> String {
    words.word(&format!("burden-{}", figure.word()))
}

/// An amount as people write it: minutes as hours, hundredths as points.
pub(crate) fn amount(figure: Figure, count: u64) -> String {
    match figure {
        Figure::Minutes => hours(count),
        _ if figure.is_points() => points(count),
        _ => count.to_string(),
    }
}

/// Both halves of an amount.
fn both(figure: Figure, of: Amount) -> (String, String) {
    (amount(figure, of.period), amount(figure, of.year))
}

/// Minutes as hours with one place, rounded half up.
fn hours(minutes: u64) -> String {
    let tenths = (minutes * 10 + 30) / 60;
    format!("{}.{}", tenths / 10, tenths % 10)
}

fn points(hundredths: u64) -> String {
    Decimal(i64::try_from(hundredths).unwrap_or(i64::MAX)).to_string()
}

/// A figure of a comparison with a limit.
fn measured(measure: Measure, value: i64) -> String {
    match measure {
        Measure::Count => value.to_string(),
        Measure::Points => Decimal(value).to_string(),
        Measure::Percent => format!("{}%", Decimal(value)),
    }
}
