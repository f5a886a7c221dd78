"""Two walls around a history: privileges that `app` lacks, and triggers for whoever has them."""

import pgtrigger
import psycopg2
import pytest
from django.db import ProgrammingError, connection, transaction
from django.utils import timezone

from proof.grants import ADDING, ANYTHING, histories_without_walls, privileges
from registry.models import Organisation, OrganisationKind, RegisterEntry

CHANGES = {
    "edit": "UPDATE registry_registerentry SET content = 'khác'",
    "remove": "DELETE FROM registry_registerentry",
    "empty": "TRUNCATE registry_registerentry",
}


@pytest.fixture
def entry():
    """One row of a history."""
    organisation = Organisation.objects.create(
        code="mau", kind=OrganisationKind.PROVINCE, name="Đảng bộ tỉnh Mẫu", first_day="2020-01-01"
    )
    return RegisterEntry.objects.create(
        organisation=organisation,
        sequence=1,
        content="{}",
        hash="0" * 64,
        recorded_at=timezone.now(),
    )


def refused_to_app(statement: str) -> bool:
    """Whether the login `app` lacks the right to `statement`, and nothing but the right."""
    with (
        pytest.raises(ProgrammingError) as refusal,
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    return isinstance(refusal.value.__cause__, psycopg2.errors.InsufficientPrivilege)


@pytest.mark.django_db
def test_the_suite_runs_as_app():
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, rolsuper FROM pg_roles WHERE rolname = current_user")

        assert cursor.fetchone() == ("app", False)


@pytest.mark.django_db
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_app_may_only_add_to_a_history(entry, change):
    assert refused_to_app(change)
    assert RegisterEntry.objects.get().content == "{}"


@pytest.mark.django_db
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_switching_the_triggers_off_gives_app_no_right(entry, change):
    with pgtrigger.ignore():
        assert refused_to_app(change)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    [
        "ALTER TABLE registry_registerentry DISABLE TRIGGER ALL",
        "ALTER TABLE registry_registerentry DISABLE TRIGGER USER",
        "DROP TABLE registry_registerentry",
        "SET session_replication_role = replica",
        "SET ROLE owner",
        "CREATE ROLE intruder",
        "CREATE TABLE registry_shadow (id int)",
        "DELETE FROM django_migrations",
    ],
)
def test_app_cannot_take_the_walls_down(statement):
    assert refused_to_app(statement)


@pytest.mark.django_db
def test_app_cannot_grant_itself_a_right(entry):
    with connection.cursor() as cursor:
        cursor.execute("GRANT UPDATE ON registry_registerentry TO app")  # PostgreSQL only warns

    assert refused_to_app(CHANGES["edit"])


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
@pytest.mark.parametrize("ignored", [[], RegisterEntry._meta.triggers], ids=["plain", "ignored"])
def test_the_owner_meets_the_second_wall(entry, owner_connection, change, ignored):
    names = ",".join(trigger.get_pgid(RegisterEntry) for trigger in ignored)

    with (
        owner_connection.cursor() as cursor,
        pytest.raises(psycopg2.IntegrityError, match="chỉ được ghi thêm"),
    ):
        cursor.execute(f"SET pgtrigger.ignore = '{{{names}}}'; {change}")

    assert RegisterEntry.objects.get().content == "{}"


def test_a_history_is_added_to_and_a_plain_table_is_edited():
    assert privileges(RegisterEntry) == ADDING
    assert privileges(Organisation) == ANYTHING
    assert histories_without_walls() == []
