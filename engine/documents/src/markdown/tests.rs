use luoshi_diagnostics::{Lang, Messages};
use luoshi_layout::{Block, ColumnStand, Inline, Mark, Stand, Table, text_of};
use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq};
use proptest::{collection::vec, proptest, sample::select};
use tera::{Context, Tera};

use super::{Fault, FaultWhy, Written, blocks};
use crate::bounds::{Limits, guard, render};
use crate::filters::register;

/// Blocks as text, one a line: what is strong in «», what is open in ‹›.
fn shown(written: &Written) -> Vec<String> {
    let mut lines: Vec<String> = written.body.iter().flat_map(block).collect();
    for attachment in &written.attachments {
        let turned = if attachment.landscape { "横" } else { "" };
        lines.push(format!("附件{turned} {}", attachment.title));
        lines.extend(attachment.body.iter().flat_map(block));
    }
    lines
}

fn block(block: &Block) -> Vec<String> {
    match block {
        Block::Heading { level, label, text } => vec![format!("h{level} {label}{}", words(text))],
        Block::Paragraph { stand, text } => {
            let mark = if *stand == Stand::Flush { "> " } else { "" };
            vec![format!("{mark}{}", words(text))]
        }
        Block::Table(table) => rows(table),
        Block::Blank => vec!["空".to_owned()],
        Block::PageBreak => vec!["分页".to_owned()],
    }
}

fn rows(table: &Table) -> Vec<String> {
    let columns = table.columns.iter().map(|column| match column.stand {
        ColumnStand::Left => '左',
        ColumnStand::Centre => '中',
        ColumnStand::Right => '右',
    });
    let columns: String = columns.collect();
    let caption = table.caption.as_deref().unwrap_or_default();
    let mut lines = vec![format!("表 {caption} {columns}{}", table.head_rows)];
    for row in &table.rows {
        let cells: Vec<String> = row.iter().map(|cell| words(&cell.text)).collect();
        lines.push(format!("| {} |", cells.join(" | ").replace('\n', "/")));
    }
    lines
}

fn words(text: &[Inline]) -> String {
    text.iter()
        .map(|inline| match inline.mark {
            Mark::Plain => inline.text.clone(),
            Mark::Strong => format!("«{}»", inline.text),
            Mark::Open => format!("‹{}›", inline.text),
        })
        .collect()
}

#[track_caller]
fn check(text: &str, lines: &[&str]) {
    let written = blocks(text).unwrap_or_else(|faults| panic!("{text}\n{faults:?}"));
    assert_eq!(shown(&written), lines, "{text}");
}

#[test]
fn headings_are_numbered() {
    check(
        "# 总则\n## 目的\n## 范围\n### 一项\n#### 一目\n#### 二目\n# 附则 {-}\n## 解释\n# 施行",
        &[
            "h1 一、总则",
            "h2 （一）目的",
            "h2 （二）范围",
            "h3 1.一项",
            "h4 （1）一目",
            "h4 （2）二目",
            "h1 附则",
            "h2 （一）解释",
            "h1 二、施行",
        ],
    );
}

#[test]
fn paragraphs() {
    check(
        "各村要\n高度重视，按照 GB\nT 9704\n执行。",
        &["各村要高度重视，按照 GB T 9704执行。"],
    );
    check("甲  \n乙\\\n丙", &["甲", "乙", "丙"]);
    check(
        "　　甲\n\n〔空行〕\n\n---\n\n> 坪政发：\n> 乙",
        &["甲", "空", "分页", "> 坪政发：乙"],
    );
}

/// Stars switch beside any sign; the parser's own pairing would set off the wrong words.
#[test]
fn strong_text() {
    check(
        "**一是加强领导。**各村**二是落实责任。**各组",
        &["«一是加强领导。»各村«二是落实责任。»各组"],
    );
    check("甲**乙**丙，**（一）**丁", &["甲«乙»丙，«（一）»丁"]);
    check("2\\*3\\*\\*4 * 5", &["2*3**4 * 5"]);
}

#[test]
fn open_parts() {
    check(
        "# 【待补：题】\n请于【待补：时间】【待补：地点】报。",
        &[
            "h1 一、‹【待补：题】›",
            "请于‹【待补：时间】›‹【待补：地点】›报。",
        ],
    );
    check("**甲【待补：乙\n丙】丁**", &["«甲»‹【待补：乙丙】›«丁»"]);
    check("【待补】", &["【待补】"]);
}

#[test]
fn lists() {
    check(
        "1. 甲\n2. 乙\n   1. 丙\n   2. 丁\n3. 戊",
        &["1.甲", "2.乙", "（1）丙", "（2）丁", "3.戊"],
    );
    check("- 甲\n- **乙**\n\n  丙", &["甲", "«乙»", "丙"]);
    check(
        "3. 甲\n\n   乙\n\n4. 丙\n\n> 1. 丁",
        &["3.甲", "乙", "4.丙", "> 1.丁"],
    );
}

#[test]
fn tables() {
    let text = "表：值守情况\n| 村 | 次数 | 备注 |\n|---|:-:|--:|\n| 甲村 | 3 | 【待补：备注】 |\n| 乙村 |\n| | 5 | 第一<br>**第二** |\n\n完。";
    check(
        text,
        &[
            "表 值守情况 左中右1",
            "| 村 | 次数 | 备注 |",
            "| 甲村 | 3 | ‹【待补：备注】› |",
            "| 乙村 |  |  |",
            "|  | 5 | 第一/«第二» |",
            "完。",
        ],
    );
    check(
        "表：空\n\n| | |\n|-|-|\n| 甲 | 乙\\|丙 |",
        &["表 空 左左0", "| 甲 | 乙|丙 |"],
    );
}

#[test]
fn attachments() {
    check(
        "# 甲\n正文。\n\n# 附件：名单（横排）\n# 乙\n丙\n\n# 附件：附表\n〔空行〕",
        &[
            "h1 一、甲",
            "正文。",
            "附件横 名单",
            "h1 一、乙",
            "丙",
            "附件 附表",
            "空",
        ],
    );
}

/// Each a text with the line and kind of its one fault.
#[test]
fn faults() {
    let faults = [
        ("甲\n![图](a.png)", 2, FaultWhy::Image),
        ("甲\n\n[乙](http://a)", 3, FaultWhy::Link),
        ("甲\n\n[注]: 乙", 3, FaultWhy::Link),
        ("甲\n\n<http://a.b>", 3, FaultWhy::Link),
        ("甲`乙`", 1, FaultWhy::Code),
        ("甲\n\n    乙\n    丙", 3, FaultWhy::Code),
        ("```\n甲\n```", 1, FaultWhy::Code),
        ("<div>\n甲\n</div>", 1, FaultWhy::Html),
        ("甲\n\n<!-- 乙 -->", 3, FaultWhy::Html),
        ("甲<br>乙", 1, FaultWhy::Html),
        ("| 甲<b> |\n|---|", 1, FaultWhy::Html),
        ("甲[^1]\n\n[^1]: 乙", 1, FaultWhy::Footnote),
        ("*甲*", 1, FaultWhy::Emphasis),
        ("__甲__", 1, FaultWhy::UnderlineStrong),
        ("~~甲~~", 1, FaultWhy::Strike),
        (
            "# 甲\n## 乙\n### 丙\n#### 丁\n##### 戊",
            5,
            FaultWhy::HeadingLevel,
        ),
        ("# 甲\n\n### 乙", 3, FaultWhy::SkippedLevel),
        ("## 甲", 1, FaultWhy::SkippedLevel),
        ("# ", 1, FaultWhy::EmptyHeading),
        ("甲\n---", 1, FaultWhy::UnderlinedHeading),
        ("甲\n\n乙**丙", 3, FaultWhy::UnclosedStrong),
        ("甲\n乙【待补：丙", 2, FaultWhy::UnclosedOpen),
        ("甲\n\n____", 3, FaultWhy::Rule),
        ("1. 甲\n\n   ---", 3, FaultWhy::Inside),
        ("> # 甲", 1, FaultWhy::Inside),
        ("1. 甲\n   1. 乙\n      1. 丙", 3, FaultWhy::DeepList),
        ("表：甲\n\n乙", 1, FaultWhy::LonelyCaption),
        ("表：甲", 1, FaultWhy::LonelyCaption),
        ("| 甲 | 乙 |\n|-|-|\n| 1 | 2 | 3 |", 3, FaultWhy::ExtraCells),
        ("甲\n\n# 附件：", 3, FaultWhy::UntitledAttachment),
    ];
    for (text, line, why) in faults {
        let found = blocks(text).unwrap_err();
        assert!(found.contains(&Fault { line, why }), "{text}: {found:?}");
        let others: Vec<_> = found.iter().filter(|fault| fault.why != why).collect();
        assert_eq!(others, [] as [&Fault; 0], "{text}");
    }
    let told: Vec<FaultWhy> = faults.iter().map(|(_, _, why)| *why).collect();
    for why in FaultWhy::ALL {
        assert!(told.contains(why), "{why:?} is tested");
        for lang in Lang::ALL {
            assert!(
                Messages::of(lang).find(why.key(), &Vec::new()).is_some(),
                "{why:?}"
            );
        }
    }
}

/// Places in a template where a value may stand, each with what surrounds it on paper.
const PLACES: &[(&str, &str)] = &[
    ("{{ v }}", "{}"),
    ("前{{ v }}后", "前{}后"),
    ("1{{ v }}", "1{}"),
    ("# {{ v }}字\n", "h1 一、{}字"),
    ("- {{ v }}字", "{}字"),
    ("> {{ v }}字", "> {}字"),
    ("**{{ v }}字**", "«{}字»"),
    ("{{ open(what=v) }}", "‹【待补：{}】›"),
    (
        "|{{ v }}字|\n|-|\n|{{ v | cell }}|",
        "表  左1\n| {}字 |\n| {} |",
    ),
];

/// What a value is on paper: itself, in one line.
fn plain(value: &str) -> String {
    let one_line = value.replace("\r\n", "\n");
    let signs = one_line.chars().filter_map(|sign| match sign {
        '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
        sign if sign.is_control() => None,
        sign => Some(sign),
    });
    signs.collect()
}

fn on_paper(template: &str, value: &str) -> Result<Vec<String>, String> {
    let limits = Limits::default();
    let mut tera = Tera::default();
    register(&mut tera);
    let guarded = guard(template, &limits).map_err(|refused| format!("{refused:?}"))?;
    tera.add_raw_template("t.md", &guarded.text)
        .map_err(|error| error.to_string())?;
    let mut context = Context::new();
    context.insert("v", value);
    let text = render(&tera, "t.md", &context, &limits).map_err(|fault| format!("{fault:?}"))?;
    let written = blocks(&text).map_err(|faults| format!("{text}: {faults:?}"))?;
    Ok(shown(&written))
}

/// Blanks at the ends of a text go, so a value that ends in them is compared without.
#[track_caller]
fn check_value(value: &str) -> Result<(), proptest::test_runner::TestCaseError> {
    for (template, around) in PLACES {
        let expected = around.replace("{}", &plain(value));
        let squeeze = |lines: &[String]| -> Vec<String> {
            let bare = |line: &String| line.split([' ', '\u{3000}', '/']).collect::<String>();
            lines
                .iter()
                .map(bare)
                .filter(|line| !line.is_empty())
                .collect()
        };
        let given = on_paper(template, value);
        let expected: Vec<String> = expected.lines().map(str::to_owned).collect();
        prop_assert_eq!(
            given.as_deref().map(squeeze),
            Ok(squeeze(&expected)),
            "{} of {:?}",
            template,
            value
        );
    }
    Ok(())
}

#[test]
fn values_never_become_markup() {
    let hostile = [
        "# 一级标题",
        "| a | b |",
        "<!-- 注 -->",
        "<br>",
        "【待补：甲】",
        "【待补：",
        "】",
        "**粗**",
        "- 项",
        "1. 项",
        "1) 项",
        "+ 项",
        "> 引",
        "---",
        "===",
        "***",
        "    代码",
        "\t代码",
        "`码`",
        "[链](http://a)",
        "![图](a)",
        "[注]: 文",
        "[^1]",
        "~~删~~",
        "&amp;",
        "&#42;",
        "http://a.b",
        "\\",
        "\\\\|",
        "甲\\",
        "表：甲",
        "附件：甲",
        "甲（横排）",
        "〔空行〕",
        "甲{-}",
        "甲\n\n# 乙",
        "甲\n---",
        "甲\n|-|",
        "{{ v }}",
        "{% raw %}",
        "甲  \n乙",
        ":-:",
        "\u{0}甲\u{7f}",
        "_a_ * b",
    ];
    for value in hostile {
        check_value(value).unwrap();
    }
}

/// Whether a block says something, and a table has all its cells.
fn is_whole(block: &Block) -> bool {
    match block {
        Block::Heading { text, .. } | Block::Paragraph { text, .. } => {
            text.iter().all(|inline| !inline.text.is_empty()) && !text.is_empty()
        }
        Block::Table(table) => table
            .rows
            .iter()
            .all(|row| row.len() == table.columns.len()),
        Block::Blank | Block::PageBreak => true,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn no_value_becomes_markup(parts in vec(select(&[
        "#", " ", "|", "-", "*", "**", "_", "`", "<", "!--", ">", "1.", "\n", "\r", "[", "]", "(", ")", "!", "&", "#35;", ";", "\\",
        "~", "=", ":", "+", "甲", "a", "【待补：", "】", "〔空行〕", "（横排）", "附件：", "表：", "{-}", "\u{3000}", "\t", "^", "$", "\"", "'",
    ][..]), 1..8)) {
        let value = parts.concat();
        // A value that is nothing but blanks leaves nothing to compare.
        if !plain(&value).trim().is_empty() {
            check_value(&value)?;
        }
    }

    #[test]
    fn every_text_gives_whole_blocks_or_faults_on_its_lines(parts in vec(select(&[
        "# ", "## ", "\n", "\n\n", "| a |", "|-|", "- ", "1. ", "> ", "**", "*", "【待补：", "】", "    ", "```", "<b>", "[^1]", "[a]: b", "---", "甲", "表：", "# 附件：", "\\", "&#12304;",
    ][..]), 0..30)) {
        let text = parts.concat();
        let ends = text.lines().count().max(1);
        match blocks(&text) {
            Err(faults) => prop_assert!(faults.iter().all(|fault| (1..=ends).contains(&fault.line))),
            Ok(written) => {
                let bodies = written.attachments.iter().map(|attachment| &attachment.body);
                let blocks = bodies.chain([&written.body]).flatten();
                prop_assert!(blocks.into_iter().all(is_whole));
            }
        }
    }
}

#[test]
fn breaks_alone_leave_room_in_a_cell() {
    let written = blocks("| 签名 | 意见 |\n|---|---|\n| <br> |  |\n").unwrap();
    let [Block::Table(table)] = written.body.as_slice() else {
        panic!("{:?}", written.body);
    };
    let cells: Vec<String> = table.rows[1]
        .iter()
        .map(|cell| text_of(&cell.text))
        .collect();
    assert_eq!(cells, ["\u{3000}\n\u{3000}", ""]);
}
