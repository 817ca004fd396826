//! What stands in a line as nearly all programs write it: keys without escapes, whole numbers. Whatever
//! does not look so is left to the rest of the scanner, which knows all of JSON.

use super::{Scanner, write_string};

/// A key as it is mostly written, to be looked for in many objects.
#[derive(Debug, Clone)]
pub struct Key {
    /// The key in quotes, and the colon.
    text: Box<str>,
    /// Its first 16 bytes, and which of them count.
    head: u128,
    mask: u128,
}

impl Key {
    /// A key by its name.
    #[must_use]
    pub fn new(name: &str) -> Key {
        let mut text = String::with_capacity(name.len() + 3);
        write_string(&mut text, name);
        text.push(':');
        let (mut head, mut mask) = ([0; 16], [0; 16]);
        for ((byte, counts), of) in head.iter_mut().zip(&mut mask).zip(text.bytes()) {
            (*byte, *counts) = (of, 0xFF);
        }
        Key {
            text: text.into(),
            head: u128::from_le_bytes(head),
            mask: u128::from_le_bytes(mask),
        }
    }

    /// Whether a text begins with it.
    #[inline]
    fn begins(&self, rest: &[u8]) -> bool {
        match rest.first_chunk() {
            // Most keys are that short: one step, where a comparison of bytes would be a call.
            Some(head) => {
                (u128::from_le_bytes(*head) ^ self.head) & self.mask == 0
                    && (self.text.len() <= 16 || rest.starts_with(self.text.as_bytes()))
            }
            None => rest.starts_with(self.text.as_bytes()),
        }
    }
}

impl Scanner<'_> {
    /// Passes the key that comes next in an object, and its colon, if it is one of some: which of them.
    /// Otherwise nothing is passed, whatever stands there.
    #[inline]
    pub fn key<'k>(&mut self, first: bool, keys: impl Iterator<Item = &'k Key>) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let mut start = self.pos;
        if !first {
            if bytes.get(start) != Some(&b',') {
                return None;
            }
            start += 1;
            start += usize::from(bytes.get(start) == Some(&b' '));
        }
        let rest = bytes.get(start..)?;
        let (at, key) = keys.enumerate().find(|(_, key)| key.begins(rest))?;
        self.pos = start + key.text.len();
        Some(at)
    }

    /// Passes a whole number of at most 18 digits, written as numbers are shown. Otherwise nothing is
    /// passed, whatever stands there.
    #[inline]
    pub fn whole(&mut self) -> Option<i64> {
        let rest = self.text.as_bytes().get(self.pos..)?;
        let (number, digits) = whole(rest)?;
        if matches!(rest.get(digits), Some(b'.' | b'e' | b'E')) {
            return None;
        }
        self.pos += digits;
        Some(number)
    }
}

/// The whole number that bytes begin with, and how many digits it has: 1 to 18, and no zero before others.
#[inline]
#[must_use]
pub fn whole(bytes: &[u8]) -> Option<(i64, usize)> {
    let (mut number, digits) = match bytes.first_chunk() {
        // Numbers of up to eight digits in one step: how long they are cannot be guessed.
        Some(eight) => eight_digits(u64::from_le_bytes(*eight)),
        None => (0, 0),
    };
    let digit = |at: usize| bytes.get(at).map(|byte| byte.wrapping_sub(b'0'));
    let digit = |at: usize| digit(at).filter(|digit| *digit < 10);
    let mut all = digits;
    if digits == 0 || digits == 8 {
        while let (Some(more), true) = (digit(all), all < 18) {
            number = number * 10 + i64::from(more);
            all += 1;
        }
    }
    let ends = all < 18 || digit(all).is_none();
    let plain = ends && all > 0 && (all == 1 || bytes[0] != b'0');
    plain.then_some((number, all))
}

/// The number that eight bytes begin with, and how many of them are digits.
#[inline]
fn eight_digits(eight: u64) -> (i64, usize) {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    let digits = eight ^ (ONES * 0x30);
    // The lowest mark is right; those above it may be carried into.
    let others = (digits.wrapping_add(ONES * 0x76) | digits) & (ONES * 0x80);
    let count = others.trailing_zeros() / 8;
    if count == 0 {
        return (0, 0);
    }
    // The first digit is in the lowest byte: what lies before it counts as zeros.
    let tens = (digits << (64 - 8 * count)).wrapping_mul(10 << 8 | 1) >> 8;
    let hundreds = (tens & 0x00FF_00FF_00FF_00FF).wrapping_mul(100 << 16 | 1) >> 16;
    let number = (hundreds & 0x0000_FFFF_0000_FFFF).wrapping_mul(10_000 << 32 | 1) >> 32;
    (number.cast_signed(), count as usize)
}

#[cfg(test)]
mod tests {
    use super::{Key, whole};
    use crate::json::Scanner;

    #[test]
    fn whole_numbers_are_read_as_they_are_shown() {
        for number in [
            0,
            1,
            9,
            10,
            99_999_999,
            100_000_000,
            123_456_789,
            999_999_999_999_999_999_i64,
        ] {
            for after in ["", ",", "}", " ", "x", ",\"ref\":12345678}"] {
                let text = format!("{number}{after}");
                let digits = number.to_string().len();
                assert_eq!(whole(text.as_bytes()), Some((number, digits)), "{text}");
            }
        }
        for number in (0..=12_345_678).step_by(997) {
            let text = format!("{number},\"next\":1");
            assert_eq!(
                whole(text.as_bytes()).map(|(n, _)| n),
                Some(number),
                "{text}"
            );
        }
        for other in [
            "",
            "-1",
            "+1",
            "00",
            "01,2345678",
            "x",
            "\"1\"",
            "/1234567",
            ":1234567",
            "\u{80}1234567",
            "1000000000000000000",
            "12345678901234567890123",
        ] {
            assert_eq!(whole(other.as_bytes()), None, "{other}");
        }
    }

    #[test]
    fn a_number_that_goes_on_is_left_alone() {
        for text in [
            "1.5",
            "1e2",
            "12E1",
            "12345678.1",
            "-3",
            "01",
            "\"1\"",
            " 1",
        ] {
            let mut scanner = Scanner::new(text);
            assert_eq!(scanner.whole(), None, "{text}");
            assert_eq!(scanner.pos(), 0, "{text}");
        }
    }

    #[test]
    fn keys_are_known_as_they_are_mostly_written() {
        let names = [
            "a",
            "a_name_of_many_letters",
            "人员",
            "with \"quotes\"",
            "a\\b",
        ];
        let keys = names.map(Key::new);
        for (at, name) in names.iter().enumerate() {
            let written = name.replace('\\', "\\\\").replace('"', "\\\"");
            for (first, before) in [(true, ""), (false, ","), (false, ", ")] {
                let text = format!("{before}\"{written}\":1");
                let mut scanner = Scanner::new(&text);
                assert_eq!(scanner.key(first, keys.iter()), Some(at), "{text}");
                assert_eq!(scanner.whole(), Some(1), "{text}");
                let long = format!("{text},\"and more than sixteen bytes\":2}}");
                assert_eq!(
                    Scanner::new(&long).key(first, keys.iter()),
                    Some(at),
                    "{long}"
                );
            }
        }
        let others = [
            (true, ",\"a\":1"),
            (false, "\"a\":1"),
            (true, "\"a\" :1"),
            (true, "\"b\":1"),
            (true, "\"with \"quotes\"\":1"),
            (true, "\"a_name_of_many_letterz\":1"),
            (true, "}"),
            (false, "}"),
            (true, ""),
            (false, ","),
        ];
        for (first, text) in others {
            let mut scanner = Scanner::new(text);
            assert_eq!(scanner.key(first, keys.iter()), None, "{text}");
            assert_eq!(scanner.pos(), 0, "{text}");
        }
    }
}
