//! A description that breaks a rule, told as the rule.

use luoshi_plugin::Refusal;
use luoshi_plugin_interface::{
    Bounds, Description, Message, Outcome, Parameter, ParameterKind, Words,
};

use crate::support::{HONEST, component_for, description, host};

type Change = fn(&mut Description);

const CHANGES: &[Change] = &[
    |of| of.id.clear(),
    |of| of.id = "Capital".to_owned(),
    |of| of.id = "x".repeat(60_000),
    |of| of.version = "1.0".to_owned(),
    |of| of.title.zh.clear(),
    |of| of.title.en = "x".repeat(81),
    |of| of.summary.en = "\u{1b}[2J".to_owned(),
    |of| of.summary.zh = "a\u{202e}b".to_owned(),
    |of| of.outcomes.clear(),
    |of| of.outcomes.push(Outcome::Met),
    |of| of.kinds = vec!["visit".to_owned(); 2],
    |of| of.kinds = vec!["../visit".to_owned()],
    |of| of.reads[0].table = "passwords".to_owned(),
    |of| of.reads[0].columns = vec!["secret".to_owned()],
    |of| of.reads[1] = of.reads[0].clone(),
    |of| of.parameters = vec![parameter(5, 1, 2)],
    |of| of.parameters = vec![parameter(1, 5, 9)],
    |of| of.parameters = vec![parameter(1, 5, 2); 40],
    |of| of.messages.clear(),
    |of| of.messages[0].text.en = "seen {which}".to_owned(),
    |of| of.messages.push(message("seen")),
];

fn parameter(least: i64, most: i64, default: i64) -> Parameter {
    Parameter {
        id: "days".to_owned(),
        title: Words::new("天数", "days"),
        unit: Words::new("天", "days"),
        kind: ParameterKind::Whole(Bounds {
            least,
            most,
            default,
        }),
    }
}

fn message(id: &str) -> Message {
    let (id, text) = (id.to_owned(), Words::new("看到", "seen"));
    Message { id, text }
}

#[test]
fn each_rule_of_descriptions_is_held() {
    let host = host();
    for (index, change) in CHANGES.iter().enumerate() {
        let mut changed = description();
        change(&mut changed);
        let faults = changed.faults();
        assert!(!faults.is_empty(), "change {index} breaks no rule");
        let refused = host.load(&component_for(HONEST, "1.0.0", &changed)).err();
        assert_eq!(
            refused,
            Some(Refusal::Description(faults)),
            "change {index}"
        );
    }
}

#[test]
fn a_right_description_arrives_as_it_was_written() {
    let mut full = description();
    let flag = Parameter {
        id: "strict".to_owned(),
        kind: ParameterKind::Flag(true),
        ..parameter(0, 0, 0)
    };
    let options = vec!["早".to_owned(), "晚".to_owned()];
    let choice = ParameterKind::Choice {
        options,
        default: 1,
    };
    let choice = Parameter {
        id: "when".to_owned(),
        kind: choice,
        ..parameter(0, 0, 0)
    };
    full.parameters = vec![parameter(-3, i64::MAX, 0), flag, choice];
    let plugin = host()
        .load(&component_for(HONEST, "1.0.0", &full))
        .expect("a plugin");
    assert_eq!(plugin.description, full);
    assert_eq!(plugin.interface.to_string(), "1.0");
}

#[test]
fn the_patch_number_of_the_interface_does_not_matter() {
    let later = component_for(HONEST, "1.0.7", &description());
    assert!(host().load(&later).is_ok());
    let older = component_for(HONEST, "0.9.0", &description());
    assert!(matches!(host().load(&older), Err(Refusal::OtherMajor(_))));
}
