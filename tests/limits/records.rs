//! Records.

use luoshi_diagnostics::{Code, FileId};
use luoshi_evidence::Record;

use crate::Probe;

pub(crate) const PROBES: &[Probe] = &[
    Probe {
        what: "characters of an id, a name or an item",
        run: name,
    },
    Probe {
        what: "characters of a note",
        run: note,
    },
    Probe {
        what: "items of a list",
        run: items,
    },
    Probe {
        what: "digits before the point of a number",
        run: digits,
    },
    Probe {
        what: "a number, in hundredths",
        run: number,
    },
];

fn record(field: &str) -> Vec<Code> {
    let line = format!(r#"{{"id":"r1","kind":"visit","date":"2012-05-10",{field}}}"#);
    let read = Record::from_json(&line, FileId(0));
    let notes = read.err().unwrap_or_default();
    notes.iter().map(|note| note.code).collect()
}

fn name(n: usize) -> Vec<Code> {
    record(&format!(r#""subject":"{}""#, "村".repeat(n)))
}

fn note(n: usize) -> Vec<Code> {
    record(&format!(r#""note":"{}""#, "长".repeat(n)))
}

fn items(n: usize) -> Vec<Code> {
    let items: Vec<String> = (0..n).map(|at| format!("\"m{at}\"")).collect();
    record(&format!(r#""marks":[{}]"#, items.join(",")))
}

/// Small all the same: the exponent takes the digits back.
fn digits(n: usize) -> Vec<Code> {
    record(&format!(r#""quantity":1{}e-{}"#, "0".repeat(n - 1), n - 1))
}

fn number(n: usize) -> Vec<Code> {
    record(&format!(r#""amount":{}.{:02}"#, n / 100, n % 100))
}
