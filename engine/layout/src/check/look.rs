//! Classes of fonts and colours: the standard names classes, not files.

/// A class of fonts that the standard names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// 仿宋体
    FangSong,
    /// 楷体
    Kai,
    /// 黑体
    Hei,
    /// 小标宋体
    XiaoBiaoSong,
    /// 宋体
    Song,
    /// Another, or one that its name does not tell.
    Other,
}

/// The class of a font, by its Chinese or English name.
pub(super) fn class(name: &str) -> Class {
    // In this order: 仿宋 and 小标宋 hold the sign of 宋.
    const SIGNS: [(Class, &[&str]); 5] = [
        (Class::XiaoBiaoSong, &["标宋", "biaosong", "fzxbs"]),
        (Class::FangSong, &["仿宋", "fangsong", "fzfs"]),
        (Class::Kai, &["楷", "kaiti", "kai_gb", "simkai", "fzkt"]),
        (Class::Hei, &["黑", "simhei", "heiti", "fzht"]),
        (Class::Song, &["宋", "simsun", "songti", "nsimsun"]),
    ];
    let name: String = name.to_lowercase().chars().filter(|c| *c != ' ').collect();
    let found = SIGNS
        .iter()
        .find(|(_, signs)| signs.iter().any(|sign| name.contains(sign)));
    found.map_or(Class::Other, |(class, _)| *class)
}

/// Whether a colour passes for the red of a head.
pub(super) fn is_red(colour: &str) -> bool {
    matches!(parts(colour), Some([red, green, blue]) if red >= 0xB0 && green <= 0x60 && blue <= 0x60)
}

/// Whether a colour passes for black; `AUTO` is black on white.
pub(super) fn is_black(colour: &str) -> bool {
    parts(colour).is_none_or(|parts| parts.iter().all(|part| *part <= 0x40))
}

fn parts(colour: &str) -> Option<[u8; 3]> {
    if colour.len() != 6 || !colour.is_ascii() {
        return None;
    }
    let part = |at: usize| u8::from_str_radix(&colour[at..at + 2], 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}

#[cfg(test)]
mod tests {
    use super::{Class, class, is_black, is_red};

    #[test]
    fn fonts_are_told_by_chinese_and_english_names() {
        for (name, of) in [
            ("仿宋_GB2312", Class::FangSong),
            ("STFangsong", Class::FangSong),
            ("方正小标宋简体", Class::XiaoBiaoSong),
            ("FZXiaoBiaoSong-B05S", Class::XiaoBiaoSong),
            ("楷体_GB2312", Class::Kai),
            ("KaiTi", Class::Kai),
            ("SimHei", Class::Hei),
            ("宋体", Class::Song),
            ("等线", Class::Other),
            ("Times New Roman", Class::Other),
        ] {
            assert_eq!(class(name), of, "{name}");
        }
    }

    #[test]
    fn red_and_black_have_some_room() {
        assert!(is_red("FF0000") && is_red("C00000") && !is_red("FFC000") && !is_red("AUTO"));
        assert!(is_black("AUTO") && is_black("000000") && !is_black("FF0000"));
        assert!(is_black("样例样") && !is_red("样例样"));
    }
}
