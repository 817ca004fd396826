//! The rules of the published package.

#![allow(clippy::disallowed_methods, reason = "a test reads what is published")]

use std::path::Path;

use jiff::civil::date;
use luoshi_analysis::{Source, declared, furnished, survey};
use luoshi_diagnostics::{Lang, Messages, Sources};
use luoshi_plan::{Folder, PlanFile, package_as_plan, parse};

use crate::plans::settings;

fn read(name: &str, sources: &mut Sources) -> PlanFile {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../policies")
        .join(name);
    let mut texts = Vec::new();
    for entry in std::fs::read_dir(&path).expect("the package is there") {
        let path = entry.expect("it can be read").path();
        let name = path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        if name.ends_with(".yaml") {
            texts.push((name, std::fs::read_to_string(&path).expect("it is text")));
        }
    }
    texts.sort();
    let folder = Folder {
        name: name.to_owned(),
        texts,
        ..Folder::default()
    };
    parse(&folder, sources)
}

#[test]
fn every_rule_of_the_county_can_be_kept_and_broken_and_none_contradicts_another() {
    let mut sources = Sources::default();
    let file = read("county-security", &mut sources);
    let packages = [read("central-2015", &mut sources)];
    let staged = package_as_plan(&file, &packages, date(2012, 1, 1));
    let plan = furnished(staged.value.expect("it is a package"));
    let parameters = declared(&file, &packages);
    let source = Source {
        plan: &plan,
        parameters: &parameters,
        package: true,
    };
    let survey = survey(source, settings());
    let text = luoshi_analysis::survey_text(&survey, Messages::of(Lang::En));
    assert!(survey.alone.len() >= 9 && survey.pairs.len() >= 8, "{text}");
    for analysis in survey.alone.iter().chain(&survey.pairs) {
        assert!(analysis.is_proved() && !analysis.is_bad(), "{text}");
    }
}
