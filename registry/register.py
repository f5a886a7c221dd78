"""The register's own history: one chain of entries per organisation, and whether it still holds."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.utils import timezone

from proof.canonical import canonical
from proof.chain import NOTHING_BEFORE, link
from proof.verify import Fault, first_fault
from registry.file_loan_models import MemberFileLoan
from registry.models import (
    Absence,
    AbsenceImport,
    AreaAssignment,
    Body,
    Cascade,
    CellTransfer,
    Delegation,
    Directive,
    Erasure,
    Exit,
    FileCheck,
    FilePaperName,
    FlagDecision,
    ForeignRelation,
    GradeImport,
    Handover,
    ItemEvidence,
    ItemUnit,
    Journey,
    JourneyImport,
    Kinship,
    ManagedPost,
    ManagementOverride,
    Mandate,
    MemberFinding,
    MemberImport,
    Membership,
    Organisation,
    OrganisationLevel,
    PaperOnly,
    PeriodicCheck,
    Placement,
    Pledge,
    PledgePoint,
    Post,
    ProgrammeItem,
    Register,
    RegisterEntry,
    ReportRule,
    Restoration,
    ScreeningRound,
    ScreeningRow,
    Succession,
    Term,
    UnitTransfer,
    VotingStatus,
)

TABLES: Mapping[str, type[Model]] = {
    model._meta.model_name: model
    for model in (
        Post,
        Delegation,
        AreaAssignment,
        Kinship,
        PaperOnly,
        VotingStatus,
        Exit,
        Restoration,
        Organisation,
        Placement,
        Succession,
        Body,
        Term,
        Membership,
        UnitTransfer,
        MemberImport,
        MemberFinding,
        Absence,
        AbsenceImport,
        CellTransfer,
        PeriodicCheck,
        Journey,
        JourneyImport,
        ReportRule,
        ForeignRelation,
        GradeImport,
        ScreeningRound,
        ScreeningRow,
        FlagDecision,
        Directive,
        Cascade,
        ProgrammeItem,
        ItemUnit,
        ItemEvidence,
        Pledge,
        PledgePoint,
        Mandate,
        Handover,
        OrganisationLevel,
        ManagedPost,
        ManagementOverride,
        FilePaperName,
        FileCheck,
        MemberFileLoan,
        Erasure,
    )
}
#: Words about somebody or their family, and what tells one person from all others, stay out of the hashed text.
_PERSONAL = {
    "relation", "personal_id", "key", "card", "born", "address", "reason", "flagged", "said", "pledged",
}  # fmt: skip


def lock(organisation: int) -> Register:
    """Return the organisation's register, locked until the transaction ends: one writes at a time.

    Raises TransactionManagementError outside a transaction.
    """
    registers = Register.objects.select_for_update().filter(pk=organisation)
    if found := registers.first():
        return found
    Register.objects.get_or_create(pk=organisation, defaults={"head": NOTHING_BEFORE})
    return registers.get()


def told(row: Model) -> dict[str, Any]:
    """Return a row of the register as its history tells it: its columns, and where it lies."""
    untold = _PERSONAL | getattr(type(row), "UNTOLD", frozenset())
    columns = [field.attname for field in row._meta.concrete_fields if field.name not in untold]
    said = {name: getattr(row, name) for name in columns}
    return {"table": row._meta.model_name, "row": said.pop("id"), **said}


def enter(register: Register, said: Mapping[str, Any]) -> RegisterEntry:
    """Add one entry to a locked register; `said` is its content, with `deed`, `body`, `person`, `by`."""
    sequence, at = register.length + 1, timezone.now()
    content = {**said, "recorded_at": at}
    text, digest = link(f"register:{register.pk}", sequence, register.head, content)
    register.length, register.head = sequence, digest
    register.save(update_fields=["length", "head"])
    return RegisterEntry.objects.create(
        organisation_id=register.pk,
        sequence=sequence,
        content=text,
        hash=digest,
        recorded_at=at,
        deed=said["deed"],
        body_id=said["body"],
        person_id=said["person"],
        by_id=said["by"],
    )


def faults() -> Iterator[Fault]:
    """Yield the first fault of every register: a broken chain, or a row that is not as last entered.

    A member's rows pass from register to register as the member does: what counts is the newest entry of all.
    """
    heads = {register.pk: register for register in Register.objects.all()}
    written = set(RegisterEntry.objects.values_list("organisation_id", flat=True).distinct())
    newest: dict[tuple[str, int], _Told] = {}
    broken = set()
    for organisation in sorted(written | heads.keys()):
        entries = list(RegisterEntry.objects.filter(organisation=organisation).order_by("sequence"))
        rows = ((one.sequence, one.content, one.hash, one.claims()) for one in entries)
        head = heads.get(organisation)
        ends = {"head": head.head, "length": head.length} if head else {}
        if fault := first_fault(f"register:{organisation}", rows, **ends):
            broken.add(organisation)
            yield _named(organisation, fault.sequence, fault.what)
        for entry in entries:
            _note(newest, entry)
    for organisation, sequence in sorted(_changed_since(newest).items()):
        if organisation not in broken:
            yield _named(organisation, sequence, "chức vụ, phân công khác với nhật ký danh bạ")


@dataclass(frozen=True)
class _Told:
    """What the newest entry says of a row, and where that entry stands."""

    entry: int
    organisation: int
    sequence: int
    after: Mapping[str, Any]


def _note(newest: dict[tuple[str, int], _Told], entry: RegisterEntry) -> None:
    content = json.loads(entry.content)
    for after in (content["after"], *content.get("beside", ())):
        row = after["table"], after["row"]
        if row not in newest or newest[row].entry <= entry.pk:
            newest[row] = _Told(entry.pk, entry.organisation_id, entry.sequence, after)


def _changed_since(newest: Mapping[tuple[str, int], _Told]) -> dict[int, int]:
    """The registers with a row that no longer says what its newest entry wrote, each with the first such entry."""
    found: dict[int, int] = {}
    for table, model in TABLES.items():
        wanted = [row for name, row in newest if name == table]
        there = model._default_manager.in_bulk(wanted)
        for row in wanted:
            told_there, now = newest[table, row], there.get(row)
            if now is None or json.loads(canonical(told(now))) != told_there.after:
                first = found.get(told_there.organisation, told_there.sequence)
                found[told_there.organisation] = min(first, told_there.sequence)
    return found


def _named(organisation: int, sequence: int, what: str) -> Fault:
    return Fault(f"danh bạ {Organisation.objects.get(pk=organisation).name}", sequence, what)
