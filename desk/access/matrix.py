"""The matrix as it is written: kind of thing, surface, address, and for each relation to a file what is right."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("matrix.csv")


class Right(StrEnum):
    """What a relation to a file gives at one address."""

    READ = "đọc"  # it is shown
    MAY = "được"  # it is shown when it is that person's turn
    NOTHING = (
        "–"  # it is not shown; where the address names the file, it answers as if there were none
    )
    WAITING = "chờ"  # comes with later work
    NOT_KEPT = "không lưu"  # the site does not keep it, so nobody can read it


class Surface(StrEnum):
    """The way by which something could reach a reader."""

    PAGE = "trang"
    LIST = "danh sách"
    SEARCH = "tìm kiếm"
    EXPORT = "xuất"
    DOWNLOAD = "tải về"
    API = "api"
    ADMIN = "quản trị"
    ERROR = "lời báo lỗi"
    COUNT = "số đếm"
    SQL = "sql"


@dataclass(frozen=True)
class Row:
    """One kind of thing at one address; `rights` by column, and the requirement it comes from."""

    source: str
    data: str
    words: str
    surface: Surface
    address: str
    rights: Mapping[str, Right]

    def __str__(self) -> str:
        return f"{self.source} {self.words} · {self.surface} · {self.address}"

    @property
    def served(self) -> bool:
        """Whether anything of the row is there to be asked."""
        return bool({Right.READ, Right.MAY, Right.NOTHING} & set(self.rights.values()))


@cache
def rows() -> tuple[Row, ...]:
    """Every row of the matrix. Raises ValueError for a word that stands for no right or surface."""
    with _FILE.open(encoding="utf-8", newline="") as written:
        return tuple(_read(csv.DictReader(written)))


def _read(lines: Iterator[dict[str, str]] | csv.DictReader[str]) -> Iterator[Row]:
    for line in lines:
        told = {name: line.pop(name) for name in ("nguồn", "dữ liệu", "tên", "bề mặt", "địa chỉ")}
        yield Row(
            told["nguồn"], told["dữ liệu"], told["tên"], Surface(told["bề mặt"]), told["địa chỉ"],
            {column: Right(said) for column, said in line.items()},
        )  # fmt: skip
