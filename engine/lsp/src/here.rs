//! A position in a file that a request is about.

use lsp_types::Range;
use luoshi_diagnostics::{FileId, Messages, Place};
use luoshi_plan::{Definition, Mention};

use crate::analysis::Analysis;
use crate::outline::{Spot, spot};
use crate::position::Lines;
use crate::shape::Shapes;

/// A position, and all that an answer may be made from.
pub(crate) struct Here<'a> {
    pub(crate) analysis: &'a Analysis,
    pub(crate) shapes: &'a Shapes,
    pub(crate) words: Messages,
    pub(crate) file: FileId,
    pub(crate) offset: usize,
}

impl Here<'_> {
    pub(crate) fn text(&self) -> &str {
        self.analysis.sources.text(self.file)
    }

    /// Whether the file is a script and no YAML.
    pub(crate) fn is_script(&self) -> bool {
        self.analysis.sources.name(self.file).ends_with(".rhai")
    }

    /// The key or value here.
    pub(crate) fn spot(&self) -> Option<Spot> {
        let yaml = !self.is_script();
        yaml.then(|| spot(self.text(), self.offset)).flatten()
    }

    /// What is named here.
    pub(crate) fn mention(&self) -> Option<Mention> {
        self.analysis.index.mention(self.file, self.offset)
    }

    /// Bytes of this file as a range.
    pub(crate) fn range(&self, bytes: std::ops::Range<usize>) -> Range {
        Lines::of(self.text()).range(bytes)
    }

    /// Where something is defined, as people say it: the file, within its package, and the line.
    pub(crate) fn whereabouts(&self, definition: &Definition) -> (String, i64) {
        let place = &definition.place;
        let line = self
            .analysis
            .sources
            .line_column(place.file, place.start)
            .line;
        let line = i64::try_from(line).unwrap_or(i64::MAX);
        (self.analysis.shown(place.file), line)
    }
}

/// A place, and its range in its file.
pub(crate) fn range_of(analysis: &Analysis, place: &Place) -> Range {
    Lines::of(analysis.sources.text(place.file)).place(place)
}
