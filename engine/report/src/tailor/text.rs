//! The list as text of at most 80 columns.

use luoshi_diagnostics::Messages;
use luoshi_plan::model::{Adjust, Decider, Need, WaiverRules};
use luoshi_plan::{ParameterInForce, Plan};

use super::{Shown, State, level, open, optional, range_of, rosters};
use crate::deviations::{changed, groups, headings, row, summary, write_groups};
use crate::glossary::Glossary;
use crate::table::{Side, Table, paragraph};
use crate::text::{amount, in_words, number};

/// Writes one part; nothing where there is nothing to say.
type Part = fn(Messages, &Plan) -> String;

/// The parts in order, each with its heading.
const PARTS: [(&str, Part); 6] = [
    ("section-deviations", changes),
    ("tailor-open", undecided),
    ("tailor-parameters", parameters),
    ("tailor-optional", duties),
    ("tailor-rosters", planning),
    ("section-waivers", waivers),
];

/// What a plan may change and what it changed.
#[must_use]
pub fn tailor_text(words: Messages, plan: &Plan, shown: Shown) -> String {
    let mut out = String::new();
    let title = vec![("title", plan.header.title.as_str().into())];
    paragraph(&mut out, "", 0, &words.text("tailor-title", &title));
    for package in &plan.packages {
        let args = vec![
            ("title", package.title.as_str().into()),
            ("name", package.name.as_str().into()),
            ("version", package.version.to_string().into()),
        ];
        paragraph(&mut out, "  ", 4, &words.text("tailor-package", &args));
    }
    if plan.packages.is_empty() {
        paragraph(&mut out, "  ", 2, &words.word("tailor-no-packages"));
    }
    let parts = match shown {
        Shown::All => &PARTS[..],
        Shown::Changed => &PARTS[..1],
    };
    let written = parts.iter().map(|(key, part)| (key, part(words, plan)));
    let written = written.filter(|(_, text)| !text.is_empty());
    for (at, (key, text)) in written.enumerate() {
        let ordinal = words.word(&format!("ordinal-{}", at + 1));
        out.push_str(&format!("\n{ordinal}{}\n\n{text}", words.word(key)));
    }
    out
}

fn changes(words: Messages, plan: &Plan) -> String {
    let mut out = String::new();
    if plan.packages.is_empty() {
        return out;
    }
    let changed = changed(&plan.parameters);
    if !changed.is_empty() {
        paragraph(&mut out, "  ", 2, &summary(words, &changed));
        let mut table = Table::new(headings(words).map(|name| (name, Side::Left)).into());
        for parameter in changed {
            let mut cells = row(words, parameter);
            cells[0] = named(&parameter.name, &parameter.id);
            table.row(cells.into());
        }
        table.write(&mut out, 4);
    }
    let glossary = Glossary::of(plan);
    let groups = groups(words, &glossary, &plan.deviations, &plan.inactive);
    write_groups(&mut out, &groups);
    if out.is_empty() {
        paragraph(&mut out, "  ", 2, &words.word("tailor-unchanged"));
    }
    let carried: usize = plan
        .deviations
        .tailored
        .iter()
        .map(|t| t.clauses.len())
        .sum();
    if carried > 0 {
        let duties = plan.deviations.tailored.iter();
        let duties = duties.filter(|t| !t.clauses.is_empty()).count();
        let args = vec![
            ("clauses", number(carried).into()),
            ("duties", number(duties).into()),
        ];
        out.push('\n');
        paragraph(&mut out, "  ", 2, &words.text("tailor-clauses", &args));
    }
    out
}

fn undecided(words: Messages, plan: &Plan) -> String {
    let mut table = table(
        words,
        &["column-parameter", "column-range", "column-question"],
    );
    for parameter in open(plan) {
        table.row(vec![
            named(&parameter.name, &parameter.id),
            range_of(words, parameter),
            parameter.question.clone().unwrap_or_default(),
        ]);
    }
    written(&table)
}

fn parameters(words: Messages, plan: &Plan) -> String {
    let mut out = String::new();
    for (adjust, key) in [
        (Adjust::Free, "tailor-free"),
        (Adjust::StricterOnly, "tailor-stricter"),
        (Adjust::Fixed, "tailor-fixed"),
    ] {
        let group = plan.parameters.iter().filter(|p| p.adjustable == adjust);
        let group: Vec<&ParameterInForce> = group.collect();
        if group.is_empty() {
            continue;
        }
        if !out.is_empty() {
            out.push('\n');
        }
        let count = vec![("count", number(group.len()).into())];
        paragraph(&mut out, "  ", 2, &words.text(key, &count));
        let keys = [
            "column-parameter",
            "column-range",
            "column-package",
            "column-plan",
        ];
        let mut table = table(words, &keys);
        for parameter in group {
            let own = parameter.change.map(|_| parameter.value.as_deref());
            table.row(vec![
                named(&parameter.name, &parameter.id),
                range_of(words, parameter),
                amount(words, parameter, parameter.below.as_deref()),
                own.map_or_else(String::new, |value| amount(words, parameter, value)),
            ]);
        }
        table.write(&mut out, 4);
    }
    out
}

fn duties(words: Messages, plan: &Plan) -> String {
    let mut table = table(words, &["column-duty", "column-decision", "column-grounds"]);
    for optional in optional(plan) {
        let state = match optional.state {
            State::InForce => "tailor-in-force",
            State::Disabled => "tailor-disabled",
            State::ByParameter => "html-by-parameter",
        };
        table.row(vec![
            named(optional.name, optional.duty),
            words.word(state),
            optional.reason.unwrap_or("").to_owned(),
        ]);
    }
    written(&table)
}

fn planning(words: Messages, plan: &Plan) -> String {
    let mut table = table(words, &["column-duty", "column-decision"]);
    for roster in rosters(plan) {
        let id = roster.duty.id.name.as_str();
        let tailored = plan.deviations.tailored.iter();
        let added = tailored.filter(|t| t.planning).any(|t| t.duty == id);
        let state = match added {
            true => "tailor-planning-added",
            false => "tailor-planning-open",
        };
        table.row(vec![named(&roster.duty.name, id), words.word(state)]);
    }
    written(&table)
}

fn waivers(words: Messages, plan: &Plan) -> String {
    let mut lines = match &plan.content.waivers {
        Some(rules) => terms(words, rules),
        None => vec![words.word("tailor-waivers-nobody")],
    };
    let fixed = plan.duties().filter(|d| !d.waivable);
    let fixed: Vec<String> = fixed.map(|d| d.name.clone()).collect();
    if !fixed.is_empty() {
        let names = vec![("names", words.list(&fixed).into())];
        lines.push(words.text("tailor-not-waivable", &names));
    }
    for duty in plan.duties().filter(|d| !d.waived_by.is_empty()) {
        let args = vec![
            ("name", duty.name.as_str().into()),
            ("bodies", bodies(words, &duty.waived_by).into()),
        ];
        lines.push(words.text("tailor-waived-by", &args));
    }
    let mut out = String::new();
    for line in lines {
        paragraph(&mut out, "  - ", 4, &line);
    }
    out
}

fn terms(words: Messages, rules: &WaiverRules) -> Vec<String> {
    let mut lines = match rules.granted_by.as_slice() {
        [] => vec![words.word("tailor-waivers-nobody")],
        named => {
            let bodies = vec![("bodies", bodies(words, named).into())];
            vec![words.text("tailor-waivers-by", &bodies)]
        }
    };
    if let Some(limit) = rules.at_most {
        let limit = in_words(words, &limit.to_string());
        lines.push(words.text("tailor-waivers-most", &vec![("limit", limit.into())]));
    }
    if rules.reason == Need::Required {
        lines.push(words.word("tailor-waivers-reason"));
    }
    lines
}

fn bodies(words: Messages, bodies: &[Decider]) -> String {
    let one = |body: &Decider| {
        let args = vec![
            ("name", body.name.as_str().into()),
            ("level", level(words, body.level).into()),
        ];
        words.text("tailor-body", &args)
    };
    let names: Vec<String> = bodies.iter().map(one).collect();
    words.list(&names)
}

/// A name with the id that a file calls it by.
fn named(name: &str, id: &str) -> String {
    format!("{name} {id}")
}

fn table(words: Messages, keys: &[&str]) -> Table {
    let columns = keys.iter().map(|key| (words.word(key), Side::Left));
    Table::new(columns.collect())
}

fn written(table: &Table) -> String {
    let mut out = String::new();
    if !table.is_empty() {
        table.write(&mut out, 4);
    }
    out
}
