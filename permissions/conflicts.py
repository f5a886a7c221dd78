"""Grounds on which a person is too close to a matter to handle it: facts of the register, not opinions."""

from django.db.models import TextChoices


class Ground(TextChoices):
    """Căn cứ xung đột lợi ích, each told so that the person concerned may read it."""

    SUBJECT = "doi_tuong", "là đối tượng của hồ sơ"
    RELATIVE = "nguoi_than", "là người thân của đối tượng theo bản kê khai"
    MANAGER = "phu_trach_truc_tiep", "là người trực tiếp lãnh đạo tổ chức của đối tượng"
    DECIDED = (
        "da_quyet_dinh",
        "đã tham gia quyết định, chuẩn bị quyết định kỷ luật đang được xem xét lại",
    )
    DECLARED = "tu_khai", "đã tự khai có xung đột lợi ích và xin không tham gia"


#: Positions whose holder directly leads the members of his organisation.
MANAGING = ("bi_thu", "pho_bi_thu")


def grounds(
    is_subject: bool, is_kin: bool, manages: bool, declared: bool, decided: bool = False
) -> tuple[Ground, ...]:
    """The grounds that hold, in the order of their gravity."""
    found = (
        (Ground.SUBJECT, is_subject),
        (Ground.RELATIVE, is_kin),
        (Ground.MANAGER, manages),
        (Ground.DECIDED, decided),
        (Ground.DECLARED, declared),
    )
    return tuple(ground for ground, holds in found if holds)
