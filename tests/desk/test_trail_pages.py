"""Nhật ký lưu vết: who sees which entries, and what a deed changed; a file looked back at, and one explained."""

from datetime import timedelta

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape

from cases import exceptions
from cases.models import ReadEntry
from cases.paging import Place
from cases.read_log import note
from cases.read_models import ReadPart
from cases.tracing import Auditor, Kind, Sought, read
from desk.gathering.tracing import rows_of, trace_page
from permissions.exceptions import PersonalGrant
from registry import clock
from registry.models import Person


@pytest.fixture
def auditor(concerned):
    """The auditor of the body that handles the inspection."""
    return concerned.auditor()


def told(person, **sought):
    """The entries that `person` traces, in words, the newest first."""
    traces = Auditor.of(person, clock.today())
    return rows_of(read(traces, traces.files(), Sought(**sought), Place(), 500))


def test_a_deed_tells_what_it_changed_under_which_law(concerned, auditor):
    every = {one.what: one for one in told(auditor)}
    found, signed = every["Kết luận: có khuyết điểm"], every["Thông báo kết luận kiểm tra"]

    assert found.file == concerned.case.reference
    assert found.who == concerned.signer.full_name
    assert found.law
    assert [(one.before, one.after) for one in found.changes if one.label == "Giai đoạn"] == [
        ("Đang xem xét", "Có khuyết điểm, yêu cầu rút kinh nghiệm"),
    ]
    assert ("Dự thảo trình ký", "chờ ký", "đã ký") in [
        (one.label, one.before, one.after) for one in signed.changes
    ]


def test_every_filter_narrows_and_stays_in_the_address(concerned, auditor):
    reference, today = concerned.case.reference, timezone.localdate()
    every = told(auditor)

    assert len(told(auditor, file=reference)) == len(every)
    assert {one.who for one in told(auditor, who="mẫu chủ")} == {concerned.signer.full_name}
    assert told(auditor, who="mau chu") == told(auditor, who="mẫu chủ")
    assert told(auditor, since=today, until=today) == every
    assert told(auditor, until=today - timedelta(days=1)) == []
    assert told(auditor, body=concerned.case.body_id + 1000) == []
    assert all("21-QĐ/TW" in one.law for one in told(auditor, law="21-QĐ/TW"))
    assert told(auditor, law="không có văn bản này") == []
    assert [one.what for one in told(auditor, kind=Kind.ANSWERS)] == ["Trả lời về quy định"]

    answer = concerned.client(auditor).get(f"{reverse('audit')}?ho_so={reference}&loai=buoc")
    page = answer.content.decode()
    assert f'value="{reference}"' in page
    assert "Chuỗi nhật ký nguyên vẹn" in page
    assert f"{reverse('audit-export')}?ho_so={reference}&amp;loai=buoc" in page


def test_a_page_takes_four_statements(concerned, auditor):
    with CaptureQueriesContext(connection) as asked:
        page = trace_page(Auditor.of(auditor, clock.today()), QueryDict())

    assert len(page.rows) > 15
    assert len(asked.captured_queries) == 4


def test_reads_and_exceptions_are_kinds_of_their_own(concerned, auditor):
    note(concerned.signer, clock.today(), concerned.case, ReadPart.FILE)
    stranger = Person.objects.get(pk=concerned.province.people["bithu2"].pk)
    concerned.client(stranger)
    exceptions.give(
        concerned.case, by=concerned.signer, to=stranger, reason="Đối chiếu sổ.",
        first_day=clock.today(), last_day=clock.today(),
    )  # fmt: skip

    (seen,) = told(auditor, kind=Kind.READS)
    (given,) = told(auditor, kind=Kind.EXCEPTIONS)

    assert (seen.who, seen.note) == (
        concerned.signer.full_name,
        "giữ chức vụ trong cơ quan thụ lý hồ sơ",
    )
    assert stranger.full_name in given.changes[0].after
    assert PersonalGrant.objects.count() == 1
    assert "Lượt đọc" not in {str(one.kind) for one in told(auditor)}


def test_nobody_traces_what_is_not_theirs(concerned):
    elsewhere = Auditor.of(concerned.province.people["bithu2"], clock.today())

    assert elsewhere.files() == []
    assert not [one for one in told(elsewhere.person) if one.file]
    for name in ("dangvien", "canbo"):
        person = concerned.province.people[name]
        assert concerned.client(person).get(reverse("audit")).status_code == 404
        assert concerned.get(person, "case-as-of").status_code == 404
    assert concerned.get(concerned.member, "case-explained").status_code == 404


def test_the_trail_goes_out_for_a_purpose_and_that_is_noted(concerned, auditor):
    client, url = concerned.client(auditor), reverse("audit-export") + "?loai=buoc"

    assert client.post(url, {}).status_code == 422
    answer = client.post(url, {"purpose": "đối chiếu"})

    assert answer["Content-Disposition"].endswith('.xlsx"')
    line = ReadEntry.objects.get(person=auditor)
    assert (line.case, line.part, line.purpose) == (concerned.case, "xuat", "đối chiếu")


def test_a_file_looked_back_at_offers_nothing_and_holds_nothing_later(concerned, auditor):
    decided = concerned.case.history.get(step="decide")
    page = concerned.get(
        auditor, "case-as-of", query=f"?ban_ghi={decided.sequence}"
    ).content.decode()

    assert "chỉ để đọc" in page
    assert "/buoc/" not in page
    assert "Quyết định kiểm tra" in page
    assert "Đã ký, chưa có số" in page
    assert "Thông báo kết quả kiểm tra" not in page
    assert escape("Có một thửa đất chưa kê khai") not in page
    for asked in ("?ngay=2020-01-01", "?ngay=hom-qua", "?ngay=2199-01-01", "?ban_ghi=999"):
        empty = concerned.get(auditor, "case-as-of", query=asked)
        assert empty.status_code == 200, asked
        assert "Tiến trình khi đó" not in empty.content.decode(), asked


def test_a_file_says_why_it_is_where_it_is_and_where_it_may_go(concerned, auditor):
    page = concerned.get(auditor, "case-explained").content.decode()

    assert "Vì sao hồ sơ ở giai đoạn “Đã công bố”" in page
    assert "Bước đưa hồ sơ đến đây" in page
    assert concerned.lead.full_name in page
    assert "Từ đây đi được đâu" in page
    assert "21-QĐ/TW" in page
