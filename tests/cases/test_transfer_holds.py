"""A member with an open matter does not transfer for good; whoever may not open the file learns no number."""

from datetime import date

import pytest

from cases import services, transfer_holds
from registry import offices
from registry.cell_transfers.deeds import SeeTransfer, SendOff
from registry.keeping import OfficeRefused
from tests.cases.reorganisations import Commune
from tests.cases.supervision import TODAY, ago

EVENT, KNOWN = date(2026, 3, 2), date(2026, 4, 1)


@pytest.fixture
def commune(db) -> Commune:
    return Commune(cells=2)


@pytest.fixture
def member(commune):
    return commune.members(1)[1]


@pytest.fixture
def inspected(commune, member):
    """The commune's inspection committee has begun an inspection of the member."""
    return services.open_case(
        "P3.DV", body=commune.ubkt, subjects=[member], actor=commune.who("canbo"), acted_on=ago(30),
        today=ago(30),
        inputs={
            "source": "nam_tinh_hinh", "theme": "việc kê khai đất đai", "period_from": "2025-01-01",
            "period_to": "2026-06-30", "reasons": "Có phản ánh của tổ chức.",
        },
    )  # fmt: skip


def letter(commune, member, *, day, way="chinh_thuc", event_on=EVENT):
    until = {} if way == "chinh_thuc" else {"until": date(2026, 10, 31)}
    seen = SeeTransfer(
        person=member, in_body=commune.btv, way=way, event="Chuyển công tác", event_on=event_on,
        to_cell=commune.cell(2), document="Quyết định (mẫu)", **until,
    )  # fmt: skip
    row = offices.record(seen, by=commune.secretary, today=TODAY)
    return SendOff(transfer=row, in_body=commune.btv, day=day, document="Giấy 5 (mẫu)")


def test_the_letter_waits_and_the_number_is_told_only_to_who_may_open_the_file(
    commune, member, inspected
):
    deed = letter(commune, member, day=KNOWN)

    with pytest.raises(OfficeRefused) as caught:
        transfer_holds.record(deed, by=commune.secretary, today=TODAY, hold_document="CV 7")

    (reason,) = caught.value.reasons
    assert (reason.rule, reason.citation) == ("transfer.hold", "294-QĐ/TW mục 6.3.1(đ)")
    assert inspected.reference not in reason.text
    told = transfer_holds.reasons_against(deed, by=commune.who("canbo"), today=TODAY)
    assert inspected.reference in next(one.text for one in told if one.rule == "transfer.hold")


def test_a_stay_for_a_time_is_not_held(commune, member, inspected):
    deed = letter(commune, member, day=KNOWN, way="tam_thoi")

    assert transfer_holds.record(deed, by=commune.secretary, today=TODAY).left_on == KNOWN


def test_where_the_rule_is_not_known_a_text_lets_them_go_and_stays_in_the_register(
    commune, member, inspected
):
    deed = letter(commune, member, day=ago(1), event_on=ago(9))
    with pytest.raises(OfficeRefused, match="chưa rõ"):
        transfer_holds.record(deed, by=commune.secretary, today=TODAY)

    row = transfer_holds.record(
        deed, by=commune.secretary, today=TODAY, hold_document="Công văn 7-CV/UBKT"
    )

    assert row.letter == "Giấy 5 (mẫu); Công văn 7-CV/UBKT"


def test_nothing_holds_who_has_no_open_matter(commune, member):
    deed = letter(commune, member, day=KNOWN)

    assert transfer_holds.record(deed, by=commune.secretary, today=TODAY).left_on == KNOWN
