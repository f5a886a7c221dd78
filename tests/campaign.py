"""How much of a long test runs: all of it in a campaign, a share of it, by the same code, otherwise."""

import os

import pytest

#: Whether `./run campaign` runs the tests.
WHOLE = os.environ.get("KIEM_TRA_CAMPAIGN") == "1"

#: For what has no smaller share that would still say something.
only = pytest.mark.skipif(not WHOLE, reason="takes its time; a campaign does")
