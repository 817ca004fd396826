//! What is still to be put right, out of the register of rectification.

use std::collections::BTreeMap;

use luoshi_audit::Accountable;
use luoshi_follow::{Item, register};

use crate::telling::Telling;
use crate::whole::{Case, Whole};

/// One item of the register that is still open, with what the audit alone knows of it.
pub(crate) struct OpenItem<'a> {
    /// As the register has it: since when, by when, how far it has come.
    pub(crate) item: Item,
    /// What is to be put right, in one line.
    pub(crate) what: String,
    /// Why, in words; empty of what the audit does not list.
    pub(crate) reason: String,
    /// Who answers, from the one nearest to the work; nobody for what the audit does not list.
    pub(crate) accountable: &'a [Accountable],
    /// Records that the finding rests on, by id.
    pub(crate) evidence: &'a [String],
}

/// Whatever of an audit's register is neither closed, withdrawn nor waived, in the order of the register.
pub(crate) fn open_items<'a>(whole: &Whole<'a>, telling: Telling) -> Vec<OpenItem<'a>> {
    let Some(register) = register(&[whole.audit]) else {
        return Vec::new();
    };
    let listed: BTreeMap<(&str, &str, &str), Case<'a>> =
        whole.cases().map(|case| (key(&case), case)).collect();
    let open = register.items.into_iter();
    let open = open.filter(|item| item.state.is_open());
    open.map(|item| {
        let place = &item.place;
        let key = (&*place.code, &*place.source, &*item.finding);
        let case = listed.get(&key).copied();
        open_item(item, case, telling)
    })
    .collect()
}

fn key<'a>(case: &Case<'a>) -> (&'a str, &'a str, &'a str) {
    let (code, source) = case.township.order();
    (code, source, &case.finding.id)
}

fn open_item(item: Item, case: Option<Case<'_>>, telling: Telling) -> OpenItem<'_> {
    let Some(case) = case else {
        return OpenItem {
            what: telling.about_item(&item),
            reason: String::new(),
            accountable: &[],
            evidence: &[],
            item,
        };
    };
    OpenItem {
        item,
        what: telling.title(&case),
        reason: telling.reason(&case),
        accountable: &case.finding.accountable,
        evidence: &case.finding.evidence,
    }
}
