"""The pages of meetings as those see them who organise them, before, during and after."""

from __future__ import annotations

import re
from datetime import date

from django.urls import reverse

from tests.desk.cells import VOTING, Cell
from tests.desk.test_api import Program

# The list


def test_meetings_to_come_stand_before_those_that_are_over(cell):
    cell.ended()
    coming = cell.told.meeting()

    page = cell.reads("xuong1", "meetings")

    assert page.index("Đang họp và sắp họp") < page.index(coming.reference)
    assert page.index(coming.reference) < page.index("Đã họp")
    assert page.index("Đã họp") < page.index(cell.meeting.reference)
    assert "Hội nghị Chi bộ Phân xưởng 2" in page


def test_a_meeting_is_called_from_the_list_for_each_body_one_writes_for(cell):
    body = cell.told.body("chi_bo_xuong").pk

    assert reverse("case-new", args=["HN", body]) in cell.reads("xuong2", "meetings")
    assert "Triệu tập cuộc họp" not in cell.reads("xuong3", "meetings")
    assert "Triệu tập cuộc họp" not in cell.reads("soat", "meetings")


def test_a_meeting_called_for_a_day_gone_by_is_refused_and_can_be_mended_on_the_same_page(cell):
    page = reverse("case-new", args=["HN", cell.told.body("chi_bo_xuong").pk])
    said = {
        "acted_on": f"{VOTING:%d/%m/%Y}", "key": "mot-cuoc-hop", "held_on": "01/03/2026",
        "starts": "19 giờ 30", "place": "Nhà văn hóa", "chair": "Bí thư", "recorder": "Thư ký",
    }  # fmt: skip
    cell.get("xuong2", "meetings")

    answer = cell.clients["xuong2"].post(page, said)

    text = answer.content.decode()
    assert answer.status_code == 422
    assert "Ngày họp không được trước ngày triệu tập." in text
    assert '<button class="btn btn-act">Triệu tập</button>' in text
    assert 'value="01/03/2026"' in text

    mended = cell.clients["xuong2"].post(page, {**said, "held_on": f"{VOTING:%d/%m/%Y}"})
    assert mended.status_code == 302


def test_whoever_is_called_to_nothing_is_told_so(cell):
    page = cell.reads("doai1", "meetings")

    assert "Chưa có cuộc họp nào" in page
    assert cell.meeting.reference not in page


def test_meetings_are_no_matters_but_their_work_is_somebodys(cell):
    matters = cell.reads("xuong1", "cases")
    work = cell.reads("xuong1", "worklist")

    assert cell.told.case.reference in matters
    assert cell.meeting.reference not in matters
    assert 'value="HN"' not in matters
    assert cell.meeting.reference in work
    assert reverse("meeting", args=[cell.meeting.reference]) in work


def test_the_usual_page_of_the_file_leads_to_the_page_of_the_meeting(cell):
    for name in ("case", "case-retold"):
        answer = cell.get("xuong1", name, reference=cell.meeting.reference)

        assert answer.url == reverse("meeting", args=[cell.meeting.reference])


def test_a_matter_has_no_page_among_the_meetings(cell):
    assert cell.get("xuong1", "meeting", reference=cell.told.case.reference).status_code == 404


# The organiser


def test_the_organiser_finds_the_next_steps_and_what_stands_against_them(cell):
    cell.told.take(cell.meeting, "drop_item", "xuong1", item=2, reason="Chưa đủ hồ sơ.")

    page = cell.reads("xuong1")

    assert "Chương trình họp chưa có nội dung nào" in page
    assert "Đưa ít nhất một hồ sơ vào chương trình" in page
    assert reverse("step", args=[cell.meeting.reference, "add_item"]) in page


def test_whoever_prepares_the_agenda_is_offered_only_matters_that_they_may_open(cell):
    meeting = cell.told.meeting("dang_uy_hoa", by="hoa_bt")

    def offered(who: str) -> list[str]:
        page = cell.reads(who, "step", reference=meeting.reference, step="add_item")
        return re.findall(r'value="([KH][LN]-[^"]*)"', page)

    assert offered("hoa_bt") == [cell.told.case.reference]
    assert offered("hoa1") == []


def test_during_the_session_whoever_writes_for_it_goes_to_the_ballot_of_each_matter(cell):
    before = cell.invited().reads("xuong1")
    cell.told.opens(cell.meeting, away={"xuong12": "vang_co_ly_do", "xuong13": "vang_co_ly_do"})
    during = cell.reads("xuong1")
    cell.told.votes(cell.meeting, issued=12, khai_tru=9, canh_cao=3)
    after = cell.reads("xuong1")

    assert cell.vote_step not in before
    assert cell.vote_step in during
    assert cell.vote_step not in after
    assert "2·12" in after


def test_the_ballot_form_knows_the_meeting_and_offers_this_slip_only(cell):
    cell.opened()

    answer = cell.get(
        "xuong1", "step", f"?meeting={cell.meeting.reference}",
        reference=cell.told.case.reference, step="vote_to_propose",
    )  # fmt: skip
    form = answer.context["page"].form
    asked = [name.removeprefix("totals__") for name in form.fields if "totals__" in name]

    assert form["meeting"].value() == cell.meeting.reference
    assert asked == [
        "phat_ra", "thu_vao", "hop_le", "khong_hop_le", "khong", "khien_trach", "canh_cao", "khai_tru",
    ]  # fmt: skip
    assert "người được xem xét không giữ chức vụ" in form["totals__khong"].help_text


def test_a_count_that_does_not_add_up_is_refused_and_can_be_mended_on_the_same_page(cell):
    cell.opened()
    form = cell.get("xuong1", "step", f"?meeting={cell.meeting.reference}",
                    reference=cell.told.case.reference, step="vote_to_propose").context["page"].form  # fmt: skip
    said = {
        "acted_on": f"{VOTING:%d/%m/%Y}", "key": form["key"].value(), "meeting": cell.meeting.reference,
        "opinions": "Các đồng chí: nhất trí.", "conclusion": "Vi phạm đã rõ.", "envelope": "phong bì",
        "tellers": "Chu Văn Mẫu Công, Tổ trưởng\nLa Thị Thử Dung, Thư ký",
        "totals__phat_ra": "12", "totals__thu_vao": "13", "totals__hop_le": "12",
        "totals__khong_hop_le": "0", "totals__khai_tru": "9", "totals__canh_cao": "3",
    }  # fmt: skip

    answer = cell.clients["xuong1"].post(cell.vote_step, said)

    text = answer.content.decode()
    assert answer.status_code == 422
    assert "nhiều hơn 12 phiếu đã phát" in text
    assert '<button class="btn btn-act">' in text
    assert 'value="13"' in text

    mended = cell.clients["xuong1"].post(cell.vote_step, {**said, "totals__thu_vao": "12"})
    assert mended.status_code == 302


def test_a_roll_form_has_one_line_a_person_all_of_them_present_at_first(cell):
    cell.invited()

    answer = cell.get("xuong1", "step", reference=cell.meeting.reference, step="open_session")
    form = answer.context["page"].form
    lines = [form[name] for name in form.fields if name.startswith("attendance__")]

    assert len(lines) == 14
    assert [line.field.choices[0] for line in lines] == [("co_mat", "Có mặt")] * 14
    assert "14 người thuộc thành phần họp" in lines[0].help_text


def test_a_roll_sent_as_it_stands_opens_the_session(db):
    cell = Cell(date(2026, 11, 20)).invited()
    url = reverse("step", args=[cell.meeting.reference, "open_session"])
    form = cell.get("xuong1", "step", reference=cell.meeting.reference, step="open_session")
    page = form.context["page"].form
    said = {name: "co_mat" for name in page.fields if name.startswith("attendance__")}

    answer = cell.clients["xuong1"].post(
        url, {**said, "acted_on": "20/11/2026", "key": page["key"].value()}
    )

    assert answer.url == reverse("meeting", args=[cell.meeting.reference])
    cell.meeting.refresh_from_db()
    assert cell.meeting.stage == "dang_hop"


# The roll


def test_the_roll_says_who_is_not_counted_and_by_which_rule(cell):
    cell.opened()

    rows = {row.who.name: row for row in cell.get("xuong3").context["page"].roll}

    assert rows["Hà Thị Thử Ngọc"].state.text == "Vắng mặt có lý do"
    assert rows["Hà Thị Thử Ngọc"].reason == "được miễn sinh hoạt và vắng mặt"
    assert rows["Hà Thị Thử Ngọc"].citation.startswith("294-QĐ/TW")
    assert rows["Chu Văn Mẫu Công"].state.text == "Có mặt"
    assert not rows["Chu Văn Mẫu Công"].reason


def test_where_the_law_of_the_day_was_not_found_nobody_is_said_not_to_count(db):
    cell = Cell(date(2026, 11, 20)).invited()
    cell.told.opens(cell.meeting, away={"xuong12": "vang_co_ly_do"})

    page = cell.get("xuong3").context["page"]
    exempt = next(row for row in page.roll if row.who.name == "Hà Thị Thử Ngọc")

    assert page.base_asked
    assert exempt.asked
    assert [figure.value for figure in page.figures] == ["14", "13", "—", "—"]
    assert "phần mềm sẽ hỏi khi ghi kết quả bỏ phiếu" in cell.reads("xuong3")


def test_before_the_session_only_organisers_see_the_list(cell):
    cell.invited()

    assert len(cell.get("xuong1").context["page"].roll) == 14
    assert not cell.get("xuong3").context["page"].roll


def test_who_asked_not_to_vote_is_told_and_the_base_stays(cell):
    cell.opened()
    cell.told.take(
        cell.meeting, "recuse", "xuong1", person=cell.told.who("xuong7").pk,
        case=cell.told.case.reference, reason="Là người thân.",
    )  # fmt: skip

    page = cell.get("xuong3").context["page"]
    rows = {row.who.name: row for row in page.roll}

    assert rows["Mạc Văn Mẫu Giáp"].recused == cell.told.case.reference
    assert page.items[0].recused == 1
    assert [figure.value for figure in page.figures] == ["14", "12", "12", "12"]
    assert "Là người thân" not in cell.reads("xuong3")


# After the end


def test_the_follow_up_says_what_each_matter_waits_for_and_whose_turn_it_is(cell):
    cell.ended()
    follow_up = cell.get("xuong1").context["page"].follow_up

    assert [item.ref for item in follow_up] == [cell.told.case.reference]
    assert any("Chi bộ Phân xưởng 2" in wait.value for wait in follow_up[0].waits)
    assert "gửi đề nghị" in " ".join(wait.label for wait in follow_up[0].waits)
    assert not cell.get("xuong3").context["page"].follow_up


def test_the_conclusion_and_the_minutes_are_for_everybody_called(cell):
    cell.ended()

    page = cell.reads("xuong3")

    assert "Chi bộ đề nghị khai trừ." in page
    assert "Biên bản hội nghị Chi bộ Phân xưởng 2" in page


# The API


def test_a_program_lists_the_meetings_of_its_person(cell):
    cell.ended()

    voter = Program(cell.told.who("xuong3")).get("/meetings").json()

    assert [one["reference"] for one in voter] == [cell.meeting.reference]
    assert voter[0]["held_on"] == VOTING.isoformat()
    assert voter[0]["stage_label"] == "Đã kết thúc"
    assert voter[0]["items"] == 1
    assert Program(cell.told.who("doai1")).get("/meetings").json() == []
