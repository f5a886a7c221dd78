"""Papers of discipline: who issues them, what they cite, what they may not leave out."""

import re
from datetime import date

import pytest

import law
from documents import kinds
from documents.drafting import PaperRefused, draft
from documents.fields import FORMS, REMOVAL
from documents.pages import Issue, page_of
from documents.press import boxes_of, press
from documents.proofs import Proof, Source
from documents.samples import sample_body, sample_values
from documents.services import sign, take_number
from registry.models import Body, BodyKind, Organisation, Person, Position, Post, Term

ON = date(2026, 9, 8)
IN_2017 = date(2017, 10, 20)
IN_2026 = date(2026, 3, 30)

#: The sentences and căn cứ of the two founding stories, as they stand on the paper.
CELL_COMPLAINT = (
    "Trong thời hạn 30 ngày làm việc, kể từ ngày nhận được Quyết định, đồng chí Bàn Văn Ví có quyền "
    "khiếu nại với cấp ủy hoặc ủy ban kiểm tra cấp trên; trong khi chờ giải quyết phải chấp hành "
    "nghiêm Quyết định."
)
COMMITTEE_COMPLAINT = (
    "Trong thời hạn 30 ngày, kể từ ngày nhận được Quyết định này, nếu không đồng ý, đồng chí Đặng "
    "Văn Thử có quyền khiếu nại với cấp ủy hoặc ủy ban kiểm tra cấp trên; trong khi chờ giải quyết "
    "phải chấp hành nghiêm chỉnh."
)

AMENDED = (
    "Quy định số 69-QĐ/TW, ngày 06/7/2022 của Bộ Chính trị (được sửa đổi, bổ sung bởi Quy định số "
    "264-QĐ/TW, ngày 14/02/2025)"
)


def of_2017():
    return [
        law.instruments.get("DL-2011"),
        law.instruments.get("30-QĐ/TW"),
        law.instruments.get("181-QĐ/TW"),
        "Thông báo kết luận số 07-TB/UBKTĐU, ngày 29/9/2017 của Ủy ban Kiểm tra Đảng ủy xã Mẫu Thượng",
        "bản tự kiểm điểm của đồng chí Bàn Văn Ví",
        "kết quả biểu quyết ngày 18/10/2017",
    ]


def of_2026():
    return [
        law.instruments.get("DL-2011"),
        law.instruments.get("296-QĐ/TW"),
        AMENDED,
        "Quy chế làm việc số 01-QC/ĐU, ngày 15/8/2025",
        "xét Tờ trình số 06-TTr/UBKTĐU, ngày 24/3/2026",
        "kết quả biểu quyết bằng phiếu kín ngày 27/3/2026",
    ]


def page(desk, kind, on=ON, number=None, **changes):
    drafted = desk.draft(kind, on, **changes)
    return page_of(kind, drafted.layout, drafted.values, Issue(on, number=number))


def printed(desk, kind, on=ON, number=None, **changes):
    return Proof(press(page(desk, kind, on, number, **changes)))


def said(proof):
    return " ".join(line.text for line in proof.lines)


def text_of(desk, kind, block, on=ON, **changes):
    drafted = desk.draft(kind, on, **changes)
    issue = Issue(on)
    html = page_of(kind, drafted.layout, drafted.values, issue)
    words = " ".join(Source(kind, drafted.layout, issue, html).text_of(block).split())
    return re.sub(r" ([.,;])", r"\1", words)


# Who issues, and how it looks


def test_a_cell_signs_under_its_own_name_and_leaves_the_seal_to_the_committee_above(desk):
    html = page(desk, kinds.CELL_DISCIPLINE_DECISION, number=1)
    paper = Proof(press(html))

    boxes = boxes_of(html)

    assert paper.find("Số ").text == "Số 01-QĐ/CB"
    assert paper.find("CHI BỘ THÔN MẪU ĐOÀI").faces == {"Bold"}
    assert paper.find("T/M CHI BỘ").text == "T/M CHI BỘ"
    assert paper.find("BÍ THƯ")
    assert "o-8-above" in boxes
    assert "o-8" not in boxes


def test_a_standing_committee_numbers_with_the_committee_and_signs_as_itself(desk):
    paper = printed(desk, kinds.DISCIPLINE_DECISION, number=31)

    assert paper.find("Số ").text == "Số 31-QĐ/ĐU"
    assert paper.find("ĐẢNG ỦY XÃ MẪU THƯỢNG").faces == {"Bold"}
    assert paper.find("BAN THƯỜNG VỤ ĐẢNG ỦY XÃ MẪU THƯỢNG")
    assert paper.find("T/M BAN THƯỜNG VỤ").text == "T/M BAN THƯỜNG VỤ"


def test_a_committee_signs_for_itself_whatever_its_place_is_called(desk):
    assert printed(desk, kinds.SUBMISSION, number=4).find("T/M ").text == "T/M ĐẢNG ỦY"


def test_an_inspection_team_numbers_in_its_own_series(desk):
    assert printed(desk, kinds.INSPECTION_REPORT, number=1).find("Số ").text == "Số 01-BC/ĐKT"


@pytest.mark.parametrize(("on", "label"), [(IN_2026, "Kính gửi:"), (ON, "Kính trình:")])
def test_each_layout_calls_the_organ_a_submission_goes_to_its_own_way(desk, on, label):
    assert label in said(printed(desk, kinds.SUBMISSION, on))


@pytest.mark.parametrize(
    ("kind", "issuer"),
    [
        (kinds.CELL_DISCIPLINE_DECISION, kinds.DISCIPLINE_DECISION),
        (kinds.DISCIPLINE_DECISION, kinds.CELL_DISCIPLINE_DECISION),
    ],
)
def test_a_cell_and_a_committee_have_each_their_own_papers(refused, kind, issuer):
    with refused(because="dùng cho chi bộ"):
        draft(kind, sample_values(kind, ON), body=sample_body(issuer), on=ON)


# What it cites


@pytest.mark.parametrize(
    ("kind", "on", "grounds", "not_yet_or_no_more"),
    [
        (
            kinds.CELL_DISCIPLINE_DECISION,
            IN_2017,
            of_2017,
            ("102-QĐ/TW", "684-QĐ/UBKTTW", "294-QĐ/TW", "69-QĐ/TW"),
        ),
        (
            kinds.DISCIPLINE_DECISION,
            IN_2026,
            of_2026,
            ("21-QĐ/TW", "208-QĐ/TW", "212-QĐ/TW", "05-HD/VPTW"),
        ),
    ],
)
def test_a_decision_cites_what_held_on_its_day(
    desk, refused, kind, on, grounds, not_yet_or_no_more
):
    drafted = desk.draft(kind, on, grounds=grounds())

    assert [one.startswith(("Căn cứ ", "Xét ")) for one in drafted.values["grounds"]] == [True] * 6
    for number in not_yet_or_no_more:
        with refused(because=f"{number} không có hiệu lực"):
            desk.draft(kind, on, grounds=[*grounds(), law.instruments.get(number)])


# What Điều 1 says


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("khiển trách", "bằng hình thức khiển trách đối với đồng chí Đặng Văn Thử"),
        ("cảnh cáo", "bằng hình thức cảnh cáo đối với đồng chí Đặng Văn Thử"),
        ("cách chức", "hình thức cách chức Bí thư Chi bộ và Đảng ủy viên đối với đồng chí"),
        ("khai trừ", "Khai trừ ra khỏi Đảng đối với đồng chí Đặng Văn Thử"),
    ],
)
def test_each_of_the_four_forms_is_named_in_the_first_article(desk, form, expected):
    posts = ["Bí thư Chi bộ", "Đảng ủy viên"] if form == REMOVAL else None

    article = text_of(
        desk, kinds.DISCIPLINE_DECISION, "hinh-thuc-thi-hanh", form=form, posts_removed=posts
    )

    assert expected in article


def test_removal_names_the_posts_and_expulsion_says_what_becomes_of_card_and_file(desk, refused):
    with refused(because="còn thiếu các chức vụ bị cách"):
        desk.draft(kinds.DISCIPLINE_DECISION, form="cách chức", posts_removed=None)
    with refused(because="còn thiếu việc thu thẻ"):
        desk.draft(kinds.DISCIPLINE_DECISION, form="khai trừ", handover=None)


def test_a_form_the_party_does_not_know_is_refused_with_those_it_knows(desk, refused):
    with refused(because=", ".join(FORMS)):
        desk.draft(kinds.DISCIPLINE_DECISION, form="phê bình")


# Complaint and service


@pytest.mark.parametrize(
    ("kind", "block", "on", "sentence"),
    [
        (
            kinds.CELL_DISCIPLINE_DECISION,
            "hieu-luc-tu-ket-qua-bieu-quyet",
            IN_2017,
            CELL_COMPLAINT,
        ),
        (kinds.DISCIPLINE_DECISION, "hieu-luc-va-khieu-nai", IN_2026, COMMITTEE_COMPLAINT),
    ],
)
def test_the_complaint_sentence_is_printed_as_it_is_given(desk, kind, block, on, sentence):
    assert text_of(desk, kind, block, on, complaint=sentence).endswith(sentence)


@pytest.mark.parametrize(
    ("received", "last", "written"),
    [
        (date(2017, 10, 23), date(2017, 12, 4), "04/12/2017"),
        (date(2026, 3, 30), date(2026, 4, 29), "29/4/2026"),
    ],
)
def test_minutes_of_service_say_the_last_day_of_the_window(desk, received, last, written):
    words = text_of(
        desk,
        kinds.SERVICE_MINUTES,
        "quyen-khieu-nai",
        received,
        received_on=received,
        complaint_ends=last,
    )

    assert words.endswith(f"ngày cuối của thời hạn: {written}.")


def test_who_refuses_to_sign_is_answered_by_witnesses(desk, refused):
    refusal = {"refusal": "Đồng chí nghe công bố nhưng không ký nhận quyết định"}
    with refused(because="còn thiếu người làm chứng"):
        desk.draft(kinds.SERVICE_MINUTES, **refusal)

    paper = printed(
        desk, kinds.SERVICE_MINUTES, **refusal, witnesses=["Nông Văn Chứng"], other_side=None
    )

    assert paper.find("NGƯỜI LÀM CHỨNG")
    assert paper.find("Nông Văn Chứng")
    assert "ký nhận dưới đây" not in said(paper)


# Ballots and minutes


@pytest.mark.parametrize("kind", [kinds.PROPOSAL_BALLOT, kinds.DISCIPLINE_BALLOT])
def test_a_slip_offers_exactly_the_forms_that_apply_and_nobody_signs_it(desk, kind):
    forms = ["Không kỷ luật", "Khiển trách", "Cảnh cáo", "Khai trừ"]

    html = page(desk, kind, options=forms)
    paper = Proof(press(html))

    assert html.count('class="box"') == len(forms)
    assert all(form in said(paper) for form in forms)
    assert "Cách chức" not in said(paper)
    assert paper.find("T/M ") is None
    assert "o-7c" not in boxes_of(html)


def test_the_count_says_slips_votes_and_how_the_result_was_reached(desk):
    arithmetic = "Khiển trách: 2 × 11 = 22 > 16"

    words = said(printed(desk, kinds.COUNT_MINUTES, arithmetic=arithmetic))

    assert "Số phiếu phát ra: 15; số phiếu thu về: 15" in words
    assert arithmetic in words
    assert "T/M TỔ KIỂM PHIẾU" in words


@pytest.mark.parametrize("kind", [kinds.DISCIPLINE_MINUTES, kinds.CELL_DISCIPLINE_MINUTES])
def test_minutes_of_a_deciding_meeting_name_the_hearing_those_of_a_proposing_one_need_not(
    desk, refused, kind
):
    with refused(because="còn thiếu biên bản nghe đảng viên trình bày ý kiến"):
        desk.draft(kind, motion="thi hành kỷ luật", hearing=None)

    assert desk.draft(kind, motion="đề nghị thi hành kỷ luật", hearing=None)


# The notice of an inspection


def test_a_lower_body_is_asked_with_a_day_by_which_it_answers(desk, refused):
    asked = {"lower_body": "Chi bộ thôn Mẫu Đoài"}
    with refused(because="còn thiếu thời hạn"):
        desk.draft(kinds.INSPECTION_NOTICE, **asked, lower_body_due_on=None)

    words = text_of(
        desk,
        kinds.INSPECTION_NOTICE,
        "xu-ly-sau-ket-luan",
        **asked,
        lower_body_due_on=date(2017, 11, 30),
    )

    assert "Yêu cầu Chi bộ thôn Mẫu Đoài xem xét, thi hành kỷ luật theo thẩm quyền" in words
    assert "chậm nhất ngày 30/11/2017" in words


def test_a_notice_without_violation_asks_for_nothing(desk):
    nothing = dict.fromkeys(
        ("lower_body", "higher_body", "demands", "due_on", "measures", "lower_body_due_on")
    )
    findings = [{"content": "Việc báo cáo", "conclusion": "Không có vi phạm"}]

    words = text_of(
        desk, kinds.INSPECTION_NOTICE, "xu-ly-sau-ket-luan", **nothing, findings=findings
    )

    assert "kỷ luật" not in words


# A cell's own signature


@pytest.fixture
def cell(db):
    since = date(2015, 3, 1)
    home = Organisation.objects.create(
        code="doai", kind="chi_bo", name="Chi bộ thôn Mẫu Đoài", place="Mẫu Thượng", first_day=since
    )
    body = Body.objects.create(
        organisation=home,
        kind=BodyKind.CELL,
        name="Chi bộ thôn Mẫu Đoài",
        symbol="CB",
        superior_line="ĐẢNG ỦY XÃ MẪU THƯỢNG",
        issuing_line="CHI BỘ THÔN MẪU ĐOÀI",
        first_day=since,
    )
    Term.objects.create(body=body, name="2015 - 2020", first_day=since, last_day=date(2020, 2, 29))
    return body


def holder(body, position):
    person = Person.objects.create(full_name="Lường Văn Thử")
    return Post.objects.create(
        person=person, body=body, position=position, first_day=body.first_day
    )


def test_the_secretary_signs_for_the_cell_and_its_book_begins_at_one(cell):
    kind, post = kinds.CELL_DISCIPLINE_DECISION, holder(cell, Position.SECRETARY)
    drafted = draft(
        kind, sample_values(kind, IN_2017) | {"grounds": of_2017()}, body=cell, on=IN_2017
    )

    paper = sign(drafted, by=post.person, post=post)
    take_number(paper, IN_2017)

    assert paper.number_text == "01-QĐ/CB"


def test_a_member_without_that_office_does_not_sign_for_the_cell(cell):
    kind, post = kinds.CELL_DISCIPLINE_DECISION, holder(cell, Position.MEMBER)
    drafted = draft(kind, sample_values(kind, IN_2017), body=cell, on=IN_2017)

    with pytest.raises(PaperRefused) as refusing:
        sign(drafted, by=post.person, post=post)

    assert [reason.rule for reason in refusing.value.reasons] == ["paper.sign.office"]
