"""`access explain`: why somebody may open a file, told without a word of what it holds."""

from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from tests.cases.supervision import TODAY, Supervision, ago, lay_province


@pytest.fixture
def supervision(db, settings) -> Supervision:
    settings.STANDS_ON = TODAY
    return Supervision(lay_province()).goes_to("decide")


def explain(supervision: Supervision, short: str, *more: str) -> str:
    person, out = supervision.who(short), StringIO()
    person.account = User.objects.create_user(short)
    person.save()
    call_command("access", "explain", short, supervision.case.reference, *more, stdout=out)
    return out.getvalue()


def test_a_chair_reads_everything_by_office(supervision):
    told = explain(supervision, "chunhiem")

    assert "có     giữ chức vụ trong cơ quan thụ lý hồ sơ" in told
    assert "nhật ký của hồ sơ" in told


def test_a_stranger_reads_nothing(supervision):
    told = explain(supervision, "thon2a")

    assert "Không mở được hồ sơ này." in told
    assert "có   " not in told


def test_another_day_gives_another_answer(supervision):
    supervision.who("canbo").posts.update(last_day=ago(1))

    assert "Không mở được hồ sơ này." in explain(supervision, "canbo")
    assert "Không mở được hồ sơ này." in explain(
        supervision, "uyvien3", "--at", ago(9999).isoformat()
    )


def test_the_title_of_the_file_is_not_told(supervision):
    assert supervision.case.title not in explain(supervision, "chunhiem")


@pytest.mark.parametrize(
    ("user", "case", "because"),
    [("ai-do", "GS-2026-0001", "không thuộc ai"), ("canbo", "GS-2026-9999", "Không có hồ sơ")],
)
def test_a_name_or_number_that_is_not_there_is_said_so(supervision, user, case, because):
    person = supervision.who("canbo")
    person.account = User.objects.create_user("canbo")
    person.save()

    with pytest.raises(CommandError, match=because):
        call_command("access", "explain", user, case)
