"""The door's own objections: what no procedure could know about corrections, levels, keys and names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from cases import results
from cases.models import Case, Finding
from cases.reading import File
from law import Reason
from registry import tree
from registry.models import Body, Membership, Organisation, Person, on
from workflows import catalogue, own_steps, secrecy
from workflows.conditions import powers
from workflows.conditions.file import the_body_may_inspect_signs
from workflows.facts import Facts
from workflows.matter import Matter
from workflows.procedure import Procedure
from workflows.rows import RowKind
from workflows.stages import Step

#: The longest key of a request that can be kept.
LONGEST_KEY = 64

UNREADABLE = Reason(
    "input.text",
    "Có ký tự không đọc được trong nội dung gửi lên.",
    remedy="Gõ lại phần đó rồi gửi lại.",
)


def about_levels(file: File, step: Step, answers: Mapping[str, Any]) -> list[Reason]:
    """Only bodies of the member's own line propose and decide, the lower ones first."""
    if step.lays is not RowKind.LEVELS or not isinstance(answers.get("proposing", []), list):
        return []
    day = file.facts.acted_on
    homes = Membership.objects.filter(on(day), person__in=[s.register for s in file.facts.subjects])
    line = tree.above(homes.values_list("cell", flat=True).first() or 0, day)
    asked = [str(one) for one in (*answers.get("proposing", []), answers.get("deciding"))]
    found = Body.objects.in_bulk([int(one) for one in asked if one.isdigit()])
    heights = [
        line.index(body.organisation_id) if body.organisation_id in line else -1
        for one in asked
        if one.isdigit() and (body := found.get(int(one)))
    ]
    if -1 not in heights and heights == sorted(heights):
        return []
    return [
        Reason(
            "levels.line",
            "Các tổ chức đảng xem xét phải là tổ chức quản lý đảng viên này, xếp từ dưới lên.",
            remedy="Chọn chi bộ của đảng viên, rồi từng cấp trên của chi bộ ấy; cấp quyết định ở trên cùng.",
        )
    ]


def about_outcome(file: File, step: Step, answers: Mapping[str, Any]) -> list[Reason]:
    """A discipline written back to its finding must be the one that its own file ended in."""
    if step.lays is not RowKind.OUTCOME:
        return []
    found = results.disciplines_after(file.id)
    if not found or any(
        (one.form, one.decision) == (answers.get("result"), answers.get("decision"))
        for one in found
    ):
        return []
    told = "; ".join(f"{one.reference}: {one.in_words or 'chưa có quyết định'}" for one in found)
    return [
        Reason(
            "outcome.differs",
            f"Kết quả ghi vào khác với hồ sơ kỷ luật ({told}).",
            remedy="Ghi đúng hình thức và số quyết định của hồ sơ kỷ luật, sau khi quyết định có số.",
        )
    ]


def about_correction(file: File, step: Step, answers: Mapping[str, Any]) -> list[Reason]:
    """Only a step that stayed and laid a fact is corrected, and only by a second person."""
    if step.lays is not RowKind.CORRECTION:
        return []
    laid = [row for row in file.facts.rows if str(row.laid_by) == str(answers.get("record"))]
    wrong = file.procedure.step(laid[0].step) if laid else None
    if wrong is None or wrong.moves or wrong.issues or wrong.lays is RowKind.CORRECTION:
        return [
            Reason(
                "correct.what",
                "Bước này không đính chính được: chỉ đính chính bước ghi thêm dữ kiện mà không chuyển giai đoạn.",
                remedy="Văn bản đã ký sai thì ban hành văn bản mới; bước chuyển sai thì xin ý kiến người ký.",
            )
        ]
    if own_steps.is_own(wrong):
        return [
            Reason(
                "correct.own",
                "Ý kiến, chứng cứ đảng viên tự nộp được giữ nguyên; không ai đính chính thay.",
                remedy="Đảng viên nộp thêm bản mới; đoàn nêu nhận xét ở bước của mình.",
            )
        ]
    if any(row.by == file.standing.person for row in laid):
        return [
            Reason(
                "correct.alone",
                "Người đã ghi bước này không tự đính chính; phải có người khác xác nhận chỗ sai.",
                remedy="Người khác trong đoàn, hoặc cán bộ theo dõi địa bàn, ghi bước đính chính.",
            )
        ]
    return []


def about_secrecy(degree: str) -> list[Reason]:
    """A classified matter does not enter at all."""
    if degree not in secrecy.CLASSIFIED:
        return []
    text = "Vụ việc có độ mật từ Mật trở lên không được lập hồ sơ trong phần mềm này."
    return [Reason("secrecy.classified", text, remedy=secrecy.REMEDY)]


def about_key(key: str) -> list[Reason]:
    """A key longer than can be kept would not be known again."""
    if len(key) <= LONGEST_KEY and key.isprintable():
        return []
    remedy = f"Dùng khóa không quá {LONGEST_KEY} ký tự in được."
    return [Reason("door.key", "Khóa yêu cầu quá dài hoặc có ký tự lạ.", remedy=remedy)]


def about_opening(
    kind: type[Matter],
    step: str,
    body: Body,
    subjects: Sequence[Person | Organisation],
    origin: Case | None,
    on: date,
) -> list[Reason]:
    reasons = []
    if step in kind.also_opens and origin is None:
        reasons.append(
            Reason(
                "origin.none",
                "Bước này mở hồ sơ theo kết luận của một hồ sơ trước, nhưng chưa nêu hồ sơ nào.",
                remedy="Chọn hồ sơ trước, hoặc lập đề xuất mới.",
            )
        )
    if step not in (kind.opens, *kind.also_opens):
        reasons.append(
            Reason(
                "order",
                f"Bước “{step}” không mở hồ sơ của quy trình “{kind.label}”.",
                remedy="Mở hồ sơ bằng bước đầu của quy trình.",
            )
        )
    if origin is not None and origin.procedure not in kind.follows:
        before = catalogue.get(origin.procedure)
        reasons.append(
            Reason(
                "origin.leads_elsewhere",
                f"Hồ sơ “{before.label}” không dẫn thẳng đến “{kind.label}”.",
                remedy=_leads_to(before),
            )
        )
    if origin is not None and kind.disciplines and not _referred(origin):
        reasons.append(
            Reason(
                "origin.not_referred",
                "Hồ sơ trước chưa kết luận nội dung nào là vi phạm đã rõ, xem xét kỷ luật.",
                remedy="Có dấu hiệu vi phạm thì kiểm tra trước; vi phạm đã rõ thì kết luận ở hồ sơ trước.",
            )
        )
    if body.kind not in kind.bodies:
        reasons.append(
            Reason(
                "body.kind",
                f"{body.name} không phải chủ thể của quy trình “{kind.label}”.",
                None,
                None,
                "Chọn cơ quan có thẩm quyền làm chủ thể.",
            )
        )
        reasons += powers.without_power(body.kind, on) if kind.disciplines else ()
        reasons += _inspects_no_signs(kind, body, on)
    elif not kind.is_of_level(body.organisation.kind):
        reasons.append(
            Reason(
                "body.level",
                f"Quy trình “{kind.label}” không dành cho cấp của {body.name}.",
                remedy="Chọn quy trình của đúng cấp.",
            )
        )
    if kind.one_subject and len(subjects) > 1:
        reasons.append(
            Reason(
                "subjects.one",
                f"Hồ sơ “{kind.label}” chỉ có một đối tượng.",
                remedy="Mỗi người một hồ sơ; một cuộc họp có thể xem xét nhiều hồ sơ.",
            )
        )
    if not subjects and kind.subjects:
        reasons.append(
            Reason(
                "subjects.none",
                "Hồ sơ chưa có đối tượng.",
                None,
                None,
                "Chọn ít nhất một đối tượng.",
            )
        )
    if any(
        ("person" if isinstance(one, Person) else "organisation") not in kind.subjects
        for one in subjects
    ):
        reasons.append(
            Reason(
                "subjects.kind",
                f"Đối tượng này không thuộc quy trình “{kind.label}”.",
                remedy="Chọn đúng loại đối tượng, hoặc chọn quy trình khác.",
            )
        )
    if len({(type(one), one.pk) for one in subjects}) < len(subjects):
        reasons.append(
            Reason(
                "subjects.twice",
                "Một đối tượng được ghi hai lần.",
                remedy="Bỏ dòng trùng.",
            )
        )
    return reasons


def _inspects_no_signs(kind: type[Matter], body: Body, on: date) -> list[Reason]:
    """What the law itself says against this kind of body, where it lists who inspects signs of violation."""
    if not any(the_body_may_inspect_signs in step.when for step in kind.steps.values()):
        return []
    facts = Facts(kind.code, "", on, on, on, on, body=body.kind)
    judged = the_body_may_inspect_signs.judge(facts)
    known = bool(judged.hit) and judged.hit["state"] == "known"
    return [judged.reason] if judged.reason and known else []


def _referred(origin: Case) -> bool:
    """Whether a file from which only some outcomes lead to discipline has a finding at one of them."""
    needed = catalogue.get(origin.procedure).disciplined_from
    found = Finding.objects.filter(case=origin, superseded_by=None, stage__in=needed)
    return not needed or found.exists()


def _leads_to(before: type[Matter]) -> str:
    """What may be opened out of such a file; supervision never leads to discipline but by an inspection."""
    after = [kind.label for kind in catalogue.DECLARED if before.code in kind.follows]
    new = "mở hồ sơ mới không dẫn từ hồ sơ này"
    if not after:
        return f"{new[0].upper()}{new[1:]}."
    return f"Từ hồ sơ này chỉ mở: {'; '.join(f'“{label}”' for label in after)}; hoặc {new}."


def no_such_step(procedure: type[Procedure], step: str) -> Reason:
    return Reason(
        "order",
        f"Quy trình “{procedure.label}” không có bước “{step}”.",
        None,
        None,
        "Chọn một bước trong danh sách của quy trình.",
    )
