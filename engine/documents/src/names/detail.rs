//! What a plan says of a duty beyond when it is due: pairs of a word and a text, in the plan's order.

use luoshi_plan::model::{
    Absence, ActorRef, BelowQuorum, CadenceKeys, Coverage, Decider, Direction, Duty, File,
    Informed, Ladder, Meeting, Requirement, Reward, Roster, Scorecard, UnitRef, Veto,
};
use serde_json::{Value, json};

use crate::files::Files;
use crate::wording;

/// The sets of subjects that a duty is for.
pub(super) fn for_each(files: &Files<'_>, id: &str) -> Vec<String> {
    let content = &files.plan.content;
    let sets = common(content, id).map_or(&[][..], |duty| &duty.for_each);
    let name = |set: &luoshi_plan::model::SetRef| {
        let known = content.subjects.iter().find(|s| s.id.name == set.name);
        known.map_or(set.name.to_string(), |set| set.name.clone())
    };
    sets.iter().map(name).collect()
}

/// What all duties have in common, of one of them.
fn common<'p>(content: &'p File, id: &str) -> Option<&'p Duty> {
    macro_rules! seek {
        ($($section:ident)+) => { $(
            if let Some(found) = content.$section.iter().find(|d| d.duty.id.name == id) {
                return Some(&found.duty);
            }
        )+ };
    }
    seek!(meetings activities tasks documents coverage rosters each_needs rewards rules plugins vetoes ladders scorecards);
    None
}

/// How many should attend a meeting.
pub(super) fn expected(meeting: &Meeting) -> Option<u32> {
    let listed = u32::try_from(meeting.attendees.len()).ok();
    meeting.expected.or(listed.filter(|count| *count > 0))
}

/// A word and what the plan says under it.
struct Pairs<'a, 'p> {
    files: &'a Files<'p>,
    found: Vec<Value>,
}

impl Pairs<'_, '_> {
    fn put(&mut self, name: &str, text: impl Into<String>) {
        let text: String = text.into();
        if !text.is_empty() {
            self.found.push(json!({ "name": name, "text": text }));
        }
    }

    fn actors(&mut self, name: &str, all: &[ActorRef]) {
        let all: Vec<String> = all.iter().map(|who| self.files.actor(&who.name)).collect();
        self.put(name, all.join("、"));
    }

    fn units(&mut self, name: &str, all: &[UnitRef]) {
        let all: Vec<String> = all
            .iter()
            .map(|unit| self.files.actor(&unit.name))
            .collect();
        self.put(name, all.join("、"));
    }

    fn words(&mut self, name: &str, all: &[String]) {
        let all: Vec<String> = all
            .iter()
            .map(|w| self.files.glossary().called(w))
            .collect();
        self.put(name, all.join("、"));
    }

    fn decider(&mut self, decider: &Decider) {
        self.put("决定机关", decider.name.clone());
    }
}

/// What the plan says of a duty, by section.
pub(super) fn details(files: &Files<'_>, section: &str, id: &str) -> Value {
    let content = &files.plan.content;
    let mut out = Pairs {
        files,
        found: Vec::new(),
    };
    macro_rules! seek {
        ($of:ident, $write:ident) => {
            if let Some(found) = content.$of.iter().find(|d| d.duty.id.name == id) {
                $write(found, &mut out);
            }
        };
    }
    match section {
        "meetings" => seek!(meetings, meeting),
        "activities" => seek!(activities, activity),
        "rosters" => seek!(rosters, roster),
        "tasks" => seek!(tasks, task),
        "rewards" => seek!(rewards, reward),
        "vetoes" => seek!(vetoes, veto),
        "ladders" => seek!(ladders, ladder),
        "documents" => seek!(documents, document),
        "coverage" => seek!(coverage, coverage),
        "scorecards" => seek!(scorecards, scorecard),
        "incidents" => incident(content, id, &mut out),
        "indicators" => indicator(content, id, &mut out),
        _ => {}
    }
    Value::Array(out.found)
}

fn meeting(meeting: &Meeting, out: &mut Pairs<'_, '_>) {
    if let Some(convenor) = &meeting.convenor {
        out.put("召集人", out.files.actor(&convenor.name));
    }
    out.actors("参加人员", &meeting.attendees);
    if let Some(quorum) = meeting.quorum.get() {
        out.put("法定人数", format!("应到人数的{quorum}"));
    }
    out.words("应形成材料", &meeting.produces);
}

fn activity(activity: &luoshi_plan::model::Activity, out: &mut Pairs<'_, '_>) {
    out.actors("任一单位", &activity.by_any_of);
    out.actors("各单位分别", &activity.by_all_of);
    out.actors("联合", &activity.jointly_by);
    if let Some(requires) = &activity.requires {
        requirement(requires, out);
    }
    hand_in(activity.cadence.get(), out);
}

/// What a record must hold.
fn requirement(requires: &Requirement, out: &mut Pairs<'_, '_>) {
    out.words("记录内容", &requires.marks);
    if let Some(quantity) = requires.quantity {
        out.put("数量", format!("不少于{quantity}"));
    }
    if requires.attachments > 0 {
        out.put("附件", format!("至少{}件", requires.attachments));
    }
}

fn hand_in(cadence: Option<&CadenceKeys>, out: &mut Pairs<'_, '_>) {
    let days = cadence.map_or(0, |cadence| cadence.hand_in);
    if days > 0 {
        out.put("报送时限", format!("期满后{days}个工作日内"));
    }
}

fn coverage(coverage: &Coverage, out: &mut Pairs<'_, '_>) {
    if let Some(count) = &coverage.headcount {
        match (count.exactly, count.at_least) {
            (Some(exactly), _) => out.put("人数", format!("{exactly}人")),
            (None, Some(least)) => out.put("人数", format!("至少{least}人")),
            (None, None) => {}
        }
    }
    if let Some(requires) = &coverage.requires {
        requirement(requires, out);
    }
    out.put("覆盖目标", coverage.target.to_string());
}

fn scorecard(card: &Scorecard, out: &mut Pairs<'_, '_>) {
    for section in &card.sections {
        out.put(&section.name, format!("满分{}", section.max));
    }
    for grade in &card.grades {
        out.put(&grade.name, format!("{}分以上", grade.at_least));
    }
}

fn incident(content: &File, id: &str, out: &mut Pairs<'_, '_>) {
    let mut kinds = content.incidents.iter();
    let of = kinds.find_map(|kind| {
        let response = kind
            .respond
            .iter()
            .find(|response| response.id.name == id)?;
        Some((kind, response))
    });
    let Some((kind, response)) = of else { return };
    out.put("案事件", kind.name.clone());
    match response.informs {
        Some(Informed::AllNeighbours) => out.put("通知范围", "全部相邻对象"),
        Some(Informed::AnyNeighbour) => out.put("通知范围", "任一相邻对象"),
        None => {}
    }
}

fn indicator(content: &File, id: &str, out: &mut Pairs<'_, '_>) {
    let Some(indicator) = content.indicators.iter().find(|i| i.id.name == id) else {
        return;
    };
    let better = match indicator.direction {
        Direction::Up => "上升为好",
        Direction::Down => "下降为好",
    };
    out.put("好的方向", better);
    if let Some(target) = indicator.target.get() {
        let unit = indicator.unit.as_deref().unwrap_or_default();
        out.put("目标", format!("{target}{unit}"));
    }
}

fn task(task: &luoshi_plan::model::Task, out: &mut Pairs<'_, '_>) {
    let after: Vec<String> = task.after.iter().map(|t| out.files.duty(&t.name)).collect();
    out.put("前置任务", after.join("、"));
    out.put("成果", task.deliverable.clone().unwrap_or_default());
}

fn document(document: &luoshi_plan::model::Document, out: &mut Pairs<'_, '_>) {
    out.actors("报送", &document.addressees);
    if let Some(requires) = &document.requires {
        requirement(requires, out);
    }
    hand_in(document.cadence.get(), out);
}

fn roster(roster: &Roster, out: &mut Pairs<'_, '_>) {
    out.units("抽调单位", &roster.pool);
    out.put("每班人数", format!("至少{}人", roster.crew));
    out.units("骨干单位", &roster.led_by);
    if let Some(share) = roster.led_share {
        out.put("骨干比例", format!("不少于{share}"));
    }
    out.words("每班应做", &roster.produces);
    if roster.defective == BelowQuorum::Noted {
        out.put("缺项", "计入并注明");
    }
    if let Some(rule) = &roster.absence {
        absence(rule, out);
    }
}

fn absence(rule: &Absence, out: &mut Pairs<'_, '_>) {
    if let Some(deduct) = rule.deduct {
        out.put("无故缺勤", format!("每次拟扣{deduct}元"));
    }
    if let Some(times) = rule.fail_after_consecutive {
        let grade = rule.grade.as_ref();
        let grade = grade.map_or(String::new(), |g| format!("，年终考核拟定{g}"));
        out.put("连续缺勤", format!("连续{times}次无故缺勤{grade}"));
    }
    if let Some(decider) = &rule.decided_by {
        out.decider(decider);
    }
}

fn reward(reward: &Reward, out: &mut Pairs<'_, '_>) {
    if let Some(range) = &reward.amount {
        out.put("金额", format!("{}元至{}元", range.min, range.max));
    }
    out.words("必备条件", &reward.grounds_all);
    out.words("任一条件", &reward.grounds_any);
}

fn veto(veto: &Veto, out: &mut Pairs<'_, '_>) {
    out.put("依据", veto.basis.clone().unwrap_or_default());
    out.decider(&veto.decided_by);
    out.words("拟取消资格", &veto.effect.ineligible);
}

fn ladder(ladder: &Ladder, out: &mut Pairs<'_, '_>) {
    for step in &ladder.steps {
        let window = wording::open_limit(&step.window);
        let text = format!("整改时限{window}，由{}决定", step.decided_by.name);
        out.put(&step.name, text);
    }
}
