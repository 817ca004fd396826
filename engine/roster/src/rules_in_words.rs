//! Rules in words of the domain: those that a roster keeps, and those that clash.

use std::collections::BTreeMap;

use jiff::civil::Date;
use luoshi_diagnostics::{Lang, Messages};

use crate::demand::Demand;
use crate::explain::Impossible;
use crate::words::{any, class, count, days, say, span};

/// Demands as sentences: those that differ only in the day as one, and those only in who is away.
#[must_use]
pub fn in_words(demands: &[Demand], words: Messages) -> Vec<String> {
    let mut crews: BTreeMap<(bool, u32), Vec<Date>> = BTreeMap::new();
    let mut away: BTreeMap<(Date, Date), Vec<String>> = BTreeMap::new();
    let mut sentences = Vec::new();
    for demand in demands {
        match demand {
            Demand::Crew { day, persons } => crews.entry((false, *persons)).or_default().push(*day),
            Demand::Leaders { day, persons } => {
                crews.entry((true, *persons)).or_default().push(*day);
            }
            Demand::Away { staff, from, until } => {
                away.entry((*from, *until)).or_default().push(staff.clone());
            }
            other => sentences.extend(sentence(other, words)),
        }
    }
    let of_days = crews.into_iter().map(|((leaders, persons), on)| {
        let key = match leaders {
            true => "roster-rule-leaders",
            false => "roster-rule-crew",
        };
        let on = days(words, &on);
        say(words, key, [("days", on.into()), ("count", count(persons))])
    });
    let gone = away.into_iter().map(|((from, until), staff)| {
        let days = span(words, from, until);
        let args = [("persons", staff.into()), ("days", days.into())];
        say(words, "roster-rule-away", args)
    });
    of_days.chain(gone).chain(sentences).collect()
}

/// What clashes, in one sentence; nothing where that is not known.
#[must_use]
pub fn clash_in_words(why: &Impossible, words: Messages) -> String {
    in_words(&why.demands, words).join(match words.lang() {
        Lang::ZhCn => "；",
        Lang::En => "; ",
    })
}

fn sentence(demand: &Demand, words: Messages) -> Option<String> {
    let number = |key: &str, n: u32| Some(say(words, key, [("count", count(n))]));
    let group =
        |key: &str, staff: &[String]| Some(say(words, key, [("persons", staff.to_vec().into())]));
    match demand {
        Demand::Crew { .. } | Demand::Leaders { .. } | Demand::Away { .. } => None,
        Demand::Rest { days } => number("roster-rule-rest", *days),
        Demand::WeekMost { shifts } => number("roster-rule-week", *shifts),
        Demand::MonthMost { shifts } => number("roster-rule-month", *shifts),
        Demand::Together { staff } => group("roster-rule-together", staff),
        Demand::Apart { staff } => group("roster-rule-apart", staff),
        Demand::Spread { class: of, most } => {
            let args = [
                ("of", any(of.is_some())),
                ("class", class(words, *of).into()),
                ("count", count(*most)),
            ];
            Some(say(words, "roster-rule-spread", args))
        }
    }
}
