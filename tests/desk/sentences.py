"""Every sentence the desk's pages and code ask to be translated, read from their source."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.utils.translation.template import templatize

_CALL = re.compile(r"\b(?:gettext|ngettext|_)\((u?(?:'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"))")
_NAMES = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy"}


def in_templates() -> Iterator[str]:
    """Sentences of `translate`, `blocktranslate` and `_()` in templates/, papers left out."""
    for path in sorted((Path(settings.BASE_DIR) / "templates").rglob("*.*")):
        if "papers" not in path.parts:
            for found in _CALL.findall(templatize(path.read_text(encoding="utf-8"))):
                yield ast.literal_eval(found)


def in_code() -> Iterator[str]:
    """Sentences of gettext calls in the desk's modules, and of verdicts that a command tells too."""
    root = Path(settings.BASE_DIR)
    told = root / "documents" / "signatures" / "verdicts.py"
    for path in (*sorted((root / "desk").rglob("*.py")), told):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in _NAMES:
                yield node.args[0].value


def all_sentences() -> list[str]:
    """All of them, once each, in order of appearance."""
    return list(dict.fromkeys([*in_templates(), *in_code()]))
