//! Packages: built, looked at, signed, verified, published.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::case::{Case, Ran};

const HEAD: &str = "luoshi: 1
package:
  name: county/test
  version: 1.0.0
  publisher: 县综治委
  title: 试
  engine: \">=0.1\"
  licence: MIT
";

const DUTIES: &str = "luoshi: 1
roles: [{ id: director, name: 主任 }]
meetings:
  - { id: council, name: 例会, responsible: director, clauses: [a], convenor: director, cadence: { every: month, at_least: 1 } }
clauses:
  - { id: a, heading: 例会, summary: 每月一次, status: checkable }
";

fn policies() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../policies")
}

/// A folder `p` with a small package in it.
fn small() -> Case {
    Case::new()
        .file("p/package.yaml", HEAD)
        .file("p/duties.yaml", DUTIES)
}

#[track_caller]
fn fine(ran: &Ran) {
    assert_eq!(ran.code, Some(0), "{}{}", ran.stdout, ran.stderr);
}

#[track_caller]
fn refused(ran: &Ran, codes: &[&str]) {
    assert_eq!(ran.code, Some(2), "{}{}", ran.stdout, ran.stderr);
    for code in codes {
        assert!(ran.stderr.contains(code), "{code} in {}", ran.stderr);
    }
    let errors = ran.stderr.matches("错误[").count();
    assert_eq!(errors, codes.len(), "{}", ran.stderr);
}

#[test]
fn the_published_packages_build_twice_the_same() {
    let case = Case::new();
    for name in ["central-2015", "county-security", "ledger-signs"] {
        let folder = policies().join(name);
        // Written anew in another order, with other times and permissions, and beside the same packages.
        copy(&policies(), &case.path("again"));
        fine(&case.run(&format!(
            "package build {} -o one.zip --force",
            folder.display()
        )));
        fine(&case.run(&format!(
            "package build again/{name} -o two.zip --as-of 2031-05-06 --force"
        )));
        assert_eq!(
            fs::read(case.path("one.zip")).unwrap(),
            fs::read(case.path("two.zip")).unwrap()
        );
        let ran = case.run("check one.zip --packages again");
        fine(&ran);
    }
}

/// Copies a folder, the last file first.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    let mut entries: Vec<PathBuf> = fs::read_dir(from)
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    entries.sort();
    for path in entries.into_iter().rev() {
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
            continue;
        }
        fs::write(&target, fs::read(&path).unwrap()).unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            fs::set_permissions(&target, fs::Permissions::from_mode(0o600)).unwrap();
        }
    }
}

#[test]
fn a_package_from_folder_to_registry() {
    let case = small()
        .file("p/notes.docx", "x")
        .file("p/draft/a.yaml", "x")
        .file(
            "k/office.key",
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz\n",
        )
        .file("trust.yaml", TRUST);
    case.transcript(
        "package",
        &[
            "package build p",
            "package build p -q",
            "package inspect county-test-1.0.0.luoshi.zip",
            "package verify county-test-1.0.0.luoshi.zip --trust trust.yaml --as-of 2026-06-01",
            "key show k/office.key",
            "package sign county-test-1.0.0.luoshi.zip --key k/office.key",
            "package inspect county-test-1.0.0.luoshi.zip --lang en",
            "package verify county-test-1.0.0.luoshi.zip --trust trust.yaml --as-of 2026-06-01",
            "package verify county-test-1.0.0.luoshi.zip --trust trust.yaml --as-of 2026-06-01 --format json",
            "package verify county-test-1.0.0.luoshi.zip --trust trust.yaml --as-of 2027-06-01",
            "package publish county-test-1.0.0.luoshi.zip --registry reg --key k/office.key --name county --days 30 --as-of 2026-06-01",
            "package publish --registry reg --key k/office.key --expires 2026-08-01 --as-of 2026-07-01 --format json",
            "check county-test-1.0.0.luoshi.zip",
        ],
    );
    let index = case.read("reg/index.json");
    assert!(index.contains("\"serial\": 2"), "{index}");
    let archive = fs::read(case.path("reg/county/test/1.0.0.luoshi.zip")).unwrap();
    assert_eq!(
        archive,
        fs::read(case.path("county-test-1.0.0.luoshi.zip")).unwrap()
    );
    assert!(case.path("reg/county/test/1.0.0.luoshi.zip.sig").is_file());
}

const TRUST: &str = "luoshi: 1
to: 2027-12-31
publishers:
  - name: 县综治委
    packages: [county/*]
    to: 2027-12-31
    keys:
      - key: PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW
        from: 2026-01-01
        to: 2026-12-31
";

/// Changes of the package, and the codes for which it is not built.
#[test]
fn what_is_wrong_in_a_package_keeps_it_from_being_built() {
    let rule = "luoshi: 1\nrules:\n  - { id: r, name: 规则, clauses: [a], holds: 'cuont(1) > 0', message: x }\n";
    let plugin = |file: &str, digest: &str| {
        format!(
            "luoshi: 1\nplugins:\n  - {{ id: g, name: 插件, clauses: [a], file: {file}, digest: sha256:{digest}, grants: {{}} }}\n"
        )
    };
    // The SHA-256 of `x`, which is what the file holds.
    let x = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881";
    let template = "---\nname: 通知\nkind: 通知\nfor: duty\ntitle: 关于{{ titel }}的通知\n---\n正文{{ plann.title }}\n";
    let cases: [(&str, String, &[&str]); 13] = [
        ("licence", HEAD.replace("  licence: MIT\n", ""), &["LS0107"]),
        (
            "engine",
            HEAD.replace("  engine: \">=0.1\"\n", ""),
            &["LS0107"],
        ),
        ("another engine", HEAD.replace(">=0.1", ">=7"), &["LS0911"]),
        ("no range", HEAD.replace(">=0.1", "latest"), &["LS0110"]),
        (
            "name",
            HEAD.replace("county/test", "county/../x"),
            &["LS0906"],
        ),
        (
            "extends",
            format!("{HEAD}extends: [{{ package: central/gone }}]\n"),
            &["LS0213"],
        ),
        (
            "range",
            format!("{HEAD}extends: [{{ package: central/gone, version: newest }}]\n"),
            &["LS0110", "LS0213"],
        ),
        ("clause", DUTIES.replace("clauses: [a], ", ""), &["LS0912"]),
        (
            "reason",
            DUTIES
                .replace("clauses: [a], ", "")
                .replace("checkable", "guidance"),
            &["LS0218"],
        ),
        ("rules", rule.to_owned(), &["LS0502"]),
        ("plugins", plugin("gone.wasm", x), &["LS0505"]),
        ("plugins", plugin("bad.wasm", x), &["LS0510"]),
        ("templates", template.to_owned(), &["LS0806", "LS0806"]),
    ];
    for (what, text, codes) in cases {
        let file = match what {
            "clause" | "reason" => "p/duties.yaml",
            "rules" => "p/rules.yaml",
            "plugins" => "p/plugins.yaml",
            "templates" => "p/templates/notice.md",
            _ => "p/package.yaml",
        };
        let case = small().file("p/plugins/bad.wasm", "x").file(file, text);
        let ran = case.run("package build p");
        refused(&ran, codes);
        assert!(
            !case.path("county-test-1.0.0.luoshi.zip").exists(),
            "{what}"
        );
    }
}

#[test]
fn other_files_are_not_written_over() {
    let case = small().file("out.zip", "mine");
    refused(&case.run("package build p -o out.zip"), &["LS0605"]);
    assert_eq!(case.read("out.zip"), "mine");
    fine(&case.run("package build p -o out.zip --force"));
    // The same again changes nothing, and needs no force.
    fine(&case.run("package build p -o out.zip"));
    refused(
        &case.run("package build p -o none/out.zip").code_three(),
        &[],
    );
}

impl Ran {
    /// The same, if it could not run: the file system said no.
    fn code_three(mut self) -> Ran {
        assert_eq!(self.code, Some(3), "{}", self.stderr);
        self.code = Some(2);
        self.stderr.clear();
        self
    }
}

#[cfg(unix)]
#[test]
fn links_are_no_part_of_a_package() {
    use std::os::unix::fs::symlink;
    let case = small().file("secret.yaml", "luoshi: 1\n");
    symlink(case.path("secret.yaml"), case.path("p/more.yaml")).unwrap();
    refused(&case.run("package build p"), &["LS0904"]);
    fs::remove_file(case.path("p/more.yaml")).unwrap();
    symlink(case.path("p"), case.path("p/rules")).unwrap();
    refused(&case.run("package build p"), &["LS0904"]);
    fs::remove_file(case.path("p/rules")).unwrap();
    // One that would be no part of it in any case is left out like other files.
    symlink(case.path("secret.yaml"), case.path("p/notes.txt")).unwrap();
    fine(&case.run("package build p"));
}

#[test]
fn a_new_key_is_kept_from_others_and_never_written_over() {
    let case = small();
    let made = case.run("key new county/office -q");
    fine(&made);
    assert!(made.stdout.starts_with("county/office+"), "{}", made.stdout);
    assert_eq!(case.run("key show county-office.key").stdout, made.stdout);
    assert_ne!(
        case.run("key new county/office -q --dir p").stdout,
        made.stdout
    );
    let file = case.path("county-office.key");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(
            fs::metadata(&file).unwrap().permissions().mode() & 0o777,
            0o600
        );
    }
    let before = fs::read(&file).unwrap();
    refused(&case.run("key new county/office"), &["LS0913"]);
    assert_eq!(fs::read(&file).unwrap(), before);
    refused(&case.run("key new a+b"), &["LS0913"]);
    refused(&case.run("key show p/package.yaml"), &["LS0913"]);
}

#[test]
fn archives_that_were_meddled_with_are_refused_by_every_command() {
    let case = small();
    fine(&case.run("package build p -o a.zip"));
    fine(&case.run("key new k -q"));
    let bytes = fs::read(case.path("a.zip")).unwrap();
    fs::write(case.path("short.zip"), &bytes[..bytes.len() / 2]).unwrap();
    for command in [
        "package inspect short.zip",
        "package sign short.zip --key k.key",
        "check short.zip",
        "package publish short.zip --registry r --key k.key --days 1",
    ] {
        refused(&case.run(command), &["LS0908"]);
    }
    assert!(!case.path("r").exists());
    refused(&case.run("package inspect gone.zip"), &["LS0601"]);
    refused(
        &case.run("package publish a.zip --registry r --key k.key --days 1"),
        &["LS0916"],
    );
}

#[test]
fn a_registry_takes_no_strange_index_and_no_second_version() {
    let case = small();
    fine(&case.run("package build p -o a.zip"));
    fine(&case.run("key new one -q"));
    fine(&case.run("key new two -q"));
    fine(&case.run("package sign a.zip --key one.key"));
    fine(&case.run("package publish a.zip --registry r --key one.key --days 9"));
    refused(
        &case.run("package publish --registry r --key two.key --days 9"),
        &["LS0918"],
    );
    // The same version with other content.
    let other = small().file("p/LICENSE", "MIT");
    fine(&other.run("package build p -o b.zip"));
    fs::copy(other.path("b.zip"), case.path("b.zip")).unwrap();
    fine(&case.run("package sign b.zip --key one.key"));
    refused(
        &case.run("package publish b.zip --registry r --key one.key --days 9"),
        &["LS0929"],
    );
    // A signature of another archive.
    fs::copy(case.path("a.zip.sig"), case.path("b.zip.sig")).unwrap();
    refused(
        &case.run("package publish b.zip --registry r --key one.key --days 9"),
        &["LS0917"],
    );
    refused(&case.run("package sign b.zip --key two.key"), &["LS0917"]);
    let index = case
        .read("r/index.json")
        .replace("county/test", "county/evil");
    fs::write(case.path("r/index.json"), index).unwrap();
    refused(
        &case.run("package publish --registry r --key one.key --days 9"),
        &["LS0924"],
    );
}

/// Whoever has no luoshi can look into an archive all the same.
#[test]
fn other_programs_read_an_archive() {
    let case = small();
    fine(&case.run("package build p -o a.zip"));
    let program = |name: &str, arguments: &[&str]| {
        Command::new(name)
            .args(arguments)
            .current_dir(case.path(""))
            .output()
            .ok()
    };
    // Where one of them is missing, the others still say something; ARCHIVE.md names all three.
    let python = program("python3", &["-m", "zipfile", "-t", "a.zip"]);
    let unzip = program("unzip", &["-tq", "a.zip"]);
    for ran in [python, unzip].into_iter().flatten() {
        assert!(
            ran.status.success(),
            "{}",
            String::from_utf8_lossy(&ran.stderr)
        );
    }
    let inspected = case.run("package inspect a.zip --format json").stdout;
    let inspected: serde_json::Value = serde_json::from_str(&inspected).unwrap();
    if let Some(sum) = program("sha256sum", &["a.zip"]) {
        let hex = String::from_utf8(sum.stdout).unwrap();
        let hex = hex.split(' ').next().unwrap();
        assert_eq!(inspected["package"]["digest"], format!("sha256:{hex}"));
    }
    let mut zip = zip::ZipArchive::new(fs::File::open(case.path("a.zip")).unwrap()).unwrap();
    let mut text = String::new();
    std::io::Read::read_to_string(&mut zip.by_name("package.yaml").unwrap(), &mut text).unwrap();
    assert_eq!(text, HEAD);
}

#[test]
fn a_field_that_no_paper_has_is_told_at_its_place() {
    let template = "---
name: 通知
kind: 通知
for: duty
title: 关于{{ place.nmae }}的通知
---
共{{ counts.all }}项。

{% for d in duties %}{{ d.name }}、{{ d.nmae }}{% endfor %}
{{ duties | sum(attribute=\"counts.misssed\") }}
";
    let case = small().file("p/templates/notice.md", template);
    let ran = case.run("package build p");
    refused(&ran, &["LS0819", "LS0819", "LS0819"]);
    for place in ["notice.md:5:", "notice.md:9:", "notice.md:10:"] {
        assert!(ran.stderr.contains(place), "{place} in {}", ran.stderr);
    }
    let told = [
        "「place」里没有「nmae」",
        "「d」里没有「nmae」",
        "「counts」里没有「misssed」",
        "是不是「missed」",
    ];
    for text in told {
        assert!(ran.stderr.contains(text), "{text} in {}", ran.stderr);
    }
}
