//! Texts as numbers: each different text once.

use std::hash::Hasher;

use rustc_hash::FxHasher;

/// A table of texts, each with a number; 0 is the absent text `""`.
///
/// One string holds them all and the index is open addressing over plain numbers, so that
/// a township's year costs a handful of allocations.
#[derive(Debug, Clone)]
pub struct Dictionary {
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
        self.ends.len()
    }

    /// Whether nothing but the absent text is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 1
    }

    /// The text of a number; a number that was never given out is absent.
    #[must_use]
    pub fn text(&self, code: u32) -> &str {
        let code = code as usize;
        let start = match code {
            0 => 0,
            n => self.ends.get(n - 1).copied().unwrap_or(0),
        };
        let end = self.ends.get(code).copied().unwrap_or(start);
        &self.text[start..end]
    }

    /// The number of a text, if it is in the table.
    #[must_use]
    pub fn code(&self, text: &str) -> Option<u32> {
        self.search(text).ok()
    }

    /// Every text, in the order of the numbers.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len()).map(|code| self.text(u32::try_from(code).unwrap_or(0)))
    }

    /// The number of a text, which is added if it is new.
    pub fn intern(&mut self, text: &str) -> u32 {
        if text.is_empty() && !self.ends.is_empty() {
            return 0;
        }
        match self.search(text) {
            Ok(code) => code,
            Err(place) => self.add(text, place),
        }
    }

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
            let place = self.first_empty(self.text(code));
            self.index[place] = code + 1;
        }
    }

    /// The number of a text, or the empty place in the index where it belongs.
    fn search(&self, text: &str) -> Result<u32, usize> {
        let mask = self.index.len() - 1;
        let mut place = hash(text) & mask;
        loop {
            match self.index[place] {
                0 => return Err(place),
                entry if self.text(entry - 1) == text => return Ok(entry - 1),
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
    }
}
