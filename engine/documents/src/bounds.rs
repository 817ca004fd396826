//! Rendering that ends, whatever a template says.
//!
//! In: the text of a template; the values it may use. Out: the template made ready, or what in it is
//! refused and where; the rendered text, or what went wrong and where. Neither a thread nor a clock
//! takes part, so that the same template fails at the same place on every machine.
//!
//! Four measures together bound the work:
//! - [`guard`] refuses what runs outside any count: captured blocks, other templates, lists made by
//!   loops inside an expression, values that double from one `set` to the next.
//! - It puts a filter behind the list of every `{% for %}`, which pays for all rounds before the first.
//! - The filters of this crate pay for every element that they look at.
//! - The writer of [`render`] takes so many bytes and no more.
//!
//! What is not counted is the size of a value that an operator (`==`, `in`, `~`) looks at once.
//!
//! Tera by itself lets a name that does not exist pass as empty in a comparison and beside `~`, and
//! shows an empty value as nothing. [`guard`] puts a filter behind every name and every shown value,
//! so that a misspelt name is an error wherever it stands.

mod budget;
mod growth;
mod guard;
mod lexer;
mod render;
#[cfg(test)]
mod tests;

pub(crate) use budget::{Misuse, fail, spend};
pub(crate) use guard::{Guarded, closing, guard, is_variable};
pub(crate) use guard::{KNOWN, SHOWN, STEPS};
pub(crate) use lexer::{Tag, Token, tags};
#[cfg(test)]
pub(crate) use render::RenderWhy;
pub(crate) use render::{RenderFault, render, unreadable};

use std::ops::Range;

/// How much a template may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Limits {
    /// Bytes of a template.
    pub template: usize,
    /// How many `if`, `elif` and `for` stand around one place, and brackets within an expression.
    /// Tera's parser calls itself for each: some 300 `elif` overflow a stack of 2 MiB.
    pub depth: usize,
    /// How many times over one value may hold what the paper is made from.
    pub growth: u64,
    /// Rounds of loops and elements looked at by filters, in one rendering.
    pub steps: u64,
    /// Bytes of the rendered text.
    pub output: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            template: 256 * 1024,
            depth: 24,
            growth: 256,
            steps: 1_000_000,
            output: 4 * 1024 * 1024,
        }
    }
}

/// Something in a template that is not allowed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Refused {
    /// Where, in bytes of the template.
    pub at: Range<usize>,
    /// What.
    pub why: Why,
}

/// What is not allowed in a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Why {
    /// A tag, a comment or a quoted text that never ends; an `if` or `for` without its end.
    Unclosed,
    /// A single brace, or a wide one.
    Brace,
    /// A tag other than if, elif, else, for, set, break and continue, or none at all.
    Tag(String),
    /// A filter of Tera's that is not used here.
    Filter {
        /// The filter.
        name: String,
        /// The key, in the message catalogues, of what to write instead.
        instead: &'static str,
    },
    /// A name that begins with two underscores: these are the program's own.
    Name(String),
    /// `{% set x %}` without a value, which captures what follows.
    CapturingSet,
    /// `{% for %}` with two names: the order of a mapping is nobody's.
    TwoNames,
    /// A loop inside an expression.
    LoopInExpression,
    /// `...`, which copies lists into lists.
    Spread,
    /// Deeper than [`Limits::depth`].
    TooDeep,
    /// A value that could grow beyond [`Limits::growth`].
    Growth,
    /// Longer than [`Limits::template`].
    TooLong,
}
