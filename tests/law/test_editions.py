"""The law's part of an edition: kept as plain values, read back, told apart in words."""

import json
import shutil
from datetime import date, timedelta
from itertools import pairwise

import pytest

import law
from law.authority import authority
from law.differences import differences
from law.editions import as_of, changes, restore, whole
from law.terms import deadline
from law.votes import judge_forms

DAY = date(2026, 1, 15)


@pytest.fixture(scope="module")
def edition():
    return json.loads(json.dumps(law.as_of(DAY)))


def test_an_edition_is_plain_json_without_fractions(edition):
    def numbers(value):
        if isinstance(value, dict):
            value = list(value.values())
        if isinstance(value, list):
            return [number for item in value for number in numbers(item)]
        return [value] if isinstance(value, float) else []

    assert numbers(edition) == []
    assert edition == law.as_of(DAY)


def test_an_edition_holds_exactly_the_rows_of_its_day(edition, book):
    in_force = {row.key for row in book.rows() if book.row(row.rule, DAY, row.layer) is row}

    assert set(edition["rows"]) == in_force


def test_the_law_of_an_edition_gives_the_same_verdicts(edition, book):
    old = restore(edition)

    for rule in book.parameters:
        now = book.rule(rule, DAY)
        if now.key is not None:
            then = old.rule(rule, DAY)
            assert (then.value, then.unit, then.state, then.confidence, then.cited) == (
                now.value,
                now.unit,
                now.state,
                now.confidence,
                now.cited,
            )


def test_authority_and_votes_can_be_replayed_from_an_edition(book):
    day = date(2022, 5, 1)
    old = restore(json.loads(json.dumps(as_of(book, day))))
    question = {"on": day, "body": "chi_bo", "subject": "cap_uy_vien", "form": "canh_cao"}
    forms = {"canh_cao": 4, "khien_trach": 3, "khong": 2}
    light = "vote.threshold.member.light"

    assert authority(old, **question).as_json() == authority(book, **question).as_json()
    assert judge_forms(old, light, day, base=9, votes=forms) == judge_forms(
        book, light, day, base=9, votes=forms
    )


def test_a_deadline_can_be_replayed_from_an_edition(edition, book):
    old = restore(edition)
    received = date(2026, 1, 15)

    again = deadline(old.rule("complaint.window", received), received, calendar=old.calendar())

    assert again == deadline(book.rule("complaint.window", received), received)


def test_the_whole_law_can_be_kept_and_read_back(book):
    kept = restore(json.loads(json.dumps(whole(book))))

    assert {row.key for row in kept.rows()} == {row.key for row in book.rows()}
    assert whole(kept)["rows"] == whole(book)["rows"]


def test_what_changed_between_two_days_is_told_in_words():
    found = differences(law.as_of(date(2026, 4, 10)), law.as_of(date(2026, 4, 11)))

    told = {difference.rule: str(difference) for difference in found}
    assert told["complaint.window"] == (
        "Thời hạn khiếu nại kỷ luật (complaint.window): từ “30 ngày” (một văn bản, "
        "296-QĐ/TW Điều 25.1) thành “chưa rõ” (chưa chắc chắn, 21-QĐ/TW)."
    )
    assert "không còn dòng nào" in told["proceed_without_accused"]
    assert "mới có" in told["suspension.extension"]


def test_nothing_changed_within_one_regime():
    assert differences(law.as_of(date(2026, 5, 1)), law.as_of(date(2026, 5, 2))) == ()


def test_the_version_names_the_files_and_changes_with_any_of_them(tmp_path, folder, book):
    moved = tmp_path / "elsewhere"
    shutil.copytree(folder.path, moved)
    version = law.load(folder.path).version

    folder.change("parameters/votes/vote.quorum.yaml", "last_checked: 2026", "last_checked: 2027")

    assert law.load(moved).version == version == book.version == law.version()
    assert law.load(folder.path).version != version


def test_between_two_changes_the_law_reads_the_same():
    book, since = law.book(), date(2016, 7, 26)
    days = changes(book, since)

    assert days[0] == since
    for first, following in pairwise(days):
        last = following - timedelta(days=1)
        assert as_of(book, first) | {"on": ""} == as_of(book, last) | {"on": ""}
