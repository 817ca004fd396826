//! What became of findings: two audits side by side, trends, rectification until it is closed.
//!
//! In: audits of several days, rectification records.
//! Out: what is new, fixed, persisting, reopened; what is open, overdue, closed.
//! Never here: a judgement, a clock, a file.
