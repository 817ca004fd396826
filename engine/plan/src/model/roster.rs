//! 值班: pools, shifts, attendance.

use luoshi_calendar::Unit as Every;

use super::{BelowQuorum, CadenceKeys, Decider, Duty, UnitRef, model};
use crate::scalar::{Money, Ratio, Settable};

model! {
    /// 值班安排. Shifts of a pool of persons. A record is one person's shift, marked
    /// `attended`, `absent`, `excused`, `cancelled` or, not marked yet, nothing.
    pub struct Roster as "roster": duty Duty {
        /// 抽调单位. The units whose persons are the pool; all persons if none is given.
        pool: Vec<UnitRef>,
        /// 频次. On how many days of a period at least one person must have attended.
        cadence: Settable<CadenceKeys>,
        /// 每班人数. Persons who must have attended for a day to count.
        crew: u32 = 1,
        /// 骨干单位. Units whose persons must be the larger part of those who attended a day.
        led_by: Vec<UnitRef>,
        /// 骨干比例. Share of a day's attendance that is theirs at least.
        led_share: Option<Ratio>,
        /// 应做事项. Marks that some record of the day must carry, such as `night_call`.
        produces: Vec<String>,
        /// 缺项处理. What becomes of a day that lacks something.
        defective: BelowQuorum = BelowQuorum::NotCounted,
        /// 缺勤处理. What an unexcused absence leads to.
        absence: Option<Absence>,
        /// 拒绝处理. What a unit's refusal to second its people leads to.
        refusal: Option<Refusal>,
    }
}

model! {
    /// 缺勤处理. Deductions and the consecutive-absence rule; both are proposals.
    pub struct Absence as "absence" {
        /// 每次扣款. Deduction for each unexcused absence.
        deduct: Option<Money>,
        /// 扣款上限. Most that can be deducted per `cap_every`.
        cap: Option<Money>,
        /// 上限周期. The period of the cap.
        cap_every: Every = Every::Month,
        /// 连续缺勤次数. So many unexcused absences in a row are an outcome of their own.
        fail_after_consecutive: Option<u32>,
        /// 请假中断连续. Whether an excused shift breaks the run.
        excused_breaks: bool = false,
        /// 考核等次. The grade proposed after such a run.
        grade: Option<String>,
        /// 适用身份. Grades of persons that the rule applies to; all if none is given.
        applies_to: Vec<String>,
        /// 决定机关. Who decides on the proposals.
        decided_by: Option<Decider>,
    }
}

model! {
    /// 拒绝处理. A record with status `refused` and the unit as its actor.
    pub struct Refusal as "refusal" {
        /// 单位取消资格. What the unit loses, such as `annual_honours`.
        ineligible: Vec<String>,
        /// 负责人处理. What becomes of its head, for people: 不予考核.
        head: Option<String>,
        /// 决定机关. Who decides on it.
        decided_by: Option<Decider>,
    }
}
