//! A ledger of 100,000 rows in a workbook: calamine merely reading every cell, beside the import of
//! it to records with all names resolved; interleaved, in one run.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::time::{Duration, Instant};

use calamine::{DataRef, Reader, Xlsx};
use luoshi_diagnostics::Sources;
use luoshi_evidence::{Mapping, Names, Reading, import_workbook};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, XlsxError};

const ROWS: u32 = 100_000;
const ROUNDS: usize = 9;
const VILLAGES: u32 = 20;
const OFFICES: u32 = 12;
/// What the import may cost, in readings of the same cells.
const GOAL: f64 = 2.0;

fn main() {
    let file = std::env::temp_dir().join(format!("luoshi-workbook-{}.xlsx", std::process::id()));
    if let Err(error) = ledger().and_then(|mut workbook| workbook.save(&file)) {
        println!("the ledger could not be made: {error}");
        return;
    }
    let bytes = std::fs::read(&file).unwrap_or_default();
    let _ = std::fs::remove_file(&file);
    let names = names();
    println!("{ROWS} rows, {} KiB", bytes.len() / 1_024);
    let (mut reads, mut imports) = (Vec::new(), Vec::new());
    // The first round warms up.
    for round in 0..=ROUNDS {
        let (read, import) = (time(|| read(&bytes)), time(|| import(&bytes, &names)));
        if round > 0 {
            reads.push(read);
            imports.push(import);
        }
    }
    let ratios = reads
        .iter()
        .zip(&imports)
        .map(|(read, import)| import.as_secs_f64() / read.as_secs_f64());
    let mut ratios: Vec<f64> = ratios.collect();
    ratios.sort_by(f64::total_cmp);
    let (read, import) = (median(&mut reads), median(&mut imports));
    println!(
        "calamine, every cell   {:>7.1} ms",
        read.as_secs_f64() * 1e3
    );
    println!(
        "import to records      {:>7.1} ms",
        import.as_secs_f64() * 1e3
    );
    println!(
        "import / reading       {:>7.2}    ({:.2} to {:.2} in {ROUNDS} rounds; goal {GOAL:.1})",
        ratios[ratios.len() / 2],
        ratios[0],
        ratios[ratios.len() - 1],
    );
}

/// A ledger of visits: ten columns, as a county's would have them.
fn ledger() -> Result<Workbook, XlsxError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    sheet.set_name("查访台账")?;
    let headings = [
        "编号",
        "日期",
        "职责事项",
        "对象",
        "人员",
        "数量",
        "标记",
        "标记（2）",
        "状态",
        "备注",
    ];
    sheet.write_row(0, 0, headings)?;
    for row in 1..=ROWS {
        let n = row - 1;
        let date = ExcelDateTime::from_serial_datetime(f64::from(41_000 + n / 300))?;
        sheet.write_string(row, 0, format!("R-{n:06}"))?;
        sheet.write_datetime_with_format(row, 1, &date, &day)?;
        sheet.write_string(row, 2, format!("每月查访{}", n % 5))?;
        sheet.write_string(row, 3, format!("第{}村", n % VILLAGES))?;
        sheet.write_string(row, 4, format!("第{}办", n % OFFICES))?;
        sheet.write_number(row, 5, f64::from(n % 40))?;
        sheet.write_string(row, 6, "工作指导")?;
        sheet.write_string(row, 7, "社情民意")?;
        sheet.write_string(row, 8, if n % 3 == 0 { "已办" } else { "在办" })?;
        sheet.write_string(row, 9, format!("走访 {} 户", n % 17))?;
    }
    Ok(workbook)
}

fn names() -> Names {
    let table = |name: &dyn Fn(u32) -> String, id: &str, count: u32| -> BTreeMap<String, String> {
        (0..count)
            .map(|n| (name(n), format!("{id}{n:02}")))
            .collect()
    };
    let words = [
        ("工作指导", "guidance"),
        ("社情民意", "opinion"),
        ("已办", "done"),
        ("在办", "open"),
    ];
    Names {
        subjects: table(&|n| format!("第{n}村"), "v", VILLAGES),
        duties: table(&|n| format!("每月查访{n}"), "visit_", 5),
        actors: table(&|n| format!("第{n}办"), "office_", OFFICES),
        words: words
            .map(|(name, id)| (name.to_owned(), id.to_owned()))
            .into(),
        ..Names::default()
    }
}

/// Looks at every cell, and does nothing with it.
fn read(bytes: &[u8]) -> usize {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap_or_else(|error| panic!("{error}"));
    let mut cells = book
        .worksheet_cells_reader("查访台账")
        .unwrap_or_else(|error| panic!("{error}"));
    let mut seen = 0;
    while let Ok(Some(cell)) = cells.next_cell() {
        seen += usize::from(!matches!(cell.get_value(), DataRef::Empty));
    }
    seen
}

fn import(bytes: &[u8], names: &Names) -> usize {
    let mapping = Mapping::default();
    let reading = Reading {
        mapping: &mapping,
        saved: &[],
        names,
    };
    let import = import_workbook(bytes, "ledger.xlsx", reading, &mut Sources::default());
    let records = import.map_or(0, |import| import.records.len());
    assert_eq!(records, ROWS as usize, "rows were not imported");
    records
}

fn time(run: impl FnOnce() -> usize) -> Duration {
    let start = Instant::now();
    std::hint::black_box(run());
    start.elapsed()
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}
