//! Papers as PDF, where the program was built with the feature `pdf`. The fonts are those of the machine;
//! `tests/office/install.sh` installs them.

#[cfg(feature = "pdf")]
use std::fs;

use crate::case::Case;

#[cfg(feature = "pdf")]
#[test]
fn printed_papers_have_their_fonts_in_them_and_are_the_same_each_time() {
    let case = Case::with_plan();
    let write = |folder: &str| {
        let ran = case.run(&format!(
            "generate p --as-of 2012-03-10 --paper meeting_notice/council/2012-03 --write pdf -o {folder}"
        ));
        assert_eq!(ran.code, Some(0), "{}{}", ran.stdout, ran.stderr);
        let folder = fs::read_dir(case.path(folder))
            .unwrap()
            .flatten()
            .next()
            .unwrap()
            .path();
        let file = fs::read_dir(folder)
            .unwrap()
            .flatten()
            .next()
            .unwrap()
            .path();
        fs::read(file).unwrap()
    };
    let first = write("a");
    assert!(first.starts_with(b"%PDF-"));
    let holds = |part: &[u8]| first.windows(part.len()).any(|at| at == part);
    assert!(holds(b"/FontFile"), "no font is embedded");
    assert_eq!(first, write("b"));
}

#[cfg(feature = "pdf")]
#[test]
fn printed_papers_name_the_font_that_a_character_lacks() {
    let case = Case::with_plan();
    // A plane in which nobody has put a character yet: no font shows it.
    let plan = case
        .read("p/plan.yaml")
        .replace("综治例会", "综治\u{3FFF0}例会");
    fs::write(case.path("p/plan.yaml"), plan).unwrap();
    let ran = case.run(
        "generate p --as-of 2012-03-10 --paper meeting_notice/council/2012-03 --write pdf -o out",
    );
    assert_eq!(ran.code, Some(2), "{}", ran.stdout);
    assert!(ran.stderr.contains("LS0881"), "{}", ran.stderr);
    assert!(!case.path("out").exists());
}

#[cfg(not(feature = "pdf"))]
#[test]
fn printed_papers_need_a_feature_which_is_said() {
    let case = Case::with_plan();
    let ran = case.run(
        "generate p --as-of 2012-03-10 --paper meeting_notice/council/2012-03 --write pdf -o out",
    );
    assert_eq!(ran.code, Some(2), "{}", ran.stdout);
    assert!(ran.stderr.contains("LS0817"), "{}", ran.stderr);
}
