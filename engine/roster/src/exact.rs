//! The clauses of a problem and the solver that they are in: every answer is exact or none.

use std::collections::BTreeMap;

use batsat::{Callbacks, ClauseKind, Lit, Solver, SolverInterface, SolverOpts, lbool};

use crate::demand::Demand;

/// What a search came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answer {
    /// There is a roster: see [`Exact::on`].
    Yes,
    /// There is none.
    No,
    /// Neither was found within the effort allowed.
    Unknown,
}

/// Ends a search after so many dead ends: a count and no clock, so that it ends at the same place anywhere.
#[derive(Debug, Default)]
struct Effort {
    spent: u64,
    most: u64,
}

impl Callbacks for Effort {
    fn on_new_clause(&mut self, _: &[Lit], kind: ClauseKind) {
        self.spent += u64::from(kind == ClauseKind::Learnt);
    }

    fn stop(&self) -> bool {
        self.spent >= self.most
    }
}

/// Clauses, and what their literals mean.
pub(crate) struct Exact {
    solver: Solver<Effort>,
    /// Always holds.
    pub(crate) yes: Lit,
    /// For each member and day, that the member is on the shift.
    on: Vec<Vec<Lit>>,
    /// What makes each demand hold.
    pub(crate) held: BTreeMap<Demand, Lit>,
    /// The last roster found.
    found: Vec<Vec<bool>>,
}

impl Exact {
    /// So many members and days; `wanted` says which shifts are tried first.
    pub(crate) fn new(wanted: &[Vec<bool>]) -> Exact {
        let mut solver = Solver::new(SolverOpts::default(), Effort::default());
        let yes = Lit::new(solver.new_var_default(), true);
        solver.add_clause_reuse(&mut vec![yes]);
        let mut lit = |first: bool| {
            let likes = if first { lbool::TRUE } else { lbool::FALSE };
            Lit::new(solver.new_var(likes, true), true)
        };
        let on = wanted
            .iter()
            .map(|days| days.iter().map(|first| lit(*first)).collect())
            .collect();
        Exact {
            solver,
            yes,
            on,
            held: BTreeMap::new(),
            found: wanted.to_vec(),
        }
    }

    /// That a member is on the shift of a day.
    pub(crate) fn is_on(&self, member: usize, day: usize) -> Lit {
        self.on[member][day]
    }

    /// That members are on the shift of a day, one literal each.
    pub(crate) fn shift(&self, day: usize) -> Vec<Lit> {
        self.on.iter().map(|days| days[day]).collect()
    }

    /// A literal of its own.
    pub(crate) fn fresh(&mut self) -> Lit {
        Lit::new(self.solver.new_var_default(), true)
    }

    /// Adds a clause: one of the literals holds.
    pub(crate) fn add(&mut self, mut clause: Vec<Lit>) {
        self.solver.add_clause_reuse(&mut clause);
    }

    /// Makes a literal hold from now on.
    pub(crate) fn settle(&mut self, lit: Lit) {
        self.add(vec![lit]);
    }

    /// The literal under which a demand holds.
    pub(crate) fn demand(&mut self, demand: &Demand) -> Lit {
        if let Some(lit) = self.held.get(demand) {
            return *lit;
        }
        let lit = self.fresh();
        self.held.insert(demand.clone(), lit);
        lit
    }

    /// Looks for a roster under which all of `assumed` hold.
    pub(crate) fn search(&mut self, assumed: &[Lit], effort: u64) -> Answer {
        let callbacks = self.solver.cb_mut();
        callbacks.spent = 0;
        callbacks.most = effort;
        let answer = self.solver.solve_limited(assumed);
        if answer == lbool::TRUE {
            self.keep();
            Answer::Yes
        } else if answer == lbool::FALSE {
            Answer::No
        } else {
            Answer::Unknown
        }
    }

    fn keep(&mut self) {
        let solver = &self.solver;
        let holds = |lit: &Lit| solver.value_lit(*lit) == lbool::TRUE;
        let days = |days: &Vec<Lit>| days.iter().map(holds).collect();
        self.found = self.on.iter().map(days).collect();
    }

    /// The last roster that a search found: for each member and day whether on the shift.
    pub(crate) fn found(&self) -> &[Vec<bool>] {
        &self.found
    }
}
