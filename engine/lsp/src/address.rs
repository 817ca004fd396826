//! File addresses of the protocol to paths and back.

use std::path::{Path, PathBuf};

/// The path of a `file:` address; none for any other, such as that of a text never saved.
pub(crate) fn path_of(uri: &str) -> Option<PathBuf> {
    let rest = uri.strip_prefix("file://")?;
    let path = &rest[rest.find('/')?..];
    let path = decoded(path.split(['?', '#']).next()?)?;
    // `/C:/plans` is `C:/plans`.
    let bytes = path.as_bytes();
    let drive = bytes.get(2) == Some(&b':') && bytes.get(1).is_some_and(u8::is_ascii_alphabetic);
    Some(PathBuf::from(if drive { &path[1..] } else { &path }))
}

/// The address of an absolute path.
pub(crate) fn uri_of(path: &Path) -> String {
    let path = path.to_string_lossy().replace('\\', "/");
    let mut uri = String::from("file://");
    if !path.starts_with('/') {
        uri.push('/');
    }
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'.' | b'_' | b'~' => {
                uri.push(char::from(byte));
            }
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
        let value = digit(rest.next())? * 16 + digit(rest.next())?;
        bytes.push(u8::try_from(value).ok()?);
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::{path_of, uri_of};
    use std::path::{Path, PathBuf};

    #[test]
    fn paths_survive_the_way_there_and_back() {
        for path in ["/plans/坪塘镇 2012/plan.yaml", "/a%b/c#d?.yaml", "/"] {
            assert_eq!(path_of(&uri_of(Path::new(path))), Some(PathBuf::from(path)));
        }
    }

    #[test]
    fn addresses_are_read_as_editors_write_them() {
        let read = |uri: &str| path_of(uri).map(|p| p.to_string_lossy().into_owned());
        assert_eq!(
            read("file:///c%3A/p/plan.yaml").as_deref(),
            Some("c:/p/plan.yaml")
        );
        assert_eq!(
            read("file:///方案/plan.yaml").as_deref(),
            Some("/方案/plan.yaml")
        );
        assert_eq!(read("file://host/p").as_deref(), Some("/p"));
        assert_eq!(read("untitled:Untitled-1"), None);
        assert_eq!(read("file:///a%zz"), None);
        assert_eq!(read("file:///a%e5"), None);
        assert_eq!(read("file://"), None);
    }

    #[test]
    fn a_drive_becomes_an_address() {
        assert_eq!(uri_of(Path::new("C:/p")), "file:///C%3A/p");
    }
}
