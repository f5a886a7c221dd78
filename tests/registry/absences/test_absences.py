"""Members who work away: told by their cell, every telling kept, counted by people, shown where words are missing."""

from datetime import date, timedelta

import pytest
from django.db import ProgrammingError, transaction

from registry import register
from registry.absence_models import Absence
from registry.absences.deeds import (
    ChangeAbsence,
    ExemptAbsent,
    HostCommented,
    RecordAbsence,
    ReturnHome,
)
from registry.absences.reading import away_on, by_unit, flags, total
from registry.keeping import OfficeRefused
from registry.models import Membership, Organisation, Person, Placement
from registry.names import search_key, sort_key
from registry.together import answered
from reports import figures
from tests.registry.absences.conftest import LEFT, TODAY

PAPER = "Công văn 3-CV/ĐU (mẫu)"


def shown(home, on=TODAY):
    units = {home.village.pk, home.school.pk}
    return [(one.person, one.source.split(":", 2)[2]) for one in answered(flags(units, on))[0]]


def told_anew(kind, row, home, *, day=TODAY, by=None, body=None, **said):
    deed = kind(absence=row, in_body=body or home.committee, day=day, document=PAPER, **said)
    return home.does(deed, by=by)


def refused(deed, home, *, by=None):
    with pytest.raises(OfficeRefused) as caught:
        home.does(deed, by=by)
    return {one.rule for one in caught.value.reasons}


def test_an_address_declared_later_leaves_what_was_told_before(home):
    row = home.leaves(1, by=home.head, body=home.cell)
    assert shown(home) == [(home.member(1), "dia_chi")]

    declared = date(2026, 2, 10)
    told_anew(ChangeAbsence, row, home, day=declared, place="Bình Thử", address="12 phố Mẫu")

    assert shown(home) == []
    before = declared - timedelta(days=1)
    assert [one.address for one in away_on({home.village.pk}, before)] == [""]
    assert [one.address for one in away_on({home.village.pk}, declared)] == ["12 phố Mẫu"]
    assert list(register.faults()) == []
    assert "12 phố Mẫu" not in "".join(home.village.entries.values_list("content", flat=True)), (
        "where somebody lives is told in no history"
    )


def test_a_telling_is_never_edited(home):
    row = home.leaves(1)
    row.place = "Nơi khác"

    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        row.save()


def test_only_the_cell_and_the_line_above_write_and_nobody_of_themselves(home):
    said = {"place": "Bình Thử", "first_day": LEFT, "document": "", "in_body": home.cell}
    other_cell = RecordAbsence(person=home.province.people["hieu"], **said)
    own = RecordAbsence(person=home.head, **{**said, "document": "Biên bản"})

    assert refused(other_cell, home, by=home.head) == {"input.document", "input.person"}
    assert refused(own, home, by=home.head) == {"office.self"}
    assert refused(
        RecordAbsence(person=home.member(1), **{**said, "in_body": home.committee}),
        home, by=home.province.people["soan"],
    ) == {"input.document", "permission"}  # fmt: skip


def test_the_committee_and_not_the_cell_frees_from_meetings_and_not_for_a_year(home):
    row = home.leaves(1, address="12 phố Mẫu", registered=True)
    long = {"absence": row, "day": TODAY, "document": PAPER, "exempt_until": date(2027, 1, 5)}

    assert refused(ExemptAbsent(in_body=home.cell, **long), home, by=home.head) == {
        "permission", "absence.exemption",
    }  # fmt: skip
    told_anew(ExemptAbsent, row, home, exempt_until=date(2026, 3, 31))

    assert shown(home) == []
    assert shown(home, on=date(2026, 4, 1)) == [(home.member(1), "het_mien:2026-03-31")]


def test_back_home_the_word_of_the_other_place_is_missing_until_it_comes(home):
    row = home.leaves(1, address="12 phố Mẫu")
    back = told_anew(ReturnHome, row, home, day=TODAY - timedelta(days=2))
    assert shown(home) == [(home.member(1), "nhan_xet")]
    assert not away_on({home.village.pk}, TODAY).exists()
    assert away_on({home.village.pk}, TODAY - timedelta(days=3)).exists()

    told_anew(HostCommented, back, home, comment="Giấy nhận xét 5 (mẫu)")

    assert shown(home) == []
    assert refused(
        ChangeAbsence(
            absence=home.now(row), in_body=home.committee, day=TODAY, document=PAPER, place="X"
        ),
        home,
    ) == {"absence.over"}
    again = home.leaves(1, first_day=TODAY)
    assert again.matter != row.matter


def test_two_who_write_at_once_do_not_overwrite_each_other(home):
    row = home.leaves(1)
    told_anew(ChangeAbsence, row, home, place="Bình Thử", address="12 phố Mẫu")
    stale = Absence.objects.get(pk=row.pk)

    assert refused(
        ReturnHome(absence=stale, in_body=home.committee, day=TODAY, document=PAPER), home
    ) == {"absence.retold"}
    assert Absence.objects.filter(Absence.of(row.matter)).count() == 2


def test_whose_member_it_is_follows_the_member(home):
    home.leaves(1)
    held = Membership.objects.get(person=home.member(1), last_day=None)
    held.last_day = TODAY - timedelta(days=1)
    held.save()
    Membership.objects.create(
        person=home.member(1), cell=home.school, status="chinh_thuc", first_day=TODAY
    )

    assert not away_on({home.village.pk}, TODAY).exists()
    assert away_on({home.school.pk}, TODAY).exists()


# The figure of a province


def _communes(top, sizes):
    """Under `top` one commune with a cell for each pair: how many are away, how many of them declared nothing."""
    day = date(2025, 7, 1)
    for number, (away, undeclared) in enumerate(sizes, start=1):
        commune, cell = (
            Organisation.objects.create(
                code=f"dem-{number}-{kind}", kind=kind, name=f"{name} {number}", first_day=day
            )
            for kind, name in (("xa", "Đảng ủy xã Đếm"), ("chi_bo", "Chi bộ Đếm"))
        )
        Placement.objects.create(organisation=commune, parent=top, first_day=day)
        Placement.objects.create(organisation=cell, parent=commune, first_day=day)
        people = Person.objects.bulk_create(
            Person(full_name=name, sort_key=sort_key(name), search_key=search_key(name))
            for name in (f"Lò Mẫu {number} {one}" for one in range(away))
        )
        Membership.objects.bulk_create(
            Membership(person=one, cell=cell, status="chinh_thuc", first_day=day) for one in people
        )
        Absence.objects.bulk_create(
            Absence(
                person=one, told_on=LEFT, first_day=LEFT, place="Bình Thử",
                address="" if at < undeclared else "12 phố Mẫu",
            )
            for at, one in enumerate(people)
        )  # fmt: skip


def test_the_province_is_the_sum_of_its_units_and_not_the_mean_of_their_shares(home):
    top = home.province.organisations["tinh"]
    _communes(top, [(1500, 26), (500, 296), (8, 4)])

    rows = by_unit(top, TODAY)
    whole = total(rows, top)

    assert [(one.away, one.undeclared) for one in rows if one.away] == [
        (1500, 26), (500, 296), (8, 4),
    ]  # fmt: skip
    assert figures.part_of(whole.undeclared, whole.away) == "326/2.008"
    assert figures.percent(whole.undeclared, whole.away, decimals=1) == "16,2%"
    assert figures.percent(whole.undeclared, whole.away, decimals=2) == "16,24%"
    mean = figures.mean_of_shares([(one.undeclared, one.away) for one in rows])
    assert figures.written(mean, 1) == "37%", "the mean of the shares says something else"
