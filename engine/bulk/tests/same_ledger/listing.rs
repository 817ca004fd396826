//! Evidence as text, so that two can be compared whatever the numbers of their texts are.

use luoshi_evidence::{Evidence, Kind};

/// Everything that counts, one line a record.
pub(crate) fn listing(evidence: &Evidence) -> Vec<String> {
    let mut lines = vec![format!(
        "{} {} {} {} {}",
        evidence.total,
        evidence.superseded,
        evidence.withdrawn,
        evidence.unseen,
        evidence.last_recorded
    )];
    let names = &evidence.names;
    let ids = &evidence.ids;
    for kind in Kind::ALL {
        let c = evidence.of(kind);
        for row in 0..c.len() {
            lines.push(format!(
                "{} {} {} {} {} | {} | {} | {} | {} | {} | {} {} {} {} {} {} {} | {:?} {:?}",
                kind.name(),
                c.seq[row],
                ids.shown(c.id[row]),
                c.day[row],
                c.minute[row],
                names.text(c.duty[row]),
                names.text(c.subject[row]),
                names.text(c.actor[row]),
                names.text(c.status[row]),
                names.text(c.marks[row]),
                c.quantity[row],
                c.amount[row],
                ids.shown(c.refers[row]),
                c.until[row],
                c.recorded[row],
                c.attachments[row],
                c.corrected[row],
                evidence.notes.of(c.seq[row]),
                evidence.files.of(c.seq[row]),
            ));
        }
    }
    lines
}
