"""One box, one calendar, single keys and a daily letter, as the people of a committee use them."""

from __future__ import annotations

import html
import re
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core import mail
from django.core.management import call_command
from django.test import Client, override_settings
from django.urls import reverse

from cases.models import DeadlineRow
from desk.digest_mail import send_all
from permissions.models import AccountChoice
from registry import clock
from tests.cases.supervision import TODAY, Supervision, lay_province

SUBJECT = "Chi bộ thôn Thử Một"


@pytest.fixture
def told(db, monkeypatch) -> Supervision:
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    return Supervision(lay_province()).goes_to("record_finding")


def signed_in(told: Supervision, who: str) -> Client:
    person, client = told.who(who), Client()
    person.account = get_user_model().objects.create_user(f"nguoi-{who}", f"{who}@mau.test")
    person.save()
    client.force_login(person.account, "django.contrib.auth.backends.ModelBackend")
    return client


def main(answer) -> str:
    """The main part of a page as it was sent."""
    return html.unescape(re.search(r"<main.*?</main>", answer.content.decode(), re.DOTALL)[0])


def test_one_box_finds_by_kind_what_its_reader_may_open(told):
    officer, stranger = signed_in(told, "canbo"), signed_in(told, "thon2a")
    box = reverse("search")

    everything = main(officer.get(box, {"q": "chi bo thon thu mot"}))
    for kind in ("Hồ sơ", "Văn bản", "Tổ chức đảng"):
        assert re.search(rf"<h2[^>]*>(<svg.*?</svg>)?{kind}</h2>", everything), kind
    assert f'href="/ho-so/{told.case.reference}/"' in everything
    assert "01-QĐ/UBKTĐU" in main(officer.get(box, {"q": "1-qđ/ubktđu"}))
    alone = main(officer.get(box, {"q": SUBJECT, "loai": "van-ban"}))
    assert alone.count("data-row") > 5
    assert told.case.title not in main(officer.get(box, {"q": SUBJECT, "loai": "quy-dinh"}))
    narrowed = {"q": SUBJECT, "loai": "ho-so"}
    assert told.case.reference in main(officer.get(box, {**narrowed, "state": "mo"}))
    assert told.case.reference not in main(officer.get(box, {**narrowed, "state": "dong"}))
    assert 'href="/quy-dinh/' in main(officer.get(box, {"q": "khiếu nại", "loai": "quy-dinh"}))

    hidden = main(stranger.get(box, {"q": told.case.reference}))
    assert "Không tìm thấy gì" in hidden
    assert "Thử ít từ hơn" in hidden
    assert hidden.count(told.case.reference) == main(
        stranger.get(box, {"q": "GS-2026-9999"})
    ).count("GS-2026-9999")
    assert "Gõ điều cần tìm" in main(officer.get(box))


def test_a_calendar_shows_days_off_and_what_falls_due_and_a_program_reads_no_name(told):
    lead, case = signed_in(told, "phochunhiem"), told.case
    day = TODAY + timedelta(days=3)
    DeadlineRow.objects.filter(case=case).delete()
    DeadlineRow.objects.create(
        case=case, name="han", last_day=day, explained={"label": "Gửi báo cáo, theo đề cương"}
    )
    calendar = reverse("calendar")

    for view in ("thang", "tuan", "danh-sach"):
        shown = main(lead.get(calendar, {"xem": view, "ngay": f"{day:%d/%m/%Y}"}))
        assert "Gửi báo cáo, theo đề cương" in shown, view
        assert case.reference in shown
    assert "Quốc khánh" in main(lead.get(calendar, {"ngay": "02/09/2026"}))
    assert case.reference not in main(lead.get(calendar, {"ngay": "01/01/2020"}))
    assert case.reference not in main(signed_in(told, "thon2a").get(calendar))

    made = lead.post(reverse("calendar-address"), {"lap": "1"})
    address = re.search(
        r'<code class="secret"[^>]*>http://testserver([^<]+)<', made.content.decode()
    )[1]
    assert address not in lead.get(reverse("calendar-address")).content.decode()
    anybody = Client()
    told_all = anybody.get(address)
    lines = told_all.content.decode().replace("\r\n ", "").split("\r\n")
    assert told_all["Content-Type"] == "text/calendar; charset=utf-8"
    assert f"SUMMARY:{case.reference}: Gửi báo cáo\\, theo đề cương" in lines
    assert f"DTSTART;VALUE=DATE:{day:%Y%m%d}" in lines
    assert all(len(line.encode()) <= 75 for line in told_all.content.decode().split("\r\n"))
    names = [one.full_name for one in told.province.people.values()]
    assert not [one for one in (*names, case.title, SUBJECT) if one in told_all.content.decode()]
    assert "attachment" in lead.get(reverse("calendar-file"))["Content-Disposition"]

    again = lead.post(reverse("calendar-address"), {"lap": "1"}).content.decode()
    assert anybody.get(address).status_code == 404  # one address a person
    address = re.search(r'<code class="secret"[^>]*>http://testserver([^<]+)<', again)[1]
    assert anybody.get(address).status_code == 200
    call_command("account", "close", "nguoi-phochunhiem", verbosity=0)
    assert anybody.get(address).status_code == 404
    call_command("account", "open", "nguoi-phochunhiem", verbosity=0)
    assert anybody.get(address).status_code == 404


def test_an_account_switches_single_keys_off_and_asks_for_a_letter_of_figures(told):
    chair, choices = signed_in(told, "chunhiem"), reverse("account_choices")
    assert 'data-keys="off"' not in chair.get(choices).content.decode()
    assert "digest_mail" not in chair.get(choices).content.decode()  # the site sends no letters

    chair.post(choices, {"digest_mail": "on"})

    assert '<body data-keys="off">' in chair.get(choices).content.decode()
    assert send_all() == 0
    with override_settings(DIGEST_MAIL=True):
        assert send_all() == 0  # nobody asked where nothing could be asked
        chair.post(choices, {"keys": "on", "digest_mail": "on"})
        assert AccountChoice.objects.get().digest_mail
        assert (send_all(), send_all()) == (1, 0)  # once a day
    [letter] = mail.outbox
    assert letter.to == ["chunhiem@mau.test"]
    assert "quá hạn" in letter.body
    assert told.case.reference not in letter.body

    page = main(chair.get(reverse("notices")))
    assert re.search(r"<b>\d+\+?</b><span>quá hạn", page)
    assert "đã tống đạt trong 7 ngày" in page
