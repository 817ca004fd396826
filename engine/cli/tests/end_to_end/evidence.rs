//! Evidence: entering, importing, exporting, verifying.

use crate::case::Case;

#[test]
fn a_record_changes_what_is_found_and_is_named_by_it() {
    Case::with_plan().transcript("record", &[
        "record 会议 p --date 2012-03-05 --duty 综治例会 --actor 综治办,T001 --quantity 5 --marks minutes",
        "record 会议 p --date 2012-03-05 --duty 综治例会 --actor 综治办,T001 --quantity 5 --marks minutes",
        "record meeting p --date 2012-04-05 --duty council --quantity 3 --marks minutes --id R4",
        "check p --as-of 2012-08-15",
        "explain council/2012-03 p --as-of 2012-08-15",
        "explain council/2012-04 p --as-of 2012-08-15",
        "record correction p --date 2012-04-06 --ref R4 --set quantity=4",
        "check p --as-of 2012-08-15 --quiet",
        "ledger verify p",
    ]);
}

#[test]
fn a_record_that_does_not_fit_is_refused_with_its_place() {
    let case = Case::with_plan();
    case.transcript(
        "record-wrong",
        &[
            "record 会义 p --date 2012-03-05",
            "record visit p --date 2012-02-30 --quantity 三",
            "record visit p --date 2012-02-28 --duty 入村走 --subject 东方村",
            "record visit p --date 2012-02-28 --note 电话13800138000",
            "ledger verify p",
        ],
    );
}

const TABLE: &str = "日期,对象,人员\n2012-02-01,东风村,综治办\n2012-02-02,新华村,综治办\n";

const WRONG_TABLE: &str = "日期,对象,人员\n2012-02-01,东风村,综治办\n2012-02-31,新华村,综治办\n2012-03-01,西华村,综治办\n";

#[test]
fn one_bad_row_keeps_all_out_unless_told_otherwise() {
    let case = Case::with_plan()
        .file("good.csv", TABLE)
        .file("bad.csv", WRONG_TABLE);
    case.transcript(
        "import",
        &[
            "import bad.csv --to p --kind 查访 --duty visit",
            "ledger verify p",
            "import good.csv --to p --kind 查访 --duty visit --dry-run",
            "import bad.csv --to p --kind 查访 --duty visit --keep-valid",
            "import good.csv --to p --kind 查访 --duty visit",
            "import good.csv --to p --kind 查访 --duty visit",
            "import nothing.csv --to p",
            "import good.csv --to p --kind 聚餐",
            "check p --as-of 2012-03-15 --quiet",
        ],
    );
}

#[test]
fn a_workbook_is_told_sheet_by_sheet_and_its_mapping_is_used_again() {
    let workbook = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../evidence/tests/workbooks/old_format.xls"
    );
    // The ending of the name says nothing.
    let case = Case::with_plan().file("台账.csv", std::fs::read(workbook).unwrap());
    case.transcript(
        "import-workbook",
        &[
            "import 台账.csv --to p --dry-run --save-mapping 月报",
            "import 台账.csv --to p",
            "import 台账.csv --to p --keep-valid",
            "import 台账.csv --to p --keep-valid -q",
            "import 台账.csv --to p --dry-run --save-mapping 月报 -q",
        ],
    );
    let saved = case.read("p/import/月报.yaml");
    assert!(saved.contains("\"出席/实到\": quantity  # 数量"), "{saved}");
    // The same mapping again, as after a run that was killed, is nothing in the way.
    let json = case.run("import 台账.csv --to p --dry-run --save-mapping 月报 --format json");
    let json: serde_json::Value = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!(json["sheets"][0]["mapping"], "p/import/月报.yaml");
    assert_eq!(json["notes"][0]["level"], "warning");
    // What somebody has put right is not written over.
    let mended = saved + "# PT001 是东风村的\n";
    let case = case.file("p/import/月报.yaml", mended.clone());
    let ran = case.run("import 台账.csv --to p --dry-run --save-mapping 月报");
    assert!(ran.stderr.contains("LS0605"), "{}", ran.stderr);
    assert_eq!(case.read("p/import/月报.yaml"), mended);
}

#[test]
fn what_an_office_program_saved_as_gbk_is_read() {
    // 日期,对象 and 2012-02-01,东风村 in GB 18030.
    let table = b"\xc8\xd5\xc6\xda,\xb6\xd4\xcf\xf3\r\n2012-02-01,\xb6\xab\xb7\xe7\xb4\xe5\r\n";
    let case = Case::with_plan().file("gbk.csv", table);
    let ran = case.run("import gbk.csv --to p --kind visit --duty visit");
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
}

#[test]
fn what_is_exported_can_be_imported_again() {
    let case = Case::with_plan().file("good.csv", TABLE);
    assert_eq!(
        case.run("import good.csv --to p --kind visit --duty visit -q --by T002")
            .code,
        Some(0)
    );
    assert_eq!(case.run("init jsonl -q --as-of 2012-01-01").code, Some(0));
    assert_eq!(case.run("init csv -q --as-of 2012-01-01").code, Some(0));
    let first = case.run("export p").stdout;
    assert_eq!(first.lines().count(), 2);
    assert_eq!(case.run("export p -o all.jsonl").code, Some(0));
    assert_eq!(case.read("all.jsonl"), first);
    assert_eq!(case.run("import all.jsonl --to jsonl -q").code, Some(0));
    assert_eq!(case.run("export jsonl").stdout, first);
    assert_eq!(case.run("export p --format csv -o all.csv").code, Some(0));
    assert_eq!(case.run("import all.csv --to csv -q").code, Some(0));
    assert_eq!(case.run("export csv").stdout, first);
    let nowhere = case.run("export p -o no/such/folder.jsonl");
    assert_eq!(nowhere.code, Some(3));
    assert!(nowhere.stderr.contains("LS0604"));
}

#[test]
fn a_ledger_as_parquet_is_audited_as_the_ledger_itself() {
    let case = Case::with_plan().file("good.csv", TABLE);
    for line in [
        "import good.csv --to p --kind visit --duty visit -q --by T002",
        "record meeting p --date 2012-04-05 --duty council --quantity 3 --marks minutes,lead --id R4 --actor 综治办,T001 -q",
        "record correction p --date 2012-04-06 --ref R4 --set quantity=4 --note 复核更正 -q",
        "record reward p --date 2012-05-02 --amount 123.45 --actor T001 --subject v01 -q",
    ] {
        let ran = case.run(line);
        assert_eq!(ran.code, Some(0), "{line}: {}{}", ran.stdout, ran.stderr);
    }
    let (plan, lines) = (case.read("p/plan.yaml"), case.run("export p").stdout);
    let case = case.file("text/plan.yaml", plan);
    let case = case.file("text/evidence.jsonl", lines);
    for ledger in ["p", "text"] {
        let ran = case.run(&format!(
            "export {ledger} --format parquet -o {ledger}.parquet"
        ));
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    }
    let bytes = |file: &str| std::fs::read(case.path(file)).unwrap();
    assert_eq!(bytes("p.parquet"), bytes("text.parquet"));
    case.run("audit p --as-of 2012-08-15 -o folder -q");
    case.run("audit p.parquet --plan p --as-of 2012-08-15 -o bulk -q");
    let judged = |file: &str| {
        let text = case.read(file);
        let lines = text.lines().map(|line| serde_json::from_str(line).unwrap());
        let found = lines.filter_map(|line: serde_json::Value| {
            let township = line.get("township")?;
            let mut judged = township["outcome"]["judged"].clone();
            // In which file a duty stands is told as seen from a township's folder, which a bulk file has not.
            judged.as_object_mut()?.remove("plan");
            Some((township["code"].clone(), judged))
        });
        found.collect::<Vec<_>>()
    };
    let folder = judged("folder");
    assert_eq!(folder.len(), 1);
    assert!(folder[0].1["records"].as_u64() > Some(3));
    assert_eq!(folder[0].1["corrected"], 1);
    assert_eq!(judged("bulk"), folder);
}

#[test]
fn what_cannot_be_written_as_parquet_is_told() {
    let case = Case::with_plan();
    let code = |arguments: &str| {
        let ran = case.run(arguments);
        (ran.code, ran.stderr)
    };
    let (exit, told) = code("export p --format parquet");
    assert!(exit == Some(2) && told.contains("LS0602"), "{told}");
    std::fs::create_dir(case.path("q")).unwrap();
    std::fs::copy(case.path("p/ledger.db"), case.path("q/ledger.db")).unwrap();
    let (exit, told) = code("export q --format parquet -o q.parquet");
    assert!(exit == Some(2) && told.contains("LS0329"), "{told}");
    assert!(!case.path("q.parquet").exists());
    assert_eq!(code("export q").0, Some(0));
}

#[test]
fn a_text_of_evidence_becomes_a_ledger_by_import() {
    let line = r#"{"id":"v1","kind":"visit","date":"2012-02-01","duty":"visit","subject":"v01","actor":"zongzhi_office"}"#;
    let case = Case::with_plan().file("p/evidence.jsonl", line);
    std::fs::remove_file(case.path("p/ledger.db")).unwrap();
    case.transcript(
        "evidence-text",
        &[
            "check p --as-of 2012-03-15 --quiet",
            "export p",
            "record visit p --date 2012-02-02 --duty visit --subject v02",
            "import p/evidence.jsonl --to p",
            "check p",
        ],
    );
    std::fs::remove_file(case.path("p/evidence.jsonl")).unwrap();
    assert!(
        case.run("check p --as-of 2012-03-15 -q")
            .stdout
            .contains("已落实 1")
    );
    std::fs::remove_file(case.path("p/ledger.db")).unwrap();
    case.transcript(
        "evidence-none",
        &["check p", "check p --ledger other.db", "ledger verify p"],
    );
}

#[test]
fn a_refused_import_leaves_no_ledger_behind() {
    let lost =
        r#"{"id":"c1","kind":"correction","date":"2012-02-01","ref":"nowhere","status":"void"}"#;
    let case = Case::with_plan().file("p/evidence.jsonl", lost);
    std::fs::remove_file(case.path("p/ledger.db")).unwrap();
    let ran = case.run("import p/evidence.jsonl --to p");
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("LS0307"), "{}", ran.stderr);
    assert!(!case.path("p/ledger.db").exists());
}

#[test]
fn the_log_shows_the_newest_first_and_filters() {
    let case = Case::with_plan().file("good.csv", TABLE);
    assert_eq!(
        case.run("import good.csv --to p --kind visit --duty visit -q")
            .code,
        Some(0)
    );
    let log = case.run("ledger log p").stdout;
    let numbers: Vec<&str> = log
        .lines()
        .map(|l| l.split_whitespace().next().unwrap())
        .collect();
    assert_eq!(numbers, ["2", "1"]);
    assert_eq!(
        case.run("ledger log p --subject v01")
            .stdout
            .lines()
            .count(),
        1
    );
    assert_eq!(case.run("ledger log p --kind meeting").stdout, "");
    assert_eq!(case.run("ledger log p --limit 1").stdout.lines().count(), 1);
    let json: serde_json::Value =
        serde_json::from_str(&case.run("ledger log p --format json").stdout).unwrap();
    assert_eq!(json["entries"][0]["record"]["subject"], "v02");
}

#[test]
fn a_file_that_is_no_ledger_is_told_from_one() {
    let case = Case::with_plan().file(
        "x.db",
        "not a ledger at all, but long enough to be looked at",
    );
    let ran = case.run("ledger verify x.db");
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("LS0311"), "{}", ran.stderr);
}

#[test]
fn simulated_evidence_repeats_says_so_and_spares_real_records() {
    let case = Case::with_plan();
    let first = case.run("simulate p --seed 7").stdout;
    assert_eq!(case.run("simulate p --seed 7").stdout, first);
    assert!(
        first.lines().count() > 5 && first.lines().all(|line| line.contains("\"id\":\"sim-7-"))
    );
    assert_eq!(
        case.run("simulate p --seed 7 -o sim.jsonl -q").code,
        Some(0)
    );
    assert_eq!(case.read("sim.jsonl"), first);
    let report = case
        .run("check p --ledger sim.jsonl --as-of 2012-12-31")
        .stdout;
    assert!(report.contains("模拟数据"), "{report}");
    assert!(
        case.run("check p --ledger sim.jsonl -q")
            .stdout
            .contains("模拟数据")
    );
    let case = case.file(
        "real.jsonl",
        r#"{"id":"m1","kind":"meeting","date":"2012-05-10"}"#,
    );
    let spared = case.run("simulate p -o real.jsonl");
    assert_eq!(spared.code, Some(2));
    assert!(spared.stderr.contains("LS0605"));
    let case = case.file("bad.yaml", "luoshi: eins");
    let wrong = case.run("simulate p --profile bad.yaml");
    assert_eq!(wrong.code, Some(2));
}

#[test]
fn a_published_year_goes_into_a_ledger_and_is_judged_the_same() {
    let policies = concat!(env!("CARGO_MANIFEST_DIR"), "/../../policies");
    for town in ["pingtang-2012", "nao-2012", "township-2006"] {
        let case = Case::new();
        let plan = format!("{policies}/{town}");
        let ran = case.run(&format!(
            "import {plan}/evidence.jsonl --to {plan} --ledger l.db"
        ));
        assert_eq!(ran.code, Some(0), "{town}: {}", ran.stderr);
        let check = format!("check {plan} --as-of 2013-01-31 --format json");
        let from_text = case.run(&check);
        let from_ledger = case.run(&format!("{check} --ledger l.db"));
        assert_eq!(from_text.code, Some(1), "{town}");
        assert!(
            from_text.stdout == from_ledger.stdout,
            "{town}: the ledger says otherwise"
        );
    }
}
