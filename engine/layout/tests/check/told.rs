//! What a check says, in words and for tools.

use std::fmt::Write as _;

use luoshi_diagnostics::{Lang, Messages};
use luoshi_layout::{Figures, Strength, check, fails, report_json, report_text, rules};
use unicode_width::UnicodeWidthStr;

use crate::case::{Case, all};

fn case(name: &str) -> Case {
    let mut cases = all().into_iter();
    cases
        .find(|case| case.name == name)
        .unwrap_or_else(|| panic!("no case {name}"))
}

#[track_caller]
fn assert_has(text: &str, wanted: &str) {
    assert!(text.contains(wanted), "lacks {wanted:?}:\n{text}");
}

#[test]
fn a_deviation_says_where_what_which_clause_and_what_to_do() {
    let report = check(&case("square brackets").docx(), None).unwrap();
    let text = report_text(&report, Messages::of(Lang::ZhCn), 200);
    assert_has(
        &text,
        "发文字号的年份用六角括号“〔〕”（GB/T 9704—2012 第 7.2.5 条，规定，number-brackets）",
    );
    assert_has(
        &text,
        "第 4 段「坪政发[2026]15号」：写的是“坪政发[2026]15号”",
    );
    assert_has(&text, "改法：把括号改为“〔〕”");
    let english = report_text(&report, Messages::of(Lang::En), 200);
    assert_has(&english, "GB/T 9704-2012, 7.2.5, required, number-brackets");
}

#[test]
fn every_text_has_its_arguments_in_both_languages_and_fits_the_width() {
    let mut told = String::new();
    for case in all() {
        let report = check(&case.docx(), None).unwrap();
        for lang in Lang::ALL {
            for line in report_text(&report, Messages::of(lang), 80).lines() {
                assert!(line.width() <= 82, "{}: {line}", case.name);
                let _ = writeln!(told, "{line}");
            }
        }
    }
    for wrong in ["{$", "layout-", "{ $"] {
        assert!(!told.contains(wrong), "{wrong} in {told}");
    }
}

#[test]
fn every_rule_has_its_texts() {
    for rule in rules() {
        for lang in Lang::ALL {
            for part in ["", ".found", ".do"] {
                let key = format!("layout-{}{part}", rule.id);
                assert!(
                    Messages::of(lang).find(&key, &Vec::new()).is_some(),
                    "{key}"
                );
            }
        }
    }
}

#[test]
fn only_what_the_standard_demands_fails_a_paper() {
    for case in all() {
        let report = check(&case.docx(), None).unwrap();
        let required = rules().filter(|rule| rule.strength == Strength::Required);
        let broken = required
            .filter(|rule| case.breaks.iter().any(|id| id == rule.id))
            .count();
        assert_eq!(fails(&report), broken > 0, "{}", case.name);
    }
}

#[test]
fn what_the_own_layout_states_stays_visible_and_fails_where_the_standard_demands_otherwise() {
    let mut own = Figures::national();
    own.fonts.title = "黑体".to_owned();
    own.margin_top = 2_013;
    let heiti = check(&case("a title in Heiti").docx(), Some(&own)).unwrap();
    assert!(heiti.deviations.iter().all(|d| d.own) && !fails(&heiti));
    let text = report_text(&heiti, Messages::of(Lang::ZhCn), 200);
    assert_has(&text, "本单位版式规定，和标准不同 1 处");
    let margin = check(&case("1.5 mm less at the top is not").docx(), Some(&own)).unwrap();
    assert!(margin.deviations.iter().all(|d| d.own) && fails(&margin));
}

#[test]
fn open_fields_stand_in_a_group_of_their_own_and_do_not_fail() {
    let report = check(&case("a number that is still open").docx(), None).unwrap();
    assert_eq!(report.open[0].text, "【待补：发文字号】");
    assert!(!fails(&report));
    assert_has(
        &report_text(&report, Messages::of(Lang::ZhCn), 80),
        "还没有填 1 处",
    );
}

#[test]
fn tools_find_the_same_keys_in_both_languages() {
    let report = check(&case("no margin as Word has it").docx(), None).unwrap();
    let [zh, en] = Lang::ALL.map(|lang| report_json(&report, Messages::of(lang)));
    for json in [&zh, &en] {
        assert_eq!(
            (json["version"].as_u64(), json["fails"].as_bool()),
            (Some(1), Some(true))
        );
        assert_eq!(json["form"], "official");
    }
    let first = |json: &serde_json::Value| json["deviations"][0].clone();
    for key in ["rule", "strength", "place", "arguments", "own_layout"] {
        assert_eq!(first(&zh)[key], first(&en)[key]);
    }
    assert_eq!(first(&zh)["found"], "上边距 25.4 毫米");
    assert_eq!(first(&zh)["place"]["section"], 1);
    assert_eq!(zh["elements"][0]["element"], "masthead");
}
