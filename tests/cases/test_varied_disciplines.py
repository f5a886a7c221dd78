"""Disciplines out of the ordinary walked to their end: by a committee, at the centre, by a host cell."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from cases import services
from cases.models import StepRecord
from cases.verification import verify
from registry.models import Body, Membership, Organisation, Person, Placement, Post, Term
from tests.cases.discipline import (
    DECIDED,
    DECIDES,
    LIGHT,
    OPENED,
    POWER,
    SAID,
    SERVED,
    Matter,
    World,
    refused_whole,
    team_of,
)
from tests.cases.supervision import refused
from tests.scenarios.matters import BASE_OF_CELL, words_of


@pytest.fixture
def world(db) -> World:
    return World()


def opened(world, procedure, body, by, subject="thu", *, step="", on=OPENED, origin=None, **said):
    case = services.open_case(
        procedure, step=step, body=world.bodies[body], subjects=[world.who(subject)], origin=origin,
        actor=world.who(by), acted_on=on, inputs=said, today=on,
    )  # fmt: skip
    return Matter(world, case)


def numbers(matter):
    """The numbers given in the file, in their order."""
    held = matter.case.papers.exclude(paper__number=None).order_by("paper__id")
    return [one.paper.number_text for one in held.select_related("paper")]


# By a committee


def test_a_standing_committee_names_a_team_and_decides_itself(world):
    own = world.bodies["btv_an"].pk
    matter = opened(
        world, "P5.CU", "btv_an", "nghe", **{**SAID["take_up"], "route": "cap_duoi_de_nghi"}, deciding=own
    )  # fmt: skip

    with refused_whole("Chưa đến lượt bước “Triển khai", "permission"):
        matter.take("present", by="nghe", on=OPENED)
    with refused_whole("permission"):  # a plain member of it signs nothing
        matter.take("assign_team", by="btv1", on=OPENED)
    matter.sign("assign_team", draft="van", by="ky", on=OPENED, team=team_of(world, "doan", "giam"))
    matter.take("present", by="doan", on=OPENED)
    matter.take("receive_self_criticism", by="giam", on=date(2026, 3, 9))
    matter.take("supplement", by="doan", on=date(2026, 3, 10))
    matter.take("appraise", by="doan", on=date(2026, 3, 12))
    matter.take("hear", by="nghe", on=date(2026, 3, 13))
    matter.take("return_for_verification", by="ky", on=date(2026, 3, 16))
    assert matter.stage == "da_kiem_diem"
    matter.take("appraise", by="doan", on=date(2026, 3, 18))
    matter.take("hear", by="nghe", on=date(2026, 3, 20))
    meeting = world.meets("btv_an", "nghe", DECIDED, matter.case)
    matter.answer(LIGHT, on=DECIDED, by="ky")
    matter.answer(POWER, on=DECIDED, by="ky", value=DECIDES)
    matter.vote("vote_to_decide", meeting, canh_cao=8, khien_trach=1)
    matter.take("compare_limitation", by="nghe", on=DECIDED)
    matter.sign("decide", draft="van", by="ky", on=SERVED)
    matter.number(on=SERVED)
    matter.take("hand_over", by="nghe", on=SERVED)
    matter.sign("notify", draft="van", by="ky", on=SERVED)
    matter.take("deposit", by="giam", on=SERVED)
    matter.take("close_window", by="giam", on=date(2026, 5, 15))
    later = date(2027, 3, 31)
    matter.answer("decision.lapse", on=later, by="ky")
    matter.take("record_lapse", by="giam", on=later)

    assert matter.stage == "het_hieu_luc"
    assert numbers(matter) == ["01-QĐ/ĐU", "01-KH/ĐU", "02-QĐ/ĐU"]
    assert {p.paper.kind for p in matter.case.papers.all()} >= {"QD-03.CU", "KH-01.KL", "BB-03.KT"}
    assert not verify().faults


# At the centre


class Centre:
    """The central level above the invented province, with a cadre in a cell of the province."""

    def __init__(self, world: World):
        self.world, day = world, date(2020, 1, 1)
        places, bodies, people = (
            world.province.organisations,
            world.province.bodies,
            world.province.people,
        )
        places["tw"] = Organisation.objects.create(
            code="kl-tw", kind="tw", name="Trung ương mẫu", place="Mẫu Đô", first_day=day
        )
        cell = Organisation.objects.create(
            code="kl-vp",
            kind="chi_bo",
            name="Chi bộ Văn phòng Mẫu",
            place="Mẫu Giang",
            first_day=day,
        )
        for one, above in ((places["tinh"], places["tw"]), (cell, places["tinh"])):
            Placement.objects.create(organisation=one, parent=above, first_day=day)
        for short, kind, name in (
            ("ubkttw", "ubkt", "Ủy ban Kiểm tra Trung ương"), ("bct", "btv", "Bộ Chính trị"),
            ("bch", "cap_uy", "Ban Chấp hành Trung ương"),
        ):  # fmt: skip
            bodies[short] = Body.objects.create(
                organisation=places["tw"], kind=kind, name=name, symbol="TW", first_day=day,
                superior_line="", issuing_line=name.upper(),
            )  # fmt: skip
            Term.objects.create(body=bodies[short], name="2021–2026", first_day=day)
        for short, *posts in (
            ("tw_cn", ("ubkttw", "chu_nhiem"), ("bct", "uy_vien"), ("bch", "uy_vien")),
            ("tw_pcn", ("ubkttw", "pho_chu_nhiem"), ("bch", "uy_vien")),
            ("tw_uv", ("ubkttw", "uy_vien")), ("tw_ktv", ("ubkttw", "kiem_tra_vien")),
            ("tw_tbt", ("bct", "bi_thu"), ("bch", "bi_thu")),
            ("tw_tt", ("bct", "pho_bi_thu"), ("bch", "pho_bi_thu")),
            ("tw_uv1", ("bct", "uy_vien"), ("bch", "uy_vien")), ("tw_uv2", ("bch", "uy_vien")),
            ("tw_vp", ("bct", "van_thu"), ("bch", "van_thu")), ("dien",),
        ):  # fmt: skip
            people[short] = Person.objects.create(
                full_name=f"Mẫu Văn {short[3:].capitalize() or 'Diện'}"
            )
            for body, position in posts:
                Post.objects.create(
                    person=people[short], body=bodies[body], position=position, first_day=day
                )
        Membership.objects.create(
            person=people["dien"], cell=cell, status="chinh_thuc", first_day=day
        )


def test_the_central_committee_decides_after_the_politburo_has_heard_and_voted(world):
    Centre(world)
    body = world.bodies
    matter = opened(
        world, "P5.TW", "ubkttw", "tw_ktv", "dien", **{**SAID["take_up"], "route": "ket_luan"},
        judged_as="uy_vien_trung_uong", proposing=[body["bct"].pk], deciding=body["bch"].pk,
    )  # fmt: skip
    matter.sign(
        "assign_team", draft="tw_ktv", by="tw_cn", on=OPENED, team=team_of(world, "tw_pcn", "tw_uv")
    )
    matter.take("present", by="tw_pcn", on=OPENED)
    matter.take("receive_self_criticism", by="tw_uv", on=OPENED)
    early = world.meets("bct", "tw_tt", OPENED, matter.case, purpose="de_nghi")
    with refused_whole("phải nghe đảng viên trình bày rồi mới họp"):
        matter.vote("vote_to_propose", early, khai_tru=4)
    matter.take("appraise", by="tw_pcn", on=OPENED)
    ours = world.meets("ubkttw", "tw_ktv", OPENED, matter.case, purpose="de_nghi")
    matter.vote("vote_to_submit", ours, khai_tru=3)
    matter.sign("submit", draft="tw_ktv", by="tw_cn", on=OPENED)
    assert matter.stage == "da_trinh"
    matter.take(
        "circulate", by="tw_vp", on=OPENED, receivers="Các đồng chí Ủy viên Bộ Chính trị",
        attached="Tờ trình\nBản tự kiểm điểm",
    )  # fmt: skip
    assert matter.stage == "da_sao_gui"
    with refused_whole("Chưa phân công người nghe"):
        matter.take("hear", by="tw_uv1", on=OPENED)
    matter.take(
        "assign_hearer", by="tw_tt", on=OPENED, assigned=world.who("tw_uv1").pk, document="Ý kiến ngày 04/3"
    )  # fmt: skip
    matter.take("hear", by="tw_uv1", on=OPENED)
    second = world.meets("bch", "tw_tt", OPENED, matter.case)
    with refused_whole("cấp dưới chưa bỏ phiếu"):
        matter.vote("vote_to_decide", second, khai_tru=6)
    day = OPENED + timedelta(days=2)
    first = world.meets("bct", "tw_tt", day, matter.case, purpose="de_nghi")
    matter.vote("vote_to_propose", first, khai_tru=4)
    matter.sign("send_proposal", draft="tw_vp", by="tw_tt", on=day)
    second = world.meets("bch", "tw_tt", day, matter.case)
    matter.vote("vote_to_decide", second, khai_tru=6)
    matter.take("compare_limitation", by="tw_tt", on=day, act_kind="khong_thoi_hieu")
    matter.sign("decide", draft="tw_vp", by="tw_tbt", on=day)
    matter.take("hand_over", by="tw_tt", on=day)

    assert matter.stage == "da_cong_bo"
    assert matter.laid("bo_phieu")["form"] == "khai_tru"
    hits = StepRecord.objects.get(case=matter.case, step="vote_to_decide").hits
    assert {"165-QĐ/TW"} <= {hit["citation"] for hit in hits}
    assert "authority.bchtw" in {hit["rule"] for hit in hits}
    kinds = {held.paper.kind for held in matter.case.papers.select_related("paper")}
    assert {"PC-01.TW", "BC-10.TW", "BB-10", "TT-01", "BC-03", "QD-04"} <= kinds
    decision = words_of(matter.case.papers.get(paper__kind="QD-04").paper)
    assert "T/M BAN CHẤP HÀNH TRUNG ƯƠNG" in decision
    with refused_whole("không dành cho cấp của Ủy ban Kiểm tra Đảng ủy xã Mẫu An"):
        opened(
            world, "P5.TW", "ubkt_an", "soan", **SAID["take_up"], deciding=body["btv_an"].pk
        )  # fmt: skip


# By a host cell


def test_a_host_cell_warns_a_member_with_it_for_a_time_and_tells_the_own_cell(world):
    world.cell_of(5)
    day = date(2026, 5, 6)
    with refused("không sinh hoạt tạm thời nơi khác"):
        opened(world, "P5.ST", "chi_bo_truong", "m1", "m2", on=day, **SAID["take_up"])
    matter = opened(world, "P5.ST", "chi_bo_truong", "m1", "xuong13", on=day, **SAID["take_up"])
    matter.sign("plan", draft="m1", by="hieu", on=day)
    matter.take("receive_self_criticism", by="m1", on=day)
    matter.take("hear", by="hieu", on=day)
    meeting = world.meets("chi_bo_truong", "hieu", day, matter.case)
    matter.answer(BASE_OF_CELL, on=day)
    matter.vote("vote_to_decide", meeting, canh_cao=4, khien_trach=1)
    hits = StepRecord.objects.get(case=matter.case, step="vote_to_decide").hits
    assert "authority.temporary_host_chi_bo" in {hit["rule"] for hit in hits}
    matter.take("compare_limitation", by="hieu", on=day)
    for asked in ("complaint.window", "decision.chi_bo.effect"):
        matter.answer(asked, on=day)
    matter.sign("decide", draft="m1", by="hieu", on=day)
    matter.take("hand_over", by="hieu", on=day)
    later = date(2026, 8, 3)
    with refused_whole("Chưa thông báo cho chi bộ nơi đảng viên sinh hoạt chính thức"):
        matter.take("close_window", by="hieu", on=later)
    matter.sign("report_up", draft="m1", by="hieu", on=day)
    matter.take("close_window", by="hieu", on=later)
    assert matter.stage == "dang_thi_hanh"
