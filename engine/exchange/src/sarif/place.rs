//! Where a result stands: a line of a file, and the township.

use luoshi_audit::{Township, Where};

use crate::sarif::form::{
    ArtifactLocation, Location, LogicalLocation, PhysicalLocation, ROOT, Region,
};

/// A place in a file if there is one; always the township and the duty.
pub(super) fn location(township: &Township, duty: &str, place: Option<&Where>) -> Location {
    let logical = LogicalLocation {
        name: township.name.clone(),
        fully_qualified_name: format!("{}/{duty}", township.code),
        kind: "township",
    };
    Location {
        physical_location: place.map(physical),
        logical_locations: [logical],
    }
}

fn physical(place: &Where) -> PhysicalLocation {
    PhysicalLocation {
        artifact_location: artifact(&place.file),
        region: Region {
            // The form counts from 1; an audit that says 0 came from elsewhere.
            start_line: place.line.max(1),
            start_column: place.column.max(1),
        },
    }
}

fn artifact(file: &str) -> ArtifactLocation {
    let file = file.replace('\\', "/");
    let drive = file.as_bytes().get(1) == Some(&b':');
    let (uri, uri_base_id) = match file.strip_prefix('/') {
        Some(rest) => (format!("file:///{}", escaped(rest)), None),
        None if drive => (format!("file:///{}", escaped(&file)), None),
        None => (escaped(&file), Some(ROOT)),
    };
    ArtifactLocation { uri, uri_base_id }
}

/// A path as part of a URI (RFC 3986): all but unreserved signs and `/` as `%` and two hex digits of each byte.
fn escaped(path: &str) -> String {
    let byte = |byte: u8| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
            char::from(byte).to_string()
        }
        _ => format!("%{byte:02X}"),
    };
    path.bytes().map(byte).collect()
}

#[cfg(test)]
mod tests {
    use super::artifact;

    #[track_caller]
    fn check(file: &str, uri: &str, relative: bool) {
        let artifact = artifact(file);
        assert_eq!(artifact.uri, uri);
        assert_eq!(artifact.uri_base_id.is_some(), relative);
    }

    #[test]
    fn paths_become_uris() {
        check("county/plan.yaml", "county/plan.yaml", true);
        check(
            "坪塘 1#/plan.yaml",
            "%E5%9D%AA%E5%A1%98%201%23/plan.yaml",
            true,
        );
        check("a:b/plan.yaml", "file:///a%3Ab/plan.yaml", false);
        check("/srv/plan.yaml", "file:///srv/plan.yaml", false);
        check(
            "C:\\plans\\plan.yaml",
            "file:///C%3A/plans/plan.yaml",
            false,
        );
        check("../plan.yaml", "../plan.yaml", true);
    }
}
