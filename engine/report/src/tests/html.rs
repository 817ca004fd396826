//! The page of the small assessment: as expected, sound, and harmless whatever is in the data.

use std::collections::BTreeSet;

use luoshi_diagnostics::{Lang, Messages, Sources};
use luoshi_plan::{Folder, Plan, parse, resolve};
use luoshi_rules::Assessment;

use super::sample;
use crate::{Reader, html};

/// A plan with the clauses of the sample, and two roles.
const PLAN: &str = "luoshi: 1
plan: { id: pingtang-2012, title: 工作计划, issuer: 综治办, issued: 2012-05-10 }
period: { from: 2012-05-10, to: 2012-12-31 }
jurisdiction: { code: PT, name: 坪塘镇, level: township }
clauses:
  - { id: 01/2.1j, summary: 工作中心每月召开一次议事例会, status: guidance, reason: 样例 }
  - { id: 01/2.3b, summary: 连续三次不参加夜间巡逻的，年度考核定为不称职, status: guidance, reason: 样例 }
roles:
  - { id: party_secretary, name: 镇党委书记 }
  - { id: zongzhi_head, name: 综治办主任, answers_to: party_secretary }
";

fn plan() -> Plan {
    let folder = Folder {
        name: "town".to_owned(),
        texts: vec![("plan.yaml".to_owned(), PLAN.to_owned())],
        ..Folder::default()
    };
    let staged = resolve(&parse(&folder, &mut Sources::default()), &[]);
    staged.value.unwrap_or_else(|| panic!("{:?}", staged.notes))
}

fn render(assessment: &Assessment, lang: Lang) -> String {
    let glossary = sample::glossary();
    let reader = Reader {
        words: Messages::of(lang),
        assessment,
        glossary: &glossary,
    };
    html(&reader, &plan()).expect("the templates fit")
}

/// The markup after the head, without style and script.
fn body(page: &str) -> &str {
    let (_, body) = page.split_once("<body>").expect("a body");
    body.rsplit_once("<script>").expect("a script").0
}

/// Every value of an attribute.
fn values<'p>(page: &'p str, attribute: &str) -> Vec<&'p str> {
    let start = format!(" {attribute}=\"");
    let parts = page.split(start.as_str()).skip(1);
    parts
        .filter_map(|p| p.split_once('"').map(|(value, _)| value))
        .collect()
}

/// Compares with `golden/report.LANG.html`; `LUOSHI_BLESS=1` writes it.
#[test]
#[allow(
    clippy::disallowed_methods,
    reason = "a test keeps its expectation in a file"
)]
fn the_page_is_as_expected() {
    for lang in Lang::ALL {
        let path = format!(
            "{}/golden/report.{}.html",
            env!("CARGO_MANIFEST_DIR"),
            lang.tag()
        );
        let page = render(&sample::assessment(), lang);
        // Style and script are files of their own already.
        let text = format!("{}\n", body(&page));
        if std::env::var("LUOSHI_BLESS").is_ok() {
            std::fs::write(&path, &text).unwrap();
        }
        let expected = std::fs::read_to_string(&path).unwrap();
        assert!(text == expected, "{path} differs; LUOSHI_BLESS=1 writes it");
    }
}

#[test]
fn every_finding_is_there_once_and_every_link_leads_somewhere() {
    let assessment = sample::assessment();
    let page = render(&assessment, Lang::ZhCn);
    let ids = values(body(&page), "id");
    let unique: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), unique.len(), "an id stands twice: {ids:?}");
    let findings = ids.iter().filter(|id| id.starts_with("f-")).count();
    assert_eq!(findings, assessment.findings.len());
    for link in values(body(&page), "href") {
        let target = link.strip_prefix('#').expect("links stay inside the page");
        assert!(unique.contains(target), "{link} leads nowhere");
    }
}

#[test]
fn tags_are_balanced() {
    for lang in Lang::ALL {
        let page = render(&sample::assessment(), lang);
        let mut open = Vec::new();
        for part in body(&page).split('<').skip(1) {
            let (tag, _) = part.split_once('>').expect("a tag ends");
            let name = tag.split([' ', '/']).next().unwrap_or("");
            let empty = ["input", "br", "meta"].contains(&name) || tag.ends_with('/');
            if let Some(closed) = tag.strip_prefix('/') {
                assert_eq!(open.pop(), Some(closed), "in {lang:?}");
            } else if !empty {
                open.push(name);
            }
        }
        assert_eq!(open, Vec::<&str>::new());
    }
}

#[test]
fn nothing_is_left_untranslated() {
    let keys = [
        "html-",
        "status-",
        "section-",
        "column-",
        "clause-",
        "explain-",
        "coverage-",
        "{$",
        "{ $",
    ];
    for lang in Lang::ALL {
        let page = render(&sample::assessment(), lang);
        for text in body(&page)
            .split('<')
            .filter_map(|p| p.split_once('>'))
            .map(|(_, text)| text)
        {
            let found = keys.iter().find(|key| text.contains(**key));
            assert_eq!(found, None, "{lang:?}: {text}");
        }
        assert!(page.contains(&format!("<html lang=\"{}\">", lang.tag())));
    }
}

#[test]
fn whatever_stands_in_the_data_is_text() {
    let bad = "</style></title><script>alert(1)</script><img src=x onerror='a' b=\"c\">";
    let mut assessment = sample::assessment();
    assessment.plan.title = bad.to_owned();
    assessment.plan.place = bad.to_owned();
    assessment.evidence.simulated = Some(bad.to_owned());
    for duty in &mut assessment.duties {
        duty.name = bad.to_owned();
        duty.clauses.push(bad.to_owned());
    }
    for finding in &mut assessment.findings {
        finding.id = format!("{}{bad}", finding.id);
        finding.evidence.push(bad.to_owned());
        if let Some(subject) = &mut finding.subject {
            subject.id = bad.to_owned();
            subject.name = bad.to_owned();
        }
    }
    let page = render(&assessment, Lang::En);
    let before = render(&sample::assessment(), Lang::En);
    assert_eq!(
        page.matches("<script>").count(),
        before.matches("<script>").count()
    );
    assert!(!page.contains("<img") && !page.contains("onerror='"));
    assert!(page.contains("&lt;script&gt;alert(1)"));
}

#[test]
fn nothing_comes_from_elsewhere() {
    let page = render(&sample::assessment(), Lang::ZhCn);
    for word in ["http://", "https://", "url(", "@import", " src="] {
        let from = page.replace("http://www.w3.org/2000/svg", "");
        assert!(!from.contains(word), "{word}");
    }
    assert!(page.contains("default-src 'none'") || page.contains("default-src &#39;none&#39;"));
    assert!(!page.contains("unsafe") && !page.contains(" style=\""));
}

#[test]
fn the_label_of_simulated_evidence_stands_at_the_top_and_on_every_page() {
    let page = render(&sample::assessment(), Lang::ZhCn);
    assert_eq!(body(&page).matches("模拟数据（sim-7）").count(), 2);
    let mut real = sample::assessment();
    real.evidence.simulated = None;
    assert!(!render(&real, Lang::ZhCn).contains("模拟数据"));
}

#[test]
fn a_plan_with_nothing_to_judge_has_a_page() {
    let mut empty = sample::assessment();
    empty.findings.clear();
    empty.proposals.clear();
    empty.scores.clear();
    empty.waivers.clear();
    for duty in &mut empty.duties {
        duty.findings = 0..0;
    }
    assert!(render(&empty, Lang::ZhCn).contains("落实率不适用"));
}
