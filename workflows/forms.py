"""The forms of discipline and what may stand on a slip, in the field's own words."""

from django.db.models import TextChoices


class Form(TextChoices):
    """Hình thức kỷ luật, from the lightest to the heaviest; the first is none at all."""

    NONE = "khong", "Không kỷ luật"
    REPRIMAND = "khien_trach", "Khiển trách"
    WARNING = "canh_cao", "Cảnh cáo"
    REMOVAL = "cach_chuc", "Cách chức"
    EXPULSION = "khai_tru", "Khai trừ"
    DISSOLUTION = "giai_tan", "Giải tán"


class Whom(TextChoices):
    """Whom a discipline is about, as the law tells them apart."""

    MEMBER = "member", "Đảng viên"
    ORGANISATION = "organisation", "Tổ chức đảng"

    @property
    def forms(self) -> tuple[Form, ...]:
        """What may stand on a slip about them, none at all first; what one offers is the law's to say."""
        return _FORMS[self]

    @property
    def gravest(self) -> Form:
        """The form that ends the membership, or the organisation, and that two bodies vote on."""
        return self.forms[-1]


_FORMS = {
    Whom.MEMBER: tuple(form for form in Form if form is not Form.DISSOLUTION),
    Whom.ORGANISATION: (Form.NONE, Form.REPRIMAND, Form.WARNING, Form.DISSOLUTION),
}

#: Forms that end a membership or an organisation for good leave nothing that could lapse later.
NEVER_LAPSES = frozenset({Form.EXPULSION, Form.DISSOLUTION})


class Part(TextChoices):
    """What a body does with a vote on discipline."""

    PROPOSES = "de_nghi", "Đề nghị"
    DECIDES = "quyet_dinh", "Quyết định"
    REVIEWS = "xem_xet_lai", "Giải quyết khiếu nại, xem xét lại"
