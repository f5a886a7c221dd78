"""The law on the screen: two persons bring a row into force; nobody sees a file that is not theirs."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

import law
from cases.models import Adoption, LawProposal
from law import shelf

SCAN = b"%PDF-1.4 toan van"
RULE = "inspection.extension"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    shelf.keep_adoptions(folder / "law", folder / "keys" / "law")
    yield shelf.versions()
    shelf.keep_adoptions(None)


def read_in_full(**other):
    """What the chair types with the full text in hand."""
    return {
        "instrument": "21-QĐ/TW",
        "clause": "Điều 14",
        "state": "known",
        "value": "1/3",
        "start": "11/04/2026",
        "scan": SimpleUploadedFile("toan-van.pdf", SCAN, "application/pdf"),
    } | other


def hidden(answer, name):
    """A hidden answer of the form on the page."""
    found = re.search(rf'name="{name}" value="(\w+)"', answer.content.decode())
    assert found, name
    return found[1]


def propose(world, role="chair", rule=RULE, **other):
    return world.client(role).post(reverse("law-propose", args=[rule]), read_in_full(**other))


def words_of(answer):
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def test_a_row_read_in_the_full_text_becomes_law_by_two_persons(world, site):
    shown = propose(world)
    assert shown.status_code == 200
    assert "Bước làm thêm được 3" in words_of(shown)
    assert not LawProposal.objects.filter(rule=RULE).exists()

    kept = {"kept": hidden(shown, "kept"), "seen": hidden(shown, "seen"), "scan": ""}
    sent = propose(world, **kept)
    proposal = LawProposal.objects.get(rule=RULE)
    page = reverse("law-proposal", args=[proposal.pk])
    assert (sent.status_code, sent.headers["Location"]) == (302, page)
    assert "Đang chờ xác nhận" in words_of(world.client("officer").get(reverse("law-gaps")))

    deputy = world.client("leader")
    fresh = deputy.post(page, {"simulate": "1"})
    done = deputy.post(page, {"confirm": "1", "seen": hidden(fresh, "seen")})

    assert done.headers["Location"] == reverse("law-rule", args=[RULE])
    assert law.book().rule(RULE, law.book().instruments.get("21-QĐ/TW").start).value == "1/3"
    assert Adoption.objects.get(proposal=proposal).version == site.head()
    said = words_of(world.client("stranger").get(reverse("law-rule", args=[RULE])))
    assert "21-QĐ/TW Điều 14" in said
    assert "Đã thành luật" in said
    scan = deputy.get(reverse("law-scan", args=[proposal.pk]))
    assert scan.content == SCAN


@pytest.mark.parametrize("role", ["officer", "clerk", "auditor", "stranger"])
def test_whoever_may_not_propose_reads_why_and_sends_in_vain(world, site, role):
    rule = "removal_complaint.window"
    url = reverse("law-propose", args=[rule])
    assert "Chỉ chủ nhiệm hoặc phó chủ nhiệm" in words_of(world.client(role).get(url))

    answer = propose(world, role, rule=rule, value="30", unit="day")

    assert answer.status_code == 422
    assert not LawProposal.objects.filter(rule=rule).exists()


def test_the_proposer_reads_that_another_must_confirm(world, site):
    proposal = world.law_proposal()
    page = reverse("law-proposal", args=[proposal.pk])
    chair = world.client("chair")

    assert "Người đề nghị không tự xác nhận" in words_of(chair.get(page))
    assert chair.post(page, {"confirm": "1", "seen": ""}).status_code == 422


def test_a_confirmation_without_the_present_simulation_shows_it_first(world, site):
    page = reverse("law-proposal", args=[world.law_proposal().pk])

    answer = world.client("leader").post(page, {"confirm": "1", "seen": "00" * 32})

    assert answer.status_code == 422
    assert "Chưa xem kết quả mô phỏng" in words_of(answer)
    assert "Mô phỏng lúc này" in words_of(answer)


@pytest.mark.parametrize(
    ("rule", "changed", "says"),
    [
        ("complaint.window", {"value": "ba mươi", "unit": "day"}, "không phải số nguyên"),
        ("complaint.window", {"value": "30", "unit": ""}, "Chọn đơn vị của thời hạn"),
        (
            "complaint.window",
            {"value": "30", "unit": "day", "instrument": "khac"},
            "phải ghi mục này",
        ),
        ("complaint.window", {"value": "30", "unit": "day", "scan": ""}, "Bản chụp toàn văn"),
        ("complaint.window", {"value": "30", "unit": "day", "start": "01/01/2020"}, "hiệu lực"),
        ("right.complain", {"value": "không"}, "bảo đảm tối thiểu"),
    ],
)
def test_what_cannot_become_law_says_why_and_keeps_the_answers(world, site, rule, changed, says):
    answer = propose(world, rule=rule, **changed)

    assert answer.status_code == 422
    assert says in words_of(answer)
    assert "Điều 14" in answer.content.decode()


def test_the_stranger_sees_the_rule_but_no_file_that_used_it(world, site):
    url = reverse("law-rule", args=["basis.supervision.thematic"])
    reference = world.case("thon2").reference

    assert reference in words_of(world.client("chair").get(url))
    assert reference not in words_of(world.client("stranger").get(url))


def test_a_rule_shows_both_sides_of_each_change(world, site):
    said = words_of(world.client("chair").get(reverse("law-rule", args=["complaint.window"])))

    assert "10/04/2026" in said
    assert "11/04/2026" in said
    assert "Quy định số 296-QĐ/TW" in said


def test_an_unknown_rule_is_not_found(world, site):
    client = world.client("chair")

    assert client.get(reverse("law-rule", args=["complaint.windo"])).status_code == 404
    assert client.get(reverse("law-propose", args=["complaint.windo"])).status_code == 404


def test_what_procedures_ask_comes_first_among_the_gaps(world, site):
    said = words_of(world.client("chair").get(reverse("law-gaps")))

    first, others = said.index("Quy trình đang hỏi"), said.index("Chưa quy trình nào hỏi")
    assert first < said.index("authority.ubkt_dang_uy_co_so") < others < said.index("vote.quorum")


def test_declining_takes_a_reason(world, site):
    page = reverse("law-proposal", args=[world.law_proposal().pk])
    deputy = world.client("leader")

    done = deputy.post(page, {"decline": "1", "reason": "Không thấy ở điều đã nêu."})

    assert done.status_code == 302
    assert "Không thấy ở điều đã nêu." in words_of(deputy.get(page))
