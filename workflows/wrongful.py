"""What a wrongful discipline is, read from its file: what is undone, who speaks, what the plan promised."""

from __future__ import annotations

from typing import Any

from django.db.models import TextChoices

from documents.fields import EQUIVALENT_POST, POST_GIVEN_BACK, REFOUNDED
from workflows.dossiers import Heading
from workflows.facts import Facts
from workflows.rows import RowKind as K


class Undone(TextChoices):
    """Điều đã áp dụng oan, nay phải hủy và phục hồi."""

    REPRIMAND = "khien_trach", "Khiển trách"
    WARNING = "canh_cao", "Cảnh cáo"
    REMOVAL = "cach_chuc", "Cách chức"
    RESIGNED = "thoi_chuc", "Cho thôi giữ chức vụ, từ chức, miễn nhiệm"
    EXPULSION = "khai_tru", "Khai trừ"
    LEFT = "ra_khoi_dang", "Đã ra khỏi Đảng"
    DISSOLUTION = "giai_tan", "Giải tán"

    def is_among(self, said: Any) -> bool:
        """Whether a list of the law names it, however the text words it."""
        return named(str(self.label), said)


class Condition(TextChoices):
    """Hiện trạng của người, của tổ chức đảng bị kỷ luật oan."""

    ALIVE = "con_song", "Tự mình nêu được ý kiến"
    DEAD = "qua_doi", "Đã qua đời"
    INCAPABLE = "mat_nang_luc", "Mất năng lực hành vi dân sự"
    MISSING = "mat_tich", "Tòa án tuyên bố mất tích"
    WORKING = "hoat_dong", "Đang hoạt động"
    DISSOLVED = "da_giai_tan", "Đã bị giải tán"
    ENDED = "da_ket_thuc", "Đã kết thúc hoạt động, giải thể, chia tách, sáp nhập"


class Speaker(TextChoices):
    """Ai nêu nguyện vọng."""

    SELF = "ban_than", "Chính người bị kỷ luật oan"
    HEIRS = "than_nhan", "Thân nhân, người đại diện"
    REPRESENTATIVE = "dai_dien", "Đại diện của tổ chức đảng"
    NOBODY = "khong_tra_loi", "Đã hỏi, hết hạn không trả lời"


class Apology(TextChoices):
    """Hình thức xin lỗi."""

    BOTH = "ca_hai", "Hội nghị và đăng tải"
    MEETING = "hoi_nghi", "Hội nghị công khai xin lỗi"
    PUBLICATION = "dang_tai", "Đăng tải trên báo chí, trang thông tin điện tử"

    @property
    def parts(self) -> tuple[Apology, ...]:
        """The single forms it is made of."""
        return (Apology.MEETING, Apology.PUBLICATION) if self is Apology.BOTH else (self,)


class Way(TextChoices):
    """Cách phục hồi."""

    INTERESTS = "quyen_loi", "Phục hồi quyền lợi đã bị ảnh hưởng"
    POST = "chuc_vu", POST_GIVEN_BACK
    EQUIVALENT = "tuong_duong", EQUIVALENT_POST
    MEMBERSHIP = "dang_tich", "Phục hồi đảng tịch, quyền đảng viên, tuổi đảng"
    REFOUNDED = "lap_lai", REFOUNDED
    REASSESSED = "danh_gia_lai", "Đánh giá lại, thông báo cho tổ chức đảng kế thừa"


#: The words by which the law's lists know each form of apology and each way of restoring.
_MARKS: dict[TextChoices, str] = {
    Apology.MEETING: "hội nghị",
    Apology.PUBLICATION: "đăng tải",
    Way.INTERESTS: "bị ảnh hưởng",
    Way.POST: "phục hồi chức vụ",
    Way.EQUIVALENT: "tương đương",
    Way.MEMBERSHIP: "đảng tịch",
    Way.REFOUNDED: "thành lập lại",
    Way.REASSESSED: "đánh giá lại",
}
#: Nobody of these speaks for themselves.
SILENT = frozenset({Condition.DEAD, Condition.INCAPABLE, Condition.MISSING})


def is_listed(one: Apology | Way, said: Any) -> bool:
    """Whether a list of the law holds this form of apology or way of restoring."""
    return named(_MARKS[one], said)


def named(words: str, said: Any) -> bool:
    """Whether these words stand in one of the entries of a list of the law."""
    listed = said if isinstance(said, (list, tuple)) else [str(said)]
    return any(words.lower() in one.lower() for one in listed)


def raised(facts: Facts, name: str) -> Any:
    """What was said when the matter was raised; None where that asked nothing of the kind."""
    row = facts.last(K.LEVELS)
    return row.facts.get(name) if row else None


def undone(facts: Facts) -> Undone:
    """What was imposed wrongly, as the matter was raised."""
    return Undone(raised(facts, "undone") or Undone.REPRIMAND)


def condition(facts: Facts) -> Condition:
    """In what condition the wronged are; the ordinary one where nothing was said."""
    return Condition(raised(facts, "condition") or Condition.ALIVE)


def planned(facts: Facts) -> tuple[Apology, ...]:
    """The forms of apology that the plan promised; none before there is one."""
    plan = facts.last(K.APOLOGY_PLAN)
    return Apology(plan.facts["apology"]).parts if plan else ()


def returns_to_a_cell(facts: Facts) -> bool:
    """Whether somebody who lives, and can take part, was given back their membership."""
    row = facts.last(K.REINSTATED)
    given_back = row is not None and row.facts["way"] == Way.MEMBERSHIP
    return given_back and condition(facts) is Condition.ALIVE


def is_confirmed(facts: Facts) -> bool:
    """Whether the discipline was found to be wrongful."""
    return facts.last(K.WRONGFUL) is not None


_ENDED = (K.DISMISSED,)
#: The order of the archive file; a file that ended without an apology has no papers of one.
DOSSIER = (
    Heading("Đề xuất xem xét kỷ luật oan; tài liệu làm căn cứ", (K.LEVELS, K.EVIDENCE, K.STATEMENT)),
    Heading("Quyết định xác định kỷ luật oan", (K.WRONGFUL,), must=True, or_by=_ENDED),
    Heading("Quyết định hủy quyết định kỷ luật", (K.ANNULLED,), must=True, or_by=_ENDED),
    Heading("Thông báo cho người bị kỷ luật oan; nguyện vọng, đơn", (K.WRONGED_TOLD, K.WISHES)),
    Heading("Kế hoạch xin lỗi, phục hồi", (K.APOLOGY_PLAN,), must=True, or_by=_ENDED),
    Heading("Biên bản hội nghị; việc đăng tải", (K.APOLOGY, K.PUBLISHED), must=True, or_by=_ENDED),
    Heading("Quyết định phục hồi; tiếp nhận lại", (K.REINSTATED, K.TAKEN_BACK), must=True, or_by=_ENDED),
    Heading("Thông báo kết quả; xem xét trách nhiệm", (K.NOTIFIED, K.ANSWERED_FOR)),
    Heading("Lý do không xác định oan, không xin lỗi", _ENDED),
)  # fmt: skip
