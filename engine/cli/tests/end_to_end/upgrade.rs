//! Two versions of a package compared, and a plan carried from one to the other.

use std::fs;
use std::path::Path;

use crate::case::{Case, Ran, copy};

const POLICIES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../policies");

/// The plan of Pingtang with its packages in `p`, and version 2.0.0 of the county's in `new`, whose
/// files have each first text replaced by the second.
fn pingtang(changes: &[(&str, &str, &str)]) -> Case {
    let case = Case::new();
    for name in [
        "central-2015",
        "county-security",
        "ledger-signs",
        "pingtang-2012",
    ] {
        copy(&Path::new(POLICIES).join(name), &case.path("p").join(name));
    }
    copy(
        &Path::new(POLICIES).join("county-security"),
        &case.path("new/county"),
    );
    let version = ("package.yaml", "version: 1.0.0", "version: 2.0.0");
    for (file, from, to) in [version].iter().chain(changes) {
        let path = case.path("new/county").join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{file} has no {from}");
        fs::write(path, text.replace(from, to)).unwrap();
    }
    case
}

const UPGRADE: &str = "upgrade p/pingtang-2012 --package new/county --packages p";

/// Fewer villages for a leader is no longer a parameter; more meetings, a veto that costs more.
const MILD: [(&str, &str, &str); 5] = [
    (
        "parameters.yaml",
        "  - { id: villages_per_leader, name: 一名领导最多包几个村, type: integer, unit: 个, default: 3, min: 1, max: 6, stricter: less,",
        "  - { id: villages_each, name: 一名领导最多包几个村, type: integer, unit: 个, default: 2, min: 1, max: 3, stricter: less,",
    ),
    (
        "package.yaml",
        "at_most: ${villages_per_leader}",
        "at_most: ${villages_each}",
    ),
    (
        "sanctions.yaml",
        "ineligible: [annual_honours] }\n    lasts",
        "ineligible: [annual_honours, promotion] }\n    lasts",
    ),
    (
        "vocabulary.yaml",
        "vocabulary:\n",
        "vocabulary:\n  - { id: promotion, name: 提拔使用 }\n",
    ),
    ("centre.yaml", "name: 议事例会", "name: 月度议事例会"),
];

/// The county asks for what the plan cannot follow by itself.
const HARSH: [(&str, &str, &str); 3] = [
    (
        "parameters.yaml",
        "name: 议事例会次数, type: integer, unit: 次/月, default: 1",
        "name: 议事例会次数, type: integer, unit: 次/月, default: 2",
    ),
    (
        "parameters.yaml",
        "default: 60d, min: 15d, max: 90d",
        "default: 40d, min: 15d, max: 40d",
    ),
    (
        "prevention.yaml",
        "    for_each: villages\n    optional: true\n    headcount",
        "    for_each: villages\n    headcount",
    ),
];

#[test]
fn a_plan_is_carried_over_and_then_nothing_is_left_to_do() {
    let case = pingtang(&MILD);
    let before = case.read("p/pingtang-2012/plan.yaml");
    case.transcript(
        "upgrade",
        &[
            "package diff p/county-security new/county",
            UPGRADE,
            &format!("{UPGRADE} --write"),
            UPGRADE,
            "lint p/pingtang-2012 --packages new -q",
        ],
    );
    let after = case.read("p/pingtang-2012/plan.yaml");
    let gone: Vec<&str> = before
        .lines()
        .filter(|line| !after.contains(line))
        .collect();
    assert_eq!(gone.len(), 2, "{gone:?}");
    assert_eq!(after.lines().count() + 1, before.lines().count());
    let checked = case.run("check p/pingtang-2012 --packages new --as-of 2012-12-31 -q");
    assert_ne!(checked.code, Some(2), "{}", checked.stderr);
    assert!(!leftovers(&case));
}

#[test]
fn conflicts_are_told_at_their_lines_and_nothing_is_written() {
    let case = pingtang(&HARSH);
    let before = case.read("p/pingtang-2012/plan.yaml");
    case.transcript("upgrade-conflicts", &[&format!("{UPGRADE} --write")]);
    case.transcript("upgrade-conflicts.en", &[&format!("{UPGRADE} --lang en")]);
    assert_eq!(case.read("p/pingtang-2012/plan.yaml"), before);
    let json = case.run(&format!("{UPGRADE} --write --format json"));
    assert_eq!(json.code, Some(1));
    let value: serde_json::Value = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!(value["written"], false);
    let conflicts = value["conflicts"].as_array().unwrap();
    let codes: Vec<&str> = conflicts
        .iter()
        .map(|c| c["note"]["code"].as_str().unwrap())
        .collect();
    assert_eq!(codes, ["LS0209", "LS0208", "LS0225"]);
    assert!(
        conflicts
            .iter()
            .all(|c| !c["choices"].as_array().unwrap().is_empty())
    );
}

#[test]
fn what_an_upgrade_needs_is_asked_for() {
    let case = pingtang(&[]);
    let code = |ran: &Ran| ran.stderr.split(['[', ']']).nth(1).unwrap_or("").to_owned();
    let refused = |command: &str| {
        let ran = case.run(command);
        assert_eq!(ran.code, Some(2), "{command}: {}", ran.stderr);
        code(&ran)
    };
    let plan = "upgrade p/pingtang-2012";
    assert_eq!(
        refused(&format!("{plan} --package p/pingtang-2012")),
        "LS0961"
    );
    assert_eq!(
        refused("upgrade p/pingtang-2012 --package nowhere"),
        "LS0601"
    );
    assert_eq!(
        refused(&format!("{UPGRADE} --from p/central-2015")),
        "LS0969"
    );
    fs::create_dir_all(case.path("other")).unwrap();
    let name = case
        .read("new/county/package.yaml")
        .replace("county/security-prevention", "county/other");
    copy(&case.path("new/county"), &case.path("other/county"));
    fs::write(case.path("other/county/package.yaml"), name).unwrap();
    let other = format!("{plan} --package other/county --packages p");
    assert_eq!(refused(&other), "LS0962");
    fs::remove_dir_all(case.path("p/county-security")).unwrap();
    assert_eq!(refused(UPGRADE), "LS0969");
    let back = case.run(&format!(
        "{plan} --package new/county --from new/county --packages p"
    ));
    assert_eq!(back.code, Some(0), "{}", back.stderr);
}

#[test]
fn a_rule_of_the_plan_that_asks_for_a_duty_that_is_gone_is_a_conflict() {
    let case = pingtang(&[]);
    let rule = "luoshi: 1\nrules:\n  - { id: own_rule, name: 本镇规则, holds: 'duty(\"night_patrol\").met > 0' }\n";
    let case = case.file("p/pingtang-2012/own.yaml", rule);
    assert_eq!(case.run(UPGRADE).code, Some(0));
    let gone = rule.replace("night_patrol", "night_watch");
    let case = case.file("p/pingtang-2012/own.yaml", gone);
    let ran = case.run(&format!("{UPGRADE} --write"));
    assert_eq!(ran.code, Some(1), "{}", ran.stdout);
    assert!(
        ran.stdout.contains("p/pingtang-2012/own.yaml:3:"),
        "{}",
        ran.stdout
    );
    assert!(case.read("p/pingtang-2012/plan.yaml").contains("\"^1.0\""));
}

#[test]
fn to_go_back_is_noted() {
    let case = pingtang(&[]);
    let ran = case.run("upgrade p/pingtang-2012 --package p/county-security --from new/county");
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert!(ran.stdout.contains("LS0968"), "{}", ran.stdout);
}

#[test]
fn where_one_file_cannot_be_written_none_is() {
    let case = pingtang(&MILD);
    let plan = case.read("p/pingtang-2012/plan.yaml");
    let line = plan
        .lines()
        .find(|line| line.contains("villages_per_leader"))
        .unwrap();
    let values = format!("luoshi: 1\nset:\n{line}\n");
    let plan = plan.replace(&format!("{line}\n"), "");
    let case = case
        .file("p/pingtang-2012/plan.yaml", &plan)
        .file("p/pingtang-2012/values.yaml", &values);
    let path = case.path("p/pingtang-2012/values.yaml");
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let ran = case.run(&format!("{UPGRADE} --write"));
    assert_eq!(ran.code, Some(3), "{}", ran.stderr);
    assert_eq!(case.read("p/pingtang-2012/plan.yaml"), plan);
    assert_eq!(case.read("p/pingtang-2012/values.yaml"), values);
    assert!(!leftovers(&case));
}

#[test]
fn a_byte_order_mark_and_ends_of_lines_stay() {
    let case = pingtang(&MILD);
    let plan = case.read("p/pingtang-2012/plan.yaml").replace('\n', "\r\n");
    let case = case.file("p/pingtang-2012/plan.yaml", format!("\u{feff}{plan}"));
    let ran = case.run(&format!("{UPGRADE} --write -q"));
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let after = case.read("p/pingtang-2012/plan.yaml");
    assert!(after.starts_with("\u{feff}#") && after.contains("\"^2.0\""));
    assert_eq!(after.matches('\n').count(), after.matches("\r\n").count());
}

#[test]
fn every_published_package_is_like_itself() {
    for name in ["central-2015", "county-security", "ledger-signs"] {
        let path = format!("{POLICIES}/{name}");
        let ran = Case::new().run(&format!("package diff {path} {path} --format json"));
        let value: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
        assert_eq!(
            value["changes"].as_array().unwrap().len(),
            0,
            "{}",
            ran.stdout
        );
    }
}

/// Whether a file that was written beside another is still there.
fn leftovers(case: &Case) -> bool {
    let entries = fs::read_dir(case.path("p/pingtang-2012")).unwrap();
    let mut names = entries.map(|e| e.unwrap().file_name().into_string().unwrap());
    names.any(|name| name.ends_with(".luoshi-new"))
}
