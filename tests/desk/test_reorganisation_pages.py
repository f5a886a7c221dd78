"""Reorganisation on the screen: a plan entered line by line or from a table, previewed, done, and taken back."""

import io
from datetime import date, timedelta

import pytest
import tablib
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from cases import services
from cases.models import Case, Reorganisation
from jobs.models import Job
from jobs.running import run_waiting
from registry.models import Body, Membership, Organisation, UnitTransfer, on
from registry.reorganisation import table
from tests.cases.reorganisations import Commune, appoint, dissolve, merge, unite
from tests.cases.supervision import TODAY, ago
from tests.desk.test_office_pages import words_of

HEAD = {"number": "77-QĐ/ĐU", "dated": "31/10/2026", "effective": "10/11/2026"}


@pytest.fixture
def commune(db) -> Commune:
    return Commune(cells=3)


def signed_in(person) -> Client:
    person.account = get_user_model().objects.create_user(f"nguoi-{person.pk}")
    person.save()
    client = Client()
    client.force_login(person.account, "django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def desk(commune) -> Client:
    return signed_in(commune.secretary)


def drafted(commune, desk) -> Reorganisation:
    answer = desk.post(reverse("reorganisation-new", args=[commune.btv.pk]), HEAD)
    assert answer.status_code == 302, words_of(answer)
    return Reorganisation.objects.get()


def at(name, plan):
    return reverse(name, args=[plan.pk])


def worked(desk, asked) -> str:
    """What the page of the job says to which a press led, once a worker was there."""
    assert asked.status_code == 302, words_of(asked)
    assert run_waiting() == 1
    return words_of(desk.get(asked.url))


def test_a_plan_is_entered_previewed_done_and_taken_back(commune, desk):
    case = commune.opens(1)
    plan = drafted(commune, desk)
    line = {"deed": "add", "kind": "sap_nhap", "units": ["c1"], "into": "c2"}
    assert desk.post(at("reorganisation", plan), line).status_code == 302

    shown = words_of(desk.get(at("reorganisation-preview", plan)))
    assert case.reference in shown
    assert "Hồ sơ ngoài quyền xem của bạn" in shown
    assert commune.members(1)[1].full_name not in shown
    assert "Tiếp tục ở tổ chức kế thừa" in shown
    confirm = desk.get(at("reorganisation-do", plan))
    digest = confirm.context["page"].form.initial["digest"]
    told = worked(desk, desk.post(at("reorganisation-do", plan), {"digest": digest}))

    assert "Chi bộ xóm Mẫu 1 thành Chi bộ xóm Mẫu 2; 1 hồ sơ, 4 đảng viên" in told
    assert "Hồ sơ, việc còn ở cơ quan đã kết thúc 0" in told
    done = words_of(desk.get(at("reorganisation", plan)))
    assert "Đã thực hiện" in done
    assert "Hồ sơ, việc còn ở cơ quan đã kết thúc 0" in done
    assert Case.objects.get(pk=case.pk).body == commune.body(2)
    assert desk.get(at("reorganisation-preview", plan)).status_code == 404
    assert desk.post(at("reorganisation-undo", plan), {"reason": ""}).status_code == 422
    taken = desk.post(at("reorganisation-undo", plan), {"reason": "Quyết định 80-QĐ/ĐU."})
    assert "hoạt động trở lại; 1 hồ sơ, 4 đảng viên trở về" in worked(desk, taken)
    assert Case.objects.get(pk=case.pk).body == commune.body(1)


def test_while_the_job_waits_a_second_press_leads_to_it_and_only_keepers_see_it(commune, desk):
    plan = drafted(commune, desk)
    desk.post(
        at("reorganisation", plan),
        {"deed": "add", "kind": "sap_nhap", "units": ["c1"], "into": "c2"},
    )
    digest = desk.get(at("reorganisation-do", plan)).context["page"].form.initial["digest"]

    first = desk.post(at("reorganisation-do", plan), {"digest": digest})

    again = desk.post(at("reorganisation-do", plan), {"digest": digest})
    assert again.url == first.url == desk.get(at("reorganisation-do", plan)).url
    assert first.url in desk.get(at("reorganisation", plan)).content.decode()
    shown = desk.get(first.url)
    assert "Đang chờ đến lượt" in words_of(shown)
    assert 'http-equiv="refresh"' in shown.content.decode()
    assert signed_in(commune.deputy).get(first.url).status_code == 200
    assert signed_in(commune.who("canbo")).get(first.url).status_code == 404
    assert run_waiting() == 1
    assert 'http-equiv="refresh"' not in desk.get(first.url).content.decode()
    assert Job.objects.count() == 1


def test_fifty_lines_come_from_a_table_and_everything_wrong_in_it_is_said(commune, desk):
    plan = drafted(commune, desk)
    lines = (
        unite("c1", "c2", into="n1", name="Chi bộ Hợp Một"),
        appoint(commune.leader(1), "n1"),
    )
    sent = SimpleUploadedFile("p.csv", table.write(lines).encode("utf-8-sig"))

    answer = desk.post(at("reorganisation", plan), {"deed": "upload", "table": sent})

    assert answer.status_code == 302
    plan.refresh_from_db()
    assert plan.lines == [one.as_json() for one in lines]
    rows = [table.COLUMNS, ("sap_nhap", "c3", "c1", "", "", "", "", "")]
    book = SimpleUploadedFile("p.xlsx", tablib.Dataset(*rows).export("xlsx"))
    assert (
        desk.post(at("reorganisation", plan), {"deed": "upload", "table": book}).status_code == 302
    )
    plan.refresh_from_db()
    assert plan.lines == [merge("c3", into="c1").as_json()]
    wrong = SimpleUploadedFile("p.csv", b"loai,don_vi\nban,c1\nket_thuc,\n")
    shown = desk.post(at("reorganisation", plan), {"deed": "upload", "table": wrong})
    assert shown.status_code == 422
    assert "Dòng 2: loại “ban” không có" in words_of(shown)
    assert "Dòng 3: chưa ghi đơn vị" in words_of(shown)
    broken = SimpleUploadedFile("p.xlsx", io.BytesIO(b"PK nothing").read())
    shown = desk.post(at("reorganisation", plan), {"deed": "upload", "table": broken})
    assert "Không đọc được tệp Excel" in words_of(shown)


def test_another_fate_is_chosen_in_the_preview_and_an_old_preview_is_not_done(commune, desk):
    case = commune.opens(1)
    plan = drafted(commune, desk)
    line = {"deed": "add", "kind": "sap_nhap", "units": ["c1"], "into": "c2"}
    desk.post(at("reorganisation", plan), line)
    digest = desk.get(at("reorganisation-do", plan)).context["page"].form.initial["digest"]
    other = f"sang_ngang {commune.cell(3).code}:chi_bo"

    answer = desk.post(at("reorganisation-preview", plan), {f"case-{case.pk}": other})

    assert answer.status_code == 302
    shown = desk.get(at("reorganisation-preview", plan))
    assert "Chuyển sang cơ quan khác" in words_of(shown)
    refused = worked(desk, desk.post(at("reorganisation-do", plan), {"digest": digest}))
    assert "Không thực hiện được" in refused
    assert "khác so với bản xem trước" in refused
    assert Case.objects.get(pk=case.pk).body == commune.body(1)


def test_what_is_left_is_listed_and_settled_from_the_list(commune, desk):
    plan = drafted(commune, desk)
    term = {"deed": "head", **HEAD, "close_days": "30", "close_document": "Hướng dẫn mẫu"}
    assert desk.post(at("reorganisation", plan), term).status_code == 302
    desk.post(at("reorganisation", plan), {"deed": "add", "kind": "giai_tan", "units": ["c1"]})
    digest = desk.get(at("reorganisation-do", plan)).context["page"].form.initial["digest"]
    worked(desk, desk.post(at("reorganisation-do", plan), {"digest": digest}))

    index = desk.get(reverse("reorganisations"))
    rows = index.context["page"].unmoved
    assert [one.what for one in rows] == [one.full_name for one in commune.members(1)]
    url = rows[0].way.url
    assert desk.get(url).status_code == 200
    said = {"to": commune.cell(2).pk, "day": "19/11/2026", "document": "QĐ 90"}
    assert desk.post(url, said).status_code == 302
    assert Membership.objects.get(on(TODAY), person=commune.members(1)[0]).cell == commune.cell(2)
    assert len(desk.get(reverse("reorganisations")).context["page"].unmoved) == 3


def test_the_last_day_to_move_members_is_the_thirtieth_working_day_and_then_it_is_late(
    commune, desk, settings
):
    plan = commune.plans(dissolve("c1"), close_days=30, close_document="Hướng dẫn mẫu")
    last = commune.does(plan).content["close_by"]

    def tone_on(day):
        settings.STANDS_ON = day
        return desk.get(reverse("reorganisations")).context["page"].unmoved[0].state.tone

    day = date.fromisoformat(last)
    assert tone_on(day) == "soon"
    assert tone_on(day + timedelta(days=1)) == "late"


def test_only_whoever_keeps_the_register_of_the_deciding_body_reads_its_plans(commune, desk):
    plan = drafted(commune, desk)
    other = signed_in(commune.who("canbo"))

    assert other.get(reverse("reorganisations")).status_code == 200
    assert "77-QĐ/ĐU" not in words_of(other.get(reverse("reorganisations")))
    for name in ("reorganisation", "reorganisation-preview", "reorganisation-do"):
        assert other.get(at(name, plan)).status_code == 404
    assert other.get(reverse("reorganisation-new", args=[commune.btv.pk])).status_code == 404
    assert signed_in(commune.deputy).get(at("reorganisation", plan)).status_code == 200


def test_a_unit_is_given_away_on_the_screen(commune, desk):
    other = Organisation.objects.get(code="sx-hop")
    receiver = Body.objects.create(
        organisation=other, kind="cap_uy", name="Đảng ủy cơ sở Thử Thịnh", symbol="ĐU", superior_line="",
        issuing_line="", first_day=ago(400),
    )  # fmt: skip
    url = reverse("unit-give", args=[commune.btv.pk])
    assert desk.get(url).status_code == 200

    said = {"organisation": commune.cell(1).pk, "receiver": receiver.pk, "document": "QĐ 5"}
    said["day"] = "10/11/2026"
    assert desk.post(url, said).status_code == 302

    assert UnitTransfer.objects.get().organisation == commune.cell(1)
    assert "Đang chuyển giao" in words_of(desk.get(reverse("reorganisations")))


def test_the_file_of_an_ended_body_is_taken_up_by_the_cell_where_the_member_now_belongs(commune):
    case = commune.opens(1)
    services.take_step(
        case, "drop", actor=commune.leader(1), acted_on=ago(50), today=ago(50),
        inputs={"reason": "Chưa cần giám sát."},
    )  # fmt: skip
    commune.does(commune.plans(merge("c1", into="c2")))
    leader = signed_in(commune.leader(2))
    url = reverse("file-take-up", args=[commune.body(2).pk])
    assert url in leader.get(reverse("reorganisations")).content.decode()
    said = {"reference": case.reference, "document": "Công văn 5-CV/UBKT", "reason": "Khiếu nại."}

    assert leader.post(url, said | {"reference": "GS-2099-0001"}).status_code == 422
    assert leader.post(url, said | {"document": ""}).status_code == 422
    assert leader.post(url, said).status_code == 302

    assert Case.objects.get(pk=case.pk).body == commune.body(2)
    shown = words_of(leader.get(reverse("case", args=[case.reference])))
    assert "Hồ sơ chuyển đến cơ quan này ngày" in shown
    assert "nơi đảng viên đang sinh hoạt quyết định" in shown
