"""The lawful way forward: from every stage to an end, with what is still needed and what is not known."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

import law
from law.differences import UNITS
from law.values import written
from workflows.catalogue import PROCEDURES
from workflows.conclusions.of_inspection import InspectionConclusion
from workflows.facts import Facts, Finding, PaperFact, Row, Subject, Taken
from workflows.guards import guard
from workflows.paths import shortest_path
from workflows.rows import RowKind
from workflows.way_forward import is_a_vote, open_questions, way_forward

DAY = date(2026, 11, 20)
#: A day before the first row of the bases: nobody read what held then.
UNREAD = date(2016, 7, 1)
SOURCE = {"document": "12-QC/ĐU", "dated": "2016-01-15", "clause": "mục 1", "scan": "a" * 64}
SUPERVISION, INSPECTION = PROCEDURES["P1.CD"], PROCEDURES["P3.DV"]

every_procedure = pytest.mark.parametrize("procedure", PROCEDURES.values(), ids=lambda p: p.code)


def lying(procedure, stage, day=DAY, **more):
    """A file of one subject that reached `stage` on `day`."""
    return Facts(
        procedure.code, stage, day, day, day, day,
        body="ubkt", level="xa", members=5, subjects=(Subject(1, True, 1),), **more,
    )  # fmt: skip


def way(procedure, stage, day=DAY, **more):
    return way_forward(procedure, lying(procedure, stage, day, **more), day)


def before(procedure, stage, step, **more):
    """The codes of what must be done before `step`, on the way from `stage`."""
    ahead = next(one for one in way(procedure, stage, **more).steps if one.step.code == step)
    return [deed.code for deed in ahead.before]


def answer(rule, value="có", number=90):
    facts = {"rule": rule, "value": value, "source": SOURCE}
    return Row(number, RowKind.ANSWER, number, 1, UNREAD, "answer_rule", facts)


def likely(hit):
    """What somebody may answer: a value near the question, or one of the shape its rule has."""
    if hit.proposals:
        return in_words(hit.proposals[0])
    kind = law.book().parameter(hit.rule).kind
    usual = {"duration": "30 ngày", "flag": "có", "power": "được: quyết định", "share": "từ 2/3"}
    return usual.get(kind, "Theo văn bản.")


def in_words(near):
    """A value near the question, as somebody types it."""
    unit = UNITS.get(near.unit, "") if isinstance(near.value, int) else ""
    return f"{written(near.value)} {unit}".strip()


# Promises of every procedure


every_day = pytest.mark.parametrize("day", [UNREAD, date(2022, 3, 1), DAY])


@every_procedure
def test_from_every_stage_a_way_leads_to_an_end(procedure):
    for stage in procedure.stage.enum.values:
        found, here = way(procedure, stage), stage

        for one in found.steps:
            assert here in one.step.source, stage
            here = procedure.move(one.step, here)
        assert here == found.end
        assert procedure.is_final(found.end)


@every_procedure
def test_the_way_is_ordinary_wherever_an_ordinary_one_exists(procedure):
    ordinary = [s for s in procedure.steps.values() if s.moves and not s.aside]
    for stage in procedure.stage.enum.values:
        reached = {stage}
        for _ in procedure.stage.enum:
            reached |= {s.target for s in ordinary if reached & set(s.source)}

        leads_on = any(procedure.is_final(one) for one in reached)
        assert way(procedure, stage).is_a_way_out != leads_on, stage


@every_procedure
@every_day
def test_earliest_days_never_go_backwards_and_begin_no_earlier_than_asked(procedure, day):
    for stage in procedure.stage.enum.values:
        facts = replace(lying(procedure, stage, day), moved_on=day + timedelta(days=3))
        days = [one.day for one in way_forward(procedure, facts, day).steps]

        assert days == sorted(days), stage
        assert all(one >= facts.moved_on for one in days), stage


@every_procedure
@every_day
def test_every_step_ahead_is_cited_or_asks(procedure, day):
    for stage in procedure.stage.enum.values:
        for one in way(procedure, stage, day).steps:
            assert one.basis.on == one.day
            assert one.basis.cited or one.basis in one.questions, (stage, one.step.code)


@every_procedure
def test_what_a_move_lacks_can_be_put_right_at_the_stage_it_leaves(procedure):
    for step in procedure.steps.values():
        for stage in step.source if step.moves else ():
            there = {s.code for s in procedure.steps.values() if stage in s.source and not s.moves}
            there |= {"findings"} if procedure.findings else set()
            for asked in step.when:
                assert not asked.righted_by or there & set(asked.righted_by), (step.code, asked.id)


@every_procedure
def test_what_is_signed_on_the_way_is_prepared_by_another_first(procedure):
    for one in way(procedure, procedure.stage.start.value).steps:
        prepared = [deed.prepares for deed in one.before if deed.prepares]
        assert sorted(prepared) == sorted(deed.code for deed in one.deeds if deed.drafted)


@every_procedure
def test_answering_every_open_question_leaves_none(procedure):
    """An answer may lead to a further question (who may expel, say); none is asked a second time."""
    facts, answers = lying(procedure, procedure.stage.start.value, UNREAD), ()

    while asked := open_questions(procedure, replace(facts, rows=answers), UNREAD):
        assert not {hit.rule for hit in asked} & {row.facts["rule"] for row in answers}
        first = 50 + len(answers)
        answers += tuple(answer(hit.rule, likely(hit), n) for n, hit in enumerate(asked, first))

    assert answers


# The path


@pytest.mark.parametrize(
    ("procedure", "stage", "steps"),
    [
        ("P1.TX", "dang_theo_doi", ["report", "close"]),
        ("P1.CD", "da_cong_bo", ["close"]),  # whether it was followed up may be left out
        ("P1.CD", "da_bao_cao", ["draft", "confer", "finalise", "conclude", "announce", "close"]),
        ("P3.DV", "da_hoan_chinh", ["conclude", "announce", "close"]),
        ("P3.DV", "co_dau_hieu", [
            "propose", "decide", "prepare", "open", "receive_explanation", "verify", "exchange",
            "confer", "finalise", "conclude", "announce", "close",
        ]),
        ("P3.DV", "khong_thuc_hien", []),
    ],
)  # fmt: skip
def test_the_shortest_ordinary_path(procedure, stage, steps):
    path = shortest_path(PROCEDURES[procedure], stage)

    assert [step.code for _stage, step in path] == steps


def test_a_way_out_is_taken_only_where_nothing_else_leads_to_an_end():
    class Blocked(SUPERVISION):
        steps = {code: s for code, s in SUPERVISION.steps.items() if code != "decide"}

    found = way_forward(Blocked, lying(SUPERVISION, "da_de_xuat"), DAY)

    assert [one.step.code for one in found.steps] == ["drop"]
    assert found.is_a_way_out


def test_a_finished_file_has_nothing_ahead():
    found = way(SUPERVISION, "da_luu")

    assert (found.steps, found.end, found.papers, found.votes) == ((), "da_luu", 0, 0)


# What is still needed


def test_a_vote_is_needed_until_the_committee_has_met():
    finalised = {"finalise": Taken(DAY, DAY, 1)}
    met = Row(1, RowKind.MEETING, 1, 1, DAY, "consider_result", {"yes": 4, "no": 1, "base": 5})
    lost = replace(met, facts={"yes": 2, "no": 3, "base": 5})
    there = {"procedure": SUPERVISION, "stage": "da_hoan_chinh", "step": "conclude"}

    assert before(**there) == ["consider_result", "draft_conclude"]
    assert before(**there, taken=finalised, rows=(met,)) == ["draft_conclude"]
    assert before(**there, taken=finalised, rows=(lost,)) == ["consider_result", "draft_conclude"]


def test_a_meeting_of_an_earlier_round_does_not_serve_a_later_one():
    met = Row(1, RowKind.MEETING, 1, 1, DAY, "consider_result", {"yes": 4, "no": 1, "base": 5})
    sent_back = {"taken": {"finalise": Taken(DAY, DAY, 1)}, "rows": (met,)}

    found = way(INSPECTION, "da_xac_minh", **sent_back)

    assert found.votes == 1
    assert "consider_result" in before(INSPECTION, "da_xac_minh", "conclude", **sent_back)


def test_a_content_is_recorded_once_and_only_where_none_lies_there():
    needed = [before(SUPERVISION, "da_bao_cao", step) for step in ("draft", "finalise")]
    found = Finding(1, 1, "xem_xet")

    assert needed == [["record_finding"], []]
    assert before(SUPERVISION, "da_bao_cao", "draft", findings=(found,)) == []


def test_a_signed_paper_is_numbered_before_what_needs_its_number():
    assert before(SUPERVISION, "da_hoan_chinh", "announce") == ["number_paper"]
    assert before(SUPERVISION, "da_hoan_chinh", "close") == []

    signed = PaperFact(7, "TB-01", "da_ky", "conclude", None)
    assert before(SUPERVISION, "da_cong_bo", "close", papers=(signed,)) == ["number_paper"]


def test_a_demand_is_reported_on_and_looked_at_before_the_file_is_laid_away():
    due = {"due": "2026-12-20"}
    demand = Row(1, RowKind.DEMAND, 1, 1, DAY, "find_shortcoming", due)
    report = Row(2, RowKind.REMEDY, 2, 1, DAY, "receive_remedy", {"demand": 1})

    both = before(SUPERVISION, "da_cong_bo", "close", rows=(demand,))
    looked_at = before(SUPERVISION, "da_cong_bo", "close", rows=(demand, report))

    assert (both, looked_at) == (["receive_remedy", "check_remedy"], ["check_remedy"])


def test_a_draft_that_waits_need_not_be_prepared_again():
    draft = Row(1, RowKind.DRAFT, 1, 1, DAY, "draft_decide", {"step": "decide"})

    assert before(SUPERVISION, "da_de_xuat", "decide") == ["draft_decide"]
    assert before(SUPERVISION, "da_de_xuat", "decide", rows=(draft,)) == []


@pytest.mark.parametrize(
    ("stages", "left"), [((), 0), (("xem_xet", "c0", "co_dau_hieu"), 2), (("c0", "dh"), None)]
)
def test_open_findings_must_be_concluded_and_are_counted(stages, left):
    findings = tuple(Finding(number, 1, stage) for number, stage in enumerate(stages, start=1))

    conclude = way(SUPERVISION, "da_hoan_chinh", findings=findings).steps[0]

    assert conclude.findings == left


def test_a_notice_waits_for_conclusions_and_the_end_for_their_outcome():
    findings = tuple(Finding(n, 1, stage) for n, stage in enumerate(("xem_xet", "c3", "c0"), 1))

    ahead = {
        one.step.code: one for one in way(INSPECTION, "da_hoan_chinh", findings=findings).steps
    }

    assert ahead["conclude"].findings == 1
    assert ahead["announce"].findings is None
    assert ahead["close"].findings == 2


def test_papers_and_votes_of_the_whole_way_are_counted():
    found = way(SUPERVISION, "da_hoan_chinh")

    listed = [deed for one in found.steps for deed in one.deeds]
    assert found.votes == sum(map(is_a_vote, listed)) == 1
    # minutes of the committee, notice, minutes of the announcement, index of the file
    assert found.papers == 4


# What is not known


def test_a_blocked_way_names_its_questions_once_with_what_is_near():
    found = way(SUPERVISION, "da_de_xuat", UNREAD)
    hit, first = found.questions["basis.supervision.thematic"]

    assert first.step.code == "decide"
    assert hit.label_vi == "Căn cứ của giám sát chuyên đề"
    assert [one.kind for one in hit.proposals] == ["later"]
    assert len(found.questions) == len(set(found.questions))


def test_an_answer_given_for_this_case_is_no_question_any_more():
    there = {"procedure": SUPERVISION, "stage": "da_de_xuat", "day": UNREAD}
    rule = "basis.supervision.thematic"

    found = way(**there, rows=(answer(rule),))

    assert rule in way(**there).questions
    assert rule not in found.questions
    assert found.steps[0].basis.force == "answered"


def test_a_rule_of_another_body_is_not_asked():
    for body in ("ubkt", "cap_uy"):
        facts = replace(lying(INSPECTION, "da_xac_minh"), body=body)
        asked = {hit.rule for hit in open_questions(INSPECTION, facts, DAY)}
        assert not {rule for rule in asked if rule.startswith("authority.discipline")}


def test_what_every_conclusion_asks_is_asked_before_one_is_chosen():
    found = way(SUPERVISION, "da_hoan_chinh", UNREAD)

    assert "basis.conclusion" in {hit.rule for hit in found.steps[0].questions}


def test_a_rule_read_in_one_text_is_shown_and_not_asked():
    found = way(SUPERVISION, "da_de_xuat")

    assert "basis.supervision.thematic" in found.unconfirmed
    assert not found.questions.keys() & found.unconfirmed.keys()


def test_a_vote_to_come_is_held_under_the_law_of_its_own_day():
    old = Row(
        1, RowKind.MEETING, 1, 1, date(2010, 5, 4), "consider_proposal", {"yes": 5, "base": 5}
    )

    found = way(SUPERVISION, "da_hoan_chinh", rows=(old,))

    assert "vote.ordinary" not in found.questions  # the row of that older day is unknown


def test_what_nothing_puts_right_is_said_at_the_next_step_only():
    cell_committee = replace(lying(INSPECTION, "da_de_xuat"), body="chi_uy")
    rule = "authority.signs_inspection.bodies"
    told = answer(rule, "ủy ban kiểm tra\ncấp ủy")

    silent = way_forward(INSPECTION, cell_committee, DAY).steps[0]
    barred = way_forward(INSPECTION, replace(cell_committee, rows=(told,)), DAY).steps[0]

    assert not silent.against  # a question first, not a reason
    assert [reason.rule for reason in barred.against] == [rule]


# The first day a guard knows


def test_a_step_waits_for_the_first_day_its_guard_knows():
    @guard(remedy="Chờ đến ngày.", not_before=lambda _facts: DAY + timedelta(days=9))
    def the_day_has_come(facts):
        """Chưa đến ngày."""
        return facts.acted_on >= DAY + timedelta(days=9)

    decide = replace(SUPERVISION.steps["decide"], when=(the_day_has_come,))

    class Waiting(SUPERVISION):
        steps = {**SUPERVISION.steps, "decide": decide}

    found = way_forward(Waiting, lying(SUPERVISION, "theo_chuong_trinh"), DAY)

    assert [(one.day - DAY).days for one in found.steps[:3]] == [0, 9, 9]
    assert not found.steps[1].against


def test_the_superior_takes_over_the_day_after_the_last_day_set():
    asked = {"finding": 1, "due": "2026-12-01"}
    request = Row(1, RowKind.REQUEST, 1, 1, DAY, "ask_lower_body", asked)
    facts = lying(INSPECTION, "da_cong_bo", rows=(request,), findings=(Finding(1, 1, "c3b"),))
    late = InspectionConclusion.steps["take_over"].when[0]

    first = late.first_day(facts.about(1))

    assert first == date(2026, 12, 2)
    assert late.judge(replace(facts.about(1), acted_on=first)).reason is None
    assert late.judge(replace(facts.about(1), acted_on=date(2026, 12, 1))).reason
