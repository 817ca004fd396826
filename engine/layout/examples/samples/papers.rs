//! Papers of every form, with every element that the layout knows.

use jiff::civil::date;
use luoshi_layout::{
    Attachment, Attendance, Block, Cell, Column, ColumnStand, Document, Event, Field, Head,
    Imprint, Inline, Mark, Signature, SignatureDate, Stand, Table,
};
use luoshi_plan::model::{DocumentForm, DocumentKind};

/// All papers, by the name of their files.
pub(crate) fn papers() -> Vec<(&'static str, Document)> {
    vec![
        ("official", official()),
        ("preprinted", preprinted()),
        ("upward", upward()),
        ("letter", letter()),
        ("minutes", minutes()),
        ("working", working()),
        ("joint", joint()),
        ("grid", grid()),
    ]
}

fn filled(text: &str) -> Field {
    Field::Filled(text.to_owned())
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph {
        stand: Stand::Body,
        text: vec![Inline::plain(text)],
    }
}

fn heading(level: u8, label: &str, text: &str) -> Block {
    Block::Heading {
        level,
        label: label.to_owned(),
        text: vec![Inline::plain(text)],
    }
}

fn signature(body: &str, sealed: bool) -> Signature {
    Signature {
        bodies: vec![body.to_owned()],
        date: SignatureDate::Day(date(2026, 3, 5)),
        sealed,
    }
}

fn imprint() -> Imprint {
    Imprint {
        copies: [
            "县委政法委",
            "县政府办公室",
            "县公安局",
            "县司法局",
            "县信访局",
            "镇党委各委员",
            "镇人大主席团",
        ]
        .map(str::to_owned)
        .to_vec(),
        printed_by: "坪塘镇党政综合办公室".to_owned(),
        printed_on: SignatureDate::Day(date(2026, 3, 6)),
    }
}

/// A paper without anything.
fn empty(form: DocumentForm, kind: DocumentKind, title: &str) -> Document {
    Document {
        form,
        kind,
        head: Head::default(),
        title: vec![title.to_owned()],
        addressees: Vec::new(),
        body: Vec::new(),
        attachments: Vec::new(),
        signature: None,
        note: None,
        attendance: Attendance::default(),
        imprint: None,
        landscape: false,
        events: Vec::new(),
    }
}

fn body() -> Vec<Block> {
    vec![
        paragraph(
            "为贯彻落实县委、县政府关于社会治安综合治理工作的部署，进一步压实“包村、包组、包户”责任，现将《坪塘镇社会治安综合治理工作实施方案》印发给你们，请结合实际认真抓好落实——不得走过场……",
        ),
        heading(1, "一、", "组织领导"),
        paragraph("镇社会治安综合治理委员会每月召开1次例会，村（社区）每半月召开1次分析会。"),
        heading(2, "（一）", "镇级责任"),
        paragraph(
            "镇长为第一责任人，分管副镇长为直接责任人，网格员每日巡查2次并登记台账，逾期未办结的事项由督查办挂牌督办、限期整改。",
        ),
        heading(3, "1.", "巡逻值守"),
        paragraph("巡逻队员无故缺勤一次扣发补助20元，连续缺勤3次的按未落实处理。"),
        heading(4, "（1）", "夜间巡逻"),
        Block::Paragraph {
            stand: Stand::Body,
            text: vec![
                Inline::plain("巡逻路线由派出所确定，"),
                Inline {
                    text: "不得擅自更改".to_owned(),
                    mark: Mark::Strong,
                },
                Inline::plain("；值守电话"),
                Inline {
                    text: "【待补：值守电话】".to_owned(),
                    mark: Mark::Open,
                },
                Inline::plain("。"),
            ],
        },
    ]
}

fn table(rows: usize) -> Table {
    let column = |stand, share| Column { stand, share };
    let cell = |text: String| Cell {
        text: vec![Inline::plain(text)],
        span: 1,
    };
    let head = ["序号", "任务", "责任单位", "时限"].map(|t| cell(t.to_owned()));
    let mut all = vec![head.to_vec()];
    for row in 1..=rows {
        all.push(
            [
                row.to_string(),
                "排查矛盾纠纷，建立台账，逐件明确责任人和化解时限，办结后由包村干部签字销号"
                    .to_owned(),
                "各村（社区）、派出所、司法所".to_owned(),
                "每月25日前".to_owned(),
            ]
            .map(cell)
            .to_vec(),
        );
    }
    all.push(vec![
        Cell {
            text: vec![Inline::plain("合计")],
            span: 3,
        },
        cell(format!("{rows}项")),
    ]);
    Table {
        caption: Some("重点任务分工表".to_owned()),
        columns: vec![
            column(ColumnStand::Centre, Some(1)),
            column(ColumnStand::Left, Some(5)),
            column(ColumnStand::Left, Some(3)),
            column(ColumnStand::Centre, Some(2)),
        ],
        head_rows: 1,
        rows: all,
    }
}

fn attachments() -> Vec<Attachment> {
    vec![
        Attachment {
            title: "坪塘镇社会治安综合治理工作领导小组成员名单及各成员单位职责分工".to_owned(),
            body: vec![
                paragraph("组长由镇党委书记担任。"),
                heading(1, "一、", "成员单位"),
                paragraph("派出所、司法所、综治办。"),
            ],
            landscape: false,
        },
        Attachment {
            title: "重点任务分工表".to_owned(),
            body: vec![Block::Table(table(24))],
            landscape: true,
        },
    ]
}

fn official() -> Document {
    Document {
        head: Head {
            masthead: "坪塘镇人民政府文件".to_owned(),
            number: Some(filled("坪政发〔2026〕12号")),
            urgency: Some("特急".to_owned()),
            ..Head::default()
        },
        addressees: vec!["各村（社区）".to_owned(), "镇直各单位".to_owned()],
        body: body(),
        attachments: attachments(),
        signature: Some(signature("坪塘镇人民政府", true)),
        note: Some("此件公开发布".to_owned()),
        imprint: Some(imprint()),
        events: vec![Event {
            id: "meeting.2026-03".to_owned(),
            summary: "综治例会".to_owned(),
            date: date(2026, 3, 12),
            time: Some(9 * 60 + 30),
            place: Some("镇政府三楼会议室".to_owned()),
        }],
        ..empty(
            DocumentForm::Official,
            DocumentKind::Notice,
            "坪塘镇人民政府关于印发《坪塘镇社会治安综合治理工作实施方案》的通知",
        )
    }
}

fn preprinted() -> Document {
    let mut paper = official();
    paper.head.preprinted = true;
    paper.head.number = Some(Field::Open("发文字号".to_owned()));
    paper.attachments.truncate(1);
    paper.signature = Some(Signature {
        date: SignatureDate::Open,
        ..signature("坪塘镇人民政府", false)
    });
    paper
}

fn upward() -> Document {
    Document {
        head: Head {
            masthead: "中共坪塘镇委员会文件".to_owned(),
            number: Some(filled("坪委发〔2026〕3号")),
            signatories: ["张某某", "李某", "王某某"].map(filled).to_vec(),
            ..Head::default()
        },
        addressees: vec!["县委、县政府".to_owned()],
        body: vec![
            paragraph("现将一季度社会治安综合治理工作情况报告如下。"),
            Block::Table(table(3)),
            paragraph("特此报告。"),
        ],
        signature: Some(signature("坪塘镇社会治安综合治理委员会", false)),
        imprint: Some(imprint()),
        ..empty(
            DocumentForm::Official,
            DocumentKind::Report,
            "坪塘镇关于一季度社会治安综合治理工作情况的报告",
        )
    }
}

fn letter() -> Document {
    let mut long = body();
    long.extend(body());
    long.extend(body());
    Document {
        head: Head {
            masthead: "坪塘镇人民政府".to_owned(),
            number: Some(filled("坪政函〔2026〕7号")),
            urgency: Some("加急".to_owned()),
            ..Head::default()
        },
        addressees: vec!["县公安局".to_owned()],
        body: long,
        signature: Some(signature("坪塘镇人民政府", true)),
        imprint: Some(imprint()),
        ..empty(
            DocumentForm::Letter,
            DocumentKind::Letter,
            "坪塘镇人民政府关于商请支持夜间巡逻工作的函",
        )
    }
}

fn minutes() -> Document {
    let names = |units: &[&str]| units.iter().map(|u| (*u).to_owned()).collect();
    Document {
        head: Head {
            masthead: "坪塘镇综治例会纪要".to_owned(),
            number: Some(filled("〔2026〕2号")),
            ..Head::default()
        },
        body: body(),
        attendance: Attendance {
            present: names(&[
                "镇党委　张某某",
                "镇政府　李某",
                "派出所　王某某",
                "司法所　赵某",
                "综治办　钱某某",
            ]),
            excused: names(&["信访办　孙某"]),
            observing: names(&["平安村　周某", "东风村　吴某某"]),
        },
        imprint: Some(imprint()),
        ..empty(
            DocumentForm::Minutes,
            DocumentKind::Minutes,
            "三月份综治工作例会纪要",
        )
    }
}

fn working() -> Document {
    Document {
        body: vec![Block::Table(table(30))],
        landscape: true,
        ..empty(
            DocumentForm::Working,
            DocumentKind::WorkingPaper,
            "三月份夜间巡逻排班表",
        )
    }
}

fn joint() -> Document {
    let mut paper = official();
    paper.head.urgency = None;
    paper.head.masthead = "中共坪塘镇委员会坪塘镇人民政府文件".to_owned();
    paper.attachments.clear();
    paper.signature = Some(Signature {
        bodies: vec!["中共坪塘镇委员会".to_owned(), "坪塘镇人民政府".to_owned()],
        ..signature("", true)
    });
    paper
}

/// Nothing but characters, to count lines and characters with.
fn grid() -> Document {
    let text: String = "国".repeat(28 * 50 - 2);
    let mut paper = empty(DocumentForm::Working, DocumentKind::WorkingPaper, "");
    paper.title.clear();
    paper.body = vec![paragraph(&text)];
    paper
}
