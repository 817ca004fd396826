//! Each gap by itself; trees, ways up and down; the picture.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};
use luoshi_diagnostics::{Lang, Messages};
use luoshi_plan::Plan;

use super::layout::{box_width, lay, levels, picture_width};
use super::text::gap_text;
use super::{Branch, Lack, Start, TreeOf, chain, chain_svg, chain_text, climb, descent};
use crate::tests::township::plan;

const DAY: Date = date(2012, 8, 15);

/// Three villages, the secretary, two leaders of villages, a chain between them.
const TOWN: &str = "
units: [{ id: office, name: 办公室 }]
subjects: [{ id: villages, name: 村, members: [
  { id: v1, name: 东村 }, { id: v2, name: 西村 }, { id: v3, name: 新村, from: 2012-09-01 } ] }]
roles:
  - { id: secretary, name: 书记 }
  - { id: mayor, name: 镇长, answers_to: secretary }
  - { id: leader, name: 包村领导, for_each: villages, answers_to: mayor }
persons: [{ staff: A1 }, { staff: A2 }, { staff: A3 }]
chains:
  - { id: contract, name: 包村, links: [
      { from: secretary, to: leader, for_each: villages, vacancy: 3, at_most: 1 } ] }
";

fn town(rest: &str) -> Plan {
    plan(&format!("{TOWN}{rest}"))
}

/// The gaps in words.
fn gaps(plan: &Plan, day: Date) -> Vec<String> {
    let gaps = chain(plan, day).gaps;
    let words = Messages::of(Lang::ZhCn);
    gaps.iter().map(|gap| gap_text(gap, words)).collect()
}

const HELD: &str = "
holders:
  - { role: secretary, person: A1 }
  - { role: mayor, person: A2 }
  - { role: leader, subject: v1, person: A2 }
  - { role: leader, subject: v2, person: A3 }
";

#[test]
fn where_everything_is_held_there_is_no_gap() {
    assert_eq!(gaps(&town(HELD), DAY), Vec::<String>::new());
    // The third village exists from September on.
    let later = gaps(&town(HELD), date(2012, 9, 30));
    assert_eq!(later, ["包村领导：新村自 2012-09-01 起没有人担任（包村）"]);
}

#[test]
fn a_subject_without_holder_is_a_gap_once_the_time_allowed_is_over() {
    let until = HELD.replace("v2, person: A3", "v2, person: A3, to: 2012-08-09");
    // Friday the 10th is the first workday without a holder; three are allowed.
    assert_eq!(gaps(&town(&until), date(2012, 8, 14)), Vec::<String>::new());
    assert_eq!(
        gaps(&town(&until), DAY),
        ["包村领导：西村自 2012-08-10 起没有人担任（包村）"]
    );
}

#[test]
fn a_vacant_post_at_the_top_is_a_gap() {
    let until = HELD.replace(
        "secretary, person: A1",
        "secretary, person: A1, to: 2012-07-31",
    );
    assert_eq!(
        gaps(&town(&until), DAY),
        ["书记：自 2012-08-01 起空缺（包村）"]
    );
}

#[test]
fn a_role_that_nobody_ever_holds_is_one_gap_and_not_one_for_each_subject() {
    let none = "holders: [{ role: secretary, person: A1 }]\n";
    assert_eq!(
        gaps(&town(none), DAY),
        ["包村领导：方案里没有写由谁担任（包村）"]
    );
}

#[test]
fn more_subjects_than_one_may_hold_are_a_gap() {
    let both = HELD.replace("v2, person: A3", "v2, person: A2");
    assert_eq!(
        gaps(&town(&both), DAY),
        ["包村领导：A2 一人担任 2 个（东村、西村），最多 1 个（包村）"]
    );
}

#[test]
fn duties_whose_role_leads_to_no_head_are_a_gap_and_so_is_a_vacant_role_with_duties() {
    let text = TOWN.replace("persons:", "  - { id: officer, name: 专干 }\npersons:");
    let meetings = "
meetings:
  - { id: council, name: 例会, responsible: officer, cadence: { every: month, at_least: 1 } }
";
    let found = gaps(&plan(&format!("{text}{HELD}{meetings}")), DAY);
    assert_eq!(
        found,
        [
            "专干：方案里没有写由谁担任",
            "专干：没有写明向谁负责，1 项往上查不到主要领导（例会）"
        ]
    );
    let held = format!("{HELD}  - {{ role: officer, person: A3, to: 2012-07-31 }}\n");
    let found = gaps(&plan(&format!("{text}{held}{meetings}")), DAY);
    assert_eq!(found[0], "专干：空缺，由其负责的事项没有人管");
}

#[test]
fn a_role_without_duties_may_stand_alone() {
    let text = TOWN.replace("persons:", "  - { id: guest, name: 顾问 }\npersons:");
    assert_eq!(
        gaps(&plan(&format!("{text}{HELD}")), DAY),
        Vec::<String>::new()
    );
}

#[test]
fn before_and_after_the_plan_its_first_and_last_day_count() {
    let chains = chain(&town(HELD), date(2030, 1, 1));
    assert_eq!(chains.day, date(2012, 12, 31));
    assert_eq!(chain(&town(HELD), date(2000, 1, 1)).day, date(2012, 5, 10));
    assert_eq!(chains.head.map(|h| h.id), Some("secretary".to_owned()));
}

#[test]
fn a_chain_replaces_what_the_role_says_itself() {
    let chains = chain(&town(HELD), DAY);
    let relations = &chains.trees[1];
    assert_eq!(relations.of, TreeOf::Relations);
    let below = &relations.roots[0].below;
    let names: Vec<&str> = below.iter().map(|b| b.role.id.as_str()).collect();
    assert_eq!(names, ["mayor"]);
    assert!(below[0].below.is_empty(), "the leader is in the chain");
}

#[test]
fn the_way_up_from_a_village_names_its_own_leader_only() {
    let plan = town(HELD);
    let chains = chain(&plan, DAY);
    let climb = climb(&plan, &chains, Start::Subject(plan.subject_index["v2"]));
    let steps: Vec<(&str, Option<&str>)> = climb
        .steps
        .iter()
        .flatten()
        .map(|s| (s.role.id.as_str(), s.posts[0].holder.as_deref()))
        .collect();
    assert_eq!(steps, [("leader", Some("A3")), ("secretary", Some("A1"))]);
    assert_eq!(climb.steps[1][0].over[0].chains[0].id, "contract");
}

#[test]
fn below_a_role_is_all_that_leads_to_it_and_no_other_gap() {
    let until = HELD.replace("v2, person: A3", "v2, person: A3, to: 2012-06-30");
    let plan = town(&until);
    let chains = chain(&plan, DAY);
    assert_eq!(chains.gaps.len(), 1);
    assert!(descent(&plan, &chains, "mayor").gaps.is_empty());
    let all = descent(&plan, &chains, "secretary");
    assert!(matches!(all.gaps[0].lack, Lack::Unheld { .. }));
    assert_eq!(levels(&all.trees[0].roots[0]), 2);
}

#[test]
fn only_the_roles_wanted_are_left() {
    let chains = chain(&town(HELD), DAY).only(&BTreeSet::from(["secretary", "leader"]));
    assert_eq!(chains.trees.len(), 1);
    assert!(
        chain(&town(HELD), DAY)
            .only(&BTreeSet::new())
            .trees
            .is_empty()
    );
}

/// The town with 33 villages, each with a leader of its own.
fn many() -> Plan {
    let villages: String = (1..=33)
        .map(|n| format!("{{ id: v{n}, name: 第{n}村 }}, "))
        .collect();
    let persons: String = (1..=33)
        .map(|n| format!("{{ staff: B{n:02} }}, "))
        .collect();
    let holders: String = (1..=33)
        .map(|n| format!("  - {{ role: leader, subject: v{n}, person: B{n:02} }}\n"))
        .collect();
    plan(&format!(
        "subjects: [{{ id: villages, name: 村, members: [{villages}] }}]
roles: [{{ id: secretary, name: 书记 }}, {{ id: leader, name: 包村领导, for_each: villages }}]
persons: [{persons} {{ staff: A1 }}]
chains: [{{ id: contract, name: 包村, links: [{{ from: secretary, to: leader, for_each: villages }}] }}]
holders:\n  - {{ role: secretary, person: A1 }}\n{holders}"
    ))
}

#[test]
fn thirty_three_villages_share_lines() {
    let chains = chain(&many(), DAY);
    let text = chain_text(&chains, Messages::of(Lang::ZhCn));
    assert!(text.lines().count() < 20, "{text}");
    assert!(text.contains("B33 第33村"));
    let svg = chain_svg(&chains, Messages::of(Lang::ZhCn));
    assert!(svg.matches("<text").count() < 33, "{svg}");
}

/// Whether the boxes of a tree lie inside the picture and apart from one another.
fn apart(roots: &[Branch]) {
    let depth = roots.iter().map(levels).max().unwrap_or(1);
    let width = box_width(depth);
    let text = |b: &Branch, _| (b.role.name.clone(), vec![b.role.id.clone()]);
    let layout = lay(roots, width, 0, &text);
    for (at, one) in layout.boxes.iter().enumerate() {
        assert!(one.x + width <= picture_width(depth));
        assert!(one.y + one.height <= layout.bottom);
        for other in &layout.boxes[..at] {
            let beside = one.x + width <= other.x || other.x + width <= one.x;
            let under = one.y + one.height <= other.y || other.y + other.height <= one.y;
            assert!(beside || under, "{one:?} {other:?}");
        }
    }
}

/// A branch with so many below it, and so on.
fn bush(name: &str, below: &[usize]) -> Branch {
    let branches = match below {
        [] => Vec::new(),
        [count, rest @ ..] => (0..*count)
            .map(|n| bush(&format!("{name}{n}"), &rest[n.min(rest.len())..]))
            .collect(),
    };
    Branch {
        role: super::tree::label(name, &"职务".repeat(1 + name.len() * 3)),
        set: None,
        posts: Vec::new(),
        duties: Vec::new(),
        again: false,
        below: branches,
    }
}

#[test]
fn no_box_lies_on_another() {
    for shape in [
        &[1][..],
        &[3, 2, 2],
        &[2, 5, 1, 4],
        &[1, 1, 1, 1, 1, 1, 1, 1],
    ] {
        apart(&[bush("r", shape), bush("s", &[2])]);
    }
}

#[test]
fn what_would_break_the_picture_is_escaped() {
    let text = TOWN.replace("name: 包村,", "name: \"<包>&\\\"村\\\"\",");
    let svg = chain_svg(
        &chain(&plan(&format!("{text}{HELD}")), DAY),
        Messages::of(Lang::En),
    );
    assert!(svg.contains("&lt;包&gt;&amp;&quot;村&quot;"), "{svg}");
}
