//! The page as a file: it needs nothing, hides nothing, and nothing breaks out of it. What it does in a
//! browser is tested in `tests/browser/dashboard.js`.

#![allow(clippy::unwrap_used, reason = "tests")]

use std::collections::BTreeSet;

use luoshi_audit::{Audit, Depth, Outcome, made_up};
use luoshi_dashboard::{Options, page};
use luoshi_diagnostics::{Code, Lang};
use serde_json::Value;

fn whole(audit: &Audit, lang: Lang) -> String {
    page(audit, lang, &Options::default()).unwrap()
}

/// The data in an element.
fn data(page: &str, id: &str) -> Value {
    let start = format!("<script type=\"application/json\" id=\"{id}\">");
    let from = page.find(&start).unwrap() + start.len();
    let to = from + page[from..].find("</script>").unwrap();
    serde_json::from_str(&page[from..to]).unwrap()
}

#[test]
fn the_same_audit_gives_the_same_bytes() {
    let audit = made_up(25, 1);
    for lang in Lang::ALL {
        assert_eq!(whole(&audit, lang), whole(&audit, lang));
    }
}

#[test]
fn nothing_is_fetched_and_only_its_own_style_and_script_run() {
    let page = whole(&made_up(25, 1), Lang::ZhCn);
    assert!(page.contains("default-src 'none'; style-src 'sha256-"));
    for word in [
        "http:",
        "https:",
        "src=",
        "@import",
        "url(",
        "innerHTML",
        "eval(",
        "style=\"",
    ] {
        assert!(!page.contains(word), "{word}");
    }
    // What HTML and SVG call a link to elsewhere: every one here stays on the page.
    let links = page.split("href=\"").skip(1);
    assert!(links.filter(|rest| !rest.starts_with('#')).count() == 0);
}

#[test]
fn every_township_is_told_of_once_and_every_finding_in_full() {
    let audit = made_up(25, 1);
    let page = whole(&audit, Lang::En);
    let index = data(&page, "index");
    let shared = data(&page, "texts");
    assert_eq!(index["townships"].as_array().unwrap().len(), 25);
    for (at, township) in audit.townships.iter().enumerate() {
        assert_eq!(index["townships"][at]["name"], township.name.as_str());
        let Outcome::Judged(judged) = &township.outcome else {
            assert_eq!(index["townships"][at]["broken"][0][0], "LS0101");
            continue;
        };
        let details = data(&page, &format!("t{at}"));
        let text = |of: &Value| match of {
            Value::String(text) => text.clone(),
            number => {
                let place = number.as_i64().unwrap();
                let (list, place) = match place < 0 {
                    true => (&details["texts"], -1 - place),
                    false => (&shared, place),
                };
                list[usize::try_from(place).unwrap()]
                    .as_str()
                    .unwrap()
                    .to_owned()
            }
        };
        let rows = details["findings"].as_array().unwrap();
        assert_eq!(rows.len(), judged.findings.len());
        for (row, finding) in rows.iter().zip(&judged.findings) {
            assert_eq!(text(&row[6][0]), finding.id);
            assert_eq!(text(&row[6][6]), finding.reason.as_ref().unwrap().en);
            assert_eq!(text(&row[6][8]), finding.evidence[0]);
            let duty = usize::try_from(row[0].as_u64().unwrap()).unwrap();
            let table = &audit.plans[&judged.plan];
            assert_eq!(
                index["duties"][duty]["id"],
                table.duties[finding.duty as usize].id.as_str()
            );
        }
    }
}

#[test]
fn what_comes_up_again_is_written_once() {
    let few = whole(&made_up(100, 1), Lang::ZhCn).len();
    let many = whole(&made_up(200, 1), Lang::ZhCn).len();
    // The page itself, style and script, comes once too.
    assert!(
        many - few < 100 * 3_000,
        "{} bytes a township",
        (many - few) / 100
    );
}

#[test]
fn hostile_names_stay_texts() {
    let name = "</script><script>alert(1)</script><!--\"'&\u{202e}";
    let mut audit = made_up(3, 1);
    for township in &mut audit.townships {
        name.clone_into(&mut township.name);
        name.clone_into(&mut township.county);
    }
    let clean = whole(&made_up(3, 1), Lang::En);
    let page = whole(&audit, Lang::En);
    assert_eq!(
        page.matches("<script").count(),
        clean.matches("<script").count()
    );
    assert!(!page.contains("alert(1)</script>"));
    assert_eq!(data(&page, "index")["townships"][0]["name"], name);
    let title = page
        .split("<title>")
        .nth(1)
        .unwrap()
        .split("</title>")
        .next()
        .unwrap();
    assert!(!title.contains('<') && !title.contains('"'));
}

#[test]
fn without_the_script_the_ranking_the_duties_and_what_is_broken_are_there() {
    let audit = made_up(25, 1);
    let page = whole(&audit, Lang::ZhCn);
    let still = page
        .split("<noscript>")
        .nth(1)
        .unwrap()
        .split("</noscript>")
        .next()
        .unwrap();
    for township in &audit.townships {
        assert!(
            still.contains(&format!("<bdi>{}</bdi>", township.name)),
            "{}",
            township.name
        );
    }
    assert!(still.contains("LS0101") && still.contains("议事例会"));
    assert!(
        still.find("LS0101") < still.find("乡镇排名"),
        "what is broken comes first"
    );
}

#[test]
fn one_county_alone() {
    let audit = made_up(60, 1);
    let options = Options {
        county: Some("2县".to_owned()),
    };
    let of_county = page(&audit, Lang::ZhCn, &options).unwrap();
    let index = data(&of_county, "index");
    assert_eq!(index["townships"].as_array().unwrap().len(), 20);
    let counties: BTreeSet<&str> = index["counties"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(Value::as_str)
        .collect();
    assert_eq!(counties, BTreeSet::from(["2县"]));
    assert!(of_county.contains("<h1><bdi>2县落实情况审计</bdi></h1>"));
}

#[test]
fn a_county_that_is_not_there_is_told_with_the_nearest() {
    let options = Options {
        county: Some("22县".to_owned()),
    };
    let note = page(&made_up(60, 1), Lang::ZhCn, &options).unwrap_err();
    assert_eq!(note.code, Code::DashboardNoCounty);
    assert!(note.args.iter().any(|(name, _)| *name == "near"));
}

#[test]
fn figures_without_reasons_and_no_townships_at_all_make_a_page_too() {
    let mut audit = made_up(12, 1);
    audit.head.depth = Depth::Figures;
    for township in &mut audit.townships {
        if let Outcome::Judged(judged) = &mut township.outcome {
            for finding in &mut judged.findings {
                finding.reason = None;
                finding.evidence.clear();
                finding.accountable.clear();
            }
        }
    }
    assert_eq!(data(&whole(&audit, Lang::En), "index")["told"], false);
    audit.townships.clear();
    audit.plans.clear();
    assert_eq!(
        data(&whole(&audit, Lang::En), "index")["townships"],
        Value::Array(Vec::new())
    );
}
