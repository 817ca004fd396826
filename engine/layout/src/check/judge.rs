//! What a rule sees, and what it says.

use luoshi_diagnostics::{Arg, Args};
use luoshi_plan::model::DocumentForm;

use super::elements::{Elements, flows};
use super::look::{Class, class};
use super::paper::{Paper, Paragraph, Part, RunLook, Section};
use super::report::{Spot, SpotPart, Why};
use super::units::count;
use crate::Figures;

/// 22 lines in 225 mm: what a line is if the body does not tell (5.2.3).
const LINE: i64 = 579;
/// How much of a text a report quotes.
const START: usize = 14;

/// What a rule sees.
pub(super) struct Context<'a> {
    pub(super) paper: &'a Paper,
    pub(super) found: &'a Elements,
    /// The county's own layout.
    pub(super) own: Option<&'a Figures>,
}

/// What a rule says.
#[derive(Debug, Default)]
pub(super) struct Verdict {
    pub(super) broken: Vec<Broken>,
    pub(super) undecided: Option<Why>,
    pub(super) kept: bool,
}

/// One departure.
#[derive(Debug)]
pub(super) struct Broken {
    pub(super) spot: Spot,
    pub(super) found: Args,
    pub(super) own: bool,
}

impl Verdict {
    /// It holds here.
    pub(super) fn keeps(&mut self) {
        self.kept = true;
    }

    /// It does not hold here.
    pub(super) fn breaks(&mut self, spot: Spot, found: Args) {
        self.breaks_own(spot, found, false);
    }

    /// It does not hold here; whether the county's own layout states it so.
    pub(super) fn breaks_own(&mut self, spot: Spot, found: Args, own: bool) {
        self.broken.push(Broken { spot, found, own });
    }

    /// Holds or not.
    pub(super) fn judge(&mut self, holds: bool, spot: Spot, found: Args) {
        if holds {
            self.keeps();
        } else {
            self.breaks(spot, found);
        }
    }

    /// It cannot be told, unless something else departs for certain.
    pub(super) fn cannot_tell(&mut self, why: Why) {
        self.undecided = self.undecided.or(Some(why));
    }
}

/// A distance within the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gap {
    /// Empty lines, and all space between in hundredths of a line.
    Lines { blanks: i64, space: i64 },
    /// It cannot be worked out.
    Unknown,
}

impl<'a> Context<'a> {
    /// A paragraph.
    pub(super) fn paragraph(&self, at: usize) -> &'a Paragraph {
        &self.paper.paragraphs[at]
    }

    /// The text of a paragraph without spaces at its ends.
    pub(super) fn text(&self, at: usize) -> &'a str {
        self.paragraph(at).trimmed()
    }

    /// The section of a paragraph.
    pub(super) fn section(&self, paragraph: &Paragraph) -> &'a Section {
        &self.paper.sections[paragraph.section]
    }

    /// Whether the paper has this layout.
    pub(super) fn is(&self, form: DocumentForm) -> bool {
        self.found.form == Some(form)
    }

    /// Whether the general layout of a head applies to it (7, 10.3).
    pub(super) fn has_general_head(&self) -> bool {
        matches!(
            self.found.form,
            Some(DocumentForm::Official | DocumentForm::Minutes)
        )
    }

    /// The place of a paragraph.
    pub(super) fn spot(&self, at: usize) -> Spot {
        let paragraph = self.paragraph(at);
        Spot {
            part: SpotPart::Text,
            at: paragraph.number,
            start: start(paragraph.trimmed()),
        }
    }

    /// From one line of the body to the next.
    pub(super) fn line(&self) -> i64 {
        let mut pitches: Vec<i64> = self
            .plain_body()
            .map(|p| p.pitch(self.section(p)))
            .collect();
        pitches.sort_unstable();
        pitches
            .get(pitches.len() / 2)
            .copied()
            .unwrap_or(LINE)
            .max(1)
    }

    /// The paragraphs of the body that are no headings.
    pub(super) fn plain_body(&self) -> impl Iterator<Item = &'a Paragraph> {
        let found = self.found;
        let body = found.body.iter().filter(|at| !found.is_heading(**at));
        body.map(|at| self.paragraph(*at))
    }

    /// The distance from one paragraph down to a later one.
    pub(super) fn gap(&self, above: usize, below: usize) -> Gap {
        let between = self.paper.paragraphs.get(above..=below).unwrap_or_default();
        let apart = |p: &Paragraph| !flows(p) || p.part != Part::Text;
        if between.len() < 2 || between.iter().any(apart) {
            return Gap::Unknown;
        }
        let last = between.len() - 1;
        let (mut blanks, mut space) = (0, 0);
        for (at, paragraph) in between.iter().enumerate() {
            let section = self.section(paragraph);
            if at > 0 {
                if paragraph.new_page {
                    return Gap::Unknown;
                }
                space += paragraph.before(section);
            }
            if at < last {
                space += paragraph.after(section);
            }
            if at > 0 && at < last {
                if !paragraph.trimmed().is_empty() {
                    return Gap::Unknown;
                }
                blanks += 1;
                space += paragraph.pitch(section);
            }
        }
        Gap::Lines {
            blanks,
            space: space * 100 / self.line(),
        }
    }

    /// Judges that so many empty lines stand between two paragraphs.
    pub(super) fn judge_gap(&self, out: &mut Verdict, above: usize, below: usize, wanted: i64) {
        match self.gap(above, below) {
            Gap::Unknown => out.cannot_tell(Why::Placed),
            Gap::Lines { blanks, space } => {
                let near = (wanted * 100 - 50..=wanted * 100 + 50).contains(&space);
                let found = vec![
                    ("blanks", Arg::Number(blanks)),
                    ("space", count((space + 5) / 10 * 10).into()),
                ];
                out.judge(blanks == wanted || near, self.spot(below), found);
            }
        }
    }

    /// Judges the class of a font; a font that the file does not name cannot be judged.
    pub(super) fn judge_font(
        &self,
        out: &mut Verdict,
        spot: Spot,
        look: &RunLook,
        wanted: Class,
        own: &str,
    ) {
        if look.east.is_empty() {
            out.cannot_tell(Why::NoFont);
        } else if class(&look.east) == wanted {
            out.keeps();
        } else {
            let found = vec![("font", look.east.as_str().into())];
            out.breaks_own(spot, found, !own.is_empty() && look.east == own);
        }
    }

    /// The name of a font in the county's own layout; empty without one.
    pub(super) fn own_font(&self, of: impl Fn(&Figures) -> &String) -> String {
        self.own.map(|own| of(own).clone()).unwrap_or_default()
    }

    /// Whether the county's own layout says so.
    pub(super) fn own_says(&self, says: impl Fn(&Figures) -> bool) -> bool {
        self.own.is_some_and(says)
    }
}

/// The paper as a whole.
pub(super) fn whole() -> Spot {
    Spot {
        part: SpotPart::Whole,
        at: 0,
        start: String::new(),
    }
}

/// A section, counted from 0.
pub(super) fn section_spot(at: usize) -> Spot {
    Spot {
        part: SpotPart::Section,
        at: at + 1,
        start: String::new(),
    }
}

/// A footer.
pub(super) fn footer_spot(paragraph: Option<&Paragraph>) -> Spot {
    Spot {
        part: SpotPart::Footer,
        at: 0,
        start: paragraph
            .map(|p| start(p.trimmed()).replace('#', "1"))
            .unwrap_or_default(),
    }
}

/// How a text begins.
pub(super) fn start(text: &str) -> String {
    let shown = |sign: char| if sign.is_control() { ' ' } else { sign };
    let mut begin: String = text.chars().take(START).map(shown).collect();
    if text.chars().count() > START {
        begin.push('…');
    }
    begin
}
