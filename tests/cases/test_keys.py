"""A key makes a repeat harmless: the same request gives the same record, another one a clear no."""

import pytest

from cases import services
from cases.models import Case, StepRecord
from cases.refused import KeyReused, StepRefused
from tests.cases.supervision import TODAY

EVIDENCE = {"title": "Sổ theo dõi", "given_by": "Chi bộ"}


def test_the_same_key_and_words_give_the_same_record(supervision):
    supervision.goes_to("prepare")

    first = supervision.take("add_evidence", by="uyvien", key="k-1", **EVIDENCE)
    again = supervision.take("add_evidence", by="uyvien", key="k-1", **EVIDENCE)

    assert again.pk == first.pk
    assert StepRecord.objects.filter(case=supervision.case, step="add_evidence").count() == 1


def test_the_same_key_with_other_words_is_refused(supervision):
    supervision.goes_to("prepare")
    supervision.take("add_evidence", by="uyvien", key="k-1", **EVIDENCE)

    with pytest.raises(KeyReused):
        supervision.take(
            "add_evidence", by="uyvien", key="k-1", **{**EVIDENCE, "title": "Tài liệu khác"}
        )
    with pytest.raises(KeyReused):
        supervision.take(
            "reserve_opinion", by="uyvien", key="k-1", subject=1, opinion="Không đồng ý."
        )


def test_two_people_may_use_the_same_key(supervision):
    supervision.goes_to("prepare")

    first = supervision.take("add_evidence", by="uyvien", key="k-1", **EVIDENCE)
    other = supervision.take("add_evidence", by="canbo", key="k-1", **EVIDENCE)

    assert other.pk != first.pk


def test_a_refusal_is_not_remembered(supervision):
    supervision.goes_to("prepare")

    with pytest.raises(StepRefused):
        supervision.take("add_evidence", by="uyvien", key="k-1", title="", given_by="")
    record = supervision.take("add_evidence", by="uyvien", key="k-1", **EVIDENCE)

    assert record.step == "add_evidence"


def test_a_file_is_opened_once_however_often_the_button_is_pressed(supervision):
    said = {
        "procedure": "P1.CD",
        "body": supervision.province.bodies["ubkt"],
        "subjects": [supervision.province.organisations["tram"]],
        "actor": supervision.who("canbo"),
        "acted_on": TODAY,
        "inputs": {
            "source": "nhiem_vu", "theme": "việc mẫu", "period_from": "2026-01-01",
            "period_to": "2026-06-30", "reasons": "Cấp ủy giao.",
        },
        "key": "mo-ho-so",
        "today": TODAY,
    }  # fmt: skip

    first, again = services.open_case(**said), services.open_case(**said)

    assert again.pk == first.pk
    assert Case.objects.count() == 1
    with pytest.raises(KeyReused):
        services.open_case(**{**said, "subjects": [supervision.province.organisations["thon2"]]})
