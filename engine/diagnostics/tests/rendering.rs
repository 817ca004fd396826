//! Notes as people and as tools read them.

use luoshi_diagnostics::{
    Code, Lang, Messages, Note, Place, Sources, nearest, render_json, render_text,
};

const PLAN: &str = "luoshi: 1
会议:
  - 编号: council
    名称: 议事例会
    频此: { 每: 月, 至少: 1 }
    频此: 2
";

/// Two notes about one file, in the order in which nobody should read them.
fn notes() -> (Vec<Note>, Sources) {
    let mut sources = Sources::default();
    let file = sources.add("town/plan.yaml", PLAN);
    let place = |text: &str, nth: usize| {
        let (start, found) = PLAN.match_indices(text).nth(nth).expect("in the plan");
        let end = start + found.len();
        Place { file, start, end }
    };
    let twice = Note::new(Code::DuplicateKey)
        .at(place("频此", 1))
        .arg("key", "频此")
        .and(place("频此", 0), "label-first");
    let unknown = Note::new(Code::UnknownKey)
        .at(place("频此", 0))
        .arg("key", "频此")
        .arg("near", "频次");
    (vec![twice, unknown], sources)
}

#[test]
fn carets_stand_under_the_words_that_they_mean() {
    let (notes, sources) = notes();
    let text = render_text(&notes, &sources, Messages::of(Lang::ZhCn), false);
    let help = Messages::of(Lang::ZhCn).word("level-help");
    let expected = format!(
        "错误[LS0106]: 这里没有「频此」这个键
 --> town/plan.yaml:5:5
  |
5 |     频此: {{ 每: 月, 至少: 1 }}
  |     ^^^^ 不认识的键
  |
  = {help}: 是否想写「频次」？

错误[LS0105]: 「频此」写了两次
 --> town/plan.yaml:6:5
  |
5 |     频此: {{ 每: 月, 至少: 1 }}
  |     ---- 先写在这里
6 |     频此: 2
  |     ^^^^ 又写了一次
  |
  = {help}: 两处合并成一处，或者删去其中一处

"
    );
    assert_eq!(text, expected);
}

#[test]
fn a_caret_after_double_width_text_counts_columns_of_the_terminal() {
    let mut sources = Sources::default();
    let file = sources.add("a.yaml", "名称: 议事例会, 值\n");
    let start = "名称: 议事例会, ".len();
    let end = start + "值".len();
    let note = Note::new(Code::YamlTag).at(Place { file, start, end });
    let text = render_text(&[note], &sources, Messages::of(Lang::En), false);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[3], "1 | 名称: 议事例会, 值");
    // Four columns of frame, then 6 double-width characters and 4 narrow ones before the value.
    assert_eq!(lines[4], format!("  | {}^^ tag", " ".repeat(6 * 2 + 4)));
}

#[test]
fn a_note_without_a_place_is_still_a_note() {
    let note = Note::new(Code::MissingKey).arg("key", "plan");
    let text = render_text(&[note], &Sources::default(), Messages::of(Lang::En), false);
    assert!(
        text.starts_with("error[LS0107]: `plan` is missing\n"),
        "{text}"
    );
}

#[test]
fn what_is_too_much_to_read_is_counted() {
    let (_, mut sources) = notes();
    let file = sources.add("b.yaml", "x".repeat(300));
    let note = |start| {
        Note::new(Code::YamlTag).at(Place {
            file,
            start,
            end: start + 1,
        })
    };
    let many: Vec<Note> = (0..203).map(note).collect();
    let text = render_text(&many, &sources, Messages::of(Lang::En), false);
    assert_eq!(text.matches("LS0114").count(), 200);
    assert!(
        text.lines().last().is_some_and(|last| last.contains('3')),
        "{text}"
    );
}

#[test]
fn tools_read_the_same_notes_in_the_same_order() {
    let (notes, sources) = notes();
    let json = render_json(&notes, &sources, Messages::of(Lang::En));
    let expected = serde_json::json!([
        {
            "code": "LS0106", "name": "unknown-key", "level": "error",
            "message": "there is no key `频此` here", "help": "did you mean `频次`?",
            "place": {
                "file": "town/plan.yaml", "line": 5, "column": 5, "end_line": 5, "end_column": 7,
                "source": "    频此: { 每: 月, 至少: 1 }",
            },
        },
        {
            "code": "LS0105", "name": "duplicate-key", "level": "error",
            "message": "`频此` is written twice", "help": "merge the two, or delete one",
            "place": {
                "file": "town/plan.yaml", "line": 6, "column": 5, "end_line": 6, "end_column": 7,
                "source": "    频此: 2",
            },
        },
    ]);
    assert_eq!(json, expected);
}

#[test]
fn names_are_near_by_letters_and_by_sound() {
    assert_eq!(nearest("会仪", ["任务", "会议", "meetings"]), Some("会议"));
    assert_eq!(
        nearest("meetngs", ["tasks", "会议", "meetings"]),
        Some("meetings")
    );
    assert_eq!(nearest("任物", ["任务", "会议"]), Some("任务"));
    assert_eq!(nearest("zzz", ["tasks", "会议"]), None);
}

#[test]
fn a_personal_number_is_not_shown_again() {
    let text = "{\"id\":\"a\",\"note\":\"电话 13800138000\"}\n";
    let mut sources = Sources::default();
    let file = sources.add("evidence.jsonl", text);
    let start = text.find("138").expect("in the text");
    let place = Place {
        file,
        start,
        end: start + 11,
    };
    let line = Place {
        file,
        start: 0,
        end: 5,
    };
    let notes = [
        Note::new(Code::RecordPersonal).at(place),
        Note::new(Code::RecordSyntax).at(line),
    ];
    let words = Messages::of(Lang::ZhCn);
    let shown = render_text(&notes, &sources, words, false);
    let json = render_json(&notes, &sources, words).to_string();
    for output in [shown, json] {
        assert!(!output.contains("138"), "{output}");
        assert!(output.contains("***********"), "{output}");
    }
}
