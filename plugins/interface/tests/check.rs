//! What a description and an answer must be: each fault by its words.

use luoshi_plugin_interface::{
    Argument, Description, Finding, Outcome, ParameterKind, Scope, check_findings,
};

fn good() -> Description {
    Description::new("toy-2", "1.0.0", Scope::Subjects)
        .title("甲", "A")
        .summary("甲。", "A.")
        .gives(&[Outcome::Met, Outcome::Suspect])
        .kinds(&["visit"])
        .reads("evidence", &["day", "kind"])
        .reads("subjects", &[])
        .parameter("days", "天数", "Days", ParameterKind::whole(1, 9, 9))
        .unit("天", "days")
        .message("count", "{n} 条，{of}。", "{of}: {n} and {n}.")
        .message("none", "无 {}。", "None.")
}

fn choice(options: &[&str], default: u32) -> ParameterKind {
    let options = options.iter().map(ToString::to_string).collect();
    ParameterKind::Choice { options, default }
}

#[test]
fn a_good_description_has_no_fault() {
    assert_eq!(good().faults(), []);
}

type Change = fn(Description) -> Description;

/// Each change of a good description has these faults.
#[track_caller]
fn faults(cases: &[(Change, &str)]) {
    for (change, told) in cases {
        let faults = change(good()).faults();
        let found: Vec<String> = faults.iter().map(ToString::to_string).collect();
        assert_eq!(found.join("; "), *told);
    }
}

#[test]
fn words_and_outcomes_are_checked() {
    faults(&[
        (
            |d| Description {
                id: "ab".into(),
                ..d
            },
            "id: not of the form that it must have",
        ),
        (
            |d| Description {
                id: "-abc".into(),
                ..d
            },
            "id: not of the form that it must have",
        ),
        (
            |d| Description {
                id: "a".repeat(41),
                ..d
            },
            "id: not of the form that it must have",
        ),
        (
            |d| Description {
                version: "1.0".into(),
                ..d
            },
            "version: not of the form that it must have",
        ),
        (
            |d| Description {
                version: "1.00.1".into(),
                ..d
            },
            "version: not of the form that it must have",
        ),
        (
            |d| d.title(" ", "A"),
            "title: the text of a language is empty",
        ),
        (
            |d| d.title("甲", &"a".repeat(81)),
            "title: longer than 80 characters",
        ),
        (
            |d| d.summary(&"甲".repeat(401), "A"),
            "summary: longer than 400 characters",
        ),
        (
            |d| d.summary("甲\n乙", "A"),
            "summary: a line break or another character that cannot be seen",
        ),
        (
            |d| d.summary("甲", "A\u{202e}B"),
            "summary: a line break or another character that cannot be seen",
        ),
        (|d| d.gives(&[]), "outcomes: there is none"),
        (
            |d| d.gives(&[Outcome::Met, Outcome::Met]),
            "outcomes: there twice",
        ),
    ]);
}

#[test]
fn kinds_and_readings_are_checked() {
    faults(&[
        (|d| d.kinds(&["visit", "visit"]), "kinds: there twice"),
        (
            |d| d.kinds(&["Visit\n"]),
            "kind `Visit\u{fffd}`: not of the form that it must have",
        ),
        (
            |d| d.reads("ledger", &[]),
            "table `ledger`: unknown in this version of the interface",
        ),
        (
            |d| d.reads("台账", &[]),
            "table `台账`: unknown in this version of the interface",
        ),
        (
            |d| d.reads("evidence", &[]),
            "table `evidence`: there twice",
        ),
        (
            |d| d.reads("days", &["date"]),
            "column `date` of `days`: unknown in this version of the interface",
        ),
        (
            |d| d.reads("days", &["day", "day"]),
            "column `day` of `days`: there twice",
        ),
    ]);
}

#[test]
fn parameters_are_checked() {
    faults(&[
        (
            |d| d.parameter("Days", "甲", "A", ParameterKind::Flag(true)),
            "parameter `Days`: not of the form that it must have",
        ),
        (
            |d| d.parameter("days", "甲", "A", ParameterKind::Flag(true)),
            "parameter `days`: there twice",
        ),
        (
            |d| d.parameter("x", "", "A", ParameterKind::Flag(true)),
            "parameter `x`: the text of a language is empty",
        ),
        (
            |d| d.parameter("x", "甲", "A", ParameterKind::whole(1, 9, 0)),
            "parameter `x`: the default is not between the least and the most",
        ),
        (
            |d| d.parameter("x", "甲", "A", ParameterKind::decimal(3, 1, 2)),
            "parameter `x`: the default is not between the least and the most",
        ),
        (
            |d| d.parameter("x", "甲", "A", choice(&["a", "a"], 0)),
            "parameter `x`: an option is empty or there twice",
        ),
        (
            |d| d.parameter("x", "甲", "A", choice(&["a", ""], 0)),
            "parameter `x`: an option is empty or there twice",
        ),
        (
            |d| d.parameter("x", "甲", "A", choice(&["a"], 1)),
            "parameter `x`: the default is none of the options",
        ),
        (
            |d| d.parameter("x", "甲", "A", choice(&[], 0)),
            "parameter `x`: the default is none of the options",
        ),
    ]);
}

#[test]
fn messages_and_numbers_are_checked() {
    faults(&[
        (
            |d| d.message("none", "甲", "A"),
            "message `none`: there twice",
        ),
        (
            |d| d.message("m", "甲 {n}", "A"),
            "message `m`: the two languages name different arguments",
        ),
        (
            |d| Description {
                messages: Vec::new(),
                ..d
            },
            "messages: there is none",
        ),
        (
            |d| (0..65).fold(d, |d, _| d.kinds(&["a"; 65])),
            "kinds: more than 64; kinds: there twice",
        ),
        (
            |d| {
                (3..34).fold(d, |d, n| {
                    d.parameter(&format!("p{n}"), "甲", "A", ParameterKind::Flag(true))
                })
            },
            "",
        ),
        (
            |d| {
                (2..34).fold(d, |d, n| {
                    d.parameter(&format!("p{n}"), "甲", "A", ParameterKind::Flag(true))
                })
            },
            "parameters: more than 32",
        ),
    ]);
}

#[test]
fn every_fault_of_an_answer_is_told() {
    let count = || {
        Finding::new(Outcome::Met, "count")
            .with("n", 3i64)
            .with("of", "甲")
    };
    let none = || Finding::new(Outcome::Met, "none").about(1);
    let cases: &[(Vec<Finding>, &str)] = &[
        (vec![], ""),
        (
            vec![count().about(0).period(3, 3).records([0, 4]), none()],
            "",
        ),
        (vec![none().period(1, 2), none()], ""),
        (
            vec![none(), none()],
            "findings 1 and 2 are about the same row and days",
        ),
        (
            vec![Finding::new(Outcome::Violated, "none").about(1)],
            "finding 1: the outcome `violated` is not in the description",
        ),
        (
            vec![none(), Finding::new(Outcome::Met, "none")],
            "finding 2: it does not say what it is about",
        ),
        (
            vec![none().about(2)],
            "finding 1: it is about row 2, which does not exist",
        ),
        (
            vec![none().records([5])],
            "finding 1: it names record 5, which does not exist",
        ),
        (
            vec![none().period(4, 3)],
            "finding 1: its days, 4 to 3, are none",
        ),
        (
            vec![none().period(0, i32::MAX)],
            "finding 1: its days, 0 to 2147483647, are none",
        ),
        (
            vec![Finding::new(Outcome::Met, "x").about(0)],
            "finding 1: the message `x` is not in the description",
        ),
        (
            vec![none().with("n", 1i64)],
            "finding 1: the argument `n` is not in the message, or is there twice",
        ),
        (
            vec![count().about(0).with("n", 1i64)],
            "finding 1: the argument `n` is not in the message, or is there twice",
        ),
        (
            vec![Finding::new(Outcome::Met, "count").about(0).with("n", 1i64)],
            "finding 1: the argument `of` is missing",
        ),
        (
            vec![
                Finding::new(Outcome::Met, "count")
                    .about(0)
                    .with("n", Argument::day(i32::MIN))
                    .with("of", ""),
            ],
            "finding 1: the argument `n` is no day of the calendar",
        ),
        (
            vec![
                Finding::new(Outcome::Met, "count")
                    .about(0)
                    .with("n", 1i64)
                    .with("of", "甲".repeat(401)),
            ],
            "finding 1: the argument `of` is longer than 400 characters",
        ),
    ];
    for (findings, told) in cases {
        let fault = check_findings(&good(), 2, 5, findings).err();
        assert_eq!(fault.map(|f| f.to_string()).unwrap_or_default(), *told);
    }
}

#[test]
fn the_township_has_one_finding_about_no_row() {
    let township = Description {
        scope: Scope::Township,
        ..good()
    };
    let told =
        |findings: &[Finding]| check_findings(&township, 0, 0, findings).map_err(|f| f.to_string());
    let none = Finding::new(Outcome::Met, "none");
    assert_eq!(told(std::slice::from_ref(&none)), Ok(()));
    assert_eq!(told(&[]), Err("no finding about the township".to_owned()));
    assert_eq!(
        told(&[none.clone(), none.clone()]),
        Err("2 findings about the township, not one".to_owned())
    );
    let row = "finding 1: it is about row 0, yet the rule is about the township";
    assert_eq!(told(&[none.about(0)]), Err(row.to_owned()));
}
