"""Which kinds of paper a body may issue: the kind's own limits, and what the law of the day lists."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import law
from documents.catalogue import Kind
from law import Reason
from registry.models import Body, BodyKind, OrganisationKind

#: The rule that lists the kinds of each body whose list was read; of the others no list is at hand.
CELL = "papers.kinds.chi_bo"
_OF_GRASSROOTS = {
    BodyKind.COMMITTEE: "papers.kinds.dang_uy_co_so",
    BodyKind.STANDING: "papers.kinds.btv_dang_uy_co_so",
}

#: How papers of cells are marked after the slash.
CELL_SYMBOL = "CB"

#: Slips and certificates are no kinds of the list: every organ writes them.
_SLIPS = ("GIẤY ", "PHIẾU ")


def of_kind(kind: Kind, body: Body) -> Iterator[Reason]:
    """A cell's papers are not those of a committee: another foot, another seal."""
    is_cell = body.kind == BodyKind.CELL
    if kind.of_cell not in (None, is_cell):
        yield Reason(
            "paper.issuer",
            f"“{kind.title}” (mẫu {kind.code}) {'chỉ' if kind.of_cell else 'không'} dùng cho chi bộ.",
            remedy=f"Chọn mẫu dành cho {body.name}.",
        )


def of_power(kind: Kind, body: Body, on: date) -> Iterator[Reason]:
    """A body issues only the kinds the law of that day lists for it; where no text is at hand, nothing is refused."""
    rule = _rule_for(body)
    if not rule or kind.heading.startswith(_SLIPS) or not kind.numbered or kind.in_team_series:
        return
    hit = law.rule(rule, on=on)
    if hit.gives_verdict and kind.symbol not in hit.value:
        yield Reason(
            rule,
            f"{body.name} không được ban hành loại văn bản “{kind.heading.capitalize()}” "
            f"({kind.symbol}).",
            citation=hit.cited or "",
            confidence=hit.confidence,
            remedy="Chọn loại văn bản thuộc thẩm quyền, hoặc trình cấp ủy cấp trên ban hành.",
        )


def may_bear(symbol: str, organ: str, on: date) -> bool:
    """Whether a paper numbered "07-QĐ/CB" is of a kind that its issuer may issue, as far as is known."""
    if organ != CELL_SYMBOL:
        return True
    hit = law.rule(CELL, on=on)
    return not hit.gives_verdict or symbol in hit.value


def _rule_for(body: Body) -> str:
    if body.kind == BodyKind.CELL:
        return CELL
    is_base = body.organisation.kind == OrganisationKind.BASE
    return _OF_GRASSROOTS.get(body.kind, "") if is_base else ""
