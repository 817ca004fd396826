//! Lines, indentation and dashes.

use super::{Frame, Role, Scanner, Token};

impl Scanner<'_> {
    pub(super) fn file(&mut self) {
        let mut at = 0;
        while at < self.text.len() {
            let Some(indent) = self.indent(at) else {
                at = self.next_line(at);
                continue;
            };
            at = match self.text[at..].starts_with("---") {
                true => self.next_line(at),
                false => self.content(at + indent, indent),
            };
        }
    }

    /// What stands at a column, up to where the next line begins.
    fn content(&mut self, mut at: usize, mut column: usize) -> usize {
        while let Some(after) = self.dash(at) {
            self.item(column);
            column += after - at;
            at = after;
            if at == self.line_end(at) {
                return self.next_line(at);
            }
        }
        let end = match self.key_token(at) {
            Some((token, after)) => self.entry(&token, after, column),
            None => self.lone(at, column),
        };
        // What follows a value on its line is a comment, or nothing to be read.
        self.next_line(end)
    }

    /// Where the content after a dash begins, if there is one.
    fn dash(&self, at: usize) -> Option<usize> {
        let line = &self.text[at..self.line_end(at)];
        let rest = line.strip_prefix('-')?;
        if !rest.is_empty() && !rest.starts_with([' ', '\t']) {
            return None;
        }
        let content = rest.trim_start();
        let nothing = content.is_empty() || content.starts_with('#');
        Some(if nothing {
            at + line.len()
        } else {
            at + line.len() - content.len()
        })
    }

    /// Opens an item of the list at a column.
    fn item(&mut self, column: usize) {
        while let Some(frame) = self.frames.last() {
            let inner = match frame {
                Frame::Map { indent, .. } | Frame::List { indent } => *indent > column,
                Frame::FlowMap { .. } | Frame::FlowList => true,
            };
            if !inner {
                break;
            }
            self.frames.pop();
        }
        let again = matches!(self.frames.last(), Some(Frame::List { indent }) if *indent == column);
        if !again {
            self.frames.push(Frame::List { indent: column });
        }
    }

    /// A key and its colon at the start of a content, and where its value may begin.
    fn key_token(&self, at: usize) -> Option<(Token, usize)> {
        let end = self.line_end(at);
        let line = &self.text[at..end];
        if line.starts_with(['"', '\'']) {
            let (token, after) = self.quoted(at, Some(0));
            let rest = self.text.get(after..end)?;
            let value = rest.trim_start().strip_prefix(':')?;
            let ends = value.is_empty() || value.starts_with([' ', '\t']);
            return ends.then(|| (token, end - value.len()));
        }
        if line.starts_with(['{', '[', '#', '|', '>']) {
            return None;
        }
        let ends = |n: &usize| {
            let after = &line[n + 1..];
            after.is_empty() || after.starts_with([' ', '\t'])
        };
        let colon = line.match_indices(':').map(|(n, _)| n).find(ends)?;
        let comment = line.find(" #").is_some_and(|n| n < colon);
        let token = Token {
            range: at..at + line[..colon].trim_end().len(),
            quoted: false,
        };
        (!comment).then_some((token, at + colon + 1))
    }

    fn entry(&mut self, token: &Token, after: usize, column: usize) -> usize {
        self.close(column);
        let same =
            matches!(self.frames.last(), Some(Frame::Map { indent, .. }) if *indent == column);
        if !same {
            let id = self.new_map();
            self.frames.push(Frame::Map {
                indent: column,
                id,
                key: None,
            });
        }
        self.key(token, true);
        let line = &self.text[after..self.line_end(after)];
        let value = after + (line.len() - line.trim_start().len());
        self.scalar(value, Some(column))
    }

    /// Ends all blocks that a key or a scalar at this column is no part of.
    fn close(&mut self, column: usize) {
        while let Some(frame) = self.frames.last() {
            let over = match frame {
                Frame::Map { indent, .. } => *indent > column,
                Frame::List { indent } => *indent >= column,
                Frame::FlowMap { .. } | Frame::FlowList => true,
            };
            if !over {
                return;
            }
            self.frames.pop();
        }
    }

    /// Something that is no key yet: a key whose colon is still to come, or a value.
    fn lone(&mut self, at: usize, column: usize) -> usize {
        let beside = self
            .frames
            .iter()
            .any(|f| matches!(f, Frame::List { indent } if *indent == column));
        self.close(column);
        let end = self.line_end(at);
        let token = self.plain(at, end);
        let typed = self.has_caret(&token.range);
        let in_map =
            matches!(self.frames.last(), Some(Frame::Map { indent, .. }) if *indent == column);
        if in_map && !beside && typed {
            self.key(&token, false);
            return end;
        }
        let outer = match self.frames.last() {
            Some(Frame::Map { indent, .. } | Frame::List { indent }) => Some(*indent),
            _ => None,
        };
        if beside && typed {
            self.frames.push(Frame::List { indent: column });
        }
        let end = self.scalar(at, outer);
        let opened = self.new_map();
        self.frames.push(Frame::Map {
            indent: column,
            id: opened,
            key: None,
        });
        if let Some((spot, map)) = self.found.as_mut().filter(|_| typed)
            && spot.role == Role::Value
            && !spot.flow
        {
            spot.opens = true;
            spot.dash = beside;
            *map = Some(opened);
        }
        end
    }

    /// Reads a value; gives back where it ends.
    fn scalar(&mut self, at: usize, outer: Option<usize>) -> usize {
        let end = self.line_end(at);
        match self.text[at..end].chars().next() {
            None | Some('#') => end,
            Some('{' | '[') => self.flow(at, outer),
            Some('"' | '\'') => {
                let (token, after) = self.quoted(at, outer);
                self.value(&token, false);
                after
            }
            Some('|' | '>') => {
                let end = self.block_end(end, outer);
                let token = Token {
                    range: at..end,
                    quoted: false,
                };
                self.value(&token, false);
                end
            }
            Some(_) => {
                let token = self.plain(at, end);
                self.value(&token, false);
                end
            }
        }
    }

    /// A plain scalar on one line, without the comment behind it.
    fn plain(&self, at: usize, end: usize) -> Token {
        let line = &self.text[at..end];
        let line = &line[..line.find(" #").unwrap_or(line.len())];
        Token {
            range: at..at + line.trim_end().len(),
            quoted: false,
        }
    }

    /// Where the lines of a block scalar end.
    fn block_end(&self, mut end: usize, outer: Option<usize>) -> usize {
        loop {
            let next = self.next_line(end);
            let line = &self.text[next..self.line_end(next)];
            let indent = line.len() - line.trim_start().len();
            let blank = line.trim().is_empty();
            let within = outer.is_none_or(|outer| indent > outer);
            if next >= self.text.len() || !(blank || within) {
                return end;
            }
            end = self.line_end(next);
        }
    }
}
