//! Pairs of rules whose relation is known beforehand; each example is judged again by the engine.

use luoshi_analysis::{
    Analysis, Effort, Fact, Habit, NoLedger, Place, Reach, Refused, Relation, Settings, analyse,
    analysis_text,
};
use luoshi_diagnostics::{Lang, Messages};
use luoshi_rules::{Count, MOST, Outcome};

use crate::plans::{Written, judged, plan_of, settings, written};

use Outcome::{Holds, Unknown, Violated};

const RULES: &str = r#"
rules:
  - { id: at_most_2, name: 缺会不过二, holds: 'duty("council").failing <= 2' }
  - { id: below_3, name: 缺会少于三, holds: 'duty("council").failing < 3' }
  - { id: at_most_3, name: 缺会不过三, holds: 'duty("council").failing <= 3' }
  - { id: above_3, name: 缺会多于三, holds: 'duty("council").failing > 3' }
  - { id: in_words, name: 缺会不过二, holds: 'fn few(n) { n <= 2 } let all = 0; all += duty("council").failing; few(all)' }
  - { id: by_switch, name: 缺会不过二, holds: 'switch duty("council").failing { 0 => true, 1 => true, 2 => true, _ => false }' }
  - { id: throws, name: 没有记录不下结论, holds: 'if duty("council").unknown > 0 { throw "没有" } else { duty("council").failing <= 2 }' }
  - { id: denies, name: 没有记录算违反, holds: 'if duty("council").unknown > 0 { false } else { duty("council").failing <= 2 }' }
  - { id: guarded, name: 发案的村守夜没有断档, for_each: [villages], holds: 'incidents("theft") + incidents("burglary") == 0 || (duty("watch").judged > 0 && duty("watch").failing == 0)' }
  - { id: half_guarded, name: 偷牛的村守夜没有断档, for_each: [villages], holds: 'incidents("theft") == 0 || duty("watch").failing == 0' }
  - { id: share, name: 八成查访, for_each: [villages], holds: 'duty("visit").met * 100 / duty("visit").judged >= 80' }
  - { id: share_of_five, name: 八成查访, for_each: [villages], holds: 'duty("visit").met * 5 >= duty("visit").judged * 4' }
  - { id: answered, name: 案案互通, holds: 'duty("exchange").missed + duty("exchange").late == 0' }
  - { id: answered_and_few, name: 案案互通且案少, holds: 'duty("exchange").failing == 0 && incidents("theft") < 3' }
  - { id: visits_of_all, name: 全镇缺访不过三, holds: 'duty("visit").failing <= 3' }
  - { id: visits_of_each, name: 各村缺访不过三, for_each: [villages], holds: 'duty("visit").failing <= 3' }
  - { id: but_one, name: 除东风村外无盗窃, for_each: [villages], holds: 'subject() == "v1" || incidents("burglary") == 0' }
  - { id: quiet, name: 无盗窃, for_each: [villages], holds: 'incidents("burglary") == 0' }
  - { id: never_holds, name: 不可能, holds: 'duty("council").failing < 0' }
  - { id: always_holds, name: 恒真, holds: 'duty("council").failing >= 0' }
  - { id: within_the_year, name: 一年十二次, holds: 'duty("council").failing <= 12' }
  - { id: gives_up, name: 总说不知道, holds: 'throw "不知道"' }
  - { id: undecided, name: 参数未定, holds: 'duty("council").failing <= param("open")' }
  - { id: tolerant, name: 按参数, holds: 'duty("council").failing <= param("tolerated")' }
  - { id: of_a_rule, name: 数别的规则, holds: 'duty("at_most_2").failing == 0' }
  - { id: of_no_village, name: 逐村数全镇的会, for_each: [villages], holds: 'duty("council").failing == 0' }
penalties:
  - { id: review, name: 复核, on: [visit], at_least: 4, effect: { ineligible: [honours] } }
ladders:
  - { id: steps, name: 督办, for_each: [villages], trigger: { failed: [visit], at_least: 4 }, steps: [{ id: one, name: 通报, window: 1mo, decided_by: { name: 县, level: county } }] }
vetoes:
  - { id: veto, name: 否决, for_each: [villages], when: { incidents: [burglary], failed: [visit], failed_at_least: 4 }, decided_by: { name: 县, level: county }, effect: { score: 0 } }
"#;

fn plan() -> Written {
    written(RULES)
}

/// Every example has a ledger, and the engine comes to the ends that are claimed.
#[track_caller]
fn confirmed(plan: &Written, analysis: &Analysis) {
    for (end, example) in analysis.examples() {
        assert!(example.ledger.is_ok(), "{end:?}: {example:?}");
        for (rule, outcome) in analysis.rules.iter().zip(end) {
            let found = judged(&plan.plan, &rule.id, example);
            assert_eq!(found, Some(*outcome), "{}: {example:?}", rule.id);
        }
    }
}

#[track_caller]
fn compared(first: &str, second: &str, relation: Relation) -> (Written, Analysis) {
    let plan = plan();
    let analysis = plan.compare(first, second).expect("both are there");
    assert_eq!(analysis.relation(), relation, "{:?}", analysis.ends);
    assert!(analysis.is_proved(), "{:?}", analysis.reach);
    confirmed(&plan, &analysis);
    (plan, analysis)
}

/// The facts of the example of an end, those that are nought left out.
fn facts(analysis: &Analysis, end: [Outcome; 2]) -> Vec<(Fact, i64)> {
    let example = analysis.ends[end.as_slice()].as_ref().expect("an example");
    let facts = example.facts.iter().filter(|(_, value)| *value > 0);
    facts.cloned().collect()
}

fn missed(duty: &str, place: Place, value: i64) -> (Fact, i64) {
    let fact = Fact::Count {
        duty: duty.to_owned(),
        count: Count::Missed,
        place,
    };
    (fact, value)
}

#[test]
fn the_same_written_otherwise_is_equal() {
    for other in ["below_3", "in_words"] {
        let (_, analysis) = compared("at_most_2", other, Relation::Equal);
        assert_eq!(
            (analysis.reach, analysis.pinned),
            (Reach::All { most: MOST }, 0)
        );
        assert_eq!(analysis.examples().count(), 0);
    }
}

#[test]
fn what_cannot_be_followed_is_tried_number_by_number() {
    let (_, analysis) = compared("at_most_2", "by_switch", Relation::Equal);
    assert!(analysis.pinned > 0);
    let (_, analysis) = compared("share", "share_of_five", Relation::FirstStricter);
    assert_eq!(analysis.reach, Reach::All { most: 12 });
    assert_eq!(facts(&analysis, [Unknown, Holds]), []);
}

#[test]
fn thresholds_that_differ_by_one_differ_exactly_at_the_edge() {
    let (_, analysis) = compared("at_most_2", "at_most_3", Relation::FirstStricter);
    let edge = facts(&analysis, [Violated, Holds]);
    assert_eq!(edge, [missed("council", Place::Here, 3)]);
    let (_, analysis) = compared("at_most_3", "at_most_2", Relation::SecondStricter);
    let edge = facts(&analysis, [Holds, Violated]);
    assert_eq!(edge, [missed("council", Place::Here, 3)]);
}

#[test]
fn what_can_never_hold_together_is_a_contradiction() {
    let (_, analysis) = compared("at_most_2", "above_3", Relation::Contradict);
    assert!(analysis.is_bad());
    let (_, analysis) = compared("at_most_3", "at_most_3", Relation::Equal);
    assert!(!analysis.is_bad());
}

#[test]
fn to_say_nothing_is_not_to_deny() {
    let (_, analysis) = compared("throws", "denies", Relation::HoldAlike);
    assert!(analysis.ends.contains_key([Unknown, Violated].as_slice()));
    let (_, analysis) = compared("at_most_2", "throws", Relation::SecondStricter);
    let ends: Vec<_> = analysis.examples().map(|(end, _)| end.clone()).collect();
    assert_eq!(ends, [[Holds, Unknown]]);
}

#[test]
fn rules_for_each_village_are_about_one_of_them() {
    let (_, analysis) = compared("guarded", "half_guarded", Relation::FirstStricter);
    assert_eq!(analysis.subjects, ["v1"]);
    let (_, analysis) = compared("visits_of_all", "visits_of_each", Relation::FirstStricter);
    let both = [
        missed("visit", Place::Here, 3),
        missed("visit", Place::Elsewhere, 1),
    ];
    assert_eq!(facts(&analysis, [Violated, Holds]), both);
}

#[test]
fn a_rule_that_asks_for_its_subject_is_tried_for_each() {
    let (_, analysis) = compared("but_one", "quiet", Relation::SecondStricter);
    assert_eq!(analysis.subjects, ["v1", "v2"]);
    let example = analysis.ends[[Holds, Violated].as_slice()].as_ref();
    assert_eq!(example.and_then(|e| e.subject.as_deref()), Some("v1"));
}

#[test]
fn responses_are_no_more_than_incidents() {
    let (_, analysis) = compared("answered", "answered_and_few", Relation::SecondStricter);
    let kind = "theft".to_owned();
    let place = Place::Here;
    let three = (Fact::Incidents { kind, place }, 3);
    assert_eq!(facts(&analysis, [Holds, Violated]), [three]);
}

#[test]
fn what_a_rule_always_says_is_told() {
    let plan = plan();
    for (rule, habit) in [
        ("at_most_2", Habit::Sound),
        ("never_holds", Habit::NeverHolds),
        ("always_holds", Habit::NeverViolated),
        ("within_the_year", Habit::NeverViolated),
        ("gives_up", Habit::AlwaysUnknown),
        ("undecided", Habit::AlwaysUnknown),
        ("of_a_rule", Habit::NeverViolated),
        ("of_no_village", Habit::NeverViolated),
        ("review", Habit::Sound),
    ] {
        let analysis = analyse(&[plan.rule(rule)], settings()).expect("it is there");
        assert_eq!(analysis.habit(0), habit, "{rule}");
        assert_eq!(analysis.is_bad(), habit != Habit::Sound, "{rule}");
        if rule != "review" {
            confirmed(&plan, &analysis);
        }
    }
}

#[test]
fn all_values_of_parameters_can_be_tried() {
    let (_, analysis) = compared("tolerant", "at_most_2", Relation::FirstStricter);
    assert!(!analysis.all_parameters);
    let plan = plan();
    let all = Settings {
        all_parameters: true,
        ..settings()
    };
    let pair = [plan.rule("tolerant"), plan.rule("at_most_2")];
    let analysis = analyse(&pair, all).expect("both are there");
    assert_eq!(analysis.relation(), Relation::Differ);
    let fact = (Fact::Parameter("tolerated".to_owned()), 3);
    let edge = facts(&analysis, [Holds, Violated]);
    assert_eq!(edge, [fact, missed("council", Place::Here, 3)]);
    let analysis = analyse(&[plan.rule("undecided")], all).expect("it is there");
    assert_eq!(analysis.habit(0), Habit::Sound);
}

#[test]
fn sanctions_are_compared_as_data() {
    let (_, analysis) = compared("visits_of_each", "steps", Relation::Equal);
    assert_eq!(analysis.pinned, 0);
    // Where visits are unknown the veto is too, which is not to hold.
    compared("visits_of_each", "veto", Relation::Differ);
    let plan = plan();
    let analysis = plan.compare("steps", "review").expect("both are there");
    assert_eq!(analysis.relation(), Relation::Equal);
}

#[test]
fn when_the_runs_are_used_up_nothing_is_called_proved() {
    let plan = plan();
    let few = Settings {
        effort: Effort { runs: 4, most: 12 },
        ..settings()
    };
    let pair = [plan.rule("at_most_2"), plan.rule("by_switch")];
    let analysis = analyse(&pair, few).expect("both are there");
    assert!(!analysis.is_proved() && !analysis.is_bad());
    assert_eq!(analysis.reach, Reach::Some { most: 12 });
    let text = analysis_text(&analysis, Messages::of(Lang::En));
    assert!(text.contains("not proved"), "{text}");
    assert!(text.contains("not found"), "{text}");
    assert!(!text.contains("none is left"), "{text}");
}

#[test]
fn what_cannot_be_compared_is_refused() {
    let plan = plan();
    let unknown = plan.compare("at_most_2", "at_most_4").err();
    assert_eq!(unknown, Some(Refused::Unknown("at_most_4".to_owned())));
    let apart = plan_of(
        r#"
luoshi: 1
plan: { id: case, title: 测试方案, issuer: 测试, issued: 2012-01-01 }
period: { from: 2012-01-01, to: 2012-12-31 }
jurisdiction: { code: T, name: 测试镇, level: township }
subjects:
  - { id: villages, name: 行政村, members: [{ id: v1, name: 东风村 }] }
  - { id: schools, name: 学校, members: [{ id: s1, name: 中学 }] }
rules:
  - { id: one, name: 村, for_each: [villages], holds: 'true' }
  - { id: other, name: 校, for_each: [schools], holds: 'true' }
"#,
    );
    let refused = apart.compare("one", "other").err();
    assert_eq!(refused, Some(Refused::NoCommonSubject));
}

#[test]
fn what_no_record_can_show_is_told_as_facts_only() {
    let plan = written(
        r#"
rules:
  - { id: one, name: 甲, holds: 'duty("council").figure <= 20' }
  - { id: other, name: 乙, holds: 'duty("council").figure <= 21' }
"#,
    );
    let analysis = plan.compare("one", "other").expect("both are there");
    assert_eq!(analysis.relation(), Relation::FirstStricter);
    let (_, example) = analysis.examples().next().expect("an example");
    assert_eq!(example.ledger.as_ref().err(), Some(&NoLedger::NotFound));
    let text = analysis_text(&analysis, Messages::of(Lang::ZhCn));
    assert!(text.contains("只有事实，没有台账"), "{text}");
}
