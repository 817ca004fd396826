//! Numbers out of the source, for the constants that the page names are nobody else's business.

use std::path::Path;

/// A file of the repository.
pub(crate) fn file(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The value of a constant, or of a field that is given one, in a file.
pub(crate) fn value(path: &str, name: &str) -> Option<u64> {
    let text = file(path);
    let said = text.lines().find_map(|line| said(line, name))?;
    sum(said, path)
}

/// `const NAME: usize = 4 << 20;`, `name: 4,` or `.set_name(4)`.
fn said<'l>(line: &'l str, name: &str) -> Option<&'l str> {
    let line = line.trim();
    let constant = line.split_once(&format!("const {name}: "));
    let constant = constant.and_then(|(_, rest)| rest.split_once(" = "));
    let constant = constant.and_then(|(_, rest)| rest.split_once(';'));
    let field = line.strip_prefix(&format!("{name}: "));
    let field = field.and_then(|rest| rest.strip_suffix(','));
    let call = line.split_once(&format!("{name}("));
    let call = call.and_then(|(_, rest)| rest.split_once([',', ')']));
    constant.or(call).map(|(value, _)| value).or(field)
}

/// Sums of products of numbers and of other constants of the file.
fn sum(text: &str, path: &str) -> Option<u64> {
    let text = text.trim().trim_start_matches('(').trim_end_matches(')');
    if let Some((left, right)) = text.split_once(" + ") {
        return Some(sum(left, path)? + sum(right, path)?);
    }
    if let Some((left, right)) = text.split_once(" - ") {
        return Some(sum(left, path)? - sum(right, path)?);
    }
    if let Some((left, right)) = text.split_once(" * ") {
        return Some(sum(left, path)? * sum(right, path)?);
    }
    if let Some((left, right)) = text.split_once(" << ") {
        return Some(sum(left, path)? << sum(right, path)?);
    }
    match text.replace('_', "").parse() {
        Ok(number) => Some(number),
        Err(_) => value(path, text),
    }
}
