//! One evaluation: a fresh store, the tables in, the findings out.

use luoshi_plugin_interface::{Finding, Scope, Setting, Value, check_findings};
use wasmtime::Store;

use crate::bindings::{Plugin as Instance, finding, setting};
use crate::cause::Cause;
use crate::host::Plugin;
use crate::limits::FINDINGS;
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

impl Plugin {
    /// Runs the rule over what it may see. `values` are those of its parameters, in their order.
    ///
    /// # Errors
    /// Why there is no answer that can be used.
    pub fn run(&self, values: &[Value], sight: Sight<'_>) -> Result<Vec<Answer>, Cause> {
        let mut packer = Packer::new(sight);
        let reads = &self.description.reads;
        let rows = reads
            .iter()
            .map(|reading| packer.rows(&reading.table))
            .sum();
        let engine = self.component.engine();
        let mut store = store(engine, rows);
        let setting = Setting {
            as_of: sight.scene.as_of,
            first: sight.scene.first,
            last: sight.scene.last,
            values: values.to_vec(),
        };
        let instance = self.component.instantiate(&mut store);
        let instance = instance.map_err(|error| unmade(&store, &error))?;
        let findings = self.answer(&instance, &mut store, &setting, &mut packer)?;
        if findings.len() > FINDINGS {
            return Err(Cause::Flood);
        }
        self.check(findings, &packer)
    }

    fn answer(
        &self,
        instance: &Instance,
        store: &mut Store<Held>,
        given: &Setting,
        packer: &mut Packer<'_>,
    ) -> Result<Vec<Finding>, Cause> {
        let rule = instance.luoshi_plugin_rule();
        let started = rule.call_start(&mut *store, &setting(given));
        settled(started, store)?;
        for (index, reading) in (0..).zip(&self.description.reads) {
            for rows in packer.batches(&reading.table) {
                let added = rule.call_add(&mut *store, index, packer.batch(reading, rows));
                settled(added, store)?;
            }
        }
        let finished = rule.call_finish(&mut *store);
        let findings = settled(finished, store)?;
        Ok(findings.into_iter().map(finding).collect())
    }

    /// Holds the findings against the description and the tables.
    fn check(&self, findings: Vec<Finding>, packer: &Packer<'_>) -> Result<Vec<Answer>, Cause> {
        let rows = match self.description.scope {
            Scope::Township => 0,
            Scope::Subjects => packer.rows("subjects"),
            Scope::Actors => packer.rows("actors"),
        };
        check_findings(&self.description, rows, packer.rows("evidence"), &findings)
            .map_err(Cause::Answer)?;
        let answers = findings.into_iter().map(|finding| {
            let rows = finding.records.iter();
            let records = rows.filter_map(|row| packer.id(*row)).collect();
            Answer { finding, records }
        });
        Ok(answers.collect())
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
