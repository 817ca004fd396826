//! Who grants waivers: the most general package that says so, and whoever extends it may only ask for more.

use std::cmp::Ordering;

use luoshi_diagnostics::{Code, Note, Place};

use crate::atlas::entry;
use crate::decode::{Decode, Scratch};
use crate::measure::compare_limits;
use crate::model::{Decider, Need, WaiverRules};
use crate::yaml::Node;

/// The rules in force, key by key, and what an upper layer may not say.
pub(crate) fn waivers<'n>(
    trees: impl Iterator<Item = &'n Node>,
    notes: &mut Vec<Note>,
) -> Option<WaiverRules> {
    let mut laid: Option<WaiverRules> = None;
    for node in trees.filter_map(|tree| entry(tree, "waivers")) {
        let Some(given) = WaiverRules::decode(node, &mut Scratch::default().cx()) else {
            continue; // Noted when the file was decoded.
        };
        laid = Some(match laid {
            None => given,
            Some(below) => narrowed(below, given, node, notes),
        });
    }
    laid
}

fn narrowed(
    below: WaiverRules,
    given: WaiverRules,
    node: &Node,
    notes: &mut Vec<Note>,
) -> WaiverRules {
    let at = |key| entry(node, key).map_or(&node.place, |value| &value.place);
    let mut looser = |key: &'static str, given: String, below: String| {
        notes.push(note(at(key), key, given, below));
    };
    let names = |rules: &WaiverRules| {
        let names: Vec<&str> = rules.granted_by.iter().map(|b| b.name.as_str()).collect();
        names.join("、")
    };
    // The county's committee by name, but as a body of the township, would be another body.
    let same = |a: &Decider, b: &Decider| a.name == b.name && a.level == b.level;
    let known = |body: &Decider| below.granted_by.iter().any(|b| same(b, body));
    let stranger = given.granted_by.iter().any(|body| !known(body));
    if !below.granted_by.is_empty() && stranger {
        looser("granted_by", names(&given), names(&below));
    }
    if let (Some(most), Some(before)) = (given.at_most, below.at_most) {
        let order = compare_limits(most, before);
        if !matches!(order, Some(Ordering::Less | Ordering::Equal)) {
            looser("at_most", most.to_string(), before.to_string());
        }
    }
    let said = entry(node, "reason").is_some();
    if said && given.reason < below.reason {
        let word = |need: Need| need.word().to_owned();
        looser("reason", word(given.reason), word(below.reason));
    }
    WaiverRules {
        granted_by: match given.granted_by.is_empty() {
            true => below.granted_by,
            false => given.granted_by,
        },
        at_most: given.at_most.or(below.at_most),
        reason: match said {
            true => given.reason,
            false => below.reason,
        },
    }
}

fn note(place: &Place, key: &'static str, given: String, below: String) -> Note {
    Note::new(Code::LooserWaivers)
        .at(place.clone())
        .arg("key", key)
        .arg("given", given)
        .arg("below", below)
}
