//! What the plugin says of itself and of what it finds.

use luoshi_plugin_sdk::{Description, Outcome, ParameterKind, Scope};

use crate::signs::What;

/// What the plugin says of itself.
#[must_use]
pub fn describe() -> Description {
    let about = Description::new("regular-figures", "1.0.0", Scope::Subjects)
        .title("数据异常", "Figures too regular")
        .summary(
            "查看各村（单位）上报的数字是否过于规整：多以 0、5 结尾，末位不匀，与上一期相同过多，起伏过小。只提示应当核对原始凭据，不说明数字是编的：四舍五入、统一标准、数字本来就少变化也会这样。",
            "Looks at whether the figures that a village or unit reports are too regular: ending in 0 or 5, uneven last digits, too often those of the time before, too steady. It shows which originals to compare; it does not prove that figures are made up: rounding, fixed rates or things that seldom change look alike.",
        )
        .gives(&[Outcome::Met, Outcome::Suspect, Outcome::NotApplicable])
        .reads("evidence", &["duty", "day", "subject", "quantity", "amount"])
        .reads("subjects", &["id"])
        .reads("duties", &["id", "name"]);
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
            "figures",
            "末位检验至少数字个数",
            "Least figures for digits",
            ParameterKind::whole(20, 1000, 30),
        )
        .unit("个", "figures")
        .parameter(
            "spread",
            "前后期至少相差",
            "Least usual step",
            ParameterKind::whole(10, 1000, 20),
        )
        .unit("个单位", "units")
        .parameter(
            "rounded",
            "以 0、5 结尾至少占",
            "Least share in 0 or 5",
            ParameterKind::whole(30, 100, 40),
        )
        .unit("%", "%")
        .parameter(
            "repeats",
            "与上一期相同至少次数",
            "Least repetitions",
            ParameterKind::whole(2, 50, 3),
        )
        .unit("次", "times")
        .parameter(
            "events",
            "数字是逐件发生的件数",
            "Figures count events",
            ParameterKind::Flag(false),
        )
        .parameter(
            "variation",
            "起伏至多为随机的",
            "Most variation, of that of chance",
            ParameterKind::whole(10, 90, 50),
        )
        .unit("%", "%")
}

fn messages(about: Description) -> Description {
    about
        .message(
            "rounded",
            "以「{duty}」为主的 {count} 个数字里，{fives} 个以 0 或 5 结尾（其中 {tens} 个以 0 结尾），像估计数，不像逐一清点的数。如果逐一清点，出现这种情况的可能不超过万分之 {chance}（已按检验次数折算）。",
            "Of {count} figures, mostly of “{duty}”, {fives} end in 0 or 5 ({tens} of them in 0): they look estimated rather than counted. Counted figures would do so with a chance of at most {chance} in 10,000, allowing for the number of tests.",
        )
        .message(
            "digits",
            "以「{duty}」为主的 {count} 个不以 0、5 结尾的数字末位不匀：末位是 {digit} 的有 {times} 个，均匀时约为 {fair} 个。如果数字如实，末位这样不匀的可能不超过万分之 {chance}（已按检验次数折算）。",
            "The last digits of {count} figures that do not end in 0 or 5, mostly of “{duty}”, are uneven: {times} end in {digit}, where about {fair} would be even. In true figures last digits so uneven have a chance of at most {chance} in 10,000, allowing for the number of tests.",
        )
        .message(
            "repeated",
            "以「{duty}」为主的数字前后期比较 {count} 次，有 {times} 次与上一期一模一样；按平时的起伏，预计不超过 {fair} 次，像是照抄上期。碰巧如此的可能不超过万分之 {chance}（已按检验次数折算）。",
            "In {count} comparisons with the time before, mostly of “{duty}”, the figure is the very same {times} times, where its usual changes would give at most {fair}: it looks carried over. By chance this happens with at most {chance} in 10,000, allowing for the number of tests.",
        )
        .message(
            "steady",
            "以「{duty}」为主的 {count} 个件数过于平稳：起伏只有随机发生时的 {share}%。如果是逐件发生、如实记录的，这样平稳的可能不超过万分之 {chance}（已按检验次数折算）。",
            "{count} counts, mostly of “{duty}”, are too steady: they vary {share}% as much as events that happen one by one. Such steadiness would have a chance of at most {chance} in 10,000, allowing for the number of tests.",
        )
        .message(
            "plain",
            "能检验的数字最多一组 {figures} 个，没有看出过于规整。",
            "At most {figures} figures could be tested together; they do not look too regular.",
        )
        .message(
            "fixed",
            "共 {figures} 个数字，一直不变，按固定数（编制、指标、标准）看待，不作判断。",
            "{figures} figures that never change: taken as fixed, such as a target, a rate or a number of posts, and not judged.",
        )
        .message(
            "few",
            "共 {figures} 个数字，太少，或起伏太小，看不出是否规整。",
            "{figures} figures: too few, or changing too little, to tell whether they are too regular.",
        )
}

/// The message of a sign.
pub(crate) const fn message(what: &What) -> &'static str {
    match what {
        What::Rounded { .. } => "rounded",
        What::Digits { .. } => "digits",
        What::Repeated { .. } => "repeated",
        What::Steady { .. } => "steady",
    }
}
