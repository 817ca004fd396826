use luoshi_diagnostics::{Lang, Messages};
use tera::{Context, Tera};

use super::{ESCAPED_SUFFIX, HELPERS, REFUSED, register};
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
    ("{{ nothing }}", "undefined"),
    ("{{ meeting.palce }}", "undefined"),
    ("{{ meeting.palce.name }}", "undefined"),
    ("{{ nothing.palce.name }}", "undefined"),
    ("{{ nothing[0].name[1] }}", "undefined"),
    ("{{ meeting.names[meeting.count.of] }}", "undefined"),
    ("甲{{ '甲' ~ nothing }}", "undefined"),
    ("{% if meeting.palce == '甲' %}甲{% endif %}", "undefined"),
    ("{{ nothing | date }}", "undefined"),
    ("{{ meeting.note }}", "empty"),
    ("{{ '甲' ~ meeting.note }}", "empty"),
    ("{{ meeting }}", "not-printable got=mapping"),
    ("{{ [1, 2] }}", "not-printable got=list"),
    ("{{ 1 == 1 }}", "not-printable got=truth"),
    ("{{ 1 / 3 }}", "not-printable got=number"),
    (
        "{% for x in meeting %}甲{% endfor %}",
        "not-a-list got=mapping",
    ),
    (
        "{{ '2012-02-30' | date }}",
        "value helper=date wants=day got=2012-02-30",
    ),
    (
        "{{ '三月五日' | date }}",
        "value helper=date wants=date got=三月五日",
    ),
    (
        "{{ '2012-Q5' | period }}",
        "value helper=period wants=period got=2012-Q5",
    ),
    (
        "{{ '25:00' | time }}",
        "value helper=time wants=time got=25:00",
    ),
    ("{{ 5 | date }}", "value helper=date wants=date got=5"),
    (
        "{{ '甲' | date(style='long') }}",
        "argument helper=date argument=style wants=one-of words=full / month_day / month / year / chinese / weekday",
    ),
    (
        "{{ '2012-03-05' | date(sytle='full') }}",
        "unknown-argument helper=date argument=sytle",
    ),
    ("{{ 2 | ordinal }}", "missing helper=ordinal argument=level"),
    (
        "{{ 2 | ordinal(level=5) }}",
        "argument helper=ordinal argument=level wants=between low=1 high=4",
    ),
    (
        "{{ -2 | numeral }}",
        "value helper=numeral wants=count got=-2",
    ),
    (
        "{{ '1.005' | yuan }}",
        "value helper=yuan wants=amount got=1.005",
    ),
    (
        "{{ '1,234' | capitals }}",
        "value helper=capitals wants=amount got=1,234",
    ),
    (
        "{{ 1 | percent(of=0) }}",
        "argument helper=percent argument=of wants=not-zero",
    ),
    ("{{ [] | list }}", "empty-list helper=list"),
    ("{{ '甲' | list }}", "value helper=list wants=list got=甲"),
    (
        "{{ [[1]] | list }}",
        "value helper=list wants=text got=list",
    ),
    (
        "{{ ['甲'] | list(sep='|') }}",
        "argument helper=list argument=sep wants=joint",
    ),
    (
        "{{ ['甲'] | list(sep=3) }}",
        "argument helper=list argument=sep wants=text",
    ),
    (
        "{{ [{'a': 1}] | sum(attribute='b') }}",
        "field helper=sum field=b element=1",
    ),
    ("{{ ['甲'] | sum }}", "value helper=sum wants=number got=甲"),
    (
        "{{ ['甲', 1] | sort | list }}",
        "value helper=sort wants=sortable got=list",
    ),
    (
        "{{ [meeting] | unique | count }}",
        "value helper=unique wants=text got=mapping",
    ),
    (
        "{{ issue_number(symbol='坪政发', year=12, number=3) }}",
        "argument helper=issue_number argument=year wants=between low=1949 high=9999",
    ),
    (
        "{% for n in range(end=10001) %}{% endfor %}",
        "argument helper=range argument=end wants=between low=-10000 high=10000",
    ),
    (
        "{% for n in range(start=-9, end=10000) %}{% endfor %}",
        "argument helper=range argument=end wants=between low=-9 high=9991",
    ),
];

#[test]
fn wrong_uses_are_told() {
    let mut context = Context::new();
    let meeting = serde_json::json!({ "place": "三楼", "note": null });
    context.insert("meeting", &meeting);
    for (source, says) in WRONG_USES {
        let fault = rendered("wrong.md", source, &context).unwrap_err();
        assert_eq!(fault.line, Some(1), "{source}");
        for lang in Lang::ALL {
            let text = told(&fault.why, lang);
            assert!(text.len() > 10 && !text.contains("{$"), "{source}: {text}");
        }
        match fault.why {
            RenderWhy::Slip(slip) => assert_eq!(slip.to_string(), *says, "{source}"),
            other => panic!("{source}: {other:?}"),
        }
    }
}

/// What a reader is told.
fn told(why: &RenderWhy, lang: Lang) -> String {
    let arguments = why.arguments().into_iter();
    let arguments = arguments
        .map(|(name, value)| (name, value.into()))
        .collect();
    Messages::of(lang).text("template-slip", &arguments)
}

#[test]
fn readers_are_told_in_their_language() {
    let cases = [
        (
            "{{ '2012-02-30' | date }}",
            "date 要日历上有的日期，不能是「2012-02-30」",
            "date takes a day that the calendar has, not `2012-02-30`",
        ),
        (
            "{{ 2 | ordinal(level=5) }}",
            "ordinal 的 level= 要从 1 到 4 的整数",
            "level= of ordinal takes a whole number from 1 to 4",
        ),
        (
            "{{ [] | list }}",
            "list：列表是空的；可以写 default=\"…\"",
            "list: the list is empty; write default=\"…\"",
        ),
        ("{{ nothing }}", "没有这个名称", "there is no such name"),
        ("{{ throw(message='甲') }}", "甲", "甲"),
    ];
    for (source, zh, en) in cases {
        let why = rendered("told.md", source, &Context::new())
            .unwrap_err()
            .why;
        assert_eq!(
            (told(&why, Lang::ZhCn), told(&why, Lang::En)),
            (zh.to_owned(), en.to_owned())
        );
    }
    for lang in Lang::ALL {
        for (filter, instead) in REFUSED {
            assert!(
                Messages::of(lang).find(instead, &Vec::new()).is_some(),
                "{filter}"
            );
        }
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
    let shares = "{{ 2 | percent(of=3, places=2) }} {{ 1 | percent(of=8, places=0) }} {{ 1 | percent(of=2) }} {{ (0 - 1) | percent(of=3) }}";
    let given = rendered("shares.txt", shares, &context);
    assert_eq!(given.as_deref(), Ok("66.66% 12% 50.0% -33.3%"));
}

/// A list with an open part stays markup, and its other parts stay text.
#[test]
fn open_parts_stay_open_in_a_list() {
    let source = "{{ [open(what='甲*'), '乙*'] | list }}";
    let given = rendered("open.md", source, &Context::new());
    assert_eq!(given.as_deref(), Ok("【待补：甲\\*】、乙\\*"));
    assert!(ESCAPED_SUFFIX.ends_with("md"));
}
