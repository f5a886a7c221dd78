"""What an examination means, in plain sentences: for the command and for the page, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from documents.signatures.examination import Examination, Found


class Weight(Enum):
    """How much a sentence weighs for whoever relies on the file."""

    GOOD, NOTE, DOUBT, BAD = "tot", "ghi_chu", "nghi", "xau"


@dataclass(frozen=True)
class Verdict:
    """One sentence about a signature or a file."""

    weight: Weight
    text: str


_SIGNS = {Weight.GOOD: "+", Weight.NOTE: "·", Weight.DOUBT: "?", Weight.BAD: "!"}

_FAULTS = {
    "not_pdf": gettext_lazy("Tệp này không phải PDF."),
    "encrypted": gettext_lazy("Tệp PDF có mật khẩu nên không kiểm tra được. Bỏ mật khẩu rồi thử lại."),
    "broken": gettext_lazy("Tệp PDF hỏng hoặc bị cắt mất một phần nên không kiểm tra được."),
    "large": gettext_lazy("Tệp lớn hơn 20 MB nên không kiểm tra."),
    "heavy": gettext_lazy(
        "Tệp đòi quá nhiều bộ nhớ hoặc thời gian nên việc kiểm tra đã dừng. "
        "Văn bản bình thường không như vậy."
    ),
}  # fmt: skip

_CHAINS = {
    "known": (
        Weight.GOOD,
        gettext_lazy("Chứng thư số truy được đến nơi cấp mà trang này tin cậy."),
    ),
    "unknown": (
        Weight.DOUBT,
        gettext_lazy(
            "Chưa truy được chứng thư số đến nơi cấp mà trang này tin cậy: chưa chắc người ký là ai."
        ),
    ),
    "expired": (Weight.DOUBT, gettext_lazy("Chứng thư số đã hết hạn, hoặc chưa có hiệu lực.")),
    "revoked": (Weight.BAD, gettext_lazy("Chứng thư số đã bị thu hồi.")),
    "unfit": (Weight.DOUBT, gettext_lazy("Chứng thư số không được cấp để ký văn bản.")),
}

_LATER = {
    "archival": (Weight.NOTE, gettext_lazy("Sau đó tệp chỉ thêm dữ liệu để lưu trữ lâu dài.")),
    "filling": (Weight.NOTE, gettext_lazy("Sau đó tệp chỉ có thêm chữ ký vào các ô đã chừa sẵn.")),
    "annotations": (Weight.BAD, gettext_lazy("Sau khi ký, tệp bị thêm ghi chú.")),
    "other": (Weight.BAD, gettext_lazy("Sau khi ký, tệp bị sửa theo cách không được phép.")),
    "unknown": (Weight.DOUBT, gettext_lazy("Không rõ sau khi ký tệp có bị sửa hay không.")),
}

_LOCKS = {
    1: gettext_lazy("Người ký khóa văn bản: sau đó không được thêm gì."),
    2: gettext_lazy("Người ký khóa nội dung: sau đó chỉ được ký và điền các ô đã chừa sẵn."),
    3: gettext_lazy("Người ký khóa nội dung: sau đó chỉ được ký, điền ô và thêm ghi chú."),
}


def on_file(found: Examination) -> Verdict:
    """Return the one sentence about the whole file."""
    counted = {"n": len(found.signatures)}
    if found.fault:
        return Verdict(Weight.BAD, str(_FAULTS[found.fault]))
    if not found.signatures:
        return Verdict(Weight.NOTE, _("Tệp không có chữ ký số nào."))
    if not all(one.is_sound for one in found.signatures):
        text = _("KHÔNG dùng tệp này: có chữ ký số hỏng, hoặc tệp bị sửa sau khi ký.")
        return Verdict(Weight.BAD, text)
    if found.signatures[-1].covers != "file":
        text = _("Các chữ ký số nguyên vẹn, nhưng phần cuối tệp không được ký.")
        return Verdict(Weight.DOUBT, text)
    if not all(one.is_known for one in found.signatures):
        text = _("%(n)d chữ ký số nguyên vẹn, tệp không bị sửa; chưa rõ nguồn gốc chứng thư số.")
        return Verdict(Weight.DOUBT, text % counted)
    text = _("%(n)d chữ ký số nguyên vẹn, chứng thư rõ nguồn gốc, tệp không bị sửa.")
    return Verdict(Weight.GOOD, text % counted)


def on_signature(one: Found, revisions: int) -> Iterator[Verdict]:
    """Yield the sentences about one signature, what matters most first."""
    if one.unreadable:
        yield Verdict(Weight.BAD, _("Không đọc được chữ ký này: dữ liệu chữ ký hỏng."))
        return
    if one.intact:
        yield Verdict(Weight.GOOD, _("Phần được ký còn nguyên vẹn."))
    else:
        yield Verdict(Weight.BAD, _("Phần được ký đã bị thay đổi, hoặc chữ ký hỏng."))
    yield _said(_CHAINS[one.chain])
    yield _coverage(one, revisions)
    if one.later in _LATER:
        yield _said(_LATER[one.later])
    if not one.allowed:
        yield Verdict(Weight.BAD, _("Việc sửa sau đó trái với mức khóa mà người ký đã đặt."))
    if one.certifies:
        yield Verdict(Weight.NOTE, str(_LOCKS[one.certifies]))
    if one.weak:
        yield Verdict(
            Weight.DOUBT,
            _("Dùng thuật toán băm %(name)s đã yếu: nên đề nghị nơi gửi ký lại bằng SHA-256.")
            % {"name": _algorithm(one.digest)},
        )
    yield _time(one)


def told(found: Examination) -> Iterator[str]:
    """Yield the whole report as lines of text, a sentence a line."""
    for number, one in enumerate(found.signatures, 1):
        yield f"{number}. {one.field}: {one.holder or '—'} · {one.issuer or '—'} · {moment(one.said_at)}"
        yield f"   {form_of(one)}"
        for verdict in on_signature(one, found.revisions):
            yield f"   {_SIGNS[verdict.weight]} {verdict.text}"


def form_of(one: Found) -> str:
    """Return the technical form of a signature, for those who ask: "PAdES, SHA-256"."""
    named = {"ETSI.CAdES.detached": "PAdES", "adbe.pkcs7.detached": "PKCS#7"}
    return f"{named.get(one.profile, one.profile)} ({one.profile}), {_algorithm(one.digest)}"


def moment(at: datetime | None) -> str:
    """Return a moment in the site's time: "14:05:09 05/09/2026"."""
    return f"{timezone.localtime(at):%H:%M:%S %d/%m/%Y}" if at else "—"


def _said(entry: tuple[Weight, str]) -> Verdict:
    return Verdict(entry[0], str(entry[1]))


def _coverage(one: Found, revisions: int) -> Verdict:
    if one.covers == "file":
        return Verdict(Weight.GOOD, _("Chữ ký phủ toàn bộ tệp."))
    if one.covers == "revision":
        text = _("Chữ ký phủ toàn bộ bản thứ %(n)d trong %(all)d bản của tệp.")
        return Verdict(Weight.NOTE, text % {"n": one.revision, "all": revisions})
    return Verdict(Weight.BAD, _("Chữ ký chỉ phủ một phần tệp."))


def _time(one: Found) -> Verdict:
    if one.kind == "time_stamp":
        return Verdict(Weight.NOTE, _("Đây là dấu thời gian của cả tệp."))
    if one.time_stamp is None:
        text = _("Không có dấu thời gian: giờ ký là giờ trên máy của người ký.")
        return Verdict(Weight.NOTE, text)
    told = {"at": moment(one.time_stamp.at), "by": one.time_stamp.by}
    if not one.time_stamp.intact:
        text = _("Dấu thời gian %(at)s của %(by)s không còn nguyên vẹn.")
        return Verdict(Weight.BAD, text % told)
    if one.time_stamp.chain != "known":
        text = _("Có dấu thời gian %(at)s của %(by)s; chưa rõ nguồn gốc nơi cấp.")
        return Verdict(Weight.NOTE, text % told)
    return Verdict(Weight.GOOD, _("Có dấu thời gian %(at)s của %(by)s.") % told)


def _algorithm(name: str) -> str:
    return name.upper().replace("SHA", "SHA-").replace("--", "-")
