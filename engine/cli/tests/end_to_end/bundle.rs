//! Audits that anybody can do again: the same bytes everywhere, and every difference told apart.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::audit::county::{town, two_counties};
use crate::case::{Case, copy};
use crate::checkpoint::KEY;

const TRUST: &str = "\
luoshi: 1
to: 2999-12-31
auditors:
  - name: 县审计局
    keys: [ { key: PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW, from: 2026-01-01, to: 2999-12-31 } ]
";

/// A township of the published policies, with the packages that it builds on.
fn township() -> Case {
    let case = Case::new().file("audit.key", KEY).file("trust.yaml", TRUST);
    let policies = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../policies");
    for folder in [
        "central-2015",
        "county-security",
        "ledger-signs",
        "pingtang-2012",
    ] {
        copy(&policies.join(folder), &case.path(&format!("all/{folder}")));
    }
    case
}

fn edit(case: &Case, path: &str, change: impl FnOnce(String) -> String) {
    let text = case.read(path);
    let changed = change(text.clone());
    assert_ne!(changed, text, "{path}");
    fs::write(case.path(path), changed).unwrap();
}

fn verify(case: &Case, arguments: &str) -> Value {
    let ran = case.run(&format!("audit verify {arguments} --format json"));
    let json: Value = serde_json::from_str(&ran.stdout).unwrap_or_default();
    let wanted = if json["same"] == true { 0 } else { 1 };
    assert_eq!(ran.code, Some(wanted), "{}{}", ran.stdout, ran.stderr);
    json
}

/// Codes and what each is about.
fn told(json: &Value) -> Vec<String> {
    let differences = json["differences"].as_array().unwrap();
    let about = |one: &Value| {
        let about = ["path", "package", "findings"].iter();
        let about = about.map(|key| match &one[*key] {
            Value::String(text) => text.clone(),
            Value::Array(list) => list.len().to_string(),
            _ => String::new(),
        });
        format!(
            "{} {}",
            one["code"].as_str().unwrap(),
            about.collect::<String>()
        )
    };
    differences.iter().map(about).collect()
}

#[test]
fn the_same_audit_has_the_same_bytes_wherever_it_is_made() {
    let case = township();
    let made = case.run("audit bundle all --as-of 2012-12-31 -o one --key audit.key");
    assert_eq!((made.code, made.stderr.as_str()), (Some(0), ""));
    assert_eq!(
        case.run("audit bundle all --as-of 2012-12-31 -o two -q")
            .code,
        Some(0)
    );
    assert_eq!(case.read("one"), case.read("two"));
    // Somewhere else, from somewhere else, by the folder of the township itself.
    let elsewhere = township();
    let mut command = elsewhere.command("audit bundle . --as-of 2012-12-31 -o ../../three -q");
    command.current_dir(elsewhere.path("all/pingtang-2012"));
    assert!(command.status().unwrap().success());
    assert_eq!(elsewhere.read("three"), case.read("one"));
    let temporary = case.path("").display().to_string();
    assert!(!case.read("one").contains(temporary.trim_end_matches('/')));
    let json = verify(&case, "one all --trust trust.yaml");
    assert_eq!(
        (&json["same"], &json["townships"]),
        (&Value::from(true), &Value::from(1))
    );
    assert_eq!(json["signature"]["auditor"], "县审计局");
    assert_eq!(verify(&elsewhere, "three all")["signature"], Value::Null);
    // Not in the bundle, and so not verified.
    assert_eq!(
        case.run("init all/more --as-of 2012-01-01 -q").code,
        Some(0)
    );
    let json = verify(&case, "one all");
    assert_eq!(json["not_in_bundle"], serde_json::json!(["more"]));
    assert_eq!(json["same"], true);
}

#[test]
fn what_differs_is_told_apart() {
    let case = township();
    let made = case.run("audit bundle all --as-of 2012-12-31 -o audit -q");
    assert_eq!(made.code, Some(0));
    let plan = "all/pingtang-2012/duties.yaml";
    let ledger = "all/pingtang-2012/evidence.jsonl";
    let grassroots = "all/county-security/grassroots.yaml";
    let (was_plan, was_ledger, was_package) =
        (case.read(plan), case.read(ledger), case.read(grassroots));

    // A remark at the end of a plan changes its bytes and no finding.
    edit(&case, plan, |text| text + "# 已核对\n");
    assert_eq!(told(&verify(&case, "audit all")), ["LS1052 duties.yaml"]);
    fs::write(case.path(plan), &was_plan).unwrap();

    fs::write(case.path("all/pingtang-2012/more.yaml"), "luoshi: 1\n").unwrap();
    assert_eq!(told(&verify(&case, "audit all")), ["LS1054 more.yaml"]);
    fs::remove_file(case.path("all/pingtang-2012/more.yaml")).unwrap();
    // What no verdict depends on is no input.
    fs::write(case.path("all/pingtang-2012/readme.txt"), "照片另附").unwrap();
    edit(&case, "all/pingtang-2012/profile.yaml", |text| {
        text + "# 备注\n"
    });
    assert_eq!(told(&verify(&case, "audit all")), [""; 0]);

    edit(&case, grassroots, |text| text + "# 已核对\n");
    let json = verify(&case, "audit all");
    assert_eq!(told(&json), ["LS1055 county/security-prevention"]);
    assert_eq!(
        json["differences"][0]["files"],
        serde_json::json!(["grassroots.yaml"])
    );
    fs::write(case.path(grassroots), &was_package).unwrap();

    let json = verify(&case, "audit all --as-of 2012-11-30");
    assert_eq!(told(&json), ["LS1057 "]);

    // The ledger: a record more, a record less, a record changed, the same records laid out otherwise.
    let more = r#"{"id":"LATE","kind":"visit","date":"2013-01-05","duty":"monthly_visit"}"#;
    edit(&case, ledger, |text| format!("{text}{more}\n"));
    let json = verify(&case, "audit all");
    let records = &json["differences"][0]["records"];
    assert_eq!(
        (&records["result"], &records["added"]),
        (&"grown".into(), &1.into())
    );
    fs::write(case.path(ledger), &was_ledger).unwrap();
    edit(&case, ledger, |text| {
        text.lines().skip(1).map(|l| format!("{l}\n")).collect()
    });
    let json = verify(&case, "audit all");
    assert_eq!(json["differences"][0]["records"]["result"], "shrunk");
    fs::write(case.path(ledger), &was_ledger).unwrap();
    edit(&case, ledger, |text| {
        text.replacen("\"date\":\"2012-05-11", "\"date\":\"2012-05-12", 1)
    });
    let json = verify(&case, "audit all");
    assert_eq!(json["differences"][0]["code"], "LS1052");
    assert_eq!(json["differences"][0]["records"]["result"], "rewritten");
    edit(&case, ledger, |_| was_ledger.replace('\n', "\r\n"));
    let json = verify(&case, "audit all");
    assert_eq!(told(&json), ["LS1052 evidence.jsonl"]);
    let records = &json["differences"][0]["records"];
    assert_eq!(
        (&records["result"], &records["added"]),
        (&"grown".into(), &0.into())
    );
    fs::write(case.path(ledger), &was_ledger).unwrap();

    fs::remove_file(case.path("all/pingtang-2012/people.yaml")).unwrap();
    let json = verify(&case, "audit all");
    assert_eq!(told(&json)[0], "LS1053 people.yaml");
    let last = json["differences"]
        .as_array()
        .unwrap()
        .last()
        .unwrap()
        .clone();
    assert_eq!(
        (&last["code"], &last["explained"]),
        (&"LS1058".into(), &true.into())
    );
}

#[test]
fn a_bundle_that_was_altered_is_told_and_by_what() {
    let case = township();
    let made = case.run("audit bundle all --as-of 2012-12-31 -o audit --key audit.key -q");
    assert_eq!(made.code, Some(0));
    let was = case.read("audit");
    // A finding made better, by somebody who has not got the key.
    let (before, findings) = was.split_once("\"findings\":[").unwrap();
    let better = findings.replacen("\"status\":\"missed\"", "\"status\":\"met\"", 1);
    let better = format!("{before}\"findings\":[{better}");
    let case = case.file("better", &better).file("audit", &better);
    let json = verify(&case, "better all");
    assert_eq!(told(&json), ["LS1058 1"]);
    assert_eq!(json["differences"][0]["explained"], false);
    let json = verify(&case, "audit all --trust trust.yaml");
    assert_eq!(json["altered"][0]["code"], "LS1051");
    // A checkpoint in it made up.
    let size = "\"ledger\":{\"size\":";
    let case = case.file("other", was.replacen(size, &format!("{size}1"), 1));
    let json = verify(&case, "other all");
    assert_eq!(
        json["differences"][0]["parts"],
        serde_json::json!(["ledger"])
    );
    let engine = format!("\"engine\":\"{}\"", env!("CARGO_PKG_VERSION"));
    let case = case.file("old", was.replacen(&engine, "\"engine\":\"0.0.9\"", 1));
    assert_eq!(told(&verify(&case, "old all")), ["LS1056 "]);
    let gone = was.replace("\"township\":\"pingtang-2012\"", "\"township\":\"nobody\"");
    let case = case.file("gone", gone);
    let json = verify(&case, "gone all");
    assert_eq!(told(&json), ["LS1059 "]);
    assert_eq!(json["not_in_bundle"], serde_json::json!(["pingtang-2012"]));
}

#[test]
fn what_is_no_bundle_or_not_signed_as_is_asked_for_is_refused() {
    let case = township();
    let made = case.run("audit bundle all --as-of 2012-12-31 -o audit --key audit.key -q");
    assert_eq!(made.code, Some(0));
    let (was, signature) = (case.read("audit"), case.read("audit.sig"));
    let half = &was[..was.len() / 2];
    let case = case
        .file("twice", format!("{was}{}", was.lines().nth(1).unwrap()))
        .file("spaced", was.replacen("\":", "\": ", 1))
        .file("half", half.get(..half.len() - 9).unwrap_or_default())
        .file("unsigned", &was)
        .file("odd", &was)
        .file(
            "odd.sig",
            signature.replace("luoshi audit v1", "luoshi audit v2"),
        )
        .file("meddled", &was)
        .file("meddled.sig", signature.replace("\n20", "\n19"));
    assert_eq!(case.run("key new PeterNeumann -q").code, Some(0));
    let strange = "audit bundle all --as-of 2012-12-31 -o strange --key PeterNeumann.key -q";
    assert_eq!(case.run(strange).code, Some(0));
    for (arguments, code) in [
        ("twice all", "LS1050"),
        ("spaced all", "LS1050"),
        ("half all", "LS1050"),
        ("trust.yaml all", "LS1050"),
        ("nothing all", "LS0601"),
        ("unsigned all --trust trust.yaml", "LS0916"),
        ("odd all", "LS0914"),
        ("meddled all --trust trust.yaml", "LS0915"),
        ("strange all --trust trust.yaml", "LS0918"),
    ] {
        let ran = case.run(&format!("audit verify {arguments}"));
        assert_eq!(ran.code, Some(2), "{arguments}: {}", ran.stdout);
        assert!(ran.stderr.contains(code), "{arguments}: {}", ran.stderr);
    }
    // Written over without a key, it is not left with a signature that accuses it.
    assert_eq!(
        case.run("audit bundle all --as-of 2012-11-30 -o audit -q")
            .code,
        Some(0)
    );
    assert!(!case.path("audit.sig").exists());
    assert_eq!(case.run("audit verify audit all -q").code, Some(0));
}

/// A township that cannot be judged has its errors as its result, and stops nobody.
#[test]
fn the_report_for_people() {
    let case = Case::new().file("audit.key", KEY);
    for name in ["east", "west", "south"] {
        let made = case.run(&format!("init all/{name} --as-of 2012-01-01 -q"));
        assert_eq!(made.code, Some(0));
        fs::remove_file(case.path(&format!("all/{name}/ledger.db"))).unwrap();
        let record =
            r#"{"id":"V1","kind":"visit","date":"2012-02-03","duty":"visit","subject":"v01"}"#;
        let path = case.path(&format!("all/{name}/evidence.jsonl"));
        fs::write(path, format!("{record}\n")).unwrap();
    }
    fs::write(case.path("all/south/plan.yaml"), "luoshi: 1\nplan: [\n").unwrap();
    case.transcript(
        "bundle",
        &[
            "audit bundle all --as-of 2012-08-15 -o audit",
            "audit verify audit all",
            "audit verify audit all --lang en",
            "audit verify audit all/east",
            "audit bundle all all/east --as-of 2012-08-15 -o twice",
        ],
    );
    edit(&case, "all/west/evidence.jsonl", |text| {
        text.replace("02-03", "02-04")
    });
    edit(&case, "audit", |text| {
        text.replacen("\"failing\":true", "\"failing\":false", 1)
    });
    case.transcript(
        "bundle-differs",
        &["audit verify audit all", "audit verify audit all --lang en"],
    );
}

/// Townships beside a healthy one, each with another defect.
const DEFECTS: [(&str, &str, &[u8], &str); 6] = [
    ("yaml", "plan.yaml", b"luoshi: 1\nplan: [\n", "LS0101"),
    ("bytes", "plan.yaml", b"luoshi: \xff\xfe\x00", "LS0"),
    ("no-package", "plan.yaml", b"", "LS0213"),
    ("record", "evidence.jsonl", b"{\"id\":\n", "LS0303"),
    ("not-text", "evidence.jsonl", b"\x81\x00\xff", "LS0"),
    (
        "ledger",
        "ledger.db",
        b"SQLite format 3\0 and no more",
        "LS03",
    ),
];

/// What is wrong with one township stops no other, neither when a bundle is made nor when it is verified.
#[test]
fn a_defect_of_one_township_stays_its_own() {
    let mut case = two_counties();
    for (name, file, bytes, _) in DEFECTS {
        case = town(case, &format!("p/甲县/{name}"), name, 6, true);
        if file == "ledger.db" {
            fs::remove_file(case.path(&format!("p/甲县/{name}/evidence.jsonl"))).unwrap();
        }
        let bytes = match bytes {
            b"" => case
                .read(&format!("p/甲县/{name}/plan.yaml"))
                .replace("county/peace", "county/other")
                .into_bytes(),
            bytes => bytes.to_vec(),
        };
        case = case.file(&format!("p/甲县/{name}/{file}"), bytes);
    }
    let day = "--as-of 2012-12-31";
    let made = case.run(&format!("audit bundle p {day} -o all --format json"));
    assert_eq!(made.code, Some(0), "{}", made.stderr);
    let made: Value = serde_json::from_str(&made.stdout).unwrap();
    assert_eq!(made["townships"], 11);
    let stopped: Vec<&str> = made["stopped"]
        .as_array()
        .unwrap()
        .iter()
        .map(|n| n.as_str().unwrap())
        .collect();
    let mut expected = DEFECTS.map(|(name, ..)| format!("甲县/{name}"));
    expected.sort();
    assert_eq!(stopped, expected);
    let all = case.read("all");
    for (name, _, _, code) in DEFECTS {
        let mark = format!("\"township\":\"甲县/{name}\"");
        let line = all.lines().find(|line| line.contains(&mark)).unwrap();
        assert!(
            line.contains(&format!("\"code\":\"{code}")),
            "{name}: {line}"
        );
    }
    assert_eq!(verify(&case, "all p")["same"], true);
    // One that is healthy when the bundle is made, and damaged when it is verified: it alone differs.
    for (file, bytes) in [
        ("plan.yaml", "luoshi: 1\nplan: {".as_bytes()),
        ("evidence.jsonl", b"\x81\x00\xff"),
    ] {
        let was = fs::read(case.path(&format!("p/乙县/e/{file}"))).unwrap();
        fs::write(case.path(&format!("p/乙县/e/{file}")), bytes).unwrap();
        let json = verify(&case, "all p");
        let differences = json["differences"].as_array().unwrap();
        assert!(!differences.is_empty());
        let mine = |one: &&Value| one["township"] == "乙县/e";
        assert!(differences.iter().all(|one| mine(&one)), "{json}");
        assert_eq!(differences.last().unwrap()["explained"], true);
        fs::write(case.path(&format!("p/乙县/e/{file}")), was).unwrap();
    }
    assert_eq!(verify(&case, "all p")["same"], true);
}
