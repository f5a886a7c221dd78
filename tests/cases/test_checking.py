"""The nightly checkers: what nobody's step could have left is pointed out, by file and in words."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cases import checking, checkpointing
from cases.checkpoint_models import ToldHead
from cases.models import Case, CheckRun, DeadlineRow, WorkRow
from documents.models import BookEntry, Journal, Paper
from documents.printing import issue_pending, print_pending
from proof.chain import link
from registry import clock
from tests.cases.supervision import Supervision, lay_province


@pytest.fixture
def told(db):
    told = Supervision(lay_province()).goes_to("open")
    print_pending()
    return told


def found(checker):
    return [(one.where, one.what) for one in checking.look() if one.checker == checker]


def test_what_steps_leave_is_nothing_to_look_at(told):
    assert checking.look() == []


def test_an_open_file_that_waits_for_nobody(told):
    WorkRow.objects.filter(case=told.case).delete()

    ((where, what),) = found("ket")

    assert (where, "không ai có việc tiếp theo" in what) == (told.case.reference, True)


def test_work_with_no_step_behind_it_or_nobody_before_it(told):
    since = clock.today()
    WorkRow.objects.create(
        case=told.case, step="khong_co", role="", body=told.case.body, since=since
    )
    WorkRow.objects.create(case=told.case, step="verify", role="", since=since)

    said = [what for _where, what in found("viec_mo_coi")]

    assert ["không phải là bước" in said[0], "không giao cho ai" in said[1]] == [True, True]


def test_a_deadline_that_runs_in_a_file_that_ended(told):
    Case.objects.filter(pk=told.case.pk).update(closed_on=clock.today())
    DeadlineRow.objects.filter(case=told.case).delete()
    DeadlineRow.objects.create(
        case=told.case, name="bao_cao", last_day=clock.today(), explained={"label": "Báo cáo"}
    )

    ((where, what),) = found("han_ho_so_dong")

    assert (where, "“Báo cáo”" in what) == (told.case.reference, True)


def test_a_number_that_no_paper_bears(told):
    journal = Journal.objects.get(body=told.case.body)
    said = {"deed": "cap_so", "paper": None, "number": 99}
    text, digest = link(f"journal:{journal.pk}", journal.length + 1, journal.head, said)
    BookEntry.objects.create(
        body=told.case.body, deed="cap_so", sequence=journal.length + 1, content=text, hash=digest,
        recorded_at=timezone.now(),
    )  # fmt: skip

    ((where, _what),) = found("so_khong_van_ban")

    assert told.case.body.name in where


def test_a_signed_paper_that_was_never_printed(told, monkeypatch):
    monkeypatch.setattr(checking, "PRINT_WITHIN", timedelta(0))
    Supervision(told.province).goes_to("decide")

    said = {what for _where, what in found("van_ban_khong_so")}
    assert "đã ký, chưa có bản in" in said
    assert any(what.endswith("chưa có số") for what in said - {"đã ký, chưa có bản in"})


def test_a_paper_issued_in_bulk_waits_for_its_first_reader_and_one_whose_print_is_gone_does_not(
    told, monkeypatch
):
    monkeypatch.setattr(checking, "PRINT_WITHIN", timedelta(0))
    Supervision(told.province).goes_to("decide")
    issue_pending()
    paper = Paper.objects.filter(state="da_ban_hanh", print=None).first()

    said = {where for where, what in found("van_ban_khong_so") if what == "đã ký, chưa có bản in"}
    ToldHead.objects.create(chain=f"print:{paper.pk}", length=1, head="0" * 64)
    gone = {where for where, what in found("van_ban_khong_so") if what == "đã ký, chưa có bản in"}

    assert not said
    assert gone == {f"văn bản {paper.pk} {paper.title}"}


def test_a_site_that_seals_nothing_is_told_how(told, settings, tmp_path):
    settings.CHECKPOINTS, settings.CHECKPOINT_KEY = tmp_path / "log", tmp_path / "key"
    ((_where, without_key),) = found("niem_phong")
    checkpointing.make_key()

    assert "audit key" in without_key
    assert found("niem_phong") == []
    assert checkpointing.seal() == "mốc số 1"
    assert checkpointing.oldest_untold() is None


def test_the_newest_run_is_kept_for_the_page(told):
    WorkRow.objects.filter(case=told.case).delete()

    checking.run()
    newest, kept = checking.last_run()

    assert kept == checking.look()
    assert (kept[0].case, kept[0].body) == (told.case.pk, told.case.body_id)
    assert CheckRun.objects.get() == newest
