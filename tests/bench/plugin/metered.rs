//! The same evaluation in engines that count steps, that count time, and that count nothing.

use std::time::Duration;

use luoshi_evidence::Kind;
use luoshi_plugin_interface::{Encoder, ROWS_AT_MOST};
use wasmtime::component::{Component, InstancePre, Linker, Val};
use wasmtime::{Config, Engine, Store};

use crate::{line, medians, rules};

/// An engine with the rule in it.
struct Metered {
    engine: Engine,
    plugin: InstancePre<()>,
    fuel: bool,
}

impl Metered {
    fn new(bytes: &[u8], fuel: bool, epoch: bool) -> Metered {
        let mut config = Config::new();
        config.consume_fuel(fuel).epoch_interruption(epoch);
        let engine = Engine::new(&config).expect("an engine");
        let component = Component::new(&engine, bytes).expect("a component");
        let plugin = Linker::new(&engine).instantiate_pre(&component);
        let plugin = plugin.expect("no imports");
        Metered {
            engine,
            plugin,
            fuel,
        }
    }

    /// Starts, adds and finishes. The types of the other two calls are told to the engine as they are
    /// met; only `add`, which is measured, is called with types that it knows.
    fn run(&self, batches: &[Vec<u8>]) {
        let mut store = Store::new(&self.engine, ());
        if self.fuel {
            store.set_fuel(u64::MAX).expect("it counts");
        }
        store.set_epoch_deadline(u64::MAX / 2);
        let instance = self.plugin.instantiate(&mut store).expect("an instance");
        let function = |store: &mut Store<()>, name: &str| {
            let rule = instance
                .get_export_index(&mut *store, None, RULE)
                .expect("a rule");
            let at = instance.get_export_index(&mut *store, Some(&rule), name);
            instance
                .get_func(&mut *store, at.expect("exported"))
                .expect("a function")
        };
        let mut answer = [Val::Bool(false)];
        let start = function(&mut store, "start");
        start
            .call(&mut store, &[setting()], &mut answer)
            .expect("no trap");
        let add = function(&mut store, "add");
        let add = add
            .typed::<(u32, &[u8]), (Result<(), String>,)>(&store)
            .expect("its type");
        for batch in batches {
            let (added,) = add.call(&mut store, (0, batch)).expect("no trap");
            added.expect("it takes them");
        }
        let finish = function(&mut store, "finish");
        finish.call(&mut store, &[], &mut answer).expect("no trap");
    }
}

const RULE: &str = "luoshi:plugin/rule@1.0.0";

fn setting() -> Val {
    let day = |name: &str| (name.to_owned(), Val::S32(0));
    let values = ("values".to_owned(), Val::List(Vec::new()));
    Val::Record(vec![day("as-of"), day("first"), day("last"), values])
}

/// Compares what counting costs in a loop as tight as a rule can be.
pub(crate) fn compare(ledger: &rules::Ledger) {
    println!("Counting, in the simple rule without packing");
    let bytes = rules::late_component();
    let batches = batches(ledger);
    let [both, fuel, epoch, none] = [(true, true), (true, false), (false, true), (false, false)]
        .map(|(fuel, epoch)| Metered::new(&bytes, fuel, epoch));
    let times: [Duration; 4] = medians([
        &mut || none.run(&batches),
        &mut || epoch.run(&batches),
        &mut || fuel.run(&batches),
        &mut || both.run(&batches),
    ]);
    for (what, time) in [
        "nothing",
        "time",
        "steps",
        "steps and time, as the host does",
    ]
    .into_iter()
    .zip(times)
    {
        line(what, time, times[0], "uncounted");
    }
}

fn batches(ledger: &rules::Ledger) -> Vec<Vec<u8>> {
    let columns = ledger.evidence.of(Kind::Visit);
    let rows = columns
        .day
        .chunks(ROWS_AT_MOST)
        .zip(columns.recorded.chunks(ROWS_AT_MOST));
    let batch = |(days, entered): (&[i32], &[i32])| {
        let mut encoder = Encoder::default();
        encoder.start(2);
        encoder.days(days.iter().copied());
        encoder.days(entered.iter().copied());
        encoder.finish(days.len(), 1, std::iter::empty()).to_vec()
    };
    rows.map(batch).collect()
}
