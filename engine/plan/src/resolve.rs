//! A plan and its packages to one [`Plan`] without a dangling name.

use jiff::civil::Date;
use luoshi_diagnostics::{Level, Note, Staged};

use crate::desk::{Desk, Target};
use crate::parse::PlanFile;
use crate::plan::Plan;
use crate::prepared::Prepared;

/// Overlays, sets parameters, links every name.
///
/// The notes include those of reading the plan and of every package that it builds on.
/// A plan is given back only if none of them is an error.
#[must_use]
pub fn resolve(file: &PlanFile, packages: &[PlanFile]) -> Staged<Plan> {
    let mut desk = Desk::new(file, packages, Target::Plan, None);
    let value = desk.plan();
    staged(value, desk)
}

/// A plan of which something is wrong is none.
fn staged(value: Option<Plan>, desk: Desk<'_>) -> Staged<Plan> {
    let failed = desk.notes.iter().any(is_error);
    Staged {
        value: value.filter(|_| !failed),
        notes: desk.notes,
    }
}

fn is_error(note: &Note) -> bool {
    note.code.level() == Level::Error
}

impl Prepared<'_> {
    /// The same as [`resolve`] with these packages.
    #[must_use]
    pub fn resolve(&self, file: &PlanFile) -> Staged<Plan> {
        let mut desk = Desk::new(file, self.packages, Target::Plan, Some(self));
        let value = desk.plan();
        let staged = staged(value, desk);
        if staged.notes.iter().any(is_error) {
            // Notes come in the order of the texts, which is not that in which entries are decoded again.
            return resolve(file, self.packages);
        }
        staged
    }
}

/// Checks a package on its own, as its publisher does.
///
/// It needs no plan header, period or jurisdiction; parameters without a value are no mistake,
/// and units, roles, persons, sets and subjects may be left for the plans to define.
#[must_use]
pub fn check_package(file: &PlanFile, packages: &[PlanFile]) -> Vec<Note> {
    let mut desk = Desk::new(file, packages, Target::Package, None);
    desk.package();
    desk.notes
}

/// A package as if it were a plan of the year that holds `day`, for whoever judges its text: its
/// publisher stands for the issuer, and units, roles and subjects may be missing.
#[must_use]
pub fn package_as_plan(file: &PlanFile, packages: &[PlanFile], day: Date) -> Staged<Plan> {
    let mut desk = Desk::new(file, packages, Target::Package, None);
    let value = desk.package_as_plan(day);
    staged(value, desk)
}
