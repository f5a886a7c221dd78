"""What is classified stays out: refused with a remedy, kept as a stub without a word of it."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from cases import services
from cases.models import Case, ClassifiedStub
from cases.refused import StepRefused
from registry import clock

INPUTS = {
    "source": "nam_tinh_hinh", "theme": "việc mẫu", "period_from": "2025-01-01",
    "period_to": "2025-12-31", "reasons": "Lý do mẫu.",
}  # fmt: skip


def stub(concerned, **said):
    first = {
        "body": concerned.case.body_id, "number": "03/12", "dated": "01/11/2026", "degree": "mat",
        "holder": concerned.lead.pk,
    }  # fmt: skip
    return concerned.client(concerned.lead).post(reverse("classified"), {**first, **said})


@pytest.mark.parametrize("degree", ["mat", "toi_mat", "tuyet_mat"])
def test_a_classified_matter_is_refused_with_what_to_do(concerned, degree):
    before = Case.objects.count()

    with pytest.raises(StepRefused) as refused:
        services.open_case(
            "P3.DV", body=concerned.case.body, subjects=[concerned.member], secrecy=degree,
            actor=concerned.province.people["canbo"], acted_on=clock.today(), inputs=INPUTS,
        )  # fmt: skip

    reason = next(one for one in refused.value.reasons if one.rule == "secrecy.classified")
    assert "phiếu giữ chỗ" in reason.remedy
    assert Case.objects.count() == before


def test_the_form_and_the_api_ask_for_the_degree(concerned):
    client = concerned.client(concerned.province.people["canbo"])
    parts = {"procedure": "P3.DV", "body": concerned.case.body_id}
    page = client.get(reverse("case-new", kwargs=parts))
    assert "Độ mật của vụ việc" in page.content.decode()

    sent = {
        "procedure": "P3.DV", "body": concerned.case.body_id, "secrecy": "mat", "inputs": INPUTS,
        "subjects": [{"person": concerned.member.pk}], "acted_on": clock.today().isoformat(),
    }  # fmt: skip
    answer = client.post(reverse("api-1:open_case"), sent, "application/json")
    assert answer.status_code == 422
    assert "secrecy.classified" in {one["rule"] for one in answer.json()["reasons"]}


def test_a_stub_keeps_number_day_degree_and_holder(concerned):
    assert stub(concerned).status_code == 302

    page = concerned.client(concerned.lead).get(reverse("classified")).content.decode()
    assert "03/12" in page
    assert "Mật" in page
    names = {field.name for field in ClassifiedStub._meta.concrete_fields}
    assert names == {
        "id",
        "body",
        "number",
        "dated",
        "degree",
        "holder",
        "entered_by",
        "entered_at",
    }


@pytest.mark.parametrize(
    "wrong", [{"number": "Vụ ông A"}, {"dated": "01/12/2026"}, {"degree": "khong_mat"}]
)
def test_a_stub_takes_no_words(concerned, wrong):
    assert stub(concerned, **wrong).status_code == 422
    assert not ClassifiedStub.objects.exists()


def test_the_database_takes_none_either(concerned):
    said = {
        "body": concerned.case.body, "dated": clock.today(), "holder": concerned.lead,
        "entered_by": concerned.lead, "entered_at": timezone.now(),
    }  # fmt: skip
    for wrong in ({"number": "Vụ ông A", "degree": "mat"}, {"number": "4", "degree": "khong_mat"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            ClassifiedStub.objects.create(**said, **wrong)


def test_whoever_holds_no_office_finds_no_such_page(concerned):
    assert concerned.client(concerned.member).get(reverse("classified")).status_code == 404
