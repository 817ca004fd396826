//! What townships come to beside one another, as [`luoshi_audit::results`] says it, arranged by township.

use std::collections::BTreeMap;

use luoshi_audit::results::{Measure, Ranking, Standing, Value, rankings};
use luoshi_audit::{Audit, Judged, Score};

/// A place in a ranking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    /// In its county; among all, for a township of no county.
    pub(crate) place: u32,
    /// How many share that place.
    pub(crate) tied: u32,
    /// Among all.
    pub(crate) among_all: u32,
}

/// The rankings of an audit, and where each township stands in each.
pub(crate) struct Places {
    pub(crate) rankings: Vec<Ranking>,
    /// Of each ranking, of each township in the order of the audit; none for one that is not ranked.
    places: Vec<Vec<Option<Place>>>,
}

impl Places {
    pub(crate) fn of(audit: &Audit) -> Places {
        let rankings = rankings(audit);
        let townships = audit.townships.iter().zip(0..);
        let at: BTreeMap<(&str, &str), usize> = townships.map(|(t, at)| (t.order(), at)).collect();
        let places = |ranking: &Ranking| {
            let mut places = vec![None; audit.townships.len()];
            let tied = tied(&ranking.standings);
            for standing in &ranking.standings {
                let at = at.get(&(standing.code.as_str(), standing.source.as_str()));
                let place = standing.in_county.unwrap_or(standing.rank);
                if let Some(found) = at.and_then(|at| places.get_mut(*at)) {
                    *found = Some(Place {
                        place,
                        tied: tied.get(&within(standing)).copied().unwrap_or(1),
                        among_all: standing.rank,
                    });
                }
            }
            places
        };
        Places {
            places: rankings.iter().map(places).collect(),
            rankings,
        }
    }

    /// Where a township stands in a ranking.
    pub(crate) fn place(&self, ranking: usize, township: usize) -> Option<Place> {
        *self.places.get(ranking)?.get(township)?
    }

    /// The ranking to begin with: by the first scorecard that every judged township has, else by the
    /// share carried out.
    pub(crate) fn first(&self) -> usize {
        let complete = |r: &Ranking| matches!(r.by, Measure::Score { .. }) && r.without == 0;
        self.rankings.iter().position(complete).unwrap_or(0)
    }

    /// The scorecards that townships are ranked by, with the name of each.
    pub(crate) fn scorecards(&self) -> impl Iterator<Item = (&str, &str)> {
        self.rankings
            .iter()
            .filter_map(|ranking| match &ranking.by {
                Measure::Carried => None,
                Measure::Score { scorecard, name } => Some((scorecard.as_str(), name.as_str())),
            })
    }
}

/// County and place.
fn within(standing: &Standing) -> (&str, u32) {
    (
        &standing.county,
        standing.in_county.unwrap_or(standing.rank),
    )
}

fn tied(standings: &[Standing]) -> BTreeMap<(&str, u32), u32> {
    let mut tied = BTreeMap::new();
    for standing in standings {
        *tied.entry(within(standing)).or_default() += 1;
    }
    tied
}

/// The sheet of the township itself in a scorecard.
pub(crate) fn sheet<'a>(judged: &'a Judged, scorecard: &str) -> Option<&'a Score> {
    let mut sheets = judged.scores.iter();
    sheets.find(|sheet| sheet.subject.is_none() && sheet.scorecard == scorecard)
}

/// A standing as people read it: a score, or a share.
pub(crate) fn value(standing: &Standing) -> String {
    match standing.value {
        Value::Share(_) => "-".to_owned(),
        Value::Score(_) => standing.value.text(),
    }
}

#[cfg(test)]
mod tests {
    use luoshi_audit::{Audit, Outcome, made_up};

    use super::Places;

    /// Townships of one county with these scores.
    fn scored(scores: &[Option<i64>]) -> Audit {
        let mut audit = made_up(10, 3);
        audit.townships.retain(|t| t.judged().is_some());
        audit.townships.truncate(scores.len());
        for (township, score) in audit.townships.iter_mut().zip(scores) {
            let Outcome::Judged(judged) = &mut township.outcome else {
                continue;
            };
            match score {
                Some(score) => judged.scores[0].score = *score,
                None => judged.scores.clear(),
            }
        }
        audit
    }

    fn places(audit: &Audit) -> (usize, Vec<Option<(u32, u32)>>) {
        let places = Places::of(audit);
        let first = places.first();
        let of = |at| places.place(first, at).map(|p| (p.place, p.tied));
        (first, (0..audit.townships.len()).map(of).collect())
    }

    #[test]
    fn equals_share_a_place_and_those_behind_it_stay_empty() {
        let found = places(&scored(&[9_000, 9_500, 9_000, 8_000].map(Some)));
        let expected = [(2, 2), (1, 1), (2, 2), (4, 1)];
        assert_eq!(found, (1, expected.map(Some).to_vec()));
    }

    #[test]
    fn shares_come_first_where_a_score_is_missing() {
        let (first, found) = places(&scored(&[Some(9_000), Some(9_500), None]));
        assert_eq!(first, 0);
        assert!(found.iter().all(Option::is_some));
    }

    #[test]
    fn townships_of_no_county_have_their_place_among_all() {
        let mut audit = scored(&[9_000, 9_500, 9_000].map(Some));
        for township in &mut audit.townships {
            township.county.clear();
        }
        assert_eq!(places(&audit).1, [(2, 2), (1, 1), (2, 2)].map(Some));
    }

    #[test]
    fn what_is_broken_has_no_place() {
        let (_, found) = places(&made_up(10, 3));
        assert_eq!(found[7], None);
        assert_eq!(found.iter().flatten().count(), 9);
    }
}
