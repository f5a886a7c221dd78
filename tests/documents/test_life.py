"""The life of a paper: words frozen by the signature, numbered once, printed once, then served."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from documents import verification
from documents.kinds import (
    COMMITTEE_MINUTES,
    REPORT_OUTLINE,
    SUBJECT_REPORT,
    SUPERVISION_DECISION,
)
from documents.models import BookEntry, Paper, Print, Service, SignOff, State
from documents.printing import final_page
from documents.proofs import Proof
from documents.services import (
    agree,
    cancel,
    keep,
    pending_prints,
    print_paper,
    receive,
    serve,
    sign,
    submit,
    take_number,
    valid_sign_offs,
)

ON = date(2026, 9, 8)


def fresh(paper):
    return Paper.objects.get(pk=paper.pk)


def test_from_draft_to_service(office):
    paper = keep(office.draft())
    submit(paper)
    sign(office.draft(), by=office.chair, post=office.chairs, paper=paper)
    take_number(paper, date(2026, 9, 10))
    kept = print_paper(paper.pk)
    serve(
        fresh(paper),
        on=date(2026, 9, 11),
        to="Chi bộ thôn Mẫu Đoài",
        evidence="Biên bản ngày 11/9/2026",
    )

    text = " ".join(line.text for line in Proof(bytes(kept.pdf)).lines)

    assert fresh(paper).state == State.SERVED
    assert fresh(paper).reference == "01-QĐ/UBKTĐU"
    assert "Số 01-QĐ/UBKTĐU" in text
    assert "ngày 10 tháng 9 năm 2026" in text
    assert verification.faults() == []


def test_each_state_is_seen_on_the_way(office):
    seen = []
    paper = keep(office.draft())
    seen.append(paper.state_label)
    submit(paper)
    seen.append(paper.state_label)
    paper = sign(office.draft(), by=office.chair, post=office.chairs, paper=paper)
    seen.append(paper.state_label)
    take_number(paper, ON)
    seen.append(paper.state_label)
    print_paper(paper.pk)
    seen.append(fresh(paper).state_label)

    assert seen == [
        "Dự thảo",
        "Đã trình",
        "Đã ký, chưa có số",
        "Đã có số, chưa in",
        "Đã in, đã ban hành",
    ]


def test_minutes_take_no_number_and_wait_for_none(office):
    paper = office.signed(COMMITTEE_MINUTES)

    assert paper.state_label == "Đã ký, chưa in"
    assert paper.number is None
    assert print_paper(paper.pk).pages >= 1
    assert fresh(paper).state == State.ISSUED


@pytest.mark.parametrize(
    "change",
    [
        {"values": {}},
        {"values_sha256": "0" * 64},
        {"title": "khác"},
        {"layout": "2018"},
        {"signed_on": date(2026, 9, 9)},
        {"kind": "TB-01"},
        {"series": "khác"},
    ],
)
def test_nobody_changes_what_was_signed(office, change):
    paper = office.signed()

    with pytest.raises(IntegrityError, match="đã ký không được sửa"), transaction.atomic():
        Paper.objects.filter(pk=paper.pk).update(**change)


@pytest.mark.parametrize("change", [{"number": 9}, {"dated": date(2026, 9, 9)}, {"number": None}])
def test_number_and_day_are_written_once(office, change):
    paper = office.numbered()

    with pytest.raises(IntegrityError, match="chỉ được ghi một lần"), transaction.atomic():
        Paper.objects.filter(pk=paper.pk).update(**change)


@pytest.mark.parametrize("state", [State.DRAFT, State.SIGNED, State.SERVED])
def test_a_paper_goes_only_where_its_life_leads(office, state):
    paper = office.numbered()

    with pytest.raises(IntegrityError, match="không thể chuyển"), transaction.atomic():
        Paper.objects.filter(pk=paper.pk).update(state=state)


def test_papers_and_prints_are_never_removed(office):
    paper = office.numbered()
    kept = print_paper(paper.pk)

    for row in (kept, fresh(paper), BookEntry.objects.first(), SignOff.objects.first()):
        with pytest.raises(Exception, match=r"không được|permission denied"), transaction.atomic():
            type(row).objects.filter(pk=row.pk)._raw_delete("default")


def test_only_the_office_named_may_sign_for_the_committee(office, refused):
    other = office.leader

    with refused(because="không giữ chức vụ"):
        sign(office.draft(), by=office.chair, post=None)
    with refused(because="không giữ chức vụ"):
        sign(office.draft(on=date(2025, 12, 1)), by=office.chair, post=office.chairs)
    with refused(because="người đang ký là Đinh Văn Xét"):
        sign(office.draft(), by=other, post=office.chairs)


def test_the_team_leader_signs_without_an_office(office):
    paper = sign(office.draft(REPORT_OUTLINE), by=office.leader)

    assert paper.signed_by == office.leader


def test_a_changed_draft_voids_earlier_agreement(office):
    paper = keep(office.draft())
    agree(paper, office.leader, SignOff.Level.REVIEW)
    assert valid_sign_offs(paper).count() == 1

    keep(office.draft(duration="30 ngày làm việc"), paper=paper)

    assert valid_sign_offs(paper).count() == 0
    assert SignOff.objects.count() == 1


def test_after_the_signature_no_draft_takes_its_place(office, refused):
    paper = office.signed()

    with refused(because="không sửa được nội dung"):
        keep(office.draft(), paper=paper)
    with refused(because="không sửa được nội dung"):
        submit(paper)


def test_a_paper_is_printed_once(office):
    paper = office.numbered()

    first, again = print_paper(paper.pk), print_paper(paper.pk)

    assert first == again
    assert Print.objects.count() == 1


def test_what_was_numbered_but_not_printed_is_seen_and_finished_later(office):
    left = office.numbered()
    assert list(pending_prints()) == [left]

    print_paper(left.pk)

    assert list(pending_prints()) == []


def test_a_print_that_was_kept_though_the_state_was_not_is_finished(office):
    paper = office.numbered()
    kept = print_paper(paper.pk)

    assert print_paper(paper.pk).sha256 == kept.sha256
    assert list(pending_prints()) == []


def test_nothing_is_printed_before_its_number(office, refused):
    with refused(because="chưa in chính thức được"):
        print_paper(office.signed().pk)


def test_the_print_says_the_frozen_words(office):
    paper = office.numbered()

    assert "Số" in final_page(fresh(paper))
    assert "Chi bộ thôn Mẫu Đoài" in final_page(fresh(paper))


def test_nothing_is_served_before_it_is_printed(office, refused):
    with refused(because="chưa tống đạt được"):
        serve(office.numbered(), on=ON, to="Chi bộ", evidence="Biên bản")


def test_nothing_is_served_before_its_day(office, refused):
    paper = office.numbered()
    print_paper(paper.pk)

    with refused(because="trước ngày ban hành"):
        serve(fresh(paper), on=date(2026, 9, 1), to="Chi bộ", evidence="Biên bản")


def test_a_refusal_to_receive_is_recorded(office):
    paper = office.numbered()
    print_paper(paper.pk)

    served = serve(
        fresh(paper), on=ON, to="Chi bộ", evidence="Biên bản có hai người làm chứng",
        outcome=Service.Outcome.REFUSED,
    )  # fmt: skip

    assert served.get_outcome_display() == "Từ chối nhận, đã lập biên bản"
    assert fresh(paper).state == State.SERVED


def test_a_cancelled_paper_keeps_its_number_and_its_reason(office, refused):
    paper = office.numbered()
    with refused(because="phải nêu lý do"):
        cancel(paper, why=" ", on=ON)

    cancel(paper, why="Ghi sai đối tượng", on=ON, by=office.chair)

    assert fresh(paper).state == State.CANCELLED
    assert office.numbered().number == 2
    assert verification.faults() == []


def test_a_served_paper_is_corrected_only_by_a_new_one(office, refused):
    paper = office.numbered()
    print_paper(paper.pk)
    serve(fresh(paper), on=ON, to="Chi bộ", evidence="Biên bản")

    with refused(because="không hủy được"):
        cancel(fresh(paper), why="Sai sót", on=ON)
    new = sign(office.draft(), by=office.chair, post=office.chairs, replaces=fresh(paper))
    assert list(fresh(paper).replaced_by.all()) == [new]


def test_a_report_from_outside_is_received_not_issued(office, refused):
    report = receive(
        SUBJECT_REPORT,
        body=office.body,
        title="Báo cáo của Chi bộ thôn Mẫu Đoài",
        sender="Chi bộ thôn Mẫu Đoài",
        number="02-BC/CB",
        dated=ON,
    )

    assert report.state_label == "Đã tiếp nhận"
    assert report.reference == "02-BC/CB"
    with refused(because="do nơi khác gửi đến"):
        sign(office.draft(SUBJECT_REPORT, signatory="Hà Thị Kiểm"), by=office.chair)
    assert verification.faults() == []


@pytest.mark.parametrize(
    ("tampering", "named"),
    [
        ("UPDATE documents_print SET pdf = 'khac'", "nội dung tệp khác"),
        ("UPDATE documents_paper SET values = '{}'", "nội dung khác với bản đã ký"),
        ("UPDATE documents_paper SET number = 7 WHERE number = 1", "số, ngày khác với nhật ký"),
        ("UPDATE documents_paper SET dated = '2026-09-30'", "số, ngày khác với nhật ký"),
        (
            "UPDATE documents_bookentry SET content = replace(content, '01', '02')",
            "không khớp mã băm",
        ),
        ("DELETE FROM documents_bookentry WHERE sequence = 2", "thiếu phần cuối"),
        ("DELETE FROM documents_bookentry WHERE sequence = 1", "sai thứ tự"),
    ],
)
def test_even_what_the_owner_changes_by_hand_is_found(
    open_office, owner_connection, tampering, named
):
    for _ in range(2):
        print_paper(open_office.numbered().pk)
    assert verification.faults() == []

    table = tampering.split()[2 if tampering.startswith("DELETE") else 1]
    with owner_connection.cursor() as owner:
        owner.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        owner.execute(tampering)

    assert any(named in str(fault) for fault in verification.faults())


def test_decisions_name_the_paper_they_were_written_under(office):
    paper = office.signed(SUPERVISION_DECISION)

    assert paper.catalogued is SUPERVISION_DECISION
    assert len(paper.wording) == 64
