//! Which papers are meant.

use luoshi_diagnostics::{Code, Note};
use luoshi_documents::{Paper, PaperState};

use crate::args::GenerateArgs;
use crate::failure::Failure;

/// The papers that the arguments name: by template, by id or the beginning of one, those that are
/// owed, or all that can be written. Without any of these, those that are owed.
pub(super) fn chosen<'p, 'l>(
    all: &'p [Paper<'l>],
    args: &GenerateArgs,
) -> Result<Vec<&'p Paper<'l>>, Failure> {
    let mut chosen: Vec<&Paper<'_>> = Vec::new();
    for wanted in &args.paper {
        let found: Vec<&Paper<'_>> = all.iter().filter(|paper| is(paper, wanted)).collect();
        if found.is_empty() {
            return Err(Note::new(Code::PaperUnknown)
                .arg("name", wanted.as_str())
                .into());
        }
        // What is over is written only if it is meant by its own id.
        let meant = |paper: &&Paper<'_>| paper.state != PaperState::Over || paper.id() == *wanted;
        chosen.extend(found.into_iter().filter(meant));
    }
    if args.all {
        chosen.extend(all.iter().filter(|paper| !is_over(paper)));
    } else if args.paper.is_empty() {
        chosen.extend(all.iter().filter(|paper| paper.is_owed()));
    }
    let mut seen = std::collections::BTreeSet::new();
    chosen.retain(|paper| seen.insert(paper.id()));
    Ok(chosen)
}

/// Whether a paper is what was typed: its template, its name, its id or what its id begins with.
fn is(paper: &Paper<'_>, wanted: &str) -> bool {
    let id = paper.id();
    let begins = id
        .strip_prefix(wanted)
        .is_some_and(|rest| rest.starts_with('/'));
    id == wanted || begins || paper.template.head.name == wanted
}

/// Whether nobody needs it any more.
fn is_over(paper: &Paper<'_>) -> bool {
    matches!(paper.state, PaperState::Over | PaperState::Recorded)
}
