//! Packages under a plan: what the plan says is dealt to them, and each says something about those below it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::people::BODIES;
use super::{Choices, SCHOOLS, VILLAGES};
use crate::layers::lay::is_narrower;
use crate::layers::parameter::{Known, narrow, settle, wrong};
use crate::layers::value::{Given, Value, compare};
use crate::layers::{Disable, Folder, Layers, Parameter, SetValue, Settings};
use crate::plan::{Hundredths, Limit, Plan, Role, Set, Setting, Settle, Unit, WaiverRules};

const CENTRAL: &str = "central/base";
const COUNTY: &str = "county/base";

/// The same plan, dealt to packages and to the plan on them.
pub(crate) fn layers(of: &Plan, choices: &mut Choices<'_>) -> Layers {
    let mut plan = of.clone();
    plan.settle(&mut Open(choices));
    let mut folders = folders(&plan, choices);
    // Mostly nothing is said that may not be.
    let strict = !choices.rarely(6);
    deal(&plan, &mut folders, choices);
    for at in 0..folders.len() {
        again(&mut folders, at, choices);
        folders[at].settings = settings(choices);
        folders[at].calendar = calendar(&plan, choices);
        declare(&mut folders, at, choices);
        set(&mut folders, at, strict, choices);
        waive(&mut folders, at, strict, choices);
        disable(&mut folders, at, strict, choices);
    }
    if !strict {
        write_twice(&mut folders, choices);
    }
    let plan = folders.pop().expect("the plan");
    let mut packages = folders;
    if choices.rarely(2) {
        packages.reverse();
    }
    Layers { packages, plan }
}

/// The folders, from below upwards.
fn folders(plan: &Plan, choices: &mut Choices<'_>) -> Vec<Folder> {
    let mut county = Folder::empty(Some(COUNTY), plan);
    let central = Folder::empty(Some(CENTRAL), plan);
    let mut own = Folder::empty(None, plan);
    let shape = choices.below(5);
    let on_central = matches!(shape, 1 | 2);
    county.extends = if on_central {
        vec![CENTRAL]
    } else {
        Vec::new()
    };
    // Named by the plan in the order in which they are laid, or where the one extends the other, the other way round.
    own.extends = match shape {
        0 | 1 => vec![COUNTY],
        2 => vec![COUNTY, CENTRAL],
        3 => vec![CENTRAL, COUNTY],
        _ => vec![COUNTY, CENTRAL],
    };
    match shape {
        0 => vec![county, own],
        4 => vec![county, central, own],
        _ => vec![central, county, own],
    }
}

/// Leaves some values to parameters.
struct Open<'a, 'c>(&'a mut Choices<'c>);

impl Open<'_, '_> {
    fn open<T: Copy>(&mut self, setting: &mut Setting<T>, rarely: u16, names: [&'static str; 2]) {
        if self.0.rarely(rarely) {
            *setting = Setting::Open(self.0.one(&names));
        }
    }
}

impl Settle for Open<'_, '_> {
    fn yes(&mut self, setting: &mut Setting<bool>) {
        self.open(setting, 6, ["on", "perhaps"]);
    }

    fn count(&mut self, setting: &mut Setting<u32>) {
        self.open(setting, 2, ["twice", "often"]);
    }

    fn limit(&mut self, setting: &mut Setting<Limit>) {
        self.open(setting, 2, ["week", "long"]);
    }

    fn number(&mut self, setting: &mut Setting<Hundredths>) {
        self.open(setting, 2, ["four", "much"]);
    }
}

/// Every entry of every section goes to one of the folders. Of a set some members may go to one further up.
fn deal(plan: &Plan, folders: &mut [Folder], choices: &mut Choices<'_>) {
    let count = u16::try_from(folders.len()).expect("few");
    macro_rules! deal {
        ($($section:ident)+) => { $(
            for entry in &plan.$section {
                let at = usize::from(choices.below(count));
                folders[at].content.$section.push(entry.clone());
            }
        )+ };
    }
    lists!(deal);
    deal!(units roles);
    for set in &plan.subjects {
        let at = choices.below(count);
        let above = at + choices.below(count - at);
        let left = usize::from(choices.below(4)).min(set.members.len());
        let (lower, upper) = set.members.split_at(left);
        let part = |members: &[_]| Set {
            members: members.to_vec(),
            ..set.clone()
        };
        let lower = if above == at {
            set.members.as_slice()
        } else {
            lower
        };
        folders[usize::from(at)].content.subjects.push(part(lower));
        if above > at {
            folders[usize::from(above)]
                .content
                .subjects
                .push(part(upper));
        }
    }
    for duty in folders.iter_mut().flat_map(|f| f.content.duties_mut()) {
        duty.optional = choices.rarely(2);
    }
}

/// Units, roles and sets of those below of which a folder says something else.
fn again(folders: &mut [Folder], at: usize, choices: &mut Choices<'_>) {
    let (below, from) = folders.split_at_mut(at);
    let own = &mut from[0].content;
    let units: Vec<&Unit> = below.iter().flat_map(|f| &f.content.units).collect();
    if let Some(unit) = choices.maybe(3, |c| some(&units, c)).flatten() {
        let name = choices.one(&[unit.name, "综治办"]);
        let head = choices.one(&[None, None, Some("r0")]);
        own.units.push(Unit {
            id: unit.id,
            name,
            head,
        });
    }
    let roles: Vec<&Role> = below.iter().flat_map(|f| &f.content.roles).collect();
    let role = choices.maybe(3, |c| some(&roles, c)).flatten();
    // Nobody answers to the one at the top but through him, so that nobody answers to himself.
    if let Some(role) = role.filter(|role| !own.roles.iter().any(|r| r.id == role.id)) {
        let above = (role.id != "r0").then_some("r0");
        own.roles.push(Role {
            id: role.id,
            name: choices.one(&[role.name, "主任"]),
            unit: None,
            answers_to: choices.one(&[None, above]),
            for_each: None,
        });
    }
    let sets: Vec<&Set> = below.iter().flat_map(|f| &f.content.subjects).collect();
    let set = choices.maybe(4, |c| some(&sets, c)).flatten();
    if let Some(set) = set.filter(|set| !own.subjects.iter().any(|s| s.id == set.id)) {
        own.subjects.push(Set {
            id: set.id,
            name: choices.one(&[set.name, "各单位"]),
            members: Vec::new(),
        });
    }
    for set in &mut own.subjects {
        if matches!(set.id, VILLAGES | SCHOOLS) && choices.rarely(6) {
            set.name = "片区";
        }
    }
}

fn some<'a, T>(of: &[&'a T], choices: &mut Choices<'_>) -> Option<&'a T> {
    let many = u16::try_from(of.len()).expect("few");
    (many > 0).then(|| of[usize::from(choices.below(many))])
}

fn settings(choices: &mut Choices<'_>) -> Settings {
    Settings {
        due_soon: choices.maybe(3, |c| c.one(&[0u32, 1, 7])),
        backfill: choices.maybe(3, |c| c.one(&[0u32, 5, 30])),
        calendar: choices.maybe(4, |c| c.one(&["monday_to_friday", "national"])),
    }
}

/// Each folder's own of the year, or none.
fn calendar(plan: &Plan, choices: &mut Choices<'_>) -> BTreeMap<Date, bool> {
    let keep = choices.one(&[0u16, 0, 1, 2]);
    let mut calendar = plan.calendar.clone();
    calendar.retain(|_, _| choices.below(2) < keep);
    calendar
}

/// The parameters that stand in for values, each in one of the folders, and some that only a report shows.
fn declare(folders: &mut [Folder], at: usize, choices: &mut Choices<'_>) {
    let kinds = [
        ("on", "boolean"),
        ("perhaps", "boolean"),
        ("twice", "integer"),
        ("often", "integer"),
        ("week", "limit"),
        ("long", "limit"),
        ("four", "decimal"),
        ("much", "decimal"),
        ("off", "boolean"),
        ("fine", "money"),
        ("clock", "limit"),
        ("grade", "choice"),
    ];
    let last = at + 1 == folders.len();
    for (id, kind) in kinds {
        let known = folders
            .iter()
            .any(|f| f.parameters.iter().any(|p| p.id == id));
        if !known && (last || choices.below(4) != 3) {
            let parameter = parameter(id, kind, choices);
            folders[at].parameters.push(parameter);
        }
    }
}

fn parameter(id: &'static str, kind: &'static str, choices: &mut Choices<'_>) -> Parameter {
    let stricter = choices.one(&[None, Some("more"), Some("less")]);
    let adjustable = choices.one(&["free", "free", "stricter", "fixed"]);
    let mut parameter = Parameter {
        id,
        name: id,
        kind,
        default: None,
        min: None,
        max: None,
        choices: Vec::new(),
        stricter,
        adjustable: if adjustable == "stricter" && stricter.is_none() {
            "free"
        } else {
            adjustable
        },
        reason: choices.one(&[None, None, Some("required"), Some("optional")]),
        question: "未定",
    };
    if kind == "choice" {
        parameter.choices = WORDS.to_vec();
    } else if kind != "boolean" {
        parameter.min = choices.maybe(4, |c| value(id, kind, c));
        parameter.max = choices.maybe(3, |c| value(id, kind, c));
    }
    let larger = |a: &Option<Given>, b: &Option<Given>| {
        let two = a
            .as_ref()
            .and_then(|a| a.value)
            .zip(b.as_ref().and_then(|b| b.value));
        two.is_some_and(|(a, b)| !compare(a, b, &[]).is_some_and(|order| order.is_le()))
    };
    if larger(&parameter.min, &parameter.max) {
        parameter.max = None;
    }
    let given = choices.maybe(2, |c| value(id, kind, c));
    let known = Known::of(&parameter, None);
    let allowed = |given: &Given| wrong(&known, &plain(id, given.clone())).is_none();
    parameter.default = given.filter(allowed);
    parameter
}

const WORDS: [&str; 3] = ["宽", "中", "严"];

fn plain(parameter: &'static str, value: Given) -> SetValue {
    SetValue {
        parameter,
        value,
        reason: None,
        adjustable: None,
    }
}

/// A value of a parameter, written one way or another.
fn value(id: &str, kind: &str, choices: &mut Choices<'_>) -> Given {
    let of = match kind {
        "boolean" => Value::Yes(choices.below(3) != 2),
        "integer" => Value::Whole(u32::from(1 + choices.below(3))),
        "decimal" | "money" => Value::Hundredths(choices.one(&[450, 100, 300, 5000, 825])),
        "choice" => Value::Choice(choices.one(&WORDS)),
        _ => {
            let hours = choices.one(&[24, 48, 2]);
            let limit = choices.one(&[
                Limit::Days(7),
                Limit::Days(5),
                Limit::Workdays(3),
                Limit::Workdays(5),
                Limit::Months(1),
                Limit::Days(1),
                Limit::Days(30),
            ]);
            let clock = id == "clock" && choices.rarely(2);
            Value::Limit(if clock { Limit::Hours(hours) } else { limit })
        }
    };
    Given::of(of, choices.below(2))
}

/// What a folder sets of those that it or a folder below it declares.
fn set(folders: &mut [Folder], at: usize, strict: bool, choices: &mut Choices<'_>) {
    let declared: Vec<Parameter> = folders[..=at]
        .iter()
        .flat_map(|f| f.parameters.clone())
        .collect();
    for parameter in &declared {
        if !choices.rarely(3) {
            continue;
        }
        let mut set = plain(parameter.id, value(parameter.id, parameter.kind, choices));
        set.reason = choices.one(&[Some("本地实际"), Some("本地实际"), None, Some(" ")]);
        set.adjustable = choices.one(&[
            None,
            None,
            None,
            Some("stricter"),
            Some("fixed"),
            Some("free"),
        ]);
        if !strict && choices.rarely(12) {
            set.value = Given {
                value: None,
                text: "若干".to_owned(),
            };
        }
        let below: Vec<&Folder> = folders[..=at].iter().collect();
        let known = settle(&below, &mut BTreeSet::new());
        let known = known.into_iter().find(|k| k.parameter.id == set.parameter);
        let mut known = known.expect("it is declared");
        if strict && (wrong(&known, &set).is_some() || narrow(&mut known, &set).is_some()) {
            continue;
        }
        folders[at].set.push(set);
    }
    if !strict && choices.rarely(8) {
        folders[at]
            .set
            .push(plain("nobody_knows", Given::of(Value::Whole(1), 0)));
    }
}

fn waive(folders: &mut [Folder], at: usize, strict: bool, choices: &mut Choices<'_>) {
    let rules = choices.maybe(2, |c| {
        let first = usize::from(c.below(3));
        let bodies = usize::from(c.below(4)).min(BODIES.len() - first);
        let most = [
            Limit::Days(60),
            Limit::Months(2),
            Limit::Workdays(10),
            Limit::Days(20),
        ];
        WaiverRules {
            granted_by: BODIES[first..first + bodies].to_vec(),
            at_most: c.maybe(2, |c| c.one(&most)),
            reason: c.one(&[Some("required"), Some("optional"), None]),
        }
    });
    let Some(rules) = rules else { return };
    let below = folders[..at].iter();
    let mut laid = below.rev().filter_map(|f| f.waivers.as_ref());
    // Narrower than each below it: so it is narrower than what they come to.
    if strict && !laid.all(|below| is_narrower(below, &rules)) {
        return;
    }
    let nothing = rules.granted_by.is_empty() && rules.at_most.is_none() && rules.reason.is_none();
    folders[at].waivers = (!nothing).then_some(rules);
}

fn disable(folders: &mut [Folder], at: usize, strict: bool, choices: &mut Choices<'_>) {
    let below = if strict { at } else { at + 1 };
    let duties = folders[..below].iter().flat_map(|f| f.content.duties());
    let ids: Vec<String> = duties
        .filter(|d| d.optional || !strict)
        .map(|d| d.id.clone())
        .collect();
    let mut disabled = Vec::new();
    for duty in ids {
        if choices.rarely(if strict { 3 } else { 8 }) {
            let reason = choices.one(&["并入他项", "本地没有"]);
            disabled.push(Disable { duty, reason });
        }
    }
    if !strict && choices.rarely(8) {
        disabled.push(Disable {
            duty: "nothing_here".to_owned(),
            reason: "没有",
        });
    }
    folders[at].disable = disabled;
}

/// A task of a package that the plan writes once more.
fn write_twice(folders: &mut [Folder], choices: &mut Choices<'_>) {
    let Some((own, below)) = folders.split_last_mut() else {
        return;
    };
    let task = below.iter().flat_map(|f| &f.content.tasks).next();
    if let Some(task) = task.filter(|_| choices.rarely(2)) {
        own.content.tasks.push(task.clone());
    }
}
