"""No number, article or instrument of the law stands in code or templates: the law is data."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = (
    "config", "desk", "reports", "cases", "workflows", "documents", "permissions", "registry",
    "jobs", "proof", "law",
)  # fmt: skip
#: An article, an instrument's number, a period or a share written out.
BARE = re.compile(
    r"[ĐK]iều \d|[Kk]hoản \d|\b\d+-(QĐi?|HD|NQ|CT|KL)/[A-ZĐ]|"
    r"\b\d+ (ngày|tháng|năm|ngày làm việc)\b(?! \d)|\b[1-9]/[2-9]\b(?!/)"
)
#: A decision's own articles, as its template and its list of recipients number them.
OWN_ARTICLE = re.compile(r"Điều [1-9]\b(?![.,]?\d)")
PAPERS = (ROOT / "templates" / "papers", ROOT / "documents" / "kinds")
#: The living page of the components shows invented sentences.
SAMPLES = {ROOT / "desk" / "components.py"}
CODE = sorted({path for room in ROOMS for path in (ROOT / room).rglob("*.py")} - SAMPLES)
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))


def bare(text, path):
    """Return what a text of that file says of the law in bare numbers."""
    if any(folder in path.parents for folder in PAPERS):
        text = re.sub(r"<b>Điều [1-9]\.</b>", "", text)
        text = OWN_ARTICLE.sub("", text)
    return [match[0] for match in BARE.finditer(text)]


def docstrings(tree):
    """Docstrings may name where a rule comes from; they decide nothing."""
    holders = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    return {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, holders) and node.body and isinstance(node.body[0], ast.Expr)
    }


def bare_in_code(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    silent = docstrings(tree)
    return [
        f"{path.relative_to(ROOT)}:{node.lineno}: {node.value}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in silent
        and bare(node.value, path)
    ]


def test_no_code_holds_a_bare_number_of_the_law():
    assert [found for path in CODE for found in bare_in_code(path)] == []


def test_no_template_holds_a_bare_number_of_the_law():
    found = [
        f"{path.relative_to(ROOT)}: {words}"
        for path in TEMPLATES
        for words in bare(re.sub(r"\{#.*?#\}", "", path.read_text(encoding="utf-8")), path)
    ]

    assert found == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("theo Điều 30", True),
        ("khoản 2", True),
        ("Quy định 296-QĐ/TW", True),
        ("trong 30 ngày làm việc", True),
        ("từ 2/3 trở lên", True),
        ("ngày 26/7/2016", False),
        ("Thời hạn khiếu nại", False),
        ("6 tháng 4 năm 2026", False),
    ],
)
def test_what_counts_as_bare(text, found):
    assert bool(bare(text, ROOT / "workflows" / "x.py")) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<b>Điều 1.</b> Giám sát", False),
        ("có tên tại Điều 1, Điều 2 và", False),
        ("có tên tại Điều 2 và các tổ chức", False),
        ("theo Điều 25.1", True),
        ("theo Điều 30", True),
    ],
)
def test_a_decision_may_number_its_own_articles(text, found):
    assert bool(bare(text, PAPERS[0] / "qd.html")) is found
