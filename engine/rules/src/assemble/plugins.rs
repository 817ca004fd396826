//! Which plugins judged, and how they were set.

use luoshi_plan::Decimal;
use luoshi_plugin::Plugin;
use luoshi_plugin_interface::{Outcome, Parameter, ParameterKind, Value};

use crate::assessment::{PluginInForce, PluginSetting, SettingValue};
use crate::check::JudgeCx;

/// The plugins of the rules that are judged. One that was not loaded is told by its finding.
pub(super) fn in_force(cx: &JudgeCx<'_>) -> Vec<PluginInForce> {
    let plugins = cx.program.plugins;
    let judged = cx.program.duties.iter().filter(|d| d.section == "plugins");
    let loaded = judged.filter_map(|duty| {
        let values = plugins.values(&duty.id).unwrap_or_default();
        Some(one(&duty.id, plugins.get(&duty.id)?, values))
    });
    loaded.collect()
}

fn one(rule: &str, plugin: &Plugin, values: &[Value]) -> PluginInForce {
    let description = &plugin.description;
    let settings = description.parameters.iter().zip(values);
    PluginInForce {
        rule: rule.to_owned(),
        plugin: description.id.clone(),
        version: description.version.clone(),
        title: description.title.clone(),
        summary: description.summary.clone(),
        digest: plugin.digest.clone(),
        signs_only: !description.outcomes.contains(&Outcome::Violated),
        settings: settings.map(|(p, value)| setting(p, *value)).collect(),
    }
}

fn setting(parameter: &Parameter, value: Value) -> PluginSetting {
    PluginSetting {
        id: parameter.id.clone(),
        title: parameter.title.clone(),
        unit: parameter.unit.clone(),
        value: match value {
            Value::Whole(number) => SettingValue::Whole(number),
            Value::Decimal(hundredths) => SettingValue::Decimal(Decimal(hundredths)),
            Value::Flag(on) => SettingValue::Flag(on),
            Value::Choice(at) => SettingValue::Choice(option(&parameter.kind, at)),
        },
    }
}

fn option(kind: &ParameterKind, at: u32) -> String {
    let options = match kind {
        ParameterKind::Choice { options, .. } => options.as_slice(),
        _ => &[],
    };
    options.get(at as usize).cloned().unwrap_or_default()
}
