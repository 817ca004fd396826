//! Who reads: the language, and the names to say things with.

use jiff::civil::Date;
use luoshi_calendar::{Period, Unit};
use luoshi_diagnostics::{Arg, Args, Messages};
use luoshi_rules::{Assessment, DutySummary, Finding, Label, Status};

use crate::glossary::Glossary;
use crate::text::Titles;

/// What every part of a report needs: the texts, the assessment and the plan's names.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    /// The texts of the reader's language.
    pub words: Messages,
    /// What is rendered.
    pub assessment: &'a Assessment,
    /// Names and summaries out of the plan.
    pub glossary: &'a Glossary,
}

impl<'a> Reader<'a> {
    /// A text of the catalogue.
    pub(crate) fn word(&self, key: &str) -> String {
        self.words.word(key)
    }

    /// A text of the catalogue with arguments.
    pub(crate) fn say<const N: usize>(&self, key: &str, args: [(&'static str, Arg); N]) -> String {
        self.words.text(key, &Args::from(args))
    }

    /// Names in a list, as the language joins them.
    pub(crate) fn list(&self, names: &[String]) -> String {
        self.words.list(names)
    }

    /// Marks and other words of the plan by what they are called, in a list.
    pub(crate) fn called(&self, words: &[String]) -> String {
        let names: Vec<String> = words.iter().map(|w| self.glossary.called(w)).collect();
        self.list(&names)
    }

    /// Sentences or parts of one, as the language joins them.
    pub(crate) fn join(&self, parts: &[String]) -> String {
        parts.join(&self.word("report-comma"))
    }

    /// The duty of a finding.
    pub(crate) fn duty(&self, finding: &Finding) -> Option<&'a DutySummary> {
        self.assessment.duties.get(finding.duty)
    }

    /// The name of a duty; its id where the plan has no such duty any more.
    pub(crate) fn duty_name<'t>(&self, id: &'t str) -> &'t str
    where
        'a: 't,
    {
        let found = self.assessment.duties.iter().find(|d| d.id == id);
        found.map_or(id, |d| &d.name)
    }

    /// The name of a subject; its id where the plan does not know it.
    pub(crate) fn subject_name<'t>(&self, id: &'t str) -> &'t str
    where
        'a: 't,
    {
        self.glossary.subjects.get(id).map_or(id, String::as_str)
    }

    /// The name of a unit or role; a staff number stays what it is.
    pub(crate) fn actor_name<'t>(&self, id: &'t str) -> &'t str
    where
        'a: 't,
    {
        self.glossary.actors.get(id).map_or(id, String::as_str)
    }

    /// The name of a parameter.
    pub(crate) fn parameter_name<'t>(&self, id: &'t str) -> &'t str
    where
        'a: 't,
    {
        let found = self.assessment.parameters.iter().find(|p| p.id == id);
        found.map_or(id, |p| &p.name)
    }

    /// The titles of the packages.
    pub(crate) fn titles(&self) -> Titles {
        let packages = self.assessment.plan.packages.iter();
        packages
            .map(|package| (package.name.clone(), package.title.clone()))
            .collect()
    }

    /// The word of a status.
    pub(crate) fn status(&self, status: Status) -> String {
        self.word(&format!("status-{}", status.word()))
    }

    /// The word of a kind of record.
    pub(crate) fn kind(&self, kind: &str) -> String {
        self.word(&format!("record-kind-{kind}"))
    }

    /// A period as people say it: 2012年6月, 2012年第23周.
    pub fn period(&self, period: Period) -> String {
        if period.unit == Unit::Day {
            return period.span.from.to_string();
        }
        self.say(
            period_key(period.unit),
            [
                ("year", i64::from(period.year).into()),
                ("number", i64::from(period.number).into()),
                ("padded", format!("{:02}", period.number).into()),
                (
                    "half",
                    Arg::Term(if period.number == 1 {
                        "half-first"
                    } else {
                        "half-second"
                    }),
                ),
            ],
        )
    }

    /// The subject, person or unit that a finding is about; a dash for the whole place.
    pub(crate) fn about(&self, finding: &Finding) -> String {
        let parts: Vec<String> = [&finding.subject, &finding.actor]
            .into_iter()
            .flatten()
            .map(shown)
            .collect();
        if !parts.is_empty() {
            return parts.join(" ");
        }
        finding
            .record
            .clone()
            .unwrap_or_else(|| self.word("report-whole"))
    }

    /// The period of a finding, or its day, or a dash.
    pub(crate) fn when(&self, finding: &Finding) -> String {
        match (finding.period, finding.day) {
            (Some(period), _) => self.period(period),
            (None, Some(day)) => {
                let days = self.plugin_days(finding);
                days.unwrap_or_else(|| day.to_string())
            }
            (None, None) => "-".to_owned(),
        }
    }

    /// Two days and what lies between them.
    pub(crate) fn between(&self, from: Date, to: Date) -> String {
        self.say(
            "report-from-to",
            [
                ("from", from.to_string().into()),
                ("to", to.to_string().into()),
            ],
        )
    }

    /// Days in a list.
    pub(crate) fn days(&self, days: &[Date]) -> String {
        let days: Vec<String> = days.iter().map(Date::to_string).collect();
        self.list(&days)
    }

    /// The years whose days off nobody has entered, if there are any.
    pub(crate) fn no_holidays(&self) -> Option<String> {
        let years = &self.assessment.years_without_holidays;
        let years: Vec<String> = years.iter().map(i16::to_string).collect();
        let say = || self.say("header-no-holidays", [("years", self.list(&years).into())]);
        (!years.is_empty()).then(say)
    }

    /// The label that a report about simulated evidence must carry.
    pub(crate) fn simulated(&self) -> Option<String> {
        let origin = self.assessment.evidence.simulated.as_ref()?;
        Some(self.say("report-simulated", [("origin", origin.clone().into())]))
    }
}

fn period_key(unit: Unit) -> &'static str {
    match unit {
        Unit::Day => "period-day",
        Unit::Week => "period-week",
        Unit::Month => "period-month",
        Unit::Quarter => "period-quarter",
        Unit::HalfYear => "period-half-year",
        Unit::Year => "period-year",
    }
}

/// The name of something; its id where the name says nothing.
pub(crate) fn shown(label: &Label) -> String {
    if label.name.is_empty() {
        label.id.clone()
    } else {
        label.name.clone()
    }
}
