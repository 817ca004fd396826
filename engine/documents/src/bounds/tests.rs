use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq};
use proptest::{collection::vec, proptest, sample::select};
use tera::{Context, Tera};

use super::{Guarded, Limits, Refused, RenderFault, RenderWhy, Why, guard, render};
use crate::filters::{Slip, register};

const SMALL: Limits = Limits {
    template: 256 * 1024,
    depth: 24,
    growth: 256,
    steps: 10_000,
    output: 10_000,
};

fn rendered(source: &str) -> Result<String, RenderFault> {
    let guarded = guard(source, &SMALL).unwrap_or_else(|refused| panic!("{source}: {refused:?}"));
    render_guarded(&guarded)
}

fn render_guarded(guarded: &Guarded) -> Result<String, RenderFault> {
    let mut tera = Tera::default();
    register(&mut tera);
    tera.add_raw_template("t.txt", &guarded.text)
        .map_err(|error| super::unreadable(&error))?;
    let mut context = Context::new();
    context.insert("rows", &vec![1; 100]);
    context.insert("word", "字".repeat(100).as_str());
    render(&tera, "t.txt", &context, &SMALL)
}

/// Every way out of the bounds that is known, with what is refused and where.
#[test]
fn refused_templates() {
    let tag = |name: &str| Why::Tag(name.to_owned());
    let refused = [
        ("甲{% include 'b.md' %}", "include", tag("include")),
        ("{% extends 'b.md' %}", "extends", tag("extends")),
        ("{% block a %}{% endblock %}", "block", tag("block")),
        (
            "{% component a() %}{% endcomponent %}",
            "component",
            tag("component"),
        ),
        ("{% filter upper %}{% endfilter %}", "filter", tag("filter")),
        ("{% set_global a = 1 %}", "set_global", tag("set_global")),
        ("{%- raw -%}{{ a }}{% endraw %}", "raw", tag("raw")),
        ("{% <a> %}", "<", tag("<")),
        (
            "{% set a %}甲{% endset %}",
            "{% set a %}",
            Why::CapturingSet,
        ),
        (
            "{% set a | trim %}甲{% endset %}",
            "{% set a | trim %}",
            Why::CapturingSet,
        ),
        (
            "{% for k, v in a %}{% endfor %}",
            "{% for k, v in a %}",
            Why::TwoNames,
        ),
        (
            "{{ [a for a in rows] | count }}",
            "for",
            Why::LoopInExpression,
        ),
        ("{{ [...rows, ...rows] | count }}", "...", Why::Spread),
        (
            "{{ __tera_context }}",
            "__tera_context",
            Why::Name("__tera_context".to_owned()),
        ),
        (
            "{{ rows | __steps }}",
            "__steps",
            Why::Name("__steps".to_owned()),
        ),
        (
            "{{ rows.__steps }}",
            "__steps",
            Why::Name("__steps".to_owned()),
        ),
        ("甲{{ '甲", "'", Why::Unclosed),
        ("甲{# 甲", "{#", Why::Unclosed),
        ("甲{{- 甲", "{{-", Why::Unclosed),
    ];
    for (source, place, why) in refused {
        let Refused { at, why: found } = guard(source, &SMALL).unwrap_err();
        assert_eq!((&source[at], found), (place, why), "{source}");
    }
    let safe = guard("{{ word | safe }}", &SMALL).unwrap_err();
    assert!(matches!(safe.why, Why::Filter { name, .. } if name == "safe"));
    let long = "甲".repeat(SMALL.template);
    assert_eq!(guard(&long, &SMALL).unwrap_err().why, Why::TooLong);
}

/// Doubling, in each form that it can take; the ninth doubling is one too many.
#[test]
fn doubling_is_refused() {
    let doublings = [
        "{% set a = a ~ a %}",
        "{% set a = [a, a] %}",
        "{% set a = {'a': a, 'b': a} %}",
        "{% set a = [a] | list ~ a %}",
        "{% set b = a ~ 'x' %}{% set a = b ~ b %}",
        "{% if a %}{% set a = a ~ a %}{% else %}{% set a = a ~ a %}{% endif %}",
        "{% for x in [a ~ a] %}{% set a = x %}{% endfor %}",
        "{% set a = a[b] ~ a %}",
    ];
    for doubling in doublings {
        let start = "{% set a = word %}";
        let few = format!("{start}{}", doubling.repeat(4));
        assert!(guard(&few, &SMALL).is_ok(), "{few}");
        let many = format!("{start}{}", doubling.repeat(9));
        assert_eq!(
            guard(&many, &SMALL).unwrap_err().why,
            Why::Growth,
            "{doubling}"
        );
    }
    // Adding the same again and again is no doubling.
    let adding = format!("{{% set a = '' %}}{}", "{% set a = a ~ word %}".repeat(200));
    assert!(guard(&adding, &SMALL).is_ok());
}

#[test]
fn loops_end() {
    let endless = [
        "{% for a in rows %}{% for b in rows %}{% for c in rows %}{% endfor %}{% endfor %}{% endfor %}",
        "{% for a in range(end=10000) %}{% endfor %}{% for a in rows %}{% endfor %}",
        "{% for a in rows %}{% for b in range(end=1000) %}{% break %}{% endfor %}{% endfor %}",
        "{% for a in rows %}{{ rows | sum }}{% endfor %}",
        "{% for a in rows %}{% if rows is containing(pat=a) %}{% endif %}{% endfor %}",
    ];
    for source in endless {
        let why = rendered(source).map_err(|fault| fault.why);
        assert_eq!(why, Err(RenderWhy::Slip(Slip::Steps)), "{source}");
    }
    assert!(
        rendered("{% for a in rows %}{% for b in range(end=9) %}{% endfor %}{% endfor %}").is_ok()
    );
}

#[test]
fn output_ends() {
    let long = [
        "{% for a in rows %}{{ word }}{% endfor %}",
        "{{ word ~ word }}{% for a in rows %}甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲{% endfor %}",
    ];
    for source in long {
        assert_eq!(rendered(source).unwrap_err().why, RenderWhy::TooLong);
    }
}

/// A thread of 2 MiB, as the tests of `cargo` run on, is enough for the deepest that is let through.
#[test]
fn depth_is_refused_before_the_parser_overflows() {
    let nested = |n: usize| format!("{}{}", "{% if 1 %}".repeat(n), "{% endif %}".repeat(n));
    let chain = |n: usize| format!("{{% if 1 %}}{}{{% endif %}}", "{% elif 1 %}".repeat(n));
    let loops = |n: usize| {
        format!(
            "{}{}",
            "{% for a in [1] %}".repeat(n),
            "{% endfor %}".repeat(n)
        )
    };
    for make in [&nested as &dyn Fn(usize) -> String, &chain, &loops] {
        assert!(rendered(&make(20)).is_ok());
        for deep in [25, 300, 3000] {
            assert_eq!(guard(&make(deep), &SMALL).unwrap_err().why, Why::TooDeep);
        }
    }
    let inside = format!("{}1{}", "(".repeat(30), ")".repeat(30));
    let deepest = nested(20).replace("if 1", &format!("if {inside}"));
    assert_eq!(rendered(&deepest).as_deref(), Ok(""));
    // Brackets and parentheses beyond that are Tera's to refuse: it counts them.
    let many = format!("{{{{ {}1{} }}}}", "(".repeat(9999), ")".repeat(9999));
    assert!(matches!(
        rendered(&many).unwrap_err().why,
        RenderWhy::Tera(_)
    ));
    let brackets = format!("{{{{ {}1{} }}}}", "a[".repeat(9999), "]".repeat(9999));
    assert_eq!(guard(&brackets, &SMALL).unwrap_err().why, Why::TooDeep);
}

/// What is no template at all is let through for Tera to tell what it expected.
#[test]
fn malformed_templates_are_told_by_tera() {
    let malformed = [
        "{{ word.] }}",
        "{{ word. }}",
        "{{ word[ }}",
        "{{ [word }}",
        "{{ word | }}",
        "{{ word is }}",
        "{{ }",
        "{{ }}",
        "{% for a %}{% endfor %}",
        "{% for a in %}{% endfor %}",
        "{% if %}{% endif %}",
        "{% if word %}",
        "{% endfor %}",
        "{% set a = %}",
    ];
    for source in malformed {
        match guard(source, &SMALL) {
            Err(refused) => assert!(
                matches!(refused.why, Why::Unclosed | Why::Tag(_)),
                "{source}"
            ),
            Ok(guarded) => {
                let fault = render_guarded(&guarded).unwrap_err();
                assert!(
                    matches!(fault.why, RenderWhy::Tera(_)),
                    "{source}: {fault:?}"
                );
            }
        }
    }
}

/// What is put in keeps lines, blanks and meaning.
#[test]
fn guarded_templates_mean_the_same() {
    let same = [
        (
            "甲\n{%- for a in rows -%}\n  乙 {%- break -%} {%- endfor %}\n丙",
            "甲乙\n丙",
        ),
        ("{{- word | first_chars(n=1) -}} 甲", "字甲"),
        (
            "{% set a = {'x': [1, 2]} %}{{ a.x[1] }}{{ a['x'][0] }}{{ a?.y | default(value='无') }}",
            "21无",
        ),
        (
            "{% for a in rows %}{% if loop.index > 2 %}{% break %}{% endif %}{{ loop.index }}{% endfor %}",
            "12",
        ),
        (
            "{{ '是' if rows | count == 100 and not word is undefined else '否' }}",
            "是",
        ),
        ("{{ 1 if 2 in [1, 2] else 0 }}{{ 1 + 2 * 3 - -1 }}", "18"),
        ("{# {{ 没有 }} #}甲{{ '}}' ~ \"%}\" }}", "甲}}%}"),
        ("{% for a in [] %}甲{% else %}乙{% endfor %}", "乙"),
        ("{{ word[0:2] }}", "字字"),
    ];
    for (source, gives) in same {
        assert_eq!(rendered(source).as_deref(), Ok(gives), "{source}");
    }
}

#[test]
fn places_are_those_of_the_source() {
    let wrong = [
        ("甲\n{{ word }}{{ wrod }}", "wrod", 2),
        ("{% for a in rows %}{{ word ~ a ~ b }}{% endfor %}", "b", 1),
        ("\n\n{{ rows[0] }} {{ word | date }}", "word", 3),
        ("{{ word }}\n{{ word[rows[nothing]] }}", "nothing", 2),
    ];
    for (source, place, line) in wrong {
        let guarded = guard(source, &SMALL).unwrap();
        let fault = render_guarded(&guarded).unwrap_err();
        let at = guarded.in_source(fault.at.unwrap());
        assert_eq!((&source[at], fault.line), (place, Some(line)), "{source}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    /// Whatever a template says: it is refused or rendered or fails, at a place of its own, and always the same.
    #[test]
    fn every_template_ends(parts in vec(select(&[
        "{{", "}}", "{%", "%}", "{{-", "-%}", "{#", "#}", " ", "\n", "甲", "word", "rows", "nothing", "loop.index", ".", "?.", "[", "]",
        "(", ")", "|", "~", "==", "=", "-", "not", "is", "in", "if", "elif", "else", "endif", "for", "a", "endfor", "set", "'", "\"", "\\",
        "count", "list", "default(value=1)", "range(end=9)", "1", "0.5", "{", "}", ",", ":", "...", "raw", "<", ">",
        "{% for a in rows %}", "{% endfor %}", "{% if rows %}", "{% endif %}", "{{ word }}", "{% set a = ", "{{ a",
    ][..]), 0..24)) {
        let source = parts.concat();
        match guard(&source, &SMALL) {
            Err(refused) => prop_assert!(source.get(refused.at).is_some()),
            Ok(guarded) => {
                prop_assert_eq!(guarded.text.lines().count(), source.lines().count());
                let given = render_guarded(&guarded);
                if let Err(RenderFault { at: Some(at), .. }) = &given {
                    prop_assert!(source.get(guarded.in_source(at.clone())).is_some());
                }
                prop_assert_eq!(render_guarded(&guarded), given);
            }
        }
    }
}
