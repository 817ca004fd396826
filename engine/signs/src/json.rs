//! Indications and shares for tools.

use luoshi_diagnostics::Messages;
use serde_json::{Value, json};

use crate::indication::Indication;
use crate::share::Share;
use crate::text::{indication_text, sign_title};

/// All signs of a township, `version` 1 of the format; each with its title and reason in words.
#[must_use]
pub fn signs_json(words: Messages, indications: &[Indication], shares: &[Share]) -> Value {
    let one = |indication: &Indication| {
        let mut value = serde_json::to_value(indication).unwrap_or(Value::Null);
        if let Value::Object(map) = &mut value {
            map.insert(
                "title".to_owned(),
                sign_title(words, indication.sign).into(),
            );
            map.insert(
                "reason".to_owned(),
                indication_text(words, indication).into(),
            );
        }
        value
    };
    json!({
        "version": 1,
        "indications": indications.iter().map(one).collect::<Vec<_>>(),
        "shares": shares,
    })
}
