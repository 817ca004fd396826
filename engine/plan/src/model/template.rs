//! 文书模板: what the head of a document template says. The body is Markdown with Tera.

use super::{ClauseRef, IssuerRef, JurisdictionLevel, RoleRef, model, words};
use crate::scalar::Limit;

words! {
    /// 文种. The fifteen kinds of official document (条例 第八条), and working papers that are none of them.
    pub enum DocumentKind {
        /// 决议
        Resolution = "resolution" "决议",
        /// 决定
        Decision = "decision" "决定",
        /// 命令（令）
        Order = "order" "命令",
        /// 公报
        Communique = "communique" "公报",
        /// 公告
        Announcement = "announcement" "公告",
        /// 通告
        PublicNotice = "public_notice" "通告",
        /// 意见
        Opinion = "opinion" "意见",
        /// 通知
        Notice = "notice" "通知",
        /// 通报
        Circular = "circular" "通报",
        /// 报告
        Report = "report" "报告",
        /// 请示
        Request = "request" "请示",
        /// 批复
        Reply = "reply" "批复",
        /// 议案
        Bill = "bill" "议案",
        /// 函
        Letter = "letter" "函",
        /// 纪要
        Minutes = "minutes" "纪要",
        /// 工作表单: a list, a table, a letter of responsibility; no official document
        WorkingPaper = "working_paper" "工作表单",
    }
}

words! {
    /// 版式. Which layout of GB/T 9704-2012 a document has.
    pub enum DocumentForm {
        /// 文件格式: red head, the general layout (7)
        Official = "official" "文件",
        /// 信函格式 (10.1)
        Letter = "letter" "信函",
        /// 纪要格式 (10.3)
        Minutes = "minutes" "纪要",
        /// 工作表单: no head, no number
        Working = "working" "表单",
    }
}

words! {
    /// 事由. What a document is written for: one document for each.
    pub enum OccasionKind {
        /// 方案: once, for the plan as a whole
        Plan = "plan" "方案",
        /// 应备文书: for each period, or the one deadline, of the document duties that name the template
        Duty = "duty" "应备文书",
        /// 责任环节: each link of each chain, for each of its subjects
        Link = "link" "责任环节",
        /// 会议: each meeting due, before it is held
        Meeting = "meeting" "会议",
        /// 已开会议: each record of a meeting
        MeetingHeld = "meeting_held" "已开会议",
        /// 月
        Month = "month" "月",
        /// 季度
        Quarter = "quarter" "季度",
        /// 半年
        HalfYear = "half_year" "半年",
        /// 年
        Year = "year" "年",
        /// 值班月: each roster in each month with shifts
        RosterMonth = "roster_month" "值班月",
        /// 未落实: each party that answers for failures, in each month that they fall in
        Failures = "failures" "未落实",
        /// 整改: each record of a rectification
        Rectified = "rectified" "整改",
        /// 督办: each step of a ladder that is proposed or in force
        Step = "step" "督办",
        /// 一票否决: each veto that is proposed
        Veto = "veto" "一票否决",
        /// 奖励: each record of a reward
        Reward = "reward" "奖励",
    }
}

words! {
    /// 决定状态. How what a ladder or veto proposes stands.
    pub enum ProposalState {
        /// 建议: nobody has decided
        Proposed = "proposed" "建议",
        /// 已决定: in force
        Confirmed = "confirmed" "已决定",
        /// 申诉中: an appeal is open
        Suspended = "suspended" "申诉中",
    }
}

model! {
    /// 文书模板. The head of a template. Texts may hold Tera expressions.
    pub struct TemplateHead as "template" {
        /// 名称. What the paper is called in lists and file names.
        name: String,
        /// 文种. Which kind of document it is.
        kind: DocumentKind,
        /// 版式. Which layout it has; that of its kind if not given.
        form: Option<DocumentForm>,
        /// 事由. What it is written for.
        r#for: OccasionKind,
        /// 限于. Only for these duties, chains, steps, kinds or rosters, by id; for all if none is given.
        only: Vec<String>,
        /// 针对对象. Only occasions about a subject, or only those about none; both if not given.
        with_subject: Option<bool>,
        /// 决定状态. Of steps and vetoes, only those whose decision stands so; all if none is given.
        decisions: Vec<ProposalState>,
        /// 决定层级. Of steps and vetoes, only those that a body of these levels decides on; all if none is given.
        decided_at: Vec<JurisdictionLevel>,
        /// 标题. The title; lines broken as written.
        title: String,
        /// 制发单位. Who issues it; the first issuer of the plan if not given.
        issuer: Option<IssuerRef>,
        /// 主送. Who receives it; each may be a list joined with 、.
        addressees: Vec<String>,
        /// 抄送. Who gets a copy.
        copies: Vec<String>,
        /// 签发人. Whose name stands in the head of a document to a higher body; that of the issuer if not given.
        signatory: Option<RoleRef>,
        /// 编文号. Whether it carries an issuing number; all but working papers do if not given.
        numbered: Option<bool>,
        /// 加盖印章. Whether it will be stamped, which moves name and date (7.3.5.1 and 7.3.5.2).
        sealed: bool = true,
        /// 附注. A note in brackets under the date, such as 此件公开发布.
        note: Option<String>,
        /// 紧急程度. 特急 or 加急.
        urgency: Option<String>,
        /// 横排. Whether the page lies on its side.
        landscape: bool = false,
        /// 期限. How long after what it is about it must be issued; for a meeting to come, how long before.
        due: Option<Limit>,
        /// 条款. The clauses that ask for it, if they are not those of its duty.
        clauses: Vec<ClauseRef>,
        /// 标记. What its text holds: marks that the record of the issued paper carries, as duties require them.
        marks: Vec<String>,
        /// 日程. A day to be entered in calendars.
        event: Option<TemplateEvent>,
        /// 出席. Who was there; for minutes.
        present: Vec<String>,
        /// 请假. Who was excused; for minutes.
        excused: Vec<String>,
        /// 列席. Who sat in; for minutes.
        observing: Vec<String>,
    }
}

model! {
    /// 日程. A day that the document announces.
    pub struct TemplateEvent as "template_event" {
        /// 日期. The day, as a Tera expression that yields YYYY-MM-DD.
        date: String,
        /// 时间. The time of day, HH:MM; the whole day if it yields nothing.
        time: Option<String>,
        /// 地点. Where.
        place: Option<String>,
    }
}
