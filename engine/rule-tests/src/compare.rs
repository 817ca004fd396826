//! An assessment against what a case expects.

mod finding;
mod pattern;
mod proposal;
mod sheet;

use std::collections::BTreeSet;

use luoshi_diagnostics::Place;
use luoshi_rules::{Assessment, Status};

use crate::case::Case;
use crate::report::{Aspect, Mismatch};

/// What comparing an assessment with a case comes to.
#[derive(Debug, Default)]
pub(crate) struct Compared {
    pub(crate) mismatches: Vec<Mismatch>,
    /// Duties of which a finding was as expected, with its status.
    pub(crate) seen: BTreeSet<(String, Status)>,
    /// What a proposal or score was compared of: penalties and items of scorecards.
    pub(crate) touched: BTreeSet<String>,
}

/// Compares. `about` are the ids of all duties whose findings must be listed.
pub(crate) fn compare(case: &Case, about: &BTreeSet<&str>, assessment: &Assessment) -> Compared {
    let mut desk = Desk {
        case,
        about,
        assessment,
        out: Compared::default(),
    };
    desk.findings();
    desk.proposals();
    desk.sheets();
    desk.waivers();
    desk.out
}

struct Desk<'a> {
    case: &'a Case,
    about: &'a BTreeSet<&'a str>,
    assessment: &'a Assessment,
    out: Compared,
}

impl Desk<'_> {
    fn waivers(&mut self) {
        for line in &self.case.expect.waivers {
            let mut waivers = self.assessment.waivers.iter();
            let found = waivers.find(|w| w.record == line.record);
            let text = |covers: u32, expired: bool| format!("covers {covers}, expired {expired}");
            let expected = text(
                line.covers.or(found.map(|w| w.covers)).unwrap_or(0),
                line.expired.or(found.map(|w| w.expired)).unwrap_or(false),
            );
            let found = found.map(|w| text(w.covers, w.expired));
            let place = &line.place;
            self.differs(
                Aspect::Waiver,
                &line.record,
                place,
                Some(expected),
                found,
                None,
            );
        }
    }

    fn differs(
        &mut self,
        aspect: Aspect,
        of: &str,
        place: &Place,
        expected: Option<String>,
        found: Option<String>,
        finding: Option<usize>,
    ) {
        if expected == found {
            return;
        }
        self.out.mismatches.push(Mismatch {
            aspect,
            of: of.to_owned(),
            place: place.clone(),
            expected,
            found,
            finding,
        });
    }
}
