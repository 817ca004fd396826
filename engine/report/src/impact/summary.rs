//! All townships together.

use std::collections::{BTreeMap, BTreeSet};

use luoshi_lint::burden::{Amount, Figure};
use luoshi_rules::{DroppedDuty, DutySummary, NewDuty, Turns};

use super::scores::{Scores, spreads};
use super::standings::{Place, standings};
use super::{Compared, Impact, Replay, number, part};
use crate::burden::{amount, figure_name};
use crate::table::paragraph;

/// Figures that are told even where they stay as they are.
const ALWAYS: [Figure; 3] = [Figure::Records, Figure::Meetings, Figure::Papers];

pub(super) fn summary(of: &Impact<'_>) -> String {
    let mut out = String::new();
    let args = [
        ("name", of.new.name.into()),
        ("version", of.new.version.into()),
    ];
    paragraph(&mut out, "", 0, &of.say("impact-title", args));
    let other = |t: &&super::Township<'_>| matches!(t.replay, Replay::Unconcerned);
    let args = [
        ("townships", number(of.townships.len())),
        ("compared", number(of.compared().count())),
        (
            "same",
            number(of.compared().filter(|(_, c)| c.is_same()).count()),
        ),
        ("other", number(of.townships.iter().filter(other).count())),
        ("stopped", number(of.stopped())),
    ];
    paragraph(&mut out, "", 0, &of.say("impact-townships", args));
    paragraph(&mut out, "", 0, &of.word("impact-supposed"));
    if of.compared().all(|(_, c)| c.is_same()) {
        out.push('\n');
        paragraph(&mut out, "", 0, &of.word("impact-nothing"));
        return out;
    }
    kept(of, &mut out);
    unasked(of, &mut out);
    dropped(of, &mut out);
    proposals(of, &mut out);
    spread(of, &mut out);
    ranks(of, &mut out);
    burden(of, &mut out);
    out
}

/// What is counted of a duty over all townships, and how many townships it concerns.
pub(super) struct Over<'a, T> {
    pub(super) duty: &'a DutySummary,
    pub(super) townships: usize,
    pub(super) sum: T,
}

/// The figures of duties added up by id and name, in the order in which they first come.
pub(super) fn over<'a, T: Default>(
    duties: impl Iterator<Item = (&'a DutySummary, T)>,
    add: impl Fn(&mut T, T),
) -> Vec<Over<'a, T>> {
    let mut all: Vec<Over<'a, T>> = Vec::new();
    let mut index: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for (duty, figures) in duties {
        let at = *index.entry((&duty.id, &duty.name)).or_insert_with(|| {
            all.push(Over {
                duty,
                townships: 0,
                sum: T::default(),
            });
            all.len() - 1
        });
        if let Some(over) = all.get_mut(at) {
            over.townships += 1;
            add(&mut over.sum, figures);
        }
    }
    all
}

pub(super) fn kept_over<'a>(of: &'a Impact<'_>) -> Vec<Over<'a, Turns>> {
    let duties = of.compared().flat_map(|(_, c)| &c.sorted.kept);
    over(duties.map(|k| (k.duty, k.turns)), |sum, turns| {
        *sum += turns
    })
}

/// Findings, of them recorded, of them met.
pub(super) fn unasked_over<'a>(of: &'a Impact<'_>) -> Vec<Over<'a, [usize; 3]>> {
    let duties = of.compared().flat_map(|(_, c)| &c.sorted.unasked);
    let figures = |new: &'a NewDuty<'_>| (new.duty, [new.findings, new.recorded, new.met]);
    over(duties.map(figures), add)
}

/// Findings, of them failing.
pub(super) fn dropped_over<'a>(of: &'a Impact<'_>) -> Vec<Over<'a, [usize; 2]>> {
    let duties = of.compared().flat_map(|(_, c)| &c.sorted.dropped);
    let figures = |gone: &'a DroppedDuty<'_>| (gone.duty, [gone.findings, gone.failing]);
    over(duties.map(figures), add)
}

fn add<const N: usize>(sum: &mut [usize; N], more: [usize; N]) {
    sum.iter_mut()
        .zip(more)
        .for_each(|(sum, more)| *sum += more);
}

/// `12`, or `12 (3)` where 3 of them fail.
fn of_which(of: &Impact<'_>, all: usize, failing: usize) -> String {
    if failing == 0 {
        return all.to_string();
    }
    of.say(
        "impact-of-which",
        [("all", number(all)), ("failing", number(failing))],
    )
}

fn kept(of: &Impact<'_>, out: &mut String) {
    let figures = [
        "impact-worse",
        "impact-better",
        "impact-other",
        "impact-new",
        "impact-gone",
        "impact-in-townships",
    ];
    let mut table = of.table(&["column-duty"], &figures);
    let mut bracketed = false;
    for over in kept_over(of) {
        let turns = over.sum;
        bracketed |= turns.new_failing + turns.gone_failing > 0;
        table.row(vec![
            over.duty.name.clone(),
            turns.worse.to_string(),
            turns.better.to_string(),
            turns.other.to_string(),
            of_which(of, turns.new, turns.new_failing),
            of_which(of, turns.gone, turns.gone_failing),
            over.townships.to_string(),
        ]);
    }
    let remark = bracketed.then_some("impact-kept-remark");
    part(of, out, "impact-kept", &table, remark);
}

fn unasked(of: &Impact<'_>, out: &mut String) {
    let figures = [
        "impact-findings",
        "impact-met",
        "impact-recorded",
        "impact-unrecorded",
        "impact-in-townships",
    ];
    let mut table = of.table(&["column-duty"], &figures);
    for over in unasked_over(of) {
        let [findings, recorded, met] = over.sum;
        table.row(vec![
            over.duty.name.clone(),
            findings.to_string(),
            met.to_string(),
            recorded.to_string(),
            findings.saturating_sub(recorded).to_string(),
            over.townships.to_string(),
        ]);
    }
    part(
        of,
        out,
        "impact-unasked",
        &table,
        Some("impact-unasked-remark"),
    );
}

fn dropped(of: &Impact<'_>, out: &mut String) {
    let figures = ["impact-findings", "impact-failed", "impact-in-townships"];
    let mut table = of.table(&["column-duty"], &figures);
    for over in dropped_over(of) {
        let [findings, failing] = over.sum;
        table.row(vec![
            over.duty.name.clone(),
            findings.to_string(),
            failing.to_string(),
            over.townships.to_string(),
        ]);
    }
    part(of, out, "impact-dropped", &table, None);
}

/// New and withdrawn proposals of one maker.
#[derive(Default)]
pub(super) struct Proposals<'a> {
    pub(super) is_veto: bool,
    pub(super) proposed: usize,
    pub(super) unasked: usize,
    pub(super) withdrawn: usize,
    pub(super) townships: BTreeSet<&'a str>,
}

/// By name and id of whoever proposes: vetoes first.
pub(super) fn proposals_over<'a>(of: &'a Impact<'_>) -> Vec<((&'a str, &'a str), Proposals<'a>)> {
    let mut all: BTreeMap<(bool, &str, &str), Proposals<'_>> = BTreeMap::new();
    for (township, compared) in of.compared() {
        let sorted = &compared.sorted;
        let new = sorted.proposed.iter().map(|g| (g, true));
        let gone = sorted.withdrawn.iter().map(|g| (g, false));
        for (ground, is_new) in new.chain(gone) {
            let by = &ground.proposal.by;
            let entry = all.entry((!ground.is_veto, &by.name, &by.id)).or_default();
            entry.is_veto = ground.is_veto;
            entry.proposed += usize::from(is_new);
            entry.unasked += usize::from(is_new && ground.unasked);
            entry.withdrawn += usize::from(!is_new);
            entry.townships.insert(township.folder);
        }
    }
    let all = all.into_iter();
    all.map(|((_, name, id), p)| ((name, id), p)).collect()
}

fn proposals(of: &Impact<'_>, out: &mut String) {
    let figures = [
        "impact-proposed",
        "impact-proposed-unasked",
        "impact-withdrawn",
        "impact-in-townships",
    ];
    let mut table = of.table(&["column-by", "impact-kind"], &figures);
    for ((name, _), proposals) in proposals_over(of) {
        let kind = match proposals.is_veto {
            true => "impact-veto",
            false => "impact-measure",
        };
        table.row(vec![
            name.to_owned(),
            of.word(kind),
            proposals.proposed.to_string(),
            proposals.unasked.to_string(),
            proposals.withdrawn.to_string(),
            proposals.townships.len().to_string(),
        ]);
    }
    part(of, out, "impact-proposals", &table, None);
}

/// Said below scores where they count what nobody was asked for.
fn counted_too(of: &Impact<'_>) -> Option<&'static str> {
    let any = of.compared().any(|(_, c)| !c.sorted.unasked.is_empty());
    any.then_some("impact-scores-remark")
}

fn spread(of: &Impact<'_>, out: &mut String) {
    let figures = [
        "impact-sheets",
        "impact-lowest",
        "impact-middle",
        "impact-highest",
    ];
    let texts = ["column-scorecard", "impact-side", "impact-grades"];
    let mut table = of.table(&texts, &figures);
    for spread in spreads(of) {
        if spread.before == spread.after {
            continue;
        }
        let sides = [
            ("what-if-before", &spread.before),
            ("what-if-after", &spread.after),
        ];
        for (side, scores) in sides {
            let mut row = vec![
                spread.scorecard.name.clone(),
                of.word(side),
                grades(of, scores),
            ];
            row.push(scores.scores.len().to_string());
            row.extend(match scores.range() {
                Some(range) => range.map(|score| score.to_string()),
                None => ["-", "-", "-"].map(str::to_owned),
            });
            table.row(row);
        }
    }
    part(of, out, "impact-scores", &table, counted_too(of));
}

fn grades(of: &Impact<'_>, scores: &Scores<'_>) -> String {
    let grades = scores.grades.iter();
    let grades: Vec<String> = grades
        .map(|(grade, count)| format!("{grade} {count}"))
        .collect();
    match grades.is_empty() {
        true => "-".to_owned(),
        false => of.words.list(&grades),
    }
}

fn ranks(of: &Impact<'_>, out: &mut String) {
    let texts = ["column-scorecard", "impact-township"];
    let figures = [
        "impact-score-before",
        "impact-rank-before",
        "impact-score-after",
        "impact-rank-after",
    ];
    let mut table = of.table(&texts, &figures);
    for card in standings(of) {
        for ranked in &card.townships {
            let mut row = vec![card.scorecard.name.clone(), ranked.name.to_owned()];
            row.extend(place(ranked.before));
            row.extend(place(ranked.after));
            table.row(row);
        }
    }
    part(of, out, "impact-ranks", &table, counted_too(of));
}

fn place(place: Option<Place>) -> [String; 2] {
    match place {
        Some(place) => [place.score.to_string(), place.rank.to_string()],
        None => ["-", "-"].map(str::to_owned),
    }
}

/// What all townships are asked for in a year, before and after, by figure.
pub(super) fn burden_over(of: &Impact<'_>) -> Vec<(Figure, u64, u64)> {
    let sum = |figure: Figure| {
        let total = |pick: fn(&Compared<'_>, Figure) -> Amount| -> Amount {
            of.compared().map(|(_, c)| pick(c, figure)).sum()
        };
        let before = total(|c, figure| c.before.burden.total(figure));
        let after = total(|c, figure| c.after.burden.total(figure));
        (figure, before.year, after.year)
    };
    let all = Figure::ALL.iter().copied().map(sum);
    all.filter(|(figure, before, after)| before != after || ALWAYS.contains(figure))
        .collect()
}

fn burden(of: &Impact<'_>, out: &mut String) {
    let figures = ["what-if-before", "what-if-after", "what-if-difference"];
    let mut table = of.table(&["impact-figure"], &figures);
    for (figure, before, after) in burden_over(of) {
        let sign = if after >= before { "+" } else { "-" };
        table.row(vec![
            figure_name(of.words, figure),
            amount(figure, before),
            amount(figure, after),
            format!("{sign}{}", amount(figure, before.abs_diff(after))),
        ]);
    }
    part(of, out, "impact-burden", &table, None);
}
