"""The door's own objections: what no procedure could know about corrections, levels, keys and names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import law
from cases import levels, line_objections, merging, results
from cases.models import Case, Finding
from cases.reading import File
from cases.taken_over import about_going_on, goes_on_above
from law import Reason
from registry.models import Body, Organisation, Person
from workflows import catalogue, secrecy
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


#: An outcome that a file of discipline must have ended in before it is written back, by the step.
_ENDED_IN = {"record_time_barred": "het_thoi_hieu", "record_no_discipline": "khong"}


def about_end(file: File, step: Step) -> list[Reason]:
    """What is written back as time-barred, or as no discipline, is how the file that followed ended."""
    if not step.about_finding or step.code not in _ENDED_IN:
        return []
    found = results.disciplines_after(file.id)
    if not found or any(one.without == _ENDED_IN[step.code] for one in found):
        return []
    return [
        Reason(
            "outcome.differs",
            f"Hồ sơ kỷ luật {found[0].reference} không kết thúc như vậy.",
            remedy="Chờ hồ sơ kỷ luật kết thúc rồi ghi đúng kết quả của hồ sơ đó.",
        )
    ]


def about_pause(file: File, step: Step, answers: Mapping[str, Any]) -> list[Reason]:
    """The time in which an inspection deferred the matter is left out of the limitation."""
    if step.lays is not RowKind.LIMITATION:
        return []
    first, last = (str(answers.get(name) or "") for name in ("postponed_from", "postponed_to"))
    rule = law.rule("limitation.runs", on=file.facts.met_on or file.facts.acted_on)
    left = [
        (begun, ended or file.facts.acted_on)
        for begun, ended in results.deferred_before(file.id)
        if first > begun.isoformat() or (ended or file.facts.acted_on).isoformat() > last
    ]
    return [
        Reason(
            "limitation.pause",
            f"Hồ sơ kiểm tra ghi chưa xem xét kỷ luật từ {begun:%d/%m/%Y} đến {ended:%d/%m/%Y};"
            " thời gian này không tính vào thời hiệu.",
            citation=rule.cited,
            confidence=rule.confidence,
            remedy="Ghi thời gian đó ở mục “Chưa xem xét theo quy định”.",
        )
        for begun, ended in left
    ]


def about_second_hand(file: File, step: Step) -> list[Reason]:
    """Whoever proposed a way does not decide on it too."""
    proposed = [row for row in file.facts.rows if step.second_hand and row.step == step.second_hand]
    if not proposed or proposed[-1].by != file.standing.person:
        return []
    before = file.procedure.step(step.second_hand)
    return [
        Reason(
            "second_hand",
            f"Người đã làm bước “{before.label if before else step.second_hand}” không tự làm bước này.",
            remedy="Người khác được phân công xem xét, quyết định.",
        )
    ]


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
    if step not in (kind.opens, *kind.also_opens, *kind.may_open):
        reasons.append(
            Reason(
                "order",
                f"Bước “{step}” không mở hồ sơ của quy trình “{kind.label}”.",
                remedy="Mở hồ sơ bằng bước đầu của quy trình.",
            )
        )
    reasons += about_going_on(origin, kind, body, subjects)
    before = catalogue.get(origin.procedure) if origin is not None else None
    if before and not kind.comes_after(before) and not goes_on_above(origin, kind):
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
    if before and origin and not _leads_on(origin, kind):
        stages = "; ".join(
            f"“{one.label}”"
            for one in before.stage.enum
            if one in ((before.is_intake and kind.taken_up_at) or before.leads_on_at)
        )
        reasons.append(
            Reason(
                "origin.not_there",
                f"Hồ sơ {origin.reference} chưa ở giai đoạn mở được hồ sơ “{kind.label}”.",
                remedy=f"Chỉ mở từ hồ sơ ở giai đoạn {stages}.",
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
    if origin is not None and kind.steps[step].keeps_team and not origin.team.exists():
        reasons.append(
            Reason(
                "origin.no_team",
                "Hồ sơ trước không có đoàn để tiếp tục xem xét kỷ luật.",
                remedy="Mở hồ sơ bằng bước đưa ra xem xét, rồi lập đoàn.",
            )
        )
    reasons += line_objections.about_guest(kind, body, subjects, on)
    reasons += merging.about_opening(kind, origin)
    if kind.one_subject and len(subjects) > 1:
        reasons.append(
            Reason(
                "subjects.one",
                f"Hồ sơ “{kind.label}” chỉ có một đối tượng.",
                remedy="Mỗi đối tượng một hồ sơ; một cuộc họp có thể xem xét nhiều hồ sơ.",
            )
        )
    if not subjects and kind.subjects and not kind.is_intake:
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
    reasons += levels.about_own_organisation(kind, body, subjects, on)
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


def _leads_on(origin: Case, kind: type[Matter]) -> bool:
    """Whether the file stands where such a matter may follow it; a part follows its letter anywhere."""
    before = catalogue.get(origin.procedure)
    if (
        before.is_intake and kind.taken_up_at
    ):  # a letter that waits for the procedure that settles it
        return origin.stage in kind.taken_up_at
    return kind is before or not before.leads_on_at or origin.stage in before.leads_on_at


def _leads_to(before: type[Matter]) -> str:
    """What may be opened out of such a file, or a variant of that; no supervision leads to discipline."""
    after = [
        kind.label
        for kind in catalogue.DECLARED
        if kind.comes_after(before) and kind.stage.varies is None
    ]
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
