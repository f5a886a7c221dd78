"""A site's own wording: tried before it is used, in force from its day, frozen with each paper."""

from datetime import date

import pytest
from django.conf import settings
from django.db import transaction

from documents import adopting_wordings as adopting
from documents.drafting import draft
from documents.kinds import SUPERVISION_DECISION, find
from documents.models import Paper
from documents.pages import wording_of
from documents.printing import final_page, print_paper
from documents.proofs import Proof
from documents.samples import sample_values
from documents.services import sign, take_number
from documents.site_wording_faults import faults
from documents.site_wording_models import SiteWording
from documents.site_wordings import source_on

TODAY, NEXT = date(2026, 9, 8), date(2026, 10, 1)


def shipped(kind=SUPERVISION_DECISION):
    return (settings.BASE_DIR / "templates" / kind.template).read_text(encoding="utf-8")


def changed(old="Đoàn giám sát tự giải thể", new="Đoàn giám sát tự chấm dứt hoạt động"):
    source = shipped()
    assert old in source
    return source.replace(old, new)


def said(source, kind=SUPERVISION_DECISION):
    return " ".join(str(one) for one in faults(kind, source))


@pytest.mark.parametrize("code", ["QD-01", "BB-05.KL", "CV-01", "PH-01", "TT-01"])
def test_the_shipped_wordings_pass_their_own_trial(code):
    assert said(shipped(find(code)), find(code)) == ""


def test_another_wording_of_the_same_blocks_passes(tmp_path):
    assert said(changed()) == ""


PLANTED = {
    "Không dùng được thẻ “{% load %}”": (
        "{% block articles %}",
        "{% load static %}{% block articles %}",
    ),
    "thẻ “{% now %}”": ("{% block articles %}", '{% now "Y" %}{% block articles %}'),
    "bộ lọc “safe”": ("content|clause", "content|safe"),
    "chỉ khung, phần đã có sẵn": ("papers/parts/people.html", "base.html"),
    "phần tử “<script>”": ("<p>- Mốc", "<script>1</script><p>- Mốc"),
    "phần tử “<img>”": ("<p>- Mốc", '<img src="x.png"><p>- Mốc'),
    "thuộc tính “onclick=": ("<p>- Mốc", '<p onclick="x">- Mốc'),
    "thuộc tính “style=": ("<p>- Mốc", '<p style="background: red">- Mốc'),
    "tệp, địa chỉ bên ngoài": ("<p>- Mốc", "<p>http://vi-du - Mốc"),
    "Mẫu ghi “30 ngày”": ("tự giải thể", "tự giải thể sau 30 ngày"),
    "Mẫu ghi “296-QĐ/”": ("tự giải thể", "tự giải thể theo 296-QĐ/TW"),
    "Phần bắt buộc “lap-doan” có 0 lần": ('data-block="lap-doan"', 'data-block="khac"'),
    "Phần bắt buộc “nhiem-vu-doan” có 2 lần": (
        'data-block="lap-doan"',
        'data-block="nhiem-vu-doan"',
    ),
    "mục không có trong loại văn bản này": ("{{ content|clause }}", "{{ mood }}"),
    "viết sai cú pháp": ("{% endblock %}", "{% endbloc %}"),
    "gọi người được xem xét là “người vi phạm”": ("đối tượng giám sát", "người vi phạm"),
    "không lập văn bản mật": ("tự giải thể", "tự giải thể TỐI MẬT"),
    "nothing_is_left_unfilled": ("tự giải thể", "tự giải thể ………"),
}


@pytest.mark.parametrize("expected", PLANTED)
def test_a_fault_planted_in_a_wording_is_named(expected):
    old, new = PLANTED[expected]
    source = shipped()
    assert old in source

    assert expected in said(source.replace(old, new, 1))


def test_every_reason_is_given_at_once():
    broken = changed("tự giải thể", "tự giải thể sau 30 ngày, xem http://vi-du").replace(
        'data-block="lap-doan"', ""
    )

    assert {one.rule for one in faults(SUPERVISION_DECISION, broken)} == {
        "wording.law", "wording.remote", "wording.block",
    }  # fmt: skip


def adopt(office, source, *, first_day=NEXT, reason="Theo mẫu của cấp trên", by=None):
    by = by or office.chair
    return adopting.adopt(
        SUPERVISION_DECISION, source, first_day=first_day, reason=reason, by=by, today=TODAY
    )


def signed_on(office, on):
    drafted = draft(
        SUPERVISION_DECISION, sample_values(SUPERVISION_DECISION, on), body=office.body, on=on,
        wordings=source_on,
    )  # fmt: skip
    return sign(drafted, by=office.chair, post=office.chairs)


def test_it_holds_from_its_day_and_papers_before_keep_theirs(office):
    before = signed_on(office, TODAY)
    adopt(office, changed())
    same_day, after = signed_on(office, TODAY), signed_on(office, NEXT)

    for paper, on in ((before, TODAY), (same_day, TODAY), (after, NEXT)):
        take_number(paper, on)
        print_paper(paper.pk)
    texts = [
        " ".join(line.text for line in Proof(bytes(Paper.objects.get(pk=one.pk).print.pdf)).lines)
        for one in (before, same_day, after)
    ]

    assert ["tự chấm dứt hoạt động" in one for one in texts] == [False, False, True]
    assert before.wording == same_day.wording == wording_of(SUPERVISION_DECISION)
    assert after.wording == wording_of(SUPERVISION_DECISION, changed().strip())
    assert Paper.objects.get(pk=after.pk).print.wording == after.wording


def test_a_later_version_changes_nothing_of_what_waits_to_be_printed(office):
    adopt(office, changed(), first_day=TODAY)
    paper = signed_on(office, TODAY)
    take_number(paper, TODAY)

    adopt(office, changed(new="Đoàn giám sát kết thúc hoạt động"), first_day=TODAY)

    assert "tự chấm dứt hoạt động" in final_page(Paper.objects.get(pk=paper.pk))


def test_an_empty_version_is_the_shipped_wording_again(office):
    adopt(office, changed(), first_day=TODAY)
    adopt(office, "", first_day=NEXT, reason="Dùng lại mẫu có sẵn")

    assert source_on(SUPERVISION_DECISION, TODAY) == changed().strip()
    assert source_on(SUPERVISION_DECISION, NEXT) is None
    assert SiteWording.objects.count() == 2


def test_who_may_not_and_when_not_and_without_a_reason(office, refused):
    with refused(because="Chỉ văn thư, chủ nhiệm") as caught:
        adopt(office, changed(), first_day=date(2026, 9, 1), reason=" ", by=office.leader)

    words = " ".join(str(one) for one in caught.value.reasons)
    assert "trước hôm nay" in words
    assert "Chưa ghi lý do" in words
    with refused(because="có 0 lần trong mẫu"):
        adopt(office, changed('data-block="lap-doan"', ""))
    assert SiteWording.objects.count() == 0


def test_versions_are_never_changed(office):
    kept = adopt(office, changed())

    with pytest.raises(Exception, match=r"không được|permission denied"), transaction.atomic():
        SiteWording.objects.filter(pk=kept.pk).update(source="khác")
