//! Rosters planned: who has which shift.
//!
//! In: the persons of a pool, days, rules as data, a seed; a published roster to be repaired.
//! Out: assignments that keep every rule, or the rules that cannot be kept together.
//! Never here: evidence, a file, a clock, chance that no seed decides.
