//! A scanner for one line of JSON that keeps places, borrows texts and leaves numbers
//! as they are written. A general parser would lose all three.

mod plain;

use std::borrow::Cow;

pub use plain::{Key, whole};

use crate::fault::Reason;

/// Where the text stops being JSON, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Syntax {
    /// The byte.
    pub at: usize,
    /// Why.
    pub reason: Reason,
}

/// What a value begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A text in quotes.
    Text,
    /// A number.
    Number,
    /// `[`.
    List,
    /// `{`.
    Object,
    /// `null`.
    Null,
    /// `true` or `false`.
    Truth,
}

/// Reads one text from front to back.
pub struct Scanner<'a> {
    text: &'a str,
    pos: usize,
}

impl<'a> Scanner<'a> {
    /// At the start of a text.
    #[must_use]
    #[inline]
    pub fn new(text: &'a str) -> Self {
        Scanner { text, pos: 0 }
    }

    /// The byte after what has been read.
    #[must_use]
    #[inline]
    pub fn pos(&self) -> usize {
        self.pos
    }

    #[inline]
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.pos).copied()
    }

    /// Passes blanks.
    #[inline]
    pub fn blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\r' | b'\n')) {
            self.pos += 1;
        }
    }

    fn wrong(&self, reason: Reason) -> Syntax {
        let reason = if self.pos >= self.text.len() {
            Reason::Unfinished
        } else {
            reason
        };
        Syntax {
            at: self.pos,
            reason,
        }
    }

    /// Passes one sign, with blanks before it.
    ///
    /// # Errors
    /// The text is no JSON here.
    #[inline]
    pub fn expect(&mut self, sign: u8, otherwise: Reason) -> Result<(), Syntax> {
        self.blanks();
        if self.peek() != Some(sign) {
            return Err(self.wrong(otherwise));
        }
        self.pos += 1;
        Ok(())
    }

    /// After an opening sign or an item: whether another item follows.
    ///
    /// # Errors
    /// The text is no JSON here.
    #[inline]
    pub fn more(&mut self, first: bool, close: u8) -> Result<bool, Syntax> {
        self.blanks();
        match self.peek() {
            Some(sign) if sign == close => {
                self.pos += 1;
                Ok(false)
            }
            Some(b',') if !first => {
                self.pos += 1;
                self.blanks();
                Ok(true)
            }
            Some(_) if first => Ok(true),
            _ => Err(self.wrong(Reason::BadSign)),
        }
    }

    /// Nothing but blanks may follow.
    ///
    /// # Errors
    /// The text is no JSON here.
    #[inline]
    pub fn end(&mut self) -> Result<(), Syntax> {
        self.blanks();
        match self.peek() {
            None => Ok(()),
            Some(_) => Err(self.wrong(Reason::Trailing)),
        }
    }

    /// The shape of the value that comes next; blanks before it are passed.
    ///
    /// # Errors
    /// The text is no JSON here.
    #[inline]
    pub fn shape(&mut self) -> Result<Shape, Syntax> {
        self.blanks();
        match self.peek() {
            Some(b'"') => Ok(Shape::Text),
            Some(b'-' | b'0'..=b'9') => Ok(Shape::Number),
            Some(b'[') => Ok(Shape::List),
            Some(b'{') => Ok(Shape::Object),
            Some(b'n') => Ok(Shape::Null),
            Some(b't' | b'f') => Ok(Shape::Truth),
            _ => Err(self.wrong(Reason::BadSign)),
        }
    }

    /// A text between quotes; borrowed unless it holds an escape.
    ///
    /// # Errors
    /// The text is no JSON here.
    #[inline]
    pub fn string(&mut self) -> Result<Cow<'a, str>, Syntax> {
        self.expect(b'"', Reason::BadSign)?;
        let start = self.pos;
        let stop = self.plain_until();
        match self.peek() {
            Some(b'"') => {
                self.pos += 1;
                Ok(Cow::Borrowed(&self.text[start..stop]))
            }
            Some(b'\\') => self.escaped(start).map(Cow::Owned),
            _ => Err(self.wrong(Reason::BadText)),
        }
    }

    /// Moves to the next quote, escape or control sign.
    #[inline]
    fn plain_until(&mut self) -> usize {
        let bytes = self.text.as_bytes();
        while let Some(eight) = bytes.get(self.pos..).and_then(<[u8]>::first_chunk) {
            let found = special(u64::from_le_bytes(*eight));
            if found != 0 {
                self.pos += found.trailing_zeros() as usize / 8;
                return self.pos;
            }
            self.pos += 8;
        }
        let rest = &bytes[self.pos..];
        let special = |b: &u8| *b == b'"' || *b == b'\\' || *b < 0x20;
        self.pos += rest.iter().position(special).unwrap_or(rest.len());
        self.pos
    }

    fn escaped(&mut self, start: usize) -> Result<String, Syntax> {
        let mut out = self.text[start..self.pos].to_owned();
        loop {
            match self.peek() {
                Some(b'"') => {
                    self.pos += 1;
                    return Ok(out);
                }
                Some(b'\\') => out.push(self.escape()?),
                _ => return Err(self.wrong(Reason::BadText)),
            }
            let from = self.pos;
            let to = self.plain_until();
            out.push_str(&self.text[from..to]);
        }
    }

    fn escape(&mut self) -> Result<char, Syntax> {
        self.pos += 1;
        let plain = match self.peek() {
            Some(sign @ (b'"' | b'\\' | b'/')) => char::from(sign),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                self.pos += 1;
                return self.unicode();
            }
            _ => return Err(self.wrong(Reason::BadText)),
        };
        self.pos += 1;
        Ok(plain)
    }

    fn unicode(&mut self) -> Result<char, Syntax> {
        let high = self.hex4()?;
        if !(0xD800..0xDC00).contains(&high) {
            return char::from_u32(high).ok_or_else(|| self.wrong(Reason::BadText));
        }
        if !self.text[self.pos..].starts_with("\\u") {
            return Err(self.wrong(Reason::BadText));
        }
        self.pos += 2;
        let low = self.hex4()?;
        if !(0xDC00..0xE000).contains(&low) {
            return Err(self.wrong(Reason::BadText));
        }
        let joined = 0x1_0000 + ((high - 0xD800) << 10) + (low - 0xDC00);
        char::from_u32(joined).ok_or_else(|| self.wrong(Reason::BadText))
    }

    fn hex4(&mut self) -> Result<u32, Syntax> {
        let four = self.text.as_bytes().get(self.pos..self.pos + 4);
        let value = four.and_then(|four| {
            four.iter().try_fold(0, |n, b| {
                char::from(*b).to_digit(16).map(|digit| n * 16 + digit)
            })
        });
        let value = value.ok_or_else(|| self.wrong(Reason::BadText))?;
        self.pos += 4;
        Ok(value)
    }

    /// A number as it is written, by the grammar of JSON.
    ///
    /// # Errors
    /// The text is no JSON here.
    pub fn number(&mut self) -> Result<&'a str, Syntax> {
        let start = self.pos;
        self.pass(b"-");
        match self.peek() {
            Some(b'0') => self.pos += 1,
            Some(b'1'..=b'9') => self.digits()?,
            _ => return Err(self.wrong(Reason::BadSign)),
        }
        if self.pass(b".") {
            self.digits()?;
        }
        if self.pass(b"eE") {
            self.pass(b"+-");
            self.digits()?;
        }
        Ok(&self.text[start..self.pos])
    }

    fn pass(&mut self, signs: &[u8]) -> bool {
        let found = self.peek().is_some_and(|b| signs.contains(&b));
        self.pos += usize::from(found);
        found
    }

    fn digits(&mut self) -> Result<(), Syntax> {
        let start = self.pos;
        while self.peek().is_some_and(|b| b.is_ascii_digit()) {
            self.pos += 1;
        }
        if self.pos == start {
            return Err(self.wrong(Reason::BadSign));
        }
        Ok(())
    }

    /// Passes a value that is not wanted. Inside lists and objects only the nesting is
    /// followed: the value is already reported.
    ///
    /// # Errors
    /// The text is no JSON here.
    pub fn skip(&mut self) -> Result<(), Syntax> {
        let mut depth = 0_usize;
        loop {
            self.blanks();
            match self.peek() {
                Some(b'"') => {
                    self.string()?;
                }
                Some(b'[' | b'{') => {
                    depth += 1;
                    self.pos += 1;
                }
                Some(b']' | b'}' | b',' | b':') if depth == 0 => {
                    return Err(self.wrong(Reason::BadSign));
                }
                Some(b']' | b'}') => {
                    depth -= 1;
                    self.pos += 1;
                }
                Some(b',' | b':') => self.pos += 1,
                Some(b'-' | b'0'..=b'9') => {
                    self.number()?;
                }
                _ => self.literal()?,
            }
            if depth == 0 {
                return Ok(());
            }
        }
    }

    fn literal(&mut self) -> Result<(), Syntax> {
        for word in ["null", "true", "false"] {
            if self.text[self.pos..].starts_with(word) {
                self.pos += word.len();
                return Ok(());
            }
        }
        Err(self.wrong(Reason::BadSign))
    }
}

/// Marks the quotes, escapes and control signs among eight bytes. The lowest mark is right;
/// those above it may be borrowed from it. Most texts of a record fit in one step, where a
/// loop over bytes would mispredict its end.
fn special(eight: u64) -> u64 {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    const HIGHS: u64 = ONES << 7;
    let below = |word: u64, limit: u64| word.wrapping_sub(ONES * limit) & !word;
    let quote = below(eight ^ (ONES * 0x22), 1);
    let escape = below(eight ^ (ONES * 0x5C), 1);
    (quote | escape | below(eight, 0x20)) & HIGHS
}

/// Appends a text as a JSON string: only quotes, backslashes and control signs are
/// escaped, everything else stands as it is, so that the bytes are settled.
pub(crate) fn write_string(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c < ' ' => {
                out.push_str("\\u00");
                let hex = |n: u32| char::from_digit(n, 16).unwrap_or('0');
                out.push(hex(u32::from(c) >> 4));
                out.push(hex(u32::from(c) & 15));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::Scanner;

    #[test]
    fn a_text_ends_at_the_first_special_sign_wherever_it_stands() {
        for special in ['"', '\\', '\n', '\u{1f}', '\0'] {
            for before in [
                "",
                "a",
                "村",
                "abcdefg",
                "abcdefgh",
                "abcdefghi",
                "村村村村村",
            ] {
                for after in ["", " ", "!", "村", "\"\"\"\"\"\"\"\"\""] {
                    let text = format!("{before}{special}{after}");
                    assert_eq!(Scanner::new(&text).plain_until(), before.len(), "{text:?}");
                }
            }
        }
        for harmless in [' ', '!', '#', '[', ']', '\u{7f}', '\u{80}', '\u{a2}', '村'] {
            let text = harmless.to_string().repeat(9);
            assert_eq!(Scanner::new(&text).plain_until(), text.len(), "{text:?}");
        }
    }
}
