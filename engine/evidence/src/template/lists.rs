//! The choices as lists on a sheet of their own, because a list inside a validation may have 255
//! characters and no more. Each is a column with a name that the validation uses.

use rust_xlsxwriter::{ColNum, RowNum, utility};

use super::{Choices, Template};
use crate::field::Field;

/// The row in which every list begins: below a remark and the headings.
pub(super) const FIRST_ROW: RowNum = 2;

/// The name of the table from a duty to the list that is for it.
const BY_DUTY: &str = "duty_lists";

/// One list.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct List {
    /// Its name in formulas.
    pub(super) name: String,
    /// The heading above it.
    pub(super) heading: String,
    pub(super) items: Vec<String>,
}

/// Every list of a workbook, in the order of its columns.
#[derive(Debug, Default)]
pub(super) struct Lists {
    pub(super) lists: Vec<List>,
    /// Of each duty the name of the list that its subjects are chosen from.
    pub(super) by_duty: Vec<(String, String)>,
}

impl Lists {
    pub(super) fn of(template: &Template) -> Lists {
        let mut lists = Lists::default();
        for column in &template.columns {
            let all = column.choices.all();
            // Columns that stand side by side for one field share a list.
            if all.is_empty() || lists.named(&name(column.field)).is_some() {
                continue;
            }
            lists.lists.push(List {
                name: name(column.field),
                heading: format!("{}{}", template.texts.options_of, plain(&column.heading)),
                items: all.to_vec(),
            });
            if let Choices::ByDuty { of, all } = &column.choices {
                lists.add_by_duty(column.field, of, all);
            }
        }
        lists
    }

    /// One list for all duties that are for the same subjects, called by the first of them.
    fn add_by_duty(&mut self, field: Field, of: &[(String, Vec<String>)], all: &[String]) {
        let general = self.lists.len();
        let heading = self
            .lists
            .last()
            .map_or(String::new(), |l| l.heading.clone());
        // A duty for none of anything has nothing to choose from.
        let own = |items: &[String]| !items.is_empty() && items != all;
        for (duty, items) in of.iter().filter(|(_, items)| own(items)) {
            let known = (general..self.lists.len()).find(|at| self.lists[*at].items == *items);
            let at = match known {
                Some(at) => {
                    let heading = &mut self.lists[at].heading;
                    if !heading.ends_with('…') {
                        heading.push('…');
                    }
                    at
                }
                None => {
                    self.lists.push(List {
                        name: format!("{}_{}", name(field), self.lists.len() - general + 1),
                        heading: format!("{heading}：{duty}"),
                        items: items.clone(),
                    });
                    self.lists.len() - 1
                }
            };
            self.by_duty
                .push((duty.clone(), self.lists[at].name.clone()));
        }
    }

    pub(super) fn named(&self, name: &str) -> Option<&List> {
        self.lists.iter().find(|list| list.name == name)
    }

    /// The formula of what may be chosen in the first row of a column; `duty` is the cell of its duty.
    pub(super) fn formula(&self, field: Field, by_duty: bool, duty: &str) -> String {
        let all = name(field);
        if by_duty && !self.by_duty.is_empty() {
            format!("=INDIRECT(IFERROR(VLOOKUP({duty},{BY_DUTY},2,FALSE),\"{all}\"))")
        } else {
            format!("={all}")
        }
    }

    /// The column of the sheet in which the table by duty begins.
    pub(super) fn by_duty_column(&self) -> ColNum {
        ColNum::try_from(self.lists.len()).unwrap_or(ColNum::MAX - 1)
    }

    /// The names of the workbook and what they stand for.
    pub(super) fn ranges(&self, sheet: &str) -> Vec<(String, String)> {
        let range = |first: ColNum, last: ColNum, rows: usize| {
            let end = FIRST_ROW + RowNum::try_from(rows.max(1)).unwrap_or(1) - 1;
            let cells = utility::cell_range_absolute(FIRST_ROW, first, end, last);
            format!("='{}'!{cells}", sheet.replace('\'', "''"))
        };
        let mut ranges: Vec<(String, String)> = (0..)
            .zip(&self.lists)
            .map(|(at, list)| (list.name.clone(), range(at, at, list.items.len())))
            .collect();
        if !self.by_duty.is_empty() {
            let at = self.by_duty_column();
            ranges.push((BY_DUTY.to_owned(), range(at, at + 1, self.by_duty.len())));
        }
        ranges
    }
}

/// The name of the list of a field.
fn name(field: Field) -> String {
    format!("{}_list", field.key())
}

/// A heading without the sign of a required column.
pub(super) fn plain(heading: &str) -> &str {
    heading.trim_end_matches('*')
}
