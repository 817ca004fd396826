//! What is due: on the screen, and in a calendar that is imported twice.

use std::collections::BTreeMap;

use crate::case::Case;

const PINGTANG: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../policies/pingtang-2012 --as-of 2012-10-26"
);

const PACKAGE: &str =
    "luoshi: 1\npackage: { name: county/p, version: 1.0.0, publisher: 县综治委, title: 方案 }\n";

#[test]
fn overdue_comes_first_then_what_falls_due() {
    let case = Case::with_plan();
    case.transcript(
        "agenda",
        &[
            "agenda p --as-of 2012-08-20",
            "agenda p --as-of 2012-08-20 --days 3 --lang en",
            "agenda p --as-of 2012-08-20 --role 书计",
            "agenda p --as-of 2012-08-20 --to 2012-08-01",
        ],
    );
}

#[test]
fn a_role_and_a_village_see_their_own() {
    let case = Case::new();
    let all = case.run(&format!("agenda {PINGTANG} --format json")).stdout;
    let all: serde_json::Value = serde_json::from_str(&all).unwrap();
    let role = case.run(&format!(
        "agenda {PINGTANG} --role village_party_secretary --format json"
    ));
    let role: serde_json::Value = serde_json::from_str(&role.stdout).unwrap();
    let of = |value: &serde_json::Value, key: &str, wanted: &str| {
        let items = value["items"].as_array().unwrap().iter();
        items.filter(|i| i[key] == wanted).count()
    };
    let count = |value: &serde_json::Value| value["items"].as_array().unwrap().len();
    assert!(count(&role) > 0 && count(&role) < count(&all));
    let nearest = of(&all, "role", "village_party_secretary");
    assert_eq!(of(&role, "role", "village_party_secretary"), nearest);
    let village = case.run(&format!("agenda {PINGTANG} --subject 石桥村 --format json"));
    let village: serde_json::Value = serde_json::from_str(&village.stdout).unwrap();
    // The school that lies in the village belongs to it.
    let about = |name: &str| of(&village, "about", name);
    assert_eq!(
        about("石桥村") + about("石桥小学") + about("石桥废品收购站"),
        count(&village)
    );
    assert!(about("石桥村") > 0);
}

/// The events of a calendar by their UID: title and sequence.
fn events(ics: &str) -> BTreeMap<String, (String, u32)> {
    let unfolded = ics.replace("\r\n ", "");
    let mut events = BTreeMap::new();
    for event in unfolded.split("BEGIN:VEVENT").skip(1) {
        // The alarm inside has a UID of its own.
        let event = event.split("BEGIN:VALARM").next().unwrap();
        let of = |key: &str| {
            let mut values = event.lines().filter_map(|l| l.strip_prefix(key));
            values.next().unwrap().to_owned()
        };
        let told = (of("SUMMARY:"), of("SEQUENCE:").parse().unwrap());
        assert_eq!(
            events.insert(of("UID:"), told),
            None,
            "two events with one UID"
        );
    }
    events
}

#[test]
fn a_calendar_imported_again_updates_its_events() {
    let case = Case::with_plan();
    let window = "--from 2012-08-20 --to 2012-08-31 --format ics";
    let before = case
        .run(&format!("agenda p --as-of 2012-08-20 {window}"))
        .stdout;
    let again = case
        .run(&format!("agenda p --as-of 2012-08-20 {window}"))
        .stdout;
    assert_eq!(before, again);
    for line in before.split("\r\n") {
        assert!(line.len() <= 75 && !line.contains('\n'), "{line}");
    }
    let council = "record meeting p --date 2012-08-21 --duty council --quantity 9 --marks minutes";
    assert_eq!(case.run(council).code, Some(0));
    let after = case
        .run(&format!("agenda p --as-of 2012-08-22 {window}"))
        .stdout;
    let (before, after) = (events(&before), events(&after));
    let uid = before
        .keys()
        .find(|uid| uid.starts_with("council/2012-08"))
        .unwrap();
    assert!(before[uid].0.contains("综治例会"), "{}", before[uid].0);
    assert!(after[uid].0.starts_with("已办"), "{}", after[uid].0);
    assert!(after[uid].1 > before[uid].1);
    assert!(before.keys().all(|uid| after.contains_key(uid)));
}

#[test]
fn a_calendar_is_updated_before_the_plan_begins_too() {
    let case = Case::with_plan();
    let window = "--from 2012-01-01 --to 2012-01-31 --format ics";
    let on = |day: &str| events(&case.run(&format!("agenda p --as-of {day} {window}")).stdout);
    let (before, after) = (on("2011-12-20"), on("2011-12-21"));
    assert!(!before.is_empty());
    assert!(before.iter().all(|(uid, told)| after[uid].1 > told.1));
}

#[test]
fn a_package_has_nothing_due_and_was_never_issued() {
    let case = Case::new().file("p/package.yaml", PACKAGE);
    for command in ["agenda p", "what-if p --set a=1"] {
        let ran = case.run(command);
        assert_eq!(ran.code, Some(2), "{command}");
        assert!(ran.stdout.contains("政策包"), "{command}: {}", ran.stdout);
    }
    let burden = case.run("burden p --as-of 2012-06-01").stdout;
    assert!(burden.contains("政策包，按 2012 年全年试算"), "{burden}");
    assert!(!burden.contains("印发"), "{burden}");
}
