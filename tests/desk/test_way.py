"""The lawful way forward on the case page and through the API: the same way, in words and in values."""

from __future__ import annotations

import html
import json
import re
from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from cases import services
from tests.cases.supervision import TODAY, Supervision, lay_province
from tests.desk.test_api import Program

RULE = "authority.signs_inspection.bodies"
LABEL = "Chủ thể kiểm tra khi có dấu hiệu vi phạm"
SOURCE = {"document": "12-QC/ĐU", "dated": "2026-01-15", "clause": "Điều 4", "scan": "a" * 64}
SIGNS = {
    "source": "don_thu", "theme": "việc mẫu", "period_from": "2026-01-01",
    "period_to": "2026-06-30", "reasons": "Có đơn nêu rõ nội dung.",
}  # fmt: skip


class Inspected:
    """An inspection just proposed, whose law nobody could read on one point; and who looks at it."""

    def __init__(self, province):
        self.province = province
        self.case = services.open_case(
            "P3.DV",
            body=province.bodies["ubkt"],
            subjects=[province.people["dangvien"]],
            actor=province.people["canbo"],
            acted_on=TODAY,
            inputs=SIGNS,
            today=TODAY,
        )

    def take(self, step: str, *, by: str, **said):
        return services.take_step(
            self.case,
            step,
            actor=self.province.people[by],
            acted_on=TODAY,
            inputs=said,
            today=TODAY,
        )

    def page(self, who: str) -> str:
        return page(self.province, self.case, who)

    def way(self, who: str) -> dict:
        program = Program(self.province.people[who])
        return program.get(f"/cases/{self.case.reference}/way").json()


def page(province, case, who: str) -> str:
    """What the panel of the way says to this person, tags included."""
    url = reverse("case", kwargs={"reference": case.reference})
    text = client(province, who).get(url).content.decode()
    found = re.search(
        r'id="duong-di".*?</section>\s*<section class="panel" aria-label', text, re.DOTALL
    )
    assert found
    return html.unescape(found[0])


def client(province, who: str) -> Client:
    person = province.people[who]
    if person.account is None:
        person.account = get_user_model().objects.create_user(who)
        person.save()
    signed_in = Client()
    signed_in.force_login(person.account)
    return signed_in


@pytest.fixture
def inspected(db):
    return Inspected(lay_province())


def test_whoever_may_answer_is_led_to_the_answer_with_its_rule_filled_in(inspected):
    panel = inspected.page("chunhiem")

    address = f"{reverse('step', args=[inspected.case.reference, 'answer_rule'])}?rule={RULE}"
    assert "1 quy định phải trả lời trước" in panel
    assert "hỏi ở bước “Ban hành quyết định, kế hoạch kiểm tra”" in panel
    assert reverse("law-rule", args=[RULE]) in panel
    assert f'href="{address}"' in panel
    form = client(inspected.province, "chunhiem").get(address).content.decode()
    assert f'value="{RULE}"' in form


def test_others_read_who_answers(inspected):
    panel = inspected.page("canbo")

    assert "Chủ nhiệm hoặc phó chủ nhiệm ngoài đoàn" in panel
    assert "answer_rule" not in panel


def test_an_answered_question_is_gone_from_page_and_api(inspected):
    asked = inspected.way("canbo")["questions"]
    inspected.take(
        "answer_rule", by="chunhiem", rule=RULE, value="ủy ban kiểm tra\ncấp ủy", source=SOURCE
    )

    assert [question["rule"] for question in asked] == [RULE]
    assert inspected.way("canbo")["questions"] == []
    assert "phải trả lời trước" not in inspected.page("chunhiem")


def test_the_page_shows_next_steps_and_folds_the_others(inspected):
    panel = inspected.page("canbo")
    shown, folded = panel.split("<details", 1)

    assert "còn 11 bước" in panel
    assert "1 kỳ họp biểu quyết" in panel
    assert shown.count('<div class="when">') == 3
    assert folded.count('<div class="when">') == 8
    assert "Ban hành quyết định, kế hoạch kiểm tra" in shown
    assert "20/11/2026" in shown
    assert "(QD-" in shown
    assert "21-QĐ/TW" in shown
    assert "một nguồn" in shown
    assert "8 bước sau · 3 quy định mới thấy ở một văn bản" in " ".join(folded.split())


def test_page_and_api_tell_the_same_way(inspected):
    said, panel = inspected.way("canbo"), inspected.page("canbo")

    days = re.findall(r'<time datetime="([\d-]+)">', panel)
    assert [one["earliest"] for one in said["steps"]] == days
    for one in said["steps"]:
        assert one["label"] in panel
        assert all(paper["title"] in panel and paper["kind"] in panel for paper in one["papers"])
        assert all(deed["label"] in panel for deed in one["before"])
    assert said["end_label"] == "Đã nộp lưu hồ sơ"
    assert f"còn {len(said['steps'])} bước" in panel


def test_open_contents_are_counted(db):
    supervision = Supervision(lay_province()).goes_to("finalise")

    panel = page(supervision.province, supervision.case, "canbo")

    assert "Họp ủy ban xem xét kết quả" in panel
    assert "biểu quyết" in panel
    assert "còn 1 nội dung chưa có kết luận" in panel


def test_a_finished_file_says_so_and_has_no_step_ahead(inspected):
    inspected.take("drop", by="chunhiem", reason="Chưa đủ dấu hiệu.")

    assert "Hồ sơ đã kết thúc" in inspected.page("canbo")
    assert "sớm nhất" not in inspected.page("canbo")
    assert inspected.way("canbo")["steps"] == []


def test_the_way_of_a_file_one_may_not_see_is_not_found(inspected):
    answer = Program(inspected.province.people["bithu"]).get(
        f"/cases/{inspected.case.reference}/way"
    )

    assert answer.status_code == 404
    assert json.loads(answer.content)["detail"] == "Không tìm thấy."


def test_days_are_those_of_the_site(inspected):
    assert {one["earliest"] for one in inspected.way("canbo")["steps"]} == {
        date(2026, 11, 20).isoformat()
    }
