//! What a value can be changed to by one step.

use jiff::ToSpan;
use jiff::civil::Date;

/// Keys whose values are words, with the words in their order: each is changed to the next one.
const WORDS: [(&str, &[(&str, &str)]); 9] = [
    (
        "every",
        &[
            ("day", "日"),
            ("week", "周"),
            ("month", "月"),
            ("quarter", "季"),
            ("half_year", "半年"),
            ("year", "年"),
        ],
    ),
    (
        "partial",
        &[
            ("half_or_more", "过半计"),
            ("due", "照计"),
            ("skip", "不计"),
        ],
    ),
    ("closes", &[("day_after", "次日"), ("last_day", "末日")]),
    (
        "defective",
        &[("not_counted", "不计入"), ("noted", "计入并注明")],
    ),
    (
        "informs",
        &[
            ("any_neighbour", "任一相邻"),
            ("all_neighbours", "全部相邻"),
        ],
    ),
    (
        "timing",
        &[
            ("before", "之前"),
            ("same_day_or_before", "当日或之前"),
            ("within", "时限内"),
            ("by_due", "到期日前"),
        ],
    ),
    (
        "measure",
        &[
            ("count", "次数"),
            ("days", "天数"),
            ("average_quantity", "平均数量"),
        ],
    ),
    (
        "no_record",
        &[
            ("lapsed", "视为失责"),
            ("not_lapsed", "不视为失责"),
            ("unknown", "无法判定"),
        ],
    ),
    ("count", &[("findings", "结论数"), ("figures", "数量")]),
];

/// Keys whose values are marks or statuses of records: each is changed to one that no record has.
const MARKS: [&str; 6] = [
    "marks",
    "status",
    "produces",
    "severe_marks",
    "grounds_all",
    "grounds_any",
];

/// Keys whose values are names, numbers that count nothing, or decide nothing about a finding.
const APART: [&str; 20] = [
    "id", "name", "clauses", "version", "number", "code", "file", "digest", "staff", "subject",
    "person", "role", "unit", "reason", "optional", "planning", "grants", "template", "message",
    "basis",
];

/// Whether what stands under a key is never changed.
pub(crate) fn apart(key: &str) -> bool {
    APART.contains(&key)
}

/// What the value of a key can be changed to.
pub(crate) fn changes(key: &str, text: &str, quoted: bool) -> Vec<String> {
    if text.contains("${") {
        return Vec::new();
    }
    let words = WORDS.iter().find(|(known, _)| *known == key);
    if let Some(next) = words.and_then(|(_, words)| next_word(text, words)) {
        return vec![next];
    }
    if MARKS.contains(&key) {
        return vec![format!("{text}-")];
    }
    if quoted { Vec::new() } else { value(text) }
}

/// What a day, a truth value or a number can be changed to.
pub(crate) fn value(text: &str) -> Vec<String> {
    if let Ok(day) = text.parse::<Date>() {
        let moved = [day.checked_sub(1.day()), day.checked_add(1.day())];
        return moved.into_iter().flatten().map(|d| d.to_string()).collect();
    }
    match text {
        "true" => return vec!["false".to_owned()],
        "false" => return vec!["true".to_owned()],
        "是" => return vec!["否".to_owned()],
        "否" => return vec!["是".to_owned()],
        _ => {}
    }
    number(text)
}

/// One more and one less of the first number of a text such as `3`, `1.5`, `2/3`, `30d`, `80%`, `50元`.
fn number(text: &str) -> Vec<String> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (whole, rest) = text.split_at(digits);
    let unit = rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '/'));
    let counts =
        !unit.contains(|c: char| c.is_ascii_digit() || c == '-') && unit.chars().count() <= 4;
    let Some(whole) = whole.parse::<u32>().ok().filter(|_| counts) else {
        return Vec::new();
    };
    let moved = [whole.checked_sub(1), whole.checked_add(1)];
    moved
        .into_iter()
        .flatten()
        .map(|whole| format!("{whole}{rest}"))
        .collect()
}

fn next_word(text: &str, words: &[(&str, &str)]) -> Option<String> {
    let at = words
        .iter()
        .position(|(en, zh)| text == *en || text == *zh)?;
    let (en, zh) = words[(at + 1) % words.len()];
    let next = if text == words[at].0 { en } else { zh };
    Some(next.to_owned())
}

#[cfg(test)]
mod tests {
    use super::changes;

    #[track_caller]
    fn check(key: &str, text: &str, expected: &[&str]) {
        assert_eq!(changes(key, text, false), expected, "{key}: {text}");
    }

    #[test]
    fn each_kind_of_value_has_its_step() {
        check("at_least", "1", &["0", "2"]);
        check("at_least", "0", &["1"]);
        check("quorum", "2/3", &["1/3", "3/3"]);
        check("within", "30d", &["29d", "31d"]);
        check("within", "3个工作日", &["2个工作日", "4个工作日"]);
        check("target", "80%", &["79%", "81%"]);
        check("deduct", "50元", &["49元", "51元"]);
        check("each", "1.5", &["0.5", "2.5"]);
        check("date", "2012-03-01", &["2012-02-29", "2012-03-02"]);
        check("active", "true", &["false"]);
        check("excused_breaks", "否", &["是"]);
        check("every", "month", &["quarter"]);
        check("every", "年", &["日"]);
        check("status", "dissolved", &["dissolved-"]);
        check("method", "ratio", &[]);
        check("at_least", "${n}", &[]);
        check("deliverable", "3份2页", &[]);
    }
}
