//! What plugins say, in the reader's language: their own texts with our way of writing figures and days.

use luoshi_calendar::date;
use luoshi_diagnostics::{Arg, Args, Lang, Messages};
use luoshi_plan::Decimal;
use luoshi_plugin::Cause;
use luoshi_plugin_interface::{Argument, Words, fill};
use luoshi_rules::{
    Finding, PluginFailure, PluginInForce, PluginSaid, PluginSetting, Reason, SettingValue,
};

use crate::reader::Reader;

impl<'a> Reader<'a> {
    /// The text of the reader's language.
    pub(crate) fn of_both<'w>(&self, words: &'w Words) -> &'w str {
        in_language(words, self.words)
    }

    /// What a plugin says. It ends without a stop, since it stands inside our sentences.
    pub(crate) fn plugin_says(&self, said: &PluginSaid) -> String {
        let text = fill(self.of_both(&said.text), &said.arguments, argument);
        text.trim_end_matches(['。', '.', ' ']).to_owned()
    }

    /// Why a plugin gave no answer that could be used.
    pub(crate) fn plugin_failed(&self, failure: &PluginFailure) -> String {
        plugin_cause(&failure.cause, self.words)
    }

    /// The plugin behind a finding.
    pub(crate) fn plugin_of(&self, finding: &Finding) -> Option<&'a PluginInForce> {
        self.assessment.plugin_of(&self.duty(finding)?.id)
    }

    /// Which plugin judged a finding, of which file, and what it says of itself.
    pub(crate) fn plugin_in_words(&self, plugin: &PluginInForce) -> [String; 2] {
        let args = [
            ("title", self.of_both(&plugin.title).into()),
            ("plugin", plugin.plugin.as_str().into()),
            ("version", plugin.version.as_str().into()),
            ("digest", plugin.digest.as_str().into()),
        ];
        let summary = self.of_both(&plugin.summary);
        let summary = summary.trim_end_matches(['。', '.', ' ']);
        [
            self.say("explain-plugin", args),
            self.say("explain-plugin-summary", [("summary", summary.into())]),
        ]
    }

    /// A parameter of a plugin with its value and unit.
    pub(crate) fn setting_in_words(&self, setting: &PluginSetting) -> String {
        let value = match &setting.value {
            SettingValue::Whole(number) => number.to_string(),
            SettingValue::Decimal(number) => number.to_string(),
            SettingValue::Flag(true) => self.word("value-true"),
            SettingValue::Flag(false) => self.word("value-false"),
            SettingValue::Choice(word) => word.clone(),
        };
        let unit = self.of_both(&setting.unit);
        let args = [
            ("title", self.of_both(&setting.title).into()),
            ("id", setting.id.as_str().into()),
            ("value", value.into()),
            ("unit", unit.into()),
        ];
        let key = if unit.is_empty() {
            "explain-plugin-setting"
        } else {
            "explain-plugin-setting-unit"
        };
        self.say(key, args)
    }

    /// The days that a plugin speaks about, where they are no period of the calendar.
    pub(crate) fn plugin_days(&self, finding: &Finding) -> Option<String> {
        match &finding.reason {
            Reason::Plugin(said) if finding.period.is_none() => {
                said.period.map(|(from, to)| self.between(from, to))
            }
            _ => None,
        }
    }
}

/// A text of a plugin in the reader's language.
#[must_use]
pub fn in_language(of: &Words, words: Messages) -> &str {
    match words.lang() {
        Lang::ZhCn => &of.zh,
        Lang::En => &of.en,
    }
}

/// Why a plugin gave no answer that could be used.
#[must_use]
pub fn plugin_cause(cause: &Cause, words: Messages) -> String {
    let arguments = cause.arguments().into_iter();
    let arguments: Args = arguments
        .map(|(name, value)| (name, Arg::from(value)))
        .collect();
    words.text(&format!("plugin-cause-{}", cause.word()), &arguments)
}

/// An argument as reports of both languages write it.
#[must_use]
pub fn argument(argument: &Argument) -> String {
    match argument {
        Argument::Whole(number) => number.to_string(),
        Argument::Decimal(hundredths) => Decimal(*hundredths).to_string(),
        // A day that no calendar knows was refused with the answer that held it.
        Argument::Day(day) => date(*day).map_or_else(|| day.to_string(), |day| day.to_string()),
        Argument::Text(text) => text.clone(),
    }
}
