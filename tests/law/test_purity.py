"""The law is pure: it imports nothing of the other rooms and never Django or a database."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DJANGO_SPEAKS_HERE = {ROOT / "law" / "apps.py", ROOT / "law" / "management" / "commands" / "law.py"}
MODULES = sorted(set((ROOT / "law").rglob("*.py")) - DJANGO_SPEAKS_HERE)
STRANGERS = {
    "django", "psycopg2", "config", "desk", "reports", "cases", "workflows", "documents",
    "permissions", "registry", "jobs", "proof",
}  # fmt: skip


def imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_of_the_law_imports_no_other_room(path):
    assert STRANGERS.isdisjoint(imported(path))


def test_the_law_answers_without_django():
    question = (
        "import sys, law, datetime; "
        "assert law.rule('complaint.window', on=datetime.date(2025, 6, 1)).value == 30; "
        "assert not {'django', 'psycopg2'} & set(sys.modules)"
    )

    subprocess.run([sys.executable, "-c", question], cwd=ROOT, check=True)
