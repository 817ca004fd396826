//! What a font is used for, and which fonts may stand in for the official one.

use luoshi_layout::Fonts as Names;

/// What a font is used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// 仿宋: the body.
    Body,
    /// 黑体: first level headings.
    Heading,
    /// 楷体: second level headings.
    Second,
    /// 小标宋: masthead and title.
    Title,
    /// 宋体: page numbers.
    Song,
    /// Letters and digits.
    Latin,
}

impl Role {
    /// Every role.
    pub const ALL: [Role; 6] = [
        Role::Body,
        Role::Heading,
        Role::Second,
        Role::Title,
        Role::Song,
        Role::Latin,
    ];

    /// The word by which the page's program calls it.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Role::Body => "body",
            Role::Heading => "heading",
            Role::Second => "second",
            Role::Title => "title",
            Role::Song => "song",
            Role::Latin => "latin",
        }
    }

    /// The official name that a layout asks for.
    pub(crate) fn official(self, names: &Names) -> &str {
        match self {
            Role::Body => &names.body,
            Role::Heading => &names.heading,
            Role::Second => &names.second,
            Role::Title => &names.title,
            Role::Song => &names.song,
            Role::Latin => &names.latin,
        }
    }

    /// How heavy its strokes should be: 400 is regular. No free font is a 小标宋; the bold of a 宋 comes nearest to it.
    pub(crate) fn weight(self) -> u16 {
        match self {
            Role::Title => 700,
            _ => 400,
        }
    }

    /// The fonts that may stand in, the nearest in look first. Those at the end have more characters than looks.
    fn stand_ins(self) -> [&'static [&'static str]; 2] {
        match self {
            Role::Body => [FANGSONG, SONG],
            Role::Heading => [HEI, SONG],
            Role::Second => [KAI, SONG],
            Role::Title => [BIAOSONG, SONG],
            Role::Song => [SONG, FANGSONG],
            Role::Latin => [TIMES, &[]],
        }
    }
}

/// Different names of one and the same font.
const SAME: &[&[&str]] = &[
    &["仿宋_GB2312", "FangSong_GB2312"],
    &["楷体_GB2312", "KaiTi_GB2312"],
    &["黑体", "SimHei"],
    &["宋体", "SimSun"],
    &[
        "方正小标宋简体",
        "FZXiaoBiaoSong-B05S",
        "FZXBSJW--GB1-0",
        "FZXBSK--GBK1-0",
    ],
];

const FANGSONG: &[&str] = &[
    "仿宋_GB2312",
    "仿宋",
    "FangSong",
    "华文仿宋",
    "STFangsong",
    "方正仿宋_GBK",
    "方正仿宋简体",
    "FZFangSong-Z02S",
    "朱雀仿宋",
    "Zhuque Fangsong",
];

const KAI: &[&str] = &[
    "楷体_GB2312",
    "楷体",
    "KaiTi",
    "华文楷体",
    "STKaiti",
    "方正楷体_GBK",
    "方正楷体简体",
    "霞鹜文楷",
    "LXGW WenKai GB",
    "LXGW WenKai",
    "AR PL KaitiM GB",
    "AR PL UKai CN",
];

const HEI: &[&str] = &[
    "黑体",
    "华文黑体",
    "STHeiti",
    "方正黑体_GBK",
    "方正黑体简体",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "WenQuanYi Zen Hei",
];

const BIAOSONG: &[&str] = &[
    "方正小标宋简体",
    "方正小标宋_GBK",
    "FZXiaoBiaoSong-B05",
    "华文中宋",
    "STZhongsong",
    "Noto Serif CJK SC",
    "Noto Serif SC",
    "Source Han Serif SC",
    "Source Han Serif CN",
];

const SONG: &[&str] = &[
    "宋体",
    "新宋体",
    "NSimSun",
    "华文宋体",
    "STSong",
    "方正书宋_GBK",
    "AR PL SungtiL GB",
    "AR PL UMing CN",
    "Noto Serif CJK SC",
    "Noto Serif SC",
    "Source Han Serif SC",
    "Source Han Serif CN",
    "宋体-ExtB",
    "SimSun-ExtB",
];

const TIMES: &[&str] = &[
    "Times New Roman",
    "Liberation Serif",
    "Nimbus Roman",
    "Nimbus Roman No9 L",
    "TeX Gyre Termes",
    "Tinos",
    "FreeSerif",
    "STIX Two Text",
];

/// The fonts to look for, in order: the official one by each of its names, then those that may stand in. The first part of
/// a pair is the name to tell the user, the second the name to look for.
pub(crate) fn chain(role: Role, names: &Names) -> Vec<(&str, &str)> {
    let mut chain: Vec<(&str, &str)> = Vec::new();
    let official = std::iter::once(role.official(names));
    let stand_ins = role.stand_ins().into_iter().flatten().copied();
    for name in official.chain(stand_ins) {
        for other in other_names(name) {
            if chain.iter().all(|(_, looked)| *looked != other) {
                chain.push((name, other));
            }
        }
    }
    chain
}

/// A name and the other names of the same font.
fn other_names(name: &str) -> Vec<&str> {
    match SAME.iter().find(|same| same.contains(&name)) {
        Some(same) => same.to_vec(),
        None => vec![name],
    }
}
