//! What an audit comes to, on audits small enough to count by hand, and on made-up ones counted in another way.

mod chains;
mod changes;
mod counted_again;
mod counties;
mod duties;
mod ranking;
mod register;
mod roll;
mod scores;
mod shards;
mod signs;
mod small;
