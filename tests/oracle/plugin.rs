//! What a plugin says, and what the engine makes of it.
//!
//! What the published plugins say is held by their own cases (`plugins/*/cases`, in the host by
//! `engine/plugin/tests/in_host.rs`). Here the program is one that says what is drawn, whatever it is shown.

mod program;

use std::sync::Arc;

use luoshi_plugin::Host;
use luoshi_tests::assess_with_plugins;
use proptest::prelude::*;

use crate::draw::{self, Choices};
use crate::{World, cases, compared, told_by_engine, told_by_oracle};

/// A world whose plan has a rule that a program judges, with the program.
fn with_plugin(of_plan: &[u16], of_plugin: &[u16], of_records: &[[u16; 24]]) -> (World, Arc<[u8]>) {
    let mut choices = Choices::new(of_plan);
    let mut plan = draw::plan(&mut choices, Some(&mut Choices::new(of_plugin)));
    let as_of = draw::as_of(&plan, &mut choices);
    let bytes = program::component(&plan.plugins[0].program);
    plan.plugins[0].digest = program::digest(&bytes);
    let mut world = World {
        plan,
        ledger: Vec::new(),
        as_of,
    };
    for numbers in of_records {
        let record = draw::record(&world.plan, &world.ledger, &mut Choices::new(numbers));
        world.ledger.push(record);
    }
    (world, bytes.into())
}

fn differences(world: &World, program: &Arc<[u8]>, host: &Host) -> Result<(), String> {
    let plan = serde_json::to_string(&world.plan).expect("a plan is JSON");
    let lines = world.ledger.iter();
    let lines = lines.map(|r| serde_json::to_string(r).expect("a record is JSON") + "\n");
    let ledger: String = lines.collect();
    let shown = || {
        let says = &world.plan.plugins[0].program;
        format!("as of {}\n{says:?}\n{plan}\n{ledger}", world.as_of)
    };
    let mut texts = world.plan.others();
    texts.push(("plan.yaml".to_owned(), plan.clone()));
    let binaries = vec![(
        format!("plugins/{}", crate::plan::FILE),
        Arc::clone(program),
    )];
    let engine = assess_with_plugins(&texts, binaries, host, &ledger, world.as_of)
        .map_err(|notes| format!("refused:\n{notes}\n{}", shown()))?;
    match compared(&told_by_oracle(world), &told_by_engine(&engine)) {
        none if none.is_empty() => Ok(()),
        some => Err(format!("{some}\n{}", shown())),
    }
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn the_engine_makes_of_a_plugin_what_the_page_says(
        of_plan in prop::collection::vec(any::<u16>(), 0..300),
        of_plugin in prop::collection::vec(any::<u16>(), 0..60),
        records in prop::collection::vec(any::<[u16; 24]>(), 0..40),
    ) {
        let host = Host::new(None).expect("a host");
        let (world, program) = with_plugin(&of_plan, &of_plugin, &records);
        if let Err(said) = differences(&world, &program, &host) {
            return Err(TestCaseError::fail(said));
        }
    }
}
