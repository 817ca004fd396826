//! Made-up ledgers of a year: what honest offices write, attach and count, and what is copied afterwards.
//!
//! The model, in full. There are twelve villages. Each is visited twice a month, with a photograph of its own and a note
//! of three to five sentences; a sentence is one of sixteen, and names one person of 600 and one place of sixteen. Each
//! month has a meeting with minutes of four to six such sentences and a file. Each village reports a number every month:
//! any number from a least to a most with the same chance. Each village patrols once a week, with one of three short notes.

use luoshi_plugin_copied_records::{describe, judge};
use luoshi_plugin_interface::{Encoder, NO_NUMBER, NO_ROW};
use luoshi_plugin_sdk::{Finding, Input, ParameterKind, Setting, Value};

/// 2012-01-01.
pub(crate) const FIRST: i32 = 15_340;
/// 2012-12-31.
pub(crate) const LAST: i32 = 15_705;
const VILLAGES: u32 = 12;

/// How honest offices keep their records. Each has all that the model says, but for what is said here.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Habit {
    /// Reports from 0 to 60.
    Plain,
    /// Reports from 0 to 5.
    SmallFigures,
    /// Reports are the households of a village: one number, and one more or fewer in one month of six.
    Households,
    /// Reports are what the plan asks for, the same for all villages, from 2 to 8.
    Prescribed,
    /// Patrols have the month's sheet attached, one for each village.
    Sheets,
    /// Visits have a form for a note, filled in with four figures from 0 to 40.
    Forms,
    /// Patrols have a formula of 38 characters for a note, the same for all villages.
    Formula,
    /// Trainings of all villages on one day every other month, with one note and one file.
    Together,
}

/// Every habit.
pub(crate) const HABITS: [Habit; 8] = [
    Habit::Plain,
    Habit::SmallFigures,
    Habit::Households,
    Habit::Prescribed,
    Habit::Sheets,
    Habit::Forms,
    Habit::Formula,
    Habit::Together,
];

/// What is copied in a plain ledger.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Abuse {
    /// So many visits have the photograph of another visit.
    Photographs(i32),
    /// So many minutes are those of another month, with the date of their own.
    Minutes(i32),
    /// So many notes are those of another visit to the village, with another name in one sentence.
    Edited(i32),
    /// From July on, so many villages report what they did from January on.
    HalfYear(i32),
    /// One village reports in all months what another one does; figures are from 0 to this.
    Neighbour(i32),
}

/// A record.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    kind: &'static str,
    duty: &'static str,
    pub(crate) day: i32,
    subject: Option<u32>,
    quantity: Option<i64>,
    note: String,
    files: String,
}

/// Chance that can be repeated: `SplitMix64`.
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from the least to the most, both included.
    pub(crate) fn between(&mut self, least: i32, most: i32) -> i32 {
        let span = u64::from(most.abs_diff(least)) + 1;
        least + i32::try_from(self.next() % span).expect("within an i32")
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        let at = self.next() % all.len() as u64;
        all[usize::try_from(at).expect("an index")]
    }

    /// The sum of a file that nobody has seen before.
    fn file(&mut self) -> String {
        format!(
            "{:016x}{:016x}{:016x}{:016x}",
            self.next(),
            self.next(),
            self.next(),
            self.next()
        )
    }
}

/// An honest ledger.
pub(crate) fn honest(habit: Habit, seed: u64) -> Vec<Row> {
    let chance = &mut Chance(seed);
    let mut rows = plain(
        chance,
        if let Habit::SmallFigures = habit {
            5
        } else {
            60
        },
    );
    let prescribed: Vec<i64> = (0..12).map(|_| i64::from(chance.between(2, 8))).collect();
    let (mut households, mut sheets) = ([0i64; 12], Vec::new());
    households.fill_with(|| i64::from(chance.between(80, 400)));
    sheets.resize_with(144, || chance.file());
    for row in &mut rows {
        let village = row.subject.unwrap_or(0) as usize;
        let month = usize::try_from((row.day - FIRST) / 31).expect("of the year");
        match (habit, row.duty) {
            (Habit::Households, "report") => {
                households[village] += chance.of(&[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, 1]);
                row.quantity = Some(households[village] * 100);
            }
            (Habit::Prescribed, "report") => row.quantity = Some(prescribed[month] * 100),
            (Habit::Sheets, "patrol") => row.files = sheets[village * 12 + month].clone(),
            (Habit::Forms, "visit") => row.note = form(chance),
            (Habit::Formula, "patrol") => row.note = FORMULA.into(),
            _ => {}
        }
    }
    if let Habit::Together = habit {
        rows.extend((0..6).flat_map(|month| training(chance, FIRST + 14 + 61 * month)));
    }
    rows
}

/// A ledger with copies.
pub(crate) fn tampered(abuse: Abuse, seed: u64) -> Vec<Row> {
    let chance = &mut Chance(seed);
    let mut rows = plain(
        chance,
        if let Abuse::Neighbour(most) = abuse {
            most
        } else {
            60
        },
    );
    let visits = places(&rows, "visit");
    let minutes = places(&rows, "meeting");
    let reports = places(&rows, "report");
    match abuse {
        Abuse::Photographs(count) => (0..count).for_each(|_| {
            let (from, to) = pair(chance, &visits);
            rows[to].files = rows[from].files.clone();
        }),
        Abuse::Minutes(count) => (0..count).for_each(|_| {
            let (from, to) = pair(chance, &minutes);
            let words = rows[from]
                .note
                .split_once('：')
                .expect("a date first")
                .1
                .to_owned();
            rows[to].note = format!("{}：{words}", date(rows[to].day));
        }),
        Abuse::Edited(count) => (0..count).for_each(|_| {
            // The visits to a village stand twelve places apart.
            let at = usize::try_from(chance.between(0, 263)).expect("an index");
            let (from, to) = (visits[at], visits[at + 24]);
            rows[to].note = edited(chance, &rows[from].note);
        }),
        Abuse::HalfYear(villages) => (72..144).for_each(|at| {
            if rows[reports[at]].subject < Some(villages.unsigned_abs()) {
                rows[reports[at]].quantity = rows[reports[at - 72]].quantity;
            }
        }),
        Abuse::Neighbour(_) => (0..12).for_each(|month| {
            rows[reports[month * 12 + 5]].quantity = rows[reports[month * 12 + 2]].quantity;
        }),
    }
    rows
}

fn places(rows: &[Row], duty: &str) -> Vec<usize> {
    (0..rows.len())
        .filter(|at| rows[*at].duty == duty)
        .collect()
}

/// Two places, one some while before the other.
fn pair(chance: &mut Chance, places: &[usize]) -> (usize, usize) {
    let half = places.len() / 2;
    (chance.of(&places[..half]), chance.of(&places[half..]))
}

/// A ledger with everything that the model says, and reports from 0 to this.
fn plain(chance: &mut Chance, most: i32) -> Vec<Row> {
    let mut rows = Vec::new();
    for month in 0..12 {
        let begins = FIRST + 30 * month;
        for half in 0..2 {
            rows.extend((0..VILLAGES).map(|village| {
                let (day, note, files) = (
                    begins + 14 * half + chance.between(0, 12),
                    sentences(chance, 3, 5),
                    chance.file(),
                );
                Row {
                    note,
                    files,
                    ..row("visit", "visit", day, Some(village))
                }
            }));
        }
        rows.extend((0..VILLAGES).map(|village| {
            let quantity = Some(i64::from(chance.between(0, most)) * 100);
            Row {
                quantity,
                ..row("report", "report", begins + 28, Some(village))
            }
        }));
        let day = begins + chance.between(2, 25);
        let (note, files) = (
            format!("{}：{}", date(day), sentences(chance, 4, 6)),
            chance.file(),
        );
        rows.push(Row {
            note,
            files,
            ..row("meeting", "meeting", day, None)
        });
    }
    for week in 0..52 {
        rows.extend((0..VILLAGES).map(|village| {
            let note = chance
                .of(&["无异常", "巡逻正常，未发现情况", "雨天，缩短路线"])
                .to_owned();
            let day = FIRST + 7 * week + chance.between(0, 6);
            Row {
                note,
                quantity: Some(400),
                ..row("shift", "patrol", day, Some(village))
            }
        }));
    }
    rows
}

fn row(kind: &'static str, duty: &'static str, day: i32, subject: Option<u32>) -> Row {
    Row {
        kind,
        duty,
        day,
        subject,
        quantity: None,
        note: String::new(),
        files: String::new(),
    }
}

fn training(chance: &mut Chance, day: i32) -> Vec<Row> {
    let (note, files) = (sentences(chance, 3, 5), chance.file());
    let of = |village| Row {
        note: note.clone(),
        files: files.clone(),
        ..row("training", "training", day, Some(village))
    };
    (0..VILLAGES).map(of).collect()
}

/// A date as clerks write it: nobody looks whether it is the right one.
fn date(day: i32) -> String {
    format!(
        "2012年{}月{}日",
        (day - FIRST) / 31 + 1,
        (day - FIRST) % 30 + 1
    )
}

const FORMULA: &str =
    "按照方案要求组织人员开展夜间治安巡逻，重点部位全部巡到，没有发现可疑人员和车辆。";

fn form(chance: &mut Chance) -> String {
    let mut figure = || chance.between(0, 40);
    format!(
        "本次走访农户{}户，收集意见建议{}条，现场答复{}条，发放宣传资料{}份，没有发现重大矛盾纠纷和安全隐患。",
        figure(),
        figure(),
        figure(),
        figure(),
    )
}

const SENTENCES: [&str; 16] = [
    "走访了P家，说起Q那边修路占地的事，答应下次带图纸来",
    "P反映Q的路灯坏了两盏，已经告诉供电所",
    "到Q看了P家的养殖场，牛棚的锁换了新的",
    "P和邻居因为Q的水沟起争执，当场说和了",
    "P外出打工回来，登记了住处，在Q租房",
    "在Q碰到P，提醒他家的摩托车要上锁",
    "P家老人独住Q，约好由组长每天去看一次",
    "研究了Q集市的秩序，由P负责联系工商所",
    "P汇报了Q一带的巡逻情况，上月丢的羊找到了",
    "决定把Q的岗亭往路口移，由P去办",
    "P提出Q学校门口放学时车多，请派出所派人",
    "查了Q的废品收购点，P的登记簿缺了几页，限期补上",
    "P家的林权证和Q的界桩对不上，报林业站核查",
    "给Q的几户发了告知书，P不识字，念给他听了",
    "P的儿子解除矫正，在Q找到了活干",
    "汛期将到，P带人看了Q的危房，两户先搬出来",
];
const SURNAMES: [char; 30] = [
    '王', '李', '张', '刘', '陈', '杨', '黄', '赵', '吴', '周', '徐', '孙', '马', '朱', '胡', '郭',
    '何', '林', '高', '罗', '郑', '梁', '谢', '宋', '唐', '许', '韩', '冯', '邓', '曹',
];
const NAMES: [&str; 20] = [
    "国强", "秀英", "建军", "玉兰", "志明", "桂花", "文华", "小平", "德福", "春生", "海燕", "永贵",
    "大勇", "金凤", "长江", "庆丰", "守义", "月娥", "家旺", "天佑",
];
const PLACES: [&str; 16] = [
    "上寨",
    "下寨",
    "河边组",
    "大坪",
    "石桥",
    "坝心",
    "新塘",
    "松林",
    "老鹰岩",
    "龙潭",
    "双井",
    "长坡",
    "街上",
    "水库",
    "砖厂",
    "后山",
];

fn person(chance: &mut Chance) -> String {
    format!("{}{}", chance.of(&SURNAMES), chance.of(&NAMES))
}

fn sentences(chance: &mut Chance, least: i32, most: i32) -> String {
    let count = chance.between(least, most);
    let sentence = |_| {
        let template = chance.of(&SENTENCES);
        template
            .replace('P', &person(chance))
            .replace('Q', chance.of(&PLACES))
    };
    (0..count).map(sentence).collect::<Vec<String>>().join("；")
}

fn edited(chance: &mut Chance, note: &str) -> String {
    let (first, rest) = note.split_once('；').expect("several sentences");
    let cut: String = first.chars().skip(2).collect();
    format!("{}{cut}；{rest}", chance.of(&SURNAMES))
}

/// What the rule says of a ledger, with the default parameters.
pub(crate) fn finding(rows: &[Row]) -> Finding {
    let mut sorted = rows.to_vec();
    sorted.sort_by_key(|row| row.day);
    finding_in_order(&sorted)
}

/// The same, with the records in the order given.
pub(crate) fn finding_in_order(rows: &[Row]) -> Finding {
    let description = describe();
    let values = description
        .parameters
        .iter()
        .map(|parameter| match &parameter.kind {
            ParameterKind::Whole(bounds) => Value::Whole(bounds.default),
            other => panic!("no such parameter yet: {other:?}"),
        });
    let setting = Setting {
        as_of: LAST,
        first: FIRST,
        last: LAST,
        values: values.collect(),
    };
    let mut input = Input::new(&description, setting).expect("tables exist");
    input.add(1, &packed(rows)).expect("records are read");
    judge(&input).expect("the rule judges").remove(0)
}

/// The records as a batch, with the columns in the order of the description.
fn packed(rows: &[Row]) -> Vec<u8> {
    let mut texts: Vec<&str> = Vec::new();
    let mut codes: std::collections::BTreeMap<&str, u32> = std::collections::BTreeMap::new();
    codes.insert("", 0);
    let mut code = |text| {
        let next = u32::try_from(codes.len()).expect("few texts");
        *codes.entry(text).or_insert_with(|| {
            texts.push(text);
            next
        })
    };
    let mut column =
        |of: fn(&Row) -> &str| rows.iter().map(|row| code(of(row))).collect::<Vec<u32>>();
    let (kinds, duties) = (column(|row| row.kind), column(|row| row.duty));
    let (notes, files) = (column(|row| &row.note), column(|row| &row.files));
    let mut encoder = Encoder::default();
    encoder.start(8);
    encoder.codes(kinds.into_iter());
    encoder.codes(duties.into_iter());
    encoder.days(rows.iter().map(|row| row.day));
    encoder.codes(rows.iter().map(|row| row.subject.unwrap_or(NO_ROW)));
    encoder.codes(rows.iter().map(|_| 0));
    encoder.codes(notes.into_iter());
    encoder.codes(files.into_iter());
    encoder.numbers(rows.iter().map(|row| row.quantity.unwrap_or(NO_NUMBER)));
    encoder
        .finish(rows.len(), 1, texts.iter().copied())
        .to_vec()
}
