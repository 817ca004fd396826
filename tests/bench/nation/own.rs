//! luoshi over the files of the workload: plan-driven, on two threads.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

use jiff::civil::{Date, date};
use luoshi_bulk::{BulkFile, Format, Mapping, Reading, Township, arrange, read};
use luoshi_diagnostics::Sources;
use luoshi_evidence::{Evidence, Kind};
use luoshi_plan::Plan;
use luoshi_rules::{Detail, Failing, Plugins, Program, Who, compile, evaluate, figures};
use parquet::arrow::arrow_reader::{
    ArrowReaderMetadata, ArrowReaderOptions, ParquetRecordBatchReaderBuilder,
};

use super::files::parts;
use super::plan::plan;
use super::sums::{Counted, Numbers, sums};

const AS_OF: Date = date(2025, 12, 31);
const THREADS: usize = 2;

/// The Parquet files as `luoshi audit arrange` writes them into one.
pub(crate) const ARRANGED: &str = "arranged";

fn open(dir: &Path, format: &str) -> Vec<BulkFile> {
    if format == ARRANGED {
        return open(&dir.join(ARRANGED), "parquet");
    }
    let format_of = Format::of_name(&format!("x.{format}")).expect("a format of bulk files");
    let one = |path: std::path::PathBuf| {
        let file = File::open(&path).expect("the file was just listed");
        let name = path.display().to_string();
        BulkFile::new(&name, format_of, file).expect("files can be sought in")
    };
    parts(dir, format).into_iter().map(one).collect()
}

/// Arranges the Parquet files of a folder, unless they are already.
pub(crate) fn arranged(dir: &Path) -> io::Result<()> {
    let folder = dir.join(ARRANGED);
    let path = folder.join("country.parquet");
    if path.exists() {
        return Ok(());
    }
    std::fs::create_dir_all(&folder)?;
    let draft = folder.join("country.new");
    let mut out = BufWriter::with_capacity(1 << 20, File::create(&draft)?);
    arrange(&open(dir, "parquet"), &mapping(), &mut out).expect("generated files can be read");
    out.flush()?;
    std::fs::rename(draft, path)
}

fn mapping() -> Mapping {
    let mut sources = Sources::default();
    let text = include_str!("mapping.yaml");
    let file = sources.add("mapping.yaml", text);
    let staged = Mapping::from_yaml(text, file);
    staged.value.expect("the mapping of the benchmark is right")
}

fn program(plan: &Plan) -> Program<'_> {
    let staged = compile(plan, AS_OF, Plugins::none());
    staged.value.expect("the plan of the benchmark compiles")
}

/// Looks at every township of the files of a format, and keeps what `keep` makes of it.
fn all<R: Send>(
    dir: &Path,
    format: &str,
    keep: impl Fn(&Program<'_>, &Township<'_>, &Evidence) -> R + Sync,
) -> Vec<R> {
    let plan = plan();
    let program = program(&plan);
    let mapping = mapping();
    let reading = Reading {
        mapping: &mapping,
        as_of: AS_OF,
        threads: THREADS,
        sizes: luoshi_bulk::Sizes::default(),
    };
    let look = || {
        |township: Township<'_>| {
            let evidence = township
                .evidence
                .expect("generated records are well formed");
            keep(&program, &township, evidence)
        }
    };
    let mut kept = Vec::new();
    let summary = read(&open(dir, format), &reading, look, |one| kept.push(one));
    assert!(summary.problems.is_empty(), "{:?}", summary.problems);
    kept
}

/// Counts and checksums.
pub(crate) fn run(dir: &Path, format: &str) -> serde_json::Value {
    let plan = plan();
    let numbers = Numbers::of(&program(&plan));
    let townships: Vec<Counted> = all(dir, format, |program, township, evidence| {
        let facts = evaluate(program, evidence, Detail::Figures);
        numbers.count(&figures(program, evidence, &facts), township.rows)
    });
    sums(&townships)
}

/// Every finding as a row of the reference: township, check, subject, value.
pub(crate) fn rows(dir: &Path, format: &str) -> Vec<(u64, String, u64, i64)> {
    let plan = plan();
    let numbers = Numbers::of(&program(&plan));
    let townships = all(dir, format, |program, township, evidence| {
        let facts = evaluate(program, evidence, Detail::Figures);
        let figures = figures(program, evidence, &facts);
        let code: u64 = township.code.parse().expect("townships are numbers");
        let rows = figures.failing.iter().map(|failing| {
            let check = numbers.check(failing);
            let (subject, value) = told(program, evidence, check, failing);
            (code, format!("C{}", check + 1), subject, value)
        });
        let score = figures.sheets.first().map_or(0, |sheet| sheet.score.0 / 10);
        (rows.collect::<Vec<_>>(), code, score)
    });
    let mut out = Vec::new();
    for county in townships.chunks(20) {
        for (rows, code, score) in county {
            let better = county.iter().filter(|(.., other)| other > score).count() as u64;
            out.extend(rows.iter().cloned());
            out.push((*code, "C9".to_owned(), better + 1, *score));
        }
    }
    out.sort();
    out
}

/// Subject and value of a finding, as the reference writes them.
fn told(program: &Program<'_>, evidence: &Evidence, check: usize, failing: &Failing) -> (u64, i64) {
    let number = |name: &str| -> u64 { name[1..].parse().expect("v3 and p7") };
    let plan = program.plan;
    let subject = || {
        let at = failing.subject.expect("a finding about a village");
        number(&plan.subjects[at as usize].id.name)
    };
    let period = || u64::from(failing.period.expect("a finding about a period").number);
    let record = || -> u64 {
        let id = failing.record.as_deref().expect("a finding about a record");
        id.parse().expect("ids are numbers")
    };
    let person = || match failing.who {
        Who::Person(at) => number(&plan.content.persons[at as usize].staff.name),
        _ => panic!("a finding about a person"),
    };
    match check {
        0 | 1 => (period(), 0),
        2 => (subject() * 100 + period(), 0),
        3 | 4 => (person(), failing.figure),
        5 => (subject(), failing.figure),
        6 => {
            let rewards = evidence.of(Kind::Reward);
            let code = evidence.ids.code(&record().to_string());
            let row = rewards.id.iter().position(|id| Some(*id) == code);
            (
                record(),
                rewards.amount[row.expect("the record is there")] / 100,
            )
        }
        _ => (record(), failing.figure),
    }
}

/// Decodes all columns of the Parquet files and does nothing with them.
pub(crate) fn decode(dir: &Path) -> u64 {
    let word = arrow_schema::DataType::Dictionary(
        Box::new(arrow_schema::DataType::Int32),
        Box::new(arrow_schema::DataType::Utf8),
    );
    let mut groups = Vec::new();
    for path in parts(dir, "parquet") {
        let file = File::open(&path).expect("the file was just listed");
        let options = || ArrowReaderOptions::new().with_skip_arrow_metadata(true);
        let metadata = ArrowReaderMetadata::load(&file, options()).expect("a Parquet file");
        let fields = metadata.schema().fields().iter().map(|field| {
            let text = *field.data_type() == arrow_schema::DataType::Utf8;
            let data_type = if text {
                word.clone()
            } else {
                field.data_type().clone()
            };
            arrow_schema::Field::new(field.name(), data_type, field.is_nullable())
        });
        let schema = arrow_schema::Schema::new(fields.collect::<Vec<_>>());
        let options = options().with_schema(schema.into());
        let metadata = ArrowReaderMetadata::try_new(metadata.metadata().clone(), options)
            .expect("texts can be read as dictionaries");
        let count = metadata.metadata().num_row_groups();
        groups.extend((0..count).map(|group| (path.clone(), metadata.clone(), group)));
    }
    let (next, rows) = (AtomicUsize::new(0), AtomicU64::new(0));
    let work = || {
        while let Some((path, metadata, group)) = groups.get(next.fetch_add(1, Ordering::Relaxed)) {
            // Each by itself, for the places of one open file are shared.
            let file = File::open(path).expect("the file was just read");
            let reader = ParquetRecordBatchReaderBuilder::new_with_metadata(file, metadata.clone())
                .with_row_groups(vec![*group])
                .with_batch_size(8_192)
                .build()
                .expect("a group of rows");
            for batch in reader {
                let count = batch.expect("rows that can be decoded").num_rows();
                rows.fetch_add(count as u64, Ordering::Relaxed);
            }
        }
    };
    std::thread::scope(|scope| {
        (0..THREADS).for_each(|_| drop(scope.spawn(work)));
    });
    rows.into_inner()
}
