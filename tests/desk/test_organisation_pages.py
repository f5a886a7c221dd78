"""An organisation's discipline over HTTP: how it is opened, what its forms offer, what is opened next."""

import html
import re

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from cases.models import Case
from registry import clock
from tests.cases.discipline import World
from tests.cases.organisations import warned_cell


class Site(World):
    """The commune in which a cell is about to be warned, before an officer's browser."""

    def __init__(self):
        super().__init__()
        self.cell_of(9)
        self.matter = warned_cell(self, before="submit")
        person, self.client = self.who("soan"), Client()
        person.account = get_user_model().objects.create_user("soan", password="Mau-to-chuc-2026")
        person.save()
        self.client.force_login(person.account, "django.contrib.auth.backends.ModelBackend")

    def reads(self, name: str, **parts) -> str:
        answer = self.client.get(reverse(name, kwargs=parts))
        assert answer.status_code == 200, (name, parts)
        return " ".join(html.unescape(answer.content.decode()).split())

    def step(self, code: str) -> str:
        return self.reads("step", reference=self.matter.case.reference, step=code)

    def sends(self, name: str, *, said: dict, **parts):
        url = reverse(name, kwargs=parts)
        page = self.client.get(url).content.decode()
        key = re.search(r'name="key" value="([^"]+)"', page)[1]
        return self.client.post(
            url, {"acted_on": clock.today().isoformat(), "key": key, **said}, follow=True
        )


@pytest.fixture
def site(db) -> Site:
    return Site()


def test_the_forms_say_what_concerns_an_organisation(site):
    ballot = site.step("vote_to_decide")
    assert "Số phiếu: Giải tán" in ballot
    assert "Khai trừ" not in ballot

    said = site.reads("case", reference=site.matter.case.reference)
    assert "Quyền của tổ chức đảng được xem xét" in said
    assert "Cử đại diện trình bày ý kiến trước khi họp quyết định" in said
    url = reverse("case-new", kwargs={"procedure": "P5.DV", "body": site.bodies["ubkt_an"].pk})
    assert f"{url}?tu={site.matter.case.reference}" in said  # for whoever is responsible
    for step in ("receive_self_criticism", "record_person_result", "leave_person", "decide"):
        site.step(step)


def test_whoever_belongs_to_the_organisation_may_be_listed_and_is_then_called_by_name(site):
    assert site.who("m1").full_name in site.step("list_responsible")

    answer = site.sends(
        "step", reference=site.matter.case.reference, step="list_responsible",
        said={"person": site.who("m1").pk, "part": "truc_tiep", "grounds": "Soạn danh mục."},
    )  # fmt: skip

    assert answer.redirect_chain
    assert site.matter.case.filerows.filter(kind="trach_nhiem").count() == 2
    assert f">{site.who('m1').full_name}</option>" in site.step("leave_person")


def test_a_file_about_an_organisation_is_opened_from_the_page(site):
    body, cell = site.bodies["ubkt_an"].pk, site.province.organisations["truong"]
    said = {
        "organisation": cell.pk, "route": "tu_phat_hien", "theme": "Việc", "violation": "Đã kết luận.",
        "deciding": site.bodies["btv_an"].pk, "secrecy": "khong_mat",
    }  # fmt: skip
    asked = site.reads("case-new", procedure="P5.TC", body=body)
    assert "Đối tượng là tổ chức đảng" in asked
    assert "Đối tượng là đảng viên" not in asked

    site.sends("case-new", procedure="P5.TC", body=body, said=said)
    dissolving = {**said, "ground": "chong_duong_loi"}
    answer = site.sends("case-new", procedure="P5.GT", body=body, said=dissolving)

    opened = Case.objects.exclude(pk=site.matter.case.pk).get(procedure__in=("P5.TC", "P5.GT"))
    assert opened.subjects.get().organisation == cell
    refused = html.unescape(answer.content.decode())  # a standing committee dissolves nothing
    assert "cấp ủy cấp trên cách một cấp quyết định" in refused
