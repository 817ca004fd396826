//! The audit of many townships: what is found, what is broken, and the same bytes however it was split.

mod broken;
mod bulk;
mod county;
mod export;
mod merged;
mod page;
mod session;
mod usage;
