"""A commune of the spring of 2026, when the rules on working away are known, with members at home."""

from datetime import date

import pytest

from registry import offices
from registry.absence_models import Absence
from registry.absences.deeds import RecordAbsence
from registry.models import Post
from registry.provinces import load

TODAY = date(2026, 3, 20)
LEFT = date(2026, 1, 5)


class Home:
    """The commune, its standing committee's secretary, the school's cell with its secretary, the village's cell."""

    def __init__(self):
        self.province = load("mau_giang", code="vx")
        self.commune, self.village = (self.province.organisations[one] for one in ("an", "doai"))
        self.school = self.province.organisations["truong"]
        self.committee = self.province.bodies["btv_an"]
        self.cell = self.province.bodies["chi_bo_doai"]
        self.secretary = self.province.people["ky"]
        self.leader = self.province.people[
            "chu"
        ]  # of the inspection committee, who writes nothing here
        self.head = self.province.people["luong"]
        Post.objects.create(
            person=self.head, body=self.cell, position="bi_thu", first_day=date(2025, 7, 1)
        )

    def member(self, number):
        return self.province.people[f"doai{number}"]

    def does(self, deed, *, by=None, today=TODAY):
        return offices.record(deed, by=by or self.secretary, today=today)

    def leaves(self, number, *, by=None, body=None, **said):
        told = {"place": "Bình Thử", "first_day": LEFT, "document": "Biên bản chi bộ (mẫu)", **said}
        deed = RecordAbsence(person=self.member(number), in_body=body or self.committee, **told)
        return self.does(deed, by=by)

    @staticmethod
    def now(row):
        """The newest telling of an absence."""
        return Absence.objects.get(Absence.of(row.matter), superseded_by=None)


@pytest.fixture
def home(db):
    return Home()
