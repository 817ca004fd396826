//! Texts as numbers: each different text once.

mod series;

use std::borrow::Cow;
use std::hash::Hasher;

use rustc_hash::FxHasher;
use series::Series;

/// A table of texts, each with a number; 0 is the absent text `""`.
///
/// One string holds them all and the index is open addressing over plain numbers, so that
/// a township's year costs a handful of allocations.
#[derive(Debug, Clone)]
pub struct Dictionary {
    /// Texts that are numbers in a row; their codes come before those of all others.
    series: Option<Box<Series>>,
    text: String,
    /// Where text `n` ends; it begins where text `n - 1` ends.
    ends: Vec<usize>,
    /// Numbers plus one by hash; 0 is an empty place. Invariant: its length is a power of
    /// two and at least twice that of `ends`, so that a search always ends.
    index: Vec<u32>,
}

impl Default for Dictionary {
    fn default() -> Self {
        Dictionary::with_capacity(16, 256)
    }
}

impl Dictionary {
    /// A table with room for so many texts of so many bytes together.
    pub(crate) fn with_capacity(texts: usize, bytes: usize) -> Self {
        let mut new = Dictionary {
            series: None,
            text: String::with_capacity(bytes),
            ends: Vec::with_capacity(texts + 1),
            index: vec![0; (texts * 2).next_power_of_two().max(32)],
        };
        new.intern("");
        new
    }

    /// How many texts there are, the absent one included; numbers are below it.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len() + self.numbered() as usize
    }

    /// Whether nothing but the absent text is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 1
    }

    /// Forgets every text but keeps the room.
    pub fn clear(&mut self) {
        self.series = None;
        self.text.clear();
        self.ends.clear();
        self.index.fill(0);
        self.intern("");
    }

    /// Makes the table hold `span` numbers from `first` on behind each of some prefixes, before
    /// anything else: 7 behind `done-` is the text `done-7`. Nothing is written out for them, so
    /// that ids that are numbers cost nothing. The table must be empty.
    ///
    /// The code of the number `n` behind the prefix `p` is `1 + p * span + (n - first)`. The
    /// table holds every number of the range, whether a record has it or not.
    pub fn number(&mut self, first: u64, span: u32, prefixes: &[String]) {
        debug_assert!(self.is_empty(), "codes that were given out stay valid");
        self.series = Some(Box::new(Series::new(first, span, prefixes)));
    }

    /// How many texts are numbers in a row.
    fn numbered(&self) -> u32 {
        self.series.as_ref().map_or(0, |series| series.len())
    }

    /// The text of a number; a number that was never given out is absent.
    #[must_use]
    #[inline]
    pub fn text(&self, code: u32) -> &str {
        match &self.series {
            Some(_) if code == 0 => "",
            Some(series) if code <= series.len() => series.text(code - 1),
            Some(series) => self.plain(code - series.len()),
            None => self.plain(code),
        }
    }

    /// As [`Dictionary::text`], for where few texts of many are asked for: a number is written out
    /// alone.
    #[must_use]
    pub fn shown(&self, code: u32) -> Cow<'_, str> {
        match &self.series {
            Some(series) if (1..=series.len()).contains(&code) => {
                Cow::Owned(series.shown(code - 1))
            }
            _ => Cow::Borrowed(self.text(code)),
        }
    }

    /// The text with this place among those that are no numbers.
    #[inline]
    fn plain(&self, at: u32) -> &str {
        let at = at as usize;
        let start = match at {
            0 => 0,
            n => self.ends.get(n - 1).copied().unwrap_or(0),
        };
        let end = self.ends.get(at).copied().unwrap_or(start);
        &self.text[start..end]
    }

    /// The number of a text, if it is in the table.
    #[must_use]
    pub fn code(&self, text: &str) -> Option<u32> {
        if text.is_empty() {
            return Some(0);
        }
        let series = self.series.as_ref().and_then(|series| series.code(text));
        series.or_else(|| Some(self.search(text).ok()? + self.numbered()))
    }

    /// Every text, in the order of the numbers.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|code| self.text(u32::try_from(code).unwrap_or(0)))
    }

    /// The number of a text, which is added if it is new.
    pub fn intern(&mut self, text: &str) -> u32 {
        if text.is_empty() && !self.ends.is_empty() {
            return 0;
        }
        if let Some(code) = self.series.as_ref().and_then(|series| series.code(text)) {
            return code;
        }
        let place = match self.search(text) {
            Ok(at) => at,
            Err(place) => self.add(text, place),
        };
        place + self.numbered()
    }

    /// Adds a text, and says its place among those that are no numbers.
    fn add(&mut self, text: &str, place: usize) -> u32 {
        // Four thousand million different texts do not fit in memory beside their source.
        let code = u32::try_from(self.ends.len()).unwrap_or(u32::MAX - 1);
        self.text.push_str(text);
        self.ends.push(self.text.len());
        self.index[place] = code + 1;
        if self.ends.len() * 2 > self.index.len() {
            self.grow();
        }
        code
    }

    fn grow(&mut self) {
        self.index = vec![0; self.index.len() * 2];
        for code in 0..u32::try_from(self.ends.len()).unwrap_or(u32::MAX) {
            let place = self.first_empty(self.plain(code));
            self.index[place] = code + 1;
        }
    }

    /// The place of a text among those that are no numbers, or the empty place in the index where
    /// it belongs.
    fn search(&self, text: &str) -> Result<u32, usize> {
        let mask = self.index.len() - 1;
        let mut place = hash(text) & mask;
        loop {
            match self.index[place] {
                0 => return Err(place),
                entry if self.plain(entry - 1) == text => return Ok(entry - 1),
                _ => place = (place + 1) & mask,
            }
        }
    }

    fn first_empty(&self, text: &str) -> usize {
        let mask = self.index.len() - 1;
        let mut place = hash(text) & mask;
        while self.index[place] != 0 {
            place = (place + 1) & mask;
        }
        place
    }
}

fn hash(text: &str) -> usize {
    let mut hasher = FxHasher::default();
    hasher.write(text.as_bytes());
    // The hasher leaves its best bits at the lower end, where the mask takes them.
    usize::try_from(hasher.finish() & u64::from(u32::MAX)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::Dictionary;

    #[test]
    fn texts_keep_their_numbers() {
        let mut names = Dictionary::default();
        assert!(names.is_empty());
        assert_eq!(names.intern(""), 0);
        for n in 0..5_000_u32 {
            assert_eq!(names.intern(&format!("村{n}")), n + 1);
        }
        for n in 0..5_000_u32 {
            let name = format!("村{n}");
            assert_eq!(names.code(&name), Some(n + 1));
            assert_eq!(names.text(n + 1), name);
        }
        assert_eq!(names.code("村"), None);
        assert_eq!(names.text(9_999_999), "");
        assert_eq!(names.len(), 5_001);
        assert_eq!(names.iter().nth(5).map(str::len), Some(4));
        names.clear();
        assert!(names.is_empty());
        assert_eq!(names.code("村7"), None);
        assert_eq!(names.intern("村7"), 1);
    }

    #[test]
    fn numbers_in_a_row_are_texts_like_others() {
        let mut ids = Dictionary::default();
        ids.number(98, 5, &[String::new(), "done-".to_owned()]);
        assert_eq!(ids.len(), 11);
        assert_eq!(ids.intern("case-1"), 11);
        assert_eq!(ids.intern("100"), 3);
        assert_eq!(ids.intern("done-102"), 10);
        let texts = [
            "", "98", "99", "100", "101", "102", "done-98", "done-99", "done-100", "done-101",
            "done-102", "case-1",
        ];
        assert!(ids.iter().eq(texts));
        for (code, text) in (0..).zip(texts) {
            assert_eq!(ids.code(text), Some(code), "{text}");
            assert_eq!(ids.shown(code), text);
        }
        for other in [
            "97",
            "103",
            "0100",
            "+100",
            "done-",
            "done-103",
            "case-",
            "18446744073709551616",
        ] {
            assert_eq!(ids.code(other), None, "{other}");
        }
        ids.clear();
        ids.number(7, 1, &[String::new()]);
        assert_eq!(ids.code("98"), None);
        assert_eq!(ids.text(1), "7");
    }
}
