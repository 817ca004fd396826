//! Counting in clauses: a totalizer (Bailleux and Boufkhad 2003), its outputs in order.

use batsat::Lit;

use crate::exact::Exact;

/// How many of some literals hold.
#[derive(Debug, Clone)]
pub(crate) struct Tally {
    /// The k-th, from 0, says that more than k hold.
    outputs: Vec<Lit>,
    /// How many literals are counted.
    of: usize,
}

impl Tally {
    /// Counts literals, up to `most` of them: beyond that it only says that there are more.
    pub(crate) fn of(inputs: &[Lit], most: usize, exact: &mut Exact) -> Tally {
        Tally {
            outputs: sum(inputs, most.max(1), exact),
            of: inputs.len(),
        }
    }

    /// A literal that holds exactly if at least so many do. Beyond what is counted it is that of the most.
    pub(crate) fn at_least(&self, count: i64, exact: &Exact) -> Lit {
        if count <= 0 {
            return exact.yes;
        }
        let at = usize::try_from(count - 1).unwrap_or(usize::MAX);
        match self
            .outputs
            .get(at.min(self.outputs.len().saturating_sub(1)))
        {
            Some(lit) if at < self.of => *lit,
            _ => !exact.yes,
        }
    }

    /// A literal that holds exactly if at most so many do.
    pub(crate) fn at_most(&self, count: i64, exact: &Exact) -> Lit {
        match count {
            ..0 => !exact.yes,
            count => !self.at_least(count + 1, exact),
        }
    }
}

fn sum(inputs: &[Lit], most: usize, exact: &mut Exact) -> Vec<Lit> {
    if inputs.len() <= 1 {
        return inputs.to_vec();
    }
    let (left, right) = inputs.split_at(inputs.len() / 2);
    let (left, right) = (sum(left, most, exact), sum(right, most, exact));
    let width = (left.len() + right.len()).min(most);
    let outputs: Vec<Lit> = (0..width).map(|_| exact.fresh()).collect();
    for i in 0..=left.len() {
        for j in 0..=right.len() {
            // i on the left and j on the right make i + j.
            if i + j > 0 {
                let at = (i + j).min(width) - 1;
                let mut clause = vec![outputs[at]];
                clause.extend(i.checked_sub(1).map(|i| !left[i]));
                clause.extend(j.checked_sub(1).map(|j| !right[j]));
                exact.add(clause);
            }
            // No more than i on the left and no more than j on the right are no more than i + j.
            if i + j < width {
                let mut clause = vec![!outputs[i + j]];
                clause.extend(left.get(i));
                clause.extend(right.get(j));
                exact.add(clause);
            }
        }
    }
    outputs
}
