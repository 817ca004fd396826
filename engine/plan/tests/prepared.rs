//! Packages that are decoded once for many plans give each plan what they give it alone.
#![allow(
    clippy::disallowed_methods,
    reason = "the test reads the published plans"
)]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::Path;
use std::sync::Arc;

use luoshi_diagnostics::Sources;
use luoshi_plan::{Folder, Plan, PlanFile, Prepared, Section, Space, parse, resolve};
use proptest::prelude::*;

const PACKAGES: [&str; 3] = ["central-2015", "county-security", "ledger-signs"];
const TOWNSHIPS: [&str; 3] = ["nao-2012", "pingtang-2012", "township-2006"];

fn folder(name: &str) -> Folder {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../policies");
    let entries = std::fs::read_dir(path.join(name)).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let yaml = paths.filter(|path| path.extension().is_some_and(|end| end == "yaml"));
    let mut texts: Vec<(String, String)> = yaml
        .map(|path| {
            let file = path.file_name().unwrap().to_string_lossy().into_owned();
            (file, std::fs::read_to_string(path).unwrap())
        })
        .collect();
    texts.sort();
    Folder {
        name: name.to_owned(),
        texts,
        ..Folder::default()
    }
}

fn packages(sources: &mut Sources) -> Vec<PlanFile> {
    let files = PACKAGES.iter().map(|name| parse(&folder(name), sources));
    files.collect()
}

/// Compares every word of the plan and of the notes.
#[track_caller]
fn same(file: &PlanFile, packages: &[PlanFile], prepared: &Prepared<'_>) -> bool {
    let (alone, among) = (resolve(file, packages), prepared.resolve(file));
    let of = |notes: &[_]| format!("{notes:#?}");
    assert_eq!(of(&alone.notes), of(&among.notes));
    let (alone, among) = (alone.value, among.value);
    assert!(
        format!("{alone:?}") == format!("{among:?}"),
        "{}",
        file.name
    );
    alone.is_some()
}

#[test]
fn the_published_townships_are_the_same_in_any_order() {
    let mut sources = Sources::default();
    let packages = packages(&mut sources);
    let files = TOWNSHIPS.map(|name| parse(&folder(name), &mut sources));
    for first in 0..files.len() {
        // The first plan decides under which values the packages are decoded.
        let prepared = Prepared::new(&packages);
        for at in 0..files.len() {
            assert!(same(
                &files[(first + at) % files.len()],
                &packages,
                &prepared
            ));
        }
    }
}

#[test]
fn what_one_plan_lays_on_its_packages_is_not_seen_by_the_next() {
    let mut sources = Sources::default();
    let text = |path: &str, text: &str| (path.to_owned(), text.to_owned());
    let mut packages = packages(&mut sources);
    let mut package = folder("county-security");
    package.texts.push(text("rules/extra.rhai", "true"));
    package.texts.push(text("templates/notice.md", "县"));
    packages[1] = parse(&package, &mut sources);
    let mut own = folder("nao-2012");
    own.texts.push(text("rules/own.rhai", "false"));
    own.texts.push(text("templates/notice.md", "镇"));
    own.texts.push(text(
        "own.yaml",
        "luoshi: 1\nroles:\n  - { id: mayor, name: 代理镇长 }\nunits:\n  - { id: zongzhi_office, name: 平安办 }\n",
    ));
    let own = parse(&own, &mut sources);
    let plain = parse(&folder("nao-2012"), &mut sources);
    let prepared = Prepared::new(&packages);
    for file in [&plain, &own, &plain, &own] {
        assert!(same(file, &packages, &prepared));
    }
    let of = |file| prepared.resolve(file).value.unwrap();
    let (own, plain) = (of(&own), of(&plain));
    assert_eq!(plain.templates["notice"].1, "县");
    assert_eq!(own.templates["notice"].1, "镇");
    assert_eq!((plain.scripts.len(), own.scripts.len()), (1, 2));
    let place = |plan: &Plan| plan.places.get(Space::Role, "mayor").unwrap().file;
    assert!(plain.package_of.contains_key(&place(&plain)));
    assert!(!own.package_of.contains_key(&place(&own)));
    let names = |plan: &Plan| {
        plan.places
            .of(Space::Role)
            .map(|(n, _)| n.to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(names(&plain), names(&own));
    assert!(names(&own).is_sorted());
}

/// A small change to one line of one file.
#[derive(Debug, Clone)]
enum Edit {
    Digit(u32),
    Cut,
    Twice,
    Word(usize, &'static str),
}

fn edit() -> impl Strategy<Value = Edit> {
    let words = [
        "true",
        "false",
        "2",
        "30d",
        "nobody",
        "~",
        "${council_at_least}",
        "1/2",
        "否",
        "'x",
    ];
    prop_oneof![
        4 => (0..10u32).prop_map(Edit::Digit),
        2 => Just(Edit::Cut),
        1 => Just(Edit::Twice),
        3 => (0..12usize, prop::sample::select(words.to_vec())).prop_map(|(at, word)| Edit::Word(at, word)),
    ]
}

fn edited(text: &str, line: usize, edit: &Edit) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let at = line % lines.len();
    match edit {
        Edit::Digit(digit) => {
            let new = |c: char| match c.is_ascii_digit() {
                true => char::from_digit(*digit, 10).unwrap(),
                false => c,
            };
            lines[at] = lines[at].chars().map(new).collect();
        }
        Edit::Cut => {
            lines.remove(at);
        }
        Edit::Twice => lines.insert(at, lines[at].clone()),
        Edit::Word(which, new) => {
            let words: Vec<&str> = lines[at].split(' ').collect();
            let which = which % words.len();
            let word = |(at, word): (usize, &&str)| match at == which {
                true => (*new).to_owned(),
                false => (*word).to_owned(),
            };
            let words: Vec<String> = words.iter().enumerate().map(word).collect();
            lines[at] = words.join(" ");
        }
    }
    lines.join("\n") + "\n"
}

/// What a township chooses, out of so little that others choose the same.
#[derive(Debug, Clone)]
struct Choice {
    day: u32,
    grid: bool,
    members: u32,
    nights: u32,
    /// The reason for which it leaves a duty out, if it does.
    without: Option<u32>,
    /// Whether it has a duty of its own, and says more of one of the packages.
    adds: bool,
    /// Whether it has a unit, people and a parameter of its own.
    people: bool,
}

fn choice() -> impl Strategy<Value = Choice> {
    let values = (1..3u32, any::<bool>(), 7..9u32, 8..10u32);
    let rest = (prop::option::of(0..2u32), any::<bool>(), any::<bool>());
    (values, rest).prop_map(
        |((day, grid, members, nights), (without, adds, people))| Choice {
            day,
            grid,
            members,
            nights,
            without,
            adds,
            people,
        },
    )
}

fn township(choice: &Choice) -> Folder {
    let Choice {
        day,
        grid,
        members,
        nights,
        ..
    } = choice;
    let mut text = format!(
        "luoshi: 1
plan: {{ id: t, title: 平安建设实施方案, issuer: 综治办, issued: 2012-01-0{day} }}
period: {{ from: 2012-02-01, to: 2012-12-31 }}
jurisdiction: {{ code: T, name: 镇, level: township }}
extends: [{{ package: county/security-prevention, version: \"^1.0\" }}]
set:
  module_grid: {{ value: {grid}, reason: 有或没有平台 }}
  centre_members: {{ value: {members}, reason: 部门负责人 }}
  night_patrol_nights_per_month: {{ value: {nights}, reason: 逢集日必巡 }}
subjects:
  - {{ id: villages, name: 村, members: [{{ id: v01, name: 东村 }}, {{ id: v02, name: 西村 }}] }}
  - {{ id: joint_defence_units, name: 联防单元, including: [villages] }}
  - {{ id: all, name: 全部, including: [joint_defence_units, units, villages] }}
"
    );
    if let Some(reason) = choice.without {
        text.push_str(&format!(
            "disable: [{{ duty: tip_off_reward, reason: 理由{reason} }}]\n"
        ));
    }
    if choice.adds {
        text.push_str(
            "tasks: [{ id: own, name: 本镇任务, due: { within: 5d }, severity: minor }]\n",
        );
        text.push_str("clauses: [{ id: c1, summary: 本镇条款, status: checkable }]\n");
        text.push_str("tailor: [{ duty: night_patrol, clauses: c1 }]\n");
    }
    if choice.people {
        text.push_str(
            "units: [{ id: own_office, name: 本镇办 }]
persons: [{ staff: P2, unit: own_office }, { staff: P1, category: 村干部 }]
holders: [{ role: mayor, person: P2 }, { role: village_party_secretary, subject: v02, person: P1 }]
parameters: [{ id: own_number, name: 本镇数, type: integer, default: 3 }]
",
        );
    }
    Folder {
        name: "t".to_owned(),
        texts: vec![("plan.yaml".to_owned(), text)],
        ..Folder::default()
    }
}

/// What two townships leave as it is, is not even copied for each.
#[test]
fn what_plans_do_not_touch_they_hold_in_common() {
    let mut sources = Sources::default();
    let packages = packages(&mut sources);
    let prepared = Prepared::new(&packages);
    let plans = [7, 8, 8].map(|members| {
        let choice = Choice {
            day: 1,
            grid: false,
            members,
            nights: 8,
            without: None,
            adds: true,
            people: false,
        };
        let file = parse(&township(&choice), &mut sources);
        prepared.resolve(&file).value.unwrap()
    });
    // The first decides what is kept for the others.
    let [_, one, other] = &plans;
    fn common<'p, T: 'p>(one: &'p Section<T>, other: &'p Section<T>) -> usize {
        let pairs = one.shared().zip(other.shared());
        pairs.filter(|(one, other)| Arc::ptr_eq(one, other)).count()
    }
    assert_eq!(
        common(&one.parameters, &other.parameters) + 3,
        one.parameters.len()
    );
    assert_eq!(common(&one.inactive, &other.inactive), one.inactive.len());
    assert!(!one.inactive.is_empty());
    // Each has two villages of its own before the units.
    assert_eq!(
        common(&one.subjects, &other.subjects) + 2,
        one.subjects.len()
    );
    assert!(one.subjects.len() > 2);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn plans_that_choose_the_same_or_something_else_are_the_same(choices in prop::collection::vec(choice(), 4..12)) {
        let mut sources = Sources::default();
        let packages = packages(&mut sources);
        let prepared = Prepared::new(&packages);
        for choice in choices {
            let file = parse(&township(&choice), &mut sources);
            assert!(same(&file, &packages, &prepared), "{:?}", resolve(&file, &packages).notes);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, ..ProptestConfig::default() })]

    #[test]
    fn plans_with_small_edits_are_the_same(
        edits in prop::collection::vec((0..3usize, 0..8usize, any::<prop::sample::Index>(), edit()), 1..6),
    ) {
        let mut sources = Sources::default();
        let packages = packages(&mut sources);
        let prepared = Prepared::new(&packages);
        for (township, file, line, edit) in edits {
            let mut folder = folder(TOWNSHIPS[township]);
            let file = file % folder.texts.len();
            let text = &mut folder.texts[file].1;
            *text = edited(text, line.index(text.lines().count()), &edit);
            same(&parse(&folder, &mut sources), &packages, &prepared);
        }
    }

    #[test]
    fn a_package_with_a_small_edit_is_the_same(
        at in 0..3usize, file in 0..12usize, line in any::<prop::sample::Index>(), edit in edit(),
    ) {
        let mut sources = Sources::default();
        let mut packages = packages(&mut sources);
        let mut folder = folder(PACKAGES[at]);
        let file = file % folder.texts.len();
        let text = &mut folder.texts[file].1;
        *text = edited(text, line.index(text.lines().count()), &edit);
        packages[at] = parse(&folder, &mut sources);
        let prepared = Prepared::new(&packages);
        for name in TOWNSHIPS {
            same(&parse(&self::folder(name), &mut sources), &packages, &prepared);
        }
    }
}
