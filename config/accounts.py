"""By which entry each row of each table is accounted for, and the rows that none accounts for.

A table nobody declares here is a fault of its own: whoever adds one says who answers for its rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from django.apps import apps
from django.db import connection
from django.db.models import Model

from proof.grants import ANYTHING, privileges
from registry.register import TABLES as TOLD_IN_THE_REGISTER


class Way(Enum):
    """How a row is accounted for; of the first four the database is asked row by row."""

    CHAINED = "là bản ghi của một chuỗi, chuỗi dài đúng như đã ghi"
    ENTERED = "một bản ghi của nhật ký danh bạ nêu đích danh"
    LAID = "một bước của hồ sơ, một dòng sổ hoặc một lần nhập lập ra"
    ITSELF = "tự là dòng nhật ký chỉ ghi thêm: ai, lúc nào"
    DERIVED = "dựng từ các bản ghi khác, dựng lại được"
    PASSING = "của máy: đăng nhập, phiên, hàng đợi; không có nội dung nghiệp vụ"


@dataclass(frozen=True)
class Account:
    """One table: its way, and what finds its rows that nothing accounts for, after `FROM table t WHERE`."""

    table: str
    way: Way
    without: str = ""

    def unaccounted(self) -> list[str]:
        """Return the keys of the rows that no entry accounts for."""
        if not self.without:
            return []
        key = apps_by_table()[self.table]._meta.pk.column
        with connection.cursor() as cursor:
            cursor.execute(
                f'SELECT t."{key}"::text FROM "{self.table}" t WHERE {self.without} ORDER BY t."{key}"'  # noqa: S608
            )
            return [row[0] for row in cursor.fetchall()]


def _nowhere(*places: str) -> str:
    return " AND ".join(f"NOT EXISTS ({place})" for place in places)


def _chained(head: str, key: str, of: str, length: str) -> str:
    """An entry whose chain is not noted to be that long: its place, and so its hash, is nobody's."""
    longer = f"h.{key} = t.{of} AND t.sequence <= h.{length}"
    return _nowhere(f"SELECT 1 FROM {head} h WHERE {longer}")  # noqa: S608 -- names of ours


#: Every row that an entry of the register names: the one it is about, and those written beside it.
_NAMED = """
SELECT 1 FROM (
  SELECT e.content::jsonb->'after' AS told FROM registry_registerentry e
  UNION ALL SELECT jsonb_array_elements(e.content::jsonb->'beside') FROM registry_registerentry e
) named WHERE named.told->>'table' = '{table}' AND (named.told->>'row')::bigint = t.id
"""
_RECORD = "SELECT 1 FROM cases_steprecord r WHERE r.case_id = t.case_id AND r.id = t.{by}"
_PAPER = "SELECT 1 FROM cases_recordpaper p WHERE p.paper_id = t.{paper}"
_BOOK = "SELECT 1 FROM documents_bookentry b WHERE b.paper_id = t.{paper}"
_NAMES_FILE = """
SELECT 1 FROM cases_steprecord r WHERE position(t.sha256 in r.inputs::text) > 0"""
#: A list that was taken in tells what it found; it is known by its organisation and day.
_LIST_OF_THAT_DAY = """
SELECT 1 FROM registry_registerentry e WHERE e.organisation_id = t.organisation_id
AND right(e.content::jsonb->'after'->>'table', 6) = 'import'
AND e.content::jsonb->'after'->>'synced_on' = t.found_on::text
"""
_TAKEN_IN = "SELECT 1 FROM {imports} i WHERE i.id = t.taken_in_id"

#: Rows laid by a step of their own file: the step's commitment holds their words.
_BY_RECORD = {
    "cases_subject": "laid_by_id",
    "cases_finding": "laid_by_id",
    "cases_filerow": "laid_by_id",
    "cases_recordpaper": "record_id",
    "cases_incomingentry": "record_id",
}
_LAID = {
    **{table: _nowhere(_RECORD.format(by=by)) for table, by in _BY_RECORD.items()},
    "cases_case": "t.records <> (SELECT count(*) FROM cases_steprecord r WHERE r.case_id = t.id)",
    "cases_edition": _nowhere("SELECT 1 FROM cases_steprecord r WHERE r.edition_id = t.sha256"),
    "cases_judged": _nowhere(
        "SELECT 1 FROM cases_steprecord r WHERE t.sha256 IN (r.facts_id, r.standing_id)"
    ),
    "cases_attachment": _nowhere(
        _NAMES_FILE,
        "SELECT 1 FROM cases_lawproposal l WHERE l.scan_id = t.sha256",
        "SELECT 1 FROM registry_itemevidence e WHERE e.file_sha256 = t.sha256",
        "SELECT 1 FROM registry_erasure o WHERE o.covers -> 'files' @> to_jsonb(t.sha256)",
    ),
    "documents_paper": _nowhere(_PAPER.format(paper="id"), _BOOK.format(paper="id")),
    **{
        f"documents_{table}": _nowhere(_PAPER.format(paper="paper_id"), _BOOK.format(paper="paper_id"))
        for table in ("print", "signoff", "service", "signedstate")
    },
    "documents_copy": _nowhere(
        "SELECT 1 FROM documents_bookentry b WHERE b.body_id = t.body_id AND b.deed = 'sao'"
        " AND b.content::jsonb->>'sha256' = t.sha256"
    ),
    "documents_original": _nowhere(_BOOK.format(paper="paper_id") + " AND b.deed = 'ban_goc'"),
    "documents_custody": _nowhere(_BOOK.format(paper="paper_id") + " AND b.deed = 'noi_giu'"),
    "documents_numberbook": _nowhere("SELECT 1 FROM documents_bookentry b WHERE b.body_id = t.body_id"),
    "permissions_envelope": _nowhere(
        "SELECT 1 FROM permissions_envelopeentry e WHERE e.envelope_id = t.id"
    ),
    "permissions_sealedidentity": _nowhere(
        "SELECT 1 FROM permissions_envelopeentry e WHERE e.envelope_id = t.envelope_id"
    ),
    "registry_memberfinding": _nowhere(_NAMED.format(table="memberfinding"), _LIST_OF_THAT_DAY),
    "registry_memberrow": _nowhere(_TAKEN_IN.format(imports="registry_memberimport")),
    "registry_grade": _nowhere(_TAKEN_IN.format(imports="registry_gradeimport")),
    "reports_filing": _nowhere(_NAMED.format(table="filing")),
}  # fmt: skip
_CHAINED = {
    "cases_steprecord": _chained("cases_case", "id", "case_id", "records"),
    "documents_bookentry": _chained("documents_journal", "body_id", "body_id", "length"),
    "registry_registerentry": _chained("registry_register", "organisation_id", "organisation_id", "length"),
    "permissions_envelopeentry": _chained("permissions_envelope", "id", "envelope_id", "records"),
}  # fmt: skip
#: Rows that are their own entry: whom they name as the doer, or why nobody.
_ITSELF = {
    "cases_lawproposal": "proposed_by_id", "cases_adoption": "confirmed_by_id", "cases_classifiedstub": "entered_by_id",
    "cases_obstaclequery": "by_id", "cases_foreignread": "by_id", "cases_proposaltaken": "by_id",
    "cases_listtaken": "by_id", "cases_countsheet": "entered_by_id",
    "cases_readentry": "person_id", "cases_reorganisation": "made_by_id", "cases_reorganisationact": "by_id",
    "cases_approvalroute": "laid_by_id", "documents_sitewording": "adopted_by_id",
    "permissions_personalgrant": "given_by_id", "permissions_accountdeed": "by", "jobs_job": "by_id",
}  # fmt: skip
_DERIVED = (
    "cases_workrow", "cases_deadlinerow", "cases_teamseat", "cases_participant", "cases_agendaentry", "cases_counter",
    "cases_toldhead", "cases_checkrun", "cases_conformance",
    "cases_draftlook", "documents_journal", "registry_register",
    "permissions_aliasseries", "permissions_notice", "reports_counted", "reports_countedcase",
    "reports_countedregister", "registry_waitinglist", "registry_person", "cases_filewords", "cases_paperwords",
)  # fmt: skip
_PASSING = (
    "auth", "contenttypes", "sessions", "guardian", "account", "mfa", "usersessions", "axes", "django_q",
)  # fmt: skip


def accounts() -> dict[str, Account]:
    """Return every declared table by its name."""
    told = {
        model._meta.db_table: Account(model._meta.db_table, Way.ENTERED, _nowhere(_NAMED.format(table=name)))
        for name, model in TOLD_IN_THE_REGISTER.items()
    }  # fmt: skip
    found = [
        *(Account(table, Way.CHAINED, without) for table, without in _CHAINED.items()),
        *(Account(table, Way.LAID, without) for table, without in _LAID.items()),
        *(Account(table, Way.ITSELF, f"t.{by} IS NULL") for table, by in _ITSELF.items()),
        *(Account(table, Way.DERIVED) for table in _DERIVED),
        Account("permissions_apitoken", Way.PASSING),
        Account("permissions_calendaraddress", Way.PASSING),
        Account("permissions_accountchoice", Way.PASSING),
        Account("permissions_savedfilter", Way.PASSING),
        Account("permissions_defaultfilter", Way.PASSING),
        *(Account(model._meta.db_table, Way.PASSING) for model in _of_the_machine()),
    ]
    return {**told, **{one.table: one for one in found}}


def apps_by_table() -> Mapping[str, type[Model]]:
    """Every table of the product, by its name."""
    models = apps.get_models(include_auto_created=True)
    return {one._meta.db_table: one for one in models if one._meta.managed and not one._meta.proxy}


def faults(declared: Mapping[str, Account] | None = None) -> Iterator[str]:
    """Yield each table that nobody declared, or that says it is a history and can be edited."""
    declared, there = accounts() if declared is None else declared, apps_by_table()
    yield from (f"{table}: chưa khai theo bản ghi nào" for table in sorted(there.keys() - declared))
    yield from (f"{table}: không còn bảng này" for table in sorted(declared.keys() - there))
    for table, one in sorted(declared.items()):
        walled = table in there and privileges(there[table]) != ANYTHING
        if one.way in (Way.CHAINED, Way.ITSELF) and not walled:
            yield f"{table}: là nhật ký mà sửa được"


def unaccounted() -> dict[str, list[str]]:
    """Return the keys of every row that no entry accounts for, by table; tables without any are left out."""
    found = {table: one.unaccounted() for table, one in sorted(accounts().items())}
    return {table: keys for table, keys in found.items() if keys}


def _of_the_machine() -> Iterator[type[Model]]:
    return (one for one in apps_by_table().values() if one._meta.app_label in _PASSING)
