"""Every sentence by which something is refused, with its remedy, read from the source; `{}` where it is filled in."""

import ast
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from desk.marked import VIETNAMESE

_ROOMS = ("law", "jobs", "registry", "permissions", "documents", "workflows", "cases", "reports", "desk")
_MAKERS = {"Reason", "_reason", "reason", "refusal", "predicate"}


def all_refusals() -> set[str]:
    """Return the sentences and remedies, whichever function makes a reason of them."""
    found = set()
    for room in _ROOMS:
        for path in (Path(settings.BASE_DIR) / room).rglob("*.py"):
            source = path.read_text(encoding="utf-8")
            if "Reason" in source or "remedy" in source:
                found |= set(_told(ast.parse(source)))
    return {one for one in found if VIETNAMESE.search(one)}


def all_literals() -> set[str]:
    """Return every text that stands in the source of the rooms, of whatever is said by a page or not."""
    return {
        said
        for room in _ROOMS
        for path in (Path(settings.BASE_DIR) / room).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for said in _sentences(node)
    }


def _told(tree: ast.Module) -> Iterator[str]:
    makers = _MAKERS | {one.name for one in ast.walk(tree) if _makes_reasons(one)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _is_asked(node, makers):
            for given in (*node.args, *(one.value for one in node.keywords)):
                yield from _sentences(given)
        elif _makes_reasons(node):
            for given in (*node.args.defaults, *node.args.kw_defaults):
                yield from _sentences(given)
            for inner in ast.walk(node):
                if isinstance(inner, ast.Assign):
                    yield from _sentences(inner.value)


def _makes_reasons(node: ast.AST) -> bool:
    made = getattr(node, "returns", None) if isinstance(node, ast.FunctionDef) else None
    return made is not None and "Reason" in ast.unparse(made)


def _is_asked(call: ast.Call, makers: set[str]) -> bool:
    name = getattr(call.func, "id", "") or getattr(call.func, "attr", "")
    return name in makers or any(one.arg == "remedy" for one in call.keywords)


def _sentences(node: ast.AST | None) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield from (*_sentences(node.body), *_sentences(node.orelse))
    elif isinstance(node, ast.JoinedStr):
        yield "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
