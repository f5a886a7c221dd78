"""A blank filled in: about these people of this cell, on days moved on, every step judged again and linked anew.

A copy is no shadow of the blank: its facts are judged by the same refusals under the law of its own days, its hashes
are made by the door's own functions over its own words, and its papers have numbers of their own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

from django.db.models import Model

from cases.models import Case, FileRow, StepRecord
from cases.stories.ledger.blanks import Anybody, Blank, Values
from cases.stories.ledger.units import Unit, subjects_first
from documents.drafting import values_sha256
from documents.models import BookEntry, Paper
from documents.wording import figures
from permissions.standing import Standing
from proof.canonical import canonical, sha256
from proof.chain import NOTHING_BEFORE, commit, link
from proof.verify import sha256 as sha256_of
from registry.models import Person
from workflows import catalogue
from workflows.aiming import with_draft
from workflows.editions import edition
from workflows.facts import Facts
from workflows.stages import Step

#: What `link` puts into every entry itself.
_LINKED = ("format", "chain", "sequence", "previous")


class NotLawful(Exception):
    """A step of a copy that its rules refuse on the days it was moved to."""


@dataclass
class Copy:
    """One blank to be filled in: on days moved on by `days`, in these units, about these members of the cell."""

    blank: Blank
    days: int
    units: dict[str, Unit]
    subjects: Sequence[Person]
    #: Numbers of files and papers, given before the words are filled in.
    texts: dict[str, str] = field(default_factory=dict)
    numbers: dict[int, int] = field(default_factory=dict)
    shas: dict[str, str] = field(default_factory=dict)
    #: The number of each paper, and its place in the journal of its body.
    given: dict[int, int] = field(default_factory=dict)
    places: dict[int, int] = field(default_factory=dict)

    def meets(self, anybody: Anybody) -> None:
        """Put these units and people in the place of those that stand for any."""
        for kind, unit in self.units.items():
            of_any = anybody.units[kind]
            self.numbers |= zip(of_any.numbers, unit.numbers, strict=True)
            self.texts |= zip(of_any.words, unit.words, strict=True)
        people = subjects_first(self.units["chi_bo"], self.subjects)
        for of_any, person in zip(anybody.units["chi_bo"].members, people, strict=True):
            self.numbers[of_any.pk] = person.pk
            self.texts[of_any.full_name] = person.full_name

    def moved(self, day: date) -> date:
        """A day of the blank as it is in the copy."""
        return day + timedelta(days=self.days)

    def of(self, model: type[Model]) -> list[Values]:
        """The rows of a table as they stand in the blank."""
        return self.blank.rows[model]

    # Words

    def said(self, text: str) -> str:
        """A text of the blank as the copy says it."""
        return self.blank.pattern.sub(self._said, text)

    def told(self, value: Any) -> Any:
        """A plain value of the blank as the copy tells it."""
        return json.loads(self.said(json.dumps(value, ensure_ascii=False)))

    def _said(self, found: re.Match[str]) -> str:
        text, kind = found.group(), found.lastgroup
        if kind == "text":
            return self.texts[text]
        if kind == "number":
            return str(self.numbers[int(text)])
        if kind == "sha":
            return self.shas.get(text, text)
        if kind == "iso":
            return self.moved(date.fromisoformat(text)).isoformat()
        day, month, year = (int(one) for one in text.split("/"))
        was = date(year, month, day)
        moved = self.moved(was)
        return figures(moved) if text == figures(was) else f"{moved:%d/%m/%Y}"


@dataclass
class Filled:
    """The rows of one copy, by table, with the editions it was judged under, and its lines for the journals."""

    rows: dict[type[Model], list[Values]] = field(default_factory=dict)
    editions: dict[str, tuple[str, str]] = field(default_factory=dict)
    judged: dict[str, str] = field(default_factory=dict)
    entries: list[tuple[int, Values]] = field(default_factory=list)


class Filling:
    """Fills one copy; `ids` gives each table's new numbers, in the order of the blank's rows."""

    def __init__(self, copy: Copy, ids: Mapping[type[Model], Sequence[int]]):
        self.copy, self.filled = copy, Filled()
        self.ids = {
            model: dict(zip((row["id"] for row in copy.of(model)), ids[model], strict=True))
            for model in ids
        }

    def fill(self) -> Filled:
        """Return all rows of the copy. Raises NotLawful for a step that its rules refuse."""
        self._papers()
        for model in self.ids:
            if model not in (Paper, StepRecord, BookEntry, Case):
                self.filled.rows[model] = [self._plain(model, row) for row in self.copy.of(model)]
        self._records()
        return self.filled

    def _plain(self, model: type[Model], row: Values) -> Values:
        """A row with its numbers, its days and its words moved."""
        return {
            column.attname: self._column(model, column, row[column.attname])
            for column in model._meta.concrete_fields
        }

    def _column(self, model: type[Model], column: Any, value: Any) -> Any:
        if value is None or isinstance(value, (bool, datetime)):
            return value
        if column.primary_key and not column.is_relation:
            return self.ids[model][value]
        if column.is_relation and not isinstance(value, str):
            ours = self.ids.get(column.related_model)
            return ours[value] if ours else self.copy.numbers[value]
        if isinstance(value, date):
            return self.copy.moved(value)
        if isinstance(value, str):
            return self.copy.said(value)[: column.max_length]
        return self.copy.told(value) if isinstance(value, (dict, list)) else value

    def _papers(self) -> None:
        """The papers first: what is signed is known by the hash of its words."""
        self.filled.rows[Paper] = rows = []
        for was in self.copy.of(Paper):
            moved = {**self._plain(Paper, was), "sources": self._sources(was["sources"])}
            of_kind = (was["kind"], was["layout"])
            self._knows(
                values_sha256(*of_kind, was["values"]), values_sha256(*of_kind, moved["values"])
            )
            self._knows(_words_sha(was), _words_sha(moved))
            moved["values_sha256"] = values_sha256(*of_kind, moved["values"])
            moved["number"] = self.copy.given.get(was["id"], was["number"])
            rows.append(moved)
        paper_of = {row["id"]: row for row in rows}
        for was in self.copy.of(BookEntry):
            self._entry(was, paper_of[self.ids[Paper][was["paper_id"]]])

    def _sources(self, sources: Any) -> Any:
        """Where the words came from; the rules it names keep the days of their rows."""
        return {
            name: said if name in ("law", "rules") else self.copy.told(said)
            for name, said in sources.items()
        }

    def _entry(self, was: Values, paper: Values) -> None:
        """What the journal says of a number taken; linked when all lines of the body are known."""
        said = self.copy.told(_unlinked(was["content"]))
        said |= {
            "paper": paper["id"],
            "number": paper["number"],
            "values_sha256": paper["values_sha256"],
        }
        row = {
            **was,
            "id": self.ids[BookEntry][was["id"]],
            "body_id": paper["body_id"],
            "paper_id": paper["id"],
        }
        self.filled.entries.append((self.copy.places[was["paper_id"]], {**row, "content": said}))

    def _knows(self, was: str, now: str) -> None:
        self.copy.shas[was] = now

    def _records(self) -> None:
        heads: dict[int, str] = {}
        cases = {row["id"]: self._plain(Case, row) for row in self.copy.of(Case)}
        laid = _by(self.filled.rows[FileRow], "laid_by_id")
        records = []
        for was in self.copy.of(StepRecord):
            case = cases[was["case_id"]]
            record = self._record(was, case, laid, heads.get(case["id"], NOTHING_BEFORE))
            heads[case["id"]] = record["hash"]
            records.append(record)
        self.filled.rows[StepRecord] = records
        self.filled.rows[Case] = [{**case, "head": heads[case["id"]]} for case in cases.values()]

    def _record(
        self, was: Values, case: Values, laid: dict[int, list[Values]], head: str
    ) -> Values:
        copy, procedure = self.copy, catalogue.get(case["procedure"])
        step = procedure.step(was["step"])
        assert step is not None
        moved = {**was, "id": self.ids[StepRecord][was["id"]]}
        for name in ("case", "actor", "post", "body", "on_behalf_of"):
            column = StepRecord._meta.get_field(name)
            moved[column.attname] = self._column(StepRecord, column, was[column.attname])
        moved["acted_on"] = copy.moved(was["acted_on"])
        moved["inputs"] = copy.told(was["inputs"])
        facts, standing = (
            self._facts(was["facts_id"]),
            copy.told(json.loads(self.copy.blank.judged[was["standing_id"]])),
        )
        moved["hits"] = self._judged(procedure, step, facts, standing, moved["inputs"])
        moved["facts_id"], moved["standing_id"] = self._keeps(facts), self._keeps(standing)
        sha, text = edition(procedure, moved["acted_on"])
        moved["edition_id"] = sha
        self.filled.editions[sha] = (procedure.code, text)
        content = _unlinked(was["content"])
        said = {
            **copy.told(
                {
                    name: one
                    for name, one in content.items()
                    if name not in ("hits", "rows", "recorded_at")
                }
            ),
            "recorded_at": content["recorded_at"],
            "hits": moved["hits"],
            "rows": commit(
                [
                    [r["number"], r["kind"], r["facts"], r["words"]]
                    for r in laid.get(moved["id"], ())
                ],
                was["salts"]["rows"],
            ),
            "papers": [
                [self.ids[Paper][one], kind, copy.shas[old]] for one, kind, old in content["papers"]
            ],
            "facts": moved["facts_id"],
            "standing": moved["standing_id"],
            "edition": sha,
        }
        said["inputs"] = {
            name: {"sha256": commit(moved["inputs"][name], was["salts"][name])}
            if name in was["salts"]
            else one
            for name, one in said["inputs"].items()
        }
        moved["content"], moved["hash"] = link(f"case:{case['id']}", was["sequence"], head, said)
        moved["key"] = uuid4().hex
        moved["request"] = sha256([case["id"], was["step"], moved["acted_on"], moved["inputs"]])
        return moved

    def _facts(self, sha: str) -> Values:
        facts = self.copy.told(json.loads(self.copy.blank.judged[sha]))
        facts["papers"] = [[self.ids[Paper][one], *rest] for one, *rest in facts["papers"]]
        return dict(facts)

    def _keeps(self, value: Values) -> str:
        text = canonical(value)
        sha = sha256_of(text)
        self.filled.judged[sha] = text
        return sha

    def _judged(
        self, procedure: Any, step: Step, facts: Values, standing: Values, inputs: Values
    ) -> Any:
        """The rules a step was taken under, found by the refusals of the door on the moved facts."""
        seen = with_draft(Facts.from_json(facts), step)
        seen = replace(seen, inputs={**seen.inputs, **facts.get("inputs", {}), **inputs})
        verdict = procedure.judged(step, seen, Standing.from_json(standing))
        if verdict.reasons:
            raise NotLawful(f"{procedure.code} {step.code} {seen.acted_on}: {verdict.reasons}")
        return json.loads(canonical(verdict.hits))


def _words_sha(paper: Values) -> str:
    """The hash by which a draft binds its signer, of the words of a paper without who signs it."""
    values = {name: value for name, value in paper["values"].items() if name != "signatory"}
    return sha256([paper["kind"], paper["layout"], values])


def _unlinked(content: str) -> Values:
    return {name: one for name, one in json.loads(content).items() if name not in _LINKED}


def _by(rows: Sequence[Values], name: str) -> dict[int, list[Values]]:
    found: dict[int, list[Values]] = {}
    for row in rows:
        found.setdefault(row[name], []).append(row)
    return found
