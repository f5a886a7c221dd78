"""Story (a), parts A and B: supervision finds a sign, the inspection concludes it and asks the cell."""

from datetime import date
from pathlib import Path

import pytest

from cases.models import FileRow, RecordPaper, StepRecord
from cases.stories import a_inspection, a_supervision
from cases.stories.teller import Teller
from cases.verification import verify
from documents.printing import print_pending
from registry.provinces import load
from tests.cases.supervision import refused

#: Part B: the day of each deed and the numbers it gave.
B = [
    ("decide", date(2017, 8, 8), ["04-QĐ/UBKTĐU", "05-KH/UBKTĐU"]),
    ("open", date(2017, 8, 11), []),
    ("receive_explanation", date(2017, 8, 25), []),
    ("verify", date(2017, 9, 8), []),
    ("exchange", date(2017, 9, 15), []),
    ("confer", date(2017, 9, 22), []),
    ("finalise", date(2017, 9, 26), ["01-BC/ĐKT"]),
    ("consider_result", date(2017, 9, 28), []),
    ("ask_lower_body", date(2017, 9, 28), []),
    ("conclude", date(2017, 9, 29), ["07-TB/UBKTĐU"]),
    ("announce", date(2017, 10, 3), []),
]


class Quiet(Teller):
    """Tells inside a transaction that is never kept, so papers are printed by hand where it matters."""

    def takes(self, step, **said):
        if step == "close":
            print_pending()
        return super().takes(step, **said)

    def _printed(self, _record):
        return []


@pytest.fixture
def told(db):
    """The two parts of the story."""
    province = load("mau_giang", code="ke")
    supervision, inspection = (Quiet(lambda _line: None, Path("/nonexistent")) for _ in range(2))
    a_supervision.tell(supervision, province)
    a_inspection.tell(inspection, province, origin=supervision.case)
    return inspection


def test_the_inspection_runs_as_it_is_written(told):
    for step, day, numbers in B:
        record = StepRecord.objects.get(case=told.case, step=step)
        given = [
            p.paper.number_text
            for p in RecordPaper.objects.filter(record=record)
            if p.paper.number_text
        ]
        assert (record.acted_on, given) == (day, numbers), step
    assert told.case.origin.procedure == "P1.CD"
    assert told.case.findings.get(superseded_by=None).stage == "c3b"
    assert FileRow.objects.get(case=told.case, kind="yeu_cau_ky_luat").facts["due"] == "2017-10-31"
    assert not verify().faults


def test_a_base_inspection_committee_had_no_power_to_discipline_in_2017(told, monkeypatch):
    from cases import services
    from workflows.conditions import powers
    from workflows.facts import Facts, Finding, Subject

    day = date(2017, 9, 28)
    facts = Facts("P3.DV", "da_hoan_chinh", day, day, day, day, body="ubkt", level="co_so",
                  subjects=(Subject(1, True, 1),), findings=(Finding(1, 1, "xem_xet"),))  # fmt: skip
    judged = powers.may_discipline.judge(facts.about(1))

    assert judged.reason is not None
    assert judged.reason.rule == "authority.ubkt_dang_uy_co_so"
    assert judged.reason.citation
    assert services is not None


def test_an_open_outcome_keeps_the_file_open(told):
    from cases import services

    with refused("chưa có kết quả cuối cùng"):
        services.take_step(
            told.case, "close", actor=StepRecord.objects.get(case=told.case, step="exchange").actor,
            acted_on=date(2017, 10, 25), inputs={"archive": "HS"}, today=date(2017, 10, 25),
        )  # fmt: skip


def test_the_lower_body_is_not_taken_over_before_its_day(told):
    from cases import services

    chair = StepRecord.objects.get(case=told.case, step="conclude").actor
    with refused("còn trong thời hạn"):
        services.take_step(
            told.case, "take_over", actor=chair, acted_on=date(2017, 10, 31),
            inputs={"finding": 1, "grounds": "Chi bộ chưa xem xét."}, today=date(2017, 10, 31),
        )  # fmt: skip
