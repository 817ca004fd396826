//! The names that templates may use. They are stable: a template written today works tomorrow.

use luoshi_plan::model::OccasionKind;
use luoshi_plan::model::OccasionKind::{
    Duty, Failures, Link, Meeting, MeetingHeld, Rectified, Reward, RosterMonth, Step, Veto,
};

/// A name with what stands behind it.
#[derive(Debug, Clone, Copy)]
pub struct Name {
    /// The path; `[]` behind a list.
    pub path: &'static str,
    /// What it is, in Chinese.
    pub zh: &'static str,
    /// What it is, in English.
    pub en: &'static str,
    /// The occasions that have it; all if none is listed.
    pub of: &'static [OccasionKind],
}

const ALL: &[OccasionKind] = &[];
const FINDINGS: &[OccasionKind] = &[Duty, Meeting, Step, Veto];
const MEETINGS: &[OccasionKind] = &[Meeting, MeetingHeld];
const RECORDS: &[OccasionKind] = &[MeetingHeld, Rectified, Reward];
const RECTIFIED: &[OccasionKind] = &[Rectified];
const REWARD: &[OccasionKind] = &[Reward];
const LINK: &[OccasionKind] = &[Link];
const ROSTER: &[OccasionKind] = &[RosterMonth];
const FAILURES: &[OccasionKind] = &[Failures];
const STEP_OR_VETO: &[OccasionKind] = &[Step, Veto];

macro_rules! names {
    ($( $of:ident { $( $path:literal: $zh:literal, $en:literal; )* } )*) => {
        /// Every name, those of all papers first.
        pub const NAMES: &[Name] = &[
            $( $( Name { path: $path, zh: $zh, en: $en, of: $of }, )* )*
        ];
    };
}

names! {
    ALL {
        "today": "检查截止日", "the day of the run";
        "about": "这份文书写的是什么", "what the paper is written for";
        "due": "应制发的最后一天；没有规定的为空", "the last day on which it must be issued, if there is one";
        "period.id": "所涉期间的编号", "id of the period that it is about";
        "period.text": "所涉期间的名称，如2012年6月", "the period in words";
        "period.from": "期间第一天", "first day of the period";
        "period.to": "期间最后一天", "last day of the period";
        "period.year": "期间所在年份", "year of the period";
        "subject.id": "所涉对象的编号；不针对某一对象的，subject为空", "id of the subject; `subject` is nothing where it is about none";
        "subject.name": "所涉对象的名称", "name of the subject";
        "issuer.name": "制发单位名称", "name of the issuing body";
        "issuer.masthead": "发文机关标志", "what its red head says";
        "issuer.symbol": "机关代字；方案没有写的为空", "what stands before the year in its numbers, if the plan says";
        "issuer.printed_by": "印发机关", "who prints and sends it out";
        "plan.id": "方案编号", "id of the plan";
        "plan.title": "方案标题", "title of the plan";
        "plan.issuer": "方案制发单位", "who issued the plan";
        "plan.issued": "方案印发日期", "the day on which the plan was issued";
        "plan.number": "方案发文字号；没有写的为空", "issuing number of the plan, if it says";
        "plan.basis[]": "方案依据的文件", "the documents that it carries out";
        "plan.from": "方案第一天", "first day of the plan";
        "plan.to": "方案最后一天", "last day of the plan";
        "place.code": "辖区代码", "code of the jurisdiction";
        "place.name": "辖区名称", "name of the jurisdiction";
        "place.level": "辖区层级", "its level of government";
        "packages[].name": "政策包名称", "name of a package";
        "packages[].version": "政策包版本", "its version";
        "packages[].publisher": "政策包发布单位", "who publishes it";
        "packages[].title": "政策包标题", "its title";
        "packages[].basis[]": "政策包依据的文件", "the documents that it carries out";
        "units[].id": "单位编号", "id of a unit";
        "units[].name": "单位名称", "its name";
        "sets[].id": "对象集合编号", "id of a set of subjects";
        "sets[].name": "对象集合名称", "its name";
        "sets[].members[].id": "对象编号", "id of a subject";
        "sets[].members[].name": "对象名称", "its name";
        "sets[].members[].from": "对象从哪一天起存在；一直有的为空", "first day that it exists, if not always";
        "sets[].members[].to": "对象到哪一天为止；一直有的为空", "last day that it exists, if not always";
        "clauses[].id": "条款编号", "number of a clause";
        "clauses[].heading": "条款标题", "its heading";
        "clauses[].summary": "条款摘要", "what it asks for";
        "clauses[].status": "条款状态", "what becomes of it";
        "chains[].id": "责任链编号", "id of a chain";
        "chains[].name": "责任链名称", "its name";
        "chains[].clauses[]": "责任链的条款", "its clauses";
        "chains[].links[].from": "上级职务", "the role that answers";
        "chains[].links[].to": "下级职务", "the role that works under it";
        "chains[].links[].for_each": "每个对象；不分对象的为空", "the set for each of whose subjects it holds";
        "duties[].id": "职责事项编号", "id of a duty";
        "duties[].name": "职责事项名称", "its name";
        "duties[].section": "所在部分的键名", "key of its section";
        "duties[].section_name": "所在部分的中文名", "name of its section";
        "duties[].clauses[]": "条款", "its clauses";
        "duties[].responsible": "责任职务编号", "the role that answers for it: id";
        "duties[].responsible_name": "责任职务名称", "the role that answers for it";
        "duties[].when": "频次或期限的说法；没有的为空", "how often or by when, in words";
        "duties[].for_each[]": "每个对象", "the sets of subjects that it is due for";
        "duties[].details[].name": "其他要求的名称，如召集人", "name of what else the plan says";
        "duties[].details[].text": "其他要求的内容", "what it says";
        "duties[].counts": "该事项各状态的检查结论数，字段与 counts 相同", "its findings by status, as in `counts`";
        "counts.all": "检查结论总数", "number of findings";
        "counts.failing": "不合格的结论数（未落实、违反和一般以上的逾期）", "number of findings that fail";
        "counts.met": "已落实的结论数", "number of findings that are met";
        "counts.missed": "未落实的结论数", "number that are missed";
        "counts.violated": "违反的结论数", "number that are violated";
        "counts.late": "逾期完成的结论数", "number that are late";
        "counts.unknown": "无法判定的结论数", "number that cannot be told";
        "counts.unset": "方案未定的结论数", "number that the plan leaves open";
        "counts.suspect": "疑点待核的结论数", "number of signs to look into";
        "counts.pending": "进行中的结论数", "number whose time runs";
        "counts.due_soon": "即将到期的结论数", "number that are due soon";
        "counts.waived": "豁免的结论数", "number that are waived";
        "counts.not_applicable": "不适用的结论数", "number that do not apply";
        "counts.carried_out": "计入落实率的已落实数", "number met that count in the share";
        "counts.judged": "计入落实率的总数", "number that count in the share";
        "counts.share": "落实率，如95.9%；没有可计的为空", "the share carried out";
        "records.total": "台账记录数", "number of records";
        "records.backfilled": "补录的记录数", "number entered late";
        "records.corrected": "更正过的记录数", "number corrected";
        "records.withdrawn": "撤销的记录数", "number withdrawn";
        "simulated": "台账为模拟数据时的标记，否则为空", "the mark of simulated records, if they are";
        "tally": "期间内的结论数（没有日期的状态算在检查截止日），字段与 counts 相同，另有下面三项", "findings within the period, a state without a day on the day of the run, as in `counts`, and";
        "tally.duties[]": "期间内分事项的结论数，另有 id、name、section、section_name、clauses、responsible_name", "the same by duty";
        "tally.sections[]": "期间内分部分的结论数，另有 section、section_name", "the same by section of the plan";
        "tally.subjects[]": "期间内分对象的结论数，另有 id、name", "the same by subject";
        "findings[]": "全部检查结论，字段同 check --format json 的 findings，另有 duty_name、section、section_name、clauses", "all findings, as `check --format json` gives them, with duty_name, section, section_name and clauses";
        "failures[]": "期间内不合格的结论，字段同 findings；整改通知里另有 grounds 依据的记录", "the findings within the period that fail";
        "entries[]": "期间内的台账记录", "the records within the period";
        "entries[].id": "记录编号", "id of a record";
        "entries[].kind": "记录种类的键名", "key of its kind";
        "entries[].kind_name": "记录种类", "its kind";
        "entries[].date": "日期", "the day on which it happened";
        "entries[].time": "时间", "the time of day";
        "entries[].duty": "职责事项编号", "id of its duty";
        "entries[].duty_name": "职责事项", "its duty";
        "entries[].subject": "对象编号", "id of its subject";
        "entries[].subject_name": "对象", "its subject";
        "entries[].actors[]": "单位、职务或工号", "who acted";
        "entries[].marks[]": "标记", "its marks";
        "entries[].mark_ids[]": "标记的键名", "keys of its marks";
        "entries[].status": "状态的键名", "key of its status";
        "entries[].status_name": "状态", "its status";
        "entries[].quantity": "数量", "its quantity";
        "entries[].amount": "金额（元）", "its amount in yuan";
        "entries[].refers": "关联编号", "id that it refers to";
        "entries[].note": "备注", "its note";
        "entries_so_far[]": "方案第一天到期间最后一天的台账记录，字段同 entries", "the records from the plan's first day to the period's last";
        "proposals[]": "建议事项，字段同 check --format json 的 proposals；督办、否决文书里只有这一份所涉的", "proposals, as `check --format json` gives them; only its own in papers about a step or a veto";
        "indicators[]": "指标，字段同 check --format json 的 indicators", "indicators, as `check --format json` gives them";
        "scores[]": "评分表，字段同 check --format json 的 scores", "score sheets, as `check --format json` gives them";
        "waivers[]": "豁免，字段同 check --format json 的 waivers", "waivers, as `check --format json` gives them";
        "parameters[]": "参数，字段同 check --format json 的 parameters，另有 value_text", "parameters, as `check --format json` gives them, with value_text";
        "inactive[]": "不执行的事项，字段同 check --format json 的 inactive", "duties that are off, as `check --format json` gives them";
        "deviations": "对政策包的调整，字段同 check --format json 的 deviations", "what the plan changes of its packages, as `check --format json` gives it";
    }
    FINDINGS {
        "finding": "所涉的检查结论，字段同 findings", "the finding that it is about";
    }
    MEETINGS {
        "meeting.id": "会议编号", "id of the meeting";
        "meeting.name": "会议名称", "its name";
        "meeting.convenor": "召集人", "who convenes it";
        "meeting.attendees[]": "参加人员", "who attends";
        "meeting.expected": "应到人数", "how many should attend";
        "meeting.quorum": "法定人数的比例", "share that must be there";
        "meeting.produces[]": "应形成材料", "what it must produce";
        "meeting.when": "频次", "how often it is held";
    }
    RECORDS {
        "record": "所涉的台账记录，字段同 entries", "the record that it is about, as in `entries`";
    }
    RECTIFIED {
        "cause": "整改记录所针对的记录，字段同 entries；没有的为空", "the record that was put right";
    }
    REWARD {
        "reward.id": "奖励编号", "id of the reward";
        "reward.name": "奖励名称", "its name";
        "reward.min": "最低金额（元）", "least amount in yuan";
        "reward.max": "最高金额（元）", "most in yuan";
        "reward.case_cap": "每案上限（元）", "most for one case";
        "reward.grounds_all[]": "必备条件", "grounds that must all be there";
        "reward.grounds_any[]": "任一条件", "grounds of which one must be there";
    }
    LINK {
        "chain.id": "责任链编号", "id of the chain";
        "chain.name": "责任链名称", "its name";
        "upper.role": "上级职务编号", "the role that answers: id";
        "upper.name": "上级职务", "the role that answers";
        "upper.subject": "上级职务所在的对象", "the subject of its post";
        "upper.holder": "任职人工号；空缺的为空", "staff number of its holder";
        "upper.acting": "是否代理", "whether the holder is acting";
        "lower.role": "下级职务编号", "the role below: id";
        "lower.name": "下级职务", "the role below";
        "lower.subject": "下级职务所在的对象", "the subject of its post";
        "lower.holder": "任职人工号；空缺的为空", "staff number of its holder";
        "lower.acting": "是否代理", "whether the holder is acting";
        "tasks[].name": "下级职务负责的事项", "a duty that the role below answers for";
        "tasks[].when": "频次或期限", "how often or by when";
        "tasks[].for_each[]": "每个对象", "for each of these";
        "tasks[].clauses[]": "条款", "its clauses";
    }
    ROSTER {
        "roster.id": "值班安排编号", "id of the roster";
        "roster.name": "值班安排名称", "its name";
        "roster.crew": "每班至少人数", "persons on a shift at least";
        "roster.pool[]": "抽调单位", "the units of the pool";
        "roster.led_by[]": "骨干单位", "units that lead";
        "roster.deduct": "每次缺勤扣款（元）", "deduction for an absence in yuan";
        "roster.fail_after": "连续缺勤次数", "absences in a row that are an outcome of their own";
        "roster.grade": "连续缺勤后拟定的等次", "the grade proposed then";
        "roster.decided_by": "决定机关", "who decides";
        "roster.produces[]": "每班应做事项", "what each shift must do";
        "days[].date": "日期", "a day with shifts";
        "days[].weekday": "星期", "its weekday";
        "days[].workday": "是否工作日", "whether it is a workday";
        "days[].holiday": "节假日名称", "name of the holiday";
        "days[].persons[].staff": "工号", "a person on that day";
        "days[].persons[].unit": "所在单位", "the unit of the person";
        "days[].persons[].mark": "出勤标记的键名", "key of the mark";
        "days[].persons[].mark_name": "出勤标记", "the mark";
        "persons[].staff": "工号", "a person with shifts in the month";
        "persons[].unit": "所在单位", "the unit of the person";
        "persons[].assigned": "应值班次", "shifts assigned";
        "persons[].attended": "出勤班次", "shifts attended";
        "persons[].absent": "无故缺勤班次", "unexcused absences";
        "persons[].excused": "请假班次", "excused";
        "persons[].cancelled": "取消班次", "cancelled";
        "persons[].unmarked": "未记班次", "not marked yet";
        "persons[].deduction": "拟扣款（元）", "proposed deduction in yuan";
        "totals": "合计，字段同 persons，另有 persons 人数", "all together, and the number of `persons`";
    }
    FAILURES {
        "party.role": "责任职务编号", "the role that answers: id";
        "party.name": "责任职务", "the role that answers";
        "party.subject": "责任职务所在的对象", "the subject of its post";
        "party.holder": "任职人工号；空缺的为空", "staff number of its holder";
        "party.acting": "是否代理", "whether the holder is acting";
        "party.addressee": "受文单位：村、单位或职务", "to whom the paper goes: village, unit or role";
    }
    STEP_OR_VETO {
        "step.id": "步骤编号；否决文书里 step 为空", "id of the step; `step` is nothing for a veto";
        "step.name": "步骤名称", "its name";
        "step.clauses[]": "步骤的条款", "its clauses";
        "step.window": "整改时限", "how long there is to put it right";
        "step.decided_by": "决定机关", "who decides";
        "step.decided_level": "决定机关层级", "level of who decides";
        "step.during[]": "期间取消的资格", "what is lost while it runs";
        "step.report_first": "首次报告时限", "when the first report is due";
        "step.report_every": "以后每隔多久报告", "and each one after it";
        "step.next": "下一步骤", "the step after it";
        "step.needed": "触发次数", "how many events trigger the ladder";
        "step.within": "触发的期限", "within how long";
        "grounds[]": "结论所依据的记录，字段同 entries", "the records that the finding rests on, as in `entries`";
        "veto.id": "否决编号；督办文书里 veto 为空", "id of the veto; `veto` is nothing for a step";
        "veto.name": "否决名称", "its name";
        "veto.basis": "依据", "its basis";
        "veto.decided_by": "决定机关", "who decides";
        "veto.decided_level": "决定机关层级", "level of who decides";
        "veto.score": "否决后的得分", "the score that it leaves";
        "veto.ineligible[]": "拟取消的资格", "what would be lost";
        "veto.grade": "拟定的等次", "the grade proposed";
        "veto.lasts": "存续时间", "how long it lasts";
        "veto.incidents[]": "案件种类", "the kinds of incident";
        "veto.finding_required": "是否须有人认定因果", "whether a person must find that one led to the other";
        "veto.failed_at_least": "失职次数", "how many failures it takes";
        "veto.lapse_duty": "此前失责的事项", "the duty that had lapsed before";
        "veto.lapse_days": "此前多少天", "days before the incident";
        "veto.lapse_measure": "计量", "what is measured";
        "veto.lapse_below": "低于多少算失责", "below which it had lapsed";
        "veto.found": "认定因果的决定，字段同 entries；没有的为空", "the decision that found it, as in `entries`";
    }
}
