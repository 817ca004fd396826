//! Brackets and braces.

use super::{Frame, Scanner, Token};

impl Scanner<'_> {
    /// Reads what is in brackets from `at` on; gives back where reading goes on. A bracket that is
    /// never closed ends with the block that it stands in.
    pub(super) fn flow(&mut self, mut at: usize, outer: Option<usize>) -> usize {
        let depth = self.frames.len();
        while let Some(c) = self.text[at..].chars().next() {
            match c {
                '\n' if self.leaves(at + 1, outer) => break,
                '{' => {
                    let id = self.new_map();
                    self.frames.push(Frame::FlowMap { id, key: None });
                    at += 1;
                }
                '[' => {
                    self.frames.push(Frame::FlowList);
                    at += 1;
                }
                '}' | ']' => {
                    self.frames.pop();
                    at += 1;
                    if self.frames.len() <= depth {
                        return at;
                    }
                }
                ',' => {
                    self.next_entry();
                    at += 1;
                }
                '#' => at = self.line_end(at),
                ':' => at += 1,
                c if c.is_whitespace() => at += c.len_utf8(),
                _ => at = self.flow_token(at, outer),
            }
        }
        self.frames.truncate(depth);
        at
    }

    fn next_entry(&mut self) {
        if let Some(Frame::FlowMap { key, .. }) = self.frames.last_mut() {
            *key = None;
        }
    }

    fn flow_token(&mut self, at: usize, outer: Option<usize>) -> usize {
        let (token, after) = match self.text[at..].starts_with(['"', '\'']) {
            true => self.quoted(at, outer),
            false => self.flow_plain(at),
        };
        let colon = self.text[after..]
            .trim_start_matches([' ', '\t'])
            .starts_with(':');
        match self.frames.last() {
            Some(Frame::FlowMap { key: None, .. }) => self.key(&token, colon),
            _ => self.value(&token, true),
        }
        after.max(at + 1)
    }

    fn flow_plain(&self, at: usize) -> (Token, usize) {
        let line = &self.text[at..self.line_end(at)];
        let mut end = line.len();
        let mut parameter = false;
        let mut before = ' ';
        for (n, c) in line.char_indices() {
            let after = line[n + c.len_utf8()..].chars().next();
            match c {
                '{' if before == '$' => parameter = true,
                '}' if parameter => parameter = false,
                ',' | '[' | ']' | '{' | '}' => end = n,
                ':' if after.is_none_or(|c| " \t,[]{}".contains(c)) => end = n,
                '#' if before == ' ' => end = n,
                _ => {}
            }
            if end < line.len() {
                break;
            }
            before = c;
        }
        let token = Token {
            range: at..at + line[..end].trim_end().len(),
            quoted: false,
        };
        (token, at + end)
    }
}
