//! 值班: pools, shifts, attendance.

use jiff::civil::Date;
use luoshi_calendar::Unit as Every;

use super::{BelowQuorum, CadenceKeys, Decider, Duty, PersonRef, UnitRef, model, words};
use crate::scalar::{Money, Percent, Ratio, Settable};

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
        /// 排班规则. How shifts are planned; nothing is judged by it.
        planning: Option<Planning>,
    }
}

model! {
    /// 排班规则. On which days there are shifts, and how they are shared out among the pool.
    pub struct Planning as "planning" {
        /// 星期. Days of the week that always have a shift.
        weekdays: Vec<Weekday>,
        /// 固定日期. Days that always have a shift.
        dates: Vec<Date>,
        /// 场期. Market days, which always have a shift.
        market: Option<Market>,
        /// 每周期班数. Days with a shift in each period, spread evenly; as many as the cadence asks for if not given.
        shifts: Option<u32>,
        /// 每班安排人数. Persons on a shift; `crew` if not given.
        per_shift: Option<u32>,
        /// 每班骨干人数. Persons of `led_by` on a shift at least; those that `led_share` asks for if not given.
        leaders: Option<u32>,
        /// 间隔天数. Days between two shifts of a person on which they are free, at least.
        rest: u32 = 0,
        /// 每周最多班次. Shifts of a person in a calendar week, at most.
        week_most: Option<u32>,
        /// 每月最多班次. Shifts of a person in a calendar month, at most.
        month_most: Option<u32>,
        /// 搭班. Persons who are on a shift together or not at all.
        together: Vec<Group>,
        /// 避班. Persons of whom no two are on one shift.
        apart: Vec<Group>,
        /// 减免. Persons with a lighter share of the shifts, or with none.
        lighter: Vec<Lighter>,
        /// 班次最多相差. Largest difference between the shifts of two persons.
        spread: Option<u32>,
        /// 周末班最多相差. Largest difference between their shifts on weekends.
        weekend_spread: Option<u32>,
        /// 节假日班最多相差. Largest difference between their shifts on public holidays.
        holiday_spread: Option<u32>,
        /// 结转周期. The period in which shifts are evened out: those of its earlier months count.
        carry_over: Every = Every::Year,
    }
}

words! {
    /// A day of the week.
    pub enum Weekday {
        /// 星期一
        Monday = "monday" "星期一",
        /// 星期二
        Tuesday = "tuesday" "星期二",
        /// 星期三
        Wednesday = "wednesday" "星期三",
        /// 星期四
        Thursday = "thursday" "星期四",
        /// 星期五
        Friday = "friday" "星期五",
        /// 星期六
        Saturday = "saturday" "星期六",
        /// 星期日
        Sunday = "sunday" "星期日",
    }
}

model! {
    /// 场期. A market that is held every so many days.
    pub struct Market as "market" {
        /// 每隔天数. Days from one market day to the next.
        every_days: u32,
        /// 起. A day on which there is one, whichever.
        from: Date,
    }
}

model! {
    /// 人员组. Persons whose shifts have to do with each other.
    pub struct Group as "shift_group" {
        /// 人员. The persons, two or more.
        persons: Vec<PersonRef>,
        /// 理由. Why.
        reason: Option<String>,
    }
}

model! {
    /// 减免. Who has a lighter share, or none: persons, units, categories, whoever fits one of them.
    pub struct Lighter as "lighter" {
        /// 人员. Persons.
        persons: Vec<PersonRef>,
        /// 单位. Units whose persons are meant.
        units: Vec<UnitRef>,
        /// 身份. Categories of persons.
        categories: Vec<String>,
        /// 分担比例. Their share of what others have; 0% for none.
        share: Percent = Percent(0),
        /// 理由. Why.
        reason: Option<String>,
    }
}

model! {
    /// 本地排班规则. What a plan adds to the planning of a roster that it takes over.
    pub struct LocalPlanning as "local_planning" {
        /// 星期. More days of the week that always have a shift.
        weekdays: Vec<Weekday>,
        /// 固定日期. More days that always have a shift.
        dates: Vec<Date>,
        /// 场期. Its market days.
        market: Option<Market>,
        /// 搭班. More persons who are on a shift together or not at all.
        together: Vec<Group>,
        /// 避班. More persons of whom no two are on one shift.
        apart: Vec<Group>,
        /// 减免. More persons with a lighter share, or with none.
        lighter: Vec<Lighter>,
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
