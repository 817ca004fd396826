//! Several files in one text, so that a case can be read and changed by hand.

/// What stands before the path of a file.
const MARK: &str = "%% ";

/// The files of a text: each begins behind a line `%% PATH`. A text without such a line is one file.
pub(crate) fn files<'t>(text: &'t str, only: &'t str) -> Vec<(&'t str, &'t str)> {
    if !text.starts_with(MARK) {
        return vec![(only, text)];
    }
    let mut files = Vec::new();
    let mut at = 0;
    let mut open: Option<(&str, usize)> = None;
    for line in text.split_inclusive('\n') {
        if let Some(path) = line.strip_prefix(MARK) {
            files.extend(open.map(|(path, from)| (path, &text[from..at])));
            open = Some((path.trim_end(), at + line.len()));
        }
        at += line.len();
    }
    files.extend(open.map(|(path, from)| (path, &text[from..])));
    files
}

/// Files as one text.
pub(crate) fn text<'f>(files: impl IntoIterator<Item = (&'f str, &'f str)>) -> String {
    let mut text = String::new();
    for (path, content) in files {
        text.push_str(&format!("{MARK}{path}\n{content}"));
        if !text.ends_with('\n') {
            text.push('\n');
        }
    }
    text
}

/// An archive of files, nothing compressed.
pub(crate) fn zipped(files: &[(&str, &str)]) -> Option<Vec<u8>> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Stored)
        .last_modified_time(zip::DateTime::DEFAULT);
    for (path, content) in files {
        zip.start_file(*path, options).ok()?;
        std::io::Write::write_all(&mut zip, content.as_bytes()).ok()?;
    }
    zip.finish().ok().map(std::io::Cursor::into_inner)
}

/// The bytes of an archive: as they are, or made of a text with several files.
pub(crate) fn archive(bytes: &[u8]) -> Option<Vec<u8>> {
    match std::str::from_utf8(bytes) {
        Ok(text) if text.starts_with(MARK) => zipped(&files(text, "")),
        _ => Some(bytes.to_vec()),
    }
}

/// The parts of an archive that are texts, as one text.
pub(crate) fn parts(bytes: &[u8]) -> String {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive");
    let mut files = Vec::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).expect("an entry");
        let name = file.name().expect("a name").into_owned();
        let mut content = String::new();
        if std::io::Read::read_to_string(&mut file, &mut content).is_ok() {
            files.push((name, content));
        }
    }
    text(
        files
            .iter()
            .map(|(name, content)| (name.as_str(), content.as_str())),
    )
}
