//! A cell of a spreadsheet, as people call it.

use std::fmt;

/// A cell of a sheet of a workbook; shown as `B5`, without its sheet.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SheetCell {
    /// The name of the sheet.
    pub sheet: String,
    /// The row, from 0.
    pub row: u32,
    /// The column, from 0.
    pub column: u32,
}

impl fmt::Display for SheetCell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Letters count from 1 in each place: Z is followed by AA.
        let mut left = u64::from(self.column) + 1;
        let mut letters = Vec::new();
        while left > 0 {
            let digit = u8::try_from((left - 1) % 26).unwrap_or(0);
            letters.push(char::from(b'A' + digit));
            left = (left - 1) / 26;
        }
        let letters: String = letters.into_iter().rev().collect();
        write!(f, "{letters}{}", u64::from(self.row) + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::SheetCell;

    #[test]
    fn cells_are_called_as_spreadsheets_call_them() {
        let cases = [
            ((0, 0), "A1"),
            ((4, 1), "B5"),
            ((0, 25), "Z1"),
            ((0, 26), "AA1"),
            ((9, 701), "ZZ10"),
            ((1_048_575, 16_383), "XFD1048576"),
        ];
        for ((row, column), expected) in cases {
            let sheet = String::new();
            assert_eq!(SheetCell { sheet, row, column }.to_string(), expected);
        }
    }
}
