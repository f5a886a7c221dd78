"""Whom a cell must tell after it has disciplined a member who sits on committees."""

from __future__ import annotations

from dataclasses import dataclass

from law import Hit
from workflows.facts import Facts
from workflows.guards import Guard, Judgement, asking, look_up, rule

REPORT = "authority.chi_bo.report_after"


@dataclass(frozen=True)
class ReportGuard(Guard):
    """After a cell disciplined a member of a committee, the committees must know of it."""

    rules: tuple[str, ...] = (REPORT,)

    def judge(self, facts: Facts) -> Judgement:
        """Asked only of a committee member; an answer to the question counts."""
        if not self.asks(facts):
            return Judgement()
        hit = look_up(REPORT, facts)
        if hit.force == "ask":
            return Judgement(asking(hit), hit.as_json())
        told = facts.has_taken("report_up")
        return Judgement(None if told else self._refuse(hit), hit.as_json())


def _of_a_committee(facts: Facts) -> bool:
    return any(subject.category == "cap_uy_vien" for subject in facts.subjects)


the_committees_were_told = ReportGuard(
    id="the_committees_were_told",
    sentence="Chưa báo cáo việc kỷ luật đến các cấp ủy mà đảng viên là thành viên.",
    remedy="Báo cáo các cấp ủy đó, cấp ủy quản lý cán bộ và ủy ban kiểm tra của cấp ủy ấy.",
    asks=_of_a_committee,
    righted_by=("report_up",),
)

HOST = "authority.temporary_host_chi_bo"


@rule(
    HOST,
    remedy="Gửi báo cáo cho chi bộ nơi đảng viên sinh hoạt chính thức.",
    righted_by=("report_up",),
)
def the_own_cell_was_told(facts: Facts, hit: Hit) -> bool:
    """Chưa thông báo cho chi bộ nơi đảng viên sinh hoạt chính thức."""
    return facts.has_taken("report_up")
