//! Bytes of a file to text.

use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};
use luoshi_diagnostics::{Code, Note};

/// A text and the encoding in which it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte-order mark.
    pub text: String,
    /// `UTF-8`, `gb18030`, `UTF-16LE` or `UTF-16BE`.
    pub encoding: &'static str,
}

/// Finds the encoding of a file that a spreadsheet wrote: by its byte-order mark, else
/// UTF-8 if it is that, else GB18030, of which GBK and GB 2312 are parts.
///
/// # Errors
/// `LS0302` if it is none of them, or no text at all. `path` is for the message.
pub fn decode(bytes: &[u8], path: &str) -> Result<Decoded, Note> {
    let refuse = |kind: &str| Note::new(Code::NotUtf8).arg("path", path).arg("kind", kind);
    // The beginnings of .xlsx and .xls.
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return Err(refuse("sheet"));
    }
    let (encoding, mark) = match Encoding::for_bom(bytes) {
        Some((marked, mark)) => (marked, mark),
        None if std::str::from_utf8(bytes).is_ok() => (UTF_8, 0),
        None => (GB18030, 0),
    };
    debug_assert!([UTF_8, UTF_16LE, UTF_16BE, GB18030].contains(&encoding));
    let text = encoding
        .decode_without_bom_handling_and_without_replacement(&bytes[mark..])
        .ok_or_else(|| refuse("unknown"))?;
    if text.contains('\0') {
        return Err(refuse("unknown"));
    }
    Ok(Decoded {
        text: text.into_owned(),
        encoding: encoding.name(),
    })
}

#[cfg(test)]
mod tests {
    use encoding_rs::GB18030;

    use super::decode;

    #[test]
    fn the_encodings_of_spreadsheets_are_known() {
        let text = "日期,村名\n2012-05-10,东风村\n";
        let (gbk, _, _) = GB18030.encode(text);
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let cases = [
            (text.as_bytes().to_vec(), "UTF-8"),
            ([b"\xEF\xBB\xBF", text.as_bytes()].concat(), "UTF-8"),
            (gbk.into_owned(), "gb18030"),
            ([b"\xFF\xFE".to_vec(), wide].concat(), "UTF-16LE"),
        ];
        for (bytes, encoding) in cases {
            let decoded = decode(&bytes, "a.csv").unwrap();
            assert_eq!((decoded.text.as_str(), decoded.encoding), (text, encoding));
        }
        for bytes in [&b"PK\x03\x04"[..], b"a\0b", b"\xFF\xFF\xFF"] {
            assert!(decode(bytes, "a.csv").is_err());
        }
    }
}
