//! What templates may do with values: the helpers, and the escaping of everything that is shown.
//!
//! Values come from ledgers and plans, so they must never become markup: in a template whose name
//! ends in `.md` every shown value is escaped, and nothing can lift that (`safe` is refused). Only
//! `open`, `or_open` and `cell` make markup, from escaped parts.
//!
//! Every wrong use is an error, told by a [`Slip`].

mod amounts;
mod args;
mod decimal;
mod escape;
mod gates;
mod helpers;
mod lists;
mod prose;
mod slip;
#[cfg(test)]
mod tests;
mod words;

pub use helpers::{HELPERS, Helper, HelperKind};
pub(crate) use slip::Slip;

use tera::Tera;

use crate::bounds::{KNOWN, SHOWN, STEPS};

/// How templates whose values are escaped are named.
pub(crate) const ESCAPED_SUFFIX: &str = ".md";

/// Gives a `Tera` all helpers, and sets how it escapes.
pub(crate) fn register(tera: &mut Tera) {
    tera.set_escape_fn(escape::value);
    tera.autoescape_on([ESCAPED_SUFFIX]);
    tera.register_filter(STEPS, gates::steps);
    tera.register_filter(KNOWN, gates::known);
    tera.register_filter(SHOWN, gates::shown);

    tera.register_filter("date", words::date);
    tera.register_filter("time", words::time);
    tera.register_filter("period", words::period);
    tera.register_filter("numeral", words::numeral);
    tera.register_filter("ordinal", words::ordinal);
    tera.register_filter("first_chars", words::first_chars);
    tera.register_filter("prose", words::prose);
    tera.register_filter("trim", words::trim);
    tera.register_filter("cell", words::cell);
    tera.register_filter("default", words::default);
    tera.register_filter("or_open", words::or_open);
    tera.register_function("open", words::open);
    tera.register_function("issue_number", words::issue_number);

    tera.register_filter("yuan", amounts::yuan);
    tera.register_filter("capitals", amounts::capitals);
    tera.register_filter("percent", amounts::percent);

    tera.register_filter("list", lists::list);
    tera.register_filter("sum", lists::sum);
    tera.register_filter("count", lists::count);
    tera.register_filter("where", lists::only_where);
    tera.register_filter("where_not", lists::where_not);
    tera.register_filter("among", lists::among);
    tera.register_filter("by", lists::by);
    tera.register_filter("sort", lists::sort);
    tera.register_filter("unique", lists::unique);
    tera.register_filter("reverse", lists::reverse);
    tera.register_test("containing", lists::containing);
    tera.register_function("range", lists::range);
}

/// Filters of Tera's that are not used in papers, each with the key, in the message
/// catalogues, of what to write instead.
///
/// They lift the escaping, inflate values, work on the words of other languages, or go through
/// mappings, whose order differs from run to run.
const REFUSED: [(&str, &str); 24] = [
    ("safe", "instead-safe"),
    ("escape", "instead-escaped"),
    ("escape_html", "instead-escaped"),
    ("escape_xml", "instead-escaped"),
    ("newlines_to_br", "instead-cell"),
    ("replace", "instead-words"),
    ("indent", "instead-layout"),
    ("truncate", "instead-first-chars"),
    ("join", "instead-list"),
    ("split", "instead-data"),
    ("group_by", "instead-by"),
    ("values", "instead-data"),
    ("keys", "instead-data"),
    ("pairs", "instead-data"),
    ("get", "instead-subscript"),
    ("length", "instead-count"),
    ("str", "instead-words"),
    ("float", "instead-exact"),
    ("round", "instead-exact"),
    ("pluralize", "instead-drop"),
    ("title", "instead-drop"),
    ("capitalize", "instead-drop"),
    ("wordcount", "instead-drop"),
    ("lower", "instead-drop"),
];

/// Filters of Tera's that may be used and are no helpers worth telling.
const ALLOWED: [&str; 6] = ["nth", "abs", "int", "upper", "trim_start", "trim_end"];

/// Whether there is a filter of this name.
pub(crate) fn is_filter(name: &str) -> bool {
    let mut helpers = HELPERS.iter();
    let helper = helpers.any(|helper| helper.kind == HelperKind::Filter && helper.name == name);
    helper || ALLOWED.contains(&name)
}

/// The key of what to write instead of a filter of Tera's that is refused; none if it may be used.
pub(crate) fn refused_filter(name: &str) -> Option<&'static str> {
    let found = REFUSED.iter().find(|(refused, _)| *refused == name);
    found.map(|(_, instead)| *instead)
}
