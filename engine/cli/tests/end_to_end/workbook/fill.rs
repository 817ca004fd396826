//! Fills cells of a workbook as a spreadsheet would, by its XML.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read, Write};

use calamine::{Data, Reader, Xlsx};
use luoshi_evidence::{Field, Kind, Names};
use serde_json::{Map, Value};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const LEDGER: &str = "xl/worksheets/sheet1.xml";

/// A workbook that is being filled.
pub(crate) struct Book {
    parts: Vec<(String, Vec<u8>)>,
    /// The fields of the columns, by their key.
    columns: Vec<Field>,
    /// The lists by their names in formulas.
    pub(crate) lists: BTreeMap<String, Vec<String>>,
    kind: Kind,
}

impl Book {
    pub(crate) fn read(bytes: &[u8]) -> Book {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut parts = Vec::new();
        for at in 0..zip.len() {
            let mut file = zip.by_index(at).unwrap();
            let mut part = Vec::new();
            file.read_to_end(&mut part).unwrap();
            parts.push((file.name().unwrap().into_owned(), part));
        }
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        let sheets = book.sheet_names();
        let ledger = book.worksheet_range(&sheets[0]).unwrap();
        let headings = ledger
            .rows()
            .nth(2)
            .unwrap()
            .iter()
            .map(ToString::to_string);
        let options = book.worksheet_range(&sheets[1]).unwrap();
        let (top, left) = options.start().unwrap();
        let mut lists = BTreeMap::new();
        for (name, formula) in book.defined_names() {
            if name.ends_with("_list") || name.contains("_list_") {
                let (first, last, column) = column_range(formula);
                let cells = (first..=last).map(|row| {
                    options
                        .get(((row - top) as usize, (column - left) as usize))
                        .map_or(String::new(), Data::to_string)
                });
                lists.insert(name.clone(), cells.collect());
            }
        }
        let title = sheets[0].trim_end_matches("台账");
        Book {
            parts,
            columns: headings.map(|heading| field(&heading)).collect(),
            lists,
            kind: Kind::from_name(title).unwrap(),
        }
    }

    pub(crate) fn fields(&self) -> BTreeSet<String> {
        self.columns
            .iter()
            .map(|field| field.key().to_owned())
            .collect()
    }

    /// Enters a record in a row, from 0, by the names that the lists offer.
    pub(crate) fn enter(&mut self, row: u32, record: &Value, names: &Names) {
        let record = record.as_object().unwrap();
        let mut items: BTreeMap<Field, Vec<String>> = BTreeMap::new();
        for field in self.columns.iter().collect::<BTreeSet<_>>() {
            items.insert(*field, self.shown(*field, record, names));
        }
        for (at, field) in self.columns.clone().into_iter().enumerate() {
            let last = self.columns[at + 1..].iter().all(|other| *other != field);
            let items = items.get_mut(&field).unwrap();
            if items.is_empty() {
                continue;
            }
            // What has no column of its own is typed into the last.
            let taken: Vec<String> = items.drain(..if last { items.len() } else { 1 }).collect();
            self.put(row, u32::try_from(at).unwrap(), field, &taken.join("、"));
        }
    }

    /// What a clerk would enter in a field.
    fn shown(&self, field: Field, record: &Map<String, Value>, names: &Names) -> Vec<String> {
        let Some(value) = record.get(field.key()) else {
            return Vec::new();
        };
        let ids: Vec<String> = match value {
            Value::Array(items) => items
                .iter()
                .map(|item| item.as_str().unwrap().to_owned())
                .collect(),
            Value::String(text) => vec![text.clone()],
            other => vec![other.to_string()],
        };
        let table = match field {
            Field::Duty => &names.duties,
            Field::Subject => &names.subjects,
            Field::Actor => &names.actors,
            Field::Marks => &names.words,
            Field::Status => return ids.iter().map(|id| self.status(id, names)).collect(),
            _ => return ids,
        };
        let offered = self.lists.get(&format!("{}_list", field.key()));
        let offered = offered.map_or(&[][..], Vec::as_slice);
        let label = |id: &String| {
            let mut labels = offered.iter().filter(|label| table.get(*label) == Some(id));
            labels.next().cloned().unwrap_or_else(|| id.clone())
        };
        ids.iter().map(label).collect()
    }

    fn status(&self, id: &str, names: &Names) -> String {
        let known = match (self.kind, id) {
            (Kind::Shift, "attended") => "到岗",
            (Kind::Shift, "absent") => "缺勤",
            (Kind::Shift, "excused") => "请假",
            (Kind::Shift, "cancelled") => "取消",
            (Kind::Shift, "refused") => "拒绝",
            (Kind::Decision, "confirmed") => "确认",
            (Kind::Decision, "rejected") => "否定",
            (Kind::Decision, "lifted") => "解除",
            (Kind::Decision, "caused") => "认定有因果关系",
            (Kind::Decision, "accepted") => "验收合格",
            (Kind::Rectification, "applied") => "申请解除",
            (Kind::Correction, "void") => "作废",
            _ => {
                let offered = self.lists.get("status_list").map_or(&[][..], Vec::as_slice);
                let label = offered
                    .iter()
                    .find(|label| names.words.get(*label).is_some_and(|of| of == id));
                return label.cloned().unwrap_or_else(|| id.to_owned());
            }
        };
        assert!(
            self.lists["status_list"].iter().any(|item| item == known),
            "{known} is not offered"
        );
        known.to_owned()
    }

    fn put(&mut self, row: u32, column: u32, field: Field, text: &str) {
        let name = format!(
            "{}{}",
            char::from(b'A' + u8::try_from(column).unwrap()),
            row + 1
        );
        let part = self
            .parts
            .iter_mut()
            .find(|(path, _)| path == LEDGER)
            .unwrap();
        let sheet = String::from_utf8(std::mem::take(&mut part.1)).unwrap();
        let start = sheet.find(&format!("<c r=\"{name}\" ")).unwrap();
        let end = start + sheet[start..].find("/>").unwrap();
        let content = match field {
            Field::Date | Field::Until => number(&serial(text).to_string()),
            Field::Time => {
                let (hours, minutes) = text.split_once(':').unwrap();
                let minutes =
                    hours.parse::<f64>().unwrap() * 60.0 + minutes.parse::<f64>().unwrap();
                number(&(minutes / 1440.0).to_string())
            }
            Field::Quantity | Field::Amount => number(text),
            _ => {
                let text = text.replace('&', "&amp;").replace('<', "&lt;");
                format!(" t=\"inlineStr\"><is><t>{text}</t></is></c>")
            }
        };
        part.1 = format!("{}{content}{}", &sheet[..end], &sheet[end + 2..]).into_bytes();
    }

    /// What the comments say.
    pub(crate) fn said(&self) -> String {
        let comments = self
            .parts
            .iter()
            .filter(|(path, _)| path.contains("comments"));
        comments
            .map(|(_, part)| String::from_utf8_lossy(part))
            .collect()
    }

    /// Types a text over another one in the ledger.
    pub(crate) fn retype(&mut self, old: &str, new: &str) {
        let part = self.parts.iter_mut().find(|(path, _)| path == LEDGER);
        let (_, part) = part.unwrap();
        *part = String::from_utf8_lossy(part).replace(old, new).into_bytes();
    }

    pub(crate) fn write(self) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, part) in self.parts {
            zip.start_file(name, SimpleFileOptions::default()).unwrap();
            zip.write_all(&part).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }
}

fn number(text: &str) -> String {
    format!("><v>{text}</v></c>")
}

/// The day as spreadsheets count it.
fn serial(day: &str) -> i32 {
    let day: jiff::civil::Date = day.parse().unwrap();
    let epoch = jiff::civil::date(1899, 12, 30);
    (day - epoch).get_days()
}

/// The field of a heading: its Chinese name before any bracket.
fn field(heading: &str) -> Field {
    let bare = heading.split(['（', '*']).next().unwrap();
    Field::ALL
        .into_iter()
        .find(|field| field.zh() == bare)
        .unwrap()
}

/// The rows and the column of `'选项'!$B$3:$B$9` or `'选项'!$B$3`, from 0.
fn column_range(formula: &str) -> (u32, u32, u32) {
    let cells = formula.rsplit('!').next().unwrap();
    let parts: Vec<&str> = cells
        .split(['$', ':'])
        .filter(|part| !part.is_empty())
        .collect();
    let column = u32::from(parts[0].bytes().next().unwrap() - b'A');
    (
        parts[1].parse::<u32>().unwrap() - 1,
        parts[parts.len() - 1].parse::<u32>().unwrap() - 1,
        column,
    )
}
