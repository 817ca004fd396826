//! Plans, rules and templates.

use jiff::civil::date;
use luoshi_diagnostics::{Code, FileId, Sources};
use luoshi_documents::{Library, library};
use luoshi_plan::{Folder, parse, read_tree, resolve};
use luoshi_rules::{Plugins, compile};

use crate::Probe;

pub(crate) const PROBES: &[Probe] = &[
    Probe {
        what: "bytes of a YAML file",
        run: yaml_bytes,
    },
    Probe {
        what: "lists and maps in one another",
        run: depth,
    },
    Probe {
        what: "documents in a YAML file",
        run: documents,
    },
    Probe {
        what: "marks or actors of a duty",
        run: marks,
    },
    Probe {
        what: "days of a plan",
        run: days,
    },
    Probe {
        what: "sets of subjects",
        run: sets,
    },
    Probe {
        what: "subjects of a plan",
        run: subjects,
    },
    Probe {
        what: "subjects in one another",
        run: levels,
    },
    Probe {
        what: "findings that a plan asks for",
        run: findings,
    },
    Probe {
        what: "bytes of the script of a rule",
        run: script,
    },
    Probe {
        what: "bytes of a template",
        run: template_bytes,
    },
    Probe {
        what: "`if`, `elif` and `for` in one another, in a template",
        run: template_depth,
    },
];

const HEAD: &str = "luoshi: 1
plan: { id: p, title: 计划, issuer: 综治办, issued: 2012-01-01 }
jurisdiction: { code: PT, name: 坪塘镇, level: township }
";

const YEAR: &str = "period: { from: 2012-01-01, to: 2012-12-31 }\n";

fn tree(text: &str) -> Vec<Code> {
    let (_, notes) = read_tree(FileId(0), text);
    notes.iter().map(|note| note.code).collect()
}

fn yaml_bytes(n: usize) -> Vec<Code> {
    tree(&format!("a: 1\n{}", "#".repeat(n - 5)))
}

fn depth(n: usize) -> Vec<Code> {
    tree(&format!("{}{}", "[".repeat(n), "]".repeat(n)))
}

fn documents(n: usize) -> Vec<Code> {
    tree(&"---\na: 1\n".repeat(n))
}

/// What is noticed of a plan, with a script and a template if there are any.
fn plan(text: &str, further: Vec<(String, String)>) -> Vec<Code> {
    let mut sources = Sources::default();
    let mut texts = vec![("plan.yaml".to_owned(), format!("{HEAD}{text}"))];
    texts.extend(further);
    let folder = Folder {
        name: "town".to_owned(),
        texts,
        ..Folder::default()
    };
    let staged = resolve(&parse(&folder, &mut sources), &[]);
    let mut notes = staged.notes;
    if let Some(plan) = staged.value {
        notes.extend(compile(&plan, date(2012, 6, 30), Plugins::none()).notes);
        let read = library(&plan, &mut sources);
        notes.extend(read.notes);
        let own = |library: Library| crate::papers::ready(&plan, library, &sources);
        notes.extend(read.value.map(own).unwrap_or_default());
    }
    notes.iter().map(|note| note.code).collect()
}

fn marks(n: usize) -> Vec<Code> {
    let marks: String = (0..n).map(|at| format!("m{at}, ")).collect();
    let meeting = "id: council, name: 例会, cadence: { every: month, at_least: 1 }";
    plan(
        &format!("{YEAR}meetings: [{{ {meeting}, produces: [{marks}] }}]\n"),
        Vec::new(),
    )
}

fn days(n: usize) -> Vec<Code> {
    let from = date(1990, 1, 1);
    let to = from.checked_add(jiff::Span::new().days(i64::try_from(n).expect("few") - 1));
    let to = to.expect("a day");
    plan(
        &format!("period: {{ from: {from}, to: {to} }}\n"),
        Vec::new(),
    )
}

fn sets(n: usize) -> Vec<Code> {
    let sets: String = (0..n)
        .map(|at| format!("  - {{ id: s{at}, name: 类, members: [{{ id: m{at}, name: 村 }}] }}\n"))
        .collect();
    plan(&format!("{YEAR}subjects:\n{sets}"), Vec::new())
}

fn villages(n: usize) -> String {
    let members: String = (0..n)
        .map(|at| format!("{{ id: s{at}, name: 村 }}, "))
        .collect();
    format!("subjects: [{{ id: villages, name: 村, members: [{members}] }}]\n")
}

fn subjects(n: usize) -> Vec<Code> {
    plan(&format!("{YEAR}{}", villages(n)), Vec::new())
}

fn levels(n: usize) -> Vec<Code> {
    let inner = (1..n).map(|at| format!("{{ id: s{at}, name: 组, lies_in: s{} }}, ", at - 1));
    let members: String = inner.collect();
    let set = format!("{{ id: places, name: 村, members: [{{ id: s0, name: 村 }}, {members}] }}");
    plan(&format!("{YEAR}subjects: [{set}]\n"), Vec::new())
}

/// Five thousand villages are visited so often that it comes to this.
fn findings(n: usize) -> Vec<Code> {
    let villages = villages(5_000);
    // A year of days, each with a finding, and one more for what follows the last.
    let each = 5_000 * 50;
    let daily =
        "cadence: { every: day, at_least: 1 }, period: { from: 2012-01-01, to: 2012-02-18 }";
    let daily: String = (0..n / each)
        .map(|at| format!("  - {{ id: d{at}, name: 走访, for_each: [villages], {daily} }}\n"))
        .collect();
    let more: String = (0..n % each)
        .map(|at| format!("  - {{ id: m{at}, name: 任务, due: {{ date: 2012-06-30 }} }}\n"))
        .collect();
    let tasks = if more.is_empty() {
        String::new()
    } else {
        format!("tasks:\n{more}")
    };
    plan(
        &format!("{YEAR}{villages}activities:\n{daily}{tasks}"),
        Vec::new(),
    )
}

fn with_script(script: String) -> Vec<Code> {
    let rule = format!("{YEAR}rules: [{{ id: rule, name: 规则, script: rule.rhai }}]\n");
    plan(&rule, vec![("rules/rule.rhai".to_owned(), script)])
}

fn script(n: usize) -> Vec<Code> {
    with_script(format!("true//{}", "x".repeat(n - 6)))
}

fn with_template(body: String) -> Vec<Code> {
    let head = "---\nname: 单\nkind: working_paper\nfor: plan\ntitle: 单\n---\n";
    plan(
        YEAR,
        vec![("templates/own.md".to_owned(), format!("{head}{body}"))],
    )
}

fn template_bytes(n: usize) -> Vec<Code> {
    with_template("x".repeat(n))
}

fn template_depth(n: usize) -> Vec<Code> {
    with_template(format!(
        "{}x{}",
        "{% if true %}".repeat(n),
        "{% endif %}".repeat(n)
    ))
}
