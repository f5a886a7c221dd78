"""D-30, D-32: how long one may complain of a removal, and when file and slip must have gone up; over Tết too."""

from datetime import date

from law import terms
from tests.workflows.test_complaint_conditions import OWN, row
from workflows.facts import Facts, Subject
from workflows.removal_clocks import complaint_window, file_and_slip
from workflows.rows import RowKind

ANNOUNCED, LAST = date(2026, 2, 2), date(2026, 3, 23)


def announced(*more):
    """A strike-off announced and handed over in the last weeks before Tết."""
    handed = row(1, RowKind.HANDED_OVER, ANNOUNCED, result="da_nhan")
    return Facts(
        "P8.XT", "da_cong_bo", ANNOUNCED, ANNOUNCED, ANNOUNCED, ANNOUNCED, body="chi_bo", level="chi_bo",
        own=OWN, subjects=(Subject(1, True, 1),), rows=(handed, *more),
    )  # fmt: skip


def test_both_run_thirty_working_days_and_never_thirty_days():
    (complain,), (send,) = complaint_window(announced()), file_and_slip(announced())

    assert complain.last_day == send.last_day == LAST
    assert terms.last_day(ANNOUNCED, 30, "day").last_day == date(2026, 3, 4)


def test_once_file_and_slip_have_gone_up_nothing_runs_any_more_for_them():
    sent = announced(row(2, RowKind.FILE_SENT, date(2026, 2, 10)))

    assert list(file_and_slip(sent)) == []
    assert [one.last_day for one in complaint_window(sent)] == [LAST]
