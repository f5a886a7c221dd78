"""Degrees of state secrecy: what is classified is refused whole, and only a stub of it is kept."""

from django.db.models import TextChoices

from workflows.facts import Facts
from workflows.guards import guard
from workflows.inputs import Choice


class Secrecy(TextChoices):
    """Độ mật of a document or a matter."""

    NONE = "khong_mat", "Không mật"
    SECRET = "mat", "Mật"
    TOP = "toi_mat", "Tối mật"
    UTMOST = "tuyet_mat", "Tuyệt mật"


#: What does not belong in this system.
CLASSIFIED = frozenset({Secrecy.SECRET, Secrecy.TOP, Secrecy.UTMOST})
REMEDY = (
    "Không đưa nội dung vào phần mềm: giữ bản giấy theo quy định về bảo vệ bí mật nhà nước;"
    " ở đây chỉ ghi phiếu giữ chỗ tại Lập đề xuất mới → Hồ sơ mật."
)

asked = Choice(
    name="secrecy",
    label="Độ mật của tài liệu",
    options=[(one.value, str(one.label)) for one in Secrecy],
    required=False,
)


@guard(remedy=REMEDY, reads_inputs=True)
def nothing_is_classified(facts: Facts) -> bool:
    """Tài liệu có độ mật từ Mật trở lên không được đưa vào phần mềm này."""
    return facts.inputs.get("secrecy") not in CLASSIFIED
