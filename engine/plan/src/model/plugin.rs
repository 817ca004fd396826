//! Rules that a program judges: which file, what it may see, how it is set.

use luoshi_diagnostics::Place;
use serde_json::{Value, json};

use super::{Duty, DutyRef, Raw, model, words};
use crate::decode::{Cx, Decode};
use crate::scalar::Settable;
use crate::schema::SchemaBook;
use crate::yaml::{Key, Node, NodeKind};

model! {
    /// 插件规则. A judgement by a program (WebAssembly), which sees what is granted to it and nothing else.
    pub struct PluginRule as "plugin": duty Duty {
        /// 文件. A file in the folder `plugins` of the plan or package that names it.
        file: Raw,
        /// 校验值. `sha256:` and the SHA-256 of that file: no other program runs in its place.
        digest: Raw,
        /// 授权. What it may see.
        grants: Grants,
        /// 所指事项. Only records of these duties are shown to it; those of all if none is named.
        of: Vec<DutyRef>,
        /// 插件参数. Values of its own parameters, by its own names; it has a value for each that is not given.
        with: With = With::default(),
    }
}

impl PluginRule {
    /// The SHA-256 that its file must have, as 64 small hex digits; none if `digest` has another form.
    #[must_use]
    pub fn sha256(&self) -> Option<String> {
        let digits = self.digest.text.trim().strip_prefix("sha256:")?;
        let right = digits.len() == 64 && digits.bytes().all(|b| b.is_ascii_hexdigit());
        right.then(|| digits.to_ascii_lowercase())
    }
}

model! {
    /// 授权. What a program may see. What is not named here does not reach it.
    pub struct Grants as "grants" {
        /// 记录种类. Kinds of records.
        evidence: Vec<AnyKind>,
        /// 栏目. Columns of these records.
        columns: Vec<EvidenceColumn>,
        /// 资料. Tables besides the records.
        tables: Vec<PluginTable>,
    }
}

words! {
    /// A kind of record, those included that no duty is proved by.
    pub enum AnyKind {
        /// 会议
        Meeting = "meeting" "会议",
        /// 查访
        Visit = "visit" "查访",
        /// 值班
        Shift = "shift" "值班",
        /// 检查
        Inspection = "inspection" "检查",
        /// 案(事)件
        Incident = "incident" "案件",
        /// 处置
        Response = "response" "处置",
        /// 交办
        Task = "task" "交办",
        /// 办结
        TaskDone = "task_done" "办结",
        /// 文书
        Document = "document" "文书",
        /// 培训
        Training = "training" "培训",
        /// 奖励
        Reward = "reward" "奖励",
        /// 指标
        Metric = "metric" "指标",
        /// 报告
        Report = "report" "报告",
        /// 整改
        Rectification = "rectification" "整改",
        /// 决定
        Decision = "decision" "决定",
        /// 申诉
        Appeal = "appeal" "申诉",
        /// 豁免
        Waiver = "waiver" "豁免",
        /// 更正
        Correction = "correction" "更正",
    }
}

words! {
    /// A column of the records.
    pub enum EvidenceColumn {
        /// 记录的种类, such as a visit
        Kind = "kind" "类型",
        /// 所属职责事项: the duty that it serves
        Duty = "duty" "职责事项",
        /// 发生的日期: the day on which it happened
        Day = "day" "日期",
        /// 开始的时间: when it began
        Minute = "minute" "时间",
        /// 对象: whom or what it is about
        Subject = "subject" "对象",
        /// 经办人员和单位: who acted, by staff number or id
        Actor = "actor" "人员",
        /// 状态, in the plan's own words
        Status = "status" "状态",
        /// 标记
        Marks = "marks" "标记",
        /// 数量
        Quantity = "quantity" "数量",
        /// 金额
        Amount = "amount" "金额",
        /// 所涉期间的最后一天: the last day of what it is about
        Until = "until" "截止日期",
        /// 录入台账的日期: the day on which it was entered
        Recorded = "recorded" "录入日期",
        /// 所关联记录的编号: the record that it refers to
        Refers = "refers" "关联编号",
        /// 记录自身的编号: its own id
        Id = "id" "编号",
        /// 备注: its free text
        Note = "note" "备注",
        /// 附件的校验值: SHA-256 sums of its attachments, not the attachments
        Files = "files" "附件",
        /// 是否更正过: whether a correction replaced some of it
        Corrected = "corrected" "已更正",
    }
}

words! {
    /// A table besides the records.
    pub enum PluginTable {
        /// 各村各组等对象: what duties are done for
        Subjects = "subjects" "对象",
        /// 人员、单位和职务: staff numbers, units and roles
        Actors = "actors" "人员单位",
        /// 方案的职责事项: what the plan requires
        Duties = "duties" "职责事项",
        /// 每一天是否上班: workdays and rest days
        Days = "days" "日历",
        /// 方案自身检查的结论: what the plan's own checks concluded
        Findings = "findings" "评估结果",
    }
}

/// The entries of `with`, in the order written.
#[derive(Debug, Clone, Default)]
pub struct With(pub Vec<Given>);

/// A value for a parameter of a program.
#[derive(Debug, Clone)]
pub struct Given {
    /// The parameter, as the program names it.
    pub name: String,
    /// Where the name stands.
    pub place: Place,
    /// The value; open where a parameter of the plan decides it and has no value.
    pub value: Settable<Raw>,
}

impl Decode for With {
    fn decode(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let NodeKind::Map(entries) = &node.kind else {
            cx.wrong_type(node, "type-map");
            return None;
        };
        // A name without a value leaves the program its own.
        let given = entries.iter().filter(|(_, node)| !node.is_null());
        let read = |(key, node): &(Key, Node)| {
            Some(Given {
                name: key.text.to_string(),
                place: key.place.clone(),
                value: Settable::decode(node, cx)?,
            })
        };
        Some(With(given.filter_map(read).collect()))
    }

    fn schema(book: &mut SchemaBook) -> Value {
        let value = json!({ "anyOf": [Raw::schema(book), { "type": "null" }] });
        json!({ "type": "object", "additionalProperties": value })
    }
}
