//! 考核评分表: sections, items, grades.

use super::{ClauseRef, Duty, DutyId, DutyRef, IncidentRef, model, words};
use crate::decode::{Cx, Decode};
use crate::scalar::{Decimal, Percent};
use crate::schema::SchemaBook;
use crate::yaml::Node;
use luoshi_diagnostics::Place;
use serde_json::Value;

model! {
    /// 考核评分表. Points of each subject (or of the jurisdiction), with the reason for each deduction.
    pub struct Scorecard as "scorecard": duty Duty {
        /// 总分. Full marks.
        total: Decimal,
        /// 部分. Sections; their full marks add up to the total.
        sections: Vec<ScoreSection>,
        /// 加分. Extra points.
        bonus: Option<Bonus>,
        /// 一票否决. Vetoes that leave the score their effect states, after the sum.
        vetoes: Vec<DutyRef>,
        /// 提议即计. Whether a veto counts when it is proposed, or only when decided.
        count_proposals: bool = false,
        /// 等次. From the best down.
        grades: Vec<Grade>,
        /// 降等. What leaves no better grade than one named, after the sum.
        downgrades: Vec<Downgrade>,
    }
}

model! {
    /// 部分. A section, which never falls below its floor.
    pub struct ScoreSection as "score_section" {
        /// 编号. Identifier within the scorecard.
        id: String,
        /// 名称. Name.
        name: String,
        /// 满分. Full marks.
        max: Decimal,
        /// 下限. Least.
        floor: Decimal = Decimal(0),
        /// 项目. Items; they deduct from the section.
        items: Vec<ScoreItem>,
    }
}

model! {
    /// 项目. One item.
    pub struct ScoreItem as "score_item" {
        /// 编号. Identifier; `duty` of the record that carries a subjective score.
        id: DutyId,
        /// 名称. Name.
        name: String,
        /// 条款. The clauses that it scores.
        clauses: Vec<ClauseRef>,
        /// 满分. Most that the item can deduct, or give for `ratio` and `subjective`; not limited if not given.
        max: Option<Decimal>,
        /// 方法. How points are found.
        method: Method,
        /// 事项. The duties it looks at.
        of: Vec<DutyRef>,
        /// 方面. The side of the duties that it looks at; the duty itself if not given.
        facet: Option<ScoreFacet>,
        /// 案件种类. The incidents it counts, for `per_event`.
        incidents: Vec<IncidentRef>,
        /// 每次分值. Points for each.
        each: Option<Decimal>,
        /// 计数. What is counted.
        count: CountOf = CountOf::Findings,
        /// 每项最多. Most for each finding.
        each_at_most: Option<Decimal>,
        /// 分档. Points by how grave: the mark of an incident, and its points.
        by_severity: Vec<SeverityPoints>,
        /// 比较分档. Points by how far the indicator is from its baseline.
        bands: Vec<Band>,
        /// 不低于. For `threshold`: full marks when the indicator is at least this.
        at_least: Option<Decimal>,
    }
}

words! {
    /// How an item finds its points.
    pub enum Method {
        /// 全有或全无: any failure takes all
        AllOrNothing = "all_or_nothing" "全有或全无",
        /// 按缺项扣分: points for each failure
        PerMissing = "per_missing" "按缺项扣分",
        /// 按件扣分: points for each incident
        PerEvent = "per_event" "按件扣分",
        /// 与基数比较分档
        Banded = "banded" "分档",
        /// 达标
        Threshold = "threshold" "达标",
        /// 按比例得分: share of duties carried out
        Ratio = "ratio" "按比例",
        /// 主观评分: a record with a reason
        Subjective = "subjective" "主观评分",
    }
}

words! {
    /// A side of a duty that has findings of its own.
    pub enum ScoreFacet {
        /// 缺项: records that lack something
        Defect = "defect" "缺项",
        /// 次序: done before what comes first
        Order = "order" "次序",
        /// 连续缺勤
        Run = "run" "连续缺勤",
        /// 拒绝安排
        Refusal = "refusal" "拒绝安排",
        /// 每案: the cap of a case
        Case = "case" "每案",
        /// 兼任过多
        Load = "load" "兼任",
        /// 报告
        Report = "report" "报告",
    }
}

words! {
    /// What is counted of failing findings.
    pub enum CountOf {
        /// 检查结论数
        Findings = "findings" "结论数",
        /// 数量: the figure of each finding, such as days late or shifts missed
        Figures = "figures" "数量",
    }
}

model! {
    /// 分档. Points for incidents that carry a mark.
    pub struct SeverityPoints as "severity_points" {
        /// 标记. The mark.
        mark: String,
        /// 分值. Points.
        points: Decimal,
    }
}

model! {
    /// 比较分档. Worse than the baseline by at most so much: so many points off.
    pub struct Band as "band" {
        /// 不超过. Worse by at most this share; the last band has none and takes the rest.
        up_to: Option<Percent>,
        /// 分值. Points off.
        points: Decimal,
    }
}

model! {
    /// 加分. Extra points, up to a cap.
    pub struct Bonus as "bonus" {
        /// 上限. Most.
        cap: Decimal,
        /// 项目. Items; they add.
        items: Vec<ScoreItem>,
    }
}

model! {
    /// 降等. Failures that leave no better grade, whatever the score.
    pub struct Downgrade as "downgrade" {
        /// 针对事项. The duties whose failures lead to it.
        on: Vec<DutyRef>,
        /// 次数. From how many failures of one subject on.
        at_least: u32 = 1,
        /// 等次. The best grade left: the name of one of the card's grades.
        grade: GradeName,
    }
}

/// The name of a grade, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GradeName {
    /// The name.
    pub name: String,
    /// Where it is used.
    pub place: Place,
}

impl Decode for GradeName {
    fn decode(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let name = cx.scalar(node, "type-name")?;
        Some(GradeName {
            name: name.to_owned(),
            place: node.place.clone(),
        })
    }

    fn schema(book: &mut SchemaBook) -> Value {
        String::schema(book)
    }
}

model! {
    /// 等次. A grade and where it starts.
    pub struct Grade as "grade" {
        /// 名称. Name.
        name: String,
        /// 不低于. Least score.
        at_least: Decimal,
    }
}
