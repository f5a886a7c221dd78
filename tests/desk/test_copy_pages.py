"""Copying a paper, reading its slip, replacing a wording: what each reader may do on these pages."""

from datetime import timedelta

import pytest
from django.urls import reverse

from documents.copy_models import Copy
from documents.kinds import SUPERVISION_DECISION
from documents.models import Paper
from documents.pages import shipped_source
from documents.proofs import Proof
from documents.site_wording_models import SiteWording
from registry import clock
from tests.desk.addresses import _copied, _paper


def at(world, name, **more):
    return reverse(name, kwargs={**_paper("thon2")(world), **more})


def asked_for(world, **changes):
    post = world.post("chunhiem")
    usual = {
        "body": post.body_id, "kind": "sao_y", "on": f"{clock.today():%d/%m/%Y}",
        "recipients": "Lưu hồ sơ", "signer": post.pk,
    }  # fmt: skip
    return usual | changes


def test_whoever_keeps_the_books_copies_and_the_copy_is_listed_on_the_paper(world):
    chair = world.client("chair")
    assert "Sao văn bản" in chair.get(at(world, "paper")).content.decode()

    answer = chair.post(at(world, "paper-copy"), asked_for(world))
    page = chair.get(at(world, "paper")).content.decode()

    assert answer.status_code == 302
    made = Copy.objects.latest("pk")
    assert made.number_text in page
    pdf = chair.get(at(world, "paper-copy-pdf", copy=made.pk))
    assert pdf.content == bytes(made.pdf)
    assert "SAO Y BẢN CHÍNH" in " ".join(line.text for line in Proof(pdf.content).lines)


def test_what_may_not_be_copied_so_is_refused_with_every_reason(world):
    before = Copy.objects.count()
    sent = asked_for(world, kind="trich_sao", on=f"{clock.today() - timedelta(900):%d/%m/%Y}")

    answer = world.client("chair").post(at(world, "paper-copy"), sent)

    said = answer.content.decode()
    assert answer.status_code == 422
    assert "Trích sao phải chọn các trang" in said
    assert "trước ngày ban hành" in said
    assert Copy.objects.count() == before


def test_pages_are_read_as_people_write_them(world):
    sent = asked_for(world, kind="trich_sao", pages="1, một")

    assert (
        "Ghi số trang" in world.client("chair").post(at(world, "paper-copy"), sent).content.decode()
    )


@pytest.mark.parametrize("role", ["officer", "auditor", "stranger", "concerned"])
def test_whoever_keeps_no_books_neither_sees_the_button_nor_the_form(world, role):
    client = world.client(role)

    assert client.get(at(world, "paper-copy")).status_code == 404
    assert client.post(at(world, "paper-copy"), asked_for(world)).status_code == 404
    assert "Sao văn bản" not in client.get(at(world, "paper")).content.decode()


def test_a_copy_belongs_to_its_paper_alone(world):
    parts = _copied(world)
    other = Paper.objects.exclude(pk=parts["paper"]).filter(record_paper__isnull=False)[0]

    url = reverse("paper-copy-pdf", kwargs={"paper": other.pk, "copy": parts["copy"]})

    assert world.client("chair").get(url).status_code == 404


def test_the_slip_is_for_those_who_read_what_lies_in_the_file(world):
    slip = world.client("officer").get(at(world, "paper-slip"))

    words = " ".join(line.text for line in Proof(slip.content).lines)

    assert "PHIẾU KIỂM SOÁT VĂN BẢN" in words
    assert "Lưu cùng bản lưu, không phát hành" in words
    assert world.client("stranger").get(at(world, "paper-slip")).status_code == 404


class TestWordings:
    URL = staticmethod(lambda: reverse("wording", kwargs={"code": "QD-01"}))

    def sent(self, source, deed="xem", day=None, reason="Theo mẫu của cấp trên"):
        day = day or clock.today() + timedelta(days=10)
        return {"source": source, "first_day": f"{day:%d/%m/%Y}", "reason": reason, "deed": deed}

    def changed(self):
        return shipped_source(SUPERVISION_DECISION).replace("tự giải thể", "tự chấm dứt hoạt động")

    def test_a_wording_is_tried_side_by_side_before_it_can_be_adopted(self, world):
        answer = world.client("clerk").post(self.URL(), self.sent(self.changed()))

        said = answer.content.decode()
        assert answer.status_code == 200
        assert said.count("data:image/png;base64,") >= 4
        assert "Áp dụng từ ngày trên" in said
        assert SiteWording.objects.count() == 0

    def test_it_is_adopted_with_a_reason_and_told_in_the_history(self, world):
        answer = world.client("clerk").post(self.URL(), self.sent(self.changed(), "ap-dung"))
        page = world.client("chair").get(self.URL()).content.decode()

        assert answer.status_code == 302
        assert "Theo mẫu của cấp trên" in page
        assert "mẫu mới từ ngày" in world.client("chair").get(reverse("wordings")).content.decode()

    def test_a_faulty_one_is_refused_with_every_reason_and_keeps_what_was_typed(self, world):
        broken = self.changed().replace('data-block="lap-doan"', "") + "<script>x</script>"

        answer = world.client("clerk").post(self.URL(), self.sent(broken, "ap-dung"))

        said = answer.content.decode()
        assert answer.status_code == 422
        assert "Phần bắt buộc “lap-doan” có 0 lần" in said
        assert "phần tử “&lt;script&gt;”" in said
        assert "tự chấm dứt hoạt động" in said

    @pytest.mark.parametrize("role", ["officer", "auditor", "secretary", "concerned"])
    def test_nobody_else_finds_the_page(self, world, role):
        assert world.client(role).get(self.URL()).status_code == 404
        assert world.client(role).get(reverse("wordings")).status_code == 404

    def test_there_is_no_page_for_a_kind_that_does_not_exist(self, world):
        assert world.client("clerk").get(reverse("wording", args=["QD-99"])).status_code == 404
