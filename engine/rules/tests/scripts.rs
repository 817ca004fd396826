//! What is said about the rules of a plan before any run: names, syntax, limits.

use jiff::civil::date;
use luoshi_diagnostics::{Args, Lang, Messages, Note, Sources, render_text};
use luoshi_evidence::Builder;
use luoshi_plan::{Folder, Plan, parse, resolve};
use luoshi_rules::{Detail, Plugins, Status, VOCABULARY, compile, evaluate, judge};

const HEAD: &str = r#"luoshi: 1
plan: { id: p, title: 计划, issuer: 综治办, issued: 2012-05-10 }
period: { from: 2012-05-10, to: 2012-12-31 }
jurisdiction: { code: PT, name: 坪塘镇, level: township }
parameters: [{ id: tolerated, name: 容忍次数, type: integer, default: 2 }]
roles: [{ id: secretary, name: 党委书记 }, { id: leader, name: 包村领导 }]
chains: [{ id: contract, name: 包村, links: [{ from: secretary, to: leader }] }]
meetings:
  - { id: council, name: 议事例会, cadence: { every: month, at_least: 1 } }
  - { id: bulletin, name: 通报会, active: false, cadence: { every: month, at_least: 1 } }
incidents: [{ id: theft, name: 偷牛盗马 }]
rules: [{ id: rule, name: 规则, script: rule.rhai }]
vetoes: [{ id: veto, name: 否决, basis: 文件, when: { incidents: [theft] }, decided_by: { name: 县综治委, level: county }, effect: { score: 0 } }]
ladders: [{ id: ladder, name: 督办, trigger: { incidents: [theft], at_least: 2, within: 30d }, steps: [{ id: talk, name: 约谈, window: 1mo, decided_by: { name: 县综治委, level: county } }] }]
scorecards: [{ id: card, name: 评分, total: 100, sections: [{ id: s, name: 一, max: 100, items: [{ id: i, name: 项, method: all_or_nothing, of: [council], max: 100 }] }] }]
"#;

fn plan(script: &str, sources: &mut Sources) -> Plan {
    let texts = vec![
        ("plan.yaml".to_owned(), HEAD.to_owned()),
        ("rules/rule.rhai".to_owned(), script.to_owned()),
    ];
    let name = "town".to_owned();
    let folder = Folder {
        name,
        texts,
        ..Folder::default()
    };
    let staged = resolve(&parse(&folder, sources), &[]);
    let shown = |notes: &[Note]| render_text(notes, sources, Messages::of(Lang::En), false);
    staged
        .value
        .unwrap_or_else(|| panic!("{}", shown(&staged.notes)))
}

/// Everything that is said about a script, in one language.
fn said(script: &str, lang: Lang) -> String {
    let mut sources = Sources::default();
    let plan = plan(script, &mut sources);
    let notes = compile(&plan, date(2012, 8, 1), Plugins::none()).notes;
    render_text(&notes, &sources, Messages::of(lang), false)
}

/// Asserts that one note is given, with these words in it.
#[track_caller]
fn noted(script: &str, words: &[&str]) {
    let text = said(script, Lang::En);
    for word in words {
        assert!(text.contains(word), "{script}\n{word} is not in\n{text}");
    }
    assert_eq!(text.matches("error[").count(), 1, "{text}");
}

#[track_caller]
fn silent(script: &str) {
    assert_eq!(said(script, Lang::En), "", "{script}");
}

#[test]
fn unknown_names_are_found_before_any_run() {
    noted(
        r#"duty("counsil").met > 0"#,
        &[
            "LS0502",
            "`counsil`",
            "did you mean `council`?",
            "rule.rhai:1:6",
        ],
    );
    noted(
        r#"incidents("thefts") == 0"#,
        &["LS0502", "did you mean `theft`?"],
    );
    noted(
        r#"param("tolerate") == 0"#,
        &["LS0502", "did you mean `tolerated`?"],
    );
    noted(
        r#"dutty("council").met > 0"#,
        &["LS0502", "did you mean `duty`?"],
    );
    noted(
        r#"duty("council").failng == 0"#,
        &["LS0502", "did you mean `failing`?", "rule.rhai:1:17"],
    );
    noted(
        "let d = duty(\"council\");\nd.meet > 0",
        &["LS0502", "`meet`", "rule.rhai:2:3"],
    );
    noted(
        r#"duty("警务").met > 0"#,
        &["LS0502", "`警务`", "check the spelling"],
    );
    noted("total == 0", &["LS0501", "total"]);
}

#[test]
fn names_behind_conditions_are_found_too() {
    noted(
        r#"if incidents("theft") > 0 { duty("councl").met > 0 } else { true }"#,
        &["LS0502", "`councl`"],
    );
    noted(
        "fn kept(id) { duty(id).mets > 0 }\nkept(\"council\")",
        &["LS0502", "`mets`"],
    );
}

#[test]
fn what_exists_is_known() {
    silent(r#"duty("council").failing <= param("tolerated") && incidents("theft") == 0"#);
    silent(r#"duty("contract").failing == 0"#);
    silent(r#"duty("bulletin").failing == 0"#);
    silent(r#"let m = #{ 次数: duty("council").met, other: 3 }; m.次数 > m.other"#);
    silent("let m = #{ least: 1 }; m.least == 1");
    silent(r#"fn two(n) { n * 2 } two(1) == 2 && subject().len() == 0 && [1, 2].some(|n| n > 1)"#);
    silent("// 每月一次\nlet 次数 = duty(\"council\").met;\n次数 >= 1");
}

#[test]
fn every_word_of_the_vocabulary_is_known() {
    for word in VOCABULARY {
        let call = word.form.replace("duty(\"ID\")", "duty(\"council\")");
        let call = call
            .replace("\"KIND\"", "\"theft\"")
            .replace("\"ID\"", "\"tolerated\"");
        silent(&format!("let value = {call}; true"));
        for lang in Lang::ALL {
            assert!(
                Messages::of(lang)
                    .find(word.text, &Args::default())
                    .is_some(),
                "{}",
                word.text
            );
        }
    }
}

#[test]
fn syntax_is_shown_at_its_place() {
    noted(
        "duty(\"council\").met >\n  0)",
        &["LS0501", "rule.rhai:2:4"],
    );
    noted("let 次数 = ;", &["LS0501", "rule.rhai:1:10"]);
}

#[test]
fn deep_nesting_is_refused() {
    let deep = format!("{}true{}", "(".repeat(500), ")".repeat(500));
    noted(&deep, &["LS0501"]);
    let chain = format!("{}true", "!".repeat(5000));
    noted(&chain, &["LS0501"]);
}

/// How a rule stands.
fn stands(script: &str) -> Status {
    let plan = plan(script, &mut Sources::default());
    let day = date(2012, 8, 1);
    let program = compile(&plan, day, Plugins::none())
        .value
        .expect("a script that can be read");
    let evidence = Builder::new(day).finish().value.expect("an empty ledger");
    let facts = evaluate(&program, &evidence, Detail::Evidence);
    let findings = judge(&program, &evidence, &facts).findings;
    let rule = findings.iter().find(|finding| finding.id == "rule");
    rule.expect("a finding about the rule").status
}

/// `engine/LIMITS.md` has the numbers.
#[test]
fn a_rule_ends_at_its_limits() {
    let list = |n: usize| format!("let a = []; for i in 0..{n} {{ a.push(i); }} a.len() == {n}");
    let map =
        |n: usize| format!("let m = #{{}}; for i in 0..{n} {{ m[`k${{i}}`] = i; }} m.len() == {n}");
    let text = |n: usize| format!("let t = \"\"; for i in 0..{n} {{ t += \"x\"; }} t.len() == {n}");
    let calls =
        |n: usize| format!("fn f(n) {{ if n <= 1 {{ 1 }} else {{ f(n - 1) }} }} f({n}) == 1");
    let kinds: [(&dyn Fn(usize) -> String, usize); 4] =
        [(&list, 1_024), (&map, 256), (&text, 4_096), (&calls, 16)];
    for (script, most) in kinds {
        assert_eq!(stands(&script(most)), Status::Met, "{}", script(most));
        assert_eq!(
            stands(&script(most + 1)),
            Status::Unknown,
            "{}",
            script(most + 1)
        );
    }
    // A round of an empty loop is a step, or some: the rule is still judged just below so many, and no more above.
    let rounds = |n: usize| format!("let i = 0; while i < {n} {{ i += 1; }} true");
    let each = (1..=16).find(|each| stands(&rounds(199_000 / each)) == Status::Met);
    let each = each.expect("a round takes a few steps");
    assert_eq!(stands(&rounds(201_000 / each)), Status::Unknown);
}

#[test]
fn what_reaches_outside_is_refused() {
    noted("sleep(10); true", &["LS0502", "`sleep`"]);
    noted("timestamp() == 0", &["LS0502", "`timestamp`"]);
    noted("print(\"x\"); true", &["LS0501"]);
    noted("eval(\"true\")", &["LS0501"]);
    noted("import \"x\" as x; true", &["LS0501"]);
}

#[test]
fn it_is_said_in_chinese_first() {
    let text = said(r#"duty("counsil").met > 0"#, Lang::ZhCn);
    assert!(text.contains("规则里的「counsil」谁也不是"), "{text}");
    assert!(text.contains("是否想写「council」？"), "{text}");
}

/// What is said about a plan whose rule is written in it as `holds`.
fn said_inline(holds: &str) -> String {
    let mut sources = Sources::default();
    let text = HEAD.replace("script: rule.rhai", &format!("holds: {holds}"));
    let folder = Folder {
        name: "town".to_owned(),
        texts: vec![("plan.yaml".to_owned(), text)],
        ..Folder::default()
    };
    let staged = resolve(&parse(&folder, &mut sources), &[]);
    let plan = staged.value.expect("the plan resolves");
    let notes = compile(&plan, date(2012, 8, 1), Plugins::none()).notes;
    render_text(&notes, &sources, Messages::of(Lang::En), false)
}

#[test]
fn a_wrong_name_in_the_plan_itself_is_pointed_at() {
    let line = HEAD
        .lines()
        .position(|l| l.starts_with("rules:"))
        .expect("there")
        + 1;
    let column = |before: &str| {
        "rules: [{ id: rule, name: 规则, holds: ".chars().count() + before.chars().count() + 1
    };
    let plain = said_inline("duty(\"councl\").failed == false");
    let place = format!("plan.yaml:{line}:{}", column("duty("));
    assert!(plain.contains(&place), "{place} is not in\n{plain}");
    let quoted = said_inline("'duty(\"councl\").failed == false'");
    let place = format!("plan.yaml:{line}:{}", column("'duty("));
    assert!(quoted.contains(&place), "{place} is not in\n{quoted}");
}

#[test]
fn what_is_judged_after_rules_is_no_question_for_them() {
    for (name, what) in [
        ("rule", "a rule itself"),
        ("veto", "a veto"),
        ("ladder", "a ladder"),
        ("card", "a scorecard"),
    ] {
        let text = said(&format!("duty(\"{name}\").violated == 0"), Lang::En);
        assert_eq!(text.matches("LS0521").count(), 1, "{name}: {text}");
        assert!(
            text.contains(what) && text.contains("rule.rhai:1:6"),
            "{text}"
        );
        assert_eq!(text.matches("error[").count(), 0, "{text}");
    }
    // What is judged before, what is off, and a kind of incident by the same function's neighbours.
    silent(r#"duty("council").met + duty("bulletin").met + duty("contract").met == 0"#);
    silent(r#"incidents("theft") == 0"#);
}
