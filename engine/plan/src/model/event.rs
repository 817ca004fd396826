//! Duties that an event calls forth: incidents, each-needs, rewards; and indicators.

use luoshi_calendar::Unit as Every;

use super::{
    ClauseRef, Duty, DutyId, Evidence, IncidentId, IncidentRef, RoleRef, SetRef, Severity, Term,
    model, words,
};
use crate::scalar::{Decimal, Limit, Money, Settable};
use jiff::civil::Date;

model! {
    /// 案(事)件种类. A kind of incident and what must follow. Its records carry the kind as `status`.
    pub struct IncidentKind as "incident" {
        /// 编号. Identifier; `status` of the incident's record.
        id: IncidentId,
        /// 名称. Name.
        name: String,
        /// 条款. The clauses that it carries out.
        clauses: Vec<ClauseRef>,
        /// 处置. What must be done, each judged by itself.
        respond: Vec<Response>,
    }
}

model! {
    /// 处置. One response; its records are of kind `response` with the incident's id as `ref`.
    pub struct Response as "response" {
        /// 编号. Identifier; `duty` of the response's record.
        id: DutyId,
        /// 名称. Name.
        name: String,
        /// 条款. The clauses that it carries out.
        clauses: Vec<ClauseRef>,
        /// 责任职务. The role that answers for it.
        responsible: Option<RoleRef>,
        /// 时限. How soon after the incident.
        within: Settable<Limit>,
        /// 通知范围. Whom it must reach: each is the `subject` of a record.
        informs: Option<Informed>,
        /// 生效. Whether it applies at all.
        active: Settable<bool> = Settable::Set(true),
        /// 轻重. How grave a failure is.
        severity: Severity = Severity::Normal,
    }
}

words! {
    /// Whom a response must reach.
    pub enum Informed {
        /// 任一相邻对象
        AnyNeighbour = "any_neighbour" "任一相邻",
        /// 全部相邻对象
        AllNeighbours = "all_neighbours" "全部相邻",
    }
}

model! {
    /// 记录条件. Which records are meant.
    pub struct RecordFilter as "record_filter" {
        /// 记录种类. Kind.
        evidence: Evidence,
        /// 事项. The `duty` they carry; any if not given.
        of: Vec<String>,
        /// 状态. The `status` they carry; any if none is given.
        status: Vec<String>,
        /// 标记. Marks they carry, all of them.
        marks: Vec<String>,
    }
}

words! {
    /// When the answer must come.
    pub enum Timing {
        /// 之前: on the day before at the latest
        Before = "before" "之前",
        /// 当日或之前
        SameDayOrBefore = "same_day_or_before" "当日或之前",
        /// 时限内: on that day or within the limit after it
        Within = "within" "时限内",
        /// 到期日前: on its day at the latest, which is the day it is due
        ByDue = "by_due" "到期日前",
    }
}

model! {
    /// 应评尽评. Every record of one sort needs a record of another that refers to it (`ref`).
    pub struct EachNeeds as "each_needs": duty Duty {
        /// 每一. The records that need something.
        each: RecordFilter,
        /// 需要. What each of them needs.
        needs: RecordFilter,
        /// 时间要求. When.
        timing: Timing,
        /// 时限. For `within`.
        within: Settable<Limit>,
        /// 宽限工作日. Workdays in which it is late and not missed; any time if not given.
        grace: Option<u32>,
    }
}

model! {
    /// 奖励. Records of kind `reward` with this id as their duty; `ref` is the code of the case.
    pub struct Reward as "reward": duty Duty {
        /// 金额. Bounds of one reward, both included.
        amount: Option<RewardRange>,
        /// 必备条件. Marks that the record must carry, all of them.
        grounds_all: Vec<String>,
        /// 任一条件. Marks of which the record must carry one.
        grounds_any: Vec<String>,
        /// 每案上限. Most for one case, all reporters together.
        case_cap: Option<Money>,
    }
}

model! {
    /// 金额范围. Least and most, both included.
    pub struct RewardRange as "reward_range" {
        /// 最小值. Least.
        min: Money,
        /// 最大值. Most.
        max: Money,
    }
}

words! {
    /// Which way is good.
    pub enum Direction {
        /// 上升为好
        Up = "up" "上升",
        /// 下降为好
        Down = "down" "下降",
    }
}

words! {
    /// How the value of an indicator comes from records.
    pub enum IndicatorSource {
        /// 案件数: incidents of the kinds `of`, counted
        IncidentCount = "incident_count" "案件数",
        /// 合计: quantities of `metric` records, added
        MetricSum = "metric_sum" "指标合计",
        /// 最新值: quantity of the latest `metric` record
        MetricLatest = "metric_latest" "指标最新值",
    }
}

model! {
    /// 指标. A figure with its trend. It has no verdict unless the plan sets a target.
    pub struct Indicator as "indicator" {
        /// 编号. Identifier; `duty` of its metric records.
        id: DutyId,
        /// 名称. Name.
        name: String,
        /// 条款. The clauses that it shows.
        clauses: Vec<ClauseRef>,
        /// 责任职务. The role that answers for the target.
        responsible: Option<RoleRef>,
        /// 每个对象. One value for each subject; one for the jurisdiction if not given.
        for_each: Vec<SetRef>,
        /// 来源. How the value comes from records.
        from: IndicatorSource,
        /// 案件种类. Kinds of incident, for `incident_count`.
        of: Vec<IncidentRef>,
        /// 单位. Unit, for people.
        unit: Option<String>,
        /// 好的方向. Which way is good.
        direction: Direction,
        /// 周期. The value is shown for each of these periods.
        every: Every = Every::Quarter,
        /// 基数. What it is compared with.
        baseline: Option<Baseline>,
        /// 目标. What must be reached; without one there is no verdict.
        target: Settable<Decimal>,
        /// 期限. When the target is judged; the plan's last day if not given.
        by: Option<Date>,
        /// 轻重. How grave a failure is.
        severity: Severity = Severity::Normal,
    }
}

model! {
    /// 基数. A figure stated in the plan, or the same figure in an earlier term of the ledger.
    pub struct Baseline as "baseline" {
        /// 数值. The figure.
        value: Option<Decimal>,
        /// 期间. The earlier term.
        period: Option<Term>,
    }
}
