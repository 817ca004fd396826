//! Pairs of rules whose relation is known beforehand, each example judged again by the engine.

mod plans;

#[test]
fn show() {
    let w = plans::written(r#"
rules:
  - { id: a, name: 甲, holds: 'duty("council").failing <= 2' }
  - { id: b, name: 乙, holds: 'duty("council").failing < 3' }
  - { id: c, name: 丙, holds: 'duty("council").failing <= 3' }
  - { id: d, name: 丁, holds: 'duty("council").failing > 3' }
  - { id: e, name: 戊, holds: 'if duty("council").unknown > 0 { throw "没有" } else { duty("council").failing <= 2 }' }
  - { id: f, name: 己, for_each: [villages], holds: 'incidents("theft") + incidents("burglary") == 0 || (duty("watch").judged > 0 && duty("watch").failing == 0)' }
  - { id: g, name: 庚, for_each: [villages], holds: 'incidents("theft") == 0 || duty("watch").failing == 0' }
  - { id: h, name: 辛, for_each: [villages], holds: 'duty("visit").met * 100 / duty("visit").judged >= 80' }
  - { id: i, name: 壬, for_each: [villages], holds: 'duty("visit").met * 5 >= duty("visit").judged * 4' }
  - { id: j, name: 癸, holds: 'duty("exchange").missed + duty("exchange").late == 0' }
  - { id: k, name: 子, holds: 'duty("exchange").failing == 0 && incidents("theft") < 3' }
  - { id: l, name: 丑, holds: 'duty("visit").failing <= 3' }
  - { id: m, name: 寅, for_each: [villages], holds: 'duty("visit").failing <= 3' }
"#);
    for (a, b) in [("a","b"),("a","c"),("a","d"),("a","e"),("f","g"),("h","i"),("j","k"),("l","m"),("m","h")] {
        let start = std::time::Instant::now();
        let analysis = w.compare(a, b).expect("both are there");
        println!("{a} {b}: {:?} {:?} runs {} pinned {} {:?} {:?} {:?}", analysis.relation(), analysis.reach, analysis.runs, analysis.pinned, analysis.habit(0), analysis.habit(1), start.elapsed());
        for (end, example) in &analysis.ends {
            println!("   {end:?} {:?} {:?}", example.subject, example.facts.iter().filter(|f| f.1 > 0).collect::<Vec<_>>());
            match &example.ledger {
                Some(Ok(l)) => {
                    println!("      as of {} whole {} duties {:?} subjects {:?}", l.as_of, l.whole, l.duties, l.subjects);
                    for r in &l.records { println!("      {}", r.to_json()); }
                    println!("      {:?} {:?}", plans::judged(&w.plan, a, example), plans::judged(&w.plan, b, example));
                }
                other => println!("      {other:?}"),
            }
        }
    }
}
