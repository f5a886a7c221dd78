"""Why something may not be done with an envelope: every reason at once, each with what puts it right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings

from law import Reason
from permissions.vault.deeds import Ask, Deed, Ledger


class VaultRefused(Exception):
    """It may not be done; `reasons` holds all of them, and nothing was changed."""

    def __init__(self, reasons: Sequence[Reason]):
        self.reasons = tuple(reasons)
        super().__init__(" ".join(reason.text for reason in self.reasons))


def not_in_post(post: Any, who: str) -> Iterator[Reason]:
    """Whoever has no post for it reads who does."""
    if post is None:
        yield Reason(
            "permission",
            f"Chỉ {who} của cơ quan giữ phong bì, đang giữ chức vụ trong ngày, được làm việc này.",
            remedy="Chuyển việc cho người đang giữ chức vụ đó.",
        )


def said_nothing(words: Mapping[str, str], needed: Mapping[str, str]) -> Iterator[Reason]:
    """Every needed word that was left empty; `needed` is name → label."""
    for name, label in needed.items():
        if not (words.get(name) or "").strip():
            yield Reason(f"input.{name}", f"Chưa ghi {label}.", remedy=f"Ghi {label}.")


def in_the_future(acted_on: date, today: date) -> Iterator[Reason]:
    """A deed is recorded on its day or later."""
    if acted_on > today:
        yield Reason("day.future", "Ngày thực hiện sau hôm nay.", remedy="Ghi ngày đã thực hiện.")


def before_taken_in(acted_on: date, received_on: date) -> Iterator[Reason]:
    """Nothing happened to an envelope before it was there."""
    if acted_on < received_on:
        yield Reason(
            "day.before",
            "Ngày thực hiện trước ngày nhận phong bì.",
            remedy="Ghi lại cho đúng ngày.",
        )


def paper_is_gone(ledger: Ledger) -> Iterator[Reason]:
    """A destroyed envelope is neither handed over nor opened."""
    if ledger.destroyed:
        yield Reason(
            "envelope.destroyed", "Phong bì giấy đã hủy.", remedy="Xem lịch sử của phong bì."
        )


def switched_off() -> Iterator[Reason]:
    """Without the site's switch nothing is sealed or shown."""
    if not settings.IDENTITY_VAULT:
        yield Reason(
            "vault.off",
            "Kho danh tính đang tắt ở trang này.",
            remedy="Mở phong bì giấy theo văn bản cho phép, rồi ghi việc mở.",
        )


def nothing_to_show(ledger: Ledger) -> Iterator[Reason]:
    """Only a sealed identity that was not erased can be seen."""
    if ledger.erased:
        yield Reason(
            "vault.erased", "Danh tính đã bị xóa khỏi kho.", remedy="Xem lịch sử của phong bì."
        )
    elif not ledger.sealed:
        yield Reason(
            "vault.empty",
            "Phong bì này không có danh tính niêm trong kho.",
            remedy="Mở phong bì giấy theo văn bản cho phép, rồi ghi việc mở.",
        )


def against_answering(ask: Ask | None, person: int, deed: Deed) -> Iterator[Reason]:
    """One answers what still waits; the one who asked only withdraws, another one answers."""
    if ask is None:
        yield Reason("ask.none", "Không có lần xin này.", remedy="Mở lại trang phong bì.")
        return
    if deed is Deed.WITHDRAW:
        if ask.withdrawn or ask.declined_by:
            yield Reason("ask.over", "Lần xin này đã kết thúc.", remedy="Xin lại nếu cần.")
        if person not in {ask.by, ask.approved_by}:
            yield Reason(
                "ask.not_own",
                "Chỉ người xin hoặc người đã đồng ý được rút.",
                remedy="Nhờ một trong hai người ấy rút.",
            )
        return
    if not ask.waits:
        yield Reason("ask.over", "Lần xin này không còn chờ trả lời.", remedy="Xin lại nếu cần.")
    if person == ask.by:
        yield Reason(
            "ask.alone",
            "Người xin không tự trả lời lần xin của mình.",
            remedy="Một người khác có thẩm quyền trả lời.",
        )


def against_looking(
    ask: Ask | None, person: int, now: datetime, lasts: timedelta
) -> Iterator[Reason]:
    """Only the one who asked looks, on another's consent that still holds."""
    if ask is None:
        yield Reason("ask.none", "Không có lần xin này.", remedy="Mở lại trang phong bì.")
        return
    if person != ask.by:
        yield Reason(
            "ask.not_own",
            "Chỉ người đã xin được xem theo lần xin này.",
            remedy="Tự lập lần xin của mình, nêu lý do.",
        )
    if ask.withdrawn:
        yield Reason("ask.over", "Lần xin này đã được rút.", remedy="Xin lại nếu cần.")
    elif ask.declined_by:
        yield Reason("ask.over", "Lần xin này không được đồng ý.", remedy="Xin lại nếu cần.")
    elif ask.approved_at is None:
        yield Reason(
            "ask.waits",
            "Chưa có người thứ hai đồng ý.",
            remedy="Nhờ một người khác có thẩm quyền trả lời lần xin.",
        )
    elif not ask.live(now, lasts):
        yield Reason("ask.expired", "Sự đồng ý đã hết hạn.", remedy="Xin lại, nêu lý do.")
