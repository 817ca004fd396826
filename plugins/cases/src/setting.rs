//! The setting of a case: its days, and its parameters over the defaults.

use luoshi_plugin_interface::{Bounds, Description, Parameter, ParameterKind, Setting, Value};
use serde_yaml::Value as Written;

use crate::case::Case;
use crate::error::CaseError;
use crate::value::{count, hundredths, scalar, told_hundredths};

impl Case {
    /// What the plugin is told before the evidence.
    ///
    /// # Errors
    /// A parameter that the description does not have, or a value that it does not allow.
    pub fn setting(&self, description: &Description) -> Result<Setting, CaseError> {
        let known = |id: &Written| {
            let mut parameters = description.parameters.iter();
            id.as_str().is_some_and(|id| parameters.any(|p| p.id == id))
        };
        if let Some(id) = self.parameters.keys().find(|id| !known(id)) {
            let id = scalar(id).unwrap_or_default();
            return Err(CaseError::of(
                &self.file,
                format!("there is no parameter `{id}`"),
            ));
        }
        let mut values = Vec::new();
        for parameter in &description.parameters {
            let value = match self.parameters.get(parameter.id.as_str()) {
                None => default(&parameter.kind),
                Some(written) => value(parameter, written).map_err(|problem| {
                    let problem = format!("parameter `{}`: {problem}", parameter.id);
                    CaseError::of(&self.file, problem)
                })?,
            };
            values.push(value);
        }
        Ok(Setting {
            as_of: count(self.as_of),
            first: count(self.period.from),
            last: count(self.period.to),
            values,
        })
    }
}

fn default(kind: &ParameterKind) -> Value {
    match kind {
        ParameterKind::Whole(bounds) => Value::Whole(bounds.default),
        ParameterKind::Decimal(bounds) => Value::Decimal(bounds.default),
        ParameterKind::Flag(default) => Value::Flag(*default),
        ParameterKind::Choice { default, .. } => Value::Choice(*default),
    }
}

fn value(parameter: &Parameter, written: &Written) -> Result<Value, String> {
    let text = scalar(written).unwrap_or_default();
    match &parameter.kind {
        ParameterKind::Whole(bounds) => {
            let whole = written
                .as_i64()
                .ok_or_else(|| format!("`{text}` is no whole number"))?;
            within(whole, *bounds, |value| value.to_string()).map(Value::Whole)
        }
        ParameterKind::Decimal(bounds) => {
            within(hundredths(&text)?, *bounds, told_hundredths).map(Value::Decimal)
        }
        ParameterKind::Flag(_) => {
            let flag = written.as_bool();
            flag.map(Value::Flag)
                .ok_or_else(|| format!("`{text}` is neither true nor false"))
        }
        ParameterKind::Choice { options, .. } => {
            let index = options.iter().position(|option| *option == text);
            let index = index.and_then(|index| u32::try_from(index).ok());
            let none = || format!("`{text}` is none of {}", options.join(", "));
            index.map(Value::Choice).ok_or_else(none)
        }
    }
}

fn within(
    value: i64,
    Bounds { least, most, .. }: Bounds,
    told: impl Fn(i64) -> String,
) -> Result<i64, String> {
    if (least..=most).contains(&value) {
        return Ok(value);
    }
    let (value, least, most) = (told(value), told(least), told(most));
    Err(format!("{value} is not between {least} and {most}"))
}
