//! `engine/LIMITS.md` says what is: each number is that of the constant, and each limit is met and overstepped by one.
//!
//! A row whose test is `here` has a probe in this folder, which is given the number and one more. The others are too
//! large to be reached with a file: a test beside the code reaches them with smaller numbers.

mod constant;
mod table;

mod packages;
mod papers;
mod plans;
mod proofs;
mod records;
mod tables;

use luoshi_diagnostics::Code;

use constant::value;
use table::{Row, rows};

/// What is noticed of an input that has so many of something.
struct Probe {
    /// The first column of the table.
    what: &'static str,
    run: fn(usize) -> Vec<Code>,
}

fn probes() -> Vec<&'static Probe> {
    let all = [
        plans::PROBES,
        records::PROBES,
        tables::PROBES,
        packages::PROBES,
        proofs::PROBES,
    ];
    all.into_iter().flatten().collect()
}

#[test]
fn every_number_is_that_of_the_code() {
    for row in rows() {
        let (file, name) = row.constant();
        let found = value(file, name).unwrap_or_else(|| panic!("{file} has no {name}"));
        assert_eq!(row.most(), found, "{}: {name} in {file}", row.what);
    }
}

#[test]
fn every_limit_is_met_and_overstepped() {
    let probes = probes();
    let (mut tried, mut wrong) = (0, Vec::new());
    for row in rows() {
        match row.test() {
            None => {
                let probe = probes.iter().find(|probe| probe.what == row.what);
                let probe = probe.unwrap_or_else(|| panic!("nothing tries {}", row.what));
                wrong.extend(try_out(&row, probe));
                tried += 1;
            }
            Some((file, test)) => {
                let text = constant::file(file);
                let stands = text.contains(&format!("fn {test}("));
                assert!(stands, "{}: {file} has no test {test}", row.what);
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(tried, probes.len(), "each probe belongs to a row");
}

/// What is wrong with a limit.
fn try_out(row: &Row, probe: &Probe) -> Vec<String> {
    let most = usize::try_from(row.most()).expect("a number that can be reached");
    let code = row.code();
    let mut wrong = Vec::new();
    if (probe.run)(most).contains(&code) {
        wrong.push(format!("{}: {most} are refused", row.what));
    }
    let beyond = (probe.run)(most + 1);
    if !beyond.contains(&code) {
        wrong.push(format!("{}: {} pass: {beyond:?}", row.what, most + 1));
    }
    wrong
}
