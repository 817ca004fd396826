//! The same input twice, on one and on many threads.

use luoshi_plugin::{Answer, Cause};

use crate::support::{HONEST, component, host, run, township};

/// Takes so many steps for each row that ten rows more are what it may do at most.
const HEAVY: &str = r#"(module (use memory) (use describe) (use start) (use answer)
  (func (export "rule#add") (param $reading i32) (param $at i32) (param $len i32) (result i32)
    (local $left i32)
    (if (local.get $reading) (then
      (local.set $left (i32.mul (i32.load offset=4 (local.get $at)) (i32.const 8000000)))
      (loop $again
        (local.set $left (i32.sub (local.get $left) (i32.const 1)))
        (br_if $again (local.get $left)))))
    (i32.const 16))
  (func (export "rule#finish") (result i32) (call $answer (i32.const 1))))"#;

fn eight<T: Send>(of: impl Fn() -> T + Sync) -> Vec<T> {
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(&of)).collect();
        threads
            .into_iter()
            .map(|thread| thread.join().expect("a thread"))
            .collect()
    })
}

#[test]
fn eight_threads_give_what_one_gives() {
    let host = host();
    let bytes = component(HONEST);
    let township = township(25_000);
    let one: Result<Vec<Answer>, Cause> = run(&host.load(&bytes).expect("a plugin"), &township);
    assert!(
        one.as_ref()
            .is_ok_and(|answers| answers[0].finding.figure > 1_000_000)
    );
    let shared = host.load(&bytes).expect("a plugin");
    for other in eight(|| run(&shared, &township)) {
        assert_eq!(one, other);
    }
    for other in eight(|| run(&host.load(&bytes).expect("a plugin"), &township)) {
        assert_eq!(one, other);
    }
}

#[test]
fn the_steps_end_at_the_same_row_everywhere() {
    let host = host();
    let plugin = host.load(&component(HEAVY)).expect("a plugin");
    let ends = |rows: usize| run(&plugin, &township(rows)) == Err(Cause::Fuel);
    let last = (1..60).find(|rows| ends(*rows)).expect("an end");
    assert!((10..40).contains(&last), "{last}");
    for found in eight(|| (ends(last - 1), ends(last))) {
        assert_eq!(found, (false, true));
    }
}

#[test]
fn a_plugin_outlives_its_host() {
    let host = host();
    let plugin = host.load(&component(HONEST)).expect("a plugin");
    drop(host);
    assert!(run(&plugin, &township(3)).is_ok());
}
