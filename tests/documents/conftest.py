"""An invented organ and its papers, as the tests of this room need them."""

from contextlib import contextmanager
from datetime import date

import pytest
from django.db import transaction

from documents.drafting import PaperRefused, draft
from documents.kinds import SUPERVISION_DECISION
from documents.samples import sample_body, sample_values
from documents.services import sign, take_number
from registry.models import Body, BodyKind, Organisation, Person, Position, Post, Term
from tests.documents.signing import Signing

ON = date(2026, 9, 8)


class Desk:
    """One officer's desk: drafts any kind of paper from invented values."""

    body = sample_body()

    def values(self, kind, on, **changes):
        return sample_values(kind, on) | changes

    def draft(self, kind, on=ON, **changes):
        return draft(kind, self.values(kind, on, **changes), body=sample_body(kind), on=on)


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


class Office:
    """A committee with its term, its chairman and a team leader, in the test database."""

    def __init__(self):
        since = date(2025, 8, 1)
        commune = Organisation.objects.create(
            code="mau-thuong",
            kind="xa",
            name="Đảng bộ xã Mẫu Thượng",
            place="Mẫu Thượng",
            first_day=since,
        )
        self.body = Body.objects.create(
            organisation=commune,
            kind=BodyKind.INSPECTION,
            name="Ủy ban Kiểm tra Đảng ủy xã Mẫu Thượng",
            symbol="UBKTĐU",
            superior_line="ĐẢNG ỦY XÃ MẪU THƯỢNG",
            issuing_line="ỦY BAN KIỂM TRA",
            first_day=since,
        )
        self.term = Term.objects.create(
            body=self.body, name="2025 - 2030", first_day=since, last_day=date(2030, 7, 31)
        )
        self.chair = Person.objects.create(full_name="Hà Thị Kiểm")
        self.chairs = Post.objects.create(
            person=self.chair, body=self.body, position=Position.CHAIR, first_day=date(2026, 1, 5)
        )
        self.leader = Person.objects.create(full_name="Đinh Văn Xét")

    def draft(self, kind=SUPERVISION_DECISION, on=ON, **changes):
        return draft(kind, sample_values(kind, on) | changes, body=self.body, on=on)

    def signed(self, kind=SUPERVISION_DECISION, on=ON, **changes):
        return sign(self.draft(kind, on, **changes), by=self.chair, post=self.chairs)

    def numbered(self, kind=SUPERVISION_DECISION, on=ON):
        with transaction.atomic():
            paper = self.signed(kind, on)
            take_number(paper, on)
        return paper


@pytest.fixture
def office(db):
    return Office()


@pytest.fixture
def open_office(transactional_db):
    """The same office, in a database that other processes can see."""
    return Office()


@pytest.fixture
def signing(office, tmp_path, settings):
    """The same office, signing electronically with keys of its own."""
    return Signing(office, tmp_path, settings)
