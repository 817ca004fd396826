//! The columns of a table: which field each is, and which cannot be used.

use luoshi_diagnostics::{Code, Note, SheetCell};

use super::super::headings::{amount_factor, factor, factor_of, near};
use super::super::mapping::Mapping;
use super::super::row::Column;
use super::super::sheets::{ColumnReport, Shape, Taken};
use super::super::table::{free, time_for_date};
use super::layout::{Heading, Layout};
use crate::field::Field;

/// The columns of a sheet.
#[derive(Debug, Default)]
pub(super) struct Columns {
    /// Those that become fields; `place` is the place in this list.
    pub(super) fields: Vec<Column>,
    /// Of each of them the column of the sheet.
    pub(super) at: Vec<u32>,
    /// Columns that nobody misses, and names of people.
    pub(super) idle: Vec<u32>,
    /// Places among the headings of those that are days or months.
    pub(super) across: Vec<usize>,
    pub(super) reports: Vec<ColumnReport>,
    pub(super) notes: Vec<Note>,
}

impl Columns {
    /// Whether a field has a column.
    pub(super) fn has(&self, field: Field) -> bool {
        self.fields.iter().any(|column| column.field == field)
    }

    /// The column of the sheet that holds a field.
    pub(super) fn of(&self, field: Field) -> Option<u32> {
        let place = self.fields.iter().position(|c| c.field == field)?;
        self.at.get(place).copied()
    }
}

/// What the columns of a table are told by.
pub(super) struct Told<'t> {
    pub(super) sheet: &'t str,
    /// The lowest row of the heading.
    pub(super) row: u32,
    pub(super) mapping: &'t Mapping,
    /// The texts above the table, which may say 单位：万元.
    pub(super) above: &'t [String],
}

/// Sorts out the columns of a table.
pub(super) fn columns(layout: &Layout<'_>, told: &Told<'_>) -> Columns {
    let mut found = Columns::default();
    let staff = |heading: &Heading<'_>| {
        heading.field(told.mapping) == Some(Field::Actor) && !heading.is_people()
    };
    let staff = layout.headings.iter().any(staff);
    for (place, heading) in layout.headings.iter().enumerate() {
        let field = heading.field(told.mapping);
        let across = match layout.shape {
            Shape::List => false,
            Shape::Days => heading.is_day(),
            Shape::Months => heading.month().is_some(),
        };
        let taken = match field {
            _ if across => {
                found.across.push(place);
                continue;
            }
            Some(Field::Actor) if staff && heading.is_people() => Taken::Names,
            None if heading.is_people() => Taken::Names,
            // A roster of names cannot be used, unless a mapping says that they are numbers.
            Some(Field::Actor)
                if layout.shape != Shape::List
                    && heading.is_people()
                    && told.mapping.field(&heading.text()).is_none() =>
            {
                Taken::Names
            }
            // A row of a roster says who and where; the rest is said by each of its cells.
            Some(field) if layout.shape != Shape::List && !is_key(field) => Taken::Idle,
            Some(field) if free(&found.fields, field) => Taken::Field(field),
            Some(field) => Taken::Second(field),
            None if heading.is_idle() => Taken::Idle,
            None => Taken::Unknown(near(&heading.text())),
        };
        take(&mut found, heading, taken, told);
    }
    if let Some(place) = time_for_date(&mut found.fields) {
        let column = letters(found.at[place]);
        if let Some(report) = found.reports.iter_mut().find(|r| r.column == column) {
            report.taken = Taken::Field(Field::Date);
        }
    }
    found
}

fn take(found: &mut Columns, heading: &Heading<'_>, taken: Taken, told: &Told<'_>) {
    let text = heading.text();
    let note = |code| {
        let mut note = Note::new(code).arg("heading", text.as_str());
        note.cell = Some(SheetCell {
            sheet: told.sheet.to_owned(),
            row: told.row,
            column: heading.column,
        });
        note
    };
    match &taken {
        Taken::Field(field) => {
            let factor = match field {
                Field::Amount => amount_factor(&text).and_then(|own| match own {
                    Some(factor) => Ok(factor),
                    None => unit_above(told.above),
                }),
                _ => Ok(factor(&text)),
            };
            let factor = factor.unwrap_or_else(|unit| {
                found.notes.push(note(Code::HeadingUnit).arg("unit", unit));
                1
            });
            found.fields.push(Column {
                place: found.fields.len(),
                heading: text.clone(),
                field: *field,
                factor,
            });
            found.at.push(heading.column);
        }
        Taken::Names => {
            found.idle.push(heading.column);
            found.notes.push(note(Code::NamesDropped));
        }
        Taken::Idle => found.idle.push(heading.column),
        Taken::Second(_) | Taken::Unknown(_) => {
            found.notes.push(note(Code::HeadingUnknown));
        }
    }
    found.reports.push(ColumnReport {
        column: letters(heading.column),
        heading: text,
        taken,
    });
}

/// What identifies a row of a roster.
fn is_key(field: Field) -> bool {
    matches!(
        field,
        Field::Actor | Field::Subject | Field::Duty | Field::Kind | Field::Jurisdiction
    )
}

/// The unit that a text above the table gives to all amounts: 单位：万元. 单位：坪塘镇 is none.
fn unit_above(above: &[String]) -> Result<i64, String> {
    for text in above {
        let narrow = super::super::loose::narrowed(text);
        let Some((_, unit)) = narrow.split_once("单位:") else {
            continue;
        };
        let unit = unit.split([' ', ')', ']']).find(|part| !part.is_empty());
        match unit {
            Some(unit) if unit.ends_with('元') => {
                return factor_of(unit).ok_or_else(|| unit.to_owned());
            }
            _ => {}
        }
    }
    Ok(1)
}

/// The letters of a column.
pub(super) fn letters(column: u32) -> String {
    let cell = SheetCell {
        sheet: String::new(),
        row: 0,
        column,
    };
    cell.to_string().trim_end_matches('1').to_owned()
}
