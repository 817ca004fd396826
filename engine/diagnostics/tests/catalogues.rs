//! The catalogues say the same things in both languages, and something for every code.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use luoshi_diagnostics::{Code, Lang, Messages};

const FILES: [[(&str, &str); 34]; 2] = [
    [
        ("plan", include_str!("../messages/zh-CN/plan.ftl")),
        ("evidence", include_str!("../messages/zh-CN/evidence.ftl")),
        ("rules", include_str!("../messages/zh-CN/rules.ftl")),
        ("plugin", include_str!("../messages/zh-CN/plugin.ftl")),
        ("report", include_str!("../messages/zh-CN/report.ftl")),
        ("cli", include_str!("../messages/zh-CN/cli.ftl")),
        ("lint", include_str!("../messages/zh-CN/lint.ftl")),
        ("workbook", include_str!("../messages/zh-CN/workbook.ftl")),
        ("agenda", include_str!("../messages/zh-CN/agenda.ftl")),
        ("layout", include_str!("../messages/zh-CN/layout.ftl")),
        ("documents", include_str!("../messages/zh-CN/documents.ftl")),
        ("roster", include_str!("../messages/zh-CN/roster.ftl")),
        ("templates", include_str!("../messages/zh-CN/templates.ftl")),
        ("chain", include_str!("../messages/zh-CN/chain.ftl")),
        ("coverage", include_str!("../messages/zh-CN/coverage.ftl")),
        ("html", include_str!("../messages/zh-CN/html.ftl")),
        ("editor", include_str!("../messages/zh-CN/editor.ftl")),
        ("what_if", include_str!("../messages/zh-CN/what_if.ftl")),
        ("package", include_str!("../messages/zh-CN/package.ftl")),
        ("trust", include_str!("../messages/zh-CN/trust.ftl")),
        (
            "rule_tests",
            include_str!("../messages/zh-CN/rule_tests.ftl"),
        ),
        ("tailor", include_str!("../messages/zh-CN/tailor.ftl")),
        ("upgrade", include_str!("../messages/zh-CN/upgrade.ftl")),
        ("impact", include_str!("../messages/zh-CN/impact.ftl")),
        ("analysis", include_str!("../messages/zh-CN/analysis.ftl")),
        ("audit", include_str!("../messages/zh-CN/audit.ftl")),
        ("bulk", include_str!("../messages/zh-CN/bulk.ftl")),
        ("signs", include_str!("../messages/zh-CN/signs.ftl")),
        ("sample", include_str!("../messages/zh-CN/sample.ftl")),
        ("follow", include_str!("../messages/zh-CN/follow.ftl")),
        ("exchange", include_str!("../messages/zh-CN/exchange.ftl")),
        ("dashboard", include_str!("../messages/zh-CN/dashboard.ftl")),
        ("topics", include_str!("../messages/zh-CN/topics.ftl")),
        (
            "checkpoint",
            include_str!("../messages/zh-CN/checkpoint.ftl"),
        ),
    ],
    [
        ("plan", include_str!("../messages/en/plan.ftl")),
        ("evidence", include_str!("../messages/en/evidence.ftl")),
        ("rules", include_str!("../messages/en/rules.ftl")),
        ("plugin", include_str!("../messages/en/plugin.ftl")),
        ("report", include_str!("../messages/en/report.ftl")),
        ("cli", include_str!("../messages/en/cli.ftl")),
        ("lint", include_str!("../messages/en/lint.ftl")),
        ("workbook", include_str!("../messages/en/workbook.ftl")),
        ("agenda", include_str!("../messages/en/agenda.ftl")),
        ("layout", include_str!("../messages/en/layout.ftl")),
        ("documents", include_str!("../messages/en/documents.ftl")),
        ("roster", include_str!("../messages/en/roster.ftl")),
        ("templates", include_str!("../messages/en/templates.ftl")),
        ("chain", include_str!("../messages/en/chain.ftl")),
        ("coverage", include_str!("../messages/en/coverage.ftl")),
        ("html", include_str!("../messages/en/html.ftl")),
        ("editor", include_str!("../messages/en/editor.ftl")),
        ("what_if", include_str!("../messages/en/what_if.ftl")),
        ("package", include_str!("../messages/en/package.ftl")),
        ("trust", include_str!("../messages/en/trust.ftl")),
        ("rule_tests", include_str!("../messages/en/rule_tests.ftl")),
        ("tailor", include_str!("../messages/en/tailor.ftl")),
        ("upgrade", include_str!("../messages/en/upgrade.ftl")),
        ("impact", include_str!("../messages/en/impact.ftl")),
        ("analysis", include_str!("../messages/en/analysis.ftl")),
        ("audit", include_str!("../messages/en/audit.ftl")),
        ("bulk", include_str!("../messages/en/bulk.ftl")),
        ("signs", include_str!("../messages/en/signs.ftl")),
        ("sample", include_str!("../messages/en/sample.ftl")),
        ("follow", include_str!("../messages/en/follow.ftl")),
        ("exchange", include_str!("../messages/en/exchange.ftl")),
        ("dashboard", include_str!("../messages/en/dashboard.ftl")),
        ("topics", include_str!("../messages/en/topics.ftl")),
        ("checkpoint", include_str!("../messages/en/checkpoint.ftl")),
    ],
];

/// Key or `key.attribute`, to the arguments that its text uses.
type Texts = BTreeMap<String, BTreeSet<String>>;

fn texts(name: &str, source: &str) -> Texts {
    let resource = fluent_syntax::parser::parse(source)
        .unwrap_or_else(|(_, errors)| panic!("{name}.ftl: {errors:?}"));
    let mut texts = Texts::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else {
            continue;
        };
        let id = message.id.name;
        let values = message.value.iter().map(|value| (id.to_owned(), value));
        let attributes = message
            .attributes
            .iter()
            .map(|a| (format!("{id}.{}", a.id.name), &a.value));
        for (key, pattern) in values.chain(attributes) {
            let mut used = BTreeSet::new();
            arguments(pattern, &mut used);
            assert!(
                texts.insert(key.clone(), used).is_none(),
                "{name}.ftl has {key} twice"
            );
        }
    }
    texts
}

fn arguments(pattern: &Pattern<&str>, used: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { .. } => {}
            PatternElement::Placeable { expression } => expressed(expression, used),
        }
    }
}

fn expressed(expression: &Expression<&str>, used: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => inlined(inline, used),
        Expression::Select { selector, variants } => {
            inlined(selector, used);
            for variant in variants {
                arguments(&variant.value, used);
            }
        }
    }
}

fn inlined(inline: &InlineExpression<&str>, used: &mut BTreeSet<String>) {
    match inline {
        // `padded` is `number` with a leading zero: which of them a language shows is its own affair.
        InlineExpression::VariableReference { id } => {
            used.insert(id.name.replace("padded", "number"));
        }
        InlineExpression::Placeable { expression } => expressed(expression, used),
        _ => {}
    }
}

#[test]
fn both_languages_have_the_same_keys_and_arguments() {
    let [zh, en] = FILES;
    for ((name, zh), (_, en)) in zh.iter().zip(en) {
        let (zh, en) = (texts(name, zh), texts(name, en));
        let missing: Vec<_> = zh.keys().filter(|key| !en.contains_key(*key)).collect();
        assert!(
            missing.is_empty(),
            "{name}.ftl lacks in English: {missing:?}"
        );
        let missing: Vec<_> = en.keys().filter(|key| !zh.contains_key(*key)).collect();
        assert!(
            missing.is_empty(),
            "{name}.ftl lacks in Chinese: {missing:?}"
        );
        for (key, arguments) in &zh {
            assert_eq!(arguments, &en[key], "arguments of {key}");
        }
    }
}

#[test]
fn no_key_stands_in_two_catalogues() {
    for files in FILES {
        let mut seen: BTreeMap<String, &str> = BTreeMap::new();
        for (name, source) in files {
            for key in texts(name, source).into_keys() {
                let before = seen.insert(key.clone(), name);
                assert_eq!(before, None, "{key} also in {name}.ftl");
            }
        }
    }
}

/// An office has the program and not its sources.
#[test]
fn no_text_sends_people_to_a_page_of_the_sources() {
    for (name, source) in FILES.into_iter().flatten() {
        for (number, line) in (1..).zip(source.lines()) {
            // `plugin new` puts these two into the folder that it makes.
            let line = line
                .replace("luoshi/wit/TABLES.md", "")
                .replace("README.md", "");
            let page = line.split(|c: char| !c.is_ascii_alphanumeric() && c != '.');
            let is_page = |word: &str| {
                let stem = word.strip_suffix(".md").unwrap_or_default();
                stem.len() > 1 && stem.bytes().all(|b| b.is_ascii_uppercase()) && stem != "NAME"
            };
            let named = page.into_iter().any(is_page) || line.contains("engine/");
            assert!(!named, "{name}.ftl:{number}: {line}");
        }
    }
}

#[test]
fn every_code_has_its_message_and_its_help() {
    for lang in Lang::ALL {
        let words = Messages::of(lang);
        let lacks = |key: &String| words.find(key, &Vec::new()).is_none();
        let keys = Code::ALL
            .iter()
            .flat_map(|code| [code.name().to_owned(), format!("{}.help", code.name())]);
        let missing: Vec<String> = keys.filter(lacks).collect();
        assert!(missing.is_empty(), "{lang:?} lacks {missing:?}");
    }
}

#[test]
fn every_code_has_a_page() {
    for lang in Lang::ALL {
        let words = Messages::of(lang);
        for code in Code::ALL {
            let key = format!("{}.page", code.name());
            let page = words
                .find(&key, &Vec::new())
                .unwrap_or_else(|| panic!("{lang:?} lacks {key}"));
            let ends = page.matches(['。', '.', '？']).count();
            assert!(ends >= 2, "{key} is too short to explain anything: {page}");
            // `luoshi explain LS0304` has no arguments to give.
            assert!(!page.contains("{$"), "{key} uses an argument: {page}");
        }
    }
}

#[test]
fn messages_follow_the_style() {
    for lang in Lang::ALL {
        let words = Messages::of(lang);
        for code in Code::ALL {
            for part in ["", ".label", ".help"] {
                let key = format!("{}{part}", code.name());
                let Some(text) = words.find(&key, &Vec::new()) else {
                    continue;
                };
                assert!(
                    !text.ends_with(['。', '.', '！', '!']),
                    "{key} ends in a full stop: {text}"
                );
                assert!(!text.contains('\n'), "{key} has a line break");
            }
        }
    }
}

#[test]
fn codes_ascend_and_none_is_used_twice() {
    let ids: Vec<&str> = Code::ALL.iter().map(|code| code.id()).collect();
    assert!(ids.is_sorted_by(|a, b| a < b), "{ids:?}");
    let names: BTreeSet<&str> = Code::ALL.iter().map(|code| code.name()).collect();
    assert_eq!(names.len(), Code::ALL.len());
}

#[test]
fn one_is_said_otherwise_than_several_and_every_digit_is_shown() {
    let said = |lang, key, name, number: i64| {
        let args = vec![(name, number.into())];
        Messages::of(lang).text(key, &args)
    };
    let arranged = |townships| said(Lang::En, "arranged", "townships", townships);
    assert!(arranged(1).contains("one township"), "{}", arranged(1));
    assert!(arranged(2).contains("2 townships"), "{}", arranged(2));
    let anybody = |count| said(Lang::ZhCn, "waiver-by-anybody", "count", count);
    assert!(!anybody(1).contains("项"), "{}", anybody(1));
    assert!(anybody(3).contains("等 3 项"), "{}", anybody(3));
    for number in [0, -7, 1 << 53, i64::MAX, i64::MIN] {
        let text = said(Lang::En, "ledger-grown", "now", number);
        assert!(text.ends_with(&format!("now: {number}")), "{text}");
    }
}
