"""Another law over the files that run: what is foretold is what a real switch brings."""

import json
import shutil
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

import law
from cases import simulation
from cases.management.commands.law import Command
from cases.models import Case, StepRecord
from cases.simulation import simulate, survey
from law import shelf
from tests import databases
from tests.cases.supervision import TODAY, Supervision, lay_province, refused

THEMATIC = "parameters/bases/basis.supervision.thematic.yaml"
EXTENSION = """id: inspection.extension
label_vi: Gia hạn
kind: share
selector: step_day
values:
  2026-04-11:
    state: known
    value: 1/3
    unit: share_of_planned_duration
    confidence: one_text
reference:
  2026-04-11:
    cites:
      - {instrument: 21-QĐ/TW}
"""


@pytest.fixture(scope="module")
def told(django_db_setup, django_db_blocker):
    """Supervisions of one province that stand at different stages, told once for all tests of this file."""
    with django_db_blocker.unblock():
        province = lay_province()
        files = []
        for place, until in (
            ("thon1", "verify"),
            ("truong", "consider_result"),
            ("tram", "propose"),
        ):
            supervision = Supervision(province)
            supervision.matter.subject = place
            files.append(supervision.goes_to(until))
        files.append(planned_in_working_days(province))
        yield files
        databases.renew_copy()


@pytest.fixture
def running(told, db):
    """The supervisions, as each test finds them."""
    return told


def planned_in_working_days(province):
    """A supervision decided today, to end after twenty working days."""
    supervision = Supervision(province)
    supervision.matter.subject = "hop"
    lead = province.people["phochunhiem"]
    supervision.goes_to("propose").take(
        "draft_decide",
        by="canbo",
        theme="việc quản lý đảng viên",
        period_from="2025-01-01",
        period_to="2026-10-01",
        days=20,
        unit="working_day",
        team=[{"person": lead.pk, "role": "truong_doan"}],
    )
    supervision.take("decide", by="chunhiem")
    return supervision


@pytest.fixture
def other(tmp_path):
    """A copy of the law's files, to be changed."""
    copy = tmp_path / "law"
    shutil.copytree(shelf.FOLDER, copy, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return copy


def without_the_basis(folder):
    """Nobody can read any more on what a supervision rests."""
    _change(
        folder / THEMATIC, "state: known\n    value: true\n    unit: basis\n", "state: unknown\n"
    )


def with_a_share_for_extensions(folder):
    """The law gives a share for extensions in the whole country."""
    (folder / "parameters/inspection/inspection.extension.yaml").write_text(EXTENSION)
    index = folder / "parameters/inspection/index.yaml"
    _change(index, "  - file.deposit\n", "  - file.deposit\n  - inspection.extension\n")


def with_two_more_working_days(folder):
    """Two Saturdays become working days."""
    path = folder / "calendar/make_up_days.yaml"
    made = (
        "make_up:\n  2026-11-28: {instead_of: 2027-01-04, source: thử}\n"
        "  2026-12-05: {instead_of: 2027-01-05, source: thử}\n"
    )
    _change(path, "make_up:\n", made)


def _change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text, path
    head, _, tail = text.rpartition(old)
    path.write_text(head + new + tail, encoding="utf-8")


def switch_to(folder, monkeypatch):
    """From now on this installation ships these files."""
    monkeypatch.setattr(shelf, "FOLDER", folder)


@pytest.mark.parametrize(
    "change", [without_the_basis, with_a_share_for_extensions, with_two_more_working_days]
)
def test_a_simulation_equals_a_real_switch(running, other, monkeypatch, change):
    change(other)
    before = survey(TODAY)
    foretold = simulate(law.load(other), TODAY)

    switch_to(other, monkeypatch)
    after = survey(TODAY)

    assert foretold.cases == len(running) == len(after)
    changed = {change.before.reference: change for change in foretold.changes}
    for reference, look in after.items():
        expected = changed[reference].after if reference in changed else before[reference]
        assert look == expected
        assert (look != before[reference]) == (reference in changed)


def test_many_processes_foretell_what_one_does(running, other, monkeypatch):
    without_the_basis(other)
    monkeypatch.setattr(simulation, "TOGETHER", 2)

    apart = simulate(law.load(other), TODAY, processes=2)

    assert apart == simulate(law.load(other), TODAY)
    assert len(apart.changes) == len(running)


def test_nothing_changes_under_the_same_law(running, other):
    assert simulate(law.load(other), TODAY).changes == ()


def test_a_file_whose_basis_is_gone_is_stuck_and_says_why(running, other):
    without_the_basis(other)

    told = simulate(law.load(other), TODAY).as_json()

    assert told["stuck"] == told["cases"] == 4
    assert told["gained"] == 0
    reasons = " ".join(
        text for one in told["changes"] for _step, texts in one["lost"] for text in texts
    )
    assert "Chưa xác định được quy định “Căn cứ của giám sát chuyên đề”" in reasons


def test_a_step_foretold_to_be_lost_is_really_refused_then(running, other, monkeypatch):
    without_the_basis(other)
    verified = running[0]
    (change,) = (
        one
        for one in simulate(law.load(other), TODAY).changes
        if one.before.reference == verified.case.reference
    )
    assert "verify_further" in change.lost

    switch_to(other, monkeypatch)

    with refused("basis.supervision.thematic"):
        verified.take("record_finding", by="phochunhiem", subject=1, content="Nội dung.")


def test_a_step_foretold_to_be_gained_is_really_taken_then(running, other, monkeypatch):
    with_a_share_for_extensions(other)
    verified, answers = running[0], {"days": 10, "reason": "Cần xác minh thêm."}
    with refused("inspection.extension"):
        verified.take("draft_extend", by="canbo", **answers)
    (change,) = (
        one
        for one in simulate(law.load(other), TODAY).changes
        if one.before.reference == verified.case.reference
    )
    assert change.gained == ["draft_extend"]

    switch_to(other, monkeypatch)

    assert verified.take("draft_extend", by="canbo", **answers)


def test_a_term_foretold_to_move_really_moves(running, other, monkeypatch):
    with_two_more_working_days(other)
    planned = running[-1].case
    (change,) = simulate(law.load(other), TODAY).changes
    ((name, before, after),) = change.terms
    assert change.before.reference == planned.reference

    switch_to(other, monkeypatch)

    assert (before - after).days > 0
    assert survey(TODAY)[planned.reference].terms[name] == after
    assert planned.deadlines.get(name=name).last_day == before  # until the next step


def test_a_simulation_writes_nothing(running, other):
    with_a_share_for_extensions(other)
    before = StepRecord.objects.count(), list(Case.objects.values_list("stage", "head"))

    simulate(law.load(other), TODAY)

    assert (StepRecord.objects.count(), list(Case.objects.values_list("stage", "head"))) == before
    assert law.rule("inspection.extension", TODAY).state == "unknown"


def test_the_command_tells_each_file_and_counts_in_its_last_line(running, other):
    with_a_share_for_extensions(other)

    lines = ask("simulate", str(other), "--on", TODAY.isoformat()).splitlines()
    told = json.loads(ask("simulate", str(other), "--on", TODAY.isoformat(), "--json"))

    assert lines[-1] == ("law: 4 cases, 1 steps gained, 0 steps lost, 0 terms moved, 0 cases stuck")
    assert told == simulate(law.load(other), TODAY).as_json()
    assert any("thêm được: Trình ký: gia hạn" in line for line in lines)


def test_a_folder_that_is_no_law_is_one_sentence(db, tmp_path):
    out, err = StringIO(), StringIO()

    with pytest.raises(SystemExit) as left:
        call_command(Command(stdout=out, stderr=err), "simulate", str(tmp_path))

    assert left.value.code == 2
    assert "Không thấy bộ văn bản" in err.getvalue()


def test_closed_files_are_left_alone(running, other):
    without_the_basis(other)
    done = running[2]
    done.take("drop", by="chunhiem", on=TODAY, reason="Không thực hiện.")

    assert simulate(law.load(other), TODAY).cases == 3


def ask(*words: str) -> str:
    out = StringIO()
    call_command(Command(stdout=out), *words)
    return out.getvalue().strip()


def test_only_simulate_opens_a_database():
    from config.logins import APP, NOBODY, needed_by

    assert needed_by(["law", "simulate", "x"]) == APP
    assert needed_by(["law", "mutate"]) == needed_by(["law", "adoptions", "list"]) == NOBODY
