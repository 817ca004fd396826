//! What a plan changes of its packages and adds to them. Parameters say of themselves what was
//! changed ([`crate::ParameterInForce`]), duties that are off too ([`crate::Inactive`]).

use std::collections::{BTreeMap, BTreeSet};

use luoshi_diagnostics::FileId;

use crate::decode::Space;
use crate::duties::items;
use crate::model::{Decider, File, Role, Settings, SubjectSet, Unit};
use crate::short::Short;

/// What a plan changes and adds; empty for a plan that extends nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Deviations {
    /// The duties of its packages that the plan itself disables; a package may have disabled some before.
    pub disabled: Vec<String>,
    /// What the plan adds, section by section in the order written.
    pub added: Vec<Added>,
    /// Units, roles, sets and issuers of a package of which the plan says something else.
    pub redefined: Vec<Redefined>,
    /// Duties of a package to which the plan adds clauses or rules of planning.
    pub tailored: Vec<Tailored>,
    /// Document templates that stand in the place of a package's, by name.
    pub templates: Vec<String>,
    /// Settings that the plan changes.
    pub settings: Vec<Difference>,
}

/// Something that only the plan has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    /// The English key of its section.
    pub section: &'static str,
    /// Identifier.
    pub id: String,
    /// Name.
    pub name: String,
}

/// Something of a package of which the plan says something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redefined {
    /// What it is.
    pub space: Space,
    /// Identifier.
    pub id: String,
    /// What is different, never empty.
    pub differences: Vec<Difference>,
}

/// One key whose value the plan changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The English key.
    pub key: &'static str,
    /// What the packages say; none where they say nothing.
    pub from: Option<String>,
    /// What the plan says.
    pub to: Option<String>,
}

/// A duty of a package that the plan adds to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tailored {
    /// The duty, chain or kind of incident.
    pub duty: String,
    /// Its name.
    pub name: String,
    /// The plan's own clauses that it carries out here.
    pub clauses: Vec<String>,
    /// Whether the plan adds to the planning of a roster.
    pub planning: bool,
}

/// Everything in what is fresh that stands in the plan's own files and in none of its packages.
///
/// `again` are those that both define, whether or not the plan says something else of them.
pub(crate) fn added(fresh: &File, own: &BTreeSet<FileId>, again: &Again) -> Vec<Added> {
    let mut all = Vec::new();
    macro_rules! section {
        ($section:ident, $space:expr, $of:ident => $id:expr, $name:expr) => {
            for $of in &fresh.$section {
                let id = &$id;
                let is_own = own.contains(&id.place.file);
                if is_own && !again.contains(&($space, id.name.to_string())) {
                    all.push(Added {
                        section: stringify!($section),
                        id: id.name.to_string(),
                        name: $name.clone(),
                    });
                }
            }
        };
    }
    macro_rules! duties {
        ($($section:ident)+) => { $( section!($section, Space::Duty, d => d.duty.id, d.duty.name); )+ };
    }
    section!(units, Space::Unit, u => u.id, u.name);
    section!(roles, Space::Role, r => r.id, r.name);
    section!(subjects, Space::Set, s => s.id, s.name);
    section!(issuers, Space::Issuer, i => i.id, i.name);
    section!(chains, Space::Chain, c => c.id, c.name);
    duties!(meetings activities tasks documents coverage rosters);
    section!(incidents, Space::Incident, i => i.id, i.name);
    duties!(each_needs rewards);
    section!(indicators, Space::Duty, i => i.id, i.name);
    duties!(rules plugins);
    section!(penalties, Space::Duty, p => p.id, p.name);
    duties!(vetoes ladders scorecards);
    section!(guidance, Space::Duty, g => g.id, g.name);
    all
}

/// The duties that the plan's own files disable.
pub(crate) fn disabled(content: &File, own: &BTreeSet<FileId>) -> Vec<String> {
    let entries = content.disable.iter().map(|entry| &entry.duty);
    let entries = entries.filter(|duty| own.contains(&duty.place.file));
    entries.map(|duty| duty.name.to_string()).collect()
}

/// What the plan adds to duties of its packages.
pub(crate) fn tailored(content: &File, own: &BTreeSet<FileId>) -> Vec<Tailored> {
    let entries = content.tailor.iter();
    let entries = entries.filter(|entry| own.contains(&entry.duty.place.file));
    if entries.clone().next().is_none() {
        return Vec::new();
    }
    let chains = content
        .chains
        .iter()
        .map(|c| (c.id.name.as_str(), &*c.name));
    let incidents = content.incidents.iter();
    let incidents = incidents.map(|i| (i.id.name.as_str(), &*i.name));
    let names: BTreeMap<&str, &str> = items(content)
        .map(|i| (i.id.name.as_str(), i.name))
        .chain(chains)
        .chain(incidents)
        .collect();
    entries
        .map(|entry| Tailored {
            duty: entry.duty.name.to_string(),
            name: (*names.get(entry.duty.name.as_str()).unwrap_or(&"")).to_owned(),
            clauses: entry.clauses.iter().map(|c| c.name.to_string()).collect(),
            planning: entry.planning.is_some(),
        })
        .collect()
}

/// What the plan's own files define again of what its packages define.
pub(crate) type Again = BTreeSet<(Space, String)>;

/// All of it, the same as in the packages or not.
pub(crate) fn again(packages: &File, plan: &File) -> Again {
    let mut all = Again::new();
    macro_rules! section {
        ($section:ident, $space:expr) => {
            // Most plans say nothing of most of them.
            if !plan.$section.is_empty() {
                let below = packages.$section.iter().map(|below| &below.id.name);
                let below: BTreeSet<&Short> = below.collect();
                let on_top = plan.$section.iter().map(|on_top| &on_top.id.name);
                let on_top = on_top.filter(|id| below.contains(id));
                all.extend(on_top.map(|id| ($space, id.to_string())));
            }
        };
    }
    section!(units, Space::Unit);
    section!(roles, Space::Role);
    section!(subjects, Space::Set);
    section!(issuers, Space::Issuer);
    all
}

/// Of what the packages define, what the plan's own files define otherwise.
pub(crate) fn redefined(packages: &File, plan: &File) -> Vec<Redefined> {
    let mut all = Vec::new();
    macro_rules! section {
        ($section:ident, $space:expr, $compare:expr) => {
            for on_top in &plan.$section {
                let below = packages.$section.iter();
                let Some(below) = below.rev().find(|b| b.id.name == on_top.id.name) else {
                    continue;
                };
                let differences: Vec<Difference> = $compare(below, on_top);
                if !differences.is_empty() {
                    all.push(Redefined {
                        space: $space,
                        id: on_top.id.name.to_string(),
                        differences,
                    });
                }
            }
        };
    }
    section!(units, Space::Unit, units);
    section!(roles, Space::Role, roles);
    section!(subjects, Space::Set, sets);
    section!(
        issuers,
        Space::Issuer,
        |b: &crate::model::Issuer, t: &crate::model::Issuer| {
            Vec::from_iter(difference("name", Some(&b.name), Some(&t.name)))
        }
    );
    all
}

fn units(below: &Unit, on_top: &Unit) -> Vec<Difference> {
    let named = difference("name", Some(&below.name), Some(&on_top.name));
    let head = |unit: &Unit| unit.head.as_ref().map(|r| r.name.clone());
    let headed = laid("head", head(below).as_deref(), head(on_top).as_deref());
    named.into_iter().chain(headed).collect()
}

fn roles(below: &Role, on_top: &Role) -> Vec<Difference> {
    let unit = |role: &Role| role.unit.as_ref().map(|r| r.name.clone());
    let above = |role: &Role| role.answers_to.as_ref().map(|r| r.name.clone());
    let each = |role: &Role| role.for_each.as_ref().map(|r| r.name.clone());
    let named = difference("name", Some(&below.name), Some(&on_top.name));
    let laid = |key, of: fn(&Role) -> Option<Short>| {
        laid(key, of(below).as_deref(), of(on_top).as_deref())
    };
    named
        .into_iter()
        .chain(laid("unit", unit))
        .chain(laid("answers_to", above))
        .chain(laid("for_each", each))
        .collect()
}

fn sets(below: &SubjectSet, on_top: &SubjectSet) -> Vec<Difference> {
    Vec::from_iter(difference("name", Some(&below.name), Some(&on_top.name)))
}

/// A key that keeps the packages' value where the plan does not give it.
fn laid(key: &'static str, from: Option<&str>, to: Option<&str>) -> Option<Difference> {
    difference(key, from, Some(to?))
}

fn difference(key: &'static str, from: Option<&str>, to: Option<&str>) -> Option<Difference> {
    (from != to).then(|| Difference {
        key,
        from: from.map(str::to_owned),
        to: to.map(str::to_owned),
    })
}

/// The settings that differ.
pub(crate) fn settings(packages: &Settings, plan: &Settings) -> Vec<Difference> {
    let words = |s: &Settings| {
        [
            ("due_soon", Some(s.due_soon.to_string())),
            ("backfill", Some(s.backfill.to_string())),
            ("calendar", Some(s.calendar.word().to_owned())),
            ("rectify_within", s.rectify_within.map(|l| l.to_string())),
            ("closed_by", names(&s.closed_by)),
        ]
    };
    let pairs = words(packages).into_iter().zip(words(plan));
    pairs
        .filter_map(|((key, from), (_, to))| difference(key, from.as_deref(), to.as_deref()))
        .collect()
}

/// The names of bodies, if there are any.
fn names(bodies: &[Decider]) -> Option<String> {
    let names: Vec<&str> = bodies.iter().map(|body| body.name.as_str()).collect();
    (!names.is_empty()).then(|| names.join("、"))
}
