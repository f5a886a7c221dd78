"""Recorded verdicts: steps judged on the days around every change of law, in memory, one file a procedure.

A scenario names a step, what lies in the file, and for each day what the procedure said: whether the step
may be taken, the rules against it, and for every rule asked its row, its force and its citation. A
changed verdict is a changed law or a changed procedure, and a person must say which was meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

import law
from law.electorate import Person as Voter
from permissions.roles import Relation, Role
from permissions.standing import Standing
from workflows import catalogue
from workflows.facts import BodyFact, Facts, Finding, Row, Subject, Taken
from workflows.sitting import Sitting
from workflows.stages import Step

FOLDER = Path(__file__).parent
#: In the place of a step: the rights of the person concerned.
RIGHTS = "rights"


@dataclass(frozen=True)
class Scenario:
    """One step of one procedure with what lies in the file, and the recorded verdict of each day."""

    procedure: str
    name: str
    step: str
    facts: Mapping[str, Any]
    answers: Mapping[str, Any] | None
    verdicts: Mapping[date, Mapping[str, Any]]

    @property
    def rules(self) -> frozenset[str]:
        """The rules the scenario asks on any of its days."""
        return frozenset(rule for said in self.verdicts.values() for rule in said["law"])

    def judged(self, day: date) -> dict[str, Any]:
        """Return the verdict of that day under the law in use, in the shape that is recorded."""
        procedure = catalogue.get(self.procedure)
        if self.step == RIGHTS:
            hits = [law.rule(r.rule, on=day).as_json() for r in procedure.rights if r.rule]
            return {"law": _of_law(hits)}
        step = procedure.step(self.step)
        if step is None:
            raise KeyError(f"{self.procedure} has no step {self.step!r}.")
        facts = _facts(self, step, day)
        verdict = procedure.refusals(step, facts, _standing(step, day), self.answers)
        return {
            "may": verdict.allowed,
            "against": sorted({reason.rule for reason in verdict.reasons}),
            "law": _of_law(verdict.hits),
        }

    def red(self) -> list[date]:
        """Return the days whose verdict under the law in use is not the recorded one."""
        return [day for day, said in self.verdicts.items() if self.judged(day) != said]


@cache
def scenarios() -> tuple[Scenario, ...]:
    """Return all recorded scenarios, in the order of the files."""
    return tuple(one for path in sorted(FOLDER.glob("*.yaml")) for one in read(path))


def read(path: Path) -> Iterator[Scenario]:
    """Yield the scenarios of one file."""
    told = yaml.safe_load(path.read_text(encoding="utf-8"))
    for one in told["scenarios"]:
        yield Scenario(
            procedure=told["procedure"],
            name=one["name"],
            step=one["step"],
            facts=one.get("facts", {}),
            answers=one.get("answers"),
            verdicts={day: said or {"law": {}} for day, said in one["verdicts"].items()},
        )


def _of_law(hits: Any) -> dict[str, str]:
    """Return each rule asked with its row, its force, its citation, or what is near it."""
    said = {}
    for hit in hits:
        near = ", ".join(one["key"] for one in hit["proposals"] if one["key"])
        words = (hit["key"] or "no row", hit["state"], hit["confidence"], hit["citation"], near)
        said[hit["rule"]] = "; ".join(filter(None, words))
    return said


def _facts(scenario: Scenario, step: Step, day: date) -> Facts:
    told = scenario.facts
    finding = Finding(1, 1, step.source[0]) if step.about_finding else None
    stage = told.get("stage") or ("" if step.about_finding else step.source[0])
    return Facts(
        procedure=scenario.procedure,
        stage=stage,
        acted_on=day,
        today=day,
        opened_on=day,
        moved_on=day,
        body=told.get("body", "ubkt"),
        level=told.get("level", "xa"),
        members=told.get("members", 5),
        subjects=(
            Subject(
                1,
                told.get("subject") != "to_chuc_dang",
                1,
                told.get("subject", "dang_vien"),
                told.get("holds_post", False),
                told.get("subject_level", ""),
                told.get("stands", ""),
            ),
        ),
        own=1,
        locality=told.get("locality", ""),
        beside=tuple(told.get("beside", ())),
        under=told.get("under", ""),
        secretaries=tuple(told.get("secretaries", ())),
        bodies=_bodies(told),
        sitting=_sitting(told["sitting"], day) if "sitting" in told else None,
        findings=(finding,) if finding else tuple(_concluded(told.get("findings", ()))),
        finding=finding,
        taken={code: Taken(day, day, 1) for code in told.get("taken", ())},
        rows=tuple(
            Row(number, row["kind"], number, 1, day, row.get("step", ""), row["facts"])
            for number, row in enumerate(told.get("rows", ()), start=1)
        ),
    )


def _bodies(told: Mapping[str, Any]) -> dict[int, BodyFact]:
    """The handling body as number 1, and those the scenario names beside it."""
    others = {number: BodyFact(number, *kinds) for number, kinds in told.get("bodies", {}).items()}
    return {1: BodyFact(1, told.get("body", "ubkt"), told.get("level", "xa")), **others}


def _sitting(told: Mapping[str, Any], day: date) -> Sitting:
    """A meeting in session: so many who are simply there or away, and those with something special."""
    special = [
        *((s, True) for s in told.get("here", ())),
        *((s, False) for s in told.get("away", ())),
    ]
    plain = [*[True] * told["present"], *[False] * told.get("absent", 0)]
    people = [Voter(str(n), frozenset(), here) for n, here in enumerate(plain, start=1)]
    people += [
        Voter(str(n), frozenset({status}), here)
        for n, (status, here) in enumerate(special, start=len(people) + 1)
    ]
    people[0] = replace(people[0], accused=told.get("accused", False))
    return Sitting("HN", told.get("of", 1), told["kind"], day, "dang_hop", ("",), tuple(people))


def _concluded(stages: Iterable[str]) -> Iterator[Finding]:
    """Findings of the only subject, each at the stage of its own machine."""
    return (Finding(number, 1, stage) for number, stage in enumerate(stages, start=1))


def _standing(step: Step, day: date) -> Standing:
    """Somebody who may take the step: the holder of its first seat."""
    seat: tuple[Relation, Role] = step.by.seats[0]
    return Standing(1, day, {seat[0]: frozenset({seat[1]})})
