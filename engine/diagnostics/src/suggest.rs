//! "Did you mean": the nearest of the names that exist.

use pinyin::ToPinyin;

/// The candidate most like `typed`, if any is alike enough to be worth saying.
///
/// Names are compared as written and by their pinyin, so that 会仪 finds 会议 and
/// `meetngs` finds `meetings`. Ties go to the candidate that comes first.
#[must_use]
pub fn nearest<'a>(typed: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let sound = sound(typed);
    let mut best: Option<(f64, &str)> = None;
    for candidate in candidates {
        let score = strsim::jaro_winkler(typed, candidate)
            .max(strsim::normalized_damerau_levenshtein(&sound, &self::sound(candidate)) * 0.98);
        if score > best.map_or(0.72, |(s, _)| s) {
            best = Some((score, candidate));
        }
    }
    best.map(|(_, name)| name)
}

/// The first letter of each syllable, as people type names in a hurry: 东风村 is `dfc`.
#[must_use]
pub fn initials(name: &str) -> String {
    let first = |c: char| match c.to_pinyin() {
        Some(p) => p.first_letter().chars().next(),
        None => c.to_lowercase().next(),
    };
    name.chars().filter_map(first).collect()
}

/// The name as it is spoken: hanzi to pinyin without tones, the rest in lower case.
#[must_use]
pub fn sound(name: &str) -> String {
    name.chars().fold(String::new(), |mut out, c| {
        match c.to_pinyin() {
            Some(p) => out.push_str(p.plain()),
            None => out.extend(c.to_lowercase()),
        }
        out
    })
}
