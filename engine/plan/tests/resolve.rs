//! What resolving makes of packages and plans.

use luoshi_diagnostics::{Lang, Messages, Sources, render_text};
use luoshi_plan::model::Adjust;
use luoshi_plan::model::Weekday;
use luoshi_plan::{
    AnswersBy, Change, Folder, Plan, PlanFile, SetBy, Space, parse, resolve, wanted,
};
use petgraph::visit::EdgeRef;

const HEAD: &str = "luoshi: 1
plan: { id: p, title: 计划, issuer: 综治办, issued: 2012-05-10 }
period: { from: 2012-05-10, to: 2012-12-31 }
jurisdiction: { code: PT, name: 坪塘镇, level: township }
";

fn folder(name: &str, texts: &[(&str, String)], sources: &mut Sources) -> PlanFile {
    let texts = texts
        .iter()
        .map(|(path, text)| ((*path).to_owned(), text.clone()));
    let folder = Folder {
        name: name.to_owned(),
        texts: texts.collect(),
        ..Folder::default()
    };
    parse(&folder, sources)
}

/// Resolves a plan on one package; both must be without a mistake.
#[track_caller]
fn resolved(package: &str, plan: &str) -> Plan {
    let mut sources = Sources::default();
    let head =
        "luoshi: 1\npackage: { name: county/base, version: 1.2, publisher: 县综治委, title: 包 }\n";
    let package = folder(
        "county",
        &[("package.yaml", format!("{head}{package}"))],
        &mut sources,
    );
    let extends = "extends: [{ package: county/base, version: ^1.0 }]\n";
    let plan = folder(
        "town",
        &[("plan.yaml", format!("{HEAD}{extends}{plan}"))],
        &mut sources,
    );
    let staged = resolve(&plan, &[package]);
    let text = render_text(&staged.notes, &sources, Messages::of(Lang::En), false);
    staged.value.unwrap_or_else(|| panic!("{text}"))
}

#[test]
fn a_parameter_has_the_value_of_the_plan() {
    let plan = resolved(
        "parameters: [{ id: least, name: 次数, type: integer, default: 1, max: 4 }]
meetings:
  - id: council
    name: 议事例会
    cadence: { every: month, at_least: \"${least}\" }
",
        "set: { least: { value: 2, reason: 加密 } }\n",
    );
    let cadence = plan.content.meetings[0].cadence.get().expect("decided");
    assert_eq!(cadence.at_least, Some(2));
    assert_eq!(plan.parameters[0].value.as_deref(), Some("2"));
    assert_eq!(plan.parameters[0].default.as_deref(), Some("1"));
}

const COUNTY: &str = "parameters:
  - { id: night, name: 是否夜巡, type: boolean, default: 是 }
settings: { due_soon: 5, backfill: 20 }
units: [{ id: office, name: 综治办, head: director }]
roles:
  - { id: secretary, name: 书记 }
  - { id: director, name: 主任, unit: office, answers_to: secretary }
  - { id: chief, name: 村主任, for_each: villages }
subjects: [{ id: villages, name: 村 }]
chains:
  - { id: contract, name: 包村, links: [{ from: director, to: chief, for_each: villages }] }
meetings:
  - { id: council, name: 议事例会, cadence: { every: month, at_least: 1 }, serves_also: [review] }
  - { id: review, name: 研判会, optional: true, cadence: { every: month, at_least: 1 } }
activities:
  - id: patrol
    name: 夜巡
    active: ${night}
    cadence: { every: week, at_least: 1 }
incidents: [{ id: theft, name: 盗窃 }]
vetoes:
  - id: watch
    name: 夜巡失职
    basis: 文件
    when: { failed: [patrol, review] }
    decided_by: { name: 县综治委, level: county }
    effect: { score: 0 }
  - id: thefts
    name: 盗窃失职
    basis: 文件
    when: { incidents: [theft], failed: [patrol, council] }
    decided_by: { name: 县综治委, level: county }
    effect: { score: 0 }
";

const TOWN: &str = "set: { night: 否 }
settings: { due_soon: 2 }
roles: [{ id: director, name: 综治办主任 }]
subjects:
  - id: villages
    name: 行政村
    members: [{ id: v01, name: 东风村 }, { id: v02, name: 红旗村 }]
  - { id: schools, name: 学校, members: [{ id: s01, name: 中心小学, lies_in: v01 }] }
  - { id: places, name: 场所, including: [schools, villages] }
disable: [{ duty: review, reason: 并入议事例会 }]
clauses: [{ id: \"1\", summary: 每月议事, status: checkable }]
tailor: [{ duty: council, clauses: \"1\" }]
";

#[test]
fn a_plan_adds_to_the_planning_of_a_roster() {
    let plan = resolved(
        "rosters:
  - id: patrol
    name: 巡逻
    cadence: { every: month, at_least: 4 }
    planning: { rest: 2, weekdays: [friday], market: { every_days: 7, from: 2012-05-12 } }
",
        "persons: [{ staff: P1 }, { staff: P2 }]
tailor:
  - duty: patrol
    planning:
      weekdays: [星期六]
      market: { every_days: 5, from: 2012-05-12 }
      lighter: [{ persons: P1, share: 50% }]
",
    );
    let planning = plan.content.rosters[0].planning.as_ref().unwrap();
    assert_eq!(planning.rest, 2);
    assert_eq!(planning.weekdays, [Weekday::Friday, Weekday::Saturday]);
    assert_eq!(planning.market.as_ref().map(|m| m.every_days), Some(5));
    assert_eq!(planning.lighter[0].share.0, 5_000);
}

#[test]
fn a_plan_says_more_about_what_its_packages_define() {
    let plan = resolved(COUNTY, TOWN);
    assert_eq!((plan.settings.due_soon, plan.settings.backfill), (2, 20));
    let director = plan
        .content
        .roles
        .iter()
        .find(|r| r.id.name == "director")
        .unwrap();
    assert_eq!(director.name, "综治办主任");
    assert_eq!(
        director.answers_to.as_ref().map(|r| r.name.as_str()),
        Some("secretary")
    );
    assert_eq!(plan.content.meetings[0].duty.clauses[0].name, "1");
    assert_eq!(plan.packages[0].name, "county/base");
}

#[test]
fn sets_hold_the_subjects_of_those_that_they_include() {
    let plan = resolved(COUNTY, TOWN);
    let names = |set: &str| -> Vec<&str> {
        plan.sets[set]
            .iter()
            .map(|at| plan.subjects[*at].id.name.as_str())
            .collect()
    };
    assert_eq!(names("villages"), ["v01", "v02"]);
    assert_eq!(names("places"), ["s01", "v01", "v02"]);
    assert_eq!(names("units"), ["office"]);
    assert_eq!(plan.subject_index["s01"], plan.sets["schools"][0]);
}

#[test]
fn roles_answer_upwards_by_chain_and_by_post() {
    let plan = resolved(COUNTY, TOWN);
    let above = |role: &str| -> Vec<(&str, &AnswersBy)> {
        let edges = plan.answers.edges(plan.role_nodes[role]);
        edges
            .map(|e| (plan.answers[e.target()].as_str(), e.weight()))
            .collect()
    };
    let chain = AnswersBy::Chain {
        chain: "contract".to_owned(),
        for_each: Some("villages".to_owned()),
    };
    assert_eq!(above("chief"), [("director", &chain)]);
    assert_eq!(above("director"), [("secretary", &AnswersBy::Role)]);
}

#[test]
fn what_rests_on_duties_that_are_off_is_off_too() {
    let plan = resolved(COUNTY, TOWN);
    let off: Vec<(&str, Option<&str>)> = plan
        .inactive
        .iter()
        .map(|i| (i.duty.as_str(), i.reason.as_deref()))
        .collect();
    assert_eq!(
        off,
        [
            ("review", Some("并入议事例会")),
            ("patrol", None),
            ("watch", None)
        ]
    );
    assert!(plan.content.meetings[0].serves_also.is_empty());
    // The other veto keeps the condition that is left, and has its incidents besides.
    let failed: Vec<&str> = plan.content.vetoes[0]
        .when
        .failed
        .iter()
        .map(|d| d.name.as_str())
        .collect();
    assert_eq!(failed, ["council"]);
}

const PROGRAM: &str = "cba1ae7e503a84a8cc4ddad5af3a22b9983f901c3113f0811636285867fac78f";

#[test]
fn the_program_of_a_rule_comes_with_the_plan() {
    let own = format!("file: own.wasm, digest: sha256:{PROGRAM}, grants: {{ evidence: visit }}");
    let text = format!(
        "{HEAD}meetings: [{{ id: council, name: 例会, active: false, cadence: {{ every: month, at_least: 1 }} }}]
plugins:
  - {{ id: all, name: 全部, {own} }}
  - {{ id: one, name: 停开的会, of: [council], {own} }}
  - {{ id: later, name: 待定, active: false, file: later.wasm, digest: unknown, grants: {{}} }}
"
    );
    let bytes = "Stands for a program: nothing reads it here but its digest.\n";
    let folder = Folder {
        name: "town".to_owned(),
        texts: vec![("plan.yaml".to_owned(), text)],
        binaries: Some(vec![
            ("plugins/own.wasm".to_owned(), bytes.as_bytes().into()),
            ("plugins/unused.wasm".to_owned(), [0].as_slice().into()),
        ]),
    };
    let unread = Folder {
        binaries: None,
        ..folder.clone()
    };
    let plan = |folder| {
        let staged = resolve(&parse(folder, &mut Sources::default()), &[]);
        staged.value.expect("a plan without a mistake")
    };
    let read = plan(&folder);
    let digests: Vec<&str> = read.components.keys().map(String::as_str).collect();
    assert_eq!(digests, [PROGRAM]);
    assert_eq!(read.components[PROGRAM].as_ref(), bytes.as_bytes());
    // What would be shown the records of a duty that is off is not shown those of all others.
    let rules = read.content.plugins.iter().map(|p| p.duty.id.name.as_str());
    assert_eq!(rules.collect::<Vec<_>>(), ["all"]);
    assert!(plan(&unread).components.is_empty());
}

#[test]
fn a_package_is_wanted_by_name_and_range() {
    let mut sources = Sources::default();
    let extends = "extends: [{ package: county/base, version: ^1.0 }, { package: central }]\n";
    let plan = folder(
        "town",
        &[("plan.yaml", format!("{HEAD}{extends}"))],
        &mut sources,
    );
    let wanted: Vec<(String, String)> = wanted(&plan)
        .into_iter()
        .map(|w| (w.name, w.range))
        .collect();
    let expected = [("county/base", "^1.0"), ("central", "*")];
    assert_eq!(
        wanted,
        expected.map(|(name, range)| (name.to_owned(), range.to_owned()))
    );
}

#[test]
fn scripts_and_calendars_come_with_the_folder() {
    let mut sources = Sources::default();
    let files = [
        (
            "plan.yaml",
            format!("{HEAD}rules: [{{ id: own, name: 规则, script: own.rhai }}]\n"),
        ),
        ("rules/own.rhai", "true".to_owned()),
        (
            "calendar/2012.csv",
            "date,kind,name\n2012-06-01,holiday,镇庆\n".to_owned(),
        ),
        ("planted.yaml", "not: a plan".to_owned()),
        ("leave.yaml", "not: a plan".to_owned()),
        ("tests/x.yaml", "not: a plan".to_owned()),
    ];
    let file = folder("town", &files, &mut sources);
    let staged = resolve(&file, &[]);
    assert_eq!(staged.notes, []);
    let plan = staged.value.unwrap();
    assert_eq!(plan.scripts["own.rhai"].1, "true");
    assert!(!plan.workdays.is_workday("2012-06-01".parse().unwrap()));
}

/// What the plan did to each parameter of a package, with what the package left.
#[track_caller]
fn changes(parameters: &str, set: &str) -> Vec<(Option<String>, Option<Change>)> {
    let plan = resolved(
        &format!("parameters: {parameters}\n"),
        &format!("set: {set}\n"),
    );
    let parameters = plan.parameters.into_iter();
    parameters.map(|p| (p.below, p.change)).collect()
}

#[test]
fn a_change_has_a_direction_where_the_package_names_one() {
    let of = |parameter: &str, value: &str| {
        let parameters = format!("[{{ id: x, name: 甲, {parameter} }}]");
        changes(&parameters, &format!("{{ x: {value} }}")).remove(0)
    };
    let change = |parameter: &str, value: &str| of(parameter, value).1;
    use Change::{Decided, Looser, Other, Stricter};
    for (parameter, value, expected) in [
        (
            "type: integer, default: 2, stricter: more",
            "3",
            Some(Stricter),
        ),
        (
            "type: integer, default: 2, stricter: more",
            "1",
            Some(Looser),
        ),
        ("type: integer, default: 2, stricter: more", "2", None),
        ("type: integer, default: 2", "3", Some(Other)),
        ("type: integer, stricter: more", "3", Some(Decided)),
        ("type: decimal, default: 80, stricter: more", "80.00", None),
        (
            "type: decimal, default: 80, stricter: more",
            "79.99",
            Some(Looser),
        ),
        ("type: money, default: 50元, stricter: less", "50", None),
        (
            "type: money, default: 50元, stricter: less",
            "49.99",
            Some(Stricter),
        ),
        (
            "type: percent, default: 90%, stricter: more",
            "95.5%",
            Some(Stricter),
        ),
        (
            "type: limit, default: 5d, stricter: less",
            "3d",
            Some(Stricter),
        ),
        (
            "type: limit, default: 5d, stricter: less",
            "3wd",
            Some(Other),
        ),
        ("type: limit, default: 60min, stricter: less", "1h", None),
        (
            "type: date, default: 2012-06-30, stricter: less",
            "2012-06-29",
            Some(Stricter),
        ),
        (
            "type: boolean, default: 否, stricter: more",
            "true",
            Some(Stricter),
        ),
        ("type: boolean, default: 否", "false", None),
        (
            "type: choice, choices: [甲, 乙, 丙], default: 乙, stricter: less",
            "甲",
            Some(Stricter),
        ),
        (
            "type: choice, choices: [甲, 乙, 丙], default: 乙, stricter: less",
            "丙",
            Some(Looser),
        ),
    ] {
        assert_eq!(change(parameter, value), expected, "{parameter} -> {value}");
    }
    assert_eq!(of("type: integer, default: 2", "3").0.as_deref(), Some("2"));
    assert_eq!(of("type: integer", "3").0, None);
}

#[test]
fn what_the_packages_leave_is_what_the_last_of_them_set() {
    let mut sources = Sources::default();
    let central = "luoshi: 1
package: { name: central/base, version: 1.0, publisher: 中央, title: 意见 }
parameters: [{ id: x, name: 甲, type: integer, default: 1, stricter: more }]
";
    let county = "luoshi: 1
package: { name: county/base, version: 1.0, publisher: 县, title: 方案 }
extends: [{ package: central/base }]
set: { x: { value: 2, reason: 县里加密, adjustable: stricter } }
";
    let central = folder("central", &[("package.yaml", central.into())], &mut sources);
    let county = folder("county", &[("package.yaml", county.into())], &mut sources);
    let town = format!(
        "{HEAD}extends: [{{ package: county/base }}]\nset: {{ x: {{ value: 3, reason: 再加 }} }}\n"
    );
    let town = folder("town", &[("plan.yaml", town)], &mut sources);
    let plan = resolve(&town, &[county, central]).value.expect("a plan");
    let x = &plan.parameters[0];
    assert_eq!(x.value.as_deref(), Some("3"));
    assert_eq!(x.below.as_deref(), Some("2"));
    assert_eq!(x.default.as_deref(), Some("1"));
    assert_eq!(x.below_by, SetBy::Extending("county/base".into()));
    assert_eq!(x.adjustable, Adjust::StricterOnly);
    assert!(x.reason_needed);
}

#[test]
fn a_plan_says_where_it_departs_from_its_packages() {
    let town = format!(
        "{TOWN}units: [{{ id: office, name: 综治中心 }}, {{ id: station, name: 派出所 }}]
meetings: [{{ id: own, name: 自己的会, cadence: {{ every: month, at_least: 1 }} }}]
"
    );
    let deviations = resolved(COUNTY, &town).deviations;
    let added: Vec<_> = deviations
        .added
        .iter()
        .map(|a| (a.section, &*a.id))
        .collect();
    // The director and the set of villages are the county's; `schools` and `places` are not.
    let expected = [
        ("units", "station"),
        ("subjects", "schools"),
        ("subjects", "places"),
        ("meetings", "own"),
    ];
    assert_eq!(added, expected);
    let redefined = deviations.redefined.iter();
    let redefined: Vec<_> = redefined
        .flat_map(|r| r.differences.iter().map(move |d| (r.space, &*r.id, d.key)))
        .collect();
    let expected = [
        (Space::Unit, "office", "name"),
        (Space::Role, "director", "name"),
        (Space::Set, "villages", "name"),
    ];
    assert_eq!(redefined, expected);
    let settings: Vec<_> = deviations.settings.iter().map(|d| d.key).collect();
    assert_eq!(settings, ["due_soon"]);
    assert_eq!(deviations.tailored[0].duty, "council");
    assert_eq!(deviations.tailored[0].clauses, ["1"]);
}

#[test]
fn a_plan_without_packages_departs_from_nothing() {
    let mut sources = Sources::default();
    let plan = format!(
        "{HEAD}parameters: [{{ id: x, name: 甲, type: integer, default: 1 }}]\nset: {{ x: 2 }}\nunits: [{{ id: a, name: 甲 }}]\n"
    );
    let plan = folder("town", &[("plan.yaml", plan)], &mut sources);
    let plan = resolve(&plan, &[]).value.expect("a plan");
    assert_eq!(plan.deviations, luoshi_plan::Deviations::default());
    assert_eq!(plan.parameters[0].change, None);
    assert_eq!(plan.parameters[0].value.as_deref(), Some("2"));
}

#[test]
fn a_template_of_the_same_name_is_a_deviation() {
    let mut sources = Sources::default();
    let head =
        "luoshi: 1\npackage: { name: county/base, version: 1.0, publisher: 县, title: 方案 }\n";
    let template = |name: &str| (format!("templates/{name}.md"), "---\n---\n".to_owned());
    let (notice, minutes) = (template("notice"), template("minutes"));
    let county = [
        ("package.yaml", head.to_owned()),
        (&*notice.0, notice.1.clone()),
    ];
    let county = folder("county", &county, &mut sources);
    let plan = format!("{HEAD}extends: [{{ package: county/base }}]\n");
    let plan = [
        ("plan.yaml", plan),
        (&*notice.0, notice.1.clone()),
        (&*minutes.0, minutes.1.clone()),
    ];
    let plan = folder("town", &plan, &mut sources);
    let plan = resolve(&plan, &[county]).value.expect("a plan");
    assert_eq!(plan.deviations.templates, ["notice"]);
}
