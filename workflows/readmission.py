"""Whether somebody who left the Party may be considered again: yes, no, or ask, each reason with its citation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

import law
from law import Hit, Reason, terms
from workflows.removals import Ground

WAIT, MINOR, NEVER = "readmission.wait", "readmission.wait.minor_crime", "readmission.never"


class Said(Enum):
    """The three answers; a silence of the law is never a yes."""

    YES, NO, ASK = "duoc_xet", "khong", "hoi"


class Convicted(Enum):
    """What the person was convicted of, as the conditions tell convictions apart."""

    NOT, MINOR, SERIOUS, CORRUPTION = "khong", "it_nghiem_trong", "nghiem_trong", "tham_nhung"


@dataclass(frozen=True, kw_only=True)
class Case:
    """What is known of whoever asks: how and when they left, and what the officer was told of the time since.

    `ground` is that of a strike-off, `cleared_on` the day the record was cleared after a minor crime.
    """

    way: str
    left_on: date
    ground: str = ""
    convicted: Convicted = Convicted.NOT
    cleared_on: date | None = None
    broke_unity: bool = False
    hardship: bool = False
    readmitted_before: bool = False
    province_consents: bool = False


@dataclass(frozen=True)
class Answer:
    """What was said, every reason, and the rules that were asked."""

    said: Said
    reasons: tuple[Reason, ...]
    hits: tuple[Hit, ...]


def judge(case: Case, on: date) -> Answer:
    """Judge the conditions as they stand on `on` (inclusive): whatever the law does not tell is asked."""
    hits = tuple(law.rule(one, on=on) for one in (NEVER, WAIT))
    if case.convicted is Convicted.MINOR:
        hits += (law.rule(MINOR, on=on),)
    asks = tuple(_asking(hit) for hit in hits if not hit.gives_verdict)
    if case.way == "xoa_ten" and not case.ground:
        asks += (_which_ground(hits[0]),)
    against = tuple(
        reason for hit in hits if hit.gives_verdict for reason in _against(case, on, hit)
    )
    said = Said.NO if against else Said.ASK if asks else Said.YES
    return Answer(said, (*against, *asks), hits)


def _against(case: Case, on: date, hit: Hit) -> Iterator[Reason]:
    if hit.rule == NEVER:
        yield from (_never(hit, words) for mark, words in _BARS if _holds(mark, case, hit))
        return
    start = case.cleared_on if hit.rule == MINOR else case.left_on
    if start is None:
        yield _reason(hit, "Chưa được xóa án tích.", "Chờ được xóa án tích rồi tính thời gian.")
        return
    over = terms.deadline(hit, start)
    if over and on <= over.longest:
        text = f"Chưa đủ thời gian kể từ ngày {start:%d/%m/%Y}; đủ từ sau ngày {over.longest:%d/%m/%Y}."
        yield _reason(hit, text, "Chờ đủ thời gian.")
    if hit.rule == WAIT and case.readmitted_before:
        yield _reason(hit, "Chỉ kết nạp lại một lần.", "Không xét kết nạp lại lần nữa.")
    if hit.rule == WAIT and not case.province_consents:
        yield _reason(
            hit,
            "Chưa có văn bản đồng ý của ban thường vụ tỉnh ủy.",
            "Báo cáo ban thường vụ tỉnh ủy xem xét, đồng ý bằng văn bản.",
        )


#: The word by which each bar is known in the law's list, and what is said of it.
_BARS = (
    ("bỏ sinh hoạt", "Đã tự bỏ sinh hoạt đảng."),
    ("tự xin ra", "Đã tự xin ra khỏi Đảng."),
    ("mất đoàn kết", "Đã gây mất đoàn kết nghiêm trọng."),
    ("tham nhũng", "Đã bị kết án về tội tham nhũng."),
    ("nghiêm trọng trở lên", "Đã bị kết án về tội nghiêm trọng trở lên."),
)


def _holds(mark: str, case: Case, hit: Hit) -> bool:
    """Whether the law lists this bar and it is met; hardship of the family lifts one of them where the list says so."""
    listed = [str(one) for one in hit.value if mark in str(one)]
    if not listed:
        return False
    met = {
        "bỏ sinh hoạt": case.ground in (Ground.ABSENT, Ground.TRANSFER),
        "tự xin ra": case.way == "xin_ra" and not (case.hardship and "trừ" in listed[0]),
        "mất đoàn kết": case.broke_unity,
        "tham nhũng": case.convicted is Convicted.CORRUPTION,
        "nghiêm trọng trở lên": case.convicted is Convicted.SERIOUS,
    }
    return met[mark]


def _never(hit: Hit, words: str) -> Reason:
    return _reason(hit, f"{words} Không xét kết nạp lại.", "Trả lời người đề nghị, nêu quy định.")


def _reason(hit: Hit, text: str, remedy: str) -> Reason:
    return Reason(hit.rule, text, hit.cited, hit.confidence, remedy)


def _which_ground(hit: Hit) -> Reason:
    text = "Chưa biết bị xóa tên theo căn cứ nào; có căn cứ không bao giờ được kết nạp lại."
    return _reason(hit, text, "Xem quyết định xóa tên, ghi căn cứ rồi hỏi lại.")


def _asking(hit: Hit) -> Reason:
    return Reason(
        hit.rule,
        f"Chưa xác định được quy định “{hit.label_vi}” vào ngày này.",
        hit.cited,
        "uncertain",
        "Đọc văn bản, bổ sung quy định ở trang Quy định rồi hỏi lại.",
    )
