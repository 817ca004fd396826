//! Helpers for lists. Each pays for every element that it looks at.

use std::cmp::Ordering;

use tera::{Error, Kwargs, Map, State, Value};

use super::args::{Args, kind, number, printable, unfit};
use super::decimal::Decimal;
use super::slip::{ArgumentWants, Kind, Slip, Wants};
use crate::bounds::{Misuse, fail, spend};

/// The longest list that `range` makes.
const LONGEST_RANGE: i64 = 10_000;

pub(super) fn list(value: &Value, given: Kwargs, state: &State) -> Result<Value, Error> {
    let args = Args::of("list", &given, &["sep", "and", "attribute", "default"])?;
    let between = joint(&args, "sep")?.unwrap_or_else(|| "、".to_owned());
    let before_last = joint(&args, "and")?.unwrap_or_else(|| between.clone());
    let attribute = args.text("attribute")?;
    let elements = fields("list", elements("list", value)?, attribute.as_deref())?;
    if elements.is_empty() {
        return match args.value("default") {
            Some(otherwise) => Ok(otherwise),
            None => Err(fail(Slip::EmptyList("list"), Misuse::Value)),
        };
    }
    // One open part makes the whole markup, so the other parts are escaped now.
    let markup = state.autoescaping_enabled() && elements.iter().any(|element| element.is_safe());
    let mut text = String::new();
    for (at, element) in elements.iter().enumerate() {
        if at > 0 {
            let last = at + 1 == elements.len();
            text.push_str(if last { &before_last } else { &between });
        }
        let words = printable(element).ok_or_else(|| unfit("list", Wants::Text, element))?;
        if markup && !element.is_safe() {
            text.push_str(&state.escape(&words)?);
        } else {
            text.push_str(&words);
        }
    }
    Ok(if markup {
        Value::safe_string(&text)
    } else {
        Value::from(text)
    })
}

/// What stands between elements: short, because it is repeated, and no markup.
fn joint(args: &Args<'_>, argument: &'static str) -> Result<Option<String>, Error> {
    let Some(text) = args.text(argument)? else {
        return Ok(None);
    };
    let fits = text.chars().count() <= 8 && !text.contains(|c: char| c.is_ascii_punctuation());
    if fits {
        return Ok(Some(text));
    }
    Err(args.wrong(argument, ArgumentWants::Joint))
}

pub(super) fn sum(value: &Value, given: Kwargs, _: &State) -> Result<Value, Error> {
    let args = Args::of("sum", &given, &["attribute"])?;
    let attribute = args.text("attribute")?;
    let mut total = Decimal::ZERO;
    for element in fields("sum", elements("sum", value)?, attribute.as_deref())? {
        let sum = number(element).and_then(|number| total.plus(number));
        total = sum.ok_or_else(|| unfit("sum", Wants::Number, element))?;
    }
    match total.whole() {
        Some(whole) => Ok(Value::from(whole)),
        None => Ok(Value::from(total.to_string())),
    }
}

pub(super) fn count(value: &Value, given: Kwargs, _: &State) -> Result<u64, Error> {
    Args::of("count", &given, &[])?;
    let list = value
        .as_array()
        .ok_or_else(|| unfit("count", Wants::List, value))?;
    Ok(u64::try_from(list.len()).unwrap_or(u64::MAX))
}

pub(super) fn only_where(value: &Value, given: Kwargs, _: &State) -> Result<Vec<Value>, Error> {
    chosen("where", value, &given, true)
}

pub(super) fn where_not(value: &Value, given: Kwargs, _: &State) -> Result<Vec<Value>, Error> {
    chosen("where_not", value, &given, false)
}

/// The elements of which a field is one of those of a list: of its elements, or of a field of them.
pub(super) fn among(value: &Value, given: Kwargs, _: &State) -> Result<Vec<Value>, Error> {
    let args = Args::of("among", &given, &["attribute", "list", "of"])?;
    let attribute = args.needed_text("attribute")?;
    let wanted = args.needed("list")?;
    let of = args.text("of")?;
    let wanted = fields("among", elements("among", &wanted)?, of.as_deref())?;
    comparable("among", &wanted)?;
    let wanted: std::collections::BTreeSet<&Value> = wanted.into_iter().collect();
    let list = elements("among", value)?;
    let both = list.iter().zip(fields("among", list, Some(&attribute))?);
    let kept = both.filter(|(_, field)| wanted.contains(field));
    Ok(kept.map(|(element, _)| element.clone()).collect())
}

fn chosen(
    helper: &'static str,
    value: &Value,
    given: &Kwargs,
    equal: bool,
) -> Result<Vec<Value>, Error> {
    let args = Args::of(helper, given, &["attribute", "value"])?;
    let attribute = args.needed_text("attribute")?;
    let wanted = args.needed("value")?;
    let list = elements(helper, value)?;
    let fields = fields(helper, list, Some(&attribute))?;
    let both = list.iter().zip(fields);
    let kept = both.filter(|(_, field)| (**field == wanted) == equal);
    Ok(kept.map(|(element, _)| element.clone()).collect())
}

/// Fails unless all values have an order of their own: mappings would be ordered differently in every run.
fn comparable(helper: &'static str, values: &[&Value]) -> Result<(), Error> {
    let whole = |value: &Value| matches!(kind(value), Kind::List | Kind::Mapping);
    match values.iter().find(|value| whole(value)) {
        Some(value) => Err(unfit(helper, Wants::Text, value)),
        None => Ok(()),
    }
}

/// The elements in groups of one value each, in the order in which the values first come.
pub(super) fn by(value: &Value, given: Kwargs, _: &State) -> Result<Vec<Value>, Error> {
    let args = Args::of("by", &given, &["attribute"])?;
    let attribute = args.needed_text("attribute")?;
    let list = elements("by", value)?;
    let keys = fields("by", list, Some(&attribute))?;
    comparable("by", &keys)?;
    let mut order: Vec<usize> = (0..list.len()).collect();
    order.sort_by(|a, b| keys[*a].cmp(keys[*b]));
    // Sorting is stable: the first of each run is the one that comes first in the list.
    let runs = order.chunk_by(|a, b| keys[*a] == keys[*b]);
    let mut groups: Vec<&[usize]> = runs.collect();
    groups.sort_by_key(|group| group.first().copied());
    let group = |members: &[usize]| {
        let rows: Vec<Value> = members.iter().map(|at| list[*at].clone()).collect();
        let key = members
            .first()
            .map_or_else(Value::none, |at| keys[*at].clone());
        let mut map = Map::new();
        map.insert("key".into(), key);
        map.insert("rows".into(), Value::from(rows));
        Value::from(map)
    };
    Ok(groups.into_iter().map(group).collect())
}

pub(super) fn sort(value: &Value, given: Kwargs, _: &State) -> Result<Vec<Value>, Error> {
    let args = Args::of("sort", &given, &["attribute"])?;
    let attribute = args.text("attribute")?;
    let list = elements("sort", value)?;
    let keys = fields("sort", list, attribute.as_deref())?;
    spend(list.len().saturating_mul(16))?;
    let numbers: Option<Vec<Decimal>> = keys.iter().map(|key| number_only(key)).collect();
    let all_text = keys.iter().all(|key| kind(key) == Kind::Text);
    let mut order: Vec<usize> = (0..list.len()).collect();
    match numbers {
        Some(numbers) => order.sort_by_key(|at| numbers[*at]),
        None if all_text => order.sort_by(|a, b| text_order(keys[*a], keys[*b])),
        None => return Err(unfit("sort", Wants::Sortable, value)),
    }
    Ok(order.into_iter().map(|at| list[at].clone()).collect())
}

fn number_only(value: &Value) -> Option<Decimal> {
    (kind(value) == Kind::Number).then(|| number(value))?
}

fn text_order(a: &Value, b: &Value) -> Ordering {
    a.as_str().cmp(&b.as_str())
}

pub(super) fn unique(value: &Value, given: Kwargs, _: &State) -> Result<Vec<Value>, Error> {
    Args::of("unique", &given, &[])?;
    let list = elements("unique", value)?;
    comparable("unique", &list.iter().collect::<Vec<_>>())?;
    let mut order: Vec<usize> = (0..list.len()).collect();
    order.sort_by(|a, b| list[*a].cmp(&list[*b]));
    order.dedup_by(|later, first| list[*later] == list[*first]);
    order.sort_unstable();
    Ok(order.into_iter().map(|at| list[at].clone()).collect())
}

pub(super) fn reverse(value: &Value, given: Kwargs, _: &State) -> Result<Vec<Value>, Error> {
    Args::of("reverse", &given, &[])?;
    let list = elements("reverse", value)?;
    Ok(list.iter().rev().cloned().collect())
}

/// Whether a list has an element, or a text a part.
pub(super) fn containing(value: &Value, given: Kwargs, _: &State) -> Result<bool, Error> {
    let args = Args::of("containing", &given, &["pat"])?;
    let wanted = args.needed("pat")?;
    match value.as_str() {
        Some(text) => {
            spend(text.len() / 64)?;
            let part = wanted
                .as_str()
                .ok_or_else(|| args.wrong("pat", ArgumentWants::Text))?;
            Ok(text.contains(part))
        }
        None => Ok(elements("containing", value)?.contains(&wanted)),
    }
}

pub(super) fn range(given: Kwargs, _: &State) -> Result<Vec<i64>, Error> {
    let args = Args::of("range", &given, &["start", "end"])?;
    let between = (-LONGEST_RANGE, LONGEST_RANGE);
    args.needed("end")?;
    let start = args.number("start", between)?.unwrap_or(0);
    let end = args.number("end", between)?.unwrap_or(0);
    let length = end.saturating_sub(start).max(0);
    if length > LONGEST_RANGE {
        return Err(args.wrong("end", ArgumentWants::Between(start, start + LONGEST_RANGE)));
    }
    spend(usize::try_from(length).unwrap_or(usize::MAX))?;
    Ok((start..end).collect())
}

/// The elements of a list, paid for.
fn elements<'v>(helper: &'static str, value: &'v Value) -> Result<&'v [Value], Error> {
    let list = value
        .as_array()
        .ok_or_else(|| unfit(helper, Wants::List, value))?;
    spend(list.len())?;
    Ok(list)
}

/// The field of that name of every element, or the elements themselves.
fn fields<'v>(
    helper: &'static str,
    list: &'v [Value],
    attribute: Option<&str>,
) -> Result<Vec<&'v Value>, Error> {
    let Some(attribute) = attribute else {
        return Ok(list.iter().collect());
    };
    let field = |(at, element): (usize, &'v Value)| {
        let missing = || Slip::Field {
            helper,
            field: attribute.to_owned(),
            element: at + 1,
        };
        path(element, attribute).ok_or_else(|| fail(missing(), Misuse::Call))
    };
    list.iter().enumerate().map(field).collect()
}

/// The value at `name.name`.
fn path<'v>(value: &'v Value, attribute: &str) -> Option<&'v Value> {
    attribute.split('.').try_fold(value, |value, name| {
        value
            .as_map()?
            .get(&tera::value::Key::from(name.to_owned()))
    })
}
