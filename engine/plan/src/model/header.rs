//! Who a plan belongs to, what it extends, its parameters and its clauses.

use jiff::civil::Date;

use super::{CarrierRef, ClauseId, ClauseRef, DutyRef, LocalPlanning, ParameterId, model, words};
use crate::decode::{Cx, Decode};
use crate::schema::SchemaBook;
use crate::short::Short;
use crate::version::{Version, VersionRange};
use crate::yaml::{Node, NodeKind};
use luoshi_diagnostics::Place;
use serde_json::Value;

model! {
    /// 方案基本信息. What the plan is and who issued it.
    pub struct PlanHeader as "plan" {
        /// 方案编号. Identifier of the plan.
        id: String,
        /// 标题. The official title.
        title: String,
        /// 制发单位. The issuing body.
        issuer: String,
        /// 印发日期. The day of issue.
        issued: Date,
        /// 发文字号. The issuing number.
        number: Option<String>,
        /// 依据. The documents that it carries out.
        basis: Vec<String>,
    }
}

model! {
    /// 政策包信息. What the package is and who publishes it.
    pub struct Package as "package" {
        /// 名称. Name, such as `county/security-prevention`.
        name: String,
        /// 版本. Semantic version.
        version: Version,
        /// 发布单位. The publishing body.
        publisher: String,
        /// 标题. Title.
        title: String,
        /// 依据. The documents that it carries out.
        basis: Vec<String>,
        /// 引擎版本. Versions of luoshi that it needs, such as `>=0.1`; asked for when it is built.
        engine: Option<VersionRange>,
        /// 许可. Under what terms it may be used: an SPDX expression or words; asked for when it is built.
        licence: Option<String>,
    }
}

model! {
    /// 期间. First and last day, both included.
    pub struct Term as "period" {
        /// 起. First day.
        from: Date,
        /// 止. Last day.
        to: Date,
    }
}

model! {
    /// 辖区. The place that the plan is for.
    pub struct Jurisdiction as "jurisdiction" {
        /// 代码. Short code, also the `jurisdiction` of its records.
        code: String,
        /// 名称. Name.
        name: String,
        /// 层级. Level of government.
        level: JurisdictionLevel,
    }
}

words! {
    /// Level of government, lowest first.
    pub enum JurisdictionLevel {
        /// 村
        Village = "village" "村",
        /// 乡镇
        Township = "township" "乡镇",
        /// 县
        County = "county" "县",
        /// 市
        City = "city" "市",
        /// 省
        Province = "province" "省",
        /// 中央
        Central = "central" "中央",
    }
}

model! {
    /// 所依据的政策包. A package that this plan or package builds on.
    pub struct Extend as "extend" {
        /// 政策包. Name of the package.
        package: ExtendName,
        /// 版本. Range, such as `^1.0`.
        version: VersionRange = VersionRange::any(),
    }
}

/// The name of a package, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExtendName {
    /// The name.
    pub name: String,
    /// Where it is used.
    pub place: Place,
}

impl Decode for ExtendName {
    fn decode(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let name = cx.scalar(node, "type-name")?;
        Some(ExtendName {
            name: name.to_owned(),
            place: node.place.clone(),
        })
    }

    fn schema(book: &mut SchemaBook) -> Value {
        String::schema(book)
    }
}

words! {
    /// The type of a parameter's value.
    pub enum ParameterType {
        /// 整数
        Integer = "integer" "整数",
        /// 小数, two places
        Decimal = "decimal" "小数",
        /// 金额
        Money = "money" "金额",
        /// 百分比
        Percent = "percent" "百分比",
        /// 时限
        Limit = "limit" "时限",
        /// 日期
        Date = "date" "日期",
        /// 是否
        Boolean = "boolean" "是否",
        /// 选项
        Choice = "choice" "选项",
    }
}

words! {
    /// In which direction a value is stricter.
    pub enum Stricter {
        /// 越大越严
        More = "more" "越大越严",
        /// 越小越严
        Less = "less" "越小越严",
    }
}

words! {
    /// How a plan may change a parameter.
    pub enum Adjust {
        /// 可在范围内调整
        Free = "free" "可调整",
        /// 只可从严
        StricterOnly = "stricter" "只可从严",
        /// 不可调整
        Fixed = "fixed" "不可调整",
    }
}

words! {
    /// Whether something must be given.
    pub enum Need {
        /// 可以不写
        Optional = "optional" "可不写",
        /// 必须写明
        Required = "required" "必写",
    }
}

model! {
    /// 参数. A value that the package leaves to be set, within bounds.
    pub struct Parameter as "parameter" {
        /// 编号. Name, used as `${name}`.
        id: ParameterId,
        /// 名称. What it is, for people.
        name: String,
        /// 类型. Type of the value.
        r#type: ParameterType,
        /// 单位. Unit of the value, for people.
        unit: Option<String>,
        /// 缺省值. Value unless the plan sets one; without it the question is open.
        default: Option<Raw>,
        /// 最小值. Lower bound, included.
        min: Option<Raw>,
        /// 最大值. Upper bound, included.
        max: Option<Raw>,
        /// 选项. The values of a choice.
        choices: Vec<String>,
        /// 从严方向. Which way is stricter.
        stricter: Option<Stricter>,
        /// 可否调整. Whether a plan may change it.
        adjustable: Adjust = Adjust::Free,
        /// 理由. Whether a change needs a reason; unless said, where it may only be made stricter.
        reason: Option<Need>,
        /// 待定问题. The question that the source text leaves open.
        question: Option<String>,
        /// 条款. The clauses that it concerns.
        clauses: Vec<ClauseRef>,
    }
}

/// A scalar whose type depends on the parameter: text and place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raw {
    /// As written.
    pub text: Short,
    /// Where.
    pub place: Place,
}

impl Decode for Raw {
    fn decode(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let text = cx.scalar(node, "type-scalar")?;
        Some(Raw {
            text: text.into(),
            place: node.place.clone(),
        })
    }

    fn schema(_: &mut SchemaBook) -> Value {
        crate::schema::text_schema()
    }
}

/// 参数取值. What a plan sets a parameter to, and why: a value, or a map with `value` and `reason`.
#[derive(Debug, Clone)]
pub struct SetValue {
    /// The value.
    pub value: Raw,
    /// 理由.
    pub reason: Option<String>,
    /// 可否调整. How those who extend this may change it from here on.
    pub adjustable: Option<Adjust>,
}

model! {
    /// 参数取值与理由. A value with the reason for it.
    pub struct ReasonedValue as "reasoned_value" {
        /// 取值. The value.
        value: Raw,
        /// 理由. Why this value.
        reason: Option<String>,
        /// 可否调整. In a package: how those who extend it may change the value, never more freely than before.
        adjustable: Option<Adjust>,
    }
}

impl Decode for SetValue {
    fn decode(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        if matches!(node.kind, NodeKind::Map(_)) {
            let given = ReasonedValue::decode(node, cx)?;
            return Some(SetValue {
                value: given.value,
                reason: given.reason,
                adjustable: given.adjustable,
            });
        }
        Raw::decode(node, cx).map(|value| SetValue {
            value,
            reason: None,
            adjustable: None,
        })
    }

    fn schema(book: &mut SchemaBook) -> Value {
        let reasoned = ReasonedValue::schema(book);
        serde_json::json!({ "anyOf": [Raw::schema(book), reasoned] })
    }
}

model! {
    /// 用语. What a mark, a status or an eligibility is called, for reports.
    pub struct Vocabulary as "vocabulary" {
        /// 编号. As it stands in records and plans.
        id: String,
        /// 名称. What it is called.
        name: String,
    }
}

model! {
    /// 调整. What this plan adds to a duty that it takes over from a package.
    pub struct Tailor as "tailor" {
        /// 职责事项. The duty; also a responsibility chain or a kind of incident.
        duty: CarrierRef,
        /// 条款. The clauses of this plan that the duty carries out here.
        clauses: Vec<ClauseRef>,
        /// 排班规则. For a roster, what this plan adds to its planning.
        planning: Option<LocalPlanning>,
    }
}

model! {
    /// 停用. An optional duty of a package that this plan does not take over.
    pub struct Disable as "disable" {
        /// 职责事项. The duty; the package must have marked it optional.
        duty: DutyRef,
        /// 理由. Why.
        reason: String,
    }
}

words! {
    /// What becomes of a clause.
    pub enum ClauseStatus {
        /// 可检查: some duty carries it out
        Checkable = "checkable" "可检查",
        /// 仅作指导: nothing to check, with the reason
        Guidance = "guidance" "仅作指导",
        /// 未对应: checkable, but not by this plan yet, with the reason
        Unmapped = "unmapped" "未对应",
    }
}

model! {
    /// 条款. A numbered passage of the source document, in our own words.
    pub struct Clause as "clause" {
        /// 编号. Number, such as `02/2.2.2g`.
        id: ClauseId,
        /// 标题. Heading that it stands under.
        heading: Option<String>,
        /// 摘要. What it asks for.
        summary: String,
        /// 状态. Whether it can be checked.
        status: ClauseStatus,
        /// 理由. Why it is guidance or not mapped.
        reason: Option<String>,
    }
}
