"""The law under test: the shipped folder, and copies of it that a test may spoil."""

import shutil
from datetime import date
from pathlib import Path

import pytest

import law
from law.shelf import FOLDER


@pytest.fixture(scope="session")
def book():
    return law.book()


@pytest.fixture
def document():
    return law.Document("01-QC/ĐU", date(2025, 8, 15), "Điều 9 khoản 4", "ab" * 32)


class Folder:
    """A copy of the law's files, changed by whole sentences."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def file(self, name: str) -> Path:
        return self.path / name

    def change(self, name: str, old: str, new: str) -> None:
        text = self.file(name).read_text(encoding="utf-8")
        assert old in text, f"{name} does not hold {old!r}"
        self.file(name).write_text(text.replace(old, new, 1), encoding="utf-8")

    def line_of(self, name: str, words: str) -> int:
        lines = self.file(name).read_text(encoding="utf-8").splitlines()
        return next(number for number, line in enumerate(lines, 1) if words in line)


@pytest.fixture
def folder(tmp_path):
    copy = tmp_path / "law"
    shutil.copytree(FOLDER, copy, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return Folder(copy)
