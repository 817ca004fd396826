//! A check in words.

use luoshi_diagnostics::{Arg, Args, Messages};
use luoshi_plan::model::DocumentForm;
use unicode_width::UnicodeWidthChar;

use super::report::{Deviation, Report, Spot, SpotPart, Strength};

/// As many places of one rule are told; the rest are counted.
const PLACES: usize = 4;

/// The report for people, in lines of at most `width` columns.
#[must_use]
pub fn report_text(report: &Report, words: Messages, width: usize) -> String {
    let mut page = Page {
        text: String::new(),
        width: width.max(40),
        words,
    };
    page.heading(report);
    let of = |strength: Strength, own: bool| {
        let all = report.deviations.iter();
        all.filter(|d| d.strength == strength && d.own == own)
            .collect::<Vec<_>>()
    };
    // What the standard demands fails, whoever stated it otherwise.
    let required: Vec<&Deviation> =
        [of(Strength::Required, false), of(Strength::Required, true)].concat();
    page.group("layout-group-required", &required);
    for strength in &Strength::ALL[1..] {
        page.group(
            &format!("layout-group-{}", strength.word()),
            &of(*strength, false),
        );
    }
    let own: Vec<&Deviation> = Strength::ALL[1..]
        .iter()
        .flat_map(|s| of(*s, true))
        .collect();
    page.group("layout-group-own", &own);
    page.open(report);
    page.undecided(report);
    page.text.push('\n');
    page.line(0, report_summary(report, words).trim_end());
    page.text
}

/// One line: how many of what.
#[must_use]
pub fn report_summary(report: &Report, words: Messages) -> String {
    let required = report
        .deviations
        .iter()
        .filter(|d| d.strength == Strength::Required);
    let required = required.count();
    let args = vec![
        ("required", number(required)),
        ("hints", number(report.deviations.len() - required)),
        ("open", number(report.open.len())),
        ("undecided", number(report.undecided.len())),
        ("kept", number(report.kept.len())),
    ];
    words.text("layout-summary", &args) + "\n"
}

/// A text of the rule of a deviation.
pub(super) fn rule_text(deviation: &Deviation, part: &str, words: Messages) -> String {
    words.text(
        &format!("layout-{}.{part}", deviation.rule),
        &deviation.found,
    )
}

/// Where a rule stands.
pub(super) fn clause_text(clause: &str, words: Messages) -> String {
    let (key, clause) = match clause.strip_prefix("条例 ") {
        Some(article) => ("layout-clause-regulations", article),
        None if clause == "前言" => ("layout-clause-foreword", ""),
        None => ("layout-clause-standard", clause),
    };
    words.text(key, &vec![("clause", clause.into())])
}

fn number(count: usize) -> Arg {
    Arg::Number(i64::try_from(count).unwrap_or(i64::MAX))
}

/// The lines so far.
struct Page {
    text: String,
    width: usize,
    words: Messages,
}

impl Page {
    fn heading(&mut self, report: &Report) {
        let form = match report.form {
            Some(DocumentForm::Official) => "layout-form-official",
            Some(DocumentForm::Letter) => "layout-form-letter",
            Some(DocumentForm::Minutes) => "layout-form-minutes",
            Some(DocumentForm::Working) | None => "layout-form-none",
        };
        self.line(0, &self.words.word(form));
        let recognised: Vec<&str> = report.elements.iter().map(|r| r.element.key()).collect();
        self.names("layout-recognised", &recognised);
        let missing: Vec<&str> = report.unrecognised.iter().map(|e| e.key()).collect();
        self.names("layout-unrecognised", &missing);
    }

    fn names(&mut self, key: &str, elements: &[&str]) {
        if !elements.is_empty() {
            let names = elements.iter().map(|key| self.words.word(key)).collect();
            self.line(0, &self.words.text(key, &vec![("names", Arg::List(names))]));
        }
    }

    fn group(&mut self, key: &str, deviations: &[&Deviation]) {
        if deviations.is_empty() {
            return;
        }
        self.title(key, deviations.len());
        for of_rule in deviations.chunk_by(|one, other| one.rule == other.rule) {
            self.rule(of_rule);
        }
    }

    fn title(&mut self, key: &str, count: usize) {
        self.text.push('\n');
        self.line(0, &self.words.text(key, &vec![("count", number(count))]));
    }

    fn rule(&mut self, deviations: &[&Deviation]) {
        let Some(first) = deviations.first() else {
            return;
        };
        let strength = self
            .words
            .word(&format!("layout-strength-{}", first.strength.word()));
        let args: Args = vec![
            ("rule", first.rule.into()),
            (
                "text",
                self.words.word(&format!("layout-{}", first.rule)).into(),
            ),
            ("clause", clause_text(first.clause, self.words).into()),
            ("strength", strength.into()),
        ];
        self.line(2, &self.words.text("layout-rule", &args));
        for deviation in deviations.iter().take(PLACES) {
            let found = rule_text(deviation, "found", self.words);
            let args = vec![
                ("place", self.place(&deviation.spot).into()),
                ("found", found.into()),
            ];
            let key = if deviation.own {
                "layout-deviation-own"
            } else {
                "layout-deviation"
            };
            self.line(4, &self.words.text(key, &args));
        }
        if deviations.len() > PLACES {
            let more = vec![("count", number(deviations.len() - PLACES))];
            self.line(4, &self.words.text("layout-more", &more));
        }
        let advice = vec![("text", rule_text(first, "do", self.words).into())];
        self.line(4, &self.words.text("layout-do", &advice));
    }

    fn place(&self, spot: &Spot) -> String {
        let key = match spot.part {
            SpotPart::Whole => "layout-place-whole",
            SpotPart::Section => "layout-place-section",
            SpotPart::Text => "layout-place-text",
            SpotPart::Footer => "layout-place-footer",
        };
        let start = match spot.start.as_str() {
            "" => "none",
            start => start,
        };
        let args = vec![("number", number(spot.at)), ("start", start.into())];
        self.words.text(key, &args)
    }

    fn open(&mut self, report: &Report) {
        if report.open.is_empty() {
            return;
        }
        self.title("layout-group-open", report.open.len());
        for field in &report.open {
            let args = vec![
                ("place", self.place(&field.spot).into()),
                ("found", field.text.as_str().into()),
            ];
            self.line(2, &self.words.text("layout-deviation", &args));
        }
    }

    /// By the reason: there are fewer reasons than rules.
    fn undecided(&mut self, report: &Report) {
        if report.undecided.is_empty() {
            return;
        }
        self.title("layout-group-undecided", report.undecided.len());
        let mut whys: Vec<_> = report.undecided.iter().map(|u| u.why).collect();
        whys.sort_unstable();
        whys.dedup();
        for why in whys {
            let of = report.undecided.iter().filter(|u| u.why == why);
            let rules: Vec<String> = of
                .map(|u| self.words.word(&format!("layout-{}", u.rule)))
                .collect();
            let rules = rules.join(&self.words.word("layout-list-mark"));
            let args = vec![
                ("why", self.words.word(why.key()).into()),
                ("rules", rules.into()),
            ];
            self.line(2, &self.words.text("layout-undecided", &args));
        }
    }

    /// A paragraph, indented, broken at the width; what is broken off goes two columns further in.
    fn line(&mut self, indent: usize, text: &str) {
        let mut column = 0;
        let mut start = true;
        for word in pieces(text) {
            let wide: usize = word.chars().map(|c| c.width().unwrap_or(0)).sum();
            if start || (column + wide > self.width && column > indent + 2) {
                let further = if start { indent } else { indent + 2 };
                if !start {
                    self.text.truncate(self.text.trim_end_matches(' ').len());
                    self.text.push('\n');
                }
                self.text.push_str(&" ".repeat(further));
                column = further;
                start = false;
            }
            self.text.push_str(word);
            column += wide;
        }
        self.text.truncate(self.text.trim_end_matches(' ').len());
        self.text.push('\n');
    }
}

/// Pieces that a line may be broken between: words with their space, Chinese signs with the marks that close behind them.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut before: Option<char> = None;
    for (at, sign) in text.char_indices() {
        let wide = |c: char| c.width().unwrap_or(0) == 2;
        let closing = "，。、；：？！）〕》」”’".contains(sign);
        let opening = before.is_some_and(|c| "（〔《「“‘".contains(c));
        let may = before.is_some_and(|b| b == ' ' || wide(b) || wide(sign));
        if may && sign != ' ' && !closing && !opening {
            pieces.push(&text[start..at]);
            start = at;
        }
        before = Some(sign);
    }
    pieces.push(&text[start..]);
    pieces
}

#[cfg(test)]
mod tests {
    use super::pieces;

    #[test]
    fn lines_do_not_begin_with_a_closing_mark() {
        assert_eq!(
            pieces("改：居中 at 3 mm（一）。"),
            ["改：", "居", "中 ", "at ", "3 ", "mm", "（一）。"]
        );
    }
}
