//! What follows from findings: rules, penalties, vetoes, ladders. All of it is proposed, never done.

use super::{ClauseRef, Duty, DutyId, DutyRef, IncidentRef, JurisdictionLevel, Raw, model, words};
use crate::scalar::{Decimal, Limit, Money, Settable};

model! {
    /// 决定机关. The body that decides, and its level.
    pub struct Decider as "decider" {
        /// 名称. Name.
        name: String,
        /// 层级. Level of government.
        level: JurisdictionLevel,
    }
}

model! {
    /// 后果. What is proposed.
    pub struct EffectKeys as "effect" {
        /// 得分. Score that it leaves; 0 for a veto.
        score: Option<Decimal>,
        /// 取消资格. What is lost, such as `annual_honours`.
        ineligible: Vec<String>,
        /// 扣款. Money.
        deduct: Option<Money>,
        /// 考核等次. Grade.
        grade: Option<String>,
    }
}

model! {
    /// 自定义规则. A judgement in Rhai over facts: an expression that is true where the rule is kept.
    pub struct Rule as "rule": duty Duty {
        /// 表达式. One expression.
        holds: Option<Raw>,
        /// 脚本. A file in `rules/` whose last value is true where the rule is kept.
        script: Option<String>,
        /// 说明. What is wrong where it is not kept, for people.
        message: Option<String>,
    }
}

model! {
    /// 处理. What is proposed for each failing finding of a duty.
    pub struct Penalty as "penalty" {
        /// 编号. Identifier.
        id: DutyId,
        /// 名称. Name.
        name: String,
        /// 条款. The clauses that it carries out.
        clauses: Vec<ClauseRef>,
        /// 针对事项. The duties whose failures lead to it.
        on: Vec<DutyRef>,
        /// 次数. From how many failures of one subject on.
        at_least: u32 = 1,
        /// 后果. What is proposed.
        effect: EffectKeys,
        /// 决定机关. Who decides.
        decided_by: Option<Decider>,
    }
}

model! {
    /// 一票否决. A proposal to zero the score and withdraw eligibility.
    pub struct Veto as "veto": duty Duty {
        /// 依据. Its legal or policy basis.
        basis: Option<String>,
        /// 条件. All that is stated here must hold.
        when: VetoWhen,
        /// 决定机关. Who decides: county level or above.
        decided_by: Decider,
        /// 后果. What it leads to once decided.
        effect: EffectKeys,
        /// 存续. How long it lasts once decided; to the end of the plan if not given.
        lasts: Option<Limit>,
    }
}

model! {
    /// 否决条件. What must hold for a subject; at least one of the keys.
    pub struct VetoWhen as "veto_when" {
        /// 案件种类. One of these incidents happened there.
        incidents: Vec<IncidentRef>,
        /// 案件标记. Marks that the incident's record must carry, such as `confirmed`.
        marks: Vec<String>,
        /// 此前失责. And before it the duty had lapsed.
        lapse: Option<Lapse>,
        /// 认定. And a person has found that the one led to the other: a `decision` record with status `caused` that refers to the incident.
        finding_required: bool = false,
        /// 失职事项. These duties failed there.
        failed: Vec<DutyRef>,
        /// 失职次数. So many failures of them at least.
        failed_at_least: u32 = 1,
        /// 规则. This rule is not kept there.
        rule: Option<DutyRef>,
    }
}

model! {
    /// 此前失责. What "not actively done" means: a measure over the days before the incident, its own day excluded.
    pub struct Lapse as "lapse" {
        /// 事项. The duty, whose records are measured.
        duty: DutyRef,
        /// 天数. Days before the incident.
        days: u32,
        /// 计量. What is measured.
        measure: LapseMeasure = LapseMeasure::Count,
        /// 低于. Lapsed when the measure is below this.
        below: Decimal,
        /// 无记录. What no record at all in those days means.
        no_record: NoRecord = NoRecord::Lapsed,
    }
}

words! {
    /// What is measured of the records before an incident.
    pub enum LapseMeasure {
        /// 次数
        Count = "count" "次数",
        /// 天数: days with a record
        Days = "days" "天数",
        /// 平均数量
        AverageQuantity = "average_quantity" "平均数量",
    }
}

words! {
    /// What no record means.
    pub enum NoRecord {
        /// 视为失责
        Lapsed = "lapsed" "视为失责",
        /// 不视为失责
        NotLapsed = "not_lapsed" "不视为失责",
        /// 无法判定
        Unknown = "unknown" "无法判定",
    }
}

model! {
    /// 督办阶梯. Steps of supervision, each with its window and its release.
    pub struct Ladder as "ladder": duty Duty {
        /// 触发. What proposes the first step.
        trigger: Trigger,
        /// 步骤. From the mildest up.
        steps: Vec<LadderStep>,
    }
}

model! {
    /// 触发. Events counted in a sliding window: failures of duties, incidents, or both.
    pub struct Trigger as "trigger" {
        /// 失职事项. Failures of these duties count.
        failed: Vec<DutyRef>,
        /// 案件种类. Incidents of these kinds count.
        incidents: Vec<IncidentRef>,
        /// 次数. So many events.
        at_least: u32 = 1,
        /// 时限. Within so long; the whole plan if not given.
        within: Option<Limit>,
        /// 严重标记. Incidents with one of these marks start at `severe_step`.
        severe_marks: Vec<String>,
        /// 严重起步. The step that a severe incident starts at.
        severe_step: Option<String>,
    }
}

model! {
    /// 步骤. One step of a ladder. A `decision` record (duty: the ladder, status: the step) puts it in force.
    pub struct LadderStep as "ladder_step" {
        /// 编号. Identifier within the ladder.
        id: String,
        /// 名称. Name: 通报, 约谈, 挂牌督办.
        name: String,
        /// 条款. The clauses that it carries out.
        clauses: Vec<ClauseRef>,
        /// 整改时限. How long the subject has to put it right.
        window: Settable<Limit>,
        /// 报告要求. What must be reported while it runs.
        report: Option<ReportBack>,
        /// 决定机关. Who decides on it.
        decided_by: Decider,
        /// 期间后果. What is lost while it runs, such as `annual_honours`.
        during: Vec<String>,
    }
}

model! {
    /// 报告要求. `report` records with the ladder as their duty.
    pub struct ReportBack as "report_back" {
        /// 首次时限. The first report, after the decision.
        first: Option<Limit>,
        /// 以后每隔. Then again after each such limit.
        then_every: Option<Limit>,
    }
}
