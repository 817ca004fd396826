//! The index of a plan: what is defined and named where, also in a plan that is wrong.

use luoshi_diagnostics::Sources;
use luoshi_plan::{Folder, Index, Space, index, parse};

const PLAN: &str = r#"luoshi: 1
parameters: [{ id: times, name: 次数, type: integer, default: 2, question: 几次 }]
set: { times: 3 }
roles: [{ id: chair, name: 主席 }]
meetings:
  - id: council
    name: 议事会
    clauses: ["1/a"]
    responsible: chair
    cadence: { every: month, at_least: "${times}" }
    nonsense: yes
tasks:
  - { id: survey, name: 摸底, due: { date: 2012-02-01 } }
  - { id: report, name: 上报, due: { within: 3d, after: survey } }
rules:
  - { id: kept, name: 做到, holds: 'duty("council").met > param("times")' }
clauses:
  - { id: "1/a", heading: 会议, summary: 每月开会, status: checkable }
"#;

fn indexed() -> (Index, String) {
    let folder = Folder {
        name: String::new(),
        texts: vec![
            ("plan.yaml".to_owned(), PLAN.to_owned()),
            (
                "rules/r.rhai".to_owned(),
                "duty(\"survey\").met > 0".to_owned(),
            ),
        ],
        ..Folder::default()
    };
    let mut sources = Sources::default();
    let file = parse(&folder, &mut sources);
    let found = index(&file, &[], &sources);
    let mut shown = String::new();
    for used in &found.uses {
        let at = sources.line_column(used.place.file, used.place.start);
        let text = &sources.text(used.place.file)[used.place.start..used.place.end];
        let owner = used.owner.as_deref().unwrap_or("-");
        shown.push_str(&format!("{}:{} {text} {owner}\n", at.line, at.column));
    }
    (found, shown)
}

#[test]
fn every_use_has_its_place_without_quotes_and_its_owner() {
    let (_, shown) = indexed();
    let mut lines: Vec<&str> = shown.lines().collect();
    lines.sort_unstable();
    let expected = [
        "10:43 times council",
        "14:55 survey report",
        "16:41 council kept",
        "16:64 times kept",
        "1:7 survey -",
        "3:8 times -",
        "8:16 1/a council",
        "9:18 chair council",
    ];
    assert_eq!(lines, expected);
}

#[test]
fn definitions_carry_what_people_call_them() {
    let (index, _) = indexed();
    let title = |space, name: &str| {
        let mut found = index.definitions_of(space, name);
        found.next().and_then(|d| d.title.clone())
    };
    assert_eq!(title(Space::Duty, "council").as_deref(), Some("议事会"));
    assert_eq!(title(Space::Clause, "1/a").as_deref(), Some("每月开会"));
    assert_eq!(index.uses_of(Space::Duty, "council").count(), 1);
    assert_eq!(index.uses_of(Space::Parameter, "times").count(), 3);
    let times = index.parameter("times").expect("it is declared");
    assert_eq!(times.value.as_deref(), Some("3"));
}
