"""The incoming book of a body: entered by the step that registers a letter, read by who works for the body."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from cases.incoming_models import IncomingEntry
from cases.models import Case, FileRow
from cases.queries import visible_to
from cases.reading import File
from cases.refused import StepRefused
from documents import numbering
from documents.drafting import PaperRefused
from law import Reason
from registry.models import Body, Person, Post, held_by
from registry.names import search_key
from workflows.inputs import EnvelopeOf
from workflows.letters import Sender, Source
from workflows.matter import Matter
from workflows.rows import RowKind
from workflows.stages import Step

#: Whoever holds one of these in a body reads its incoming book: who leads it, works on files, keeps them.
READERS = frozenset(
    {
        "bi_thu", "pho_bi_thu", "chu_nhiem", "pho_chu_nhiem", "uy_vien", "truong_phong",
        "kiem_tra_vien", "van_thu", "giam_sat_ho_so",
    }
)  # fmt: skip
#: Of them, those who enter letters.
WRITERS = READERS - {"giam_sat_ho_so", "truong_phong"}


def enter(
    file: File,
    step: Step,
    record: int,
    inputs: Mapping[str, Any],
    actor: Person,
    acted_on: date,
) -> None:
    """Enter what `step` registered into the book of the body, under its next number.

    Part of the step's transaction, after everything else of it. Raises StepRefused where the body
    has no book for that day.
    """
    if not step.enters_book:
        return
    arrived = date.fromisoformat(inputs["arrived_on"])
    posted = inputs.get("postmarked_on")
    body = Body.objects.get(pk=file.body)
    try:
        place = numbering.enter_incoming(body, arrived_on=arrived, on=acted_on, by=actor)
    except PaperRefused as refused:
        raise StepRefused(refused.reasons) from refused
    IncomingEntry.objects.create(
        case_id=file.id,
        record_id=record,
        body=body,
        term=place.term,
        number=place.number,
        arrived_on=arrived,
        postmarked_on=posted and date.fromisoformat(posted),
        source=inputs["source"],
        sender_kind=inputs["sender_kind"],
        alias=inputs.get("envelope", ""),
        sender=inputs.get("sender", ""),
        search_key=search_key(inputs.get("sender", "")),
        sender_number=inputs.get("sender_number", ""),
    )


def book_for(
    person: Person, at: date, bodies: Iterable[Body] | None = None
) -> QuerySet[IncomingEntry]:
    """Return the lines that `person` may read on the day `at`: of their bodies, and of files open to them.

    A line about a matter of one's own, or of a file otherwise closed, is not among them.
    """
    held = Post.objects.filter(held_by(person, at), position__in=READERS).values("body")
    return IncomingEntry.objects.filter(body__in=held, case__in=visible_to(person, at).values("pk"))


def found(
    entries: QuerySet[IncomingEntry], words: str, year: int | None
) -> QuerySet[IncomingEntry]:
    """Narrow a book to one year of arrival, and to a number, a file, an alias or words of a sender."""
    if year:
        entries = entries.filter(arrived_on__year=year)
    asked = words.strip()
    if not asked:
        return entries
    wanted = search_key(asked)
    said = Q(case__reference__icontains=asked) | Q(alias__icontains=asked)
    said |= Q(search_key__contains=wanted) | Q(sender_number__icontains=asked)
    if asked.isdecimal() and len(asked) < 7:
        said |= Q(number=int(asked))
    kinds = [one.value for one in Source if wanted in search_key(str(one.label))]
    return entries.filter(said | Q(source__in=kinds))


def letter_of(case: Case) -> IncomingEntry | None:
    """Return the line of the letter that a file handles; of a part split off, that of the whole letter."""
    return (
        IncomingEntry.objects.filter(Q(case=case) | Q(case=case.origin_id)).order_by("pk").first()
    )


def in_words(entry: IncomingEntry) -> str:
    """The letter as a paper names it: "đơn tố cáo, số đến 12, ngày đến 10/11/2026"."""
    kind = str(Source(entry.source).label)
    return f"{kind[0].lower()}{kind[1:]}, số đến {entry.number:02}, ngày đến {entry.arrived_on:%d/%m/%Y}"


def sender_in_words(entry: IncomingEntry) -> str:
    """Who sent it, as a list or a paper may say it: never a sealed name."""
    if entry.sender_kind == Sender.SEALED:
        return f"người gửi đơn có bí danh {entry.alias}"
    return entry.sender or "không rõ người gửi"


# The door's objections


def about_part(kind: type[Matter], step: str, origin: Case | None) -> list[Reason]:
    """A part is taken only out of a letter that was split, and once."""
    if not kind.is_intake or step not in kind.also_opens or origin is None:
        return []
    if not FileRow.objects.filter(case=origin, kind=RowKind.PART, superseded_by=None).exists():
        text = f"Đơn ở hồ sơ {origin.reference} chưa được tách."
        return [Reason("part.none", text, remedy="Làm bước “Tách đơn” ở hồ sơ của đơn trước.")]
    if origin.followed_by.filter(
        procedure=kind.code, records__gt=0
    ).exists():  # not the one being opened
        text = f"Phần tố cáo tách từ hồ sơ {origin.reference} đã có hồ sơ."
        return [Reason("part.twice", text, remedy="Mở hồ sơ của phần đó.")]
    return []


def about_lost_part(file: File, step: Step) -> list[Reason]:
    """A letter that was split is not put away while its other part has no file."""
    if not file.procedure.is_intake or step.lays is not RowKind.CLOSING:
        return []
    if not file.facts.has_taken("split"):
        return []
    if Case.objects.filter(origin=file.id, procedure=file.procedure.code).exists():
        return []
    return [
        Reason(
            "part.lost",
            "Phần tố cáo đã tách khỏi đơn này chưa có hồ sơ.",
            remedy="Lập hồ sơ phần tố cáo từ hồ sơ này, rồi hướng dẫn người gửi.",
        )
    ]


def about_envelope(file: File, step: Step, answers: Mapping[str, Any]) -> list[Reason]:
    """An alias named must be that of an envelope the handling body keeps, used for one letter only."""
    named = [
        answers[q.name]
        for q in step.inputs
        if q.kind == EnvelopeOf.kind and isinstance(answers.get(q.name), str)
    ]
    return [one for alias in named for one in _about_alias(file.body, alias)]


def _about_alias(body: int, alias: str) -> list[Reason]:
    if not Body.objects.filter(pk=body, envelopes__alias=alias).exists():
        return [
            Reason(
                "input.envelope",
                f"Cơ quan không giữ phong bì nào có bí danh {alias}.",
                remedy="Nhận phong bì danh tính trước, rồi ghi đúng bí danh được cấp.",
            )
        ]
    if IncomingEntry.objects.filter(body=body, alias=alias).exists():
        return [
            Reason(
                "input.envelope",
                f"Bí danh {alias} đã ghi cho một đơn khác trong sổ.",
                remedy="Mỗi đơn có phong bì riêng: nhận phong bì mới cho đơn này.",
            )
        ]
    return []
