"""OSCAL is read by compliance-trestle, and says what the audit says."""

import functools
import json
import unittest
import uuid

from trestle.oscal.assessment_results import AssessmentResults, Model as Results
from trestle.oscal.poam import Model as Poam, PlanOfActionAndMilestones

from samples import exports


def named(*parts):
    """An identifier, made once more as FORMATS.md says."""
    namespace = uuid.uuid5(uuid.NAMESPACE_URL, "urn:luoshi:exchange")
    return str(uuid.uuid5(namespace, json.dumps(parts, ensure_ascii=False, separators=(",", ":"))))


@functools.cache
def read_by(model, path):
    """What the model makes of a file. The largest takes it long, and every test looks at it."""
    return model.model_validate_json(path.read_text("utf-8"))


def props(of):
    return {p.name: p.value for p in of.props or []}


def identifiers(value, key="uuid"):
    if isinstance(value, dict):
        for name, inner in value.items():
            if name == key:
                yield inner
            else:
                yield from identifiers(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from identifiers(inner, key)


def references(value):
    if isinstance(value, dict):
        for name, inner in value.items():
            if name.endswith("-uuid"):
                yield inner
            elif name == "party-uuids":
                yield from inner
            else:
                yield from references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from references(inner)


class Oscal(unittest.TestCase):
    def each(self, kind, model):
        for audit, language, path in exports(kind):
            with self.subTest(audit=audit.name, language=language):
                yield audit, read_by(model, path), json.loads(path.read_text("utf-8"))

    def test_trestle_reads_files_as_it_reads_any(self):
        for kind, model in [("oscal-ar", AssessmentResults), ("oscal-poam", PlanOfActionAndMilestones)]:
            for audit, language, path in exports(kind):
                if audit.name != "large":
                    with self.subTest(audit=audit.name, language=language, kind=kind):
                        copy = path.with_name(f"{path.name}.json")
                        copy.write_bytes(path.read_bytes())
                        self.assertIsNotNone(model.oscal_read(copy))

    def test_identifiers_are_used_once_and_lead_somewhere(self):
        for kind, model in [("oscal-ar", Results), ("oscal-poam", Poam)]:
            for _, _, plain in self.each(kind, model):
                ids = list(identifiers(plain))
                self.assertEqual(len(ids), len(set(ids)))
                self.assertLessEqual(set(references(plain)), set(ids))

    def test_identifiers_are_made_of_what_they_name(self):
        for audit, read, _ in self.each("oscal-ar", Results):
            for township, result in zip(audit.townships, read.assessment_results.results):
                component = named("component", township["code"], township["source"], "")
                self.assertEqual(result.local_definitions.components[0].uuid, component)

    def test_each_township_is_a_result(self):
        for audit, read, _ in self.each("oscal-ar", Results):
            results = read.assessment_results.results
            self.assertEqual(len(results), max(1, len(audit.townships)))
            broken = [r for r in results if props(r).get("state") == "broken"]
            self.assertEqual(len(broken), len(audit.broken()))

    def test_each_finding_is_an_observation_with_its_status(self):
        for audit, read, _ in self.each("oscal-ar", Results):
            seen = [
                props(o)["status"]
                for result in read.assessment_results.results
                for o in result.observations or []
                if "status" in props(o)
            ]
            self.assertEqual(seen, [f["status"] for _, _, f in audit.findings()])

    def test_a_duty_is_satisfied_only_where_nothing_fails_and_all_is_known(self):
        for audit, read, _ in self.each("oscal-ar", Results):
            for township, result in zip(audit.townships, read.assessment_results.results):
                if "broken" in township["outcome"]:
                    self.assertEqual([f.target.status.state.value for f in result.findings], ["not-satisfied"])
                    continue
                judged = township["outcome"]["judged"]
                expected = []
                for counts in judged["duties"]:
                    mine = [f for f in judged["findings"] if f["duty"] == counts["duty"]]
                    if any(f["fails"] for f in mine):
                        expected.append("not-satisfied")
                    elif any(f["status"] in ("unknown", "unset") for f in mine):
                        pass
                    elif counts["counts"].get("met", 0) + counts["counts"].get("late", 0):
                        expected.append("satisfied")
                self.assertEqual([f.target.status.state.value for f in result.findings or []], expected)

    def test_a_suspect_is_a_discovery_and_a_waiver_an_approved_deviation(self):
        for audit, _, plain in self.each("oscal-ar", Results):
            results = plain["assessment-results"]["results"]
            for observation in (o for r in results for o in r.get("observations", [])):
                told = {p["name"]: p["value"] for p in observation.get("props", [])}
                if "status" in told:
                    expected = "discovery" if told["status"] == "suspect" else "control-objective"
                    self.assertEqual(observation["types"], [expected])
            risks = [risk for r in results for risk in r.get("risks", [])]
            self.assertEqual([r["status"] for r in risks], ["deviation-approved"] * len(list(audit.findings("waived"))))

    def test_a_plan_of_action_has_what_is_open_and_nothing_else(self):
        with_plan = set()
        for audit, read, _ in self.each("oscal-poam", Poam):
            with_plan.add(audit.name)
            plan = read.plan_of_action_and_milestones
            risks = {risk.uuid: risk for risk in plan.risks}
            told = []
            for item in plan.poam_items:
                risk, own = risks[item.related_risks[0].risk_uuid], props(item)
                due = risk.deadline and risk.deadline.date().isoformat()
                overdue = own.get("overdue-workdays")
                told.append((own["township"], own["finding"], own["state"], text(risk.status), own.get("notified"), due, overdue and int(overdue)))
            one_line = [(" ".join(code.split()), " ".join(finding.split()), *course) for code, finding, *course in audit.open()]
            if audit.name != "hostile":
                self.assertEqual(sorted(told, key=str), sorted(one_line, key=str))
            self.assertEqual(len(told), len(one_line))
        without = {audit.name for audit, _, _ in exports("csv")} - with_plan
        self.assertEqual(without, {"empty", "clean"})

    def test_what_is_overdue_has_its_step_of_the_ladder_and_a_log(self):
        for audit, read, _ in self.each("oscal-poam", Poam):
            if audit.name == "followed":
                plan = read.plan_of_action_and_milestones
                steps = {props(i)["finding"]: props(i).get("ladder-step") for i in plan.poam_items}
                self.assertEqual({k.split("/")[1] for k, step in steps.items() if step == "通报"}, {"overdue"})
                logs = [[e.start.date().day for e in r.risk_log.entries] for r in plan.risks if r.risk_log]
                self.assertEqual(sorted(logs), [[1], [1], [1, 2], [1, 3, 21], [1, 5], [21]])

    def test_persons_are_staff_numbers(self):
        for audit, read, _ in self.each("oscal-poam", Poam):
            open_ids = {finding for _, finding, *_ in audit.open()}
            answering = [f for _, _, f in audit.failing() if f["id"] in open_ids]
            holders = {w.get("holder") for f in answering for w in f.get("accountable", [])}
            parties = read.plan_of_action_and_milestones.metadata.parties or []
            self.assertEqual({p.root.name if hasattr(p, "root") else p.name for p in parties}, holders - {None})


def text(of):
    """A word of OSCAL, however often the model wraps it."""
    while not isinstance(of, str):
        of = of.value if hasattr(of, "value") else of.root
    return of


if __name__ == "__main__":
    unittest.main()
