//! `luoshi schema`: what editors and tools check plans and reports with.

use super::Done;
use crate::args::{SchemaArgs, SchemaOf};
use crate::exit::Exit;
use crate::session::Session;

pub(super) fn run(args: &SchemaArgs, session: &mut Session) -> Done {
    match args.of {
        SchemaOf::Plan => session.out.json(&luoshi_plan::schema()),
        SchemaOf::Assessment => session.out.write(luoshi_report::SCHEMA),
    }
    Ok(Exit::Clean)
}
