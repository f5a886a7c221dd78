"""One meeting in its room, from the roll to the minutes: what is pressed, what is refused, what everybody reads."""

from __future__ import annotations

import html
import re

import pytest
from django.urls import reverse

from cases.models import StepRecord
from cases.room_models import CountSheet
from tests.desk.cells import VOTING, Cell

SHEET = {
    "phat_ra": 12, "thu_vao": 12, "hop_le": 12, "khong_hop_le": 0,
    "khong": 0, "khien_trach": 0, "canh_cao": 3, "khai_tru": 9,
}  # fmt: skip
FIRST, SECOND = "Chu Văn Mẫu Công, Tổ trưởng", "La Thị Thử Dung, Thư ký"


class Room:
    """The room of the cell's meeting, its secretary at the laptop."""

    def __init__(self, cell: Cell):
        self.cell, self.at = cell, reverse("room", args=[cell.meeting.reference])
        self.page()  # signed in from here on

    def page(self, who: str = "xuong1", query: str = ""):
        return self.cell.get(who, "room", query, reference=self.cell.meeting.reference)

    def press(self, deed: str, item: int = 2, **said: object):
        self.answer = self.cell.clients["xuong1"].post(
            f"{self.at}{item}/{deed}/", {"key": f"{deed}-{len(said)}-{said}"[:64], **said}
        )
        return self.answer

    def counts(self, counter: str, **other: int):
        return self.press("dem", step="vote_to_propose", counter=counter, **{**SHEET, **other})

    def refused(self) -> str:
        assert self.answer.status_code == 422
        return _text(self.answer)

    @property
    def counting(self):
        (found,) = self.page().context["page"].matter.countings
        return found


def _text(answer) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


@pytest.fixture
def room(db) -> Room:
    return Room(Cell().invited())


def test_a_meeting_goes_from_its_roll_to_its_minutes(room):
    cell, told = room.cell, room.cell.told

    page = room.page().context["page"]
    assert page.begin.url.endswith(f"buoc/open_session/?phong={cell.meeting.reference}")
    assert [one.value for one in page.figures][:2] == ["14", "—"]
    assert page.quorum == ["Số người phải có mặt: chưa xác định được quy định vào ngày họp."]
    told.opens(cell.meeting, away={"xuong12": "vang_co_ly_do", "xuong13": "vang_khong_ly_do"})
    cell.meeting.refresh_from_db()
    (item,) = room.page().context["page"].items
    number = int(item.url.partition("=")[2])

    # one item after another, each with its hours; a slip of the hand is taken back and stays in the history
    assert room.press("bat-dau", number, at="08 giờ 05").status_code == 302
    room.press("bat-dau", number, at="08 giờ 06")
    assert "Còn một nội dung đang xem xét." in room.refused()
    assert room.press("ghi-nham", number, reason="Bấm nhầm giờ.").status_code == 302
    assert room.press("bat-dau", number, at="08 giờ 15").status_code == 302
    assert StepRecord.objects.filter(case=cell.meeting, step="take_up").count() == 2
    assert room.page().context["page"].items[0].times == "từ 08 giờ 15"

    # what it takes, before anything is counted
    counting = room.counting
    assert (counting.base, counting.entitled) == (12, 12)
    lighter, expulsion = counting.shares
    assert (lighter.what, lighter.needed) == (
        "khiển trách, cảnh cáo",
        None,
    )  # not read for that day
    assert (expulsion.what, expulsion.needed, expulsion.base) == ("khai trừ", 8, 12)
    assert expulsion.citation.startswith("294-QĐ/TW")

    # a count in which more came back than went out: both sheets stay, the ballot is held again
    room.counts(FIRST, thu_vao=13, hop_le=13, khai_tru=10)
    assert room.counting.sheets[0].totals == ()
    room.counts(FIRST)
    assert "Đồng chí này đã ghi phiếu kiểm." in room.refused()
    room.counts(SECOND, thu_vao=13, hop_le=13, khai_tru=10)
    assert room.counting.announce is None
    assert "nhiều hơn 12 phiếu đã phát" in room.counting.faults[0].text
    room.press("huy-dem", number, step="vote_to_propose", reason="Có phiếu không do tổ phát.")
    assert room.answer.status_code == 302
    assert (room.counting.round, room.counting.sheets) == (2, [])

    # two counters who do not agree: nothing can be announced until one counts again
    room.counts(FIRST)
    room.counts(SECOND, khai_tru=8, canh_cao=4)
    counting = room.counting
    assert counting.differs
    assert counting.announce is counting.tally is None
    step = cell.url("step", step="vote_to_propose")
    said = {
        "acted_on": f"{VOTING:%d/%m/%Y}", "key": "cong-bo", "meeting": cell.meeting.reference,
        "opinions": "Các đồng chí: nhất trí.", "conclusion": "Vi phạm đã rõ.", "envelope": "phong bì",
        "tellers": f"{FIRST}\n{SECOND}", **{f"totals__{name}": n for name, n in SHEET.items()},
    }  # fmt: skip
    room.answer = cell.clients["xuong1"].post(step, said)
    assert "hai phiếu kiểm chưa khớp" in room.refused()
    wrong = counting.sheets[1].pk
    assert room.press("rut-dem", number, step="vote_to_propose", sheet=wrong).status_code == 302
    room.counts(SECOND)
    assert CountSheet.objects.exclude(taken_back_at=None).get().pk == wrong

    # the agreed count against its share, announced with the same numbers only
    tally = room.counting.tally
    assert (tally.words, tally.votes.agree, tally.votes.threshold, tally.votes.base) == (
        "Khai trừ", 9, 8, 12,
    )  # fmt: skip
    assert "3·9 = 27 ≥ 24 = 2·12" in tally.lines[0]
    form = cell.clients["xuong1"].get(room.counting.announce.url).context["page"].form
    assert form["totals__khai_tru"].value() == 9
    assert form["tellers"].value() == f"{FIRST}\n{SECOND}"
    other = {**said, "totals__khai_tru": "8", "totals__canh_cao": "4"}
    room.answer = cell.clients["xuong1"].post(step, other)
    assert "Số phiếu khác với số hai người kiểm phiếu cùng ghi" in room.refused()
    announced = cell.clients["xuong1"].post(room.counting.announce.url, said)
    assert announced.url == f"{room.at}?ho-so={told.case.reference}"
    assert room.page().context["page"].matter.result.outcome

    # nothing left open at the end; the minutes tell how it went
    end = room.page().context["page"].end.url
    first = cell.clients["xuong1"].get(end).context["page"].form
    assert "khai trừ" in first["conclusion"].value()
    assert first["acted_on"].value() == VOTING.isoformat()
    close = {
        "acted_on": f"{VOTING:%d/%m/%Y}", "key": "ket", "conclusion": "Đề nghị khai trừ.",
        "ended": "10 giờ 30",
    }  # fmt: skip
    room.answer = cell.clients["xuong1"].post(end, close)
    assert "Còn một nội dung đang xem xét." in room.refused()
    assert room.press("ket-thuc", number, at="10 giờ 00").status_code == 302
    assert cell.clients["xuong1"].post(end, close).status_code == 302
    minutes = cell.meeting.papers.get(paper__kind="BB-05.HN").paper
    (told_item,) = minutes.values["agenda"]
    assert told_item["result"].startswith(
        "Từ 08 giờ 15 đến 10 giờ 00. Kết quả kiểm phiếu lần 1 không có giá trị (phát ra 12, thu về 13),"
        " bỏ phiếu lại ngay. Bỏ phiếu kín: phát ra 12"
    )
    assert minutes.values["ended"] == "10 giờ 30"
    assert [one.icon for one in room.page().context["page"].after] == ["pdf", "upload"]


def test_who_is_called_reads_the_wall_and_presses_nothing(room):
    cell = room.cell
    cell.told.opens(cell.meeting)
    cell.told.take(
        cell.meeting, "recuse", "xuong1", person=cell.told.who("xuong7").pk,
        case=cell.told.case.reference, reason="Là người thân.",
    )  # fmt: skip

    wall = room.page("xuong3")
    text = wall.content.decode()

    assert wall.context["page"].on_wall
    assert "rut-dem" not in text
    assert 'class="course"' not in text
    assert 'hx-trigger="every 5s"' in text
    asides = {one.who: one.what for one in wall.context["page"].matter.asides}
    assert asides["Mạc Văn Mẫu Giáp"].startswith("đã đề nghị không biểu quyết")
    assert "Là người thân" not in text
    number = wall.context["page"].matter.number
    cell.clients["xuong3"].post(f"{room.at}{number}/bat-dau/", {"at": "08 giờ 15", "key": "x"})
    assert not StepRecord.objects.filter(case=cell.meeting, step="take_up").exists()
    assert room.page("doai1").status_code == 404
    for deed, status in (("dem", 302), ("khac", 404)):
        parts = {"reference": cell.meeting.reference, "item": number, "deed": deed}
        assert cell.get("xuong1", "room-deed", **parts).status_code == status
