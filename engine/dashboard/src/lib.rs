//! An audit as one HTML page for a county.
//!
//! In: an audit.
//! Out: a single HTML file.
//! Never here: a judgement, a clock, a file, anything fetched.
