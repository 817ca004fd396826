//! `SIGNS.md` says what the program says.

use std::collections::BTreeSet;

use luoshi_signs::{ErrorRate, LIMITS, Sign, error_rate, error_rate_of_any};

const PAGE: &str = include_str!("../SIGNS.md");

#[test]
fn the_page_names_every_sign_and_limit_with_its_default() {
    for sign in Sign::ALL {
        assert!(PAGE.contains(&format!("| `{}` ", sign.word())), "{sign:?}");
    }
    for limit in LIMITS {
        let row = PAGE
            .lines()
            .find(|line| line.contains(&format!("`{}`", limit.name)));
        let row = row.unwrap_or_else(|| panic!("{} is missing", limit.name));
        let default = limit.default.to_string();
        let numbers: BTreeSet<&str> = row.split(|c: char| !c.is_ascii_digit()).collect();
        assert!(
            numbers.contains(default.as_str()),
            "{}: {default}",
            limit.name
        );
    }
}

#[test]
fn the_page_tells_the_rates_that_indications_carry() {
    let told = |rate: ErrorRate| {
        let most = format!("{}.{:02} %", rate.at_most_bp / 100, rate.at_most_bp % 100);
        PAGE.lines()
            .any(|line| line.contains(&format!("| {} | {most} |", rate.alarms)))
    };
    for sign in Sign::ALL {
        assert!(told(error_rate(sign)), "{sign:?}: {:?}", error_rate(sign));
    }
    assert!(told(error_rate_of_any()), "{:?}", error_rate_of_any());
}
