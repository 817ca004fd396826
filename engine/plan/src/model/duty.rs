//! Duties that recur or end: meetings, activities, tasks, documents, coverage.

use jiff::civil::Date;
use luoshi_calendar::{Partial, Unit as Every};

use super::{ActorRef, ClauseRef, Decider, DutyId, DutyRef, RoleRef, SetRef, Term, model, words};
use crate::decode::{Cx, Decode};
use crate::scalar::{Decimal, Limit, Percent, Ratio, Settable};
use crate::schema::SchemaBook;
use crate::yaml::{Node, NodeKind};
use luoshi_diagnostics::Place;
use serde_json::Value;

model! {
    /// 职责事项的共同内容. What every duty says.
    pub struct Duty as "duty" {
        /// 编号. Identifier; records name it in `duty`.
        id: DutyId,
        /// 名称. Name.
        name: String,
        /// 条款. The clauses that it carries out.
        clauses: Vec<ClauseRef>,
        /// 责任职务. The role that answers for it.
        responsible: Option<RoleRef>,
        /// 每个对象. The sets of subjects it is due for; the whole jurisdiction if not given.
        for_each: Vec<SetRef>,
        /// 生效. Whether it applies at all; usually a parameter.
        active: Settable<bool> = Settable::Set(true),
        /// 可停用. Whether a plan that extends the package may disable it.
        optional: bool = false,
        /// 可豁免. Whether a waiver may cover it.
        waivable: bool = true,
        /// 豁免机关. The bodies that may waive it, if they are not those of `waivers`.
        waived_by: Vec<Decider>,
        /// 期间. When it applies, if not during the whole plan.
        period: Option<Term>,
        /// 轻重. How grave a failure is.
        severity: Severity = Severity::Normal,
    }
}

words! {
    /// How grave a failure is.
    pub enum Severity {
        /// 轻微: shown, but not a failure of the run when late
        Minor = "minor" "轻微",
        /// 一般
        Normal = "normal" "一般",
        /// 严重
        Major = "major" "严重",
    }
}

words! {
    /// Which kind of evidence proves a duty.
    pub enum Evidence {
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
    }
}

model! {
    /// 频次. How often: in every calendar period, at least or exactly so many times.
    pub struct CadenceKeys as "cadence" {
        /// 每. The period.
        every: Every,
        /// 至少. At least so many times.
        at_least: Option<u32>,
        /// 恰好. Exactly so many times.
        exactly: Option<u32>,
        /// 不完整周期. What becomes of a period that the plan cuts short.
        partial: Partial = Partial::HalfOrMore,
        /// 宽限工作日. Workdays after the period in which a surplus record still makes it late, not missed.
        grace: u32 = 0,
        /// 报送工作日. Workdays after the period in which a record still belongs to it, on time.
        hand_in: u32 = 0,
        /// 结算. When a period that is still short counts as missed.
        closes: PeriodCloses = PeriodCloses::DayAfter,
    }
}

words! {
    /// When a period that is still short counts as missed.
    pub enum PeriodCloses {
        /// 次日: the day after it, since its last day is not over during a run on that day
        DayAfter = "day_after" "次日",
        /// 末日: on its last day, for a run that settles accounts that evening
        LastDay = "last_day" "末日",
    }
}

impl Decode for Every {
    fn decode(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        super::decode_word(node, cx, EVERY)
    }

    fn written(&self) -> Option<Value> {
        word_of(*self, EVERY)
    }

    fn schema(_: &mut SchemaBook) -> Value {
        word_schema(EVERY)
    }
}

impl Decode for Partial {
    fn decode(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        super::decode_word(node, cx, PARTIAL)
    }

    fn written(&self) -> Option<Value> {
        word_of(*self, PARTIAL)
    }

    fn schema(_: &mut SchemaBook) -> Value {
        word_schema(PARTIAL)
    }
}

const EVERY: &[(Every, &str, &str)] = &[
    (Every::Day, "day", "日"),
    (Every::Week, "week", "周"),
    (Every::Month, "month", "月"),
    (Every::Quarter, "quarter", "季"),
    (Every::HalfYear, "half_year", "半年"),
    (Every::Year, "year", "年"),
];

const PARTIAL: &[(Partial, &str, &str)] = &[
    (Partial::HalfOrMore, "half_or_more", "过半计"),
    (Partial::Due, "due", "照计"),
    (Partial::Skip, "skip", "不计"),
];

fn word_schema<T>(all: &[(T, &str, &str)]) -> Value {
    let words: Vec<_> = all.iter().map(|(_, en, zh)| (*en, *zh, *zh)).collect();
    crate::schema::words_schema(&words)
}

fn word_of<T: PartialEq>(value: T, all: &[(T, &str, &str)]) -> Option<Value> {
    let found = all.iter().find(|(other, ..)| *other == value);
    found.map(|(_, en, _)| serde_json::json!(en))
}

model! {
    /// 记录要求. What a record must hold to count towards the duty.
    pub struct Requirement as "requirement" {
        /// 标记. Marks that it must carry, such as `minutes`.
        marks: Vec<String>,
        /// 附件. Attachments that it must have at least.
        attachments: u32 = 0,
        /// 数量不少于. Quantity that it must state at least.
        quantity: Option<Decimal>,
        /// 状态. Statuses that count; any if none is given.
        status: Vec<String>,
    }
}

words! {
    /// What becomes of a record that lacks something.
    pub enum BelowQuorum {
        /// 不计入: it does not count
        NotCounted = "not_counted" "不计入",
        /// 计入并注明: it counts, and the lack is a finding of its own
        Noted = "noted" "计入并注明",
    }
}

model! {
    /// 会议. A meeting that recurs.
    pub struct Meeting as "meeting": duty Duty {
        /// 频次. How often.
        cadence: Settable<CadenceKeys>,
        /// 召集人. Who convenes it.
        convenor: Option<RoleRef>,
        /// 参加人员. Who attends: roles and units, one person each.
        attendees: Vec<ActorRef>,
        /// 应到人数. How many should attend, if not the number of attendees listed.
        expected: Option<u32>,
        /// 法定人数. Share of them that must be there (`quantity` of the record).
        quorum: Settable<Ratio>,
        /// 应形成材料. What it must produce: marks of the record such as `minutes`.
        produces: Vec<String>,
        /// 缺项处理. What becomes of a meeting below quorum or without its products.
        defective: BelowQuorum = BelowQuorum::NotCounted,
        /// 兼作. Other meetings that a record of this one also counts for.
        serves_also: Vec<ServesAlso>,
    }
}

model! {
    /// 兼作. Another meeting that a record also counts for, and whether it does.
    pub struct ServesKeys as "serves_also" {
        /// 职责事项. The other meeting.
        duty: DutyRef,
        /// 生效. Whether it counts; usually a parameter.
        active: bool = true,
    }
}

/// 兼作. A meeting by its name, or a map with `duty` and `active`.
#[derive(Debug, Clone)]
pub struct ServesAlso(pub ServesKeys);

impl Decode for ServesAlso {
    fn decode(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        if matches!(node.kind, NodeKind::Map(_)) {
            return ServesKeys::decode(node, cx).map(ServesAlso);
        }
        let duty = DutyRef::decode(node, cx)?;
        Some(ServesAlso(ServesKeys { duty, active: true }))
    }

    fn schema(book: &mut SchemaBook) -> Value {
        let keys = ServesKeys::schema(book);
        serde_json::json!({ "anyOf": [DutyRef::schema(book), keys] })
    }
}

model! {
    /// 经常性工作. An activity that recurs, for each subject.
    pub struct Activity as "activity": duty Duty {
        /// 频次. How often, per subject (and per unit with `by_all_of`).
        cadence: Settable<CadenceKeys>,
        /// 记录种类. Which kind of record proves it.
        evidence: Evidence = Evidence::Visit,
        /// 任一单位. It counts whichever of these acts.
        by_any_of: Vec<ActorRef>,
        /// 各单位分别. Each of these must do it.
        by_all_of: Vec<ActorRef>,
        /// 联合. One record must name all of these.
        jointly_by: Vec<ActorRef>,
        /// 记录要求. What a record must hold.
        requires: Option<Requirement>,
        /// 缺项处理. What becomes of a record that lacks it.
        defective: BelowQuorum = BelowQuorum::NotCounted,
    }
}

model! {
    /// 期限. By when: a day, or so long after something.
    pub struct DueKeys as "due" {
        /// 日期. The last day.
        date: Option<Date>,
        /// 时限. So long after `after`.
        within: Option<Limit>,
        /// 起算. `plan_issued`, `plan_start` or the id of another task; `plan_start` if not given.
        after: Option<String>,
    }
}

model! {
    /// 一次性任务. Something to be done once, for each subject.
    pub struct Task as "task": duty Duty {
        /// 期限. By when.
        due: Settable<DueKeys>,
        /// 前置任务. Tasks that must be done first.
        after: Vec<DutyRef>,
        /// 成果. What it delivers, for people.
        deliverable: Option<String>,
        /// 记录种类. Which kind of record proves it.
        evidence: Evidence = Evidence::TaskDone,
        /// 记录要求. What the record must hold.
        requires: Option<Requirement>,
        /// 宽限工作日. Workdays after the deadline in which it is late and not missed; any time if not given.
        grace: Option<u32>,
    }
}

model! {
    /// 应备文书. A paper that must be written: in every period, or once by a deadline.
    pub struct Document as "document": duty Duty {
        /// 频次. How often; for a paper that recurs.
        cadence: Settable<CadenceKeys>,
        /// 期限. By when; for a paper that is written once.
        due: Settable<DueKeys>,
        /// 记录种类. Which kind of record proves it.
        evidence: Evidence = Evidence::Document,
        /// 主送. Who receives it.
        addressees: Vec<ActorRef>,
        /// 记录要求. What the record must hold.
        requires: Option<Requirement>,
        /// 文书模板. The template that it is generated from.
        template: Option<TemplateName>,
    }
}

/// The name of a document template, with its place: a file of `templates/` without its ending, or one that ships with luoshi.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateName {
    /// The name.
    pub name: String,
    /// Where it is used.
    pub place: Place,
}

impl Decode for TemplateName {
    fn decode(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let name = cx.scalar(node, "type-name")?;
        Some(TemplateName {
            name: name.to_owned(),
            place: node.place.clone(),
        })
    }

    fn schema(book: &mut SchemaBook) -> Value {
        String::schema(book)
    }
}

model! {
    /// 覆盖. Something that every subject must have on a day: a team, a plan, a body, a register.
    pub struct Coverage as "coverage": duty Duty {
        /// 记录种类. Which kind of record proves it; the latest record of a subject tells its state.
        evidence: Evidence = Evidence::Document,
        /// 目标. Share of the subjects that must have it.
        target: Percent = Percent(10_000),
        /// 期限. By when.
        due: Settable<DueKeys>,
        /// 人数. How many members the latest record must state.
        headcount: Option<Headcount>,
        /// 记录要求. What the record must hold.
        requires: Option<Requirement>,
        /// 失效. When an old record no longer shows it.
        lapses: Option<Lapsed>,
    }
}

model! {
    /// 人数. How many, at least or exactly.
    pub struct Headcount as "headcount" {
        /// 至少. At least so many.
        at_least: Option<u32>,
        /// 恰好. Exactly so many.
        exactly: Option<u32>,
    }
}

model! {
    /// 失效. A status that ends it, or an age after which it must be renewed.
    pub struct Lapsed as "lapses" {
        /// 状态. Statuses of a record that end it, such as `dissolved`.
        status: Vec<String>,
        /// 时限. It must have been renewed within so long before the as-of day.
        within: Option<Limit>,
    }
}

model! {
    /// 仅作指导. A mechanism that the plan names and luoshi does not judge.
    pub struct Guidance as "guidance" {
        /// 编号. Identifier.
        id: DutyId,
        /// 名称. Name.
        name: String,
        /// 条款. The clauses.
        clauses: Vec<ClauseRef>,
        /// 理由. Why it is not judged.
        reason: String,
    }
}
