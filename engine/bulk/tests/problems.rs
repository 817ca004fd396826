//! What goes wrong, and that it touches nobody else.

use jiff::civil::date;
use luoshi_bulk::{BulkFile, BulkWriter, Format, Mapping, Problem, Reading, Sizes, read};
use luoshi_diagnostics::{Code, Lang, Messages, Sources, render_text};
use luoshi_evidence::{Kind, Record};

/// The townships in order, whether each has evidence, and every problem.
fn told(files: &[BulkFile], mapping: &Mapping) -> (Vec<(String, bool)>, Vec<Problem>) {
    let reading = Reading {
        mapping,
        as_of: date(2025, 12, 31),
        threads: 2,
        sizes: Sizes::default(),
    };
    let look =
        || |t: luoshi_bulk::Township<'_>| ((t.code.to_owned(), t.evidence.is_some()), t.problems);
    let (mut townships, mut problems) = (Vec::new(), Vec::new());
    let summary = read(files, &reading, look, |(township, of_township)| {
        townships.push(township);
        problems.extend(of_township);
    });
    problems.extend(summary.problems);
    (townships, problems)
}

/// Code, township, file and row of a problem, after a look at its text in both languages.
#[track_caller]
fn shown(problem: &Problem) -> (Code, Option<&str>, &str, Option<u64>) {
    for lang in [Lang::ZhCn, Lang::En] {
        let notes = [problem.note.clone()];
        let text = render_text(&notes, &Sources::default(), Messages::of(lang), false);
        assert!(text.contains(problem.note.code.id()), "{text}");
        assert!(!text.contains("{$") && !text.contains("{ $"), "{text}");
        if let Some(row) = problem.row {
            assert!(text.contains(&row.to_string()), "{text}");
        }
    }
    let Problem {
        township,
        file,
        row,
        note,
    } = problem;
    (note.code, township.as_deref(), file, *row)
}

fn csv(text: &str) -> BulkFile {
    BulkFile::of_bytes("a.csv", Format::Csv, text.to_owned().into_bytes())
}

fn jsonl(text: &str) -> BulkFile {
    BulkFile::of_bytes("a.jsonl", Format::Jsonl, text.to_owned().into_bytes())
}

fn good(townships: &[(String, bool)]) -> Vec<&str> {
    let good = townships.iter().filter(|(_, good)| *good);
    good.map(|(code, _)| code.as_str()).collect()
}

#[test]
fn a_wrong_record_is_told_with_its_row_and_leaves_the_other_townships_alone() {
    let file = csv("jurisdiction,kind,date,id,actor\n\
         t1,meeting,2025-01-05,1,p1\n\
         t2,meeting,2025-02-30,2,p1\n\
         t2,meting,2025-02-03,3,p1\n\
         t2,visit,2025-02-03,4,13812345678\n\
         t2,visit,2025-02-03,5,p1\n\
         t2,visit,2025-02-04,5,p2\n\
         t3,meeting,2025-01-05,7,p1\n\
         t3,meeting,2025-01-05\n\
         t4,meeting,2025-01-05,8,p1\n\
         ,meeting,2025-01-05,9,p1\n\
         t5,meeting,2025-01-05,10,p1\n");
    let (townships, problems) = told(&[file], &Mapping::own());
    assert_eq!(townships.len(), 5);
    assert_eq!(good(&townships), ["t1", "t5"]);
    let of = |code, township, row| (code, Some(township), "a.csv", Some(row));
    let shown: Vec<_> = problems.iter().map(shown).collect();
    let wrong = Code::BulkRecord;
    assert_eq!(
        shown,
        [
            of(wrong, "t2", 3),
            of(wrong, "t2", 4),
            of(wrong, "t2", 5),
            of(wrong, "t2", 7),
            of(wrong, "t3", 9),
            of(Code::BulkTownship, "t4", 11),
        ]
    );
    // A personal number is never repeated.
    assert!(!format!("{problems:?}").contains("13812345678"));
}

#[test]
fn a_line_that_is_no_record_belongs_to_the_township_before_it() {
    let file = jsonl(
        "{\"jurisdiction\":\"t1\",\"kind\":\"visit\",\"date\":\"2025-01-05\"}\n\
         \n\
         {\"jurisdiction\":\"t1\",\"kind\":\"visit\"\n\
         {\"jurisdiction\":\"t2\",\"kind\":\"visit\",\"date\":\"2025-01-05\"}\n\
         {\"jurisdiction\":\"t2\",\"kind\":\"visit\",\"dat\":\"2025-01-05\"}\n\
         {\"jurisdiction\":\"t3\",\"kind\":\"visit\",\"date\":\"2025-01-05\",\"ref\":\"x\"}\n\
         {\"jurisdiction\":\"t3\",\"kind\":\"correction\",\"date\":\"2025-01-05\",\"ref\":\"x\",\"status\":\"void\"}\n\
         {\"jurisdiction\":\"t4\",\"kind\":\"visit\",\"date\":\"2025-01-05\"}\n",
    );
    let (townships, problems) = told(&[file], &Mapping::own());
    assert_eq!(good(&townships), ["t4"]);
    let shown: Vec<_> = problems.iter().map(shown).collect();
    assert_eq!(
        shown,
        [
            (Code::BulkRecord, Some("t1"), "a.jsonl", Some(3)),
            (Code::BulkRecord, Some("t2"), "a.jsonl", Some(5)),
            (Code::BulkRecord, Some("t3"), "a.jsonl", None),
        ]
    );
}

#[test]
fn a_township_that_comes_again_later_is_told() {
    let file = csv("jurisdiction,kind,date,id\n\
         t1,meeting,2025-01-05,1\n\
         t2,meeting,2025-01-05,2\n\
         t1,meeting,2025-02-05,3\n\
         t3,meeting,2025-02-05,4\n");
    let (townships, problems) = told(&[file], &Mapping::own());
    assert_eq!(good(&townships), ["t1", "t2", "t3"], "t1 by its first part");
    let shown: Vec<_> = problems.iter().map(shown).collect();
    assert_eq!(shown, [(Code::BulkScattered, Some("t1"), "", None)]);
}

#[test]
fn a_township_goes_on_in_the_next_file() {
    let first = csv("jurisdiction,kind,date,id\nt1,meeting,2025-01-05,1\nt2,visit,2025-01-05,1\n");
    let second = jsonl(
        "{\"jurisdiction\":\"t2\",\"kind\":\"visit\",\"date\":\"2025-01-06\",\"id\":\"2\"}\n\
         {\"jurisdiction\":\"t3\",\"kind\":\"visit\",\"date\":\"2025-01-06\",\"id\":\"2\"}\n",
    );
    let (townships, problems) = told(&[first, second], &Mapping::own());
    assert_eq!(good(&townships), ["t1", "t2", "t3"]);
    assert!(problems.is_empty(), "{problems:?}");
}

#[test]
fn a_file_without_a_needed_column_is_left_out_and_its_neighbours_are_told() {
    let first = csv("jurisdiction,kind,date\nt1,meeting,2025-01-05\nt2,meeting,2025-01-05\n");
    let lacking = BulkFile::of_bytes(
        "b.csv",
        Format::Csv,
        "jurisdction,kind,date\nt3,meeting,2025-01-05\n",
    );
    let broken = BulkFile::of_bytes("c.parquet", Format::Parquet, "no Parquet at all");
    let last = jsonl("{\"jurisdiction\":\"t4\",\"kind\":\"visit\",\"date\":\"2025-01-05\"}\n");
    let (townships, problems) = told(&[first, lacking, broken, last], &Mapping::own());
    assert_eq!(good(&townships), ["t1", "t2", "t4"]);
    let shown: Vec<_> = problems.iter().map(shown).collect();
    assert_eq!(
        shown,
        [
            (Code::BulkIncomplete, Some("t2"), "a.csv", None),
            (Code::BulkIncomplete, Some("t4"), "a.jsonl", None),
            (Code::BulkColumn, None, "b.csv", None),
            (Code::BulkUnreadable, None, "c.parquet", None),
        ]
    );
    let column = problems.iter().find(|p| p.note.code == Code::BulkColumn);
    let near = ("suggestion", "jurisdction".into());
    assert!(
        column
            .expect("made by the test itself")
            .note
            .args
            .contains(&near),
        "{column:?}"
    );
}

/// Townships of some records each, in groups of rows of about 50,000.
fn parquet(townships: usize, records: usize) -> Vec<u8> {
    let mut bytes: Vec<u8> = Vec::new();
    let mut writer =
        BulkWriter::start(Format::Parquet, &mut bytes).expect("made by the test itself");
    for township in 0..townships {
        for at in 0..records {
            let record = Record {
                id: format!("r{at}"),
                ..Record::new(Kind::Visit, date(2025, 1, 5))
            };
            writer
                .write(&format!("t{township}"), &record)
                .expect("made by the test itself");
        }
    }
    writer.finish().expect("made by the test itself");
    bytes
}

#[test]
fn a_damaged_group_of_rows_is_left_out_and_its_neighbours_are_told() {
    let mut bytes = parquet(6, 25_000);
    // Two townships a group; somewhere in the middle of the second.
    let middle = bytes.len() / 2;
    for byte in &mut bytes[middle - 2_000..middle + 2_000] {
        *byte ^= 0x55;
    }
    let (townships, problems) = told(
        &[BulkFile::of_bytes("a.parquet", Format::Parquet, bytes)],
        &Mapping::own(),
    );
    let shown: Vec<_> = problems.iter().map(shown).collect();
    assert_eq!(good(&townships), ["t0", "t1", "t4", "t5"]);
    assert_eq!(
        shown,
        [
            (Code::BulkIncomplete, Some("t1"), "a.parquet", None),
            (Code::BulkDamaged, None, "a.parquet", None),
            (Code::BulkIncomplete, Some("t4"), "a.parquet", None),
        ]
    );
}

#[test]
fn a_mapping_says_all_that_is_wrong_with_it() {
    let text = "columns: { town: jurisdction, what: kind }\n\
                units: { amount: dollars, note: fen }\n\
                county: { digits: 6, divide: 3 }\n\
                kinds: { 会: { kind: meting } }\n\
                defaults: { date: soon }\n";
    let mut sources = Sources::default();
    let file = sources.add("mapping.yaml", text);
    let staged = Mapping::from_yaml(text, file);
    assert!(staged.value.is_none());
    let reasons: Vec<String> = staged
        .notes
        .iter()
        .map(|note| format!("{:?}", note.args.first()))
        .collect();
    for reason in ["field", "unit", "county", "kind", "value", "missing"] {
        let wanted = format!("{reason:?}");
        assert!(
            reasons.iter().any(|r| r.contains(&wanted)),
            "{reason}: {reasons:?}"
        );
    }
    for lang in [Lang::ZhCn, Lang::En] {
        let text = render_text(&staged.notes, &sources, Messages::of(lang), false);
        assert!(text.contains("LS1001") && !text.contains("{ $"), "{text}");
    }
    let text = "columns: [";
    let file = sources.add("other.yaml", text);
    assert_eq!(Mapping::from_yaml(text, file).notes.len(), 1);
}

#[test]
fn what_is_written_is_the_same_every_time() {
    assert_eq!(parquet(3, 50), parquet(3, 50));
}
