//! What the plugin says of itself.

use luoshi_plugin_sdk::{Description, Outcome, ParameterKind, Scope};

/// What the plugin says of itself.
#[must_use]
pub fn describe() -> Description {
    let description = Description::new("copied-records", "1.0.0", Scope::Township)
        .title("复制台账", "Copied records")
        .summary(
            "查不同日期的记录是不是用了同一个附件、照抄了同一段备注，或者整串数字与别处一模一样。查出来的是疑点：也可能是同一件事分几次记，要对照原件才能认定。",
            "Looks for records of different days with the same attachment, the same long note or nearly the same, or \
             a whole sequence of the same figures. A finding is a sign only: it may be one matter told several times. \
             The originals decide.",
        )
        .gives(&[Outcome::Met, Outcome::Suspect, Outcome::NotApplicable])
        .reads("duties", &["id", "name"])
        .reads(
            "evidence",
            &[
                "kind", "duty", "day", "subject", "actor", "note", "files", "quantity",
            ],
        );
    messages(figure_parameters(text_parameters(description)))
}

fn text_parameters(description: Description) -> Description {
    description
        .parameter(
            "apart",
            "相隔至少几天才算两回事",
            "Two occasions lie apart at least",
            ParameterKind::whole(1, 366, 3),
        )
        .unit("天", "days")
        .parameter(
            "sheet",
            "一张签到表最多管几天",
            "A sheet of several days lasts at most",
            ParameterKind::whole(1, 366, 31),
        )
        .unit("天", "days")
        .parameter(
            "length",
            "备注多少字以上才比",
            "Notes are compared from",
            ParameterKind::whole(10, 500, 30),
        )
        .unit("字", "characters")
        .parameter(
            "likeness",
            "备注相同的部分占百分之几算相近",
            "Notes are nearly the same from",
            ParameterKind::whole(50, 100, 80),
        )
        .unit("%", "%")
}

fn figure_parameters(description: Description) -> Description {
    description
        .parameter(
            "periods",
            "连续几个数字相同算照抄",
            "Figures in a row that are the same, at least",
            ParameterKind::whole(3, 60, 6),
        )
        .unit("个", "figures")
        .parameter(
            "odds",
            "数字凑巧相同的可能性须小于几分之一",
            "Figures are the same by chance less than once in",
            ParameterKind::whole(20, 1_000_000, 1_000),
        )
        .unit("分之一", "ledgers")
}

fn messages(description: Description) -> Description {
    description
        .message(
            "file",
            "有 {groups} 组记录疑似照抄，共 {records} 条：附件相同 {files} 组，备注相同 {notes} 组，备注相近 {near} 组，数字相同 {series} 组。最突出的一组：「{duty}」{first} 至 {last} 不同日期的 {count} 条记录，附的是同一个文件。请调阅原件核对。列出其中 {listed} 条。",
            "{groups} groups of records look copied, {records} records in all: {files} with the same attachment, {notes} with the same note, {near} with nearly the same note, {series} with the same figures. Foremost, {count} records of `{duty}` from {first} to {last}, of different days, have one and the same file attached. Compare the originals. {listed} are listed.",
        )
        .message(
            "note",
            "有 {groups} 组记录疑似照抄，共 {records} 条：附件相同 {files} 组，备注相同 {notes} 组，备注相近 {near} 组，数字相同 {series} 组。最突出的一组：「{duty}」{first} 至 {last} 不同日期的 {count} 条记录，除日期外备注一字不差。请调阅原件核对。列出其中 {listed} 条。",
            "{groups} groups of records look copied, {records} records in all: {files} with the same attachment, {notes} with the same note, {near} with nearly the same note, {series} with the same figures. Foremost, {count} records of `{duty}` from {first} to {last} have the same long note but for dates. Compare the originals. {listed} are listed.",
        )
        .message(
            "near",
            "有 {groups} 组记录疑似照抄，共 {records} 条：附件相同 {files} 组，备注相同 {notes} 组，备注相近 {near} 组，数字相同 {series} 组。最突出的一组：「{duty}」{first} 至 {last} 不同日期的 {count} 条记录，备注只改动了几个字。请调阅原件核对。列出其中 {listed} 条。",
            "{groups} groups of records look copied, {records} records in all: {files} with the same attachment, {notes} with the same note, {near} with nearly the same note, {series} with the same figures. Foremost, {count} records of `{duty}` from {first} to {last} have notes that differ in a few characters. Compare the originals. {listed} are listed.",
        )
        .message(
            "figures",
            "有 {groups} 组记录疑似照抄，共 {records} 条：附件相同 {files} 组，备注相同 {notes} 组，备注相近 {near} 组，数字相同 {series} 组。最突出的一组：「{duty}」{first} 至 {last} 之间，有连续 {length} 个数字与另一处逐个相同。请调阅原件核对。列出其中 {listed} 条。",
            "{groups} groups of records look copied, {records} records in all: {files} with the same attachment, {notes} with the same note, {near} with nearly the same note, {series} with the same figures. Foremost, {length} figures of `{duty}` in a row are the same in two places, between {first} and {last}. Compare the originals. {listed} are listed.",
        )
        .message(
            "different",
            "比对了 {files} 个附件、{notes} 条较长的备注、{series} 串数字，没有发现照抄的迹象。",
            "Compared {files} attachments, {notes} long notes and {series} sequences of figures: nothing looks copied.",
        )
        .message(
            "nothing",
            "没有可以比对的附件、较长的备注或成串的数字。",
            "There are no attachments, long notes or sequences of figures to compare.",
        )
}
