//! The tables of the page.

use luoshi_diagnostics::Code;

use crate::constant::file;

const PAGE: &str = "engine/LIMITS.md";

/// A row of a table.
pub(crate) struct Row {
    /// What there may be so much of.
    pub(crate) what: String,
    cells: Vec<String>,
}

/// The rows of all tables.
pub(crate) fn rows() -> Vec<Row> {
    let page = file(PAGE);
    let rows = page.lines().filter_map(|line| {
        let line = line.strip_prefix("| ")?.strip_suffix(" |")?;
        let cells: Vec<String> = line.split(" | ").map(str::to_owned).collect();
        let heading = cells[0] == "what" || cells[0].starts_with("---");
        (!heading).then_some(cells)
    });
    let rows = rows.map(|cells| {
        assert_eq!(cells.len(), 5, "{cells:?}");
        Row {
            what: cells[0].clone(),
            cells,
        }
    });
    let rows: Vec<Row> = rows.collect();
    assert!(!rows.is_empty(), "{PAGE} has tables");
    rows
}

impl Row {
    /// The number of the second cell, in what the constant counts.
    pub(crate) fn most(&self) -> u64 {
        let (number, unit) = self.cells[1]
            .split_once(' ')
            .unwrap_or((&self.cells[1], ""));
        let number: u64 = number.replace(',', "").parse().expect("a number");
        let unit = match unit {
            "KiB" => 1 << 10,
            "MiB" => 1 << 20,
            "GiB" => 1 << 30,
            "" | "s" => 1,
            other => panic!("{}: {other} is no unit", self.what),
        };
        number * unit
    }

    /// What is noticed beyond it.
    pub(crate) fn code(&self) -> Code {
        let id = self.cells[2].split('`').nth(1).unwrap_or_default();
        let code = Code::ALL.iter().find(|code| code.id() == id);
        *code.unwrap_or_else(|| panic!("{}: {id} is no code", self.what))
    }

    /// The file and the name of the constant.
    pub(crate) fn constant(&self) -> (&str, &str) {
        let mut quoted = self.cells[3].split('`').skip(1).step_by(2);
        let (name, file) = (quoted.next(), quoted.next());
        name.zip(file).map_or_else(
            || panic!("{}: no constant", self.what),
            |(name, file)| (file, name),
        )
    }

    /// The file and the name of its test; none if a probe is it.
    pub(crate) fn test(&self) -> Option<(&str, &str)> {
        if self.cells[4] == "here" {
            return None;
        }
        let mut quoted = self.cells[4].split('`').skip(1).step_by(2);
        let (test, file) = (quoted.next(), quoted.next());
        test.zip(file).map(|(test, file)| (file, test))
    }
}
