//! What stands between values: blanks, line breaks, comments, and punctuation.

use super::Reader;
use crate::scalar::BLANKS;
use crate::tree::{Comment, Trivia};

impl Reader<'_> {
    /// Reads comments and blank lines up to the next character that says something.
    pub(super) fn trivia(&mut self) {
        let mut breaks = 0;
        loop {
            let rest = &self.text[self.at..];
            match rest.chars().next() {
                Some(' ' | '\t') => self.at += 1,
                Some('\n') => {
                    self.at += 1;
                    breaks += 1;
                    // The first break ends a line that said something, unless the file opens so.
                    let line_above_is_blank = breaks == 2;
                    if line_above_is_blank {
                        self.pending.push(Trivia::Blank);
                    }
                }
                Some('#') => {
                    self.comment();
                    breaks = 0;
                }
                _ => return,
            }
        }
    }

    fn comment(&mut self) {
        let rest = &self.text[self.at..];
        let line = rest.split('\n').next().unwrap_or("");
        let start = self.line_start();
        let before = &self.text[start..self.at];
        self.pending.push(Trivia::Comment(Comment {
            text: line.trim_end_matches(BLANKS).to_owned(),
            trailing: !before.trim_matches(BLANKS).is_empty(),
            column: before.chars().count(),
        }));
        self.at += line.len();
    }

    pub(super) fn line_start(&self) -> usize {
        self.text[..self.at].rfind('\n').map_or(0, |n| n + 1)
    }

    /// Whether the line `...` comes next, which ends a document.
    pub(super) fn over(&self) -> bool {
        let rest = self.text[self.at..].strip_prefix("...");
        let alone = rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t', '\n']));
        alone && self.line_start() == self.at
    }

    /// The column of the next character; nothing at the end of the text.
    pub(super) fn column(&self) -> Option<usize> {
        let over = self.at == self.text.len() || self.over();
        (!over).then(|| self.text[self.line_start()..self.at].chars().count())
    }

    /// Steps over a character, if it is the next one.
    pub(super) fn punctuation(&mut self, char: char) {
        self.trivia();
        if self.text[self.at..].starts_with(char) {
            self.at += char.len_utf8();
        }
    }

    /// The comment at the end of the line, if there is one.
    pub(super) fn trailing(&mut self) -> Option<String> {
        match self.pending.first() {
            Some(Trivia::Comment(comment)) if comment.trailing => {
                let text = comment.text.clone();
                self.pending.remove(0);
                Some(text)
            }
            _ => None,
        }
    }

    /// After a block scalar the reader stands at the start of a line: the break before it is read.
    pub(super) fn line_break_read(&mut self) {
        if self.at > 0 && self.text[..self.at].ends_with('\n') {
            self.at -= 1;
        }
        self.trivia();
    }

    /// Lines such as `%YAML 1.2` are kept as comments are.
    pub(super) fn directives(&mut self, until: usize) {
        self.trivia();
        while self.at < until {
            let line = self.text[self.at..].split('\n').next().unwrap_or("");
            self.pending.push(Trivia::Comment(Comment {
                text: line.trim_end_matches(BLANKS).to_owned(),
                trailing: false,
                column: 0,
            }));
            self.at += line.len();
            self.trivia();
        }
    }
}
