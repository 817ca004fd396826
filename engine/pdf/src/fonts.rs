//! Fonts, as their bytes are handed over: each is read once, for all documents.

mod cast;
mod names;
mod role;

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use luoshi_diagnostics::{Code, Note};
use luoshi_layout::{Figures, Fonts as Names};
use ttf_parser::{Face as RawFace, Style, fonts_in_collection};
use typst::foundations::Bytes;
use typst::layout::Abs;
use typst::text::{Font, FontInstance, FontVariant, FontVariations, FontWeight};

pub(crate) use cast::Cast;
pub use role::Role;

use crate::fonts::names::{folded, names};
use crate::fonts::role::chain;

/// The fonts at hand.
pub struct Fonts {
    faces: Vec<Face>,
    unreadable: Vec<String>,
    /// The cast of the last document: the next mostly asks for the same names.
    cast: Mutex<Option<Arc<Cast>>>,
}

/// One font of a file.
pub(crate) struct Face {
    font: Font,
    names: BTreeSet<String>,
    /// 400 is regular, 700 bold.
    weight: u16,
}

impl Face {
    /// The face, of a font with many weights the wanted one.
    fn instance(&self, weight: u16) -> FontInstance {
        let variant = FontVariant {
            weight: FontWeight::from_number(weight),
            ..FontVariant::default()
        };
        self.font
            .clone()
            .instantiate(variant, Abs::pt(16.0), &FontVariations::default())
    }
}

impl Fonts {
    /// Reads fonts from the bytes of their files, each with a name to tell the user. Only those that a paper in the national
    /// layout can use are kept. Where two have the same name, the first is used.
    pub fn load(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Fonts {
        Fonts::load_for(&Figures::national().fonts, files)
    }

    /// As [`Fonts::load`], for a layout that asks for fonts of its own.
    pub fn load_for(names: &Names, files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Fonts {
        let wanted = wanted(names);
        let mut fonts = Fonts {
            faces: Vec::new(),
            unreadable: Vec::new(),
            cast: Mutex::new(None),
        };
        for (name, bytes) in files {
            match read(bytes, &wanted) {
                Some(faces) => fonts.faces.extend(faces),
                None => fonts.unreadable.push(name),
            }
        }
        fonts
    }

    /// Whether none of the fonts is of use.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.faces.is_empty()
    }

    /// How many fonts were kept.
    #[must_use]
    pub fn len(&self) -> usize {
        self.faces.len()
    }

    /// The files that are no fonts, or damaged.
    #[must_use]
    pub fn unreadable(&self) -> &[String] {
        &self.unreadable
    }

    /// A warning for each file that is no font, or damaged.
    #[must_use]
    pub fn notes(&self) -> Vec<Note> {
        let note = |path: &String| Note::new(Code::FontUnreadable).arg("path", path.as_str());
        self.unreadable.iter().map(note).collect()
    }

    /// The fonts by role.
    pub(crate) fn cast(&self, names: &Names) -> Arc<Cast> {
        let mut last = self.cast.lock().unwrap_or_else(PoisonError::into_inner);
        match last.as_ref().filter(|cast| cast.is_for(names)) {
            Some(cast) => Arc::clone(cast),
            None => Arc::clone(last.insert(Arc::new(Cast::of(&self.faces, names)))),
        }
    }
}

/// Every name that any role looks for.
fn wanted(names: &Names) -> BTreeSet<String> {
    Role::ALL
        .into_iter()
        .flat_map(|role| chain(role, names))
        .map(|(_, looked)| folded(looked))
        .collect()
}

/// The wanted faces of a file; none if it is no font. Names are looked at first, since reading all characters of the twenty
/// faces of a collection takes long.
fn read(bytes: Vec<u8>, wanted: &BTreeSet<String>) -> Option<Vec<Face>> {
    let count = fonts_in_collection(&bytes).unwrap_or(1);
    let mut found = Vec::new();
    for index in 0..count {
        let raw = RawFace::parse(&bytes, index).ok()?;
        let names = names(&raw);
        if raw.style() == Style::Normal && !names.is_disjoint(wanted) {
            found.push((index, names, raw.weight().to_number()));
        }
    }
    if found.is_empty() {
        return Some(Vec::new());
    }
    let bytes = Bytes::new(bytes);
    let face = |(index, names, weight)| {
        let font = Font::new(bytes.clone(), index)?;
        Some(Face {
            font,
            names,
            weight,
        })
    };
    found.into_iter().map(face).collect()
}
