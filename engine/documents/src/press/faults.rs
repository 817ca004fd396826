//! What is wrong with a template, at its place in the file.

use luoshi_diagnostics::{Code, FileId, Note, Place, nearest};

use super::fields::Unknown;
use super::parts::Part;
use crate::bounds::{Guarded, Refused, RenderFault, Why};

/// Where a part of a template stands.
#[derive(Debug, Clone)]
pub(super) struct Located {
    file: FileId,
    /// Where its lines stand, as [`Part::lines`].
    lines: Vec<(usize, usize)>,
    /// Bytes of the whole file.
    len: usize,
    /// Bytes of the part.
    part: usize,
    guarded: Option<Guarded>,
}

impl Located {
    pub(super) fn new(file: FileId, text: &str, part: &Part) -> Located {
        Located {
            file,
            lines: part.lines.clone(),
            len: text.len(),
            part: part.source.len(),
            guarded: None,
        }
    }

    /// The same part, with what was put into it to keep it within bounds.
    pub(super) fn guarded(mut self, guarded: Guarded) -> Located {
        self.guarded = Some(guarded);
        self
    }

    /// Bytes of the part as bytes of the file.
    fn place(&self, start: usize, end: usize) -> Place {
        let inside = |byte: usize| {
            let byte = byte.min(self.part);
            let line = self.lines.partition_point(|(here, _)| *here <= byte);
            let (here, there) = *self.lines.get(line.checked_sub(1)?)?;
            Some((there + byte - here).min(self.len))
        };
        let (start, end) = match (inside(start), inside(end.max(start))) {
            (Some(start), Some(end)) => (start, end),
            _ => (0, 3.min(self.len)),
        };
        Place {
            file: self.file,
            start,
            end,
        }
    }

    /// The note about a name or a field that there is not.
    pub(super) fn unknown(&self, unknown: &Unknown) -> Note {
        let Unknown {
            at,
            name,
            of,
            known,
        } = unknown;
        let near = nearest(name, known.iter().copied()).unwrap_or("none");
        let note = match of {
            None => Note::new(Code::TemplateUnknownName),
            Some(of) => {
                // Each element of a list is meant where nothing stands before it.
                let of = if of.is_empty() { "none" } else { of };
                Note::new(Code::TemplateUnknownField).arg("of", of)
            }
        };
        let note = note.at(self.place(at.start, at.end));
        note.arg("name", name.as_str()).arg("near", near)
    }

    pub(super) fn refused(&self, refused: &Refused) -> Note {
        let place = self.place(refused.at.start, refused.at.end);
        let (why, what) = refusal(&refused.why);
        let note = Note::new(Code::TemplateBounds).at(place);
        let note = note.term("why", why).arg("what", what);
        match &refused.why {
            Why::Filter { instead, .. } => note.term("instead", instead),
            _ => note.arg("instead", "none"),
        }
    }

    /// What went wrong with the part as it was made ready, at its place in the file.
    pub(super) fn note(&self, code: Code, fault: &RenderFault) -> Note {
        let range = fault.at.clone();
        let source = |range| match &self.guarded {
            Some(guarded) => guarded.in_source(range),
            None => range,
        };
        let range = range.map_or(0..0, source);
        let note = Note::new(code).at(self.place(range.start, range.end));
        let arguments = fault.why.arguments().into_iter();
        arguments.fold(note, |note, (name, value)| note.arg(name, value))
    }
}

/// What is refused, as a key of the catalogue, and the word that it is about.
fn refusal(why: &Why) -> (&'static str, &str) {
    match why {
        Why::Unclosed => ("bounds-unclosed", "none"),
        Why::Brace => ("bounds-brace", "none"),
        Why::Tag(tag) => ("bounds-tag", tag),
        Why::Filter { name, .. } => ("bounds-filter", name),
        Why::Name(name) => ("bounds-name", name),
        Why::CapturingSet => ("bounds-capturing-set", "none"),
        Why::TwoNames => ("bounds-two-names", "none"),
        Why::LoopInExpression => ("bounds-loop-in-expression", "none"),
        Why::Spread => ("bounds-spread", "none"),
        Why::TooDeep => ("bounds-too-deep", "none"),
        Why::Growth => ("bounds-growth", "none"),
        Why::TooLong => ("bounds-too-long", "none"),
    }
}
