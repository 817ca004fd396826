//! A table: its heading, and its rows one by one.

use luoshi_diagnostics::{Code, FileId, Note, Place};

use super::cells::{Cells, delimiter, rows};
use super::headings::{factor, field, is_idle, is_people};
use super::mapping::Mapping;
use super::names::Names;
use super::row::{Column, Shared};
use super::{Found, Import};
use crate::field::Field;

/// How many rows may stand above the heading.
const ABOVE_AT_MOST: usize = 10;

/// Beginnings of rows that sum up others.
pub(super) const TOTALS: [&str; 4] = ["合计", "总计", "小计", "累计"];

/// Reads the rows; what concerns the table goes into `import`.
pub(super) fn read(
    text: &str,
    file: FileId,
    mapping: &Mapping,
    names: &Names,
    import: &mut Import,
) -> Vec<Found> {
    let rows = rows(text, delimiter(text));
    let Some(heading) = heading(&rows, mapping) else {
        import.notes.push(missing(Field::Date, file, rows.first()));
        return Vec::new();
    };
    let columns = columns(&rows[heading], mapping, file, import);
    let has = |wanted: Field| {
        let column = columns.iter().any(|column| column.field == wanted);
        column || mapping.defaults.contains_key(&wanted)
    };
    if !has(Field::Date) {
        import
            .notes
            .push(missing(Field::Date, file, rows.get(heading)));
    }
    if !has(Field::Kind) && mapping.kind.is_none() {
        import
            .notes
            .push(missing(Field::Kind, file, rows.get(heading)));
    }
    if import
        .notes
        .iter()
        .any(|note| note.code == Code::HeadingMissing)
    {
        return Vec::new();
    }
    let shared = Shared {
        file,
        mapping,
        names,
        columns,
    };
    let mut found = Vec::new();
    for row in &rows[heading + 1..] {
        if is_total(row) {
            import.totals += 1;
            continue;
        }
        match shared.record(row) {
            Ok(record) => found.push(Found {
                record,
                row: row.line,
                place: shared.line_place(row),
            }),
            Err(rejected) => import.rejected.extend(rejected),
        }
    }
    found
}

/// The row, among the first, with the most known headings.
fn heading(rows: &[Cells<'_>], mapping: &Mapping) -> Option<usize> {
    let known = |row: &Cells<'_>| {
        let cells = row.cells.iter();
        cells
            .filter(|cell| known(&cell.text, mapping).is_some())
            .count()
    };
    let first = rows.iter().take(ABOVE_AT_MOST).map(known);
    // The first of equals.
    let (place, count) = first
        .enumerate()
        .max_by_key(|(place, count)| (*count, usize::MAX - place))?;
    (count > 0).then_some(place)
}

pub(super) fn known(heading: &str, mapping: &Mapping) -> Option<Field> {
    mapping.field(heading).or_else(|| field(heading))
}

/// The columns that are imported.
fn columns(row: &Cells<'_>, mapping: &Mapping, file: FileId, import: &mut Import) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    let staff = has_staff(row.cells.iter().map(|cell| cell.text.trim()), mapping);
    for (place, cell) in row.cells.iter().enumerate() {
        let heading = cell.text.trim().to_owned();
        let note = |code| {
            Note::new(code)
                .at(Place {
                    file,
                    start: cell.start,
                    end: cell.end,
                })
                .arg("heading", heading.as_str())
        };
        if staff && is_people(&heading) && mapping.field(&heading).is_none() {
            import.notes.push(note(Code::NamesDropped));
            import.columns.push((heading, None));
            continue;
        }
        let field = known(&heading, mapping).filter(|field| free(&columns, *field));
        match field {
            Some(field) => columns.push(Column {
                place,
                factor: factor(&heading),
                heading: heading.clone(),
                field,
            }),
            None if is_idle(&heading) => {}
            None => import.notes.push(note(Code::HeadingUnknown)),
        }
        import.columns.push((heading, field));
    }
    if let Some(place) = time_for_date(&mut columns) {
        import.columns[place].1 = Some(Field::Date);
    }
    columns
}

/// Whether staff numbers have a column, so that names of people are not needed.
pub(super) fn has_staff<'h>(
    mut headings: impl Iterator<Item = &'h str>,
    mapping: &Mapping,
) -> bool {
    headings.any(|heading| known(heading, mapping) == Some(Field::Actor) && !is_people(heading))
}

/// Whether a field can have one more column: actors and marks add up.
pub(super) fn free(columns: &[Column], field: Field) -> bool {
    let many = matches!(field, Field::Actor | Field::Marks);
    many || !columns.iter().any(|column| column.field == field)
}

/// 时间 is the time of day beside a 日期, and the day where there is none: says which column
/// it was.
pub(super) fn time_for_date(columns: &mut [Column]) -> Option<usize> {
    if columns.iter().any(|column| column.field == Field::Date) {
        return None;
    }
    let time = columns.iter_mut().find(|c| c.field == Field::Time)?;
    time.field = Field::Date;
    Some(time.place)
}

fn is_total(row: &Cells<'_>) -> bool {
    let first = row
        .cells
        .iter()
        .map(|cell| cell.text.trim())
        .find(|text| !text.is_empty());
    first.is_some_and(|text| TOTALS.iter().any(|total| text.starts_with(total)))
}

fn missing(field: Field, file: FileId, row: Option<&Cells<'_>>) -> Note {
    let mut note = Note::new(Code::HeadingMissing)
        .arg("field", field.key())
        .arg("name", field.zh());
    note.place = row.and_then(|row| {
        let (start, end) = (row.cells.first()?.start, row.cells.last()?.end);
        Some(Place { file, start, end })
    });
    note
}
