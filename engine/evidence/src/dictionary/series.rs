//! Texts that are consecutive numbers behind a few prefixes, held as the bounds of the numbers.

use std::sync::OnceLock;

/// `span` numbers from `first` on, behind each prefix in turn.
#[derive(Debug, Clone)]
pub(super) struct Series {
    first: u64,
    span: u32,
    prefixes: Vec<String>,
    /// All texts and where each ends, written out once somebody wants to borrow one.
    written: OnceLock<(String, Vec<usize>)>,
}

impl Series {
    pub(super) fn new(first: u64, span: u32, prefixes: &[String]) -> Series {
        Series {
            first,
            span,
            prefixes: prefixes.to_vec(),
            written: OnceLock::new(),
        }
    }

    /// How many texts there are.
    pub(super) fn len(&self) -> u32 {
        let prefixes = u32::try_from(self.prefixes.len()).unwrap_or(u32::MAX);
        self.span.saturating_mul(prefixes)
    }

    pub(super) fn text(&self, at: u32) -> &str {
        let (text, ends) = self.written.get_or_init(|| self.write());
        let at = at as usize;
        let start = at.checked_sub(1).map_or(0, |before| ends[before]);
        &text[start..ends[at]]
    }

    pub(super) fn shown(&self, at: u32) -> String {
        let (prefix, number) = (at / self.span, u64::from(at % self.span));
        format!("{}{}", self.prefixes[prefix as usize], self.first + number)
    }

    fn write(&self) -> (String, Vec<usize>) {
        let mut text = String::new();
        let ends = (0..self.len()).map(|at| {
            text.push_str(&self.shown(at));
            text.len()
        });
        let ends = ends.collect();
        (text, ends)
    }

    /// The code of a text that is one of the numbers as they are written out.
    pub(super) fn code(&self, text: &str) -> Option<u32> {
        let number = |text: &str| -> Option<u32> {
            let canonical = text == "0" || !text.starts_with('0');
            let digits = text.bytes().all(|b| b.is_ascii_digit());
            let number: u64 = text.parse().ok().filter(|_| canonical && digits)?;
            let at = u32::try_from(number.checked_sub(self.first)?).ok()?;
            (at < self.span).then_some(at)
        };
        let mut prefixes = (0..).zip(&self.prefixes);
        prefixes.find_map(|(place, prefix)| {
            let at = number(text.strip_prefix(prefix.as_str())?)?;
            Some(1 + place * self.span + at)
        })
    }
}
