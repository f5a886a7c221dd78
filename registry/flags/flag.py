"""A flag: something late, missing or contrary in a register; it decides nothing and stands in no file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import models

from registry.models import Organisation, Person


class FlagKind(models.TextChoices):
    """What a flag is about; one register may raise several kinds."""

    ABSENCE = "di_lam_an_xa", "Đi làm ăn xa"
    TRANSFER = "chuyen_sinh_hoat", "Chuyển sinh hoạt đảng"
    JOURNEY = "di_nuoc_ngoai", "Đi nước ngoài"
    GRADE = "xep_loai", "Xếp loại"
    FILE = "ho_so_dang_vien", "Hồ sơ đảng viên"
    PROGRAMME = "chuong_trinh", "Chương trình kiểm tra, giám sát"


@dataclass(frozen=True)
class Flag:
    """One thing a person should look at, as it is on the day it was asked for.

    `source` names the row that shows it and what of it ("absence:12:address"): the same source is the same flag, and a
    row that changes is another one. `since` is the first day on which it stood so.
    """

    kind: FlagKind
    person: Person
    unit: Organisation
    since: date
    words: str
    source: str
