//! Papers to write, one of each form.

use jiff::civil::date;
use luoshi_layout::{
    Attachment, Attendance, Block, Cell, Column, ColumnStand, Document, Field, Head, Imprint,
    Inline, Mark, Signature, SignatureDate, Stand, Table,
};
use luoshi_plan::model::{DocumentForm, DocumentKind};

/// A meeting notice.
pub(crate) fn notice() -> Document {
    Document {
        form: DocumentForm::Official,
        kind: DocumentKind::Notice,
        head: Head {
            masthead: "坪塘镇人民政府文件".to_owned(),
            number: Some(Field::Filled("坪政发〔2012〕15号".to_owned())),
            ..Head::default()
        },
        title: vec!["坪塘镇人民政府关于召开第二季度社会治安防控工作会议的通知".to_owned()],
        addressees: strings(&["各村（居）民委员会", "镇直各单位"]),
        body: vec![
            body(
                "为总结上半年社会治安防控工作，部署下一阶段任务，经研究，决定召开第二季度社会治安防控工作会议。现将有关事项通知如下：",
            ),
            heading(1, "一、", "会议时间"),
            body("2012年6月20日（星期三）上午9时，会期半天。"),
            heading(1, "二、", "会议地点"),
            body("镇政府三楼会议室。"),
            heading(1, "三、", "参会人员"),
            body("各村（居）治保主任，派出所、司法所、综治办全体人员。"),
        ],
        signature: Some(Signature {
            bodies: strings(&["坪塘镇人民政府"]),
            date: SignatureDate::Day(date(2012, 6, 12)),
            sealed: true,
        }),
        note: Some("此件公开发布".to_owned()),
        imprint: Some(imprint()),
        ..blank(DocumentForm::Official)
    }
}

/// A meeting notice of one page, for the benchmark.
#[allow(dead_code, reason = "the benchmark uses it")]
pub(crate) fn short_notice() -> Document {
    Document {
        title: vec!["关于召开治安防控工作会议的通知".to_owned()],
        body: vec![body("定于6月20日上午9时在镇政府三楼开会，请准时参加。")],
        note: None,
        imprint: None,
        ..notice()
    }
}

/// A page filled from edge to edge with characters that are counted.
pub(crate) fn grid(lines: usize) -> Document {
    let digits: Vec<char> = "一二三四五六七八九十".chars().collect();
    let text: String = (0..lines * 28).map(|at| digits[at % 10]).collect();
    Document {
        body: vec![Block::Paragraph {
            stand: Stand::Flush,
            text: vec![Inline::plain(text)],
        }],
        ..blank(DocumentForm::Working)
    }
}

/// A report to a higher body, with signatories, urgency and what is still open.
pub(crate) fn report() -> Document {
    Document {
        kind: DocumentKind::Report,
        head: Head {
            masthead: "坪塘镇人民政府文件".to_owned(),
            number: Some(Field::Open("发文字号".to_owned())),
            signatories: vec![
                Field::Filled("张建国".to_owned()),
                Field::Filled("李秀英".to_owned()),
                Field::Open("签发人".to_owned()),
            ],
            urgency: Some("特急".to_owned()),
            ..Head::default()
        },
        title: vec!["坪塘镇人民政府关于2012年上半年社会治安防控工作情况的报告".to_owned()],
        addressees: strings(&["县人民政府"]),
        body: vec![
            heading(1, "一、", "主要工作"),
            heading(2, "（一）", "巡逻防范"),
            heading(3, "1.", "夜间巡逻"),
            heading(4, "（1）", "班次安排"),
            Block::Paragraph {
                stand: Stand::Body,
                text: vec![
                    Inline::plain("全镇组织巡逻"),
                    Inline {
                        text: "1 240人次".to_owned(),
                        mark: Mark::Strong,
                    },
                    Inline::plain("，其中“红袖章”队伍——由党员、民兵组成……共"),
                    Inline {
                        text: "【待补：人数】".to_owned(),
                        mark: Mark::Open,
                    },
                    Inline::plain("人。“两抢一盗”同比下降12.5%，GPS定位38处。"),
                ],
            },
            body("特此报告。"),
        ],
        attachments: vec![
            Attachment {
                title: "巡逻安排表".to_owned(),
                body: vec![Block::Table(duties(30))],
                landscape: false,
            },
            Attachment {
                title: "2012年上半年全镇各村（居）社会治安防控重点部位巡逻情况统计表及有关说明"
                    .to_owned(),
                body: vec![Block::Table(duties(40))],
                landscape: true,
            },
        ],
        signature: Some(Signature {
            bodies: strings(&["坪塘镇人民政府"]),
            date: SignatureDate::Open,
            sealed: false,
        }),
        note: Some("联系人：王某；电话：见通讯录".to_owned()),
        imprint: Some(imprint()),
        ..blank(DocumentForm::Official)
    }
}

/// A letter of two pages.
pub(crate) fn letter() -> Document {
    Document {
        kind: DocumentKind::Letter,
        head: Head {
            masthead: "坪塘镇人民政府".to_owned(),
            number: Some(Field::Filled("坪政函〔2012〕8号".to_owned())),
            urgency: Some("加急".to_owned()),
            ..Head::default()
        },
        title: vec!["坪塘镇人民政府关于商请支持村级监控设备安装的函".to_owned()],
        addressees: strings(&["县公安局"]),
        body: (0..12)
            .map(|_| body("为做好重点路段的防范工作，我镇拟在东风村、红旗村等处安装监控设备，商请贵局在选点、布线和联网方面给予技术支持，有关费用由我镇承担。"))
            .collect(),
        signature: Some(Signature {
            bodies: strings(&["坪塘镇人民政府"]),
            date: SignatureDate::Day(date(2012, 7, 2)),
            sealed: true,
        }),
        imprint: Some(imprint()),
        ..blank(DocumentForm::Letter)
    }
}

/// Minutes of a meeting.
pub(crate) fn minutes() -> Document {
    Document {
        kind: DocumentKind::Minutes,
        head: Head {
            masthead: "坪塘镇综治工作例会纪要".to_owned(),
            number: Some(Field::Filled("第6期".to_owned())),
            ..Head::default()
        },
        title: vec!["研究夏季治安防控工作".to_owned()],
        body: vec![
            body("6月20日，镇综治办召开工作例会，研究夏季治安防控工作。现纪要如下："),
            body("会议决定，自7月1日起增加夜间巡逻班次。"),
        ],
        attendance: Attendance {
            present: strings(&[
                "镇政府张建国",
                "派出所李秀英",
                "司法所王志强",
                "东风村赵德明",
                "红旗村钱卫东",
            ]),
            excused: strings(&["前进村孙立新"]),
            observing: strings(&["镇中心学校周敏"]),
        },
        imprint: Some(imprint()),
        ..blank(DocumentForm::Minutes)
    }
}

/// A list for daily work.
pub(crate) fn working() -> Document {
    Document {
        title: vec!["夜间巡逻签到表".to_owned()],
        body: vec![Block::Table(duties(60))],
        ..blank(DocumentForm::Working)
    }
}

/// A table of this many rows below its head.
pub(crate) fn duties(rows: usize) -> Table {
    let cell = |text: String| Cell {
        text: vec![Inline::plain(text)],
        span: 1,
    };
    let mut all = vec![
        ["序号", "村（居）", "任务", "责任人", "完成时限"]
            .map(|head| cell(head.to_owned()))
            .to_vec(),
    ];
    for row in 1..=rows {
        all.push(vec![
            cell(row.to_string()),
            cell("东风村".to_owned()),
            cell("检查山塘、水库和校园周边，登记外来人员，发现问题当日报告镇综治办".to_owned()),
            cell("治保主任".to_owned()),
            cell("6月30日".to_owned()),
        ]);
    }
    all.push(vec![
        Cell {
            text: vec![Inline::plain("合计")],
            span: 2,
        },
        Cell {
            text: vec![Inline::plain(rows.to_string())],
            span: 3,
        },
    ]);
    let column = |stand| Column { stand, share: None };
    Table {
        caption: Some("巡逻安排".to_owned()),
        columns: vec![
            column(ColumnStand::Centre),
            column(ColumnStand::Centre),
            column(ColumnStand::Left),
            column(ColumnStand::Centre),
            column(ColumnStand::Right),
        ],
        head_rows: 1,
        rows: all,
    }
}

/// A paper that says nothing.
pub(crate) fn blank(form: DocumentForm) -> Document {
    Document {
        form,
        kind: DocumentKind::WorkingPaper,
        head: Head::default(),
        title: Vec::new(),
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

/// A paragraph of body text.
pub(crate) fn body(text: &str) -> Block {
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

fn imprint() -> Imprint {
    Imprint {
        copies: strings(&[
            "县委政法委",
            "县综治办",
            "县公安局",
            "镇党委各委员，镇人大主席团",
            "镇人武部",
            "镇中心学校",
        ]),
        printed_by: "坪塘镇党政综合办公室".to_owned(),
        printed_on: SignatureDate::Day(date(2012, 6, 12)),
    }
}

fn strings(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}
