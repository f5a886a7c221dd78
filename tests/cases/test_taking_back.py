"""A paper cancelled, or put right by a new one: through the door, by whoever signs, and the old one stays as it was."""

import pytest

from cases.dossier import Dossier
from cases.models import Case, RecordPaper
from cases.reading import Reader, read_file
from cases.verification import verify
from documents import verification
from documents.models import Paper
from documents.printing import print_pending
from tests.cases.supervision import TODAY, Supervision, lay_province, refused
from workflows import dossiers


@pytest.fixture
def supervision(db):
    return Supervision(lay_province())


def facts_of(supervision):
    who = supervision.who("chunhiem").pk
    return read_file(supervision.case.pk, Reader(who, TODAY, TODAY)).facts


def decision_of(supervision):
    return Paper.objects.get(record_paper__case=supervision.case, kind="QD-01", replaces=None)


def mended(supervision, paper, **said):
    answers = {
        "paper": paper.pk,
        "wrong": "đi làm ăn xa",
        "right": "đi làm xa",
        "reason": "Ghi sai tên nội dung.",
    }
    return supervision.take("reissue_paper", by="chunhiem", **answers | said)


def test_an_unserved_paper_is_replaced_by_a_new_one_with_a_new_number(supervision):
    supervision.goes_to("open")
    print_pending()
    old = decision_of(supervision)

    record = mended(supervision, old)

    old.refresh_from_db()
    new = RecordPaper.objects.get(record=record).paper
    assert (new.replaces, new.kind, old.state) == (old, "QD-01", "da_huy")
    assert old.cancelled_why == "Ghi sai tên nội dung."
    assert "đi làm ăn xa" in str(old.values)
    assert "đi làm ăn xa" not in str(new.values)
    assert new.signed_by == supervision.who("chunhiem")
    fact = next(one for one in facts_of(supervision).papers if one.id == new.pk)
    assert fact.step == next(one.step for one in facts_of(supervision).papers if one.id == old.pk)
    assert verification.faults() == []
    assert not verify(Case.objects.filter(pk=supervision.case.pk)).faults


def test_the_new_paper_stands_in_the_old_ones_place_in_the_file(supervision):
    supervision.goes_to("open")
    print_pending()
    old = decision_of(supervision)
    mended(supervision, old)
    new = Paper.objects.get(replaces=old)

    file = read_file(supervision.case.pk, Reader(supervision.who("canbo").pk, TODAY, TODAY))
    place = next(
        one
        for one in dossiers.index(file.procedure, file.facts)
        if new.pk in {p.id for p in one.papers}
    )

    assert place.heading.title == "Quyết định, kế hoạch"
    assert old.pk not in {one.id for one in place.papers}
    assert (
        Dossier(file, file.procedure.steps["open"], {}, TODAY).papers["QD-01"]["number"]
        == new.number_text
    )


def test_a_served_paper_stays_served_beside_the_new_one(supervision):
    supervision.goes_to("open")
    print_pending()
    old = decision_of(supervision)
    given = {"receiver": "Chi bộ", "evidence": "Giấy nhận", "result": "da_nhan"}
    supervision.take("serve_paper", by="vanthu", paper=old.pk, **given)
    with refused("không hủy được"):
        supervision.take("cancel_paper", by="chunhiem", paper=old.pk, reason="Sai.")

    mended(supervision, old)

    old.refresh_from_db()
    assert old.state == "da_tong_dat"
    states = {one.id: one.state for one in facts_of(supervision).papers}
    assert states[old.pk] == "da_thay"
    with refused("đã được thay thế bằng"):
        mended(supervision, old)


def test_a_new_paper_may_be_replaced_in_its_turn_and_still_belongs_to_the_step(supervision):
    supervision.goes_to("open")
    print_pending()
    first = decision_of(supervision)
    mended(supervision, first)
    second = Paper.objects.get(replaces=first)

    mended(supervision, second, wrong="đi làm xa", right="đi làm xa nơi cư trú")

    third = Paper.objects.get(replaces=second)
    steps = {one.id: one.step for one in facts_of(supervision).papers}
    assert steps[first.pk] == steps[second.pk] == steps[third.pk]


def test_what_is_not_in_the_paper_is_not_put_right(supervision):
    supervision.goes_to("open")
    old = decision_of(supervision)

    with refused("không có chỗ nào ghi “việc khác”"):
        mended(supervision, old, wrong="việc khác")

    minutes = Paper.objects.filter(record_paper__case=supervision.case, kind="BB-01").get()
    with refused("không do người có chức vụ ký"):
        mended(supervision, minutes)
    with refused("permission"):
        supervision.take(
            "reissue_paper",
            by="canbo",
            paper=old.pk,
            wrong="đi làm ăn xa",
            right="đi làm xa",
            reason="Sai.",
        )
    assert Paper.objects.filter(replaces__isnull=False).count() == 0


def test_a_cancelled_notice_is_no_notice_until_another_is_issued(supervision):
    supervision.goes_to("conclude")
    notice = Paper.objects.get(
        record_paper__case=supervision.case, record_paper__record__step="conclude"
    )
    if notice.state == "da_ky":
        supervision.take("number_paper", by="vanthu", paper=notice.pk)
    supervision.take("cancel_paper", by="chunhiem", paper=notice.pk, reason="Ghi sai chi bộ.")

    assert facts_of(supervision).papers_of("conclude") == []
    notice.refresh_from_db()
    mended(supervision, notice, wrong="đi làm ăn xa", right="đi làm xa")
    assert [one.kind for one in facts_of(supervision).papers_of("conclude")] == [notice.kind]
