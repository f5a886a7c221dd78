"""The secret ballot: the options one slip offers this person, and whether a count holds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from law.faults import Impossible
from law.hits import Hit
from law.lawbook import LawBook
from law.reasons import Reason
from law.votes import NONE

BALLOT = "vote.discipline.ballot"
FORMS = {
    "dang_vien": "form.member.official",
    "du_bi": "form.member.probationary",
    "to_chuc_dang": "form.organisation",
}
#: Removal from office, offered only to somebody who holds one.
REMOVAL = "cach_chuc"
#: The gravest form, which no slip on a probationary member offers.
EXPULSION = "khai_tru"
#: A count is made by at least two; the project's own rule (DESIGN: votes), not one of the law.
TELLERS = 2


@dataclass(frozen=True)
class Slip:
    """What one slip offers, lightest first; `left_out` says why a form is missing."""

    options: tuple[str, ...]
    left_out: tuple[Reason, ...]
    hit: Hit


@dataclass(frozen=True)
class Count:
    """What the tellers wrote down; `votes` are the valid slips per option."""

    issued: int
    received: int
    invalid: int
    votes: Mapping[str, int]
    tellers: int

    @property
    def valid(self) -> int:
        """Return the slips received that count."""
        return self.received - self.invalid


def slip(book: LawBook, on: date, subject: str, *, holds_post: bool = False) -> Slip:
    """Return the one slip for deciding or proposing on this person at a meeting of that day.

    Always offers no discipline; never removal from office to somebody without a post. Raises
    Impossible for a subject no form exists for.
    """
    if subject not in FORMS:
        raise Impossible(f"Không có phiếu cho “{subject}”; có: {', '.join(FORMS)}.")
    hit = book.rule(FORMS[subject], on)
    forms = tuple(hit.value or ())
    without_post = REMOVAL in forms and not holds_post
    left_out = (_no_post(hit),) if without_post else ()
    offered = (form for form in forms if not (form == REMOVAL and without_post))
    return Slip((NONE, *offered), left_out, hit)


def refusals(count: Count, offered: Slip, entitled: int) -> tuple[Reason, ...]:
    """Return everything that makes a count void or wrong; empty when it holds.

    `entitled` is how many members may be given a slip at this meeting.
    """
    return tuple(_wrong(count, offered, entitled))


def _wrong(count: Count, offered: Slip, entitled: int) -> Iterator[Reason]:
    if count.issued > entitled:
        yield _reason(
            f"Phát {count.issued} phiếu nhưng chỉ {entitled} người được nhận phiếu.",
            "Thu hồi phiếu phát nhầm trước khi kiểm phiếu; hội nghị tiếp tục.",
        )
    if count.received > count.issued:
        yield _reason(
            f"Thu về {count.received} phiếu, nhiều hơn {count.issued} phiếu đã phát: "
            "kết quả không có giá trị.",
            "Bỏ phiếu lại ngay trong hội nghị; giữ cả hai biên bản kiểm phiếu.",
        )
    if sum(count.votes.values()) != count.valid:
        yield _reason(
            f"Tổng phiếu các phương án ({sum(count.votes.values())}) khác số phiếu hợp lệ "
            f"({count.valid}).",
            "Kiểm lại phiếu.",
        )
    if count.tellers < TELLERS:
        yield _reason("Tổ kiểm phiếu phải có từ hai người.", "Cử thêm người kiểm phiếu.")
    for option in sorted(set(count.votes) - set(offered.options)):
        yield _reason(
            f"Phương án “{option}” không áp dụng cho người này.",
            f"Dùng phiếu có: {', '.join(offered.options)}.{_other_way(option, offered)}",
            offered.hit,
        )


def _other_way(option: str, offered: Slip) -> str:
    """Where the law has another way for what a slip does not offer: a probationary member is struck off."""
    if option != EXPULSION or offered.hit.rule != FORMS["du_bi"]:
        return ""
    return " Không còn đủ tư cách thì mở hồ sơ xóa tên đảng viên dự bị."


def _no_post(hit: Hit) -> Reason:
    text = "Không ghi cách chức: người được xem xét không giữ chức vụ."
    return _reason(text, "Nếu có chức vụ, ghi chức vụ vào danh sách chức vụ.", hit)


def _reason(text: str, remedy: str, hit: Hit | None = None) -> Reason:
    rule = hit.rule if hit else BALLOT
    cited, confidence = (hit.cited, hit.confidence) if hit else (None, None)
    return Reason(rule, text, cited, confidence, remedy)
