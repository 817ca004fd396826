//! Markup by hand: everything from data goes through here.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
pub(crate) use luoshi_report::escape_html as text;
use serde::Serialize;
use sha2::{Digest, Sha256};

/// An element around a text that people wrote: apart from what stands beside it, so that a mark of
/// direction in it turns nothing else round.
pub(crate) fn isolated(out: &mut String, raw: &str) {
    out.push_str("<bdi>");
    text(out, raw);
    out.push_str("</bdi>");
}

/// A table cell with a text that people wrote.
pub(crate) fn cell(out: &mut String, raw: &str) {
    out.push_str("<td>");
    isolated(out, raw);
    out.push_str("</td>");
}

/// A table cell with a figure.
pub(crate) fn figure(out: &mut String, raw: &str) {
    out.push_str("<td class=\"figures\">");
    text(out, raw);
    out.push_str("</td>");
}

/// Data for the script.
pub(crate) fn data(out: &mut String, id: &str, value: &impl Serialize) {
    // Everything here serialises: texts, numbers, lists of them.
    raw_data(out, id, &serde_json::to_string(value).unwrap_or_default());
}

/// JSON in an element that no browser runs.
pub(crate) fn raw_data(out: &mut String, id: &str, json: &str) {
    out.extend(["<script type=\"application/json\" id=\"", id, "\">"]);
    out.push_str(&harmless(json));
    out.push_str("</script>\n");
}

/// JSON that cannot end the element that it stands in, nor open a comment in it: `<` comes up in
/// texts alone, where `\u003c` means the same.
fn harmless(json: &str) -> String {
    json.replace('<', "\\u003c")
}

/// What a browser may use: the style and the script in the page itself, known by their digests.
pub(crate) fn policy(style: &str, script: &str) -> String {
    let digest = |text: &str| STANDARD.encode(Sha256::digest(text));
    format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        digest(style),
        digest(script),
    )
}

#[cfg(test)]
mod tests {
    use super::{data, isolated};

    #[test]
    fn nothing_from_data_is_markup() {
        let mut out = String::new();
        isolated(&mut out, "<a b=\"c\">&'");
        assert_eq!(out, "<bdi>&lt;a b=&quot;c&quot;&gt;&amp;&#39;</bdi>");
    }

    #[test]
    fn data_stay_in_their_element() {
        let mut out = String::new();
        data(&mut out, "x", &["</script><!--<script>"]);
        assert_eq!(out.matches('<').count(), 2);
        let json = &out[out.find('>').unwrap() + 1..out.rfind("</script>").unwrap()];
        let back: Vec<String> = serde_json::from_str(json).unwrap();
        assert_eq!(back, ["</script><!--<script>"]);
    }
}
