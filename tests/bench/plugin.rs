//! Rules as plugins beside the same rules without: one simple rule natively, in Rhai and as a plugin, a
//! real one natively and as a plugin, loading with and without compiled code at hand, and what it
//! costs to count steps. All in one run; only the ratios mean something.

#[path = "plugin/metered.rs"]
mod metered;
#[path = "plugin/rules.rs"]
mod rules;
#[allow(unreachable_pub, reason = "shared with the tests of the host")]
#[path = "../../engine/plugin/tests/support/mod.rs"]
mod support;

use std::hint::black_box;
use std::time::{Duration, Instant};

use luoshi::PluginCache;
use luoshi_evidence::Kind;
use luoshi_plugin::Host;
use luoshi_plugin_interface::Value;

const ROUNDS: usize = 15;
/// Ten batches.
const ROWS: usize = 100_000;

fn main() {
    let ledger = rules::ledger(ROWS);
    simple(&ledger);
    real(&ledger);
    start();
    metered::compare(&ledger);
}

/// Median times of several things, done in turn so that each meets the same machine.
fn medians<const N: usize>(mut things: [&mut dyn FnMut(); N]) -> [Duration; N] {
    let mut times: [Vec<Duration>; N] = std::array::from_fn(|_| Vec::new());
    for _ in 0..ROUNDS {
        for (thing, times) in things.iter_mut().zip(&mut times) {
            let start = Instant::now();
            thing();
            times.push(start.elapsed());
        }
    }
    times.map(|mut times| {
        times.sort();
        times[times.len() / 2]
    })
}

fn line(what: &str, time: Duration, against: Duration, name: &str) {
    let each = time.as_secs_f64() * 1e9 / ROWS as f64;
    let ratio = time.as_secs_f64() / against.as_secs_f64();
    println!("{what:<44} {each:>9.1} ns/record {ratio:>8.2} x {name}");
}

/// How many records were entered more than a week late: a sum, with nothing to hide the way to it.
fn simple(ledger: &rules::Ledger) {
    println!("One simple rule, batches of 10,000");
    let host = support::host();
    let plugin = host.load(&rules::late_component()).expect("it loads");
    let script = rules::Script::new();
    let columns = ledger.evidence.of(Kind::Visit);
    let expected = rules::late(&columns.day, &columns.recorded);
    assert_eq!(script.late(&columns.day, &columns.recorded), expected);
    let counted = || {
        let answers = plugin.run(&[], ledger.sight()).expect("an answer");
        answers[0].finding.figure
    };
    assert_eq!(counted(), expected);
    let [native, rhai, wasm] = medians([
        &mut || {
            black_box(rules::late(
                black_box(&columns.day),
                black_box(&columns.recorded),
            ));
        },
        &mut || {
            black_box(script.late(&columns.day, &columns.recorded));
        },
        &mut || {
            black_box(counted());
        },
    ]);
    line("natively", native, native, "native");
    line(
        "as a plugin, packing and start included",
        wasm,
        native,
        "native",
    );
    line("in Rhai, record by record", rhai, wasm, "plugin");
}

/// The plugin `backfill`: the same source, compiled twice.
fn real(ledger: &rules::Ledger) {
    println!("A real rule: backfill");
    let host = support::host();
    let plugin = host.load(&rules::committed("backfill")).expect("it loads");
    let values: Vec<Value> = rules::defaults(&plugin.description);
    let natively = || rules::backfill(ledger, &values);
    let in_host = || {
        let answers = plugin.run(&values, ledger.sight()).expect("an answer");
        answers
            .into_iter()
            .map(|answer| answer.finding)
            .collect::<Vec<_>>()
    };
    assert_eq!(natively(), in_host());
    let [native, wasm] = medians([
        &mut || {
            black_box(natively());
        },
        &mut || {
            black_box(in_host());
        },
    ]);
    line("natively, from the same batches", native, native, "native");
    line("as a plugin", wasm, native, "native");
}

/// What the four plugins add to the start of a run.
fn start() {
    println!("Four plugins from bytes to ready");
    let folder = tempfile::tempdir().expect("a folder");
    let names = [
        "backfill",
        "copied-records",
        "roster-fairness",
        "regular-figures",
    ];
    let components = names.map(rules::committed);
    let load = |cache: Option<PluginCache>| {
        let cache = cache.map(|cache| Box::new(cache) as Box<dyn luoshi_plugin::Cache>);
        let host = Host::new(cache).expect("a host");
        let components = components.each_ref().map(Vec::as_slice);
        for plugin in host.load_all(&components) {
            black_box(plugin.expect("it loads"));
        }
    };
    let cached = || PluginCache::at(folder.path());
    load(cached());
    let [kept, compiled] = medians([&mut || load(cached()), &mut || load(None)]);
    let milliseconds = kept.as_secs_f64() * 1e3;
    let ratio = compiled.as_secs_f64() / kept.as_secs_f64();
    println!(
        "{:<44} {milliseconds:>9.2} ms, engine included",
        "with compiled code in the cache"
    );
    println!("{:<44} {ratio:>9.0} x that", "compiled anew");
}
