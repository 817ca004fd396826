//! Plans of townships that build on one county package, each a little different.

use std::fmt::Write as _;

/// The text of one township's plan: 10 to 20 villages, the holders of its posts, a few values of its own.
pub(crate) fn plan(township: u32) -> String {
    let villages = 10 + township % 11;
    let mut text = format!(
        "luoshi: 1
plan:
  id: t{township}
  title: 平安建设实施方案
  issuer: 社会治安综合治理委员会办公室
  issued: 2012-01-{:02}
period: {{ from: 2012-02-01, to: 2012-12-31 }}
jurisdiction: {{ code: T{township:05}, name: 第{township}镇, level: township }}
extends:
  - {{ package: county/security-prevention, version: \"^1.0\" }}
set:
  module_grid: {{ value: false, reason: 本年度还没有网格平台 }}
  module_technical: {{ value: false, reason: 本年度没有技防建设项目 }}
  centre_members: {{ value: {}, reason: 主任一人，其余为各部门负责人 }}
  night_patrol_nights_per_month: {{ value: {}, reason: 逢集日必巡 }}
  dispute_handling_within: {{ value: {}d, reason: 本镇信访量不大 }}
",
        1 + township % 28,
        7 + township % 5,
        8 + township % 7,
        30 + township % 31,
    );
    text.push_str("subjects:\n  - id: villages\n    name: 行政村（社区）\n    members:\n");
    for village in 1..=villages {
        let next = village % villages + 1;
        let _ = writeln!(
            text,
            "      - {{ id: v{village:02}, name: 第{village}村, neighbours: [v{next:02}] }}"
        );
    }
    text.push_str("  - { id: joint_defence_units, name: 户户联防单元, including: [villages] }\n");
    people(&mut text, villages);
    text
}

fn people(text: &mut String, villages: u32) {
    const POSTS: [&str; 8] = [
        "party_secretary",
        "mayor",
        "deputy_party_secretary",
        "zongzhi_director",
        "police_chief",
        "justice_head",
        "centre_director",
        "patrol_leader",
    ];
    text.push_str("persons:\n");
    for at in 1..=POSTS.len() {
        let _ = writeln!(
            text,
            "  - {{ staff: P{at:02}, unit: zongzhi_office, category: 干部 }}"
        );
    }
    for village in 1..=villages {
        let _ = writeln!(text, "  - {{ staff: V{village:02}, category: 村干部 }}");
    }
    text.push_str("holders:\n");
    for (at, post) in POSTS.iter().enumerate() {
        let _ = writeln!(text, "  - {{ role: {post}, person: P{:02} }}", at + 1);
    }
    for village in 1..=villages {
        let _ = writeln!(
            text,
            "  - {{ role: village_party_secretary, subject: v{village:02}, person: V{village:02} }}"
        );
        let _ = writeln!(
            text,
            "  - {{ role: contract_leader, subject: v{village:02}, person: P{:02} }}",
            1 + village % 3
        );
    }
}
