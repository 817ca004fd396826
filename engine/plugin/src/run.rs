//! One evaluation: a fresh store, the tables in, the findings out.

use luoshi_plugin_interface::{
    Argument, Batch, Description, Finding, Scope, Setting, TEXT_AT_MOST, Type, Value,
    check_findings, shown, table,
};
use wasmtime::Store;

use crate::bindings::{finding, setting};
use crate::cause::Cause;
use crate::host::Plugin;
use crate::limits::{FINDINGS, fuel};
use crate::store::{Held, failed, store, unmade};
use crate::tables::{Packer, Sight};

/// A finding that was found sound, and the records that it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The finding.
    pub finding: Finding,
    /// Numbers of the ids of its records in [`luoshi_evidence::Evidence::ids`].
    pub records: Vec<u32>,
}

/// What a run was shown, and what it took.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spent {
    /// Rows of all tables together.
    pub rows: usize,
    /// Steps taken: the same for the same input, whatever the machine.
    pub steps: u64,
    /// Steps that it might have taken.
    pub steps_at_most: u64,
}

/// Rows that an answer may name.
#[derive(Debug, Clone, Copy)]
struct Shown {
    scope: usize,
    evidence: usize,
}

/// Hands batches over: index of the reading, packed rows.
type Hand<'h> = dyn FnMut(u32, &[u8]) -> Result<(), Cause> + 'h;

impl Plugin {
    /// Runs the rule over what it may see. `values` are those of its parameters, in their order.
    ///
    /// # Errors
    /// Why there is no answer that can be used.
    pub fn run(&self, values: &[Value], sight: Sight<'_>) -> Result<Vec<Answer>, Cause> {
        self.run_counted(values, sight).0
    }

    /// The same, and what it took.
    pub fn run_counted(
        &self,
        values: &[Value],
        sight: Sight<'_>,
    ) -> (Result<Vec<Answer>, Cause>, Spent) {
        let mut packer = Packer::new(sight);
        let reads = &self.description.reads;
        let rows = reads
            .iter()
            .map(|reading| packer.rows(&reading.table))
            .sum();
        let given = Setting {
            as_of: sight.scene.as_of,
            first: sight.scene.first,
            last: sight.scene.last,
            values: values.to_vec(),
        };
        let shown = Shown {
            scope: match self.description.scope {
                Scope::Township => 0,
                Scope::Subjects => packer.rows("subjects"),
                Scope::Actors => packer.rows("actors"),
            },
            evidence: packer.rows("evidence"),
        };
        let mut store = store(self.component.engine(), rows);
        let findings = self.findings(&mut store, &given, shown, |hand| {
            for (index, reading) in (0..).zip(reads) {
                for rows in packer.batches(&reading.table) {
                    hand(index, packer.batch(reading, rows))?;
                }
            }
            Ok(())
        });
        let answer = |finding: Finding| {
            let rows = finding.records.iter();
            let records = rows.filter_map(|row| packer.id(*row)).collect();
            Answer { finding, records }
        };
        let answers = findings.map(|findings| findings.into_iter().map(answer).collect());
        (answers, spent(rows, &store))
    }

    /// Runs the rule over batches that are packed already, as cases are. `scope` and `evidence` say how
    /// many rows there are of the table of its scope and of `evidence`.
    ///
    /// # Errors
    /// Why there is no answer that can be used.
    pub fn run_batches(
        &self,
        given: &Setting,
        batches: &[(u32, Vec<u8>)],
        scope: usize,
        evidence: usize,
    ) -> Result<Vec<Finding>, Cause> {
        let rows = batches.iter();
        let rows = rows.map(|(reading, bytes)| rows_of(&self.description, *reading, bytes));
        let mut store = store(self.component.engine(), rows.sum());
        let shown = Shown { scope, evidence };
        self.findings(&mut store, given, shown, |hand| {
            let mut batches = batches.iter();
            batches.try_for_each(|(reading, bytes)| hand(*reading, bytes))
        })
    }

    /// Makes an instance, tells it the setting, lets `tables` hand it batches and takes its findings,
    /// held against the description and the tables.
    fn findings(
        &self,
        store: &mut Store<Held>,
        given: &Setting,
        shown: Shown,
        tables: impl FnOnce(&mut Hand<'_>) -> Result<(), Cause>,
    ) -> Result<Vec<Finding>, Cause> {
        let instance = self.component.instantiate(&mut *store);
        let instance = instance.map_err(|error| unmade(store, &error))?;
        let rule = instance.luoshi_plugin_rule();
        let started = rule.call_start(&mut *store, &setting(given));
        settled(started, store)?;
        tables(&mut |reading, batch| {
            let added = rule.call_add(&mut *store, reading, batch);
            settled(added, store)
        })?;
        let finished = rule.call_finish(&mut *store);
        let findings = settled(finished, store)?;
        if findings.len() > FINDINGS {
            return Err(Cause::Flood);
        }
        let findings: Vec<Finding> = findings.into_iter().map(finding).collect();
        check_findings(&self.description, shown.scope, shown.evidence, &findings)
            .map_err(Cause::Answer)?;
        Ok(findings.into_iter().map(seen).collect())
    }
}

/// Texts that a plugin gives reach pages and terminals: nothing in them may steer those.
fn seen(mut finding: Finding) -> Finding {
    for (_, argument) in &mut finding.arguments {
        if let Argument::Text(text) = argument {
            *text = shown(text, TEXT_AT_MOST);
        }
    }
    finding
}

/// How many rows a batch of a reading has; none if it is damaged, which the plugin will notice.
fn rows_of(description: &Description, reading: u32, bytes: &[u8]) -> usize {
    let reading = description.reads.get(reading as usize);
    let types: Option<Vec<Type>> = reading.and_then(|reading| {
        let table = table(&reading.table)?;
        let columns = reading.columns.iter();
        columns
            .map(|name| Some(table.column(name)?.kind))
            .collect::<Option<Vec<_>>>()
    });
    let batch = types.and_then(|types| Batch::new(bytes, &types).ok());
    batch.map_or(0, |batch| batch.rows)
}

fn spent(rows: usize, store: &Store<Held>) -> Spent {
    let steps_at_most = fuel(rows);
    // There is fuel to ask for: the engine is made to count it.
    let left = store.get_fuel().unwrap_or(0);
    Spent {
        rows,
        steps: steps_at_most.saturating_sub(left),
        steps_at_most,
    }
}

/// A call that neither broke off nor was refused.
fn settled<T>(
    called: wasmtime::Result<Result<T, String>>,
    store: &Store<Held>,
) -> Result<T, Cause> {
    called
        .map_err(|error| failed(store, &error))?
        .map_err(|why| Cause::refused(&why))
}
