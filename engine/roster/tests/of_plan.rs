//! From a plan to a problem: days, persons, what was before; edges of the calendar.

use std::collections::BTreeSet;

use jiff::civil::Date;
use luoshi_calendar::Span;
use luoshi_diagnostics::{Lang, Messages, Note, Sources, render_text};
use luoshi_plan::{Folder, Plan, parse, resolve};
use luoshi_roster::{
    Asked, Class, Counts, EarlierShift, Leave, NoProblem, Problem, PublishedShift, RosterPlan,
    View, leaves, parse_leave, plan_roster, problem_of, repair, to_json, to_text, to_workbook,
};

/// A plan of 2012 with twelve persons in three units, and what is written of a roster.
#[track_caller]
fn plan(roster: &str) -> Plan {
    let persons: String = (1..=12)
        .map(|n| {
            let unit = ["police", "office", "village"][(n - 1) / 4];
            format!("  - {{ staff: P{n:02}, unit: {unit}, category: 干部 }}\n")
        })
        .collect();
    let text = format!(
        "luoshi: 1
plan: {{ id: p, title: 计划, issuer: 综治办, issued: 2012-01-01 }}
period: {{ from: 2012-01-01, to: 2012-12-31 }}
jurisdiction: {{ code: PT, name: 坪塘镇, level: township }}
units: [{{ id: police, name: 派出所 }}, {{ id: office, name: 党政办 }}, {{ id: village, name: 村 }}]
roles: [{{ id: head, name: 队长 }}]
persons:
{persons}rosters:
  - id: patrol
    name: 夜间巡逻
    responsible: head
{roster}"
    );
    let mut sources = Sources::default();
    let folder = Folder {
        name: "town".to_owned(),
        texts: vec![("plan.yaml".to_owned(), text)],
        ..Folder::default()
    };
    let staged = resolve(&parse(&folder, &mut sources), &[]);
    let notes = render_text(&staged.notes, &sources, Messages::of(Lang::En), false);
    staged.value.expect(&notes)
}

fn date(text: &str) -> Date {
    text.parse().expect("a day")
}

fn span(from: &str, to: &str) -> Span {
    Span::new(date(from), date(to)).expect("in order")
}

fn shifts(staff: &str, days: &[&str]) -> Vec<EarlierShift> {
    let shift = |day: &&str| EarlierShift {
        date: date(day),
        staff: staff.to_owned(),
    };
    days.iter().map(shift).collect()
}

fn asked(span: Span) -> Asked<'static> {
    Asked {
        span,
        leave: &[],
        earlier: &[],
        standing: &[],
        closed: &[],
        seed: 1,
    }
}

#[track_caller]
fn problem(roster: &str, span: Span, earlier: &[EarlierShift]) -> Problem {
    let asked = Asked {
        earlier,
        ..asked(span)
    };
    problem_of(&plan(roster), "patrol", &asked).expect("a problem")
}

fn days(problem: &Problem) -> Vec<String> {
    problem.days.iter().map(|d| d.date.to_string()).collect()
}

#[test]
fn days_follow_the_cadence_evenly() {
    let roster = "    cadence: { every: month, at_least: 10 }\n    planning: {}\n";
    // A leap day, and a month that ends on it.
    let february = problem(roster, span("2012-02-01", "2012-02-29"), &[]);
    assert_eq!(february.days.len(), 10);
    let days: Vec<i32> = february
        .days
        .iter()
        .map(|d| luoshi_calendar::number(d.date))
        .collect();
    let gaps: BTreeSet<i32> = days.windows(2).map(|w| w[1] - w[0]).collect();
    assert!(gaps.is_subset(&[2, 3, 4].into()), "{gaps:?}");
    let daily = "    cadence: { every: day, at_least: 1 }\n    planning: {}\n";
    assert_eq!(
        problem(daily, span("2012-02-01", "2012-02-29"), &[])
            .days
            .len(),
        29
    );
}

#[test]
fn days_that_must_be_are_there_and_the_others_make_up_the_number() {
    let roster = "    cadence: { every: month, at_least: 8 }
    planning: { market: { every_days: 5, from: 2012-05-12 }, weekdays: [sunday], dates: [2012-07-19] }\n";
    let july = problem(roster, span("2012-07-01", "2012-07-31"), &[]);
    let markets = ["01", "06", "11", "16", "21", "26", "31"];
    let sundays = ["01", "08", "15", "22", "29"];
    let all: BTreeSet<String> = markets
        .iter()
        .chain(&sundays)
        .chain(&["19"])
        .map(|d| format!("2012-07-{d}"))
        .collect();
    assert_eq!(days(&july), all.into_iter().collect::<Vec<_>>());
    let without = "    planning: { weekdays: [sunday] }\n";
    assert_eq!(
        problem(without, span("2012-07-01", "2012-07-31"), &[])
            .days
            .len(),
        5
    );
}

#[test]
fn shifts_held_in_the_month_count_towards_it() {
    let roster = "    cadence: { every: month, at_least: 6 }\n    planning: {}\n";
    let held = shifts(
        "P01",
        &["2012-07-02", "2012-07-05", "2012-07-08", "2012-07-10"],
    );
    let rest = problem(roster, span("2012-07-11", "2012-07-31"), &held);
    assert_eq!(rest.days.len(), 2);
}

#[test]
fn the_class_of_a_day_follows_the_national_calendar() {
    let roster = "    cadence: { every: day, at_least: 1 }\n    planning: {}\n";
    let autumn = problem(roster, span("2012-09-28", "2012-10-09"), &[]);
    let class = |day: &str| {
        let found = autumn.days.iter().find(|d| d.date == date(day));
        found.expect("a day").class
    };
    // The break of 2012 ran from 30 September to 7 October; Saturday the 29th was worked for it.
    assert_eq!(class("2012-09-29"), None);
    assert_eq!(class("2012-09-30"), Some(Class::Holiday));
    assert_eq!(class("2012-10-07"), Some(Class::Holiday));
    assert_eq!(class("2012-10-08"), None);
    let june = problem(roster, span("2012-06-01", "2012-06-30"), &[]);
    let weekends = june.days.iter().filter(|d| d.class == Some(Class::Weekend));
    assert_eq!(
        weekends.count(),
        7,
        "the 23rd belongs to the Dragon Boat Festival"
    );
}

#[test]
fn the_pool_has_units_shares_and_leaders() {
    let roster = "    pool: [police, office]
    cadence: { every: month, at_least: 4 }
    crew: 3
    led_by: [police]
    led_share: 1/2
    planning:
      rest: 2
      lighter:
        - { persons: [P05], share: 50% }
        - { persons: [P06] }
        - { units: [police], share: 80% }
      together: [{ persons: [P05, P06] }, { persons: [P07, P08] }]\n";
    let july = problem(roster, span("2012-07-01", "2012-07-31"), &[]);
    let staff: Vec<&str> = july.members.iter().map(|m| m.staff.as_str()).collect();
    assert_eq!(staff, ["P01", "P02", "P03", "P04", "P05", "P07", "P08"]);
    assert_eq!(july.days[0].leaders, 2, "a half of three, rounded up");
    assert!(july.members[3].leads && !july.members[4].leads);
    assert_eq!(
        [july.members[0].share, july.members[4].share],
        [8_000, 5_000]
    );
    // Nobody can be with somebody who has no share.
    assert_eq!(july.rules.together, [vec![5, 6]]);
    let plan = plan_roster(&july).expect("a roster");
    assert!(
        plan.shifts.iter().all(|s| {
            s.staff.contains(&"P07".to_owned()) == s.staff.contains(&"P08".to_owned())
        })
    );
}

#[test]
fn earlier_shifts_are_carried_over_and_newcomers_are_not_behind() {
    let roster = "    pool: [police]\n    cadence: { every: month, at_least: 4 }\n    planning: { rest: 3 }\n";
    let mut earlier = shifts("P01", &["2012-05-05", "2012-06-23", "2012-06-29"]);
    earlier.extend(shifts("P02", &["2012-06-30"]));
    earlier.extend(shifts("P03", &["2011-12-31", "2012-06-20", "2012-08-01"]));
    let july = problem(roster, span("2012-07-01", "2012-07-31"), &earlier);
    let counts = |total, weekend, holiday| Counts {
        total,
        weekend,
        holiday,
    };
    let carried: Vec<Counts> = july.members.iter().map(|m| m.carried).collect();
    // P03's shift of the year before does not count, nor that of August; P04 has none: (3 + 1 + 1) / 3.
    assert_eq!(
        carried,
        [
            counts(3, 1, 1),
            counts(1, 1, 0),
            counts(1, 0, 0),
            counts(1, 0, 0)
        ]
    );
    let plan = plan_roster(&july).expect("a roster");
    assert_eq!(plan.fairness.total, Some(100));
    let had = |staff: &str, from: &str, to: &str| {
        let days = span(from, to);
        let mut shifts = plan.shifts.iter().filter(|s| days.contains(s.date));
        shifts.any(|s| s.staff.contains(&staff.to_owned()))
    };
    assert!(
        !had("P02", "2012-07-01", "2012-07-03"),
        "rest after the 30th of June"
    );
    assert!(
        !had("P03", "2012-07-29", "2012-07-31"),
        "rest before the 1st of August"
    );
}

#[test]
fn what_cannot_be_planned_says_why() {
    let july = span("2012-07-01", "2012-07-31");
    let ask = |roster: &str, id: &str, span| {
        problem_of(&plan(roster), id, &asked(span)).expect_err("no problem")
    };
    let cadence = "    cadence: { every: month, at_least: 4 }\n";
    assert_eq!(ask(cadence, "other", july), NoProblem::Unknown);
    assert_eq!(ask(cadence, "patrol", july), NoProblem::NoRules);
    assert_eq!(
        ask("    planning: { rest: 1 }\n", "patrol", july),
        NoProblem::NoDays
    );
    let term =
        "    period: { from: 2012-01-01, to: 2012-06-30 }\n    planning: { weekdays: [monday] }\n";
    let outside = NoProblem::Outside(span("2012-01-01", "2012-06-30"));
    assert_eq!(ask(term, "patrol", july), outside);
}

const PLAIN: &str = "    pool: [police, office]\n    cadence: { every: month, at_least: 10 }\n    crew: 2\n    planning: { rest: 2 }\n";

fn july(leave: &[Leave], seed: u64) -> (Plan, Problem) {
    let plan = plan(PLAIN);
    let asked = Asked {
        leave,
        seed,
        ..asked(span("2012-07-01", "2012-07-31"))
    };
    let problem = problem_of(&plan, "patrol", &asked).expect("a problem");
    (plan, problem)
}

fn published(plan: &RosterPlan) -> Vec<PublishedShift> {
    let shift = |s: &luoshi_roster::Shift| {
        let date = s.date;
        let staff = s.staff.clone().into_iter();
        staff
            .map(move |staff| PublishedShift { date, staff })
            .collect::<Vec<_>>()
    };
    plan.shifts.iter().flat_map(shift).collect()
}

#[test]
fn the_seed_decides_and_nothing_else() {
    let of = |seed| plan_roster(&july(&[], seed).1).expect("a roster").shifts;
    assert_eq!(of(7), of(7));
    let different: BTreeSet<String> = (1..6).map(|seed| format!("{:?}", of(seed))).collect();
    assert_eq!(different.len(), 5);
}

#[test]
fn somebody_falls_ill_and_only_their_shifts_change_hands() {
    let (_, problem) = july(&[], 1);
    let plan = plan_roster(&problem).expect("a roster");
    let unchanged = repair(&problem, &published(&plan), date("2012-07-10")).expect("a roster");
    assert!(unchanged.changes.is_empty());
    assert_eq!(unchanged.shifts, plan.shifts);
    assert_eq!(unchanged.persons, plan.persons);

    let later = plan
        .shifts
        .iter()
        .find(|s| s.date > date("2012-07-10"))
        .expect("a shift");
    let ill = format!("{}:{}..2012-07-31", later.staff[0], "2012-07-10");
    let leave = [parse_leave(&ill).expect("a leave")];
    let (_, problem) = july(&leave, 1);
    let repaired = repair(&problem, &published(&plan), date("2012-07-10")).expect("a roster");
    let lost = plan.shifts.iter().filter(|s| s.date >= date("2012-07-10"));
    let lost = lost.filter(|s| s.staff.contains(&leave[0].staff)).count();
    assert_eq!(repaired.changes.len(), lost);
    for change in &repaired.changes {
        assert_eq!(change.off, [leave[0].staff.clone()]);
        assert_eq!(change.on.len(), 1);
    }
}

#[test]
fn a_day_that_is_cancelled_takes_nothing_else_with_it() {
    let (_, mut problem) = july(&[], 1);
    let plan = plan_roster(&problem).expect("a roster");
    let gone = problem.days.remove(5).date;
    let repaired = repair(&problem, &published(&plan), date("2012-07-01")).expect("a roster");
    assert_eq!(repaired.changes.len(), 1);
    assert_eq!(repaired.changes[0].date, gone);
    assert!(repaired.changes[0].on.is_empty() && repaired.changes[0].off.len() == 2);
}

#[test]
fn a_night_that_is_cancelled_is_made_up_for_where_the_cadence_asks_for_it() {
    let (plan, problem) = july(&[], 1);
    let roster = plan_roster(&problem).expect("a roster");
    let standing: Vec<Date> = roster.shifts.iter().map(|s| s.date).collect();
    // Whatever the seed now, the days that were published stand; nothing is put before the 10th any more.
    let mut closed: Vec<Date> = span("2012-07-01", "2012-07-09").days().collect();
    closed.retain(|day| !standing.contains(day));
    closed.push(standing[6]);
    let asked = Asked {
        standing: &standing,
        closed: &closed,
        seed: 99,
        ..asked(problem.span)
    };
    let changed = problem_of(&plan, "patrol", &asked).expect("a problem");
    assert_eq!(changed.days.len(), 10);
    let repaired = repair(&changed, &published(&roster), date("2012-07-10")).expect("a roster");
    assert_eq!(repaired.changes.len(), 2);
    let gone = repaired
        .changes
        .iter()
        .find(|c| c.date == standing[6])
        .expect("cancelled");
    assert!(gone.on.is_empty() && gone.off.len() == 2);
    let new = repaired
        .changes
        .iter()
        .find(|c| c.date != standing[6])
        .expect("made up for");
    assert!(new.off.is_empty() && new.on.len() == 2 && new.date >= date("2012-07-10"));
}

#[test]
fn leave_is_read_from_words_and_files() {
    let leave = parse_leave("P:01:2012-02-29").expect("a leave");
    assert_eq!(
        (leave.staff.as_str(), leave.from, leave.until),
        ("P:01", date("2012-02-29"), date("2012-02-29"))
    );
    for wrong in [
        "P01",
        "P01:2012-7-1",
        "P01:2012-07-02..2012-07-01",
        ":2012-07-01",
        "P01:2011-02-29",
        "P01:一二三四",
    ] {
        assert_eq!(parse_leave(wrong), None, "{wrong}");
    }
    let (found, notes) = read(
        "leave:\n  - { person: P01, from: 2012-07-01, until: 2012-07-03, reason: 住院 }
  - { 人员: P02, 从: 2012-07-05, 请假止: 2012-07-05 }\n",
    );
    assert!(notes.is_empty(), "{notes:?}");
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].reason.as_deref(), Some("住院"));
    let codes = |text| -> Vec<&str> { read(text).1.iter().map(|n| n.code.id()).collect() };
    let reversed = "leave: [{ person: P01, from: 2012-07-05, until: 2012-07-01 }]\n";
    assert_eq!(codes(reversed), ["LS0203"]);
    let misspelt = "leave: [{ person: P01, form: 2012-07-05, until: 2012-07-09 }]\n";
    assert_eq!(codes(misspelt), ["LS0107", "LS0106"]);
    assert_eq!(read(""), (Vec::new(), Vec::new()));
}

fn read(text: &str) -> (Vec<Leave>, Vec<Note>) {
    let mut sources = Sources::default();
    let file = sources.add("leave.yaml", text);
    leaves(file, text)
}

#[test]
fn every_form_says_the_same_and_the_text_fits_a_screen() {
    let (plan, problem) = july(&[], 1);
    let roster = plan_roster(&problem).expect("a roster");
    let view = View {
        plan: &plan,
        problem: &problem,
        roster: &roster,
    };
    for lang in Lang::ALL {
        let words = Messages::of(lang);
        let text = to_text(&view, words);
        for line in text.lines() {
            assert!(unicode_width::UnicodeWidthStr::width(line) <= 80, "{line}");
        }
        let first = &roster.shifts[0];
        assert!(text.contains(&first.date.to_string()) && text.contains(&first.staff[1]));
        let json = to_json(&view, words);
        assert_eq!(json["shifts"].as_array().map(Vec::len), Some(10));
        assert_eq!(json["persons"].as_array().map(Vec::len), Some(8));
        let [one, two] = [(); 2].map(|()| to_workbook(&view, words).expect("a workbook"));
        assert_eq!(one, two);
    }
}
