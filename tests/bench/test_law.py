"""The bench of another law: what it says of its goal, and of a change foretold wrongly."""

import pytest

from bench.law.measuring import tell

AGAIN = {"files": 500, "records": 10_000, "seconds": 5.0, "anew": 0, "second_run": 0.1}


@pytest.mark.parametrize(
    ("seconds", "equal", "met"), [(1.0, True, True), (10.0, True, False), (1.0, False, False)]
)
def test_the_goal_is_met_by_a_true_answer_in_time(capsys, seconds, equal, met):
    one = {"files": 500, "changed": 3, "seconds": seconds, "equal": equal}

    assert tell({"changes": {"a rule": one}, "again": AGAIN}) is met
    said = capsys.readouterr().out
    assert ("MISSED" in said) is not met
    assert "10000 files in 1.7 min" in said
