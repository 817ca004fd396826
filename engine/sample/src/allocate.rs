//! A sample divided among strata: by their sizes, the largest remainders first, at least one each.

/// How many of each stratum to draw; `sizes` are not 0. A total below the number of strata is
/// raised to it, one above what there is lowered.
///
/// A stratum whose share is below one gets one, and the rest is divided among the others; of
/// equal remainders the larger stratum comes first, then the earlier.
#[must_use]
pub fn allocate(sizes: &[u64], total: u64) -> Vec<u64> {
    let all: u64 = sizes.iter().sum();
    let least = u64::try_from(sizes.len()).unwrap_or(u64::MAX);
    let total = total.max(least).min(all);
    let mut given = vec![0; sizes.len()];
    let (mut rest, mut left) = (total, all);
    // To give one to a small stratum lowers the share of the others, so that a further one may
    // fall below one.
    loop {
        let small = |at: usize, rest: u64, left: u64| {
            given[at] == 0 && u128::from(sizes[at]) * u128::from(rest) < u128::from(left)
        };
        let found: Vec<usize> = (0..sizes.len())
            .filter(|at| small(*at, rest, left))
            .collect();
        if found.is_empty() {
            break;
        }
        for at in found {
            given[at] = 1;
            rest -= 1;
            left -= sizes[at];
        }
    }
    let open: Vec<usize> = (0..sizes.len()).filter(|at| given[*at] == 0).collect();
    let share = |at: usize| u128::from(sizes[at]) * u128::from(rest);
    let mut remainders = Vec::new();
    let mut short = rest;
    for at in open {
        let whole = share(at) / u128::from(left);
        given[at] = u64::try_from(whole).unwrap_or(u64::MAX);
        short -= given[at];
        remainders.push((share(at) % u128::from(left), sizes[at], at));
    }
    remainders.sort_by(|a, b| (b.0, b.1, a.2).cmp(&(a.0, a.1, b.2)));
    for (_, _, at) in remainders {
        if short == 0 {
            break;
        }
        given[at] += 1;
        short -= 1;
    }
    given
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop, prop_assert, prop_assert_eq, proptest};

    use super::allocate;

    #[test]
    fn shares_follow_sizes() {
        assert_eq!(allocate(&[50, 30, 20], 10), [5, 3, 2]);
        // Thirds: the largest remainder first, of equal ones the earlier.
        assert_eq!(allocate(&[10, 10, 10], 10), [4, 3, 3]);
        assert_eq!(allocate(&[1, 1_000], 10), [1, 9]);
        assert_eq!(allocate(&[1, 2, 1_000], 1), [1, 1, 1]);
        assert_eq!(allocate(&[3, 4], 99), [3, 4]);
        assert_eq!(allocate(&[], 5), Vec::<u64>::new());
    }

    proptest! {
        #[test]
        fn every_stratum_has_one_and_none_more_than_it_has(
            sizes in prop::collection::vec(1u64..5_000, 1..40),
            total in 0u64..20_000,
        ) {
            let given = allocate(&sizes, total);
            let all: u64 = sizes.iter().sum();
            let wanted = total.max(sizes.len() as u64).min(all);
            prop_assert_eq!(given.iter().sum::<u64>(), wanted);
            for (given, size) in given.iter().zip(&sizes) {
                prop_assert!((1..=*size).contains(given));
            }
        }
    }
}
