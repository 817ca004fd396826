//! What the report may say in figures.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde_json::Value;

use crate::scores::scores;
use crate::told::{Count, Told, full, percent, period, text};

/// What stands in the place of a number that is accounted for.
const DONE: &str = "□";

/// What numbers may stand where.
#[derive(Default)]
pub(crate) struct Known {
    /// Whole lines: rows of tables and sentences that are lists.
    lines: BTreeSet<String>,
    /// Parts of a line.
    phrases: BTreeSet<String>,
}

impl Known {
    pub(crate) fn line(&mut self, text: String) {
        self.lines.insert(text);
    }

    pub(crate) fn phrase(&mut self, text: String) {
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let open = digit(text.chars().next()) || digit(text.chars().next_back());
        assert!(
            !open,
            "a phrase that ends in a digit holds for other numbers too: {text}"
        );
        self.phrases.insert(text);
    }

    /// What is left of a line that has numbers which nothing accounts for.
    pub(crate) fn unaccounted(&self, line: &str) -> Option<String> {
        let has_digit = |text: &str| text.contains(|c: char| c.is_ascii_digit());
        if !has_digit(line) || self.lines.contains(line) {
            return None;
        }
        let mut rest = line.to_owned();
        for phrase in &self.phrases {
            rest = rest.replace(phrase.as_str(), DONE);
        }
        has_digit(&rest).then_some(rest)
    }
}

/// Everything that the report may say in figures, counted again.
pub(crate) fn known(told: &Told) -> Known {
    let mut known = Known::default();
    about(told, &mut known);
    overall(told, &mut known);
    kinds_of_work(told, &mut known);
    indicators(told, &mut known);
    scores(told, &mut known);
    problems(told, &mut known);
    known
}

fn about(told: &Told, known: &mut Known) {
    let year = told.year;
    let as_of: Date = text(&told.assessment["as_of"]).parse().expect("a day");
    known.phrase(format!("关于{year}年社会治安防控工作实绩的报告"));
    let (from, to, as_of) = (full(told.from), full(told.to), full(as_of));
    known.phrase(format!(
        "》{year}年的执行情况（{from}至{to}，检查截至{as_of}）"
    ));
}

fn overall(told: &Told, known: &mut Known) {
    let duties = told.by_duty().len();
    let count = told.count(told.findings().iter());
    let (met, late) = (count.of("met"), count.of("late"));
    let (missed, violated) = (count.of("missed"), count.of("violated"));
    let all = count.all;
    known.phrase(format!("涉及{duties}项工作，得出检查结论{all}项"));
    known.phrase(format!(
        "已落实{met}项，逾期完成{late}项，未落实{missed}项，违反规定{violated}项"
    ));
    known.phrase(format!("经批准豁免{}项", count.of("waived")));
    known.phrase(format!(
        "没有发生或者不适用{}项",
        count.of("not_applicable")
    ));
    known.phrase(format!("记录不足、无法判定{}项", count.of("unknown")));
    known.phrase(format!("疑点待核实{}项", count.of("suspect")));
    known.phrase(format!(
        "期限未到{}项",
        count.of("pending") + count.of("due_soon")
    ));
    known.phrase(format!(
        "按需要记录证明、能够得出结论的{}项计算，落实率为{}",
        count.judged,
        count.share()
    ));
    let unset = told
        .list("findings")
        .iter()
        .filter(|f| f["status"] == "unset")
        .count();
    known.phrase(format!("另有{unset}项因方案没有定明"));
    next(unset, &count, known);
    records(&told.assessment["evidence"], known);
}

/// The second and third of the next steps; the first is told with what failed.
fn next(unset: usize, count: &Count, known: &mut Known) {
    let (unknown, suspect) = (count.of("unknown"), count.of("suspect"));
    let fill = format!("无法判定的{unknown}项补齐应有记录");
    let check = format!("{suspect}项疑点查对原始材料、听取当事人说明");
    known.line(match (unknown, suspect) {
        (0, 0) => "2.做完即登记，减少事后补录。".to_owned(),
        (_, 0) => format!("2.对{fill}。"),
        (0, _) => format!("2.对{check}。"),
        _ => format!("2.对{fill}，{check}。"),
    });
    known.line(format!(
        "3.对方案没有定明的{unset}项，修订方案时写明频次和期限。"
    ));
}

fn records(evidence: &Value, known: &mut Known) {
    let figure = |name: &str| evidence[name].as_u64().expect("a count");
    let (total, late) = (figure("records"), figure("backfilled"));
    let (corrected, withdrawn) = (figure("superseded"), figure("withdrawn"));
    let sum: u64 = evidence["kinds"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|kind| kind["count"].as_u64().expect("a count"))
        .sum();
    assert_eq!(sum, total, "the kinds of record do not add up");
    known.phrase(format!("台账记录{total}条"));
    known.phrase(format!("补录{late}条，占{}", percent(late, total)));
    known.phrase(format!("更正{corrected}条，撤销{withdrawn}条"));
}

/// A row for each kind of work.
fn kinds_of_work(told: &Told, known: &mut Known) {
    let findings = told.findings();
    for (section, name) in &told.sections {
        let of_section = |f: &&&Value| told.section(text(&f["duty"])) == section;
        let count = told.count(findings.iter().filter(of_section));
        if count.judged == 0 {
            continue;
        }
        let (met, late) = (count.of("met"), count.of("late"));
        let (missed, violated) = (count.of("missed"), count.of("violated"));
        let share = count.share();
        known.line(format!(
            "{name}|{}|{met}|{late}|{missed}|{violated}|{share}",
            count.all
        ));
    }
}

/// A row for each indicator of the township, and how their values came about period by period.
fn indicators(told: &Told, known: &mut Known) {
    let shown = told
        .list("indicators")
        .iter()
        .filter(|i| !i["current"].is_null());
    let shown: Vec<&Value> = shown.collect();
    let compared = shown.iter().any(|i| !i["baseline"].is_null());
    for indicator in shown.iter().filter(|i| i["subject"].is_null()) {
        let values = indicator["values"].as_array().expect("a list").iter();
        let known_values = values.filter(|v| !v["value"].is_null());
        let values: Vec<String> = known_values
            .map(|v| format!("{}{}", period(text(&v["period"]["id"])), text(&v["value"])))
            .collect();
        let unit = indicator["unit"]
            .as_str()
            .map_or(String::new(), |unit| format!("（{unit}）"));
        let mut row = format!(
            "{}{unit}|{}",
            text(&indicator["indicator"]["name"]),
            values.join("；")
        );
        if compared {
            row.push('|');
            row.push_str(indicator["baseline"].as_str().unwrap_or("没有数据"));
        }
        known.line(row);
    }
}

/// What failed, duty by duty; what only others can decide is told apart.
fn problems(told: &Told, known: &mut Known) {
    let decides = |duty: &Value| matches!(text(&duty["section"]), "ladders" | "vetoes");
    let mut parts = Vec::new();
    let (mut faults, mut decided) = (0, 0);
    for (duty, findings) in told.by_duty() {
        let count = told.count(findings.iter());
        match (count.failing, decides(duty)) {
            (0, _) => {}
            (failing, true) => decided += failing,
            (failing, false) => {
                faults += failing;
                parts.push(format!("{}{failing}项", text(&duty["name"])));
                known.line(row_of_duty(told, duty, &count));
            }
        }
    }
    let list = parts.join("；");
    known.line(format!(
        "工作事项不合格的结论{faults}项，明细见附件2：{list}。"
    ));
    known.phrase(format!("另有{decided}项达到督办或者一票否决的条件"));
    known.line(format!(
        "1.对不合格的{faults}项逐项发出整改通知，整改一项、核实一项、销号一项。"
    ));
    let proposals = told.list("proposals").iter();
    let open = proposals
        .filter(|proposal| proposal["decision"] == "proposed")
        .count();
    known.phrase(format!("处理建议{open}项"));
}

fn row_of_duty(told: &Told, duty: &Value, count: &Count) -> String {
    let clauses = duty["clauses"].as_array().expect("a list").iter();
    let mut once: Vec<&str> = Vec::new();
    for clause in clauses.map(text) {
        if !once.contains(&clause) {
            once.push(clause);
        }
    }
    let clauses = if once.is_empty() {
        "方案未标条款".to_owned()
    } else {
        once.join("、")
    };
    let role = duty["responsible"]
        .as_str()
        .map_or("方案未写", |role| &told.roles[role]);
    let (missed, violated, late) = (count.of("missed"), count.of("violated"), count.of("late"));
    format!(
        "{}|{clauses}|{role}|{missed}|{violated}|{late}",
        text(&duty["name"])
    )
}
