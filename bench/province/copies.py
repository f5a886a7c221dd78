"""Copies of a told commune: every number moved on, every hash made anew over the moved words.

A copy is no shadow of the first: its cases, papers and journal are its own, and each chain is linked
by the same functions as the door's, so that the verification of the site finds it whole.
"""

from __future__ import annotations

import json
from collections import Counter as Tally
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db.models import Max, Model

from cases.models import Case, FileRow, Judged, StepRecord
from documents.models import BookEntry, Journal
from proof.canonical import canonical
from proof.chain import NOTHING_BEFORE, commit, link
from proof.verify import sha256
from registry.models import Body, Organisation, Person, Post
from workflows import catalogue
from workflows.stages import Step

Values = dict[str, Any]

#: Every table of a commune, each after those it points to.
TABLES: tuple[type[Model], ...] = tuple(
    apps.get_model(name)
    for name in (
        "registry.Organisation", "registry.Placement", "registry.Succession", "registry.Body", "registry.Term",
        "registry.Person", "registry.Membership", "registry.Post", "documents.NumberBook", "documents.Journal",
        "documents.Paper", "documents.SignOff", "documents.BookEntry", "cases.Judged", "cases.Case",
        "cases.StepRecord", "cases.Subject", "cases.Finding", "cases.FileRow", "cases.RecordPaper",
        "cases.WorkRow", "cases.DeadlineRow", "cases.TeamSeat",
    )
)  # fmt: skip

#: What `link` puts into every entry itself.
_LINKED = ("format", "chain", "sequence", "previous")


@dataclass
class Block:
    """All rows of the told commune, as they stand in the database that holds nothing else."""

    rows: dict[type[Model], list[Values]]
    span: dict[type[Model], int]
    judged: dict[str, Values]
    series: Tally[str]
    laid: dict[int, list[Values]] = field(default_factory=dict)

    @classmethod
    def read(cls) -> Block:
        """Read the told commune."""
        rows = {
            model: list(
                model.objects.order_by("pk").values(
                    *(f.attname for f in model._meta.concrete_fields)
                )
            )
            for model in TABLES
        }
        numbered = [
            model for model in TABLES if model._meta.pk.get_internal_type() == "BigAutoField"
        ]
        block = cls(
            rows,
            span={
                model: model.objects.aggregate(last=Max("pk"))["last"] or 0 for model in numbered
            },
            judged={row["sha256"]: json.loads(row["content"]) for row in rows[Judged]},
            series=Tally(_series(row["reference"])[0] for row in rows[Case]),
        )
        for row in rows[FileRow]:
            block.laid.setdefault(row["laid_by_id"], []).append(row)
        return block

    def copy(self, number: int) -> dict[type[Model], list[Values]]:
        """Return the rows of the `number`-th copy (0 would be the told commune itself)."""
        copied = {
            model: [self._moved(model, row, number) for row in self.rows[model]] for model in TABLES
        }
        for row in copied[Organisation]:
            row["code"] = f"{row['code']}-{number}"
        _link_journals(copied)
        copied[Judged] = list(_Histories(self, copied, number).link())
        return copied

    def _moved(self, model: type[Model], row: Values, number: int) -> Values:
        moved = dict(row)
        for column in model._meta.concrete_fields:
            target = (
                column.related_model
                if column.is_relation
                else (model if column.primary_key else None)
            )
            if target in self.span and moved[column.attname] is not None:
                moved[column.attname] += number * self.span[target]
        return moved


@dataclass
class _Histories:
    """The histories of one copy, being linked anew."""

    block: Block
    copied: dict[type[Model], list[Values]]
    number: int

    def link(self) -> Iterator[Values]:
        """Link every history in place; yield the facts and standings they judge by, each once."""
        cases = {row["id"]: row for row in self.copied[Case]}
        rows = {row["id"]: row for row in self.copied[FileRow]}
        told: dict[str, str] = {}
        for case in cases.values():
            series, place = _series(case["reference"])
            case["reference"] = f"{series}-{place + self.number * self.block.series[series]:04}"
            case["head"] = NOTHING_BEFORE
        for first, record in zip(self.block.rows[StepRecord], self.copied[StepRecord], strict=True):
            case = cases[record["case_id"]]
            step = catalogue.get(case["procedure"]).step(record["step"])
            laid = [rows[r["id"] + self._by(FileRow)] for r in self.block.laid.get(first["id"], ())]
            told |= self._record(record, step, case, laid)
        for sha, content in told.items():
            yield {"sha256": sha, "content": content}

    def _record(
        self, record: Values, step: Step, case: Values, laid: list[Values]
    ) -> dict[str, str]:
        for row in laid:
            row["facts"] = self._said(step, row["facts"])
        record["inputs"] = self._said(step, record["inputs"])
        facts, standing = (
            self._facts(step, record["facts_id"]),
            self._standing(record["standing_id"]),
        )
        record["facts_id"], record["standing_id"] = sha256(facts), sha256(standing)
        content = json.loads(record["content"])
        for name in _LINKED:
            del content[name]
        content |= {
            "reference": case["reference"],
            "actor": record["actor_id"],
            "post": record["post_id"],
            "body": record["body_id"],
            "inputs": self._said(step, content["inputs"]),
            "rows": commit(
                [[r["number"], r["kind"], r["facts"], r["words"]] for r in laid],
                record["salts"]["rows"],
            ),
            "papers": [[p + self._by("Paper"), *rest] for p, *rest in content.get("papers", ())],
            "facts": record["facts_id"],
            "standing": record["standing_id"],
        }
        text, digest = link(f"case:{case['id']}", record["sequence"], case["head"], content)
        record["content"], record["hash"], case["head"] = text, digest, digest
        return {record["facts_id"]: facts, record["standing_id"]: standing}

    def _facts(self, step: Step, sha: str) -> str:
        facts = dict(self.block.judged[sha])
        facts["subjects"] = [
            [number, is_person, who + self._by(Person if is_person else Organisation), *rest]
            for number, is_person, who, *rest in facts["subjects"]
        ]
        facts["own"] += self._by(Body)
        facts["bodies"] = [[body + self._by(Body), *rest] for body, *rest in facts["bodies"]]
        procedure = catalogue.get(facts["procedure"])
        facts["rows"] = [
            [
                number,
                kind,
                laid_by,
                by + self._by(Person),
                on,
                code,
                self._said(procedure.step(code), said),
            ]
            for number, kind, laid_by, by, on, code, said in facts["rows"]
        ]
        facts["papers"] = [[paper + self._by("Paper"), *rest] for paper, *rest in facts["papers"]]
        facts["inputs"] = self._said(step, facts["inputs"])
        return canonical(facts)

    def _standing(self, sha: str) -> str:
        standing = self.block.judged[sha]
        posts = {where: post + self._by(Post) for where, post in standing["posts"].items()}
        return canonical(
            {**standing, "person": standing["person"] + self._by(Person), "posts": posts}
        )

    def _said(self, step: Step, said: Values) -> Values:
        """What was said at a step, with the people and papers it names moved on."""
        moved = dict(said)
        for asked in step.inputs:
            if asked.name not in said:
                continue
            if asked.kind == "team":
                moved[asked.name] = [
                    {**m, "person": m["person"] + self._by(Person)} for m in said[asked.name]
                ]
            elif asked.kind in ("post", "paper"):
                moved[asked.name] += self._by(Person if asked.kind == "post" else "Paper")
        return moved

    def _by(self, model: type[Model] | str) -> int:
        target = apps.get_model("documents", model) if isinstance(model, str) else model
        return self.number * self.block.span[target]


def _link_journals(copied: dict[type[Model], list[Values]]) -> None:
    heads = {row["id"]: NOTHING_BEFORE for row in copied[Body]}
    for entry in sorted(copied[BookEntry], key=lambda row: (row["body_id"], row["sequence"])):
        body = entry["body_id"]
        said = {k: v for k, v in json.loads(entry["content"]).items() if k not in _LINKED}
        said["paper"] = entry["paper_id"]
        entry["content"], entry["hash"] = link(
            f"journal:{body}", entry["sequence"], heads[body], said
        )
        heads[body] = entry["hash"]
    for journal in copied[Journal]:
        journal["head"] = heads[journal["body_id"]]


def _series(reference: str) -> tuple[str, int]:
    series, _, place = reference.rpartition("-")
    return series, int(place)
