//! The `luoshi` binary.
fn main() {}
