"""The second wall: what the database itself shows, whatever the query forgot to ask."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.contrib.auth import get_user_model
from django.db import DataError, ProgrammingError, connection, transaction
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from cases import exceptions, readers, second_wall
from cases.models import Case, StepRecord, Subject
from cases.second_wall import WALLED
from config import accounts
from config.logins import APP, OWNER
from desk.middleware import as_whoever_asks
from desk.views import person_of
from documents.kinds.for_subject import ADDRESSED, CONCLUSIONS, MINUTES
from documents.models import Paper, Print
from permissions.vault.models import Envelope, SealedIdentity
from proof import reader
from proof.reader import become
from registry.models import Delegation, Person, Post
from registry.provinces import load
from tests import databases
from tests.cases import walls
from tests.cases.meetings import Discipline
from tests.cases.supervision import TODAY, ago
from tests.desk.world import lay_sample_data
from tests.permissions.keepers import Keepers


@pytest.fixture
def discipline(db) -> Discipline:
    return Discipline()


@pytest.fixture(scope="module")
def told(django_db_setup, django_db_blocker):
    """The sample data as the demo shows it: eight matters, in every state, with printed papers."""
    with django_db_blocker.unblock():
        databases.begin_with(lay_sample_data)
        yield
        databases.renew_copy()


#: Of the discipline's province: whom it is about, leaders, a plain member, a clerk, and strangers to it.
SOME = ("thu", "xuong1", "xuong3", "hoa_bt", "hoa1", "chu", "van", "btv1", "doai1")


def both_agree(discipline: Discipline, *days: date) -> None:
    """Both walls show the same to each of SOME on each of the days."""
    walls.agree(days, *(discipline.who(short) for short in SOME))


def seen_by(person: Person, model=Case) -> set[int]:
    with reader.as_person(person.pk, TODAY):
        return set(model.objects.values_list("pk", flat=True))


#: What a sample site begins with is laid, not done: the tree, its bodies and people, grades of earlier years.
LAID = {
    f"registry_{table}"
    for table in (
        "organisation", "placement", "succession", "body", "term", "mandate", "membership", "post", "votingstatus",
        "gradeimport",
    )
}  # fmt: skip


def test_no_row_of_the_sample_data_is_without_its_entry(told, db):
    assert accounts.unaccounted().keys() <= LAID


class TestBothWallsShowTheSame:
    def test_to_whoever_signs_in_or_is_concerned_in_the_sample_data_today_and_earlier(
        self, told, db
    ):
        concerned = Subject.objects.values("person")
        people = Person.objects.filter(Q(account__isnull=False) | Q(pk__in=concerned))
        found = walls.agree([TODAY, ago(40)], *people)

        assert all(found[table] for table in WALLED[:4])

    def test_before_and_after_the_member_concerned_was_told(self, discipline):
        subject = discipline.who("thu")
        meeting = discipline.meeting()
        discipline.lists(meeting)
        discipline.invites(meeting)
        both_agree(discipline, TODAY)
        assert discipline.case.pk not in seen_by(subject)

        discipline.is_told()

        both_agree(discipline, TODAY)
        assert discipline.case.pk in seen_by(subject)
        assert not StepRecord.objects.filter(
            pk__in=seen_by(subject, StepRecord), case=discipline.case
        )

    def test_while_an_exception_lasts_and_when_it_is_over(self, discipline):
        guest = discipline.who("doai1")
        guest.account = get_user_model().objects.create_user("doai1")
        guest.save()
        exceptions.give(
            discipline.case, by=discipline.who("chu"), to=guest, reason="Phục vụ thẩm tra.", first_day=TODAY,
            last_day=TODAY + timedelta(days=3), today=TODAY,
        )  # fmt: skip

        both_agree(discipline, TODAY, TODAY + timedelta(days=4))
        with reader.as_person(guest.pk, TODAY + timedelta(days=3)):
            assert Case.objects.get() == discipline.case
        assert seen_by(guest) == {discipline.case.pk}

        grant = exceptions.exceptions_on(discipline.case).get()
        exceptions.end(grant, discipline.case, by=discipline.who("chu"), why="Xong.", today=TODAY)

        assert seen_by(guest) == set()

    def test_to_a_leader_until_the_last_day_of_the_post(self, discipline):
        leader = discipline.who("hoa_bt")
        assert discipline.case.pk in seen_by(leader)

        Post.objects.filter(person=leader).update(last_day=ago(1))

        both_agree(discipline, ago(1), TODAY)
        with reader.as_person(leader.pk, ago(1)):
            assert Case.objects.filter(pk=discipline.case.pk).exists()
        assert discipline.case.pk not in seen_by(leader)

    def test_of_envelopes_and_nobody_sees_what_is_sealed(self, db, settings, tmp_path):
        settings.IDENTITY_VAULT, settings.IDENTITY_VAULT_KEYS = True, str(tmp_path / "keys")
        keepers = Keepers(load("thu_ha", code="phongbi"))
        envelope = keepers.sealed()
        lent = Post.objects.get(person=keepers.person("vanthu"), body=keepers.body)
        Delegation.objects.create(
            post=lent, to=keepers.person("canbo"), kind="uy_quyen", document="Mẫu", first_day=TODAY
        )

        people = map(keepers.person, ("vanthu", "canbo", "chunhiem", "giamsat", "bithu"))
        found = walls.agree([TODAY], *people)

        assert found["permissions_envelopeentry"] == envelope.entries.count()
        assert envelope.pk in seen_by(keepers.person("vanthu"), Envelope)
        assert envelope.pk not in seen_by(keepers.person("canbo"), Envelope)
        assert SealedIdentity.objects.get().envelope == envelope


def test_without_the_setting_nothing_is_shown_and_nothing_written(discipline):
    with transaction.atomic():
        assert walls.without_the_setting() == {table: set() for table in WALLED}
    with (
        pytest.raises(ProgrammingError, match="row-level security"),
        transaction.atomic(),
        reader.as_nobody(),
    ):
        Case.objects.create(
            reference="GS-1", procedure="P1.CD", title="Mẫu", body=discipline.case.body,
            stage="x", opened_on=TODAY, moved_on=TODAY,
        )  # fmt: skip


def test_laid_once_more_it_is_the_same_wall(told):
    with databases.connect(OWNER, databases.current()) as owner, owner.cursor() as cursor:
        before = _rules(cursor)
        for statement in second_wall.statements('"app"'):
            cursor.execute(statement)

        assert _rules(cursor) == before
    assert len(before) == len(WALLED) * 4


def _rules(cursor) -> list[tuple[str, ...]]:
    cursor.execute(
        "SELECT tablename, policyname, cmd, qual, with_check FROM pg_policies ORDER BY 1, 2"
    )
    return cursor.fetchall()


def test_somebody_with_psql_as_app_sees_no_row_of_the_sample_data(told, db):
    found = {}
    with databases.connect(APP, databases.current()) as plain, plain.cursor() as cursor:
        for table in WALLED:
            cursor.execute(f"SELECT count(*) FROM {table}")
            found[table] = cursor.fetchone()[0]

    assert found == dict.fromkeys(WALLED, 0)
    assert Case.objects.exists()
    assert Paper.objects.exists()
    assert Print.objects.exists()


class TestWhoAsks:
    def test_a_rollback_brings_back_no_earlier_reader(self, discipline):
        leader, stranger = discipline.who("hoa_bt"), discipline.who("doai1")
        with reader.as_person(leader.pk, TODAY):
            assert Case.objects.filter(pk=discipline.case.pk).exists()
            with transaction.atomic(), reader.as_person(stranger.pk, TODAY):
                assert not Case.objects.exists()
                transaction.set_rollback(True)
            assert Case.objects.filter(pk=discipline.case.pk).exists()
        with reader.as_person(stranger.pk, TODAY):
            assert not Case.objects.exists()

    def test_after_an_error_the_next_statement_says_it_anew(self, discipline):
        with reader.as_person(discipline.who("doai1").pk, TODAY):
            with pytest.raises(DataError), transaction.atomic():
                connection.cursor().execute("SELECT 1 / 0")
            assert not Case.objects.exists()

    def test_rows_read_in_pieces_are_read_for_whoever_began(self, discipline):
        other = discipline.open(
            "P5.CB", "chi_bo_xuong", "xuong1", subjects=[discipline.who("xuong4")],
            route="tu_phat_hien", theme="việc mẫu", violation="Việc mẫu.",
        )  # fmt: skip
        files = [discipline.case.pk, other.pk]
        asked = Case.objects.filter(pk__in=files).order_by("pk").values_list("pk", flat=True)
        with reader.as_person(discipline.who("doai1").pk, TODAY):
            pieces = asked.iterator(chunk_size=1)
            first = next(pieces, None)
        with reader.as_the_system():
            began = asked.iterator(chunk_size=1)
            found = [next(began)]
        with reader.as_nobody():
            assert not Case.objects.exists()
            found += began

        assert first is None
        assert found == files

    def test_many_rows_at_once_are_written_by_the_system_alone(self, discipline):
        statement = "UPDATE cases_case SET title = %s WHERE id = %s"
        with reader.as_person(discipline.who("hoa_bt").pk, TODAY), connection.cursor() as cursor:
            cursor.executemany(statement, [("Tên khác", discipline.case.pk)])

        discipline.case.refresh_from_db()
        assert discipline.case.title != "Tên khác"

    def test_what_was_asked_is_told_without_what_was_said_before_it(self, discipline):
        with CaptureQueriesContext(connection) as captured:
            Case.objects.exists()

        assert [query["sql"].split()[0] for query in captured] == ["SELECT"]


def forgetful(request: HttpRequest) -> HttpResponse:
    """A page whose author forgot to ask who may see what."""
    if request.path == "/ai-do/":
        person_of(request)
    return HttpResponse(" ".join(Case.objects.values_list("reference", flat=True)))


class TestARequest:
    @pytest.fixture
    def answer(self, discipline):
        """What the forgetful page says to somebody of the province."""

        def answered(short: str, path: str = "/ai-do/") -> list[str]:
            request = RequestFactory().get(path)
            request.user = SimpleNamespace(person=discipline.who(short))
            return as_whoever_asks(forgetful)(request).content.decode().split()

        return answered

    def test_shows_nothing_of_another_commune_though_the_page_forgot_to_ask(
        self, answer, discipline
    ):
        assert answer("hoa_bt") == [discipline.case.reference]
        assert answer("doai1") == []

    def test_shows_nothing_at_all_before_it_is_known_who_asks(self, answer):
        assert answer("hoa_bt", path="/chua-ro/") == []

    def test_leaves_nothing_of_its_reader_to_the_next(self, answer, discipline):
        answer("hoa_bt")

        assert answer("doai1", path="/chua-ro/") == []
        assert reader.current() == reader.SYSTEM
        become(discipline.who("doai1").pk, TODAY)  # outside of a request nobody becomes anybody
        assert Case.objects.exists()

    def test_that_fails_leaves_nothing_either(self, discipline):
        def failing(request):
            become(discipline.who("hoa_bt").pk, TODAY)
            raise ValueError("half way")

        with pytest.raises(ValueError, match="half way"):
            as_whoever_asks(failing)(RequestFactory().get("/"))

        assert reader.current() == reader.SYSTEM


def test_no_step_paper_or_procedure_that_the_first_wall_names_is_missing_from_the_second():
    rules = "".join(second_wall.statements("app"))
    named = {
        *readers.TOLD_AT, *readers.SERVED_AT, *readers.CALLED_AT, *readers.ANSWERED_ABOVE,
        *readers.MEETINGS, *readers.ENTERING, *readers.HOME_LEADERS, *readers.HANDS,
        *ADDRESSED, *CONCLUSIONS, *MINUTES,
    }  # fmt: skip

    assert [one for one in sorted(named) if f"'{one}'" not in rules] == []
