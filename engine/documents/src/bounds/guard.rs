//! Looks a template through before Tera sees it, and makes it ready.

use std::ops::Range;

use super::growth::Growth;
use super::lexer::{Tag, TagKind, Token, tags};
use super::{Limits, Refused, Why};
use crate::filters::{is_filter, refused_filter};

/// Pays for the rounds of a loop; behind the list of every `for`.
pub(crate) const STEPS: &str = "__steps";
/// Lets only a defined value through; behind every name.
pub(crate) const KNOWN: &str = "__known";
/// Lets only what can be printed through; behind every shown value.
pub(crate) const SHOWN: &str = "__shown";

/// A template that can be given to Tera.
///
/// What was put into it stands on the lines where it was, so that lines are those of the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Guarded {
    /// The template.
    pub text: String,
    /// What was put in; ascending.
    inserted: Vec<Insertion>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Insertion {
    /// Where in the source.
    at: usize,
    text: String,
    /// What it is about, in the source: Tera shows the filter where the name is meant.
    about: Range<usize>,
}

impl Guarded {
    /// The place in the source of a place in [`Guarded::text`], both in bytes.
    #[must_use]
    pub(crate) fn in_source(&self, at: Range<usize>) -> Range<usize> {
        match (self.place(at.start), self.place(at.end.saturating_sub(1))) {
            (Place::Source(start), Place::Source(last)) => start..(last + 1).max(start),
            (Place::Inserted(about), _) => about,
            (Place::Source(start), Place::Inserted(about)) => start..about.end.max(start),
        }
    }

    fn place(&self, offset: usize) -> Place {
        let mut added = 0;
        for insertion in &self.inserted {
            if offset < insertion.at + added {
                break;
            }
            added += insertion.text.len();
            if offset < insertion.at + added {
                return Place::Inserted(insertion.about.clone());
            }
        }
        Place::Source(offset - added)
    }
}

enum Place {
    Source(usize),
    /// In something that was put in about this part of the source.
    Inserted(Range<usize>),
}

/// Makes a template ready, or says what in it is not allowed. Takes time in proportion to its length.
///
/// # Errors
///
/// What is refused first, from the top.
pub(crate) fn guard(source: &str, limits: &Limits) -> Result<Guarded, Refused> {
    if source.len() > limits.template {
        let at = 0..0;
        return Err(Refused {
            at,
            why: Why::TooLong,
        });
    }
    let tags = tags(source)?;
    let mut guard = Guard {
        limits,
        growth: Growth::default(),
        open: Vec::new(),
        inserted: Vec::new(),
    };
    for tag in &tags {
        guard.tag(tag)?;
    }
    if let Some((_, at)) = guard.open.last() {
        return refuse(at, Why::Unclosed);
    }
    Ok(guard.done(source))
}

struct Guard<'s, 'l> {
    limits: &'l Limits,
    growth: Growth<'s>,
    /// The tags that are open, each with how deep it counts, an `if` once more for every `elif`, and where it stands.
    open: Vec<(usize, Range<usize>)>,
    inserted: Vec<Insertion>,
}

impl<'s> Guard<'s, '_> {
    fn tag(&mut self, tag: &Tag<'s>) -> Result<(), Refused> {
        let Some(first) = tag.tokens.first() else {
            return refuse(&tag.at, Why::Tag(String::new()));
        };
        if tag.kind == TagKind::Shown {
            self.within(&tag.tokens, SHOWN)?;
            return Ok(());
        }
        let rest = &tag.tokens[1..];
        match first.text {
            "if" => {
                self.opened(&first.at)?;
                self.expression(rest, 0).map(drop)
            }
            "elif" => {
                self.deeper(&first.at)?;
                self.expression(rest, 0).map(drop)
            }
            "for" => self.loop_over(&tag.at, rest),
            "set" => self.set(&tag.at, rest),
            "endif" | "endfor" => {
                self.open.pop();
                Ok(())
            }
            "else" | "break" | "continue" => Ok(()),
            other => refuse(&first.at, Why::Tag(other.to_owned())),
        }
    }

    fn opened(&mut self, at: &Range<usize>) -> Result<(), Refused> {
        self.open.push((0, at.clone()));
        self.deeper(at)
    }

    fn deeper(&mut self, at: &Range<usize>) -> Result<(), Refused> {
        if let Some((depth, _)) = self.open.last_mut() {
            *depth += 1;
        }
        if self.open.iter().map(|(depth, _)| depth).sum::<usize>() > self.limits.depth {
            return refuse(at, Why::TooDeep);
        }
        Ok(())
    }

    fn loop_over(&mut self, at: &Range<usize>, tokens: &[Token<'s>]) -> Result<(), Refused> {
        self.opened(at)?;
        if tokens.get(1).is_some_and(|token| token.is_sign(",")) {
            return refuse(at, Why::TwoNames);
        }
        let [name, within, list @ ..] = tokens else {
            // Tera says what is missing.
            return Ok(());
        };
        check_name(name)?;
        if within.is_word("in") && !list.is_empty() {
            let weight = self.within(list, STEPS)?;
            self.growth.set(name.text, weight);
        }
        Ok(())
    }

    fn set(&mut self, at: &Range<usize>, tokens: &[Token<'s>]) -> Result<(), Refused> {
        let [name, equals, value @ ..] = tokens else {
            return refuse(at, Why::CapturingSet);
        };
        if !equals.is_sign("=") {
            return refuse(at, Why::CapturingSet);
        }
        check_name(name)?;
        let weight = self.expression(value, 0)?;
        self.growth.set(name.text, weight);
        Ok(())
    }

    /// An expression with a filter behind the whole of it.
    fn within(&mut self, tokens: &[Token<'s>], filter: &str) -> Result<u64, Refused> {
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else {
            return Ok(1);
        };
        let about = first.at.start..last.at.end;
        self.insert(about.start, "(".to_owned(), &about);
        let weight = self.expression(tokens, 0)?;
        self.insert(about.end, format!(")|{filter}"), &about);
        Ok(weight)
    }

    /// Gives back how heavy the expression is.
    fn expression(&mut self, tokens: &[Token<'s>], depth: usize) -> Result<u64, Refused> {
        let mut weight: u64 = 0;
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            if depth > self.limits.depth {
                return refuse(&token.at, Why::TooDeep);
            }
            if token.is_sign("...") {
                return refuse(&token.at, Why::Spread);
            }
            if token.is_name() {
                check_name(token)?;
            }
            if !is_variable(tokens, at)? {
                at += 1;
                continue;
            }
            let (end, added) = self.variable(tokens, at, depth)?;
            weight = weight.saturating_add(added);
            if weight > self.limits.growth {
                return refuse(&token.at, Why::Growth);
            }
            at = end;
        }
        Ok(weight.max(1))
    }

    /// A name with what follows it, `.name` and `[…]`; gives back where it ends and how heavy it is.
    fn variable(
        &mut self,
        tokens: &[Token<'s>],
        start: usize,
        depth: usize,
    ) -> Result<(usize, u64), Refused> {
        let mut weight = self.growth.of(tokens[start].text);
        let mut end = start + 1;
        let mut optional = false;
        while let Some(token) = tokens.get(end) {
            optional |= token.text.starts_with('?');
            if token.is_sign(".") || token.is_sign("?.") {
                // Anything but a name here is Tera's error to tell.
                let Some(name) = tokens.get(end + 1).filter(|token| token.is_name()) else {
                    break;
                };
                check_name(name)?;
                end += 2;
            } else if token.is_sign("[") || token.is_sign("?[") {
                let close = closing(tokens, end);
                let inside = &tokens[end + 1..close];
                weight = weight.saturating_add(self.expression(inside, depth + 1)?);
                end = close + 1;
            } else {
                break;
            }
        }
        let end = end.min(tokens.len());
        if let Some(filter) = filter_behind(tokens, start, end, optional) {
            let about = tokens[start].at.start..tokens[end - 1].at.end;
            self.insert(about.start, "(".to_owned(), &about);
            self.let_through(&tokens[start..end], &about);
            self.insert(about.end, format!("|{filter})"), &about);
        }
        Ok((end, weight))
    }

    /// Lets a field that is missing on the way to another come as far as the filter behind the whole,
    /// so that it is told as any other name that does not exist: `a.b` becomes `a?.b`.
    fn let_through(&mut self, chain: &[Token<'s>], about: &Range<usize>) {
        // The fields of `loop` are Tera's own.
        if chain.first().is_some_and(|name| name.is_word("loop")) {
            return;
        }
        let mut depth = 0_usize;
        for token in chain {
            let opens = token.is_sign("[") || token.is_sign("?[");
            if depth == 0 && (token.is_sign(".") || token.is_sign("[")) {
                self.insert(token.at.start, "?".to_owned(), about);
            }
            depth += usize::from(opens);
            depth = depth.saturating_sub(usize::from(token.is_sign("]")));
        }
    }

    fn insert(&mut self, at: usize, text: String, about: &Range<usize>) {
        let about = about.clone();
        self.inserted.push(Insertion { at, text, about });
    }

    fn done(mut self, source: &str) -> Guarded {
        self.inserted.sort_by_key(|insertion| insertion.at);
        let mut text = String::with_capacity(source.len() * 2);
        let mut copied = 0;
        for insertion in &self.inserted {
            text.push_str(&source[copied..insertion.at]);
            text.push_str(&insertion.text);
            copied = insertion.at;
        }
        text.push_str(&source[copied..]);
        Guarded {
            text,
            inserted: self.inserted,
        }
    }
}

/// Whether a value is read from a name here, rather than a word of Tera's, a filter, a test, a
/// function or an argument's name.
pub(crate) fn is_variable(tokens: &[Token<'_>], at: usize) -> Result<bool, Refused> {
    const WORDS: [&str; 14] = [
        "and", "or", "not", "in", "is", "if", "else", "true", "True", "false", "False", "none",
        "None", "null",
    ];
    let token = &tokens[at];
    if !token.is_name() {
        return Ok(false);
    }
    let before = at.checked_sub(1).map(|at| &tokens[at]);
    let after = tokens.get(at + 1);
    if before.is_some_and(|before| before.is_sign("|")) {
        if let Some(instead) = refused_filter(token.text) {
            let name = token.text.to_owned();
            return refuse(&token.at, Why::Filter { name, instead });
        }
        if !is_filter(token.text) {
            let (name, instead) = (token.text.to_owned(), "instead-unknown");
            return refuse(&token.at, Why::Filter { name, instead });
        }
        return Ok(false);
    }
    if token.text == "for" {
        return refuse(&token.at, Why::LoopInExpression);
    }
    if WORDS.contains(&token.text) || is_test(tokens, at) {
        return Ok(false);
    }
    let called = after.is_some_and(|after| after.is_sign("("));
    let argument = after.is_some_and(|after| after.is_sign("="))
        && before.is_some_and(|before| before.is_sign("(") || before.is_sign(","));
    // After a bracket that closes, `.name` is Tera's error to tell.
    let field = before.is_some_and(|before| before.is_sign(".") || before.is_sign("?."));
    Ok(!called && !argument && !field)
}

fn is_test(tokens: &[Token<'_>], at: usize) -> bool {
    let word = |back: usize, word: &str| {
        let before = at.checked_sub(back).and_then(|at| tokens.get(at));
        before.is_some_and(|before| before.is_word(word))
    };
    word(1, "is") || (word(1, "not") && word(2, "is"))
}

/// The bracket that closes the one at `open`, or the end.
pub(crate) fn closing(tokens: &[Token<'_>], open: usize) -> usize {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate().skip(open) {
        if token.is_sign("[") || token.is_sign("?[") {
            depth += 1;
        } else if token.is_sign("]") {
            depth -= 1;
            if depth == 0 {
                return at;
            }
        }
    }
    tokens.len()
}

/// The filter that a name gets: none where the author asks whether it is there.
fn filter_behind(
    tokens: &[Token<'_>],
    start: usize,
    end: usize,
    optional: bool,
) -> Option<&'static str> {
    let next = tokens.get(end);
    let next_is = |sign: &str| next.is_some_and(|next| next.is_sign(sign));
    if optional || next.is_some_and(|next| next.is_word("is")) {
        return None;
    }
    if next_is("|") {
        let filter = tokens.get(end + 1).map(|token| token.text);
        let asks = matches!(filter, Some("default" | "or_open"));
        return (!asks).then_some(KNOWN);
    }
    let joined = next_is("~")
        || start
            .checked_sub(1)
            .is_some_and(|at| tokens[at].is_sign("~"));
    Some(if joined { SHOWN } else { KNOWN })
}

fn check_name(token: &Token<'_>) -> Result<(), Refused> {
    if token.is_name() && token.text.starts_with("__") {
        return refuse(&token.at, Why::Name(token.text.to_owned()));
    }
    Ok(())
}

fn refuse<T>(at: &Range<usize>, why: Why) -> Result<T, Refused> {
    let at = at.clone();
    Err(Refused { at, why })
}
