"""Print a procedure's table from its declaration: it proves no more than README.md says.

python -m tests.workflows.tables P5.CB > tests/workflows/tables/p5_cb.csv
"""

import csv
import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from permissions.predicates import not_on_team, not_the_subject  # noqa: E402 -- needs the settings
from permissions.roles import Relation  # noqa: E402
from tests.workflows.tables.reading import (  # noqa: E402
    COLUMNS,
    GROUPS,
    LEFT_OUT,
    NOT_ON_TEAM,
    NOT_SUBJECT,
    offices_of,
)
from workflows.catalogue import get  # noqa: E402

_IMPLIED = (Relation.HANDLING, Relation.TEAM, Relation.SELF)


def draft(code):
    """Yield the rows of the table as the code stands; of a variant those in which it differs."""
    base = get(code).stage.varies
    there = {row["step"]: row for row in whole(base.base.code)} if base else {}
    here = {row["step"]: row for row in whole(code)}
    yield from (row for step, row in here.items() if row != there.get(step))
    for step in sorted(there.keys() - here.keys()):
        yield {**dict.fromkeys(COLUMNS, ""), "step": step, "sources": LEFT_OUT}


def whole(code):
    """Yield every row of the procedure."""
    procedure = get(code)
    for machine in procedure.machines():
        open_stages = [one for one in machine.stage.enum.values if not machine.is_final(one)]
        for step in machine.steps.values():
            sources = sorted(step.source, key=list(machine.stage.enum.values).index)
            yield {
                "step": step.code,
                "sources": "*" if sources == open_stages else " ".join(sources),
                "target": step.target or "",
                "who": "; ".join(", ".join(group) for group in _groups(step.by)),
                "conditions": " ".join(one.id for one in step.when),
            }


def _groups(by):
    """The offices of a predicate, with what bars their holders; groups barred alike are one."""
    together = {}
    for offices, bars in _alternatives(by):
        together.setdefault(bars, []).extend(offices)
    return [[*_in_words(dict.fromkeys(offices)), *bars] for bars, offices in together.items()]


def _in_words(offices):
    """The offices, those that often stand together by one word."""
    left = list(offices)
    words = []
    for relation in dict.fromkeys(where for where, _role in offices):
        for group in GROUPS:
            named = offices_of(
                group if relation in _IMPLIED else f"{group}@{relation.name.lower()}"
            )
            if set(named) <= set(left):
                words.append(group if relation in _IMPLIED else f"{group}@{relation.name.lower()}")
                left = [one for one in left if one not in named]
    return [*words, *(_word(*one) for one in left)]


def _alternatives(by):
    if by is not_the_subject or by is not_on_team:
        yield [], (NOT_SUBJECT if by is not_the_subject else NOT_ON_TEAM,)
    elif by.parts is None:
        yield list(by.seats), ()
    else:
        how, one, other = by.parts
        if how == "or":
            yield from _alternatives(one)
            yield from _alternatives(other)
            return
        for offices, bars in _alternatives(one):
            for more, further in _alternatives(other):
                yield [*offices, *more], tuple(dict.fromkeys((*bars, *further)))


def _word(relation, role):
    return role.name.lower() + ("" if relation in _IMPLIED else f"@{relation.name.lower()}")


if __name__ == "__main__":
    writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(draft(sys.argv[1].upper()))
