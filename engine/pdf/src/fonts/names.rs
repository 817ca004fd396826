//! What a font calls itself.

use std::collections::BTreeSet;

use encoding_rs::GBK;
use ttf_parser::name_id::{FAMILY, FULL_NAME, POST_SCRIPT_NAME, TYPOGRAPHIC_FAMILY};
use ttf_parser::{Face, PlatformId};

/// Under Windows, names of old Chinese fonts are in GBK.
const WINDOWS_PRC: u16 = 3;

/// Every name of a face, in every language, as [`folded`] puts it.
pub(crate) fn names(face: &Face<'_>) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for name in face.names() {
        if !matches!(
            name.name_id,
            FAMILY | FULL_NAME | POST_SCRIPT_NAME | TYPOGRAPHIC_FAMILY
        ) {
            continue;
        }
        let prc = name.platform_id == PlatformId::Windows && name.encoding_id == WINDOWS_PRC;
        if let Some(text) = name.to_string() {
            names.insert(folded(&text));
        } else if prc {
            names.insert(folded(&from_gbk(name.name)));
        }
    }
    names
}

/// A name in the form in which names are compared: neither case nor spaces matter.
pub(crate) fn folded(name: &str) -> String {
    name.chars()
        .filter(|c| !c.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect()
}

/// GBK in units of two bytes, the first of them zero for ASCII.
fn from_gbk(units: &[u8]) -> String {
    let bytes: Vec<u8> = units.iter().copied().filter(|byte| *byte != 0).collect();
    GBK.decode_without_bom_handling(&bytes).0.into_owned()
}
