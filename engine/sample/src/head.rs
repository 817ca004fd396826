//! The line above the headings: from what the sample was drawn, and what it is to show.

use std::collections::BTreeMap;

use jiff::civil::Date;
use luoshi_evidence::Kind;

use crate::draw::Sample;
use crate::rate::{Rate, Terms};
use crate::unit::Selection;

/// What the line begins with; the number is the version of the form.
const MARK: &str = "luoshi-sample/1";

/// What stands for nothing.
const NOTHING: &str = "-";

/// What the line says, as far as it is needed to conclude.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) confidence: Rate,
    pub(crate) tolerable: Rate,
    pub(crate) as_of: Date,
    pub(crate) selection: Selection,
    pub(crate) records: u64,
    pub(crate) drawn: u64,
    pub(crate) population: String,
    /// The line itself.
    pub(crate) line: String,
}

impl Head {
    pub(crate) fn of(sample: &Sample) -> String {
        let request = &sample.request;
        let Terms {
            confidence,
            tolerable,
            expected,
        } = request.terms;
        let by = listed(request.by.iter().map(|by| by.word()));
        let kinds = listed(request.selection.kinds.iter().map(|kind| kind.name()));
        let duties = listed(request.selection.duties.iter().map(String::as_str));
        let day = |day: Option<Date>| day.map_or_else(|| NOTHING.to_owned(), |d| d.to_string());
        format!(
            "{MARK} seed={} confidence={confidence} tolerable={tolerable} expected={expected} \
             by={by} as-of={} kinds={kinds} duties={duties} from={} to={} records={} drawn={} \
             population={}",
            request.seed,
            request.as_of,
            day(request.selection.from),
            day(request.selection.to),
            sample.records,
            sample.items.len(),
            sample.population
        )
    }

    /// Reads the line; none if it is another, or lacks something.
    pub(crate) fn read(cell: &str) -> Option<Head> {
        let line = cell.trim().trim_start_matches('\u{feff}');
        let rest = line.strip_prefix(MARK)?.strip_prefix(' ')?;
        let said: BTreeMap<&str, &str> = rest
            .split_whitespace()
            .filter_map(|word| word.split_once('='))
            .collect();
        let kinds = items(said.get("kinds")?).map(Kind::from_name);
        Some(Head {
            confidence: said.get("confidence")?.parse().ok()?,
            tolerable: said.get("tolerable")?.parse().ok()?,
            as_of: said.get("as-of")?.parse().ok()?,
            selection: Selection {
                kinds: kinds.collect::<Option<Vec<Kind>>>()?,
                duties: items(said.get("duties")?).map(str::to_owned).collect(),
                from: day(said.get("from")?)?,
                to: day(said.get("to")?)?,
            },
            records: said.get("records")?.parse().ok()?,
            drawn: said.get("drawn")?.parse().ok()?,
            population: (*said.get("population")?).to_owned(),
            line: line.to_owned(),
        })
    }
}

fn listed<'a>(items: impl Iterator<Item = &'a str>) -> String {
    let items: Vec<&str> = items.collect();
    if items.is_empty() {
        return NOTHING.to_owned();
    }
    items.join(",")
}

fn items(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').filter(|item| *item != NOTHING)
}

fn day(text: &str) -> Option<Option<Date>> {
    match text {
        NOTHING => Some(None),
        text => text.parse().ok().map(Some),
    }
}
