"""Reorganisation: many units in one act, every open file with one fate, nothing left behind, and taken back once."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from cases import services
from cases.models import (
    Case,
    DeadlineRow,
    FileRow,
    Participant,
    RecordPaper,
    ReorganisationAct,
    WorkRow,
)
from cases.reorganisation.orphans import orphans
from cases.verification import verify
from registry.models import (
    Body,
    Kinship,
    Membership,
    Organisation,
    Placement,
    Post,
    RegisterEntry,
    Succession,
    on,
)
from tests.cases.discipline import World, level_by_level
from tests.cases.reorganisations import (
    EFFECTIVE,
    Commune,
    appoint,
    dissolve,
    end,
    merge,
    not_done,
    split,
    unite,
)
from tests.cases.supervision import TODAY, ago, refused

NONE_LEFT = {"cases": 0, "work": 0, "taking_part": 0, "posts": 0}


@pytest.fixture
def commune(db) -> Commune:
    return Commune()


def lies_with(case: Case) -> Body:
    return Case.objects.select_related("body").get(pk=case.pk).body


def moved_quietly(case: Case, body: Body) -> None:
    """The body of a case changed by hand, and the transaction brought to its end."""
    with transaction.atomic(), connection.cursor() as cursor:
        Case.objects.filter(pk=case.pk).update(body=body)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def passing_of(case: Case) -> FileRow:
    return FileRow.objects.filter(case=case, kind="chuyen_co_quan").latest("number")


# Một lần, nhiều đơn vị


def test_many_units_with_many_open_files_are_done_in_one_act_and_taken_back(db, campaign_size):
    units, files = max(4, campaign_size(50)), max(10, campaign_size(500))
    units += units % 2
    commune = Commune(cells=units)
    cases = [commune.opens(1 + number % units, member=1 + number % 3) for number in range(files)]
    before = {one.pk: (one.reference, one.body_id) for one in cases}
    lines = [
        line
        for number in range(1, units, 2)
        for line in (
            unite(
                f"c{number}", f"c{number + 1}", into=f"n{number}", name=f"Chi bộ xóm Hợp {number}"
            ),
            appoint(commune.leader(number), f"n{number}"),
        )
    ]
    plan = commune.plans(*lines)

    seen = commune.previews(plan)
    assert not seen.reasons
    assert len(seen.files) == files
    assert {one.option.fate for one in seen.files} == {"tiep_tuc"}
    assert not Organisation.objects.filter(code="n1").exists()
    act = commune.does(plan, digest=seen.digest)

    assert len(act.content["files"]) == files
    assert act.content["orphans"] == NONE_LEFT == orphans(TODAY)
    for case in cases:
        assert lies_with(case).organisation.code.startswith("n")
        assert Case.objects.get(pk=case.pk).reference == before[case.pk][0]
        assert FileRow.objects.filter(case=case, kind="chuyen_co_quan").count() == 1
    assert Membership.objects.filter(on(TODAY), cell__code__startswith="n").count() == units * 4
    assert not verify().faults

    commune.undoes(plan)

    for case in cases:
        assert Case.objects.get(pk=case.pk).body_id == before[case.pk][1]
    assert Membership.objects.filter(on(TODAY), cell__code__startswith="c").count() == units * 4
    assert Post.objects.filter(on(TODAY), body__organisation__code__startswith="c").count() == units
    assert Organisation.objects.get(code="n1").last_day == ago(1)
    assert orphans(TODAY) == NONE_LEFT
    assert not verify().faults


def test_the_file_keeps_its_number_and_says_what_happened_to_it_and_to_its_clocks(commune):
    case = commune.opens(1)
    plan = commune.plans(
        unite("c1", "c2", into="n1", name="Chi bộ Hợp Nhất"), appoint(commune.leader(2), "n1")
    )

    commune.does(plan)

    row = passing_of(case)
    assert row.facts["fate"] == "tiep_tuc"
    assert row.facts["from"] == commune.body(1).pk
    assert row.facts["document"] == plan.document
    assert "Chi bộ Hợp Nhất kế thừa Chi bộ xóm Mẫu 1" in row.words["reason"]
    record = row.laid_by
    assert (record.step, record.from_stage, record.actor) == (
        "pass_on_file", record.to_stage, commune.secretary,
    )  # fmt: skip
    assert record.body == commune.btv
    heir = Body.objects.get(organisation__code="n1")
    assert set(WorkRow.objects.filter(case=case).values_list("body", flat=True)) == {heir.pk}


# Hướng xử lý từng hồ sơ


def test_a_merged_cell_gives_its_file_to_the_cell_it_was_merged_into(commune):
    case, other = commune.opens(1), commune.opens(3)

    commune.does(commune.plans(merge("c1", "c2", into="c2")))

    assert lies_with(case) == commune.body(2)
    assert lies_with(other) == commune.body(3)
    assert not FileRow.objects.filter(case=other, kind="chuyen_co_quan").exists()
    assert Succession.objects.get(predecessor=commune.cell(1)).successor == commune.cell(2)
    moved = Membership.objects.filter(on(EFFECTIVE), person__in=commune.members(1))
    assert set(moved.values_list("cell__code", flat=True)) == {"c2"}


def test_a_split_gives_each_file_to_where_its_subject_went(commune):
    stays, goes = commune.opens(1, member=1), commune.opens(1, member=2)
    moved = commune.members(1)[2]
    plan = commune.plans(
        split("c1", ("n1", "Chi bộ xóm Trên"), ("n2", "Chi bộ xóm Dưới"), **{f"p{moved.pk}": "n2"}),
        appoint(commune.leader(1), "n1"),
        appoint(moved, "n2"),
    )

    commune.does(plan)

    assert lies_with(stays).organisation.code == "n1"
    assert lies_with(goes).organisation.code == "n2"
    assert Membership.objects.get(on(TODAY), person=moved).cell.code == "n2"


def test_an_ended_cell_without_a_successor_leaves_its_file_to_a_body_that_is_named(commune):
    case = commune.opens(1)
    plan = commune.plans(end("c1"), close_days=30, close_document="Hướng dẫn mẫu")

    seen = commune.previews(plan)

    (one,) = seen.files
    assert one.option is None or one.option.fate in ("len_tren", "sang_ngang")
    across = next(o for o in one.options if o.fate == "sang_ngang" and o.to == commune.body(2))
    plan.choices = {str(case.pk): across.key}
    plan.save(update_fields=["choices"])
    again = commune.previews(plan).files[0]
    assert again.chosen
    assert "phải xem lại thẩm quyền" in again.gaps
    commune.does(plan)
    assert lies_with(case) == commune.body(2)
    assert passing_of(case).facts["fate"] == "sang_ngang"


def test_a_file_that_nobody_can_go_on_with_stops_the_act(commune):
    for number in range(2, 5):
        Body.objects.filter(organisation=commune.cell(number)).update(last_day=ago(400))
    for body in commune.province.bodies.values():
        if body.kind == "chi_bo":
            Body.objects.filter(pk=body.pk).update(last_day=ago(400))
    case = commune.opens(1)
    plan = commune.plans(end("c1"), close_days=30, close_document="Hướng dẫn mẫu")

    with not_done("plan.unsettled", "1 hồ sơ đang mở chưa có cơ quan nào tiếp tục được"):
        commune.does(plan)

    assert lies_with(case) == commune.body(1)
    assert Organisation.objects.get(code="c1").last_day is None
    assert not ReorganisationAct.objects.exists()


def test_a_body_that_only_takes_part_is_replaced_and_the_file_stays_where_it_lies(db):
    world = World()
    matter = level_by_level(world, until="take_up")
    xuong = world.bodies["chi_bo_xuong"]
    beside = Organisation.objects.create(
        code="moi", kind="chi_bo", name="Chi bộ xưởng Mới", place="Mẫu", first_day=date(2025, 7, 1)
    )
    hoa = world.bodies["dang_uy_hoa"].organisation
    Placement.objects.create(organisation=beside, parent=hoa, first_day=date(2025, 7, 1))
    heir = Body.objects.create(
        organisation=beside, kind="chi_bo", name=beside.name, symbol="CB", superior_line="ĐẢNG ỦY",
        issuing_line="CHI BỘ", first_day=date(2025, 7, 1),
    )  # fmt: skip
    commune = Commune.__new__(Commune)
    commune.btv, commune.xa = world.bodies["btv_an"], world.bodies["btv_an"].organisation
    commune.secretary = Post.objects.get(on(TODAY), body=commune.btv, position="bi_thu").person
    plan = commune.plans(merge(xuong.organisation.code, into="moi"))

    commune.does(plan)

    assert lies_with(matter.case) == world.bodies["ubkt_an"]
    taking_part = set(Participant.objects.filter(case=matter.case).values_list("body", flat=True))
    assert heir.pk in taking_part
    assert xuong.pk not in taking_part
    row = passing_of(matter.case)
    assert (row.facts["fate"], row.facts["heirs"]) == ("giu_nguyen", [[xuong.pk, heir.pk]])
    commune.undoes(plan)
    taking_part = set(Participant.objects.filter(case=matter.case).values_list("body", flat=True))
    assert xuong.pk in taking_part
    assert heir.pk not in taking_part
    assert not verify().faults


def test_whoever_of_the_new_body_is_close_to_the_subject_is_named(commune):
    case = commune.opens(1, member=1)
    subject, leader = commune.members(1)[1], commune.leader(2)
    Kinship.objects.create(person=leader, relative=subject, relation="anh", document="Bản kê khai")
    plan = commune.plans(merge("c1", into="c2"))

    (one,) = commune.previews(plan).files
    assert (leader, "nguoi_than") in one.barred

    commune.does(plan)
    assert leader.full_name in passing_of(case).words["gaps"]
    with refused("conflict", "người thân"):
        services.take_step(
            case, "draft_decide", actor=leader, acted_on=TODAY, today=TODAY, inputs={}
        )


def test_whoever_a_file_is_about_leaves_the_act_to_another(commune):
    Membership.objects.filter(person=commune.members(1)[1]).update(person=commune.secretary)
    case = commune.opens(1, member=1)
    assert case.subjects.get().person == commune.secretary
    plan = commune.plans(merge("c1", into="c2"))

    with not_done("plan.hand", "người thực hiện không được xử lý") as told:
        commune.does(plan)
    assert case.reference not in str([one.text for one in told.value.reasons])
    assert Organisation.objects.get(code="c1").last_day is None
    commune.does(plan, by=commune.deputy)

    assert lies_with(case) == commune.body(2)


def test_a_subject_who_knows_of_the_matter_is_told_whose_it_is_now(supervision):
    supervision.goes_to("open")
    case, ubkt = supervision.case, supervision.province.bodies["ubkt"]
    work = WorkRow.objects.filter(case=case, step="tell_of_new_body")
    assert not work.exists()
    with refused("a_subject_awaits_word"):
        supervision.take("tell_of_new_body", by="canbo", subject=1, how="van_ban", document="CV 1")

    heir = _commune_goes_on_as("xa", supervision)

    assert lies_with(case) == heir
    assert work.exists()
    clocks = passing_of(case).facts["clocks"]
    assert clocks == [[name, day, day] for name, day, _ in clocks]
    assert [one[0] for one in clocks] == list(
        DeadlineRow.objects.filter(case=case).order_by("name").values_list("name", flat=True)
    )
    supervision.take(
        "tell_of_new_body", by="uyvien", subject=1, how="van_ban", document="Công văn 12-CV/UBKTĐU"
    )
    assert not work.exists()
    assert ubkt.pk not in WorkRow.objects.filter(case=case).values_list("body", flat=True)


def _commune_goes_on_as(short, supervision, again="") -> Body:
    """The commune is united with its neighbour into a new one, which everybody of its committee goes on in."""
    province = supervision.province
    tinh, xa = province.organisations["tinh"], province.organisations[short]
    other = Organisation.objects.create(
        code=f"xa-ben{again}",
        kind="xa",
        name="Đảng ủy xã Thử Tây",
        place="Thử Tây",
        first_day=date(2025, 7, 1),
    )
    Placement.objects.create(organisation=other, parent=tinh, first_day=date(2025, 7, 1))
    above = Body.objects.create(
        organisation=tinh, kind="btv", name="Ban Thường vụ Tỉnh ủy", symbol="TU", superior_line="",
        issuing_line="TỈNH ỦY", first_day=date(2015, 1, 1),
    )  # fmt: skip
    commune = Commune.__new__(Commune)
    commune.btv, commune.secretary = above, supervision.who("giamsat")
    Post.objects.create(
        person=commune.secretary, body=above, position="bi_thu", first_day=date(2015, 1, 1)
    )
    held = Post.objects.filter(on(TODAY), body__organisation=xa).exclude(position="giam_sat_ho_so")
    posts = [
        appoint(one.person, "xa-moi", one.position, one.body.kind)
        for one in held.select_related("body")
    ]
    plan = commune.plans(
        unite(xa.code, f"xa-ben{again}", into="xa-moi", name="Đảng ủy xã Thử Hợp"), *posts
    )
    commune.does(plan)
    return Body.objects.get(organisation__code="xa-moi", kind="ubkt")


def test_a_signed_paper_takes_its_number_before_its_body_ends(supervision):
    supervision.goes_to("decide")
    waiting = RecordPaper.objects.filter(case=supervision.case, paper__state="da_ky")
    assert waiting.exists()

    with not_done("plan.unnumbered", "đã ký của cơ quan kết thúc chưa lấy số"):
        _commune_goes_on_as("xa", supervision)
    for paper in waiting.values_list("paper", flat=True):
        supervision.take("number_paper", by="vanthu", paper=paper)
    numbers = RecordPaper.objects.filter(case=supervision.case, paper__number__isnull=False)
    before = list(numbers.order_by("pk").values_list("paper__number_text", flat=True))
    heir = _commune_goes_on_as("xa", supervision, again="2")

    assert before
    assert lies_with(supervision.case) == heir
    assert list(numbers.order_by("pk").values_list("paper__number_text", flat=True)) == before
    act = ReorganisationAct.objects.get()
    assert any("bước do cơ quan cũ ghi" in one for one in act.content["left"])


# Danh bạ


def test_every_row_is_dated_and_told_in_the_register(commune):
    plan = commune.plans(
        unite("c1", "c2", into="n1", name="Chi bộ Hợp Nhất"), appoint(commune.leader(1), "n1")
    )

    act = commune.does(plan)

    cell, body = Organisation.objects.get(code="c1"), commune.body(1)
    last = EFFECTIVE - timedelta(days=1)
    assert (cell.last_day, body.last_day) == (last, last)
    assert body.terms.get().last_day == last
    assert not Post.objects.filter(on(EFFECTIVE), body=body).exists()
    new = Body.objects.get(organisation__code="n1")
    assert (new.name, new.issuing_line, new.terms.get().first_day) == (
        "Chi bộ Hợp Nhất", "CHI BỘ HỢP NHẤT", EFFECTIVE,
    )  # fmt: skip
    entries = RegisterEntry.objects.filter(deed="sap_xep")
    assert entries.count() == act.content["entries"]
    assert not verify().faults
    Body.objects.filter(pk=new.pk).update(name="Tên khác")
    assert "khác với nhật ký danh bạ" in str(verify())


def test_a_plan_is_refused_with_every_reason_at_once(commune):
    plan = commune.plans(
        merge("c1", into="khong-co"),
        unite("c2", into="c3", name="Chi bộ Trùng"),
        end("c1"),
        appoint(commune.secretary, "c4"),
        effective=TODAY + timedelta(days=5),
    )

    with not_done(
        "không có tổ chức đảng mã “khong-co”", "Hợp nhất từ hai tổ chức", "Mã “c3” đã là của",
        "“c1” có ở hai dòng", "Không ai tự ghi chức vụ cho mình", "chưa đến", "dissolved_org.close",
    ):  # fmt: skip
        commune.does(plan)
    with not_done("permission"):
        commune.does(commune.plans(merge("c1", into="c2")), by=commune.who("canbo"))


def test_only_units_of_the_superior_are_reorganised(commune):
    with not_done("không thuộc cấp quyết định phương án"):
        commune.does(commune.plans(merge("c1", into=commune.province.organisations["tinh"].code)))


# Một lần, và trở lại một lần


def test_a_plan_is_done_once_and_only_as_it_was_previewed(commune):
    plan = commune.plans(merge("c1", into="c2"))
    seen = commune.previews(plan)
    commune.opens(1)

    with not_done("plan.changed"):
        commune.does(plan, digest=seen.digest)
    commune.does(plan, digest=commune.previews(plan).digest)
    with not_done("plan.done"):
        commune.does(plan)


def test_it_is_taken_back_only_with_a_reason_and_while_nothing_was_done_on_top_of_it(commune):
    case = commune.opens(1)
    plan = commune.plans(merge("c1", into="c2"))
    with not_done("undo.not_done"):
        commune.undoes(plan)
    commune.does(plan)

    with not_done("input.reason"):
        commune.undoes(plan, reason=" ")
    with not_done("permission"):
        commune.undoes(plan, by=commune.who("canbo"))
    services.take_step(
        case, "reserve_opinion", actor=commune.leader(2), acted_on=TODAY, today=TODAY,
        inputs={"subject": 1, "opinion": "Tôi giữ ý kiến."},
    )  # fmt: skip
    with not_done("undo.step", case.reference):
        commune.undoes(plan)


def test_a_later_reorganisation_is_taken_back_first(commune):
    first, second = (
        commune.plans(unite("c1", "c2", into="n1", name="Chi bộ Hợp Nhất")),
        commune.plans(merge("n1", into="c3"), number="78-QĐ/ĐU", effective=ago(5)),
    )
    commune.does(first)
    commune.does(second)

    with not_done("undo.later"):
        commune.undoes(first)
    commune.undoes(second)
    with not_done("undo.later"):
        commune.undoes(first)


def test_on_its_first_day_it_is_not_taken_back(commune):
    plan = commune.plans(merge("c1", into="c2"), effective=TODAY)
    commune.does(plan)

    with not_done("undo.day"):
        commune.undoes(plan)


# Tường


def test_the_body_of_a_case_never_changes_without_a_record(commune):
    case = commune.opens(1)

    with pytest.raises(IntegrityError, match="Cơ quan thụ lý"):
        moved_quietly(case, commune.body(2))
    commune.does(commune.plans(merge("c1", into="c2")))
    with pytest.raises(IntegrityError, match="Cơ quan thụ lý"):
        moved_quietly(case, commune.body(1))


def test_nobody_passes_a_file_on_but_by_a_plan(commune):
    case = commune.opens(1)
    said = {"fate": "sang_ngang", "to": commune.body(2).pk, "document": "QĐ 1",
            "effective": EFFECTIVE.isoformat(), "reason": "Không rõ."}  # fmt: skip

    for actor in (commune.leader(1), commune.secretary, commune.who("chunhiem")):
        with refused("permission", "cơ quan quyết định việc sắp xếp tổ chức"):
            services.take_step(case, "pass_on_file", actor=actor, acted_on=TODAY, today=TODAY, inputs=said)  # fmt: skip


# Sau khi kết thúc


def test_a_dissolved_unit_lists_the_members_still_to_be_moved(commune):
    plan = commune.plans(dissolve("c1"), close_days=30, close_document="Hướng dẫn mẫu")

    act = commune.does(plan)

    assert len(act.content["unmoved"]) == 4
    assert act.content["close_by"]
