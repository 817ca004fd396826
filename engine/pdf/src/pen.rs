//! Puts text on paper: cleans it, and sees to it that a font has each of its characters.

use std::collections::{BTreeMap, BTreeSet};

use luoshi_layout::{Field, Inline, Mark};

use crate::clean::{self, drawn};
use crate::fault::{Missing, Part, PdfFault, Substitution};
use crate::fonts::{Cast, Role};
use crate::paper::Run;

/// So many paragraphs and cells there may be: some thousand pages.
const LIMIT: usize = 200_000;

/// So many characters before and after a missing one are told.
const AROUND: usize = 6;

/// Writes the texts of one paper.
pub(crate) struct Pen<'a> {
    cast: &'a Cast,
    part: Part,
    used: BTreeSet<Role>,
    missing: BTreeMap<char, Missing>,
    texts: usize,
}

impl<'a> Pen<'a> {
    /// With the fonts at hand.
    pub(crate) fn new(cast: &'a Cast) -> Pen<'a> {
        Pen {
            cast,
            part: Part::Head,
            used: BTreeSet::new(),
            missing: BTreeMap::new(),
            texts: 0,
        }
    }

    /// What is written from now on belongs to this part.
    pub(crate) fn enter(&mut self, part: Part) {
        self.part = part;
    }

    /// A text in one line.
    pub(crate) fn line(&mut self, text: &str, role: Role) -> String {
        let text = clean::line(text);
        self.look(&text, role);
        text
    }

    /// A text in one line, as stretches.
    pub(crate) fn plain(&mut self, text: &str, role: Role) -> Vec<Run> {
        vec![Run::Plain(self.line(text, role))]
    }

    /// A text in one line in the font of another role than its surroundings.
    pub(crate) fn faced(&mut self, text: &str, role: Role) -> Vec<Run> {
        vec![Run::Set {
            text: self.line(text, role),
            face: Some(role.word()),
            open: false,
        }]
    }

    /// A text that is known or still open.
    pub(crate) fn known(&mut self, text: &str, open: bool, role: Role) -> Vec<Run> {
        vec![Run::Set {
            text: self.line(text, role),
            face: Some(role.word()),
            open,
        }]
    }

    /// A field.
    pub(crate) fn field(&mut self, field: &Field, role: Role) -> Vec<Run> {
        self.known(&field.shown(), matches!(field, Field::Open(_)), role)
    }

    /// Stretches in the font of a role, with their own line breaks.
    pub(crate) fn runs(&mut self, inlines: &[Inline], role: Role) -> Vec<Run> {
        inlines
            .iter()
            .map(|inline| self.run(inline, role))
            .collect()
    }

    fn run(&mut self, inline: &Inline, role: Role) -> Run {
        let text = clean::text(&inline.text);
        let strong = inline.mark == Mark::Strong;
        let own = if strong { Role::Heading } else { role };
        self.look(&text, own);
        match inline.mark {
            Mark::Plain => Run::Plain(text),
            Mark::Strong | Mark::Open => Run::Set {
                text,
                face: strong.then(|| own.word()),
                open: inline.mark == Mark::Open,
            },
        }
    }

    /// Notes the roles that a text needs, and the characters that no font has.
    fn look(&mut self, text: &str, role: Role) {
        self.texts += 1;
        for (at, character) in text.char_indices() {
            if !drawn(character) {
                continue;
            }
            if is_letter(character) {
                self.used.insert(Role::Latin);
            }
            let role = if self.latin(character) {
                Role::Latin
            } else {
                role
            };
            self.need(text, at, character, role);
        }
    }

    /// Page numbers: they stand in a font of their own, digits too.
    pub(crate) fn page_numbers(&mut self) {
        let number = "— 0123456789 —";
        for (at, character) in number.char_indices().filter(|(_, c)| drawn(*c)) {
            self.need(number, at, character, Role::Song);
        }
    }

    fn need(&mut self, text: &str, at: usize, character: char, role: Role) {
        self.used.insert(role);
        let mut fonts = self.cast.players(role).iter();
        if !fonts.any(|font| font.draws(character)) && !self.missing.contains_key(&character) {
            self.miss(text, at, character, role);
        }
    }

    /// Whether the Latin font draws a character: if one is at hand and it is a letter or a digit.
    fn latin(&self, character: char) -> bool {
        let fonts = self.cast.players(Role::Latin);
        is_letter(character) && fonts.iter().any(|font| font.draws(character))
    }

    fn miss(&mut self, text: &str, at: usize, character: char, role: Role) {
        let (before, after) = text.split_at(at);
        let from = before.char_indices().rev().nth(AROUND - 1);
        let to = after.char_indices().nth(AROUND + 1);
        let excerpt = format!(
            "{}{}",
            &before[from.map_or(0, |(at, _)| at)..],
            &after[..to.map_or(after.len(), |(at, _)| at)]
        );
        let missing = Missing {
            part: self.part,
            character,
            excerpt: excerpt.replace('\n', " "),
            install: self.cast.to_install(role, character),
        };
        self.missing.insert(character, missing);
    }

    /// Which official fonts were not at hand, or why the paper cannot be set.
    pub(crate) fn done(self) -> Result<Vec<Substitution>, PdfFault> {
        if self.texts > LIMIT {
            return Err(PdfFault::TooLong {
                parts: self.texts,
                limit: LIMIT,
            });
        }
        // Without a Latin font the Chinese one draws letters and digits too.
        let without = |role: &&Role| **role != Role::Latin && self.cast.players(**role).is_empty();
        if let Some(role) = self.used.iter().find(without) {
            return Err(PdfFault::NoFont {
                wanted: self.cast.official(*role).to_owned(),
            });
        }
        if !self.missing.is_empty() {
            let mut missing: Vec<Missing> = self.missing.into_values().collect();
            missing.sort();
            missing.truncate(Missing::SHOWN);
            return Err(PdfFault::Characters(missing));
        }
        let substitutions = self
            .used
            .iter()
            .filter_map(|role| self.cast.substitution(*role));
        let mut substitutions: Vec<Substitution> = substitutions.collect();
        substitutions.sort();
        substitutions.dedup();
        Ok(substitutions)
    }
}

/// Whether a character stands in the Latin font. The program of the pages says the same in `page/text.typ`.
fn is_letter(character: char) -> bool {
    matches!(character, ' '..='~' | 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ')
}
