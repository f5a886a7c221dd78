"""Finished files decided again, and files seen under another law: what differs is told with its citation."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection, transaction

from cases.another_law import compare
from cases.conformance.books import Books, engine
from cases.conformance.replaying import replay_finished, weighed
from cases.conformance_models import Conformance
from cases.models import Case, StepRecord
from cases.reading import Reader, read_file
from config.logins import APP, OWNER
from proof.canonical import canonical
from proof.verify import sha256
from tests import databases
from tests.cases.discipline import World, level_by_level
from tests.cases.supervision import TODAY, Supervision, lay_province


@dataclass(frozen=True)
class Told:
    """An expulsion handed over, and a supervision that has ended."""

    expulsion: Case
    supervision: Case


@pytest.fixture(scope="module")
def told(django_db_setup, django_db_blocker):
    """Both told once; the tests work as the owner of the tables, who alone could plant anything."""
    with django_db_blocker.unblock():
        expulsion = level_by_level(World("doichieu"), until="hand_over").case
        supervision = Supervision(lay_province()).goes_to("close").case
        connection.close()
        connection.settings_dict.update(USER=OWNER, LOGIN=OWNER)
        yield Told(*(Case.objects.get(pk=one.pk) for one in (expulsion, supervision)))
        connection.close()
        connection.settings_dict.update(USER=APP, LOGIN=APP)
        databases.renew_copy()


def found(case):
    """What deciding a file again finds now: kind, step, rule, citation, what was done."""
    (one,) = weighed([case], engine(), Books())
    return [(d["kind"], d["step"], d["rule"], d["citation"], d["done"]) for d in one.deviations]


def planted(case, step, change):
    """The same after `change` has altered what the record of `step` holds and was judged on; then taken back."""
    record = (
        StepRecord.objects.select_related("facts", "standing").filter(case=case, step=step).last()
    )
    said, facts = json.loads(record.content), json.loads(record.facts.content)
    standing = json.loads(record.standing.content)
    with transaction.atomic():
        with connection.cursor() as cursor:
            for table in ("cases_steprecord", "cases_judged", "cases_case"):
                cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        columns = change(said, facts, standing) or {}
        for name, value in (("facts", facts), ("standing", standing)):
            text = canonical(value)
            _keep(sha256(text), text)
            columns[f"{name}_id"] = sha256(text)
        StepRecord.objects.filter(pk=record.pk).update(content=canonical(said), **columns)
        answer = found(case)
        transaction.set_rollback(True)
    return answer


def _keep(sha, text):
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO cases_judged (sha256, content) VALUES (%s, %s) ON CONFLICT DO NOTHING",
            [sha, text],
        )


def test_what_the_door_let_through_departs_in_nothing(told):
    assert (found(told.expulsion), found(told.supervision)) == ([], [])


def test_a_decision_by_the_wrong_hand(told):
    def the_clerk_signed(_said, _facts, standing):
        standing["roles"] = {"chu_the": ["van_thu"]}

    ((kind, step, _rule, citation, done),) = planted(told.expulsion, "decide", the_clerk_signed)

    assert (kind, step) == ("tham_quyen", "decide")
    assert "QĐ/TW" in citation
    assert "Văn thư" in done


def test_a_vote_without_the_hearing(told):
    def nobody_heard(_said, facts, _standing):
        facts["rows"] = [row for row in facts["rows"] if row[1] != "nghe_trinh_bay"]

    ((kind, step, rule, citation, _done),) = planted(told.expulsion, "vote_to_decide", nobody_heard)

    assert (kind, step, rule) == ("dieu_kien", "vote_to_decide", "right.heard.before_meeting")
    assert "QĐ/TW" in citation


def test_another_share_than_the_law_of_that_day(told):
    def two_fifths(said, _facts, _standing):
        hit = next(one for one in said["hits"] if one["rule"] == "vote.threshold.expulsion.decide")
        hit["value"] = "2/5"

    ((kind, _step, rule, citation, done),) = planted(told.expulsion, "vote_to_decide", two_fifths)

    assert (kind, rule) == ("quy_dinh", "vote.threshold.expulsion.decide")
    assert citation
    assert "2/5" in done


def test_a_step_out_of_its_turn(told):
    def from_another_stage(_said, facts, _standing):
        facts["stage"] = "da_du_thao"
        return {"from_stage": "da_du_thao"}

    answer = planted(told.supervision, "finalise", from_another_stage)

    assert {(kind, step) for kind, step, *_ in answer} == {("trinh_tu", "finalise")}


def test_a_step_judged_as_if_another_had_been_taken(told):
    def as_if_twice(_said, facts, _standing):
        facts["taken"]["verify"][2] += 1

    ((kind, step, _rule, _citation, done),) = planted(told.supervision, "finalise", as_if_twice)

    assert (kind, step, done) == ("trinh_tu", "finalise", "Được xét như đã ghi 2 lần.")


def test_a_report_after_the_last_day_of_the_plan(told):
    def half_a_year_later(_said, facts, standing):
        day = date.fromisoformat(facts["acted_on"]) + timedelta(days=180)
        facts["acted_on"] = facts["today"] = standing["on"] = day.isoformat()
        return {"acted_on": day}

    answer = planted(told.supervision, "finalise", half_a_year_later)

    assert ("qua_han", "finalise") in {(kind, step) for kind, step, *_ in answer}
    assert any("sau hạn" in done for *_, done in answer)


def test_a_decision_without_its_paper(told):
    def no_paper(said, _facts, _standing):
        said["papers"] = []

    answer = planted(told.supervision, "decide", no_paper)

    assert {(kind, step) for kind, step, *_ in answer} == {("van_ban", "decide")}
    assert all(citation for _kind, _step, _rule, citation, _done in answer)


def test_a_finished_file_is_decided_again_once_and_kept(told):
    said, plain = StringIO(), StringIO()

    assert replay_finished() >= 1
    assert replay_finished() == 0
    call_command("audit", "conformance", stdout=said)
    call_command(
        "audit",
        "conformance",
        "--json",
        "--unit",
        told.supervision.body.organisation.code,
        stdout=plain,
    )
    with pytest.raises(CommandError, match="không có ở đâu"):
        call_command("audit", "conformance", "--unit", "không có ở đâu")

    kept = Conformance.objects.get(case=told.supervision)
    assert (kept.head, kept.records, kept.count) == (
        told.supervision.head,
        told.supervision.records,
        0,
    )
    assert said.getvalue().splitlines()[-1].endswith("0 deviations in 0 files, 0 kept as recorded")
    answer = json.loads(plain.getvalue())
    assert answer["files"] == answer["total"]["files"] == 1
    assert answer["deviations"] == []
    finalise = next(one for one in answer["times"] if one["step"] == "finalise")
    assert (finalise["files"], finalise["median"]) == (1, finalise["most"])


def under(case, day):
    """The file under the law of another day."""
    file = read_file(case.pk, Reader(0, TODAY, TODAY))
    return compare(file, day)


def test_under_its_own_law_nothing_of_a_file_differs(told):
    found = under(told.supervision, TODAY)

    assert (found.steps, found.taken, found.asked) == (told.supervision.records, (), {})
    assert found.change.before == found.change.after


def test_a_file_under_the_law_of_2018_rests_on_the_regulations_of_then_and_stays_as_it_is(told):
    before = StepRecord.objects.count()

    found = under(told.supervision, date(2018, 6, 30))

    assert len(found.taken) == found.steps
    (basis,) = (one for one in found.taken[0].readings if one.rule == "basis.supervision.thematic")
    assert basis.was["citation"].startswith("21-QĐ/TW")
    assert "30-QĐ/TW" in basis.now["citation"]
    assert found.other.layout(TODAY).name == "2018"
    assert StepRecord.objects.count() == before


def test_a_share_nobody_read_for_that_day_would_be_asked_and_bar_the_vote(told):
    found = under(told.expulsion, date(2018, 6, 30))

    (vote,) = (one for one in found.taken if one.step.code == "vote_to_decide")
    assert "vote.threshold.expulsion.decide" in found.asked
    assert any("Chưa xác định được quy định" in reason.text for reason in vote.reasons)
