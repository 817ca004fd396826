//! What may be entered in a cell, and what is said about anything else.

use jiff::civil::Date;
use rust_xlsxwriter::{
    ColNum, DataValidation, DataValidationErrorStyle, DataValidationRule, ExcelDateTime, Formula,
    RowNum, XlsxError, utility,
};

use super::lists::Lists;
use super::{Choices, Column, Template};
use crate::field::Field;
use crate::kind::Kind;
use crate::raw::{NAME_AT_MOST, NOTE_AT_MOST};

/// The rows that are prepared.
pub(super) struct Rows {
    pub(super) first: RowNum,
    pub(super) last: RowNum,
}

/// The rule of a column.
pub(super) fn rule(
    template: &Template,
    lists: &Lists,
    at: ColNum,
    rows: &Rows,
) -> Result<DataValidation, XlsxError> {
    let column = &template.columns[usize::from(at)];
    let field = column.field;
    let rule = if column.choices.all().is_empty() {
        free(template, field, at, rows)?
    } else {
        let by_duty = matches!(column.choices, Choices::ByDuty { .. });
        let formula = lists.formula(field, by_duty, &duty_cell(template, rows));
        DataValidation::new().allow_list_formula(Formula::new(formula))
    };
    rule.set_error_style(style(column))
        .set_error_title(&template.texts.refused)?
        .set_error_message(&column.refusal)
}

/// The rule of a column in which nothing is chosen.
fn free(
    template: &Template,
    field: Field,
    at: ColNum,
    rows: &Rows,
) -> Result<DataValidation, XlsxError> {
    let new = DataValidation::new();
    Ok(match field {
        Field::Date => {
            let (first, last) = template.days;
            new.allow_date(DataValidationRule::Between(excel(first)?, excel(last)?))
        }
        Field::Until => {
            let first = excel(template.days.0)?;
            new.allow_date(DataValidationRule::GreaterThanOrEqualTo(first))
        }
        Field::Time => {
            let last = ExcelDateTime::from_hms(23, 59, 59)?;
            let first = ExcelDateTime::from_hms(0, 0, 0)?;
            new.allow_time(DataValidationRule::Between(first, last))
        }
        Field::Quantity if template.kind == Kind::Metric => {
            let most = LARGEST;
            new.allow_decimal_number(DataValidationRule::Between(-most, most))
        }
        Field::Quantity | Field::Amount => {
            new.allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(0.0))
        }
        Field::Id => {
            // An id stands in the column once.
            let cell = utility::row_col_to_cell(rows.first, at);
            let all = utility::cell_range_absolute(rows.first, at, rows.last, at);
            // With blanks ignored, Excel lets everything pass where the range has an empty cell.
            new.ignore_blank(false)
                .allow_custom(Formula::new(format!("=COUNTIF({all},{cell})=1")))
        }
        field => {
            let most = if field == Field::Note {
                NOTE_AT_MOST
            } else {
                NAME_AT_MOST
            };
            let most = u32::try_from(most).unwrap_or(u32::MAX);
            new.allow_text_length(DataValidationRule::LessThanOrEqualTo(most))
        }
    })
}

/// The largest figure that a ledger takes.
const LARGEST: f64 = 999_999_999_999.0;

/// Several names in one cell are right and not in the list, so that the clerk is asked, not stopped.
fn style(column: &Column) -> DataValidationErrorStyle {
    match column.choices {
        Choices::Some(_) => DataValidationErrorStyle::Warning,
        Choices::Free | Choices::One(_) | Choices::ByDuty { .. } => DataValidationErrorStyle::Stop,
    }
}

/// The cell of the duty in the first row, such that it moves down with the rows and not sideways.
fn duty_cell(template: &Template, rows: &Rows) -> String {
    let at = template.columns.iter().position(|c| c.field == Field::Duty);
    let at = at.and_then(|at| ColNum::try_from(at).ok()).unwrap_or(0);
    format!("${}{}", utility::column_number_to_name(at), rows.first + 1)
}

fn excel(day: Date) -> Result<ExcelDateTime, XlsxError> {
    let part = |n: i8| n.unsigned_abs();
    ExcelDateTime::from_ymd(
        day.year().unsigned_abs(),
        part(day.month()),
        part(day.day()),
    )
}
