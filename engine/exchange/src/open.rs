//! What is still to be rectified.

use jiff::civil::Date;
use luoshi_audit::{Accountable, Audit};
use luoshi_diagnostics::Lang;
use luoshi_plan::model::Severity;
use luoshi_rules::Status;

use crate::format::ExportError;
use crate::telling::Telling;
use crate::whole::{Case, Whole};

/// One thing that is still to be rectified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenItem {
    /// Code of the township.
    pub code: String,
    /// Where the township lies, as the audit says.
    pub source: String,
    /// Name of the township.
    pub township: String,
    /// What it is ranked in.
    pub county: String,
    /// Id of the finding within the township: the item is the same as long as it stays open.
    pub finding: String,
    /// Id of the duty.
    pub duty: String,
    /// What is to be rectified, in one line.
    pub what: String,
    /// Why, in words.
    pub reason: String,
    /// Numbers of the clauses.
    pub clauses: Vec<String>,
    /// How the finding stands.
    pub status: Status,
    /// How grave it is.
    pub severity: Severity,
    /// The day by which the duty itself was due.
    pub since: Option<Date>,
    /// The day by which it is to be rectified; none where nobody has set one.
    pub due: Option<Date>,
    /// Who answers, from the one nearest to the work.
    pub accountable: Vec<Accountable>,
    /// Records that the finding rests on, by id.
    pub evidence: Vec<String>,
}

/// What an audit alone knows to be open: each finding that fails, without a day of its own, since no audit sets one.
///
/// # Errors
/// Where a finding refers to a duty that the audit does not hold.
pub fn open_items(audit: &Audit, lang: Lang) -> Result<Vec<OpenItem>, ExportError> {
    let telling = Telling::of(lang);
    let whole = Whole::of(audit)?;
    let failing = whole.cases().filter(|case| case.finding.fails);
    Ok(failing.map(|case| item(&case, telling)).collect())
}

fn item(case: &Case<'_>, telling: Telling) -> OpenItem {
    let Case {
        township,
        duty,
        finding,
        ..
    } = case;
    OpenItem {
        code: township.code.clone(),
        source: township.source.clone(),
        township: township.name.clone(),
        county: township.county.clone(),
        finding: finding.id.clone(),
        duty: duty.id.clone(),
        what: telling.title(case),
        reason: telling.reason(case),
        clauses: duty.clauses.clone(),
        status: finding.status,
        severity: duty.severity,
        since: finding.day,
        due: None,
        accountable: finding.accountable.clone(),
        evidence: finding.evidence.clone(),
    }
}
