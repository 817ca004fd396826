//! The keys at the top of a file.

use super::{
    Activity, Chain, Clause, Coverage, Decider, Disable, Document, EachNeeds, Extend, Guidance,
    Holder, IncidentKind, Indicator, Issuer, Jurisdiction, Ladder, Meeting, OwnLayout, Package,
    Parameter, Penalty, Person, PlanHeader, PluginRule, Reward, Role, Roster, Rule, Scorecard,
    SetValue, SubjectSet, Tailor, Task, Term, Unit, Veto, Vocabulary, WaiverRules, model, words,
};
use crate::decode::{Cx, Decode, Space};
use crate::scalar::Limit;
use crate::schema::SchemaBook;
use crate::section::Section;
use crate::yaml::{Node, NodeKind};
use luoshi_diagnostics::Place;
use serde_json::{Value, json};

model! {
    /// 文件头. Which file this is, what it extends and what it sets.
    pub struct Head as "head" {
        /// 格式版本. Version of the format: 1.
        luoshi: u32,
        /// 实施方案. A township's plan.
        plan: Option<PlanHeader>,
        /// 政策包. A package.
        package: Option<Package>,
        /// 期间. When the plan applies.
        period: Option<Term>,
        /// 辖区. The place that the plan is for.
        jurisdiction: Option<Jurisdiction>,
        /// 依据政策包. The packages it builds on.
        extends: Vec<Extend>,
        /// 参数. Values that are left to be set.
        parameters: Section<Parameter>,
        /// 参数取值. Values of parameters of the packages.
        set: Set = Set::default(),
    }
}

/// The entries of `set`, in the order written.
#[derive(Debug, Clone, Default)]
pub struct Set(pub Vec<(String, Place, SetValue)>);

impl Decode for Set {
    fn decode(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let NodeKind::Map(entries) = &node.kind else {
            cx.wrong_type(node, "type-map");
            return None;
        };
        // A name without a value is a question still open, as if the name were not there.
        let given = entries.iter().filter(|(_, node)| !node.is_null());
        let read = |(key, node): &(crate::yaml::Key, Node)| {
            let value = SetValue::decode(node, cx)?;
            Some((key.text.to_string(), key.place.clone(), value))
        };
        Some(Set(given.filter_map(read).collect()))
    }

    fn schema(book: &mut SchemaBook) -> Value {
        let value = SetValue::schema(book);
        let value = json!({ "anyOf": [value, { "type": "null" }] });
        let names = crate::schema::names_schema(&[Space::Parameter]);
        json!({ "type": "object", "propertyNames": names, "additionalProperties": value })
    }
}

model! {
    /// 设置. What holds for all duties of the plan.
    pub struct Settings as "settings" {
        /// 临期工作日. Workdays before the end of a period in which it is `due_soon`.
        due_soon: u32 = Settings::DEFAULT.due_soon,
        /// 补录天数. Days after its event from which on a record counts as backfilled.
        backfill: u32 = Settings::DEFAULT.backfill,
        /// 工作日历. Which days are workdays.
        calendar: WorkdayCalendar = Settings::DEFAULT.calendar,
        /// 整改时限. How long there is to put a failure right, from the day of the notice that says no day of its own.
        rectify_within: Option<Limit>,
        /// 销号机关. The bodies that may close a rectification; anybody but those who rectified while none is named.
        closed_by: Vec<Decider>,
    }
}

impl Settings {
    /// What holds where no file says otherwise.
    pub const DEFAULT: Settings = Settings {
        due_soon: 3,
        backfill: 15,
        calendar: WorkdayCalendar::National,
        rectify_within: None,
        closed_by: Vec::new(),
    };

    /// How long there is to rectify where neither the notice nor a file says so; reports call it set by default.
    pub const RECTIFY_WITHIN: Limit = Limit::Workdays(15);
}

words! {
    /// Which days are workdays.
    pub enum WorkdayCalendar {
        /// 国家法定: the published holidays and make-up workdays
        National = "national" "国家法定",
        /// 周一至周五: every Monday to Friday, no holidays
        MondayToFriday = "monday_to_friday" "周一至周五",
    }
}

model! {
    /// 实施方案或政策包. A luoshi file.
    pub struct File as "file": head Head {
        /// 设置. What holds for all duties.
        settings: Option<Settings>,
        /// 豁免规定. Who grants waivers, and on what terms.
        waivers: Option<WaiverRules>,
        /// 单位. Units.
        units: Section<Unit>,
        /// 职务. Roles.
        roles: Section<Role>,
        /// 人员. Persons.
        persons: Section<Person>,
        /// 任职. Holders of roles.
        holders: Section<Holder>,
        /// 发文机关. Bodies that issue documents.
        issuers: Section<Issuer>,
        /// 本单位版式. Where the papers of this office depart from the national layout.
        layout: Option<OwnLayout>,
        /// 对象. Sets of subjects.
        subjects: Section<SubjectSet>,
        /// 责任链. Responsibility chains.
        chains: Section<Chain>,
        /// 会议. Meetings.
        meetings: Section<Meeting>,
        /// 经常性工作. Recurring activities.
        activities: Section<Activity>,
        /// 任务. One-off tasks.
        tasks: Section<Task>,
        /// 文书. Documents required.
        documents: Section<Document>,
        /// 覆盖. What every subject must have.
        coverage: Section<Coverage>,
        /// 值班. Rosters.
        rosters: Section<Roster>,
        /// 案件. Kinds of incident and the response to them.
        incidents: Section<IncidentKind>,
        /// 应评尽评. Records that need another record.
        each_needs: Section<EachNeeds>,
        /// 奖励. Rewards.
        rewards: Section<Reward>,
        /// 指标. Indicators.
        indicators: Section<Indicator>,
        /// 规则. Rules in Rhai.
        rules: Section<Rule>,
        /// 插件规则. Rules that a program in WebAssembly judges.
        plugins: Section<PluginRule>,
        /// 处理. Penalties.
        penalties: Section<Penalty>,
        /// 一票否决. Vetoes.
        vetoes: Section<Veto>,
        /// 督办阶梯. Ladders.
        ladders: Section<Ladder>,
        /// 考核评分表. Scorecards.
        scorecards: Section<Scorecard>,
        /// 仅作指导. What is not judged, and why.
        guidance: Section<Guidance>,
        /// 承接. What this plan adds to duties of its packages.
        tailor: Section<Tailor>,
        /// 停用. Optional duties of packages that this plan leaves out.
        disable: Section<Disable>,
        /// 用语. What marks, statuses and eligibilities are called.
        vocabulary: Section<Vocabulary>,
        /// 条款. The clauses of the source document; usually in `clauses.yaml`.
        clauses: Section<Clause>,
    }
}
