//! Nothing that can be typed makes reading or resolving panic.

use luoshi_diagnostics::{Lang, Messages, Sources, render_text};
use luoshi_plan::{Folder, KEYS, check_package, parse, resolve};
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop, prop_oneof, proptest};

/// Reads, resolves and shows whatever is there.
fn survive(texts: Vec<(String, String)>) {
    let mut sources = Sources::default();
    let folder = Folder {
        name: "town".to_owned(),
        texts,
        ..Folder::default()
    };
    let file = parse(&folder, &mut sources);
    let staged = resolve(&file, std::slice::from_ref(&file));
    let mut notes = staged.notes;
    notes.extend(check_package(&file, std::slice::from_ref(&file)));
    for lang in Lang::ALL {
        let shown = render_text(&notes, &sources, Messages::of(lang), false);
        assert_eq!(shown.is_empty(), notes.is_empty());
    }
}

const HEAD: &str = "luoshi: 1
plan: { id: p, title: 计划, issuer: 综治办, issued: 2012-05-10 }
package: { name: a, version: 1.0, publisher: 县, title: 包 }
period: { from: 2012-05-10, to: 2012-12-31 }
jurisdiction: { code: PT, name: 坪塘镇, level: township }
";

fn word() -> impl Strategy<Value = String> {
    let values = vec![
        "a",
        "b",
        "v01",
        "1",
        "2",
        "2/3",
        "2012-06-30",
        "2h",
        "month",
        "是",
        "${a}",
        "[a, b]",
        "{ a: b }",
        "&a",
        "*a",
        "!x",
        "\"",
        "：",
        "50元",
        "-",
        "9999-12-31",
        "-9999-01-01",
        "4294967295",
        "null",
    ];
    prop_oneof![
        3 => prop::sample::select(values).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
    ]
}

/// Lines that look like a plan: known keys at random depths with likely values.
fn yaml_ish() -> impl Strategy<Value = String> {
    let key = prop::sample::select(KEYS.to_vec())
        .prop_flat_map(|(en, zh)| prop_oneof![Just(en), Just(zh)]);
    let line = (0usize..5, any::<bool>(), key, prop::option::of(word())).prop_map(
        |(depth, item, key, value)| {
            let dash = if item { "- " } else { "" };
            format!(
                "{}{dash}{key}: {}\n",
                "  ".repeat(depth),
                value.unwrap_or_default()
            )
        },
    );
    prop::collection::vec(line, 0..40).prop_map(|lines| lines.concat())
}

/// A section of entries that is well formed, so that it gets as far as the checks.
fn section() -> impl Strategy<Value = String> {
    let sections = KEYS.to_vec();
    let entry = prop::collection::vec((prop::sample::select(KEYS.to_vec()), word()), 0..6)
        .prop_map(|pairs| {
            let pairs: Vec<String> = pairs
                .into_iter()
                .map(|((en, _), value)| format!("{en}: {value}"))
                .collect();
            format!("  - {{ id: a, name: b, {} }}\n", pairs.join(", "))
        });
    (
        prop::sample::select(sections),
        prop::collection::vec(entry, 0..4),
    )
        .prop_map(|((en, _), entries)| format!("{en}:\n{}", entries.concat()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_text(text in "\\PC*", bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let lossy = String::from_utf8_lossy(&bytes).into_owned();
        let csv = ("calendar/2027.csv".to_owned(), format!("date,kind,name\n{lossy}"));
        survive(vec![("plan.yaml".to_owned(), text), ("part.yaml".to_owned(), lossy), csv]);
    }

    #[test]
    fn text_like_a_plan(text in yaml_ish()) {
        survive(vec![("plan.yaml".to_owned(), format!("{HEAD}{text}"))]);
    }

    #[test]
    fn sections_like_a_plan(sections in prop::collection::vec(section(), 0..6)) {
        survive(vec![("plan.yaml".to_owned(), format!("{HEAD}{}", sections.concat()))]);
    }
}

/// Circles and chains as long as a file can hold must not overflow the stack, nor take for ever.
#[test]
fn ten_thousand_tasks_in_a_row() {
    let mut text = format!("{HEAD}tasks:\n");
    for at in 0..10_000 {
        text.push_str(&format!(
            "  - {{ id: t{at}, name: t, due: {{ within: 1d }}, after: t{} }}\n",
            (at + 1) % 10_000
        ));
    }
    survive(vec![("plan.yaml".to_owned(), text)]);
}

#[test]
fn a_hundred_thousand_wrong_keys() {
    let keys: String = (0..100_000).map(|at| format!("k{at}:\n")).collect();
    survive(vec![("plan.yaml".to_owned(), keys)]);
}
