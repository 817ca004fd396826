//! The page as a file: it needs nothing, hides nothing, and nothing breaks out of it. What it does in a
//! browser is tested in `tests/browser/dashboard.js`.

#![allow(clippy::unwrap_used, reason = "tests")]

use std::collections::BTreeSet;

use luoshi_audit::{Audit, Depth, Outcome, made_up};
use luoshi_dashboard::{Options, page};
use luoshi_diagnostics::{Code, Lang};
use serde_json::Value;

fn whole(audit: &Audit, lang: Lang) -> String {
    page(audit, lang, Options::default()).unwrap()
}

/// The data in an element.
fn data(page: &str, id: &str) -> Value {
    let start = format!("<script type=\"application/json\" id=\"{id}\">");
    let from = page.find(&start).unwrap() + start.len();
    let to = from + page[from..].find("</script>").unwrap();
    serde_json::from_str(&page[from..to]).unwrap()
}

/// What there is without the script.
fn still(page: &str) -> &str {
    let from = page.find("<noscript>").unwrap();
    &page[from..page.find("</noscript>").unwrap()]
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
    let size = |townships| {
        let page = whole(&made_up(townships, 1), Lang::ZhCn);
        page.len() - still(&page).len()
    };
    let (few, many) = (size(100), size(200));
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
    let still = still(&page);
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
        county: Some("2县"),
        previous: None,
    };
    let of_county = page(&audit, Lang::ZhCn, options).unwrap();
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
        county: Some("22县"),
        previous: None,
    };
    let note = page(&made_up(60, 1), Lang::ZhCn, options).unwrap_err();
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

#[test]
fn without_the_script_each_failure_leads_to_its_argument_and_its_clause() {
    let audit = made_up(25, 1);
    for lang in Lang::ALL {
        let page = whole(&audit, lang);
        let still = still(&page);
        let mut failures = 0;
        let judged = audit.townships.iter().filter_map(|t| t.judged());
        for finding in judged.flat_map(|judged| &judged.findings) {
            let reason = finding.reason.as_ref().unwrap();
            let reason = if lang == Lang::En {
                &reason.en
            } else {
                &reason.zh
            };
            if finding.fails {
                failures += 1;
                let told = [
                    &finding.id,
                    reason,
                    &finding.evidence[0],
                    &"P001".to_owned(),
                ];
                for text in told {
                    assert!(still.contains(&format!("<bdi>{text}</bdi>")) || still.contains(text));
                }
            }
        }
        assert!(failures > 20);
        assert_eq!(still.matches("<details class=\"f bad\">").count(), failures);
        // Every link leads to something on the page, and every clause is spelt out.
        for link in still.split("href=\"#").skip(1) {
            let id = link.split('"').next().unwrap();
            assert!(still.contains(&format!("id=\"{id}\"")), "{id}");
        }
        let table = audit.plans.values().next().unwrap();
        for duty in &table.duties {
            for number in &duty.clauses {
                assert!(still.contains(&table.clauses[number].summary), "{number}");
            }
        }
    }
}

#[test]
fn what_the_page_without_the_script_cannot_take_is_counted() {
    let audit = made_up(1_000, 1);
    let fails = |judged: &luoshi_audit::Judged| judged.findings.iter().filter(|f| f.fails).count();
    let failing: Vec<usize> = audit
        .townships
        .iter()
        .filter_map(|t| t.judged())
        .map(fails)
        .collect();
    let page = whole(&audit, Lang::En);
    let listed = still(&page).matches("<details class=\"f bad\">").count();
    assert!((1_950..=2_000).contains(&listed), "{listed}");
    let towns = still(&page).matches("<details class=\"town\"").count();
    let all = failing.iter().filter(|count| **count > 0).count();
    let left = format!(
        "{} failures of {} further",
        failing.iter().sum::<usize>() - listed,
        all - towns
    );
    assert!(still(&page).contains(&left), "{left}");
}

/// An audit and the one before it: in the first township a failure was put right, in the second one is new, the third
/// came from another county, the fourth is new, and one is gone.
fn two() -> (Audit, Audit) {
    let mut now = made_up(6, 1);
    let mut before = now.clone();
    before.head.as_of = jiff::civil::date(2025, 12, 30);
    let drop_first = |audit: &mut Audit, at: usize| {
        let Outcome::Judged(judged) = &mut audit.townships[at].outcome else {
            panic!("it is judged");
        };
        let first = judged
            .findings
            .iter()
            .position(|f| f.fails && f.duty < 5)
            .unwrap();
        judged.findings.remove(first).id
    };
    drop_first(&mut now, 0);
    drop_first(&mut before, 1);
    "别县".clone_into(&mut before.townships[2].county);
    before.townships.remove(3);
    now.townships.remove(4);
    (before, now)
}

#[test]
fn beside_an_earlier_audit_the_page_says_what_became_of_findings_and_places() {
    let (before, now) = two();
    let compared = luoshi_follow::compare(&[&before, &now]).unwrap();
    let options = Options {
        county: None,
        previous: Some(&before),
    };
    let page = page(&now, Lang::En, options).unwrap();
    let index = data(&page, "index");
    assert_eq!(index["previous"], "2025-12-30");
    let turned = &index["scopes"][0]["turned"];
    let persisting = compared.counts.persisting();
    assert_eq!(turned["sums"], serde_json::json!([1, persisting, 1, 0]));
    assert_eq!(turned["compared"], 4);
    let fates = serde_json::json!([["added", ["3号镇"]], ["gone", ["4号镇"]]]);
    assert_eq!(turned["fates"], fates);
    let of = |at: usize| &index["townships"][at]["before"];
    assert_eq!(
        (&of(0)["sums"][2], &of(1)["sums"][0]),
        (&1.into(), &1.into())
    );
    // Its place was among the townships of another county.
    assert_eq!(
        (of(2)["places"][0].clone(), of(2)["fate"].clone()),
        (Value::Null, "compared".into())
    );
    assert!(of(0)["places"][0].is_u64());
    let changes = data(&page, "t0")["changes"].clone();
    let fixed: Vec<&Value> = changes
        .as_array()
        .unwrap()
        .iter()
        .filter(|c| c[2] == false)
        .collect();
    assert_eq!(fixed.len(), 1);
    assert_eq!(
        (&fixed[0][3], &fixed[0][4]),
        (&"failing".into(), &"kept".into())
    );
    assert!(fixed[0][5][2].as_str().unwrap().contains("is due once"));
    assert!(still(&page).contains("1 new") && still(&page).contains("1 fixed"));
}

#[test]
fn of_one_county_only_its_own_changes_are_told() {
    let now = made_up(60, 1);
    let mut before = now.clone();
    for township in &mut before.townships {
        if let Outcome::Judged(judged) = &mut township.outcome {
            judged.findings.clear();
        }
    }
    let options = Options {
        county: Some("2县"),
        previous: Some(&before),
    };
    let page = page(&now, Lang::En, options).unwrap();
    let index = data(&page, "index");
    let fails = |t: &luoshi_audit::Township| {
        let findings = t.judged().map_or(&[][..], |j| &j.findings);
        findings.iter().filter(|f| f.fails).count()
    };
    let inside = now.townships.iter().filter(|t| t.county == "2县");
    let failing: usize = inside.map(fails).sum();
    assert_eq!(index["scopes"][1]["turned"]["sums"][0], failing);
    // The page of one county holds nothing of others.
    assert_eq!(index["scopes"][0]["turned"]["sums"][0], failing);
}

#[test]
fn an_earlier_audit_of_a_later_day_is_refused() {
    let (before, now) = two();
    let options = Options {
        county: None,
        previous: Some(&now),
    };
    let note = page(&before, Lang::ZhCn, options).unwrap_err();
    assert_eq!(note.code, Code::DashboardPeriod);
}
