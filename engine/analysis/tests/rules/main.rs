//! What the analysis says of rules is held against what the engine says of facts.

mod brute_force;
mod known;
mod plans;
mod policies;
