"""The proof pack of one file: all that a stranger needs to check it, and to decide it again, without us.

What lies in it is read by `proof/verify.py`, which goes along as it is.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import holidays
from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

import law
from cases import checkpointing
from cases.erasing.told import entry_of, erasure_of
from cases.models import (
    Attachment,
    Case,
    DeadlineRow,
    Edition,
    FileRow,
    Finding,
    Judged,
    RecordPaper,
    StepRecord,
    Subject,
)
from cases.read_log import oversees
from documents.models import BookEntry, Print
from law import editions as law_editions
from law.themes import themes
from permissions.roles import Relation, Role
from permissions.standing import Standing
from proof.canonical import canonical
from proof.checkpoints import Checkpoint, Head, Log
from proof.merkle import Tree
from proof.reader import as_the_system
from proof.verify import (
    ENGINE,
    HANDED_IN,
    MANIFEST,
    SCAN,
    SIGNATURE,
    Member,
    archive,
    attached,
    deflated,
    stored,
)
from registry.models import Person, Post
from workflows import catalogue
from workflows.rows import RowKind

#: Raised when the shape of a pack changes; an old pack carries the verifier that reads it.
FORMAT = 2
#: The rule book: what deciding a verdict imports. All of it is plain Python (proof/bare.py).
_RULE_BOOK = (
    "law/**/*.py", "workflows/**/*.py", "documents/__init__.py", "documents/catalogue.py", "documents/fields.py",
    "documents/shapes.py", "documents/kinds/*.py", "permissions/__init__.py", "permissions/roles.py",
    "permissions/predicates.py", "permissions/standing.py", "permissions/conflicts.py", "proof/__init__.py",
    "proof/canonical.py", "proof/bare.py",
)  # fmt: skip
_LEFT_OUT = (
    "commands",
    "management",
    "exploring",
    "scenarios",
    "promises",
    "migrations",
    "apps.py",
)
#: Years around a file whose public holidays a working day may ask for.
_YEARS_BEFORE, _YEARS_AFTER = 6, 3


class NoLog(RuntimeError):
    """The site keeps no checkpoints, so nothing from outside vouches for a pack."""

    def __init__(self) -> None:
        super().__init__("Nơi dùng không giữ mốc niêm phong (CHECKPOINTS), nên không lập được gói.")


def may_pack(standing: Standing) -> bool:
    """Whether someone who stands so towards a file may take its proof pack: who oversees it, or leads its team."""
    leads = standing.holds(Role.TEAM_LEAD, Relation.TEAM) and not standing.is_subject
    return leads or oversees(standing)


@as_the_system()  # a pack is whole or proves nothing; who may make one is decided before
def pack(case: Case, *, with_files: bool = True) -> bytes:
    """Return the proof pack of a file, a ZIP; its head is told to the checkpoints first.

    Without `with_files` what was handed in is named by its hash alone, and its bytes stay here.
    Raises checkpointing.NoKey or NoLog where the site cannot vouch for it.
    """
    log = checkpointing.log()
    if log is None:
        raise NoLog
    for _again in range(
        3
    ):  # a step taken between the two moments is told, and the file read once more
        checkpointing.take()
        with transaction.atomic():
            if not connection.savepoint_ids:
                _hold_still()
            found = Case.objects.select_related("body").get(pk=case.pk)
            members = list(_contents(found, with_files=with_files))
        proof = _proof(log, found)
        if proof is not None:
            return sealed([*members, _json("checkpoint.json", proof)], found.reference)
    raise RuntimeError(f"Case {case.pk} moves faster than it can be read.")


def _hold_still() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")


def _contents(case: Case, *, with_files: bool) -> Iterator[Member]:
    folder = Path(settings.BASE_DIR)
    yield deflated("verify.py", (folder / "proof" / "verify.py").read_bytes())
    yield deflated("README.txt", _READ_ME.format(reference=case.reference).encode())
    records = list(StepRecord.objects.filter(case=case).order_by("sequence"))
    yield _json("case.json", _case(case))
    yield _json("records.json", list(_records(case, records)))
    yield from _judged(records)
    yield from _papers(case)
    yield from _attachments(records, with_files=with_files)
    yield _json("law.json", _law_beside())
    yield _json("holidays.json", _holidays(case))
    yield from _rule_book()


def _case(case: Case) -> dict[str, Any]:
    procedure, erasure = catalogue.get(case.procedure), erasure_of(case.pk)
    entry = entry_of(erasure) if erasure else None
    ballots = FileRow.objects.filter(case=case, kind__in=(RowKind.BALLOT, RowKind.MOTION))
    return {
        "chain": f"case:{case.pk}",
        "reference": case.reference,
        "procedure": case.procedure,
        "label": procedure.label,
        "title": case.title,
        "body": case.body.name,
        "stage": case.stage,
        "opened_on": case.opened_on,
        "closed_on": case.closed_on,
        "labels": {step.code: step.label for step in procedure.all_steps()},
        "subjects": [
            [one.number, one.person_id is not None, one.person_id or one.organisation_id, str(one)]
            for one in Subject.objects.filter(case=case).order_by("number")
        ],
        "findings": list(
            Finding.objects.filter(case=case)
            .order_by("pk")
            .values("number", "subject__number", "content", "stage", "laid_by__sequence")
        ),
        "ballots": [
            {"number": row.number, "kind": row.kind, "totals": row.facts}
            for row in ballots.order_by("number")
        ],
        "clocks": list(
            DeadlineRow.objects.filter(case=case)
            .order_by("name")
            .values("name", "last_day", "explained")
        ),
        "people": _named(Person.objects.filter(deeds__case=case)),
        "posts": _named(Post.objects.filter(pk__in=case.history.values("post"))),
        **({"erasure": {"content": entry.content, "hash": entry.hash}} if entry else {}),
    }


def _named(rows: Any) -> dict[str, str]:
    return {str(row.pk): str(row) for row in rows.distinct().order_by("pk")}


def _records(case: Case, records: Iterable[StepRecord]) -> Iterator[dict[str, Any]]:
    laid: dict[int, list[Any]] = {}
    set_aside: dict[int, list[int]] = {}
    papers: dict[int, list[Any]] = {}
    for row in FileRow.objects.filter(case=case).order_by("number"):
        laid.setdefault(row.laid_by_id, []).append([row.number, row.kind, row.facts, row.words])
        if row.superseded_by_id:
            set_aside.setdefault(row.superseded_by_id, []).append(row.number)
    held = RecordPaper.objects.filter(case=case)
    for record, *paper in held.values_list(
        "record", "paper", "paper__kind", "paper__values_sha256"
    ):
        papers.setdefault(record, []).append(paper)
    for one in records:
        yield {
            "sequence": one.sequence,
            "content": one.content,
            "hash": one.hash,
            "claims": one.claims(),
            "moves": one.moves,
            "inputs": one.inputs,
            "salts": one.salts,
            "hits": one.hits,
            "rows": laid.get(one.pk, []),
            "supersedes": set_aside.get(one.pk, []),
            "papers": sorted(papers.get(one.pk, [])),
        }


def _judged(records: Iterable[StepRecord]) -> Iterator[Member]:
    facts = {sha for one in records for sha in (one.facts_id, one.standing_id)}
    for judged in Judged.objects.filter(pk__in=facts).order_by("pk"):
        yield deflated(f"judged/{judged.pk}.json", judged.content.encode())
    for edition in Edition.objects.filter(pk__in={one.edition_id for one in records}).order_by(
        "pk"
    ):
        yield deflated(f"editions/{edition.pk}.json", edition.content.encode())


def _papers(case: Case) -> Iterator[Member]:
    found = []
    held = RecordPaper.objects.filter(case=case).select_related("paper").order_by("paper")
    prints = {p.pk: p for p in Print.objects.filter(paper__record_paper__case=case)}
    lines = BookEntry.objects.filter(paper__record_paper__case=case).order_by("pk")
    for paper in (one.paper for one in held):
        printed = prints.get(paper.pk) if paper.values else None
        name = f"papers/{paper.pk}.pdf" if printed else None
        found.append(
            {
                "id": paper.pk,
                "kind": paper.kind,
                "title": paper.title,
                "layout": paper.layout,
                "values": paper.values,
                "values_sha256": paper.values_sha256,
                "number": paper.number,
                "number_text": paper.number_text,
                "dated": paper.dated,
                "state": paper.state,
                "pdf": name,
                "journal": [
                    {"content": line.content, "hash": line.hash}
                    for line in lines
                    if line.paper_id == paper.pk
                ],
            }
        )
        if printed and name:
            yield deflated(name, bytes(printed.pdf))
    yield _json("papers.json", found)


def _attachments(records: Iterable[StepRecord], *, with_files: bool) -> Iterator[Member]:
    found = []
    ways = (HANDED_IN, SCAN)
    named = {sha for one in records for by in ways for sha in attached(one.inputs, by)}
    for kept in Attachment.objects.filter(pk__in=named).order_by("pk").iterator(chunk_size=10):
        file = f"attachments/{kept.pk}" if with_files else None
        about = {"sha256": kept.pk, "name": kept.name, "kind": kept.kind, "size": kept.size}
        found.append({**about, "file": file})
        if file:
            yield stored(file, bytes(kept.content))  # scans are compressed as they are
    yield _json("attachments.json", found)


def _law_beside() -> dict[str, Any]:
    """The rows of all days (an edition keeps those of its own), and what the questions offer of the catalogue."""
    whole = law_editions.whole(law.book())
    return {
        **{part: whole[part] for part in ("rows", "rules", "instruments")},
        "themes": [list(one) for one in themes()],
    }


def _holidays(case: Case) -> dict[str, dict[str, str]]:
    last = max(case.moved_on.year, (case.closed_on or case.moved_on).year)
    years = range(case.opened_on.year - _YEARS_BEFORE, last + _YEARS_AFTER + 1)
    return {
        str(year): {
            day.isoformat(): why
            for day, why in holidays.country_holidays("VN", years=year, language="vi").items()
        }
        for year in years
    }


@cache
def _rule_book() -> tuple[Member, ...]:
    return tuple(deflated(f"{ENGINE}{name}", text) for name, text in rule_book())


def rule_book() -> Iterator[tuple[str, bytes]]:
    """Yield every file that deciding a verdict imports: its name and its bytes, in order."""
    folder = Path(settings.BASE_DIR)
    paths = sorted({path for pattern in _RULE_BOOK for path in folder.glob(pattern)})
    for path in paths:
        name = path.relative_to(folder)
        if not set(name.parts) & set(_LEFT_OUT):
            yield name.as_posix(), path.read_bytes()


def _proof(log: Log, case: Case) -> dict[str, Any] | None:
    """What places the heads of a file in the newest checkpoint; None when it does not know them yet."""
    prints = Print.objects.filter(paper__record_paper__case=case).values_list("paper_id", flat=True)
    return placed(
        log, {f"case:{case.pk}": case.head, **{f"print:{paper}": None for paper in prints}}
    )


def placed(log: Log, wanted: Mapping[str, str | None]) -> dict[str, Any] | None:
    """What places these chains in the newest checkpoint, by their names, each at its head where one is given.

    None when it does not know one of them yet, or knows it at another head.
    """
    checkpoints = list(log.checkpoints())[-2:]
    heads = list(log.heads())
    tree = Tree(head.line().encode() for head in heads)
    places = {head.chain: at for at, head in enumerate(heads) if head.chain in wanted}
    told = {chain: heads[at].head for chain, at in places.items()}
    if any(chain not in told or head not in (None, told[chain]) for chain, head in wanted.items()):
        return None
    now, before = checkpoints[-1], checkpoints[-2] if len(checkpoints) > 1 else None
    return {
        "now": _checkpoint(now),
        "before": before and _checkpoint(before),
        "consistency": [one.hex() for one in tree.consistency(before.said["size"])]
        if before
        else [],
        "leaves": [_leaf(heads[at], at, tree) for _chain, at in sorted(places.items())],
    }


def _checkpoint(one: Checkpoint) -> dict[str, str]:
    return {"text": one.text, "signature": one.signature}


def _leaf(head: Head, at: int, tree: Tree) -> dict[str, Any]:
    return {"leaf": vars(head), "index": at, "path": [one.hex() for one in tree.inclusion(at)]}


def sealed(members: list[Member], named: str) -> bytes:
    """Close a pack: what lies in it, one hash over all of it as it lies there, and the site's signature."""
    key = checkpointing.pack_key()
    packed = b"".join(one.local() + one.packed for one in members)
    manifest = {
        "format": FORMAT,
        "case": named,
        "made_at": timezone.now().isoformat(timespec="seconds"),
        "public": key.public,
        "packed_sha256": hashlib.sha256(packed).hexdigest(),
        "files": [
            {"name": one.name, "sha256": hashlib.sha256(one.data).hexdigest()} for one in members
        ],
    }
    told = canonical(manifest).encode()
    signature = key.sign(hashlib.sha256(told).hexdigest())
    sealed = canonical({"signature": signature}).encode()
    return archive([*members, stored(MANIFEST, told), stored(SIGNATURE, sealed)])


def _json(name: str, value: Any) -> Member:
    return deflated(name, canonical(json.loads(canonical(value))).encode())


_READ_ME = """\
GÓI CHỨNG CỨ HỒ SƠ {reference} / PROOF PACK OF FILE {reference}

Kiểm chứng trên máy có Python 3.11 trở lên, không cần mạng, không cần phần mềm nào khác:
To verify on any machine with Python 3.11 or later, without network or other software:

    python3 -I -S verify.py GOI.zip --key KHOA

GOI.zip là chính tệp này; KHOA là khóa công khai mà nơi dùng đã công bố (64 chữ số hệ 16). Nên lấy
verify.py từ nơi bạn tin, không lấy từ gói. Gói có chạy bộ quy tắc kèm theo (thư mục engine/) để xét lại
từng kết luận: --no-engine bỏ phần đó, --engine THU_MUC dùng mã nguồn bạn tự lấy.
GOI.zip is this very file; KHOA the public key the site has published. Take verify.py from a place you
trust, not from the pack. The rule book beside (engine/) runs to decide each verdict again: --no-engine
leaves that out, --engine FOLDER uses the sources you fetched yourself.

Gói chứa nội dung hồ sơ và dữ liệu cá nhân: bảo quản như hồ sơ gốc.
The pack holds the contents of a file and personal data: keep it as you would the file.
"""
