//! How a helper is used wrongly.

use std::fmt::{Display, Formatter, Result as FmtResult};

use crate::dates::DateFault;

/// How a helper is used wrongly, or what is wrong with the value that it is given.
///
/// Shown in Chinese, short; [`Slip::key`] and the fields are for other languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Slip {
    /// The template does more than one rendering may.
    Steps,
    /// There is no such name or field.
    Undefined,
    /// A value is shown that is empty.
    Empty,
    /// A value is shown that has no form on paper: a list, a mapping, true or false, an endless fraction.
    NotPrintable(Kind),
    /// `for` over something that is no list.
    NotAList(Kind),
    /// A helper got a value of another kind than it takes.
    Value {
        /// The helper.
        helper: &'static str,
        /// What it takes.
        wants: Wants,
        /// What it got, as text.
        got: String,
    },
    /// An argument is missing.
    Missing {
        /// The helper.
        helper: &'static str,
        /// The argument.
        argument: &'static str,
    },
    /// An argument is wrong.
    Argument {
        /// The helper.
        helper: &'static str,
        /// The argument.
        argument: &'static str,
        /// What it takes, in the words of a template.
        wants: String,
    },
    /// The helper knows no such argument.
    UnknownArgument {
        /// The helper.
        helper: &'static str,
        /// The argument.
        argument: String,
    },
    /// An element of a list lacks the field.
    Field {
        /// The helper.
        helper: &'static str,
        /// The field.
        field: String,
        /// Which element, from 1.
        element: usize,
    },
    /// A list without elements, where the helper needs one.
    EmptyList(&'static str),
}

/// A kind of value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Nothing: `null`.
    Nothing,
    /// True or false.
    Truth,
    /// A number.
    Number,
    /// Text.
    Text,
    /// A list.
    List,
    /// Names with values.
    Mapping,
}

/// What a helper takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wants {
    /// A day; with why the text is none.
    Date(DateFault),
    /// A whole number, not negative.
    Count,
    /// A number with at most six decimal places.
    Number,
    /// An amount in yuan with at most two decimal places, up to 999,999,999,999.99.
    Amount,
    /// Text or a number.
    Text,
    /// A list.
    List,
    /// A list whose elements are all text or all numbers.
    Sortable,
}

impl Slip {
    /// A short name for the kind of mistake, the same in every version.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Slip::Steps => "steps",
            Slip::Undefined => "undefined",
            Slip::Empty => "empty",
            Slip::NotPrintable(_) => "not-printable",
            Slip::NotAList(_) => "not-a-list",
            Slip::Value { .. } => "value",
            Slip::Missing { .. } => "missing",
            Slip::Argument { .. } => "argument",
            Slip::UnknownArgument { .. } => "unknown-argument",
            Slip::Field { .. } => "field",
            Slip::EmptyList(_) => "empty-list",
        }
    }
}

impl Display for Slip {
    fn fmt(&self, out: &mut Formatter<'_>) -> FmtResult {
        match self {
            Slip::Steps => write!(out, "循环太多，超过了一份文件的上限"),
            Slip::Undefined => write!(out, "没有这个名称"),
            Slip::Empty => write!(
                out,
                "内容为空；可以写 or_open(what=\"…\") 或 default(value=\"…\")"
            ),
            Slip::NotPrintable(kind) => {
                write!(out, "{}不能直接写在文件里{}", kind.zh(), kind.instead())
            }
            Slip::NotAList(kind) => write!(out, "只能对列表循环，这里是{}", kind.zh()),
            Slip::Value { helper, wants, got } => {
                write!(out, "{helper} 要{}，不能是「{got}」", wants.zh())
            }
            Slip::Missing { helper, argument } => write!(out, "{helper} 缺少 {argument}="),
            Slip::Argument {
                helper,
                argument,
                wants,
            } => write!(out, "{helper} 的 {argument}= 应为{wants}"),
            Slip::UnknownArgument { helper, argument } => write!(out, "{helper} 没有 {argument}="),
            Slip::Field {
                helper,
                field,
                element,
            } => write!(out, "{helper}：第 {element} 项没有「{field}」"),
            Slip::EmptyList(helper) => write!(out, "{helper}：列表是空的；可以写 default=\"…\""),
        }
    }
}

impl Kind {
    /// In Chinese.
    #[must_use]
    pub fn zh(self) -> &'static str {
        match self {
            Kind::Nothing => "空值",
            Kind::Truth => "是否",
            Kind::Number => "除不尽的数",
            Kind::Text => "文字",
            Kind::List => "列表",
            Kind::Mapping => "一组数据",
        }
    }

    fn instead(self) -> &'static str {
        match self {
            Kind::List => "；可以用 list 连成一句，或用 for 逐项写",
            Kind::Mapping => "；请写到具体的一项，如 meeting.place",
            Kind::Truth => "；请用 if 写成文字",
            Kind::Number => "；可以用 percent",
            Kind::Nothing | Kind::Text => "",
        }
    }
}

impl Wants {
    /// In Chinese.
    #[must_use]
    pub fn zh(self) -> &'static str {
        match self {
            Wants::Date(DateFault::NotADate) => "形如 2012-03-05 的日期",
            Wants::Date(DateFault::NoSuchDay) => "日历上有的日期",
            Wants::Date(DateFault::NotAPeriod) => "形如 2012、2012-H1、2012-Q2、2012-06 的时段",
            Wants::Date(DateFault::NotATime) => "形如 09:30 的时间",
            Wants::Count => "不小于零的整数",
            Wants::Number => "数字（最多六位小数）",
            Wants::Amount => "以元为单位的金额（最多两位小数）",
            Wants::Text => "文字或数字",
            Wants::List => "列表",
            Wants::Sortable => "全是文字或全是数字的列表",
        }
    }
}
