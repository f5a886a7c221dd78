"""The conditions of taking in and handling letters: who stays sealed, which way a letter may go, when it ends."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from law import Hit
from workflows.facts import Facts
from workflows.guards import Guard, guard, rule
from workflows.letters import (
    IN_THE_LIST,
    OPEN_ROUTES,
    OPEN_SOURCES,
    OTHER_ROUTES,
    SEALED_SOURCES,
    TOLD_SENDERS,
    Ground,
    Route,
    Sender,
    Source,
    Standing,
)
from workflows.rows import RowKind

#: The stages in which a letter waits for a procedure that settles it.
WAITING = frozenset({"cho_to_cao", "cho_khieu_nai"})


def received(facts: Facts) -> Mapping[str, Any]:
    """What the incoming book says of the letter; empty in the file of a part split off."""
    row = facts.last(RowKind.RECEIPT)
    return row.facts if row else {}


def classified(facts: Facts) -> Mapping[str, Any]:
    """How the letter is classified: by this step, or by the newest classification of the file."""
    if "nature" in facts.inputs:
        return facts.inputs
    row = facts.last(RowKind.CLASSIFICATION)
    return row.facts if row else {}


# Taking in


@guard(
    remedy="Ghi lại ngày: dấu bưu điện không sau ngày đến, ngày đến không sau ngày vào sổ.",
    reads_inputs=True,
)
def the_days_of_arrival_are_in_order(facts: Facts) -> bool:
    """Ngày dấu bưu điện, ngày đến và ngày vào sổ không theo thứ tự."""
    arrived = str(facts.inputs.get("arrived_on", ""))
    posted = str(facts.inputs.get("postmarked_on", ""))
    return posted <= (arrived or "9") and arrived <= facts.acted_on.isoformat()


@guard(
    remedy="Nhận phong bì danh tính (Phong bì danh tính → Nhận phong bì), rồi chỉ ghi bí danh vào sổ.",
    reads_inputs=True,
)
def a_denouncer_stays_sealed(facts: Facts) -> bool:
    """Chỉ người khiếu nại được ghi tên trong sổ, và đảng viên chất vấn; người gửi đơn tố cáo, phản ánh
    phải được niêm phong."""
    source, kind = facts.inputs.get("source"), facts.inputs.get("sender_kind")
    if source in SEALED_SOURCES:
        return kind not in (Sender.NAMED, Sender.ORGAN)
    return kind != Sender.NAMED or source is None or source in OPEN_SOURCES


@guard(
    remedy="Danh tính niêm phong: chỉ ghi bí danh. Có ghi tên: ghi ở ô người gửi. Không rõ người gửi: để trống cả hai.",
    reads_inputs=True,
)
def the_sender_stands_in_one_place(facts: Facts) -> bool:
    """Cách ghi người gửi không khớp: bí danh, họ tên và loại người gửi phải thống nhất."""
    asked = {
        Sender.SEALED: (True, False),
        Sender.NAMED: (False, True),
        Sender.ORGAN: (False, True),
        Sender.UNKNOWN: (False, False),
    }
    kind = facts.inputs.get("sender_kind")
    given = (bool(facts.inputs.get("envelope")), bool(facts.inputs.get("sender")))
    return kind is None or asked[Sender(kind)] == given


# Classifying


@guard(
    remedy="Nhận phong bì danh tính và đăng ký lại đơn dưới bí danh; ở hồ sơ này chọn không thụ lý,"
    " với lý do đã đăng ký lại.",
    reads_inputs=True,
)
def no_denouncer_was_named(facts: Facts) -> bool:
    """Đơn đã vào sổ có ghi tên người gửi thì không phân loại là tố cáo, phản ánh ở hồ sơ này."""
    return not (
        facts.inputs.get("nature") in SEALED_SOURCES
        and received(facts).get("sender_kind") == Sender.NAMED
    )


@guard(
    remedy="Ghi tình trạng của người gửi đúng với sổ: sổ ghi không rõ người gửi thì là giấu tên, mạo tên.",
    reads_inputs=True,
)
def the_standing_fits_the_book(facts: Facts) -> bool:
    """Tình trạng của người gửi không khớp với cách ghi trong sổ đơn đến."""
    kind, standing = received(facts).get("sender_kind"), facts.inputs.get("standing")
    if kind is None or standing is None:
        return True
    if kind == Sender.UNKNOWN:
        return standing in (Standing.ANONYMOUS, Standing.NONE)
    return bool((kind == Sender.ORGAN) == (standing == Standing.NONE))


@guard(
    remedy="Chọn hướng khác: đơn hỗn hợp thì tách trước; chỉ đơn tố cáo thụ lý tố cáo, chỉ đơn khiếu nại"
    " thụ lý khiếu nại.",
    reads_inputs=True,
)
def the_route_fits_the_letter(facts: Facts) -> bool:
    """Hướng xử lý này không dùng cho loại đơn, thông tin đã phân loại."""
    nature, route = classified(facts).get("nature"), facts.inputs.get("route")
    if nature is None or route is None:
        return True
    return Route(route) in OPEN_ROUTES.get(Source(nature), OTHER_ROUTES)


@guard(
    remedy="Nội dung không cụ thể thì không thụ lý, lưu đơn và nêu lý do.",
    reads_inputs=True,
)
def information_is_concrete(facts: Facts) -> bool:
    """Chỉ thông tin cụ thể mới dùng cho giám sát, kiểm tra."""
    used = facts.inputs.get("route") == Route.INFORMATION
    return not used or classified(facts).get("concrete") == "co"


# Going the way that was decided


def decided(route: Route) -> Guard:
    """The way decided for this letter is `route`; the file itself chooses by it between its moves."""

    def asks(facts: Facts) -> bool:
        said, row = facts.last(RowKind.CLASSIFICATION), facts.last(RowKind.ROUTE)
        if said is None:
            return True  # not classified yet: every way stands open
        newest = row if row and row.number > said.number else said  # until decided, as proposed
        return bool(newest.facts["route"] == route)

    asks.__doc__ = (
        f"Hướng xử lý đã quyết định không phải là “{route.label[0].lower()}{route.label[1:]}”."
    )
    return Guard(
        f"the_route_is_{route.value}",
        asks.__doc__,
        "Làm theo hướng đã quyết định, hoặc trả lại để phân loại lại.",
        asks,
        chooses=True,
    )


def _is_denounced(facts: Facts) -> bool:
    return classified(facts).get("nature") == Source.DENUNCIATION


@guard(
    remedy="Nhiều người ký: hướng dẫn từng người gửi đơn riêng. Cơ quan khác có thẩm quyền: chuyển đơn.",
)
def one_clear_person_denounces(facts: Facts) -> bool:
    """Đơn tố cáo được thụ lý phải do một người rõ họ tên, địa chỉ, có năng lực hành vi ký."""
    return (
        classified(facts).get("standing") == Standing.CLEAR
        and received(facts).get("sender_kind") == Sender.SEALED
    )


#: What a classification says that is a ground of the law's list not to consider a denunciation.
_AGAINST = {Standing.INCAPABLE: Ground.INCAPABLE, Standing.ANONYMOUS: Ground.ANONYMOUS}


@rule(
    "denunciation.not_considered",
    remedy="Giấu tên, mạo tên mà cụ thể: dùng làm thông tin. Các trường hợp khác: không thụ lý, thông báo lý do.",
)
def nothing_forbids_to_consider(facts: Facts, hit: Hit) -> bool:
    """Đơn thuộc trường hợp tố cáo không xem xét, giải quyết."""
    said = classified(facts)
    grounds = [_AGAINST[said["standing"]]] if said.get("standing") in _AGAINST else []
    grounds += [Ground.SETTLED] if said.get("settled") == "da_xong" else []
    return not any(_listed(ground, hit) for ground in grounds)


@rule(
    "denunciation.not_considered",
    remedy="Thụ lý, chuyển cơ quan có thẩm quyền hoặc dùng làm thông tin; hoặc chọn đúng trường hợp.",
    reads_inputs=True,
    applies=_is_denounced,
)
def the_ground_is_in_the_list(facts: Facts, hit: Hit) -> bool:
    """Lý do không thụ lý không có trong các trường hợp tố cáo không xem xét."""
    ground = facts.inputs.get("ground")
    return ground not in IN_THE_LIST or _listed(Ground(ground), hit)


def _listed(ground: Ground, hit: Hit) -> bool:
    return any(IN_THE_LIST[ground] in one for one in hit.value)


@rule(
    "complaint.mixed_letter",
    remedy="Chờ quy định, hoặc xử lý cả đơn theo hướng khác.",
)
def a_mixed_letter_is_split(facts: Facts, hit: Hit) -> bool:
    """Đơn này không vừa khiếu nại vừa tố cáo, không có phần nào để tách."""
    return classified(facts).get("nature") == Source.MIXED


@guard(
    remedy="Chỉ gia hạn trả lời phê bình, chất vấn, kiến nghị của đảng viên; đơn khác có thời hạn riêng."
)
def a_member_waits_for_an_answer(facts: Facts) -> bool:
    """Hồ sơ này không phải phê bình, chất vấn, kiến nghị của đảng viên."""
    return asks_for_an_answer(facts)


@guard(remedy="Ghi ngày sau ngày đến của văn bản.", reads_inputs=True)
def the_longer_time_is_ahead(facts: Facts) -> bool:
    """Ngày hẹn trả lời phải sau ngày đến."""
    return str(facts.inputs.get("until", "9")) > str(received(facts).get("arrived_on", ""))


def asks_for_an_answer(facts: Facts) -> bool:
    """Whether what came is a member's criticism, question or proposal, as classified or else as registered."""
    return (classified(facts).get("nature") or received(facts).get("source")) == Source.QUESTION


# Ending


#: The step by which whoever sent a letter is told what became of it, by the stage.
_TOLD_BY = dict.fromkeys((*WAITING, "da_chuyen"), "notify_sender") | {
    "khong_thu_ly": "notify_refusal"
}


def _step_that_tells(facts: Facts) -> tuple[str, ...]:
    return (_TOLD_BY[facts.stage],) if facts.stage in _TOLD_BY else ()


@guard(
    remedy="Ghi thông báo cho người gửi: chuyển đến đâu, thụ lý hay không, lý do.",
    still=_step_that_tells,
)
def the_sender_was_told(facts: Facts) -> bool:
    """Người gửi đơn chưa được thông báo kết quả xử lý."""
    known = received(facts).get("sender_kind") in TOLD_SENDERS
    due = facts.stage in _TOLD_BY and known
    return not due or facts.last(RowKind.SENDER_TOLD) is not None


@guard(remedy="Đơn giấu tên, không có người gửi thì không thông báo; lưu đơn, ghi lý do.")
def there_is_a_sender_to_tell(facts: Facts) -> bool:
    """Không rõ người gửi, hoặc cơ quan gửi: không có cá nhân nào để thông báo."""
    return received(facts).get("sender_kind") in TOLD_SENDERS


def _step_that_takes_up(facts: Facts) -> tuple[str, ...]:
    return ("record_taking_up",) if facts.stage in WAITING else ()


@guard(
    remedy="Ghi số, ngày văn bản thụ lý của quy trình giải quyết tố cáo, khiếu nại.",
    still=_step_that_takes_up,
)
def what_waits_was_taken_up(facts: Facts) -> bool:
    """Đơn còn chờ quy trình giải quyết tố cáo, khiếu nại: chưa có văn bản thụ lý."""
    return facts.stage not in WAITING or facts.last(RowKind.TAKEN_UP) is not None
