"""What a removal from the list of members is, read from its file: its ground, its proofs, its votes, its calls."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import TextChoices

from workflows.facts import Facts, Row
from workflows.forms import Part
from workflows.rows import RowKind


class Ground(TextChoices):
    """Căn cứ để một người không còn trong danh sách đảng viên, bằng lời của quy định."""

    ABSENT = (
        "bo_sinh_hoat",
        "bỏ sinh hoạt chi bộ hoặc không đóng đảng phí không có lý do chính đáng",
    )
    CARD = "tra_the", "tự trả lại hoặc tự hủy thẻ đảng viên"
    NO_PROGRESS = (
        "giam_sut",
        "giảm sút ý chí phấn đấu, không làm nhiệm vụ, đã được giáo dục mà không tiến bộ",
    )
    UNFIT = "tu_cach", "nhiều năm liền vi phạm tư cách đảng viên"
    STANDARD = "tieu_chuan", "không bảo đảm tiêu chuẩn chính trị"
    # of a probationary member
    QUALITY = "tu_cach_du_bi", "vi phạm tư cách đảng viên dự bị"
    PROBATION = "het_du_bi", "hết thời gian dự bị mà không đủ điều kiện công nhận chính thức"
    JUDGED = "ban_an", "bị tòa án tuyên phạt bằng bản án đã có hiệu lực pháp luật"
    # of somebody whose transfer never arrived, or who asks to leave
    TRANSFER = (
        "khong_chuyen",
        "quá hạn không nộp hồ sơ chuyển sinh hoạt đảng, tự ý bỏ sinh hoạt đảng",
    )
    ASKED = "xin_ra", "tự xin ra khỏi Đảng"
    # of an admission that was wrong
    WRONG_STANDARD = "sai_tieu_chuan", "được kết nạp không đúng tiêu chuẩn, điều kiện"
    FALSE_RECORD = "ly_lich_sai", "khai lý lịch không đúng sự thật để được kết nạp"
    WRONG_READMISSION = "ket_nap_lai_sai", "được kết nạp lại không đúng quy định"
    WRONG_RECOGNITION = (
        "cong_nhan_sai",
        "được công nhận đảng viên chính thức không đúng tiêu chuẩn, điều kiện",
    )
    IMPOSTOR = "mao_nhan", "mạo nhận là đảng viên"

    def is_among(self, listed: Any) -> bool:
        """Whether one of the grounds that the law lists is this one, however the text words it."""
        mark = _MARKS.get(self)
        said = listed if isinstance(listed, (list, tuple)) else [str(listed)]
        return mark is not None and any(mark in str(one).lower() for one in said)


#: The word by which each ground of an official member is known in any wording of the law.
_MARKS = {
    Ground.ABSENT: "bỏ sinh hoạt",
    Ground.CARD: "thẻ đảng",
    Ground.NO_PROGRESS: "giảm sút",
    Ground.UNFIT: "vi phạm tư cách",
    Ground.STANDARD: "chính trị",
}
OFFICIAL = (Ground.ABSENT, Ground.CARD, Ground.NO_PROGRESS, Ground.UNFIT, Ground.STANDARD)
PROBATIONARY = (Ground.QUALITY, Ground.PROBATION, Ground.JUDGED)
ANNULLED = (
    Ground.IMPOSTOR, Ground.WRONG_STANDARD, Ground.FALSE_RECORD, Ground.WRONG_READMISSION,
    Ground.WRONG_RECOGNITION,
)  # fmt: skip
#: What is taken back, where that is not the admission itself.
_TAKEN_BACK = {
    Ground.WRONG_READMISSION: "kết nạp lại",
    Ground.WRONG_RECOGNITION: "công nhận đảng viên chính thức",
}


class Violation(TextChoices):
    """Whether a violation stands beside the ground: discipline comes first, and nothing stands in for it."""

    NONE = "khong", "Không có vi phạm phải xem xét kỷ luật"
    LIGHTER = "da_xu_ly", "Có vi phạm đã xem xét, xử lý xong"
    EXPULSION = "khai_tru", "Có vi phạm đến mức phải khai trừ"


class Silence(TextChoices):
    """Why there is no self-criticism."""

    ABSENT = "khong_den", "Đã yêu cầu mà không viết, không đến"
    DELIBERATE = "co_tinh", "Cố ý không viết bản tự kiểm điểm"
    UNREACHABLE = "khong_lien_lac", "Không liên lạc được"


class Answer(TextChoices):
    """What a complaint came to."""

    KEPT = "giu_nguyen", "Giữ nguyên quyết định"
    ANNULLED = "huy", "Hủy quyết định, phục hồi quyền đảng viên"


#: Which months an entry may name, and what each list is of.
MONTHS = {"absent": "bỏ sinh hoạt", "unpaid": "không đóng đảng phí"}


def ground(facts: Facts) -> Ground | None:
    """The ground on which the file was opened, None before that."""
    opened = facts.last(RowKind.LEVELS)
    said = facts.inputs.get("ground") or (opened.facts.get("ground") if opened else None)
    return Ground(said) if said in Ground.values else None


def asked(question: str, about: Ground | None) -> str:
    """What a body is asked, in the words of its resolution: of a wrong decision, which one is taken back."""
    if about not in ANNULLED:
        return question
    return f"hủy quyết định {_TAKEN_BACK.get(about, 'kết nạp')}, xóa tên trong danh sách đảng viên"


def proof(facts: Facts) -> Mapping[str, Any]:
    """What the newest entry of proofs says; empty before there is one."""
    row = facts.last(RowKind.PROOF)
    return row.facts if row else {}


def counted(said: Mapping[str, Any]) -> dict[str, dict[str, int]]:
    """For each list of months how many fall into each calendar year, in a row or not: {"absent": {"2025": 3}}."""
    found = {name: dict(Counter(str(month)[:4] for month in said.get(name, ()))) for name in MONTHS}
    return {name: years for name, years in found.items() if years}


def most_in_a_year(said: Mapping[str, Any]) -> int:
    """The most months of one kind in one calendar year."""
    return max((n for years in counted(said).values() for n in years.values()), default=0)


def vote_of(facts: Facts, body: int | None) -> Row | None:
    """The newest vote of a body on the question; None where it has not voted."""
    return facts.last(RowKind.MOTION, body=body) if body else None


def passed(facts: Facts, body: int | None) -> bool | None:
    """Whether the newest vote of a body carried; None where it has not voted."""
    found = vote_of(facts, body)
    return bool(found.facts["passes"]) if found else None


def failures(facts: Facts, body: int) -> int:
    """How often a body has voted without reaching its share."""
    return len([row for row in facts.of(RowKind.MOTION, body=body) if not row.facts["passes"]])


def proposals(facts: Facts) -> Iterable[Row]:
    """The votes that proposed, from below, the newest of each body."""
    newest = {row.facts["body"]: row for row in facts.of(RowKind.MOTION, part=Part.PROPOSES)}
    return sorted(newest.values(), key=lambda row: row.number)
