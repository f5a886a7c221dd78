"""A member's paper file: its numbered kinds, what a check found missing, and that the next one puts it right."""

from datetime import date

import pytest

from jobs.models import Job
from jobs.running import run_waiting
from registry import offices, register
from registry.keeping import OfficeRefused
from registry.lists import in_background
from registry.member_models import MemberFinding, MemberImport, MemberRow, WaitingList
from registry.organs.files import MISSING_PAPER, CheckFile, NamePaper, kinds_of, missing_in
from tests.registry.members.conftest import SYNCED, TODAY, Commune, excel, rows_of

#: The guidance that counts the papers was read for this day; for TODAY only what it said before is known.
READ_ON = date(2026, 3, 4)


@pytest.fixture
def commune(db):
    commune = Commune()
    commune.take_in(rows_of(6, commune.cells))
    return commune


def row(status):
    return MemberRow.objects.filter(status=status).earliest("pk")


def kinds(commune, status, day=TODAY):
    return kinds_of(status, commune.body.organisation_id, day)


def checks(commune, member, *, lacking=(), on=TODAY, **said):
    codes = [one.code for one in kinds(commune, member.status, on).rows]
    deed = CheckFile(
        in_body=commune.body, row=member, checked_on=on, document="Biên bản (mẫu)",
        present=[one for one in codes if one not in lacking], **said,
    )  # fmt: skip
    return offices.record(deed, by=commune.keeper, today=TODAY)


@pytest.mark.parametrize(("status", "many"), [("du_bi", 12), ("chinh_thuc", 25)])
def test_how_many_kinds_a_member_must_have(commune, status, many):
    read, now = kinds(commune, status, READ_ON), kinds(commune, status)

    assert (len(read.rows), read.sure, read.citation) == (many, True, "06-HD/TW mục 8.1 a, b")
    assert (len(now.rows), now.sure, now.named) == (many, False, 0)


def test_two_missing_are_listed_exactly_and_the_next_check_puts_them_right(commune):
    member = row("chinh_thuc")

    checks(commune, member, lacking=("du_bi-03", "chinh_thuc-11"))
    told = [one.words for one in missing_in([member.cell_id])]
    assert told == [
        f"{member.full_name}: hồ sơ thiếu loại chính thức số 11.",
        f"{member.full_name}: hồ sơ thiếu loại dự bị số 3.",
    ]
    assert {one.kind for one in missing_in([member.cell_id])} == {MemberFinding.Kind.UPDATE}

    checks(commune, member, lacking=("du_bi-03",))
    assert len(missing_in([member.cell_id])) == 1
    assert list(register.faults()) == []


def test_no_import_closes_what_is_missing_in_a_file(commune):
    checks(commune, row("du_bi"), lacking=("du_bi-12",))

    commune.take_in(rows_of(6, commune.cells), on=TODAY)

    assert MemberFinding.objects.get(check_name=MISSING_PAPER).fixed_on is None


def test_a_kind_is_called_what_the_organisation_calls_it(commune):
    for name in ("Lý lịch (mẫu)", "Lý lịch của người xin vào Đảng (mẫu)"):
        deed = NamePaper(
            in_body=commune.body, code="du_bi-01", name=name, document="Danh mục (mẫu)"
        )
        offices.record(deed, by=commune.keeper, today=TODAY)

    first = kinds(commune, "du_bi").rows[0]
    assert first.label == "Lý lịch của người xin vào Đảng (mẫu) (dự bị 1)"
    assert kinds(commune, "du_bi").named == 1


def test_a_check_of_another_day_or_another_paper_is_refused(commune):
    member = row("du_bi")
    checks(commune, member)

    with pytest.raises(OfficeRefused, match="mới hơn"):
        checks(commune, member, on=SYNCED)
    strange = CheckFile(
        in_body=commune.body, row=member, checked_on=TODAY, present=["chinh_thuc-01"], document="x"
    )
    with pytest.raises(OfficeRefused, match="không thuộc danh mục"):
        offices.record(strange, by=commune.keeper, today=TODAY)


# Danh sách dài: việc chạy nền


@pytest.fixture
def waiting(commune, django_user_model) -> WaitingList:
    commune.keeper.account = django_user_model.objects.create_user("giu-danh-sach")
    commune.keeper.save()
    return WaitingList.objects.create(
        body=commune.body, by=commune.keeper, file_name="dai.xlsx", synced_on=SYNCED, source="Nguồn (mẫu)",
        content=excel(rows_of(40, commune.cells)),
    )  # fmt: skip


def test_a_long_list_is_taken_in_by_a_job_asked_for_once(waiting):
    asked = in_background.ask(waiting, by=waiting.by.account, today=TODAY)
    again = in_background.ask(waiting, by=waiting.by.account, today=TODAY)

    run_waiting()

    job = Job.objects.get()
    assert asked == again == job
    assert job.state == "xong"
    assert dict(job.result["figures"])["Thêm mới"] == "34"
    assert MemberImport.objects.count() == 2
    assert not WaitingList.objects.exists()


def test_it_tells_how_far_it_is(waiting):
    told = []
    deed = in_background.deed_of(waiting, lambda *said: told.append(said))

    offices.record(deed, by=waiting.by, today=TODAY)

    assert told == [(0, 34, "đang ghi đảng viên"), (34, 34, "đang ghi sinh hoạt đảng")]


def test_another_file_than_the_one_looked_over_is_not_taken_in(waiting, commune):
    in_background.ask(waiting, by=waiting.by.account, today=TODAY)
    WaitingList.objects.update(content=excel(rows_of(50, commune.cells)))

    run_waiting()

    job = Job.objects.get()
    assert job.state == "khong_lam_duoc"
    assert "đã khác" in job.reasons[0]["text"]
    assert MemberImport.objects.count() == 1
