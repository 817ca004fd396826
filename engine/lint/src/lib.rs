//! Judges a plan without evidence: its structure, and the burden that it lays on those who carry it out.
//!
//! In: a [`luoshi_plan::Plan`] with the files it was read from, the limits of a day.
//! Out: notes, and a burden statement.
//! Never here: evidence, a clock, a file, an unordered map.
