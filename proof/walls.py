"""What a row may still become, stated once in `Meta.triggers`: nothing, superseded once, or named columns.

These triggers are the second wall. The first, the privileges of the login `app`, follows from the
same statement (proof/grants.py).
"""

from dataclasses import dataclass
from typing import Any

import pgtrigger
from django.db import models


@dataclass(frozen=True)
class Erased:
    """What of a row may become empty where an order says so: its `fields`, and the order as a condition on OLD.

    Of an object, names may go one by one; of anything else all goes. What is left stays as it was.
    """

    fields: tuple[str, ...]
    order: str

    def columns(self, model: Any) -> list[str]:
        """The columns that may become empty."""
        return [str(model._meta.get_field(field).column) for field in self.fields]

    def emptied(self, model: Any) -> str:
        """The condition that an update empties and does nothing else, and that the order is there."""
        free = self.columns(model)
        fixed = [one.column for one in model._meta.concrete_fields if one.column not in free]
        old, new = (", ".join(f'{row}."{name}"' for name in fixed) for row in ("OLD", "NEW"))
        gone = " AND ".join(_emptier(model._meta.get_field(field)) for field in self.fields)
        return f"ROW({new}) IS NOT DISTINCT FROM ROW({old}) AND {gone} AND {self.order}"


def _emptier(field: Any) -> str:
    old, new = f'OLD."{field.column}"', f'NEW."{field.column}"'
    if isinstance(field, models.JSONField):
        left = f"SELECT 1 FROM jsonb_each({new}) kept WHERE {old} -> kept.key IS DISTINCT FROM kept.value"
        return f"jsonb_typeof({new}) = 'object' AND NOT EXISTS ({left})"
    if field.null:
        empty = f"{new} IS NULL"
    elif isinstance(field, models.BinaryField):
        empty = f"{new} = ''::bytea"
    elif isinstance(field, models.DateField):
        empty = f"{new} = '{NO_DAY}'"
    else:
        empty = f"{new} IN ('', '{ERASED}')"
    return f"({new} IS NOT DISTINCT FROM {old} OR {empty})"


#: What stands for erased words where a page needs some, and for an erased day in a column that is never empty.
ERASED, NO_DAY = "(đã xóa theo quy định)", "0001-01-01"


def append_only(erased: Erased | None = None) -> list[pgtrigger.Trigger]:
    """The triggers of a history: rows are added, never edited or removed; `erased` is what an order may empty."""
    return [NoChange(name="append_only", erased=erased), NoTruncate(name="not_emptied")]


def only_these_change(*fields: str, erased: Erased | None = None) -> list[pgtrigger.Trigger]:
    """The triggers of rows that stay, and of which nothing but `fields` ever changes."""
    return [
        OnlyTheseChange(name="only_these_change", fields=fields, erased=erased),
        NoDelete(name="not_removed"),
        NoTruncate(name="not_emptied"),
    ]


def never_removed() -> list[pgtrigger.Trigger]:
    """The triggers of a table whose rows may change in some ways but are never removed."""
    return [NoDelete(name="not_removed"), NoTruncate(name="not_emptied")]


def ends_once(*once: str) -> list[pgtrigger.Trigger]:
    """The triggers of a dated row: its end comes, or comes sooner; what `once` names is filled once."""
    return [EndsSooner(name="only_ends", once=once), *never_removed()]


def superseded_once(
    field: str = "superseded_by", along: tuple[str, ...] = (), erased: Erased | None = None
) -> list[pgtrigger.Trigger]:
    """The triggers of laid rows: as a history, but `field` may go from empty to a value, once.

    In that one moment the fields `along` with it may be set too: who ended the row, and why.
    """
    return [
        SupersededOnce(name="superseded_once", field=field, along=along, erased=erased),
        *never_removed(),
    ]


class Refusal(pgtrigger.Trigger):
    """A trigger that refuses, in the reader's language, with an IntegrityError."""

    when = pgtrigger.Before
    sentence: str

    def __init__(self, *, erased: Erased | None = None, **kwargs: Any):
        self.erased = erased
        super().__init__(**kwargs)

    def get_func(self, model: Any) -> str:
        refusing = _raising(self.sentence, "TG_TABLE_NAME")
        if self.erased is None:
            return self.format_sql(refusing)
        emptied = self.erased.emptied(model)
        return self.format_sql(
            f"IF TG_OP = 'UPDATE' THEN IF {emptied} THEN RETURN NEW; END IF; END IF; {refusing}"
        )


class NoChange(Refusal):
    """Rows are neither edited nor removed."""

    operation = pgtrigger.Update | pgtrigger.Delete
    sentence = "Bảng % chỉ được ghi thêm: không được sửa hay xóa dòng đã ghi."


class NoDelete(Refusal):
    """Rows are not removed."""

    operation = pgtrigger.Delete
    sentence = "Bảng % chỉ được ghi thêm: không được xóa dòng đã ghi."


class NoTruncate(Refusal):
    """The table is not emptied."""

    level = pgtrigger.Statement
    operation = pgtrigger.Truncate
    sentence = "Bảng % chỉ được ghi thêm: không được xóa trắng bảng."


class SupersededOnce(Refusal):
    """A row changes once in its life: `field` goes from empty to whatever supersedes or ends it."""

    operation = pgtrigger.Update
    sentence = "Bảng % không cho sửa dòng đã ghi; chỉ được thay một lần bằng dòng mới."

    def __init__(self, *, field: str, along: tuple[str, ...] = (), **kwargs: Any):
        self.fields = (field, *along)
        super().__init__(**kwargs)

    def get_condition(self, model: Any) -> pgtrigger.Condition:
        changing = self.columns(model)
        marker = f'"{changing[0]}"'
        others = [f.column for f in model._meta.concrete_fields if f.column not in changing]
        old, new = (", ".join(f'{row}."{name}"' for name in others) for row in ("OLD", "NEW"))
        return pgtrigger.Condition(
            f"OLD.{marker} IS NOT NULL OR NEW.{marker} IS NULL OR ({old}) IS DISTINCT FROM ({new})"
        )

    def columns(self, model: Any) -> list[str]:
        """The columns that may be set, that of the marking field first."""
        return [str(model._meta.get_field(name).column) for name in self.fields]


class OnlyTheseChange(Refusal):
    """Of a row that is there, nothing but `fields` changes."""

    operation = pgtrigger.Update
    sentence = "Bảng % không cho sửa dòng đã ghi, ngoài những cột được phép."

    def __init__(self, *, fields: tuple[str, ...], **kwargs: Any):
        self.fields = fields
        super().__init__(**kwargs)

    def get_condition(self, model: Any) -> pgtrigger.Condition:
        free = self.columns(model)
        fixed = [f.column for f in model._meta.concrete_fields if f.column not in free]
        old, new = (", ".join(f'{row}."{name}"' for name in fixed) for row in ("OLD", "NEW"))
        return pgtrigger.Condition(f"ROW({old}) IS DISTINCT FROM ROW({new})")

    def columns(self, model: Any) -> list[str]:
        """The columns that may change."""
        return [str(model._meta.get_field(field).column) for field in self.fields]


class EndsSooner(Refusal):
    """A dated row ends: its last day is named or comes sooner, never later; all else stays.

    Each field of `once` goes from empty to a value beside that, once.
    """

    operation = pgtrigger.Update
    sentence = "Bảng % không cho sửa dòng đã ghi; chỉ được ghi ngày kết thúc sớm hơn."

    def __init__(self, *, end: str = "last_day", once: tuple[str, ...] = (), **kwargs: Any):
        self.end, self.once = end, once
        super().__init__(**kwargs)

    def get_condition(self, model: Any) -> pgtrigger.Condition:
        end, *filled = (f'"{column}"' for column in self.columns(model))
        others = [
            f.column for f in model._meta.concrete_fields if f.column not in self.columns(model)
        ]
        old, new = (", ".join(f'{row}."{name}"' for name in others) for row in ("OLD", "NEW"))
        later = f"OLD.{end} IS NOT NULL AND (NEW.{end} IS NULL OR NEW.{end} > OLD.{end})"
        again = "".join(
            f" OR (COALESCE(OLD.{one}::text, '') <> '' AND NEW.{one} IS DISTINCT FROM OLD.{one})"
            for one in filled
        )
        return pgtrigger.Condition(f"(({later}) OR ({old}) IS DISTINCT FROM ({new}){again})")

    def columns(self, model: Any) -> tuple[str, ...]:
        """The columns that may be written, the end first."""
        return tuple(model._meta.get_field(name).column for name in (self.end, *self.once))


class CountsUpByOne(Refusal):
    """A counter is raised by one at a time and never lowered; everything else in its row stays."""

    operation = pgtrigger.Update
    sentence = "Bảng %: sổ chỉ tăng từng số một."

    def __init__(self, *, counter: str, free: tuple[str, ...] = (), **kwargs: Any):
        self.counter, self.free = counter, free
        super().__init__(**kwargs)

    def get_condition(self, model: Any) -> pgtrigger.Condition:
        moving = {self.counter, *self.free}
        kept = [field.column for field in model._meta.concrete_fields if field.name not in moving]
        old, new = (", ".join(f'{row}."{name}"' for name in kept) for row in ("OLD", "NEW"))
        return pgtrigger.Condition(
            f'NEW."{self.counter}" <> OLD."{self.counter}" + 1 OR ({old}) IS DISTINCT FROM ({new})'
        )


class StageIsLastMove(Refusal):
    """When a transaction ends, a case stands where its last move put it; else it fails.

    Goes on both tables, so that neither can be written without the other: on the cases with
    `case="id"`, on the records with `case="case_id"`. It waits for the end of the transaction (or
    `SET CONSTRAINTS ALL IMMEDIATE`) and then reads the rows as they are, so a step may write both
    in either order. A case without any move is refused too: opening one is its first move.

    `cases` and `records` are table names; `stage`, `to_stage` and `sequence` their columns; `moves`
    is a column or condition that holds for the records that move the case.
    """

    when = pgtrigger.After
    timing = pgtrigger.Deferred
    operation = pgtrigger.Insert | pgtrigger.Update
    sentence = "Giai đoạn của hồ sơ % không khớp với bước chuyển gần nhất trong nhật ký."

    def __init__(
        self,
        *,
        case: str,
        cases: str,
        records: str,
        stage: str = "stage",
        to_stage: str = "to_stage",
        sequence: str = "sequence",
        moves: str = "moves",
        **kwargs: Any,
    ):
        self.lookup = f"""
            SELECT {stage} INTO stands_at FROM {cases} WHERE id = NEW.{case};
            SELECT {to_stage} INTO moved_to FROM {records}
            WHERE case_id = NEW.{case} AND ({moves}) ORDER BY {sequence} DESC LIMIT 1;
        """
        self.case = case
        super().__init__(**kwargs)

    def get_declare(self, model: Any) -> list[tuple[str, str]]:
        return [("stands_at", "TEXT"), ("moved_to", "TEXT")]

    def get_func(self, model: Any) -> str:
        return self.format_sql(
            f"""
            {self.lookup}
            IF stands_at IS DISTINCT FROM moved_to THEN
                {_raising(self.sentence, f"NEW.{self.case}")}
            END IF;
            RETURN NULL;
            """
        )


class HandledWherePassed(Refusal):
    """When a transaction ends, a case that passed to another body lies with the body its last passing names.

    Goes on both tables, as `StageIsLastMove` does: a body can be changed neither without a record that says
    so, nor can a record say so and the case stay. A case that never passed keeps the body it was opened by.

    `passing` is the code of the step that passes a case on, `to` the answer that names the body.
    """

    when = pgtrigger.After
    timing = pgtrigger.Deferred
    sentence = "Cơ quan thụ lý của hồ sơ % không khớp với lần chuyển gần nhất trong nhật ký."

    def __init__(
        self, *, case: str, cases: str, records: str, passing: str, to: str = "to", **kwargs: Any
    ):
        self.lookup = f"""
            SELECT body_id::text INTO lies_with FROM {cases} WHERE id = NEW.{case};
            SELECT inputs->>'{to}' INTO passed_to FROM {records}
            WHERE case_id = NEW.{case} AND step = '{passing}' ORDER BY sequence DESC LIMIT 1;
        """
        self.case, self.passing = case, passing
        self.operation = pgtrigger.Update if case == "id" else pgtrigger.Insert
        super().__init__(**kwargs)

    def get_condition(self, model: Any) -> pgtrigger.Condition:
        if self.case == "id":
            return pgtrigger.Condition("OLD.body_id IS DISTINCT FROM NEW.body_id")
        return pgtrigger.Condition(f"NEW.step = '{self.passing}'")

    def get_declare(self, model: Any) -> list[tuple[str, str]]:
        return [("lies_with", "TEXT"), ("passed_to", "TEXT")]

    def get_func(self, model: Any) -> str:
        return self.format_sql(
            f"""
            {self.lookup}
            IF lies_with IS DISTINCT FROM passed_to THEN
                {_raising(self.sentence, f"NEW.{self.case}")}
            END IF;
            RETURN NULL;
            """
        )


def _raising(sentence: str, subject: str) -> str:
    return f"RAISE EXCEPTION '{sentence}', {subject} USING ERRCODE = 'restrict_violation';"
