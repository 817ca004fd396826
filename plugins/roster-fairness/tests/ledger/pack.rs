//! A ledger of shifts, packed as the host packs it.

use luoshi_plugin_interface::Encoder;
use luoshi_plugin_roster_fairness::{describe, judge};
use luoshi_plugin_sdk::{
    Finding, Input, NO_MINUTE, NO_ROW, Outcome, ParameterKind, Setting, Value,
};

#[derive(Debug, Clone)]
pub struct Shift {
    pub duty: &'static str,
    pub day: i32,
    pub minute: Option<u16>,
    pub actor: String,
    pub status: &'static str,
}

/// Shifts, the classes of days, and how many persons there are.
#[derive(Debug, Clone)]
pub struct Ledger {
    pub shifts: Vec<Shift>,
    pub days: Vec<(i32, u8)>,
    pub persons: usize,
}

/// The staff number of a person.
pub fn id(person: usize) -> String {
    format!("P{person:03}")
}

impl Ledger {
    /// What the plugin says of it, with every parameter at its default.
    pub fn judged(&self) -> Vec<Finding> {
        judge(&self.input()).expect("it judges")
    }

    /// The rows of `actors` that are suspect, and how many are met or suspect.
    pub fn suspects(&self) -> (Vec<u32>, usize) {
        let findings = self.judged();
        let told = |f: &&Finding| f.outcome != Outcome::NotApplicable;
        let suspect = findings.iter().filter(|f| f.outcome == Outcome::Suspect);
        let rows = suspect.filter_map(|f| f.about).collect();
        (rows, findings.iter().filter(told).count())
    }

    fn input(&self) -> Input {
        let description = describe();
        let values = description
            .parameters
            .iter()
            .map(|parameter| match &parameter.kind {
                ParameterKind::Whole(bounds) => Value::Whole(bounds.default),
                ParameterKind::Decimal(bounds) => Value::Decimal(bounds.default),
                ParameterKind::Flag(default) => Value::Flag(*default),
                ParameterKind::Choice { default, .. } => Value::Choice(*default),
            });
        let setting = Setting {
            values: values.collect(),
            ..Setting::default()
        };
        let mut input = Input::new(&description, setting).expect("a right description");
        let mut texts = Texts::default();
        for rows in self.shifts.chunks(10_000) {
            self.add_shifts(rows, &mut texts, &mut input);
        }
        self.add_persons(&mut texts, &mut input);
        let mut encoder = Encoder::default();
        encoder.start(2);
        encoder.days(self.days.iter().map(|(day, _)| *day));
        encoder.smalls(self.days.iter().map(|(_, class)| *class));
        let batch = encoder.finish(self.days.len(), texts.first(), std::iter::empty());
        input.add(2, batch).expect("a right batch");
        input
    }

    fn add_shifts(&self, rows: &[Shift], texts: &mut Texts, input: &mut Input) {
        let first = texts.first();
        let mut codes = |text: fn(&Shift) -> &str| -> Vec<u32> {
            rows.iter().map(|shift| texts.code(text(shift))).collect()
        };
        let (duties, actors) = (codes(|s| s.duty), codes(|s| &s.actor));
        let status = codes(|s| s.status);
        let mut encoder = Encoder::default();
        encoder.start(6);
        encoder.codes(duties.into_iter());
        encoder.days(rows.iter().map(|shift| shift.day));
        encoder.minutes(rows.iter().map(|shift| shift.minute.unwrap_or(NO_MINUTE)));
        encoder.codes(rows.iter().map(|_| NO_ROW));
        encoder.codes(actors.into_iter());
        encoder.codes(status.into_iter());
        let batch = encoder.finish(rows.len(), first, texts.since(first));
        input.add(0, batch).expect("a right batch");
    }

    fn add_persons(&self, texts: &mut Texts, input: &mut Input) {
        let first = texts.first();
        let ids: Vec<u32> = (0..self.persons).map(|p| texts.code(&id(p))).collect();
        let person = texts.code("person");
        let mut encoder = Encoder::default();
        encoder.start(2);
        encoder.codes(ids.into_iter());
        encoder.codes((0..self.persons).map(|_| person));
        let batch = encoder.finish(self.persons, first, texts.since(first));
        input.add(1, batch).expect("a right batch");
    }
}

/// Every text once, from code 1.
#[derive(Default)]
struct Texts(Vec<String>);

impl Texts {
    fn first(&self) -> u32 {
        self.0.len() as u32 + 1
    }

    fn code(&mut self, text: &str) -> u32 {
        if text.is_empty() {
            return 0;
        }
        let known = self.0.iter().position(|known| known == text);
        let at = known.unwrap_or_else(|| {
            self.0.push(text.to_owned());
            self.0.len() - 1
        });
        at as u32 + 1
    }

    fn since(&self, first: u32) -> impl Iterator<Item = &str> + Clone {
        self.0[first as usize - 1..].iter().map(String::as_str)
    }
}
