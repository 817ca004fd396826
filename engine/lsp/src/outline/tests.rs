//! `^` is where the position is.

use super::{Role, Step, spot};

/// What is at the mark, as `role path|token|siblings`.
fn seen(text: &str) -> String {
    let at = text.find('^').expect("a mark");
    let text = text.replacen('^', "", 1);
    let Some(spot) = spot(&text, at) else {
        return "nothing".to_owned();
    };
    let step = |step: &Step| match step {
        Step::Key(key) => format!("/{key}"),
        Step::Item => "/-".to_owned(),
    };
    let path: String = spot.path.iter().map(step).collect();
    let role = match (spot.role, spot.opens, spot.dash) {
        (Role::Key, ..) => "key",
        (Role::Value, true, true) => "dash",
        (Role::Value, true, false) => "value+",
        (Role::Value, false, _) => "value",
    };
    let siblings = spot.siblings.join(" ");
    format!("{role} {path}|{}|{siblings}", &text[spot.token])
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(seen(text), expected, "{text}");
}

#[test]
fn keys_of_blocks() {
    check("^", "value+ ||");
    check("a: 1\n^\nb: 2\n", "key ||a b");
    check("a: 1\nse^\n", "key |se|a");
    check("a: 1\nse^t: 2\n", "key |set|a");
    check(
        "m:\n  - id: x\n    na^\n    to: y\nz: 1\n",
        "key /m/-|na|id to",
    );
    check(
        "m:\n  - id: x\n    cadence:\n      every: month\n      ^\n",
        "key /m/-/cadence||every",
    );
    check("m:\n- id: x\n  ^\nz: 1\n", "key /m/-||id");
    check("a:\n  b: 1\n^\n", "key ||a");
    check("\"a b\": 1\n^", "key ||a b");
}

#[test]
fn values_of_blocks() {
    check("a: ^\nb: 1\n", "value /a||");
    check("a: x^y # c\n", "value /a|xy|");
    check("a:\n  ^\nb: 1\n", "value+ /a||");
    check("m:\n  - ^\n", "value+ /m/-||");
    check("m:\n  - ^\n    id: x\n", "value+ /m/-||id");
    check("m:\n  - id: x\n    s: 1\n  ^\n", "dash /m/-||");
    check("m:\n  - id: x\n    s: \"v^\"\n", "value /m/-/s|v|");
    check("m:\n  - - ^x\n", "value+ /m/-/-|x|");
    check("a: ${x^\n", "value /a|${x|");
}

#[test]
fn brackets() {
    check("a: { b: 1, ^ }\n", "key /a||b");
    check("a: { b: 1, c^: 2, d: 3 }\n", "key /a|c|b d");
    check("a: { b: ^ }\n", "value /a/b||");
    check("a: [x, ^]\n", "value /a/-||");
    check("a: [x, \"y^\"]\n", "value /a/-|y|");
    check("a: [{ b: ${p}, c^ }]\n", "key /a/-|c|b");
    check("m:\n  - { id: x,\n      na^ }\n", "key /m/-|na|id");
    check("a: { b: { c: 1 }, ^\nz: 1\n", "key /a||b");
    check("a: [x, ^\nz: 1\n", "value /a/-||");
    check("a: { b: 1\nz: ^\n", "value /z||");
}

#[test]
fn texts_and_comments() {
    check("a: 1 # b^\n", "nothing");
    check("# ^\n", "nothing");
    check("a: >-\n  x\n  y: ^\nb: 1\n", "value /a|>-\n  x\n  y: |");
    check("a: >-\n  x\n^\nb: 1\n", "key ||a b");
    check("a: 'x\n  ^y'\nb: 1\n", "value /a|x\n  y|");
    check("a: 'x\nb: ^\n", "value /b||");
    check("a: 1\r\nb: ^\r\n", "value /b||");
    check("名称: 村\n条^\n", "key |条|名称");
}

#[test]
fn any_text_at_any_place_has_an_answer() {
    let texts = [
        "a: { b: [x, {c: 'd\n]}\n- - e: |\n f\n\t- g: \"\\\"\n${{}}: h\n",
        "}]{[,:#'\"|>-?&*!%@`\u{feff}\u{e000}村: 𠮷\r\r\n- ",
    ];
    for text in texts {
        for at in 0..=text.len() + 2 {
            let _ = spot(text, at);
        }
    }
}
