//! Plugins as the rules of the plan use them.

use luoshi_rules::{PluginInForce, PluginSetting, SettingValue};
use serde::Serialize;
use serde_json::Value;

use crate::reader::Reader;

#[derive(Serialize)]
pub(super) struct PluginRecord {
    rule: String,
    plugin: String,
    version: String,
    title: String,
    summary: String,
    digest: String,
    settings: Vec<SettingRecord>,
}

#[derive(Serialize)]
struct SettingRecord {
    id: String,
    title: String,
    unit: Option<String>,
    value: Value,
}

pub(super) fn record(reader: &Reader<'_>, plugin: &PluginInForce) -> PluginRecord {
    PluginRecord {
        rule: plugin.rule.clone(),
        plugin: plugin.plugin.clone(),
        version: plugin.version.clone(),
        title: reader.of_both(&plugin.title).to_owned(),
        summary: reader.of_both(&plugin.summary).to_owned(),
        digest: format!("sha256:{}", plugin.digest),
        settings: plugin.settings.iter().map(|s| setting(reader, s)).collect(),
    }
}

fn setting(reader: &Reader<'_>, setting: &PluginSetting) -> SettingRecord {
    let unit = reader.of_both(&setting.unit);
    SettingRecord {
        id: setting.id.clone(),
        title: reader.of_both(&setting.title).to_owned(),
        unit: (!unit.is_empty()).then(|| unit.to_owned()),
        value: match &setting.value {
            SettingValue::Whole(number) => (*number).into(),
            // As text, like every figure with places: a reader of JSON must not round it.
            SettingValue::Decimal(number) => number.to_string().into(),
            SettingValue::Flag(on) => (*on).into(),
            SettingValue::Choice(word) => word.as_str().into(),
        },
    }
}
