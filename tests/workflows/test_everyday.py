"""Whatever is declared anywhere gets the shared rules, in the stages that fit it, and keeps a step of its own."""

from dataclasses import replace
from datetime import date

import pytest
from django.db.models import TextChoices

from permissions.predicates import may_sign
from permissions.standing import Standing
from workflows import dossiers
from workflows.catalogue import DECLARED, PROCEDURES
from workflows.everyday.archive import MandatoryPapers, deposits
from workflows.everyday.sessions import is_session
from workflows.facts import BodyFact, Facts, PaperFact, Row, Taken
from workflows.matter import Matter
from workflows.offices import area_officer, cell_secretary
from workflows.paths import shortest_path
from workflows.refused import refusals
from workflows.rows import RowKind
from workflows.stages import Phase, Stages

DAY = date(2026, 11, 20)
MATTERS = [one for one in DECLARED if one.subjects]
SUPERVISION, DISCIPLINE = PROCEDURES["P1.CD"], PROCEDURES["P5.DV"]


def facts(stage, *rows, **more):
    return Facts(
        procedure="P1.CD", stage=stage, acted_on=DAY, today=DAY, opened_on=DAY, moved_on=DAY, rows=rows,
        **more,
    )  # fmt: skip


def row(number, kind, on=DAY, step="", **read):
    return Row(number, kind, number, 1, on, step, read)


@pytest.mark.parametrize("procedure", MATTERS, ids=lambda one: one.code)
def test_every_matter_can_be_paused_handed_over_taken_over_and_corrected(procedure):
    codes = {"pause_file", "resume_file", "hand_over_file", "receive_file", "take_over_file",
             "ask_correction", "correct", "settle_doubt", "borrow_file", "give_back_file"}  # fmt: skip

    assert codes <= procedure.steps.keys()
    assert procedure.is_final("cap_tren_rut_len")
    assert all(step.everyday for code, step in procedure.steps.items() if code in codes)


@pytest.mark.parametrize("procedure", MATTERS, ids=lambda one: one.code)
def test_none_of_it_is_a_way_to_the_end(procedure):
    for stage in procedure.stage.enum.values:
        path = shortest_path(procedure, stage)
        assert not [step for _stage, step in path if step.everyday]


@pytest.mark.parametrize("procedure", MATTERS, ids=lambda one: one.code)
def test_a_discipline_is_never_opened_again_and_any_other_only_where_it_ended(procedure):
    reopening = [step for code, step in procedure.steps.items() if code.startswith("reopen_")]

    assert bool(reopening) is (procedure.may_be_reopened and not procedure.disciplines)
    for step in reopening:
        assert procedure.is_final(step.source[0])
        assert not procedure.is_final(step.target)


@pytest.mark.parametrize("procedure", MATTERS, ids=lambda one: one.code)
def test_sessions_ask_who_signed_and_deposits_are_whole(procedure):
    for step in procedure.steps.values():
        asked = {one.name for one in step.inputs}
        if is_session(step):
            assert {"recorder", "signing", "refusal_to_sign"} <= asked
        if deposits(step):
            assert {"archive", "retention", "years"} <= asked
            assert [one for one in step.when if isinstance(one, MandatoryPapers)] == [
                one for one in step.when if one.id == "every_mandatory_paper_is_in"
            ]


def test_a_variant_changes_its_scope_by_the_hand_that_signs_its_plan():
    cell = PROCEDURES["P1.CB"]

    for code in ("extend", "change_team", "change_scope"):
        assert cell.steps[code].by == cell_secretary
        assert SUPERVISION.steps[code].by == may_sign
        assert f"draft_{code}" in cell.steps


class Stage(TextChoices):
    """Giai đoạn của một quy trình thử."""

    NEW = "moi", "Mới lập"
    DONE = "xong", "Đã xong"


def declared(**more):
    """A procedure somebody else declares, with no thought of the shared rules."""
    stage = Stages(
        Stage, basis="basis.case_file", start=Stage.NEW, ends=[Stage.DONE],
        phases={Phase.PREPARE: [Stage.NEW], Phase.FINISH: [Stage.DONE]},
    )  # fmt: skip

    def propose(self):
        """Lập hồ sơ thử."""

    def pause_file(self):
        """Quy trình này tự khai cách tạm dừng."""

    body = {
        "code": "P9.TT", "label": "Quy trình thử", "prefix": "TT", "opens": "propose", "stage": stage,
        "propose": stage.step(Stage.NEW, Stage.DONE, label="Lập hồ sơ", by=area_officer)(propose),
        **({"pause_file": stage.step(Stage.NEW, label="Tạm dừng theo lối riêng", by=area_officer)(pause_file)}
           if more.get("own") else {}),
    }  # fmt: skip
    return type("Tried", (Matter,), body)


def test_a_procedure_declared_elsewhere_gets_them_without_an_edit():
    tried = declared()

    assert tried.steps["take_over_file"].source == ("moi",)
    assert tried.steps["reopen_xong"].target == "moi"
    assert tried.stage.enum("cap_tren_rut_len").label == "Cấp trên đã rút lên xem xét"
    assert tried.move(tried.steps["take_over_file"], "moi") == "cap_tren_rut_len"


def test_a_step_it_declares_itself_stands_as_it_says():
    assert declared(own=True).steps["pause_file"].label == "Tạm dừng theo lối riêng"
    assert declared().steps["pause_file"].label == "Tạm dừng hồ sơ"


def test_a_paused_file_refuses_its_moves_and_takes_records():
    still = facts("da_trien_khai", row(1, RowKind.PAUSED))
    standing = Standing(1, DAY, {})

    def against(code):
        verdict = SUPERVISION.refusals(SUPERVISION.steps[code], still, standing)
        return {reason.rule for reason in verdict.reasons}

    assert "file.paused" in against("receive_report")
    assert "file.paused" not in against("add_evidence") | against("resume_file")


def test_the_dossier_is_in_its_order_and_names_each_paper_that_is_missing():
    lying = facts(
        "da_cong_bo",
        row(1, RowKind.PLAN, step="decide"),
        row(2, RowKind.OUTLINE, step="prepare"),
        row(3, RowKind.REFUSAL, step="record_refusal"),
        taken={code: Taken(DAY, DAY, 1) for code in ("open", "conclude", "announce")},
        papers=(
            PaperFact(7, "TB-01", "da_ban_hanh", "conclude", DAY),
            PaperFact(5, "QD-01", "da_ban_hanh", "decide", DAY),
        ),
    )

    lacking = [one.title for one in dossiers.missing(SUPERVISION, lying)]
    order = [place.papers[0].id for place in dossiers.index(SUPERVISION, lying) if place.papers]

    assert lacking == [
        "Biên bản thông qua dự thảo báo cáo", "Báo cáo kết quả", "Biên bản họp xem xét, kết luận",
    ]  # fmt: skip
    assert order == [5, 7]


def test_a_paper_taken_back_is_missing_though_its_step_was_taken():
    cancelled = facts(
        "da_cong_bo", row(1, RowKind.PLAN, step="decide"),
        papers=(PaperFact(5, "QD-01", "da_huy", "decide", DAY),),
    )  # fmt: skip

    assert "Quyết định, kế hoạch" in [one.title for one in dossiers.missing(SUPERVISION, cancelled)]


def test_every_refusal_is_told_in_one_way_wherever_it_was_written_down():
    told = facts(
        "da_trien_khai",
        row(1, RowKind.REFUSAL, step="record_refusal"),
        row(2, RowKind.REFUSAL, step="record_no_hearing", about="trinh_bay"),
        row(3, RowKind.MINUTES, step="open", signing="tu_choi_ky"),
        row(4, RowKind.SERVICE, step="serve_paper", result="tu_choi_nhan"),
        row(5, RowKind.MINUTES, step="verify", signing="da_ky"),
    )

    assert [one.words for one in refusals(told)] == [
        "không báo cáo, giải trình", "không đến trình bày", "từ chối ký biên bản", "từ chối nhận văn bản",
    ]  # fmt: skip


def test_facts_are_read_back_as_a_record_kept_them():
    kept = facts(
        "da_trien_khai",
        row(1, RowKind.PLAN, step="decide", days=30),
        taken={"decide": Taken(DAY, DAY, 1)},
        papers=(PaperFact(5, "QD-01", "da_ban_hanh", "decide", DAY),),
    )

    above = replace(
        kept, bodies={2: BodyFact(2, "btv", "xa", height=1)}, on_paper={2: 3},
        locality="xa_phuong", beside=("dang_uy",), under="co_so",
    )  # fmt: skip

    for one in (kept, above):
        assert Facts.from_json({**one.as_json(), "inputs": {}}) == one
