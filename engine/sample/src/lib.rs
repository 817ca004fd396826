//! Samples of evidence for the check on site: how large, which records, and what the result says of all.
//!
//! In: records, strata, a confidence, a tolerable rate, a seed.
//! Out: a sample; an estimate with its interval.
//! Never here: chance that no seed decides, a clock, a file.
