//! Indications and shares in words.

use std::fmt::Write as _;

use luoshi_diagnostics::{Arg, Args, Lang, Messages};
use luoshi_plugin_interface::{Argument, fill};

use crate::check::borrowed::RULES;
use crate::indication::{ErrorRate, Figure, Indication};
use crate::share::{Share, ShareBy};
use crate::sign::Sign;

/// Names of the figures of the catalogue's sentences.
const FIGURES: [&str; 28] = [
    "actor", "ahead", "all", "day", "days", "duty", "example", "files", "first", "here", "last",
    "late", "later", "limit", "minutes", "name", "odds", "overall", "person", "places", "records",
    "rounded", "share", "sheets", "there", "time", "times", "visits",
];

/// Records that a text names at most.
const SHOWN_AT_MOST: usize = 5;

/// What a sign is called.
#[must_use]
pub fn sign_title(words: Messages, sign: Sign) -> String {
    words.word(&format!("sign-{}", sign.word()))
}

/// The reason of an indication, as a sentence.
#[must_use]
pub fn indication_text(words: Messages, indication: &Indication) -> String {
    let rule = RULES.iter().find(|rule| rule.sign == indication.sign);
    let Some(rule) = rule else {
        let key = format!("sign-{}-{}", indication.sign.word(), indication.message);
        return words.text(&key, &args(indication));
    };
    let messages = (rule.describe)().messages;
    let message = messages.iter().find(|m| m.id == indication.message);
    let template = message.map_or("", |message| match words.lang() {
        Lang::ZhCn => message.text.zh.as_str(),
        Lang::En => message.text.en.as_str(),
    });
    let arguments: Vec<(String, Argument)> = indication
        .figures
        .iter()
        .map(|(name, figure)| (name.clone(), Argument::Text(shown(figure))))
        .collect();
    fill(template, &arguments, |argument| match argument {
        Argument::Text(text) => text.clone(),
        _ => String::new(),
    })
}

/// All indications of a township, each with its reason, whom to ask, its records and its error rate.
#[must_use]
pub fn indications_text(words: Messages, indications: &[Indication]) -> String {
    let mut out = String::new();
    if indications.is_empty() {
        let _ = writeln!(out, "{}", words.word("signs-none"));
        return out;
    }
    let count = i64::try_from(indications.len()).unwrap_or(i64::MAX);
    let _ = writeln!(
        out,
        "{}",
        words.text("signs-found", &vec![("count", count.into())])
    );
    let mut before = None;
    for indication in indications {
        if before != Some(indication.sign) {
            let heading = sign_heading(words, indication.sign, indication.error);
            let _ = writeln!(out, "\n{heading}");
            before = Some(indication.sign);
        }
        let _ = writeln!(out, "  {}", indication_text(words, indication));
        let Indication {
            ask,
            records,
            count,
            ..
        } = indication;
        let _ = writeln!(out, "    {}", sign_pointers(words, ask, records, *count));
    }
    out
}

/// What a sign is called, with how often it is wrong.
#[must_use]
pub fn sign_heading(words: Messages, sign: Sign, error: ErrorRate) -> String {
    let args = vec![
        ("sign", Arg::from(sign_title(words, sign))),
        ("years", i64::from(error.years).into()),
        ("alarms", i64::from(error.alarms).into()),
        ("most", error.at_most().into()),
    ];
    words.text(&format!("signs-heading-{}", error.on.word()), &args)
}

/// Whom to ask, and the first of the records, of so many.
#[must_use]
pub fn sign_pointers(words: Messages, ask: &[String], records: &[String], count: u64) -> String {
    let records: Vec<String> = records.iter().take(SHOWN_AT_MOST).cloned().collect();
    let more = match count.saturating_sub(records.len() as u64) {
        0 => "none".to_owned(),
        more => more.to_string(),
    };
    let ask = match ask.is_empty() {
        true => "none".to_owned(),
        false => words.list(ask),
    };
    let args = vec![
        ("ask", Arg::from(ask)),
        ("records", words.list(&records).into()),
        ("more", more.into()),
    ];
    words.text("signs-pointers", &args)
}

/// The shares of late entries: all, then by month, duty and clerk; only lines with some.
#[must_use]
pub fn shares_text(words: Messages, shares: &[Share]) -> String {
    let mut out = String::new();
    for share in shares {
        if share.by != ShareBy::All && share.backfilled == 0 {
            continue;
        }
        let hundredths = share.backfilled * 10_000 / share.records.max(1);
        let args = vec![
            ("key", Arg::from(share.key.as_str())),
            (
                "records",
                i64::try_from(share.records).unwrap_or(i64::MAX).into(),
            ),
            (
                "late",
                i64::try_from(share.backfilled).unwrap_or(i64::MAX).into(),
            ),
            (
                "share",
                format!("{}.{:02}%", hundredths / 100, hundredths % 100).into(),
            ),
        ];
        let key = format!("signs-share-{}", share.by.word());
        let _ = writeln!(out, "{}", words.text(&key, &args));
    }
    out
}

fn args(indication: &Indication) -> Args {
    let mut args = Args::new();
    for (name, figure) in &indication.figures {
        if let Some(name) = FIGURES.iter().find(|known| *known == name) {
            args.push((name, shown(figure).into()));
        }
    }
    args
}

fn shown(figure: &Figure) -> String {
    match figure {
        Figure::Number(number) => number.to_string(),
        Figure::Decimal(hundredths) => {
            let sign = if *hundredths < 0 { "-" } else { "" };
            let (whole, part) = (hundredths.abs() / 100, hundredths.abs() % 100);
            match part {
                0 => format!("{sign}{whole}"),
                part if part % 10 == 0 => format!("{sign}{whole}.{}", part / 10),
                part => format!("{sign}{whole}.{part:02}"),
            }
        }
        Figure::Day(day) => day.clone(),
        Figure::Text(text) => text.clone(),
    }
}
