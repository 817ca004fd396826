//! Every target over its seeds, its cases and small changes of both: what a stable toolchain can do.
//!
//! `LUOSHI_FUZZ_CHANGES` says how many changes of each input are tried. An input that fails is kept, and the message
//! says where; it becomes a case once it is understood.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use libtest_mimic::{Arguments, Failed, Trial};
use luoshi_fuzz::{Mutator, Seed, TARGETS, Target};

/// Changes of a target's inputs, shared out among them.
const CHANGES: usize = 300;

/// Bytes that the thread of a target may hold at once: all inputs are smaller than a megabyte.
const HELD_AT_MOST: u64 = 512 << 20;

fn main() {
    let arguments = Arguments::from_args();
    let trials = TARGETS
        .iter()
        .map(|target| Trial::test(target.name, || check(target)));
    libtest_mimic::run(&arguments, trials.collect()).exit();
}

fn check(target: &Target) -> Result<(), Failed> {
    let mut inputs = (target.seeds)(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."));
    inputs.extend(cases(target)?);
    let asked = std::env::var("LUOSHI_FUZZ_CHANGES").ok();
    let asked = asked.and_then(|changes| changes.parse().ok());
    let changes: usize = asked.unwrap_or(CHANGES / inputs.len());
    let words = (target.words)();
    for input in &inputs {
        attempt(target, &input.name, &input.bytes)?;
        let mut mutator = Mutator::new(&input.name);
        for number in 1..=changes {
            let bytes = mutator.changed(&input.bytes, &words);
            attempt(target, &format!("{}-{number}", input.name), &bytes)?;
        }
    }
    Ok(())
}

/// The inputs that failed once.
fn cases(target: &Target) -> Result<Vec<Seed>, Failed> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("cases")
        .join(target.name);
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Ok(Vec::new());
    };
    let mut paths: Vec<PathBuf> = Vec::new();
    for entry in entries {
        paths.push(entry?.path());
    }
    paths.sort();
    let read = |path: PathBuf| -> Result<Seed, Failed> {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        Ok(Seed {
            name: name.into_owned(),
            bytes: std::fs::read(&path)?,
        })
    };
    paths.into_iter().map(read).collect()
}

fn attempt(target: &Target, name: &str, bytes: &[u8]) -> Result<(), Failed> {
    let mut ended = Ok(());
    let held = allocation_counter::measure(|| {
        ended = catch_unwind(AssertUnwindSafe(|| (target.run)(bytes)));
    });
    let why = match ended {
        Ok(()) if held.bytes_max <= HELD_AT_MOST => return Ok(()),
        Ok(()) => format!("it held {} bytes", held.bytes_max),
        Err(_) => "it panicked".to_owned(),
    };
    let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{}-{name}", target.name));
    std::fs::write(&kept, bytes)?;
    Err(format!("{}: {why}; the input is {}", target.name, kept.display()).into())
}
