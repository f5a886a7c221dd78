"""The procedures this product knows: whatever is declared under workflows/procedures/, found by looking there."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

from workflows import procedures
from workflows.matter import Matter


def get(code: str) -> type[Matter]:
    """Return the procedure of this code; raises KeyError with the codes that exist."""
    try:
        return PROCEDURES[code]
    except KeyError:
        raise KeyError(f"Không có quy trình {code!r}. Các mã: {', '.join(PROCEDURES)}.") from None


def found_in(package: str, path: list[str]) -> Iterator[type[Matter]]:
    """Yield the procedures that the modules of a package declare themselves, whatever they import."""
    for module in walk_packages(path, f"{package}."):
        for value in vars(import_module(module.name)).values():
            declared_here = getattr(value, "__module__", "") == module.name and "code" in vars(
                value
            )
            if isinstance(value, type) and issubclass(value, Matter) and declared_here:
                yield value


def _order(procedure: type[Matter]) -> tuple[bool, str, bool, str]:
    """By part of the regulations, each variant after what it varies; meetings, which are no matter, last."""
    part = procedure.code.partition(".")[0]
    return procedure.is_meeting, part, procedure.stage.varies is not None, procedure.code


DECLARED: tuple[type[Matter], ...] = tuple(
    sorted(found_in(procedures.__name__, list(procedures.__path__)), key=_order)
)
PROCEDURES: dict[str, type[Matter]] = {procedure.code: procedure for procedure in DECLARED}
