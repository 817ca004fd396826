//! The statement in 80 columns.

use luoshi_lint::burden::{Demand, Figure, RoleLoad};

use super::{Statement, amount, both, figure_name, hours, measured};
use crate::table::{Side, Table, paragraph};

/// Duties and posts that are named among the heaviest.
const NAMED: usize = 5;

/// The whole page.
#[must_use]
pub fn burden_text(statement: &Statement<'_>) -> String {
    let mut out = String::new();
    title(statement, &mut out);
    totals(statement, &mut out);
    against_limits(statement, &mut out);
    meetings(statement, &mut out);
    roles(statement, &mut out);
    heaviest(statement, &mut out);
    months(statement, &mut out);
    named(statement, &mut out);
    remarks(statement, &mut out);
    out
}

/// The sum of it in one line.
#[must_use]
pub fn burden_line(statement: &Statement<'_>) -> String {
    let year = |figure| i64::try_from(statement.burden.total(figure).year).unwrap_or(i64::MAX);
    let over = statement
        .held
        .iter()
        .filter(|h| h.kept == Some(false))
        .count();
    let over = match over {
        0 => "none".to_owned(),
        over => over.to_string(),
    };
    let args = [
        ("plan", statement.plan.header.id.as_str().into()),
        ("meetings", year(Figure::Meetings).into()),
        ("reports", year(Figure::Reports).into()),
        ("records", year(Figure::Records).into()),
        (
            "hours",
            hours(statement.burden.total(Figure::Minutes).year).into(),
        ),
        ("over", over.into()),
    ];
    statement.say("burden-line", args) + "\n"
}

fn title(statement: &Statement<'_>, out: &mut String) {
    let (plan, burden) = (statement.plan, statement.burden);
    paragraph(out, "", 0, &statement.word("burden-title"));
    out.push('\n');
    let args = [
        ("title", plan.header.title.as_str().into()),
        ("issuer", plan.header.issuer.as_str().into()),
        ("issued", plan.header.issued.to_string().into()),
        ("year", burden.span.from.year().to_string().into()),
    ];
    let key = match statement.package {
        true => "burden-package",
        false => "burden-plan",
    };
    paragraph(out, "", 0, &statement.say(key, args));
    let days = i64::from(burden.span.len_days());
    let args = [
        ("from", burden.span.from.to_string().into()),
        ("to", burden.span.to.to_string().into()),
        ("days", days.into()),
        (
            "workdays",
            i64::try_from(burden.workdays).unwrap_or(i64::MAX).into(),
        ),
        ("rules_of", statement.rules_of.to_string().into()),
    ];
    paragraph(out, "", 0, &statement.say("burden-span", args));
}

fn heading(statement: &Statement<'_>, out: &mut String, key: &str) {
    out.push_str(&format!("\n{}\n\n", statement.word(key)));
}

fn table<const N: usize>(statement: &Statement<'_>, columns: [(&str, Side); N]) -> Table {
    let named = columns.map(|(key, side)| (statement.word(key), side));
    Table::new(named.into())
}

fn totals(statement: &Statement<'_>, out: &mut String) {
    heading(statement, out, "burden-totals");
    let columns = [
        ("burden-column-what", Side::Left),
        ("burden-column-period", Side::Right),
        ("burden-column-year", Side::Right),
    ];
    let mut table = table(statement, columns);
    for figure in Figure::ALL {
        let total = statement.burden.total(*figure);
        if total.year > 0 || *figure == Figure::Records {
            let (period, year) = both(*figure, total);
            table.row(vec![figure_name(statement.words, *figure), period, year]);
        }
    }
    table.write(out, 2);
}

fn against_limits(statement: &Statement<'_>, out: &mut String) {
    heading(statement, out, "burden-held");
    let columns = [
        ("burden-column-what", Side::Left),
        ("burden-column-here", Side::Right),
        ("burden-column-limit", Side::Right),
        ("burden-column-kept", Side::Left),
        ("burden-column-basis", Side::Left),
    ];
    let mut table = table(statement, columns);
    for held in statement.held {
        let about = held
            .about
            .as_ref()
            .map(|about| statement.say("burden-about", [("about", about.as_str().into())]));
        let name = statement.word(&format!("burden-held-{}", held.what));
        let limit = held.limit.and_then(|limit| Some(limit.value?.0));
        let limit = limit.map(|hundredths| match held.measure {
            luoshi_lint::burden::Measure::Count => (hundredths / 100).to_string(),
            other => measured(other, hundredths),
        });
        // Where a document names no number, it wants as few as can be.
        let numbered = held.limit.is_some_and(|limit| limit.value.is_some());
        let kept = match (held.kept, numbered) {
            (Some(true), true) => "burden-kept",
            (Some(false), true) => "burden-over",
            (Some(true), false) => "burden-none",
            (Some(false), false) => "burden-some",
            (None, _) => "burden-no-limit",
        };
        let basis = statement.basis(held).map(|basis| {
            let limit = held.limit;
            let strength = limit
                .map(|l| statement.word(l.strength.term()))
                .unwrap_or_default();
            let from = limit
                .and_then(|l| l.from)
                .map_or_else(|| "none".to_owned(), |day| day.to_string());
            let args = [
                ("basis", basis.into()),
                ("strength", strength.into()),
                ("from", from.into()),
            ];
            statement.say("burden-basis", args)
        });
        table.row(vec![
            format!("{name}{}", about.unwrap_or_default()),
            measured(held.measure, held.value),
            limit.unwrap_or_default(),
            statement.word(kept),
            basis.unwrap_or_default(),
        ]);
    }
    table.write(out, 2);
}

fn meetings(statement: &Statement<'_>, out: &mut String) {
    let burden = statement.burden;
    let held: Vec<&Demand> = burden
        .demands
        .iter()
        .filter(|d| d.section == "meetings")
        .collect();
    if held.is_empty() {
        return;
    }
    heading(statement, out, "burden-meetings-heading");
    let columns = [
        ("burden-column-meeting", Side::Left),
        ("burden-column-convenor", Side::Left),
        ("burden-column-period", Side::Right),
        ("burden-column-year", Side::Right),
    ];
    let mut convened = table(statement, columns);
    for demand in held {
        let meeting = statement.plan.content.meetings.iter();
        let mut meeting = meeting.filter(|m| m.duty.id.name == demand.id);
        let convenor = meeting
            .next()
            .and_then(|m| m.convenor.as_ref().or(m.duty.responsible.as_ref()));
        let (period, year) = both(Figure::Meetings, demand.amount(Figure::Meetings));
        let convenor = convenor.map_or(String::new(), |role| role_name(statement, &role.name));
        convened.row(vec![demand.name.clone(), convenor, period, year]);
    }
    convened.write(out, 2);
    out.push('\n');
    let columns = [
        ("burden-column-attends", Side::Left),
        ("burden-column-period", Side::Right),
        ("burden-column-year", Side::Right),
    ];
    let mut attends = table(statement, columns);
    for attendance in &burden.attendance {
        let (period, year) = both(Figure::Meetings, attendance.each);
        attends.row(vec![attendance.name.clone(), period, year]);
    }
    attends.write(out, 2);
}

fn role_name(statement: &Statement<'_>, id: &str) -> String {
    let roles = &statement.plan.content.roles;
    let role = roles.iter().find(|r| r.id.name == id);
    role.map_or(id, |r| &r.name).to_owned()
}

fn roles(statement: &Statement<'_>, out: &mut String) {
    if statement.burden.roles.is_empty() {
        return;
    }
    heading(statement, out, "burden-roles");
    let columns = [
        ("burden-column-role", Side::Left),
        ("burden-column-posts", Side::Right),
        ("burden-column-holders", Side::Right),
        ("burden-column-records", Side::Right),
        ("burden-column-hours", Side::Right),
        ("burden-column-heaviest", Side::Right),
        ("burden-column-share", Side::Right),
    ];
    let mut table = table(statement, columns);
    for load in &statement.burden.roles {
        table.row(role_row(statement, load));
    }
    table.write(out, 2);
}

fn role_row(statement: &Statement<'_>, load: &RoleLoad) -> Vec<String> {
    let burden = statement.burden;
    let post = burden.posts.iter().find(|p| p.role == load.role);
    let heaviest = post.map_or(0, |p| p.minutes.period);
    let name = match load.role {
        Some(_) => load.name.clone(),
        None => statement.word("burden-nobody"),
    };
    vec![
        name,
        load.posts.to_string(),
        load.holders
            .map_or_else(|| "?".to_owned(), |n| n.to_string()),
        load.records.period.to_string(),
        hours(load.minutes.period),
        hours(heaviest),
        measured(
            luoshi_lint::burden::Measure::Percent,
            i64::try_from(burden.share(load)).unwrap_or(i64::MAX),
        ),
    ]
}

fn heaviest(statement: &Statement<'_>, out: &mut String) {
    let top = statement.burden.top(Figure::Minutes, NAMED);
    if top.is_empty() {
        return;
    }
    heading(statement, out, "burden-top");
    let columns = [
        ("burden-column-clause", Side::Left),
        ("burden-column-duty", Side::Left),
        ("burden-column-records", Side::Right),
        ("burden-column-minutes", Side::Right),
        ("burden-column-hours", Side::Right),
    ];
    let mut table = table(statement, columns);
    for demand in top {
        table.row(vec![
            demand.clauses.join(" "),
            demand.name.clone(),
            demand.amount(Figure::Records).period.to_string(),
            demand.record.map_or(0, |(_, each)| each).to_string(),
            hours(demand.amount(Figure::Minutes).period),
        ]);
    }
    table.write(out, 2);
}

fn months(statement: &Statement<'_>, out: &mut String) {
    heading(statement, out, "burden-months");
    let month = |(year, month, count): &(i16, i8, u64)| format!("{year}-{month:02}: {count}");
    let months: Vec<String> = statement.burden.months.iter().map(month).collect();
    paragraph(out, "  ", 2, &months.join("  "));
}

/// What is few enough to be named.
fn named(statement: &Statement<'_>, out: &mut String) {
    let figures = [
        Figure::Letters,
        Figure::Vetoes,
        Figure::Points,
        Figure::Personal,
        Figure::ProcessMarks,
        Figure::OnEvent,
        Figure::Open,
    ];
    heading(statement, out, "burden-named");
    let before = out.len();
    for figure in figures {
        let with: Vec<&Demand> = statement
            .burden
            .demands
            .iter()
            .filter(|d| d.amount(figure).year > 0)
            .collect();
        if with.is_empty() {
            continue;
        }
        let one = |d: &&Demand| match figure {
            Figure::Letters | Figure::Points => {
                format!("{} {}", d.name, amount(figure, d.amount(figure).year))
            }
            _ => d.name.clone(),
        };
        let args = [
            ("what", figure_name(statement.words, figure).into()),
            ("list", with.iter().map(one).collect::<Vec<_>>().into()),
        ];
        paragraph(out, "  ", 4, &statement.say("burden-named-list", args));
    }
    if out.len() == before {
        paragraph(out, "  ", 2, &statement.word("burden-none"));
    }
}

fn remarks(statement: &Statement<'_>, out: &mut String) {
    heading(statement, out, "burden-remarks");
    let text = statement.word("burden-remarks-text");
    for line in text.lines() {
        paragraph(out, "  ", 4, line);
    }
}
