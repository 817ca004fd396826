//! Inputs built to be slow, each of any size, and what luoshi does with them.

use std::fmt::Write as _;

use jiff::civil::{Date, date};
use luoshi_checkpoint::{RecordList, Tree};
use luoshi_diagnostics::{
    Code, FileId, Lang, Messages, Note, Place, Sources, render_json, render_text,
};
use luoshi_evidence::{Mapping, Names, import_csv, read_jsonl};
use luoshi_format::format;
use luoshi_package::{Lock, PackageFiles, pack, unpack};
use luoshi_plan::read_tree;
use luoshi_tests::{assess, read_plan};

/// An input of some size, made ready: what is called is what is measured.
type Work = Box<dyn Fn()>;

/// A kind of input.
pub(crate) struct Case {
    /// What there is much of.
    pub(crate) name: &'static str,
    /// The size that is compared with four times as much.
    pub(crate) size: usize,
    /// Makes one of a size.
    pub(crate) make: fn(usize) -> Work,
}

/// All kinds.
pub(crate) const CASES: &[Case] = &[
    case("records in one ledger", 500, records),
    case("corrections of one record", 500, corrections),
    case(
        "corrections of corrections",
        500,
        corrections_of_corrections,
    ),
    case("mistakes on one line of a ledger", 500, mistakes_on_a_line),
    case("a long line of a ledger", 4_000, long_line),
    case("rows of a table", 300, rows),
    case("rows of a table that are refused", 300, rows_refused),
    case("lists in lists", 2_000, deep_yaml),
    case("aliases", 1_000, aliases),
    case("keys of one map", 1_000, keys),
    case("unknown keys, told as JSON", 500, unknown_keys),
    case("lines to lay out", 500, laid_out),
    case("notes on one line, told as JSON", 500, notes_on_a_line),
    case("notes, told as text", 1_000, notes_as_text),
    case("duties", 50, duties),
    case("subjects of a duty", 50, subjects),
    case("subjects in subjects", 50, nested_subjects),
    case("subjects of a scorecard", 25, scored_subjects),
    case("subjects scored by records", 25, scored_by_records),
    case("items of a scorecard", 10, scored_items),
    case("subjects of a ladder", 25, laddered_subjects),
    case("periods", 400, periods),
    case("tasks that wait for one another", 100, tasks),
    case("links of a chain", 100, links),
    case("waivers", 100, waivers),
    case("incidents under a veto", 100, incidents),
    case("documents", 50, documents),
    case("records beside the one that does a task", 300, surplus),
    case("records that need another, and answers", 150, answered),
    case("answers to one record", 300, answers),
    case("marks of a roster", 300, marks),
    case("visits of one village", 300, visits),
    case("records of no duty", 300, nobody_s),
    case("defective records", 50, defective),
    case("responses to incidents", 100, responses),
    case("files of a package", 100, files),
    case("packages of a lock", 50, locked),
    case("records of a checkpoint", 500, listed),
];

const fn case(name: &'static str, size: usize, make: fn(usize) -> Work) -> Case {
    Case { name, size, make }
}

const AS_OF: Date = date(2012, 9, 30);

const HEAD: &str = "luoshi: 1
plan: { id: p, title: 计划, issuer: 综治办, issued: 2012-01-01 }
period: { from: 2012-01-01, to: 2012-12-31 }
jurisdiction: { code: PT, name: 坪塘镇, level: township }
";

/// So many lines, each made of its number.
fn lines(n: usize, line: impl Fn(usize) -> String) -> String {
    (0..n).fold(String::new(), |mut text, at| {
        let _ = writeln!(text, "{}", line(at));
        text
    })
}

fn ledger(text: String) -> Work {
    Box::new(move || {
        let read = read_jsonl(&text, FileId(0), AS_OF);
        assert!(read.value.is_some() || !read.notes.is_empty());
    })
}

fn visit(at: usize) -> String {
    let day = 1 + at % 28;
    format!(
        r#"{{"id":"r{at}","kind":"visit","date":"2012-05-{day:02}","duty":"visit","subject":"s{at}"}}"#
    )
}

fn records(n: usize) -> Work {
    ledger(lines(n, visit))
}

fn corrections(n: usize) -> Work {
    let correction = |at: usize| {
        format!(
            r#"{{"id":"c{at}","kind":"correction","date":"2012-06-01","ref":"r0","set":{{"quantity":"{at}"}}}}"#
        )
    };
    ledger([visit(0), "\n".to_owned(), lines(n, correction)].concat())
}

fn corrections_of_corrections(n: usize) -> Work {
    let correction = |at: usize| {
        let of = at
            .checked_sub(1)
            .map_or("r0".to_owned(), |before| format!("c{before}"));
        format!(
            r#"{{"id":"c{at}","kind":"correction","date":"2012-06-01","ref":"{of}","set":{{"quantity":"{at}"}}}}"#
        )
    };
    ledger([visit(0), "\n".to_owned(), lines(n, correction)].concat())
}

fn mistakes_on_a_line(n: usize) -> Work {
    let fields = (0..n).map(|at| format!(r#""wrong{at}":1,"#));
    ledger(format!("{{{}\"id\":\"r\"}}\n", fields.collect::<String>()))
}

fn long_line(n: usize) -> Work {
    ledger(format!(
        "{{\"id\":\"r\",\"note\":\"{}\"}}\n",
        "长\\n".repeat(n)
    ))
}

fn table(text: String) -> Work {
    Box::new(move || {
        let import = import_csv(&text, FileId(0), &Mapping::default(), &Names::default());
        assert!(!import.records.is_empty() || !import.rejected.is_empty());
    })
}

fn rows(n: usize) -> Work {
    let row = |at: usize| format!("2012-05-{:02},走访,第{at}村,{at}", 1 + at % 28);
    table(["日期,种类,村,数量\n", &lines(n, row)].concat())
}

fn rows_refused(n: usize) -> Work {
    let row = |at| format!("哪天,走访,第{at}村,多");
    table(["日期,种类,村,数量\n", &lines(n, row)].concat())
}

fn tree(text: String) -> Work {
    Box::new(move || {
        let (root, notes) = read_tree(FileId(0), &text);
        assert!(root.is_some() || !notes.is_empty());
    })
}

fn deep_yaml(n: usize) -> Work {
    tree("[".repeat(n))
}

fn aliases(n: usize) -> Work {
    tree(format!("a: &a x\nb: [{}]\n", "*a, ".repeat(n)))
}

fn keys(n: usize) -> Work {
    tree(lines(n, |at| format!("k{at}: {at}")))
}

fn unknown_keys(n: usize) -> Work {
    let text = format!("{HEAD}{}", lines(n, |at| format!("k{at}: {at}")));
    Box::new(move || {
        let mut sources = Sources::default();
        assert!(read_plan(&text, &mut sources).is_err());
    })
}

fn laid_out(n: usize) -> Work {
    let text = lines(n, |at| {
        format!("k{at}:   {{ a: [1,2],   b: '{at}' }}  # {at}")
    });
    Box::new(move || assert!(format(FileId(0), &text, None).is_ok()))
}

fn notes_at(n: usize, text: String) -> (Vec<Note>, Sources) {
    let mut sources = Sources::default();
    let file = sources.add("a.yaml", text);
    let note = |at: usize| {
        let place = Place {
            file,
            start: at * 4,
            end: at * 4 + 3,
        };
        Note::new(Code::YamlAlias).at(place)
    };
    ((0..n).map(note).collect(), sources)
}

fn notes_on_a_line(n: usize) -> Work {
    let (notes, sources) = notes_at(n, "abc ".repeat(n));
    Box::new(move || {
        let told = render_json(&notes, &sources, Messages::of(Lang::En));
        assert_eq!(told.as_array().map(Vec::len), Some(notes.len()));
    })
}

fn notes_as_text(n: usize) -> Work {
    let (notes, sources) = notes_at(n, "abc\n".repeat(n));
    Box::new(move || {
        assert!(!render_text(&notes, &sources, Messages::of(Lang::En), false).is_empty())
    })
}

fn judged(plan: String, ledger: String) -> Work {
    let plan = format!("{HEAD}{plan}");
    Box::new(move || {
        let assessment = assess(&plan, &ledger, AS_OF);
        assert!(assessment.is_ok(), "{assessment:?}");
    })
}

fn list(section: &str, n: usize, entry: impl Fn(usize) -> String) -> String {
    let entries = lines(n, |at| format!("  - {{ {} }}", entry(at)));
    format!("{section}:\n{entries}")
}

fn villages(n: usize) -> String {
    let members = (0..n).map(|at| format!("{{ id: s{at}, name: 村{at} }}, "));
    format!(
        "subjects: [{{ id: villages, name: 村, members: [{}] }}]\n",
        members.collect::<String>()
    )
}

/// A veto for each village, which asks whether it was watched before each incident.
const WATCHED: &str = "activities: [{ id: watch, name: 守夜, for_each: [villages], evidence: shift }]
incidents: [{ id: theft, name: 偷牛盗马 }]
vetoes: [{ id: veto, name: 一票否决, for_each: [villages], when: { incidents: [theft], lapse: { duty: watch, days: 10, below: 2 } }, decided_by: { name: 县综治委, level: county }, effect: { score: 0 } }]
";

fn incident(at: usize) -> String {
    format!(
        r#"{{"id":"i{at}","kind":"incident","date":"2012-05-01","subject":"s{at}","status":"theft"}}"#
    )
}

const VISITS: &str = "activities: [{ id: visit, name: 走访, for_each: [villages], cadence: { every: quarter, at_least: 1 } }]\n";

fn duties(n: usize) -> Work {
    let duty =
        |at| format!("id: d{at}, name: 活动{at}, cadence: {{ every: quarter, at_least: 1 }}");
    let record =
        |at| format!(r#"{{"id":"r{at}","kind":"visit","date":"2012-05-01","duty":"d{at}"}}"#);
    judged(list("activities", n, duty), lines(n, record))
}

fn subjects(n: usize) -> Work {
    judged(villages(n) + VISITS, lines(n, visit))
}

/// Eight in one another, again and again; a veto asks what happened in each with all that lies in it.
fn nested_subjects(n: usize) -> Work {
    let member = |at: usize| match at.checked_sub(1).filter(|_| !at.is_multiple_of(8)) {
        None => format!("{{ id: s{at}, name: 村{at} }}, "),
        Some(outer) => format!("{{ id: s{at}, name: 组{at}, lies_in: s{outer} }}, "),
    };
    let members: String = (0..n).map(member).collect();
    let set = format!("subjects: [{{ id: villages, name: 村, members: [{members}] }}]\n");
    judged(set + WATCHED, lines(n, incident))
}

fn scored_subjects(n: usize) -> Work {
    let card = "scorecards: [{ id: card, name: 考评, for_each: [villages], total: 10, sections: [{ id: s, name: 一, max: 10, items: [{ id: i, name: 走访, method: all_or_nothing, of: [visit], max: 10 }] }] }]\n";
    judged(villages(n) + VISITS + card, lines(n, visit))
}

/// Each by what happened there, by points that somebody gave, and by a figure.
fn scored_by_records(n: usize) -> Work {
    let card = "incidents: [{ id: theft, name: 偷牛盗马 }]\n\
        indicators: [{ id: rate, name: 发案数, for_each: [villages], from: incident_count, of: [theft], direction: down, every: year }]\n\
        scorecards: [{ id: card, name: 考评, for_each: [villages], total: 30, sections: [{ id: s, name: 一, max: 30, items: [\
        { id: a, name: 发案, method: per_event, incidents: [theft], each: 1, max: 10 }, \
        { id: b, name: 印象, method: subjective, max: 10 }, \
        { id: c, name: 少发案, method: threshold, of: [rate], at_least: 1, max: 10 }] }] }]\n";
    let given = |at: usize| {
        format!(
            "{{\"id\":\"g{at}\",\"kind\":\"metric\",\"date\":\"2012-06-01\",\"duty\":\"b\",\"subject\":\"s{at}\",\"quantity\":2,\"note\":\"查看\"}}\n"
        )
    };
    let given: String = (0..n).map(given).collect();
    judged(villages(n) + card, lines(n, incident) + given.as_str())
}

/// As many duties as items, each of which scores one.
fn scored_items(n: usize) -> Work {
    let duties = list("activities", n, |at| {
        format!("id: d{at}, name: 走访{at}, cadence: {{ every: year, at_least: 1 }}")
    });
    let items = (0..n).map(|at| {
        format!("{{ id: i{at}, name: 走访, method: all_or_nothing, of: [d{at}], max: 1 }}, ")
    });
    let items: String = items.collect();
    let card = format!(
        "scorecards: [{{ id: card, name: 考评, total: {n}, sections: [{{ id: s, name: 一, max: {n}, items: [{items}] }}] }}]\n"
    );
    judged(duties + card.as_str(), String::new())
}

fn laddered_subjects(n: usize) -> Work {
    let ladder = "incidents: [{ id: theft, name: 偷牛盗马 }]\nladders: [{ id: ladder, name: 督办, for_each: [villages], trigger: { incidents: [theft], at_least: 1, within: 30d }, steps: [{ id: talk, name: 约谈, window: 3mo, decided_by: { name: 县综治办, level: county } }] }]\n";
    judged(villages(n) + VISITS + ladder, lines(n, incident))
}

fn periods(n: usize) -> Work {
    let term = format!("{:04}", 2012 + n / 365);
    let head = HEAD.replace("to: 2012-12-31", &format!("to: {term}-12-31"));
    let duty = "activities: [{ id: d, name: 巡逻, cadence: { every: day, at_least: 1 } }]\n";
    let plan = head + duty;
    Box::new(move || assert!(assess(&plan, "", date(9999, 12, 31)).is_ok()))
}

fn tasks(n: usize) -> Work {
    let task = |at: usize| match at.checked_sub(1) {
        None => "id: t0, name: 任务, due: { date: 2012-06-30 }".to_owned(),
        Some(before) => format!("id: t{at}, name: 任务, due: {{ within: 1d }}, after: t{before}"),
    };
    judged(list("tasks", n, task), String::new())
}

fn links(n: usize) -> Work {
    let roles = list("roles", n + 1, |at| format!("id: r{at}, name: 岗位{at}"));
    let links = (0..n).map(|at| format!("{{ from: r{at}, to: r{} }}, ", at + 1));
    let links: String = links.collect();
    let chains = format!("chains: [{{ id: chain, name: 责任链, links: [{links}] }}]\n");
    judged(format!("{roles}{chains}"), String::new())
}

fn waivers(n: usize) -> Work {
    let waiver = |at| {
        format!(
            r#"{{"id":"w{at}","kind":"waiver","date":"2012-04-01","duty":"visit","subject":"s{at}","until":"2012-06-30","actor":["county"]}}"#
        )
    };
    judged(villages(n) + VISITS, lines(n, waiver))
}

fn incidents(n: usize) -> Work {
    judged(villages(n) + WATCHED, lines(n, incident))
}

fn documents(n: usize) -> Work {
    let duty =
        |at| format!("id: d{at}, name: 月报{at}, cadence: {{ every: quarter, at_least: 1 }}");
    let record = |at| {
        format!(
            r#"{{"id":"r{at}","kind":"document","date":"2012-05-01","duty":"d{at}","marks":["issued"],"ref":"d{at}/2012-Q2"}}"#
        )
    };
    judged(list("documents", n, duty), lines(n, record))
}

fn surplus(n: usize) -> Work {
    let record =
        |at| format!(r#"{{"id":"r{at}","kind":"visit","date":"2012-05-01","duty":"survey"}}"#);
    let plan = "tasks: [{ id: survey, name: 摸底, due: { date: 2012-06-30 }, evidence: visit }]\n";
    judged(plan.to_owned(), lines(n, record))
}

/// Every decision needs a report before it.
const ASSESSED: &str = "each_needs: [{ id: assessment, name: 应评尽评, each: { evidence: document, of: [decision] }, needs: { evidence: report, of: [assessed] }, timing: before }]\n";

fn decision(at: usize) -> String {
    format!(r#"{{"id":"d{at}","kind":"document","date":"2012-05-01","duty":"decision"}}"#)
}

fn answer(at: usize, to: usize) -> String {
    format!(
        r#"{{"id":"a{at}","kind":"report","date":"2012-04-01","duty":"assessed","ref":"d{to}"}}"#
    )
}

fn answered(n: usize) -> Work {
    let ledger = [lines(n, decision), lines(n, |at| answer(at, at))].concat();
    judged(ASSESSED.to_owned(), ledger)
}

fn answers(n: usize) -> Work {
    let ledger = [decision(0), "\n".to_owned(), lines(n, |at| answer(at, 0))].concat();
    judged(ASSESSED.to_owned(), ledger)
}

fn marks(n: usize) -> Work {
    let plan = "persons: [{ staff: P1 }]\nrosters: [{ id: patrol, name: 巡逻 }]\n";
    let mark = |at: usize| {
        let day = 1 + at % 28;
        format!(
            r#"{{"id":"m{at}","kind":"shift","date":"2012-05-{day:02}","duty":"patrol","actor":"P1","status":"attended"}}"#
        )
    };
    judged(plan.to_owned(), lines(n, mark))
}

fn visits(n: usize) -> Work {
    let visit = |at: usize| {
        let day = 1 + at % 28;
        format!(
            r#"{{"id":"r{at}","kind":"visit","date":"2012-05-{day:02}","duty":"visit","subject":"s0"}}"#
        )
    };
    judged(villages(1) + VISITS, lines(n, visit))
}

fn nobody_s(n: usize) -> Work {
    let record =
        |at| format!(r#"{{"id":"r{at}","kind":"visit","date":"2012-05-01","duty":"unknown"}}"#);
    judged(villages(1) + VISITS, lines(n, record))
}

fn defective(n: usize) -> Work {
    let plan = "meetings: [{ id: council, name: 例会, for_each: [villages], cadence: { every: quarter, at_least: 1 }, produces: [minutes] }]\n";
    let meeting = |at| {
        format!(
            r#"{{"id":"r{at}","kind":"meeting","date":"2012-05-01","duty":"council","subject":"s{at}"}}"#
        )
    };
    judged(villages(n) + plan, lines(n, meeting))
}

fn responses(n: usize) -> Work {
    let plan = "incidents: [{ id: theft, name: 偷牛盗马, respond: [{ id: warned, name: 互通情况, within: 2d }] }]\n";
    let response = |at| {
        format!(
            r#"{{"id":"a{at}","kind":"response","date":"2012-05-02","duty":"warned","ref":"i{at}"}}"#
        )
    };
    let ledger = [lines(n, incident), lines(n, response)].concat();
    judged(villages(n) + plan, ledger)
}

fn files(n: usize) -> Work {
    let head = "luoshi: 1\npackage: { name: a/b, version: 1.0, publisher: 县, title: 包, engine: '>=0.1', licence: MIT }\n";
    let file = |at: usize| (format!("tests/{at}.yaml"), b"a: 1\n".as_slice().into());
    let all = (0..n).map(file);
    let all: Vec<_> = all
        .chain([("package.yaml".to_owned(), head.as_bytes().into())])
        .collect();
    Box::new(move || {
        let files = PackageFiles::new(all.clone()).expect("a package");
        let archive = pack(files).expect("an archive");
        assert!(unpack("a.zip", &archive.bytes).is_ok());
    })
}

fn locked(n: usize) -> Work {
    let digest = format!("sha256:{}", "0".repeat(64));
    let package = |at| format!("- {{ name: a/p{at}, version: 1.0.0, digest: '{digest}' }}");
    let text = format!("lock: 1\npackages:\n{}", lines(n, package));
    Box::new(move || assert!(Lock::parse("luoshi.lock", &text).is_ok()))
}

fn listed(n: usize) -> Work {
    let list = |from: usize| {
        let mut list = RecordList::default();
        (from..n + from).for_each(|at| list.push(&at.to_le_bytes(), &format!("r{at}")));
        list
    };
    let (was, is) = (list(0), list(1));
    Box::new(move || {
        assert!(was.divergence(&is).is_some());
        let tree: Tree = was.tree();
        assert!(tree.inclusion(0, tree.size()).is_some());
    })
}
