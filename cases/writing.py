"""Writing one step down, in one statement: the record, its rows, the case, and what is derived from them."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection

from cases.agenda import work_of
from cases.behalf import Behalf
from cases.reading import File
from cases.step_statement import AGENDA, KEPT, PARTICIPANTS, SEATS, WRITE
from permissions.roles import Relation
from proof.canonical import canonical
from proof.chain import commit, commit_all, link
from workflows.editions import edition
from workflows.facts import Facts
from workflows.laying import Laying, numbered
from workflows.own_steps import is_own
from workflows.rows import RowKind
from workflows.stages import Step


@dataclass(frozen=True, slots=True)
class Deed:
    """One step about to be written down: what was decided, by whom, and on which facts."""

    step: Step
    from_stage: str
    to_stage: str
    acted_on: date
    recorded_at: datetime
    inputs: dict[str, Any]
    personal: frozenset[str]
    hits: tuple[dict[str, Any], ...]
    papers: tuple[tuple[int, str, str], ...]
    key: str
    request: str
    acting: Behalf | None = None
    #: The body for which the door itself writes: where another file tells this one, or the law does.
    spoken_in: int | None = None

    @property
    def on_behalf_of(self) -> int | None:
        """The body for which the step was entered; None where it was taken by whoever may."""
        return self.acting and self.acting.body


def write_down(file: File, deed: Deed, laying: Laying, after: Facts) -> tuple[int, str]:
    """Append the record and all that follows from it; return the record's id and its hash.

    `after` are the facts as they stand once the step is taken. All is one message to the database,
    constraints included.
    """
    values = _values(file, deed, laying, after)
    with connection.cursor() as cursor:
        cursor.execute(WRITE.run_in(cursor) + _derived(file, laying) + KEPT, values)
        return cursor.fetchone()[0], values["hash"]


def _derived(file: File, laying: Laying) -> str:
    """What is derived beside the work and the clocks, only where this step touches it."""
    return "".join(
        (
            SEATS if laying.team is not None else "",
            PARTICIPANTS if laying.participants is not None else "",
            AGENDA if file.procedure.is_meeting and _touches_agenda(laying) else "",
        )
    )


def _touches_agenda(laying: Laying) -> bool:
    return bool(laying.on_agenda or laying.supersedes)


def _values(file: File, deed: Deed, laying: Laying, after: Facts) -> dict[str, Any]:
    facts, standing = canonical(_judged(file, deed)), canonical(file.standing.as_json())
    sha, text = edition(file.procedure, deed.acted_on)
    hashed, salts = commit_all(deed.inputs, deed.personal)
    rows = _rows(laying, file.next_number)
    salts["rows"] = secrets.token_hex(16)
    sequence = file.records + 1
    post, body = _capacity(file, deed)
    content, digest = link(
        f"case:{file.id}",
        sequence,
        file.head,
        {
            "reference": file.reference,
            "step": deed.step.code,
            "finding": file.facts.finding and file.facts.finding.number,
            "from": deed.from_stage,
            "to": deed.to_stage,
            "actor": file.standing.person,
            "post": post,
            "body": body,
            "on_behalf_of": deed.on_behalf_of,
            "acted_on": deed.acted_on,
            "recorded_at": deed.recorded_at,
            "inputs": hashed,
            "hits": deed.hits,
            "rows": commit([list(row.values()) for row in rows], salts["rows"]),
            "supersedes": sorted(laying.supersedes),
            "papers": deed.papers,
            "facts": _sha(facts),
            "standing": _sha(standing),
            "edition": sha,
        },
    )
    about_finding = deed.step.about_finding
    clocks = file.procedure.running(after)
    return {
        "edition": sha,
        # The text is long; it is sent only when the edition changes from one record to the next.
        "edition_text": None if sha == file.edition else text,
        "procedure": file.procedure.code,
        "facts": _sha(facts),
        "facts_text": facts,
        "standing": _sha(standing),
        "standing_text": standing,
        "case": file.id,
        "sequence": sequence,
        "content": content,
        "hash": digest,
        "recorded_at": deed.recorded_at,
        "step": deed.step.code,
        "finding": file.facts.finding.number if file.facts.finding and about_finding else None,
        "from_stage": deed.from_stage,
        "to_stage": deed.to_stage,
        "moves": deed.step.moves and not about_finding,
        "actor": file.standing.person,
        "post": post,
        "body": body,
        "on_behalf_of": deed.on_behalf_of,
        "acted_on": deed.acted_on,
        "inputs": json.dumps(deed.inputs, ensure_ascii=False),
        "salts": json.dumps(salts),
        "hits": json.dumps(deed.hits, ensure_ascii=False),
        "key": deed.key,
        "request": deed.request,
        "supersedes": list(laying.supersedes),
        "rows": json.dumps(rows, ensure_ascii=False),
        "new_findings": _new_findings(file, laying),
        "new_team": laying.team is not None,
        "team": json.dumps(
            [{"person": person, "role": role} for person, role in laying.team or ()]
        ),
        "participants": list(laying.participants or ()),
        "row": file.next_number,
        "entered": laying.on_agenda and laying.on_agenda[0],
        "purpose": laying.on_agenda and laying.on_agenda[1],
        "work": json.dumps(work_of(file.procedure, after, _seated(file, laying, after), clocks)),
        "clocks": json.dumps(
            [
                {
                    "name": c.name,
                    "last_day": c.last_day.isoformat(),
                    "explained": {"label": c.label, **c.explained},
                }
                for c in clocks
            ],
            ensure_ascii=False,
        ),
        "stage": after.stage,
        "moved_on": after.moved_on,
        "closed_on": after.moved_on if file.procedure.is_final(after.stage) else None,
        "reports": deed.step.reports_up,
    }


def _seated(file: File, laying: Laying, after: Facts) -> Sequence[tuple[int, str]]:
    """Who of the team is given work: whoever has asked to withdraw is not."""
    withdrawn = {row.by for row in after.of(RowKind.WITHDRAWAL)}
    return [seat for seat in laying.team or file.team if seat[0] not in withdrawn]


def _judged(file: File, deed: Deed) -> dict[str, Any]:
    """The facts the step was judged on, with the answers that are not personal."""
    plain = {name: value for name, value in deed.inputs.items() if name not in deed.personal}
    return {**file.facts.as_json(), "inputs": plain}


def _capacity(file: File, deed: Deed) -> tuple[int | None, int]:
    """The post and the body in which the person acts; who enters for another body acts in its own."""
    if deed.acting:
        return deed.acting.post, deed.acting.entering
    if deed.spoken_in:
        return file.standing.posts.get(Relation.DOOR), deed.spoken_in
    post = _acting_post(file, deed.step)
    if deed.step.at in (Relation.ABOVE, Relation.PLAN):
        return post, next(body for held, body, _position in file.held if held == post)
    return post, file.facts.body_at(deed.step.at) or file.body


def _acting_post(file: File, step: Step) -> int | None:
    """The post in the body the step is done for, else any that ties the person to the file.

    Whoever uses a right of their own acts in no office.
    """
    if is_own(step):
        return None
    held = file.standing.posts
    return next((held[where] for where in (step.at, *Relation) if where in held), None)


def _rows(laying: Laying, first: int) -> list[dict[str, Any]]:
    return [
        {
            "number": number,
            "kind": row.kind.value,
            "facts": dict(row.facts),
            "words": dict(row.words),
        }
        for number, row in numbered(laying.rows, first)
    ]


def _new_findings(file: File, laying: Laying) -> str:
    new, machine = laying.finding, file.procedure.findings
    if new is None or machine is None:
        return "[]"
    finding = {
        "number": file.next_finding,
        "subject": new.subject,
        "content": new.content,
        "stage": machine.stage.start.value,
    }
    return json.dumps([finding], ensure_ascii=False)


def _sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
