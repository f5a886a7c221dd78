"""The register of offices: who may change it, what stands in the way, and what is written down."""

import json
from datetime import date, timedelta

import pytest

from cases.verification import verify
from law import Reason
from registry import offices, register
from registry.acting import AssignArea, CallBack, DeclareKin, Delegate, EndArea, Substitute
from registry.deeds import ApprovePost, EndPost, GivePost
from registry.keeping import OfficeRefused
from registry.models import (
    AreaAssignment,
    Delegation,
    Kinship,
    Position,
    Post,
    Register,
    RegisterEntry,
    held_by,
    on,
)
from registry.provinces import load

TODAY = date(2026, 11, 20)
PAPER = "QĐ của Đảng ủy (mẫu)"


def day(n):
    return TODAY + timedelta(days=n)


class Commune:
    """The commune Thử Đông, whose people write down the changes of its offices."""

    def __init__(self):
        self.province = load("thu_ha", code="p")
        self.ubkt = self.province.bodies["ubkt"]
        self.cell = self.province.bodies["chi_bo_thon2"]

    def who(self, name):
        return self.province.people[name]

    def post(self, name):
        return Post.objects.get(person=self.who(name))

    def record(self, deed, *, by):
        return offices.record(deed, by=self.who(by), today=TODAY)

    def gives(self, name, position=Position.OFFICER, *, by="vanthu", **other):
        said = {"in_body": self.ubkt, "first_day": TODAY, "document": PAPER} | other
        return self.record(GivePost(person=self.who(name), position=position, **said), by=by)

    def delegates(self, name, to, *, by=None, **other):
        said = {"first_day": TODAY, "last_day": day(9), "document": PAPER} | other
        deed = Delegate(post=self.post(name), to=self.who(to), **said)
        return self.record(deed, by=by or name)

    def substitutes(self, name, to, *, by, **other):
        said = {"first_day": TODAY, "document": PAPER} | other
        return self.record(Substitute(post=self.post(name), to=self.who(to), **said), by=by)

    def assigns(self, name, place, *, by="chunhiem", **other):
        said = {"in_body": self.ubkt, "first_day": TODAY, "document": PAPER} | other
        unit = self.province.organisations[place]
        return self.record(AssignArea(person=self.who(name), unit=unit, **said), by=by)


@pytest.fixture
def commune(db):
    return Commune()


class refused:  # noqa: N801 - reads as a sentence
    """The door refuses with these reasons among others, and writes nothing."""

    def __init__(self, *texts, alone=False):
        self.texts, self.alone = texts, alone

    def __enter__(self):
        self.before = RegisterEntry.objects.count()

    def __exit__(self, kind, refusal, _trace):
        assert kind is OfficeRefused, refusal
        said = [reason.text for reason in refusal.reasons]
        for text in self.texts:
            assert any(text in one for one in said), said
        assert not self.alone or len(said) == len(self.texts), said
        assert all(isinstance(one, Reason) and one.remedy for one in refusal.reasons)
        assert RegisterEntry.objects.count() == self.before
        return True


# Given, approved, ended


def test_a_given_post_is_held_from_its_day_and_told_in_the_chain(commune):
    post = commune.gives("thon2a", first_day=day(3))

    assert not Post.objects.filter(held_by(commune.who("thon2a"), day(2))).exists()
    assert Post.objects.get(held_by(commune.who("thon2a"), day(3))) == post
    entry = RegisterEntry.objects.get()
    said = json.loads(entry.content)
    assert (entry.deed, entry.person, entry.by) == (
        "nhan_chuc_vu", commune.who("thon2a"), commune.who("vanthu"),
    )  # fmt: skip
    assert said["post"] == commune.post("vanthu").pk
    assert said["document"] == PAPER
    assert said["before"] is None
    assert said["after"] == json.loads(json.dumps(register.told(post), default=str))


def test_one_person_may_hold_several_posts_at_once(commune):
    commune.gives("canbo", Position.MEMBER)

    held = Post.objects.filter(on(TODAY), person=commune.who("canbo"))
    assert {post.position for post in held} == {"kiem_tra_vien", "uy_vien"}


@pytest.mark.parametrize("by", ["canbo", "uyvien", "giamsat", "bithuxa", "thon2a"])
def test_only_keepers_of_the_body_write_its_offices(commune, by):
    with refused("được ghi thay đổi này", alone=True):
        commune.gives("thon2b", by=by)


@pytest.mark.parametrize("by", ["chunhiem", "phochunhiem", "vanthu"])
def test_chair_deputy_and_clerk_write_them(commune, by):
    assert commune.gives("thon2b", by=by).person == commune.who("thon2b")


def test_nobody_gives_himself_a_post(commune):
    with refused("Không ai tự ghi chức vụ cho mình", alone=True):
        commune.gives("vanthu", Position.MEMBER)


def test_everything_wrong_is_said_at_once(commune):
    with refused(
        "Chưa ghi văn bản", "được ghi thay đổi này", "Ngày cuối trước ngày đầu",
        "trước khi cơ quan bắt đầu", "không có chức vụ này",
    ):  # fmt: skip
        commune.gives(
            "thon2a", Position.SECRETARY, by="canbo", document=" ",
            first_day=date(2025, 6, 30), last_day=date(2025, 6, 1),
        )  # fmt: skip


def test_a_post_is_not_given_twice_nor_a_single_one_to_two(commune):
    with refused("đã giữ chức vụ này trong những ngày đó", alone=True):
        commune.gives("canbo")
    with refused("Vũ Thị Mẫu Chủ đang giữ chức vụ này", alone=True):
        commune.gives("uyvien", Position.CHAIR)


def test_whoever_awaits_approval_is_approved_once_on_a_document(commune):
    post = commune.gives("uyvien3", Position.VICE_CHAIR, first_day=day(-10), awaits_approval=True)
    approving = ApprovePost(post=post, approved_on=day(-1), document="QĐ chuẩn y (mẫu)")

    with refused("Không ai tự ghi việc chuẩn y của mình", alone=True):
        commune.record(approving, by="uyvien3")
    commune.record(approving, by="vanthu")

    post.refresh_from_db()
    assert post.awaits_approval
    assert (post.approved_on, post.approval_document) == (day(-1), "QĐ chuẩn y (mẫu)")
    with refused("không còn chờ chuẩn y", alone=True):
        commune.record(approving, by="chunhiem")


@pytest.mark.parametrize(("n", "why"), [(1, "chưa đến"), (-11, "ngoài thời gian giữ chức vụ")])
def test_an_approval_lies_in_the_post_and_in_the_past(commune, n, why):
    post = commune.gives("uyvien3", Position.VICE_CHAIR, first_day=day(-10), awaits_approval=True)

    with refused(why):
        commune.record(ApprovePost(post=post, approved_on=day(n), document=PAPER), by="vanthu")


def test_a_post_ends_at_midnight_after_its_last_day_and_only_sooner(commune):
    post = commune.post("canbo")
    commune.record(EndPost(post=post, last_day=day(5), document=PAPER), by="chunhiem")

    with refused("chỉ ghi được ngày sớm hơn", alone=True):
        commune.record(EndPost(post=post, last_day=day(6), document=PAPER), by="chunhiem")
    commune.record(EndPost(post=post, last_day=TODAY, document=PAPER), by="chunhiem")

    person = commune.who("canbo")
    assert Post.objects.filter(held_by(person, TODAY)).exists()
    assert not Post.objects.filter(held_by(person, day(1))).exists()


def test_a_post_that_is_over_is_not_ended_again(commune):
    post = commune.post("canbo")
    commune.record(EndPost(post=post, last_day=day(-1), document=PAPER), by="chunhiem")

    with refused("Đã thôi từ sau ngày 19/11/2026", alone=True):
        commune.record(EndPost(post=post, last_day=day(-5), document=PAPER), by="chunhiem")


def test_no_post_ends_before_it_began(commune):
    with refused("trước ngày bắt đầu", alone=True):
        ending = EndPost(post=commune.post("canbo"), last_day=date(2025, 6, 1), document=PAPER)
        commune.record(ending, by="chunhiem")


# Acting for another


def test_a_holder_lends_the_own_post_for_named_days(commune):
    lent = commune.delegates("chunhiem", "uyvien", last_day=day(2))

    acting = [Post.objects.filter(held_by(commune.who("uyvien"), day(n))).count() for n in (2, 3)]
    assert acting == [2, 1]
    assert lent.kind == "uy_quyen"


def test_a_delegation_says_all_that_is_wrong_with_it(commune):
    with refused(
        "Chỉ người giữ chức vụ",
        "phải có ngày cuối",
        "Không ghi lùi ngày",
        "không thuộc",
        alone=True,
    ):
        commune.delegates("chunhiem", "thon2a", by="vanthu", first_day=day(-1), last_day=None)
    with refused("đã giữ chính chức vụ này", alone=True):
        commune.delegates("chunhiem", "chunhiem")
    with refused("đã giữ chính chức vụ này", alone=True):
        commune.delegates("uyvien", "uyvien2")


def test_a_delegation_does_not_outlast_the_post(commune):
    with refused("Quá ngày cuối của chức vụ (31/12/2027)", alone=True):
        commune.delegates("bithu2", "phobithu2", last_day=date(2028, 1, 1))


def test_two_do_not_act_in_one_post_on_the_same_day(commune):
    commune.delegates("chunhiem", "uyvien", last_day=day(5))

    with refused("Phạm Thị Mẫu Ủy đã làm thay chức vụ này", alone=True):
        commune.substitutes("chunhiem", "uyvien2", by="vanthu", first_day=day(5))
    commune.substitutes("chunhiem", "uyvien2", by="vanthu", first_day=day(6))


def test_whoever_acts_for_the_chair_does_not_lend_the_post_on(commune):
    commune.delegates("chunhiem", "uyvien", last_day=day(5))

    with refused("Chỉ người giữ chức vụ"):
        commune.delegates("chunhiem", "uyvien2", by="uyvien", first_day=day(6), last_day=day(7))


def test_a_body_names_a_substitute_and_nobody_names_himself(commune):
    with refused("Không ai tự phân công mình", alone=True):
        commune.substitutes("chunhiem", "phochunhiem", by="phochunhiem")

    lent = commune.substitutes("chunhiem", "phochunhiem", by="vanthu")
    assert (lent.kind, lent.last_day) == ("phu_trach", None)


def test_a_member_of_a_cell_may_act_for_its_secretary(commune):
    assert commune.delegates("bithu2", "thon2a").to == commune.who("thon2a")


@pytest.mark.parametrize("by", ["chunhiem", "uyvien", "vanthu"])
def test_giver_receiver_and_keepers_end_a_delegation_but_not_its_past(commune, by):
    lent = commune.delegates("chunhiem", "uyvien", last_day=day(9))
    ending = CallBack(lent=lent, last_day=TODAY, document=PAPER)

    with refused("được ghi thay đổi này", alone=True):
        commune.record(ending, by="canbo")
    commune.record(ending, by=by)

    assert Delegation.objects.get().last_day == TODAY
    with refused("trước ngày bắt đầu", alone=True):
        commune.record(CallBack(lent=lent, last_day=day(-3), document=PAPER), by=by)


# Areas and kin


def test_an_officer_follows_a_unit_below_the_body(commune):
    area = commune.assigns("canbo", "thon2")

    assert AreaAssignment.objects.get(on(TODAY), person=commune.who("canbo")) == area
    with refused("đã được phân công địa bàn này", alone=True):
        commune.assigns("canbo", "thon2", by="vanthu")
    commune.record(EndArea(area=area, last_day=day(1), document=PAPER), by="vanthu")
    commune.assigns("canbo", "thon2", first_day=day(2))


def test_an_area_lies_below_and_its_follower_is_no_clerk(commune):
    with refused("không trực thuộc", "không giữ chức vụ theo dõi địa bàn", alone=True):
        commune.assigns("vanthu", "tinh")
    with refused("Không ai tự phân công địa bàn", alone=True):
        commune.assigns("chunhiem", "thon2")


def kin(commune, relation="em ruột", by="canbo", relative="thon2a"):
    deed = DeclareKin(
        person=commune.who("canbo"), in_body=commune.ubkt, relative=commune.who(relative),
        relation=relation, document="Bản kê khai (mẫu)",
    )  # fmt: skip
    return commune.record(deed, by=by)


def test_kin_is_declared_once_for_both_and_its_word_stays_out_of_the_chain(commune):
    with refused("được ghi thay đổi này", alone=True):
        kin(commune, by="uyvien")
    with refused("Chưa ghi quan hệ", "phải khác nhau", alone=True):
        kin(commune, " ", relative="canbo")

    kin(commune)

    assert Kinship.objects.get().relation == "em ruột"
    assert "em ruột" not in RegisterEntry.objects.get().content
    with refused("đã được kê khai", alone=True):
        kin(commune, by="vanthu")


# The chain


def test_the_register_is_verified_with_everything_else(commune):
    post = commune.gives("uyvien3", Position.VICE_CHAIR, first_day=day(-10), awaits_approval=True)
    commune.record(ApprovePost(post=post, approved_on=TODAY, document=PAPER), by="vanthu")
    commune.delegates("bithu2", "phobithu2")

    assert verify().faults == ()
    assert sorted(Register.objects.values_list("length", flat=True)) == [1, 2]


def test_a_row_changed_behind_the_door_is_found(commune):
    post = commune.gives("thon2a", first_day=day(-10))
    Post.objects.filter(pk=post.pk).update(last_day=day(-1))

    (fault,) = verify().faults

    assert "danh bạ Đảng ủy xã Thử Đông" in str(fault)
    assert "khác với nhật ký danh bạ" in fault.what
