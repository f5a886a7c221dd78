"""A draft on a route its body laid down: station by station, back, out, around, and handed on."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from cases import services
from cases.models import ApprovalRoute, Case, FileRow, WorkRow
from cases.refused import StepRefused
from cases.routes import lay_route
from cases.verification import verify
from cases.waiting import Turn, waiting_for
from registry.models import Delegation, Person, Post
from tests.cases.supervision import TODAY, refused
from tests.cases.test_endorsing import NOTICE, changed, draft_of
from workflows import drafts

FULL = ["ky_nhay", "truong_phong", "pho_chu_nhiem"]


def routed(supervision, stations=FULL, **said):
    """The committee's own route, and a chief of section who holds its second station."""
    with_chief(supervision)
    return lay_route(
        supervision.province.bodies["ubkt"], by=supervision.who("chunhiem"), paper="", stations=stations,
        first_day=TODAY, document="Quy chế làm việc (mẫu)", today=TODAY, **said,
    )  # fmt: skip


def with_chief(supervision):
    people, body = supervision.province.people, supervision.province.bodies["ubkt"]
    people["truongphong"] = Person.objects.create(full_name="Kiều Văn Thử Phòng")
    Post.objects.create(
        person=people["truongphong"], body=body, position="truong_phong", first_day=body.first_day
    )


def submits(matter, step="draft_conclude"):
    """Submit the draft of the story today, word for word: on the route that is in force by now."""
    matter.goes_to(step)
    row = FileRow.objects.get(case=matter.case, number=draft_of(matter))
    said = {name: value for name, value in row.facts.items() if name not in drafts.ABOUT}
    matter.take(step, by="canbo", **said, **row.words)
    return matter


@pytest.fixture
def on_route(supervision):
    routed(supervision)
    return submits(supervision)


def passes(matter, who, **said):
    return matter.take("endorse_draft", by=who, draft=draft_of(matter), **said)


def turns(matter, who):
    return [(one.step.code, one.turn) for one in waiting_for(matter.who(who), TODAY)]


def test_the_signer_signs_only_after_every_station_and_reads_all_that_lack(on_route):
    with refused("Trưởng phòng, trưởng bộ phận", "Phó chủ nhiệm (phó bí thư)") as told:
        on_route.take("conclude", by="chunhiem")
    assert all(reason.remedy for reason in told.value.reasons)

    passes(on_route, "truongphong")
    with refused("Phó chủ nhiệm (phó bí thư)"):
        on_route.take("conclude", by="chunhiem")
    passes(on_route, "phochunhiem")
    on_route.take("conclude", by="chunhiem")

    assert on_route.stage == "da_ket_luan"
    assert verify().faults == ()


def test_each_level_waits_for_its_turn_and_passes_once(on_route):
    assert turns(on_route, "truongphong") == [("conclude", Turn.STATION)]
    assert turns(on_route, "phochunhiem") == turns(on_route, "chunhiem") == []
    with refused("route.order"):
        passes(on_route, "phochunhiem")

    passes(on_route, "truongphong")

    assert turns(on_route, "truongphong") == []
    assert turns(on_route, "phochunhiem") == [("conclude", Turn.STATION)]
    with refused("route.order", "endorse.twice"):
        passes(on_route, "truongphong")
    passes(on_route, "phochunhiem")
    assert turns(on_route, "chunhiem") == [("conclude", Turn.SIGN)]


def test_whoever_passed_a_station_does_not_sign(on_route):
    passes(on_route, "truongphong")
    passes(on_route, "phochunhiem")

    with refused("người thẩm định không ký ban hành"):
        on_route.take("conclude", by="phochunhiem")


def test_a_route_laid_later_binds_no_draft_already_submitted(supervision):
    supervision.goes_to("draft_conclude")
    routed(supervision)

    supervision.take("conclude", by="chunhiem")

    assert supervision.stage == "da_ket_luan"


def test_a_day_written_back_does_not_lead_around_the_route(supervision):
    supervision.goes_to("find_shortcoming")
    routed(supervision)
    supervision.take(
        "draft_conclude", by="canbo", on=Case.objects.get(pk=supervision.case.pk).moved_on, **NOTICE
    )

    with refused("route.station"):
        supervision.take("conclude", by="chunhiem")


def test_returned_to_an_earlier_station_the_route_resumes_there(on_route):
    passes(on_route, "truongphong")
    passes(on_route, "phochunhiem")

    on_route.take(
        "return_draft", by="chunhiem", draft=draft_of(on_route), to="truong_phong", reason="Rà lại số liệu."
    )  # fmt: skip

    assert turns(on_route, "truongphong") == [("conclude", Turn.STATION)]
    with refused("Trưởng phòng", "Phó chủ nhiệm"):
        on_route.take("conclude", by="chunhiem")
    passes(on_route, "truongphong")
    passes(on_route, "phochunhiem")
    on_route.take("conclude", by="chunhiem")
    assert verify().faults == ()


def test_a_station_returns_to_the_drafter_but_not_forwards(on_route):
    with refused("input.to"):
        on_route.take(
            "return_draft",
            by="truongphong",
            draft=draft_of(on_route),
            to="pho_chu_nhiem",
            reason="…",
        )
    on_route.take(
        "return_draft", by="truongphong", draft=draft_of(on_route), reason="Thiếu số liệu."
    )
    with refused("Chưa có dự thảo trình ký"):
        on_route.take("conclude", by="chunhiem")

    changed(on_route)

    assert turns(on_route, "truongphong") == [("conclude", Turn.STATION)]


def test_a_changed_draft_begins_its_route_anew(on_route):
    passes(on_route, "truongphong")
    changed(on_route, faults="Khác.")

    assert turns(on_route, "truongphong") == [("conclude", Turn.STATION)]


def test_a_level_declines_a_paper_but_never_a_collective_decision(supervision):
    routed(supervision)
    submits(supervision, "draft_decide")
    draft = draft_of(supervision)
    with refused("permission"):
        supervision.take("decline_draft", by="vanthu", draft=draft, reason="…")

    supervision.take("decline_draft", by="truongphong", draft=draft, reason="Chưa cần giám sát.")

    assert not FileRow.objects.filter(
        case=supervision.case, kind="trinh_ky", superseded_by=None
    ).exists()
    with refused("Chưa có dự thảo trình ký"):
        supervision.take("decide", by="chunhiem")


def test_nobody_declines_what_the_collective_decided(on_route):
    with refused("không một người nào được từ chối"):
        on_route.take("decline_draft", by="truongphong", draft=draft_of(on_route), reason="…")


def test_the_drafter_withdraws_while_nobody_has_signed(on_route):
    draft = draft_of(on_route)
    with refused("permission"):
        on_route.take("withdraw_draft", by="truongphong", draft=draft)

    on_route.take("withdraw_draft", by="canbo", draft=draft)

    with refused("Chưa có dự thảo trình ký"):
        on_route.take("conclude", by="chunhiem")


def asks(matter, *who, by="canbo", days=3):
    people = [matter.who(one).pk for one in who]
    due = (TODAY + timedelta(days=days)).isoformat()
    return matter.take("ask_opinions", by=by, draft=draft_of(matter), people=people, due=due)


def test_opinions_are_asked_in_parallel_and_each_answers_once(supervision):
    supervision.goes_to("draft_conclude")
    asks(supervision, "uyvien", "uyvien2")
    draft = draft_of(supervision)
    assert turns(supervision, "uyvien") == [("conclude", Turn.OPINION)]

    supervision.take("give_opinion", by="uyvien", draft=draft, view="dong_y")

    assert turns(supervision, "uyvien") == []
    assert turns(supervision, "uyvien2") == [("conclude", Turn.OPINION)]
    assert WorkRow.objects.get(case=supervision.case, step="give_opinion").due == TODAY + timedelta(
        3
    )
    with refused("opinion.over"):
        supervision.take("give_opinion", by="uyvien", draft=draft, view="dong_y")
    with refused("permission"):
        supervision.take("give_opinion", by="uyvien3", draft=draft, view="dong_y")
    supervision.take("conclude", by="chunhiem")  # they hold nothing up


def test_where_the_route_says_so_opinions_hold_the_signature_up_until_their_day(supervision):
    routed(supervision, ["ky_nhay"], waits_for_opinions=True)
    submits(supervision)
    asks(supervision, "uyvien", days=2)

    with refused("route.opinions"):
        supervision.take("conclude", by="chunhiem")
    after = TODAY + timedelta(days=3)
    services.take_step(
        supervision.case, "conclude", actor=supervision.who("chunhiem"), acted_on=TODAY, today=after
    )  # whoever was silent until the day is noted as silent

    assert supervision.stage == "da_ket_luan"


@pytest.mark.parametrize("who", ["bithu", "canbo"])
def test_opinions_are_asked_of_others_in_the_body(supervision, who):
    supervision.goes_to("draft_conclude")

    with refused("input.people"):
        asks(supervision, who)


def test_an_opinion_has_a_day_ahead(supervision):
    supervision.goes_to("draft_conclude")

    with refused("Hạn cho ý kiến không được trước hôm nay"):
        asks(supervision, "uyvien", days=-1)


def test_another_holder_acts_while_the_chief_is_away(on_route):
    post = Post.objects.get(person=on_route.who("truongphong"))
    Delegation.objects.create(
        post=post, to=on_route.who("uyvien"), document="Văn bản giao phụ trách (mẫu)",
        first_day=TODAY, last_day=TODAY,
    )  # fmt: skip

    passes(on_route, "uyvien")

    assert on_route.last.post == post
    assert on_route.last.actor == on_route.who("uyvien")
    assert turns(on_route, "phochunhiem") == [("conclude", Turn.STATION)]


def test_an_appraisal_is_handed_to_another_officer_with_a_reason(on_route):
    said = {"draft": draft_of(on_route), "task": "tham_dinh", "person": on_route.who("uyvien").pk}
    with refused("input.reason"):
        on_route.take("reassign_draft", by="phochunhiem", **said)
    with refused("permission"):
        on_route.take("reassign_draft", by="vanthu", reason="…", **said)

    on_route.take("reassign_draft", by="phochunhiem", reason="Trưởng phòng đi công tác.", **said)

    assert turns(on_route, "uyvien") == [("conclude", Turn.STATION)]
    passes(on_route, "uyvien")
    assert turns(on_route, "phochunhiem") == [("conclude", Turn.STATION)]


def test_whoever_is_handed_the_writing_answers_for_it_and_does_not_sign(on_route):
    said = {"draft": draft_of(on_route), "task": "soan", "person": on_route.who("phochunhiem").pk}
    on_route.take("reassign_draft", by="chunhiem", reason="Cán bộ nghỉ.", **said)

    with refused("endorse.own"):
        passes(on_route, "phochunhiem")
    with refused("draft.own"):
        on_route.take("conclude", by="phochunhiem")
    with refused("permission"):
        on_route.take("withdraw_draft", by="canbo", draft=draft_of(on_route))
    on_route.take("return_draft", by="chunhiem", draft=draft_of(on_route), reason="Viết lại.")
    assert WorkRow.objects.filter(
        case=on_route.case, step="draft_conclude", person=on_route.who("phochunhiem")
    ).exists()


def test_the_collective_s_opinion_is_recorded_by_another_than_the_drafter(supervision):
    routed(supervision, ["truong_phong", "tap_the"])
    submits(supervision)
    said = {
        "draft": draft_of(supervision), "held_on": TODAY.isoformat(), "document": "Thông báo số 3 (mẫu)",
        "opinion": "Nhất trí.",
    }  # fmt: skip
    with refused("route.order"):
        supervision.take("record_collective_opinion", by="vanthu", **said)
    passes(supervision, "truongphong")
    with refused("endorse.own"):
        supervision.take("record_collective_opinion", by="canbo", **said)
    assert turns(supervision, "vanthu") == [("conclude", Turn.COLLECTIVE)]

    supervision.take("record_collective_opinion", by="vanthu", **said)

    supervision.take("conclude", by="chunhiem")
    assert supervision.stage == "da_ket_luan"


def test_only_leaders_lay_routes_and_nobody_backdates_or_edits_one(supervision):
    route = routed(supervision)
    said = {
        "paper": "", "stations": ["chu_tich"], "first_day": TODAY - timedelta(1), "document": " ", "today": TODAY,
    }  # fmt: skip
    with pytest.raises(StepRefused) as told:
        lay_route(supervision.province.bodies["ubkt"], by=supervision.who("canbo"), **said)
    assert {one.rule for one in told.value.reasons} == {
        "permission", "input.first_day", "input.document", "input.stations",
    }  # fmt: skip
    with pytest.raises(DatabaseError), transaction.atomic():
        ApprovalRoute.objects.filter(pk=route.pk).update(stations=[])


def test_an_ended_route_gives_way_to_the_site_s_own(supervision):
    routed(supervision)
    lay_route(
        supervision.province.bodies["ubkt"], by=supervision.who("chunhiem"), paper="", stations=[],
        first_day=TODAY, document="Quy chế mới (mẫu)", today=TODAY, ended=True,
    )  # fmt: skip
    submits(supervision)

    supervision.take("conclude", by="chunhiem")

    assert supervision.stage == "da_ket_luan"
