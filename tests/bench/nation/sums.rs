//! Counts and checksums of a run, as every program that computes the workload gives them.

use luoshi_rules::{Facet, Figures, Program};
use serde_json::{Value, json};

/// The duty and facet of each check, C1 first.
pub(crate) const CHECKS: [(&str, Facet); 8] = [
    ("council_meeting", Facet::Whole),
    ("briefing", Facet::Whole),
    ("visit", Facet::Whole),
    ("patrol", Facet::Whole),
    ("patrol", Facet::Run),
    ("veto", Facet::Whole),
    ("reward", Facet::Whole),
    ("task", Facet::Whole),
];

/// What is kept of a township.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Counted {
    counts: [u32; 8],
    absences: i64,
    run_length: i64,
    late: i64,
    /// In tenths.
    score: i64,
    rows: u64,
}

/// The number of the check of each duty and facet.
pub(crate) struct Numbers(Vec<[usize; Facet::COUNT]>);

impl Numbers {
    pub(crate) fn of(program: &Program<'_>) -> Numbers {
        let number = |duty: &str, facet: Facet| {
            let mut checks = CHECKS.iter();
            checks
                .position(|check| *check == (duty, facet))
                .unwrap_or(8)
        };
        let duties = program.duties.iter();
        let of = duties.map(|duty| Facet::ALL.map(|facet| number(&duty.id, facet)));
        Numbers(of.collect())
    }

    /// The number of the check of a finding, from 0; 8 for none.
    pub(crate) fn check(&self, failing: &luoshi_rules::Failing) -> usize {
        self.0[failing.duty][failing.facet as usize]
    }

    pub(crate) fn count(&self, figures: &Figures, rows: usize) -> Counted {
        let score = figures.sheets.first().map_or(0, |sheet| sheet.score.0 / 10);
        let failing = figures.failing.iter();
        let failing = failing.map(|failing| (self.check(failing), failing.figure));
        Counted::of((rows as u64, score), failing)
    }
}

impl Counted {
    /// Of so many rows, with this score in tenths: what fails, by the number of its check, with its figure.
    pub(crate) fn of(
        (rows, score): (u64, i64),
        failing: impl Iterator<Item = (usize, i64)>,
    ) -> Counted {
        let mut counted = Counted {
            rows,
            score,
            ..Counted::default()
        };
        for (check, figure) in failing {
            if let Some(count) = counted.counts.get_mut(check) {
                *count += 1;
            }
            match check {
                3 => counted.absences += figure,
                4 => counted.run_length += figure,
                7 => counted.late += figure,
                _ => {}
            }
        }
        counted
    }
}

/// Sums over all townships, in order.
pub(crate) fn sums(townships: &[Counted]) -> Value {
    let count = |at: usize| {
        townships
            .iter()
            .map(|t| u64::from(t.counts[at]))
            .sum::<u64>()
    };
    let sum = |of: fn(&Counted) -> i64| townships.iter().map(of).sum::<i64>();
    let rank = |county: &[Counted]| -> u64 {
        let of = |one: &Counted| {
            1 + county
                .iter()
                .filter(|other| other.score > one.score)
                .count() as u64
        };
        county.iter().map(of).sum()
    };
    let hashed = |(township, t): (i64, &Counted)| t.score * (township % 1009 + 1);
    json!({
        "C1": count(0), "C2": count(1), "C3": count(2), "C4": count(3),
        "C5": count(4), "C6": count(5), "C7": count(6), "C8": count(7),
        "absences": sum(|t| t.absences), "runlen": sum(|t| t.run_length), "late": sum(|t| t.late),
        "veto_townships": townships.iter().filter(|t| t.counts[5] > 0).count(),
        "score_sum": sum(|t| t.score),
        "score_hash": (0i64..).zip(townships).map(hashed).sum::<i64>(),
        "rank_sum": townships.chunks(20).map(rank).sum::<u64>(),
        "records": townships.iter().map(|t| t.rows).sum::<u64>(),
    })
}
