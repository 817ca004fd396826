//! The page of a diagnostic code.

use luoshi_diagnostics::{Code, Level, Messages};

use crate::table::paragraph;

/// What a code means and what to do: its message, its help, and its page if it has one.
#[must_use]
pub fn page(code: Code, words: Messages) -> String {
    let level = words.word(match code.level() {
        Level::Error => "level-error",
        Level::Warning => "level-warning",
        Level::Hint => "level-hint",
    });
    let mut out = String::new();
    paragraph(
        &mut out,
        "",
        0,
        &format!("{} {} {}", code.id(), code.name(), level),
    );
    for (heading, key) in [
        ("page-message", code.name().to_owned()),
        ("page-help", format!("{}.help", code.name())),
        ("page-more", format!("{}.page", code.name())),
    ] {
        if let Some(text) = words.find(&key, &Vec::new()) {
            out.push_str(&format!("\n{}\n", words.word(heading)));
            without_arguments(&text)
                .lines()
                .for_each(|line| paragraph(&mut out, "  ", 2, line));
        }
    }
    out
}

/// The text with dots where a message names what the author wrote.
fn without_arguments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{$") {
        out.push_str(before);
        out.push('…');
        rest = after.split_once('}').map_or("", |(_, after)| after);
    }
    out + rest
}
