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


#: In the order of their codes, which is the order of a matter; meetings, which are none, come last.
DECLARED: tuple[type[Matter], ...] = tuple(
    sorted(
        found_in(procedures.__name__, list(procedures.__path__)),
        key=lambda one: (one.is_meeting, one.code),
    )
)
PROCEDURES: dict[str, type[Matter]] = {procedure.code: procedure for procedure in DECLARED}
