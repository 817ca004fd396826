//! Cases of a plugin's rule, as data: what it is handed, and what it should answer.
//!
//! In: YAML. Out: a setting, packed batches, the findings expected, and how an answer differs from them.
//! Never here: WASM, a plan.
