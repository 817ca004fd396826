//! What is shown of an audit.

use luoshi_audit::Audit;
use luoshi_diagnostics::{Code, Note, Sources};

use super::super::Done;
use crate::args::AuditViewArgs;
use crate::exit::Exit;
use crate::session::Session;

/// Shows an audit as it was asked for.
pub(crate) fn show(audit: &Audit, _view: &AuditViewArgs, session: &mut Session) -> Done {
    if let Some(parts) = &audit.head.parts {
        let missing: Vec<String> = parts.missing().map(|which| format!("{which}/{}", parts.of)).collect();
        let note = Note::new(Code::AuditIncomplete).arg("missing", missing);
        session.show(&[note], &Sources::default());
    }
    let broken = audit.townships.iter().filter(|t| t.judged().is_none()).count();
    let failing = audit.townships.iter().filter_map(|t| t.judged());
    let failing = failing.flat_map(|judged| &judged.findings).filter(|f| f.fails).count();
    session.say(
        "audit-line",
        [
            ("townships", i64::try_from(audit.townships.len()).unwrap_or(i64::MAX).into()),
            ("broken", i64::try_from(broken).unwrap_or(i64::MAX).into()),
            ("failing", i64::try_from(failing).unwrap_or(i64::MAX).into()),
        ],
    );
    Ok(if broken + failing > 0 { Exit::Failing } else { Exit::Clean })
}
