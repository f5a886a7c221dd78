"""The door's objections about what every procedure shares: who receives a file, and who is added to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cases.conflicts import of_people
from cases.reading import File
from law import Reason
from registry.models import Post, on
from workflows.everyday import handing_over
from workflows.rows import RowKind
from workflows.stages import Step


def about_shared(file: File, step: Step, answers: Mapping[str, Any]) -> list[Reason]:
    """Everything no guard could know of these deeds: the register, and who stands before the file."""
    if step.code == handing_over.HAND:
        return _about_handing(file, answers)
    if step.code == handing_over.RECEIVE:
        return _about_receiving(file, answers)
    signed = file.procedure.step(step.prepares) if step.prepares else step
    if signed and signed.lays is RowKind.SCOPE:
        return _about_adding(file, answers)
    return []


def _about_handing(file: File, answers: Mapping[str, Any]) -> list[Reason]:
    to = str(answers.get("to", ""))
    if not to.isdigit():
        return []
    reasons, person = [], int(to)
    if person == file.standing.person:
        words = "Không bàn giao hồ sơ cho chính mình."
        reasons.append(Reason("input.to", words, remedy="Chọn người nhận khác."))
    holds = Post.objects.filter(on(file.facts.acted_on), body=file.body, person=person)
    if not holds.exists():
        words = "Người nhận không giữ chức vụ nào trong cơ quan thụ lý vào ngày này."
        reasons.append(Reason("input.to", words, remedy="Chọn người của cơ quan thụ lý."))
    reasons += [
        Reason("conflict", f"Người nhận {ground.label}.", remedy="Chọn người khác.")
        for ground in of_people([person], file).get(person, ())
    ]
    return reasons


def _about_receiving(file: File, answers: Mapping[str, Any]) -> list[Reason]:
    """Only the one to whom it was handed confirms, and never a hand-over already confirmed."""
    number = str(answers.get("handover", ""))
    waiting = handing_over.waiting(file.facts)
    named = [one for one in waiting if not number or str(one.number) == number]
    if number and not named:
        words = "Lần bàn giao này không chờ xác nhận."
        return [Reason("input.handover", words, remedy="Chọn lần bàn giao đang chờ.")]
    if named and all(one.facts["to"] != file.standing.person for one in named):
        words = "Chỉ người được bàn giao mới xác nhận nhận hồ sơ."
        return [Reason("permission", words, remedy="Người nhận tự đối chiếu và xác nhận.")]
    return []


def _about_adding(file: File, answers: Mapping[str, Any]) -> list[Reason]:
    """A subject added to a running file is in the register, is new to it, and sits on no team of it."""
    return [
        *_about_one(file, answers.get("member"), "member"),
        *_about_one(file, answers.get("organisation"), "organisation"),
    ]


def _about_one(file: File, said: Any, name: str) -> list[Reason]:
    if not str(said or "").isdigit():
        return []
    number, is_person = int(str(said)), name == "member"
    reasons = []
    if any(one.register == number and one.is_person == is_person for one in file.facts.subjects):
        reasons.append(_wrong(name, "Đối tượng này đã có trong hồ sơ.", "Chọn đối tượng khác."))
    if is_person and any(number == person for person, _role in file.team):
        words = "Người này đang ở trong đoàn, không thể là đối tượng."
        reasons.append(_wrong(name, words, "Thay người khác vào đoàn trước."))
    return reasons


def _wrong(name: str, words: str, remedy: str) -> Reason:
    return Reason(f"input.{name}", words, remedy=remedy)
