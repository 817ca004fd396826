//! The words of the page, in one language.

use std::collections::BTreeMap;

use luoshi_audit::Texts;
use luoshi_diagnostics::{Lang, Messages};
use luoshi_rules::Status;
use serde::Serialize;

/// What the script says: the key after `dash-`, and what it fills in, written `{name}`.
const WORDS: &[(&str, &[&str])] = &[
    ("about", &[]),
    ("about-it", &[]),
    ("about-this-one", &[]),
    ("absent", &[]),
    ("all", &[]),
    ("all-counties", &["count"]),
    ("all-months", &[]),
    ("and-more", &["count"]),
    ("answers", &[]),
    ("answers-at-all", &[]),
    ("answers-first", &[]),
    ("ask", &[]),
    ("asked-for", &[]),
    ("back", &[]),
    ("backfilled", &[]),
    ("basis", &[]),
    ("before", &[]),
    ("before-vetoes", &[]),
    ("broken", &[]),
    ("broken-count", &["count"]),
    ("broken-how", &[]),
    ("broken-of", &["count"]),
    ("by", &[]),
    ("by-failures", &[]),
    ("by-place", &[]),
    ("by-score", &[]),
    ("by-share", &[]),
    ("came", &[]),
    ("carried-by", &[]),
    ("clause", &[]),
    ("clear", &[]),
    ("code", &[]),
    ("colon", &[]),
    ("colour-by", &[]),
    ("columns", &[]),
    ("compared", &[]),
    ("compared-how", &[]),
    (
        "compared-line",
        &[
            "previous",
            "count",
            "new",
            "persisting",
            "graver",
            "milder",
            "fixed",
            "dropped",
        ],
    ),
    ("compared-with", &["previous"]),
    ("contents", &[]),
    ("copied", &[]),
    ("copy", &[]),
    ("corrected", &[]),
    ("county", &[]),
    ("county-line", &["count", "share"]),
    ("day", &[]),
    ("decided-by", &[]),
    ("decision", &[]),
    ("dropped", &[]),
    ("duties", &[]),
    ("duties-how", &[]),
    ("duty", &[]),
    ("duty-by-month", &[]),
    ("duty-by-township", &[]),
    ("evidence", &[]),
    ("failing", &[]),
    ("failing-share", &[]),
    ("fails", &["failing", "due"]),
    ("fails-in", &[]),
    ("fails-where", &[]),
    ("failure-shares", &[]),
    ("falls-on", &[]),
    ("fell", &["count"]),
    ("fifth-0", &[]),
    ("fifth-1", &[]),
    ("fifth-2", &[]),
    ("fifth-3", &[]),
    ("fifth-4", &[]),
    ("figure-is", &["figure"]),
    ("figures-only", &[]),
    ("finding", &[]),
    ("findings", &[]),
    ("findings-how", &[]),
    ("first-of", &["shown", "count"]),
    ("fixed", &[]),
    ("from-to", &["low", "high"]),
    ("gathering", &[]),
    ("gathering-how", &[]),
    ("grade", &[]),
    ("grades", &[]),
    ("heat", &[]),
    ("heat-how", &[]),
    ("help", &[]),
    ("hits", &["count"]),
    ("id", &[]),
    ("in-townships", &["count"]),
    ("inputs", &[]),
    ("irrelevant", &[]),
    ("judged-as", &[]),
    ("late-records", &["records", "count", "share"]),
    ("level-0", &[]),
    ("level-1", &[]),
    ("level-2", &[]),
    ("level-3", &[]),
    ("level-4", &[]),
    ("major", &[]),
    ("measure", &[]),
    ("minor", &[]),
    ("moved", &[]),
    ("named-how", &[]),
    ("named-in", &[]),
    ("new", &[]),
    ("no-clause", &[]),
    ("no-county", &[]),
    ("no-hits", &[]),
    ("no-records", &[]),
    ("none-fit", &[]),
    ("normal", &[]),
    ("not-done", &[]),
    ("not-there", &[]),
    ("not-there-how", &[]),
    ("nothing-changed", &[]),
    ("nothing-fails", &[]),
    ("now", &[]),
    ("number", &[]),
    ("on", &[]),
    ("only-failing", &[]),
    ("only-month", &["month"]),
    ("only-statuses", &[]),
    ("packages", &[]),
    ("persisting", &[]),
    ("place", &[]),
    ("place-all", &[]),
    ("place-among", &["place", "all"]),
    ("place-before", &[]),
    ("place-is", &["place"]),
    ("place-tied", &["place"]),
    ("plan", &[]),
    ("proposals", &[]),
    ("proposals-how", &[]),
    ("quartiles", &["min", "lower", "median", "upper", "max"]),
    ("quiet-duties", &["count"]),
    ("ranked-by", &[]),
    ("ranking", &[]),
    ("ranking-how", &[]),
    ("reason", &[]),
    ("records", &[]),
    ("rest-of", &["count"]),
    ("rests-on", &["count"]),
    ("resumed", &[]),
    ("role", &[]),
    ("rose", &["count"]),
    ("rows", &[]),
    ("score", &[]),
    ("score-is", &["score"]),
    ("scores", &[]),
    ("search", &[]),
    ("search-for", &[]),
    ("section", &[]),
    ("severity", &[]),
    ("share", &[]),
    ("share-is", &["share"]),
    ("share-none", &[]),
    ("share-of", &["due", "met", "failing"]),
    ("shown", &["from", "to", "count"]),
    ("sign-only", &[]),
    ("signs", &[]),
    ("simulated", &["origin"]),
    ("simulated-short", &[]),
    ("span", &[]),
    ("spread", &[]),
    ("spread-how", &[]),
    ("status", &[]),
    ("stayed", &[]),
    ("stopped", &[]),
    ("summary", &[]),
    ("suspects", &[]),
    ("tied", &[]),
    ("tiles-how", &[]),
    ("title", &[]),
    ("township", &[]),
    ("township-by-month", &[]),
    ("townships-as-tiles", &[]),
    ("trail", &[]),
    ("turn", &[]),
    ("vacant", &[]),
    ("veto", &[]),
    ("vetoed", &["count"]),
    ("way", &[]),
    ("ways", &[]),
    ("went", &[]),
    ("what", &[]),
    ("when", &[]),
    ("where", &[]),
    ("who", &[]),
    ("whole", &[]),
    ("worst-duties", &["count"]),
    ("worst-townships", &["count"]),
];

/// The words of the script.
pub(crate) fn words(messages: Messages) -> BTreeMap<&'static str, String> {
    let word = |(key, names): &(&'static str, &[&'static str])| {
        let args = names
            .iter()
            .map(|name| (*name, format!("{{{name}}}").into()));
        (*key, messages.text(&format!("dash-{key}"), &args.collect()))
    };
    WORDS.iter().map(word).collect()
}

/// A status as the page shows it.
#[derive(Serialize)]
pub(crate) struct StatusWord {
    /// As addresses and styles name it.
    id: &'static str,
    name: String,
    /// One letter for it.
    sign: String,
    meaning: String,
}

/// Every status, the gravest first.
pub(crate) fn statuses(messages: Messages) -> Vec<StatusWord> {
    let word = |status: Status| StatusWord {
        id: status.word(),
        name: messages.word(&format!("status-{}", status.word())),
        sign: messages.word(&format!("html-sign-{}", status.word())),
        meaning: messages.word(&format!("status-{}.meaning", status.word())),
    };
    Status::ALL.into_iter().map(word).collect()
}

/// What stands before the headings of parts.
pub(crate) fn ordinals(messages: Messages) -> Vec<String> {
    (1..=10)
        .map(|at| messages.word(&format!("ordinal-{at}")))
        .collect()
}

/// A text in one language.
pub(crate) fn in_language(texts: &Texts, lang: Lang) -> &str {
    match lang {
        Lang::ZhCn => &texts.zh,
        Lang::En => &texts.en,
    }
}

/// A period as people say it, such as 2012年6月 for `2012-06`; the id itself where it is none.
pub(crate) fn period(messages: Messages, id: &str) -> String {
    let Some((year, rest)) = id.split_once('-') else {
        return match id.len() == 4 {
            true => messages.text("period-year", &vec![("year", id.into())]),
            false => id.to_owned(),
        };
    };
    let (key, number) = match rest.as_bytes() {
        [b'Q', ..] => ("period-quarter", &rest[1..]),
        [b'W', ..] => ("period-week", &rest[1..]),
        [b'H', ..] => ("period-half-year", &rest[1..]),
        [b'0'..=b'9', b'0'..=b'9'] => ("period-month", rest),
        _ => return id.to_owned(),
    };
    let half = match number {
        "1" => messages.word("half-first"),
        _ => messages.word("half-second"),
    };
    let args = vec![
        ("year", year.into()),
        ("number", number.trim_start_matches('0').into()),
        ("padded", number.into()),
        ("half", half.into()),
    ];
    messages.text(key, &args)
}

#[cfg(test)]
mod tests {
    use luoshi_diagnostics::{Lang, Messages};

    use super::{WORDS, period, statuses, words};

    #[test]
    fn every_word_is_there_in_both_languages_with_what_is_filled_in() {
        for lang in Lang::ALL {
            let said = words(Messages::of(lang));
            for (key, names) in WORDS {
                let text = &said[key];
                assert!(!text.is_empty() && *text != format!("dash-{key}"), "{key}");
                for name in *names {
                    assert!(text.contains(&format!("{{{name}}}")), "{key}: {text}");
                }
                assert_eq!(text.matches('{').count(), names.len(), "{key}: {text}");
            }
            assert_eq!(statuses(Messages::of(lang)).len(), 11);
        }
    }

    #[test]
    fn the_script_says_no_other_words_and_all_of_these() {
        let script = crate::page::SCRIPT;
        let mut said: Vec<&str> = script
            .split("word('")
            .skip(1)
            .filter_map(|rest| rest.split('\'').next())
            .collect();
        said.sort_unstable();
        said.dedup();
        let mut known: Vec<&str> = WORDS.iter().map(|(key, _)| *key).collect();
        known.sort_unstable();
        assert_eq!(said, known);
    }

    #[test]
    fn periods_are_said_as_people_say_them() {
        let said = |id| period(Messages::of(Lang::ZhCn), id);
        assert_eq!(said("2012-06"), "2012年6月");
        assert_eq!(said("2012-Q3"), "2012年第3季度");
        assert_eq!(said("2012-W05"), "2012年第5周");
        assert_eq!(said("2012-H1"), "2012年上半年");
        assert_eq!(said("2012"), "2012年");
        assert_eq!(said("2012-06-30"), "2012-06-30");
        assert_eq!(said("whatever"), "whatever");
    }
}
