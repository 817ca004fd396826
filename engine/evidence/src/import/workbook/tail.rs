//! The merged cells of a sheet of .xlsx, from the end of its part.
//!
//! The library finds them by reading the whole sheet a second time, which takes nearly as long as
//! reading its cells. They stand behind the cells, so it is enough to unpack the part and to look
//! at its end. Whatever is unusual about a file is left to the library.

use std::io::{Cursor, Read as _};

use calamine::Dimensions;
use quick_xml::escape::unescape;
use zip::ZipArchive;

const FOLDER: &str = "xl/";
/// A part that unpacks to more is left to the library.
const UNPACKED_AT_MOST: u64 = 1 << 30;

/// The merged cells of a sheet, or nothing if they are not where they usually are.
pub(super) fn merges(bytes: &[u8], sheet: &str) -> Option<Vec<Dimensions>> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let workbook = part(&mut zip, &format!("{FOLDER}workbook.xml"))?;
    let id = tags(&workbook, "sheet")
        .find(|tag| attribute(tag, "name").as_deref() == Some(sheet))
        .and_then(|tag| attribute(tag, "r:id"))?;
    let relations = part(&mut zip, &format!("{FOLDER}_rels/workbook.xml.rels"))?;
    let target = tags(&relations, "Relationship")
        .find(|tag| attribute(tag, "Id").as_deref() == Some(id.as_str()))
        .and_then(|tag| attribute(tag, "Target"))?;
    let path = match target.strip_prefix('/') {
        Some(whole) => whole.to_owned(),
        None => format!("{FOLDER}{target}"),
    };
    let text = part(&mut zip, &path)?;
    let end = &text[text.rfind("sheetData")?..];
    tags(end, "mergeCell")
        .map(|tag| dimensions(&attribute(tag, "ref")?))
        .collect()
}

fn part(zip: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Option<String> {
    let file = zip.by_name(name).ok()?;
    let mut text = Vec::with_capacity(usize::try_from(file.size().min(1 << 26)).ok()?);
    file.take(UNPACKED_AT_MOST).read_to_end(&mut text).ok()?;
    String::from_utf8(text).ok()
}

/// The tags with a name, whatever their prefix, from behind their `<`.
pub(super) fn tags<'t>(text: &'t str, name: &'t str) -> impl Iterator<Item = &'t str> {
    text.split('<').filter(move |tag| {
        let called = tag.split([' ', '\t', '\r', '\n', '/', '>']).next();
        called.and_then(|called| called.rsplit(':').next()) == Some(name)
    })
}

pub(super) fn attribute(tag: &str, name: &str) -> Option<String> {
    let mut rest = tag;
    loop {
        let at = rest.find(name)?;
        let before = rest[..at].ends_with(char::is_whitespace);
        let after = rest[at + name.len()..].trim_start();
        if let Some(value) = after.strip_prefix('=').filter(|_| before) {
            let value = value.trim_start();
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            let (value, _) = value[1..].split_once(quote)?;
            return Some(unescape(value).ok()?.into_owned());
        }
        rest = &rest[at + name.len()..];
    }
}

/// `A1:F2`, from 0.
fn dimensions(written: &str) -> Option<Dimensions> {
    let (first, last) = written.split_once(':').unwrap_or((written, written));
    Some(Dimensions::new(cell(first)?, cell(last)?))
}

fn cell(written: &str) -> Option<(u32, u32)> {
    let digits = written.find(|c: char| c.is_ascii_digit())?;
    let column = written[..digits].bytes().try_fold(0_u32, |all, letter| {
        let letter = letter
            .is_ascii_uppercase()
            .then(|| u32::from(letter - b'A') + 1)?;
        all.checked_mul(26)?.checked_add(letter)
    })?;
    let row: u32 = written[digits..].parse().ok()?;
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}
