//! An audit as JSON lines, and a register of townships: what is read is written as it was.

use std::path::Path;

use luoshi_audit::{made_up, read, read_register, write};
use luoshi_diagnostics::Sources;

use crate::seeds::Seed;
use crate::{Target, notes};

pub(crate) const TARGET: Target = Target {
    name: "lines",
    run,
    seeds,
    words,
};

fn run(bytes: &[u8]) {
    match read(&mut &*bytes) {
        Ok(audit) => {
            let written = bytes_of(&audit);
            let again = read(&mut written.as_slice()).expect("what was written");
            assert_eq!(bytes_of(&again), written);
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        let mut sources = Sources::default();
        let file = sources.add("counties.yaml", text);
        notes::said(&read_register(file, text).notes, &sources);
    }
}

fn bytes_of(audit: &luoshi_audit::Audit) -> Vec<u8> {
    let mut written = Vec::new();
    write(audit, &mut written).expect("memory is enough");
    written
}

fn seeds(_: &Path) -> Vec<Seed> {
    let counties = "counties: [{ code: c1, name: 县, townships: [{ code: t1, name: 镇 }] }]\n";
    vec![
        Seed::new("audit", bytes_of(&made_up(12, 1))),
        Seed::new("counties", counties.as_bytes().to_vec()),
    ]
}

fn words() -> Vec<String> {
    let words = [
        "{\"head\":{",
        "{\"plan\":{",
        "{\"township\":{",
        "\"key\":\"",
        "\"as_of\":\"",
        "\"findings\":[",
        "\"status\":\"",
        "null",
        "1e400",
        "\\ud800",
        "[[[[[[[[",
        "{\"a\":{\"a\":",
        "counties:\n",
    ];
    words.map(str::to_owned).into()
}
