"""Inspections of the year's programme, through the real door: a committee, cells, an organ, an inspection committee."""

from datetime import date

import pytest

from cases import services
from cases.models import FileRow, Finding
from cases.queries import ways_into
from permissions.ways import Way
from registry.models import Body, Organisation, Post
from tests.cases import walls
from tests.cases.programme import COUNTLESS, OF_LEADERS, SESSION, TODAY, Walk, lay
from tests.cases.supervision import refused

INSPECTION = (
    "prepare", "open", "receive_report", "verify", "record_finding", "draft", "confer", "finalise",
)  # fmt: skip


@pytest.fixture
def province(db):
    return lay()


def committee(province, **more):
    said = {"decide": {"seal": "dung"}}
    return Walk(
        province, "P2.CU", "btv", "uy_vien", "bi_thu", ("pho_bi_thu", "uy_vien2"), said, **more
    )


def cell(province, **more):
    return Walk(
        province, "P2.CB", "chi_bo", "pho_lang", "bi_thu_lang", ("chi_uy_vien", "lang1"),
        {"consider_result": {"present": 7, "yes": 7}}, **more,
    )  # fmt: skip


def test_a_committees_inspection_runs_to_its_end_and_a_sign_becomes_an_inspection(province):
    member = province.people["lang2"]
    walk = committee(province).opens(member, step="instruct")
    walk.goes("decide", "give_notice", *INSPECTION)
    with refused("Tập thể có thẩm quyền phải họp"):
        walk.finds("find_signs")
    walk.goes("consider_result")
    no_way_straight_to_discipline(walk, member)
    walk.finds("find_signs")
    with refused("chưa được quyết định kiểm tra hay không kiểm tra"):
        walk.sign("conclude")
    walk.finds("decide_to_inspect").goes("conclude", "announce", "follow_up", "close")

    assert walk.stage == "da_luu"
    assert walk.numbers == ["01-QĐ/ĐU", "01-KH/ĐU", "01-CV/ĐU", "01-BC/ĐKT", "01-TB/ĐU"]
    assert Finding.objects.get(case=walk.case, superseded_by=None).stage == "dh"
    follow = Walk(
        province, "P3.DV", "ubkt", "soan", "chu",
        said={"follow_up_sign": {"theme": "việc ghi biên bản", "period_from": "2025-01-01", "period_to": "2025-12-31"}},
        day=walk.day,
    ).opens(member, step="follow_up_sign", origin=walk.case)  # fmt: skip
    assert (follow.stage, follow.case.origin) == ("da_de_xuat", walk.case)


def no_way_straight_to_discipline(walk, member):
    """The way of a violation that is clear and admitted is known from memory alone: it is asked, not taken."""
    with refused("inspection.programme.to_discipline", "Chỉ xem xét kỷ luật ngay khi"):
        walk.finds("refer_to_own_discipline", admitted="chua_ro")
    with refused("chưa kết luận nội dung nào là vi phạm đã rõ"):
        services.open_case(
            "P5.DV", body=walk.province.bodies["btv"], subjects=[member], actor=walk.who("uy_vien"),
            acted_on=walk.day, inputs={}, origin=walk.case, today=TODAY,
        )  # fmt: skip


def test_a_cells_inspection_stays_within_what_its_province_allows(province):
    """The rules of Lào Cai bind there, each with its citation; elsewhere the plan alone says how long."""
    Organisation.objects.filter(kind="tinh").update(name="Tỉnh ủy Lào Cai")
    walk = cell(province).opens(province.people["lang2"], step="instruct")
    six = ("chi_uy_vien", "lang1", "lang3", "lang4", "lang5", "uy_vien")
    team = [
        {"person": walk.who(one).pk, "role": "thanh_vien_doan" if n else "truong_doan"}
        for n, one in enumerate(six)
    ]

    with refused("vượt thời gian tối đa", "Mốc thời gian", "Tổ đông hơn") as caught:
        walk.sign("decide", days=31, period_from="2023-01-01", team=team)
    cited = {r.rule: str(r.citation) for r in caught.value.reasons}
    assert cited["inspection.duration.chi_bo"] == "299-QĐ/TU"
    assert "21-QĐ/TU" in cited["inspection.team_size.chi_bo"]
    walk.goes("decide")
    assert "cong_bo_quyet_dinh" in {one.name for one in clocks_of(walk)}
    walk.goes(*INSPECTION[:2])
    with refused("Thời gian gia hạn vượt giới hạn"):
        walk.sign("extend", days=9, reason="Chờ đối chiếu.")
    walk.sign("extend", days=8, reason="Chờ đối chiếu.")


def clocks_of(walk):
    from cases.reading import Reader, read_file

    file = read_file(walk.case.pk, Reader(walk.who(walk.hand).pk, walk.day, TODAY))
    return file.procedure.running(file.facts)


def test_a_cell_with_a_team_concludes_in_its_meeting(province):
    walk = cell(province).opens(province.people["lang2"], step="instruct")
    walk.goes("decide", *INSPECTION)
    with refused("Số liệu biểu quyết không khớp"):
        walk.take("consider_result", "pho_lang", **COUNTLESS, present=9, yes=9, no=0)
    walk.goes("consider_result")
    walk.finds("find_shortcoming", demand="Ghi đủ ý kiến.", due="2026-04-01")
    walk.goes("conclude", "announce")
    demand = FileRow.objects.get(case=walk.case, kind="yeu_cau").number
    walk.take("receive_remedy", "pho_lang", demand=demand, summary="Đã ghi đủ.")
    with refused("chưa được kiểm tra là đã khắc phục"):
        walk.goes("close")
    walk.take("check_remedy", "chi_uy_vien", demand=demand, result="dat", note="Đã xem sổ.")
    walk.goes("close")

    assert walk.stage == "da_luu"
    assert walk.numbers == ["01-KH/CB", "01-BC/TKT", "01-TB/CB"]
    assert "QD-01.CH" not in walk.kinds
    walk.case.refresh_from_db()
    assert walk.case.reported  # a cell's conclusion goes to the committee above


def test_a_small_cell_has_no_team_and_its_meeting_concludes(province):
    walk = Walk(
        province, "P2.CBN", "chi_bo_nho", "pho_xom", "bi_thu_xom",
        said={"consider_result": {"present": 3, "yes": 3}},
    )  # fmt: skip
    walk.opens(province.people["xom1"], step="instruct")
    walk.goes("open", "receive_report", "record_finding", "finalise", "consider_result")
    walk.finds("find_shortcoming", demand="Ghi đủ ý kiến.", due="2026-04-01")
    walk.goes("conclude", "announce")
    demand = FileRow.objects.get(case=walk.case, kind="yeu_cau").number
    walk.take("receive_remedy", "pho_xom", demand=demand, summary="Đã ghi đủ.")
    walk.take("check_remedy", "bi_thu_xom", demand=demand, result="dat", note="Đã xem sổ.")
    walk.goes("close")

    assert walk.stage == "da_luu"
    assert walk.kinds == [
        "BB-01.CH",
        "DX-02.CB",
        "BB-05.CH.CB",
        "TB-01.CH.CB",
        "BB-06.KT",
        "ML-01.CH",
    ]


def finance(province):
    return Walk(province, "P2.TC", "ubkt", "soan", "chu", ("pho", "vien"))


def test_an_inspection_of_finance_is_never_about_the_committee_beside_it(province):
    places = province.organisations
    with refused("tài chính của chính cấp ủy cùng cấp", "tổ chức đảng cấp dưới"):
        finance(province).opens(places["xa"], step="instruct")
    with refused("tổ chức đảng cấp dưới"):
        finance(province).opens(places["tinh"], step="instruct")

    walk = finance(province).opens(places["hop"], step="instruct")
    walk.goes("decide", "prepare", "open", "receive_report", "verify")
    side = {name: said for name, said in SESSION.items() if name != "proceedings"}
    walk.take(
        "verify_further", "vien", **side, books="Sổ quỹ tiền mặt", vouchers="42 phiếu thu", verified="Khớp.",
    )  # fmt: skip
    assert walk.kinds[-1] == "BB-03.TC"


def test_only_those_who_may_discipline_are_inspected_on_how_they_do(province):
    def discipline():
        return Walk(province, "P2.KL", "ubkt", "soan", "chu", ("pho", "vien"))

    with refused("có thẩm quyền thi hành kỷ luật"):
        discipline().opens(province.organisations["phan"], step="instruct")
    assert discipline().opens(province.organisations["lang"], step="instruct").stage


def organ(province, procedure="P2.BAN", **said):
    return Walk(
        province, procedure, "ban", "pho_ban", "truong_ban", ("pho_ban2", "pho_ban"),
        {"decide": {"field": "duoc_giao"}, "consider_result": {}, **said},
    )  # fmt: skip


def test_an_organ_inspects_its_field_by_the_programme_and_no_signs_of_violation(province):
    """Scenario 9: an advisory organ opens an inspection on signs and is refused; one in its field goes through."""
    place = province.organisations["lang"]
    with refused("không phải chủ thể của quy trình", "authority.signs_inspection.bodies") as caught:
        Walk(province, "P3.DV", "ban", "pho_ban", "truong_ban").opens(
            province.people["lang2"], step="propose"
        )
    assert "296-QĐ/TW Điều 5" in " ".join(str(one.citation) for one in caught.value.reasons)
    walk = organ(province).opens(place, step="instruct")
    with refused("authority.programme.organ", "lĩnh vực được giao"):
        walk.sign("decide", field="khac")
    walk.goes("decide", *INSPECTION)
    walk.take("consider_result", "pho_ban", **COUNTLESS)
    walk.finds("find_signs").finds("decide_to_inspect")
    walk.goes("conclude", "announce", "follow_up", "close")

    assert walk.stage == "da_luu"
    assert walk.numbers[0] == "01-QĐ/BXDĐ"
    with refused("không có bước"):
        walk.take("refer_to_own_discipline", "truong_ban", finding=1)


def test_an_organ_supervises_and_its_own_leaders_read_the_file(province):
    place = province.organisations["lang"]
    walk = organ(province, "P1.BAN").opens(place, step="propose")
    walk.goes("decide", *INSPECTION)
    walk.take("consider_result", "pho_ban", **OF_LEADERS)
    walk.finds("find_no_violation").goes("conclude", "announce", "close")

    assert walk.stage == "da_luu"
    assert walk.numbers == ["01-QĐ/BXDĐ", "01-KH/BXDĐ", "01-BC/ĐGS", "01-TB/BXDĐ"]
    signed = walk.paper("TB-01").values
    assert signed["signatory"] == {"name": "Hoàng Văn Báo Trưởng", "post": "Trưởng ban"}
    assert signed["letterhead"]["committee"] == "Đảng ủy xã Báo Thượng"
    seen = {
        short: set(ways_into(walk.case, walk.who(short), TODAY))
        for short in ("truong_ban", "bi_thu", "chu", "bi_thu_hop")
    }
    assert seen == {
        "truong_ban": {Way.BODY}, "bi_thu": {Way.REPORTED}, "chu": {Way.REPORTED}, "bi_thu_hop": set(),
    }  # fmt: skip
    walls.agree((TODAY,), walk.who("truong_ban"), walk.who("bi_thu"))


def test_a_programme_belongs_to_the_level_of_its_committee(province):
    with refused("không dành cho cấp"):
        Walk(province, "P2.CS", "btv", "uy_vien", "bi_thu").opens(
            province.people["lang2"], step="instruct"
        )
    base = Walk(province, "P2.CS", "dang_uy_hop", "pho_hop", "bi_thu_hop")
    assert base.opens(province.people["lang2"], step="instruct").stage == "da_giao_chuan_bi"
    top = Walk(province, "P2.TU", "btv_tinh", "bi_thu_tinh", "bi_thu_tinh")
    assert top.opens(province.organisations["xa"], step="instruct").stage == "da_giao_chuan_bi"


def test_a_cell_supervises_a_theme_where_its_law_was_read_and_says_why_it_may(province):
    walk = Walk(
        province, "P1.CB", "chi_bo", "pho_lang", "bi_thu_lang", ("chi_uy_vien", "lang1"),
        {"decide": {"condition": "chi_uy"}, "consider_result": {"present": 7, "yes": 7, "subject_opinion": None}},
    )  # fmt: skip
    walk.opens(province.people["lang2"], step="propose")
    with refused("chi_bo.thematic_supervision"):
        walk.sign("decide", condition="dong")
    walk.goes("decide", *INSPECTION, "consider_result")
    walk.finds("find_no_violation").goes("conclude", "announce", "close")

    assert walk.kinds[1:3] == ["KH-01.CB", "DC-01"]
    assert walk.numbers == ["01-KH/CB", "01-BC/TGS", "01-TB/CB"]
    assert walk.paper("KH-01.CB").values["team"][0]["role"] == "Tổ trưởng"


ASKED = {
    "rule": "chi_bo.thematic_supervision",
    "source": {
        "document": "12-HD/TW", "dated": "2026-04-11", "clause": "mục II", "scan": "ab" * 32,
    },
}  # fmt: skip
WATCHED = {"area": "Chi bộ thôn Báo Làng", "period_from": "2026-01-01", "period_to": "2026-12-31"}
#: Who watches by assignment: procedure, body, who proposes, who signs, how its papers are numbered.
WATCHES = (
    ("P1.TXU", "btv", "uy_vien", "bi_thu", "01-TB/ĐU"),
    ("P1.TXC", "chi_bo", "pho_lang", "bi_thu_lang", "01-TB/CB"),
    ("P1.TXB", "ban", "pho_ban", "truong_ban", "01-TB/BXDĐ"),
)


def test_a_committee_a_cell_and_an_organ_watch_by_assignment(province):
    for procedure, body, hand, signer, number in WATCHES:
        said = {"propose": {**dict.fromkeys(("source", "theme", "reasons")), **WATCHED}}
        walk = Walk(province, procedure, body, hand, signer, said=said)
        walk.opens(province.people["lang2"], step="propose")
        with refused("được làm bước này"):
            walk.take("draft_assign", "chu", **WATCHED, assigned=walk.who(hand).pk)
        walk.sign("assign", **WATCHED, assigned=walk.who(hand).pk)

        assert walk.numbers == [number], procedure


def test_a_committee_lends_its_seal_to_the_team_that_supervises_for_it(province):
    walk = Walk(
        province, "P1.CU", "btv", "uy_vien", "bi_thu", ("pho_bi_thu", "uy_vien2"),
        {"decide": {"seal": "dung"}},
    ).opens(province.organisations["hop"], step="propose")  # fmt: skip
    walk.goes("decide")

    assert walk.paper("QD-01").values["seal"].startswith("Đoàn giám sát được dùng con dấu")
    assert walk.paper("QD-01").values["letterhead"]["authority_line"] == "BAN THƯỜNG VỤ"


def test_which_cells_supervise_a_theme_is_asked_of_those_above_where_nobody_read_it(province):
    walk = Walk(
        province, "P1.CB", "chi_bo", "pho_lang", "bi_thu_lang", ("chi_uy_vien", "lang1"),
        {"decide": {"condition": "dong"}}, day=date(2026, 4, 13), today=date(2026, 4, 20),
    ).opens(province.people["lang2"], step="propose")  # fmt: skip
    with refused("Chưa xác định được quy định “Giám sát chuyên đề của chi bộ”"):
        walk.sign("decide")
    with refused("được làm bước này"):
        walk.take("answer_rule", "bi_thu_lang", **ASKED, value="số đảng viên nhiều hơn: 7")

    walk.take("answer_rule", "chu", **ASKED, value="số đảng viên nhiều hơn: 7")
    walk.goes("decide")

    assert walk.stage == "da_quyet_dinh"  # eight official members are more than seven


def test_at_the_province_whoever_heads_the_section_proposes_and_drafts_and_the_chair_signs(
    province,
):
    """The member of the committee, who proposes below, does not here; but may be told to follow an area."""
    place = province.organisations["tinh"]
    above = Body.objects.create(
        organisation=place, kind="ubkt", name="Ủy ban Kiểm tra Tỉnh ủy", symbol="UBKTTU",
        superior_line="TỈNH ỦY", issuing_line="ỦY BAN KIỂM TRA", first_day=date(2020, 1, 1),
    )  # fmt: skip
    province.bodies["ubkt_tinh"] = above
    for who, position in (("soan", "truong_phong"), ("vien", "uy_vien"), ("chu", "chu_nhiem")):
        Post.objects.create(
            person=province.people[who], body=above, position=position, first_day=date(2020, 1, 1)
        )
    above.terms.create(name="2025–2030", first_day=date(2025, 7, 1))

    for code, first, subject in (
        ("P1.CDTW", "propose", province.organisations["xa"]),
        ("P2.NVTW", "instruct", province.organisations["xa"]),
    ):
        with refused("được làm bước này"):
            Walk(province, code, "ubkt_tinh", "vien", "chu").opens(subject, step=first)
        walk = Walk(province, code, "ubkt_tinh", "soan", "chu", ("pho", "vien"))
        walk.opens(subject, step=first).goes("decide")
        assert walk.stage == "da_quyet_dinh", code

    said = {"propose": {**dict.fromkeys(("source", "theme", "reasons")), **WATCHED}}
    watch = Walk(province, "P1.TXTW", "ubkt_tinh", "vien", "chu", said=said)
    watch.opens(province.people["lang2"], step="propose")
    watch.sign("assign", **WATCHED, assigned=watch.who("vien").pk)
    assert watch.numbers == ["01-TB/UBKTTU"]
    with refused("cấp tỉnh, Trung ương”"):
        Walk(province, "P1.TXTW", "ubkt", "soan", "chu", said=said).opens(
            province.people["lang2"], step="propose"
        )
