//! The audit of many townships: what is found, what is broken, and the same bytes however it was split.

mod arranged;
mod broken;
mod bulk;
mod bundled;
pub(crate) mod county;
mod export;
mod many;
mod memory;
mod merged;
mod page;
mod session;
mod signs;
mod usage;
