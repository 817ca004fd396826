//! From the draw to the list, filled in and read again.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use jiff::civil::date;
use luoshi_diagnostics::{Code, Lang, Messages};
use luoshi_evidence::Kind;
use luoshi_sample::{
    Answer, By, Estimate, Expected, Form, Openness, Rate, Request, Results, Sample, Selection,
    Terms, Unit, Verdict, csv_form, draw, estimate, estimate_text, population_digest, read_csv,
    read_workbook, sample_text, workbook_form,
};

fn rate(hundredths: u32) -> Rate {
    Rate::of(hundredths).unwrap()
}

fn unit(number: u32) -> Unit {
    let kinds = [Kind::Visit, Kind::Visit, Kind::Visit, Kind::Meeting];
    Unit {
        township: "PT".to_owned(),
        id: format!("r{number:04}"),
        kind: kinds[number as usize % 4],
        date: date(2012, 1 + (number % 12) as i8, 3),
        duty: "monthly_visit".to_owned(),
        subject: format!("v{:02}", number % 5),
        actor: "PT007".to_owned(),
        duty_name: "每月走访".to_owned(),
        subject_name: "东风村".to_owned(),
        content: String::new(),
    }
}

fn units(count: u32) -> Vec<Unit> {
    (0..count).map(unit).collect()
}

fn request(by: &[By]) -> Request {
    Request {
        terms: Terms {
            confidence: rate(9_500),
            tolerable: rate(500),
            expected: Expected::Count(0),
        },
        by: by.to_vec(),
        seed: "2012-A".to_owned(),
        size: None,
        as_of: date(2012, 12, 31),
        selection: Selection::default(),
    }
}

fn zh() -> Messages {
    Messages::of(Lang::ZhCn)
}

/// The list with answers: `answer` is asked for each row, by its place.
fn filled(sample: &Sample, answer: impl Fn(usize) -> &'static str) -> Form {
    let mut form = Form::of(sample, zh());
    for (at, row) in form.rows.iter_mut().enumerate() {
        row[11] = answer(at).to_owned();
    }
    form
}

#[track_caller]
fn back(form: &Form) -> Results {
    let staged = read_csv(&csv_form(form), "a.csv");
    assert_eq!(staged.notes, []);
    staged.value.unwrap()
}

fn result(count: u32, by: &[By], answer: impl Fn(usize) -> &'static str) -> Estimate {
    let sample = draw(units(count), &request(by)).unwrap();
    estimate(&back(&filled(&sample, answer)), Openness::Closed)
}

#[track_caller]
fn codes(form: &Form, expected: &[Code]) -> Option<Results> {
    let staged = read_csv(&csv_form(form), "a.csv");
    let found: Vec<Code> = staged.notes.iter().map(|note| note.code).collect();
    assert_eq!(found, expected);
    staged.value
}

#[test]
fn the_draw_depends_on_the_seed_alone() {
    let request = request(&[By::Kind, By::Month]);
    let sample = draw(units(400), &request).unwrap();
    let mut turned = units(400);
    turned.reverse();
    assert_eq!(draw(turned, &request).unwrap(), sample);
    let other = Request {
        seed: "2012-B".to_owned(),
        ..request
    };
    let other = draw(units(400), &other).unwrap();
    assert_ne!(other.items, sample.items);
    assert_eq!(other.strata, sample.strata);
}

/// What is drawn of one stratum does not depend on what else there is, as long as its share is the
/// same: the ranks of its records are theirs alone.
#[test]
fn a_stratum_keeps_its_order() {
    let drawn = |count| {
        let request = Request {
            size: Some(40),
            ..request(&[By::Kind])
        };
        let sample = draw(units(count), &request).unwrap();
        let meetings = sample
            .items
            .into_iter()
            .filter(|i| i.unit.kind == Kind::Meeting);
        meetings
            .map(|i| i.unit.id)
            .collect::<std::collections::BTreeSet<_>>()
    };
    // 40 of 400 and 40 of 404 records: 10 meetings each time, of 100 and 101.
    let (before, after) = (drawn(400), drawn(404));
    assert_eq!((before.len(), after.len()), (10, 10));
    assert!(before.intersection(&after).count() >= 9);
}

#[test]
fn nothing_found_is_enough_and_says_so() {
    for by in [&[][..], &[By::Kind], &[By::Kind, By::Village]] {
        let found = result(400, by, |_| "属实");
        assert_eq!(found.verdict, Verdict::Below, "{by:?}");
        assert_eq!(found.whole.rate, Some(rate(0)));
        assert_eq!(found.whole.least, rate(0));
        assert!(found.whole.most < rate(500));
    }
}

#[test]
fn everything_wrong_is_told_too() {
    let found = result(400, &[By::Kind], |_| "不属实");
    assert_eq!(found.verdict, Verdict::NotBelow);
    assert_eq!(
        (found.whole.rate, found.whole.most),
        (Some(rate(10_000)), rate(10_000))
    );
    let one = result(400, &[By::Kind], |at| if at == 3 { "查无" } else { "属实" });
    assert_eq!(one.verdict, Verdict::Open);
    assert!(one.whole.least < rate(500) && one.whole.most >= rate(500));
    assert!(one.whole.both.0 <= one.whole.least && one.whole.most <= one.whole.both.1);
}

#[test]
fn what_is_unchecked_counts_as_the_worst() {
    let unchecked = result(400, &[By::Kind], |at| if at < 5 { "" } else { "属实" });
    let wrong = result(400, &[By::Kind], |at| {
        if at < 5 { "不属实" } else { "属实" }
    });
    assert_eq!(unchecked.whole.most, wrong.whole.most);
    assert_eq!(unchecked.whole.least, rate(0));
    assert_eq!(unchecked.whole.rate, Some(rate(0)));
    assert_eq!(unchecked.whole.answers[Answer::Unchecked as usize], 5);
    assert!(wrong.whole.least > rate(0));
    let nobody = result(400, &[By::Kind], |_| "未查");
    assert_eq!((nobody.whole.rate, nobody.whole.most), (None, rate(10_000)));
    assert_eq!(nobody.verdict, Verdict::Open);
}

#[test]
fn populations_of_nothing_and_of_one() {
    assert_eq!(
        draw(Vec::new(), &request(&[])).unwrap_err().code,
        Code::SampleEmpty
    );
    let sample = draw(units(1), &request(&[By::Kind])).unwrap();
    assert_eq!((sample.items.len(), sample.allowed), (1, Some(0)));
    let found = result(1, &[By::Kind], |_| "不属实");
    assert_eq!(
        (found.whole.least, found.whole.most),
        (rate(10_000), rate(10_000))
    );
    assert_eq!(found.verdict, Verdict::NotBelow);
    let sample = draw(
        units(3),
        &Request {
            size: Some(100),
            ..request(&[])
        },
    )
    .unwrap();
    assert_eq!(sample.items.len(), 3);
}

#[test]
fn a_size_that_is_too_small_says_so() {
    let sample = draw(
        units(400),
        &Request {
            size: Some(20),
            ..request(&[])
        },
    )
    .unwrap();
    assert_eq!(sample.allowed, None);
    assert!(sample_text(zh(), &sample).contains("样本太小"));
    let sample = draw(
        units(400),
        &Request {
            size: Some(120),
            ..request(&[])
        },
    )
    .unwrap();
    assert_eq!(sample.allowed, Some(2));
}

#[test]
fn terms_that_lead_nowhere_are_refused() {
    let terms = request(&[]).terms;
    let wrong = [
        Terms {
            confidence: rate(10_000),
            ..terms
        },
        Terms {
            confidence: rate(4_999),
            ..terms
        },
        Terms {
            tolerable: rate(0),
            ..terms
        },
        Terms {
            expected: Expected::Rate(rate(500)),
            ..terms
        },
    ];
    for terms in wrong {
        let request = Request {
            terms,
            ..request(&[])
        };
        assert_eq!(
            draw(units(9), &request).unwrap_err().code,
            Code::SampleTerms
        );
    }
    for seed in ["", "a b", "种子"] {
        let request = Request {
            seed: seed.to_owned(),
            ..request(&[])
        };
        assert_eq!(
            draw(units(9), &request).unwrap_err().code,
            Code::SampleTerms
        );
    }
}

#[test]
fn a_workbook_comes_back_like_a_table() {
    let sample = draw(units(120), &request(&[By::Month])).unwrap();
    for lang in Lang::ALL {
        let words = Messages::of(lang);
        let mut form = Form::of(&sample, words);
        form.rows[0][11] = Answer::Refuted.shown(words);
        let bytes = workbook_form(&form, words).unwrap();
        assert_eq!(bytes, workbook_form(&form, words).unwrap());
        let read = read_workbook(&bytes, "a.xlsx");
        assert_eq!(read.notes, []);
        assert_eq!(read.value.unwrap(), back(&form));
    }
}

#[test]
fn rows_that_were_changed_are_refused() {
    let sample = draw(units(400), &request(&[By::Kind])).unwrap();
    let mut form = filled(&sample, |_| "属实");
    form.rows[2][10] = "r9999".to_owned();
    form.rows[4][3] = "1".to_owned();
    form.rows[6][11] = "是".to_owned();
    let read = codes(
        &form,
        &[
            Code::SampleForeignRow,
            Code::SampleForeignRow,
            Code::SampleAnswer,
        ],
    );
    assert_eq!(read, None);
}

#[test]
fn repeated_and_missing_rows() {
    let sample = draw(units(400), &request(&[By::Kind])).unwrap();
    let mut form = filled(&sample, |_| "属实");
    let again = form.rows[0].clone();
    form.rows.push(again);
    assert!(codes(&form, &[Code::SampleRepeated]).is_some());
    form.rows.last_mut().unwrap()[11] = "不属实".to_owned();
    assert!(codes(&form, &[Code::SampleContradicted]).is_none());
    form.rows.pop();
    // A whole stratum that did not come back is as unchecked as a row.
    let meeting = "会议";
    form.rows.retain(|row| row[6] != meeting);
    let results = codes(&form, &[Code::SampleRowsMissing]).unwrap();
    let found = estimate(&results, Openness::Closed);
    assert_eq!(
        (found.whole.all, found.whole.drawn),
        (400, sample.items.len() as u64)
    );
    assert_eq!(found.whole.rate, None);
    assert_eq!(found.verdict, Verdict::Open);
    assert!(estimate_text(zh(), &found).contains("（整层没有交回）"));
}

#[test]
fn what_is_no_list_is_refused() {
    for (text, reason) in [("", "head"), ("a,b\n", "head"), ("\"", "head")] {
        let staged = read_csv(text, "a.csv");
        assert_eq!(staged.notes[0].code, Code::SampleUnreadable, "{reason}");
    }
    let sample = draw(units(10), &request(&[])).unwrap();
    let head = Form::of(&sample, zh()).head;
    assert_eq!(
        read_csv(&head, "a.csv").notes[0].code,
        Code::SampleUnreadable
    );
    assert_eq!(
        read_workbook(b"PK", "a.xlsx").notes[0].code,
        Code::SampleUnreadable
    );
}

#[test]
fn a_changed_ledger_has_another_digest() {
    let before = population_digest(&units(20));
    let mut turned = units(20);
    turned.reverse();
    assert_eq!(population_digest(&turned), before);
    turned[3].content = "改".to_owned();
    assert_ne!(population_digest(&turned), before);
    assert_ne!(population_digest(&units(21)), before);
}

#[test]
fn an_open_practice_has_wider_bounds() {
    let sample = draw(units(100), &request(&[])).unwrap();
    let results = back(&filled(&sample, |_| "属实"));
    let (closed, open) = (
        estimate(&results, Openness::Closed),
        estimate(&results, Openness::Open),
    );
    assert!(open.whole.most > closed.whole.most);
    assert_eq!(open.whole.most_records, None);
}

/// The list says from which records it was drawn, so that the ledger can be looked at again.
#[test]
fn the_list_remembers_the_choice() {
    let selection = Selection {
        kinds: vec![Kind::Visit],
        duties: vec!["monthly_visit".to_owned()],
        from: Some(date(2012, 3, 1)),
        to: None,
    };
    let chosen = Request {
        selection: selection.clone(),
        ..request(&[By::Month])
    };
    let sample = draw(units(400), &chosen).unwrap();
    assert!(sample.items.iter().all(|item| selection.has(&item.unit)));
    let results = back(&filled(&sample, |_| ""));
    assert_eq!(results.selection(), &selection);
    let kept: Vec<Unit> = units(400)
        .into_iter()
        .filter(|u| selection.has(u))
        .collect();
    assert_eq!(population_digest(&kept), results.population());
    assert_eq!(results.as_of(), date(2012, 12, 31));
}
