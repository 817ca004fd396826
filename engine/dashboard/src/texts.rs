//! Texts that come up again and again, each written once.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

/// A text: spelt out, or where it stands among those that come up again.
///
/// In JSON: a text; a number from 0, for one that townships share; a number below 0, for one of
/// the township's own, the first being -1.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Text<'a> {
    Spelt(&'a str),
    Shared(usize),
    Own(usize),
}

impl Serialize for Text<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Text::Spelt(text) => to.serialize_str(text),
            Text::Shared(at) => to.serialize_i64(number(*at)),
            Text::Own(at) => to.serialize_i64(-1 - number(*at)),
        }
    }
}

fn number(at: usize) -> i64 {
    i64::try_from(at).unwrap_or(i64::MAX)
}

/// Bytes up to which a text is as short as the number that would stand for it.
const SHORT: usize = 4;

/// How often texts come up, township by township.
#[derive(Default)]
pub(crate) struct Counter {
    /// Townships that hold a text, and how often it comes up in all of them.
    counts: BTreeMap<String, (u32, u32)>,
}

impl Counter {
    /// Counts the texts of a township.
    pub(crate) fn add<'t>(&mut self, texts: impl Iterator<Item = &'t str>) {
        for (text, times) in tally(texts) {
            let count = match self.counts.get_mut(text) {
                Some(count) => count,
                None => self.counts.entry(text.to_owned()).or_default(),
            };
            count.0 += 1;
            count.1 += times;
        }
    }

    /// The texts that more than one township holds; those that come up most have the shortest numbers.
    pub(crate) fn shared(self) -> Shared {
        let several = self.counts.into_iter().filter(|(_, count)| count.0 > 1);
        let mut texts: Vec<(u32, String)> = several.map(|(text, count)| (count.1, text)).collect();
        texts.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        let texts: Vec<String> = texts.into_iter().map(|(_, text)| text).collect();
        let at = texts.iter().cloned().zip(0..).collect();
        Shared { texts, at }
    }
}

fn tally<'t>(texts: impl Iterator<Item = &'t str>) -> BTreeMap<&'t str, u32> {
    let mut counts = BTreeMap::new();
    for text in texts.filter(|t| t.len() > SHORT) {
        *counts.entry(text).or_default() += 1;
    }
    counts
}

/// Texts that townships share.
pub(crate) struct Shared {
    pub(crate) texts: Vec<String>,
    at: BTreeMap<String, usize>,
}

impl Shared {
    /// Those texts of one township that come up more than once in it and in no other.
    pub(crate) fn own<'t>(&self, texts: impl Iterator<Item = &'t str>) -> Own<'_, 't> {
        let counts = tally(texts).into_iter();
        let several = counts.filter(|(text, times)| *times > 1 && !self.at.contains_key(*text));
        let texts: Vec<&str> = several.map(|(text, _)| text).collect();
        let at = texts.iter().copied().zip(0..).collect();
        Own {
            shared: self,
            texts,
            at,
        }
    }
}

/// Texts of one township.
pub(crate) struct Own<'s, 't> {
    shared: &'s Shared,
    pub(crate) texts: Vec<&'t str>,
    at: BTreeMap<&'t str, usize>,
}

impl Own<'_, '_> {
    /// How a text is written.
    pub(crate) fn text<'a>(&self, text: &'a str) -> Text<'a> {
        if let Some(at) = self.shared.at.get(text) {
            return Text::Shared(*at);
        }
        self.at
            .get(text)
            .map_or(Text::Spelt(text), |at| Text::Own(*at))
    }
}

#[cfg(test)]
mod tests {
    use super::{Counter, Text};

    #[test]
    fn a_text_is_written_where_it_is_shortest() {
        let first = [
            "in both",
            "in both",
            "twice here",
            "twice here",
            "once",
            "ab",
            "ab",
        ];
        let second = ["in both", "also once"];
        let mut counter = Counter::default();
        counter.add(first.into_iter());
        counter.add(second.into_iter());
        let shared = counter.shared();
        assert_eq!(shared.texts, ["in both"]);
        let own = shared.own(first.into_iter());
        assert_eq!(own.texts, ["twice here"]);
        assert_eq!(own.text("in both"), Text::Shared(0));
        assert_eq!(own.text("twice here"), Text::Own(0));
        assert_eq!(own.text("once"), Text::Spelt("once"));
        assert_eq!(own.text("ab"), Text::Spelt("ab"));
        let json = serde_json::to_string(&[own.text("in both"), own.text("twice here")]).unwrap();
        assert_eq!(json, "[0,-1]");
    }

    #[test]
    fn what_comes_up_most_has_the_shortest_number() {
        let mut counter = Counter::default();
        counter.add(["seldom", "often", "often"].into_iter());
        counter.add(["seldom", "often"].into_iter());
        assert_eq!(counter.shared().texts, ["often", "seldom"]);
    }
}
