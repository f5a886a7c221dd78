"""What a question of `manage.py law` is, and what it answers."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Answer:
    """`plain` is printed with --json, `lines` without; `status` is the exit code."""

    plain: Any
    lines: tuple[str, ...]
    status: int = 0


@dataclass(frozen=True)
class Subcommand:
    """One question: its word, its help, its arguments and how it is answered from a law folder."""

    name: str
    help: str
    arguments: Callable[[ArgumentParser], None]
    answer: Callable[[Path, Namespace], Answer]
