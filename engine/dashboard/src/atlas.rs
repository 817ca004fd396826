//! What plans have in common: each duty and each clause once, however many plans hold it.

use std::collections::BTreeMap;

use luoshi_audit::{Audit, Clause, Duty, PlanTable};
use luoshi_plan::model::Severity;

/// The duties and clauses of all plans.
pub(crate) struct Atlas<'a> {
    /// Each duty as some plan words it.
    pub(crate) duties: Vec<Entry<'a>>,
    /// Duties of one id and one name are one duty: the first that is called so.
    pub(crate) groups: Vec<usize>,
    /// Number and text of each clause; plans may word one number differently.
    pub(crate) clauses: Vec<(&'a str, &'a Clause)>,
    /// Of each plan, by its key: the duty behind each index of its table.
    plans: BTreeMap<&'a str, Vec<usize>>,
}

/// A duty as a plan words it.
pub(crate) struct Entry<'a> {
    pub(crate) duty: &'a Duty,
    /// Indices of the clauses that it carries out.
    pub(crate) clauses: Vec<usize>,
    /// Index into [`Atlas::groups`].
    pub(crate) group: usize,
}

impl<'a> Atlas<'a> {
    /// Looks through the plans; the one that most townships follow comes first and sets the order.
    pub(crate) fn of(audit: &'a Audit) -> Atlas<'a> {
        let mut atlas = Atlas {
            duties: Vec::new(),
            groups: Vec::new(),
            clauses: Vec::new(),
            plans: BTreeMap::new(),
        };
        let mut seen = Seen::default();
        for (key, table) in by_use(audit) {
            let entries = table.duties.iter();
            let entries = entries.map(|duty| atlas.enter(&mut seen, table, duty));
            let entries = entries.collect();
            atlas.plans.insert(key, entries);
        }
        atlas
    }

    /// The duty behind an index of the table of a plan; none where an audit was damaged.
    pub(crate) fn duty(&self, plan: &str, at: u32) -> Option<usize> {
        let at = usize::try_from(at).ok()?;
        self.plans.get(plan)?.get(at).copied()
    }

    /// The group of a duty of this id and name, if a plan has it.
    pub(crate) fn group(&self, id: &str, name: &str) -> Option<usize> {
        let mut groups = self.groups.iter();
        groups.position(|first| {
            let duty = self.duties[*first].duty;
            duty.id == id && duty.name == name
        })
    }

    /// Names of groups in addresses: the id, with the name where several go by it.
    pub(crate) fn keys(&self) -> Vec<String> {
        let firsts = || self.groups.iter().map(|first| self.duties[*first].duty);
        let mut times: BTreeMap<&str, u32> = BTreeMap::new();
        for duty in firsts() {
            *times.entry(&duty.id).or_default() += 1;
        }
        let key = |duty: &Duty| match times.get(duty.id.as_str()) {
            Some(1) => duty.id.clone(),
            _ => format!("{}@{}", duty.id, duty.name),
        };
        firsts().map(key).collect()
    }

    fn enter(&mut self, seen: &mut Seen<'a>, table: &'a PlanTable, duty: &'a Duty) -> usize {
        let clauses: Vec<usize> = duty
            .clauses
            .iter()
            .filter_map(|number| self.clause(seen, table, number))
            .collect();
        let known = seen.duties.entry((&duty.id, &duty.name)).or_default();
        let same =
            |at: &&usize| self.duties[**at].duty == duty && self.duties[**at].clauses == clauses;
        if let Some(at) = known.iter().find(same) {
            return *at;
        }
        let at = self.duties.len();
        let group = match known.first() {
            Some(first) => self.duties[*first].group,
            None => {
                self.groups.push(at);
                self.groups.len() - 1
            }
        };
        known.push(at);
        self.duties.push(Entry {
            duty,
            clauses,
            group,
        });
        at
    }

    fn clause(&mut self, seen: &mut Seen<'a>, table: &'a PlanTable, number: &str) -> Option<usize> {
        let (number, clause) = table.clauses.get_key_value(number)?;
        let known = seen.clauses.entry(number).or_default();
        if let Some(at) = known.iter().find(|at| self.clauses[**at].1 == clause) {
            return Some(*at);
        }
        known.push(self.clauses.len());
        self.clauses.push((number, clause));
        Some(self.clauses.len() - 1)
    }
}

/// What was entered already, by id and name, and by number.
#[derive(Default)]
struct Seen<'a> {
    duties: BTreeMap<(&'a str, &'a str), Vec<usize>>,
    clauses: BTreeMap<&'a str, Vec<usize>>,
}

/// The plans, those that most townships follow first.
fn by_use(audit: &Audit) -> Vec<(&str, &PlanTable)> {
    let mut used: BTreeMap<&str, usize> = BTreeMap::new();
    for key in audit.townships.iter().filter_map(|t| t.plan()) {
        *used.entry(key).or_default() += 1;
    }
    let plans = audit.plans.iter();
    let mut plans: Vec<(&str, &PlanTable)> = plans.map(|(k, t)| (k.as_str(), t)).collect();
    plans.sort_by_key(|(key, _)| (usize::MAX - used.get(key).copied().unwrap_or(0), *key));
    plans
}

/// Severity as the page numbers it.
pub(crate) fn gravity(severity: Severity) -> usize {
    match severity {
        Severity::Minor => 0,
        Severity::Normal => 1,
        Severity::Major => 2,
    }
}
