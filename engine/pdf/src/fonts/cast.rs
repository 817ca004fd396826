//! Which of the fonts at hand plays which role.

use std::collections::BTreeMap;

use luoshi_layout::Fonts as Names;
use typst::text::{Font, FontBook, FontInstance};
use typst::utils::LazyHash;

use crate::fault::Substitution;
use crate::fonts::Face;
use crate::fonts::role::{Role, chain};

/// So many fonts are tried for one character. More would only make each unknown character slower.
const CHAIN: usize = 8;

/// The fonts at hand for one set of official names.
pub(crate) struct Cast {
    /// The names that it is for.
    names: Names,
    /// Every font under names of its role, so that the page's program needs to know none by its own.
    pub(crate) book: LazyHash<FontBook>,
    /// In the order of the book.
    pub(crate) fonts: Vec<Font>,
    parts: BTreeMap<Role, Vec<Player>>,
}

/// A font in a role.
pub(crate) struct Player {
    /// Its name in the book.
    pub(crate) alias: String,
    /// Its name for users.
    name: String,
    instance: FontInstance,
}

impl Player {
    /// Whether it can draw a character.
    pub(crate) fn draws(&self, character: char) -> bool {
        let glyph = self.instance.ttf().glyph_index(character);
        glyph.is_some_and(|glyph| glyph.0 != 0)
    }

    /// The middle of a character's drawing over the base line, in ems.
    pub(crate) fn middle(&self, character: char) -> Option<f64> {
        let face = self.instance.ttf();
        let drawn = face.glyph_bounding_box(face.glyph_index(character)?)?;
        let middle = (f64::from(drawn.y_min) + f64::from(drawn.y_max)) / 2.0;
        Some(middle / f64::from(face.units_per_em()))
    }
}

impl Cast {
    /// Gives each role the fonts of its chain that are at hand.
    pub(crate) fn of(faces: &[Face], names: &Names) -> Cast {
        let mut book = FontBook::new();
        let mut fonts = Vec::new();
        let mut parts = BTreeMap::new();
        for role in Role::ALL {
            let mut players: Vec<Player> = Vec::new();
            for (name, face) in candidates(faces, role, names) {
                let mut info = face.font.info().clone();
                info.family = format!("{}-{}", role.word(), players.len());
                players.push(Player {
                    alias: info.family.clone(),
                    name: name.to_owned(),
                    instance: face.instance(role.weight()),
                });
                book.push(info);
                fonts.push(face.font.clone());
            }
            parts.insert(role, players);
        }
        Cast {
            names: names.clone(),
            book: LazyHash::new(book),
            fonts,
            parts,
        }
    }

    /// Whether it is for these names.
    pub(crate) fn is_for(&self, names: &Names) -> bool {
        self.names == *names
    }

    /// The fonts of a role, the one to use first.
    pub(crate) fn players(&self, role: Role) -> &[Player] {
        self.parts.get(&role).map_or(&[], Vec::as_slice)
    }

    /// The official name of a role's font.
    pub(crate) fn official(&self, role: Role) -> &str {
        role.official(&self.names)
    }

    /// A font that mostly has a character which no font of a role has.
    pub(crate) fn to_install(&self, role: Role, character: char) -> String {
        let official = self.official(role);
        if self
            .players(role)
            .first()
            .is_none_or(|first| first.name != official)
        {
            official.to_owned()
        } else if character >= '\u{20000}' {
            "宋体-ExtB".to_owned()
        } else {
            "Noto Serif CJK SC".to_owned()
        }
    }

    /// What is used in place of the official font of a role.
    pub(crate) fn substitution(&self, role: Role) -> Option<Substitution> {
        let wanted = self.official(role);
        let first = self.players(role).first();
        let first = first.or_else(|| self.players(Role::Body).first())?;
        (first.name != wanted).then(|| Substitution {
            wanted: wanted.to_owned(),
            used: first.name.clone(),
        })
    }
}

/// The faces that fit a role, each once, nearest first.
fn candidates<'a>(faces: &'a [Face], role: Role, names: &'a Names) -> Vec<(&'a str, &'a Face)> {
    let mut found: Vec<(&str, &Face)> = Vec::new();
    for (shown, looked) in chain(role, names) {
        let Some(face) = nearest(faces, looked, role.weight()) else {
            continue;
        };
        if found.len() < CHAIN && found.iter().all(|(_, other)| !std::ptr::eq(*other, face)) {
            found.push((shown, face));
        }
    }
    found
}

/// Of the faces with a name, the one nearest in weight; of equals, the one given first.
fn nearest<'a>(faces: &'a [Face], name: &str, weight: u16) -> Option<&'a Face> {
    let folded = crate::fonts::names::folded(name);
    faces
        .iter()
        .filter(|face| face.names.contains(&folded))
        .min_by_key(|face| face.weight.abs_diff(weight))
}
