//! Plugins: looked at, taken into a plan, run by hand, tested, packed, started.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::case::{Case, Ran};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A folder with a plugin in it, and with a year of a township.
fn with_plugin(name: &str) -> Case {
    let plugins = std::env::var_os("LUOSHI_PLUGINS").map_or_else(
        || root().join("policies/ledger-signs/plugins"),
        PathBuf::from,
    );
    let file = format!("{name}.wasm");
    let plugin = std::fs::read(plugins.join(&file)).unwrap();
    let evidence = std::fs::read(root().join("policies/pingtang-2012/evidence.jsonl")).unwrap();
    Case::new()
        .file(&file, plugin)
        .file("evidence.jsonl", evidence)
}

/// What an error says, and that it is one of input.
#[track_caller]
fn refused(ran: &Ran, needles: &[&str]) {
    assert_eq!(
        (ran.code, ran.stdout.as_str()),
        (Some(2), ""),
        "{}",
        ran.stderr
    );
    for needle in needles {
        assert!(ran.stderr.contains(needle), "{needle} in {}", ran.stderr);
    }
}

#[test]
fn what_a_plugin_is_and_asks_for() {
    let case = with_plugin("backfill").file("note.wasm", "not a program");
    case.transcript(
        "plugin-inspect",
        &[
            "plugin inspect backfill.wasm",
            "plugin inspect backfill.wasm -q --lang en",
            "plugin inspect note.wasm",
            "plugin inspect gone.wasm --lang en",
        ],
    );
    with_plugin("regular-figures").transcript(
        "plugin-inspect.en",
        &["plugin inspect regular-figures.wasm --lang en"],
    );
    let json = case
        .run("plugin inspect backfill.wasm --format json")
        .stdout;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["plugin"]["id"], "backfill");
    assert_eq!(json["plugin"]["parameters"][0]["kind"]["type"], "whole");
}

/// What `inspect` prints goes into a plan as it is, defaults uncommented too, and the plugin runs.
#[test]
fn what_is_to_be_pasted_can_be_used_as_it_is() {
    for (lang, key, with) in [
        ("zh-CN", "插件规则:", "# 插件参数:"),
        ("en", "plugins:", "# with:"),
    ] {
        for name in ["backfill", "regular-figures", "roster-fairness"] {
            let case = with_plugin(name);
            let started = case.run(&format!("init p --as-of 2012-01-01 -q --lang {lang}"));
            assert_eq!(started.code, Some(0));
            let page = case
                .run(&format!("plugin inspect {name}.wasm --lang {lang}"))
                .stdout;
            let (_, block) = page.split_once(key).unwrap();
            let (head, defaults) = block.split_once(with).unwrap();
            let defaults = defaults.replace("\n    # ", "\n    ");
            let all = format!("{head}{}{defaults}", with.trim_start_matches("# "));
            let plan = case.read("p/plan.yaml");
            let program = std::fs::read(case.path(&format!("{name}.wasm"))).unwrap();
            let case = case.file(format!("p/plugins/{name}.wasm").as_str(), program);
            for pasted in [block, &all] {
                let text = format!("{plan}\n{key}{pasted}");
                std::fs::write(case.path("p/plan.yaml"), text).unwrap();
                let ran = case.run("check p --as-of 2012-08-15 --format json --lang en");
                let json: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
                let duties = json["assessment"]["duties"].as_array();
                let found = duties.is_some_and(|all| all.iter().any(|duty| duty["id"] == name));
                assert!(found, "{name} {lang}: {}", json["notes"]);
            }
        }
    }
}

#[test]
fn a_plugin_is_tried_on_a_ledger() {
    let case = with_plugin("roster-fairness");
    let run = "plugin run roster-fairness.wasm --ledger evidence.jsonl --as-of 2012-12-31";
    case.transcript(
        "plugin-run",
        &[
            run,
            &format!("{run} -q --lang en"),
            &format!("{run} --of night_patrol -q"),
            &format!("{run} --set level=9 --set lvl=9"),
            &format!("{run} --set level=many --lang en"),
            &format!("{run} --kinds visit"),
            &format!("{run} --of nigth_patrol"),
            "plugin run roster-fairness.wasm",
        ],
    );
    let json = case.run(&format!("{run} --format json"));
    let json: serde_json::Value = serde_json::from_str(&json.stdout).unwrap();
    let suspects = json["findings"].as_array().unwrap().iter();
    let suspect = suspects
        .filter(|finding| finding["outcome"] == "suspect")
        .count();
    assert_eq!(suspect, 1, "{json}");
    assert!(json["steps"].as_u64().unwrap() > 0);
}

#[test]
fn with_a_plan_a_plugin_sees_its_subjects_and_calendar() {
    let case = with_plugin("regular-figures");
    let plan = root().join("policies/pingtang-2012");
    let run = format!(
        "plugin run regular-figures.wasm {} --as-of 2012-12-31",
        plan.display()
    );
    let ran = case.run(&run);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert!(ran.stdout.contains("（v07）："), "{}", ran.stdout);
    let without =
        case.run("plugin run regular-figures.wasm --ledger evidence.jsonl --as-of 2012-12-31");
    assert!(without.stdout.contains("* v07："), "{}", without.stdout);
    assert_eq!(ran.stdout, case.run(&run).stdout);
}

#[test]
fn cases_are_run_inside_the_host() {
    let cases = root().join("plugins/backfill/cases");
    let read = |name: &str| std::fs::read_to_string(cases.join(name)).unwrap();
    let case = with_plugin("backfill")
        .file("cases/few-records.yaml", read("few-records.yaml"))
        .file("cases/few-records.csv", read("few-records.csv"));
    let good = case.run("plugin test backfill.wasm cases");
    assert_eq!(good.code, Some(0), "{}{}", good.stdout, good.stderr);
    let other = read("few-records.yaml").replace("outcome: not_applicable", "outcome: met");
    assert_ne!(other, read("few-records.yaml"));
    let case = case.file("cases/other.yaml", other).file("empty/a.txt", "");
    case.transcript(
        "plugin-test",
        &[
            "plugin test backfill.wasm cases",
            "plugin test backfill.wasm cases -q --lang en",
            "plugin test backfill.wasm cases --format json",
            "plugin test backfill.wasm empty",
        ],
    );
    let case = case.file("cases/wrong.yaml", "about: x");
    refused(
        &case.run("plugin test backfill.wasm cases"),
        &["LS0519", "wrong.yaml"],
    );
}

#[test]
fn what_cannot_be_packed_is_said() {
    let core = b"\0asm\x01\0\0\0";
    let case = with_plugin("backfill")
        .file("core.wasm", core)
        .file("note.wasm", "a note");
    case.transcript(
        "plugin-pack",
        &[
            "plugin pack core.wasm -o backfill.wasm",
            "plugin pack core.wasm -o out.wasm",
            "plugin pack backfill.wasm -o out.wasm --lang en",
            "plugin pack note.wasm -o out.wasm",
        ],
    );
    assert!(!case.path("out.wasm").exists());
}

#[test]
fn a_project_is_started_where_nothing_is() {
    let case = Case::new().file("full/a.txt", "");
    case.transcript(
        "plugin-new",
        &[
            "plugin new visit-gaps",
            "plugin new visit-gaps --lang en",
            "plugin new other --dir full",
            "plugin new 走访",
        ],
    );
    let license = case.read("visit-gaps/luoshi/sdk/Cargo.toml");
    assert!(license.contains("luoshi-plugin-sdk"), "{license}");
}

/// A new project in either language compiles with the SDK that it brings along, and its cases hold.
#[test]
fn a_new_project_passes_its_own_tests() {
    for lang in ["zh-CN", "en"] {
        let case = Case::new();
        assert_eq!(
            case.run(&format!("plugin new my-rule -q --lang {lang}"))
                .code,
            Some(0)
        );
        let project = case.path("my-rule");
        // The versions that this workspace is tested with, which are there without a network.
        std::fs::copy(root().join("Cargo.lock"), project.join("Cargo.lock")).unwrap();
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("new-plugin");
        let output = Command::new(env!("CARGO"))
            .args(["test", "--offline", "--quiet", "--target-dir"])
            .arg(target)
            .current_dir(project)
            .env_remove("CARGO_TARGET_DIR")
            .output()
            .unwrap();
        let stderr = String::from_utf8_lossy(&output.stderr);
        let stdout = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success(), "{lang}: {stdout}{stderr}");
        assert!(!stderr.contains("warning"), "{lang}: {stderr}");
        assert!(stdout.contains("1 passed"), "{lang}: {stdout}");
    }
}
