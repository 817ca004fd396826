//! How busy the simulated year is: `profile.yaml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::planted::{known, read};

/// How much happens beside what the plan asks for. Every key has a default.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Profile {
    /// Version of the format: 1.
    pub luoshi: u32,
    /// Of a hundred records, how many enter the ledger long after their day.
    pub backfilled: u32,
    /// Of a hundred periods, how many have one record more than needed.
    pub surplus: u32,
    /// Of a hundred nights of a roster, how many have one person excused beside the full crew.
    pub excused: u32,
    /// Incidents of each kind, unless `incidents` says otherwise.
    pub incidents_each: u32,
    /// Incidents by kind.
    pub incidents: BTreeMap<String, Happenings>,
    /// Least and most of the values measured for an indicator, by its id.
    pub metrics: BTreeMap<String, (u32, u32)>,
    /// Least and most of the figures that records of a duty tell, by its id, where the plan asks for none.
    pub figures: BTreeMap<String, (u32, u32)>,
    /// Rewards of each sort.
    pub rewards: u32,
    /// Records that call for another (tasks received, decisions), for each sort.
    pub cases: u32,
    /// Records among those of other duties that carry the marks which call for another.
    pub marked: u32,
    /// Rosters by duty.
    pub rosters: BTreeMap<String, Shifts>,
    /// Records whose number was first entered wrong and then corrected.
    pub corrections: u32,
    /// Records entered twice, one of them withdrawn.
    pub withdrawn: u32,
    /// Waivers that were over before anything failed.
    pub expired_waivers: u32,
}

/// How many incidents of a kind, and where.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Happenings {
    /// How many.
    pub count: u32,
    /// The set of subjects among which they happen; found from the plan if not given.
    pub among: Option<String>,
    /// Marks that their records carry beside those that the plan's vetoes ask for.
    pub marks: Vec<String>,
}

/// Shifts of a roster.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Shifts {
    /// Units whose persons are sent; the whole pool if none is given.
    pub units: Vec<String>,
    /// Persons on a shift beyond the crew that the plan asks for.
    pub extra_crew: u32,
    /// Shifts in each period beyond those that the plan asks for.
    pub extra_shifts: u32,
}

impl Default for Profile {
    fn default() -> Self {
        Profile {
            luoshi: 1,
            backfilled: 2,
            surplus: 4,
            excused: 6,
            incidents_each: 1,
            incidents: BTreeMap::new(),
            metrics: BTreeMap::new(),
            figures: BTreeMap::new(),
            rewards: 3,
            cases: 6,
            marked: 2,
            rosters: BTreeMap::new(),
            corrections: 2,
            withdrawn: 1,
            expired_waivers: 1,
        }
    }
}

impl Profile {
    /// Reads `profile.yaml`; an empty text is the default.
    ///
    /// # Errors
    /// What is wrong with the text, with line and column.
    pub fn from_yaml(text: &str) -> Result<Profile, String> {
        let profile: Profile = read(text)?;
        known(profile.luoshi).map(|()| profile)
    }
}

#[cfg(test)]
mod tests {
    use super::Profile;

    #[test]
    fn every_key_has_a_default() {
        let profile = Profile::from_yaml("backfilled: 9\n").expect("a profile");
        assert_eq!((profile.backfilled, profile.rewards), (9, 3));
    }

    #[test]
    fn an_unknown_key_is_named_with_its_line() {
        let error = Profile::from_yaml("luoshi: 1\nspeed: 3\n").expect_err("no such key");
        assert!(
            error.contains("speed") && error.contains("line 2"),
            "{error}"
        );
    }
}
