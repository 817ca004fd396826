//! Parquet files of a few bytes that claim to stand for billions of records, written byte by byte.

use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use jiff::civil::date;
use luoshi_bulk::{BulkFile, Format, Mapping, Problem, Reading, Sizes, Township, read};
use luoshi_diagnostics::{Arg, Code};

/// What is told of a township: its code, how many of its rows, and whether it can be judged.
type Told = (String, usize, bool);

fn told(file: Vec<u8>, rows: usize) -> (Vec<Told>, Vec<Code>) {
    let (townships, problems) = problems(file, rows);
    (townships, problems.iter().map(|p| p.note.code).collect())
}

fn problems(file: Vec<u8>, rows: usize) -> (Vec<Told>, Vec<Problem>) {
    let mapping = Mapping::own();
    let reading = Reading {
        mapping: &mapping,
        as_of: date(2025, 12, 31),
        threads: 1,
        sizes: Sizes {
            rows,
            ..Sizes::default()
        },
    };
    let look = || {
        |township: Township<'_>| {
            let told = (
                township.code.to_owned(),
                township.rows,
                township.evidence.is_some(),
            );
            (told, township.problems)
        }
    };
    let files = [BulkFile::of_bytes("a.parquet", Format::Parquet, file)];
    let (mut townships, mut problems) = (Vec::new(), Vec::new());
    let summary = read(&files, &reading, look, |(township, of_township)| {
        townships.push(township);
        problems.extend(of_township);
    });
    problems.extend(summary.problems);
    (townships, problems)
}

/// A column of one text that repeats.
#[derive(Clone)]
struct Column {
    name: &'static str,
    word: &'static str,
    /// How many words its dictionary claims to have.
    words: i64,
    /// How many cells its page claims to have.
    cells: i64,
    /// How often its one run claims to repeat the word.
    run: u64,
    /// How its page says that it is packed, and how many bytes it claims to be once it is unpacked.
    packed: Option<(i64, i64)>,
}

fn column(name: &'static str, word: &'static str, cells: i64) -> Column {
    Column {
        name,
        word,
        words: 1,
        cells,
        run: cells.unsigned_abs(),
        packed: None,
    }
}

/// Records of a township, all alike: one is judged, and of more than one each is a record twice.
fn group(township: &'static str, rows: i64) -> (i64, Vec<Column>) {
    let columns = vec![
        column("jurisdiction", township, rows),
        column("kind", "visit", rows),
        column("date", "2025-03-01", rows),
    ];
    (rows, columns)
}

/// Fields in the compact protocol of Thrift.
#[derive(Default)]
struct Fields {
    bytes: Vec<u8>,
    last: u8,
}

impl Fields {
    fn head(mut self, id: u8, kind: u8) -> Fields {
        self.bytes.push((id - self.last) << 4 | kind);
        self.last = id;
        self
    }

    fn whole(self, id: u8, kind: u8, number: i64) -> Fields {
        let mut fields = self.head(id, kind);
        let zigzag = (number << 1 ^ number >> 63).cast_unsigned();
        fields.bytes.extend(varint(zigzag));
        fields
    }

    fn i32(self, id: u8, number: i64) -> Fields {
        self.whole(id, 5, number)
    }

    fn i64(self, id: u8, number: i64) -> Fields {
        self.whole(id, 6, number)
    }

    fn text(self, id: u8, text: &str) -> Fields {
        let mut fields = self.head(id, 8);
        fields.bytes.extend(binary(text));
        fields
    }

    fn list(self, id: u8, kind: u8, entries: Vec<Vec<u8>>) -> Fields {
        let mut fields = self.head(id, 9);
        fields.bytes.push(0xf0 | kind);
        fields.bytes.extend(varint(entries.len() as u64));
        fields.bytes.extend(entries.concat());
        fields
    }

    fn fields(self, id: u8, inner: Fields) -> Fields {
        let mut fields = self.head(id, 12);
        fields.bytes.extend(inner.end());
        fields
    }

    fn end(mut self) -> Vec<u8> {
        self.bytes.push(0);
        self.bytes
    }
}

fn varint(mut number: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
    bytes
}

fn binary(text: &str) -> Vec<u8> {
    [varint(text.len() as u64), text.as_bytes().to_vec()].concat()
}

/// Ways to pack a page, by their numbers in a file.
const PLAIN: i64 = 0;
const SNAPPY: i64 = 1;
const ZSTD: i64 = 6;

const I32: u8 = 5;
const BINARY: u8 = 8;
const STRUCT: u8 = 12;

impl Column {
    /// Its dictionary and its page, each behind its head.
    fn pages(&self) -> (Vec<u8>, Vec<u8>) {
        let len = u32::try_from(self.word.len())
            .expect("a short word")
            .to_le_bytes();
        let words = [&len[..], self.word.as_bytes()].concat();
        let head = Fields::default().i32(1, 2);
        let of_words = Fields::default().i32(1, self.words).i32(2, 0);
        let head = sized(head, words.len(), words.len() as i64).fields(7, of_words);
        let dictionary = [head.end(), words].concat();
        // One bit for a place in the dictionary, and one run of the first.
        let cells = [vec![1], varint(self.run << 1), vec![0]].concat();
        let levels = Fields::default().i32(1, self.cells).i32(2, 8);
        let levels = levels.i32(3, 3).i32(4, 3);
        let whole = self.packed.map_or(cells.len() as i64, |(_, whole)| whole);
        let head = sized(Fields::default().i32(1, 0), cells.len(), whole);
        let page = [head.fields(5, levels).end(), cells].concat();
        (dictionary, page)
    }
}

fn sized(head: Fields, stored: usize, whole: i64) -> Fields {
    head.i32(2, whole).i32(3, stored as i64)
}

/// A file of row groups, each of which says how many rows it has.
fn file(groups: &[(i64, Vec<Column>)]) -> Vec<u8> {
    let mut bytes = b"PAR1".to_vec();
    let mut listed = Vec::new();
    for (rows, columns) in groups {
        let chunks: Vec<Vec<u8>> = columns.iter().map(|c| chunk(c, &mut bytes)).collect();
        let group = Fields::default()
            .list(1, STRUCT, chunks)
            .i64(2, 1)
            .i64(3, *rows);
        listed.push(group.end());
    }
    let columns = &groups[0].1;
    let root = Fields::default().text(4, "schema");
    let mut schema = vec![root.i32(5, columns.len() as i64).end()];
    schema.extend(columns.iter().map(|column| {
        let text = Fields::default().i32(1, 6).i32(3, 0).text(4, column.name);
        text.i32(6, 0).end()
    }));
    let rows = groups
        .iter()
        .fold(0_i64, |sum, (rows, _)| sum.wrapping_add(*rows));
    let footer = Fields::default().i32(1, 1).list(2, STRUCT, schema);
    let footer = footer.i64(3, rows).list(4, STRUCT, listed).end();
    let len = u32::try_from(footer.len())
        .expect("a short footer")
        .to_le_bytes();
    [bytes, footer, len.to_vec(), b"PAR1".to_vec()].concat()
}

/// Adds the pages of a column to a file, and says where they are.
fn chunk(column: &Column, bytes: &mut Vec<u8>) -> Vec<u8> {
    let (dictionary, page) = column.pages();
    let start = bytes.len() as i64;
    let after = start + dictionary.len() as i64;
    let all = (dictionary.len() + page.len()) as i64;
    bytes.extend([dictionary, page].concat());
    let encodings = [0, 3, 8].map(|n| varint(n << 1)).to_vec();
    let about = Fields::default()
        .i32(1, 6)
        .list(2, I32, encodings)
        .list(3, BINARY, vec![binary(column.name)])
        .i32(4, column.packed.map_or(PLAIN, |(how, _)| how))
        .i64(5, column.cells)
        .i64(6, all)
        .i64(7, all)
        .i64(9, after)
        .i64(11, start);
    Fields::default().i64(2, start).fields(3, about).end()
}

fn judged(township: &str) -> Told {
    (township.to_owned(), 1, true)
}

/// Three townships, the second of which has what is changed.
fn changed(change: impl Fn(&mut Vec<Column>)) -> Vec<u8> {
    let mut second = group("t2", 1);
    change(&mut second.1);
    file(&[group("t1", 1), second, group("t3", 1)])
}

/// The middle group is damaged, and whoever stands beside it may have lost records. It is said before anything is
/// read of it: what went wrong in reading would be told otherwise.
#[track_caller]
fn is_damaged(file: Vec<u8>, why: &str) {
    let (townships, problems) = problems(file, 1 << 13);
    assert_eq!(townships, [judged("t1"), judged("t3")]);
    let beside = Code::BulkIncomplete;
    let codes: Vec<Code> = problems.iter().map(|p| p.note.code).collect();
    assert_eq!(codes, [beside, Code::BulkDamaged, beside]);
    let detail = detail(&problems[1]).unwrap_or_default();
    assert!(detail.contains(why), "{problems:?}");
}

/// What is said of a damage beside its code.
fn detail(problem: &Problem) -> Option<&str> {
    let mut args = problem.note.args.iter();
    args.find_map(|(name, arg)| match arg {
        Arg::Text(text) if *name == "detail" => Some(text.as_str()),
        _ => None,
    })
}

const CLAIMS: &str = "claims to hold more than it can";

#[test]
fn what_claims_nothing_is_read() {
    let (townships, problems) = told(changed(|_| {}), 1 << 13);
    let all = ["t1", "t2", "t3"].map(judged);
    assert_eq!(
        (townships.as_slice(), problems.as_slice()),
        (&all[..], &[][..])
    );
}

#[test]
fn a_run_may_go_on_behind_the_last_row() {
    let file = changed(|columns| columns[0].run = 1 << 30);
    assert_eq!(told(file, 1 << 13).1, []);
}

#[test]
fn a_page_with_more_cells_than_the_group_has_rows_is_damaged() {
    is_damaged(changed(|columns| columns[1].cells = 2), CLAIMS);
    is_damaged(
        changed(|columns| columns[1].cells = i64::from(i32::MAX)),
        CLAIMS,
    );
    is_damaged(changed(|columns| columns[1].cells = -1), CLAIMS);
}

#[test]
fn a_dictionary_with_more_words_than_bytes_is_damaged() {
    is_damaged(changed(|columns| columns[1].words = 3), CLAIMS);
    is_damaged(
        changed(|columns| columns[1].words = i64::from(i32::MAX)),
        CLAIMS,
    );
    is_damaged(changed(|columns| columns[1].words = -1), CLAIMS);
}

/// A second township whose kinds are packed in a way, and claim so many bytes.
fn packed(how: i64, whole: i64) -> Vec<u8> {
    changed(|columns| columns[1].packed = Some((how, whole)))
}

#[test]
fn a_page_that_unpacks_to_more_than_it_can_is_damaged() {
    is_damaged(packed(SNAPPY, i64::from(i32::MAX)), CLAIMS);
    is_damaged(packed(SNAPPY, 1 << 10), CLAIMS);
}

/// What Snappy cannot do other forms of packing can: they are not told to be damaged, but not to be read here.
#[test]
fn the_bound_of_snappy_is_that_of_snappy_alone() {
    is_damaged(packed(ZSTD, 1 << 10), "zstd");
    // Where nothing is packed, nothing is unpacked either.
    assert_eq!(told(packed(PLAIN, 1 << 10), 1 << 13).1, []);
}

#[test]
fn a_group_of_more_rows_than_anybody_writes_is_damaged() {
    for rows in [(1 << 24) + 1, 1 << 31, i64::MAX, -1] {
        let mut second = group("t2", 1);
        second.0 = rows;
        let file = file(&[group("t1", 1), second, group("t3", 1)]);
        is_damaged(file, "more than 16777216 rows");
    }
}

/// Each group may have so many rows by itself, but all of them together have no bytes to stand in.
#[test]
fn groups_that_claim_more_rows_than_the_file_can_hold_are_not_read() {
    let mut second = group("t2", 1 << 24);
    // It counts, and is not read either.
    second.1[1].cells += 1;
    let groups = [group("t1", 1), second, group("t3", 1 << 24), group("t4", 1)];
    let (townships, problems) = problems(file(&groups), 1 << 13);
    assert_eq!(townships, [judged("t1")]);
    let details = problems.iter().filter_map(detail).collect::<Vec<_>>();
    let [first, others @ ..] = details.as_slice() else {
        panic!("{problems:?}");
    };
    assert!(first.contains(CLAIMS), "{first}");
    assert_eq!(others.len(), 2);
    for detail in others {
        assert!(
            detail.contains("more than 1000 rows for each byte"),
            "{detail}"
        );
    }
}

/// A file that tells how much of it was read.
struct Counted {
    file: Cursor<Vec<u8>>,
    read: Arc<AtomicUsize>,
}

impl Read for Counted {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.file.read(into)?;
        self.read.fetch_add(count, Ordering::SeqCst);
        Ok(count)
    }
}

impl Seek for Counted {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}

/// While the first township is looked at the others wait: they would all be in memory otherwise.
#[test]
fn whoever_reads_does_not_run_ahead_of_what_is_told() {
    let groups: Vec<_> = (0..2_000)
        .map(|at| group(format!("t{at}").leak(), 1))
        .collect();
    let bytes = file(&groups);
    let whole = bytes.len();
    let counted = Arc::new(AtomicUsize::new(0));
    let input = Counted {
        file: Cursor::new(bytes),
        read: Arc::clone(&counted),
    };
    let files = [BulkFile::new("a.parquet", Format::Parquet, input).expect("a file")];
    let mapping = Mapping::own();
    let reading = Reading {
        mapping: &mapping,
        as_of: date(2025, 12, 31),
        threads: 4,
        sizes: Sizes::default(),
    };
    let most = AtomicUsize::new(0);
    let look = || {
        |township: Township<'_>| {
            if township.code == "t0" {
                let mut known = usize::MAX;
                while known != counted.load(Ordering::SeqCst) {
                    known = counted.load(Ordering::SeqCst);
                    std::thread::sleep(Duration::from_millis(100));
                }
                most.store(known, Ordering::SeqCst);
            }
        }
    };
    let mut townships = 0;
    read(&files, &reading, look, |()| townships += 1);
    assert_eq!(townships, 2_000);
    let (before, all) = (most.into_inner(), counted.load(Ordering::SeqCst));
    // The end of the file, which lists its groups, is read first.
    assert!(all - before > whole / 4, "{before} of {all}");
}

/// However it is read, a township beyond the limit is told and not judged, and the others are.
#[test]
fn a_township_beyond_the_limit_is_not_judged() {
    const MOST: i64 = 1_000_000;
    for (sizes, groups) in [
        (1 << 13, vec![group("t1", MOST + 1)]),
        (10_000, vec![group("t1", 600_000), group("t1", 700_000)]),
        (
            10_000,
            vec![group("t1", MOST), group("t1", 700_000), group("t1", 1)],
        ),
        (1 << 21, vec![group("t1", 1 << 21)]),
    ] {
        let groups = [vec![group("t0", 1)], groups, vec![group("t2", 1)]].concat();
        let (townships, problems) = told(file(&groups), sizes);
        let large = ("t1".to_owned(), 1_000_001, false);
        assert_eq!(townships, [judged("t0"), large, judged("t2")]);
        assert_eq!(problems, [Code::BulkTownshipTooLarge]);
    }
    // One less: each record but the first is one that was there, and of a thousand of these no more are told.
    let (townships, problems) = told(file(&[group("t1", MOST)]), 1 << 13);
    assert_eq!(townships[0].1, 1_000_000);
    assert_eq!(problems, [Code::BulkRecord; 1_000]);
}
