//! Plugins as the rules of a plan use them.

use luoshi_plan::Decimal;
use luoshi_plugin_interface::Words;

/// A plugin as a rule of the plan uses it.
#[derive(Debug, Clone)]
pub struct PluginInForce {
    /// The rule: its id.
    pub rule: String,
    /// Id of the plugin.
    pub plugin: String,
    /// Its version.
    pub version: String,
    /// Its title.
    pub title: Words,
    /// What it looks for, and what a finding of it does not prove.
    pub summary: Words,
    /// SHA-256 of its file, in hex.
    pub digest: String,
    /// Whether it only shows signs: it never says that something was not kept, so where it finds
    /// nothing, nothing was carried out either.
    pub signs_only: bool,
    /// Its parameters with their values; none while one is open.
    pub settings: Vec<PluginSetting>,
}

/// A parameter of a plugin with its value.
#[derive(Debug, Clone)]
pub struct PluginSetting {
    /// The parameter, as plans write it.
    pub id: String,
    /// Title.
    pub title: Words,
    /// Unit; may be empty.
    pub unit: Words,
    /// The value.
    pub value: SettingValue,
}

/// The value of a parameter of a plugin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SettingValue {
    /// A whole number.
    Whole(i64),
    /// A number with at most two places.
    Decimal(Decimal),
    /// Yes or no.
    Flag(bool),
    /// One of the words that the plugin offers.
    Choice(String),
}
