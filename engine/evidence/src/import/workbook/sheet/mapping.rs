//! The mapping of a sheet: what the user says, what was saved, what the title says.

use super::super::super::mapping::Mapping;
use super::super::super::names::Names;
use super::super::super::sheets::SheetReport;
use super::super::book::Row;
use super::super::layout;
use super::super::title::Title;
use super::Sheet;
use crate::field::Field;

impl Sheet<'_> {
    /// The mapping for this sheet: what the user says, over what was saved for such a sheet.
    pub(super) fn mapping(&self, head: &[Row<'_>]) -> (Mapping, Option<usize>) {
        let own = self.reading.mapping.for_sheet(self.name);
        for (place, saved) in self.reading.saved.iter().enumerate() {
            let Some(sheet) = saved.of_sheet(self.name) else {
                continue;
            };
            let all = own.over(&saved.for_sheet(self.name));
            let fits = sheet.skip || self.fits(head, sheet, &all);
            if fits {
                return (all, Some(place));
            }
        }
        (own, None)
    }

    /// Whether every heading of a saved mapping is in the sheet.
    fn fits(&self, head: &[Row<'_>], sheet: &Mapping, all: &Mapping) -> bool {
        let Some(layout) = layout::find(head, self.merges, all) else {
            return false;
        };
        let only = |heading: &String, field: Field| Mapping {
            columns: [(heading.clone(), field)].into(),
            ..Mapping::default()
        };
        sheet.columns.iter().all(|(heading, field)| {
            let one = only(heading, *field);
            let mut headings = layout.headings.iter();
            headings.any(|h| one.field(&h.text()).is_some())
        })
    }
}

/// The mapping with what the title says, and the report of it.
pub(super) fn told(
    mapping: Mapping,
    title: &Title,
    names: &Names,
    report: &mut SheetReport,
) -> Mapping {
    report.kind_from_title = mapping.kind.is_none() && title.kind.is_some();
    let kind = mapping.kind.or(title.kind);
    // One duty told for a whole workbook is not meant for its sheets of another kind.
    let meant = |duty: &String| kind.is_none_or(|kind| names.serves(duty, kind));
    let duty = mapping.duty.clone().filter(meant);
    let mapping = Mapping {
        kind,
        duty: duty.or_else(|| title.duty.clone()),
        ..mapping
    };
    report.kind = mapping.kind;
    report.duty.clone_from(&mapping.duty);
    report.year = title.year.or(mapping.year);
    report.month = title.month.or(mapping.month);
    mapping
}
