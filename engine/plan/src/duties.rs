//! Everything that yields findings, whatever its section.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{ClauseRef, Duty, DutyId, File, IncidentKind, ScoreItem, Scorecard};

/// What kind of duty it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Meeting,
    Task,
    Rule,
    Plugin,
    Veto,
    Indicator,
    Guidance,
    Other,
}

impl Kind {
    /// The catalogue key that names the kind.
    pub(crate) fn term(self) -> &'static str {
        match self {
            Kind::Meeting => "space-meeting",
            Kind::Task => "space-task",
            Kind::Rule => "space-rule",
            Kind::Plugin => "space-plugin",
            Kind::Veto => "space-veto",
            Kind::Indicator => "space-indicator",
            Kind::Guidance | Kind::Other => "space-duty",
        }
    }
}

/// What all duties have, whether they share the common keys or not.
pub(crate) struct Item<'a> {
    pub(crate) kind: Kind,
    pub(crate) id: &'a DutyId,
    pub(crate) name: &'a str,
    pub(crate) clauses: &'a [ClauseRef],
    /// The common keys, of those that have all of them.
    pub(crate) common: Option<&'a Duty>,
}

impl<'a> Item<'a> {
    fn common(kind: Kind, duty: &'a Duty) -> Self {
        Item {
            kind,
            id: &duty.id,
            name: &duty.name,
            clauses: &duty.clauses,
            common: Some(duty),
        }
    }
}

macro_rules! item {
    ($kind:ident, $of:expr) => {
        Item {
            kind: Kind::$kind,
            id: &$of.id,
            name: &$of.name,
            clauses: &$of.clauses,
            common: None,
        }
    };
}

/// Every duty of a file, section by section.
pub(crate) fn items(file: &File) -> impl Iterator<Item = Item<'_>> {
    let responses = file.incidents.iter().flat_map(|kind| &kind.respond);
    commons(file)
        .map(|(kind, duty)| Item::common(kind, duty))
        .chain(responses.map(|r| item!(Other, r)))
        .chain(file.indicators.iter().map(|i| item!(Indicator, i)))
        .chain(file.penalties.iter().map(|p| item!(Other, p)))
        .chain(score_items(file).map(|i| item!(Other, i)))
        .chain(file.guidance.iter().map(|g| item!(Guidance, g)))
}

/// The common keys of every duty that has them.
pub(crate) fn commons(file: &File) -> impl Iterator<Item = (Kind, &Duty)> {
    macro_rules! of {
        ($kind:ident $section:ident) => {
            file.$section.iter().map(|d| (Kind::$kind, &d.duty))
        };
    }
    of!(Meeting meetings)
        .chain(of!(Other activities))
        .chain(of!(Task tasks))
        .chain(of!(Other documents))
        .chain(of!(Other coverage))
        .chain(of!(Other rosters))
        .chain(of!(Other each_needs))
        .chain(of!(Other rewards))
        .chain(of!(Rule rules))
        .chain(of!(Plugin plugins))
        .chain(of!(Veto vetoes))
        .chain(of!(Other ladders))
        .chain(of!(Other scorecards))
}

/// The items of all scorecards, those that add included.
pub(crate) fn score_items(file: &File) -> impl Iterator<Item = &ScoreItem> {
    file.scorecards.iter().flat_map(card_items)
}

/// The items of one scorecard, those that add included.
pub(crate) fn card_items(card: &Scorecard) -> impl Iterator<Item = &ScoreItem> {
    let sections = card.sections.iter().flat_map(|s| &s.items);
    sections.chain(card.bonus.iter().flat_map(|b| &b.items))
}

/// The clauses of whatever may carry out clauses and has one of these names: duties, chains, kinds of incident.
pub(crate) fn clauses_mut<'f>(
    file: &'f mut File,
    names: &BTreeSet<&str>,
) -> BTreeMap<&'f str, &'f mut Vec<ClauseRef>> {
    let named = |name: &str| names.contains(name);
    let mut found: Vec<(&str, &mut Vec<ClauseRef>)> = Vec::new();
    macro_rules! seek {
        ($($section:ident)+) => { $(
            let wanted = file.$section.iter_mut_if(|d| named(&d.duty.id.name));
            found.extend(wanted.map(|d| (d.duty.id.name.as_str(), &mut d.duty.clauses)));
        )+ };
    }
    seek!(meetings activities tasks documents coverage rosters each_needs rewards rules plugins vetoes ladders);
    let of_card =
        |card: &Scorecard| named(&card.duty.id.name) || card_items(card).any(|i| named(&i.id.name));
    for card in file.scorecards.iter_mut_if(of_card) {
        found.push((&card.duty.id.name, &mut card.duty.clauses));
        let sections = card.sections.iter_mut().flat_map(|s| &mut s.items);
        let items = sections.chain(card.bonus.iter_mut().flat_map(|b| &mut b.items));
        found.extend(items.map(|i| (i.id.name.as_str(), &mut i.clauses)));
    }
    let of_kind = |kind: &IncidentKind| {
        named(&kind.id.name) || kind.respond.iter().any(|r| named(&r.id.name))
    };
    for kind in file.incidents.iter_mut_if(of_kind) {
        found.push((&kind.id.name, &mut kind.clauses));
        let responses = kind.respond.iter_mut();
        found.extend(responses.map(|r| (r.id.name.as_str(), &mut r.clauses)));
    }
    macro_rules! seek_own {
        ($($section:ident)+) => { $(
            let wanted = file.$section.iter_mut_if(|d| named(&d.id.name));
            found.extend(wanted.map(|d| (d.id.name.as_str(), &mut d.clauses)));
        )+ };
    }
    seek_own!(indicators penalties guidance chains);
    found.into_iter().collect()
}
