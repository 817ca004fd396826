//! What townships come to beside one another: shares, places, how scores are spread.

use std::cmp::Ordering;

use luoshi_audit::{Duty, DutyCounts, Judged, PlanTable, Score, Township};
use luoshi_rules::{Status, fails};

/// How many of the things that were due were done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) met: u32,
    pub(crate) failing: u32,
}

impl Tally {
    /// What was due: met or failing.
    pub(crate) fn due(self) -> u32 {
        self.met + self.failing
    }

    pub(crate) fn add(&mut self, other: Tally) {
        self.met += other.met;
        self.failing += other.failing;
    }

    /// Compares shares carried out, as fractions.
    fn share_cmp(self, other: Tally) -> Ordering {
        let product = |a: u32, b: u32| u64::from(a) * u64::from(b);
        product(self.met, other.due()).cmp(&product(other.met, self.due()))
    }
}

/// What one duty came to.
pub(crate) fn of_duty(duty: &Duty, counts: &DutyCounts) -> Tally {
    let mut tally = Tally::default();
    for (status, count) in &counts.counts {
        if *status == Status::Met {
            tally.met += count;
        } else if fails(*status, duty.severity) {
            tally.failing += count;
        }
    }
    tally
}

/// Whether a duty counts in the share carried out. Posts held, and vetoes and ladders whose
/// conditions are absent, are met without anybody having done anything.
pub(crate) fn counts_in_share(duty: &Duty) -> bool {
    !matches!(duty.section.as_str(), "chains" | "vetoes" | "ladders")
}

/// What a township came to.
pub(crate) fn of_township(table: &PlanTable, judged: &Judged) -> Tally {
    let mut tally = Tally::default();
    for counts in &judged.duties {
        let duty = usize::try_from(counts.duty).ok();
        let duty = duty.and_then(|at| table.duties.get(at));
        if let Some(duty) = duty.filter(|d| counts_in_share(d)) {
            tally.add(of_duty(duty, counts));
        }
    }
    tally
}

/// The score of the township itself: of the first scorecard that gives it one.
pub(crate) fn score(judged: &Judged) -> Option<&Score> {
    judged.scores.iter().find(|score| score.subject.is_none())
}

/// A place in a ranking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    /// From 1; townships that are equal share it, and the places behind it stay empty.
    pub(crate) place: u32,
    /// How many share it.
    pub(crate) tied: u32,
}

/// What a ranking goes by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum By {
    /// Scores of one scorecard, which every township has that was judged.
    Score,
    /// The share carried out.
    Share,
}

/// The ranking of the townships of one county, in their order. One that is broken, or had nothing
/// due where shares decide, has no place.
pub(crate) fn ranking(townships: &[(&Township, Tally)]) -> (By, Vec<Option<Place>>) {
    let scored = by_score(townships);
    let (by, order): (By, Compare<'_>) = match scored {
        true => (By::Score, &score_cmp),
        false => (By::Share, &|a, b| a.1.share_cmp(b.1)),
    };
    let ranked = |t: &&(&Township, Tally)| {
        t.0.judged().is_some() && (by == By::Score || t.1.due() > 0)
    };
    let all: Vec<&(&Township, Tally)> = townships.iter().filter(ranked).collect();
    let count = |township: &(&Township, Tally), than: Ordering| {
        let found = all.iter().filter(|other| order(other, township) == than);
        u32::try_from(found.count()).unwrap_or(u32::MAX)
    };
    let place = |township: &(&Township, Tally)| Place {
        place: 1 + count(township, Ordering::Greater),
        tied: count(township, Ordering::Equal),
    };
    let places = townships.iter();
    let places = places.map(|t| ranked(&t).then(|| place(t))).collect();
    (by, places)
}

type Compare<'a> = &'a dyn Fn(&(&Township, Tally), &(&Township, Tally)) -> Ordering;

fn by_score(townships: &[(&Township, Tally)]) -> bool {
    let scores = || townships.iter().filter_map(|(t, _)| t.judged()).map(score);
    let first = scores().flatten().next();
    let same = |s: Option<&Score>| s.map(|s| &s.scorecard) == first.map(|s| &s.scorecard);
    first.is_some() && scores().all(same)
}

fn score_cmp(a: &(&Township, Tally), b: &(&Township, Tally)) -> Ordering {
    let of = |t: &Township| t.judged().and_then(score).map(|s| s.score);
    of(a.0).cmp(&of(b.0))
}

/// So many scores from `low` up to below `high`, in hundredths; the best bin holds `high`, too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Bin {
    pub(crate) low: i64,
    pub(crate) high: i64,
    pub(crate) count: u32,
}

/// Steps between the bounds of bins, in hundredths.
const STEPS: [i64; 8] = [100, 200, 500, 1_000, 2_000, 5_000, 10_000, 100_000];
/// Bins that a reader takes in at a glance.
const BINS_AT_MOST: i64 = 12;

/// How scores are spread, from the best down: bins of one width, empty ones between them included.
pub(crate) fn bins(scores: &[i64]) -> Vec<Bin> {
    let (Some(least), Some(most)) = (scores.iter().min(), scores.iter().max()) else {
        return Vec::new();
    };
    // A best score on a bound, such as 100, opens no bin of its own.
    let ends = |step: i64| {
        let first = least.div_euclid(step);
        (first, (most - 1).div_euclid(step).max(first))
    };
    let fits = |step: &i64| ends(*step).1 - ends(*step).0 < BINS_AT_MOST;
    let step = STEPS.into_iter().find(fits);
    let step = step.unwrap_or_else(|| (most - least).max(1));
    let (first, last) = ends(step);
    let bins = (first..=last).rev();
    bins.map(|at| {
        let inside = scores.iter().filter(|s| s.div_euclid(step).min(last) == at);
        Bin {
            low: at * step,
            high: (at + 1) * step,
            count: u32::try_from(inside.count()).unwrap_or(u32::MAX),
        }
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use luoshi_audit::{Outcome, Township, made_up};

    use super::{Bin, By, Place, Tally, bins, of_township, ranking};

    fn townships() -> Vec<Township> {
        made_up(10, 3).townships
    }

    fn scored(scores: &[i64]) -> Vec<(Township, Tally)> {
        let mut all = townships();
        all.retain(|t| t.judged().is_some());
        let with = |(mut township, score): (Township, &i64)| {
            if let Outcome::Judged(judged) = &mut township.outcome {
                judged.scores[0].score = *score;
            }
            (township, Tally { met: 1, failing: 0 })
        };
        all.into_iter().zip(scores).map(with).collect()
    }

    fn places(all: &[(Township, Tally)]) -> (By, Vec<Option<(u32, u32)>>) {
        let all: Vec<(&Township, Tally)> = all.iter().map(|(t, tally)| (t, *tally)).collect();
        let (by, places) = ranking(&all);
        let plain = |p: Option<Place>| p.map(|p| (p.place, p.tied));
        (by, places.into_iter().map(plain).collect())
    }

    #[test]
    fn equals_share_a_place_and_those_behind_it_stay_empty() {
        let found = places(&scored(&[9_000, 9_500, 9_000, 8_000]));
        let expected = [(2, 2), (1, 1), (2, 2), (4, 1)];
        assert_eq!(found, (By::Score, expected.map(Some).to_vec()));
    }

    #[test]
    fn shares_decide_where_a_score_is_missing() {
        let mut all = scored(&[9_000, 9_500, 9_000]);
        if let Outcome::Judged(judged) = &mut all[2].0.outcome {
            judged.scores.clear();
        }
        all[0].1 = Tally { met: 2, failing: 2 };
        all[1].1 = Tally { met: 1, failing: 1 };
        all[2].1 = Tally { met: 0, failing: 0 };
        let expected = vec![Some((1, 2)), Some((1, 2)), None];
        assert_eq!(places(&all), (By::Share, expected));
    }

    #[test]
    fn what_is_broken_has_no_place() {
        let audit = made_up(10, 3);
        let table = audit.plans.values().next().unwrap();
        let tally = |t: &Township| t.judged().map_or(Tally::default(), |j| of_township(table, j));
        let all: Vec<(Township, Tally)> = audit
            .townships
            .iter()
            .map(|t| (t.clone(), tally(t)))
            .collect();
        let (by, found) = places(&all);
        assert_eq!(by, By::Score);
        assert!(found[7].is_none());
        assert_eq!(found.iter().flatten().count(), 9);
    }

    #[test]
    fn bins_cover_every_score_once() {
        let bin = |low, high, count| Bin { low, high, count };
        assert_eq!(bins(&[]), []);
        assert_eq!(bins(&[9_250]), [bin(9_200, 9_300, 1)]);
        assert_eq!(bins(&[10_000]), [bin(10_000, 10_100, 1)]);
        let found = bins(&[0, 8_999, 9_000, 10_000]);
        assert_eq!(found[0], bin(9_000, 10_000, 2));
        assert_eq!(found[1], bin(8_000, 9_000, 1));
        assert_eq!(found.last(), Some(&bin(0, 1_000, 1)));
        assert_eq!(found.len(), 10);
        assert_eq!(bins(&[-1])[0], bin(-100, 0, 1));
    }
}
