//! What a rule rests on, in words: for the list of rules and for the page of a code.

use luoshi_diagnostics::{Args, Code, Lang, Messages};

use crate::limits::{Limit, Limits};
use crate::rules;

/// One line for each limit that luoshi itself brings for the rule of a code.
#[must_use]
pub fn bases(code: Code, words: Messages) -> Vec<String> {
    let own = Limits::own();
    let of_code = rules::ALL.iter().filter(|rule| rule.code == code);
    let asked = of_code.flat_map(|rule| rule.limits);
    let entries = asked.flat_map(|id| own.all().filter(move |limit| limit.id == *id));
    entries.map(|limit| basis(limit, words)).collect()
}

fn basis(limit: &Limit, words: Messages) -> String {
    let day = |day: Option<jiff::civil::Date>| {
        day.map_or_else(|| "none".to_owned(), |day| day.to_string())
    };
    let title = match words.lang() {
        Lang::ZhCn => &limit.basis.zh,
        Lang::En => &limit.basis.en,
    };
    let value = limit.value.map(|value| {
        let unit = limit.unit.clone().unwrap_or_default();
        words.text(
            "lint-basis-value",
            &vec![("value", value.to_string().into()), ("unit", unit.into())],
        )
    });
    let args: Args = vec![
        ("id", limit.id.as_str().into()),
        ("title", title.as_str().into()),
        (
            "strength",
            luoshi_diagnostics::Arg::Term(limit.strength.term()),
        ),
        ("value", value.unwrap_or_default().trim_end().into()),
        ("from", day(limit.from).into()),
        ("to", day(limit.to).into()),
    ];
    words.text("lint-basis", &args)
}
