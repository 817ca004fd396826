//! The national workload by a policy engine: regorus FOLDER prints counts and checksums as JSON.
//!
//! Each township is one evaluation of `plan.rego` over its records, as they stand in the JSONL files; the host
//! adds up what comes of it and ranks the counties. One engine on one thread, as the crate's examples use it.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;

use regorus::{Engine, Value};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    let folder = std::env::args().nth(1).ok_or("regorus FOLDER")?;
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        files.push(entry?.path());
    }
    files.retain(|path: &PathBuf| path.extension().is_some_and(|ending| ending == "jsonl"));
    files.sort();
    let mut desk = Desk::new()?;
    for path in files {
        for line in BufReader::with_capacity(1 << 20, File::open(path)?).lines() {
            desk.record(&line?)?;
        }
    }
    desk.judge()?;
    println!("{}", desk.told());
    Ok(())
}

/// Gathers the records of a township and judges them.
struct Desk {
    engine: Engine,
    /// The township whose records are gathered.
    township: String,
    /// Its records, parted by commas.
    gathered: String,
    records: u64,
    sums: BTreeMap<String, i64>,
    /// Of each township, in order.
    scores: Vec<i64>,
}

impl Desk {
    fn new() -> Result<Desk> {
        let mut engine = Engine::new();
        engine.add_policy(
            "plan.rego".to_owned(),
            include_str!("../plan.rego").to_owned(),
        )?;
        Ok(Desk {
            engine,
            township: String::new(),
            gathered: String::new(),
            records: 0,
            sums: BTreeMap::new(),
            scores: Vec::new(),
        })
    }

    fn record(&mut self, line: &str) -> Result<()> {
        // The files begin each record with its township.
        let rest = line
            .strip_prefix("{\"township_id\":")
            .ok_or("a record without a township")?;
        let township = rest.split(',').next().unwrap_or_default();
        if township != self.township {
            self.judge()?;
            self.township = township.to_owned();
        }
        if !self.gathered.is_empty() {
            self.gathered.push(',');
        }
        self.gathered.push_str(line);
        self.records += 1;
        Ok(())
    }

    fn judge(&mut self) -> Result<()> {
        if self.gathered.is_empty() {
            return Ok(());
        }
        let input = format!("{{\"records\":[{}]}}", self.gathered);
        self.gathered.clear();
        self.engine.set_input(Value::from_json_str(&input)?);
        let result = self.engine.eval_rule("data.plan.result".to_owned())?;
        for (name, number) in result.as_object()?.iter() {
            let (name, number) = (name.as_string()?, number.as_i64()?);
            if name.as_ref() == "score" {
                self.scores.push(number);
            } else {
                *self.sums.entry(name.to_string()).or_default() += number;
            }
        }
        Ok(())
    }

    fn told(&self) -> serde_json::Value {
        let rank = |county: &[i64]| -> usize {
            let of = |one: &i64| 1 + county.iter().filter(|other| *other > one).count();
            county.iter().map(of).sum()
        };
        let hashed = |(township, score): (i64, &i64)| score * (township % 1009 + 1);
        let mut told = serde_json::json!({
            "score_sum": self.scores.iter().sum::<i64>(),
            "score_hash": (0..).zip(&self.scores).map(hashed).sum::<i64>(),
            "rank_sum": self.scores.chunks(20).map(rank).sum::<usize>(),
            "records": self.records,
        });
        for (name, sum) in &self.sums {
            let name = if name == "veto" {
                "veto_townships"
            } else {
                name
            };
            told[name] = (*sum).into();
        }
        told
    }
}
