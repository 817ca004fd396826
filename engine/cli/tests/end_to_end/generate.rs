//! Papers: written, issued with numbers, written again, and refused.

use std::fs;

use crate::case::{Case, Ran};

const PLAN: &str = "\
luoshi: 1
plan: { id: p-2012, title: 社会治安防控工作实施方案, issuer: 青山镇人民政府, issued: 2012-01-05 }
period: { from: 2012-01-01, to: 2012-12-31 }
jurisdiction: { code: QS, name: 青山镇, level: township }
issuers:
  - { id: government, name: 青山镇人民政府, symbol: 青政发, printed_by: 青山镇党政办公室 }
  - { id: committee, name: 中共青山镇委员会 }
units: [{ id: zongzhi_office, name: 综治办, head: director }]
roles:
  - { id: secretary, name: 镇党委书记 }
  - { id: director, name: 综治办主任, unit: zongzhi_office, answers_to: secretary }
meetings:
  - { id: council, name: 综治例会, responsible: director, convenor: director, attendees: [secretary, director], cadence: { every: month, at_least: 1 } }
documents:
  - { id: monthly_note, name: 工作月报, responsible: director, cadence: { every: month, at_least: 1, hand_in: 5 }, template: note }
";

const NOTE: &str = "\
---
name: 工作月报
kind: notice
for: duty
title: 关于{{ period.text }}工作情况的通知
addressees: [各村]
---
{{ period.text }}共有记录{{ entries | count }}条，已落实{{ tally.met }}项。
";

fn case() -> Case {
    let case = Case::new()
        .file("p/plan.yaml", PLAN)
        .file("p/templates/note.md", NOTE);
    for day in ["2012-01-10", "2012-02-10"] {
        let entered = case.run(&format!(
            "record meeting p --duty council --date {day} --actor director"
        ));
        assert_eq!(entered.code, Some(0), "{}", entered.stderr);
    }
    case
}

#[track_caller]
fn good(ran: &Ran) {
    assert_eq!(ran.code, Some(0), "{}{}", ran.stdout, ran.stderr);
}

/// Every file below a folder with its content.
fn files(case: &Case, folder: &str) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    let mut folders = vec![case.path(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().flatten() {
            if entry.path().is_dir() {
                folders.push(entry.path());
            } else {
                let name = entry.path().display().to_string();
                found.push((name, fs::read(entry.path()).unwrap()));
            }
        }
    }
    found.sort();
    found
}

fn numbers(case: &Case, day: &str) -> Vec<String> {
    let ran = case.run(&format!("generate p --as-of {day} --list --format json"));
    good(&ran);
    let list: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    let papers = list["papers"].as_array().unwrap().iter();
    let mut numbers: Vec<String> = papers
        .filter_map(|paper| paper["number"].as_str().map(str::to_owned))
        .collect();
    numbers.sort();
    numbers
}

#[test]
fn a_paper_is_listed_written_issued_and_not_issued_twice() {
    let case = case();
    case.transcript(
        "generate",
        &[
            "generate p --as-of 2012-02-20 --list --paper note",
            "generate p --as-of 2012-02-20 --paper note/monthly_note/2012-01 --write txt -o drafts",
            "generate p --as-of 2012-02-20 --paper note/monthly_note/2012-01 --issue --by T001 --write txt -o out",
            "generate p --as-of 2012-02-21 --paper note/monthly_note/2012-01 --issue --by T001 --write txt -o out",
            "generate p --as-of 2012-02-21 --list --paper note",
            "ledger verify p",
        ],
    );
    let log = case.run("ledger log p --kind document").stdout;
    assert!(
        log.contains("\"sha256\":") && log.contains("\"ref\":\"monthly_note/2012-01\""),
        "{log}"
    );
    let draft = &files(&case, "drafts")[0].1;
    let issued = &files(&case, "out")[0].1;
    let (draft, issued) = (
        String::from_utf8_lossy(draft),
        String::from_utf8_lossy(issued),
    );
    assert!(draft.contains("【待补：发文字号】"), "{draft}");
    assert!(issued.contains("青政发〔2012〕1号"), "{issued}");
    assert!(issued.contains("2012年2月20日"), "{issued}");
}

#[test]
fn an_issued_paper_answers_its_duty() {
    let case = case();
    let found = |day: &str| {
        let ran = case.run(&format!("explain monthly_note/2012-01 p --as-of {day}"));
        ran.stdout
    };
    assert!(
        found("2012-02-20").contains("无法判定"),
        "{}",
        found("2012-02-20")
    );
    good(&case.run("generate p --as-of 2012-02-03 --paper note/monthly_note/2012-01 --issue"));
    assert!(
        found("2012-02-20").contains("已落实"),
        "{}",
        found("2012-02-20")
    );
    // February is due by the fifth workday of March, and nobody wrote it.
    let missed = case
        .run("explain monthly_note/2012-02 p --as-of 2012-03-20")
        .stdout;
    assert!(missed.contains("未落实"), "{missed}");
}

#[test]
fn written_again_it_is_the_same_whatever_was_entered_since() {
    let case = case();
    let issue = "generate p --as-of 2012-02-20 --paper note --issue --write docx,html,txt -o out";
    good(&case.run(issue));
    let first = files(&case, "out");
    // Of the same days, but entered later: the paper is made from what was known when it was issued.
    good(&case.run("record meeting p --duty council --date 2012-01-20 --actor director"));
    good(&case.run("generate p --as-of 2012-06-30 --paper note/monthly_note/2012-01 --write docx,html,txt -o again"));
    for (name, bytes) in files(&case, "again") {
        let name = name.replace("again", "out");
        let same = first.iter().find(|(known, _)| *known == name);
        assert!(same.is_some_and(|(_, known)| *known == bytes), "{name}");
    }
    assert_eq!(
        numbers(&case, "2012-06-30"),
        ["青政发〔2012〕1号", "青政发〔2012〕2号"]
    );
}

#[test]
fn a_paper_that_would_come_out_otherwise_is_not_replaced() {
    let case = case();
    let issue = "generate p --as-of 2012-02-20 --paper note/monthly_note/2012-01 --issue --write txt -o out";
    good(&case.run(issue));
    let first = files(&case, "out");
    fs::write(
        case.path("p/templates/note.md"),
        NOTE.replace("共有", "总共有"),
    )
    .unwrap();
    let again = case.run(issue);
    assert!(
        again.stderr.contains("LS0815"),
        "{}{}",
        again.stdout,
        again.stderr
    );
    assert_eq!(files(&case, "out"), first);
}

#[test]
fn numbers_have_no_gap_and_are_never_given_twice() {
    let case = case();
    good(&case.run("generate p --as-of 2012-02-20 --paper note/monthly_note/2012-01 --issue"));
    // A withdrawn paper keeps its number: somebody may have it in hand.
    good(&case.run("record correction p --date 2012-02-21 --ref 青政发〔2012〕1号 --status void"));
    good(&case.run("generate p --as-of 2012-03-20 --paper note --issue"));
    let given = numbers(&case, "2012-03-20");
    assert_eq!(
        given,
        [
            "青政发〔2012〕2号",
            "青政发〔2012〕3号",
            "青政发〔2012〕4号"
        ]
    );
    // The year begins anew; a day of the year before goes on with that year's numbers.
    good(&case.run("generate p --as-of 2013-01-20 --paper note/monthly_note/2012-12 --issue"));
    good(&case.run("generate p --as-of 2012-12-31 --paper note/monthly_note/2012-11 --issue"));
    let given = numbers(&case, "2013-02-01");
    assert_eq!(given[3..], ["青政发〔2012〕5号", "青政发〔2013〕1号"]);
}

#[test]
fn nothing_is_issued_without_a_symbol_or_into_a_text() {
    let case = case();
    let other = NOTE.replace("kind: notice", "kind: notice\nissuer: committee");
    fs::write(case.path("p/templates/note.md"), other).unwrap();
    let refused = case.run("generate p --as-of 2012-02-20 --paper note --issue");
    assert_eq!(refused.code, Some(2));
    assert!(refused.stderr.contains("LS0816"), "{}", refused.stderr);
    fs::remove_file(case.path("p/ledger.db")).unwrap();
    fs::write(case.path("p/evidence.jsonl"), "").unwrap();
    fs::write(case.path("p/templates/note.md"), NOTE).unwrap();
    let refused = case.run("generate p --as-of 2012-02-20 --paper note --issue");
    assert_eq!(refused.code, Some(2), "{}", refused.stdout);
}

#[test]
fn mistakes_in_a_template_are_told_at_their_place() {
    let wrong = "\
---
name: 工作月报
kind: report
for: duty
title: 关于{{ perod.text }}工作情况的报告
addressees: [县综治办、县公安局]
---
共有记录{{ entries | cout }}条。

{% include \"other\" %}
";
    let case = case().file("p/templates/note.md", wrong);
    case.transcript(
        "generate-wrong",
        &[
            "generate p --as-of 2012-02-20 --paper note --write txt",
            "generate p --as-of 2012-02-20 --paper nothing",
        ],
    );
    let late = "\
---
name: 工作月报
kind: report
for: duty
title: 关于{{ period.text }}工作情况的报告
addressees: [县综治办、县公安局]
---
负责人是{{ subject.name }}。

![图](a.png)
";
    fs::write(case.path("p/templates/note.md"), late).unwrap();
    case.transcript(
        "generate-late",
        &["generate p --as-of 2012-02-20 --paper note/monthly_note/2012-01 --write txt"],
    );
    let rules = late
        .replace("负责人是{{ subject.name }}", "有关事项请批示")
        .replace("![图](a.png)", "");
    fs::write(case.path("p/templates/note.md"), rules).unwrap();
    case.transcript(
        "generate-kind",
        &["generate p --as-of 2012-02-20 --paper note/monthly_note/2012-01 --write txt"],
    );
}

#[test]
fn a_paper_is_issued_when_it_is_complete() {
    let case = case();
    let open = NOTE.replace(
        "项。",
        "项。地点：{{ open(what=\"会议地点\") }}，时间：{{ open(what=\"会议时间\") }}。",
    );
    fs::write(case.path("p/templates/note.md"), open).unwrap();
    let issue = "generate p --as-of 2012-02-03 --paper note/monthly_note/2012-01 --issue --write txt -o out";
    let refused = case.run(issue);
    assert_eq!(refused.code, Some(2), "{}", refused.stdout);
    assert!(
        refused.stderr.contains("会议地点、会议时间"),
        "{}",
        refused.stderr
    );
    assert!(!case.path("out").exists() && numbers(&case, "2012-02-03").is_empty());
    good(&case.run(&format!(
        "{issue} --fill 会议地点=镇政府二楼 --fill 会议时间=2月6日"
    )));
    let text = String::from_utf8_lossy(&files(&case, "out")[0].1).into_owned();
    // The text writer breaks lines.
    let joined: String = text.split_whitespace().collect();
    assert!(
        joined.contains("地点：镇政府二楼，时间：2月6日") && !joined.contains("待补"),
        "{text}"
    );
    // Written again, it is filled in as it was.
    good(&case.run(
        "generate p --as-of 2012-06-01 --paper note/monthly_note/2012-01 --write txt -o again",
    ));
    assert_eq!(files(&case, "out")[0].1, files(&case, "again")[0].1);
}

#[test]
fn an_office_s_own_layout_is_written_and_stays_visible() {
    let own = PLAN.replace(
        "units:",
        "layout: { body_font: 仿宋, line_pitch: 28磅, top_margin: 39mm }\nunits:",
    );
    let case = case().file("p/plan.yaml", own);
    good(&case.run("generate p --as-of 2012-02-03 --paper note/monthly_note/2012-01 -o out"));
    let file = "out/工作月报/工作月报_2012年1月.docx";
    fs::rename(
        case.path("out/工作月报/工作月报 2012年1月.docx"),
        case.path(file),
    )
    .unwrap();
    let alone = case.run(&format!("document check {file}"));
    assert_eq!(alone.code, Some(1), "{}", alone.stdout);
    assert!(!alone.stdout.contains("本单位"), "{}", alone.stdout);
    // What the office states is named as its own; what the standard demands fails all the same.
    let stated = case.run(&format!("document check {file} --plan p"));
    assert_eq!(stated.code, Some(1), "{}", stated.stdout);
    assert!(stated.stdout.contains("本单位版式"), "{}", stated.stdout);
    let wrong = case.file(
        "p/plan.yaml",
        PLAN.replace("units:", "layout: { line_pitch: 9磅 }\nunits:"),
    );
    let refused = wrong.run("generate p --as-of 2012-02-03 --list");
    assert!(refused.stderr.contains("9磅"), "{}", refused.stderr);
}

#[test]
fn the_day_of_a_meeting_is_filled_in_and_goes_into_calendars() {
    let case = case();
    let notice = "generate p --as-of 2012-06-01 --paper meeting_notice/council/2012-06 --write txt,ics -o out";
    good(&case.run(notice));
    assert_eq!(
        files(&case, "out").len(),
        1,
        "nothing is known to put into a calendar"
    );
    let filled = format!(
        "{notice} --fill 会议日期=2012-06-12 --fill 会议时间=09:30 --fill 会议地点=镇政府二楼 --fill 会议议题=通报上月情况"
    );
    good(&case.run(&filled));
    let written = files(&case, "out");
    let [(_, ics), (_, text)] = written.as_slice() else {
        panic!("{} files", written.len());
    };
    // Half past nine in China, told in UTC.
    let (ics, text) = (String::from_utf8_lossy(ics), String::from_utf8_lossy(text));
    let joined: String = text.split_whitespace().collect();
    assert!(
        joined.contains("时间：2012年6月12日上午9时30分。地点：镇政府二楼。"),
        "{text}"
    );
    assert!(
        ics.contains("DTSTART:20120612T013000Z") && ics.contains("镇政府二楼"),
        "{ics}"
    );
}

#[test]
fn two_who_issue_at_once_get_two_numbers() {
    for _ in 0..3 {
        let case = case();
        let issue = |month: &str| {
            let command =
                format!("generate p --as-of 2012-02-20 --paper note/monthly_note/{month} --issue");
            case.command(&command).spawn().unwrap()
        };
        let both = [issue("2012-01"), issue("2012-02")];
        for mut one in both {
            assert!(one.wait().unwrap().success());
        }
        assert_eq!(
            numbers(&case, "2012-02-20"),
            ["青政发〔2012〕1号", "青政发〔2012〕2号"]
        );
        // Each comes out again as it was issued.
        good(&case.run("generate p --as-of 2012-02-21 --paper note -o again"));
    }
}
