//! Words of the rules in JSON.

pub(crate) mod status {
    use luoshi_rules::Status;
    use serde::de::{Deserialize, Deserializer, Error};
    use serde::ser::Serializer;

    #[allow(clippy::trivially_copy_pass_by_ref, reason = "serde gives references")]
    pub(crate) fn serialize<S: Serializer>(status: &Status, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(status.word())
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Status, D::Error> {
        let word = String::deserialize(from)?;
        Status::from_word(&word).ok_or_else(|| D::Error::custom(format!("no status: {word}")))
    }
}

pub(crate) mod severity {
    use luoshi_plan::model::Severity;
    use serde::de::{Deserialize, Deserializer, Error};
    use serde::ser::Serializer;

    #[allow(clippy::trivially_copy_pass_by_ref, reason = "serde gives references")]
    pub(crate) fn serialize<S: Serializer>(severity: &Severity, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(severity.word())
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Severity, D::Error> {
        match String::deserialize(from)?.as_str() {
            "minor" => Ok(Severity::Minor),
            "normal" => Ok(Severity::Normal),
            "major" => Ok(Severity::Major),
            word => Err(D::Error::custom(format!("no severity: {word}"))),
        }
    }
}

/// Counts by status, as a map from its word.
pub(crate) mod counts {
    use std::collections::BTreeMap;

    use luoshi_rules::Status;
    use serde::de::{Deserialize, Deserializer, Error};
    use serde::ser::Serializer;

    pub(crate) fn serialize<S: Serializer>(
        counts: &BTreeMap<Status, u32>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        to.collect_map(counts.iter().map(|(status, count)| (status.word(), count)))
    }

    /// The same for sums.
    pub(crate) fn serialize_wide<S: Serializer>(
        counts: &BTreeMap<Status, u64>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        to.collect_map(counts.iter().map(|(status, count)| (status.word(), count)))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<BTreeMap<Status, u32>, D::Error> {
        let words: BTreeMap<String, u32> = BTreeMap::deserialize(from)?;
        let status = |word: &str| Status::from_word(word);
        words
            .into_iter()
            .map(|(word, count)| {
                let found = status(&word);
                let found = found.ok_or_else(|| D::Error::custom(format!("no status: {word}")))?;
                Ok((found, count))
            })
            .collect()
    }
}
