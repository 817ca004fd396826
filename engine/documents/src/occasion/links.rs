//! Links of responsibility chains: a letter of responsibility for each, for each of its subjects.

use luoshi_plan::model::Link;

use super::{Occasion, Scene, whole};
use crate::files::Files;

/// Every link of every chain, for each of its subjects.
pub(super) fn links(files: &Files<'_>) -> Vec<Occasion> {
    let mut found: Vec<Occasion> = Vec::new();
    for (chain, written) in files.plan.content.chains.iter().enumerate() {
        if written.active.get() != Some(&true) {
            continue;
        }
        for (link, pair) in written.links.iter().enumerate() {
            for subject in subjects(files, pair) {
                let scene = Scene::Link {
                    chain,
                    link,
                    subject,
                };
                let occasion = occasion(files, &written.id.name, pair, subject, scene);
                // Two chains may hold the same link; two letters of one content would be one too many.
                if !found.iter().any(|other| other.id == occasion.id) {
                    found.push(occasion);
                }
            }
        }
    }
    found
}

fn occasion(
    files: &Files<'_>,
    chain: &str,
    pair: &Link,
    subject: Option<usize>,
    scene: Scene,
) -> Occasion {
    let subject = subject.map(|at| &files.plan.subjects[at]);
    let mut id = format!("{}/{}", pair.from.name, pair.to.name);
    let mut about = format!(
        "{}与{}",
        files.actor(&pair.from.name),
        files.actor(&pair.to.name)
    );
    if let Some(subject) = subject {
        id = format!("{id}/{}", subject.id.name);
        about = format!("{about} {}", subject.name);
    }
    Occasion {
        duty: Some(chain.to_owned()),
        subject: subject.map(|subject| subject.id.name.to_string()),
        ..Occasion::of_period(id, about, whole(files), scene)
    }
}

/// The subjects of a link: its own set, or that of the lower role; one without, if there is none.
fn subjects(files: &Files<'_>, pair: &Link) -> Vec<Option<usize>> {
    let mut roles = files.plan.content.roles.iter();
    let role = roles.find(|role| role.id.name == pair.to.name);
    let of_role = role.and_then(|role| role.for_each.as_ref());
    match pair.for_each.as_ref().or(of_role) {
        None => vec![None],
        Some(set) => {
            let members = files.plan.sets.get(&set.name);
            members.map_or(Vec::new(), |all| all.iter().map(|at| Some(*at)).collect())
        }
    }
}
