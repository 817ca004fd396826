//! Plans that lie on packages: what is laid on what, and the judgement of what comes of it.

use std::collections::BTreeSet;

use luoshi_plan::{Change, Deviations, Difference, Inactive, ParameterInForce, Plan, SetBy};
use luoshi_tests::assess_on;
use proptest::prelude::*;

use crate::draw::{self, Choices};
use crate::layers::Layers;
use crate::layers::lay::{Laid, lay};
use crate::layers::parameter::{Known, needs_reason};
use crate::{Told, World, cases, told_by_engine, told_by_oracle, world};

/// A plan on packages, what it comes to, a ledger and a day.
struct OnPackages {
    layers: Layers,
    laid: Laid,
    world: World,
}

fn on_packages(of_plan: &[u16], of_layers: &[u16], of_records: &[[u16; 24]]) -> OnPackages {
    let one = world(of_plan, &[]);
    let layers = draw::layers(&one.plan, &mut Choices::new(of_layers));
    let laid = lay(&layers);
    let mut world = World {
        plan: laid.plan.clone(),
        ledger: Vec::new(),
        as_of: one.as_of,
    };
    for numbers in of_records {
        let record = draw::record(&world.plan, &world.ledger, &mut Choices::new(numbers));
        world.ledger.push(record);
    }
    OnPackages {
        layers,
        laid,
        world,
    }
}

/// What is said of the packages, beside what is judged.
fn laid_by_oracle(laid: &Laid, told: &mut Told) {
    for known in &laid.parameters {
        told.insert(
            format!("= parameter {}", known.parameter.id),
            of_known(known),
        );
    }
    let off: Vec<String> = laid.plan.off().into_iter().map(str::to_owned).collect();
    let reason = |id: &String| (id.clone(), laid.plan.disabled.get(id).copied());
    let off: BTreeSet<_> = off.iter().map(reason).collect();
    told.insert("= off".to_owned(), format!("{off:?}"));
    told.insert("= deviations".to_owned(), format!("{:#?}", laid.deviations));
}

fn of_known(known: &Known) -> String {
    let text = |given: &crate::layers::value::Given| given.text.clone();
    let value = known.value.as_ref().map(text);
    let (below, below_by) = known.below.as_ref().map_or_else(
        || (value.clone(), known.by.clone()),
        |(below, by)| (below.as_ref().map(text), by.clone()),
    );
    let (by, change) = (&known.by, known.change());
    let (how, needed, why) = (known.adjustable, needs_reason(known), known.reason);
    format!(
        "{value:?} by {by}, below {below:?} by {below_by}: {change:?}; {how}, needed {needed}, {why:?}"
    )
}

/// The same of the engine.
fn laid_by_engine(plan: &Plan, told: &mut Told) {
    for parameter in &plan.parameters {
        told.insert(
            format!("= parameter {}", parameter.id),
            of_parameter(parameter),
        );
    }
    let reason = |off: &Inactive| (off.duty.clone(), off.reason.clone());
    let off: BTreeSet<_> = plan.inactive.iter().map(reason).collect();
    told.insert("= off".to_owned(), format!("{off:?}"));
    let deviations = of_deviations(&plan.deviations, plan);
    told.insert("= deviations".to_owned(), format!("{deviations:#?}"));
}

fn of_parameter(of: &ParameterInForce) -> String {
    let by = |by: &SetBy| match by {
        SetBy::Package(name) => format!("default {name}"),
        SetBy::Extending(name) => name.clone(),
        SetBy::Plan => "plan".to_owned(),
        SetBy::Nobody => "nobody".to_owned(),
    };
    let change = of.change.map(|change| match change {
        Change::Decided => "decided",
        Change::Stricter => "stricter",
        Change::Looser => "looser",
        Change::Other => "other",
    });
    let (value, below, how) = (&of.value, &of.below, of.adjustable.word());
    let (set_by, below_by) = (by(&of.set_by), by(&of.below_by));
    let (needed, why) = (of.reason_needed, &of.reason);
    format!(
        "{value:?} by {set_by}, below {below:?} by {below_by}: {change:?}; {how}, needed {needed}, {why:?}"
    )
}

fn of_deviations(of: &Deviations, plan: &Plan) -> BTreeSet<String> {
    let mut lines = BTreeSet::new();
    for duty in &of.disabled {
        let off = plan.inactive.iter().find(|off| off.duty == *duty);
        let reason = off
            .and_then(|off| off.reason.as_deref())
            .unwrap_or_default();
        lines.insert(format!("disabled {duty}: {reason}"));
    }
    for added in &of.added {
        lines.insert(format!("added {} {}", added.section, added.id));
    }
    for again in &of.redefined {
        for Difference { key, from, to } in &again.differences {
            let (what, id) = (again.space.word(), &again.id);
            lines.insert(format!("redefined {what} {id} {key}: {from:?} -> {to:?}"));
        }
    }
    for Difference { key, from, to } in &of.settings {
        let word = |of: &Option<String>| of.clone().unwrap_or_default();
        lines.insert(format!("setting {key}: {} -> {}", word(from), word(to)));
    }
    lines
}

/// What the two say differently.
fn differences(of: &OnPackages) -> Result<(), String> {
    let (packages, plan) = of.layers.texts();
    let twin = {
        let mut twin = of.layers.plan.clone();
        twin.set.clear();
        twin.disable.clear();
        twin.texts()
    };
    let lines = of.world.ledger.iter();
    let lines = lines.map(|r| serde_json::to_string(r).expect("a record is JSON") + "\n");
    let ledger: String = lines.collect();
    let shown = || {
        let mut shown = format!("as of {}\n", of.world.as_of);
        let files = packages.iter().flatten().chain(&plan);
        for (path, text) in files {
            shown += &format!("--- {path}\n{text}\n");
        }
        shown + "--- evidence\n" + ledger.as_str()
    };
    let judged = assess_on(&packages, &plan, &twin, &ledger, of.world.as_of);
    let (laid, assessment) = match judged {
        Err((codes, _)) if codes == of.laid.refused => return Ok(()),
        Err((codes, notes)) => {
            let refused = &of.laid.refused;
            return Err(format!(
                "oracle {refused:?}, engine {codes:?}\n{notes}\n{}",
                shown()
            ));
        }
        Ok(_) if !of.laid.refused.is_empty() => {
            return Err(format!(
                "oracle {:?}, engine none\n{}",
                of.laid.refused,
                shown()
            ));
        }
        Ok(judged) => judged,
    };
    let (mut by_oracle, mut by_engine) = (told_by_oracle(&of.world), told_by_engine(&assessment));
    laid_by_oracle(&of.laid, &mut by_oracle);
    laid_by_engine(&laid, &mut by_engine);
    match crate::compared(&by_oracle, &by_engine) {
        none if none.is_empty() => Ok(()),
        some => Err(format!("{some}\n{}", shown())),
    }
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn the_engine_lays_a_plan_on_packages_as_the_page_says(
        of_plan in prop::collection::vec(any::<u16>(), 0..300),
        of_layers in prop::collection::vec(any::<u16>(), 0..300),
        records in prop::collection::vec(any::<[u16; 24]>(), 0..40),
    ) {
        if let Err(said) = differences(&on_packages(&of_plan, &of_layers, &records)) {
            return Err(TestCaseError::fail(said));
        }
    }
}
