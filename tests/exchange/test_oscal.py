"""OSCAL is read by compliance-trestle, and says what the audit says."""

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
                text = path.read_text("utf-8")
                plain = json.loads(text)
                yield audit, model.model_validate_json(text), plain

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

    def test_a_plan_of_action_has_what_fails_and_nothing_else(self):
        with_plan = set()
        for audit, read, _ in self.each("oscal-poam", Poam):
            with_plan.add(audit.name)
            items = read.plan_of_action_and_milestones.poam_items
            self.assertEqual(
                [(props(i)["status"], props(i)["day"]) for i in items],
                [(f["status"], f["day"]) for _, _, f in audit.failing()],
            )
        without = {audit.name for audit, _, _ in exports("csv")} - with_plan
        self.assertEqual(without, {"empty", "clean"})

    def test_persons_are_staff_numbers(self):
        for audit, read, _ in self.each("oscal-poam", Poam):
            holders = {w.get("holder") for _, _, f in audit.failing() for w in f.get("accountable", [])}
            parties = read.plan_of_action_and_milestones.metadata.parties or []
            self.assertEqual({p.root.name if hasattr(p, "root") else p.name for p in parties}, holders - {None})


if __name__ == "__main__":
    unittest.main()
