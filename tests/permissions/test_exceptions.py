"""The one table of personal exceptions: what a row opens and when, and that nobody edits or removes it."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.utils import timezone
from guardian.models import GroupObjectPermission, UserObjectPermission
from guardian.shortcuts import assign_perm, remove_perm
from guardian.utils import get_user_obj_perms_model

from permissions.exceptions import OPEN, GrantKind, PersonalGrant, granted
from proof.grants import privileges
from registry.models import Organisation, Person, Post
from registry.provinces import Province, load
from tests.cases.supervision import TODAY, ago


@pytest.fixture
def province(db) -> Province:
    return load("thu_ha", code="ngoai-le")


@pytest.fixture
def reader(province) -> Person:
    person = province.people["dangvien"]
    person.account = get_user_model().objects.create_user("dangvien")
    person.save()
    return person


@pytest.fixture
def thing(province) -> Organisation:
    """What is read: any row will do, the table knows no case."""
    return province.organisations["thon1"]


@pytest.fixture
def give(province, reader, thing):
    """Write a row for `reader`, who may read `thing`."""
    giver = province.people["chunhiem"]
    of_things = ContentType.objects.get_for_model(thing)
    permission = of_things.permission_set.create(codename=OPEN, name="Được xem")

    def given(**said):
        row = {
            "user": reader.account, "person": reader, "permission": permission, "content_type": of_things,
            "object_pk": str(thing.pk), "kind": GrantKind.EXCEPTION, "reason": "Phục vụ thẩm tra.",
            "given_by": giver, "given_as": Post.objects.get(person=giver),
            "first_day": TODAY, "last_day": TODAY,
        }  # fmt: skip
        return PersonalGrant.objects.create(**{**row, **said})

    return given


def emergency(hours: float) -> dict[str, object]:
    until = timezone.now() + timedelta(hours=hours)
    return {"kind": GrantKind.EMERGENCY, "purpose": "tra_loi", "until": until}


def test_guardian_keeps_the_exceptions_in_our_table_and_in_no_other():
    assert get_user_obj_perms_model() is PersonalGrant
    for empty in (UserObjectPermission, GroupObjectPermission):
        assert privileges(empty) == "SELECT"


@pytest.mark.parametrize(
    ("first", "last", "opens"),
    [(0, 0, True), (-3, 0, True), (0, 5, True), (-3, -1, False), (1, 5, False)],
)
def test_a_row_opens_on_its_days_both_included_and_on_no_other(give, reader, first, last, opens):
    row = give(first_day=TODAY + timedelta(days=first), last_day=TODAY + timedelta(days=last))

    assert granted(reader, TODAY).contains(row) is opens


@pytest.mark.parametrize(("hours", "opens"), [(4, True), (-0.01, False)])
def test_an_emergency_opens_to_its_hour(give, reader, hours, opens):
    row = give(**emergency(hours))

    assert granted(reader, TODAY).contains(row) is opens


def test_a_row_that_was_ended_opens_nothing_from_that_moment_on(give, reader, province):
    row = give()

    row.ended_at, row.ended_by, row.ended_why = timezone.now(), row.given_by, "Xong việc."
    row.save(update_fields=["ended_at", "ended_by", "ended_why"])

    assert not granted(reader, TODAY).exists()


def test_a_row_opens_nothing_to_whoever_takes_over_the_account_nor_to_its_holder_elsewhere(
    give, reader, province
):
    give()
    account, reader.account = reader.account, None
    reader.save()
    heir = province.people["bithu"]
    heir.account = account
    heir.save()

    assert not granted(heir, TODAY).exists()
    assert not granted(reader, TODAY).exists()


class TestWhatDjangoAnswers:
    """`has_perm`, which no page asks, says the same."""

    def test_yes_in_force_no_when_over(self, give, reader, thing, settings):
        account = reader.account
        assert not account.has_perm(f"registry.{OPEN}", thing)

        give()
        assert account.has_perm(f"registry.{OPEN}", thing)
        assert not account.has_perm(
            f"registry.{OPEN}", Organisation.objects.exclude(pk=thing.pk)[0]
        )
        assert not account.has_perm("registry.change_organisation", thing)

        settings.STANDS_ON = TODAY + timedelta(days=1)
        assert not account.has_perm(f"registry.{OPEN}", thing)


class TestTheWalls:
    """The login of the site adds rows and ends them, once."""

    @pytest.mark.parametrize(
        "change",
        [
            "UPDATE permissions_personalgrant SET last_day = '2030-01-01'",
            "UPDATE permissions_personalgrant SET reason = 'khác'",
            "DELETE FROM permissions_personalgrant",
            "TRUNCATE permissions_personalgrant",
        ],
    )
    def test_nothing_else_of_a_row_is_changed(self, give, change):
        give()

        with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(change)

    def test_an_ended_row_is_not_taken_up_again_nor_ended_anew(self, give, province):
        give(ended_at=timezone.now(), ended_by=province.people["chunhiem"], ended_why="Xong.")

        for again in ({"ended_at": None, "ended_by": None}, {"ended_at": timezone.now()}):
            with pytest.raises(IntegrityError), transaction.atomic():
                PersonalGrant.objects.update(**again)

    @pytest.mark.parametrize(
        "wrong",
        [
            {"reason": ""},
            {"last_day": ago(1)},
            {"kind": GrantKind.EMERGENCY},
            {"purpose": "tra_loi"},
            {"ended_at": timezone.now()},
        ],
    )
    def test_a_row_without_reason_order_or_hour_is_refused(self, give, wrong):
        with pytest.raises(IntegrityError), transaction.atomic():
            give(**wrong)

    def test_what_guardian_offers_to_give_or_take_goes_round_nothing(self, give, reader, thing):
        row = give()
        with pytest.raises(ProgrammingError), transaction.atomic():
            remove_perm(OPEN, reader.account, thing)
        with pytest.raises(IntegrityError), transaction.atomic():
            assign_perm(OPEN, get_user_model().objects.create_user("ai-do"), thing)
        with pytest.raises(ProgrammingError), transaction.atomic():
            assign_perm(OPEN, Group.objects.create(name="Một nhóm"), thing)

        assert PersonalGrant.objects.get() == row
