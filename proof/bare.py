"""Stand-ins under which the rule book runs on a bare Python, where a proof pack is verified.

The rule book is plain Python but for four things: enumerations with labels (Django), declared
transitions (viewflow), the public holidays of a year (holidays), the themes of the violation catalogue (a file
of YAML), and modules it names without running them there. Nothing of this is used on a site.
"""

from __future__ import annotations

import enum
import importlib
import importlib.abc
import importlib.machinery
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import ModuleType, SimpleNamespace
from typing import Any

#: Packages that the rule book's modules import and that deciding a verdict never calls.
_NEVER_CALLED = ("django", "viewflow", "yaml", "cryptography", "graphviz")


def stand_in(
    holidays: Mapping[str, Mapping[str, str]], themes: Sequence[Sequence[str]] = ()
) -> None:
    """Put the stand-ins where imports find them.

    `holidays` are the days off by year, then by ISO day; `themes` each theme of the catalogue with its label.
    """
    sys.meta_path.append(_Absent())
    _module("django.db.models", TextChoices=TextChoices)
    _module("viewflow.fsm", State=State)
    _module("holidays", country_holidays=lambda _country, years, **_: _days_off(holidays, years))
    _module("law.themes", themes=lambda: tuple((value, label) for value, label in themes))
    vars(importlib.import_module("viewflow"))["fsm"] = sys.modules["viewflow.fsm"]


def _module(name: str, **held: Any) -> None:
    module = ModuleType(name)
    vars(module).update(held)
    sys.modules[name] = module


def _days_off(holidays: Mapping[str, Mapping[str, str]], year: int) -> dict[date, str]:
    return {date.fromisoformat(day): why for day, why in holidays[str(year)].items()}


class _Absent(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds an empty module for whatever is named and never called; any name in it is an exception class."""

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> Any:
        if name.partition(".")[0] in _NEVER_CALLED:
            return importlib.machinery.ModuleSpec(name, self, is_package=True)
        return None

    def exec_module(self, module: ModuleType) -> None:
        def named(name: str) -> type[Exception]:
            if name.startswith("__"):
                raise AttributeError(name)
            return type(name, (Exception,), {})

        vars(module)["__getattr__"] = named


class _Labelled(enum.EnumMeta):
    """As Django's: each member is written as a value and its label."""

    def __new__(mcs, name: str, bases: tuple[type, ...], members: Any, **kwargs: Any) -> _Labelled:
        labels = {}
        for member in members._member_names:
            value = members[member]
            labelled = isinstance(value, (tuple, list)) and len(value) > 1
            labels[member] = value[-1] if labelled else member.replace("_", " ").title()
            dict.__setitem__(members, member, value[0] if labelled else value)
        made = super().__new__(mcs, name, bases, members, **kwargs)
        for key, member in made.__members__.items():
            setattr(member, "_label", labels[key])  # noqa: B010 -- the checker knows no such member
        return made

    def __contains__(cls, value: object) -> bool:
        return isinstance(value, cls) or any(value == one.value for one in cls)  # type: ignore[var-annotated]

    @property
    def choices(cls) -> list[tuple[str, str]]:
        return [(one.value, one.label) for one in cls]  # type: ignore[var-annotated]

    @property
    def labels(cls) -> list[str]:
        return [label for _value, label in cls.choices]

    @property
    def values(cls) -> list[str]:
        return [value for value, _label in cls.choices]


class TextChoices(enum.StrEnum, metaclass=_Labelled):
    """Enumerated text with official labels."""

    _label: str

    @property
    def label(self) -> str:
        return self._label


class State:
    """A machine's stages as far as judging needs them: it keeps what is declared and moves nothing."""

    def __init__(self, states: Any, default: Any = None):
        self._states, self._default = states, default

    def transition(self, *, custom: Mapping[str, Any], **_declared: Any) -> Callable[[Any], Any]:
        """Mark a method with the step it declares, as viewflow does."""
        return lambda method: _marked(method, SimpleNamespace(custom=custom))


def _marked(method: Any, transition: Any) -> Any:
    def declared(*_args: Any) -> None:
        """A step of a machine that moves nothing here."""

    declared.get_transitions = lambda: [transition]  # type: ignore[attr-defined]
    declared.__name__ = method.__name__
    return declared
