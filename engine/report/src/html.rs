//! The report of a run as one page that needs nothing but itself: no font, script or picture from elsewhere.
//!
//! The frame and the small parts come from templates, the long lists are written by hand. The script only
//! filters and switches: without it everything is there.

use luoshi_plan::Plan;
use sha2::{Digest, Sha256};
use tera::{Context, Tera};

pub use markup::text as escape_html;

use crate::reader::Reader;

mod deviations;
mod filters;
mod findings;
mod header;
mod heat;
mod lights;
mod markup;
mod months;
mod open;
mod outline;
mod parameters;
mod picture;
mod proposals;
mod row;
mod scores;
mod summary;
mod suspects;
mod trends;
mod view;

use lights::Lights;
use view::{Column, Section};

const TEMPLATES: [(&str, &str); 5] = [
    ("page.html", include_str!("html/page.html")),
    ("header.html", include_str!("html/header.html")),
    ("summary.html", include_str!("html/summary.html")),
    ("section.html", include_str!("html/section.html")),
    ("trends.html", include_str!("html/trends.html")),
];
/// What the pages of luoshi have in common: colours, lights, head, contents, tiles, buttons.
pub const LOOKS: &str = include_str!("html/looks.css");
const STYLE: &str = concat!(
    include_str!("html/looks.css"),
    include_str!("html/style.css"),
    include_str!("html/print.css")
);
const SCRIPT: &str = include_str!("html/script.js");

/// Why a page could not be written: a template that does not fit what it is given.
#[derive(Debug)]
pub struct HtmlError(tera::Error);

impl std::fmt::Display for HtmlError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for HtmlError {}

/// The whole report as an HTML page.
///
/// # Errors
/// A template that does not fit what it is given, which is a bug of ours.
pub fn html(reader: &Reader<'_>, plan: &Plan) -> Result<String, HtmlError> {
    let page = || {
        let mut tera = Tera::new();
        tera.add_raw_templates(TEMPLATES)?;
        tera.render("page.html", &context(reader, plan))
    };
    page().map_err(HtmlError)
}

fn context(reader: &Reader<'_>, plan: &Plan) -> Context {
    let lights = Lights::of(reader);
    let (trends, without_figures) = trends::trends(reader);
    let sections = numbered(reader, sections(reader, plan, &lights));
    let mut context = Context::new();
    context.insert("lang", reader.words.lang().tag());
    context.insert("policy", &policy(&sections));
    context.insert("style", STYLE);
    context.insert("script", SCRIPT);
    context.insert("words", &Words::of(reader));
    context.insert("header", &header::header(reader));
    context.insert("summary", &summary::summary(reader, &lights));
    context.insert("trends", &trends);
    context.insert("without_figures", &without_figures);
    context.insert("sections", &sections);
    context.insert("footer", &header::footer(reader));
    context
}

/// What a browser may use: the styles and the script in the page itself, known by their digests.
fn policy(sections: &[Section]) -> String {
    let digest = |text: &str| format!("'sha256-{}'", base64(&Sha256::digest(text)));
    let pictures = sections.iter().filter(|s| s.id == "chain");
    let styles: Vec<String> = std::iter::once(STYLE)
        .chain(pictures.filter_map(|s| picture::style(&s.markup)))
        .map(digest)
        .collect();
    format!(
        "default-src 'none'; style-src {}; script-src {}; base-uri 'none'; form-action 'none'",
        styles.join(" "),
        digest(SCRIPT),
    )
}

/// Bytes in the alphabet of RFC 4648.
fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let byte = |at: usize| u32::from(three.get(at).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for at in 0..4 {
            let letter = ALPHABET[(bits >> (18 - 6 * at) & 63) as usize];
            out.push(if at > three.len() {
                '='
            } else {
                char::from(letter)
            });
        }
    }
    out
}

/// Words that stand in the templates themselves.
#[derive(serde::Serialize)]
struct Words {
    skip: String,
    contents: String,
    share: String,
    repeat: String,
    versions: String,
    top: String,
}

impl Words {
    fn of(reader: &Reader<'_>) -> Words {
        Words {
            skip: reader.word("html-skip"),
            contents: reader.word("html-contents"),
            share: reader.word("html-share"),
            repeat: reader.word("html-repeat"),
            versions: reader.word("html-versions"),
            top: reader.word("html-top"),
        }
    }
}

/// The parts of the page below its summary, in order; those that have nothing to say are left out.
fn sections(reader: &Reader<'_>, plan: &Plan, lights: &Lights) -> Vec<Section> {
    let mut trends = Section::new("trends", reader.word("section-indicators"));
    trends.intro.push(reader.word("indicators-only"));
    let all = [
        heat::section(reader, lights),
        findings::section(reader, lights),
        open::needed(reader),
        suspects::section(reader),
        open::due(reader, lights),
        deviations::section(reader),
        parameters::section(reader),
        open::excused(reader),
        proposals::section(reader),
        trends,
        picture::section(reader, plan),
        outline::section(reader, plan),
        scores::section(reader),
    ];
    let has_trends = !reader.assessment.indicators.is_empty();
    let wanted = |s: &Section| !s.is_empty() || s.id == "trends" && has_trends;
    all.into_iter().filter(wanted).collect()
}

/// Headings with their ordinals; the summary is the first part.
fn numbered(reader: &Reader<'_>, mut sections: Vec<Section>) -> Vec<Section> {
    for (at, section) in sections.iter_mut().enumerate() {
        let ordinal = reader.word(&format!("ordinal-{}", at + 2));
        section.title.insert_str(0, &ordinal);
    }
    sections
}

/// Columns of texts.
fn columns(reader: &Reader<'_>, keys: &[&str]) -> Vec<Column> {
    let column = |key: &&str| Column {
        name: reader.word(key),
        figures: false,
    };
    keys.iter().map(column).collect()
}

/// A column of figures, flush right.
fn figures_column(reader: &Reader<'_>, key: &str) -> Column {
    Column {
        name: reader.word(key),
        figures: true,
    }
}
