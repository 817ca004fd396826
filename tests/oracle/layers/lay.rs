//! Lays a plan on its packages, as *Packages* and *Parameters* of the page say.

use std::collections::{BTreeMap, BTreeSet};

use super::value::{Given, Value, limits};
use super::{Folder, Layers, parameter};
use crate::layers::parameter::Known;
use crate::plan::{
    Hundredths, Limit, Plan, Role, Set, Setting, Settings, Settle, Unit, WaiverRules,
};

/// What comes of it.
pub(crate) struct Laid {
    /// The plan as it is judged.
    pub(crate) plan: Plan,
    /// Every parameter, in the order declared.
    pub(crate) parameters: Vec<Known>,
    /// What the report says the plan changes and adds, a line each.
    pub(crate) deviations: BTreeSet<String>,
    /// The names of the codes by which it is refused.
    pub(crate) refused: BTreeSet<&'static str>,
}

pub(crate) fn lay(layers: &Layers) -> Laid {
    let (folders, below) = (layers.all(), layers.below());
    let mut refused = BTreeSet::new();
    let parameters = parameter::settle(&folders, &mut refused);
    let mut plan = sections(&folders);
    plan.settings = settings(&folders);
    plan.waivers = waivers(&folders, &mut refused);
    plan.values = parameters
        .iter()
        .map(|known| (known.parameter.id, known.value.clone()))
        .collect();
    // The uppermost of a year stands in the place of the others.
    plan.calendar = folders
        .iter()
        .rfind(|f| !f.calendar.is_empty())
        .map(|f| f.calendar.clone())
        .unwrap_or_default();
    disable(&mut plan, &folders, &mut refused);
    refused.extend(twice(&folders));
    let values = plan.values.clone();
    plan.settle(&mut Fill(&values));
    Laid {
        deviations: deviations(layers, &below, &plan),
        plan,
        parameters,
        refused,
    }
}

/// The sections of all folders: what each writes in its order, the plan's last; a unit, a role or a set of a name
/// that is there says more about that one.
fn sections(folders: &[&Folder]) -> Plan {
    let top = folders.last().expect("the plan");
    let mut plan = top.content.without_sections();
    for folder in folders {
        for unit in &folder.content.units {
            match plan.units.iter_mut().find(|below| below.id == unit.id) {
                Some(below) => unit_on(below, unit),
                None => plan.units.push(unit.clone()),
            }
        }
        for role in &folder.content.roles {
            match plan.roles.iter_mut().find(|below| below.id == role.id) {
                Some(below) => role_on(below, role),
                None => plan.roles.push(role.clone()),
            }
        }
        for set in &folder.content.subjects {
            match plan.subjects.iter_mut().find(|below| below.id == set.id) {
                Some(below) => set_on(below, set),
                None => plan.subjects.push(set.clone()),
            }
        }
        macro_rules! append {
            ($($section:ident)+) => { $( plan.$section.extend(folder.content.$section.iter().cloned()); )+ };
        }
        lists!(append);
    }
    plan
}

fn unit_on(below: &mut Unit, unit: &Unit) {
    below.name = unit.name;
    below.head = unit.head.or(below.head);
}

fn role_on(below: &mut Role, role: &Role) {
    below.name = role.name;
    below.unit = role.unit.or(below.unit);
    below.answers_to = role.answers_to.or(below.answers_to);
    below.for_each = role.for_each.or(below.for_each);
}

fn set_on(below: &mut Set, set: &Set) {
    below.name = set.name;
    below.members.extend(set.members.iter().cloned());
}

/// Each setting is what the uppermost that says it says, and otherwise what it is for everybody.
fn settings(folders: &[&Folder]) -> Settings {
    let mut settings = Settings {
        due_soon: 3,
        backfill: 15,
        calendar: "national",
    };
    for own in folders.iter().map(|f| &f.settings) {
        settings.due_soon = own.due_soon.unwrap_or(settings.due_soon);
        settings.backfill = own.backfill.unwrap_or(settings.backfill);
        settings.calendar = own.calendar.unwrap_or(settings.calendar);
    }
    settings
}

/// The lowest that says who waives says it; whoever lies above may only ask for more, key by key.
fn waivers(folders: &[&Folder], refused: &mut BTreeSet<&'static str>) -> Option<WaiverRules> {
    let mut said = folders.iter().filter_map(|f| f.waivers.as_ref());
    let mut rules = said.next()?.clone();
    for above in said {
        if !is_narrower(&rules, above) {
            refused.insert("looser-waivers");
        }
        if !above.granted_by.is_empty() {
            rules.granted_by.clone_from(&above.granted_by);
        }
        rules.at_most = above.at_most.or(rules.at_most);
        rules.reason = above.reason.or(rules.reason);
    }
    Some(rules)
}

pub(crate) fn is_narrower(below: &WaiverRules, above: &WaiverRules) -> bool {
    let mut bodies = above.granted_by.iter();
    let bodies = below.granted_by.is_empty() || bodies.all(|body| below.granted_by.contains(body));
    let shorter = match (below.at_most, above.at_most) {
        (Some(below), Some(above)) => limits(above, below).is_some_and(|order| order.is_le()),
        _ => true,
    };
    let reason = above.reason != Some("optional") || below.reason == Some("optional");
    bodies && shorter && reason
}

/// Only what a package calls optional, and nothing of the plan's own.
fn disable(plan: &mut Plan, folders: &[&Folder], refused: &mut BTreeSet<&'static str>) {
    let own = folders.last().expect("the plan");
    let own: Vec<String> = ids(&own.content);
    let known = ids(plan);
    for disabled in folders.iter().flat_map(|f| &f.disable) {
        let duty = &disabled.duty;
        let optional = plan.duties().iter().any(|d| d.id == *duty && d.optional);
        if own.contains(duty) || !known.contains(duty) {
            refused.insert("nothing-to-disable");
        } else if !optional {
            refused.insert("not-optional");
        }
        plan.disabled.insert(duty.clone(), disabled.reason);
    }
}

/// Everything that bears the id of a duty.
fn ids(plan: &Plan) -> Vec<String> {
    let mut ids: Vec<String> = plan.duties().iter().map(|d| d.id.clone()).collect();
    let responses = plan.incidents.iter().flat_map(|kind| &kind.respond);
    ids.extend(responses.map(|response| response.id.clone()));
    ids.extend(plan.indicators.iter().map(|d| d.id.clone()));
    ids.extend(plan.penalties.iter().map(|d| d.id.to_owned()));
    ids
}

/// What is there already cannot be written again.
fn twice(folders: &[&Folder]) -> Option<&'static str> {
    let mut known = BTreeSet::new();
    let ids = folders.iter().flat_map(|f| ids(&f.content));
    let again = ids.filter(|id| !known.insert(id.clone())).count();
    (again > 0).then_some("duplicate-id")
}

/// Puts the values of parameters in their places.
struct Fill<'a>(&'a BTreeMap<&'static str, Option<Given>>);

impl Fill<'_> {
    fn fill<T: Copy>(&self, setting: &mut Setting<T>, of: fn(Value) -> Option<T>) {
        let name = match *setting {
            Setting::Is(_) => return,
            Setting::By(name, _) | Setting::Open(name) => name,
        };
        let value = self.0.get(name).and_then(Option::as_ref);
        *setting = match value.and_then(|given| given.value) {
            Some(value) => Setting::By(name, of(value).expect("a value of this type")),
            None => Setting::Open(name),
        };
    }
}

impl Settle for Fill<'_> {
    fn yes(&mut self, setting: &mut Setting<bool>) {
        self.fill(setting, |value| match value {
            Value::Yes(yes) => Some(yes),
            _ => None,
        });
    }

    fn count(&mut self, setting: &mut Setting<u32>) {
        self.fill(setting, |value| match value {
            Value::Whole(n) => Some(n),
            _ => None,
        });
    }

    fn limit(&mut self, setting: &mut Setting<Limit>) {
        self.fill(setting, |value| match value {
            Value::Limit(limit) => Some(limit),
            _ => None,
        });
    }

    fn number(&mut self, setting: &mut Setting<Hundredths>) {
        self.fill(setting, |value| match value {
            Value::Hundredths(n) => Some(Hundredths(n)),
            _ => None,
        });
    }
}

/// What the plan changes of its packages and adds to them, but for parameters.
fn deviations(layers: &Layers, below: &[&Folder], plan: &Plan) -> BTreeSet<String> {
    let mut lines = BTreeSet::new();
    if below.is_empty() {
        return lines;
    }
    let own = &layers.plan;
    let under = sections_of(below, &own.content);
    for disabled in &own.disable {
        lines.insert(format!("disabled {}: {}", disabled.duty, disabled.reason));
    }
    for (section, id) in own.content.entries() {
        if !under.entries().contains(&(section, id.clone())) {
            lines.insert(format!("added {section} {id}"));
        }
    }
    again(&under, plan, &mut lines);
    let before = settings(below);
    let mut setting = |key: &str, from: String, to: String| {
        if from != to {
            lines.insert(format!("setting {key}: {from} -> {to}"));
        }
    };
    let now = &plan.settings;
    setting(
        "due_soon",
        before.due_soon.to_string(),
        now.due_soon.to_string(),
    );
    setting(
        "backfill",
        before.backfill.to_string(),
        now.backfill.to_string(),
    );
    setting(
        "calendar",
        before.calendar.to_owned(),
        now.calendar.to_owned(),
    );
    lines
}

/// The sections of the packages alone.
fn sections_of(below: &[&Folder], head: &Plan) -> Plan {
    let nothing = Folder::empty(None, head);
    let mut folders = below.to_vec();
    folders.push(&nothing);
    sections(&folders)
}

/// Units, roles and sets of which the plan says something else than its packages.
fn again(under: &Plan, plan: &Plan, lines: &mut BTreeSet<String>) {
    let mut differs = |what: &str, id: &str, key: &str, from: Option<&str>, to: Option<&str>| {
        if from != to {
            lines.insert(format!("redefined {what} {id} {key}: {from:?} -> {to:?}"));
        }
    };
    for below in &under.units {
        let of = plan
            .units
            .iter()
            .find(|u| u.id == below.id)
            .expect("it is there");
        differs("unit", of.id, "name", Some(below.name), Some(of.name));
        differs("unit", of.id, "head", below.head, of.head);
    }
    for below in &under.roles {
        let of = plan
            .roles
            .iter()
            .find(|r| r.id == below.id)
            .expect("it is there");
        differs("role", of.id, "name", Some(below.name), Some(of.name));
        differs("role", of.id, "unit", below.unit, of.unit);
        differs("role", of.id, "answers_to", below.answers_to, of.answers_to);
        differs("role", of.id, "for_each", below.for_each, of.for_each);
    }
    for below in &under.subjects {
        let of = plan
            .subjects
            .iter()
            .find(|s| s.id == below.id)
            .expect("it is there");
        differs("set", of.id, "name", Some(below.name), Some(of.name));
    }
}
