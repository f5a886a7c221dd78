"""Rows that may be superseded once, and a case that stands where its last move put it."""

import pgtrigger
import psycopg2
import pytest
from django.apps.registry import Apps
from django.db import models

from config.logins import APP
from proof.grants import NEVER_IGNORED, privileges
from proof.walls import StageIsLastMove, append_only, superseded_once
from tests import databases

drawing_board = Apps()  # these models exist for these tests alone
TABLES = {"cases": "trial_case", "records": "trial_record"}


class Case(models.Model):
    stage = models.CharField(max_length=20)

    class Meta:
        app_label, db_table, apps = "trial", "trial_case", drawing_board
        triggers = [StageIsLastMove(name="stands_where_moved", case="id", **TABLES)]

    def __str__(self):
        return self.stage


class Record(models.Model):
    case = models.ForeignKey(Case, models.PROTECT)
    sequence = models.IntegerField()
    to_stage = models.CharField(max_length=20)
    moves = models.BooleanField()

    class Meta:
        app_label, db_table, apps = "trial", "trial_record", drawing_board
        triggers = [*append_only(), StageIsLastMove(name="stage_follows", case="case_id", **TABLES)]

    def __str__(self):
        return self.to_stage


class Finding(models.Model):
    text = models.TextField()
    superseded_by = models.ForeignKey(Record, models.PROTECT, null=True)

    class Meta:
        app_label, db_table, apps = "trial", "trial_finding", drawing_board
        triggers = superseded_once()

    def __str__(self):
        return self.text


@pytest.fixture
def app(owner_connection, transactional_db):
    """A plain connection as `app` to a case opened by record 1, with one finding laid."""
    with owner_connection.cursor() as cursor:
        cursor.execute(
            """
            CREATE TABLE trial_case (id int PRIMARY KEY, stage text);
            CREATE TABLE trial_record (id int PRIMARY KEY, case_id int REFERENCES trial_case,
                                       sequence int, to_stage text, moves boolean);
            CREATE TABLE trial_finding (id int PRIMARY KEY, text text, superseded_by_id int);
            """
        )
        for model in (Case, Record, Finding):
            for trigger in model._meta.triggers:
                cursor.execute(trigger.compile(model).install_sql)
            cursor.execute(f"GRANT {privileges(model)} ON {model._meta.db_table} TO app")
        cursor.execute(NEVER_IGNORED)
        cursor.execute(
            """
            BEGIN;
            INSERT INTO trial_case VALUES (1, 'mo');
            INSERT INTO trial_record VALUES (1, 1, 1, 'mo', true);
            INSERT INTO trial_finding VALUES (1, 'phát hiện', NULL);
            COMMIT;
            """
        )
    connection = databases.connect(APP, databases.current())
    yield connection
    connection.close()


def say(connection, statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchone() if cursor.description else None


def test_a_laid_row_is_superseded_once(app):
    say(app, "UPDATE trial_finding SET superseded_by_id = 1")

    with pytest.raises(psycopg2.IntegrityError, match="chỉ được thay một lần"):
        say(app, "UPDATE trial_finding SET superseded_by_id = 2")
    with pytest.raises(psycopg2.IntegrityError, match="chỉ được thay một lần"):
        say(app, "UPDATE trial_finding SET superseded_by_id = NULL")

    assert say(app, "SELECT superseded_by_id FROM trial_finding") == (1,)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE trial_finding SET text = 'khác'",
        "UPDATE trial_finding SET text = 'khác', superseded_by_id = 1",
        "DELETE FROM trial_finding",
        "TRUNCATE trial_finding",
    ],
)
def test_nothing_else_of_a_laid_row_changes(app, owner_connection, change):
    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        say(app, change)
    with pytest.raises(psycopg2.IntegrityError):
        say(owner_connection, change)

    assert say(app, "SELECT text, superseded_by_id FROM trial_finding") == ("phát hiện", None)


def test_a_step_that_moves_case_and_history_together_passes(app):
    say(
        app,
        """
        BEGIN;
        UPDATE trial_case SET stage = 'quyet_dinh';
        INSERT INTO trial_record VALUES (2, 1, 2, 'quyet_dinh', true);
        INSERT INTO trial_record VALUES (3, 1, 3, 'quyet_dinh', false);
        SET CONSTRAINTS ALL IMMEDIATE;
        COMMIT;
        """,
    )

    assert say(app, "SELECT stage FROM trial_case") == ("quyet_dinh",)


@pytest.mark.parametrize(
    "half",
    [
        "UPDATE trial_case SET stage = 'quyet_dinh'",
        "INSERT INTO trial_record VALUES (2, 1, 2, 'quyet_dinh', true)",
        "INSERT INTO trial_case VALUES (2, 'mo')",
        "SET pgtrigger.ignore = '{}'; UPDATE trial_case SET stage = 'quyet_dinh'",
    ],
    ids=["the case alone", "the record alone", "a case without a history", "with triggers off"],
)
def test_half_a_step_is_refused(app, half):
    triggers = ",".join(t.get_pgid(model) for model in (Case, Record) for t in model._meta.triggers)

    with pytest.raises(psycopg2.IntegrityError, match="không khớp với bước chuyển gần nhất"):
        say(app, half.replace("{}", f"{{{triggers}}}"))

    assert say(app, "SELECT stage FROM trial_case") == ("mo",)


def test_the_trial_models_stay_out_of_the_product():
    product = {model._meta.label for model, _ in pgtrigger.registered()}

    assert not product & {"trial.Case", "trial.Record", "trial.Finding"}
