//! What the plugin says of itself.

use luoshi_plugin_sdk::{Description, Outcome, ParameterKind, Scope};

/// What the plugin says of itself.
#[must_use]
pub fn describe() -> Description {
    let description = Description::new("backfill", "1.0.0", Scope::Township)
        .title("突击补录", "Bursts of backfilled records")
        .summary(
            "查一天或者几天之内，是不是集中录入了许多早该录入的记录。查出来的是疑点：上线前的纸质台账集中录入，也会是这个样子，要核对原始凭证才能认定。",
            "Looks for a day, or a few days, on which many records were entered that were long due. A finding is a \
             sign only: paper records typed in when the ledger was set up look the same. The originals decide.",
        )
        .gives(&[
            Outcome::Met,
            Outcome::Suspect,
            Outcome::Unknown,
            Outcome::NotApplicable,
        ])
        .reads("days", &["day", "class"])
        .reads("evidence", &["day", "recorded"]);
    messages(burst_parameters(late_parameters(description)))
}

fn late_parameters(description: Description) -> Description {
    let whole = ParameterKind::whole;
    description
        .parameter(
            "days",
            "事后超过几天录入算迟录",
            "An entry is late after this",
            whole(1, 365, 7),
        )
        .unit("天", "days")
        .parameter(
            "passed",
            "其间至少有几天录过别的记录",
            "Others were entered meanwhile on at least",
            whole(1, 30, 5),
        )
        .unit("天", "days")
        .parameter(
            "pause",
            "台账停录最多体谅几天",
            "A pause of the ledger excuses at most",
            whole(1, 366, 45),
        )
        .unit("天", "days")
}

fn burst_parameters(description: Description) -> Description {
    let whole = ParameterKind::whole;
    description
        .parameter(
            "window",
            "几天之内算集中",
            "A burst lasts at most",
            whole(1, 14, 3),
        )
        .unit("天", "days")
        .parameter(
            "records",
            "集中补录至少几条",
            "Records of a burst at least",
            whole(3, 10_000, 10),
        )
        .unit("条", "records")
        .parameter(
            "dates",
            "所记事项至少涉及几个日期",
            "Different dates of a burst at least",
            whole(3, 366, 8),
        )
        .unit("个", "dates")
        .parameter(
            "odds",
            "纯属巧合的可能性须小于几分之一",
            "By chance less than once in",
            whole(20, 1_000_000, 1_000),
        )
        .unit("分之一", "ledgers")
}

fn messages(description: Description) -> Description {
    description
        .message(
            "burst",
            "{on} 这一天集中补录了 {records} 条，占全部记录的 {share}%；所记的事发生在 {from} 至 {to} 之间的 {dates} 个不同日期，最长隔了 {longest} 天才录入。按平时迟录的情况，凑巧碰到一起的可能性不到 {odds} 分之一。请对照原始凭证，问明当时没有录入的原因。列出其中 {listed} 条。",
            "{records} records, {share}% of all, were backfilled on {on} alone; they tell of {dates} different dates from {from} to {to}, and the longest wait was {longest} days. By chance, given how often entries are late here, that would happen less than once in {odds} times. Compare the originals and ask why they were not entered at the time. {listed} are listed.",
        )
        .message(
            "burst_days",
            "{first} 至 {last} 集中补录了 {records} 条，占全部记录的 {share}%；所记的事发生在 {from} 至 {to} 之间的 {dates} 个不同日期，最长隔了 {longest} 天才录入。按平时迟录的情况，凑巧碰到一起的可能性不到 {odds} 分之一。请对照原始凭证，问明当时没有录入的原因。列出其中 {listed} 条。",
            "{records} records, {share}% of all, were backfilled from {first} to {last}; they tell of {dates} different dates from {from} to {to}, and the longest wait was {longest} days. By chance, given how often entries are late here, that would happen less than once in {odds} times. Compare the originals and ask why they were not entered at the time. {listed} are listed.",
        )
        .message(
            "bursts",
            "集中补录共有 {bursts} 次，最突出的是 {on} 这一天：补录了 {records} 条，占全部记录的 {share}%；所记的事发生在 {from} 至 {to} 之间的 {dates} 个不同日期，最长隔了 {longest} 天才录入。凑巧碰到一起的可能性不到 {odds} 分之一。请对照原始凭证，问明当时没有录入的原因。列出其中 {listed} 条。",
            "Records were backfilled in {bursts} bursts. The greatest: {records} records, {share}% of all, on {on} alone; they tell of {dates} different dates from {from} to {to}, and the longest wait was {longest} days. By chance that would happen less than once in {odds} times. Compare the originals and ask why they were not entered at the time. {listed} are listed.",
        )
        .message(
            "bursts_days",
            "集中补录共有 {bursts} 次，最突出的是 {first} 至 {last}：补录了 {records} 条，占全部记录的 {share}%；所记的事发生在 {from} 至 {to} 之间的 {dates} 个不同日期，最长隔了 {longest} 天才录入。凑巧碰到一起的可能性不到 {odds} 分之一。请对照原始凭证，问明当时没有录入的原因。列出其中 {listed} 条。",
            "Records were backfilled in {bursts} bursts. The greatest: {records} records, {share}% of all, from {first} to {last}; they tell of {dates} different dates from {from} to {to}, and the longest wait was {longest} days. By chance that would happen less than once in {odds} times. Compare the originals and ask why they were not entered at the time. {listed} are listed.",
        )
        .message(
            "even",
            "{records} 条记录中有 {late} 条迟录，没有集中在某几天突击补录的迹象。",
            "{late} of {records} records were entered late; nothing suggests that they were entered in a burst.",
        )
        .message(
            "prompt",
            "{records} 条记录没有迟录的。",
            "None of {records} records was entered late.",
        )
        .message(
            "undated",
            "{records} 条记录中有 {undated} 条没有录入日期，无法判断是否突击补录。",
            "{undated} of {records} records do not say when they were entered: whether there was a burst cannot be told.",
        )
        .message(
            "few",
            "有录入日期的记录只有 {records} 条，不足 {least} 条，不作判断。",
            "Only {records} records say when they were entered, fewer than {least}: nothing is judged.",
        )
}
