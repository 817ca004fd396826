use super::{DateFault, DateStyle, TimeStyle, parse_date, period_text, styled, time_text};

#[test]
fn every_style() {
    let day = parse_date("2012-03-05").unwrap();
    let written = [
        (DateStyle::Full, "2012年3月5日"),
        (DateStyle::MonthDay, "3月5日"),
        (DateStyle::Month, "2012年3月"),
        (DateStyle::Year, "2012年"),
        (DateStyle::Chinese, "二〇一二年三月五日"),
        (DateStyle::Weekday, "星期一"),
    ];
    for (style, text) in written {
        assert_eq!(styled(day, style), text);
    }
    let last = parse_date("2010-12-31").unwrap();
    assert_eq!(styled(last, DateStyle::Chinese), "二〇一〇年十二月三十一日");
}

#[test]
fn only_days_of_the_calendar_are_days() {
    for text in [
        "",
        "2012",
        "2012-3-5",
        "2012/03/05",
        "２０１２-03-05",
        "2012-03-05 ",
        "-012-03-05",
    ] {
        assert_eq!(parse_date(text), Err(DateFault::NotADate), "{text}");
    }
    for text in [
        "2012-02-30",
        "2011-02-29",
        "2012-13-01",
        "2012-00-10",
        "2012-04-31",
    ] {
        assert_eq!(parse_date(text), Err(DateFault::NoSuchDay), "{text}");
    }
    assert!(parse_date("2012-02-29").is_ok());
}

#[test]
fn periods() {
    let written = [
        ("2012", "2012年"),
        ("2012-H1", "2012年上半年"),
        ("2012-Q2", "2012年第二季度"),
        ("2012-06", "2012年6月"),
        ("2012-12", "2012年12月"),
    ];
    for (text, words) in written {
        assert_eq!(period_text(text).as_deref(), Ok(words));
    }
    for text in [
        "",
        "2012-13",
        "2012-Q5",
        "2012-h1",
        "12-06",
        "2012-6",
        "2012-06-01",
    ] {
        assert_eq!(period_text(text), Err(DateFault::NotAPeriod), "{text}");
    }
}

#[test]
fn times() {
    let written = [
        ("09:30", "9时30分", "上午9时30分"),
        ("00:05", "0时05分", "凌晨0时05分"),
        ("12:00", "12时", "中午12时"),
        ("14:30", "14时30分", "下午2时30分"),
        ("19:00", "19时", "晚上7时"),
    ];
    for (text, plain, part) in written {
        assert_eq!(time_text(text, TimeStyle::Plain).as_deref(), Ok(plain));
        assert_eq!(time_text(text, TimeStyle::PartOfDay).as_deref(), Ok(part));
    }
    for text in ["", "9:30", "24:00", "12:60", "12.30", "12:3"] {
        assert_eq!(
            time_text(text, TimeStyle::Plain),
            Err(DateFault::NotATime),
            "{text}"
        );
    }
}
