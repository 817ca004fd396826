//! Turns a plan and evidence into findings.
//!
//! In: a [`luoshi_plan::Plan`], an as-of day, [`luoshi_evidence::Evidence`].
//! Out: a [`Program`] (compile), [`Facts`] (evaluate), an [`Assessment`] (judge).
//! Never here: a clock, a file, the network, a language choice, an unordered map.
//! What each check means is in `MEANING.md` beside this crate's manifest.

mod accountable;
mod assemble;
mod assessment;
mod check;
mod compare;
mod compile;
mod evaluate;
mod figures;
mod follow_up;
mod impact;
mod judge;
mod lut;
mod plugins;
mod program;
mod reason;
mod requirement;
mod script;
mod trial;
mod unused;
mod verdict;

pub use accountable::{answerable, answers_to, nearest};
pub use assemble::{BareFinding, Outline, Outliner, period_id};
pub use assessment::{
    Answerable, Assessment, Decision, DutySummary, EvidenceSummary, Finding, IndicatorTrend,
    Irrelevance, ItemScore, Label, Measure, PackageStamp, PlanStamp, PluginInForce, PluginSetting,
    Proposal, ScoreSheet, SectionScore, SettingValue, Share, Status, Trend, Unused, WaiverFlaw,
    WaiverSummary, fails, plain,
};
pub use check::chain::{ChainGap, chain_gaps, holders_on, life};
pub use check::{
    Cadence, CadenceTerms, Check, Coverage, CoverageTerms, Deadline, DeadlineTerms, EachNeeds,
    EachNeedsTerms, Indicator, IndicatorTerms, Placed, Response, ResponseTerms, Reward,
    RewardTerms, Roster,
};
pub use compare::{Change, Comparison, ScoreChange, Standing, Turn, compare};
pub use compile::{Compiler, compile};
pub use evaluate::{Detail, Facts, ISSUED, evaluate};
pub use figures::{Failing, Figures, SheetFigures, figures};
pub use follow_up::{Act, Due, DueBy, FollowUp, Names, Rectification};
pub use impact::{DroppedDuty, Ground, Impact, KeptDuty, NewDuty, Turns, duty_of, impact};
pub use judge::{Tally, judge, scene_of, tally};
pub use plugins::{Plugins, load_plugins, plugin_unusable, plugin_values, scene_of_plan};
pub use program::{DutyInfo, PeriodTable, Program, Row};
pub use reason::{
    Attendance, Counted, Deadline as DeadlineReason, Lack, LadderCase, PluginFailure, PluginSaid,
    Reason, Responded, RewardFault, Run, State, StateLack, VetoCase, VetoIncident,
};
pub use requirement::Requirement;
pub use script::{VOCABULARY, Word, whole_number};
pub use trial::{Amount, Asked, Count, Is, Line, MOST, Outcome, Test, Trial, Tried};
pub use verdict::{Facet, Who};
