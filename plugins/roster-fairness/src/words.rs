//! What the plugin says of itself and of what it finds.

use luoshi_plugin_sdk::{Description, Outcome, ParameterKind, Scope};

use crate::shifts::Burden;

/// What the plugin says of itself.
#[must_use]
pub fn describe() -> Description {
    let about = Description::new("roster-fairness", "1.0.0", Scope::Actors)
        .title("轮值公平", "Fair rotation")
        .summary(
            "比较同一岗位上各人值的夜班、周末班、节假日班是否明显偏多或偏少。只提示哪里值得了解，不说明安排有意不公：本人自愿、身体原因、分工不同都可能造成差别。",
            "Compares how many night, weekend and holiday shifts each person stood with those of others at the same post. It shows where to ask; it does not prove an unfair roster: people volunteer, fall ill, or have other tasks.",
        )
        .gives(&[Outcome::Met, Outcome::Suspect, Outcome::NotApplicable])
        .kinds(&["shift"])
        .reads("evidence", &["duty", "day", "minute", "subject", "actor", "status"])
        .reads("actors", &["id", "kind"])
        .reads("days", &["day", "class"]);
    messages(parameters(about))
}

fn parameters(about: Description) -> Description {
    about
        .parameter(
            "level",
            "误报水平",
            "Level of false alarms",
            ParameterKind::whole(1, 50, 10),
        )
        .unit("‰", "per mille")
        .parameter(
            "shifts",
            "至少可比班数",
            "Least shifts compared",
            ParameterKind::whole(5, 200, 10),
        )
        .unit("班", "shifts")
        .parameter(
            "difference",
            "至少相差",
            "Least difference",
            ParameterKind::whole(10, 500, 50),
        )
        .unit("%", "%")
        .parameter(
            "night_from",
            "夜班最早开始",
            "Nights begin at",
            ParameterKind::whole(17, 23, 20),
        )
        .unit("时", "o'clock")
        .parameter(
            "night_until",
            "夜班最晚开始（不含）",
            "Nights begin before",
            ParameterKind::whole(0, 8, 6),
        )
        .unit("时", "o'clock")
        .parameter(
            "nights",
            "比较夜班",
            "Compare nights",
            ParameterKind::Flag(true),
        )
        .parameter(
            "weekends",
            "比较周末班",
            "Compare weekends",
            ParameterKind::Flag(true),
        )
        .parameter(
            "holidays",
            "比较节假日班",
            "Compare public holidays",
            ParameterKind::Flag(true),
        )
        .parameter(
            "spared",
            "偏少也提示",
            "Tell of those with too few",
            ParameterKind::Flag(true),
        )
}

fn messages(about: Description) -> Description {
    let kinds = [
        (Burden::Night, "夜班", "night"),
        (Burden::Weekend, "周末班", "weekend"),
        (Burden::Holiday, "节假日班", "holiday"),
    ];
    let sides = [(true, "偏多", "More"), (false, "偏少", "Fewer")];
    let mut about = about;
    for (burden, zh, en) in kinds {
        for (many, zh_side, en_side) in sides {
            let zh = [
                zh,
                zh_side,
                "：可比的 {shifts} 个班里有 {hard} 个",
                zh,
                "，按同岗位同时期的比例约为 {fair} 个。如果轮值公平，出现这样差别的可能不超过万分之 {chance}（已按比较的次数折算）。",
            ];
            let en = [
                en_side,
                " ",
                en,
                " shifts than others: {hard} of {shifts} shifts compared, where about {fair} would be the share of the post. ",
                "Under a fair rota such a difference has a chance of at most {chance} in 10,000, allowing for the number of comparisons.",
            ];
            about = about.message(message(burden, many), &zh.concat(), &en.concat());
        }
    }
    about
        .message(
            "fair",
            "可比的 {shifts} 个班，没有看出明显偏多或偏少。",
            "{shifts} shifts compared: neither clearly more nor clearly fewer hard ones than others.",
        )
        .message(
            "few",
            "共值 {shifts} 个班，可比的太少，看不出是否公平。",
            "{shifts} shifts, too few of them comparable to tell whether the rota is fair.",
        )
}

/// The message for too many or too few shifts of a burden.
pub(crate) const fn message(burden: Burden, many: bool) -> &'static str {
    match (burden, many) {
        (Burden::Night, true) => "many-nights",
        (Burden::Night, false) => "few-nights",
        (Burden::Weekend, true) => "many-weekends",
        (Burden::Weekend, false) => "few-weekends",
        (Burden::Holiday, true) => "many-holidays",
        (Burden::Holiday, false) => "few-holidays",
    }
}
