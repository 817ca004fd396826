//! What surrounds the text of a paper: who issues it, under which number, on which day.

use luoshi_layout::{Field, SignatureDate};

use crate::fill::Fills;

/// What the plan or the process says of a paper beyond its template.
#[derive(Debug, Clone)]
pub struct Setting {
    /// Who issues it.
    pub issuer: IssuingBody,
    /// 发文字号; none for a paper without one.
    pub number: Option<Field>,
    /// 成文日期, which is the day of issue too.
    pub date: SignatureDate,
    /// What the real process has filled in.
    pub fills: Fills,
}

/// A body that issues documents, with nothing left to look up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssuingBody {
    /// Identifier; empty where the plan lists no issuers and its own issuing body stands in.
    pub id: String,
    /// As it signs.
    pub name: String,
    /// 发文机关标志.
    pub masthead: String,
    /// 机关代字 for the form of the paper; none where the plan does not say.
    pub symbol: Option<String>,
    /// The first number of the first year that the ledger knows.
    pub first_number: u32,
    /// 印发机关.
    pub printed_by: String,
    /// Whether its paper has the red head already.
    pub preprinted: bool,
}
