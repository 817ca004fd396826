//! `forbidden-subject`: an identity card or telephone number where a plan names people and subjects.

use luoshi_diagnostics::{Code, Note, Place};

use super::Context;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    let mut check = |anchor: &Place, path: &[&str], text: &str| {
        if let Some(what) = personal(text) {
            let note = cx.note(Code::ForbiddenSubject, anchor, path);
            notes.push(note.term("what", what));
        }
    };
    for person in &cx.fresh.persons {
        check(&person.staff.place, &[], &person.staff.name);
    }
    for subject in cx.fresh.subjects.iter().flat_map(|set| &set.members) {
        check(&subject.id.place, &[], &subject.id.name);
        check(&subject.id.place, &["name"], &subject.name);
    }
}

/// The catalogue key of the personal number that the text holds, if it holds one.
fn personal(text: &str) -> Option<&'static str> {
    let mut runs = text.split(|c: char| !c.is_ascii_digit() && c != 'X' && c != 'x');
    runs.find_map(|run| match run.len() {
        11 if is_mobile(run) => Some("personal-mobile"),
        18 if is_identity_card(run) => Some("personal-identity"),
        _ => None,
    })
}

fn is_mobile(run: &str) -> bool {
    let digits = run.as_bytes();
    digits.iter().all(u8::is_ascii_digit) && digits[0] == b'1' && digits[1] >= b'3'
}

/// GB 11643-1999: seventeen digits and a check character by ISO 7064 MOD 11-2.
fn is_identity_card(run: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: &[u8; 11] = b"10X98765432";
    let (body, check) = run.as_bytes().split_at(17);
    if !body.iter().all(u8::is_ascii_digit) {
        return false;
    }
    let sum: u32 = body
        .iter()
        .zip(WEIGHTS)
        .map(|(digit, w)| u32::from(digit - b'0') * w)
        .sum();
    check[0].to_ascii_uppercase() == CHECKS[(sum % 11) as usize]
}
