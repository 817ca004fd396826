//! The message catalogues: the same keys and arguments in each language.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::note::{Arg, Args};

/// A language that luoshi speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// 简体中文, the default.
    #[default]
    ZhCn,
    /// English.
    En,
}

impl Lang {
    /// Every language.
    pub const ALL: [Lang; 2] = [Lang::ZhCn, Lang::En];

    /// Reads a language tag or a locale such as `zh-CN`, `en`, `en_GB.UTF-8`.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Lang> {
        let primary = tag.split(['-', '_', '.']).next().unwrap_or("");
        match primary.to_ascii_lowercase().as_str() {
            "zh" => Some(Lang::ZhCn),
            "en" => Some(Lang::En),
            _ => None,
        }
    }

    /// The BCP 47 tag.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Lang::ZhCn => "zh-CN",
            Lang::En => "en",
        }
    }

    fn resources(self) -> &'static [&'static str] {
        match self {
            Lang::ZhCn => &ZH_CN,
            Lang::En => &EN,
        }
    }
}

macro_rules! catalogue {
    ($name:ident, $dir:literal) => {
        const $name: [&str; 34] = [
            include_str!(concat!("../messages/", $dir, "/plan.ftl")),
            include_str!(concat!("../messages/", $dir, "/evidence.ftl")),
            include_str!(concat!("../messages/", $dir, "/rules.ftl")),
            include_str!(concat!("../messages/", $dir, "/plugin.ftl")),
            include_str!(concat!("../messages/", $dir, "/report.ftl")),
            include_str!(concat!("../messages/", $dir, "/cli.ftl")),
            include_str!(concat!("../messages/", $dir, "/lint.ftl")),
            include_str!(concat!("../messages/", $dir, "/workbook.ftl")),
            include_str!(concat!("../messages/", $dir, "/agenda.ftl")),
            include_str!(concat!("../messages/", $dir, "/chain.ftl")),
            include_str!(concat!("../messages/", $dir, "/coverage.ftl")),
            include_str!(concat!("../messages/", $dir, "/html.ftl")),
            include_str!(concat!("../messages/", $dir, "/editor.ftl")),
            include_str!(concat!("../messages/", $dir, "/what_if.ftl")),
            include_str!(concat!("../messages/", $dir, "/layout.ftl")),
            include_str!(concat!("../messages/", $dir, "/documents.ftl")),
            include_str!(concat!("../messages/", $dir, "/roster.ftl")),
            include_str!(concat!("../messages/", $dir, "/templates.ftl")),
            include_str!(concat!("../messages/", $dir, "/package.ftl")),
            include_str!(concat!("../messages/", $dir, "/trust.ftl")),
            include_str!(concat!("../messages/", $dir, "/rule_tests.ftl")),
            include_str!(concat!("../messages/", $dir, "/tailor.ftl")),
            include_str!(concat!("../messages/", $dir, "/upgrade.ftl")),
            include_str!(concat!("../messages/", $dir, "/impact.ftl")),
            include_str!(concat!("../messages/", $dir, "/analysis.ftl")),
            include_str!(concat!("../messages/", $dir, "/audit.ftl")),
            include_str!(concat!("../messages/", $dir, "/bulk.ftl")),
            include_str!(concat!("../messages/", $dir, "/checkpoint.ftl")),
            include_str!(concat!("../messages/", $dir, "/signs.ftl")),
            include_str!(concat!("../messages/", $dir, "/sample.ftl")),
            include_str!(concat!("../messages/", $dir, "/follow.ftl")),
            include_str!(concat!("../messages/", $dir, "/exchange.ftl")),
            include_str!(concat!("../messages/", $dir, "/dashboard.ftl")),
            include_str!(concat!("../messages/", $dir, "/topics.ftl")),
        ];
    };
}

catalogue!(ZH_CN, "zh-CN");
catalogue!(EN, "en");

/// The texts of one language. Cheap to copy; the catalogue is read once per process.
#[derive(Clone, Copy)]
pub struct Messages {
    lang: Lang,
    bundle: &'static FluentBundle<FluentResource>,
}

impl Messages {
    /// The catalogue of a language.
    #[must_use]
    pub fn of(lang: Lang) -> Messages {
        static BUNDLES: [OnceLock<FluentBundle<FluentResource>>; 2] =
            [const { OnceLock::new() }; 2];
        Messages {
            lang,
            bundle: BUNDLES[lang as usize].get_or_init(|| bundle(lang)),
        }
    }

    /// The language of these texts.
    #[must_use]
    pub fn lang(self) -> Lang {
        self.lang
    }

    /// The text of a key, such as `unknown-key` or `unknown-key.help`.
    ///
    /// A key that the catalogue lacks comes back as itself, so that a missing text is
    /// visible and nothing panics; a test checks that none is missing.
    #[must_use]
    pub fn text(self, key: &str, args: &Args) -> String {
        self.find(key, args).unwrap_or_else(|| key.to_owned())
    }

    /// The text of a key without arguments.
    #[must_use]
    pub fn word(self, key: &str) -> String {
        self.text(key, &Vec::new())
    }

    /// The text of a key, if the catalogue has it.
    #[must_use]
    pub fn find(self, key: &str, args: &Args) -> Option<String> {
        let (id, attribute) = match key.split_once('.') {
            Some((id, attribute)) => (id, Some(attribute)),
            None => (key, None),
        };
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let mut fluent = FluentArgs::new();
        for (name, value) in args {
            fluent.set(*name, self.value(value));
        }
        let mut errors = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(&fluent), &mut errors);
        Some(text.into_owned())
    }

    /// Joins names as the language does: with 、 or with commas.
    #[must_use]
    pub fn list(self, names: &[String]) -> String {
        names.join(match self.lang {
            Lang::ZhCn => "、",
            Lang::En => ", ",
        })
    }

    fn value(self, arg: &Arg) -> FluentValue<'static> {
        match arg {
            Arg::Text(text) => FluentValue::from(text.clone()),
            // As a number, so that a text can say one thing of one and another of several. Fluent's numbers are fractions of
            // 53 bits: what they would round is text.
            Arg::Number(number) if number.unsigned_abs() < 1 << 53 => FluentValue::from(*number),
            Arg::Number(number) => FluentValue::from(number.to_string()),
            Arg::Term(key) => FluentValue::from(self.word(key)),
            Arg::List(names) => FluentValue::from(self.list(names)),
        }
    }
}

fn bundle(lang: Lang) -> FluentBundle<FluentResource> {
    let tag = lang.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // Isolation marks are invisible characters that break carets and copied text.
    bundle.set_use_isolating(false);
    for source in lang.resources() {
        // A resource with a syntax error keeps its good messages; a test finds the bad ones.
        let resource =
            FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(good, _)| good);
        bundle.add_resource_overriding(resource);
    }
    bundle
}
