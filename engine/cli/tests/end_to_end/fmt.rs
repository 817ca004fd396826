//! `luoshi fmt`: what it writes, what it leaves alone, and that a plan means the same afterwards.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::case::Case;

const ROUGH: &str = "格式版本:   1 # 版本\n会议:\n- 编号: a\n  名称: '例会'\n";
const NEAT: &str = "格式版本: 1  # 版本\n会议:\n  - 编号: a\n    名称: \"例会\"\n";

fn policies() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../policies")
}

/// A case with every published plan and package, each in a folder of its own.
fn published() -> Case {
    let case = Case::new();
    for folder in fs::read_dir(policies()).unwrap().flatten() {
        let into = case.path(&folder.file_name().to_string_lossy());
        for inside in ["", "plugins"] {
            let files = fs::read_dir(folder.path().join(inside));
            for file in files.into_iter().flatten().flatten() {
                if file.path().is_file() {
                    fs::create_dir_all(into.join(inside)).unwrap();
                    fs::copy(file.path(), into.join(inside).join(file.file_name())).unwrap();
                }
            }
        }
    }
    case
}

#[test]
fn the_published_plans_are_laid_out() {
    let case = Case::new();
    for folder in fs::read_dir(policies()).unwrap().flatten() {
        let ran = case.run(&format!("fmt --check -v {}", folder.path().display()));
        assert_eq!(
            (ran.code, ran.stderr.as_str()),
            (Some(0), ""),
            "{}",
            ran.stdout
        );
    }
}

#[test]
fn a_new_plan_is_laid_out() {
    for lang in ["zh", "en"] {
        let case = Case::new();
        let made = case.run(&format!("init p --as-of 2012-01-01 --lang {lang} -q"));
        assert_eq!(made.code, Some(0), "{}", made.stderr);
        let ran = case.run("fmt --check -v p");
        assert_eq!(ran.code, Some(0), "{}", ran.stdout);
    }
}

#[test]
fn a_plan_with_its_keys_in_the_other_language_is_judged_the_same() {
    let case = published();
    let plans = [
        "pingtang-2012 2012-12-31",
        "nao-2012 2012-12-31",
        "township-2006 2006-12-31",
    ];
    let judge = |plan: &str| {
        let (folder, day) = plan.split_once(' ').unwrap();
        let ran = case.run(&format!(
            "check {folder} --packages . --format json --as-of {day}"
        ));
        assert!(matches!(ran.code, Some(0 | 1)), "{}", ran.stderr);
        let mut report: Value = serde_json::from_str(&ran.stdout).unwrap();
        // Notes quote the text of the plan, keys included, and say in which line it stands.
        assert!(report["notes"].take().is_array());
        // So are the bytes of the packages.
        let packages = report["assessment"]["plan"]["packages"].as_array_mut();
        for package in packages.unwrap() {
            assert!(package["digest"].take().is_string());
        }
        report.to_string()
    };
    let before: Vec<String> = plans.iter().map(|plan| judge(plan)).collect();
    for lang in ["zh", "en"] {
        let all = "central-2015 county-security ledger-signs pingtang-2012 nao-2012 township-2006";
        let ran = case.run(&format!("fmt --keys {lang} {all}"));
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
        let duties = case.read("township-2006/duties.yaml");
        assert_eq!(duties.contains("\n格式版本: 1\n"), lang == "zh");
        for (plan, before) in plans.iter().zip(&before) {
            assert!(judge(plan) == *before, "{plan} with keys in {lang}");
        }
    }
}

#[test]
fn only_a_run_without_check_writes_and_it_writes_once() {
    let case = Case::new()
        .file("p/plan.yaml", ROUGH)
        .file("p/import/map.yaml", "a:   1\n");
    let checked = case.run("fmt p --check -v");
    assert_eq!(checked.code, Some(1));
    assert!(
        checked.stdout.contains("需要整理：p/plan.yaml"),
        "{}",
        checked.stdout
    );
    assert!(
        checked.stdout.contains("\n-- 编号: a\n"),
        "{}",
        checked.stdout
    );
    assert_eq!(case.read("p/plan.yaml"), ROUGH);
    let written = case.run("fmt p");
    assert_eq!((written.code, written.stderr.as_str()), (Some(0), ""));
    assert_eq!(case.read("p/plan.yaml"), NEAT);
    assert_eq!(case.read("p/import/map.yaml"), "a: 1\n");
    assert_eq!(
        fs::read_dir(case.path("p")).unwrap().count(),
        2,
        "nothing is left behind"
    );
    let again = case.run("fmt p p/plan.yaml");
    assert_eq!(
        (again.code, again.stdout.as_str()),
        (Some(0), "共 2 个文件，没有需要整理的\n")
    );
}

#[test]
fn a_file_with_a_mistake_is_left_alone_and_the_others_are_laid_out() {
    let wrong = "会议:\n\t- a\n";
    let case = Case::new().file("p/a.yaml", wrong).file("p/b.yaml", ROUGH);
    let ran = case.run("fmt p");
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("LS0101"), "{}", ran.stderr);
    assert_eq!(case.read("p/a.yaml"), wrong);
    assert_eq!(case.read("p/b.yaml"), NEAT);
    let missing = case.run("fmt q");
    assert_eq!(missing.code, Some(2));
    assert!(missing.stderr.contains("LS0601"), "{}", missing.stderr);
    assert_eq!(
        Case::new().run("fmt").code,
        Some(2),
        "a folder without plans"
    );
}

#[test]
fn a_file_of_an_office_program_becomes_utf_8_and_says_so() {
    let gbk = [&b"\xb1\xe0\xba\xc5: "[..], b"a\r\n"].concat();
    let case = Case::new()
        .file("p/plan.yaml", gbk)
        .file("p/b.yaml", "\u{feff}a: 1\n");
    let ran = case.run("fmt p");
    assert!(
        ran.stdout
            .contains("p/plan.yaml（原为 GB18030，改存为 UTF-8）"),
        "{}",
        ran.stdout
    );
    assert_eq!(case.read("p/plan.yaml"), "编号: a\n");
    assert_eq!(case.read("p/b.yaml"), "a: 1\n");
}

#[test]
fn keys_of_other_files_stay() {
    let case = Case::new().file("p/planted.yaml", "luoshi: 1\nname: x\n");
    assert_eq!(case.run("fmt p --keys zh").code, Some(0));
    assert_eq!(case.read("p/planted.yaml"), "luoshi: 1\nname: x\n");
}

#[cfg(unix)]
#[test]
fn who_may_read_a_file_may_read_it_afterwards() {
    use std::os::unix::fs::PermissionsExt as _;

    let case = Case::new()
        .file("p/plan.yaml", ROUGH)
        .file("p/kept.yaml", ROUGH);
    let set = |file: &str, mode| {
        fs::set_permissions(case.path(file), fs::Permissions::from_mode(mode)).unwrap();
    };
    set("p/plan.yaml", 0o640);
    set("p/kept.yaml", 0o440);
    let ran = case.run("fmt p");
    assert_eq!(ran.code, Some(3), "{}", ran.stderr);
    let mode = fs::metadata(case.path("p/plan.yaml"))
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o640);
    assert_eq!(case.read("p/kept.yaml"), ROUGH);
}
