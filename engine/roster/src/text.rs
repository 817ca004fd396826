//! A roster for people to read: days, persons, fairness, rules and who set them.

use luoshi_diagnostics::Messages;
use luoshi_plan::{ParameterInForce, SetBy};
use unicode_width::UnicodeWidthStr;

use crate::demand::{Class, Demand, demands};
use crate::rules_in_words::in_words;
use crate::view::View;
use crate::words::{any, class, count, flow, hundredths, pad, say, span, weekday};

/// The whole as text of at most 80 columns.
#[must_use]
pub fn to_text(view: &View<'_>, words: Messages) -> String {
    let mut out = String::new();
    heading(view, words, &mut out);
    changes(view, words, &mut out);
    shifts(view, words, &mut out);
    persons(view, words, &mut out);
    fairness(view, words, &mut out);
    rules(view, words, &mut out);
    out
}

fn heading(view: &View<'_>, words: Messages, out: &mut String) {
    let roster = view.roster;
    let args = [
        ("place", view.plan.jurisdiction.name.as_str().into()),
        ("name", view.name().into()),
    ];
    line(out, &say(words, "roster-title", args));
    let days = span(words, roster.span.from, roster.span.to);
    let taken: usize = roster.shifts.iter().map(|s| s.staff.len()).sum();
    let args = [
        ("days", days.into()),
        ("shifts", count(roster.shifts.len())),
        ("taken", count(taken)),
        ("persons", count(view.problem.members.len())),
        ("seed", roster.seed.to_string().into()),
    ];
    line(out, &say(words, "roster-subtitle", args));
}

fn changes(view: &View<'_>, words: Messages, out: &mut String) {
    if view.roster.changes.is_empty() {
        return;
    }
    section(out, &words.word("roster-changes"));
    for change in &view.roster.changes {
        let args = [
            ("day", change.date.to_string().into()),
            ("off_any", any(!change.off.is_empty())),
            ("off", change.off.clone().into()),
            ("on_any", any(!change.on.is_empty())),
            ("on", change.on.clone().into()),
        ];
        line(out, &format!("  {}", say(words, "roster-change", args)));
    }
}

fn shifts(view: &View<'_>, words: Messages, out: &mut String) {
    section(out, &words.word("roster-shifts"));
    let mut led = false;
    for shift in &view.roster.shifts {
        let first = format!(
            "  {}  {}  {}  ",
            shift.date,
            pad(&weekday(words, shift.date), 6),
            pad(&class(words, shift.class), 7),
        );
        let name = |staff: &String| {
            let mark = if view.leads(staff) { "*" } else { "" };
            format!("{staff}{mark}")
        };
        led |= shift.staff.iter().any(|s| view.leads(s));
        let names: Vec<String> = shift.staff.iter().map(name).collect();
        flow(out, &first, &names, "  ");
    }
    if led {
        line(out, &format!("  {}", words.word("roster-led")));
    }
}

fn persons(view: &View<'_>, words: Messages, out: &mut String) {
    section(out, &words.word("roster-persons"));
    let headings = [
        "person", "unit", "planned", "weekend", "holiday", "carried", "sum",
    ];
    let heading = headings.map(|h| words.word(&format!("roster-column-{h}")));
    let mut rows: Vec<[String; 7]> = vec![heading];
    for person in &view.roster.persons {
        let sum = person.planned.total + person.carried.total;
        rows.push([
            person.staff.clone(),
            view.unit_of(&person.staff).to_owned(),
            person.planned.total.to_string(),
            person.planned.weekend.to_string(),
            person.planned.holiday.to_string(),
            person.carried.total.to_string(),
            sum.to_string(),
        ]);
    }
    let width = |at: usize| rows.iter().map(|r| r[at].width()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..7).map(width).collect();
    for row in &rows {
        let mut text = String::from(" ");
        for (at, cell) in row.iter().enumerate() {
            let blanks = " ".repeat(widths[at].saturating_sub(cell.width()));
            let cell = if at < 2 {
                format!("{cell}{blanks}")
            } else {
                format!("{blanks}{cell}")
            };
            text.push_str(&format!(" {cell} "));
        }
        line(out, text.trim_end());
    }
}

fn fairness(view: &View<'_>, words: Messages, out: &mut String) {
    let fair = &view.roster.fairness;
    section(out, &words.word("roster-fairness"));
    let measures = [
        (None, fair.total),
        (Some(Class::Weekend), fair.weekend),
        (Some(Class::Holiday), fair.holiday),
    ];
    for (of, difference) in measures {
        if let Some(difference) = difference {
            let args = [
                ("of", any(of.is_some())),
                ("class", class(words, of).into()),
                ("count", hundredths(difference).into()),
            ];
            line(out, &format!("  {}", say(words, "roster-difference", args)));
        }
    }
    if let Some(rest) = fair.rest {
        let text = say(words, "roster-shortest-rest", [("count", count(rest))]);
        line(out, &format!("  {text}"));
    }
    let proven = match (fair.proven, fair.rest_proven) {
        (true, true) => "roster-proven",
        (true, false) => "roster-proven-but-rest",
        (false, _) => "roster-unproven",
    };
    line(out, &format!("  {}", words.word(proven)));
}

fn rules(view: &View<'_>, words: Messages, out: &mut String) {
    section(out, &words.word("roster-rules"));
    // The days are in the table above already.
    let all = demands(view.problem);
    let of_days = |d: &Demand| matches!(d, Demand::Crew { .. } | Demand::Leaders { .. });
    let others: Vec<Demand> = all.into_iter().filter(|d| !of_days(d)).collect();
    let mut crews: Vec<(u32, u32)> = view
        .problem
        .days
        .iter()
        .map(|d| (d.crew, d.leaders))
        .collect();
    crews.sort_unstable();
    crews.dedup();
    for (crew, leaders) in crews {
        let args = [
            ("count", count(crew)),
            ("leaders", count(leaders)),
            ("led", any(leaders > 0)),
        ];
        line(out, &format!("  {}", say(words, "roster-crew", args)));
    }
    for rule in in_words(&others, words) {
        line(out, &format!("  {rule}"));
    }
    for member in view.problem.members.iter().filter(|m| m.share != 10_000) {
        let share = format!("{}%", hundredths(i64::from(member.share)));
        let args = [
            ("person", member.staff.as_str().into()),
            ("share", share.into()),
        ];
        line(out, &format!("  {}", say(words, "roster-share", args)));
    }
    parameters(view, words, out);
}

fn parameters(view: &View<'_>, words: Messages, out: &mut String) {
    let parameters = view.parameters();
    if !parameters.is_empty() {
        section(out, &words.word("roster-parameters"));
    }
    for parameter in parameters {
        let value = parameter.value.clone().unwrap_or_default();
        let unit = parameter
            .unit
            .clone()
            .filter(|unit| !value.ends_with(unit.as_str()));
        let args = [
            ("name", parameter.name.as_str().into()),
            (
                "value",
                format!("{value}{}", unit.unwrap_or_default()).into(),
            ),
            ("set_by", set_by(parameter, words).into()),
        ];
        line(out, &format!("  {}", say(words, "roster-parameter", args)));
    }
}

/// Who set a parameter.
pub(crate) fn set_by(parameter: &ParameterInForce, words: Messages) -> String {
    let package = |key: &str, name: &String| say(words, key, [("package", name.as_str().into())]);
    match &parameter.set_by {
        SetBy::Package(name) => package("set-by-package", name),
        SetBy::Extending(name) => package("set-by-extending", name),
        SetBy::Plan => words.word("set-by-plan"),
        SetBy::Nobody => words.word("set-by-nobody"),
    }
}

fn section(out: &mut String, title: &str) {
    out.push('\n');
    line(out, title);
}

fn line(out: &mut String, text: &str) {
    let hang = text.len() - text.trim_start().len();
    let words: Vec<String> = pieces(text.trim_start());
    flow(out, &" ".repeat(hang), &words, "");
}

/// Where a line may be broken: after a blank or a Chinese mark.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for sign in text.chars() {
        if let Some(last) = pieces.last_mut() {
            last.push(sign);
        }
        if " ，、；。：".contains(sign) {
            pieces.push(String::new());
        }
    }
    pieces.retain(|p| !p.is_empty());
    pieces
}
