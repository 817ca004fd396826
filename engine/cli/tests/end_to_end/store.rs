//! Installing: from a registry or a stick into a plan's folder, whatever anybody tries.

use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::time::Instant;

use crate::case::Case;
use crate::shop::{DAY, Shop, extending, head};

#[test]
fn from_a_registry_to_a_plan() {
    let shop = Shop::stocked();
    shop.case.transcript(
        "package-install",
        &[
            "check p -q --as-of 2026-06-01",
            "package list p --from reg --as-of 2026-06-01",
            "package install county/a@=1.0.0 --to p --from reg --as-of 2026-06-01",
            "check p -q --as-of 2026-06-01",
            "package install county/a --to p --from reg --as-of 2026-06-01",
            "package install --to p --from reg --as-of 2026-06-01",
            "package install county/a@^1.0 county/b --to p --from reg --as-of 2026-06-01",
            "package list p --from reg --as-of 2026-06-01",
            "package lock p --check",
            "package install county/a@=1.0.0 --to p --from reg --as-of 2026-06-01",
            "package install county/a@=1.0.0 --to p --from reg --as-of 2026-06-01 --allow-downgrade 县里通知",
            "package list p --lang en",
            "package lock p --format json",
        ],
    );
    let lock = shop.case.read("p/luoshi.lock");
    assert!(
        lock.contains("reason: 县里通知") && lock.contains("from: 1.1.0"),
        "{lock}"
    );
}

#[test]
fn from_a_stick_without_a_registry() {
    let shop = Shop::stocked();
    let ran = shop.refused(
        &format!("package install src/county-a-1.1.0.luoshi.zip --to p {DAY}"),
        &["LS0930", "central/b ^1"],
    );
    assert!(
        ran.stderr.contains("p → county/a 1.1.0 → central/b ^1"),
        "{}",
        ran.stderr
    );
    assert!(!shop.case.path("p/packages/county").exists());
    let both = "src/county-a-1.1.0.luoshi.zip src/central-b-1.0.0.luoshi.zip";
    shop.good(&format!("package install {both} --to p {DAY}"));
    assert_eq!(shop.locked(), ["central/b 1.0.0", "county/a 1.1.0"]);
    shop.works();
}

/// Changes what is offered, and says which codes refuse it.
type Trick = (fn(&Shop), &'static [&'static str]);

fn reg(shop: &Shop, path: &str) -> std::path::PathBuf {
    shop.case.path("reg").join(path)
}

const HIGH: &str = "county/a/1.1.0.luoshi.zip";

fn truncate(path: &Path) {
    let bytes = fs::read(path).unwrap();
    fs::write(path, &bytes[..bytes.len() / 2]).unwrap();
}

#[test]
fn whoever_offers_something_else_is_refused_and_nothing_is_written() {
    let tricks: [Trick; 8] = [
        // Taken away, so that the old one stays in use.
        (
            |shop| fs::remove_file(reg(shop, HIGH)).unwrap(),
            &["LS0601"],
        ),
        (
            |shop| fs::remove_file(reg(shop, &format!("{HIGH}.sig"))).unwrap(),
            &["LS0916"],
        ),
        (|shop| truncate(&reg(shop, HIGH)), &["LS0908"]),
        (|shop| truncate(&reg(shop, "index.json")), &["LS0924"]),
        // Another archive of the same version, built and signed as it should be, but not the one on the index.
        (
            |shop| {
                let folder = shop.case.path("src/county-a-1.1.0");
                fs::write(folder.join("README.md"), "other").unwrap();
                shop.good(&format!(
                    "package build src/county-a-1.1.0 -o x.luoshi.zip --packages src {DAY}"
                ));
                shop.good("package sign x.luoshi.zip --key office.key");
                fs::copy(shop.case.path("x.luoshi.zip"), reg(shop, HIGH)).unwrap();
                fs::copy(
                    shop.case.path("x.luoshi.zip.sig"),
                    reg(shop, &format!("{HIGH}.sig")),
                )
                .unwrap();
            },
            &["LS0928"],
        ),
        // Signed, but with a key that counts no more, or that nobody knows.
        (
            |shop| {
                fs::remove_file(reg(shop, &format!("{HIGH}.sig"))).unwrap();
                shop.good(&format!("package sign reg/{HIGH} --key old.key"));
            },
            &["LS0920"],
        ),
        (
            |shop| {
                fs::remove_file(reg(shop, &format!("{HIGH}.sig"))).unwrap();
                shop.good(&format!("package sign reg/{HIGH} --key stranger.key"));
            },
            &["LS0918"],
        ),
        // The signatures of another version.
        (
            |shop| {
                let other = reg(shop, "county/a/1.0.0.luoshi.zip.sig");
                fs::copy(other, reg(shop, &format!("{HIGH}.sig"))).unwrap();
            },
            &["LS0919"],
        ),
    ];
    for (trick, codes) in tricks {
        let shop = Shop::stocked();
        shop.good(&format!(
            "package install county/a@=1.0.0 --to p --from reg {DAY}"
        ));
        trick(&shop);
        shop.refused(
            &format!("package install county/a --to p --from reg {DAY}"),
            codes,
        );
        assert_eq!(
            shop.locked(),
            ["central/b 1.0.0", "county/a 1.0.0"],
            "{codes:?}"
        );
        assert!(
            !shop.case.path("p/packages/county/a/1.1.0").exists(),
            "{codes:?}"
        );
        shop.works();
    }
}

#[test]
fn an_old_index_is_noticed_and_so_is_one_that_is_over() {
    let shop = Shop::stocked();
    let install = format!("package install county/a --to p --from reg {DAY}");
    let keep = |to: &str| {
        for name in ["index.json", "index.sig"] {
            fs::create_dir_all(shop.case.path(to)).unwrap();
            fs::copy(reg(&shop, name), shop.case.path(to).join(name)).unwrap();
        }
    };
    keep("first");
    let newer = shop.build("county/a", "1.2.0", "", "");
    shop.publish(&[&newer]);
    shop.good(&install);
    assert_eq!(shop.locked(), ["county/a 1.2.0"]);
    for name in ["index.json", "index.sig"] {
        fs::copy(shop.case.path("first").join(name), reg(&shop, name)).unwrap();
    }
    shop.refused(&install, &["LS0926"]);
    // Forgetting is told, not taken for a first time.
    fs::write(shop.case.path("p/packages/.registries.yaml"), "county: 1\n").unwrap();
    shop.refused(&install, &["LS0940"]);
    shop.refused(
        "package install county/a --to p --from reg --as-of 2026-07-01",
        &["LS0940"],
    );
    fs::remove_file(shop.case.path("p/packages/.registries.yaml")).unwrap();
    shop.refused(
        "package install county/a --to p --from reg --as-of 2026-07-01",
        &["LS0925"],
    );
    shop.works();
}

#[test]
fn the_same_version_never_changes() {
    let shop = Shop::stocked();
    let both = "src/county-a-1.1.0.luoshi.zip src/central-b-1.0.0.luoshi.zip";
    shop.good(&format!("package install {both} --to p {DAY}"));
    fs::write(shop.case.path("src/county-a-1.1.0/README.md"), "other").unwrap();
    shop.good(&format!(
        "package build src/county-a-1.1.0 -o x.luoshi.zip --packages src {DAY}"
    ));
    shop.good("package sign x.luoshi.zip --key office.key");
    shop.refused(
        &format!("package install x.luoshi.zip --to p {DAY}"),
        &["LS0938"],
    );
    // Nor without a lock, as long as the folder is there.
    fs::remove_file(shop.case.path("p/luoshi.lock")).unwrap();
    shop.refused(
        &format!("package install x.luoshi.zip --to p {DAY}"),
        &["LS0938"],
    );
}

#[test]
fn an_altered_package_is_noticed_by_the_next_check_and_repaired_by_the_next_install() {
    let shop = Shop::stocked();
    let install = format!("package install --to p --from reg {DAY}");
    shop.good(&install);
    let folder = shop.case.path("p/packages/county/a/1.1.0");
    let whole = fs::read_to_string(folder.join("package.yaml")).unwrap();
    fs::write(folder.join("package.yaml"), format!("{whole}\n# more\n")).unwrap();
    shop.refused(&format!("check p {DAY}"), &["LS0934", "county/a"]);
    shop.refused("package lock p", &["LS0938"]);
    shop.good(&install);
    shop.works();
    assert_eq!(
        fs::read_to_string(folder.join("package.yaml")).unwrap(),
        whole
    );
    // A file that the digest does not know is not read either.
    fs::write(folder.join("plan.yaml"), "nonsense: 1\n").unwrap();
    shop.works();
    fs::write(folder.join("more.yaml"), "units: []\n").unwrap();
    shop.refused(&format!("check p {DAY}"), &["LS0934"]);
    fs::remove_dir_all(&folder).unwrap();
    shop.refused(&format!("check p {DAY}"), &["LS0213"]);
    let other = "p/packages/county/a/1.0.0/package.yaml";
    fs::create_dir_all(shop.case.path(other).parent().unwrap()).unwrap();
    fs::write(shop.case.path(other), head("county/a", "1.0.0", "")).unwrap();
    shop.refused(&format!("check p {DAY}"), &["LS0935", "1.1.0"]);
    shop.good(&install);
    shop.works();
}

#[test]
fn a_plan_that_wants_more_than_its_lock_is_told_so() {
    let shop = Shop::stocked();
    shop.good(&format!(
        "package install county/a@=1.0.0 --to p --from reg {DAY}"
    ));
    let plan = shop.case.read("p/plan.yaml").replace("'^1'", "'^1.1'");
    fs::write(shop.case.path("p/plan.yaml"), plan).unwrap();
    shop.refused(&format!("check p {DAY}"), &["LS0933", "^1.1"]);
    shop.refused("package lock p", &["LS0930"]);
    shop.good(&format!("package install --to p --from reg {DAY}"));
    assert_eq!(shop.locked(), ["central/b 1.0.0", "county/a 1.1.0"]);
    shop.works();
}

#[test]
fn folders_beside_a_plan_need_no_lock_and_can_have_one() {
    let case = Case::with_plan()
        .file(
            "a/package.yaml",
            head(
                "county/a",
                "1.0.0",
                "extends: [{ package: central/b, version: ^1 }]\n",
            ),
        )
        .file("b/package.yaml", head("central/b", "1.0.0", ""))
        .file("b2/package.yaml", head("central/b", "2.0.0", ""));
    let case = extending(case, "{ 政策包: county/a }, { 政策包: central/b }");
    // The highest `central/b` would not suit `county/a`.
    assert_eq!(case.run("check p -q --as-of 2012-08-15").code, Some(0));
    let check = case.run("package lock p --check");
    assert_eq!(check.code, Some(1), "{}{}", check.stdout, check.stderr);
    assert!(!case.path("p/luoshi.lock").exists());
    assert_eq!(case.run("package lock p -q").code, Some(0));
    let lock = case.read("p/luoshi.lock");
    assert!(
        !lock.contains("2.0.0") && !case.path("p/packages").exists(),
        "{lock}"
    );
    assert_eq!(case.run("package lock p --check").code, Some(0));
    assert_eq!(case.run("check p -q --as-of 2012-08-15").code, Some(0));
    // A new version beside it changes nothing until the lock does.
    let case = case.file("b3/package.yaml", head("central/b", "1.5.0", ""));
    assert_eq!(case.run("check p -q --as-of 2012-08-15").code, Some(0));
    assert_eq!(case.run("package lock p --check").code, Some(0));
    assert_eq!(case.run("package lock p --check --highest").code, Some(1));
    assert_eq!(case.run("package lock p -q --highest").code, Some(0));
    assert!(case.read("p/luoshi.lock").contains("1.5.0"));
    // Whoever writes on a package of his own locks it again.
    let case = case.file("b3/package.yaml", head("central/b", "1.5.0", "units: []\n"));
    let altered = case.run("check p -q --as-of 2012-08-15");
    assert!(altered.stderr.contains("LS0934"), "{}", altered.stderr);
    assert_eq!(case.run("package lock p -q").code, Some(0));
    assert_eq!(case.run("check p -q --as-of 2012-08-15").code, Some(0));
}

#[test]
fn a_conflict_is_explained() {
    let case = Case::with_plan()
        .file(
            "a/package.yaml",
            head(
                "county/a",
                "1.0.0",
                "extends: [{ package: central/b, version: ^1 }]\n",
            ),
        )
        .file(
            "c/package.yaml",
            head(
                "county/c",
                "1.0.0",
                "extends: [{ package: central/b, version: ^2 }]\n",
            ),
        )
        .file("b/package.yaml", head("central/b", "1.0.0", ""))
        .file("b2/package.yaml", head("central/b", "2.0.0", ""));
    let case = extending(case, "{ 政策包: county/a }, { 政策包: county/c }");
    case.transcript(
        "package-conflict",
        &[
            "check p -q --as-of 2012-08-15",
            "check p -q --as-of 2012-08-15 --lang en",
            "package lock p",
        ],
    );
}

/// Installs that are killed.
const ROUNDS: u32 = 36;

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "a moment within an install can only be found by how long one takes"
)]
fn an_install_that_is_killed_at_any_moment_leaves_a_plan_that_works() {
    let shop = Shop::stocked();
    shop.good(&format!(
        "package install county/a@=1.0.0 --to p --from reg {DAY}"
    ));
    let low = ["central/b 1.0.0", "county/a 1.0.0"];
    let high = ["central/b 1.0.0", "county/a 1.1.0"];
    let (mut died, mut lived) = (0, 0);
    let start = Instant::now();
    shop.good(&format!("package install --to p --from reg -q {DAY}"));
    let whole = start.elapsed() * 3 / 2;
    for round in 0..ROUNDS {
        let command = format!("package install county/a@=1.1.0 --to p --from reg -q {DAY}");
        let mut install = shop.case.command(&command);
        let mut install = install
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // The moments are spread over the time that an install takes here.
        std::thread::sleep(whole * round / ROUNDS);
        let _ = install.kill();
        match install.wait().unwrap().success() {
            true => lived += 1,
            false => died += 1,
        }
        let locked = shop.locked();
        assert!(locked == low || locked == high, "round {round}: {locked:?}");
        shop.works();
        // Back to where it was, and what was left behind is gone.
        shop.good(&format!(
            "package install county/a@=1.0.0 --to p --from reg --allow-downgrade test -q {DAY}"
        ));
        assert!(!shop.case.path("p/packages/.staging").exists());
        assert!(!shop.case.path("p/.luoshi.lock.next").exists());
        fs::remove_dir_all(shop.case.path("p/packages/county/a/1.1.0")).ok();
    }
    assert!(died > 0 && lived > 0, "{died} died, {lived} lived");
}

#[test]
fn two_installs_at_once_come_one_after_the_other() {
    let shop = Shop::stocked();
    let start = |what: &str| {
        let command =
            format!("package install {what} --to p --from reg --allow-downgrade test {DAY}");
        shop.case
            .command(&command)
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
    };
    for _ in 0..5 {
        let both = [start("county/a@=1.0.0"), start("county/a@=1.1.0")];
        for install in both {
            let output = install.wait_with_output().unwrap();
            let text = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(output.status.success(), "{text}");
        }
        let locked = shop.locked();
        assert_eq!(locked.len(), 2, "{locked:?}");
        shop.works();
    }
}

#[test]
fn a_folder_that_cannot_be_written_to_is_named() {
    let shop = Shop::stocked();
    let install = format!("package install --to p --from reg {DAY}");
    shop.case.path("p");
    fs::write(shop.case.path("p/packages"), "a file in the way").unwrap();
    let ran = shop.refused(&install, &["LS0604", "p/packages"]);
    assert_eq!(ran.code, Some(3));
    assert!(!shop.case.path("p/luoshi.lock").exists());
    fs::remove_file(shop.case.path("p/packages")).unwrap();
    shop.good(&install);
}

#[test]
fn what_is_typed_wrong_is_told() {
    let shop = Shop::stocked();
    for (what, code) in [
        ("county/A", "LS0602"),
        ("../a", "LS0602"),
        ("county/a@newest", "LS0602"),
        ("county/a --allow-downgrade=", "LS0602"),
        ("missing.zip", "LS0601"),
        ("county/z", "LS0936"),
        ("county/a@^3", "LS0936"),
        ("county/a --trust nowhere.yaml", "LS0301"),
        ("county/a --from nowhere", "LS0601"),
        ("county/a --from https://example.org", "LS0942"),
    ] {
        let from = if what.contains("--from") {
            ""
        } else {
            "--from reg"
        };
        let ran = shop
            .case
            .run(&format!("package install {what} --to p {from} {DAY}"));
        assert!(ran.stderr.contains(code), "{what}: {}", ran.stderr);
        assert!(!shop.case.path("p/luoshi.lock").exists(), "{what}");
    }
    shop.refused(
        &format!("package install county/a --to src --from reg {DAY}"),
        &["LS0601"],
    );
    let extra = shop.build("county/extra", "1.0.0", "", "");
    let ran = shop.good(&format!(
        "package install {extra} county/a --to p --from reg {DAY}"
    ));
    assert!(ran.stderr.contains("LS0941"), "{}", ran.stderr);
    assert_eq!(shop.locked(), ["central/b 1.0.0", "county/a 1.1.0"]);
}

#[test]
fn a_report_says_on_which_bytes_of_its_packages_it_rests() {
    let shop = Shop::stocked();
    shop.good(&format!("package install --to p --from reg {DAY}"));
    let json = |command: &str| -> serde_json::Value {
        serde_json::from_str(&shop.good(command).stdout).unwrap()
    };
    let digests = |list: &serde_json::Value| -> Vec<(String, Option<String>)> {
        let one = |p: &serde_json::Value| {
            let digest = p["digest"].as_str().map(str::to_owned);
            (p["name"].as_str().unwrap().to_owned(), digest)
        };
        list.as_array().unwrap().iter().map(one).collect()
    };
    let told = |plan: &str| {
        let report = json(&format!("check {plan} --format json {DAY}"));
        digests(&report["assessment"]["plan"]["packages"])
    };
    let locked = digests(&json("package lock p --format json")["packages"]);
    assert_eq!(locked.len(), 2);
    assert_eq!(told("p"), locked);
    let text = shop.good(&format!("check p {DAY}")).stdout;
    let part = &text[text.find("对政策包的调整").unwrap()..];
    let joined: String = part.split_whitespace().collect();
    for (name, digest) in &locked {
        assert!(joined.contains(digest.as_ref().unwrap()), "{name}\n{part}");
    }
    // Without a lock, of the folders beside the plan: the same where a package can be built of the folder.
    fs::remove_file(shop.case.path("p/luoshi.lock")).unwrap();
    fs::remove_dir_all(shop.case.path("p/packages")).unwrap();
    for folder in ["county-a-1.1.0", "central-b-1.0.0"] {
        fs::rename(shop.case.path("src").join(folder), shop.case.path(folder)).unwrap();
    }
    assert_eq!(told("p"), locked);
    let head = shop.case.path("central-b-1.0.0/package.yaml");
    let text = fs::read_to_string(&head).unwrap();
    fs::write(&head, text.replace(", licence: MIT", "")).unwrap();
    let open = told("p");
    assert_eq!(open[0], ("central/b".to_owned(), None));
    assert_eq!(open[1], locked[1]);
    let text = shop.good(&format!("check p {DAY}")).stdout;
    assert!(text.contains("没有校验值"), "{text}");
}
