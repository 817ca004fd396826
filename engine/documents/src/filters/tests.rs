use tera::{Context, Tera};

use super::{ESCAPED_SUFFIX, HELPERS, Slip, register};
use crate::bounds::{Limits, RenderFault, RenderWhy, guard, render};

/// Renders as the documents do: guarded, bounded.
fn rendered(name: &str, source: &str, context: &Context) -> Result<String, RenderFault> {
    let limits = Limits::default();
    let mut tera = Tera::default();
    register(&mut tera);
    let guarded = guard(source, &limits).unwrap_or_else(|refused| panic!("{source}: {refused:?}"));
    tera.add_raw_template(name, &guarded.text)
        .unwrap_or_else(|error| panic!("{error}"));
    render(&tera, name, context, &limits)
}

#[test]
fn every_example_gives_what_the_table_says() {
    for helper in HELPERS {
        let given = rendered("example.txt", helper.example, &Context::new());
        assert_eq!(given.as_deref(), Ok(helper.gives), "{}", helper.example);
        assert!(helper.example.contains(helper.name), "{}", helper.name);
    }
    let mut names: Vec<&str> = HELPERS.iter().map(|helper| helper.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), HELPERS.len());
}

/// Each a wrong use with what is said of it.
const WRONG_USES: &[(&str, &str)] = &[
    ("{{ nothing }}", "没有这个名称"),
    ("{{ meeting.palce }}", "没有这个名称"),
    ("甲{{ '甲' ~ nothing }}", "没有这个名称"),
    (
        "{% if meeting.palce == '甲' %}甲{% endif %}",
        "没有这个名称",
    ),
    ("{{ nothing | date }}", "没有这个名称"),
    (
        "{{ meeting.note }}",
        "内容为空；可以写 or_open(what=\"…\") 或 default(value=\"…\")",
    ),
    (
        "{{ '甲' ~ meeting.note }}",
        "内容为空；可以写 or_open(what=\"…\") 或 default(value=\"…\")",
    ),
    (
        "{{ meeting }}",
        "一组数据不能直接写在文件里；请写到具体的一项，如 meeting.place",
    ),
    (
        "{{ [1, 2] }}",
        "列表不能直接写在文件里；可以用 list 连成一句，或用 for 逐项写",
    ),
    ("{{ 1 == 1 }}", "是否不能直接写在文件里；请用 if 写成文字"),
    (
        "{{ 1 / 3 }}",
        "除不尽的数不能直接写在文件里；可以用 percent",
    ),
    (
        "{% for x in meeting %}甲{% endfor %}",
        "只能对列表循环，这里是一组数据",
    ),
    (
        "{{ '2012-02-30' | date }}",
        "date 要日历上有的日期，不能是「2012-02-30」",
    ),
    (
        "{{ '三月五日' | date }}",
        "date 要形如 2012-03-05 的日期，不能是「三月五日」",
    ),
    (
        "{{ '2012-03-05' | date(style='long') }}",
        "date 的 style= 应为 full、month_day、month、year、chinese、weekday 之一",
    ),
    (
        "{{ '2012-03-05' | date(sytle='full') }}",
        "date 没有 sytle=",
    ),
    ("{{ 2 | ordinal }}", "ordinal 缺少 level="),
    (
        "{{ 2 | ordinal(level=5) }}",
        "ordinal 的 level= 应为 1 到 4 的整数",
    ),
    (
        "{{ -2 | numeral }}",
        "numeral 要不小于零的整数，不能是「-2」",
    ),
    (
        "{{ '1.005' | yuan }}",
        "yuan 要以元为单位的金额（最多两位小数），不能是「1.005」",
    ),
    (
        "{{ '1,234' | capitals }}",
        "capitals 要以元为单位的金额（最多两位小数），不能是「1,234」",
    ),
    ("{{ 1 | percent(of=0) }}", "percent 的 of= 应为不为零的数字"),
    ("{{ [] | list }}", "list：列表是空的；可以写 default=\"…\""),
    ("{{ '甲' | list }}", "list 要列表，不能是「甲」"),
    (
        "{{ ['甲'] | list(sep='|') }}",
        "list 的 sep= 应为不超过 8 个字的中文标点或文字",
    ),
    (
        "{{ [{'a': 1}] | sum(attribute='b') }}",
        "sum：第 1 项没有「b」",
    ),
    (
        "{{ ['甲'] | sum }}",
        "sum 要数字（最多六位小数），不能是「甲」",
    ),
    (
        "{{ ['甲', 1] | sort | list }}",
        "sort 要全是文字或全是数字的列表，不能是「列表」",
    ),
    (
        "{{ issue_number(symbol='坪政发', year=12, number=3) }}",
        "issue_number 的 year= 应为 1949 到 9999 的整数",
    ),
    (
        "{% for n in range(end=10001) %}{% endfor %}",
        "range 的 end= 应为 -10000 到 10000 的整数",
    ),
];

#[test]
fn wrong_uses_are_told() {
    let mut context = Context::new();
    let meeting = serde_json::json!({ "place": "三楼", "note": null });
    context.insert("meeting", &meeting);
    for (source, says) in WRONG_USES {
        let fault = rendered("wrong.md", source, &context).unwrap_err();
        match fault.why {
            RenderWhy::Slip(slip) => assert_eq!(slip.to_string(), *says, "{source}"),
            other => panic!("{source}: {other:?}"),
        }
        assert_eq!(fault.line, Some(1), "{source}");
    }
}

#[test]
fn what_is_asked_for_may_be_missing() {
    let mut context = Context::new();
    context.insert(
        "meeting",
        &serde_json::json!({ "note": null, "names": [], "place": " " }),
    );
    let allowed = [
        ("{{ nothing | default(value='无') }}", "无"),
        ("{{ meeting.note | default(value='无') }}", "无"),
        (
            "{{ meeting.place | or_open(what='地点') }}",
            "【待补：地点】",
        ),
        (
            "{{ meeting.names | or_open(what='名单') }}",
            "【待补：名单】",
        ),
        ("{{ meeting.names | list(default='无') }}", "无"),
        ("{% if nothing is defined %}有{% else %}无{% endif %}", "无"),
        ("{% if meeting?.host %}有{% else %}无{% endif %}", "无"),
        ("{% if meeting.note %}有{% else %}无{% endif %}", "无"),
        ("{{ 4 / 2 }}，{{ 2.5 }}，{{ 7 // 2 }}", "2，2.5，3"),
    ];
    for (source, gives) in allowed {
        let given = rendered("asked.txt", source, &context);
        assert_eq!(given.as_deref(), Ok(gives), "{source}");
    }
}

#[test]
fn money_is_exact() {
    let sums = serde_json::json!([{ "yuan": "0.1" }, { "yuan": 0.2 }, { "yuan": 350 }]);
    let mut context = Context::new();
    context.insert("paid", &sums);
    let source =
        "{{ paid | sum(attribute='yuan') | yuan }} {{ paid | sum(attribute='yuan') | capitals }}";
    let given = rendered("paid.txt", source, &context);
    assert_eq!(given.as_deref(), Ok("350.3元 叁佰伍拾元叁角"));
    let shares = "{{ 1 | percent(of=3, places=2) }} {{ 1 | percent(of=8, places=0) }} {{ 1 | percent(of=2) }}";
    let given = rendered("shares.txt", shares, &context);
    assert_eq!(given.as_deref(), Ok("33.33% 13% 50%"));
}

/// A list with an open part stays markup, and its other parts stay text.
#[test]
fn open_parts_stay_open_in_a_list() {
    let source = "{{ [open(what='甲*'), '乙*'] | list }}";
    let given = rendered("open.md", source, &Context::new());
    assert_eq!(given.as_deref(), Ok("【待补：甲\\*】、乙\\*"));
    assert!(ESCAPED_SUFFIX.ends_with("md"));
    assert_eq!(Slip::Steps.key(), "steps");
}
