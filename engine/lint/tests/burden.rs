//! What must hold of a statement of burden, for any plan: adding a duty never lowers a figure, and the
//! parts add up to the whole.
#![allow(clippy::disallowed_methods, reason = "the test reads published plans")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::Path;

use luoshi_diagnostics::Sources;
use luoshi_lint::Limits;
use luoshi_lint::burden::{Amount, Burden, Figure, Minutes, burden, compare};
use luoshi_plan::{Folder, Plan, PlanFile, parse, resolve};

const TOWNSHIPS: [&str; 3] = ["pingtang-2012", "nao-2012", "township-2006"];

/// One duty of each sort, for everybody and for each village.
const DUTIES: [&str; 8] = [
    "meetings: [{ id: new, name: 新会, convenor: mayor, cadence: { every: week, at_least: 2 } }]",
    "activities: [{ id: new, name: 新查访, responsible: mayor, for_each: villages, cadence: { every: month, at_least: 1 }, requires: { marks: [photo], attachments: 2 } }]",
    "activities: [{ id: new, name: 新月报, responsible: village_party_secretary, for_each: villages, evidence: report, cadence: { every: month, at_least: 1, partial: skip } }]",
    "tasks: [{ id: new, name: 新任务, responsible: mayor, for_each: villages, due: { within: 30d } }]",
    "documents: [{ id: new, name: 新文书, due: { within: 30d, after: plan_issued } }]",
    "coverage: [{ id: new, name: 新责任书, responsible: village_party_secretary, for_each: villages, lapses: { within: 2mo } }]",
    "rosters: [{ id: new, name: 新值班, responsible: mayor, crew: 3, cadence: { every: day, at_least: 1 } }]",
    "indicators: [{ id: new, name: 新指标, responsible: mayor, from: metric_sum, direction: up, every: month }]",
];

fn folder(name: &str) -> Folder {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../policies")
        .join(name);
    let mut texts: Vec<(String, String)> = std::fs::read_dir(path)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "yaml"))
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, std::fs::read_to_string(path).unwrap())
        })
        .collect();
    texts.retain(|(name, _)| name != "planted.yaml" && name != "profile.yaml");
    texts.sort();
    Folder {
        name: String::new(),
        texts,
        ..Folder::default()
    }
}

fn plan(name: &str, with: Option<&str>) -> Plan {
    let mut sources = Sources::default();
    let mut read = |folder: &Folder| -> PlanFile { parse(folder, &mut sources) };
    let mut own = folder(name);
    own.texts
        .extend(with.map(|duty| ("zz.yaml".to_owned(), format!("luoshi: 1\n{duty}\n"))));
    let file = read(&own);
    let packages =
        ["central-2015", "county-security", "ledger-signs"].map(|name| read(&folder(name)));
    let staged = resolve(&file, &packages);
    staged
        .value
        .unwrap_or_else(|| panic!("{name} {with:?}: {:?}", staged.notes))
}

fn counted(plan: &Plan) -> Burden {
    burden(plan, &Minutes::of(&Limits::own(), plan.header.issued))
}

#[test]
fn a_further_duty_never_lowers_a_figure() {
    for name in TOWNSHIPS {
        let before = counted(&plan(name, None));
        for duty in DUTIES {
            let after = counted(&plan(name, Some(duty)));
            for figure in Figure::ALL {
                let (was, is) = (before.total(*figure), after.total(*figure));
                assert!(
                    was.period <= is.period && was.year <= is.year,
                    "{name} {figure:?} {duty}"
                );
            }
            let changes = compare(&before, &after);
            assert!(!changes.is_empty(), "{name} {duty}");
            let by: Vec<&str> = changes
                .iter()
                .flat_map(|c| &c.duties)
                .map(|d| d.id.as_str())
                .collect();
            assert!(by.iter().all(|id| *id == "new"), "{name} {by:?}");
            assert_eq!(
                changes.len(),
                compare(&after, &before).len(),
                "the other way round"
            );
        }
    }
}

#[test]
fn the_parts_add_up_to_the_whole() {
    for name in TOWNSHIPS {
        let plan = plan(name, None);
        let burden = counted(&plan);
        let records = burden.total(Figure::Records);
        let kinds: Amount = Figure::KINDS.iter().map(|kind| burden.total(*kind)).sum();
        assert_eq!(kinds, records, "{name}: kinds of record");
        for (what, records_of, minutes_of) in [
            (
                "roles",
                burden.roles.iter().map(|r| r.records).sum::<Amount>(),
                burden.roles.iter().map(|r| r.minutes).sum::<Amount>(),
            ),
            (
                "posts",
                burden.posts.iter().map(|p| p.records).sum(),
                burden.posts.iter().map(|p| p.minutes).sum(),
            ),
        ] {
            assert_eq!(records_of, records, "{name}: {what}");
            assert_eq!(minutes_of, burden.total(Figure::Minutes), "{name}: {what}");
        }
        let months: u64 = burden.months.iter().map(|(.., count)| count).sum();
        assert_eq!(
            months,
            burden.total(Figure::Deadlines).period,
            "{name}: months"
        );
        assert_eq!(
            compare(&burden, &burden),
            Vec::new(),
            "{name}: against itself"
        );
    }
}

#[test]
fn what_the_calendar_says_by_hand() {
    let nao = counted(&plan("nao-2012", None));
    let of = |id: &str, figure| {
        nao.demands
            .iter()
            .find(|d| d.id == id)
            .unwrap()
            .amount(figure)
    };
    // April from the 5th on is more than half: nine months. Eleven villages from April on, one from
    // June, and each of three offices goes to each of them.
    let visits = of("monthly_visit_each", Figure::Visits);
    assert_eq!(
        visits,
        Amount {
            period: (11 * 9 + 7) * 3,
            year: 12 * 12 * 3
        }
    );
    // Two quarters of three are whole, and from 5 April on there is more than half of the first.
    assert_eq!(
        of("bulletin_meeting", Figure::Meetings),
        Amount { period: 3, year: 4 }
    );
    // Twelve nights a month, four persons a night.
    assert_eq!(
        of("night_patrol", Figure::Shifts),
        Amount {
            period: 9 * 12 * 4,
            year: 12 * 12 * 4
        }
    );
    // A letter for each of twelve villages, once.
    assert_eq!(
        of("responsibility_letter", Figure::Letters),
        Amount::once(12)
    );
    assert_eq!(nao.workdays, 187);
}
