"""Emptying the words of a file or of a person; the database lets it happen only where an erasure was agreed to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Model, Q

from cases.models import Attachment, Case, FileRow, Finding
from cases.search_models import FileWords, PaperWords
from documents.models import Copy, Original, Paper, Print, Service, SignedState
from permissions.notices import Notice
from proof.verify import rows_left
from proof.walls import ERASED, NO_DAY
from registry.models import (
    Absence,
    CellTransfer,
    FlagDecision,
    ForeignRelation,
    Kinship,
    MemberFinding,
    MemberRow,
    Person,
    Pledge,
    PledgePoint,
    ScreeningRow,
)
from workflows import catalogue

#: What was answered, and the hash of the request: it is not salted, so a short answer could be guessed from it.
_RECORDS = """
UPDATE cases_steprecord SET inputs = inputs - ARRAY(SELECT jsonb_object_keys(salts)), salts = '{}', request = ''
WHERE case_id = %s
"""


def _own(person: Person) -> Q:
    return Q(person=person)


#: What of the register tells something of a person outside the hashed text: table, whose rows, and its name.
OF_PERSON: Sequence[tuple[type[Model], Callable[[Person], Q], str]] = (
    (MemberRow, _own, "Dòng danh sách đảng viên"),
    (ForeignRelation, _own, "Kê khai quan hệ với nước ngoài"),
    (Kinship, lambda one: Q(person=one) | Q(relative=one), "Quan hệ thân thích đã kê khai"),
    (Absence, _own, "Địa chỉ khi đi làm ăn xa"),
    (CellTransfer, _own, "Lý do chậm chuyển sinh hoạt"),
    (Pledge, _own, "Lý do thay cam kết"),
    (PledgePoint, lambda one: Q(pledge__person=one), "Nội dung cam kết"),
    (ScreeningRow, _own, "Lý do, ý kiến khi rà soát, sàng lọc"),
    (FlagDecision, _own, "Dấu hiệu và lý do của quyết định"),
)
_EMPTY: Mapping[type[Model], Mapping[str, Any]] = {
    MemberRow: {
        "personal_id": "", "card": "", "full_name": ERASED, "post": "", "born": date.fromisoformat(NO_DAY)
    },
    ForeignRelation: {"said": ERASED, "paper": ""},
    Kinship: {"relation": ERASED},
    Absence: {"address": ""},
    CellTransfer: {"reason": ""},
    Pledge: {"reason": ""},
    PledgePoint: {"pledged": ERASED},
    ScreeningRow: {"reason": ERASED, "said": ""},
    FlagDecision: {"flagged": ERASED, "reason": ERASED},
}  # fmt: skip


def left_of(case: Case) -> str:
    """The hash of what will be left of the rows of a file."""
    rows = FileRow.objects.filter(case=case).values_list(
        "laid_by__sequence", "number", "kind", "facts"
    )
    return rows_left(rows)


def empty_file(case: Case, covers: Mapping[str, Sequence[Any]]) -> None:
    """Empty every personal word of a file; inside the transaction in which its erasure was agreed to."""
    with connection.cursor() as cursor:
        cursor.execute(_RECORDS, [case.pk])
    FileRow.objects.filter(case=case).update(words={})
    Finding.objects.filter(case=case).update(content=ERASED)
    case.incoming.exclude(sender="", sender_number="").update(
        sender="", search_key="", sender_number=""
    )
    papers = covers["papers"]
    Paper.objects.filter(pk__in=papers).update(title=ERASED, values={}, sources={})
    Print.objects.filter(paper__in=papers).update(pdf=b"")
    SignedState.objects.filter(paper__in=papers).update(added=b"", holder="")
    Service.objects.filter(paper__in=papers).update(to=ERASED, evidence="")
    Copy.objects.filter(paper__in=papers).update(pdf=b"")
    Original.objects.filter(paper__in=papers).update(scan=b"", name=ERASED)
    Attachment.objects.filter(pk__in=covers["files"]).update(name=ERASED, content=b"")
    Notice.objects.filter(pk__in=covers["notices"]).update(title=ERASED, text="")
    PaperWords.objects.filter(paper__in=papers).delete()
    FileWords.objects.filter(case=case).delete()
    label = catalogue.get(case.procedure).label
    Case.objects.filter(pk=case.pk).update(title=f"{label}: {ERASED}")


def empty_person(person: Person, covers: Mapping[str, Sequence[Any]]) -> None:
    """Empty every word about a person that stands outside hashed text, and their name."""
    MemberFinding.objects.filter(pk__in=covers["findings"]).update(key="", words=ERASED)
    for model, where, _label in OF_PERSON:
        model._default_manager.filter(where(person)).update(**_EMPTY[model])
    FileWords.objects.filter(case__subjects__person=person).delete()
    person.full_name = f"{ERASED} {person.pk}"
    person.save(update_fields=["full_name", "sort_key", "search_key"])
