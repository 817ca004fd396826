//! What differs between two versions of a package, and a plan carried from one to the other.
//!
//! In: two versions of a package, the text of a plan.
//! Out: the differences in words of the domain; edits of the plan, and conflicts at their lines.
//! Never here: evidence, a judgement, a clock, a file.
