use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::{CELLS_AT_MOST, Excess, Unfit, unpacked, xlsx_within};

fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn what_unpacks_to_too_much_is_refused() {
    let bytes = packed(&[("a", &[b' '; 3_000]), ("b", &[b' '; 7_000])]);
    assert!(bytes.len() < 1_000);
    assert_eq!(xlsx_within(&bytes, 10_000), Ok(()));
    let unpacked = Err(Unfit::TooMuch(Excess::Unpacked));
    assert_eq!(xlsx_within(&bytes, 9_999), unpacked);
}

/// An archive that says less than is in it does not get more in: what is stated is all that is unpacked, here and in
/// the library, which takes the same reader.
#[test]
fn sizes_that_are_not_true_do_not_help() {
    let mut bytes = packed(&[("a", &[b' '; 10_000])]);
    let said = 10_000_u32.to_le_bytes();
    let places: Vec<usize> = (0..bytes.len() - 4)
        .filter(|at| bytes[*at..at + 4] == said)
        .collect();
    assert_eq!(places.len(), 2, "before the part, and in the directory");
    for at in places {
        bytes[at..at + 4].copy_from_slice(&5_u32.to_le_bytes());
    }
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    assert!(unpacked(zip.by_index(0).unwrap()) <= 5);
}

#[test]
fn a_table_of_texts_does_not_say_how_much_memory_it_takes() {
    let texts = |count: u64| {
        let text = format!("<x:sst uniqueCount=\"{count}\"><x:si/></x:sst>");
        packed(&[("xl/SharedStrings.xml", text.as_bytes())])
    };
    assert_eq!(xlsx_within(&texts(1), 10_000), Ok(()));
    for count in [1_000, u64::MAX] {
        let refused = xlsx_within(&texts(count), 10_000);
        assert_eq!(refused, Err(Unfit::Damaged("uniqueCount".to_owned())));
    }
}

fn xls(bytes: &[u8]) -> Result<(), Unfit> {
    super::xls(bytes).map(|stream| assert!(stream.is_some()))
}

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).unwrap();
    [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
}

/// A workbook with sheets of these records.
fn book(sheets: &[Vec<u8>]) -> Vec<u8> {
    let begin = record(0x0809, &[0; 16]);
    let end = record(0x000A, &[]);
    let head = begin.len() + sheets.len() * (4 + 12) + end.len();
    let mut globals = begin.clone();
    let mut rest = Vec::new();
    for sheet in sheets {
        let start = u32::try_from(head + rest.len()).unwrap();
        globals.extend(record(
            0x0085,
            &[&start.to_le_bytes()[..], &[0; 8]].concat(),
        ));
        rest.extend([begin.as_slice(), sheet, &end].concat());
    }
    let stream = [globals, end, rest].concat();
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream("/Workbook")
        .unwrap()
        .write_all(&stream)
        .unwrap();
    file.flush().unwrap();
    file.into_inner().into_inner()
}

/// A number in a cell.
fn cell(row: u16, column: u16) -> Vec<u8> {
    let place = [row.to_le_bytes(), column.to_le_bytes()].concat();
    record(0x0203, &[place, vec![0; 10]].concat())
}

#[test]
fn cells_far_from_one_another_are_refused() {
    let wide = |row: u16| [cell(0, 0), cell(row, 63)].concat();
    assert_eq!(CELLS_AT_MOST, 62_500 * 64);
    assert_eq!(xls(&book(&[wide(62_499)])), Ok(()));
    let cells = Err(Unfit::TooMuch(Excess::Cells));
    assert_eq!(xls(&book(&[wide(62_500)])), cells);
    assert_eq!(xls(&book(&[wide(31_249), wide(31_249)])), Ok(()));
    assert_eq!(xls(&book(&[wide(31_249), wide(31_250)])), cells);
}

#[test]
fn what_a_sheet_says_of_its_size_is_not_believed() {
    let said = |rows: (u32, u32), columns: (u16, u16)| {
        let rows = [rows.0.to_le_bytes(), rows.1.to_le_bytes()].concat();
        let columns = [columns.0.to_le_bytes(), columns.1.to_le_bytes()].concat();
        book(&[record(0x0200, &[rows, columns, vec![0; 2]].concat())])
    };
    assert_eq!(xls(&said((0, 10), (0, 5))), Ok(()));
    assert_eq!(xls(&said((0, 0), (0, 0))), Ok(()));
    let cells = Err(Unfit::TooMuch(Excess::Cells));
    assert_eq!(xls(&said((0, u32::MAX), (0, 256))), cells);
    let reversed = Err(Unfit::Damaged("Dimensions".to_owned()));
    assert_eq!(xls(&said((10, 5), (0, 5))), reversed);
}

/// A few bytes that are said to be many sheets.
#[test]
fn sheets_do_not_lie_in_one_another() {
    let mut bytes = book(&[cell(1, 1), cell(1, 1), cell(1, 1)]);
    assert_eq!(xls(&bytes), Ok(()));
    // All three begin where the first does.
    let starts: Vec<usize> = (0..bytes.len() - 8)
        .filter(|at| bytes[*at..at + 4] == [0x85, 0, 12, 0])
        .map(|at| at + 4)
        .collect();
    assert_eq!(starts.len(), 3);
    let first = bytes[starts[0]..starts[0] + 4].to_vec();
    for at in &starts[1..] {
        bytes[*at..at + 4].copy_from_slice(&first);
    }
    assert_eq!(xls(&bytes), Ok(()), "three small sheets fit in the rest");
    let mut many = book(&vec![Vec::new(); 200]);
    let starts: Vec<usize> = (0..many.len() - 8)
        .filter(|at| many[*at..at + 4] == [0x85, 0, 12, 0])
        .map(|at| at + 4)
        .collect();
    for at in starts {
        // The globals themselves, which are longer than any sheet.
        many[at..at + 4].copy_from_slice(&0_u32.to_le_bytes());
    }
    assert_eq!(xls(&many), Err(Unfit::Damaged("BoundSheet8".to_owned())));
}
