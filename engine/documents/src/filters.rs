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
mod slip;
#[cfg(test)]
mod tests;
mod words;

pub use helpers::{HELPERS, Helper, HelperKind};
pub use slip::Slip;

use tera::Tera;

use crate::bounds::{KNOWN, SHOWN, STEPS};

/// How templates whose values are escaped are named.
pub const ESCAPED_SUFFIX: &str = ".md";

/// Gives a `Tera` all helpers, and sets how it escapes.
pub fn register(tera: &mut Tera) {
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
    tera.register_filter("by", lists::by);
    tera.register_filter("sort", lists::sort);
    tera.register_filter("unique", lists::unique);
    tera.register_filter("reverse", lists::reverse);
    tera.register_test("containing", lists::containing);
    tera.register_function("range", lists::range);
}

/// Filters of Tera's that are not used in papers, each with what to write instead.
///
/// They lift the escaping, inflate values, work on the words of other languages, or go through
/// mappings, whose order differs from run to run.
const REFUSED: [(&str, &str); 24] = [
    ("safe", "数据里的内容不能当作排版符号"),
    ("escape", "内容已自动转义，去掉即可"),
    ("escape_html", "内容已自动转义，去掉即可"),
    ("escape_xml", "内容已自动转义，去掉即可"),
    ("newlines_to_br", "表格里用 cell"),
    ("replace", "直接写出需要的文字"),
    ("indent", "缩进由版式决定，去掉即可"),
    ("truncate", "用 first_chars(n=…)"),
    ("join", "用 list(sep=…)"),
    ("split", "由数据给出列表"),
    ("group_by", "用 by(attribute=…)"),
    ("values", "由数据给出列表"),
    ("keys", "由数据给出列表"),
    ("pairs", "由数据给出列表"),
    ("get", "写成 名称[\"键\"]"),
    ("length", "用 count"),
    ("str", "直接写出名称"),
    ("float", "不使用小数近似值"),
    ("round", "用 percent(places=…) 或 yuan"),
    ("pluralize", "中文没有复数"),
    ("title", "去掉即可"),
    ("capitalize", "去掉即可"),
    ("wordcount", "去掉即可"),
    ("lower", "去掉即可"),
];

/// What to write instead of a filter of Tera's that is refused; none if it may be used.
pub(crate) fn refused_filter(name: &str) -> Option<&'static str> {
    let found = REFUSED.iter().find(|(refused, _)| *refused == name);
    found.map(|(_, instead)| *instead)
}
