//! How long it takes to leave a record behind: estimates, kept with the limits so that a county can
//! set its own.

use std::collections::BTreeMap;

use jiff::civil::Date;
use luoshi_plan::model::Evidence;

use crate::limits::Limits;

/// Minutes for keeping evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Minutes {
    /// For one record, by the word of its kind.
    pub record: BTreeMap<&'static str, u64>,
    /// For each mark that a record must carry.
    pub mark: u64,
    /// For each attachment that a record must have.
    pub attachment: u64,
    /// Minutes of one workday of one person.
    pub workday: u64,
}

impl Minutes {
    /// The minutes in force on a day: the limits `minutes_…`.
    #[must_use]
    pub fn of(limits: &Limits, day: Date) -> Minutes {
        let of = |what: &str| {
            let limit = limits.on(&format!("minutes_{what}"), day);
            let whole = limit.and_then(|limit| limit.whole()).unwrap_or(0);
            u64::try_from(whole).unwrap_or(0)
        };
        let kinds = Evidence::WORDS.iter();
        Minutes {
            record: kinds.map(|(_, word, _)| (*word, of(word))).collect(),
            mark: of("mark"),
            attachment: of("attachment"),
            workday: of("workday"),
        }
    }

    /// Minutes for one record of a kind with so many marks and attachments.
    #[must_use]
    pub fn for_record(&self, kind: &str, marks: u64, attachments: u64) -> u64 {
        let own = self.record.get(kind).copied().unwrap_or_default();
        own + marks * self.mark + attachments * self.attachment
    }
}

#[cfg(test)]
mod tests {
    use super::Minutes;
    use crate::limits::Limits;
    use jiff::civil::date;

    #[test]
    fn every_kind_of_record_has_its_minutes_on_every_day() {
        for day in [date(2006, 4, 14), date(2026, 11, 1)] {
            let minutes = Minutes::of(&Limits::own(), day);
            assert!(minutes.record.values().all(|n| *n > 0), "{minutes:?}");
            assert!(minutes.mark > 0 && minutes.attachment > 0);
            assert_eq!(minutes.workday, 480);
        }
    }
}
