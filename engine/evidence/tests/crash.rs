//! A program that is killed while it writes loses nothing that it acknowledged and leaves
//! no half of a batch.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use jiff::civil::date;
use luoshi_evidence::{Filter, Kind, Ledger, Record};
use tempfile::TempDir;

/// Tells the test binary that it is the child, and where the ledger is.
const LEDGER: &str = "LUOSHI_TEST_CRASH_LEDGER";
const ROUNDS: u32 = 25;

/// Batches are of different sizes, so that a half one shows.
fn size(batch: u32) -> u32 {
    1 + batch * 7 % 23
}

fn batch(number: u32) -> Vec<Record> {
    (0..size(number))
        .map(|n| Record {
            id: format!("{number}-{n}"),
            note: Some("记".repeat(20)),
            ..Record::new(Kind::Visit, date(2012, 6, 1))
        })
        .collect()
}

/// The child: writes batches and acknowledges each, until it is killed. Without the
/// variable it is an empty test.
#[test]
fn writer() {
    let Some(path) = std::env::var_os(LEDGER) else {
        return;
    };
    let path = Path::new(&path);
    let opened = if path.exists() {
        Ledger::open(path)
    } else {
        Ledger::create(path)
    };
    let mut ledger = opened.unwrap();
    let (count, _) = ledger.head().unwrap();
    let mut number = first_batch_after(count);
    loop {
        ledger
            .append(&batch(number), date(2012, 7, 1).at(9, 0, 0, 0), "0012")
            .unwrap();
        println!("\nacknowledged {number}");
        number += 1;
    }
}

fn first_batch_after(count: u32) -> u32 {
    let (mut number, mut sum) = (0, 0);
    while sum < count {
        sum += size(number);
        number += 1;
    }
    number
}

/// Runs the child for a while, kills it, and returns the last batch that it acknowledged.
fn killed_after(path: &Path, delay: Duration) -> Option<u32> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "writer", "--nocapture"])
        .env(LEDGER, path)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    sleep(delay);
    child.kill().unwrap();
    let mut out = String::new();
    child
        .stdout
        .take()
        .unwrap()
        .read_to_string(&mut out)
        .unwrap();
    child.wait().unwrap();
    // The last line may be cut off in the middle of a number.
    let whole = out.rfind('\n').map_or("", |end| &out[..end]);
    let number = |line: &str| line.strip_prefix("acknowledged ").map(str::to_owned);
    let last = whole.lines().rev().find_map(number);
    last.map(|number| number.parse().unwrap())
}

#[test]
fn nothing_acknowledged_is_lost() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("ledger.db");
    let mut random = 0x2012_0510_u64;
    let mut last = None;
    for round in 0..ROUNDS {
        random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        let delay = Duration::from_micros(3_000 + (random >> 33) % 90_000);
        last = killed_after(&path, delay).or(last);
        if path.exists() {
            check(&path, last, round);
        }
    }
    assert!(
        last > Some(ROUNDS),
        "the child wrote too little to mean anything: {last:?}"
    );
}

fn check(path: &Path, last: Option<u32>, round: u32) {
    let ledger = Ledger::open(path).unwrap();
    let verified = ledger.verify().unwrap();
    let mut batches: BTreeMap<u32, u32> = BTreeMap::new();
    for entry in ledger.log(&Filter::default()).unwrap() {
        let number = entry.record.id.split('-').next().unwrap().parse().unwrap();
        *batches.entry(number).or_default() += 1;
    }
    for (place, (number, count)) in batches.iter().enumerate() {
        assert_eq!(u32::try_from(place).unwrap(), *number, "round {round}");
        assert_eq!(size(*number), *count, "round {round}, batch {number}");
    }
    assert_eq!(batches.values().sum::<u32>(), verified.count);
    let there = batches.last_key_value().map(|(number, _)| *number);
    assert!(
        there >= last,
        "round {round}: acknowledged {last:?}, found {there:?}"
    );
}
