//! Pages about one thing each that no single message explains.

use luoshi_diagnostics::{Lang, Messages};

use crate::table::paragraph;

/// The topics; in the catalogues each is `topic-NAME`.
const TOPICS: [&str; 3] = ["audit-figures", "sign-limits", "bulk-columns"];

/// The names of all topics, as people type them in a language.
#[must_use]
pub fn topics(words: Messages) -> Vec<String> {
    TOPICS.map(|topic| name(topic, words)).to_vec()
}

/// The page of a topic, by its name in any language; none where there is no such topic.
#[must_use]
pub fn topic(asked: &str, words: Messages) -> Option<String> {
    let is_called = |topic: &str| {
        let mut names = Lang::ALL
            .map(|lang| name(topic, Messages::of(lang)))
            .into_iter();
        names.any(|name| name == asked)
    };
    let topic = TOPICS.into_iter().find(|topic| is_called(topic))?;
    let mut out = String::new();
    paragraph(&mut out, "", 0, &words.word(&format!("topic-{topic}")));
    out.push('\n');
    words
        .word(&format!("topic-{topic}.page"))
        .lines()
        .for_each(|line| paragraph(&mut out, "  ", 2, line));
    Some(out)
}

fn name(topic: &str, words: Messages) -> String {
    words.word(&format!("topic-{topic}.name"))
}
