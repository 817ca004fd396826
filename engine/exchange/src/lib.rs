//! An audit in the formats that other tools read: OSCAL, SARIF, JUnit, a workbook, CSV, Parquet.
//!
//! In: an audit.
//! Out: bytes of a format.
//! Never here: a judgement, a clock, a file.
