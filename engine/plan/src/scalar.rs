//! The scalar values that plans use, and how they are written.

use luoshi_diagnostics::Code;
use serde_json::{Value, json};

use crate::decode::{Cx, Decode};
use crate::schema::{SchemaBook, number_schema};
use crate::yaml::{Node, NodeKind};

/// An exact decimal with two places, as hundredths: `92.35` is `9235`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Hash)]
pub struct Decimal(pub i64);

impl Decimal {
    /// Reads `-12.3`; none for more than two places, an exponent or too large a number.
    #[must_use]
    pub fn parse(text: &str) -> Option<Decimal> {
        hundredths(text).map(Decimal)
    }
}

/// An amount of money in fen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Hash)]
pub struct Money(pub i64);

/// A share in hundredths of a percent: `100%` is `10000`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent(pub u32);

/// A share such as `2/3`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ratio {
    /// Above the line.
    pub part: u32,
    /// Below the line, never 0.
    pub whole: u32,
}

/// How long something may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Limit {
    /// By the clock, from minute to minute.
    Minutes(u32),
    /// Civil days: the end of the n-th day after.
    Days(u32),
    /// Workdays: the end of the n-th workday after.
    Workdays(u32),
    /// Calendar months: the end of the same day of the n-th month after.
    Months(u32),
}

/// A value that the plan may leave open. An open one makes the duty `unset`, never `met`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Settable<T> {
    /// Decided.
    Set(T),
    /// Left open; the parameter that would decide it, if one does.
    Unset(Option<String>),
}

impl<T> Settable<T> {
    /// The value, if decided.
    pub fn get(&self) -> Option<&T> {
        match self {
            Settable::Set(value) => Some(value),
            Settable::Unset(_) => None,
        }
    }
}

impl<T: Decode> Decode for Settable<T> {
    fn decode(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        match undecided(node) {
            Some(parameter) => Some(Settable::Unset(Some(parameter))),
            None => T::decode(node, cx).map(Settable::Set),
        }
    }

    fn absent() -> Option<Self> {
        Some(Settable::Unset(None))
    }

    fn written(&self) -> Option<Value> {
        match self {
            Settable::Set(value) => value.written(),
            Settable::Unset(_) => None,
        }
    }

    fn schema(book: &mut SchemaBook) -> Value {
        T::schema(book)
    }
}

/// The first open parameter anywhere in a node.
fn undecided(node: &Node) -> Option<String> {
    match &node.kind {
        NodeKind::Undecided(parameter) => Some(parameter.to_string()),
        NodeKind::Scalar { .. } => None,
        NodeKind::List(items) => items.iter().find_map(undecided),
        NodeKind::Map(entries) => entries.iter().find_map(|(_, n)| undecided(n)),
    }
}

/// Reads `-12.3` as hundredths; more than two places, exponents and overflow are refused.
pub(crate) fn hundredths(text: &str) -> Option<i64> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text),
    };
    let (whole, places) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    if !all_digits(whole) || !all_digits(places) || places.len() > 2 || whole.len() > 15 {
        return None;
    }
    let places: i64 = format!("{places:0<2}").parse().ok()?;
    Some(sign * (whole.parse::<i64>().ok()? * 100 + places))
}

/// The form of a number with at most two places.
const HUNDREDTHS: &str = "^-?[0-9]+(\\.[0-9]{1,2})?$";

/// Reads digits and nothing else: Rust would take a plus sign too.
pub(crate) fn count(text: &str) -> Option<u32> {
    let digits = text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

/// Hundredths as people write them: no needless places.
pub(crate) fn write_hundredths(value: i64, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
    let sign = if value < 0 { "-" } else { "" };
    let (whole, places) = (value.unsigned_abs() / 100, value.unsigned_abs() % 100);
    match places {
        0 => write!(f, "{sign}{whole}"),
        p if p % 10 == 0 => write!(f, "{sign}{whole}.{}", p / 10),
        p => write!(f, "{sign}{whole}.{p:02}"),
    }
}

impl std::fmt::Display for Decimal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write_hundredths(self.0, f)
    }
}

impl std::fmt::Display for Money {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write_hundredths(self.0, f)
    }
}

impl std::fmt::Display for Percent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write_hundredths(i64::from(self.0), f)?;
        f.write_str("%")
    }
}

impl std::fmt::Display for Ratio {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.part, self.whole)
    }
}

/// As a plan writes it in English.
impl std::fmt::Display for Limit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Limit::Minutes(n) if n % 60 == 0 => write!(f, "{}h", n / 60),
            Limit::Minutes(n) => write!(f, "{n}min"),
            Limit::Days(n) => write!(f, "{n}d"),
            Limit::Workdays(n) => write!(f, "{n}wd"),
            Limit::Months(n) => write!(f, "{n}mo"),
        }
    }
}

/// Decodes a scalar by a function from text; the message says what was wanted.
pub(crate) fn scalar<T>(
    node: &Node,
    cx: &mut Cx<'_>,
    wanted: &'static str,
    read: impl FnOnce(&str) -> Option<T>,
) -> Option<T> {
    let text = cx.scalar(node, wanted)?;
    let value = read(text);
    if value.is_none() {
        cx.bad_value(Code::BadValue, node, text, wanted);
    }
    value
}

impl Decode for Decimal {
    fn decode(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        scalar(node, cx, "type-decimal", |t| hundredths(t).map(Decimal))
    }

    fn schema(_: &mut SchemaBook) -> Value {
        number_schema(&json!({ "type": "number" }), HUNDREDTHS)
    }
}

impl Decode for Money {
    fn decode(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        scalar(node, cx, "type-money", |t| {
            hundredths(t.strip_suffix('元').unwrap_or(t).trim_end()).map(Money)
        })
    }

    fn schema(_: &mut SchemaBook) -> Value {
        let sum = "^-?[0-9]+(\\.[0-9]{1,2})?\\s*元?$";
        number_schema(&json!({ "type": "number" }), sum)
    }
}

impl Decode for Percent {
    fn decode(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        scalar(node, cx, "type-percent", |t| {
            let value = u32::try_from(hundredths(t.strip_suffix('%')?)?).ok()?;
            (value <= 10_000).then_some(Percent(value))
        })
    }

    fn schema(_: &mut SchemaBook) -> Value {
        json!({ "type": "string", "pattern": "^-?[0-9]+(\\.[0-9]{1,2})?%$" })
    }
}

impl Decode for Ratio {
    fn decode(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let ratio: Ratio = scalar(node, cx, "type-ratio", |t| {
            let (part, whole) = t.split_once('/')?;
            let (part, whole) = (count(part.trim())?, count(whole.trim())?);
            (whole > 0).then_some(Ratio { part, whole })
        })?;
        if ratio.part > ratio.whole {
            cx.note(Code::QuorumAboveOne, node, |n| {
                n.arg("value", ratio.to_string())
            });
            return None;
        }
        Some(ratio)
    }

    fn schema(_: &mut SchemaBook) -> Value {
        json!({ "type": "string", "pattern": "^\\s*[0-9]+\\s*/\\s*0*[1-9][0-9]*\\s*$" })
    }
}

/// A number of some unit as a limit, unless it is too large for one.
type ToLimit = fn(u32) -> Option<Limit>;

/// Suffixes of a [`Limit`], longest first so that 个工作日 is not read as 日.
const LIMIT_UNITS: [(&str, ToLimit); 13] = [
    ("个工作日", |n| Some(Limit::Workdays(n))),
    ("工作日", |n| Some(Limit::Workdays(n))),
    ("wd", |n| Some(Limit::Workdays(n))),
    ("个小时", |n| n.checked_mul(60).map(Limit::Minutes)),
    ("小时", |n| n.checked_mul(60).map(Limit::Minutes)),
    ("h", |n| n.checked_mul(60).map(Limit::Minutes)),
    ("分钟", |n| Some(Limit::Minutes(n))),
    ("min", |n| Some(Limit::Minutes(n))),
    ("个月", |n| Some(Limit::Months(n))),
    ("mo", |n| Some(Limit::Months(n))),
    ("天", |n| Some(Limit::Days(n))),
    ("日", |n| Some(Limit::Days(n))),
    ("d", |n| Some(Limit::Days(n))),
];

impl Limit {
    /// Reads `2h`, `3个工作日`, `10d`, `2个月`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Limit> {
        LIMIT_UNITS.iter().find_map(|(suffix, make)| {
            let number = count(text.strip_suffix(suffix)?.trim_end())?;
            // Longer than a working life is a slip of the pen, and could overflow a date.
            (number <= 20_000).then(|| make(number)).flatten()
        })
    }
}

impl Decode for Limit {
    fn decode(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        scalar(node, cx, "type-limit", Limit::parse)
    }

    fn schema(_: &mut SchemaBook) -> Value {
        json!({
            "type": "string",
            "pattern": "^[0-9]+\\s*(个工作日|工作日|wd|个小时|小时|h|分钟|min|个月|mo|天|日|d)$",
            "examples": ["2h", "2小时", "3wd", "3个工作日", "10d", "2个月"],
        })
    }
}
