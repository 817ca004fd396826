//! Ids in which `*` stands for any text.

/// Whether an id fits a pattern in which `*` stands for any text.
pub(super) fn fits(pattern: &str, id: &str) -> bool {
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or("");
    let Some(mut rest) = id.strip_prefix(first) else {
        return false;
    };
    let mut parts: Vec<&str> = parts.collect();
    let Some(last) = parts.pop() else {
        return rest.is_empty();
    };
    for part in parts {
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    rest.len() >= last.len() && rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn a_star_stands_for_any_text() {
        for (pattern, id) in [
            ("council/2012-06", "council/2012-06"),
            ("council/*", "council/2012-06"),
            ("visit/*/2012-06", "visit/v01/2012-06"),
            ("visit/v0*/2012-*", "visit/v01/2012-06"),
            ("*", "anything"),
        ] {
            assert!(fits(pattern, id), "{pattern} {id}");
        }
        for (pattern, id) in [
            ("council", "council/2012-06"),
            ("council/*-07", "council/2012-06"),
            ("visit/*/2012-06", "visit/2012-06"),
            ("a*a", "a"),
        ] {
            assert!(!fits(pattern, id), "{pattern} {id}");
        }
    }
}
