//! What was judged, for when, on which evidence.

use luoshi_rules::PackageStamp;

use crate::reader::Reader;
use crate::table::paragraph;

pub(super) fn write(reader: &Reader<'_>) -> String {
    let a = reader.assessment;
    let mut out = String::new();
    let title = reader.say(
        "header-title",
        [
            ("title", a.plan.title.as_str().into()),
            ("place", a.plan.place.as_str().into()),
        ],
    );
    paragraph(&mut out, "", 0, &title);
    if let Some(label) = reader.simulated() {
        paragraph(&mut out, "*** ", 4, &label);
    }
    out.push('\n');
    let span = reader.between(a.plan.span.from, a.plan.span.to);
    line(reader, &mut out, "header-issuer", &a.plan.issuer);
    line(reader, &mut out, "header-span", &span);
    line(reader, &mut out, "header-as-of", &a.as_of.to_string());
    for PackageStamp {
        name,
        version,
        title,
        ..
    } in &a.plan.packages
    {
        line(
            reader,
            &mut out,
            "header-package",
            &format!("{title} {name} {version}"),
        );
    }
    line(reader, &mut out, "header-evidence", &evidence(reader));
    if let Some(missing) = reader.no_holidays() {
        line(reader, &mut out, "header-calendar", &missing);
    }
    out
}

/// A named value; names are of one width so that the values stand under one another.
fn line(reader: &Reader<'_>, out: &mut String, key: &str, value: &str) {
    let name = reader.word(key);
    let hang = unicode_width::UnicodeWidthStr::width(name.as_str());
    paragraph(out, &name, hang, value);
}

/// How many records of which kinds were there.
pub(crate) fn evidence(reader: &Reader<'_>) -> String {
    let e = &reader.assessment.evidence;
    let kinds: Vec<String> = e
        .kinds
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(kind, count)| format!("{} {count}", reader.kind(kind)))
        .collect();
    if kinds.is_empty() {
        return reader.word("header-no-records");
    }
    reader.say(
        "header-records",
        [
            ("records", i64::from(e.records).into()),
            ("kinds", reader.list(&kinds).into()),
        ],
    )
}
