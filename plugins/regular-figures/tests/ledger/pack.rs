//! A ledger of figures, packed as the host packs it.

use luoshi_plugin_interface::Encoder;
use luoshi_plugin_regular_figures::{describe, judge};
use luoshi_plugin_sdk::{Finding, Input, NO_NUMBER, Outcome, ParameterKind, Setting, Value};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Record {
    pub duty: &'static str,
    pub day: i32,
    pub village: usize,
    /// Whether the value is an amount.
    pub money: bool,
    /// In hundredths.
    pub value: i64,
}

/// Records, and how many villages there are.
#[derive(Debug, Clone)]
pub struct Ledger {
    pub records: Vec<Record>,
    pub villages: usize,
}

impl Ledger {
    /// What the plugin says of it, with every parameter but `events` at its default.
    pub fn judged(&self, events: bool) -> Vec<Finding> {
        judge(&self.input(events)).expect("it judges")
    }

    /// The suspect findings, and how many are met or suspect.
    pub fn suspects(&self, events: bool) -> (Vec<Finding>, usize) {
        let mut findings = self.judged(events);
        findings.retain(|f| f.outcome != Outcome::NotApplicable);
        let told = findings.len();
        findings.retain(|f| f.outcome == Outcome::Suspect);
        (findings, told)
    }

    fn input(&self, events: bool) -> Input {
        let description = describe();
        let values = description
            .parameters
            .iter()
            .map(|parameter| match &parameter.kind {
                ParameterKind::Whole(bounds) => Value::Whole(bounds.default),
                ParameterKind::Decimal(bounds) => Value::Decimal(bounds.default),
                ParameterKind::Flag(_) => Value::Flag(events),
                ParameterKind::Choice { default, .. } => Value::Choice(*default),
            });
        let setting = Setting {
            values: values.collect(),
            ..Setting::default()
        };
        let mut input = Input::new(&description, setting).expect("a right description");
        let mut duties: Vec<&str> = self.records.iter().map(|record| record.duty).collect();
        duties.sort_unstable();
        duties.dedup();
        let mut first = 1;
        for rows in self.records.chunks(10_000) {
            self.add_records(rows, &duties, first, &mut input);
            first = 1 + duties.len() as u32;
        }
        let mut encoder = Encoder::default();
        encoder.start(1);
        encoder.codes((0..self.villages).map(|_| 0));
        let batch = encoder.finish(self.villages, first, std::iter::empty());
        input.add(1, batch).expect("a right batch");
        input
    }

    fn add_records(&self, rows: &[Record], duties: &[&str], first: u32, input: &mut Input) {
        let code =
            |duty: &str| duties.iter().position(|known| *known == duty).unwrap_or(0) as u32 + 1;
        let value = |record: &Record, money| {
            if record.money == money {
                record.value
            } else {
                NO_NUMBER
            }
        };
        let mut encoder = Encoder::default();
        encoder.start(5);
        encoder.codes(rows.iter().map(|record| code(record.duty)));
        encoder.days(rows.iter().map(|record| record.day));
        encoder.codes(rows.iter().map(|record| record.village as u32));
        encoder.numbers(rows.iter().map(|record| value(record, false)));
        encoder.numbers(rows.iter().map(|record| value(record, true)));
        let new = if first == 1 { duties } else { &[] };
        let batch = encoder.finish(rows.len(), first, new.iter().copied());
        input.add(0, batch).expect("a right batch");
    }
}
