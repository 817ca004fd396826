//! Each sign at its edges: what raises it, and the nearest that does not.

#[path = "township/township.rs"]
mod township;

use jiff::civil::date;
use luoshi_diagnostics::{Lang, Messages};
use luoshi_signs::{
    Details, Figure, Files, Given, Indication, Limits, ShareBy, Sign, indication_text,
    indications_text, shares, signs_json,
};

use township::{ids, ledger, look, of, plan};

const NONE: [&str; 0] = [];

fn visit(person: &str, day: &str, time: &str, subject: &str) -> String {
    format!(
        "\"kind\":\"visit\",\"date\":\"{day}\",\"time\":\"{time}\",\"duty\":\"visit\",\"subject\":\"{subject}\",\
         \"actor\":\"{person}\",\"recorded_at\":\"{day}T17:00:00\",\"recorded_by\":\"T001\""
    )
}

#[track_caller]
fn visits(list: &[(&str, &str, &str, &str)]) -> Vec<String> {
    let lines: Vec<String> = list.iter().map(|(p, d, t, s)| visit(p, d, t, s)).collect();
    ids(lines.iter().map(String::as_str))
}

#[test]
fn one_person_is_not_in_two_places_at_the_same_minute() {
    let day = "2012-03-05";
    let same = [("T003", day, "09:10", "v1"), ("T003", day, "09:10", "v2")];
    assert_eq!(visits(&same), ["two-places/T003"]);
    // A minute later, another person, another day, another person's village, no time, a group in
    // its own village, a post: none of these.
    assert_eq!(visits(&[same[0], ("T003", day, "09:11", "v2")]), NONE);
    assert_eq!(visits(&[same[0], ("T004", day, "09:10", "v2")]), NONE);
    assert_eq!(
        visits(&[same[0], ("T003", "2012-03-06", "09:10", "v2")]),
        NONE
    );
    assert_eq!(visits(&[same[0], ("T003", day, "09:10", "v1")]), NONE);
    assert_eq!(visits(&[same[0], ("T003", day, "09:10", "g1")]), NONE);
    let midnight = [("T003", day, "00:00", "v1"), ("T003", day, "00:00", "v2")];
    assert_eq!(visits(&midnight), NONE);
    let post = [
        ("director", day, "09:10", "v1"),
        ("director", day, "09:10", "v2"),
    ];
    assert_eq!(visits(&post), NONE);
}

#[test]
fn the_time_on_the_way_is_a_limit() {
    let day = "2012-03-05";
    let lines = [
        visit("T003", day, "09:10", "v1"),
        visit("T003", day, "09:25", "v2"),
    ];
    let book = ledger(lines.iter().map(String::as_str));
    assert_eq!(look(&book, None, &[("travel-minutes", "14")]), []);
    let found = look(&book, None, &[("travel-minutes", "15")]);
    assert_eq!(found[0].ask, ["T003", "T001"]);
    assert_eq!(found[0].records, ["r1", "r2"]);
    assert_eq!(found[0].thresholds["travel-minutes"], 15);
    let text = indication_text(Messages::of(Lang::ZhCn), &found[0]);
    assert!(
        text.contains("2012-03-05 09:10 在「东风村」、09:25 在「红旗村」"),
        "{text}"
    );
}

#[test]
fn nobody_goes_to_more_places_than_the_limit() {
    let places = |count: usize| {
        let lines: Vec<String> = (1..=count)
            .map(|n| {
                visit(
                    "T003",
                    "2012-03-05",
                    &format!("{:02}:15", 7 + n),
                    &format!("v{n}"),
                )
            })
            .collect();
        let book = ledger(lines.iter().map(String::as_str));
        let found = look(&book, None, &[("places-per-day", "4")]);
        found.into_iter().map(|i| i.id).collect::<Vec<_>>()
    };
    assert_eq!(places(4), NONE);
    assert_eq!(places(5), ["too-many-places/T003"]);
}

#[test]
fn visits_take_time() {
    let row = |step: usize, count: usize| {
        let time = |n: usize| format!("09:{:02}", n * step);
        let lines: Vec<String> = (0..count)
            .map(|n| visit("T003", "2012-03-05", &time(n), ["v1", "v2"][n % 2]))
            .collect();
        ids(lines.iter().map(String::as_str))
    };
    // Four in a row need fifteen minutes from the first to the last.
    assert_eq!(row(5, 4), NONE);
    assert_eq!(row(4, 4), ["too-fast/T003"]);
    assert_eq!(row(4, 3), NONE);
}

#[test]
fn what_answers_comes_after_what_it_answers() {
    let record = |kind: &str, day: &str, rest: &str| {
        format!(
            "\"kind\":\"{kind}\",\"date\":\"{day}\",\"recorded_at\":\"2012-05-10T09:00:00\"{rest}"
        )
    };
    let check = |question: &str, answer: &str, [asked, answered]: [&str; 2]| {
        let lines = [
            record(question, asked, ",\"id\":\"q\""),
            record(answer, answered, ",\"id\":\"a\",\"ref\":\"q\""),
        ];
        ids(lines.iter().map(String::as_str))
    };
    let early = ["2012-05-09", "2012-05-08"];
    assert_eq!(
        check("meeting", "document", early),
        ["answered-early/minutes"]
    );
    assert_eq!(
        check("incident", "response", early),
        ["answered-early/response"]
    );
    assert_eq!(
        check("inspection", "rectification", early),
        ["answered-early/rectification"]
    );
    assert_eq!(
        check("meeting", "document", ["2012-05-08", "2012-05-08"]),
        NONE
    );
    // An assessment comes before its decision.
    assert_eq!(check("decision", "document", early), NONE);
}

#[test]
fn on_one_day_the_time_decides() {
    let lines = |answer: &str| {
        let [asked, answered] = [
            "\"id\":\"q\",\"kind\":\"incident\",\"date\":\"2012-05-08\",\"time\":\"10:00\",\"status\":\"theft\"".to_owned(),
            format!("\"id\":\"a\",\"kind\":\"response\",\"date\":\"2012-05-08\",{answer}\"ref\":\"q\""),
        ];
        ids([asked.as_str(), answered.as_str()])
    };
    assert_eq!(lines("\"time\":\"09:59\","), ["answered-early/response"]);
    assert_eq!(lines("\"time\":\"10:00\","), NONE);
    assert_eq!(lines(""), NONE);
}

#[test]
fn nothing_is_entered_before_it_happens() {
    let entered = |kind: &str, status: &str, on: &str| {
        let line = format!(
            "\"kind\":\"{kind}\",\"date\":\"2012-05-08\",\"duty\":\"watch\"{status},\"recorded_at\":\"{on}T08:00:00\""
        );
        ids([line.as_str()])
    };
    assert_eq!(entered("visit", "", "2012-05-07"), ["entered-early/watch"]);
    assert_eq!(entered("visit", "", "2012-05-08"), NONE);
    // A roster is entered ahead, its outcome is not; a task is dated by its last day.
    assert_eq!(entered("shift", "", "2012-05-01"), NONE);
    let attended = ",\"status\":\"attended\"";
    assert_eq!(
        entered("shift", attended, "2012-05-07"),
        ["entered-early/watch"]
    );
    assert_eq!(entered("task", "", "2012-05-01"), NONE);
}

#[test]
fn whoever_is_excused_is_not_at_work() {
    let shift = |status: &str| {
        format!(
            "\"kind\":\"shift\",\"date\":\"2012-05-08\",\"duty\":\"watch\",\"actor\":\"T003\",\"status\":\"{status}\""
        )
    };
    let visit = visit("T003", "2012-05-08", "09:00", "v1");
    assert_eq!(ids([shift("excused").as_str(), &visit]), ["on-leave/T003"]);
    assert_eq!(ids([shift("absent").as_str(), &visit]), NONE);
    assert_eq!(ids([shift("excused").as_str(), &shift("absent")]), NONE);
}

#[test]
fn a_post_is_held_from_day_to_day() {
    let meeting = |actor: &str, day: &str| {
        let line = format!(
            "\"kind\":\"meeting\",\"date\":\"{day}\",\"duty\":\"council\",\"actor\":\"{actor}\""
        );
        ids([line.as_str()])
    };
    assert_eq!(meeting("T001", "2012-06-30"), NONE);
    assert_eq!(meeting("T001", "2012-07-01"), ["outside-term/T001"]);
    assert_eq!(meeting("T002", "2012-07-31"), ["outside-term/T002"]);
    assert_eq!(meeting("T002", "2012-08-01"), NONE);
    // In July nobody held the post; T003 never did, and is no sign.
    assert_eq!(meeting("director", "2012-07-15"), ["outside-term/director"]);
    assert_eq!(meeting("director", "2012-06-15"), NONE);
    assert_eq!(meeting("T003", "2012-07-15"), NONE);
}

const SUM: &str = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
const OTHER: &str = "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";

fn attached(kind: &str, day: &str, subject: &str, rest: &str) -> String {
    format!(
        "\"kind\":\"{kind}\",\"date\":\"{day}\",\"duty\":\"{kind}\",\"subject\":\"{subject}\"{rest},\
         \"attachments\":[{{\"name\":\"a.jpg\",\"sha256\":\"{SUM}\"}}]"
    )
}

#[test]
fn files_are_there_and_the_same() {
    let book = ledger([attached("visit", "2012-05-08", "v1", "").as_str()]);
    let with = |files: &[(&str, &str)]| {
        let files = files
            .iter()
            .map(|(n, s)| ((*n).to_owned(), (*s).to_owned()));
        let found = look(&book, Some(&Files::of(files)), &[]);
        found.into_iter().map(|i| i.id).collect::<Vec<_>>()
    };
    assert_eq!(with(&[("a.jpg", SUM)]), NONE);
    assert_eq!(with(&[("2012/b.jpg", SUM)]), NONE, "renamed");
    assert_eq!(with(&[]), ["attachment-missing"]);
    assert_eq!(with(&[("2012/a.jpg", OTHER)]), ["attachment-changed"]);
    assert_eq!(look(&book, None, &[]), [], "nobody has looked");
}

#[test]
fn one_file_shows_one_event() {
    let check = |other: String| {
        let visit = attached("visit", "2012-05-08", "v1", "");
        ids([visit.as_str(), &other])
    };
    let shared = ["attachment-shared"];
    assert_eq!(check(attached("training", "2012-05-11", "v1", "")), shared);
    assert_eq!(check(attached("training", "2012-05-10", "v1", "")), NONE);
    assert_eq!(
        check(attached("inspection", "2012-05-08", "v2", "")),
        shared
    );
    assert_eq!(check(attached("inspection", "2012-05-08", "v1", "")), NONE);
    assert_eq!(
        check(attached("document", "2012-05-20", "v1", ",\"ref\":\"r1\"")),
        NONE
    );
    // The same duty again is for `copied-records`.
    assert_eq!(
        check(attached("visit", "2012-07-20", "v1", "")),
        ["copied-records"]
    );
}

/// A year of watches, of which the first `late` weeks are entered together at the end.
fn year(late: usize) -> Vec<String> {
    let day = |n: usize| date(2012, 1, 2).saturating_add(jiff::Span::new().days(7 * n as i64));
    (0..50)
        .map(|n| {
            let entered = if n < late { date(2012, 12, 27) } else { day(n) };
            format!(
                "\"kind\":\"shift\",\"date\":\"{}\",\"duty\":\"watch\",\"subject\":\"v1\",\"status\":\"attended\",\
                 \"recorded_at\":\"{entered}T10:00:00\",\"recorded_by\":\"T002\"",
                day(n)
            )
        })
        .collect()
}

#[test]
fn a_year_entered_on_one_day_is_a_sitting() {
    let found = |late: usize| {
        let lines = year(late);
        let found = look(&ledger(lines.iter().map(String::as_str)), None, &[]);
        of(&found, Sign::OneSitting).len()
    };
    assert_eq!((found(50), found(45), found(44)), (1, 1, 0));
}

#[test]
fn a_duty_that_is_always_late_stands_out_against_the_rest() {
    let prompt: Vec<String> = (1..=200)
        .map(|n| {
            let day = date(2012, 1, 1).saturating_add(jiff::Span::new().days(n));
            format!("\"kind\":\"visit\",\"date\":\"{day}\",\"duty\":\"visit\",\"recorded_at\":\"{day}T10:00:00\",\"recorded_by\":\"T001\"")
        })
        .collect();
    let found = |late: usize| {
        let year = year(late);
        let all = prompt.iter().chain(&year).map(String::as_str);
        let found = look(&ledger(all), None, &[]);
        let shares = of(&found, Sign::BackfilledShare);
        shares.into_iter().map(|i| i.id.clone()).collect::<Vec<_>>()
    };
    // By duty and by whoever entered them.
    assert_eq!(
        found(25),
        ["backfilled-share/T002", "backfilled-share/watch"]
    );
    assert_eq!(found(14), NONE, "28 % is below the limit");
}

#[test]
fn shares_are_counted_by_month_duty_and_clerk() {
    let lines = year(10);
    let book = ledger(lines.iter().map(String::as_str));
    let (plan, limits) = (plan(), Limits::default());
    let details = Details::of(&book.records);
    let given = Given {
        plan: &plan,
        evidence: &book.evidence,
        as_of: date(2012, 12, 31),
        details: Some(&details),
        files: None,
        limits: &limits,
    };
    let told = |by| {
        let shares = shares(given).into_iter().filter(move |s| s.by == by);
        shares
            .map(|s| (s.key, s.records, s.backfilled))
            .collect::<Vec<_>>()
    };
    assert_eq!(told(ShareBy::All), [(String::new(), 50, 10)]);
    assert_eq!(told(ShareBy::Clerk), [("T002".to_owned(), 50, 10)]);
    assert_eq!(told(ShareBy::Duty), [("watch".to_owned(), 50, 10)]);
    assert_eq!(told(ShareBy::Month)[0], ("2012-01".to_owned(), 5, 5));
    let without = Given {
        details: None,
        ..given
    };
    assert!(
        shares(without)
            .iter()
            .all(|share| share.by != ShareBy::Clerk)
    );
}

#[test]
fn an_indication_survives_json_and_has_its_words_in_both_languages() {
    let lines = year(50);
    let found = look(&ledger(lines.iter().map(String::as_str)), None, &[]);
    assert!(!of(&found, Sign::BackfillBurst).is_empty());
    let text = serde_json::to_string(&found).unwrap();
    assert_eq!(
        serde_json::from_str::<Vec<Indication>>(&text).unwrap(),
        found
    );
    for lang in Lang::ALL {
        let words = Messages::of(lang);
        for indication in &found {
            let reason = indication_text(words, indication);
            assert!(
                !reason.contains(['{', '}']) && !reason.starts_with("sign-"),
                "{reason}"
            );
        }
        assert!(indications_text(words, &found).contains("4.88%"));
        assert_eq!(
            signs_json(words, &found, &[])["indications"][0]["sign"],
            "backfill-burst"
        );
    }
    assert!(
        found
            .iter()
            .all(|i| i.figures.values().all(|f| *f != Figure::Number(i64::MAX)))
    );
}

/// Without a ledger, a plan of anything, or anybody there is nothing to find.
#[test]
fn an_empty_ledger_has_no_signs() {
    assert_eq!(ids([]), NONE);
}
