"""Parts of the README that the code writes: the glossary from the enums, the table of the law.

`.venv/bin/python -m tests.docs.regions` writes them afresh; the tests only compare.
"""

import os
import re
from collections.abc import Iterable
from pathlib import Path

from django.db.models import TextChoices

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"


def renewed(text: str) -> str:
    """Return `text` with every marked region as the code would write it today.

    Raises KeyError for a region that nothing writes.
    """
    marked = re.compile(r"(<!-- (\w+): written by the code -->\n).*?(<!-- end -->)", re.DOTALL)
    return marked.sub(lambda found: f"{found[1]}{_WRITERS[found[2]]()}{found[3]}", text)


def glossary() -> str:
    """Return one row for each enum: its Vietnamese name, and its terms in English and Vietnamese."""
    rows = (f"| {name} | {_terms(enum)} |" for name, enum in _enums())
    return "\n".join(["| | English – tiếng Việt |", "|---|---|", *rows, ""])


def law_table() -> str:
    """Return what is confirmed in law and what is not, as `manage.py law table` prints it."""
    from law.confirmed import confirmed_table
    from law.loader import load
    from law.shelf import FOLDER

    return confirmed_table(load(FOLDER))


_WRITERS = {"glossary": glossary, "law": law_table}


def _enums() -> Iterable[tuple[str, type[TextChoices]]]:
    from documents.states import State
    from permissions.roles import Role
    from registry.models import BodyKind, OrganisationKind, Position
    from workflows.conclusions.of_supervision import Outcome
    from workflows.procedures.supervision.thematic import ThematicStage
    from workflows.rows import RowKind
    from workflows.stages import Phase

    return (
        ("Tổ chức", OrganisationKind),
        ("Cơ quan", BodyKind),
        ("Chức vụ", Position),
        ("Vai trò", Role),
        ("Bước lớn", Phase),
        ("Giai đoạn giám sát chuyên đề", ThematicStage),
        ("Kết quả xem xét một nội dung", Outcome),
        ("Mục trong hồ sơ", RowKind),
        ("Vòng đời văn bản", State),
    )


def _terms(enum: type[TextChoices]) -> str:
    return "; ".join(f"{one.name.lower().replace('_', ' ')} – {one.label}" for one in enum)


if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    os.environ["KIEM_TRA_LOGIN"] = "nobody"
    django.setup()
    README.write_text(renewed(README.read_text(encoding="utf-8")), encoding="utf-8")
