//! What a rule can say, when facts are told to it: the words of `script`, and arithmetic on lines.

use rhai::{Dynamic, Engine, EvalAltResult, ImmutableString};

use super::line::{Amount, Is, Line, Test};
use super::{Count, How, Shared, desk};
use crate::script::unknown_name;

type Said<T> = Result<T, Box<EvalAltResult>>;

/// A duty that a rule has named.
#[derive(Clone)]
struct Named(String);

/// Registers everything; it reads what lies on the desk when the rule runs.
pub(super) fn register(engine: &mut Engine, shared: &Shared) {
    facts(engine, shared);
    sums(engine, shared);
    comparisons(engine, shared);
    choices(engine, shared);
    texts(engine, shared);
}

fn facts(engine: &mut Engine, shared: &Shared) {
    engine.register_type_with_name::<Named>("duty");
    engine.register_type_with_name::<Amount>("count");
    for (count, word) in Count::ALL {
        let at = shared.clone();
        engine.register_get(word, move |duty: &mut Named| -> Said<Dynamic> {
            Ok(shown(&at, of_duty(&at, &duty.0, count)?))
        });
    }
    let at = shared.clone();
    engine.register_get("failed", move |duty: &mut Named| -> Said<bool> {
        let failing = of_duty(&at, &duty.0, Count::Failing)?;
        Ok(is_less(&at, &Amount::from(0), &failing))
    });
    let at = shared.clone();
    engine.register_fn("duty", move |id: &str| -> Said<Named> {
        let asked = desk(&at).asked.clone();
        let known = asked.is_some_and(|asked| asked.has_duty(id));
        known
            .then(|| Named(id.to_owned()))
            .ok_or_else(|| unknown_name(id))
    });
    let at = shared.clone();
    engine.register_fn("incidents", move |kind: &str| -> Said<Dynamic> {
        let asked = desk(&at).asked.clone();
        let amount = asked.and_then(|asked| asked.incidents(kind));
        Ok(shown(&at, amount.ok_or_else(|| unknown_name(kind))?))
    });
    let at = shared.clone();
    engine.register_fn("param", move |id: &str| -> Said<Dynamic> {
        let asked = desk(&at).asked.clone();
        let value = asked.and_then(|asked| asked.parameter(id));
        let number = value.ok_or_else(|| unknown_name(id))?;
        let amount = number.ok_or_else(|| format!("`{id}`: not a number"))?;
        Ok(shown(&at, amount))
    });
    let at = shared.clone();
    engine.register_fn("subject", move || {
        let mut desk = desk(&at);
        desk.subject_read = true;
        desk.subject.clone()
    });
}

fn of_duty(shared: &Shared, id: &str, count: Count) -> Said<Amount> {
    let asked = desk(shared).asked.clone();
    let amount = asked.and_then(|asked| asked.count(id, count));
    amount.ok_or_else(|| unknown_name(id))
}

/// A fact as the script sees it: a line, or its value, to which it is then pinned.
fn shown(shared: &Shared, amount: Amount) -> Dynamic {
    if amount.line.terms.is_empty() {
        return amount.value.into();
    }
    let mut desk = desk(shared);
    if desk.how == How::ByLine {
        return Dynamic::from(amount);
    }
    match amount.line.plus(&Line::number(amount.value), -1) {
        Some(line) => desk.tests.push(Test {
            line,
            is: Is::Zero,
            answer: true,
        }),
        None => desk.lost = true,
    }
    amount.value.into()
}

/// Notes that no line can tell what the script does here.
fn lose<T>(shared: &Shared) -> Said<T> {
    desk(shared).lost = true;
    Err("not a sum".into())
}

fn sum(shared: &Shared, one: &Amount, other: &Amount, times: i64) -> Said<Amount> {
    let product = other.value.checked_mul(times);
    let value = product.and_then(|product| one.value.checked_add(product));
    match value.zip(one.line.plus(&other.line, times)) {
        Some((value, line)) => Ok(Amount { value, line }),
        None => lose(shared),
    }
}

fn product(shared: &Shared, one: &Amount, other: &Amount) -> Said<Amount> {
    let zero = Amount::from(0);
    if other.line.terms.is_empty() {
        sum(shared, &zero, one, other.value)
    } else if one.line.terms.is_empty() {
        sum(shared, &zero, other, one.value)
    } else {
        lose(shared)
    }
}

/// The answer to a question, which is written down unless it is always the same.
fn ask(shared: &Shared, line: Line, is: Is, value: i64) -> bool {
    let answer = match is {
        Is::AtLeastZero => value >= 0,
        Is::Zero => value == 0,
    };
    if !line.terms.is_empty() {
        desk(shared).tests.push(Test { line, is, answer });
    }
    answer
}

fn is_less(shared: &Shared, one: &Amount, other: &Amount) -> bool {
    let line = other.line.plus(&one.line, -1);
    match line.and_then(|line| line.plus(&Line::number(1), -1)) {
        Some(line) => ask(shared, line, Is::AtLeastZero, other.value - one.value - 1),
        None => {
            desk(shared).lost = true;
            one.value < other.value
        }
    }
}

fn is_equal(shared: &Shared, one: &Amount, other: &Amount) -> bool {
    match other.line.plus(&one.line, -1) {
        Some(line) => ask(shared, line, Is::Zero, other.value - one.value),
        None => {
            desk(shared).lost = true;
            one.value == other.value
        }
    }
}

impl From<i64> for Amount {
    fn from(value: i64) -> Amount {
        Amount {
            value,
            line: Line::number(value),
        }
    }
}

/// Registers a function of two numbers of which at least one is a line.
macro_rules! of_two {
    ($engine:ident, $shared:ident, $name:literal, $body:expr) => {
        let at = $shared.clone();
        $engine.register_fn($name, move |one: Amount, other: Amount| {
            $body(&at, &one, &other)
        });
        let at = $shared.clone();
        $engine.register_fn($name, move |one: Amount, other: i64| {
            $body(&at, &one, &Amount::from(other))
        });
        let at = $shared.clone();
        $engine.register_fn($name, move |one: i64, other: Amount| {
            $body(&at, &Amount::from(one), &other)
        });
    };
}

fn sums(engine: &mut Engine, shared: &Shared) {
    of_two!(engine, shared, "+", |at, one, other| sum(at, one, other, 1));
    of_two!(engine, shared, "-", |at, one, other| sum(
        at, one, other, -1
    ));
    of_two!(engine, shared, "*", product);
    let at = shared.clone();
    engine.register_fn("-", move |one: Amount| sum(&at, &Amount::from(0), &one, -1));
    engine.register_fn("+", |one: Amount| one);
}

fn comparisons(engine: &mut Engine, shared: &Shared) {
    of_two!(engine, shared, "<", is_less);
    of_two!(engine, shared, ">", |at, one, other| is_less(
        at, other, one
    ));
    of_two!(engine, shared, "<=", |at, one, other| !is_less(
        at, other, one
    ));
    of_two!(engine, shared, ">=", |at, one, other| !is_less(
        at, one, other
    ));
    of_two!(engine, shared, "==", is_equal);
    of_two!(engine, shared, "!=", |at, one, other| !is_equal(
        at, one, other
    ));
}

fn choices(engine: &mut Engine, shared: &Shared) {
    of_two!(engine, shared, "min", |at, one: &Amount, other: &Amount| {
        if is_less(at, other, one) {
            other.clone()
        } else {
            one.clone()
        }
    });
    of_two!(engine, shared, "max", |at, one: &Amount, other: &Amount| {
        if is_less(at, one, other) {
            other.clone()
        } else {
            one.clone()
        }
    });
    let at = shared.clone();
    engine.register_fn("abs", move |one: Amount| {
        if is_less(&at, &one, &Amount::from(0)) {
            sum(&at, &Amount::from(0), &one, -1)
        } else {
            Ok(one)
        }
    });
}

/// A line inside a text, or compared with one: what the engine would do with it is not what it does
/// with a number.
fn texts(engine: &mut Engine, shared: &Shared) {
    for operator in ["+", "==", "!=", "<", ">", "<=", ">="] {
        let at = shared.clone();
        engine.register_fn(operator, move |_: Amount, _: ImmutableString| {
            lose::<bool>(&at)
        });
        let at = shared.clone();
        engine.register_fn(operator, move |_: ImmutableString, _: Amount| {
            lose::<bool>(&at)
        });
        let at = shared.clone();
        engine.register_fn(operator, move |_: Amount, _: bool| lose::<bool>(&at));
        let at = shared.clone();
        engine.register_fn(operator, move |_: bool, _: Amount| lose::<bool>(&at));
    }
}
