"""The register's own history: one chain of entries per organisation, and whether it still holds."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import Model
from django.utils import timezone

from proof.canonical import canonical
from proof.chain import NOTHING_BEFORE, link
from proof.verify import Fault, first_fault
from registry.models import (
    AreaAssignment,
    Body,
    Delegation,
    Exit,
    FileCheck,
    FilePaperName,
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
    Placement,
    Post,
    Register,
    RegisterEntry,
    Restoration,
    Succession,
    Term,
    UnitTransfer,
    VotingStatus,
)

_TABLES: Mapping[str, type[Model]] = {
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
        Mandate,
        OrganisationLevel,
        ManagedPost,
        ManagementOverride,
        FilePaperName,
        FileCheck,
    )
}
#: Words about somebody's family, and what tells one person from all others, stay out of the hashed text.
_PERSONAL = {"relation", "personal_id", "key", "card", "born"}


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
    columns = [field.attname for field in row._meta.concrete_fields if field.name not in _PERSONAL]
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
    """Yield the first fault of every register: a broken chain, or a row that is not as last entered."""
    heads = {register.pk: register for register in Register.objects.all()}
    written = set(RegisterEntry.objects.values_list("organisation_id", flat=True).distinct())
    for organisation in sorted(written | heads.keys()):
        entries = list(RegisterEntry.objects.filter(organisation=organisation).order_by("sequence"))
        rows = ((one.sequence, one.content, one.hash, one.claims()) for one in entries)
        head = heads.get(organisation)
        ends = {"head": head.head, "length": head.length} if head else {}
        fault = first_fault(f"register:{organisation}", rows, **ends) or _changed_since(entries)
        if fault:
            name = Organisation.objects.get(pk=organisation).name
            yield Fault(f"danh bạ {name}", fault.sequence, fault.what)


def _changed_since(entries: list[RegisterEntry]) -> Fault | None:
    """A row of the register that no longer says what its last entry wrote."""
    last: dict[tuple[str, int], tuple[int, dict[str, Any]]] = {}
    for entry in entries:
        content = json.loads(entry.content)
        for after in (content["after"], *content.get("beside", ())):
            last[after["table"], after["row"]] = (entry.sequence, after)
    for table, model in _TABLES.items():
        wanted = [row for name, row in last if name == table]
        there = model._default_manager.in_bulk(wanted)
        for row in wanted:
            sequence, after = last[table, row]
            now = there.get(row)
            if now is None or json.loads(canonical(told(now))) != after:
                return Fault("", sequence, "chức vụ, phân công khác với nhật ký danh bạ")
    return None
