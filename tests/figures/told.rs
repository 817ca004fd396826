//! The assessment as JSON, read again.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use luoshi::Judged;
use serde_json::Value;

/// The assessment as JSON, with the few names that it does not tell.
pub(crate) struct Told {
    pub(crate) assessment: Value,
    pub(crate) year: i16,
    pub(crate) from: Date,
    pub(crate) to: Date,
    pub(crate) roles: BTreeMap<String, String>,
    pub(crate) sections: BTreeMap<String, String>,
}

/// Findings counted again.
#[derive(Default)]
pub(crate) struct Count {
    pub(crate) all: usize,
    pub(crate) failing: usize,
    /// Met, of the duties that records prove.
    pub(crate) met: usize,
    /// Met or failing, of the duties that records prove.
    pub(crate) judged: usize,
    by_status: BTreeMap<String, usize>,
}

impl Count {
    pub(crate) fn of(&self, status: &str) -> usize {
        self.by_status.get(status).copied().unwrap_or(0)
    }

    /// What was carried out of what counts.
    pub(crate) fn share(&self) -> String {
        percent(self.met as u64, self.judged as u64)
    }
}

impl Told {
    pub(crate) fn list(&self, name: &str) -> &[Value] {
        self.assessment[name].as_array().expect("a list")
    }

    pub(crate) fn section(&self, duty: &str) -> &str {
        let duty = self.list("duties").iter().find(|known| known["id"] == duty);
        text(&duty.expect("a finding has its duty")["section"])
    }

    /// The findings whose day lies in the year.
    pub(crate) fn findings(&self) -> Vec<&Value> {
        let inside = |finding: &&Value| {
            let day: Option<Date> = finding["day"]
                .as_str()
                .map(|day| day.parse().expect("a day"));
            // A state without a day is that of the day of the run, which lies in the year; a deadline that
            // lies beyond the plan counts on its last day. All these plans lie in one year.
            assert_eq!(self.from.year(), self.to.year());
            day.is_some() || finding["status"] != "unset"
        };
        self.list("findings").iter().filter(inside).collect()
    }

    pub(crate) fn count<'v>(&self, findings: impl Iterator<Item = &'v &'v Value>) -> Count {
        let mut count = Count::default();
        for finding in findings {
            let status = text(&finding["status"]);
            let fails = finding["failing"] == true;
            let section = self.section(text(&finding["duty"]));
            *count.by_status.entry(status.to_owned()).or_default() += 1;
            count.all += 1;
            count.failing += usize::from(fails);
            // A post held, a veto not called for and a sign not found are met without any work.
            if !matches!(section, "chains" | "vetoes" | "ladders" | "plugins") {
                count.met += usize::from(status == "met");
                count.judged += usize::from(status == "met" || fails);
            }
        }
        count
    }

    /// The findings of each duty that has any, in the order of the duties.
    pub(crate) fn by_duty(&self) -> Vec<(&Value, Vec<&Value>)> {
        let findings = self.findings();
        let duties = self.list("duties").iter();
        let of = |duty: &&Value| -> Vec<&Value> {
            findings
                .iter()
                .filter(|f| f["duty"] == duty["id"])
                .copied()
                .collect()
        };
        let all = duties.map(|duty| (duty, of(&duty)));
        all.filter(|(_, findings)| !findings.is_empty()).collect()
    }
}

pub(crate) fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("no text: {value}"))
}

pub(crate) fn full(day: Date) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

/// A period id as papers write it.
pub(crate) fn period(id: &str) -> String {
    let Some((year, rest)) = id.split_once('-') else {
        return format!("{id}年");
    };
    let words = match rest {
        "H1" => "上半年".to_owned(),
        "H2" => "下半年".to_owned(),
        "Q1" => "第一季度".to_owned(),
        "Q2" => "第二季度".to_owned(),
        "Q3" => "第三季度".to_owned(),
        "Q4" => "第四季度".to_owned(),
        month => format!("{}月", month.trim_start_matches('0')),
    };
    format!("{year}年{words}")
}

/// Points and shares have at most two places.
pub(crate) fn hundredths(value: &Value) -> i64 {
    let (whole, part) = text(value).split_once('.').unwrap_or((text(value), ""));
    format!("{whole}{part:0<2}")
        .parse()
        .expect("a number with two places")
}

pub(crate) fn told(judged: &Judged, as_of: Date) -> Told {
    let files = judged.files();
    let mut run = luoshi_report::to_json(Value::Null, Some(&files.reader));
    let assessment = run["assessment"].take();
    let day = |value: &Value| -> Date { text(value).parse().expect("a day") };
    let (first, last) = (
        day(&assessment["plan"]["from"]),
        day(&assessment["plan"]["to"]),
    );
    let roles = judged.plan.content.roles.iter();
    let sections = assessment["duties"].as_array().expect("a list").iter();
    let section = |duty: &Value| {
        let key = text(&duty["section"]);
        (
            key.to_owned(),
            luoshi_plan::chinese(key).unwrap_or(key).to_owned(),
        )
    };
    assert_eq!(day(&assessment["as_of"]), as_of);
    Told {
        year: first.year(),
        from: first,
        to: last.min(date(first.year(), 12, 31)),
        roles: roles
            .map(|role| (role.id.name.to_string(), role.name.clone()))
            .collect(),
        sections: sections.map(section).collect(),
        assessment,
    }
}

/// Rounded down to one place, so that only all is 100 %.
pub(crate) fn percent(part: u64, whole: u64) -> String {
    let tenths = part * 1000 / whole;
    format!("{}.{}%", tenths / 10, tenths % 10)
}
