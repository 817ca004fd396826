//! `luoshi audit run`, which is also `luoshi audit`.

use std::num::NonZeroUsize;

use luoshi::{Auditing, Found, audit, find};
use luoshi_diagnostics::Sources;

use super::super::Done;
use super::parts::write;
use super::view::show;
use crate::args::AuditRunArgs;
use crate::progress::Count;
use crate::session::Session;
use crate::usage;

pub(super) fn run(args: &AuditRunArgs, session: &mut Session) -> Done {
    session.wants_json()?;
    if session.ledger.is_some() {
        // One ledger is one township's: its records would be judged as those of all others, too.
        return Err(usage::together("--ledger", "audit").into());
    }
    let Found { sites, notes } = find(&args.paths)?;
    session.show(&notes, &Sources::default());
    let how = Auditing {
        as_of: session.as_of(),
        packages: session.packages.clone(),
        county_by: args.county_by.unwrap_or_default(),
        shard: args.shard,
        jobs: args.jobs.unwrap_or_else(processors),
    };
    let count = Count::start(session.words, sites.len());
    let audit = audit(&sites, &how, &|done| count.at(done));
    drop(count);
    if let Some(path) = &args.output {
        write(&audit, path)?;
    }
    show(&audit, &args.view, session)
}

fn processors() -> NonZeroUsize {
    std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN)
}
