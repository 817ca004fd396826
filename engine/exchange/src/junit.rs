//! JUnit XML: a suite for each township, a case for each finding.

use luoshi_audit::{Audit, Township, Trouble};
use luoshi_rules::Status;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::columns::is_simulated;
use crate::format::ExportError;
use crate::telling::{Telling, line, printable};
use crate::whole::{Case, Entry, Whole};

/// The audit as JUnit XML.
pub(crate) fn write(whole: &Whole<'_>, telling: Telling) -> Result<Vec<u8>, ExportError> {
    let mut out = Writer::new_with_indent(Vec::new(), b' ', 1);
    written(&mut out, whole, telling).map_err(|error| ExportError::Write(error.to_string()))?;
    let mut bytes = out.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

type Out = Writer<Vec<u8>>;
type Done = std::io::Result<()>;

fn written(out: &mut Out, whole: &Whole<'_>, telling: Telling) -> Done {
    out.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let suites: Vec<Suite> = whole.townships.iter().map(|e| suite(e, telling)).collect();
    let all = suites
        .iter()
        .map(Suite::counts)
        .fold([0; 4], |mut sum, of| {
            sum.iter_mut().zip(of).for_each(|(sum, n)| *sum += n);
            sum
        });
    let [tests, failures, errors, _] = all.map(|n: usize| n.to_string());
    let attributes = [
        ("name", "luoshi"),
        ("tests", &tests),
        ("failures", &failures),
        ("errors", &errors),
    ];
    out.write_event(Event::Start(start("testsuites", &attributes)))?;
    for (at, suite) in suites.iter().enumerate() {
        suite.write(out, at, whole.audit)?;
    }
    end(out, "testsuites")
}

/// A township.
struct Suite<'a> {
    township: &'a Township,
    tests: Vec<Test>,
}

/// A case: what is judged, and what it came to.
struct Test {
    class: String,
    name: String,
    verdict: Verdict,
}

/// What a case came to.
enum Verdict {
    /// With a remark, or none.
    Passed(Option<String>),
    /// Why it cannot be told, or need not be.
    Skipped(Told),
    Failed(Told),
    /// It could not be judged.
    Error(Told),
}

/// What an element says of a case: the word for it, one line, and all of it.
struct Told {
    word: String,
    message: String,
    text: String,
}

fn suite<'a>(entry: &Entry<'a>, telling: Telling) -> Suite<'a> {
    let township = entry.township;
    let mut tests: Vec<Test> = Vec::new();
    let troubles = entry.troubles().iter();
    tests.extend(troubles.map(|trouble| broken(township, trouble, telling)));
    if let Some(told) = entry.told() {
        for (duty, counts) in &told.duties {
            let class = class(township, &duty.id);
            if let Some(met) = counts.counts.get(&Status::Met) {
                // What is met is counted in an audit and no more, so one case stands for all of it.
                let name = telling.say("junit-met", [("met", i64::from(*met).into())]);
                tests.push(Test {
                    class,
                    name: format!("{} {name}", duty.name),
                    verdict: Verdict::Passed(None),
                });
            }
        }
        tests.extend(told.cases.iter().map(|case| test(case, telling)));
    }
    Suite { township, tests }
}

fn class(township: &Township, of: &str) -> String {
    // A dot parts packages from classes for whoever shows them as a tree.
    format!("{}.{of}", township.code.replace('.', "_"))
}

fn test(case: &Case<'_>, telling: Telling) -> Test {
    let verdict = match case.finding.status {
        Status::Violated | Status::Missed => Verdict::Failed(told(case, telling)),
        Status::Late if case.finding.fails => Verdict::Failed(told(case, telling)),
        Status::Late | Status::Met => Verdict::Passed(Some(telling.sentence(case))),
        Status::Suspect
        | Status::Unknown
        | Status::Unset
        | Status::DueSoon
        | Status::Pending
        | Status::Waived
        | Status::NotApplicable => Verdict::Skipped(told(case, telling)),
    };
    Test {
        class: class(case.township, &case.duty.id),
        name: case.finding.id.clone(),
        verdict,
    }
}

fn told(case: &Case<'_>, telling: Telling) -> Told {
    let who = case.finding.accountable.iter().map(|who| telling.who(who));
    let who: Vec<String> = who.collect();
    let fields = [
        ("clauses", telling.clauses(case)),
        ("accountable", telling.list(&who)),
        ("evidence", telling.list(&case.finding.evidence)),
    ];
    let mut text = vec![telling.sentence(case)];
    let fields = fields.into_iter().filter(|(_, value)| !value.is_empty());
    text.extend(fields.map(|(field, value)| {
        let label = telling.word(&format!("column-{field}"));
        telling.say("field", [("field", label.into()), ("value", value.into())])
    }));
    Told {
        word: case.finding.status.word().to_owned(),
        message: telling.title(case),
        text: text.join("\n"),
    }
}

fn broken(township: &Township, trouble: &Trouble, telling: Telling) -> Test {
    let place = trouble.place.as_ref();
    let place = place.map(|at| format!("\n{}:{}:{}", at.file, at.line, at.column));
    Test {
        class: class(township, &trouble.code),
        name: telling.word("broken-rule"),
        verdict: Verdict::Error(Told {
            word: trouble.code.clone(),
            message: line(telling.pick(&trouble.message)),
            text: telling.trouble(trouble) + place.as_deref().unwrap_or_default(),
        }),
    }
}

impl Suite<'_> {
    /// Cases, failures, errors, skipped.
    fn counts(&self) -> [usize; 4] {
        let count = |of: fn(&Verdict) -> bool| self.tests.iter().filter(|t| of(&t.verdict)).count();
        [
            self.tests.len(),
            count(|v| matches!(v, Verdict::Failed(_))),
            count(|v| matches!(v, Verdict::Error(_))),
            count(|v| matches!(v, Verdict::Skipped(_))),
        ]
    }

    fn write(&self, out: &mut Out, at: usize, audit: &Audit) -> Done {
        let [tests, failures, errors, skipped] = self.counts().map(|n| n.to_string());
        let attributes = [
            ("name", self.township.name.as_str()),
            ("tests", &tests),
            ("failures", &failures),
            ("errors", &errors),
            ("skipped", &skipped),
            ("timestamp", &format!("{}T00:00:00", audit.head.as_of)),
            ("id", &at.to_string()),
            ("package", &self.township.code),
        ];
        out.write_event(Event::Start(start("testsuite", &attributes)))?;
        self.properties(out, audit)?;
        for test in &self.tests {
            test.write(out)?;
        }
        end(out, "testsuite")
    }

    fn properties(&self, out: &mut Out, audit: &Audit) -> Done {
        let properties = [
            ("county", self.township.county.as_str()),
            ("source", &self.township.source),
            ("as_of", &audit.head.as_of.to_string()),
            ("engine", &audit.head.engine),
            (
                "simulated",
                if is_simulated(self.township) {
                    "true"
                } else {
                    "false"
                },
            ),
        ];
        out.write_event(Event::Start(BytesStart::new("properties")))?;
        for (name, value) in properties {
            let property = start("property", &[("name", name), ("value", value)]);
            out.write_event(Event::Empty(property))?;
        }
        end(out, "properties")
    }
}

impl Test {
    fn write(&self, out: &mut Out) -> Done {
        let attributes = [("classname", self.class.as_str()), ("name", &self.name)];
        let case = start("testcase", &attributes);
        if matches!(self.verdict, Verdict::Passed(None)) {
            return out.write_event(Event::Empty(case));
        }
        out.write_event(Event::Start(case))?;
        match &self.verdict {
            Verdict::Passed(None) => {}
            Verdict::Passed(Some(remark)) => element(out, start("system-out", &[]), remark)?,
            Verdict::Skipped(told) => told.write(out, "skipped")?,
            Verdict::Failed(told) => told.write(out, "failure")?,
            Verdict::Error(told) => told.write(out, "error")?,
        }
        end(out, "testcase")
    }
}

impl Told {
    fn write(&self, out: &mut Out, name: &'static str) -> Done {
        let attributes = [("type", self.word.as_str()), ("message", &self.message)];
        element(out, start(name, &attributes), &self.text)
    }
}

fn element(out: &mut Out, start: BytesStart<'_>, text: &str) -> Done {
    let close = start.to_end().into_owned();
    out.write_event(Event::Start(start.clone()))?;
    out.write_event(Event::Text(BytesText::new(&printable(text))))?;
    out.write_event(Event::End(close))
}

fn start(name: &'static str, attributes: &[(&str, &str)]) -> BytesStart<'static> {
    let mut start = BytesStart::new(name);
    for (name, value) in attributes {
        start.push_attribute((*name, line(&printable(value)).as_str()));
    }
    start
}

fn end(out: &mut Out, name: &'static str) -> Done {
    out.write_event(Event::End(BytesEnd::new(name)))
}
