"""What the generic pages make of supervision and of the year's programme: offered, opened, filled, read."""

import html
import re
from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from cases.models import Case
from registry import clock
from registry.models import Organisation
from tests.cases.programme import lay

OFFERED = {
    "uy_vien": {"P1.CU", "P1.TXU", "P2.CU"},
    "pho_hop": {"P1.CU", "P1.TXU", "P2.CS"},
    "bi_thu_tinh": {"P1.CU", "P1.TXU", "P2.TU"},
    "truong_ban": {"P1.BAN", "P1.TXB", "P2.BAN"},
    "pho_lang": {"P1.CB", "P1.TXC", "P2.CB", "P2.CBN"},
    "soan": {"P1.CD", "P1.TX", "P2.NV", "P2.KL", "P2.TC"},
}


class Site:
    """The invented province with an account for whoever asks."""

    def __init__(self):
        self.province = lay()

    def as_who(self, short):
        person = self.province.people[short]
        person.account = person.account or get_user_model().objects.create_user(username=short)
        person.save()
        client = Client()
        client.force_login(person.account, "django.contrib.auth.backends.ModelBackend")
        return client


@pytest.fixture
def site(db):
    return Site()


def words_of(answer):
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def test_each_body_is_offered_its_own_procedures_and_no_others(site):
    for who, codes in OFFERED.items():
        page = site.as_who(who).get(reverse("case-choose")).content.decode()
        offered = set(re.findall(r"/ho-so/moi/(P[12]\.[A-Z]+)/", page))
        assert offered == codes, who


def test_a_cell_opens_a_file_and_its_plan_offers_its_members_and_tells_its_limits(site):
    Organisation.objects.filter(kind="tinh").update(name="Tỉnh ủy Lào Cai")
    body, member = site.province.bodies["chi_bo"], site.province.people["lang2"]
    hand, today = site.as_who("pho_lang"), clock.today()
    url = reverse("case-new", kwargs={"procedure": "P2.CB", "body": body.pk})
    form = hand.get(url)
    key = re.search(r'name="key" value="([^"]+)"', form.content.decode())[1]

    done = hand.post(
        url,
        {
            "person": member.pk, "acted_on": f"{today:%d/%m/%Y}", "key": key, "secrecy": "khong_mat",
            "programme": "01-CTr/CB", "programme_on": "10/01/2026", "theme": "việc đóng đảng phí",
            "period_from": "01/01/2026", "period_to": "30/06/2026", "prepared_by": "Chi ủy",
        },
    )  # fmt: skip
    assert done.status_code == 302, words_of(done)
    case = Case.objects.get(procedure="P2.CB")
    step = {"reference": case.reference, "step": "draft_decide"}
    plan = words_of(hand.get(reverse("step", kwargs=step)))

    assert done.status_code == 302, words_of(done)
    assert "Đoàn kiểm tra: Hồ Thị Báo Lụa" in plan  # a member without any post
    assert "Giới hạn của địa phương" in plan
    assert "Tổ kiểm tra: 5 (21-QĐ/TU)" in plan
    assert hand.get(reverse("case", kwargs={"reference": case.reference})).status_code == 200


def test_a_head_keeps_the_register_of_the_organ_with_its_own_posts(site):
    body = site.province.bodies["ban"]
    page = words_of(site.as_who("truong_ban").get(reverse("office-new", args=[body.pk, "trao"])))

    assert "Phó trưởng ban" in page
    assert "Chủ nhiệm" not in page


def test_every_procedure_of_the_programme_has_its_page_in_the_catalogue(site):
    reader, day = site.as_who("chu"), date(2026, 3, 2)
    for code in sorted({code for codes in OFFERED.values() for code in codes}):
        page = reader.get(reverse("procedure", args=[code]), {"ngay": f"{day:%Y-%m-%d}"})
        assert page.status_code == 200, code
