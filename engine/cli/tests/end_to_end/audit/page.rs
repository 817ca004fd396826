//! `luoshi audit page`.

use super::county::two_counties;

#[test]
fn a_page_of_an_audit_with_all_townships_or_those_of_a_county() {
    let case = two_counties();
    case.run("audit p --as-of 2012-07-10 --packages p/甲县 -o all.audit -q");
    let ran = case.run("audit page all.audit --output all.html");
    assert_eq!(
        (ran.code, ran.stdout.as_str(), ran.stderr.as_str()),
        (Some(0), "", "")
    );
    let all = case.read("all.html");
    for name in ["A镇", "B镇", "C镇", "D镇", "E镇"] {
        assert!(all.contains(name), "{name}");
    }
    let ran = case.run("audit page all.audit --county 乙县 --lang en");
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    assert!(ran.stdout.contains("Audit of implementation: 乙县"));
    assert!(ran.stdout.contains("D镇") && !ran.stdout.contains("A镇"));
    assert_eq!(case.run("audit page all.audit").stdout, all);
}

#[test]
fn a_page_beside_an_earlier_audit() {
    let case = two_counties();
    case.run("audit p --as-of 2012-06-10 --packages p/甲县 -o june.audit -q");
    case.run("audit p --as-of 2012-07-10 --packages p/甲县 -o july.audit -q");
    let ran = case.run("audit page july.audit --previous june.audit --lang en");
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    assert!(ran.stdout.contains("Compared with the audit of 2012-06-10"));
    let alone = case.run("audit page july.audit --lang en");
    assert!(
        !alone
            .stdout
            .contains("Compared with the audit of 2012-06-10")
    );
}

#[test]
fn what_is_wrong_with_the_command_line_is_told() {
    let case = two_counties();
    case.run("audit p --as-of 2012-07-10 --packages p/甲县 -o all.audit -q");
    let wrong = |arguments: &str, says: &str| {
        let ran = case.run(arguments);
        assert_eq!(
            (ran.code, ran.stdout.as_str()),
            (Some(2), ""),
            "{arguments}"
        );
        assert!(ran.stderr.contains(says), "{}", ran.stderr);
    };
    wrong("audit page all.audit --county 乙", "LS1085");
    wrong("audit page none.audit", "none.audit");
    case.run("audit p --as-of 2012-06-10 --packages p/甲县 -o june.audit -q");
    wrong("audit page june.audit --previous all.audit", "LS1086");
    wrong("audit page all.audit --previous none.audit", "none.audit");
    wrong("audit page p/甲县/a/plan.yaml", "LS10");
    wrong("audit page all.audit --format csv", "csv");
}
