"""Walls around the register: a post ends once, nothing is removed, an edited entry is found."""

from datetime import date

import psycopg2
import pytest

from cases.verification import verify
from proof.grants import ADDING, privileges
from registry.models import (
    AreaAssignment,
    Delegation,
    Kinship,
    PaperOnly,
    Post,
    Register,
    RegisterEntry,
)
from tests.proof.test_walls import refused_to_app
from tests.registry.test_offices import PAPER, Commune, EndPost, day

TABLES = ("post", "delegation", "areaassignment", "kinship", "paperonly", "registerentry")


def test_the_rights_of_app_follow_from_the_walls():
    assert privileges(Post) == (
        f'{ADDING}, UPDATE ("last_day", "approved_on", "approval_document")'
    )
    assert privileges(Delegation) == privileges(AreaAssignment) == f'{ADDING}, UPDATE ("last_day")'
    assert privileges(PaperOnly) == f'{ADDING}, UPDATE ("last_day")'
    assert privileges(RegisterEntry) == ADDING
    assert privileges(Kinship) == f'{ADDING}, UPDATE ("relation")'


@pytest.mark.django_db
@pytest.mark.parametrize("table", TABLES)
def test_app_removes_nothing_from_the_register(table):
    assert refused_to_app(f"DELETE FROM registry_{table}")
    assert refused_to_app(f"TRUNCATE registry_{table}")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "change", ["person_id = 1", "position = 'chu_nhiem'", "first_day = '2020-01-01'"]
)
def test_app_makes_no_other_post_of_a_post(change):
    assert refused_to_app(f"UPDATE registry_post SET {change}")


@pytest.fixture
def commune(transactional_db):
    return Commune()


def say(connection, statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE registry_post SET last_day = NULL WHERE id = {post}",
        "UPDATE registry_post SET last_day = '2027-01-01' WHERE id = {post}",
        "UPDATE registry_post SET position = 'chu_nhiem' WHERE id = {post}",
        "DELETE FROM registry_post WHERE id = {post}",
        "UPDATE registry_delegation SET to_id = to_id + 1",
        "UPDATE registry_registerentry SET content = '{{}}'",
        "UPDATE registry_register SET length = length + 2",
    ],
)
def test_the_owner_meets_the_second_wall(commune, owner_connection, change):
    post = commune.gives("thon2a")
    commune.record(EndPost(post=post, last_day=day(9), document=PAPER), by="chunhiem")
    commune.delegates("chunhiem", "uyvien")

    with pytest.raises(psycopg2.IntegrityError):
        say(owner_connection, change.format(post=post.pk))

    assert Post.objects.get(pk=post.pk).last_day == day(9)
    assert verify().faults == ()


def test_an_approval_is_filled_once(commune, owner_connection):
    post = commune.gives("thon2a", awaits_approval=True)
    Post.objects.filter(pk=post.pk).update(approved_on=day(1), approval_document=PAPER)

    with pytest.raises(psycopg2.IntegrityError, match="không cho sửa dòng đã ghi"):
        say(owner_connection, "UPDATE registry_post SET approval_document = 'khác'")

    assert Post.objects.get(pk=post.pk).approved_on == date(2026, 11, 21)


@pytest.mark.parametrize(
    ("tampering", "found"),
    [
        (
            "UPDATE registry_registerentry SET content = replace(content, 'mẫu', 'giả') WHERE sequence = 1",
            "bản ghi 1: nội dung không khớp mã băm",
        ),
        (
            "UPDATE registry_registerentry SET by_id = {other} WHERE sequence = 1",
            "bản ghi 1: cột “by” khác với nội dung đã băm",
        ),
        ("DELETE FROM registry_registerentry WHERE sequence = 1", "phải là bản ghi 1"),
        ("DELETE FROM registry_registerentry WHERE sequence = 2", "thiếu phần cuối"),
        (
            "UPDATE registry_post SET position = 'uy_vien' WHERE id = {post}",
            "bản ghi 1: chức vụ, phân công khác với nhật ký danh bạ",
        ),
    ],
)
def test_what_the_owner_tampers_with_is_found(commune, owner_connection, tampering, found):
    post = commune.gives("thon2a")
    commune.delegates("chunhiem", "uyvien")
    numbers = {"post": post.pk, "other": commune.who("canbo").pk}

    for table in ("post", "registerentry"):
        say(owner_connection, f"ALTER TABLE registry_{table} DISABLE TRIGGER USER")
    say(owner_connection, tampering.format(**numbers))

    (fault,) = verify().faults
    assert str(fault).startswith("danh bạ Đảng ủy xã Thử Đông")
    assert found in str(fault)
    assert Register.objects.get().length == 2
