"""Organisations by the tree of their time, levels, terms, sizes: what a day says, and what no deed may say."""

from datetime import date

import pytest

from cases.sittings import people_of
from registry import offices, register
from registry.deeds import EndPost, GivePost
from registry.keeping import OfficeRefused
from registry.models import Body, Membership, Organisation, Post, Term
from registry.organ_models import Level, Mandate, OrganisationLevel
from registry.organs import reading, warnings
from registry.organs.levels import EndLevel, GiveLevel, level_on, levels_there_were
from registry.organs.terms import ApproveTerm, EndTerm, OpenTerm, TakeOverTerm
from registry.provinces import load
from tests.registry.members.conftest import TODAY

THEN = date(2017, 9, 1)
UNDER_294, UNDER_208 = date(2026, 3, 4), date(2026, 9, 1)
PAPER = "Quyết định (mẫu)"


class Register:
    """The sample province, whose commune is kept by its secretary."""

    def __init__(self):
        self.province = load("mau_giang", code="tc")
        self.units, self.bodies = self.province.organisations, self.province.bodies
        self.secretary = self.province.people["ky"]

    def writes(self, deed, by=None, today=TODAY):
        return offices.record(deed, by=by or self.secretary, today=today)

    def term(self, body="chi_bo_doai", **said):
        told = {
            "in_body": self.bodies["btv_an"], "of_body": self.bodies[body], "name": "2025–2030",
            "way": "bau", "first_day": date(2025, 8, 1), "last_day": date(2030, 7, 31), "document": PAPER,
        }  # fmt: skip
        return OpenTerm(**{**told, **said})


@pytest.fixture
def kept(db) -> Register:
    return Register()


# Cây của từng thời


def test_the_sums_follow_the_tree_of_the_day(kept):
    top = kept.units["tinh"].pk

    then, now = reading.rolled_up([top], THEN)[top], reading.rolled_up([top], TODAY)[top]

    assert {one.name for one in reading.under(top, THEN)} == {kept.units["huyen"].name}
    assert kept.units["an"] in reading.under(top, TODAY)
    assert kept.units["huyen"] in reading.ended_under(top, TODAY)
    assert then.units != now.units
    assert now.members == Membership.objects.filter(last_day=None).count()


def test_who_reads_a_commune_today_reads_what_it_was_before(kept):
    then, now = (reading.reach(kept.secretary, TODAY, day) for day in (THEN, TODAY))

    assert kept.units["thuong"].pk in then
    assert kept.units["huyen"].pk not in then
    assert kept.units["xuong"].pk in now


def test_a_report_of_2017_has_a_district_and_one_of_2026_has_none(kept):
    assert Level.DISTRICT in levels_there_were(THEN)
    assert Level.DISTRICT not in levels_there_were(TODAY)
    assert Level.COMMUNE in levels_there_were(TODAY)


# Cấp trong một thời gian


def test_a_level_holds_for_its_days_and_then_the_kind_says_it_again(kept):
    commune = kept.units["an"]
    given = GiveLevel(
        in_body=kept.bodies["btv_an"], organisation=commune, level=Level.ABOVE_BASE,
        first_day=date(2025, 7, 1), document=PAPER,
    )  # fmt: skip
    row = kept.writes(given)
    kept.writes(
        EndLevel(in_body=kept.bodies["btv_an"], row=row, last_day=date(2026, 7, 25), document=PAPER)
    )

    assert level_on(commune, date(2026, 6, 1))[0] == Level.ABOVE_BASE
    assert level_on(commune, UNDER_208) == (Level.COMMUNE, None)
    with pytest.raises(OfficeRefused, match="đã được xác định cấp"):
        kept.writes(given)
    assert list(register.faults()) == []


def test_only_the_line_over_an_organisation_says_its_level(kept):
    below = GiveLevel(
        in_body=kept.bodies["btv_an"], organisation=kept.units["tinh"], level=Level.BASE,
        first_day=date(2026, 1, 1), document=PAPER,
    )  # fmt: skip

    with pytest.raises(OfficeRefused, match="không phải cấp ủy"):
        kept.writes(below)
    assert not OrganisationLevel.objects.exists()


# Nhiệm kỳ


def test_a_term_is_opened_approved_once_and_ended(kept):
    Term.objects.filter(body=kept.bodies["chi_bo_doai"]).update(last_day=date(2025, 7, 31))

    term = kept.writes(kept.term(seats=3))
    about = {"in_body": kept.bodies["btv_an"], "term": term, "document": "QĐ chuẩn y (mẫu)"}
    (late,) = warnings.of_term(term, date(2025, 9, 30))
    assert "hạn báo cáo kết quả bầu là 12/08/2025" in late.words
    assert list(warnings.of_term(term, date(2025, 8, 12))) == []
    approve = ApproveTerm(approved_on=date(2025, 8, 20), **about)
    kept.writes(approve)
    assert list(warnings.of_term(Term.objects.get(pk=term.pk), date(2025, 9, 30))) == []

    mandate = Mandate.objects.get(term=term)
    assert (mandate.way, mandate.seats, mandate.approved_on) == ("bau", 3, date(2025, 8, 20))
    with pytest.raises(OfficeRefused, match="không chờ chuẩn y"):
        kept.writes(approve)
    (waits,) = warnings.of_term(term, date(2025, 8, 23), follows=True)
    assert "hạn là 22/08/2025" in waits.words
    assert "294-QĐ/TW" in waits.citation
    with pytest.raises(OfficeRefused, match="từ ngày đầu nhiệm kỳ"):
        kept.writes(TakeOverTerm(taken_on=date(2025, 7, 31), **about))
    over = TakeOverTerm(taken_on=date(2025, 8, 12), **about)
    kept.writes(over)
    assert list(warnings.of_term(Term.objects.get(pk=term.pk), TODAY, follows=True)) == []
    with pytest.raises(OfficeRefused, match="đã ghi"):
        kept.writes(over)
    kept.writes(EndTerm(last_day=TODAY, **about))
    assert Term.objects.get(pk=term.pk).last_day == TODAY
    assert list(register.faults()) == []


@pytest.mark.parametrize(
    ("said", "because"),
    [
        ({"document": " "}, "Chưa ghi văn bản"),
        ({"last_day": date(2025, 7, 1)}, "Ngày cuối trước ngày đầu"),
        ({"first_day": date(2018, 1, 1)}, "đang có nhiệm kỳ"),
        ({"name": ""}, "Chưa ghi tên nhiệm kỳ"),
        ({"approved_on": date(2025, 8, 9)}, "Chưa ghi văn bản chuẩn y"),
    ],
)
def test_a_term_that_cannot_be_is_refused(kept, said, because):
    with pytest.raises(OfficeRefused, match=because):
        kept.writes(kept.term(**said))
    assert not Mandate.objects.exists()


def test_who_joined_later_is_not_on_the_voting_list_of_an_earlier_meeting(kept):
    committee = kept.bodies["ubkt_an"]
    joins = GivePost(
        person=kept.province.people["thu"], in_body=committee, position="uy_vien",
        first_day=date(2026, 8, 10), document=PAPER,
    )  # fmt: skip
    kept.writes(joins, by=kept.province.people["chu"])

    assert joins.person not in people_of(committee, date(2026, 8, 9))
    assert joins.person in people_of(committee, date(2026, 8, 10))


# Số lượng: cảnh báo, không chặn


def said_of(body, day):
    body = Body.objects.select_related("organisation").get(pk=body.pk)
    return [one.words for one in warnings.of_body(body, list(body.posts.all()), day)]


def test_a_committee_outside_its_size_is_told_of_and_not_stopped(kept):
    committee = kept.bodies["ubkt_an"]
    assert said_of(committee, UNDER_294) == []

    for name in ("btv1", "btv2", "btv3"):
        joins = GivePost(
            person=kept.province.people[name], in_body=committee, position="uy_vien",
            first_day=date(2026, 3, 1), document=PAPER,
        )  # fmt: skip
        kept.writes(joins, by=kept.province.people["chu"])

    assert said_of(committee, UNDER_294) == ["Có 8 ủy viên; hướng dẫn: 3–7."]
    (later,) = warnings.of_body(committee, list(committee.posts.all()), UNDER_208)
    assert not later.sure


@pytest.mark.parametrize(
    ("day", "seats", "told", "sure"),
    [
        (date(2023, 5, 4), 11, [], []),
        (date(2023, 5, 4), 12, ["Có 12 ủy viên; hướng dẫn: 9–11."], [False]),
        (date(2025, 6, 2), 12, [], []),
        (date(2025, 6, 2), 10, ["Có 10 ủy viên; hướng dẫn: 11–13."], [True]),
    ],
)
def test_a_provincial_committee_has_the_size_of_its_day(day, seats, told, sure):
    body = Body(kind="ubkt", organisation=Organisation(kind="tinh", place="Mẫu Giang"))
    posts = [Post(position="pho_chu_nhiem")] * 3 + [Post(position="uy_vien")] * (seats - 3)

    said = list(warnings.of_body(body, posts, day))

    assert [one.words for one in said if one.rule == "ubkt.size.province"] == told
    assert [one.sure for one in said if one.rule == "ubkt.size.province"] == sure


@pytest.mark.parametrize(
    ("official", "seats", "told"),
    [
        (2, 1, ["Có 2 đảng viên chính thức, ít hơn 3."]),
        (3, 1, []),
        (8, 1, []),
        (9, 1, ["Đủ 9 đảng viên chính thức để bầu chi ủy, chỉ ghi bí thư."]),
        (9, 3, []),
        (30, 8, ["Chi ủy có 8 người, nhiều hơn 7."]),
    ],
)
def test_a_cell_outside_its_size_is_told_of(official, seats, told):
    posts = [Post(position="bi_thu"), *(Post(position="uy_vien") for _ in range(seats - 1))]

    assert [one.words for one in warnings.of_cell(official, posts, UNDER_294)] == told


def test_an_ended_organisation_keeps_its_place_and_its_heirs(kept):
    ended = kept.units["thuong"]

    assert ended.last_day == date(2025, 6, 30)
    assert [one.successor for one in ended.successions.all()] == [kept.units["an"]]
    assert Organisation.objects.filter(pk=ended.pk, placements__parent=kept.units["huyen"]).exists()


def test_the_same_post_ends_once(kept):
    post = Post.objects.get(person=kept.province.people["xuong1"], body=kept.bodies["dang_uy_hoa"])
    end = EndPost(post=post, last_day=date(2026, 6, 30), document=PAPER)
    kept.writes(end, by=kept.province.people["hoa_bt"])

    with pytest.raises(OfficeRefused, match="Đã thôi"):
        kept.writes(end, by=kept.province.people["hoa_bt"])
