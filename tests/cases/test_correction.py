"""A wrong entry is superseded with a reason by a second person; the old one stays visible."""

from cases.models import FileRow
from tests.cases.supervision import refused

EVIDENCE = {"title": "Sổ theo dõi", "given_by": "Chi bộ"}


def test_a_correction_supersedes_and_keeps(supervision):
    supervision.goes_to("prepare")
    wrong = supervision.take("add_evidence", by="uyvien", **EVIDENCE)

    corrected = supervision.take("correct", by="canbo", record=wrong.sequence, reason="Nhầm hồ sơ.")

    old = FileRow.objects.get(case=supervision.case, kind="tai_lieu")
    assert old.superseded_by_id == corrected.pk
    assert old.words["title"] == "Sổ theo dõi"


def test_nobody_corrects_alone(supervision):
    supervision.goes_to("prepare")
    wrong = supervision.take("add_evidence", by="uyvien", **EVIDENCE)

    with refused("người khác"):
        supervision.take("correct", by="uyvien", record=wrong.sequence, reason="Nhầm.")


def test_a_move_is_not_corrected_away(supervision):
    supervision.goes_to("prepare")
    move = supervision.last

    with refused("không đính chính"):
        supervision.take("correct", by="canbo", record=move.sequence, reason="Muốn làm lại.")
    with refused("không đính chính"):
        supervision.take("correct", by="canbo", record=999, reason="Không có.")


def test_a_new_draft_takes_the_place_of_the_one_before(supervision):
    supervision.goes_to("draft_decide")
    first = FileRow.objects.get(case=supervision.case, kind="trinh_ky")

    supervision.take(
        "draft_decide", by="canbo", theme="việc mẫu", period_from="2026-01-01", period_to="2026-06-30",
        days=30, unit="day", team=[{"person": supervision.who("uyvien").pk, "role": "truong_doan"}],
    )  # fmt: skip

    first.refresh_from_db()
    assert first.superseded_by is not None
    assert (
        FileRow.objects.get(case=supervision.case, kind="trinh_ky", superseded_by=None).facts[
            "days"
        ]
        == 30
    )
