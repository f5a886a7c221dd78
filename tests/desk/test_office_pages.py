"""The register of offices on the screen: read by who holds a post there, changed by who keeps it."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from cases.verification import verify
from registry import clock, offices
from registry.acting import DeclareKin
from registry.deeds import EndPost, GivePost
from registry.models import AreaAssignment, Delegation, Post, RegisterEntry

PAPER = "QĐ của Đảng ủy (mẫu)"
CONFIRMED = {"confirmed": "1"}


def words_of(answer):
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def written(day):
    return f"{day:%d/%m/%Y}"


@pytest.fixture
def today():
    return clock.today()


def lending(world):
    return reverse("office-post", args=[world.post("chunhiem").pk, "uy-quyen"])


def giving(world):
    return reverse("office-new", args=[world.province.bodies["ubkt"].pk, "trao"])


def test_a_chair_lends_the_post_after_looking_it_over(world, today):
    url, chair = lending(world), world.client("chair")
    deputy = world.province.people["uyvien"]
    said = {
        "to": deputy.pk, "first_day": written(today), "last_day": written(today + timedelta(days=3)),
        "document": "Giấy ủy quyền 02 (mẫu)",
    }  # fmt: skip

    shown = chair.post(url, said)
    assert shown.status_code == 200
    assert "Dòng đã ghi không sửa, không xóa được" in words_of(shown)
    assert not Delegation.objects.filter(to=deputy).exists()

    again = chair.post(url, said | {"edit": "1"})
    assert again.status_code == 200
    assert "Giấy ủy quyền 02 (mẫu)" in again.content.decode()

    done = chair.post(url, said | CONFIRMED)
    assert done.status_code == 302
    assert Delegation.objects.get(to=deputy).post == world.post("chunhiem")
    page = words_of(world.client("officer").get(reverse("offices")))
    assert "Phạm Thị Mẫu Ủy (ủy quyền)" in page
    assert "Ủy quyền: Vũ Thị Mẫu Chủ" in page
    assert "Giấy ủy quyền 02 (mẫu)" in page

    twice = chair.post(url, said | CONFIRMED)
    assert twice.status_code == 422
    assert "đã làm thay chức vụ này" in words_of(twice)
    assert verify().faults == ()


def test_every_fault_stands_at_its_field_and_in_the_summary(world, today):
    said = {"first_day": written(today - timedelta(days=2)), "document": "x"}
    said |= {"to": world.province.people["uyvien2"].pk}
    said |= {"last_day": written(today - timedelta(days=3))}

    answer = world.client("chair").post(lending(world), said)

    assert answer.status_code == 422
    assert 'id="id_first_day_error"' in answer.content.decode()
    assert "Đến hết ngày: Ngày cuối trước ngày đầu." in words_of(answer)
    assert "Từ ngày: Không ghi lùi ngày" in words_of(answer)


def test_what_is_not_written_at_all_is_asked_for(world):
    answer = world.client("clerk").post(giving(world), CONFIRMED)

    assert answer.status_code == 422
    assert words_of(answer).count("Trường này là bắt buộc") >= 4


def test_a_clerk_gives_a_post_and_its_approval_is_recorded_later(world, today):
    clerk, person = world.client("clerk"), world.province.people["thon2g"]
    said = {
        "person": person.pk, "position": "kiem_tra_vien", "document": PAPER,
        "first_day": written(today - timedelta(days=9)), "awaits_approval": "on",
    }  # fmt: skip
    shown = words_of(clerk.post(giving(world), said))
    assert "Chờ cấp trên chuẩn y có" in shown
    clerk.post(giving(world), said | CONFIRMED)
    post = Post.objects.get(person=person)
    assert post.awaits_approval
    assert "Chờ chuẩn y" in words_of(clerk.get(reverse("offices")))

    approving = reverse("office-post", args=[post.pk, "chuan-y"])
    approved = {"approved_on": written(today), "document": "QĐ chuẩn y (mẫu)"}
    assert clerk.post(approving, approved | CONFIRMED).status_code == 302

    page = words_of(world.client("officer").get(reverse("office-person", args=[person.pk])))
    assert "Đã chuẩn y" in page
    assert "QĐ chuẩn y (mẫu)" in page


def test_an_ended_post_is_seen_on_its_days_only(world, today):
    person, clerk = world.province.people["thon2c"], world.province.people["vanthu"]
    giving = GivePost(
        person=person, in_body=world.province.bodies["ubkt"], position="kiem_tra_vien",
        first_day=today - timedelta(days=40), document=PAPER,
    )  # fmt: skip
    post = offices.record(giving, by=clerk)
    last = today - timedelta(days=5)
    offices.record(EndPost(post=post, last_day=last, document=PAPER), by=clerk)

    def on(day):
        answer = world.client("clerk").get(reverse("offices"), {"ngay": written(day)})
        table = answer.content.decode().split("<tbody>")[1].split("</tbody>")[0]
        return "Dương Văn Thử Cần" in table, words_of(answer)

    held, page = on(last)
    assert held
    assert "Phân công thay" not in page
    assert not on(last + timedelta(days=1))[0]
    assert not on(today - timedelta(days=41))[0]
    assert "Đã thôi" in words_of(
        world.client("officer").get(reverse("office-person", args=[person.pk]))
    )


def test_an_area_is_ended_on_its_page(world, today):
    area = world.followed()
    url = reverse("office-end", args=["dia-ban", area.pk])
    assert world.client("officer").post(url, CONFIRMED).status_code == 404

    said = {"last_day": written(today), "document": "Quyết định thôi phân công (mẫu)"}
    assert world.client("clerk").post(url, said | CONFIRMED).status_code == 302

    assert AreaAssignment.objects.get(pk=area.pk).last_day == today


def test_kin_is_read_by_the_person_and_by_keepers_alone(world):
    people = world.province.people
    declared = DeclareKin(
        person=people["canbo"], in_body=world.province.bodies["ubkt"], relative=people["thon2d"],
        relation="chị ruột", document="Bản kê khai (mẫu)",
    )  # fmt: skip
    offices.record(declared, by=people["canbo"])
    url = reverse("office-person", args=[people["canbo"].pk])

    for role, reads in (("officer", True), ("clerk", True), ("auditor", False)):
        assert ("chị ruột" in words_of(world.client(role).get(url))) is reads
    assert "chị ruột" not in words_of(world.client("auditor").get(reverse("offices")))


def every_office_page(world):
    ubkt, chair = world.province.bodies["ubkt"].pk, world.post("chunhiem")
    yield reverse("offices") + f"?cq={ubkt}"
    yield reverse("office-person", args=[chair.person_id])
    yield reverse("office-history", args=[ubkt])
    for deed in ("trao", "dia-ban", "than-thich", "nhap-thay", "thoi-nhap-thay"):
        yield reverse("office-new", args=[ubkt, deed])
    for deed in ("uy-quyen", "phan-cong-thay", "chuan-y", "thoi"):
        yield reverse("office-post", args=[chair.pk, deed])
    yield reverse("office-end", args=["dia-ban", world.followed().pk])


def test_a_stranger_finds_nothing_of_a_body_and_changes_nothing(world):
    stranger, before = world.client("stranger"), RegisterEntry.objects.count()

    for url in every_office_page(world):
        assert stranger.get(url).status_code == 404, url
        if url != reverse("offices"):
            assert stranger.post(url, CONFIRMED).status_code in (404, 405), url
    assert RegisterEntry.objects.count() == before


@pytest.mark.parametrize("holds_a_post", [False, True])
def test_a_technical_administrator_has_no_say_in_the_register(world, today, holds_a_post):
    """All rights of the site give none here; neither does a post that keeps no register."""
    name = f"quantri{holds_a_post}"
    account = get_user_model().objects.create_superuser(name, password="x")
    admin = Client()
    admin.force_login(account)
    if holds_a_post:
        person = world.province.people["uyvien2"]
        person.account = account
        person.save()
    before = RegisterEntry.objects.count()

    for url in every_office_page(world):
        reads = holds_a_post and ("cq=" in url or "nguoi" in url or "nhat-ky" in url)
        declares = holds_a_post and "than-thich" in url
        assert admin.get(url).status_code == (200 if reads or declares else 404), url
        if not declares:
            assert admin.post(url, CONFIRMED).status_code in (404, 405), url
    if not holds_a_post:
        assert admin.get(reverse("offices")).status_code == 404
    assert RegisterEntry.objects.count() == before


def test_a_member_without_a_post_reads_why_there_is_nothing(world):
    member = Client()
    member.force_login(world.province.people["thon2a"].account)

    page = words_of(member.get(reverse("offices")))

    assert "Bạn không giữ chức vụ ở cơ quan nào" in page
    assert (
        member.get(reverse("office-person", args=[world.post("canbo").person_id])).status_code
        == 404
    )


def test_a_day_that_cannot_be_read_is_said_and_today_is_shown(world):
    page = words_of(world.client("officer").get(reverse("offices"), {"ngay": "31/02/2026"}))

    assert "Không đọc được ngày “31/02/2026”" in page
    assert "Vũ Thị Mẫu Chủ" in page
