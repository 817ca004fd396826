//! The audit of many townships: found on disk, each judged by itself, side by side on several threads.
//!
//! Whatever is wrong with one township is an outcome of its own and never stops the rest.

mod arrange;
mod bulk;
mod find;
mod inputs;
mod one;
mod run;
mod stock;
mod threads;
mod township;
mod trouble;

pub use arrange::{arrange_bulk, is_parquet};
pub use bulk::{Bulk, BulkAudit, Named, audit_bulk, is_bulk};
pub use find::{Found, Site, find};
pub use one::audit_of_one;
pub use run::{Auditing, audit};
pub(crate) use stock::{Reading, Ready, Stock, read};
pub(crate) use township::defect;
