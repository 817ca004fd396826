//! Writes the page of an audit that nobody made, for the tests in a browser and for measuring:
//! `made_up TOWNSHIPS LANG [hostile|compared]`. The townships stand in counties of twenty; with one county alone,
//! or with `hostile` names that try to break out of the page, or `compared` with an earlier audit.

use std::io::Write;

use luoshi_audit::{Audit, Judged, Label, Outcome, Texts, made_up};
use luoshi_dashboard::{Options, page};
use luoshi_diagnostics::Lang;
use luoshi_rules::Status;

/// Up to here all townships are of one county.
const ONE_COUNTY: u32 = 40;

#[allow(
    clippy::disallowed_methods,
    reason = "an example is run from the command line"
)]
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let count = args.get(1).and_then(|n| n.parse().ok()).unwrap_or(30);
    let lang = args.get(2).and_then(|l| Lang::from_tag(l));
    let mut audit = made_up(count, 7);
    for (at, township) in (0u32..).zip(&mut audit.townships) {
        if count <= ONE_COUNTY {
            "清河县".clone_into(&mut township.county);
        }
        if let Outcome::Judged(judged) = &mut township.outcome {
            signs(judged, at);
        }
    }
    if args.get(3).is_some_and(|word| word == "hostile") {
        hostile(&mut audit);
    }
    let previous = args.get(3).is_some_and(|word| word == "compared");
    let previous = previous.then(|| earlier(&audit));
    let options = Options {
        county: None,
        previous: previous.as_ref(),
    };
    let page = page(&audit, lang.unwrap_or_default(), options);
    let mut out = std::io::stdout().lock();
    // Whoever closes the pipe has seen enough.
    let _ = out.write_all(page.unwrap_or_default().as_bytes());
}

/// The same a quarter before: other findings fail, one township was broken, one is new since.
fn earlier(audit: &Audit) -> Audit {
    let mut earlier = audit.clone();
    earlier.head.as_of = jiff::civil::date(2025, 9, 30);
    let as_of = earlier.head.as_of;
    earlier.townships.remove(1);
    for (at, township) in earlier.townships.iter_mut().enumerate() {
        let Outcome::Judged(judged) = &mut township.outcome else {
            continue;
        };
        judged.findings.retain(|finding| finding.day <= Some(as_of));
        if at % 3 == 0 {
            more(judged);
        }
    }
    if let (Some(one), Some(seven)) = (audit.townships.get(7), earlier.townships.get_mut(3)) {
        seven.outcome = one.outcome.clone();
    }
    earlier
}

/// One more failure, and a lower score.
fn more(judged: &mut Judged) {
    let Some(mut finding) = judged.findings.first().cloned() else {
        return;
    };
    finding.id = format!("{}/earlier", finding.id);
    finding.status = Status::Missed;
    finding.fails = true;
    judged.findings.push(finding);
    for score in &mut judged.scores {
        score.score -= 700;
    }
}

/// A sign to look into in some townships, simulated records in one.
fn signs(judged: &mut Judged, at: u32) {
    if at == 3 {
        judged.simulated = Some("sim-7".to_owned());
    }
    if at % 5 != 2 {
        return;
    }
    let Some(mut finding) = judged.findings.first().cloned() else {
        return;
    };
    finding.id = "visit/v1/2025-03/copied".to_owned();
    finding.duty = 1;
    finding.status = Status::Suspect;
    finding.fails = false;
    let reason = Texts {
        zh: "3条走访记录的文字完全相同".to_owned(),
        en: "3 visits are recorded in the same words".to_owned(),
    };
    finding.reason = Some(reason.into());
    finding.evidence = (1..30).map(|at| format!("r-visit-{at}")).collect();
    judged.findings.push(finding);
    if let Some(counts) = judged.duties.get_mut(1) {
        counts.counts.insert(Status::Suspect, 1);
    }
}

/// Names as nobody should be called.
fn hostile(audit: &mut Audit) {
    const NAMES: [&str; 6] = [
        "</script><script>document.title='broken'</script>",
        "<img src=x onerror=\"document.title='broken'\">",
        "\u{202e}镇塘坪\u{202c}\" onmouseover=\"document.title='broken'",
        "<!--<script>",
        "' \\ \u{2028} & &amp; {{name}}",
        "]]></noscript><style>*{display:none}</style>",
    ];
    for (township, name) in audit.townships.iter_mut().zip(NAMES.iter().cycle()) {
        (*name).clone_into(&mut township.name);
        township.code = format!("{}/?#{name}", township.code);
        (*name).clone_into(&mut township.county);
        if let Outcome::Judged(judged) = &mut township.outcome {
            for finding in &mut judged.findings {
                finding.id = format!("{}{name}", finding.id);
                let village = Label {
                    id: (*name).to_owned(),
                    name: (*name).to_owned(),
                };
                finding.subject = Some(village.into());
            }
        }
    }
    for table in audit.plans.values_mut() {
        for (duty, name) in table.duties.iter_mut().zip(NAMES.iter().cycle()) {
            (*name).clone_into(&mut duty.name);
        }
        for (clause, name) in table.clauses.values_mut().zip(NAMES.iter().cycle()) {
            (*name).clone_into(&mut clause.summary);
        }
    }
    audit.townships.sort_by(|a, b| a.order().cmp(&b.order()));
}
