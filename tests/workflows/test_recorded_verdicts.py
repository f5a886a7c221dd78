"""Recorded verdicts hold, and every row of law a procedure uses is noticed when it changes."""

import shutil
from datetime import date
from io import StringIO

import pytest
import yaml
from django.core.management import call_command

import law
from cases.management.commands.law import Command
from law.mutations import mutations
from workflows import catalogue, mutation
from workflows.scenarios import FOLDER, RIGHTS, Scenario, scenarios
from workflows.scenarios.recording import record
from workflows.uses import rules_of, uses

DAYS = [(one, day) for one in scenarios() for day in one.verdicts]


@pytest.mark.parametrize(
    ("scenario", "day"), DAYS, ids=lambda one: getattr(one, "name", None) or str(one)
)
def test_each_recorded_verdict_is_what_the_procedure_says(scenario, day):
    assert scenario.judged(day) == scenario.verdicts[day]


def test_each_used_row_is_noticed_when_it_is_taken_away_or_moved(campaign_size):
    """A few rows in the usual run, all of them in a campaign: the same code."""
    book = law.book()
    rows = mutation.used_rows(book)
    some = rows[:: max(1, len(rows) // campaign_size(len(rows)))]

    unnoticed = [one for one in mutation.campaign(book, some) if not one.caught]

    assert unnoticed == []


def test_a_change_that_no_scenario_notices_is_named():
    book = law.book()
    unseen = "denunciation.first_step"
    key = next(row.key for row in book.rows() if row.rule == unseen)

    (outcome,) = mutation.campaign(book, [key])

    assert not outcome.caught
    assert "deleted" in outcome.unnoticed


def test_a_scenario_turns_red_under_a_changed_row():
    key = "basis.supervision.thematic@2017-06-01"
    gone = next(m.book for m in mutations(law.book(), key))

    found = {(one.name, day) for one, day in mutation.red(gone)}

    assert ("Ban hành quyết định giám sát dưới từng quy định", date(2017, 6, 1)) in found
    assert not list(mutation.red(law.book()))


def test_the_rules_of_every_step_are_among_those_used():
    for procedure in catalogue.PROCEDURES.values():
        for step in procedure.all_steps():
            assert set(rules_of(step)) <= set(uses())


def test_a_use_says_where_it_is():
    first = next(use for use in uses()["inspection.extension"] if use.procedure == "P1.CD")

    assert first.step == "extend"
    assert first.words.startswith("Điều kiện của bước “Gia hạn thời gian giám sát”")
    assert any(use.step == "" for use in uses()["right.evidence_reserve_reconsider"])


def test_recording_fills_in_the_days_and_leaves_a_recorded_file_alone(tmp_path):
    shutil.copytree(FOLDER, tmp_path / "s", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    fresh = tmp_path / "s" / "new.yaml"
    fresh.write_text(
        "procedure: P1.TX\nscenarios:\n- name: Thử\n  step: assign\n  verdicts:\n    2026-04-11:\n",
        encoding="utf-8",
    )

    assert record(tmp_path / "s") == [fresh]
    told = yaml.safe_load(fresh.read_text(encoding="utf-8"))["scenarios"][0]
    assert told["verdicts"][date(2026, 4, 11)]["may"] is True
    assert record(tmp_path / "s") == []


def test_a_scenario_of_a_step_that_is_gone_says_so():
    lost = Scenario("P1.CD", "Thử", "no_such_step", {}, None, {date(2026, 4, 11): {"law": {}}})

    with pytest.raises(KeyError, match="no_such_step"):
        lost.red()
    assert RIGHTS not in catalogue.get("P1.CD").steps


def test_the_command_counts_in_its_last_line(monkeypatch):
    rows = ["basis.case_file@2016-07-26", "denunciation.first_step@2016-07-26"]
    known = {row.key for row in law.book().rows()}
    rows[1] = next(key for key in known if key.startswith("denunciation.first_step@"))
    monkeypatch.setattr("cases.law_questions.mutate.used_rows", lambda _book: rows)
    out = StringIO()

    with pytest.raises(SystemExit) as left:
        call_command(Command(stdout=out), "mutate")

    assert left.value.code == 1
    assert out.getvalue().strip().splitlines()[-1] == "law: 2 rows used, 1 caught"
