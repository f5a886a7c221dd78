"""The bench of printing compares like with like, and says whether its goals are met."""

import pytest

from bench.papers.measuring import AT_MOST, GROWTH_AT_MOST, _memory
from bench.papers.sides import BARE, OURS, SIDES, WHOLE
from bench.papers.telling import tell


@pytest.mark.parametrize("code", ["QD-01", "BC-02"])
def test_every_side_prints_the_very_same_paper(code):
    ours, whole, bare = (SIDES[side](code)() for side in (OURS, WHOLE, BARE))

    assert ours == whole == bare


def test_the_process_is_weighed_while_it_prints():
    found = _memory(50)

    assert found["papers"] == 50
    assert 0 < found["first_mib"] <= found["last_mib"] + 50


@pytest.mark.parametrize(
    ("ratio", "growth", "met"),
    [
        (AT_MOST, GROWTH_AT_MOST, True),
        (AT_MOST + 0.01, 0, False),
        (1.0, GROWTH_AT_MOST + 1, False),
    ],
)
def test_a_goal_is_met_or_not(ratio, growth, met, capsys):
    spent = {"min_ms": 1.0, "p50_ms": 1.0, "p95_ms": 1.0, "paired_ratio": ratio}
    memory = {"papers": 500, "first_mib": 1.0, "last_mib": 1.0, "bytes_per_paper": growth}

    assert tell({"sides": {OURS: spent}, "memory": memory}) is met
    assert ("NOT MET" in capsys.readouterr().out) is not met
