"""The forms of discipline of a member and what may stand on a slip, in the field's own words."""

from django.db.models import TextChoices


class Form(TextChoices):
    """Hình thức kỷ luật đảng viên, from the lightest to the heaviest; the first is none at all."""

    NONE = "khong", "Không kỷ luật"
    REPRIMAND = "khien_trach", "Khiển trách"
    WARNING = "canh_cao", "Cảnh cáo"
    REMOVAL = "cach_chuc", "Cách chức"
    EXPULSION = "khai_tru", "Khai trừ"


#: Forms that end a membership or a post for good leave nothing that could lapse later.
NEVER_LAPSES = frozenset({Form.EXPULSION})


class Part(TextChoices):
    """What a body does with a vote on discipline."""

    PROPOSES = "de_nghi", "Đề nghị"
    DECIDES = "quyet_dinh", "Quyết định"
