"""Words whose answer is a list or a sheet: who came, who is on the team, what the tellers counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from workflows.inputs.asking import Input, Unclear, is_number
from workflows.inputs.plain import Amount


@dataclass(frozen=True, kw_only=True)
class Attendance(Input):
    """Who came: a list of `{"person": register number, "here": one of ATTENDED, "why": reason}`."""

    kind: ClassVar[str] = "attendance"
    attended: ClassVar[tuple[tuple[str, str], ...]] = (
        ("co_mat", "Có mặt"),
        ("vang_co_ly_do", "Vắng mặt có lý do"),
        ("vang_khong_ly_do", "Vắng mặt không lý do"),
    )

    def clean(self, answer: Any) -> list[dict[str, Any]]:
        if not isinstance(answer, Sequence) or isinstance(answer, str):
            raise Unclear("Điểm danh từng người trong danh sách.")
        people = [self._one(one) for one in answer]
        if len({one["person"] for one in people}) < len(people):
            raise Unclear("Mỗi người chỉ điểm danh một lần.")
        return people

    def _one(self, one: Any) -> dict[str, Any]:
        person, here = (
            (one.get("person"), one.get("here")) if isinstance(one, Mapping) else (None, None)
        )
        if not isinstance(here, str) or here not in dict(self.attended) or not is_number(person):
            raise Unclear("Ghi từng người: có mặt, vắng mặt có lý do hay không lý do.")
        return {"person": int(str(person)), "here": here}


@dataclass(frozen=True, kw_only=True)
class Team(Input):
    """The team: a list of `{"person": register number, "role": team role}`."""

    kind: ClassVar[str] = "team"
    roles: Sequence[tuple[str, str]] = ()

    def clean(self, answer: Any) -> list[dict[str, Any]]:
        if not isinstance(answer, Sequence) or isinstance(answer, str):
            raise Unclear("Lập danh sách đoàn: mỗi người một dòng, có vai trò.")
        members = [self._member(one) for one in answer]
        if len({member["person"] for member in members}) < len(members):
            raise Unclear("Mỗi người chỉ ghi một lần trong đoàn.")
        return members

    def _member(self, one: Any) -> dict[str, Any]:
        person, role = (
            (one.get("person"), one.get("role")) if isinstance(one, Mapping) else (None, None)
        )
        if not isinstance(role, str) or role not in dict(self.roles) or not is_number(person):
            raise Unclear("Mỗi thành viên đoàn phải có họ tên trong danh bạ và vai trò trong đoàn.")
        return {"person": int(str(person)), "role": role}


@dataclass(frozen=True, kw_only=True)
class BallotTotals(Input):
    """Totals of a ballot: slips issued, received, valid, invalid, and votes per option."""

    kind: ClassVar[str] = "ballot"
    options: Sequence[tuple[str, str]] = ()

    def clean(self, answer: Any) -> dict[str, int]:
        if not isinstance(answer, Mapping):
            raise Unclear("Nhập số phiếu cho từng mục.")
        amount = Amount(name=self.name, label=self.label)
        names = ("phat_ra", "thu_vao", "hop_le", "khong_hop_le", *dict(self.options))
        return {name: amount.clean(answer.get(name, 0)) for name in names}
