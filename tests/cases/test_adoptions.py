"""Two authorised persons bring a row of law read in the full text into force, each after the simulation."""

import hashlib
import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from io import StringIO

import pytest
from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.core.management import call_command
from django.db import IntegrityError, ProgrammingError, connection, transaction

import law
from cases import adoptions
from cases.adoptions import AdoptionRefused, confirm, decline, propose, seen, settle, simulated
from cases.management.commands.law import Command
from cases.models import Adoption, Attachment, LawProposal
from cases.simulation import survey
from law import shelf
from law.adoption import Adoption as Row
from law.gaps import gaps
from tests.cases.supervision import TODAY, refused
from workflows.editions import edition

SCAN = hashlib.sha256(b"toan van").hexdigest()


@pytest.fixture
def site(tmp_path):
    """The site keeps its own law versions."""
    shelf.keep_adoptions(tmp_path / "law", tmp_path / "keys" / "law")
    yield shelf.versions()
    shelf.keep_adoptions(None)


@pytest.fixture
def at_once(django_capture_on_commit_callbacks):
    """What follows a commit follows at the end of the block, though a test never commits."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def running(supervision):
    return supervision.goes_to("open")


@pytest.fixture
def share(running):
    """The share for extensions, as read in the full text: what a running supervision asks for."""
    Attachment.objects.create(
        sha256=SCAN, name="toan-van.pdf", kind="application/pdf", size=8, content=b"toan van"
    )
    instrument = law.book().instruments.get("21-QĐ/TW")
    return Row(
        rule="inspection.extension", start=instrument.start, end=None, state="known", value="1/3",
        unit="share_of_planned_duration", instrument=instrument.id,
        document=law.Document(instrument.number, instrument.signed, "Điều 14", SCAN),
    )  # fmt: skip


def shown(row):
    """The mark of the simulation as it stands now."""
    return seen(row, simulated(row, TODAY))


def proposed(running, row, by="chunhiem"):
    return propose(row, by=running.who(by), mark=shown(row), today=TODAY)


def confirmed(running, proposal, by="phochunhiem"):
    mark = shown(adoptions.row_of(proposal))
    return confirm(proposal, by=running.who(by), mark=mark, today=TODAY)


def because(caught):
    return " ".join(f"{one.rule} {one.text}" for one in caught.value.reasons)


EXTENSION = {"days": 10, "reason": "Cần xác minh thêm."}


def test_the_next_verdict_is_given_under_the_adopted_row(site, running, share, at_once):
    with refused("inspection.extension"):
        running.take("draft_extend", by="canbo", **EXTENSION)
    proposal = proposed(running, share)
    with refused("inspection.extension"):  # proposed only
        running.take("draft_extend", by="canbo", **EXTENSION)

    with at_once():
        answer = confirmed(running, proposal)

    running.take("draft_extend", by="canbo", **EXTENSION)
    with refused("vượt giới hạn"):
        running.take("draft_extend", by="canbo", **{**EXTENSION, "days": 16})
    hit = next(h for h in running.last.hits if h["rule"] == "inspection.extension")
    assert (hit["confidence"], hit["citation"]) == ("confirmed", "21-QĐ/TW Điều 14")
    assert answer.version == site.head()


def test_no_officer_is_asked_again_and_one_gap_fewer_is_left(site, running, share, at_once):
    window = replace(share, rule="complaint.window", value=30, unit="day")
    before = len(gaps(law.book(), TODAY))

    with at_once():
        confirmed(running, proposed(running, window))

    assert len(gaps(law.book(), TODAY)) == before - 1


def test_the_version_names_both_persons_the_document_and_the_scan(site, running, share, at_once):
    with at_once():
        confirmed(running, proposed(running, share))

    (version,) = site.in_force()
    chair, deputy = running.who("chunhiem"), running.who("phochunhiem")
    assert version.adoption.proposed_by.startswith(f"{chair.full_name}, Chủ nhiệm, ")
    assert version.adoption.confirmed_by.startswith(f"{deputy.full_name}, Phó chủ nhiệm, ")
    assert version.adoption.document.scan_sha256 == SCAN
    assert "Toàn văn 21-QĐ/TW" in law.rule("inspection.extension", TODAY).sources[0]


def test_what_both_saw_is_what_happens_to_the_running_files(site, running, share, at_once):
    proposal = proposed(running, share)
    (change,) = proposal.simulation["changes"]
    assert change["gained"] == ["draft_extend"]
    before = survey(TODAY)[running.case.reference]

    with at_once():
        answer = confirmed(running, proposal)

    after = survey(TODAY)[running.case.reference]
    assert answer.simulation == proposal.simulation
    assert after.open - before.open == {"draft_extend"}


def test_records_before_and_after_stand_on_different_editions(site, running, share, at_once):
    before = edition(running_procedure(), TODAY)[0]

    with at_once():
        confirmed(running, proposed(running, share))

    assert edition(running_procedure(), TODAY)[0] != before


def running_procedure():
    from workflows import catalogue

    return catalogue.get("P1.CD")


@pytest.mark.parametrize("who", ["canbo", "vanthu", "uyvien", "giamsat", "bithu"])
def test_only_a_chair_or_deputy_of_an_inspection_committee_proposes(site, running, share, who):
    with pytest.raises(AdoptionRefused) as caught:
        proposed(running, share, by=who)

    assert "permission Chỉ chủ nhiệm hoặc phó chủ nhiệm" in because(caught)
    assert not LawProposal.objects.exists()


def test_a_chair_whose_post_has_ended_no_longer_does(site, running, share):
    tomorrow = TODAY + timedelta(1)
    chair = running.who("chunhiem")
    chair.posts.update(last_day=TODAY)

    assert adoptions.post_of(chair, TODAY)
    assert adoptions.post_of(chair, tomorrow) is None


def test_the_proposer_does_not_confirm(site, running, share):
    proposal = proposed(running, share)

    with pytest.raises(AdoptionRefused) as caught:
        confirmed(running, proposal, by="chunhiem")

    assert "Người đề nghị không tự xác nhận" in because(caught)
    assert site.in_force() == ()


def test_a_proposal_is_answered_once(site, running, share, at_once):
    proposal = proposed(running, share)
    with at_once():
        confirmed(running, proposal)

    with pytest.raises(AdoptionRefused) as caught:
        confirm(proposal, by=running.who("phochunhiem"), mark="", today=TODAY)

    assert "đã được trả lời" in because(caught)


def test_nobody_proposes_or_confirms_what_they_did_not_see(site, running, share):
    with pytest.raises(AdoptionRefused) as unseen:
        propose(share, by=running.who("chunhiem"), mark="", today=TODAY)
    proposal = proposed(running, share)
    mark = shown(share)
    running.goes_to("finalise")  # no extension is asked for any more

    with pytest.raises(AdoptionRefused) as moved_on:
        confirm(proposal, by=running.who("phochunhiem"), mark=mark, today=TODAY)

    assert "Chưa xem kết quả mô phỏng" in because(unseen)
    assert "hồ sơ đã đổi từ lúc xem" in because(moved_on)


def test_two_confirmations_make_two_versions_and_the_second_sees_the_first(
    site, running, share, at_once
):
    window = replace(share, rule="complaint.window", value=30, unit="day")
    first, second = proposed(running, share), proposed(running, window)
    old_mark = shown(window)
    with at_once():
        confirmed(running, first)

    with pytest.raises(AdoptionRefused, match="luật, hồ sơ đã đổi"):
        confirm(second, by=running.who("phochunhiem"), mark=old_mark, today=TODAY)
    with at_once():
        confirmed(running, second)

    assert [version.adoption.rule for version in site.in_force()] == [first.rule, second.rule]
    assert list(Adoption.objects.order_by("pk").values_list("number", flat=True)) == [1, 2]


def test_the_same_proposal_is_not_made_twice(site, running, share):
    proposed(running, share)

    with pytest.raises(AdoptionRefused, match="đang chờ xác nhận"):
        proposed(running, share, by="phochunhiem")


def test_declining_needs_a_reason_and_leaves_the_law_alone(site, running, share):
    proposal, deputy = proposed(running, share), running.who("phochunhiem")
    with pytest.raises(AdoptionRefused, match="Chưa ghi lý do"):
        decline(proposal, by=deputy, reason=" ", today=TODAY)

    answer = decline(proposal, by=deputy, reason="Không thấy ở điều đã nêu.", today=TODAY)

    assert (answer.version, answer.number) == ("", None)
    assert law.rule("inspection.extension", TODAY).state == "unknown"
    assert site.in_force() == ()


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"rule": "right.complain", "value": False, "unit": "right"}, "bảo đảm tối thiểu"),
        ({"instrument": "22-QĐ/TW"}, "khác danh mục"),
        ({"document": law.Document("21-QĐ/TW", TODAY, "Điều 14", "00" * 32)}, "Chưa có bản chụp"),
    ],
)
def test_what_the_law_cannot_hold_is_not_even_proposed(site, running, share, changed, says):
    with pytest.raises(AdoptionRefused, match=says):
        propose(replace(share, **changed), by=running.who("chunhiem"), mark="", today=TODAY)


def test_a_kill_between_the_record_and_the_law_is_made_good(site, running, share):
    answer = confirmed(running, proposed(running, share))  # recorded, but never followed up
    assert law.rule("inspection.extension", TODAY).state == "unknown"
    assert adoptions.missing() == [answer]

    settle()
    settle()

    assert law.rule("inspection.extension", TODAY).value == "1/3"
    assert adoptions.missing() == []


def test_a_kill_after_the_file_and_before_the_record_leaves_the_old_law(site, running, share):
    proposal = proposed(running, share)
    with transaction.atomic():
        confirmed(running, proposal)
        transaction.set_rollback(True)

    settle()

    assert law.rule("inspection.extension", TODAY).state == "unknown"
    assert not Adoption.objects.exists()


def test_law_that_was_taken_away_is_noticed_at_the_start(site, running, share, at_once):
    from cases.checks import every_adopted_row_is_in_force as check

    with at_once():
        confirmed(running, proposed(running, share))
    assert check(databases=["default"]) == []

    (site.folder / "current").unlink()

    (error,) = check(databases=["default"])
    assert "Bản bổ sung luật số 1" in error.msg
    assert check(databases=None) == []


@pytest.mark.parametrize("table", ["cases_lawproposal", "cases_adoption"])
def test_what_was_proposed_and_confirmed_is_never_edited(site, running, share, table):
    confirmed(running, proposed(running, share))

    for statement in (f"UPDATE {table} SET id = id", f"DELETE FROM {table}", f"TRUNCATE {table}"):
        with (
            pytest.raises((ProgrammingError, IntegrityError)),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)


def test_a_proposal_without_an_answer_is_waiting(site, running, share):
    proposal = proposed(running, share)

    with pytest.raises(ObjectDoesNotExist):
        proposal.answer  # noqa: B018 -- it is the asking that raises


def test_a_changed_version_stops_every_command_with_one_line(
    site, running, share, at_once, tmp_path
):
    with at_once():
        confirmed(running, proposed(running, share))
    file = next(site.folder.glob("*.json"))
    file.write_text(file.read_text(encoding="utf-8").replace('"1/3"', '"2/3"'), encoding="utf-8")

    done = subprocess.run(
        [sys.executable, "manage.py", "law", "check"],
        cwd=settings.BASE_DIR,
        env={**os.environ, "KIEM_TRA_VAR": str(tmp_path), "KIEM_TRA_LOGIN": "nobody"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "đã bị sửa, hoặc không mang chữ ký của trang này" in done.stderr


def test_the_list_of_gaps_of_the_command_shrinks_by_one_too(site, running, share, at_once):
    before = _gaps()

    with at_once():
        confirmed(running, proposed(running, share))

    assert before - _gaps() == {"inspection.extension"}


def _gaps():
    out = StringIO()
    call_command(Command(stdout=out), "gaps", "--on", TODAY.isoformat(), "--json")
    return {gap["rule"] for gap in json.loads(out.getvalue())["gaps"]}
