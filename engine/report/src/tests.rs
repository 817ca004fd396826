//! The whole report of a small assessment made by hand, compared letter by letter.

use luoshi_diagnostics::{Code, Lang, Messages};
use luoshi_evidence::{Kind, Record};
use unicode_width::UnicodeWidthStr;

use crate::{Glossary, Reader, SCHEMA, check, explain, page, summary_line, to_json};

mod html;
mod sample;
pub(crate) mod township;

pub(crate) fn sample() -> luoshi_rules::Assessment {
    sample::assessment()
}

#[derive(Clone, Copy)]
enum What {
    Check,
    Summary,
    Explain(&'static str),
}

fn render(what: What, lang: Lang) -> String {
    let (assessment, glossary) = (sample::assessment(), sample::glossary());
    let reader = Reader {
        words: Messages::of(lang),
        assessment: &assessment,
        glossary: &glossary,
    };
    match what {
        What::Check => check(&reader),
        What::Summary => summary_line(&reader),
        What::Explain(id) => {
            let finding = assessment
                .findings
                .iter()
                .find(|f| f.id == id)
                .expect("a finding of the sample");
            explain(&reader, finding, &sample::find)
        }
    }
}

/// Compares with `golden/NAME.LANG.txt`; `LUOSHI_BLESS=1` writes it.
#[allow(
    clippy::disallowed_methods,
    reason = "a test keeps its expectation in a file"
)]
#[track_caller]
fn golden(name: &str, what: What) {
    for lang in Lang::ALL {
        let path = format!(
            "{}/golden/{name}.{}.txt",
            env!("CARGO_MANIFEST_DIR"),
            lang.tag()
        );
        let text = render(what, lang);
        if std::env::var("LUOSHI_BLESS").is_ok() {
            std::fs::write(&path, &text).unwrap();
        }
        let expected = std::fs::read_to_string(&path).unwrap();
        assert_eq!(text, expected, "{path}");
        for line in text.lines() {
            // The summary is one line for scripts, however long it gets.
            let fits = line.width() <= 80 || matches!(what, What::Summary);
            assert!(fits, "{} columns in {path}: {line}", line.width());
            assert!(!line.contains("{$"), "a missing argument in {path}: {line}");
        }
    }
}

#[test]
fn the_report_says_everything() {
    golden("check", What::Check);
}

#[test]
fn a_plan_that_changes_nothing_says_so_and_one_without_packages_says_nothing() {
    let glossary = sample::glossary();
    let mut assessment = sample::assessment();
    assessment.deviations = luoshi_plan::Deviations::default();
    assessment.parameters = luoshi_plan::Section::default();
    assessment.inactive = luoshi_plan::Section::default();
    let text = |assessment: &luoshi_rules::Assessment| {
        check(&Reader {
            words: Messages::of(Lang::En),
            assessment,
            glossary: &glossary,
        })
    };
    let changed = text(&assessment);
    assert!(changed.contains("This plan changes nothing of its packages."));
    assert!(changed.contains("county/security-prevention 1.0.0"));
    assessment.plan.packages[0].digest = None;
    assert!(text(&assessment).contains("no digest"));
    assessment.plan.packages.clear();
    assert!(!text(&assessment).contains("of its packages"));
}

#[test]
fn the_summary_is_one_line() {
    golden("summary", What::Summary);
}

#[test]
fn a_run_of_absences_is_explained() {
    golden("explain-run", What::Explain("night_patrol.run/PT017"));
}

#[test]
fn a_meeting_that_was_not_held_is_explained() {
    golden("explain-missed", What::Explain("council/2012-06"));
}

#[test]
fn what_is_suspect_is_explained_as_an_indication() {
    golden(
        "explain-suspect",
        What::Explain("late_entry/v01/2012-05-10_2012-06-20"),
    );
}

#[test]
fn every_cause_of_a_failed_plugin_has_words() {
    for lang in Lang::ALL {
        for word in luoshi_plugin::Cause::WORDS {
            let key = format!("plugin-cause-{word}");
            let args = [
                ("why", "x".into()),
                ("number", "1".into()),
                ("what", "2".into()),
            ];
            let text = Messages::of(lang).text(&key, &luoshi_diagnostics::Args::from(args));
            assert!(
                !text.is_empty() && !text.contains(['{', '$']) && text != key,
                "{key}: {text}"
            );
        }
    }
}

#[test]
fn nothing_to_judge_is_not_a_hundred_percent() {
    let mut assessment = sample::assessment();
    assessment.findings.clear();
    for duty in &mut assessment.duties {
        duty.findings = 0..0;
    }
    let glossary = Glossary::default();
    let words = Messages::of(Lang::ZhCn);
    let reader = Reader {
        words,
        assessment: &assessment,
        glossary: &glossary,
    };
    assert!(check(&reader).contains("落实率不适用"));
    assert!(summary_line(&reader).contains("落实率 不适用"));
}

#[test]
fn the_json_is_what_its_schema_says() {
    let schema: serde_json::Value = serde_json::from_str(SCHEMA).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let (assessment, glossary) = (sample::assessment(), sample::glossary());
    for lang in Lang::ALL {
        let words = Messages::of(lang);
        let reader = Reader {
            words,
            assessment: &assessment,
            glossary: &glossary,
        };
        let json = to_json(serde_json::json!([]), Some(&reader));
        let errors: Vec<String> = validator
            .iter_errors(&json)
            .map(|e| format!("{e} at {}", e.instance_path()))
            .collect();
        assert_eq!(errors, Vec::<String>::new());
    }
    assert!(validator.is_valid(&to_json(serde_json::json!([]), None)));
    assert!(
        !validator.is_valid(&serde_json::json!({ "version": 2, "notes": [], "assessment": null }))
    );
}

#[test]
fn every_reason_has_words_in_both_languages() {
    let (assessment, glossary) = (sample::assessment(), sample::glossary());
    for lang in Lang::ALL {
        let words = Messages::of(lang);
        let reader = Reader {
            words,
            assessment: &assessment,
            glossary: &glossary,
        };
        for finding in &assessment.findings {
            for text in [reader.reason(finding), reader.advice(finding)] {
                let key = ["reason-", "advice-", "lack-", "{$"]
                    .iter()
                    .any(|k| text.contains(k));
                assert!(!key && !text.is_empty(), "{}: {text}", finding.id);
            }
        }
    }
}

#[test]
fn both_catalogues_have_the_same_keys() {
    let keys = |text: &str| -> Vec<String> {
        let key = |line: &str| line.split_once(" =").map(|(key, _)| key.trim().to_owned());
        text.lines()
            .filter(|l| l.contains(" =") && !l.starts_with('#'))
            .filter_map(key)
            .collect()
    };
    let zh = keys(include_str!("../../diagnostics/messages/zh-CN/report.ftl"));
    let en = keys(include_str!("../../diagnostics/messages/en/report.ftl"));
    assert_eq!(zh, en);
    let mut once = zh.clone();
    once.retain(|key| !key.starts_with('.'));
    let count = once.len();
    once.sort();
    once.dedup();
    assert_eq!(count, once.len(), "a key is written twice");
}

#[test]
fn the_page_of_every_code_fits_the_terminal() {
    for lang in Lang::ALL {
        for code in Code::ALL {
            let text = page(*code, Messages::of(lang));
            assert!(text.starts_with(code.id()));
            assert!(
                text.lines()
                    .all(|line| line.width() <= 80 && !line.contains("{$")),
                "{text}"
            );
        }
    }
}

/// A record that the sample's findings rest on.
fn record(id: &str, kind: Kind, day: &str, status: &str) -> Record {
    let mut record = Record::new(kind, day.parse().unwrap());
    record.id = id.to_owned();
    record.actor = vec!["PT017".to_owned()];
    record.status = Some(status.to_owned());
    record
}
