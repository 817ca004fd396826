//! Evidence of many townships from bulk files: Parquet, CSV, JSONL with a column for the township.
//!
//! In: bytes of bulk files, a mapping of their columns and words, an as-of day.
//! Out: the `Evidence` of one township after the other.
//! Never here: a judgement, a clock, an unordered map.
