"""Each promise turns red by the fault it is there for, and names it; the declared procedures break none."""

from dataclasses import replace

import pytest
from django.db.models import TextChoices

from documents import kinds
from permissions.predicates import Predicate, holds
from permissions.roles import Relation, Role
from tests.workflows.planted import faulty, with_finding, with_step, without_step
from workflows.catalogue import DECLARED, PROCEDURES
from workflows.clocks import Deadline
from workflows.conditions.ballot import the_member_has_criticised_himself
from workflows.conditions.powers import may_discipline
from workflows.matter import Right
from workflows.promises import PROMISES, broken
from workflows.rows import RowKind
from workflows.stages import Stages


def said_of(procedure):
    """What is broken when this procedure stands in the place of the one it was made from."""
    declared = [procedure if one.code == procedure.code else one for one in DECLARED]
    return [str(one) for one in broken(declared)]


@pytest.mark.parametrize("procedure", DECLARED, ids=lambda one: one.code)
def test_every_declared_procedure_keeps_every_promise(procedure):
    assert {promise.__name__: list(promise(procedure)) for promise in PROMISES} == {
        promise.__name__: [] for promise in PROMISES
    }


def test_together_they_break_none_either():
    assert list(broken(DECLARED)) == []


# The hearing


@pytest.mark.parametrize("code", ["P5.CB", "P5.DV", "P5.TC", "P5.GT"])
def test_going_on_unheard_without_the_record_of_a_refusal_is_named(code):
    (fault,) = said_of(with_step(code, "proceed_unheard", when=()))

    assert fault.startswith(f"{code}, bước “")
    assert "(vote_to_decide): có đường đến bước này mà không qua bước nghe trình bày" in fault
    assert f"“{PROCEDURES[code].steps['proceed_unheard'].label}”" in fault
    assert "`refusal_on_record`" in fault


@pytest.mark.parametrize("code", ["P5.CB", "P5.DV", "P5.TC", "P5.GT"])
@pytest.mark.parametrize(
    ("lost", "promise"),
    [
        ("right.heard.before_meeting", "trinh_bay_y_kien"),
        ("self_criticism", "tu_kiem_diem"),
        ("the_ballot_holds", "phieu_kin"),
    ],
)
def test_a_vote_that_no_longer_asks_for_one_guarantee_is_named(code, lost, promise):
    vote = PROCEDURES[code].steps["vote_to_decide"]
    left = tuple(guard for guard in vote.when if guard.id != lost)

    (fault,) = said_of(with_step(code, "vote_to_decide", when=left))

    assert f"biểu quyết không đòi bảo đảm tối thiểu “{promise}”" in fault


def test_a_way_round_self_criticism_is_named():
    told = said_of(with_step("P5.CB", "hear", source=("da_co_ke_hoach",)))

    assert any("không qua bước tự kiểm điểm" in fault for fault in told)


def test_a_decision_without_a_vote_is_named():
    decide = PROCEDURES["P5.CB"].steps["decide"]

    told = said_of(with_step("P5.CB", "decide", source=(*decide.source, "da_nghe")))

    assert any(
        "(decide): có đường đến quyết định kỷ luật mà không qua bỏ phiếu" in fault for fault in told
    )


def test_a_decision_without_a_vote_stands_only_under_the_exception_that_the_floor_itself_names():
    decide = PROCEDURES["P5.BA"].steps["decide"]
    left = tuple(guard for guard in decide.when if not guard.floor)

    told = said_of(with_step("P5.BA", "decide", when=left))

    for fault in (
        "không qua bước nghe trình bày", "không qua bước tự kiểm điểm",
        "có đường đến quyết định kỷ luật mà không qua bỏ phiếu",
    ):  # fmt: skip
        assert any(f"P5.BA, bước “{decide.label}” (decide)" in one and fault in one for one in told)


def test_no_other_rule_excepts_a_decision():
    """Going on without the accused spares the self-criticism, never the hearing and the ballot."""
    decide = PROCEDURES["P5.CB"].steps["decide"]
    absent = the_member_has_criticised_himself

    told = said_of(
        with_step(
            "P5.CB", "decide", source=(*decide.source, "da_nghe"), when=(*decide.when, absent)
        )
    )

    assert any("mà không qua bỏ phiếu" in fault for fault in told)


def test_a_decision_that_nobody_hands_over_is_named():
    told = said_of(with_step("P5.DV", "hand_over", serves=""))

    assert [fault for fault in told if "không bước nào trao quyết định này" in fault]


def test_a_decision_that_nobody_may_complain_of_is_named():
    told = said_of(without_step("P5.DV", "receive_complaint"))

    assert any("sau khi trao quyết định không nhận được khiếu nại" in fault for fault in told)
    assert any(
        "quyền “Khiếu nại”: không có bước “receive_complaint” bảo đảm quyền này" in fault
        for fault in told
    )


def test_a_decision_of_discipline_in_an_inspection_is_named():
    conclude = PROCEDURES["P3.DV"].steps["conclude"]
    issues = (*conclude.issues, kinds.DISCIPLINE_DECISION)

    told = said_of(with_step("P3.DV", "conclude", issues=issues))

    assert any(
        "(conclude): quyết định kỷ luật ngoài quy trình thi hành kỷ luật" in fault for fault in told
    )


# Supervision


def test_a_discipline_opened_out_of_supervision_is_named():
    faults = said_of(faulty("P5.DV", follows=frozenset({"P3.DV", "P1.CD"})))

    start = "P5.DV, mở hồ sơ (`follows`): giám sát"
    assert faults[0].startswith(f"{start} (P1.CD) dẫn thẳng đến kỷ luật.")
    assert all(fault.startswith(start) for fault in faults)  # its variants are named too


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"when": (may_discipline,)}, "xét thẩm quyền kỷ luật"),
        ({"lays": RowKind.REQUEST}, "lập “Yêu cầu cấp dưới xem xét kỷ luật”"),
        ({"label": "Kết luận: khiển trách"}, "nhắc hình thức “khiển trách”"),
    ],
)
def test_a_finding_of_supervision_that_leads_to_discipline_is_named(changed, said):
    told = said_of(with_finding("P1.CD", "find_signs", **changed))

    assert any(f"(find_signs): giám sát dẫn thẳng đến kỷ luật: {said}." in fault for fault in told)


# Stages


def test_a_stage_that_nothing_reaches_is_named():
    told = said_of(without_step("P1.CD", "drop"))

    assert told == [
        (
            "P1.CD, giai đoạn “Không thực hiện” (khong_thuc_hien): không bước nào dẫn đến."
            " → Khai bước dẫn đến giai đoạn này, hoặc bỏ giai đoạn."
        )
    ]


def test_a_stage_without_a_way_to_an_end_is_named():
    told = said_of(without_step("HN", "end_session"))

    assert any("(dang_hop): không có đường đến giai đoạn cuối" in fault for fault in told)


def test_an_end_that_leads_on_is_named():
    told = said_of(with_step("P5.CB", "vote_again", source=("khong_ky_luat",)))

    assert any("(khong_ky_luat): là giai đoạn cuối mà còn bước đi tiếp" in fault for fault in told)


def test_a_stage_outside_the_three_phases_is_named():
    class Two(TextChoices):
        A = "dau", "Đầu"
        B = "cuoi", "Cuối"

    (fault,) = said_of(faulty_stages("HN", Stages(Two, start=Two.A, ends=[Two.B])))[-1:]

    assert "HN, giai đoạn “Đầu” (dau)" in fault
    assert "không thuộc bước chuẩn bị, tiến hành hay kết thúc" in fault


def faulty_stages(code, stages):
    """The procedure on other stages, with one step from the first to the last."""
    first, last = stages.enum.values
    step = replace(PROCEDURES[code].steps["convene"], source=(first,), target=last)
    made = faulty(code, steps={"convene": step})
    made.stage = stages
    return made


# Steps


@pytest.mark.parametrize(
    ("basis", "said"),
    [("", "không nêu căn cứ."), ("basis.nowhere", "căn cứ “basis.nowhere” không có trong law/.")],
)
def test_a_step_without_a_basis_is_named(basis, said):
    (fault,) = said_of(with_step("P3.DV", "propose", basis=basis))

    assert f"P3.DV, bước “Đề xuất kiểm tra” (propose): {said}" in fault


@pytest.mark.parametrize(
    "by",
    [
        Predicate(lambda standing: [], "không ai"),
        holds(Role.TEAM_LEAD, of=Relation.HANDLING),
        holds(Role.CHAIR, of=Relation.TEAM),
    ],
    ids=["no seat", "a team's role in a body", "a body's role in a team"],
)
def test_a_step_that_nobody_can_take_is_named(by):
    (fault,) = said_of(with_step("P1.TX", "report", by=by))

    assert "(report): không ai giữ được vai trò này" in fault


def test_a_guard_without_a_remedy_is_named():
    decide = PROCEDURES["P1.CD"].steps["decide"]
    first, *others = decide.when

    told = said_of(with_step("P1.CD", "decide", when=(replace(first, remedy=""), *others)))

    assert told == [
        (
            "P1.CD, bước “Ban hành quyết định, kế hoạch giám sát” (decide): điều kiện “Mốc thời gian giám sát phải"
            " bắt đầu trước khi kết thúc.” không nêu cách khắc phục. → Ghi `remedy`: làm gì thì bước này được nhận."
        )
    ]


def test_a_guard_on_a_rule_or_a_step_that_is_not_there_is_named():
    first, *others = PROCEDURES["P1.CD"].steps["decide"].when
    wrong = replace(first, law="rule.nowhere", righted_by=("nowhere",))

    told = " ".join(said_of(with_step("P1.CD", "decide", when=(wrong, *others))))

    assert "“rule.nowhere” không có trong law/" in told
    assert "dẫn đến bước “nowhere” không có" in told


# Papers


def test_a_paper_without_a_form_is_named():
    unprinted = replace(kinds.FILE_INDEX, template="papers/nowhere.html")
    unknown = said_of(with_step("P1.CD", "close", writes=(unprinted,)))

    assert unknown == [
        (
            "P1.CD, bước “Nộp lưu hồ sơ” (close): văn bản “Mục lục hồ sơ”"
            f" ({unprinted.code}) không có trong danh mục. → Ghi loại văn bản vào documents/kinds/."
        )
    ]


def test_a_kind_of_the_catalogue_without_a_template_is_named(monkeypatch):
    unprinted = replace(kinds.FILE_INDEX, template="papers/nowhere.html")
    monkeypatch.setattr("workflows.promises.papers.every_kind", lambda: iter((unprinted,)))

    told = said_of(with_step("P1.CD", "close", writes=(unprinted,)))

    assert any(
        f"({unprinted.code}) chưa có mẫu. → Viết mẫu templates/papers/nowhere.html." in fault
        for fault in told
    )


def test_a_signed_paper_without_a_number_is_named():
    told = said_of(with_step("P1.TX", "remind", issues=(kinds.FILE_INDEX,)))

    assert any("văn bản ký ban hành “Mục lục hồ sơ”" in fault for fault in told)


def test_a_paper_of_an_organ_that_its_signer_also_writes_is_named():
    (fault,) = said_of(with_step("P1.TX", "remind", drafted=False))

    assert "(remind): văn bản của cơ quan được ký mà không qua bước trình ký" in fault


# Names, rights, deadlines


def test_two_procedures_of_one_code_are_named():
    told = [str(one) for one in broken([*DECLARED, PROCEDURES["HN"]])]

    assert told == [
        (
            "HN, danh mục quy trình: mã này đặt cho 2 quy trình."
            " → Đặt cho mỗi quy trình một mã (workflows/catalogue.py)."
        )
    ]


def test_codes_and_labels_out_of_form_are_named():
    told = [str(one) for one in broken([faulty("HN", code="hop", label="Meeting")])]

    assert any(fault.startswith("hop, mã quy trình: mã không đúng dạng") for fault in told)
    assert any("“Meeting” không phải tiếng Việt" in fault for fault in told)


def test_a_label_in_another_language_is_named():
    (fault,) = said_of(with_step("HN", "convene", label="Call the meeting"))

    assert "nhãn hoặc câu mô tả không phải tiếng Việt" in fault


def test_a_code_used_by_the_file_and_its_findings_is_named():
    findings = PROCEDURES["P1.CD"].findings
    steps = {**findings.steps, "twin": replace(findings.steps["find_signs"], code="close")}
    twice = faulty("P1.CD", findings=type(findings.__name__, (findings,), {"steps": steps}))

    assert any("bước close: mã này dùng hai lần" in fault for fault in said_of(twice))


def test_a_right_that_no_step_keeps_is_named():
    rights = (Right("Được mời", "nowhere"), Right("Tự làm", "open", or_by="open"))

    told = said_of(faulty("P1.CD", rights=rights))

    assert "P1.CD, quyền “Được mời”: không có bước “nowhere” bảo đảm quyền này." in told[0]
    assert "đối tượng không tự làm được bước “open”" in told[1]


def test_a_deadline_without_its_steps_or_its_source_is_named():
    clock = Deadline("Hạn nào đó", since="nowhere", until="close", find=lambda facts: ())

    told = " ".join(said_of(faulty("P1.CD", clocks=(clock,))))

    assert "thời hạn “Hạn nào đó”: không có bước “nowhere”." in told
    assert "không quy định hay văn bản nào đặt ra." in told


# The complaint


def test_a_discipline_that_no_complaint_can_follow_is_named():
    told = said_of(faulty("P7.DV", follows_parts=frozenset({"P7"})))

    assert told == []  # the committees' own procedure still takes complaints of members

    told = [
        str(one)
        for one in broken(
            [
                faulty(one.code, follows_parts=frozenset()) if one.reviews else one
                for one in DECLARED
            ]
        )
    ]
    assert any(fault.startswith("P5.DV, khiếu nại") and "(person)" in fault for fault in told)
    assert any(fault.startswith("P5.TC, khiếu nại") and "(organisation)" in fault for fault in told)


def test_a_discipline_whose_file_cannot_learn_of_the_result_is_named():
    (fault,) = said_of(without_step("P5.CB", "note_review"))

    assert "không nhận được kết quả giải quyết khiếu nại" in fault


def test_a_complaint_settled_without_a_vote_is_named():
    decide = PROCEDURES["P7.DV"].steps["decide"]

    (fault,) = said_of(with_step("P7.DV", "decide", source=(*decide.source, "da_bao_cao")))

    assert "(decide): có đường đến quyết định giải quyết mà không qua bỏ phiếu kín" in fault


def test_a_ballot_on_a_complaint_that_need_not_be_secret_is_named():
    vote = PROCEDURES["P7.DV"].steps["vote"]
    left = tuple(guard for guard in vote.when if guard.id != "the_ballot_holds")

    (fault,) = said_of(with_step("P7.DV", "vote", when=left))

    assert "không đòi bảo đảm tối thiểu “phieu_kin”" in fault


def test_a_result_that_the_discipline_never_learns_is_named():
    (fault,) = said_of(with_step("P9.TD", "hand_over", tells=None))

    assert "ghi kết quả vào hồ sơ kỷ luật" in fault
