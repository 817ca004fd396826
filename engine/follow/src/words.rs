//! Texts of this crate out of the catalogues.

use luoshi_audit::{Accountable, Label, Texts};
use luoshi_diagnostics::{Arg, Lang, Messages};

use crate::trend::Point;

pub(crate) fn say<const N: usize>(
    words: Messages,
    key: &str,
    args: [(&'static str, Arg); N],
) -> String {
    words.text(key, &Vec::from(args))
}

pub(crate) fn count(number: impl TryInto<i64>) -> Arg {
    Arg::from(number.try_into().unwrap_or(i64::MAX))
}

/// A share in per cent with one place; `-` for 0 of 0.
pub(crate) fn per_cent(point: Point) -> String {
    let tenths = point.per_mille();
    tenths.map_or_else(|| "-".to_owned(), |t| format!("{}.{}%", t / 10, t % 10))
}

/// Hundredths as a number without closing zeros.
pub(crate) fn hundredths(number: i64) -> String {
    let sign = if number < 0 { "-" } else { "" };
    let (whole, part) = (number.unsigned_abs() / 100, number.unsigned_abs() % 100);
    match part {
        0 => format!("{sign}{whole}"),
        _ if part % 10 == 0 => format!("{sign}{whole}.{}", part / 10),
        _ => format!("{sign}{whole}.{part:02}"),
    }
}

/// A text in the language of the catalogue.
pub(crate) fn in_language(texts: &Texts, words: Messages) -> &str {
    match words.lang() {
        Lang::ZhCn => &texts.zh,
        Lang::En => &texts.en,
    }
}

/// The post that answers, with its subject.
pub(crate) fn post(who: &Accountable) -> String {
    let subject = who.subject.as_ref().map_or("", |s| s.name.as_str());
    format!("{subject}{}", who.role.name)
}

/// Who answers: the post, and its holder in brackets.
pub(crate) fn answers(who: &Accountable, words: Messages) -> String {
    let holder = who.holder.clone();
    let holder = holder.unwrap_or_else(|| words.word("follow-vacant"));
    let args = [("post", post(who).into()), ("holder", holder.into())];
    say(words, "follow-answers", args)
}

/// What a finding is about: subject, actor, period; its record where there is nothing else.
pub(crate) fn about(
    subject: Option<&Label>,
    actor: Option<&Label>,
    period: Option<&str>,
    id: &str,
) -> String {
    let names = subject.into_iter().chain(actor);
    let mut parts: Vec<&str> = names.map(|label| label.name.as_str()).collect();
    parts.extend(period);
    match (parts.is_empty(), id.split_once('/')) {
        (false, _) => parts.join(" "),
        (true, Some((_, rest))) => rest.to_owned(),
        (true, None) => String::new(),
    }
}

/// Parts of a line, one after the other.
pub(crate) fn joined(parts: &[String], words: Messages) -> String {
    parts.join(&words.word("follow-between"))
}

/// What something is, and more about it; nothing but the first where there is no more.
pub(crate) fn with(first: &str, more: &str, words: Messages) -> String {
    match more.is_empty() {
        true => first.to_owned(),
        false => {
            let args = [("first", first.into()), ("more", more.into())];
            say(words, "follow-with", args)
        }
    }
}
