//! 谁负责: who answers for what was not carried out.

use std::collections::BTreeMap;

use luoshi_audit::{Accountable, Township};
use luoshi_plan::model::Severity;

use crate::telling::{Telling, name};
use crate::whole::{Case, Whole};
use crate::workbook::sheet::{Cell, Table};

/// What one answers for.
#[derive(Default)]
struct Burden<'a> {
    nearest: u64,
    all: u64,
    major: u64,
    /// Names of the duties, each once.
    duties: Vec<&'a str>,
}

/// Everyone in the chain of some failing finding: as the nearest to the work, and at all.
pub(super) fn table(whole: &Whole<'_>, telling: Telling) -> Table {
    let rows = whole.townships.iter().flat_map(|entry| {
        let mut burdens = burdens(entry.cases());
        burdens.sort_by_key(|(who, burden)| {
            (u64::MAX - burden.nearest, u64::MAX - burden.all, key(who))
        });
        let rows = burdens.into_iter();
        rows.map(|(who, burden)| row(entry.township, who, &burden, telling))
    });
    Table {
        name: "who",
        columns: &[
            ("county", 14),
            ("code", 12),
            ("township", 16),
            ("role", 18),
            ("subject", 14),
            ("holder", 12),
            ("nearest", 12),
            ("answers", 12),
            ("major", 10),
            ("duties", 48),
        ],
        rows: rows.collect(),
    }
}

type Key<'a> = (&'a str, Option<&'a str>, Option<&'a str>);

fn key(who: &Accountable) -> Key<'_> {
    let subject = who.subject.as_ref().map(|label| label.id.as_str());
    (&who.role.id, subject, who.holder.as_deref())
}

fn burdens<'a>(cases: &[Case<'a>]) -> Vec<(&'a Accountable, Burden<'a>)> {
    let mut burdens: BTreeMap<Key<'a>, (&'a Accountable, Burden<'a>)> = BTreeMap::new();
    for case in cases.iter().filter(|case| case.finding.fails) {
        for (at, who) in case.finding.accountable.iter().enumerate() {
            let (_, burden) = burdens.entry(key(who)).or_insert((who, Burden::default()));
            burden.nearest += u64::from(at == 0);
            burden.all += 1;
            burden.major += u64::from(case.duty.severity == Severity::Major);
            let duty = case.duty.name.as_str();
            if !burden.duties.contains(&duty) {
                burden.duties.push(duty);
            }
        }
    }
    burdens.into_values().collect()
}

fn row(township: &Township, who: &Accountable, burden: &Burden<'_>, telling: Telling) -> Vec<Cell> {
    let duties: Vec<String> = burden
        .duties
        .iter()
        .map(|duty| (*duty).to_owned())
        .collect();
    vec![
        Cell::text(&township.county),
        Cell::text(&township.code),
        Cell::text(&township.name),
        Cell::text(&who.role.name),
        Cell::text(name(who.subject.as_ref())),
        Cell::text(telling.holder(who)),
        Cell::count(burden.nearest),
        Cell::count(burden.all),
        Cell::count(burden.major),
        Cell::text(telling.list(&duties)),
    ]
}
