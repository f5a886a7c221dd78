"""An invented organ and its papers, as the tests of this room need them."""

from contextlib import contextmanager
from datetime import date

import pytest

from documents.drafting import PaperRefused, draft
from documents.samples import sample_body, sample_values


class Desk:
    """One officer's desk: drafts any kind of paper from invented values."""

    body = sample_body()

    def values(self, kind, on, **changes):
        return sample_values(kind, on) | changes

    def draft(self, kind, on=date(2026, 9, 8), **changes):
        return draft(kind, self.values(kind, on, **changes), body=self.body, on=on)


@pytest.fixture
def desk():
    return Desk()


@pytest.fixture
def refused():
    """`with refused(because="…"):` the deed inside is refused, and one reason says so."""

    @contextmanager
    def expecting(*, because):
        with pytest.raises(PaperRefused) as caught:
            yield caught
        assert any(because in str(reason) for reason in caught.value.reasons), [
            str(reason) for reason in caught.value.reasons
        ]

    return expecting
